/* pv-xlsx-workbook.c: the parts of an XLSX, by their relationships
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pv-xlsx-workbook.h"

#include <string.h>

#include "pv-table-limits.h"
#include "pv-table-private.h"
#include "pv-xml-stream.h"

typedef struct
{
  char *kind;   /* the end of the type, which transitional and strict share */
  char *target; /* the name of a part */
} Relation;

typedef struct
{
  const char *basename;
  const char *source;    /* the part that the relationships are of */
  GHashTable *relations; /* id → Relation */
} Relations;

typedef struct
{
  const char *basename;
  GHashTable *relations;
  PvXlsxWorkbook *workbook;
} Loader;

static void
relation_free (gpointer data)
{
  Relation *relation = data;

  g_free (relation->kind);
  g_free (relation->target);
  g_free (relation);
}

static void
sheet_clear (gpointer data)
{
  PvXlsxSheetRef *sheet = data;

  g_free (sheet->name);
  g_free (sheet->part);
}

/* A target is relative to the folder of its source, or absolute in the
 * archive. `..` never leaves it: it is only a name to look for. */
static char *
resolve (const char *source, const char *target)
{
  g_autofree char *folder = g_path_get_dirname (source);
  g_autofree char *path = NULL;
  g_autofree char *root = NULL;

  root = g_strconcat ("/", g_str_equal (folder, ".") ? "" : folder, NULL);
  path = g_canonicalize_filename (target, root);
  return g_strdup (path + 1);
}

static gboolean
relation_cb (gpointer data, const char *name, const PvXmlAttributes *attributes, GError **error)
{
  Relations *self = data;
  g_autofree char *id = pv_xml_attribute_dup (attributes, "Id");
  g_autofree char *type = pv_xml_attribute_dup (attributes, "Type");
  g_autofree char *target = pv_xml_attribute_dup (attributes, "Target");
  Relation *relation;

  if (strcmp (name, "Relationship") != 0 || id == NULL || type == NULL || target == NULL ||
      pv_xml_attribute_is (attributes, "TargetMode", "External"))
    return TRUE;
  if (g_hash_table_size (self->relations) > PV_TABLE_MAX_PARTS)
    return pv_table_set_problem (error, self->basename, PV_TABLE_PROBLEM_PARTS);
  relation = g_new0 (Relation, 1);
  relation->kind = g_path_get_basename (type);
  relation->target = resolve (self->source, target);
  g_hash_table_insert (self->relations, g_steal_pointer (&id), relation);
  return TRUE;
}

/* The relationships of @source ("" for the package); an absent part has none. */
static GHashTable *
load_relations (PvZip *zip, const char *source, const char *basename, GError **error)
{
  static const PvXmlHandler handler = { relation_cb, NULL, NULL };
  g_autoptr (GHashTable) relations =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, relation_free);
  Relations self = { basename, source, relations };
  g_autofree char *folder = g_path_get_dirname (source);
  g_autofree char *file = *source != '\0' ? g_path_get_basename (source) : g_strdup ("");
  g_autofree char *part = g_strdup_printf ("%s/_rels/%s.rels", folder, file);
  const char *name = g_str_has_prefix (part, "./") ? part + 2 : part;

  if (pv_zip_has (zip, name) && !pv_xml_parse (zip, name, basename, &handler, &self, error))
    return NULL;
  return g_steal_pointer (&relations);
}

static const char *
target_of_kind (GHashTable *relations, const char *kind)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, relations);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    if (g_str_equal (((Relation *)value)->kind, kind))
      return ((Relation *)value)->target;
  return NULL;
}

static gboolean
add_sheet (Loader *loader, const PvXmlAttributes *attributes, GError **error)
{
  g_autofree char *id = pv_xml_attribute_dup (attributes, "id");
  Relation *relation = id != NULL ? g_hash_table_lookup (loader->relations, id) : NULL;
  PvXlsxSheetRef sheet;

  if (relation == NULL || !g_str_equal (relation->kind, "worksheet"))
    return TRUE;
  if (loader->workbook->sheets->len == PV_TABLE_MAX_SHEETS)
    return pv_table_set_problem (error, loader->basename, PV_TABLE_PROBLEM_SHEETS);
  sheet.name = pv_xml_attribute_dup (attributes, "name");
  if (sheet.name == NULL)
    sheet.name = g_strdup_printf ("%u", loader->workbook->sheets->len + 1);
  sheet.part = g_strdup (relation->target);
  g_array_append_val (loader->workbook->sheets, sheet);
  return TRUE;
}

static gboolean
workbook_cb (gpointer data, const char *name, const PvXmlAttributes *attributes, GError **error)
{
  Loader *loader = data;

  if (strcmp (name, "workbookPr") == 0)
    loader->workbook->date_1904 = pv_xml_attribute_is_true (attributes, "date1904");
  else if (strcmp (name, "sheet") == 0)
    return add_sheet (loader, attributes, error);
  return TRUE;
}

PvXlsxWorkbook *
pv_xlsx_workbook_load (PvZip *zip, const char *basename, GError **error)
{
  static const PvXmlHandler handler = { workbook_cb, NULL, NULL };
  g_autoptr (PvXlsxWorkbook) self = g_new0 (PvXlsxWorkbook, 1);
  g_autoptr (GHashTable) package = load_relations (zip, "", basename, error);
  g_autoptr (GHashTable) relations = NULL;
  g_autofree char *part = NULL;
  Loader loader;

  if (package == NULL)
    return NULL;
  part = g_strdup (target_of_kind (package, "officeDocument"));
  if (part == NULL)
    part = g_strdup ("xl/workbook.xml");
  if (!pv_zip_has (zip, part))
    {
      pv_table_set_problem (error, basename, PV_TABLE_PROBLEM_DAMAGED);
      return NULL;
    }
  relations = load_relations (zip, part, basename, error);
  if (relations == NULL)
    return NULL;

  self->sheets = g_array_new (FALSE, FALSE, sizeof (PvXlsxSheetRef));
  g_array_set_clear_func (self->sheets, sheet_clear);
  self->strings_part = g_strdup (target_of_kind (relations, "sharedStrings"));
  self->styles_part = g_strdup (target_of_kind (relations, "styles"));
  loader = (Loader){ basename, relations, self };
  if (!pv_xml_parse (zip, part, basename, &handler, &loader, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
pv_xlsx_workbook_free (PvXlsxWorkbook *workbook)
{
  if (workbook == NULL)
    return;
  g_clear_pointer (&workbook->sheets, g_array_unref);
  g_free (workbook->strings_part);
  g_free (workbook->styles_part);
  g_free (workbook);
}
