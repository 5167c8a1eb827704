/* pv-essai.h: a try on the proposed amounts
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "scenario/pv-repartition.h"
#include "scenario/pv-scenario-donnees.h"

G_BEGIN_DECLS

/**
 * PvEssaiGenre:
 * @PV_ESSAI_COPIE: nothing changes
 * @PV_ESSAI_RETRAIT: a payer withdraws: it refuses whatever is not decided
 * @PV_ESSAI_REDUCTION: a payer cuts what it proposes by a rate
 * @PV_ESSAI_PARTAGE: a total is shared on an envelope, in proportion to what is proposed, or
 *   asked where nothing is; never beyond that
 * @PV_ESSAI_RANG: an envelope is given by rank until it is exhausted, what is proposed, or
 *   asked where nothing is
 *
 * A payer that has refused (0) stays so.
 */
typedef enum
{
  PV_ESSAI_COPIE,
  PV_ESSAI_RETRAIT,
  PV_ESSAI_REDUCTION,
  PV_ESSAI_PARTAGE,
  PV_ESSAI_RANG,
} PvEssaiGenre;

#define PV_N_ESSAI_GENRES 5

/**
 * PvEssai:
 * @financeur_id: of a withdrawal or a cut
 * @enveloppe_id: a leaf, of the others
 * @taux_bp: of a cut
 * @total: of a share
 * @repreneurs: (element-type gint64) (nullable): keys of the payers that take over what a
 *   withdrawal or a cut loses
 */
typedef struct
{
  PvEssaiGenre genre;
  gint64 financeur_id;
  gint64 enveloppe_id;
  gint64 taux_bp;
  PvCents total;
  PvArrondi arrondi;
  PvCoupure coupure;
  GArray *repreneurs;
} PvEssai;

PvEssai *pv_essai_new (PvEssaiGenre genre);
PvEssai *pv_essai_copy (const PvEssai *self);
void pv_essai_free (PvEssai *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PvEssai, pv_essai_free)

/**
 * PvEssaiBilan:
 * @n_changes: how many amounts changed
 * @perdu: what the payer no longer proposes
 * @repris: the part of it that others take over
 * @n_verrous: by #PvScenarioVerrou, how many amounts of the payer, or of the envelope, were
 *   left as they are
 * @fige: what those engage
 * @disponible: what there was to share; %PV_CENTS_NULL: nothing was shared
 * @reste: what of it nobody takes
 * @n_sans_rang: lines of the envelope without a rank: they keep what is proposed
 * @rang: of a walk by rank
 */
typedef struct
{
  guint n_changes;
  PvCents perdu;
  PvCents repris;
  guint n_verrous[PV_N_SCENARIO_VERROUS];
  PvCents fige;
  PvCents disponible;
  PvCents reste;
  guint n_sans_rang;
  PvRepartitionRang rang;
} PvEssaiBilan;

/**
 * pv_essai_run:
 * @rangs: (array) (nullable): of each dossier; needed by %PV_ESSAI_RANG alone
 * @montants: (array) (inout): what is proposed, one for each row of the lines
 *
 * Tries. What is lost is taken over by those who propose something to the same dossier,
 * in proportion, within what remains of their envelopes: an envelope that is not known
 * takes nothing over.
 *
 * Errors: %PV_RULE_ERROR_REFUSED when the payer or the envelope is not there, its amount
 * is not known, or an amount is negative; @montants is then as it was.
 */
gboolean pv_essai_run (const PvEssai *self,
                       const PvScenarioDonnees *donnees,
                       const gint64 *rangs,
                       PvCents *montants,
                       PvEssaiBilan *bilan,
                       GError **error);

G_END_DECLS
