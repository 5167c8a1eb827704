/* pv-depot-store.h: the SQL of pv-depot
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "depot/pv-depot.h"

G_BEGIN_DECLS

/* What each does: see PvEntite. */
gboolean pv_depot_store_insert (PvDb *db, PvDepot *depot, GError **error);
gboolean pv_depot_store_update (PvDb *db, const PvDepot *depot, gboolean *changed, GError **error);
gboolean pv_depot_store_delete (PvDb *db, gint64 id, GError **error);
PvDepot *pv_depot_store_get (PvDb *db, gint64 id, GError **error);

gboolean pv_depot_store_find (PvDb *db,
                              const char *source_systeme,
                              const char *source_cle,
                              gint64 *id,
                              GError **error);

/* The applications of a call (of PvDepot), in order of entry. */
GPtrArray *pv_depot_store_list (PvDb *db, gint64 appel_id, GError **error);

G_END_DECLS
