/* pv-synthese-avis-sheet.c: the sheets of the marks and of the avis
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "export/pv-synthese.h"
#include "instruction/pv-instruction.h"
#include "score/pv-notation.h"
#include "synthese/pv-synthese-instruction-store.h"

static const char *
label (PvStatement *row, int column, const PvVocabulaire *vocabulaire)
{
  const char *id = pv_statement_get_text (row, column);

  return pv_vocabulaire_to_libelle (vocabulaire, pv_vocabulaire_from_id (vocabulaire, id));
}

/* The score of each submitted instruction, by its key. */
static GHashTable *
load_scores (PvSynthese *self, GError **error)
{
  g_autoptr (PvNotation) notation = pv_notation_load (self->db, &self->filtre, PV_INT_NULL, error);
  g_autofree gint64 *poids = NULL;
  g_autofree gint64 *scores = NULL;
  GHashTable *known;

  if (notation == NULL)
    return NULL;

  poids = pv_notation_dup_poids (notation);
  scores = g_new (gint64, notation->instructions->len + 1);
  pv_notation_compute (notation, poids, -1, scores);
  known = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  for (guint i = 0; i < notation->instructions->len; i++)
    g_hash_table_insert (
        known,
        g_memdup2 (&g_array_index (notation->instructions, PvNotationInstruction, i).id,
                   sizeof (gint64)),
        g_memdup2 (&scores[i], sizeof (gint64)));

  return known;
}

static void
write_note (PvSheet *sheet, PvStatement *row, gpointer user_data)
{
  gboolean sans_objet = pv_statement_get_int (row, PV_SYNTHESE_NOTES_SANS_OBJET) == 1;

  for (int i = PV_SYNTHESE_NOTES_NUMERO; i <= PV_SYNTHESE_NOTES_INSTITUTION; i++)
    pv_sheet_add_text (sheet, pv_statement_get_text (row, i));
  pv_sheet_add_text (sheet, label (row, PV_SYNTHESE_NOTES_ETAT, &pv_instruction_etat_vocabulaire));
  pv_sheet_add_text (sheet, pv_statement_get_text (row, PV_SYNTHESE_NOTES_CRITERE));
  pv_sheet_add_number (sheet, pv_statement_get_int (row, PV_SYNTHESE_NOTES_POIDS));
  pv_sheet_add_number (sheet, pv_statement_get_int (row, PV_SYNTHESE_NOTES_VALEUR));
  pv_sheet_add_number (sheet, pv_statement_get_int (row, PV_SYNTHESE_NOTES_MAXIMUM));
  pv_sheet_add_text (sheet, sans_objet ? "Oui" : NULL);
}

static void
write_avis (PvSheet *sheet, PvStatement *row, gpointer user_data)
{
  gint64 instruction = pv_statement_get_int (row, PV_SYNTHESE_AVIS_INSTRUCTION);
  const gint64 *score = g_hash_table_lookup (user_data, &instruction);
  gboolean service =
      g_strcmp0 (pv_statement_get_text (row, PV_SYNTHESE_AVIS_GENRE), "service") == 0;

  for (int i = PV_SYNTHESE_AVIS_NUMERO; i <= PV_SYNTHESE_AVIS_QUI; i++)
    pv_sheet_add_text (sheet, pv_statement_get_text (row, i));
  pv_sheet_add_text (sheet, service ? "Service consulté" : "Institution");
  pv_sheet_add_text (sheet, label (row, PV_SYNTHESE_AVIS_ETAT, &pv_instruction_etat_vocabulaire));
  pv_sheet_add_text (sheet, label (row, PV_SYNTHESE_AVIS_AVIS, &pv_avis_vocabulaire));
  pv_sheet_add_number (sheet, score != NULL ? *score : PV_INT_NULL);
  pv_sheet_add_number (sheet, pv_statement_get_int (row, PV_SYNTHESE_AVIS_SCORE));
  pv_sheet_add_date (sheet, pv_statement_get_text (row, PV_SYNTHESE_AVIS_DATE));
  for (int i = PV_SYNTHESE_AVIS_QUESTION; i <= PV_SYNTHESE_AVIS_TEXTE; i++)
    pv_sheet_add_text (sheet, pv_statement_get_text (row, i));
}

static gboolean
fill (PvSheet *sheet,
      PvStatement *lines,
      void (*write_row) (PvSheet *sheet, PvStatement *row, gpointer user_data),
      gpointer user_data,
      GError **error)
{
  g_autoptr (PvStatement) rows = lines;
  PvStep step = PV_STEP_ERROR;

  if (rows == NULL)
    return FALSE;

  while ((step = pv_statement_step (rows, error)) == PV_STEP_ROW)
    {
      write_row (sheet, rows, user_data);
      if (!pv_sheet_end_row (sheet, error))
        return FALSE;
    }

  return step == PV_STEP_DONE;
}

