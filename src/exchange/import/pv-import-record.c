/* pv-import-record.c: one row of a source, understood
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pv-import-record.h"

#include <string.h>

#include "pv-money.h"
#include "pv-text.h"

/* A part of a key longer than this is cut, and told apart by its hash. */
#define MAX_KEY_PART 96

static const PvImportValue absent = { PV_VALUE_ABSENT, FALSE, PV_INT_NULL, NULL, NULL, NULL };

static void
part_free (gpointer data)
{
  PvImportPart *part = data;

  g_free (part->values);
  g_free (part);
}

PvImportRecord *
pv_import_record_new (const PvProfile *profile, PvImportReport *report)
{
  PvImportRecord *self = g_new0 (PvImportRecord, 1);

  self->profile = profile;
  self->reader = pv_cell_reader_new (profile, report);
  self->parts = g_ptr_array_new_with_free_func (part_free);
  self->montant = PV_CENTS_NULL;
  return self;
}

void
pv_import_record_free (PvImportRecord *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->parts);
  pv_cell_reader_free (self->reader);
  g_free (self->cle);
  g_free (self->empreinte);
  g_free (self);
}

void
pv_import_record_clear (PvImportRecord *self)
{
  g_ptr_array_set_size (self->parts, 0);
  pv_cell_reader_next_row (self->reader);
  g_clear_pointer (&self->cle, g_free);
  g_clear_pointer (&self->empreinte, g_free);
  self->montant = PV_CENTS_NULL;
}

void
pv_import_part_place (const PvImportPart *part, guint column, PvImportPlace *place)
{
  const PvMappedColumn *mapped = g_ptr_array_index (part->mapping->columns, column);

  place->sheet = part->sheet;
  place->row = part->row;
  place->column = mapped->name;
  place->letters = mapped->letters;
}

void
pv_import_record_add (PvImportRecord *self,
                      const PvMapping *mapping,
                      const PvNumberStyle *styles,
                      const char *sheet,
                      const PvRow *row)
{
  PvImportPart *part = g_new0 (PvImportPart, 1);

  part->mapping = mapping;
  part->styles = styles;
  part->sheet = sheet;
  part->row = row->number;
  part->values = g_new0 (PvImportValue, mapping->columns->len);
  for (guint i = 0; i < mapping->columns->len; i++)
    {
      const PvMappedColumn *column = g_ptr_array_index (mapping->columns, i);
      PvImportPlace place;

      if (column->field == PV_N_FIELDS)
        continue;
      pv_import_part_place (part, i, &place);
      pv_cell_reader_read (self->reader, column, styles[i], pv_row_get_cell (row, column->index),
                           &place, &part->values[i]);
    }

  g_ptr_array_add (self->parts, part);
}

const PvImportValue *
pv_import_record_get (const PvImportRecord *self, PvFieldId field)
{
  const PvImportValue *found = &absent;

  for (guint i = 0; i < self->parts->len; i++)
    {
      const PvImportPart *part = g_ptr_array_index (self->parts, i);
      int column = part->mapping->column_of[field];

      if (column < 0)
        continue;
      if (part->values[column].state == PV_VALUE_SET)
        return &part->values[column];
      if (found == &absent)
        found = &part->values[column];
    }

  return found;
}

const char *
pv_import_record_get_text (const PvImportRecord *self, PvFieldId field)
{
  const PvImportValue *value = pv_import_record_get (self, field);

  return value->state == PV_VALUE_SET ? value->text : NULL;
}

gint64
pv_import_record_get_number (const PvImportRecord *self, PvFieldId field)
{
  const PvImportValue *value = pv_import_record_get (self, field);

  return value->state == PV_VALUE_SET ? value->number : PV_INT_NULL;
}

void
pv_import_record_copy_text (const PvImportRecord *self,
                            PvFieldId field,
                            PvImportFields *fields,
                            int column)
{
  const PvImportValue *value = pv_import_record_get (self, field);

  if (value->state != PV_VALUE_ABSENT)
    pv_import_fields_set_text (fields, column, value->state == PV_VALUE_SET ? value->text : NULL);
}

