/* pv-financeur-store.h: the SQL of pv-financeur
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "financeur/pv-financeur.h"

G_BEGIN_DECLS

/* What each does: see PvEntite. */
gboolean pv_financeur_store_insert (PvDb *db, PvFinanceur *financeur, GError **error);
gboolean pv_financeur_store_update (PvDb *db,
                                    const PvFinanceur *financeur,
                                    gboolean *changed,
                                    GError **error);
gboolean pv_financeur_store_delete (PvDb *db, gint64 id, GError **error);
PvFinanceur *pv_financeur_store_get (PvDb *db, gint64 id, GError **error);

/* The payer that an organisme is, or %PV_INT_NULL. */
gboolean
pv_financeur_store_find_by_organisme (PvDb *db, gint64 organisme_id, gint64 *id, GError **error);

/**
 * pv_financeur_store_find_by_nom:
 * @nom: of the organisme, compared folded; its sigle is not looked at
 */
gboolean pv_financeur_store_find_by_nom (PvDb *db, const char *nom, gint64 *id, GError **error);

/* All payers (of PvFinanceur), by category in its order, then order, then key. */
GPtrArray *pv_financeur_store_list (PvDb *db, GError **error);

/**
 * pv_financeur_store_add:
 * @nom: the payer's name
 * @forme: of the organisme when it must be made
 * @id: (out): the payer
 *
 * Gives the payer of that name, making it, and its organisme, when they are
 * not there. `public` is the default of the category.
 */
gboolean pv_financeur_store_add (PvDb *db,
                                 const char *nom,
                                 PvCategorie categorie,
                                 PvForme forme,
                                 gint64 *id,
                                 GError **error);

G_END_DECLS
