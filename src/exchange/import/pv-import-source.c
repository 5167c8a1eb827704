/* pv-import-source.c: the file that is imported, its profile and its sheets
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pv-import-source.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "pv-text.h"

/* Rows looked at to tell how a column writes its numbers. */
#define N_ROWS_SAMPLED 200

/* Values shown of a column. */
#define N_SAMPLES 3

static void
sheet_free (gpointer data)
{
  PvImportSheet *sheet = data;

  g_clear_pointer (&sheet->header, pv_table_header_free);
  g_clear_pointer (&sheet->mapping, pv_mapping_free);
  g_clear_pointer (&sheet->samples, g_ptr_array_unref);
  g_free (sheet->styles);
  g_free (sheet);
}

void
pv_import_source_free (PvImportSource *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->sheets, g_ptr_array_unref);
  g_clear_pointer (&self->profiles, g_ptr_array_unref);
  g_clear_pointer (&self->table, pv_table_free);
  g_free (self->path);
  g_free (self);
}

/* --- headers --- */

static gboolean
read_headers (PvImportSource *self, GPtrArray *sheets, GError **error)
{
  g_autoptr (GError) empty = NULL;

  for (guint i = 0; i < pv_table_get_n_sheets (self->table); i++)
    {
      g_autoptr (GError) local = NULL;
      PvTableHeader *header = NULL;
      PvImportSheet *sheet;

      if (!pv_table_select_sheet (self->table, i, error))
        return FALSE;
      header = pv_table_header_detect (self->table, pv_profiles_score, self->profiles, &local);
      if (header == NULL && !g_error_matches (local, PV_EXCHANGE_ERROR, PV_EXCHANGE_ERROR_EMPTY))
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return FALSE;
        }
      if (header == NULL)
        {
          g_clear_error (&empty);
          empty = g_steal_pointer (&local);
          continue;
        }
      sheet = g_new0 (PvImportSheet, 1);
      sheet->index = i;
      sheet->header = header;
      g_ptr_array_add (sheets, sheet);
    }

  if (sheets->len == 0)
    g_propagate_error (error, g_steal_pointer (&empty));
  return sheets->len > 0;
}

/* --- profile --- */

typedef struct
{
  const PvProfile *profile;
  guint sheet;
  guint n_matched;
} Candidate;

static gboolean
is_main_sheet (PvImportSource *self, const PvProfile *profile, const PvImportSheet *sheet)
{
  g_autofree char *name = pv_text_fold (pv_table_get_sheet_name (self->table, sheet->index));

  return profile->main_sheet != NULL && g_str_equal (profile->main_sheet, name);
}

static gboolean
is_better (const Candidate *best, const PvProfile *profile, guint n_matched)
{
  if (best->profile == NULL || profile->priority != best->profile->priority)
    return best->profile == NULL || profile->priority > best->profile->priority;

  return n_matched > best->n_matched;
}

static void
try_profile (PvImportSource *self, GPtrArray *sheets, const PvProfile *profile, Candidate *best)
{
  for (guint i = 0; i < sheets->len; i++)
    {
      const PvImportSheet *sheet = g_ptr_array_index (sheets, i);
      g_autoptr (PvMapping) mapping = pv_mapping_new (profile, sheet->header, NULL);
      guint n = mapping->n_matched + (is_main_sheet (self, profile, sheet) ? 1000 : 0);

      if (pv_mapping_is_recognised (mapping, sheet->header) && is_better (best, profile, n))
        *best = (Candidate){ profile, i, n };
    }
}

static void
set_unknown_error (PvImportSource *self, const char *id, GError **error)
{
  const char *name = pv_table_get_basename (self->table);

  if (id != NULL)
    g_set_error (error, PV_EXCHANGE_ERROR, PV_EXCHANGE_ERROR_PROFILE,
                 _ ("“%s” does not have the columns of the profile “%s”. Let the profile be found, "
                    "or choose another one."),
                 name, id);
  else
    g_set_error (error, PV_EXCHANGE_ERROR, PV_EXCHANGE_ERROR_PROFILE,
                 _ ("No profile knows the columns of “%s”. Compare its headers with those of "
                    "“progville-cli profiles”, or choose one with --profile."),
                 name);
}

static gboolean
check_profile_exists (const PvImportSource *self, const char *id, GError **error)
{
  if (id == NULL || pv_profiles_find (self->profiles, id) != NULL)
    return TRUE;

  g_set_error (error, PV_EXCHANGE_ERROR, PV_EXCHANGE_ERROR_USAGE,
               _ ("There is no profile “%s”. “progville-cli profiles” lists them."), id);
  return FALSE;
}

static gboolean
choose_profile (PvImportSource *self,
                GPtrArray *sheets,
                const char *id,
                gboolean by_hand,
                guint *main_sheet,
                GError **error)
{
  Candidate best = { NULL, 0, 0 };

  for (guint i = 0; i < self->profiles->len; i++)
    {
      const PvProfile *profile = g_ptr_array_index (self->profiles, i);

      if (id == NULL || g_str_equal (id, profile->id))
        try_profile (self, sheets, profile, &best);
    }
  /* the first sheet, whose columns will be matched by somebody */
  if (best.profile == NULL && by_hand && id != NULL)
    best.profile = pv_profiles_find (self->profiles, id);
  if (best.profile == NULL)
    {
      set_unknown_error (self, id, error);
      return FALSE;
    }

  self->profile = best.profile;
  *main_sheet = best.sheet;
  return TRUE;
}

