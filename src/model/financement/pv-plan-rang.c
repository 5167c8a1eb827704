/* pv-plan-rang.c: the rows of a plan of financing, with their names
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "financement/pv-plan-rang.h"

void
pv_plan_rang_free (PvPlanRang *self)
{
  if (self == NULL)
    return;

  pv_financement_free (self->financement);
  g_free (self->financeur_nom);
  g_free (self->financeur_sigle);
  g_free (self->dispositif_nom);
  g_free (self->verse_le);
  g_free (self->enveloppe_nom);
  g_free (self->derogation);
  g_free (self);
}

gboolean
pv_plan_rang_get_fermete (const PvPlanRang *self, PvEtape *etape)
{
  if (self->verse_cents == PV_CENTS_NULL)
    return pv_financement_get_fermete (self->financement, etape);

  *etape = PV_ETAPE_VERSE;
  return TRUE;
}

PvCents
pv_plan_rang_get_montant (const PvPlanRang *self, PvEtape etape)
{
  return etape == PV_ETAPE_VERSE ? self->verse_cents
                                 : pv_financement_get_montant (self->financement, etape);
}

gboolean
pv_plan_rang_depasse (const PvPlanRang *self)
{
  PvEtape etape;

  return self->restant_cents != PV_CENTS_NULL && self->restant_cents < 0 &&
         pv_plan_rang_get_fermete (self, &etape) && etape != PV_ETAPE_SOLLICITE &&
         pv_plan_rang_get_montant (self, etape) > 0;
}
