/* pv-convention-fiche.h: all of a convention, as its page shows it
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convention/pv-convention-besoin.h"
#include "convention/pv-convention-echeance.h"
#include "dossier/pv-dossier.h"

G_BEGIN_DECLS

/**
 * PvConventionAnnee:
 * @prevu_cents: what it plans, %PV_CENTS_NULL: it does not say
 * @cents: what became of it: Σ of the furthest stage of the dossiers it names
 * @etape: the stage that all of them reached
 * @verse_cents: what was paid of them
 * @echeances_cents: Σ of the planned payments of that year
 * @besoin: (nullable): of that year, with all the dossiers of the organisme
 */
typedef struct
{
  gint64 exercice;
  PvCents prevu_cents;
  PvCents cents;
  PvEtape etape;
  PvCents verse_cents;
  PvCents echeances_cents;
  PvConventionBesoin *besoin;
} PvConventionAnnee;

/* A dossier it names; @cents: the furthest stage of its payer. */
typedef struct
{
  gint64 id;
  char *numero;
  char *intitule;
  gint64 exercice;
  PvDossierStatut statut;
  PvCents cents;
} PvConventionDossier;

/**
 * PvConventionFiche:
 * @annees: (element-type PvConventionAnnee): all of its years
 * @echeances: (element-type PvConventionEcheance)
 * @dossiers: (element-type PvConventionDossier): by year, then number
 * @delai_jours: the threshold paiement_delai of its first year, or %PV_INT_NULL
 * @prevu_cents, @cents, @verse_cents, @echeances_cents: over its years
 */
typedef struct
{
  PvConvention *convention;
  char *financeur;
  char *organisme;
  gint64 delai_jours;
  GPtrArray *annees;
  GPtrArray *echeances;
  GPtrArray *dossiers;
  PvCents prevu_cents;
  PvCents cents;
  PvCents verse_cents;
  PvCents echeances_cents;
} PvConventionFiche;

/* (transfer full) (nullable): %NULL without error: it is gone. */
PvConventionFiche *pv_convention_fiche_load (PvDb *db, gint64 id, GError **error);
void pv_convention_fiche_free (PvConventionFiche *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PvConventionFiche, pv_convention_fiche_free)

/**
 * pv_convention_fiche_get_attendu:
 *
 * Returns: what its payments should make: what it plans, else what is granted to its dossiers;
 *   %PV_CENTS_NULL: neither is known
 */
PvCents pv_convention_fiche_get_attendu (const PvConventionFiche *self);

/* (element-type PvConventionDossier): of its organisme and years, and not in it. */
GPtrArray *pv_convention_fiche_list_candidats (PvDb *db, gint64 id, GError **error);

G_END_DECLS
