/* pv-recevabilite-regle-store.h: the SQL of pv-recevabilite-regle
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "recevabilite/pv-recevabilite-regle.h"

G_BEGIN_DECLS

/* What each does: see PvEntite. */
gboolean pv_recevabilite_regle_store_insert (PvDb *db, PvRecevabiliteRegle *regle, GError **error);
gboolean pv_recevabilite_regle_store_update (PvDb *db,
                                             const PvRecevabiliteRegle *regle,
                                             gboolean *changed,
                                             GError **error);
gboolean pv_recevabilite_regle_store_delete (PvDb *db, gint64 id, GError **error);
PvRecevabiliteRegle *pv_recevabilite_regle_store_get (PvDb *db, gint64 id, GError **error);

/* The rules of an appel (of PvRecevabiliteRegle), in their order. */
GPtrArray *pv_recevabilite_regle_store_list (PvDb *db, gint64 appel_id, GError **error);

G_END_DECLS
