/* pv-instance-store.h: the SQL of pv-instance
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "instance/pv-instance.h"

G_BEGIN_DECLS

/* What each does: see PvEntite. Users go through pv-instance-service. */
gboolean pv_instance_store_insert (PvDb *db, PvInstance *instance, GError **error);
gboolean
pv_instance_store_update (PvDb *db, const PvInstance *instance, gboolean *changed, GError **error);
gboolean pv_instance_store_delete (PvDb *db, gint64 id, GError **error);
PvInstance *pv_instance_store_get (PvDb *db, gint64 id, GError **error);

gboolean pv_instance_store_find_by_nom (PvDb *db, const char *nom, gint64 *id, GError **error);

/* (transfer full) (element-type PvInstance): by name; those that decide come last. */
GPtrArray *pv_instance_store_list (PvDb *db, GError **error);

/* (transfer full) (element-type PvInstanceMembre): in the order of the institutions. */
GPtrArray *pv_instance_store_list_membres (PvDb *db, gint64 instance_id, GError **error);

/* Inserted when its key is 0, which is then set; else its row is rewritten. */
gboolean pv_instance_store_set_membre (PvDb *db, PvInstanceMembre *membre, GError **error);
gboolean pv_instance_store_delete_membre (PvDb *db, gint64 id, GError **error);

/* @id: (out): the member of that institution and name (%NULL matches none), or %PV_INT_NULL */
gboolean pv_instance_store_find_membre (PvDb *db,
                                        gint64 instance_id,
                                        gint64 institution_id,
                                        const char *representant,
                                        gint64 *id,
                                        GError **error);

/* How many séances it has; of them those that were opened. */
gboolean pv_instance_store_count_seances (PvDb *db,
                                          gint64 id,
                                          gint64 *n_seances,
                                          gint64 *n_ouvertes,
                                          GError **error);

G_END_DECLS
