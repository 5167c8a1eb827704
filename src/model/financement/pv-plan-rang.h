/* pv-plan-rang.h: the rows of a plan of financing, with their names
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "enveloppe/pv-enveloppe.h"
#include "financement/pv-plan.h"
#include "financement/pv-versement.h"
#include "financeur/pv-financeur.h"

G_BEGIN_DECLS

/**
 * PvPlanRang:
 * @financeur_nom: name of the payer
 * @financeur_sigle: (nullable): its sigle, for narrow places
 * @dispositif_nom: (nullable)
 * @taux_bp: the furthest stage ÷ coût total
 * @verse_cents: what was paid; %PV_CENTS_NULL: nothing yet
 * @reste_cents: what is still due (pv_versement_compute_reste())
 * @n_versements: how many payments
 * @verse_le: (nullable): of the last payment
 * @verse_genre: of the last payment
 * @enveloppe_nom: (nullable): %NULL: on no envelope
 * @enveloppe_cents: its amount, %PV_CENTS_NULL: not notified yet
 * @restant_cents: what is left of it, negative when exceeded
 * @derogation: (nullable): the reason given for exceeding it
 */
typedef struct
{
  PvFinancement *financement;
  char *financeur_nom;
  char *financeur_sigle;
  PvCategorie categorie;
  char *dispositif_nom;
  gint64 taux_bp;
  PvCents verse_cents;
  PvCents reste_cents;
  guint n_versements;
  char *verse_le;
  PvVersementGenre verse_genre;
  char *enveloppe_nom;
  PvCents enveloppe_cents;
  PvCents restant_cents;
  char *derogation;
} PvPlanRang;

void pv_plan_rang_free (PvPlanRang *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PvPlanRang, pv_plan_rang_free)

/* The furthest stage that is answered, versé included; FALSE: none is. */
gboolean pv_plan_rang_get_fermete (const PvPlanRang *self, PvEtape *etape);

/* Whether the envelope is exceeded, and this payer engages something on it. */
gboolean pv_plan_rang_depasse (const PvPlanRang *self);

/* The amount of a stage, versé included. */
PvCents pv_plan_rang_get_montant (const PvPlanRang *self, PvEtape etape);

G_END_DECLS
