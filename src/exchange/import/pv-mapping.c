/* pv-mapping.c: which column of a sheet is which field of a profile
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pv-mapping.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "pv-number.h"
#include "pv-text.h"

static void
slot_free (gpointer data)
{
  PvMappingSlot *slot = data;

  g_free (slot->payer);
  g_free (slot->dispositif);
  g_free (slot);
}

static void
column_free (gpointer data)
{
  PvMappedColumn *column = data;

  g_free (column->name);
  g_free (column->letters);
  g_free (column->folded);
  g_free (column->detail);
  g_free (column->ignored);
  g_free (column->repeats);
  g_free (column);
}

void
pv_mapping_free (PvMapping *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->columns);
  g_ptr_array_unref (self->slots);
  g_free (self);
}

static int
find_slot (PvMapping *self, const char *payer, const char *dispositif, gint64 exercice)
{
  PvMappingSlot *slot;

  for (guint i = 0; i < self->slots->len; i++)
    {
      slot = g_ptr_array_index (self->slots, i);
      if (g_strcmp0 (slot->payer, payer) == 0 && g_strcmp0 (slot->dispositif, dispositif) == 0 &&
          slot->exercice == exercice)
        return (int)i;
    }

  slot = g_new0 (PvMappingSlot, 1);
  slot->payer = g_strdup (payer);
  slot->dispositif = g_strdup (dispositif);
  slot->exercice = exercice;
  g_ptr_array_add (self->slots, slot);
  return (int)self->slots->len - 1;
}

/* --- what a header adds to its field --- */

static const char *const articles[] = { "de la ", "de l ", "de l'", "de l’", "du ",
                                        "des ",   "de ",   "d'",    "d’",    NULL };

/* The end of @name whose folded form is @rest, without article: `Avis de la CAF` → `CAF`. */
static char *
written_rest (const char *name, const char *rest)
{
  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    {
      g_autofree char *folded = pv_text_fold (p);

      if (!g_str_equal (folded, rest) || !g_unichar_isalnum (g_utf8_get_char (p)))
        continue;
      for (guint i = 0; articles[i] != NULL; i++)
        {
          if (g_ascii_strncasecmp (p, articles[i], strlen (articles[i])) == 0)
            return g_strdup (p + strlen (articles[i]));
        }
      return g_strdup (p);
    }

  return g_strdup (rest);
}

/* `60 Achats` → `60`; `Ressources propres` → `RESSPROPRES`, by the vocabulary `comptes`. */
static char *
account_of (const PvProfile *profile, const char *name)
{
  const char *code = pv_profile_lookup (profile, "comptes", name);
  gsize digits = strspn (name, "0123456789");

  if (code != NULL)
    return g_strdup (code);

  return digits >= 2 ? g_strndup (name, strcspn (name, " -–:.")) : NULL;
}

/* --- matching --- */

typedef struct
{
  const PvSynonym *synonym;
  gsize length;
  gboolean banded;
} Match;

static void
consider (Match *best, const PvSynonym *synonym, const PvTableColumn *column)
{
  gsize length = strlen (synonym->name) + (synonym->wildcard ? 0 : 1000);
  gboolean banded = synonym->band != NULL;

  if (banded && g_strcmp0 (synonym->band, column->folded_band) != 0)
    return;
  if (banded)
    length += 10000;
  if (length > best->length)
    *best = (Match){ synonym, length, banded };
}

static Match
find_synonym (const PvProfile *profile, const PvTableColumn *column)
{
  GPtrArray *same = g_hash_table_lookup (profile->exact, column->folded);
  Match best = { NULL, 0, FALSE };

  for (guint i = 0; same != NULL && i < same->len; i++)
    consider (&best, g_ptr_array_index (same, i), column);
  if (best.synonym != NULL)
    return best;

  for (guint i = 0; i < profile->synonyms->len; i++)
    {
      const PvSynonym *synonym = g_ptr_array_index (profile->synonyms, i);
      gsize length = strlen (synonym->name);

      if (synonym->wildcard && g_str_has_prefix (column->folded, synonym->name) &&
          (column->folded[length] == ' ' || column->folded[length] == '\0'))
        consider (&best, synonym, column);
    }

  return best;
}

static gboolean
match_amount (PvMapping *self, const PvTableColumn *source, PvMappedColumn *column)
{
  g_autofree char *payer = NULL;
  g_autofree char *dispositif = NULL;
  gint64 exercice = PV_INT_NULL;
  gboolean total = FALSE;

  if (!self->profile->amounts_in_headers ||
      !pv_mapping_read_amount_header (self->profile, source->name, source->band, &column->field,
                                      &payer, &dispositif, &exercice, &total))
    return FALSE;

  if (total)
    {
      column->field = PV_N_FIELDS;
      column->ignored = g_strdup (_ ("it sums other columns"));
      return TRUE;
    }
  column->slot = find_slot (self, payer, dispositif, exercice);
  return TRUE;
}

/* A stage that the profile names has the payer of its band, if its band is one. */
static void
complete_stage (PvMapping *self, const PvTableColumn *source, PvMappedColumn *column)
{
  PvMappedColumn guess = { .field = PV_N_FIELDS };

  if (self->profile->amounts_in_headers && match_amount (self, source, &guess) &&
      guess.field == column->field)
    column->slot = guess.slot;
  else
    column->slot = find_slot (self, NULL, NULL, PV_INT_NULL);
  g_free (guess.ignored);
}

