/* pv-synthese-egalite-sheet.c: the sheet of women's and men's equality
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "egalite/pv-egalite.h"
#include "export/pv-synthese.h"
#include "synthese/pv-synthese-egalite-store.h"

/* Where the roll-ups stand: under the columns of the detail that hold numbers. */
enum
{
  COL_LABEL = 2,
  COL_DOSSIERS,
  COL_DEMANDE,
  COL_ACCORDE,
};

#define FIRST_ROLLUP 3
#define N_ROLLUPS 8
#define TABLE_ROW (FIRST_ROLLUP + N_ROLLUPS + 1)

static const char *const mark_labels[PV_SYNTHESE_N_MARQUES] = {
  "Marque 0",
  "Marque 1",
  "Marque 2",
  "Non évalué",
};

static void
write_cents (PvSheet *sheet, guint row, guint column, PvCents cents)
{
  PvWorkbook *workbook = pv_sheet_get_workbook (sheet);

  if (cents != PV_CENTS_NULL)
    worksheet_write_number (pv_sheet_get_worksheet (sheet), row, (lxw_col_t)column,
                            (double)cents / 100.0, workbook->formats->cells[PV_SHEET_AMOUNT]);
}

static void
write_rate (PvSheet *sheet, guint row, guint column, gint64 part, gint64 whole)
{
  PvWorkbook *workbook = pv_sheet_get_workbook (sheet);
  gint64 rate = pv_money_rate_bp (part, whole);

  if (rate != PV_INT_NULL)
    worksheet_write_number (pv_sheet_get_worksheet (sheet), row, (lxw_col_t)column,
                            (double)rate / 10000.0, workbook->formats->cells[PV_SHEET_PERCENT]);
}

static void
write_label (PvSheet *sheet, guint row, const char *label)
{
  worksheet_write_string (pv_sheet_get_worksheet (sheet), row, COL_LABEL, label,
                          pv_sheet_get_workbook (sheet)->formats->cells[PV_SHEET_TEXT]);
}

static void
write_rollup_headers (PvSheet *sheet)
{
  static const char *const headers[] = { "Marques collectives", "Dossiers", "Demandé", "Accordé" };
  PvWorkbookFormats *formats = pv_sheet_get_workbook (sheet)->formats;
  lxw_worksheet *worksheet = pv_sheet_get_worksheet (sheet);

  for (guint i = 0; i < G_N_ELEMENTS (headers); i++)
    worksheet_write_string (worksheet, FIRST_ROLLUP, (lxw_col_t)(COL_LABEL + i), headers[i],
                            i == 0 ? formats->header_left : formats->header_right);
}

static void
write_mark (PvSheet *sheet, guint row, const char *label, const PvSyntheseMarque *mark)
{
  write_label (sheet, row, label);
  worksheet_write_number (pv_sheet_get_worksheet (sheet), row, COL_DOSSIERS, (double)mark->dossiers,
                          pv_sheet_get_workbook (sheet)->formats->cells[PV_SHEET_COUNT]);
  write_cents (sheet, row, COL_DEMANDE, mark->demande_cents);
  write_cents (sheet, row, COL_ACCORDE, mark->accorde_cents);
}

/* The parts of a sum that the database could hold. */
static void
add_mark (PvSyntheseMarque *sum, const PvSyntheseMarque *mark)
{
  sum->dossiers += mark->dossiers;
  pv_money_add (sum->demande_cents, mark->demande_cents, &sum->demande_cents);
  pv_money_add (sum->accorde_cents, mark->accorde_cents, &sum->accorde_cents);
}

static void
write_rates (PvSheet *sheet,
             guint row,
             const char *label,
             const PvSyntheseMarque *part,
             const PvSyntheseMarque *whole)
{
  write_label (sheet, row, label);
  write_rate (sheet, row, COL_DOSSIERS, part->dossiers, whole->dossiers);
  write_rate (sheet, row, COL_DEMANDE, part->demande_cents, whole->demande_cents);
  write_rate (sheet, row, COL_ACCORDE, part->accorde_cents, whole->accorde_cents);
}

static void
write_rollups (PvSheet *sheet, const PvSyntheseMarque *marks)
{
  PvSyntheseMarque favourable = { 0, PV_CENTS_NULL, PV_CENTS_NULL };
  PvSyntheseMarque assessed = favourable;
  PvSyntheseMarque all = favourable;
  guint row = FIRST_ROLLUP;

  write_rollup_headers (sheet);
  for (guint i = 0; i < PV_SYNTHESE_N_MARQUES; i++)
    {
      write_mark (sheet, ++row, mark_labels[i], &marks[i]);
      add_mark (&all, &marks[i]);
      if (i != PV_SYNTHESE_MARQUE_NON_EVALUE)
        add_mark (&assessed, &marks[i]);
      if (i == 1 || i == 2)
        add_mark (&favourable, &marks[i]);
    }

  write_mark (sheet, ++row, "Ensemble", &all);
  write_rates (sheet, ++row, "Part des marques 1 et 2 parmi les évalués", &favourable, &assessed);
  write_rates (sheet, ++row, "Couverture : évalués parmi tous", &assessed, &all);
}

/* « Oui », « Non », or how many said each. */
static void
add_reponse (PvSheet *sheet, PvStatement *row, guint question)
{
  gint64 yes = pv_statement_get_int (row, PV_SYNTHESE_EGALITE_REPONSES + 2 * (int)question);
  gint64 no = pv_statement_get_int (row, PV_SYNTHESE_EGALITE_REPONSES + 2 * (int)question + 1);
  g_autofree char *divided = NULL;

  if (yes > 0 && no > 0)
    {
      divided = g_strdup_printf ("%" G_GINT64_FORMAT " oui, %" G_GINT64_FORMAT " non", yes, no);
      pv_sheet_add_text (sheet, divided);
    }
  else
    pv_sheet_add_text (sheet, yes > 0 ? "Oui" : no > 0 ? "Non" : NULL);
}

