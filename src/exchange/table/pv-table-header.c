/* pv-table-header.c: finds the header rows of a table, and its total row
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pv-table-header.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "pv-table-limits.h"
#include "pv-text.h"

/* A row of the head of the sheet, kept while the header is sought. Merged cells
 * are not read (they come after the data in an XLSX, and not at all in a CSV):
 * a merged cell is one value and blanks, as a band is. */
typedef struct
{
  guint number;
  guint n_cells;
  char **texts; /* cleaned */
  char **folded;
  guint n_filled;
  guint n_words; /* filled with what can be a name: no number, no date */
  guint n_known;
} HeadRow;

static const char *const total_words[] = {
  "total",      "totaux",      "total general", "totaux generaux", "consolidation",
  "sous total", "sous totaux", "grand total",   "total ttc",       "total ht",
};

/* An amount, a percentage, a count, a date in figures: no letter. */
static gboolean
is_figures (const char *text)
{
  gboolean has_digit = FALSE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isalpha (c))
        return FALSE;
      has_digit = has_digit || g_unichar_isdigit (c);
    }
  return has_digit;
}

/* Years name columns, as numbers or texts. */
static gboolean
is_year (const char *text)
{
  return strlen (text) == 4 && (g_str_has_prefix (text, "19") || g_str_has_prefix (text, "20")) &&
         g_ascii_isdigit (text[2]) && g_ascii_isdigit (text[3]);
}

static HeadRow *
head_row_new (const PvRow *row)
{
  HeadRow *self = g_new0 (HeadRow, 1);
  guint n_years = 0;

  self->number = row->number;
  self->n_cells = row->n_cells;
  self->texts = g_new0 (char *, row->n_cells + 1);
  self->folded = g_new0 (char *, row->n_cells + 1);
  for (guint i = 0; i < row->n_cells; i++)
    {
      const PvCell *cell = &row->cells[i];

      self->texts[i] = pv_text_clean (cell->text, FALSE);
      self->folded[i] = pv_text_fold (self->texts[i]);
      if (*self->texts[i] == '\0')
        continue;
      self->n_filled++;
      if (cell->kind == PV_CELL_TEXT && !is_figures (self->texts[i]))
        self->n_words++;
      else if (is_year (self->texts[i]))
        n_years++;
    }
  /* One year alone is a value, as in `Exercice` and 2024. */
  if (n_years > 1)
    self->n_words += n_years;
  return self;
}

static void
head_row_free (gpointer data)
{
  HeadRow *self = data;

  g_strfreev (self->texts);
  g_strfreev (self->folded);
  g_free (self);
}

static gboolean
is_filled (const HeadRow *row, guint column)
{
  return column < row->n_cells && *row->texts[column] != '\0';
}

static const char *
text_at (const HeadRow *row, guint column)
{
  return column < row->n_cells ? row->texts[column] : "";
}

static GPtrArray *
read_head (PvTable *table, PvHeaderScoreFunc score, gpointer data, GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (head_row_free);
  g_autoptr (GError) local = NULL;
  PvRow row;

  if (!pv_table_select_sheet (table, pv_table_get_sheet (table), error))
    return NULL;
  while (rows->len < PV_TABLE_HEADER_ROWS && pv_table_next_row (table, &row, &local))
    {
      HeadRow *head = head_row_new (&row);

      if (score != NULL)
        head->n_known = score ((const char *const *)head->folded, head->n_cells, data);
      g_ptr_array_add (rows, head);
    }
  /* What is wrong further down is told when the rows are read. */
  if (local != NULL && rows->len == 0)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  return g_steal_pointer (&rows);
}

static int
compare_uints_cb (gconstpointer a, gconstpointer b)
{
  guint x = *(const guint *)a, y = *(const guint *)b;

  return (x > y) - (x < y);
}

/* How many cells a row of this table fills, titles and totals being few. */
static guint
typical_fill (const GPtrArray *rows)
{
  g_autoptr (GArray) fills = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < rows->len; i++)
    g_array_append_val (fills, ((HeadRow *)rows->pdata[i])->n_filled);
  g_array_sort (fills, compare_uints_cb);
  return g_array_index (fills, guint, fills->len / 2);
}

static gboolean
adjacent (const GPtrArray *rows, guint i, guint j)
{
  return j < rows->len &&
         ((HeadRow *)rows->pdata[i])->number + 1 == ((HeadRow *)rows->pdata[j])->number;
}

static gboolean
looks_like_names (const HeadRow *row, guint typical)
{
  g_autoptr (GHashTable) distinct = g_hash_table_new (g_str_hash, g_str_equal);

  if (row->n_filled * 2 < typical || row->n_words * 10 < row->n_filled * 7 ||
      (row->n_filled < 2 && typical >= 2))
    return FALSE;
  for (guint i = 0; i < row->n_cells; i++)
    if (is_filled (row, i))
      g_hash_table_add (distinct, row->folded[i]);
  return g_hash_table_size (distinct) * 2 >= row->n_filled;
}

/* Whether @low is the second level under @high, some names of which run over
 * both levels: each column has a name in one of the two, and the row after them
 * has values where @low has none. */
