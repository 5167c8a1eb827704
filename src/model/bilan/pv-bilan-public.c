/* pv-bilan-public.c: beneficiaries of many dossiers
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bilan/pv-bilan-analyse-private.h"
#include "commun/pv-beneficiaires.h"

void
pv_bilan_public_init (PvBilanPublic *self)
{
  *self = (PvBilanPublic){ PV_INT_NULL, PV_INT_NULL, PV_INT_NULL, PV_INT_NULL, 0, PV_INT_NULL };
}

gint64
pv_bilan_beneficiaires_get_total (const PvBilanBeneficiaires *self)
{
  return pv_beneficiaires_sum (self->femmes, self->hommes, self->non_ventiles);
}

void
pv_bilan_public_add (PvBilanPublic *self,
                     PvBilanMoyenne *moyenne,
                     const PvBilanBeneficiaires *dossier)
{
  gint64 total = pv_bilan_beneficiaires_get_total (dossier);

  if (total == PV_INT_NULL)
    return;
  self->dossiers++;
  pv_bilan_add (&self->femmes, dossier->femmes);
  pv_bilan_add (&self->hommes, dossier->hommes);
  pv_bilan_add (&self->non_ventiles, dossier->non_ventiles);
  pv_bilan_add (&self->total, total);
  if (dossier->qpv_bp == PV_INT_NULL)
    return;
  moyenne->poids += total;
  moyenne->somme += total * dossier->qpv_bp;
}

void
pv_bilan_public_end (PvBilanPublic *self, const PvBilanMoyenne *moyenne)
{
  self->qpv_bp = moyenne->poids > 0 ? (2 * moyenne->somme + moyenne->poids) / (2 * moyenne->poids)
                                    : PV_INT_NULL;
}
