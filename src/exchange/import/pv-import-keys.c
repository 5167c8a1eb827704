/* pv-import-keys.c: which row of the file each row of a source is again
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pv-import-keys.h"

#include <string.h>

/* A row of the source, as scanned. */
typedef struct
{
  char *empreinte;
  gint64 montant;
  GPtrArray *known; /* lines of its key */
  PvKnownLine *line;
} Scanned;

struct _PvImportKeys
{
  PvImportStore *store;
  char *profile;
  char *table;
  GPtrArray *lines;
  GHashTable *by_key;    /* key → GPtrArray of PvKnownLine */
  GHashTable *last_rank; /* key → highest rank */
  GPtrArray *scanned;
};

static void
line_free (gpointer data)
{
  PvKnownLine *line = data;

  g_free (line->empreinte);
  g_free (line);
}

static void
scanned_free (gpointer data)
{
  Scanned *row = data;

  g_free (row->empreinte);
  g_free (row);
}

static gint64
rank_of (PvImportKeys *self, const char *cle)
{
  return GPOINTER_TO_INT (g_hash_table_lookup (self->last_rank, cle));
}

static void
add_known (PvImportKeys *self, const PvImportFields *fields)
{
  const char *cle = fields->texts[PV_COLUMN_LIGNE_CLE];
  PvKnownLine *line = g_new0 (PvKnownLine, 1);
  GPtrArray *same = g_hash_table_lookup (self->by_key, cle);

  line->id = fields->id;
  line->rang = fields->numbers[PV_COLUMN_LIGNE_RANG];
  line->empreinte = g_strdup (fields->texts[PV_COLUMN_LIGNE_EMPREINTE]);
  line->montant = fields->numbers[PV_COLUMN_LIGNE_MONTANT];
  line->cible = fields->numbers[PV_COLUMN_LIGNE_CIBLE];
  g_ptr_array_add (self->lines, line);
  if (same == NULL)
    {
      same = g_ptr_array_new ();
      g_hash_table_insert (self->by_key, g_strdup (cle), same);
    }
  g_ptr_array_add (same, line);
  g_hash_table_insert (self->last_rank, g_strdup (cle),
                       GINT_TO_POINTER (MAX (rank_of (self, cle), line->rang)));
}

PvImportKeys *
pv_import_keys_new (PvImportStore *store, const char *profile, const char *table, GError **error)
{
  g_autoptr (PvImportKeys) self = g_new0 (PvImportKeys, 1);
  g_autoptr (GPtrArray) rows = NULL;

  self->store = store;
  self->profile = g_strdup (profile);
  self->table = g_strdup (table);
  self->lines = g_ptr_array_new_with_free_func (line_free);
  self->scanned = g_ptr_array_new_with_free_func (scanned_free);
  self->by_key =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_ptr_array_unref);
  self->last_rank = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  rows = pv_import_store_list (store, PV_IMPORT_TABLE_LIGNE, PV_COLUMN_LIGNE_PROFIL, profile, 0,
                               error);
  if (rows == NULL)
    return NULL;
  for (guint i = 0; i < rows->len; i++)
    {
      PvImportFields *fields = g_ptr_array_index (rows, i);

      if (g_strcmp0 (fields->texts[PV_COLUMN_LIGNE_TABLE], table) == 0)
        add_known (self, fields);
      pv_import_fields_free (fields, PV_IMPORT_TABLE_LIGNE);
    }

  return g_steal_pointer (&self);
}

void
pv_import_keys_free (PvImportKeys *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->by_key);
  g_hash_table_unref (self->last_rank);
  g_ptr_array_unref (self->scanned);
  g_ptr_array_unref (self->lines);
  g_free (self->profile);
  g_free (self->table);
  g_free (self);
}

gboolean
pv_import_keys_is_empty (PvImportKeys *self)
{
  return self->lines->len == 0;
}

void
pv_import_keys_foreach_target (PvImportKeys *self,
                               void (*func) (gint64 target, gpointer data),
                               gpointer data)
{
  for (guint i = 0; i < self->lines->len; i++)
    func (((const PvKnownLine *)g_ptr_array_index (self->lines, i))->cible, data);
}

void
pv_import_keys_foreach_paired (PvImportKeys *self,
                               void (*func) (gint64 target, gpointer data),
                               gpointer data)
{
  for (guint i = 0; i < self->lines->len; i++)
    {
      const PvKnownLine *line = g_ptr_array_index (self->lines, i);

      if (line->taken)
        func (line->cible, data);
    }
}

