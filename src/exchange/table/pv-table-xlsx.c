/* pv-table-xlsx.c: reads the sheets of an XLSX
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pv-table-private.h"

#include <string.h>

#include "pv-row-batch.h"
#include "pv-table-limits.h"
#include "pv-table-value.h"
#include "pv-xlsx-strings.h"
#include "pv-xlsx-styles.h"
#include "pv-xlsx-workbook.h"
#include "pv-xml-stream.h"

/* From the 1904 system (old Macintosh workbooks) to the 1900 one. */
#define DAYS_1904 1462

typedef enum
{
  CELL_NUMBER,
  CELL_SHARED,
  CELL_STRING, /* inline, or of a formula */
  CELL_BOOLEAN,
  CELL_ERROR,
  CELL_ISO_DATE,
} CellType;

typedef struct
{
  char *basename;
  PvZip *zip;
  PvXlsxWorkbook *workbook;
  PvXlsxStrings *strings; /* (nullable) */
  GByteArray *formats;    /* (nullable) */
  gboolean loaded;

  PvXmlStream *stream;
  PvRowBatch *batch;
  gboolean ended;

  gboolean in_data;
  gboolean in_row;
  gboolean in_cell;
  gboolean in_value; /* characters belong to the cell */
  guint in_phonetic;
  guint row;    /* from 1 */
  guint column; /* from 0, of the next cell without a reference */
  CellType type;
  PvNumberFormat format;
  GString *value;
  GString *scratch;
} Xlsx;

static gboolean
damaged (Xlsx *self, GError **error)
{
  return pv_table_set_problem (error, self->basename, PV_TABLE_PROBLEM_DAMAGED);
}

static gboolean
start_row (Xlsx *self, const PvXmlAttributes *attributes, GError **error)
{
  guint number;

  if (self->in_row)
    return damaged (self, error);
  if (!pv_xml_attribute_uint (attributes, "r", G_MAXINT, &number) || number == 0)
    number = self->row + 1;
  if (number > PV_TABLE_MAX_SHEET_ROWS)
    return pv_table_set_problem (error, self->basename, PV_TABLE_PROBLEM_ROWS);
  self->row = number;
  self->column = 0;
  self->in_row = TRUE;
  pv_row_batch_begin_row (self->batch, number);
  return TRUE;
}

/* The column of a reference such as `AB12`; the row is that of the element. */
static gboolean
parse_column (const char *reference, gsize length, guint *column)
{
  guint n = 0;
  gsize i;

  for (i = 0; i < length && g_ascii_isalpha (reference[i]); i++)
    {
      n = n * 26 + (guint)(g_ascii_toupper (reference[i]) - 'A') + 1;
      if (n > PV_TABLE_MAX_COLUMNS)
        n = PV_TABLE_MAX_COLUMNS + 1;
    }
  if (i == 0)
    return FALSE;
  *column = n - 1;
  return TRUE;
}

