/* pv-liste.c: a plain list as a file
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "export/pv-liste.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <xlsxwriter.h>

#include "export/pv-workbook.h"
#include "pv-error.h"
#include "pv-text.h"

#define BOM "\xef\xbb\xbf"
#define MAX_WIDTH 80
#define MAX_CELL 32767 /* characters, of Excel */

/* --- CSV --------------------------------------------------------------------------- */

static void
append_field (GString *csv, const char *text)
{
  g_autofree char *neutral = pv_text_neutralise (text);
  g_auto (GStrv) parts = NULL;
  g_autofree char *doubled = NULL;

  if (strpbrk (neutral, ";\"\r\n") == NULL)
    {
      g_string_append (csv, neutral);
      return;
    }

  parts = g_strsplit (neutral, "\"", -1);
  doubled = g_strjoinv ("\"\"", parts);
  g_string_append_printf (csv, "\"%s\"", doubled);
}

static void
append_line (GString *csv, const char *const *texts)
{
  for (guint i = 0; texts[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append_c (csv, ';');
      append_field (csv, texts[i]);
    }
  g_string_append (csv, "\r\n");
}

static gboolean
write_csv (const char *path, const char *const *headers, const GPtrArray *rows, GError **error)
{
  g_autoptr (GString) csv = g_string_new (BOM);
  g_autoptr (GError) local = NULL;

  append_line (csv, headers);
  for (guint i = 0; i < rows->len; i++)
    append_line (csv, g_ptr_array_index (rows, i));
  if (g_file_set_contents_full (path, csv->str, (gssize)csv->len, G_FILE_SET_CONTENTS_CONSISTENT,
                                0666, &local))
    return TRUE;

  g_set_error (error, PV_EXCHANGE_ERROR, PV_EXCHANGE_ERROR_WRITE, _ ("The list is not saved: %s"),
               local->message);
  return FALSE;
}

/* --- XLSX -------------------------------------------------------------------------- */

static double
find_width (const char *header, const GPtrArray *rows, guint column)
{
  glong width = g_utf8_strlen (header, -1);

  for (guint i = 0; i < rows->len; i++)
    {
      const char *const *texts = g_ptr_array_index (rows, i);

      width = MAX (width, g_utf8_strlen (texts[column], -1));
    }

  return (double)MIN (width, MAX_WIDTH) + 3;
}

static void
write_cell (lxw_worksheet *sheet, guint row, guint column, const char *text, lxw_format *format)
{
  g_autofree char *cut = NULL;

  if (g_utf8_strlen (text, -1) > MAX_CELL)
    text = cut = g_utf8_substring (text, 0, MAX_CELL);
  worksheet_write_string (sheet, row, (lxw_col_t)column, text, format);
}

/* (nullable): why it could not be written. */
static const char *
fill_workbook (const char *path,
               const char *title,
               const char *const *headers,
               const GPtrArray *rows)
{
  lxw_workbook *workbook = workbook_new (path);
  lxw_worksheet *sheet = workbook_add_worksheet (workbook, title);
  lxw_format *bold = workbook_add_format (workbook);
  lxw_format *wrapped = workbook_add_format (workbook);
  guint n = g_strv_length ((char **)headers);

  format_set_bold (bold);
  format_set_text_wrap (wrapped);
  format_set_align (wrapped, LXW_ALIGN_VERTICAL_TOP);
  for (guint c = 0; c < n; c++)
    {
      worksheet_set_column (sheet, (lxw_col_t)c, (lxw_col_t)c, find_width (headers[c], rows, c),
                            NULL);
      write_cell (sheet, 0, c, headers[c], bold);
    }
  for (guint r = 0; r < rows->len; r++)
    for (guint c = 0; c < n; c++)
      write_cell (sheet, r + 1, c, ((const char *const *)g_ptr_array_index (rows, r))[c], wrapped);
  worksheet_freeze_panes (sheet, 1, 0);
  worksheet_autofilter (sheet, 0, 0, rows->len, (lxw_col_t)(n - 1));

  return pv_workbook_end (workbook);
}

static gboolean
write_xlsx (const char *path,
            const char *title,
            const char *const *headers,
            const GPtrArray *rows,
            GError **error)
{
  g_autofree char *part = g_strconcat (path, ".part", NULL);
  const char *reason = fill_workbook (part, title, headers, rows);

  if (reason == NULL && g_rename (part, path) == 0)
    return TRUE;

  g_unlink (part);
  g_set_error (error, PV_EXCHANGE_ERROR, PV_EXCHANGE_ERROR_WRITE, _ ("The list is not saved: %s"),
               reason != NULL ? reason : _ ("the folder cannot be written"));
  return FALSE;
}

gboolean
pv_liste_write (const char *path,
                const char *title,
                const char *const *headers,
                const GPtrArray *rows,
                GError **error)
{
  g_autofree char *lower = NULL;

  g_return_val_if_fail (path != NULL && headers != NULL && headers[0] != NULL, FALSE);
  g_return_val_if_fail (title != NULL && rows != NULL, FALSE);

  lower = g_ascii_strdown (path, -1);
  return g_str_has_suffix (lower, ".xlsx") ? write_xlsx (path, title, headers, rows, error)
                                           : write_csv (path, headers, rows, error);
}
