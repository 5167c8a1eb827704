/* pv-synthese-dossier-store.h: the dossiers, one after the other, all told
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commun/pv-etape.h"
#include "financeur/pv-financeur.h"
#include "synthese/pv-synthese-referentiel.h"
#include "score/pv-score-store.h"

G_BEGIN_DECLS

#define PV_SYNTHESE_N_GROUPES (PV_GROUPE_AUTRES + 1)

/**
 * PvSyntheseDossier:
 * @forme, @nature, @statut, @decision: French labels
 * @communes, @quartiers: names joined by commas
 * @axe: label of the root the principal node stands under
 * @cpo: « année 2 sur 3 »
 * @cout_cents: coût total: the budget lines when there are any, else as stated
 * @montants: sum per group of funders and stage; %PV_CENTS_NULL: no answer
 * @totaux: sum per stage
 * @taux_public_bp: public funders at their furthest stage ÷ coût total
 * @avis: (array): label of the avis of each institution, %NULL: none yet
 * @beneficiaires: women + men + not broken down, of what is known
 *
 * One dossier with all that the sheets say of it. A chapeau has neither
 * amounts nor beneficiaries: its parts have them. Texts live until the next row.
 */
typedef struct
{
  gint64 id;
  gboolean chapeau;
  const char *numero;
  const char *porteur;
  const char *siret;
  const char *forme;
  const char *intitule;
  const char *communes;
  const char *quartiers;
  const char *axe;
  const char *objectif;
  const char *nature;
  const char *cpo;
  const char *debut;
  const char *fin;
  PvCents cout_cents;
  PvCents montants[PV_SYNTHESE_N_GROUPES][PV_N_ETAPES];
  PvCents totaux[PV_N_ETAPES];
  gint64 taux_public_bp;
  gint64 score;
  gint64 rang;
  gint64 dispersion;
  const char **avis;
  gint64 marqueur;
  gint64 femmes;
  gint64 hommes;
  gint64 beneficiaires;
  gint64 qpv_bp;
  const char *statut;
  const char *decision;
  const char *reserve;
} PvSyntheseDossier;

/**
 * PvSyntheseDossiers:
 *
 * A cursor over the dossiers of a filter, chapeaux included, in order of entry.
 */
typedef struct _PvSyntheseDossiers PvSyntheseDossiers;

/**
 * pv_synthese_dossiers_open:
 * @institutions: (element-type PvInstitution): those of the columns of avis
 * @referentiel: names; must outlive the cursor
 *
 * Returns: (transfer full): the cursor, before the first dossier
 */
PvSyntheseDossiers *pv_synthese_dossiers_open (PvDb *db,
                                               const PvFiltre *filtre,
                                               GPtrArray *institutions,
                                               const PvSyntheseReferentiel *referentiel,
                                               GError **error);

/**
 * pv_synthese_dossiers_next:
 * @dossier: (out) (transfer none): the next dossier, %NULL after the last
 *
 * Returns: %FALSE with @error when the reading failed
 */
gboolean pv_synthese_dossiers_next (PvSyntheseDossiers *self,
                                    const PvSyntheseDossier **dossier,
                                    GError **error);

void pv_synthese_dossiers_free (PvSyntheseDossiers *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PvSyntheseDossiers, pv_synthese_dossiers_free)

G_END_DECLS
