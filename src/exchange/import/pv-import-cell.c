/* pv-import-cell.c: a cell of a source as a value of its field
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pv-import-cell.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "pv-date.h"
#include "pv-identifier.h"
#include "pv-money.h"
#include "pv-text.h"

/* Words looked up already, per vocabulary; more than this and it is no vocabulary. */
#define MAX_WORDS 4096

struct _PvCellReader
{
  const PvProfile *profile;
  PvImportReport *report;
  GStringChunk *texts;
  GHashTable *words; /* "vocabulary\nword" → our value or "" */
  GHashTable *dates; /* French date → ISO date */
};

typedef struct
{
  PvCellReader *reader;
  const PvMappedColumn *column;
  PvNumberStyle style;
  const PvCell *cell;
  const PvImportPlace *place;
  PvImportValue *value;
} Reading;

PvCellReader *
pv_cell_reader_new (const PvProfile *profile, PvImportReport *report)
{
  PvCellReader *self = g_new0 (PvCellReader, 1);

  self->profile = profile;
  self->report = report;
  self->texts = g_string_chunk_new (16 * 1024);
  self->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->dates = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return self;
}

void
pv_cell_reader_free (PvCellReader *self)
{
  if (self == NULL)
    return;

  g_string_chunk_free (self->texts);
  g_hash_table_unref (self->words);
  g_hash_table_unref (self->dates);
  g_free (self);
}

void
pv_cell_reader_next_row (PvCellReader *self)
{
  g_string_chunk_clear (self->texts);
}

const char *
pv_cell_reader_keep (PvCellReader *self, const char *text)
{
  return text == NULL ? NULL : g_string_chunk_insert (self->texts, text);
}

static void
say (Reading *r, PvImportSeverity severity, const char *code, char *text)
{
  pv_import_report_take (r->reader->report, severity, r->place, code, r->value->raw, text);
}

static void
set_text (Reading *r, const char *text)
{
  r->value->text = text;
  r->value->state = text == NULL || *text == '\0' ? PV_VALUE_NULL : PV_VALUE_SET;
}

static void
set_number (Reading *r, gint64 number)
{
  r->value->number = number;
  r->value->state = number == PV_INT_NULL ? PV_VALUE_NULL : PV_VALUE_SET;
}

/* The cell stays out: what the file holds is left as it is. */
static void
refuse (Reading *r, const char *code, const char *reason)
{
  r->value->state = PV_VALUE_ABSENT;
  r->value->bad = TRUE;
  say (r, PV_IMPORT_ERROR, code, g_strdup (reason));
}

static gboolean
is_number (const Reading *r)
{
  return r->cell->kind == PV_CELL_NUMBER || r->cell->kind == PV_CELL_BOOLEAN;
}

/* --- texts --- */

static gboolean
needs_cleaning (const char *text)
{
  if (*text == ' ' || (*text != '\0' && text[strlen (text) - 1] == ' '))
    return TRUE;

  for (const guchar *p = (const guchar *)text; *p != '\0'; p++)
    {
      if (*p < ' ' || *p == 0x7f || (*p == ' ' && p[1] == ' ') || *p == 0xef ||
          (*p == 0xc2 && p[1] <= 0xad) || (*p == 0xe2 && (p[1] == 0x80 || p[1] == 0x81)) ||
          *p == 0xe1 || *p == 0xe3)
        return TRUE;
    }

  return FALSE;
}

static void
read_text (Reading *r, gboolean lines)
{
  g_autofree char *cleaned = NULL;

  if (!needs_cleaning (r->value->raw))
    {
      set_text (r, r->value->raw);
      return;
    }

  cleaned = pv_text_clean (r->cell->text, lines);
  set_text (r, pv_cell_reader_keep (r->reader, cleaned));
}

static const char *
look_up (Reading *r, const char *vocabulary)
{
  GHashTable *words = r->reader->words;
  g_autofree char *key = g_strconcat (vocabulary, "\n", r->value->raw, NULL);
  const char *known = g_hash_table_lookup (words, key);

  if (known == NULL)
    {
      known = pv_profile_lookup (r->reader->profile, vocabulary, r->value->raw);
      known = known == NULL ? "" : known;
      if (g_hash_table_size (words) < MAX_WORDS)
        g_hash_table_insert (words, g_strdup (key), g_strdup (known));
    }

  return *known == '\0' ? NULL : known;
}

/* An unknown word is kept in `raw` by the caller that has room for it. */
static void
read_vocabulary (Reading *r)
{
  const char *name = pv_profile_get_vocabulary (r->reader->profile, r->column->field);
  const char *ours = name != NULL ? look_up (r, name) : NULL;

  if (ours == NULL && r->column->field == PV_FIELD_STATUT)
    {
      r->value->state = PV_VALUE_ABSENT;
      return;
    }
  if (ours == NULL)
    {
      refuse (r, "mot-inconnu", _ ("This word is not in the vocabulary of the column."));
      return;
    }
  set_text (r, ours);
}

