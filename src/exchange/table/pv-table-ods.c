/* pv-table-ods.c: reads the sheets of an ODS
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pv-table-private.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "pv-row-batch.h"
#include "pv-table-limits.h"
#include "pv-table-value.h"
#include "pv-xml-stream.h"

/* All the sheets are in one part, content.xml, one after the other: to read
 * one is to pass over those before it. */
typedef struct
{
  char *basename;
  GPtrArray *sheet_names; /* of the table, while listing */
  PvZip *zip;
  PvXmlStream *stream;
  PvRowBatch *batch;
  gboolean ended;

  guint wanted;      /* the sheet, from 0 */
  guint n_tables;    /* begun so far */
  guint depth_table; /* a table may stand in a cell; only the outer one counts */
  gboolean in_sheet; /* in the wanted one */
  gboolean in_row;
  gboolean in_cell;
  guint in_paragraph;
  guint in_note; /* comments and trackings are not the cell */
  guint row;     /* from 1, of the next row */
  guint column;
  guint repeat_row;
  guint repeat_cell;
  PvCellKind kind;
  double number;
  GString *value;     /* as the attributes say */
  GString *displayed; /* the paragraphs */
  guint n_paragraphs;
} Ods;

static guint
repetition (const PvXmlAttributes *attributes, const char *name)
{
  guint n;

  return pv_xml_attribute_uint (attributes, name, G_MAXINT, &n) && n > 0 ? n : 1;
}

static gboolean
start_row (Ods *self, const PvXmlAttributes *attributes, GError **error)
{
  if (self->in_row)
    return pv_table_set_problem (error, self->basename, PV_TABLE_PROBLEM_DAMAGED);
  self->in_row = TRUE;
  self->column = 0;
  self->repeat_row = repetition (attributes, "number-rows-repeated");
  pv_row_batch_begin_row (self->batch, self->row);
  return TRUE;
}

/* `PT13H30M00S`: a time is a duration in ODF. */
static gboolean
parse_duration (const char *text, GString *out)
{
  guint hours, minutes, seconds;

  if (sscanf (text, "PT%3uH%2uM%2u", &hours, &minutes, &seconds) != 3 || hours > 23 ||
      minutes > 59 || seconds > 59)
    return FALSE;
  return pv_value_append_serial (out, (hours * 3600 + minutes * 60 + seconds) / 86400.,
                                 PV_NUMBER_FORMAT_TIME);
}

static void
set_date (Ods *self, const char *text)
{
  double serial;

  if (pv_value_parse_iso (text, strlen (text), &serial) &&
      pv_value_append_serial (self->value, serial, PV_NUMBER_FORMAT_DATE))
    {
      self->kind = PV_CELL_DATE;
      self->number = serial;
    }
}

static void
set_number (Ods *self, const char *text)
{
  if (pv_value_parse_number (text, strlen (text), &self->number))
    {
      self->kind = PV_CELL_NUMBER;
      pv_value_append_number (self->value, self->number);
    }
}

/* The value that the attributes hold; else the paragraphs are the text. */
static void
set_value (Ods *self, const PvXmlAttributes *attributes)
{
  g_autofree char *type = pv_xml_attribute_dup (attributes, "value-type");
  g_autofree char *value = pv_xml_attribute_dup (attributes, "value");
  g_autofree char *date = pv_xml_attribute_dup (attributes, "date-value");
  g_autofree char *duration = pv_xml_attribute_dup (attributes, "time-value");
  g_autofree char *text = pv_xml_attribute_dup (attributes, "string-value");

  if (g_strcmp0 (type, "boolean") == 0)
    {
      self->number = pv_xml_attribute_is_true (attributes, "boolean-value");
      self->kind = PV_CELL_BOOLEAN;
      g_string_assign (self->value, self->number != 0 ? "TRUE" : "FALSE");
    }
  else if (g_strcmp0 (type, "date") == 0 && date != NULL)
    set_date (self, date);
  else if (g_strcmp0 (type, "time") == 0 && duration != NULL &&
           parse_duration (duration, self->value))
    self->kind = PV_CELL_DATE;
  else if (g_strcmp0 (type, "string") == 0 && text != NULL)
    g_string_assign (self->value, text);
  else if (type != NULL && value != NULL)
    set_number (self, value);
}

static void
start_cell (Ods *self, const PvXmlAttributes *attributes)
{
  self->repeat_cell = repetition (attributes, "number-columns-repeated");
  self->kind = PV_CELL_TEXT;
  self->number = 0;
  self->n_paragraphs = 0;
  g_string_truncate (self->value, 0);
  g_string_truncate (self->displayed, 0);
  self->in_cell = TRUE;
  set_value (self, attributes);
}

