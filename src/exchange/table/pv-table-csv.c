/* pv-table-csv.c: reads a CSV (RFC 4180, and what people make of it)
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pv-table-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "pv-csv-charset.h"
#include "pv-csv-dialect.h"
#include "pv-table-limits.h"

#define BLOCK_SIZE 262144
#define RAW_SIZE 65536

/* A field of the row being scanned: raw bytes, changed only once the whole row
 * is there. */
typedef struct
{
  char *start;
  char *end;
  char *quote;      /* (nullable): the closing quote */
  gboolean doubled; /* holds "" */
} Field;

typedef struct
{
  int fd;
  PvCsvCharset charset;
  PvCsvDialect dialect;
  guint bom_length;

  /* Decoded text: [start, end) is still to be read. One byte beyond the
   * capacity is kept for a last zero. */
  char *buffer;
  gsize start;
  gsize end;
  gsize capacity;
  gboolean at_eof;
  guint64 n_consumed; /* bytes of the file */

  char *raw; /* when decoding is needed */
  gsize n_raw;

  guint row;
  GArray *fields;
  GArray *cells;
} Csv;

typedef enum
{
  SCAN_ROW,
  SCAN_MORE, /* the buffer does not hold the end of the row */
  SCAN_LONG_CELL,
  SCAN_MANY_COLUMNS,
} ScanResult;

static gboolean
set_read_error (PvTable *table, GError **error)
{
  int saved = errno;

  g_set_error (error, PV_EXCHANGE_ERROR, PV_EXCHANGE_ERROR_UNREADABLE,
               _ ("“%s” cannot be read to its end (%s): check the disk or the network."),
               table->basename, g_strerror (saved));
  return FALSE;
}

static gssize
read_bytes (int fd, char *buffer, gsize size)
{
  gssize n;

  do
    n = read (fd, buffer, size);
  while (n < 0 && errno == EINTR);
  return n;
}

/* Reads the whole file once, to know its encoding. */
static gboolean
scan_charset (PvTable *table, Csv *self, GError **error)
{
  PvCsvCharsetScan scan = { 0 };
  g_autofree char *block = g_malloc (BLOCK_SIZE);
  gsize kept = 0;
  gssize n;

  while ((n = read_bytes (self->fd, block + kept, BLOCK_SIZE - kept)) > 0 && !scan.has_zero &&
         scan.utf16 == PV_CSV_CHARSET_UTF8)
    {
      gsize length = kept + (gsize)n;
      gsize done = pv_csv_charset_scan (&scan, block, length, FALSE);

      kept = length - done;
      memmove (block, block + done, kept);
    }
  if (n < 0)
    return set_read_error (table, error);
  pv_csv_charset_scan (&scan, block, kept, TRUE);
  if (scan.has_zero)
    return pv_table_set_problem (error, table->basename, PV_TABLE_PROBLEM_NOT_A_TABLE);

  self->charset = pv_csv_charset_decide (&scan);
  self->bom_length = scan.bom_length;
  table->encoding = pv_csv_charset_get_name (self->charset);
  if (self->charset == PV_CSV_CHARSET_MIXED)
    pv_table_add_note (table, g_strdup (_ ("Some accents are not in UTF-8 as the rest is: they "
                                           "were read as Windows-1252.")));
  else if (self->charset == PV_CSV_CHARSET_WINDOWS_1252 && self->bom_length > 0)
    pv_table_add_note (table, g_strdup (_ ("The file bears the mark of UTF-8 but its accents are "
                                           "in Windows-1252: they were read as such.")));
  return TRUE;
}

/* Moves what is left to the front, and makes place for a block. */
static void
make_room (Csv *self, gsize needed)
{
  if (self->start > 0)
    {
      memmove (self->buffer, self->buffer + self->start, self->end - self->start);
      self->end -= self->start;
      self->start = 0;
    }
  if (self->capacity - self->end < needed)
    {
      self->capacity = MAX (self->capacity * 2, self->end + needed);
      self->buffer = g_realloc (self->buffer, self->capacity + 1);
    }
}

static gboolean
decode_block (PvTable *table, Csv *self, GError **error)
{
  gssize n = read_bytes (self->fd, self->raw + self->n_raw, RAW_SIZE - self->n_raw);
  gsize consumed, decoded;

  if (n < 0)
    return set_read_error (table, error);
  self->at_eof = n == 0;
  self->n_raw += (gsize)n;
  self->n_consumed += (guint64)n;
  make_room (self, self->n_raw * 3);
  consumed = pv_csv_charset_decode (self->charset, self->raw, self->n_raw, n == 0,
                                    self->buffer + self->end, &decoded);
  self->end += decoded;
  self->n_raw -= consumed;
  memmove (self->raw, self->raw + consumed, self->n_raw);
  return TRUE;
}

