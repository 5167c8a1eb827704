/* pv-lisez-moi.c: what a workbook is, and what each column of it holds
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "export/pv-lisez-moi.h"

#include <string.h>

#include "pv-date.h"

/* Beyond it the list of cut texts says how many more there are. */
#define MAX_CUTS_LISTED 1000

#define WIDTH_FIRST 27
#define WIDTH_SECOND 70
#define WIDTH_THIRD 90

typedef struct
{
  const PvLisezMoi *contenu;
  lxw_worksheet *worksheet;
  PvWorkbookFormats *formats;
  guint row;
} Page;

/* Not every reader makes a row as tall as its text. */
static void
set_height (Page *page, const char *second, const char *third)
{
  guint lines = pv_sheet_count_lines (second, WIDTH_SECOND);

  if (third != NULL)
    lines = MAX (lines, pv_sheet_count_lines (third, WIDTH_THIRD));
  worksheet_set_row (page->worksheet, page->row, pv_sheet_get_height (lines), NULL);
}

static void
write_fact (Page *page, const char *name, const char *value)
{
  set_height (page, value != NULL ? value : "", NULL);
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
  set_height (page, second, third);
  worksheet_write_string (page->worksheet, page->row, 0, first, page->formats->definition);
  worksheet_write_string (page->worksheet, page->row, 1, second, page->formats->definition_bold);
  worksheet_write_string (page->worksheet, page->row, 2, third, page->formats->definition);
  page->row++;
}

static void
write_rules (Page *page)
{
  write_section (page, "Règles de lecture");
  for (guint i = 0; i < page->contenu->n_regles; i++)
    write_fact (page, page->contenu->regles[i].nom, page->contenu->regles[i].texte);
}

/* Neighbours under one band that say the same are told once. Returns the next
 * column. */
static guint
write_definition (Page *page, const char *nom, const GArray *columns, guint first)
{
  const PvSheetColumn *column = &g_array_index (columns, PvSheetColumn, first);
  g_autoptr (GString) names = g_string_new (column->entete);
  guint next = first + 1;

  for (; next < columns->len; next++)
    {
      const PvSheetColumn *other = &g_array_index (columns, PvSheetColumn, next);

      if (g_strcmp0 (other->definition, column->definition) != 0 ||
          g_strcmp0 (other->bande, column->bande) != 0)
        break;
      g_string_append_printf (names, ", %s", other->entete);
    }

  write_line (page, nom, names->str, column->definition);
  return next;
}

static void
write_definitions (Page *page)
{
  write_section (page, "Définition des colonnes");
  write_headers (page, "Feuille", "Colonne", "Contenu");

  for (guint i = 0; i < page->contenu->n_sheets; i++)
    {
      PvSheet *sheet = page->contenu->sheets[i];
      const GArray *columns = pv_sheet_get_columns (sheet);

      for (guint j = 0; columns != NULL && j < columns->len;)
        j = write_definition (page, pv_sheet_get_nom (sheet), columns, j);
    }
}

static void
write_cuts (Page *page)
{
  GPtrArray *cuts = page->contenu->workbook->cuts;

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
  GPtrArray *files = page->contenu->workbook->result->files;

  for (guint i = 1; i < files->len; i++)
    {
      g_autofree char *name = g_filename_display_basename (files->pdata[i]);

      write_fact (page, "Données complètes", name);
    }
}

/* « 20 novembre 2026, 12:44 UTC » */
static char *
describe_now (PvClock *clock)
{
  g_autofree char *now = pv_clock_now (clock);
  g_autofree char *day = g_strndup (now, 10);
  g_autofree char *date = pv_date_format_french (day, PV_DATE_FORMAT_LONG);

  return g_strdup_printf ("%s, %.5s UTC", date, strlen (now) > 16 ? now + 11 : "");
}

/* « 1 dossier », « 2 dossiers » */
static char *
count (gint64 n, const char *one, const char *many)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT " %s", n, n < 2 ? one : many);
}

static char *
describe_counts (const PvSyntheseContexte *contexte)
{
  g_autofree char *dossiers = count (contexte->n_dossiers, "dossier", "dossiers");
  g_autofree char *chapeaux =
      count (contexte->n_chapeaux, "dossier détaillé en parties", "dossiers détaillés en parties");
  g_autofree char *financements = count (contexte->n_financements, "financement", "financements");

  if (contexte->n_chapeaux == 0)
    return g_strdup_printf ("%s, %s", dossiers, financements);

  return g_strdup_printf ("%s, %s, %s", dossiers, chapeaux, financements);
}

static gboolean
write_facts (Page *page, GError **error)
{
  const PvLisezMoi *self = page->contenu;
  const PvSyntheseContexte *contexte = self->contexte;
  g_autofree char *now = describe_now (pv_db_get_clock (self->db));
  g_autofree char *digest = pv_empreinte_dup_digest (self->empreinte, error);
  g_autofree char *file = g_filename_display_basename (pv_db_get_path (self->db));
  g_autofree char *counts = NULL;

  if (digest == NULL)
    return FALSE;

  counts = describe_counts (contexte);
  write_section (page, "Ce classeur");
  write_fact (page, "Fichier source", file);
  write_fact (page, "État du fichier (SHA-256)", digest);
  write_fact (page, "Écrit le", now);
  write_fact (page, "Version", "Progville " PV_VERSION);
  write_fact (page, "Contrat de ville", contexte->contrat);
  write_fact (page, "Appel", contexte->appel != NULL ? contexte->appel : "Tous les appels");
  write_fact (page, "Exercice", contexte->exercices);
  write_fact (page, "Filtre",
              self->filtre->appel_id == PV_INT_NULL && self->filtre->exercice == PV_INT_NULL
                  ? "Aucun : toute la base"
              : self->filtre->exercice == PV_INT_NULL ? "Dossiers de cet appel"
              : self->filtre->appel_id == PV_INT_NULL ? "Dossiers de cet exercice"
                                                      : "Dossiers de cet appel et de cet exercice");
  write_fact (page, "Contenu", counts);
  write_companions (page);
  return TRUE;
}

gboolean
pv_lisez_moi_write (const PvLisezMoi *self, PvSheet *sheet, GError **error)
{
  Page page = { self, pv_sheet_get_worksheet (sheet), self->workbook->formats, 2 };

  pv_sheet_write_title (sheet, "Lisez-moi", NULL);
  worksheet_set_portrait (page.worksheet);
  worksheet_set_column (page.worksheet, 0, 0, WIDTH_FIRST, page.formats->definition);
  worksheet_set_column (page.worksheet, 1, 1, WIDTH_SECOND, page.formats->definition);
  worksheet_set_column (page.worksheet, 2, 2, WIDTH_THIRD, page.formats->definition);

  if (!write_facts (&page, error))
    return FALSE;

  write_rules (&page);
  write_definitions (&page);
  write_cuts (&page);
  return TRUE;
}
