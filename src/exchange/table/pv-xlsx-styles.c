/* pv-xlsx-styles.c: which cell formats of an XLSX show dates
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pv-xlsx-styles.h"

#include <string.h>

#include "pv-table-limits.h"
#include "pv-table-private.h"
#include "pv-xml-stream.h"

typedef struct
{
  const char *basename;
  GHashTable *custom; /* id → PvNumberFormat */
  GByteArray *formats;
  gboolean in_cell_formats;
} Styles;

static gboolean
add_custom (Styles *styles, const PvXmlAttributes *attributes, GError **error)
{
  g_autofree char *code = pv_xml_attribute_dup (attributes, "formatCode");
  guint id;

  if (code != NULL && pv_xml_attribute_uint (attributes, "numFmtId", G_MAXINT, &id))
    g_hash_table_insert (styles->custom, GUINT_TO_POINTER (id),
                         GUINT_TO_POINTER (pv_number_format_parse (code)));
  if (g_hash_table_size (styles->custom) > PV_TABLE_MAX_FORMATS)
    return pv_table_set_problem (error, styles->basename, PV_TABLE_PROBLEM_FORMATS);
  return TRUE;
}

static gboolean
add_cell_format (Styles *styles, const PvXmlAttributes *attributes, GError **error)
{
  guint id = 0;
  gpointer custom;
  guint8 format;

  pv_xml_attribute_uint (attributes, "numFmtId", G_MAXINT, &id);
  if (g_hash_table_lookup_extended (styles->custom, GUINT_TO_POINTER (id), NULL, &custom))
    format = (guint8)GPOINTER_TO_UINT (custom);
  else
    format = (guint8)pv_number_format_builtin (id);
  g_byte_array_append (styles->formats, &format, 1);
  if (styles->formats->len > PV_TABLE_MAX_FORMATS)
    return pv_table_set_problem (error, styles->basename, PV_TABLE_PROBLEM_FORMATS);
  return TRUE;
}

static gboolean
start_cb (gpointer data, const char *name, const PvXmlAttributes *attributes, GError **error)
{
  Styles *styles = data;

  if (strcmp (name, "numFmt") == 0)
    return add_custom (styles, attributes, error);
  if (strcmp (name, "cellXfs") == 0)
    styles->in_cell_formats = TRUE;
  else if (styles->in_cell_formats && strcmp (name, "xf") == 0)
    return add_cell_format (styles, attributes, error);
  return TRUE;
}

static gboolean
end_cb (gpointer data, const char *name, GError **error)
{
  Styles *styles = data;

  if (strcmp (name, "cellXfs") == 0)
    styles->in_cell_formats = FALSE;
  return TRUE;
}

GByteArray *
pv_xlsx_styles_load (PvZip *zip, const char *part, const char *basename, GError **error)
{
  static const PvXmlHandler handler = { start_cb, end_cb, NULL };
  g_autoptr (GHashTable) custom = g_hash_table_new (NULL, NULL);
  g_autoptr (GByteArray) formats = g_byte_array_new ();
  Styles styles = { basename, custom, formats, FALSE };

  if (!pv_xml_parse (zip, part, basename, &handler, &styles, error))
    return NULL;
  return g_steal_pointer (&formats);
}