/* At least doubles what is left: a row is scanned again after each filling, and
 * small ones would make a long row slow. */
static gboolean
fill_decoded (PvTable *table, Csv *self, GError **error)
{
  gsize wanted = 2 * (self->end - self->start);

  do
    if (!decode_block (table, self, error))
      return FALSE;
  while (!self->at_eof && self->end - self->start < wanted);
  return TRUE;
}

static gboolean
fill (PvTable *table, Csv *self, GError **error)
{
  gssize n;

  if (self->end - self->start > PV_TABLE_MAX_ROW_BYTES)
    return pv_table_set_problem (error, table->basename, PV_TABLE_PROBLEM_ROW_SIZE);
  if (self->charset != PV_CSV_CHARSET_UTF8)
    return fill_decoded (table, self, error);

  make_room (self, BLOCK_SIZE);
  n = read_bytes (self->fd, self->buffer + self->end, self->capacity - self->end);
  if (n < 0)
    return set_read_error (table, error);
  self->at_eof = n == 0;
  self->end += (gsize)n;
  self->n_consumed += (guint64)n;
  return TRUE;
}

/* The end of a field without quotes. */
static char *
find_field_end (const Csv *self, char *p, const char *end)
{
  const char delimiter = self->dialect.delimiter, eol = self->dialect.eol;

  while (p < end && *p != delimiter && *p != eol)
    p++;
  return p;
}

/* The quote that closes the field which opens at @p; NULL when there is none in
 * the length a cell may have, or in the buffer (then *more). */
static char *
find_closing_quote (const Csv *self, char *p, char *end, gboolean *doubled, gboolean *more)
{
  char *last = MIN (end, p + PV_TABLE_MAX_CELL_BYTES);

  *more = FALSE;
  for (char *q = p + 1; q < last && (q = memchr (q, '"', (gsize)(last - q))) != NULL; q += 2)
    {
      if (q + 1 == end && !self->at_eof)
        break;
      if (q + 1 == end || q[1] != '"')
        return q;
      *doubled = TRUE;
    }
  *more = last == end && !self->at_eof;
  return NULL;
}

static ScanResult
scan_field (PvTable *table, Csv *self, char *p, char *end, Field *field)
{
  gboolean more = FALSE;

  *field = (Field){ .start = p };
  if (p < end && *p == '"')
    {
      field->quote = find_closing_quote (self, p, end, &field->doubled, &more);
      if (more)
        return SCAN_MORE;
      if (field->quote == NULL)
        pv_table_add_note (table, g_strdup_printf (_ ("The quote that opens on row %u is never "
                                                      "closed: it was read as a character."),
                                                   self->row + 1));
    }
  field->end = find_field_end (self, field->quote != NULL ? field->quote + 1 : p, end);
  if (field->end == end && !self->at_eof)
    return SCAN_MORE;
  return field->end - p > PV_TABLE_MAX_CELL_BYTES + 2 ? SCAN_LONG_CELL : SCAN_ROW;
}

/* Finds the fields of the row at the start of the buffer. */
static ScanResult
scan_row (PvTable *table, Csv *self)
{
  char *p = self->buffer + self->start;
  char *end = self->buffer + self->end;

  g_array_set_size (self->fields, 0);
  for (;; p++)
    {
      Field field;
      ScanResult result = scan_field (table, self, p, end, &field);

      if (result != SCAN_ROW)
        return result;
      if (self->fields->len == PV_TABLE_MAX_COLUMNS)
        return SCAN_MANY_COLUMNS;
      g_array_append_val (self->fields, field);
      p = field.end;
      if (p == end || *p == self->dialect.eol)
        break;
    }
  self->start = (gsize)MIN (p + 1, end) - (gsize)self->buffer;
  return SCAN_ROW;
}

static gsize
undouble (char *start, gsize length)
{
  char *out = start;

  for (gsize i = 0; i < length; i++)
    {
      *out++ = start[i];
      if (start[i] == '"' && i + 1 < length && start[i + 1] == '"')
        i++;
    }
  return (gsize)(out - start);
}

/* What stands between the quotes. Text after the closing quote comes from
 * quotes that were not doubled: `"Les "Amis" du parc"` keeps the inner ones. */
static void
unquote (Field *field)
{
  gboolean blank = TRUE;

  for (char *p = field->quote + 1; p < field->end; p++)
    blank = blank && *p == ' ';
  field->start++;
  if (blank)
    field->end = field->quote;
  else if (field->end[-1] == '"')
    field->end--;
  if (field->doubled && blank)
    field->end = field->start + undouble (field->start, (gsize)(field->end - field->start));
}