/* The main sheet, then those whose rows name a row of it. */
static void
keep_sheets (PvImportSource *self, GPtrArray *sheets, guint main_sheet)
{
  g_ptr_array_add (self->sheets, g_ptr_array_index (sheets, main_sheet));
  for (guint i = 0; i < sheets->len; i++)
    {
      PvImportSheet *sheet = g_ptr_array_index (sheets, i);
      g_autoptr (PvMapping) mapping = NULL;

      if (i == main_sheet)
        continue;
      mapping = pv_mapping_new (self->profile, sheet->header, NULL);
      if (mapping->column_of[PV_FIELD_LIEN] < 0)
        {
          sheet_free (sheet);
          continue;
        }
      sheet->details = TRUE;
      g_ptr_array_add (self->sheets, sheet);
    }
}

/* --- samples --- */

static GPtrArray *
read_columns (PvImportSource *self, const PvImportSheet *sheet, GError **error)
{
  g_autoptr (GPtrArray) columns =
      g_ptr_array_new_with_free_func ((GDestroyNotify)g_ptr_array_unref);
  g_autoptr (GError) local = NULL;
  PvRow row;

  for (guint c = 0; c < sheet->header->n_columns; c++)
    g_ptr_array_add (columns, g_ptr_array_new_with_free_func (g_free));
  if (!pv_import_source_rewind (self, sheet, error))
    return NULL;

  for (guint n = 0;
       n < N_ROWS_SAMPLED && pv_table_header_next_row (sheet->header, self->table, &row, &local);
       n++)
    {
      for (guint c = 0; c < sheet->header->n_columns; c++)
        {
          const PvCell *cell = pv_row_get_cell (&row, sheet->header->columns[c].index);

          if (cell->kind != PV_CELL_EMPTY)
            g_ptr_array_add (g_ptr_array_index (columns, c), g_strdup (cell->text));
        }
    }
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }

  return g_steal_pointer (&columns);
}

static gboolean
read_samples (PvImportSource *self, PvImportSheet *sheet, GError **error)
{
  g_autoptr (GPtrArray) columns = read_columns (self, sheet, error);

  if (columns == NULL)
    return FALSE;

  sheet->styles = g_new0 (PvNumberStyle, sheet->header->n_columns);
  sheet->samples = g_ptr_array_new_with_free_func ((GDestroyNotify)g_strfreev);
  for (guint c = 0; c < columns->len; c++)
    {
      GPtrArray *values = g_ptr_array_index (columns, c);
      g_autoptr (GStrvBuilder) shown = g_strv_builder_new ();

      sheet->styles[c] = pv_number_style_detect ((const char *const *)values->pdata, values->len);
      for (guint i = 0; i < MIN (values->len, N_SAMPLES); i++)
        g_strv_builder_add (shown, g_ptr_array_index (values, i));
      g_ptr_array_add (sheet->samples, g_strv_builder_end (shown));
    }

  return TRUE;
}

/* --- public --- */

static void
free_all (GPtrArray *sheets)
{
  g_ptr_array_set_free_func (sheets, sheet_free);
  g_ptr_array_unref (sheets);
}

PvImportSource *
pv_import_source_open (const char *path, const char *profile, gboolean by_hand, GError **error)
{
  g_autoptr (PvImportSource) self = g_new0 (PvImportSource, 1);
  GPtrArray *sheets = NULL;
  guint main_sheet = 0;

  self->path = g_strdup (path);
  self->sheets = g_ptr_array_new_with_free_func (sheet_free);
  self->profiles = pv_profiles_load (error);
  if (self->profiles == NULL || !check_profile_exists (self, profile, error))
    return NULL;
  self->table = pv_table_open (path, error);
  if (self->table == NULL)
    return NULL;

  sheets = g_ptr_array_new ();
  if (!read_headers (self, sheets, error) ||
      !choose_profile (self, sheets, profile, by_hand, &main_sheet, error))
    {
      free_all (sheets);
      return NULL;
    }
  keep_sheets (self, sheets, main_sheet);
  g_ptr_array_unref (sheets);

  for (guint i = 0; i < self->sheets->len; i++)
    {
      if (!read_samples (self, g_ptr_array_index (self->sheets, i), error))
        return NULL;
    }
  pv_import_source_map (self, NULL);
  return g_steal_pointer (&self);
}

void
pv_import_source_map (PvImportSource *self, GHashTable *corrections)
{
  for (guint i = 0; i < self->sheets->len; i++)
    {
      PvImportSheet *sheet = g_ptr_array_index (self->sheets, i);

      g_clear_pointer (&sheet->mapping, pv_mapping_free);
      sheet->mapping = pv_mapping_new (self->profile, sheet->header, corrections);
    }
}

gboolean
pv_import_source_rewind (PvImportSource *self, const PvImportSheet *sheet, GError **error)
{
  PvRow row;
  g_autoptr (GError) local = NULL;

  if (!pv_table_select_sheet (self->table, sheet->index, error))
    return FALSE;
  while (pv_table_next_row (self->table, &row, &local))
    {
      if (row.number >= sheet->header->row)
        return TRUE;
    }
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }

  return TRUE;
}
