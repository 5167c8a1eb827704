/* pv-import-names.c: a cell that lists names
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pv-import-names.h"

#include <string.h>

#include "pv-text.h"

static void
name_clear (gpointer data)
{
  g_free (((PvImportName *)data)->name);
}

/* `Pont de Bois 50 %` → `Pont de Bois`, 5000. */
static gint64
take_share (char *text)
{
  gsize length = strlen (text);
  char *start;
  gint64 share = PV_INT_NULL;

  if (length == 0 || text[length - 1] != '%')
    return PV_INT_NULL;
  start = text + length - 1;
  while (start > text && strchr ("0123456789,. ", start[-1]) != NULL)
    start--;
  while (start > text && start[-1] == ' ')
    start--;
  if (!pv_number_parse_percent (start, PV_NUMBER_STYLE_AUTO, PV_PERCENT_UNIT_POINTS, &share, NULL,
                                NULL) ||
      share < 0 || share > 10000)
    return PV_INT_NULL;

  *start = '\0';
  g_strchomp (g_strdelimit (start > text ? start - 1 : start, ":(", ' '));
  g_strstrip (text);
  return share;
}

static void
split_list (const char *text, const char *delimiters, GArray *names)
{
  g_auto (GStrv) parts = g_strsplit_set (text, delimiters, -1);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      PvImportName name = { pv_text_clean (parts[i], FALSE), PV_INT_NULL };

      name.share = take_share (name.name);
      if (*name.name == '\0')
        g_free (name.name);
      else
        g_array_append_val (names, name);
    }
}

GArray *
pv_import_names_read (PvImportContext *ctx,
                      const char *text,
                      PvImportKnownFunc known,
                      gpointer data)
{
  GArray *names = g_array_new (FALSE, FALSE, sizeof (PvImportName));

  g_array_set_clear_func (names, name_clear);
  split_list (text, ";\n|", names);
  if (names->len == 1 && strpbrk (text, ",/") != NULL &&
      !known (ctx, g_array_index (names, PvImportName, 0).name, data))
    {
      g_array_set_size (names, 0);
      split_list (text, ",/", names);
    }

  return names;
}

void
pv_import_names_add_unknown (GString *unknown, const char *name)
{
  g_string_append_printf (unknown, "%s%s", unknown->len > 0 ? " ; " : "", name);
}

void
pv_import_names_tell_unknown (PvImportContext *ctx,
                              const PvImportRecord *record,
                              PvFieldId field,
                              const char *code,
                              const char *name,
                              const char *text)
{
  PvImportPlace place;

  pv_import_record_place (record, field, &place);
  pv_import_report_take (ctx->report, PV_IMPORT_INFO, &place, code, name, g_strdup (text));
}