static gboolean
completes (const HeadRow *high, const HeadRow *low, const HeadRow *next)
{
  guint width = MAX (high->n_cells, low->n_cells);
  guint n_under = 0, n_beside = 0, n_values = 0;

  if (low->n_words < low->n_filled || low->n_filled == 0)
    return FALSE;
  for (guint i = 0; i < width; i++)
    {
      gboolean above = is_filled (high, i), below = is_filled (low, i);

      if (!above && !below && i > 0 && i + 1 < width)
        return FALSE;
      n_beside += !above && below;
      n_under += above && !below;
      n_values += above && !below && next != NULL && is_filled (next, i);
    }
  return n_beside >= 2 && n_under > 0 && n_values * 2 >= n_under && n_values > 0;
}

/* The row of names by the known ones; of two that know as many, as labels over
 * names do, the lower. */
static gboolean
find_known (const GPtrArray *rows, guint *found)
{
  guint best = 1;
  gboolean any = FALSE;

  for (guint i = 0; i < rows->len; i++)
    {
      const HeadRow *row = rows->pdata[i];

      if (row->n_known > best ||
          (any && row->n_known == best && adjacent (rows, *found, i) && i == *found + 1 &&
           g_strcmp0 (row->folded[0], ((HeadRow *)rows->pdata[*found])->folded[0]) != 0))
        {
          best = row->n_known;
          *found = i;
          any = TRUE;
        }
    }
  return any;
}

/* The row of names by its form: the first that fills its columns with distinct
 * words; or the next one, when the first is a row of bands over it. */
static gboolean
find_by_form (const GPtrArray *rows, guint *found)
{
  guint typical = typical_fill (rows);

  for (guint i = 0; i < rows->len; i++)
    {
      const HeadRow *row = rows->pdata[i], *next;

      if (!looks_like_names (row, typical))
        continue;
      *found = i;
      if (!adjacent (rows, i, i + 1))
        return TRUE;
      next = rows->pdata[i + 1];
      if (next->n_filled >= row->n_filled * 2 && next->n_words == next->n_filled &&
          looks_like_names (next, typical))
        *found = i + 1;
      return TRUE;
    }
  return FALSE;
}

static gboolean
ends_with_colon (const HeadRow *row)
{
  for (guint i = 0; i < row->n_cells; i++)
    if (g_str_has_suffix (row->texts[i], ":"))
      return TRUE;
  return FALSE;
}

/* The row of bands or labels right above the names: a single cell is a title,
 * `Exercice :` and its value a line of context. */
static const HeadRow *
find_bands (const GPtrArray *rows, guint names)
{
  const HeadRow *row;

  if (names == 0 || !adjacent (rows, names - 1, names))
    return NULL;
  row = rows->pdata[names - 1];
  return row->n_filled >= 2 && !ends_with_colon (row) ? row : NULL;
}

static gboolean
has_values (const GPtrArray *rows, guint first, guint column)
{
  for (guint i = first; i < rows->len; i++)
    if (is_filled (rows->pdata[i], column))
      return TRUE;
  return FALSE;
}

static void
column_clear (gpointer data)
{
  PvTableColumn *column = data;

  g_free (column->name);
  g_free (column->band);
  g_free (column->folded);
  g_free (column->folded_band);
}

static void
count_occurrence (const GArray *columns, PvTableColumn *column)
{
  column->occurrence = 1;
  for (guint i = 0; i < columns->len; i++)
    {
      const PvTableColumn *other = &g_array_index (columns, PvTableColumn, i);

      if (g_str_equal (other->folded, column->folded) &&
          g_strcmp0 (other->folded_band, column->folded_band) == 0)
        column->occurrence++;
    }
}

static void
add_column (GArray *columns, guint index, const char *name, const char *band)
{
  PvTableColumn column = { .index = index, .name = g_strdup (name) };

  column.folded = pv_text_fold (name);
  if (band != NULL)
    {
      column.band = g_strdup (band);
      column.folded_band = pv_text_fold (band);
    }
  count_occurrence (columns, &column);
  g_array_append_val (columns, column);
}

/* @first: the first row of data among @rows. */
static GArray *
make_columns (const GPtrArray *rows, const HeadRow *names, const HeadRow *bands, guint first)
{
  GArray *columns = g_array_new (FALSE, FALSE, sizeof (PvTableColumn));
  guint width = MAX (names->n_cells, bands != NULL ? bands->n_cells : 0);
  const char *band = NULL;

  for (guint i = first; i < rows->len; i++)
    width = MAX (width, ((HeadRow *)rows->pdata[i])->n_cells);
  for (guint i = 0; i < width; i++)
    {
      const char *name = text_at (names, i);

      if (bands != NULL && is_filled (bands, i))
        band = bands->texts[i];
      if (*name == '\0' && bands != NULL && is_filled (bands, i))
        {
          /* A name over both levels; nothing at its right belongs to it. */
          add_column (columns, i, band, NULL);
          band = NULL;
        }
      else if (*name != '\0' || has_values (rows, first, i))
        add_column (columns, i, name, band);
    }
  return columns;
}

