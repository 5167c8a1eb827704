/* pv-dossier.c: one action, one exercice
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dossier/pv-dossier.h"
#include "commun/pv-beneficiaires.h"

static const PvMot dossier_nature_mots[] = {
  { "nouvelle", "Nouvelle" },
  { "reconduction", "Reconduction" },
};

PV_DEFINE_VOCABULAIRE (PvDossierNature, pv_dossier_nature, dossier_nature_mots)

const PvChamp pv_dossier_champs[] = {
  PV_CHAMP_I (PvDossier, appel_id),
  PV_CHAMP_I (PvDossier, depot_id),
  PV_CHAMP_T (PvDossier, numero),
  PV_CHAMP_I (PvDossier, porteur_id),
  PV_CHAMP_T (PvDossier, intitule),
  PV_CHAMP_T (PvDossier, resume),
  PV_CHAMP_E (PvDossier, statut, pv_dossier_statut_vocabulaire),
  PV_CHAMP_T (PvDossier, statut_motif),
  PV_CHAMP_T (PvDossier, statut_declare),
  PV_CHAMP_I (PvDossier, exercice),
  PV_CHAMP_E (PvDossier, nature, pv_dossier_nature_vocabulaire),
  PV_CHAMP_I (PvDossier, precedent_id),
  PV_CHAMP_I (PvDossier, cpo_annee),
  PV_CHAMP_I (PvDossier, cpo_duree),
  PV_CHAMP_I (PvDossier, partie_de_id),
  PV_CHAMP_B (PvDossier, chapeau),
  PV_CHAMP_T (PvDossier, debut),
  PV_CHAMP_T (PvDossier, fin),
  PV_CHAMP_I (PvDossier, cout_total_declare_cents),
  PV_CHAMP_I (PvDossier, autres_produits_cents),
  PV_CHAMP_I (PvDossier, beneficiaires_femmes),
  PV_CHAMP_I (PvDossier, beneficiaires_hommes),
  PV_CHAMP_I (PvDossier, beneficiaires_non_ventiles),
  PV_CHAMP_I (PvDossier, beneficiaires_qpv_bp),
  PV_CHAMP_T (PvDossier, territoire_declare),
  PV_CHAMP_T (PvDossier, objectif_declare),
  PV_CHAMP_I (PvDossier, referent_id),
  PV_CHAMP_T (PvDossier, depose_le),
  PV_CHAMP_T (PvDossier, commentaire),
  { NULL },
};

PvDossier *
pv_dossier_new (void)
{
  PvDossier *self = pv_champs_new (pv_dossier_champs, sizeof (PvDossier));

  self->statut = PV_DOSSIER_STATUT_DEPOSE;

  return self;
}

PvDossier *
pv_dossier_copy (const PvDossier *self)
{
  return pv_champs_copy (pv_dossier_champs, sizeof (PvDossier), self);
}

void
pv_dossier_free (PvDossier *self)
{
  pv_champs_free (pv_dossier_champs, self);
}

gint64
pv_dossier_get_beneficiaires (const PvDossier *self)
{
  return pv_beneficiaires_sum (self->beneficiaires_femmes, self->beneficiaires_hommes,
                               self->beneficiaires_non_ventiles);
}
