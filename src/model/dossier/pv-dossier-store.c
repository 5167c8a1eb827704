/* pv-dossier-store.c: the SQL of pv-dossier
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dossier/pv-dossier-store.h"

#include "commun/pv-entite.h"

/* clang-format off */
#define COLONNES \
  "appel_id, depot_id, numero, porteur_id, intitule, resume, statut, statut_motif, " \
  "statut_declare, exercice, nature, precedent_id, cpo_annee, cpo_duree, " \
  "partie_de_id, chapeau, debut, fin, cout_total_declare_cents, " \
  "autres_produits_cents, beneficiaires_femmes, beneficiaires_hommes, " \
  "beneficiaires_non_ventiles, beneficiaires_qpv_bp, territoire_declare, " \
  "objectif_declare, referent_id, depose_le, commentaire"
#define VALEURS \
  ":appel_id, :depot_id, :numero, :porteur_id, :intitule, :resume, :statut, " \
  ":statut_motif, :statut_declare, :exercice, :nature, :precedent_id, :cpo_annee, " \
  ":cpo_duree, :partie_de_id, :chapeau, :debut, :fin, :cout_total_declare_cents, " \
  ":autres_produits_cents, :beneficiaires_femmes, :beneficiaires_hommes, " \
  ":beneficiaires_non_ventiles, :beneficiaires_qpv_bp, :territoire_declare, " \
  ":objectif_declare, :referent_id, :depose_le, :commentaire"
/* clang-format on */

static const PvEntite entite =
    PV_ENTITE (PvDossier, "dossier", pv_dossier_champs, COLONNES, VALEURS);

gboolean
pv_dossier_store_insert (PvDb *db, PvDossier *dossier, GError **error)
{
  return pv_entite_insert (&entite, db, dossier, error);
}

gboolean
pv_dossier_store_update (PvDb *db, const PvDossier *dossier, gboolean *changed, GError **error)
{
  return pv_entite_update (&entite, db, dossier, changed, error);
}

gboolean
pv_dossier_store_delete (PvDb *db, gint64 id, GError **error)
{
  return pv_entite_delete (&entite, db, id, error);
}

PvDossier *
pv_dossier_store_get (PvDb *db, gint64 id, GError **error)
{
  return pv_entite_get (&entite, db, id, error);
}