/* Leaves the table so that its next row is the first after row @number. */
static gboolean
rewind_after (PvTable *table, guint number, GError **error)
{
  g_autoptr (GError) local = NULL;
  PvRow row = { 0 };

  if (!pv_table_select_sheet (table, pv_table_get_sheet (table), error))
    return FALSE;
  while (row.number < number && pv_table_next_row (table, &row, &local))
    ;
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static gboolean
find_names (const GPtrArray *rows, guint *names, guint *last)
{
  if (!find_known (rows, names) && !find_by_form (rows, names))
    return FALSE;
  if (adjacent (rows, *names, *names + 1) &&
      completes (rows->pdata[*names], rows->pdata[*names + 1],
                 *names + 2 < rows->len ? rows->pdata[*names + 2] : NULL))
    (*names)++;
  /* Names under names, as the long and the short ones, are no data. */
  for (*last = *names; adjacent (rows, *last, *last + 1); (*last)++)
    {
      const HeadRow *row = rows->pdata[*last + 1];

      if (row->n_known < 2 || row->n_known * 2 < row->n_filled)
        break;
    }
  return TRUE;
}

PvTableHeader *
pv_table_header_detect (PvTable *table, PvHeaderScoreFunc score, gpointer data, GError **error)
{
  g_autoptr (PvTableHeader) header = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  GArray *columns;
  guint names = 0, last = 0;

  g_return_val_if_fail (table != NULL, NULL);

  rows = read_head (table, score, data, error);
  if (rows == NULL)
    return NULL;
  if (rows->len == 0 || !find_names (rows, &names, &last))
    {
      g_set_error (error, PV_EXCHANGE_ERROR, PV_EXCHANGE_ERROR_EMPTY,
                   _ ("The sheet “%s” of “%s” has no row of column names: check that it is the "
                      "right sheet."),
                   pv_table_get_sheet_name (table, pv_table_get_sheet (table)),
                   pv_table_get_basename (table));
      return NULL;
    }
  header = g_new0 (PvTableHeader, 1);
  header->row = ((HeadRow *)rows->pdata[names])->number;
  if (last + 1 < rows->len)
    header->first_data_row = ((HeadRow *)rows->pdata[last + 1])->number;
  columns = make_columns (rows, rows->pdata[names], find_bands (rows, names), last + 1);
  header->n_columns = columns->len;
  header->columns = (PvTableColumn *)(gpointer)g_array_free (columns, FALSE);
  if (!rewind_after (table, ((HeadRow *)rows->pdata[last])->number, error))
    return NULL;
  return g_steal_pointer (&header);
}

void
pv_table_header_free (PvTableHeader *header)
{
  if (header == NULL)
    return;
  for (guint i = 0; i < header->n_columns; i++)
    column_clear (&header->columns[i]);
  g_free (header->columns);
  g_free (header);
}

/* `Total`, and `Total 2024` or `Total (142)`. */
static gboolean
is_total_word (const char *text)
{
  g_autofree char *folded = pv_text_fold (text);

  for (guint i = 0; i < G_N_ELEMENTS (total_words); i++)
    {
      if (g_str_equal (folded, total_words[i]))
        return TRUE;
      if (g_str_has_prefix (folded, total_words[i]) && folded[strlen (total_words[i])] == ' ' &&
          is_figures (folded + strlen (total_words[i]) + 1))
        return TRUE;
    }
  return FALSE;
}

gboolean
pv_table_header_is_total_row (const PvTableHeader *header, const PvRow *row)
{
  const char *word = NULL;

  g_return_val_if_fail (header != NULL && row != NULL, FALSE);

  for (guint i = 0; i < row->n_cells; i++)
    {
      const PvCell *cell = &row->cells[i];

      if (cell->kind != PV_CELL_TEXT || is_figures (cell->text))
        continue;
      /* Two texts are told at once: the common row costs two cells. */
      if (word != NULL && cell->text[strspn (cell->text, " -–€%")] != '\0')
        return FALSE;
      if (word == NULL)
        word = cell->text;
    }
  return word != NULL && is_total_word (word);
}

gboolean
pv_table_header_is_repeated_row (const PvTableHeader *header, const PvRow *row)
{
  guint n_same = 0;

  g_return_val_if_fail (header != NULL && row != NULL, FALSE);

  for (guint i = 0; i < header->n_columns; i++)
    {
      const PvTableColumn *column = &header->columns[i];
      g_autofree char *folded = NULL;

      if (*column->name == '\0')
        continue;
      folded = pv_text_fold (pv_row_get_cell (row, column->index)->text);
      if (!g_str_equal (folded, column->folded))
        return FALSE;
      n_same++;
    }
  return n_same > 0;
}

gboolean
pv_table_header_next_row (const PvTableHeader *header, PvTable *table, PvRow *row, GError **error)
{
  g_return_val_if_fail (header != NULL, FALSE);

  while (pv_table_next_row (table, row, error))
    if (!pv_table_header_is_total_row (header, row) &&
        !pv_table_header_is_repeated_row (header, row))
      return TRUE;
  return FALSE;
}

char *
pv_table_header_fold (const char *name)
{
  return pv_text_fold (name);
}