/* --- numbers --- */

/* Digits, at most two decimals after a dot: what needs no thought. */
static gboolean
read_plain_money (const char *text, gint64 *cents)
{
  gint64 value = 0;
  guint n = 0;
  guint decimals = 0;

  for (; g_ascii_isdigit (*text) && n <= 12; text++, n++)
    value = value * 10 + (*text - '0');
  if (n == 0 || n > 12)
    return FALSE;
  if (*text == '.')
    {
      for (text++; g_ascii_isdigit (*text) && decimals < 2; text++, decimals++)
        value = value * 10 + (*text - '0');
      if (decimals == 0)
        return FALSE;
    }

  *cents = decimals == 0 ? value * 100 : decimals == 1 ? value * 10 : value;
  return *text == '\0';
}

static gboolean
has_letters (const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    {
      if (g_ascii_isalpha (*p))
        return TRUE;
    }

  return FALSE;
}

static void
tell_conversion (Reading *r, const char *code, const char *shown)
{
  say (r, PV_IMPORT_INFO, code, g_strdup_printf (_ ("Read as %s."), shown));
}

/* A grant may be taken back, so a negative one is kept, and shown; a cost is not negative.
 * An envelope says so itself. */
static gboolean
check_negative (Reading *r)
{
  PvFieldId field = r->column->field;

  if (!PV_FIELD_IS_STAGE (field) && field != PV_FIELD_MONTANT)
    {
      refuse (r, "montant-negatif", _ ("A cost or an income is not negative: correct it."));
      return FALSE;
    }
  if (PV_FIELD_IS_STAGE (field))
    say (r, PV_IMPORT_WARNING, "montant-negatif",
         g_strdup (_ ("A negative amount lowers the totals: check that a grant is taken back.")));

  return TRUE;
}

static void
read_money (Reading *r)
{
  gint64 cents = PV_CENTS_NULL;
  gboolean rounded = FALSE;
  g_autoptr (GError) error = NULL;
  gboolean plain = !is_number (r) && read_plain_money (r->value->raw, &cents);
  gboolean done = plain;

  if (is_number (r))
    done = pv_money_from_double (r->cell->number, &cents, &rounded, &error);
  else if (!plain)
    done = pv_money_parse (r->value->raw, r->style, &cents, &rounded, &error);
  if (!done)
    {
      refuse (r, "montant-illisible", error->message);
      return;
    }
  if (cents != PV_CENTS_NULL && cents < 0 && !check_negative (r))
    return;

  set_number (r, cents);
  if (rounded)
    say (r, PV_IMPORT_WARNING, "montant-arrondi", g_strdup (_ ("Rounded to the cent.")));
  else if (!plain && !is_number (r) && cents != PV_CENTS_NULL &&
           (r->reader->profile->strict || has_letters (r->value->raw)))
    {
      g_autofree char *shown = pv_money_format (cents, PV_MONEY_FORMAT_FRENCH);

      tell_conversion (r, "montant-converti", shown);
    }
}

static void
read_count (Reading *r)
{
  gint64 count = PV_INT_NULL;
  g_autoptr (GError) error = NULL;

  if (!pv_number_parse_count (r->value->raw, r->style, &count, &error))
    refuse (r, "nombre-illisible", error->message);
  else
    set_number (r, count);
}

static void
read_year (Reading *r)
{
  gint64 year = PV_INT_NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *date = NULL;

  if (pv_number_parse_count (r->value->raw, r->style, &year, &error) &&
      (year == PV_INT_NULL || (year >= 1900 && year <= 2200)))
    {
      set_number (r, year);
      return;
    }

  date = pv_date_parse (r->value->raw, NULL, NULL);
  if (date != NULL)
    set_number (r, g_ascii_strtoll (date, NULL, 10));
  else
    refuse (r, "exercice-illisible", _ ("This is not a year."));
}

static void
read_percent (Reading *r)
{
  PvPercentUnit unit =
      r->reader->profile->percent_is_fraction ? PV_PERCENT_UNIT_FRACTION : PV_PERCENT_UNIT_AUTO;
  gint64 bp = PV_INT_NULL;
  gboolean rounded = FALSE;
  g_autoptr (GError) error = NULL;

  if (!pv_number_parse_percent (r->value->raw, r->style, unit, &bp, &rounded, &error))
    {
      refuse (r, "pourcentage-illisible", error->message);
      return;
    }
  if (bp != PV_INT_NULL && (bp < 0 || bp > 10000))
    {
      refuse (r, "pourcentage-hors-bornes",
              unit == PV_PERCENT_UNIT_FRACTION
                  ? _ ("This source writes a share as a fraction from 0 to 1, such as 0.8 for 80%.")
                  : _ ("A share goes from 0 to 100%."));
      return;
    }

  set_number (r, bp);
  if (r->reader->profile->strict && strchr (r->value->raw, ',') != NULL)
    {
      g_autofree char *shown = g_strdup_printf ("%d,%02d %%", (int)(bp / 100), (int)(bp % 100));

      tell_conversion (r, "pourcentage-converti", shown);
    }
}

