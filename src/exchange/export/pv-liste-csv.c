/* pv-liste-csv.c: a list as CSV
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "export/pv-liste-csv.h"

#include <glib/gstdio.h>
#include <string.h>

#include "export/pv-workbook.h"
#include "pv-text.h"

/* UTF-8 with its mark, semicolons and decimal commas: what a French Excel opens
 * with a double click. */
#define BOM "\xef\xbb\xbf"
#define FLUSH_AT (64 * 1024)
#define ROWS_BETWEEN_LOOKS 256

void
pv_liste_clear_cells (const PvListe *liste, PvListeCellule *cellules)
{
  for (guint i = 0; i < liste->n_colonnes; i++)
    {
      g_clear_pointer (&cellules[i].texte, g_free);
      cellules[i].nombre = PV_INT_NULL;
    }
}

static void
append_field (GString *csv, guint column, const char *text)
{
  if (column > 0)
    g_string_append_c (csv, ';');
  if (strpbrk (text, ";\"\r\n") == NULL)
    {
      g_string_append (csv, text);
      return;
    }

  g_string_append_c (csv, '"');
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (csv, '"');
      g_string_append_c (csv, *p);
    }
  g_string_append_c (csv, '"');
}

static char *
cell_to_text (PvListeGenre genre, const PvListeCellule *cellule)
{
  if (genre == PV_LISTE_TEXTE || genre == PV_LISTE_CODE || genre == PV_LISTE_DATE)
    return pv_text_neutralise (cellule->texte != NULL ? cellule->texte : "");
  if (cellule->nombre == PV_INT_NULL)
    return g_strdup ("");
  if (genre == PV_LISTE_MONTANT || genre == PV_LISTE_SCORE)
    return g_strdup_printf ("%s%" G_GINT64_FORMAT ",%02" G_GINT64_FORMAT,
                            cellule->nombre < 0 ? "-" : "", ABS (cellule->nombre) / 100,
                            ABS (cellule->nombre) % 100);

  return g_strdup_printf ("%" G_GINT64_FORMAT, cellule->nombre);
}

static gboolean
append_row (GString *csv, const PvListe *liste, guint ligne, GError **error)
{
  g_autofree PvListeCellule *cellules = g_new0 (PvListeCellule, liste->n_colonnes);
  gboolean grisee = FALSE, filled;

  pv_liste_clear_cells (liste, cellules);
  filled = liste->ligne (ligne, cellules, &grisee, liste->user_data, error);
  for (guint i = 0; filled && i < liste->n_colonnes; i++)
    {
      g_autofree char *text = cell_to_text (liste->colonnes[i].genre, &cellules[i]);

      append_field (csv, i, text);
    }
  g_string_append (csv, "\r\n");
  pv_liste_clear_cells (liste, cellules);

  return filled;
}

static gboolean
flush (GString *csv, GOutputStream *stream, const PvExportRequest *request, GError **error)
{
  g_autoptr (GError) local = NULL;

  if (!g_output_stream_write_all (stream, csv->str, csv->len, NULL, request->cancellable, &local))
    {
      if (g_error_matches (local, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_propagate_error (error, g_steal_pointer (&local));
      else
        pv_export_set_write_error (error, request->path, local->message);
      return FALSE;
    }
  g_string_truncate (csv, 0);

  return TRUE;
}

static gboolean
write_rows (const PvExportRequest *request,
            const PvListe *liste,
            GOutputStream *stream,
            GError **error)
{
  g_autoptr (GString) csv = g_string_new (BOM);

  for (guint i = 0; i < liste->n_colonnes; i++)
    {
      g_autofree char *header = pv_text_neutralise (liste->colonnes[i].entete);

      append_field (csv, i, header);
    }
  g_string_append (csv, "\r\n");

  for (guint i = 0; i < liste->n_lignes; i++)
    {
      if (i % ROWS_BETWEEN_LOOKS == 0)
        {
          if (g_cancellable_set_error_if_cancelled (request->cancellable, error))
            return FALSE;
          if (request->progress != NULL)
            request->progress (liste->titre, (guint)((guint64)i * 9900 / liste->n_lignes),
                               request->progress_data);
        }
      if (!append_row (csv, liste, i, error) ||
          (csv->len >= FLUSH_AT && !flush (csv, stream, request, error)))
        return FALSE;
    }

  return flush (csv, stream, request, error);
}

static gboolean
write_partial (const PvExportRequest *request,
               const PvListe *liste,
               const char *partial,
               GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (partial);
  g_autoptr (GError) local = NULL;
  g_autoptr (GFileOutputStream) stream =
      g_file_append_to (file, G_FILE_CREATE_PRIVATE, NULL, &local);

  if (stream == NULL)
    {
      pv_export_set_write_error (error, request->path, local->message);
      return FALSE;
    }
  if (!write_rows (request, liste, G_OUTPUT_STREAM (stream), error))
    return FALSE;
  if (!g_output_stream_close (G_OUTPUT_STREAM (stream), NULL, &local))
    {
      pv_export_set_write_error (error, request->path, local->message);
      return FALSE;
    }

  return pv_export_publish (partial, request->path, error);
}

PvExportResult *
pv_liste_csv_write (const PvExportRequest *request, const PvListe *liste, GError **error)
{
  g_autofree char *partial = pv_export_make_partial (request->path, error);
  PvExportResult *result;

  if (partial == NULL)
    return NULL;
  if (!write_partial (request, liste, partial, error))
    {
      g_unlink (partial);
      return NULL;
    }

  result = g_new0 (PvExportResult, 1);
  result->files = g_ptr_array_new_with_free_func (g_free);
  result->warnings = g_ptr_array_new_with_free_func (g_free);
  result->n_dossiers = liste->n_lignes;
  g_ptr_array_add (result->files, g_strdup (request->path));

  return result;
}