static void
complete_detail (PvMapping *self,
                 const PvTableColumn *source,
                 PvMappedColumn *column,
                 const PvSynonym *synonym)
{
  if (PV_FIELD_IS_STAGE (column->field) || column->field == PV_FIELD_MONTANT)
    complete_stage (self, source, column);
  else if (column->field == PV_FIELD_BUDGET)
    column->detail = account_of (self->profile, source->name);
  else if (synonym != NULL && synonym->wildcard && strlen (source->folded) > strlen (synonym->name))
    column->detail = written_rest (source->name, source->folded + strlen (synonym->name) + 1);
}

static void
match_column (PvMapping *self, const PvTableColumn *source, PvMappedColumn *column)
{
  Match match = find_synonym (self->profile, source);

  if (match.synonym == NULL)
    {
      match_amount (self, source, column);
      return;
    }
  if (match.synonym->ignored != NULL)
    {
      column->ignored = g_strdup (match.synonym->ignored);
      return;
    }
  column->field = match.synonym->field;
  complete_detail (self, source, column, match.synonym);
}

static void
correct_column (PvMapping *self,
                const PvTableColumn *source,
                PvMappedColumn *column,
                const char *field)
{
  g_clear_pointer (&column->ignored, g_free);
  g_clear_pointer (&column->detail, g_free);
  column->corrected = TRUE;
  column->slot = -1;
  if (*field == '\0' || !pv_field_from_id (field, &column->field))
    {
      column->field = PV_N_FIELDS;
      column->ignored = g_strdup (_ ("left out by your choice"));
      return;
    }
  complete_detail (self, source, column, NULL);
}

/* The column before that says the same: the same field, and of an amount the same payer
 * and year. */
static const PvMappedColumn *
find_same (PvMapping *self, const PvMappedColumn *column)
{
  if (self->column_of[column->field] < 0)
    return NULL;
  if (!PV_FIELD_IS_MULTIPLE (column->field))
    return g_ptr_array_index (self->columns, self->column_of[column->field]);
  if (!PV_FIELD_IS_STAGE (column->field))
    return NULL;

  for (guint i = 0; i < self->columns->len; i++)
    {
      const PvMappedColumn *other = g_ptr_array_index (self->columns, i);

      if (other == column)
        return NULL;
      if (other->field == column->field && other->slot == column->slot)
        return other;
    }

  return NULL;
}

/* The first column of a single field keeps it; one that the user chose comes before. */
static void
settle (PvMapping *self)
{
  self->n_matched = 0;
  for (guint f = 0; f < PV_N_FIELDS; f++)
    self->column_of[f] = -1;

  for (int corrected = 1; corrected >= 0; corrected--)
    {
      for (guint i = 0; i < self->columns->len; i++)
        {
          PvMappedColumn *column = g_ptr_array_index (self->columns, i);
          const PvMappedColumn *same = NULL;

          if (column->field == PV_N_FIELDS || column->corrected != corrected)
            continue;
          same = find_same (self, column);
          if (same != NULL)
            {
              column->repeats = g_strdup (same->name);
              column->field = PV_N_FIELDS;
              continue;
            }
          if (self->column_of[column->field] < 0)
            self->column_of[column->field] = (int)i;
          self->n_matched++;
        }
    }
}

static PvMappedColumn *
column_new (const PvTableColumn *source)
{
  PvMappedColumn *column = g_new0 (PvMappedColumn, 1);
  gboolean banded = source->band != NULL && *source->band != '\0';

  column->index = source->index;
  column->name =
      banded ? g_strdup_printf ("%s / %s", source->band, source->name) : g_strdup (source->name);
  column->letters = pv_table_column_letters (source->index);
  column->folded = pv_text_fold (column->name);
  column->field = PV_N_FIELDS;
  column->slot = -1;
  return column;
}

PvMapping *
pv_mapping_new (const PvProfile *profile, const PvTableHeader *header, GHashTable *corrections)
{
  PvMapping *self = g_new0 (PvMapping, 1);

  self->profile = profile;
  self->columns = g_ptr_array_new_with_free_func (column_free);
  self->slots = g_ptr_array_new_with_free_func (slot_free);
  for (guint i = 0; i < header->n_columns; i++)
    {
      const PvTableColumn *source = &header->columns[i];
      PvMappedColumn *column = column_new (source);
      const char *chosen =
          corrections != NULL ? g_hash_table_lookup (corrections, column->folded) : NULL;

      if (chosen != NULL)
        correct_column (self, source, column, chosen);
      else
        match_column (self, source, column);
      g_ptr_array_add (self->columns, column);
    }

  settle (self);
  return self;
}

static gboolean
header_has (const PvTableHeader *header, const char *alternatives)
{
  g_auto (GStrv) names = g_strsplit (alternatives, "|", -1);

  for (guint n = 0; names[n] != NULL; n++)
    {
      g_autofree char *folded = pv_text_fold (names[n]);

      for (guint i = 0; i < header->n_columns; i++)
        {
          if (g_str_equal (header->columns[i].folded, folded))
            return TRUE;
        }
    }

  return FALSE;
}

gboolean
pv_mapping_is_recognised (const PvMapping *self, const PvTableHeader *header)
{
  char **required = self->profile->required;

  for (guint i = 0; required != NULL && required[i] != NULL; i++)
    {
      if (!header_has (header, required[i]))
        return FALSE;
    }

  return self->n_matched >= self->profile->minimum;
}