static gboolean
append_text (Ods *self, const char *text, gsize length, GError **error)
{
  if (self->displayed->len + length > PV_TABLE_MAX_CELL_BYTES)
    return pv_table_set_problem (error, self->basename, PV_TABLE_PROBLEM_CELL_SIZE);
  g_string_append_len (self->displayed, text, (gssize)length);
  return TRUE;
}

/* Inside a cell: paragraphs are lines; runs of spaces are elements. */
static gboolean
start_in_cell (Ods *self, const char *name, const PvXmlAttributes *attributes, GError **error)
{
  guint n = 1;

  if (strcmp (name, "annotation") == 0 || self->in_note > 0)
    {
      self->in_note++;
      return TRUE;
    }
  if (strcmp (name, "p") == 0 || strcmp (name, "h") == 0)
    {
      self->in_paragraph++;
      return self->n_paragraphs++ == 0 || append_text (self, "\n", 1, error);
    }
  if (self->in_paragraph == 0)
    return TRUE;
  if (strcmp (name, "line-break") == 0)
    return append_text (self, "\n", 1, error);
  if (strcmp (name, "tab") == 0)
    return append_text (self, "\t", 1, error);
  if (strcmp (name, "s") == 0)
    {
      pv_xml_attribute_uint (attributes, "c", PV_TABLE_MAX_CELL_BYTES, &n);
      for (guint i = 0; i < n; i++)
        if (!append_text (self, " ", 1, error))
          return FALSE;
    }
  return TRUE;
}

static gboolean
start_cb (gpointer data, const char *name, const PvXmlAttributes *attributes, GError **error)
{
  Ods *self = data;

  if (strcmp (name, "table") == 0)
    {
      if (self->depth_table++ == 0)
        {
          self->in_sheet = self->n_tables++ == self->wanted;
          self->row = 1;
        }
      return TRUE;
    }
  if (!self->in_sheet || self->depth_table != 1)
    return TRUE;
  if (self->in_cell)
    return start_in_cell (self, name, attributes, error);
  if (strcmp (name, "table-row") == 0)
    return start_row (self, attributes, error);
  if (self->in_row &&
      (strcmp (name, "table-cell") == 0 || strcmp (name, "covered-table-cell") == 0))
    start_cell (self, attributes);
  return TRUE;
}

static gboolean
text_cb (gpointer data, const char *text, gsize length, GError **error)
{
  Ods *self = data;

  if (!self->in_cell || self->in_paragraph == 0 || self->in_note > 0 || self->depth_table != 1)
    return TRUE;
  return append_text (self, text, length, error);
}

/* LibreOffice writes an error as a formula with a displayed text alone. */
static PvCellKind
kind_of_text (const char *text)
{
  return strcmp (text, "#N/A") == 0 || strcmp (text, "#REF!") == 0 ||
                 strcmp (text, "#VALUE!") == 0 || strcmp (text, "#DIV/0!") == 0 ||
                 strcmp (text, "#NAME?") == 0 || strcmp (text, "#NUM!") == 0 ||
                 g_str_has_prefix (text, "Err:5")
             ? PV_CELL_ERROR
             : PV_CELL_TEXT;
}

static gboolean
end_cell (Ods *self, GError **error)
{
  GString *text = self->value->len > 0 ? self->value : self->displayed;
  PvCell cell = { self->kind, (guint)text->len, text->str, self->number };

  self->in_cell = FALSE;
  self->in_paragraph = self->in_note = 0;
  if (self->kind == PV_CELL_TEXT)
    cell.kind = kind_of_text (text->str);
  /* The blanks at the end of a sheet are repeated to its very edge. */
  if (text->len > 0 &&
      !pv_row_batch_add (self->batch, self->column, self->repeat_cell, &cell, error))
    return FALSE;
  self->column = MIN (self->column + self->repeat_cell, PV_TABLE_MAX_COLUMNS);
  return TRUE;
}

static gboolean
end_row (Ods *self, GError **error)
{
  self->in_row = FALSE;
  if (!pv_row_batch_end_row (self->batch, self->repeat_row, error))
    return FALSE;
  self->row = MIN (self->row + self->repeat_row, PV_TABLE_MAX_SHEET_ROWS + 1);
  return TRUE;
}