void
pv_import_record_copy_number (const PvImportRecord *self,
                              PvFieldId field,
                              PvImportFields *fields,
                              int column)
{
  const PvImportValue *value = pv_import_record_get (self, field);

  if (value->state != PV_VALUE_ABSENT)
    pv_import_fields_set_int (fields, column,
                              value->state == PV_VALUE_SET ? value->number : PV_INT_NULL);
}

/* What a column would be: 0 when nothing is known. */
static gint64
count_kept (const PvImportFields *fields, const PvImportFields *current, int column)
{
  const PvImportFields *from = PV_IMPORT_HAS (fields, column) ? fields : current;

  return from == NULL || from->numbers[column] == PV_INT_NULL ? 0 : from->numbers[column];
}

void
pv_import_record_copy_publics (const PvImportRecord *self,
                               const PvImportFields *current,
                               PvImportFields *fields,
                               int women,
                               int men,
                               int others)
{
  gint64 total = pv_import_record_get_number (self, PV_FIELD_BENEFICIAIRES);
  gint64 known;

  pv_import_record_copy_number (self, PV_FIELD_FEMMES, fields, women);
  pv_import_record_copy_number (self, PV_FIELD_HOMMES, fields, men);
  pv_import_record_copy_number (self, PV_FIELD_NON_VENTILES, fields, others);
  if (total == PV_INT_NULL || PV_IMPORT_HAS (fields, others))
    return;
  known = count_kept (fields, current, women) + count_kept (fields, current, men);
  pv_import_fields_set_int (fields, others, total > known ? total - known : PV_INT_NULL);
}

void
pv_import_record_place (const PvImportRecord *self, PvFieldId field, PvImportPlace *place)
{
  const PvImportPart *part = g_ptr_array_index (self->parts, 0);
  int column = field < PV_N_FIELDS ? part->mapping->column_of[field] : -1;

  *place = (PvImportPlace){ part->sheet, part->row, NULL, NULL };
  if (column >= 0)
    pv_import_part_place (part, column, place);
}

static gint64
year_in_headers (const PvImportRecord *self)
{
  const PvImportPart *part = g_ptr_array_index (self->parts, 0);
  gint64 year = PV_INT_NULL;

  for (guint i = 0; i < part->mapping->slots->len; i++)
    {
      const PvMappingSlot *slot = g_ptr_array_index (part->mapping->slots, i);

      if (slot->exercice != PV_INT_NULL && (year == PV_INT_NULL || slot->exercice < year))
        year = slot->exercice;
    }

  return year;
}

gint64
pv_import_record_year (const PvImportRecord *self)
{
  static const PvFieldId dates[] = { PV_FIELD_DEBUT,        PV_FIELD_DATE_CONVENTION,
                                     PV_FIELD_VOTE_LE,      PV_FIELD_NOTIFIE_LE,
                                     PV_FIELD_AIDE_PERIODE, PV_FIELD_DEPOSE_LE };

  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      const char *date = pv_import_record_get_text (self, dates[i]);

      if (date != NULL)
        return g_ascii_strtoll (date, NULL, 10);
    }

  return year_in_headers (self);
}

/* --- key, fingerprint, amount --- */

static void
append_part (GString *key, const char *text)
{
  g_string_append_c (key, '|');
  if (strlen (text) <= MAX_KEY_PART)
    {
      g_string_append (key, text);
      return;
    }

  {
    g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
    const char *end = text + MAX_KEY_PART / 2;

    while ((*end & 0xc0) == 0x80)
      end--;
    g_string_append_len (key, text, end - text);
    g_string_append_printf (key, "#%.16s", hash);
  }
}

