/* pv-dossier-liste-store.h: the list of dossiers: filtered, sorted, by pages, summed
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commun/pv-filtre.h"
#include "dossier/pv-dossier-critere.h"
#include "dossier/pv-dossier-resume.h"
#include "pv-db.h"

G_BEGIN_DECLS

/**
 * pv_dossier_liste_store_ids:
 * @critere: (nullable): %NULL for all
 * @ordre: (nullable): %NULL for the order of numbers
 *
 * Long (controls above all): for a worker.
 *
 * Returns: (transfer full) (element-type gint64): the keys of the dossiers kept, in
 *   order, or %NULL with @error
 */
GArray *pv_dossier_liste_store_ids (PvDb *db,
                                    const PvFiltre *filtre,
                                    const PvDossierCritere *critere,
                                    const PvDossierOrdre *ordre,
                                    GCancellable *cancellable,
                                    GError **error);

/**
 * pv_dossier_liste_store_lignes:
 * @ids: keys of dossiers
 * @etape: the stage of the amounts per group of payers
 *
 * A page of a list: short for a few hundred keys.
 *
 * Returns: (transfer full) (element-type PvDossierResume): one for each key, in
 *   their order; %NULL where the dossier is gone
 */
GPtrArray *pv_dossier_liste_store_lignes (PvDb *db,
                                          const gint64 *ids,
                                          guint n_ids,
                                          PvEtape etape,
                                          GError **error);

/**
 * PvDossierTotaux:
 * @dossiers: how many, chapeaux left out: their parts are counted
 * @chapeaux: how many were left out
 * @etape: the stage of @montants
 * @toutes: whether @etapes is known
 * @montants: per group of payers; %PV_CENTS_NULL when nobody answered
 * @etapes: all payers, per stage
 */
typedef struct
{
  gint64 dossiers;
  gint64 chapeaux;
  PvCents cout_cents;
  PvEtape etape;
  gboolean toutes;
  PvCents montants[PV_N_GROUPES];
  PvCents etapes[PV_N_ETAPES];
} PvDossierTotaux;

/* What a column adds up to, its group of payers at the stage that was summed;
 * %PV_CENTS_NULL: nothing known. */
PvCents pv_dossier_totaux_get_montant (const PvDossierTotaux *self, PvDossierColonne colonne);

/**
 * pv_dossier_liste_store_totaux:
 * @ids: (element-type gint64): keys of dossiers, in any order, each once
 * @etape: the stage of the amounts per group of payers
 * @toutes: whether to sum each stage of all payers too
 *
 * For a worker when there are many.
 *
 * Returns: (transfer full) (g_free): the sums, or %NULL with @error,
 *   %PV_RULE_ERROR_OVERFLOW when they are too large
 */
PvDossierTotaux *pv_dossier_liste_store_totaux (PvDb *db,
                                                const GArray *ids,
                                                PvEtape etape,
                                                gboolean toutes,
                                                GCancellable *cancellable,
                                                GError **error);

/* How many dossiers there are in the appel, chapeaux left out. */
gboolean pv_dossier_liste_store_count (PvDb *db, const PvFiltre *filtre, gint64 *n, GError **error);

G_END_DECLS