/* What the tree gives with the common answers, once all of the path are there. */
static void
add_resultat (PvSheet *sheet, PvStatement *row)
{
  gint64 criteres = pv_statement_get_int (row, PV_SYNTHESE_EGALITE_CRITERES);
  PvEgaliteReponse reponses[PV_N_EGALITE_QUESTIONS];
  PvEgaliteResultat resultat;

  for (int q = 0; q < PV_N_EGALITE_QUESTIONS; q++)
    {
      gint64 reponse = pv_statement_get_int (row, PV_SYNTHESE_EGALITE_COMMUNES + q);

      reponses[q] = reponse == PV_INT_NULL ? PV_EGALITE_SANS_REPONSE : (PvEgaliteReponse)reponse;
    }
  pv_egalite_decide (reponses, (guint)CLAMP (criteres, 1, 3), &resultat);
  pv_sheet_add_number (sheet, resultat.marque);
}

static gboolean
fill (PvSheet *sheet, gpointer user_data, GError **error)
{
  PvSynthese *self = user_data;
  g_autoptr (PvStatement) rows = pv_synthese_egalite_open (self->db, &self->filtre, error);
  PvStep step = PV_STEP_ERROR;

  if (rows == NULL)
    return FALSE;

  while ((step = pv_statement_step (rows, error)) == PV_STEP_ROW)
    {
      for (int i = PV_SYNTHESE_EGALITE_NUMERO; i <= PV_SYNTHESE_EGALITE_INTITULE; i++)
        pv_sheet_add_text (sheet, pv_statement_get_text (rows, i));
      pv_sheet_add_number (sheet, pv_statement_get_int (rows, PV_SYNTHESE_EGALITE_MARQUEUR));
      pv_sheet_add_number (sheet, pv_statement_get_int (rows, PV_SYNTHESE_EGALITE_DEMANDE));
      pv_sheet_add_number (sheet, pv_statement_get_int (rows, PV_SYNTHESE_EGALITE_ACCORDE));
      for (guint i = 0; i < PV_SYNTHESE_EGALITE_N_QUESTIONS; i++)
        add_reponse (sheet, rows, i);
      add_resultat (sheet, rows);
      pv_sheet_add_date (sheet, pv_statement_get_text (rows, PV_SYNTHESE_EGALITE_DECIDE_LE));
      pv_sheet_add_text (sheet, pv_statement_get_text (rows, PV_SYNTHESE_EGALITE_JUSTIFICATION));
      if (!pv_sheet_end_row (sheet, error))
        return FALSE;
    }

  return step == PV_STEP_DONE;
}

static GArray *
make_columns (void)
{
  static const char *const questions[] = { "Public mixte",       "Objectif principal : égalité",
                                           "Diagnostic sexué",   "Participation équilibrée",
                                           "Indicateurs sexués", "Non-mixité cohérente" };
  GArray *columns = pv_sheet_columns_new ();

  pv_sheet_columns_add (columns, "Dossier", "N°", PV_SHEET_TEXT,
                        "Numéro du dossier dans son appel.");
  pv_sheet_columns_add (columns, "Dossier", "Porteur", PV_SHEET_LONG_TEXT,
                        "Organisme qui porte l’action.");
  pv_sheet_columns_add (columns, "Dossier", "Intitulé", PV_SHEET_LONG_TEXT, "Intitulé de l’action.")
      ->largeur_max = 50;
  pv_sheet_columns_add (columns, "Marque", "Marque collective", PV_SHEET_YEAR,
                        "0, 1 ou 2, décidée ensemble ; vide : non évalué, ce qui n’est pas 0.");
  pv_sheet_columns_add (columns, "Marque", "Demandé", PV_SHEET_AMOUNT, "Montant sollicité.")
      ->somme = TRUE;
  pv_sheet_columns_add (columns, "Marque", "Accordé", PV_SHEET_AMOUNT,
                        "Montant voté, à défaut arbitré.")
      ->somme = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    pv_sheet_columns_add (columns, "Réponses des institutions", questions[i], PV_SHEET_CODE,
                          "Réponse commune, ou nombre d’institutions de chaque avis.");
  pv_sheet_columns_add (
      columns, "Décision", "Résultat de l’arbre", PV_SHEET_YEAR,
      "Marque que donne l’arbre de décision avec les réponses communes, une fois toutes les "
      "questions du chemin répondues.");
  pv_sheet_columns_add (columns, "Décision", "Décidée le", PV_SHEET_DATE,
                        "Jour de la marque collective.");
  pv_sheet_columns_add (columns, "Décision", "Justification", PV_SHEET_LONG_TEXT,
                        "Justification de la marque collective.")
      ->largeur_max = 60;

  return columns;
}

gboolean
pv_synthese_egalite_sheet_write (PvSynthese *self, PvSheet *sheet, GError **error)
{
  PvSyntheseMarque marks[PV_SYNTHESE_N_MARQUES];

  if (!pv_synthese_marques_load (self->db, &self->filtre, marks, error))
    return FALSE;

  pv_sheet_write_title (sheet, "Égalité entre les femmes et les hommes", NULL);
  write_rollups (sheet, marks);

  return pv_sheet_write_table (sheet, TABLE_ROW, 0, make_columns (), "Aucun dossier.", fill, self,
                               error);
}