static gboolean
append_value (const PvImportRecord *self, GString *key, const PvKeyPart *part)
{
  for (guint i = 0; i < part->n_fields; i++)
    {
      const PvImportValue *value = pv_import_record_get (self, part->fields[i]);
      PvFieldType type = pv_field_get_value_type (part->fields[i]);
      g_autofree char *text = NULL;

      if (value->state != PV_VALUE_SET)
        continue;
      if (value->text == NULL)
        text = g_strdup_printf ("%" G_GINT64_FORMAT, value->number);
      else if (type == PV_FIELD_TYPE_TEXT || type == PV_FIELD_TYPE_LINES ||
               type == PV_FIELD_TYPE_LIST)
        text = pv_text_fold (value->text);
      else
        text = g_strdup (value->text);
      append_part (key, text);
      return TRUE;
    }

  g_string_append_c (key, '|');
  return FALSE;
}

static char *
make_key (const PvImportRecord *self, GArray *parts, const char *scope)
{
  g_autoptr (GString) key = g_string_new (scope != NULL ? scope : "");
  gboolean first = FALSE;

  for (guint i = 0; i < parts->len; i++)
    {
      gboolean filled = append_value (self, key, &g_array_index (parts, PvKeyPart, i));

      if (i == 0)
        first = filled;
    }

  return first || parts == self->profile->key_fallback
             ? g_string_free (g_steal_pointer (&key), FALSE)
             : NULL;
}

static void
feed (GChecksum *checksum, const char *text)
{
  if (text != NULL)
    g_checksum_update (checksum, (const guchar *)text, (gssize)strlen (text));
  g_checksum_update (checksum, (const guchar *)"\x1f", 1);
}

/* What was read and as what: the fields count too, a corrected match reads anew. */
static char *
make_fingerprint (const PvImportRecord *self)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  for (guint p = 0; p < self->parts->len; p++)
    {
      const PvImportPart *part = g_ptr_array_index (self->parts, p);

      for (guint i = 0; i < part->mapping->columns->len; i++)
        {
          const PvMappedColumn *column = g_ptr_array_index (part->mapping->columns, i);

          if (column->field == PV_N_FIELDS)
            continue;
          feed (checksum, column->name);
          feed (checksum, pv_field_to_id (column->field));
          feed (checksum, part->values[i].raw);
        }
    }

  return g_strdup (g_checksum_get_string (checksum));
}

static gint64
sum_amounts (const PvImportRecord *self)
{
  gint64 sum = PV_CENTS_NULL;

  for (guint p = 0; p < self->parts->len; p++)
    {
      const PvImportPart *part = g_ptr_array_index (self->parts, p);

      for (guint i = 0; i < part->mapping->columns->len; i++)
        {
          const PvMappedColumn *column = g_ptr_array_index (part->mapping->columns, i);

          if ((column->field == PV_FIELD_MONTANT || PV_FIELD_IS_STAGE (column->field)) &&
              part->values[i].state == PV_VALUE_SET)
            pv_money_add (sum, part->values[i].number, &sum);
        }
    }

  return sum;
}

void
pv_import_record_identify (PvImportRecord *self, const char *scope)
{
  self->cle = make_key (self, self->profile->key, scope);
  if (self->cle == NULL)
    self->cle = make_key (self, self->profile->key_fallback, scope);
  self->empreinte = make_fingerprint (self);
  self->montant = sum_amounts (self);
}

/* FNV-1a, 64 bits. */
guint64
pv_import_row_hash (const PvRow *row)
{
  guint64 hash = G_GUINT64_CONSTANT (14695981039346656037);
  guint n = row->n_cells;

  while (n > 0 && row->cells[n - 1].kind == PV_CELL_EMPTY)
    n--;
  for (guint i = 0; i < n; i++)
    {
      for (const guchar *p = (const guchar *)row->cells[i].text; *p != '\0'; p++)
        hash = (hash ^ *p) * G_GUINT64_CONSTANT (1099511628211);
      hash = (hash ^ 0xff) * G_GUINT64_CONSTANT (1099511628211);
    }

  return hash;
}
