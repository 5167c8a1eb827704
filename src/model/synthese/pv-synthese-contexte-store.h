/* pv-synthese-contexte-store.h: what a workbook is about
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commun/pv-etape.h"
#include "commun/pv-filtre.h"
#include "pv-db.h"

G_BEGIN_DECLS

/**
 * PvSyntheseContexte:
 * @contrat: (nullable): its name, with its code
 * @appel: (nullable): label of the appel of the filter
 * @exercices: (nullable): « 2026 », « 2018 à 2021 »
 * @etape_courante: the furthest stage that at least half of the financements
 *   with an amount have reached: the one the paper shows for each funder
 * @n_dossiers: chapeaux left out, as everywhere
 * @n_financements: those of chapeaux left out
 * @cout_cents: sum of the coûts totaux that are known, of @n_couts dossiers
 * @accorde_cents: voté, else arbitré
 * @n_compares: financements that have both something asked and an answer
 * @demande_compare_cents, @accorde_compare_cents: what these asked, and were
 *   granted: one can be set against the other
 */
typedef struct
{
  char *contrat;
  char *appel;
  char *exercices;
  PvEtape etape_courante;
  gint64 n_dossiers;
  gint64 n_chapeaux;
  gint64 n_porteurs;
  gint64 n_financements;
  PvCents cout_cents;
  gint64 n_couts;
  PvCents accorde_cents;
  gint64 n_compares;
  PvCents demande_compare_cents;
  PvCents accorde_compare_cents;
} PvSyntheseContexte;

PvSyntheseContexte *pv_synthese_contexte_load (PvDb *db, const PvFiltre *filtre, GError **error);

/* For who shows no amount of the financements, nor the stage they have reached: an index counts
 * them. */
PvSyntheseContexte *
pv_synthese_contexte_load_sans_montants (PvDb *db, const PvFiltre *filtre, GError **error);
void pv_synthese_contexte_free (PvSyntheseContexte *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PvSyntheseContexte, pv_synthese_contexte_free)

G_END_DECLS