static void
read_score (Reading *r)
{
  gint64 score = PV_INT_NULL;
  gboolean rounded = FALSE;
  g_autoptr (GError) error = NULL;
  const char *slash = strchr (r->value->raw, '/');
  g_autofree char *points = slash != NULL ? g_strndup (r->value->raw, slash - r->value->raw) : NULL;
  g_autofree char *out_of = slash != NULL ? g_strstrip (g_strdup (slash + 1)) : NULL;

  if (out_of != NULL && !g_str_equal (out_of, "100"))
    refuse (r, "note-illisible", _ ("A score is given on 100."));
  else if (!pv_number_parse (points != NULL ? g_strstrip (points) : r->value->raw, r->style, 2,
                             &score, &rounded, &error))
    refuse (r, "note-illisible", error->message);
  else if (score != PV_INT_NULL && (score < 0 || score > 10000))
    refuse (r, "note-hors-bornes", _ ("A score goes from 0 to 100."));
  else
    set_number (r, score);
}

/* `N/A` is an answer here, and no empty cell. */
static void
read_mark (Reading *r)
{
  static const char *const words[] = {
    "n a", "na", "so", "s o", "sans objet", "non concerne", NULL
  };
  g_autofree char *folded = pv_text_fold (r->value->raw);
  gint64 mark = PV_INT_NULL;

  if (g_strv_contains (words, folded))
    set_number (r, PV_MARK_SANS_OBJET);
  else if (pv_number_parse_count (r->value->raw, r->style, &mark, NULL))
    set_number (r, mark);
  else
    refuse (r, "note-illisible", _ ("A mark is a whole number, or N/A."));
}

/* --- dates, identifiers, yes or no --- */

static void
read_date (Reading *r)
{
  const char *known = NULL;
  gboolean converted = FALSE;
  g_autoptr (GError) error = NULL;
  g_autofree char *date = NULL;

  if (pv_date_is_valid (r->value->raw))
    {
      set_text (r, r->value->raw);
      return;
    }
  known = g_hash_table_lookup (r->reader->dates, r->value->raw);
  if (known != NULL && !r->reader->profile->strict)
    {
      set_text (r, known);
      return;
    }

  date = pv_date_parse (r->value->raw, &converted, &error);
  if (date == NULL && pv_number_is_null_word (r->value->raw))
    {
      r->value->state = PV_VALUE_NULL;
      return;
    }
  if (date == NULL)
    {
      refuse (r, "date-illisible", error->message);
      return;
    }

  set_text (r, pv_cell_reader_keep (r->reader, date));
  if (converted && r->reader->profile->strict && r->cell->kind != PV_CELL_DATE)
    tell_conversion (r, "date-convertie", date);
  else if (g_hash_table_size (r->reader->dates) < MAX_WORDS)
    g_hash_table_insert (r->reader->dates, g_strdup (r->value->raw), g_steal_pointer (&date));
}

static void
read_period (Reading *r)
{
  gboolean converted = FALSE;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  g_autoptr (GError) error = NULL;

  if (pv_number_is_null_word (r->value->raw))
    {
      r->value->state = PV_VALUE_NULL;
      return;
    }
  if (!pv_period_parse (r->value->raw, &from, &to, &converted, &error))
    {
      refuse (r, "periode-illisible", error->message);
      return;
    }

  set_text (r, pv_cell_reader_keep (r->reader, from));
  r->value->end = pv_cell_reader_keep (r->reader, to);
  if (r->reader->profile->strict && r->cell->kind != PV_CELL_DATE &&
      (converted || strchr (r->value->raw, '_') != NULL))
    {
      g_autofree char *shown = g_strdup_printf ("%s/%s", from, to);

      tell_conversion (r, "periode-convertie", shown);
    }
}

