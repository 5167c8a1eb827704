/* pv-sheet-csv.c: the complete rows of a sheet in a CSV file beside the workbook
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "export/pv-sheet-private.h"

#include <string.h>

#include "pv-text.h"

/* UTF-8 with its mark, semicolons and decimal commas: what a French Excel opens
 * with a double click. */
#define BOM "\xef\xbb\xbf"
#define FLUSH_AT (64 * 1024)

static void
append_field (PvSheet *self, const char *text)
{
  if (self->column > 0)
    g_string_append_c (self->csv, ';');

  if (strpbrk (text, ";\"\r\n") == NULL)
    {
      g_string_append (self->csv, text);
      return;
    }

  g_string_append_c (self->csv, '"');
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (self->csv, '"');
      g_string_append_c (self->csv, *p);
    }
  g_string_append_c (self->csv, '"');
}

void
pv_sheet_csv_add_text (PvSheet *self, const char *text)
{
  g_autofree char *neutral = pv_text_neutralise (text);

  append_field (self, neutral);
}

static guint
decimals (PvSheetKind kind)
{
  switch (kind)
    {
    case PV_SHEET_AMOUNT:
    case PV_SHEET_SCORE:
    case PV_SHEET_PERCENT:
      return 2;

    case PV_SHEET_TEXT:
    case PV_SHEET_LONG_TEXT:
    case PV_SHEET_CODE:
    case PV_SHEET_COUNT:
    case PV_SHEET_YEAR:
    case PV_SHEET_DATE:
    default:
      return 0;
    }
}

/* A rate is in percent, which its header says. */
void
pv_sheet_csv_add_number (PvSheet *self, gint64 value)
{
  PvSheetKind kind = pv_sheet_column (self, self->column)->kind;
  g_autofree char *text = NULL;

  if (value == PV_INT_NULL)
    text = g_strdup ("");
  else if (decimals (kind) == 2)
    text = g_strdup_printf ("%s%" G_GINT64_FORMAT ",%02" G_GINT64_FORMAT, value < 0 ? "-" : "",
                            ABS (value) / 100, ABS (value) % 100);
  else
    text = g_strdup_printf ("%" G_GINT64_FORMAT, value);

  append_field (self, text);
}

static gboolean
flush (PvSheet *self, GError **error)
{
  g_autoptr (GError) local_error = NULL;

  if (!g_output_stream_write_all (self->csv_stream, self->csv->str, self->csv->len, NULL,
                                  self->workbook->request->cancellable, &local_error))
    {
      if (g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_propagate_error (error, g_steal_pointer (&local_error));
      else
        pv_export_set_write_error (error, self->workbook->request->path, local_error->message);
      return FALSE;
    }

  g_string_truncate (self->csv, 0);
  return TRUE;
}

gboolean
pv_sheet_csv_end_row (PvSheet *self, GError **error)
{
  g_string_append (self->csv, "\r\n");

  return self->csv->len < FLUSH_AT || flush (self, error);
}

static void
append_headers (PvSheet *self)
{
  g_string_append (self->csv, BOM);
  for (self->column = 0; self->column < self->columns->len; self->column++)
    {
      const PvSheetColumn *column = pv_sheet_column (self, self->column);
      g_autofree char *header = column->kind == PV_SHEET_PERCENT
                                    ? g_strdup_printf ("%s (%%)", column->entete)
                                    : g_strdup (column->entete);

      append_field (self, header);
    }
  self->column = 0;
  g_string_append (self->csv, "\r\n");
}

/* `synthese.xlsx` → `synthese-Dossiers.csv`. */
static char *
make_path (PvSheet *self)
{
  const char *path = self->workbook->request->path;
  const char *dot = strrchr (path, '.');
  const char *slash = strrchr (path, G_DIR_SEPARATOR);
  gsize size = dot != NULL && (slash == NULL || dot > slash) ? (gsize)(dot - path) : strlen (path);

  return g_strdup_printf ("%.*s-%s.csv", (int)size, path, self->nom);
}

static GOutputStream *
open_stream (const char *partial, const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (partial);
  g_autoptr (GError) local_error = NULL;
  GFileOutputStream *stream = g_file_append_to (file, G_FILE_CREATE_PRIVATE, NULL, &local_error);

  if (stream == NULL)
    pv_export_set_write_error (error, path, local_error->message);

  return (GOutputStream *)stream;
}

gboolean
pv_sheet_csv_write (PvSheet *self, PvSheetFill fill, gpointer user_data, GError **error)
{
  g_autofree char *path = make_path (self);
  g_autofree char *partial = pv_export_make_partial (path, error);
  g_autoptr (GOutputStream) stream = NULL;
  g_autoptr (GString) buffer = g_string_new (NULL);
  gboolean written = FALSE;

  if (partial == NULL)
    return FALSE;

  stream = open_stream (partial, path, error);
  g_ptr_array_add (self->workbook->companions, g_steal_pointer (&partial));
  g_ptr_array_add (self->workbook->result->files, g_steal_pointer (&path));
  if (stream == NULL)
    return FALSE;

  self->csv = buffer;
  self->csv_stream = stream;
  append_headers (self);
  written = fill (self, user_data, error) && flush (self, error);
  self->csv = NULL;
  self->csv_stream = NULL;

  return written;
}
