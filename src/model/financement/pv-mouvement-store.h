/* pv-mouvement-store.h: the SQL of pv-mouvement
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "financement/pv-mouvement.h"

G_BEGIN_DECLS

/* What each does: see PvEntite. */
gboolean pv_mouvement_store_insert (PvDb *db, PvMouvement *mouvement, GError **error);
gboolean pv_mouvement_store_update (PvDb *db,
                                    const PvMouvement *mouvement,
                                    gboolean *changed,
                                    GError **error);
gboolean pv_mouvement_store_delete (PvDb *db, gint64 id, GError **error);
PvMouvement *pv_mouvement_store_get (PvDb *db, gint64 id, GError **error);

/* The changes of a financement (of PvMouvement), by date. */
GPtrArray *pv_mouvement_store_list (PvDb *db, gint64 financement_id, GError **error);

G_END_DECLS
