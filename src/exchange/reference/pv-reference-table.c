/* pv-reference-table.c: one table of data/reference, read by column name
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "reference/pv-reference-table.h"

#include <glib/gi18n-lib.h>

#include "pv-number.h"
#include "table/pv-table.h"

struct _PvReferenceTable
{
  PvTable *table;
  GHashTable *columns; /* name → index + 1 */
  PvRow row;
};

static char *
table_path (const char *name)
{
  const char *datadir = g_getenv ("PV_DATADIR");
  g_autofree char *file = g_strconcat (name, ".csv", NULL);

  return g_build_filename (datadir != NULL ? datadir : PV_PKGDATADIR, "reference", file, NULL);
}

static gboolean
read_header (PvReferenceTable *self, GError **error)
{
  if (!pv_table_next_row (self->table, &self->row, error))
    {
      if (error != NULL && *error == NULL)
        g_set_error (error, PV_EXCHANGE_ERROR, PV_EXCHANGE_ERROR_EMPTY,
                     _ ("The reference table “%s” is empty: install Progville again."),
                     pv_table_get_basename (self->table));
      return FALSE;
    }
  for (guint i = 0; i < self->row.n_cells; i++)
    g_hash_table_insert (self->columns, g_strdup (self->row.cells[i].text),
                         GUINT_TO_POINTER (i + 1));

  return TRUE;
}

PvReferenceTable *
pv_reference_table_open (const char *name, GError **error)
{
  g_autoptr (PvReferenceTable) self = g_new0 (PvReferenceTable, 1);
  g_autofree char *path = table_path (name);

  self->columns = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->table = pv_table_open (path, error);
  if (self->table == NULL || !read_header (self, error))
    return NULL;

  return g_steal_pointer (&self);
}

gboolean
pv_reference_table_next (PvReferenceTable *self, GError **error)
{
  return pv_table_next_row (self->table, &self->row, error);
}

const char *
pv_reference_table_get (PvReferenceTable *self, const char *column)
{
  guint index = GPOINTER_TO_UINT (g_hash_table_lookup (self->columns, column));
  const PvCell *cell;

  if (index == 0 || index > self->row.n_cells)
    return NULL;
  cell = &self->row.cells[index - 1];

  return cell->kind != PV_CELL_EMPTY && *cell->text != '\0' ? cell->text : NULL;
}

char **
pv_reference_table_get_list (PvReferenceTable *self, const char *column)
{
  const char *cell = pv_reference_table_get (self, column);
  char **list = g_strsplit (cell != NULL ? cell : "", ";", -1);

  for (guint i = 0; list[i] != NULL; i++)
    g_strstrip (list[i]);

  return list;
}

static gboolean
parse_field (const PvChamp *field, const char *cell, gpointer record)
{
  gpointer place = (char *)record + field->decalage;

  switch (field->genre)
    {
    case PV_CHAMP_TEXTE:
      pv_champ_set_text (place, cell);
      return TRUE;
    case PV_CHAMP_ENTIER:
      if (g_str_equal (cell, "oui") || g_str_equal (cell, "non"))
        *(gint64 *)place = g_str_equal (cell, "oui");
      else
        return g_ascii_string_to_signed (cell, 10, G_MININT64 + 1, G_MAXINT64, place, NULL);
      return TRUE;
    case PV_CHAMP_OUI:
      *(gboolean *)place = g_str_equal (cell, "oui");
      return g_str_equal (cell, "oui") || g_str_equal (cell, "non");
    case PV_CHAMP_MOT:
      *(int *)place = pv_vocabulaire_from_id (field->vocabulaire, cell);
      return *(int *)place >= 0;
    case PV_CHAMP_FIN:
    default:
      g_return_val_if_reached (FALSE);
    }
}

gboolean
pv_reference_table_fill (PvReferenceTable *self,
                         const PvChamp *fields,
                         gpointer record,
                         GError **error)
{
  for (const PvChamp *field = fields; field->genre != PV_CHAMP_FIN; field++)
    {
      const char *cell = pv_reference_table_get (self, field->nom);

      if (cell == NULL || parse_field (field, cell, record))
        continue;

      g_set_error (error, PV_EXCHANGE_ERROR, PV_EXCHANGE_ERROR_FORMAT,
                   _ ("Reference table “%s”, row %u, column “%s”: “%s” is not a value of this "
                      "column. Correct it."),
                   pv_table_get_basename (self->table), self->row.number, field->nom, cell);
      return FALSE;
    }

  return TRUE;
}

void
pv_reference_table_free (PvReferenceTable *self)
{
  g_clear_pointer (&self->table, pv_table_free);
  g_clear_pointer (&self->columns, g_hash_table_unref);
  g_free (self);
}