static gboolean
fill_notes (PvSheet *sheet, gpointer user_data, GError **error)
{
  PvSynthese *self = user_data;

  return fill (sheet, pv_synthese_notes_open (self->db, &self->filtre, error), write_note, NULL,
               error);
}

static gboolean
fill_avis (PvSheet *sheet, gpointer user_data, GError **error)
{
  PvSynthese *self = user_data;

  g_autoptr (GHashTable) scores = load_scores (self, error);

  return scores != NULL && fill (sheet, pv_synthese_avis_open (self->db, &self->filtre, error),
                                 write_avis, scores, error);
}

static void
add_dossier (GArray *columns)
{
  pv_sheet_columns_add (columns, "Dossier", "N°", PV_SHEET_TEXT,
                        "Numéro du dossier dans son appel.");
  pv_sheet_columns_add (columns, "Dossier", "Porteur", PV_SHEET_LONG_TEXT,
                        "Organisme qui porte l’action.");
  pv_sheet_columns_add (columns, "Dossier", "Intitulé", PV_SHEET_LONG_TEXT, "Intitulé de l’action.")
      ->largeur_max = 50;
}

gboolean
pv_synthese_notes_sheet_write (PvSynthese *self, PvSheet *sheet, GError **error)
{
  GArray *columns = pv_sheet_columns_new ();

  add_dossier (columns);
  pv_sheet_columns_add (columns, "Instruction", "Institution", PV_SHEET_TEXT,
                        "Institution qui note.");
  pv_sheet_columns_add (
      columns, "Instruction", "État", PV_SHEET_TEXT,
      "Brouillon ou soumise ; seule une instruction soumise compte dans le score.");
  pv_sheet_columns_add (columns, "Note", "Critère", PV_SHEET_LONG_TEXT, "Critère de la grille.")
      ->largeur_max = 60;
  pv_sheet_columns_add (columns, "Note", "Poids", PV_SHEET_YEAR, "Poids du critère dans le score.");
  pv_sheet_columns_add (columns, "Note", "Note", PV_SHEET_YEAR, "Note donnée.");
  pv_sheet_columns_add (columns, "Note", "Maximum", PV_SHEET_YEAR, "Note la plus haute possible.");
  pv_sheet_columns_add (columns, "Note", "Sans objet", PV_SHEET_CODE,
                        "Le critère ne s’applique pas : il ne compte pas, ce qui n’est pas 0.");

  pv_sheet_write_title (sheet, "Notes", NULL);
  return pv_sheet_write_table (sheet, 2, 3, columns,
                               "Aucune note : la notation par critère n’a pas encore commencé.",
                               fill_notes, self, error);
}

gboolean
pv_synthese_avis_sheet_write (PvSynthese *self, PvSheet *sheet, GError **error)
{
  GArray *columns = pv_sheet_columns_new ();

  add_dossier (columns);
  pv_sheet_columns_add (columns, "Avis", "Institution ou service", PV_SHEET_TEXT,
                        "Qui donne l’avis.");
  pv_sheet_columns_add (columns, "Avis", "À titre de", PV_SHEET_TEXT,
                        "Institution qui instruit, ou service consulté.");
  pv_sheet_columns_add (columns, "Avis", "État", PV_SHEET_TEXT, "Brouillon ou soumise.");
  pv_sheet_columns_add (columns, "Avis", "Avis", PV_SHEET_TEXT, "Sens de l’avis.");
  pv_sheet_columns_add (columns, "Avis", "Score", PV_SHEET_SCORE,
                        "Score sur 100 des notes de la grille, à défaut score déclaré ; vide si "
                        "incomplet ou en brouillon.");
  pv_sheet_columns_add (columns, "Avis", "Score déclaré", PV_SHEET_SCORE,
                        "Score sur 100 donné sans le détail des notes.");
  pv_sheet_columns_add (columns, "Avis", "Date", PV_SHEET_DATE, "Jour où l’avis a été rendu.");
  pv_sheet_columns_add (columns, "Texte", "Question", PV_SHEET_LONG_TEXT,
                        "Question posée au service consulté.");
  pv_sheet_columns_add (columns, "Texte", "Réserves", PV_SHEET_LONG_TEXT, "Réserves de l’avis.");
  pv_sheet_columns_add (columns, "Texte", "Commentaire ou réponse", PV_SHEET_LONG_TEXT,
                        "Texte de l’avis.")
      ->largeur_max = 70;

  pv_sheet_write_title (sheet, "Avis", NULL);
  return pv_sheet_write_table (sheet, 2, 3, columns, "Aucun avis n’a encore été rendu.", fill_avis,
                               self, error);
}