static void
read_identifier (Reading *r, PvIdentifierKind kind, const char *what)
{
  g_autofree char *canonical = NULL;
  g_autofree char *reason = NULL;
  g_autofree char *code = NULL;
  PvIdentifierResult result = pv_identifier_check (kind, r->value->raw, &canonical, &reason);

  if (result == PV_IDENTIFIER_EMPTY || pv_number_is_null_word (r->value->raw))
    {
      r->value->state = PV_VALUE_NULL;
      return;
    }
  if (result == PV_IDENTIFIER_INVALID)
    {
      code = g_strdup_printf ("%s-invalide", what);
      refuse (r, code, reason);
      return;
    }

  set_text (r, result == PV_IDENTIFIER_VALID && strcmp (canonical, r->value->raw) == 0
                   ? r->value->raw
                   : pv_cell_reader_keep (r->reader, canonical));
  if (result == PV_IDENTIFIER_REPAIRED)
    {
      code = g_strdup_printf ("%s-repare", what);
      say (r, PV_IMPORT_INFO, code, g_steal_pointer (&reason));
    }
}

static void
read_boolean (Reading *r)
{
  const char *ours = r->cell->kind == PV_CELL_BOOLEAN ? (r->cell->number != 0 ? "oui" : "non")
                                                      : look_up (r, "oui-non");
  g_autofree char *folded = NULL;

  if (ours == NULL)
    {
      refuse (r, "oui-non-illisible", _ ("“oui” or “non” is expected."));
      return;
    }

  set_number (r, g_str_equal (ours, "oui"));
  folded = pv_text_fold (r->value->raw);
  if (r->reader->profile->strict && r->cell->kind == PV_CELL_TEXT && !g_str_equal (folded, ours))
    tell_conversion (r, "oui-non-converti", ours);
}

static void
dispatch (Reading *r)
{
  switch (pv_field_get_value_type (r->column->field))
    {
    case PV_FIELD_TYPE_TEXT:
      read_text (r, FALSE);
      break;
    case PV_FIELD_TYPE_LINES:
    case PV_FIELD_TYPE_LIST:
      read_text (r, TRUE);
      break;
    case PV_FIELD_TYPE_VOCABULARY:
      read_vocabulary (r);
      break;
    case PV_FIELD_TYPE_MONEY:
      read_money (r);
      break;
    case PV_FIELD_TYPE_DATE:
      read_date (r);
      break;
    case PV_FIELD_TYPE_PERIOD:
      read_period (r);
      break;
    case PV_FIELD_TYPE_SIRET:
      read_identifier (r, PV_IDENTIFIER_SIRET, "siret");
      break;
    case PV_FIELD_TYPE_RNA:
      read_identifier (r, PV_IDENTIFIER_RNA, "rna");
      break;
    case PV_FIELD_TYPE_INSEE:
      read_identifier (r, PV_IDENTIFIER_INSEE, "insee");
      break;
    case PV_FIELD_TYPE_YEAR:
      read_year (r);
      break;
    case PV_FIELD_TYPE_COUNT:
      read_count (r);
      break;
    case PV_FIELD_TYPE_PERCENT:
      read_percent (r);
      break;
    case PV_FIELD_TYPE_BOOLEAN:
      read_boolean (r);
      break;
    case PV_FIELD_TYPE_SCORE:
      read_score (r);
      break;
    case PV_FIELD_TYPE_MARK:
      read_mark (r);
      break;
    default:
      g_assert_not_reached ();
    }
}

/* `Ne rien indiquer`, `sans objet`… are looked up only when their first letter is there. */
static gboolean
says_nothing (Reading *r)
{
  return pv_field_get_value_type (r->column->field) != PV_FIELD_TYPE_MARK &&
         strchr ("nNsS#", *r->value->raw) != NULL && look_up (r, "vides") != NULL;
}

static gboolean
is_doubtful_zero (const Reading *r)
{
  PvFieldType type = pv_field_get_value_type (r->column->field);

  return r->reader->profile->zero_is_doubtful && r->value->state == PV_VALUE_SET &&
         r->value->number == 0 && (type == PV_FIELD_TYPE_MONEY || type == PV_FIELD_TYPE_COUNT);
}

void
pv_cell_reader_read (PvCellReader *self,
                     const PvMappedColumn *column,
                     PvNumberStyle style,
                     const PvCell *cell,
                     const PvImportPlace *place,
                     PvImportValue *value)
{
  Reading r = { self, column, style, cell, place, value };

  *value = (PvImportValue){ PV_VALUE_NULL, FALSE, PV_INT_NULL, NULL, NULL, cell->text };
  if (cell->kind == PV_CELL_EMPTY || *cell->text == '\0' || says_nothing (&r))
    return;
  if (cell->kind == PV_CELL_ERROR)
    {
      refuse (&r, "cellule-erreur", _ ("The spreadsheet holds an error here."));
      return;
    }

  dispatch (&r);
  if (is_doubtful_zero (&r))
    {
      value->state = PV_VALUE_NULL;
      value->number = PV_INT_NULL;
      say (&r, PV_IMPORT_INFO, "zero-ou-vide",
           g_strdup (_ ("This export writes 0 for an empty number: left as not known.")));
    }
}
