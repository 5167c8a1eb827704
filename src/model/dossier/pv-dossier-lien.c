/* pv-dossier-lien.c: what a dossier is linked to
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dossier/pv-dossier-lien.h"

static const PvMot roles[] = {
  { "co_porteur", "Co-porteur" },
  { "beneficiaire_versement", "Bénéficiaire du versement" },
  { "operateur", "Opérateur" },
};

PV_DEFINE_VOCABULAIRE (PvDossierRole, pv_dossier_role, roles)

static const PvMot moments[] = {
  { "prevu", "Prévu" },
  { "realise", "Réalisé" },
};

PV_DEFINE_VOCABULAIRE (PvMoment, pv_moment, moments)

static const PvMot tranches[] = {
  { "0-5", "0 à 5 ans" },     { "6-15", "6 à 15 ans" },   { "16-17", "16 et 17 ans" },
  { "18-25", "18 à 25 ans" }, { "26-64", "26 à 64 ans" }, { "65-", "65 ans et plus" },
};

const PvVocabulaire pv_tranche_age_vocabulaire = { tranches, G_N_ELEMENTS (tranches) };

gboolean
pv_dossier_territoires_check_parts (const PvDossierTerritoire *territoires, guint n)
{
  gint64 somme = 0;
  guint connues = 0;

  for (guint i = 0; i < n; i++)
    if (territoires[i].part_bp != PV_INT_NULL)
      {
        somme += territoires[i].part_bp;
        connues++;
      }

  return connues == 0 || (connues == n && somme == 10000);
}

gboolean
pv_dossier_territoires_allocate (const PvDossierTerritoire *territoires,
                                 guint n,
                                 PvCents cents,
                                 PvCents *parts)
{
  g_autofree gint64 *poids = g_new (gint64, n);

  for (guint i = 0; i < n; i++)
    poids[i] = territoires[i].part_bp;

  if (n == 1 && poids[0] == PV_INT_NULL)
    poids[0] = 10000;

  if (n == 0 || poids[0] == PV_INT_NULL || !pv_dossier_territoires_check_parts (territoires, n))
    return FALSE;

  return pv_money_allocate (cents, poids, n, parts);
}
