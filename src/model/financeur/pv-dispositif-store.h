/* pv-dispositif-store.h: the SQL of pv-dispositif
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "financeur/pv-dispositif.h"

G_BEGIN_DECLS

/* What each does: see PvEntite. */
gboolean pv_dispositif_store_insert (PvDb *db, PvDispositif *dispositif, GError **error);
gboolean
pv_dispositif_store_update (PvDb *db, PvDispositif *dispositif, gboolean *changed, GError **error);
gboolean pv_dispositif_store_delete (PvDb *db, gint64 id, GError **error);
PvDispositif *pv_dispositif_store_get (PvDb *db, gint64 id, GError **error);

gboolean pv_dispositif_store_find_by_code (PvDb *db, const char *code, gint64 *id, GError **error);

/**
 * pv_dispositif_store_find_by_nom:
 * @financeur_id: a payer, or %PV_INT_NULL for all
 * @nom: compared folded
 */
gboolean pv_dispositif_store_find_by_nom (PvDb *db,
                                          gint64 financeur_id,
                                          const char *nom,
                                          gint64 *id,
                                          GError **error);

/* The lines of a payer (of PvDispositif), or all with %PV_INT_NULL, by code. */
GPtrArray *pv_dispositif_store_list (PvDb *db, gint64 financeur_id, GError **error);

G_END_DECLS
