/* pv-synthese-financement-store.h: the financements, one after the other
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commun/pv-etape.h"
#include "synthese/pv-synthese-referentiel.h"

#include "commun/pv-filtre.h"

G_BEGIN_DECLS

/**
 * PvSyntheseFinancement:
 * @categorie, @nature_credits, @section, @statut: French labels
 * @public: 1, 0, or %PV_INT_NULL when it is not known
 * @montants: of each stage; %PV_CENTS_NULL: not answered
 * @etape: (nullable): heading of the furthest stage
 * @etape_cents: the amount of that stage
 *
 * One financement with what a pivot table needs of its dossier. Texts live
 * until the next row.
 */
typedef struct
{
  gint64 dossier_id;
  const char *numero;
  const char *porteur;
  const char *siret;
  const char *intitule;
  const char *axe;
  const char *appel;
  gint64 exercice_dossier;
  const char *statut;
  const char *categorie;
  const char *financeur;
  gint64 public;
  const char *dispositif;
  const char *nature_credits;
  gint64 exercice;
  const char *section;
  const char *enveloppe;
  const char *reference;
  PvCents montants[PV_N_ETAPES];
  const char *etape;
  PvCents etape_cents;
} PvSyntheseFinancement;

/* A cursor over the financements of a filter, in the order of their dossiers.
 * Those of a chapeau, which are never summed, are left out. */
typedef struct _PvSyntheseFinancements PvSyntheseFinancements;

PvSyntheseFinancements *pv_synthese_financements_open (PvDb *db,
                                                       const PvFiltre *filtre,
                                                       const PvSyntheseReferentiel *referentiel,
                                                       GError **error);

/* @financement: (out) (transfer none): the next one, %NULL after the last. */
gboolean pv_synthese_financements_next (PvSyntheseFinancements *self,
                                        const PvSyntheseFinancement **financement,
                                        GError **error);

void pv_synthese_financements_free (PvSyntheseFinancements *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PvSyntheseFinancements, pv_synthese_financements_free)

G_END_DECLS