void
pv_import_keys_scan (PvImportKeys *self, const char *cle, const char *empreinte, gint64 montant)
{
  Scanned *row = g_new0 (Scanned, 1);

  row->empreinte = g_strdup (empreinte);
  row->montant = montant;
  row->known = g_hash_table_lookup (self->by_key, cle);
  g_ptr_array_add (self->scanned, row);
}

typedef gboolean (*SameFunc) (const Scanned *row, const PvKnownLine *line);

static gboolean
same_fingerprint (const Scanned *row, const PvKnownLine *line)
{
  return strcmp (row->empreinte, line->empreinte) == 0;
}

static gboolean
same_amount (const Scanned *row, const PvKnownLine *line)
{
  return row->montant == line->montant;
}

static gboolean
same_key (const Scanned *row, const PvKnownLine *line)
{
  return TRUE;
}

void
pv_import_keys_pair (PvImportKeys *self)
{
  static const SameFunc rounds[] = { same_fingerprint, same_amount, same_key };

  for (guint round = 0; round < G_N_ELEMENTS (rounds); round++)
    {
      for (guint i = 0; i < self->scanned->len; i++)
        {
          Scanned *row = g_ptr_array_index (self->scanned, i);

          for (guint k = 0; row->line == NULL && row->known != NULL && k < row->known->len; k++)
            {
              PvKnownLine *line = g_ptr_array_index (row->known, k);

              if (line->taken || !rounds[round](row, line))
                continue;
              line->taken = TRUE;
              row->line = line;
            }
        }
    }
}

const PvKnownLine *
pv_import_keys_get (PvImportKeys *self, guint index)
{
  const Scanned *row = index < self->scanned->len ? g_ptr_array_index (self->scanned, index) : NULL;

  return row != NULL ? row->line : NULL;
}

gboolean
pv_import_keys_is_unchanged (PvImportKeys *self, guint index)
{
  const Scanned *row = index < self->scanned->len ? g_ptr_array_index (self->scanned, index) : NULL;

  return row != NULL && row->line != NULL && same_fingerprint (row, row->line);
}

guint
pv_import_keys_count_changed (PvImportKeys *self)
{
  guint n = 0;

  for (guint i = 0; i < self->scanned->len; i++)
    n += !pv_import_keys_is_unchanged (self, i);

  return n;
}

gboolean
pv_import_keys_add (PvImportKeys *self,
                    const char *cle,
                    const char *empreinte,
                    gint64 montant,
                    gint64 cible,
                    GError **error)
{
  PvImportFields fields;
  gint64 rank = rank_of (self, cle) + 1;

  g_hash_table_insert (self->last_rank, g_strdup (cle), GINT_TO_POINTER (rank));
  pv_import_fields_init (&fields);
  pv_import_fields_set_text (&fields, PV_COLUMN_LIGNE_PROFIL, self->profile);
  pv_import_fields_set_text (&fields, PV_COLUMN_LIGNE_CLE, cle);
  pv_import_fields_set_int (&fields, PV_COLUMN_LIGNE_RANG, rank);
  pv_import_fields_set_text (&fields, PV_COLUMN_LIGNE_EMPREINTE, empreinte);
  pv_import_fields_set_int (&fields, PV_COLUMN_LIGNE_MONTANT, montant);
  pv_import_fields_set_text (&fields, PV_COLUMN_LIGNE_TABLE, self->table);
  pv_import_fields_set_int (&fields, PV_COLUMN_LIGNE_CIBLE, cible);
  return pv_import_store_insert (self->store, PV_IMPORT_TABLE_LIGNE, &fields, error);
}

gboolean
pv_import_keys_update (PvImportKeys *self,
                       const PvKnownLine *line,
                       const char *empreinte,
                       gint64 montant,
                       GError **error)
{
  PvImportFields fields;

  pv_import_fields_init (&fields);
  if (strcmp (line->empreinte, empreinte) != 0)
    pv_import_fields_set_text (&fields, PV_COLUMN_LIGNE_EMPREINTE, empreinte);
  if (line->montant != montant)
    pv_import_fields_set_int (&fields, PV_COLUMN_LIGNE_MONTANT, montant);
  return pv_import_store_update (self->store, PV_IMPORT_TABLE_LIGNE, line->id, &fields, error);
}
