/* pv-synthese-financements-sheet.c: the sheet with one row per financement
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "export/pv-synthese.h"
#include "synthese/pv-synthese-financement-store.h"

#define N_FROZEN 4

/* What a meeting does not read on paper; a pivot table has it all the same. */
static void
add_folded (GArray *columns,
            const char *bande,
            const char *entete,
            PvSheetKind kind,
            const char *definition)
{
  pv_sheet_columns_add (columns, bande, entete, kind, definition)->repliee = TRUE;
}

static void
add_dossier (GArray *columns)
{
  pv_sheet_columns_add (columns, "Dossier", "N°", PV_SHEET_TEXT,
                        "Numéro du dossier dans son appel.");
  pv_sheet_columns_add (columns, "Dossier", "Porteur", PV_SHEET_TEXT,
                        "Organisme qui porte l’action.")
      ->largeur_max = 28;
  add_folded (columns, "Dossier", "SIRET", PV_SHEET_CODE, "SIRET du porteur.");
  pv_sheet_columns_add (columns, "Dossier", "Intitulé", PV_SHEET_TEXT, "Intitulé de l’action.")
      ->largeur_max = 38;
  add_folded (columns, "Dossier", "Appel", PV_SHEET_TEXT, "Appel à projets du dossier.");
  add_folded (columns, "Dossier", "Exercice du dossier", PV_SHEET_YEAR, "Année du dossier.");
  add_folded (columns, "Dossier", "Axe", PV_SHEET_TEXT,
              "Axe du cadre stratégique : son code et le début de son nom, qui est entier dans "
              "« Axes ».");
  pv_sheet_columns_add (columns, "Dossier", "Statut", PV_SHEET_TEXT, "Où en est le dossier.")
      ->capitale = TRUE;
}

static void
add_funder (GArray *columns)
{
  pv_sheet_columns_add (columns, "Financeur", "Catégorie", PV_SHEET_TEXT,
                        "Catégorie du financeur.");
  pv_sheet_columns_add (columns, "Financeur", "Financeur", PV_SHEET_TEXT, "Organisme qui paie.")
      ->largeur_max = 28;
  add_folded (columns, "Financeur", "Public", PV_SHEET_CODE,
              "Compte dans le taux de financement public ; vide : non connu.");
  add_folded (columns, "Crédits", "Dispositif", PV_SHEET_TEXT, "Ligne de crédits.");
  add_folded (columns, "Crédits", "Nature des crédits", PV_SHEET_TEXT,
              "Crédits spécifiques, droit commun ou mixte ; vide : non connue.");
  pv_sheet_columns_add (columns, "Crédits", "Exercice", PV_SHEET_YEAR, "Année du financement.");
  add_folded (columns, "Crédits", "Section", PV_SHEET_TEXT,
              "Fonctionnement ou investissement ; vide : non connue.");
  pv_sheet_columns_add (columns, "Crédits", "Enveloppe", PV_SHEET_TEXT,
                        "Enveloppe que le financement consomme.")
      ->largeur_max = 28;
  add_folded (columns, "Crédits", "Référence", PV_SHEET_TEXT,
              "Numéro du financeur (engagement, poste…).");
}

static void
add_amounts (GArray *columns)
{
  for (guint etape = 0; etape < PV_N_ETAPES; etape++)
    pv_sheet_columns_add (columns, "Montants", pv_etape_to_libelle (etape), PV_SHEET_AMOUNT,
                          etape == PV_ETAPE_VERSE
                              ? "Acomptes, soldes et compléments, moins les reversements."
                              : "Montant à cette étape. 0 : refus ; vide : pas de réponse.")
        ->somme = TRUE;

  pv_sheet_columns_add (columns, "Fermeté", "Étape atteinte", PV_SHEET_TEXT,
                        "Étape la plus avancée, de sollicité à notifié.");
  pv_sheet_columns_add (columns, "Fermeté", "Montant à cette étape", PV_SHEET_AMOUNT,
                        "Montant de l’étape la plus avancée.")
      ->somme = TRUE;
}

static const char *
describe_public (gint64 public)
{
  if (public == PV_INT_NULL)
    return NULL;

  return public == 1 ? "Oui" : "Non";
}

static void
write_financement (PvSheet *sheet, const PvSyntheseFinancement *financement)
{
  pv_sheet_add_text (sheet, financement->numero);
  pv_sheet_add_text (sheet, financement->porteur);
  pv_sheet_add_text (sheet, financement->siret);
  pv_sheet_add_text (sheet, financement->intitule);
  pv_sheet_add_text (sheet, financement->appel);
  pv_sheet_add_number (sheet, financement->exercice_dossier);
  pv_sheet_add_text (sheet, financement->axe);
  pv_sheet_add_text (sheet, financement->statut);
  pv_sheet_add_text (sheet, financement->categorie);
  pv_sheet_add_text (sheet, financement->financeur);
  pv_sheet_add_text (sheet, describe_public (financement->public));
  pv_sheet_add_text (sheet, financement->dispositif);
  pv_sheet_add_text (sheet, financement->nature_credits);
  pv_sheet_add_number (sheet, financement->exercice);
  pv_sheet_add_text (sheet, financement->section);
  pv_sheet_add_text (sheet, financement->enveloppe);
  pv_sheet_add_text (sheet, financement->reference);
  pv_sheet_add_numbers (sheet, financement->montants, PV_N_ETAPES);
  pv_sheet_add_text (sheet, financement->etape);
  pv_sheet_add_number (sheet, financement->etape_cents);
}

static gboolean
fill (PvSheet *sheet, gpointer user_data, GError **error)
{
  PvSynthese *self = user_data;
  g_autoptr (PvSyntheseFinancements) financements =
      pv_synthese_financements_open (self->db, &self->filtre, self->referentiel, error);
  const PvSyntheseFinancement *financement = NULL;

  if (financements == NULL)
    return FALSE;

  while (pv_synthese_financements_next (financements, &financement, error))
    {
      if (financement == NULL)
        return TRUE;

      write_financement (sheet, financement);
      if (!pv_sheet_end_row (sheet, error))
        return FALSE;
    }

  return FALSE;
}

gboolean
pv_synthese_financements_sheet_write (PvSynthese *self, PvSheet *sheet, GError **error)
{
  GArray *columns = pv_sheet_columns_new ();
  g_autofree char *context = pv_synthese_describe_repliees (self);

  add_dossier (columns);
  add_funder (columns);
  add_amounts (columns);

  pv_sheet_set_progress (sheet, 3500, 6500, self->contexte->n_financements);
  pv_sheet_write_title (sheet, "Financements", context);
  return pv_sheet_write_table (sheet, 2, N_FROZEN, columns, NULL, fill, self, error);
}
