/* pv-synthese-lisez-moi-sheet.c: what the workbook is, and what each column holds
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "export/pv-synthese.h"
#include "pv-history.h"

/* Beyond it the list of cut texts says how many more there are. */
#define MAX_CUTS_LISTED 1000

typedef struct
{
  PvSynthese *synthese;
  lxw_worksheet *worksheet;
  PvWorkbookFormats *formats;
  guint row;
} Page;

static void
write_fact (Page *page, const char *name, const char *value)
{
  worksheet_write_string (page->worksheet, page->row, 0, name, page->formats->definition_bold);
  worksheet_write_string (page->worksheet, page->row, 1, value != NULL ? value : "–",
                          page->formats->definition);
  page->row++;
}

static void
write_section (Page *page, const char *title)
{
  page->row++;
  worksheet_set_row (page->worksheet, page->row, 22, NULL);
  worksheet_write_string (page->worksheet, page->row, 0, title, page->formats->section);
  page->row++;
}

static void
write_headers (Page *page, const char *first, const char *second, const char *third)
{
  const char *headers[] = { first, second, third };

  for (guint i = 0; i < G_N_ELEMENTS (headers); i++)
    worksheet_write_string (page->worksheet, page->row, (lxw_col_t)i, headers[i],
                            page->formats->header_left);
  page->row++;
}

static void
write_line (Page *page, const char *first, const char *second, const char *third)
{
  worksheet_write_string (page->worksheet, page->row, 0, first, page->formats->definition);
  worksheet_write_string (page->worksheet, page->row, 1, second, page->formats->definition_bold);
  worksheet_write_string (page->worksheet, page->row, 2, third, page->formats->definition);
  page->row++;
}

static void
write_rules (Page *page)
{
  write_section (page, "Règles de lecture");
  write_fact (page, "Cellule vide", "Non connu, pas de réponse ou non évalué. Ce n’est jamais 0.");
  write_fact (page, "0,00 €", "Le financeur a refusé.");
  write_fact (page, "Accordé", "Montant voté ; à défaut arbitré.");
  write_fact (page, "Dossier en gris",
              "Dossier détaillé en parties : il n’est ni compté ni sommé, ses parties le sont.");
  write_fact (
      page, "Totaux",
      "Les totaux suivent les filtres (SOUS.TOTAL) ; sans filtre, ils sont égaux au centime "
      "aux totaux de la base.");
  write_fact (page, "Ordre des lignes", "Celui de la saisie ou de l’import.");
}

static void
write_definitions (Page *page)
{
  write_section (page, "Définition des colonnes");
  write_headers (page, "Feuille", "Colonne", "Contenu");

  for (guint i = 0; i < PV_SYNTHESE_N_FEUILLES; i++)
    {
      PvSheet *sheet = page->synthese->sheets[i];
      const GArray *columns = pv_sheet_get_columns (sheet);

      for (guint j = 0; columns != NULL && j < columns->len; j++)
        {
          const PvSheetColumn *column = &g_array_index (columns, PvSheetColumn, j);

          write_line (page, pv_sheet_get_nom (sheet), column->entete, column->definition);
        }
    }
}

static void
write_cuts (Page *page)
{
  GPtrArray *cuts = page->synthese->workbook->cuts;

  if (cuts->len == 0)
    return;

  write_section (page, "Textes coupés");
  write_headers (page, "Feuille", "Cellule", "Colonne");
  for (guint i = 0; i < MIN (cuts->len, MAX_CUTS_LISTED); i++)
    {
      const PvWorkbookCut *cut = cuts->pdata[i];

      write_line (page, cut->feuille, cut->cellule, cut->colonne);
    }

  if (cuts->len > MAX_CUTS_LISTED)
    {
      g_autofree char *rest = g_strdup_printf ("et %u autres", cuts->len - MAX_CUTS_LISTED);

      write_line (page, "", rest, "");
    }
}

static void
write_companions (Page *page)
{
  GPtrArray *files = page->synthese->workbook->result->files;

  for (guint i = 1; i < files->len; i++)
    {
      g_autofree char *name = g_filename_display_basename (files->pdata[i]);

      write_fact (page, "Données complètes", name);
    }
}

static gboolean
write_facts (Page *page, GError **error)
{
  PvSynthese *self = page->synthese;
  const PvSyntheseContexte *contexte = self->contexte;
  g_autofree char *now = pv_clock_now (pv_db_get_clock (self->db));
  g_autofree char *digest = pv_history_digest (self->db, error);
  g_autofree char *file = g_filename_display_basename (pv_db_get_path (self->db));
  g_autofree char *counts = NULL;

  if (digest == NULL)
    return FALSE;

  counts = g_strdup_printf ("%" G_GINT64_FORMAT " dossiers, %" G_GINT64_FORMAT
                            " dossiers détaillés en parties, %" G_GINT64_FORMAT " financements",
                            contexte->n_dossiers, contexte->n_chapeaux, contexte->n_financements);

  write_section (page, "Ce classeur");
  write_fact (page, "Fichier source", file);
  write_fact (page, "État du fichier (SHA-256)", digest);
  write_fact (page, "Écrit le (UTC)", now);
  write_fact (page, "Version", "Progville " PV_VERSION);
  write_fact (page, "Contrat de ville", contexte->contrat);
  write_fact (page, "Appel", contexte->appel != NULL ? contexte->appel : "Tous les appels");
  write_fact (page, "Exercice", contexte->exercices);
  write_fact (page, "Filtre",
              self->filtre.appel_id == PV_INT_NULL && self->filtre.exercice == PV_INT_NULL
                  ? "Aucun : toute la base"
              : self->filtre.exercice == PV_INT_NULL ? "Dossiers de cet appel"
              : self->filtre.appel_id == PV_INT_NULL ? "Dossiers de cet exercice"
                                                     : "Dossiers de cet appel et de cet exercice");
  write_fact (page, "Contenu", counts);
  write_companions (page);
  return TRUE;
}

gboolean
pv_synthese_lisez_moi_sheet_write (PvSynthese *self, PvSheet *sheet, GError **error)
{
  Page page = { self, pv_sheet_get_worksheet (sheet), self->workbook->formats, 2 };

  pv_sheet_write_title (sheet, "Lisez-moi", NULL);
  worksheet_set_portrait (page.worksheet);
  worksheet_set_column (page.worksheet, 0, 0, 26, page.formats->definition);
  worksheet_set_column (page.worksheet, 1, 1, 70, page.formats->definition);
  worksheet_set_column (page.worksheet, 2, 2, 90, page.formats->definition);

  if (!write_facts (&page, error))
    return FALSE;

  write_rules (&page);
  write_definitions (&page);
  write_cuts (&page);
  return TRUE;
}