static gboolean
end_cb (gpointer data, const char *name, GError **error)
{
  Ods *self = data;

  if (strcmp (name, "table") == 0)
    {
      if (--self->depth_table == 0)
        self->in_sheet = FALSE;
      return TRUE;
    }
  if (!self->in_sheet || self->depth_table != 1)
    return TRUE;
  if (self->in_note > 0)
    self->in_note--;
  else if (self->in_cell &&
           (strcmp (name, "table-cell") == 0 || strcmp (name, "covered-table-cell") == 0))
    return end_cell (self, error);
  else if (self->in_paragraph > 0 && (strcmp (name, "p") == 0 || strcmp (name, "h") == 0))
    self->in_paragraph--;
  else if (self->in_row && !self->in_cell && strcmp (name, "table-row") == 0)
    return end_row (self, error);
  return TRUE;
}

static gboolean
manifest_cb (gpointer data, const char *name, const PvXmlAttributes *attributes, GError **error)
{
  const Ods *self = data;

  if (strcmp (name, "encryption-data") == 0 || strcmp (name, "encrypted-key") == 0)
    return pv_table_set_problem (error, self->basename, PV_TABLE_PROBLEM_ENCRYPTED);
  return TRUE;
}

static gboolean
list_start_cb (gpointer data, const char *name, const PvXmlAttributes *attributes, GError **error)
{
  Ods *self = data;
  char *sheet_name;

  if (strcmp (name, "table") != 0 || self->depth_table++ > 0)
    return TRUE;
  if (self->sheet_names->len == PV_TABLE_MAX_SHEETS)
    return pv_table_set_problem (error, self->basename, PV_TABLE_PROBLEM_SHEETS);
  sheet_name = pv_xml_attribute_dup (attributes, "name");
  g_ptr_array_add (self->sheet_names, sheet_name != NULL ? sheet_name : g_strdup (""));
  return TRUE;
}

static gboolean
list_end_cb (gpointer data, const char *name, GError **error)
{
  Ods *self = data;

  if (strcmp (name, "table") == 0)
    self->depth_table--;
  return TRUE;
}

static gboolean
ods_open (PvTable *table, GError **error)
{
  static const PvXmlHandler manifest = { manifest_cb, NULL, NULL };
  static const PvXmlHandler list = { list_start_cb, list_end_cb, NULL };
  Ods *self = g_new0 (Ods, 1);

  table->state = self;
  self->basename = table->basename;
  self->sheet_names = table->sheet_names;
  self->value = g_string_new (NULL);
  self->displayed = g_string_new (NULL);
  self->zip = pv_zip_open (table->path, table->basename, table->file_size, error);
  if (self->zip == NULL)
    return FALSE;
  if (pv_zip_has (self->zip, "META-INF/manifest.xml") &&
      !pv_xml_parse (self->zip, "META-INF/manifest.xml", self->basename, &manifest, self, error))
    return FALSE;
  return pv_xml_parse (self->zip, "content.xml", self->basename, &list, self, error);
}

static void
ods_close (PvTable *table)
{
  Ods *self = table->state;

  g_clear_pointer (&self->stream, pv_xml_stream_free);
  g_clear_pointer (&self->batch, pv_row_batch_free);
  g_clear_pointer (&self->zip, pv_zip_free);
  g_string_free (self->value, TRUE);
  g_string_free (self->displayed, TRUE);
  g_free (self);
}

static gboolean
ods_select_sheet (PvTable *table, guint sheet, GError **error)
{
  static const PvXmlHandler handler = { start_cb, end_cb, text_cb };
  Ods *self = table->state;

  g_clear_pointer (&self->stream, pv_xml_stream_free);
  g_clear_pointer (&self->batch, pv_row_batch_free);
  self->in_sheet = self->in_row = self->in_cell = self->ended = FALSE;
  self->in_paragraph = self->in_note = self->depth_table = self->n_tables = 0;
  self->wanted = sheet;
  self->batch = pv_row_batch_new (self->basename);
  self->stream =
      pv_xml_stream_new (self->zip, "content.xml", self->basename, &handler, self, error);
  return self->stream != NULL;
}

static gboolean
ods_next_row (PvTable *table, PvRow *row, GError **error)
{
  Ods *self = table->state;

  while (!pv_row_batch_take (self->batch, row))
    {
      if (self->ended || (!self->in_sheet && self->n_tables > self->wanted) ||
          !pv_xml_stream_feed (self->stream, &self->ended, error))
        return FALSE;
    }
  return TRUE;
}

static guint
ods_get_position_bp (PvTable *table)
{
  Ods *self = table->state;

  return pv_xml_stream_get_position_bp (self->stream);
}

const PvTableReader pv_table_ods_reader = {
  PV_TABLE_FORMAT_ODS, ods_open, ods_close, ods_select_sheet, ods_next_row, ods_get_position_bp,
};
