/* pv-critere-store.h: the SQL of pv-critere
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "grille/pv-critere.h"

G_BEGIN_DECLS

/* What each does: see PvEntite. None looks at whether the grid is frozen: see
 * pv-grille-service.h. */
gboolean pv_critere_store_insert (PvDb *db, PvCritere *critere, GError **error);
gboolean
pv_critere_store_update (PvDb *db, const PvCritere *critere, gboolean *changed, GError **error);
gboolean pv_critere_store_delete (PvDb *db, gint64 id, GError **error);
PvCritere *pv_critere_store_get (PvDb *db, gint64 id, GError **error);

/* The criteria of a grid (of PvCritere), in their order. */
GPtrArray *pv_critere_store_list (PvDb *db, gint64 grille_id, GError **error);

G_END_DECLS