static CellType
parse_type (const char *type, gsize length)
{
  static const struct
  {
    const char *name;
    CellType type;
  } types[] = {
    { "s", CELL_SHARED },         { "n", CELL_NUMBER },  { "str", CELL_STRING },
    { "inlineStr", CELL_STRING }, { "b", CELL_BOOLEAN }, { "e", CELL_ERROR },
    { "d", CELL_ISO_DATE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (strlen (types[i].name) == length && memcmp (types[i].name, type, length) == 0)
      return types[i].type;
  return CELL_NUMBER;
}

static void
start_cell (Xlsx *self, const PvXmlAttributes *attributes)
{
  gsize length;
  const char *text = pv_xml_attribute (attributes, "r", &length);
  guint style;

  if (text != NULL)
    parse_column (text, length, &self->column);
  text = pv_xml_attribute (attributes, "t", &length);
  self->type = text != NULL ? parse_type (text, length) : CELL_NUMBER;
  self->format = PV_NUMBER_FORMAT_PLAIN;
  if (!pv_xml_attribute_uint (attributes, "s", PV_TABLE_MAX_FORMATS, &style))
    style = 0;
  if (self->type == CELL_NUMBER && self->formats != NULL && style < self->formats->len)
    self->format = self->formats->data[style];
  g_string_truncate (self->value, 0);
  self->in_cell = TRUE;
}

static gboolean
start_cb (gpointer data, const char *name, const PvXmlAttributes *attributes, GError **error)
{
  Xlsx *self = data;

  if (!self->in_data)
    {
      self->in_data = strcmp (name, "sheetData") == 0;
      return TRUE;
    }
  if (self->in_cell)
    {
      if (strcmp (name, "rPh") == 0)
        self->in_phonetic++;
      self->in_value =
          (strcmp (name, "v") == 0 || strcmp (name, "t") == 0) && self->in_phonetic == 0;
    }
  else if (self->in_row && strcmp (name, "c") == 0)
    start_cell (self, attributes);
  else if (strcmp (name, "row") == 0)
    return start_row (self, attributes, error);
  return TRUE;
}

static gboolean
text_cb (gpointer data, const char *text, gsize length, GError **error)
{
  Xlsx *self = data;

  if (!self->in_value)
    return TRUE;
  if (self->value->len + length > PV_TABLE_MAX_CELL_BYTES)
    return pv_table_set_problem (error, self->basename, PV_TABLE_PROBLEM_CELL_SIZE);
  g_string_append_len (self->value, text, (gssize)length);
  return TRUE;
}

static gboolean
add (Xlsx *self, PvCellKind kind, const GString *text, double number, GError **error)
{
  PvCell cell = { kind, (guint)text->len, text->str, number };

  return pv_row_batch_add (self->batch, self->column, 1, &cell, error);
}

static gboolean
add_number (Xlsx *self, GError **error)
{
  double number;

  if (!pv_value_parse_number (self->value->str, self->value->len, &number))
    return add (self, PV_CELL_TEXT, self->value, 0, error);
  g_string_truncate (self->scratch, 0);
  if (self->format != PV_NUMBER_FORMAT_PLAIN)
    {
      double serial = number;

      if (self->workbook->date_1904 && (self->format == PV_NUMBER_FORMAT_DATE || number >= 1))
        serial += DAYS_1904;
      if (pv_value_append_serial (self->scratch, serial, self->format))
        return add (self, PV_CELL_DATE, self->scratch, serial, error);
    }
  if (pv_value_is_plain_number (self->value->str, self->value->len))
    return add (self, PV_CELL_NUMBER, self->value, number, error);
  pv_value_append_number (self->scratch, number);
  return add (self, PV_CELL_NUMBER, self->scratch, number, error);
}

static gboolean
add_shared (Xlsx *self, GError **error)
{
  double index;
  const char *text;
  gsize length;

  if (!pv_value_parse_number (self->value->str, self->value->len, &index) || index < 0 ||
      index > G_MAXINT || self->strings == NULL)
    return damaged (self, error);
  text = pv_xlsx_strings_get (self->strings, (guint)index, &length);
  if (text == NULL)
    return damaged (self, error);
  return pv_row_batch_add_borrowed (self->batch, self->column, text, length, error);
}

static gboolean
add_boolean (Xlsx *self, GError **error)
{
  gboolean value = strcmp (self->value->str, "1") == 0 || strcmp (self->value->str, "true") == 0;

  g_string_assign (self->value, value ? "TRUE" : "FALSE");
  return add (self, PV_CELL_BOOLEAN, self->value, value, error);
}

/* `2024-01-05T00:00:00` is a day, not an instant. */
static gboolean
add_iso_date (Xlsx *self, GError **error)
{
  double serial;

  if (!pv_value_parse_iso (self->value->str, self->value->len, &serial))
    return add (self, PV_CELL_TEXT, self->value, 0, error);
  g_string_truncate (self->scratch, 0);
  if (!pv_value_append_serial (self->scratch, serial, PV_NUMBER_FORMAT_DATE))
    return add (self, PV_CELL_TEXT, self->value, 0, error);
  return add (self, PV_CELL_DATE, self->scratch, serial, error);
}

static gboolean
add_cell (Xlsx *self, GError **error)
{
  if (self->column >= PV_TABLE_MAX_COLUMNS)
    return pv_table_set_problem (error, self->basename, PV_TABLE_PROBLEM_COLUMNS);
  if (self->value->len == 0)
    return TRUE;
  switch (self->type)
    {
    case CELL_SHARED:
      return add_shared (self, error);
    case CELL_STRING:
      pv_xlsx_unescape (self->value, 0);
      return add (self, PV_CELL_TEXT, self->value, 0, error);
    case CELL_BOOLEAN:
      return add_boolean (self, error);
    case CELL_ERROR:
      return add (self, PV_CELL_ERROR, self->value, 0, error);
    case CELL_ISO_DATE:
      return add_iso_date (self, error);
    case CELL_NUMBER:
    default:
      return add_number (self, error);
    }
}

static gboolean
end_cb (gpointer data, const char *name, GError **error)
{
  Xlsx *self = data;

  if (!self->in_data)
    return TRUE;
  self->in_value = FALSE;
  if (strcmp (name, "c") == 0 && self->in_cell)
    {
      self->in_cell = FALSE;
      self->in_phonetic = 0;
      if (!add_cell (self, error))
        return FALSE;
      self->column++;
    }
  else if (strcmp (name, "rPh") == 0 && self->in_phonetic > 0)
    self->in_phonetic--;
  else if (strcmp (name, "row") == 0 && self->in_row && !self->in_cell)
    {
      self->in_row = FALSE;
      return pv_row_batch_end_row (self->batch, 1, error);
    }
  else if (strcmp (name, "sheetData") == 0 && !self->in_row)
    self->in_data = FALSE;
  return TRUE;
}

static gboolean
xlsx_open (PvTable *table, GError **error)
{
  Xlsx *self = g_new0 (Xlsx, 1);

  table->state = self;
  self->basename = table->basename;
  self->value = g_string_new (NULL);
  self->scratch = g_string_new (NULL);
  self->zip = pv_zip_open (table->path, table->basename, table->file_size, error);
  if (self->zip == NULL)
    return FALSE;
  self->workbook = pv_xlsx_workbook_load (self->zip, table->basename, error);
  if (self->workbook == NULL)
    return FALSE;
  for (guint i = 0; i < self->workbook->sheets->len; i++)
    g_ptr_array_add (table->sheet_names,
                     g_strdup (g_array_index (self->workbook->sheets, PvXlsxSheetRef, i).name));
  return TRUE;
}

static void
xlsx_close (PvTable *table)
{
  Xlsx *self = table->state;

  g_clear_pointer (&self->stream, pv_xml_stream_free);
  g_clear_pointer (&self->batch, pv_row_batch_free);
  g_clear_pointer (&self->strings, pv_xlsx_strings_free);
  g_clear_pointer (&self->formats, g_byte_array_unref);
  g_clear_pointer (&self->workbook, pv_xlsx_workbook_free);
  g_clear_pointer (&self->zip, pv_zip_free);
  g_string_free (self->value, TRUE);
  g_string_free (self->scratch, TRUE);
  g_free (self);
}

/* The entries of a zip come in any order, a sheet before its strings too: each
 * part is sought by its name. */
static gboolean
load_shared_parts (Xlsx *self, GError **error)
{
  const PvXlsxWorkbook *book = self->workbook;

  if (self->loaded)
    return TRUE;
  if (book->styles_part != NULL && pv_zip_has (self->zip, book->styles_part))
    {
      self->formats = pv_xlsx_styles_load (self->zip, book->styles_part, self->basename, error);
      if (self->formats == NULL)
        return FALSE;
    }
  if (book->strings_part != NULL && pv_zip_has (self->zip, book->strings_part))
    {
      self->strings = pv_xlsx_strings_load (self->zip, book->strings_part, self->basename, error);
      if (self->strings == NULL)
        return FALSE;
    }
  self->loaded = TRUE;
  return TRUE;
}

static gboolean
xlsx_select_sheet (PvTable *table, guint sheet, GError **error)
{
  static const PvXmlHandler handler = { start_cb, end_cb, text_cb };
  Xlsx *self = table->state;
  const PvXlsxSheetRef *reference = &g_array_index (self->workbook->sheets, PvXlsxSheetRef, sheet);

  g_clear_pointer (&self->stream, pv_xml_stream_free);
  g_clear_pointer (&self->batch, pv_row_batch_free);
  self->in_data = self->in_row = self->in_cell = self->in_value = self->ended = FALSE;
  self->in_phonetic = 0;
  self->row = 0;
  if (!load_shared_parts (self, error))
    return FALSE;
  self->batch = pv_row_batch_new (self->basename);
  self->stream =
      pv_xml_stream_new (self->zip, reference->part, self->basename, &handler, self, error);
  return self->stream != NULL;
}

static gboolean
xlsx_next_row (PvTable *table, PvRow *row, GError **error)
{
  Xlsx *self = table->state;

  while (!pv_row_batch_take (self->batch, row))
    {
      if (self->ended || !pv_xml_stream_feed (self->stream, &self->ended, error))
        return FALSE;
    }
  return TRUE;
}

static guint
xlsx_get_position_bp (PvTable *table)
{
  Xlsx *self = table->state;

  return pv_xml_stream_get_position_bp (self->stream);
}

const PvTableReader pv_table_xlsx_reader = {
  PV_TABLE_FORMAT_XLSX, xlsx_open,     xlsx_close,
  xlsx_select_sheet,    xlsx_next_row, xlsx_get_position_bp,
};
