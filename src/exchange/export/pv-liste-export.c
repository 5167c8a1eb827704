/* pv-liste-export.c: a list of the screen as a file: what is shown, and no more
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "export/pv-liste-export.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "export/pv-liste-csv.h"
#include "export/pv-sheet.h"

/* Title and context above the header. */
#define PREMIERE_LIGNE 2

/* Closing and reading the workbook again takes the rest. */
#define ROWS_DONE_BP 7000

static const PvSheetKind kinds[] = {
  [PV_LISTE_TEXTE] = PV_SHEET_TEXT,     [PV_LISTE_CODE] = PV_SHEET_CODE,
  [PV_LISTE_MONTANT] = PV_SHEET_AMOUNT, [PV_LISTE_NOMBRE] = PV_SHEET_COUNT,
  [PV_LISTE_SCORE] = PV_SHEET_SCORE,    [PV_LISTE_ANNEE] = PV_SHEET_YEAR,
  [PV_LISTE_DATE] = PV_SHEET_DATE,
};

static void
add_cell (PvSheet *sheet, PvListeGenre genre, const PvListeCellule *cellule)
{
  if (genre == PV_LISTE_TEXTE || genre == PV_LISTE_CODE)
    pv_sheet_add_text (sheet, cellule->texte);
  else if (genre == PV_LISTE_DATE)
    pv_sheet_add_date (sheet, cellule->texte);
  else
    pv_sheet_add_number (sheet, cellule->nombre);
}

static gboolean
fill (PvSheet *sheet, gpointer user_data, GError **error)
{
  const PvListe *liste = user_data;
  g_autofree PvListeCellule *cellules = g_new0 (PvListeCellule, liste->n_colonnes);

  for (guint i = 0; i < liste->n_lignes; i++)
    {
      gboolean grisee = FALSE, filled;

      pv_liste_clear_cells (liste, cellules);
      filled = liste->ligne (i, cellules, &grisee, liste->user_data, error);
      if (filled && grisee)
        pv_sheet_mute_row (sheet);
      for (guint j = 0; filled && j < liste->n_colonnes; j++)
        add_cell (sheet, liste->colonnes[j].genre, &cellules[j]);
      pv_liste_clear_cells (liste, cellules);
      if (!filled || !pv_sheet_end_row (sheet, error))
        return FALSE;
    }

  return TRUE;
}

static GArray *
make_columns (const PvListe *liste)
{
  GArray *columns = pv_sheet_columns_new ();

  for (guint i = 0; i < liste->n_colonnes; i++)
    {
      const PvListeColonne *colonne = &liste->colonnes[i];
      PvSheetColumn *column =
          pv_sheet_columns_add (columns, NULL, colonne->entete, kinds[colonne->genre], NULL);

      column->somme = colonne->somme;
    }

  return columns;
}

static PvExportResult *
write_workbook (const PvExportRequest *request, const PvListe *liste, GError **error)
{
  PvWorkbookLimits limits = PV_WORKBOOK_LIMITS;
  g_autoptr (PvWorkbook) workbook =
      pv_workbook_new (request, &limits, liste->n_lignes > limits.constant_memory_above, error);
  g_autoptr (PvSheet) sheet = NULL;

  if (workbook == NULL)
    return NULL;

  workbook->contexte = g_strdup (liste->contexte);
  workbook->pied = g_strdup ("Progville");
  pv_workbook_set_properties (workbook, liste->titre, liste->contexte);
  sheet = pv_sheet_new (workbook, liste->titre);
  pv_sheet_set_progress (sheet, 0, ROWS_DONE_BP, liste->n_lignes);
  pv_sheet_write_title (sheet, liste->titre, NULL);
  if (!pv_sheet_write_table (sheet, PREMIERE_LIGNE, 1, make_columns (liste), "Aucune ligne", fill,
                             (gpointer)liste, error))
    return NULL;
  workbook->result->n_dossiers = liste->n_lignes;

  return pv_workbook_finish (workbook, error);
}

static PvExportResult *
write_liste (const PvExportRequest *request, gpointer user_data, GError **error)
{
  const PvListe *liste = user_data;
  g_autofree char *lower = g_ascii_strdown (request->path, -1);
  PvExportResult *result = NULL;

  if (!pv_db_begin_snapshot (request->db, error))
    return NULL;

  pv_db_set_cancellable (request->db, request->cancellable);
  if (g_str_has_suffix (lower, ".xlsx"))
    result = write_workbook (request, liste, error);
  else
    result = pv_liste_csv_write (request, liste, error);
  pv_db_set_cancellable (request->db, NULL);
  pv_db_end_snapshot (request->db);

  return result;
}

PvExportResult *
pv_liste_export_run (const PvExportRequest *request, const PvListe *liste, GError **error)
{
  g_return_val_if_fail (request->db != NULL && request->path != NULL, NULL);
  g_return_val_if_fail (liste->n_colonnes > 0, NULL);

  return pv_export_run_func (request, write_liste, (gpointer)liste, error);
}
