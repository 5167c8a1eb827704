/* pv-bilan-dossiers-sheet.c: the sheet of the financed dossiers
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bilan/pv-bilan-dossier-store.h"
#include "export/pv-bilan-classeur.h"
#include "synthese/pv-synthese-referentiel.h"

#define N_FROZEN 4
#define MAX_LINES 3

typedef struct
{
  PvBilanClasseur *classeur;
  PvSheet *sheet;
  PvSyntheseReferentiel *referentiel;
} Dossiers;

/* --- the columns ---------------------------------------------------------------------------- */

static void
add_action (GArray *columns)
{
  pv_sheet_columns_add (columns, "Dossier", "Exercice", PV_SHEET_YEAR, "Exercice du dossier.");
  pv_sheet_columns_add (columns, "Dossier", "N°", PV_SHEET_TEXT, "Numéro dans son appel.");
  pv_sheet_columns_add (columns, "Dossier", "Porteur", PV_SHEET_LONG_TEXT,
                        "Organisme qui porte l’action.")
      ->largeur_max = 26;
  pv_sheet_columns_add (columns, "Dossier", "Intitulé", PV_SHEET_LONG_TEXT, "Intitulé de l’action.")
      ->largeur_max = 29;
  pv_sheet_columns_add (columns, "Dossier", "SIRET", PV_SHEET_TEXT, "SIRET du porteur.")->repliee =
      TRUE;
  pv_sheet_columns_add (columns, "Action", "Axe", PV_SHEET_LONG_TEXT,
                        "Axe du cadre stratégique dont relève l’objectif principal.")
      ->largeur_max = 25;
  pv_sheet_columns_add (columns, "Action", "Territoires", PV_SHEET_LONG_TEXT,
                        "Quartiers, ou communes entières.")
      ->largeur_max = 22;
  pv_sheet_columns_add (columns, "Action", "Nature", PV_SHEET_TEXT,
                        "Action nouvelle ou reconduite.");
  pv_sheet_columns_add (columns, "Action", "CPO", PV_SHEET_CODE,
                        "Année de la convention pluriannuelle d’objectifs ; vide hors CPO.");
  pv_sheet_columns_add (columns, "Action", "Marque F-H", PV_SHEET_YEAR,
                        "Marque collective d’égalité : 0, 1 ou 2 ; vide : non évalué.");
}

static void
add_amount (GArray *columns, const char *entete, gboolean repliee, const char *definition)
{
  PvSheetColumn *column =
      pv_sheet_columns_add (columns, "Montants", entete, PV_SHEET_AMOUNT, definition);

  column->somme = TRUE;
  column->repliee = repliee;
}

static void
add_amounts (GArray *columns)
{
  add_amount (columns, "Coût total", FALSE, "Charges prévues, hors contributions volontaires.");
  add_amount (columns, "Sollicité", TRUE, "Tous financeurs.");
  add_amount (columns, "Proposé", TRUE, "Tous financeurs.");
  add_amount (columns, "Arbitré", TRUE, "Tous financeurs.");
  add_amount (columns, "Voté", TRUE, "Tous financeurs.");
  add_amount (columns, "Accordé", FALSE, "Montant voté ; à défaut arbitré, de chaque financement.");
  add_amount (columns, "Notifié", FALSE, "Tous financeurs.");
  add_amount (columns, "Versé", FALSE, "Acomptes, soldes et compléments, reversements déduits.");
}

static void
add_realised (GArray *columns)
{
  PvSheetColumn *column = pv_sheet_columns_add (columns, "Compte rendu", "Charges réalisées",
                                                PV_SHEET_AMOUNT, "Hors contributions volontaires.");

  column->somme = TRUE;
  pv_sheet_columns_add (columns, "Compte rendu", "Taux de réalisation", PV_SHEET_PERCENT,
                        "Charges réalisées rapportées au coût total.");
  pv_sheet_columns_add (columns, "Compte rendu", "Reçu le", PV_SHEET_DATE,
                        "Vide : le compte rendu n’est pas reçu.");
  pv_sheet_columns_add (columns, "Compte rendu", "Validé le", PV_SHEET_DATE,
                        "Vide : le compte rendu n’est pas validé.")
      ->repliee = TRUE;
  column = pv_sheet_columns_add (columns, "Compte rendu", "À récupérer", PV_SHEET_AMOUNT,
                                 "Montant à récupérer, confirmé.");
  column->somme = TRUE;
}

