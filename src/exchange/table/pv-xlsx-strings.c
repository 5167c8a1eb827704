/* pv-xlsx-strings.c: the shared strings of an XLSX
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pv-xlsx-strings.h"

#include <string.h>

#include "pv-table-limits.h"
#include "pv-table-private.h"
#include "pv-xml-stream.h"

struct _PvXlsxStrings
{
  char *basename;
  GString *texts;  /* each ends with a zero */
  GArray *offsets; /* guint32, one more than strings */
  gboolean in_item;
  gboolean in_text;
  guint in_phonetic; /* depth: furigana stand beside the text, not in it */
};

/* The four hexadecimal digits of `_xHHHH_` at @p, or -1. */
static int
escape_at (const char *p)
{
  int code = 0;

  if (p[0] != '_' || p[1] != 'x')
    return -1;
  for (guint i = 2; i < 6; i++)
    {
      if (!g_ascii_isxdigit (p[i]))
        return -1;
      code = code * 16 + g_ascii_xdigit_value (p[i]);
    }
  return p[6] == '_' ? code : -1;
}

static void
append_code (GString *out, gunichar code)
{
  if (code == '\t' || code == '\n' || code == '\r' || (code >= 0x20 && g_unichar_validate (code)))
    g_string_append_unichar (out, code);
}

void
pv_xlsx_unescape (GString *text, gsize start)
{
  g_autoptr (GString) out = NULL;
  const char *p = strstr (text->str + start, "_x");

  if (p == NULL)
    return;
  out = g_string_new (NULL);
  for (p = text->str + start; *p != '\0';)
    {
      int code = escape_at (p);
      int low = code >= 0xD800 && code < 0xDC00 ? escape_at (p + 7) : -1;

      if (code < 0)
        g_string_append_c (out, *p++);
      else if (low >= 0xDC00 && low < 0xE000)
        {
          append_code (out, 0x10000 + (((gunichar)code - 0xD800) << 10) + ((gunichar)low - 0xDC00));
          p += 14;
        }
      else
        {
          append_code (out, (gunichar)code);
          p += 7;
        }
    }
  g_string_truncate (text, start);
  g_string_append_len (text, out->str, (gssize)out->len);
}

static gboolean
start_cb (gpointer data, const char *name, const PvXmlAttributes *attributes, GError **error)
{
  PvXlsxStrings *self = data;

  if (strcmp (name, "si") == 0)
    self->in_item = TRUE;
  else if (strcmp (name, "rPh") == 0)
    self->in_phonetic++;
  else if (strcmp (name, "t") == 0)
    self->in_text = self->in_item && self->in_phonetic == 0;
  return TRUE;
}

static gboolean
end_item (PvXlsxStrings *self, GError **error)
{
  guint32 begin = g_array_index (self->offsets, guint32, self->offsets->len - 1);
  guint32 end;

  self->in_item = FALSE;
  pv_xlsx_unescape (self->texts, begin);
  if (self->texts->len - begin > PV_TABLE_MAX_CELL_BYTES)
    return pv_table_set_problem (error, self->basename, PV_TABLE_PROBLEM_CELL_SIZE);
  g_string_append_c (self->texts, '\0');
  end = (guint32)self->texts->len;
  g_array_append_val (self->offsets, end);
  if (self->offsets->len > PV_TABLE_MAX_STRINGS)
    return pv_table_set_problem (error, self->basename, PV_TABLE_PROBLEM_STRINGS);
  return TRUE;
}

static gboolean
end_cb (gpointer data, const char *name, GError **error)
{
  PvXlsxStrings *self = data;

  if (strcmp (name, "t") == 0)
    self->in_text = FALSE;
  else if (strcmp (name, "rPh") == 0)
    self->in_phonetic--;
  else if (strcmp (name, "si") == 0)
    return end_item (self, error);
  return TRUE;
}

static gboolean
text_cb (gpointer data, const char *text, gsize length, GError **error)
{
  PvXlsxStrings *self = data;

  if (!self->in_text)
    return TRUE;
  if (self->texts->len + length > PV_TABLE_MAX_STRINGS_BYTES)
    return pv_table_set_problem (error, self->basename, PV_TABLE_PROBLEM_STRINGS);
  g_string_append_len (self->texts, text, (gssize)length);
  return TRUE;
}

PvXlsxStrings *
pv_xlsx_strings_load (PvZip *zip, const char *part, const char *basename, GError **error)
{
  static const PvXmlHandler handler = { start_cb, end_cb, text_cb };
  g_autoptr (PvXlsxStrings) self = g_new0 (PvXlsxStrings, 1);
  guint32 zero = 0;

  self->basename = g_strdup (basename);
  self->texts = g_string_new (NULL);
  self->offsets = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_array_append_val (self->offsets, zero);
  if (!pv_xml_parse (zip, part, basename, &handler, self, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
pv_xlsx_strings_free (PvXlsxStrings *strings)
{
  if (strings == NULL)
    return;
  g_string_free (strings->texts, TRUE);
  g_array_unref (strings->offsets);
  g_free (strings->basename);
  g_free (strings);
}

const char *
pv_xlsx_strings_get (const PvXlsxStrings *strings, guint index, gsize *length)
{
  guint32 begin;

  if (index + 1 >= strings->offsets->len)
    return NULL;
  begin = g_array_index (strings->offsets, guint32, index);
  *length = g_array_index (strings->offsets, guint32, index + 1) - begin - 1;
  return strings->texts->str + begin;
}
