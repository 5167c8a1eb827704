/* pv-versement-store.h: the SQL of pv-versement
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "financement/pv-versement.h"

G_BEGIN_DECLS

/* What each does: see PvEntite. */
gboolean pv_versement_store_insert (PvDb *db, PvVersement *versement, GError **error);
gboolean pv_versement_store_update (PvDb *db,
                                    const PvVersement *versement,
                                    gboolean *changed,
                                    GError **error);
gboolean pv_versement_store_delete (PvDb *db, gint64 id, GError **error);
PvVersement *pv_versement_store_get (PvDb *db, gint64 id, GError **error);

/* The versements of a financement (of PvVersement), by date. */
GPtrArray *pv_versement_store_list (PvDb *db, gint64 financement_id, GError **error);

G_END_DECLS