static void
make_cells (Csv *self)
{
  const guint n = self->fields->len;
  Field *fields = (Field *)(gpointer)self->fields->data;
  Field *last = &fields[n - 1];
  PvCell *cells;

  if (last->end > last->start && last->end[-1] == '\r' && last->quote != last->end - 1)
    last->end--;
  g_array_set_size (self->cells, n);
  cells = (PvCell *)(gpointer)self->cells->data;
  for (guint i = 0; i < n; i++)
    {
      if (fields[i].quote != NULL)
        unquote (&fields[i]);
      *fields[i].end = '\0';
      cells[i].length = (guint)(fields[i].end - fields[i].start);
      cells[i].kind = cells[i].length > 0 ? PV_CELL_TEXT : PV_CELL_EMPTY;
      cells[i].text = fields[i].start;
      cells[i].number = 0;
    }
}

static gboolean
detect_dialect (PvTable *table, Csv *self, GError **error)
{
  gsize wanted = BLOCK_SIZE;

  while (!self->at_eof && self->end - self->start < wanted)
    if (!fill (table, self, error))
      return FALSE;
  self->dialect = pv_csv_dialect_detect (self->buffer + self->start,
                                         MIN (self->end - self->start, wanted), self->at_eof);
  table->delimiter = self->dialect.delimiter;
  return TRUE;
}

static gboolean
rewind_file (PvTable *table, Csv *self, GError **error)
{
  if (lseek (self->fd, self->bom_length, SEEK_SET) < 0)
    return set_read_error (table, error);
  self->start = self->end = self->n_raw = 0;
  self->n_consumed = self->bom_length;
  self->at_eof = FALSE;
  self->row = 0;
  return TRUE;
}

static char *
name_without_suffix (const char *basename)
{
  const char *dot = strrchr (basename, '.');

  return dot != NULL && dot > basename ? g_strndup (basename, (gsize)(dot - basename))
                                       : g_strdup (basename);
}

static gboolean
csv_open (PvTable *table, GError **error)
{
  Csv *self = g_new0 (Csv, 1);

  table->state = self;
  self->fields = g_array_new (FALSE, FALSE, sizeof (Field));
  self->cells = g_array_new (FALSE, FALSE, sizeof (PvCell));
  self->fd = g_open (table->path, O_RDONLY | O_CLOEXEC, 0);
  if (self->fd < 0)
    return set_read_error (table, error);
  if (!scan_charset (table, self, error))
    return FALSE;
  if (table->file_size <= self->bom_length)
    return pv_table_set_problem (error, table->basename, PV_TABLE_PROBLEM_EMPTY);
  self->capacity = 2 * BLOCK_SIZE;
  self->buffer = g_malloc (self->capacity + 1);
  if (self->charset != PV_CSV_CHARSET_UTF8)
    self->raw = g_malloc (RAW_SIZE);
  if (!rewind_file (table, self, error) || !detect_dialect (table, self, error))
    return FALSE;
  g_ptr_array_add (table->sheet_names, name_without_suffix (table->basename));
  return TRUE;
}

static void
csv_close (PvTable *table)
{
  Csv *self = table->state;

  if (self->fd >= 0)
    close (self->fd);
  g_array_unref (self->fields);
  g_array_unref (self->cells);
  g_free (self->buffer);
  g_free (self->raw);
  g_free (self);
}

static gboolean
csv_select_sheet (PvTable *table, guint sheet, GError **error)
{
  Csv *self = table->state;

  if (!rewind_file (table, self, error) || !fill (table, self, error))
    return FALSE;
  self->start = MIN (self->dialect.skip, self->end);
  return TRUE;
}

static gboolean
csv_next_row (PvTable *table, PvRow *row, GError **error)
{
  Csv *self = table->state;
  ScanResult result;

  if (self->start == self->end && self->at_eof)
    return FALSE;
  while ((result = scan_row (table, self)) == SCAN_MORE)
    if (!fill (table, self, error))
      return FALSE;
  if (result == SCAN_LONG_CELL)
    return pv_table_set_problem (error, table->basename, PV_TABLE_PROBLEM_CELL_SIZE);
  if (result == SCAN_MANY_COLUMNS)
    return pv_table_set_problem (error, table->basename, PV_TABLE_PROBLEM_COLUMNS);
  if (++self->row > PV_TABLE_MAX_CSV_ROWS)
    return pv_table_set_problem (error, table->basename, PV_TABLE_PROBLEM_ROWS);
  make_cells (self);
  *row = (PvRow){ self->row, self->fields->len, (const PvCell *)(gpointer)self->cells->data };
  return TRUE;
}

static guint
csv_get_position_bp (PvTable *table)
{
  Csv *self = table->state;
  guint64 left = self->end - self->start;

  return (guint)((double)(self->n_consumed - MIN (left, self->n_consumed)) /
                 (double)table->file_size * 10000.);
}

const PvTableReader pv_table_csv_reader = {
  PV_TABLE_FORMAT_CSV, csv_open, csv_close, csv_select_sheet, csv_next_row, csv_get_position_bp,
};