static void
add_people (GArray *columns)
{
  static const struct
  {
    const char *entete;
    gboolean repliee;
    const char *definition;
  } people[] = {
    { "Femmes prévues", TRUE, "Bénéficiaires prévus par le porteur." },
    { "Hommes prévus", TRUE, "Bénéficiaires prévus par le porteur." },
    { "Prévus", FALSE, "Femmes, hommes et non ventilés, de ce qui est connu." },
    { "Réalisés", FALSE, "Selon le compte rendu." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    {
      PvSheetColumn *column = pv_sheet_columns_add (columns, "Bénéficiaires", people[i].entete,
                                                    PV_SHEET_COUNT, people[i].definition);

      column->somme = TRUE;
      column->repliee = people[i].repliee;
    }
}

/* --- the rows ------------------------------------------------------------------------------- */

static void
write_action (Dossiers *self, const PvBilanDossierLigne *ligne)
{
  g_autofree char *cpo = ligne->cpo_annee == PV_INT_NULL || ligne->cpo_duree == PV_INT_NULL
                             ? NULL
                             : g_strdup_printf ("%" G_GINT64_FORMAT "/%" G_GINT64_FORMAT,
                                                ligne->cpo_annee, ligne->cpo_duree);
  g_autofree char *nature = ligne->nature == NULL ? NULL : pv_sheet_capitalise (ligne->nature);

  pv_sheet_add_number (self->sheet, ligne->exercice);
  pv_sheet_add_text (self->sheet, ligne->numero);
  pv_sheet_add_text (self->sheet, ligne->porteur);
  pv_sheet_add_text (self->sheet, ligne->intitule);
  pv_sheet_add_text (self->sheet, ligne->siret);
  pv_sheet_add_text (self->sheet,
                     pv_synthese_referentiel_get_axe (self->referentiel, ligne->noeud_id));
  pv_sheet_add_text (self->sheet, ligne->territoires);
  pv_sheet_add_text (self->sheet, nature);
  pv_sheet_add_text (self->sheet, cpo);
  pv_sheet_add_number (self->sheet, ligne->marque);
}

static gboolean
write_row (const PvBilanDossierLigne *ligne, gpointer user_data, GError **error)
{
  Dossiers *self = user_data;

  write_action (self, ligne);
  pv_sheet_add_number (self->sheet, ligne->cout_cents);
  pv_sheet_add_numbers (self->sheet, ligne->etapes, PV_ETAPE_NOTIFIE);
  pv_sheet_add_number (self->sheet, ligne->accorde_cents);
  pv_sheet_add_number (self->sheet, ligne->etapes[PV_ETAPE_NOTIFIE]);
  pv_sheet_add_number (self->sheet, ligne->etapes[PV_ETAPE_VERSE]);
  pv_sheet_add_number (self->sheet, ligne->realise_cents);
  pv_sheet_add_number (self->sheet, pv_money_rate_bp (ligne->realise_cents, ligne->cout_cents));
  pv_sheet_add_date (self->sheet, ligne->recu_le);
  pv_sheet_add_date (self->sheet, ligne->valide_le);
  pv_sheet_add_number (self->sheet, ligne->recuperer_cents);
  pv_sheet_add_number (self->sheet, ligne->femmes);
  pv_sheet_add_number (self->sheet, ligne->hommes);
  pv_sheet_add_number (self->sheet, ligne->prevus);
  pv_sheet_add_number (self->sheet, ligne->realises);

  return pv_sheet_end_row (self->sheet, error);
}

static gboolean
fill (PvSheet *sheet, gpointer user_data, GError **error)
{
  Dossiers *self = user_data;

  self->sheet = sheet;
  return pv_bilan_dossier_store_foreach (self->classeur->db, &self->classeur->analyse->perimetre,
                                         write_row, self, error);
}

gboolean
pv_bilan_dossiers_sheet_write (PvBilanClasseur *self, PvBilanFeuille feuille, GError **error)
{
  g_autoptr (PvSyntheseReferentiel) referentiel = pv_synthese_referentiel_load (self->db, error);
  Dossiers dossiers = { self, self->sheets[feuille], referentiel };
  GArray *columns = NULL;

  if (referentiel == NULL)
    return FALSE;

  columns = pv_sheet_columns_new ();
  add_action (columns);
  add_amounts (columns);
  add_realised (columns);
  add_people (columns);
  pv_sheet_set_max_lines (dossiers.sheet, MAX_LINES);
  pv_sheet_set_progress (dossiers.sheet, 2000, 8000, self->analyse->total.mesure.finances);
  pv_sheet_write_title (dossiers.sheet, "Dossiers financés", NULL);
  return pv_sheet_write_table (dossiers.sheet, 2, N_FROZEN, columns, "Aucun dossier financé.", fill,
                               &dossiers, error);
}
