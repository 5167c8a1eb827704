/* pv-value.c: one value of SQLite, seen or kept
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pv-value.h"

#include <string.h>

/* Whole numbers are exact in a double up to here. */
#define MAX_WHOLE 9007199254740992.0

static void
set_real (PvValue *self, double real)
{
  if (real >= -MAX_WHOLE && real <= MAX_WHOLE && real == (double)(gint64)real)
    {
      self->type = SQLITE_INTEGER;
      self->integer = (gint64)real;
    }
  else
    {
      self->type = SQLITE_FLOAT;
      self->real = real;
    }
}

void
pv_value_read (PvValue *self, sqlite3_value *value)
{
  self->owned = NULL;
  self->type = sqlite3_value_type (value);
  switch (self->type)
    {
    case SQLITE_INTEGER:
      self->integer = sqlite3_value_int64 (value);
      break;
    case SQLITE_FLOAT:
      set_real (self, sqlite3_value_double (value));
      break;
    case SQLITE_TEXT:
      self->data = (const char *)sqlite3_value_text (value);
      self->size = (gsize)sqlite3_value_bytes (value);
      break;
    case SQLITE_BLOB:
      self->data = sqlite3_value_blob (value);
      self->size = (gsize)sqlite3_value_bytes (value);
      break;
    default:
      break;
    }
}

void
pv_value_read_column (PvValue *self, sqlite3_stmt *statement, int column)
{
  self->owned = NULL;
  self->type = sqlite3_column_type (statement, column);
  switch (self->type)
    {
    case SQLITE_INTEGER:
      self->integer = sqlite3_column_int64 (statement, column);
      break;
    case SQLITE_FLOAT:
      set_real (self, sqlite3_column_double (statement, column));
      break;
    case SQLITE_TEXT:
      self->data = (const char *)sqlite3_column_text (statement, column);
      self->size = (gsize)sqlite3_column_bytes (statement, column);
      break;
    case SQLITE_BLOB:
      self->data = sqlite3_column_blob (statement, column);
      self->size = (gsize)sqlite3_column_bytes (statement, column);
      break;
    default:
      break;
    }
}

static void
set_owned (PvValue *self, char *data, gsize size)
{
  self->owned = data;
  self->data = data;
  self->size = size;
}

void
pv_value_copy (PvValue *self, const PvValue *other)
{
  *self = *other;
  self->owned = NULL;
  if (other->type == SQLITE_TEXT || other->type == SQLITE_BLOB)
    {
      char *data = g_malloc (other->size + 1);

      memcpy (data, other->data != NULL ? other->data : "", other->size);
      data[other->size] = '\0';
      set_owned (self, data, other->size);
    }
}

void
pv_value_clear (PvValue *self)
{
  g_clear_pointer (&self->owned, g_free);
  self->type = SQLITE_NULL;
}

gboolean
pv_value_equal (const PvValue *self, const PvValue *other)
{
  if (self->type != other->type)
    return FALSE;
  switch (self->type)
    {
    case SQLITE_INTEGER:
      return self->integer == other->integer;
    case SQLITE_FLOAT:
      return memcmp (&self->real, &other->real, sizeof self->real) == 0;
    case SQLITE_TEXT:
    case SQLITE_BLOB:
      return self->size == other->size &&
             (self->size == 0 || memcmp (self->data, other->data, self->size) == 0);
    default:
      return TRUE;
    }
}

int
pv_value_bind (const PvValue *self, sqlite3_stmt *statement, int position)
{
  switch (self->type)
    {
    case SQLITE_INTEGER:
      return sqlite3_bind_int64 (statement, position, self->integer);
    case SQLITE_FLOAT:
      return sqlite3_bind_double (statement, position, self->real);
    case SQLITE_TEXT:
      return sqlite3_bind_text64 (statement, position, self->data != NULL ? self->data : "",
                                  self->size, SQLITE_TRANSIENT, SQLITE_UTF8);
    case SQLITE_BLOB:
      if (self->size == 0)
        return sqlite3_bind_zeroblob (statement, position, 0);
      return sqlite3_bind_blob64 (statement, position, self->data, self->size, SQLITE_TRANSIENT);
    default:
      return sqlite3_bind_null (statement, position);
    }
}

static JsonNode *
hex_node (const PvValue *self, const char *name)
{
  g_autoptr (JsonObject) object = json_object_new ();
  GString *hex = g_string_sized_new (2 * self->size);

  for (gsize i = 0; i < self->size; i++)
    g_string_append_printf (hex, "%02x", (guint8)self->data[i]);
  json_object_set_string_member (object, name, hex->str);
  g_string_free (hex, TRUE);
  return json_node_init_object (json_node_alloc (), object);
}

JsonNode *
pv_value_to_json (const PvValue *self)
{
  switch (self->type)
    {
    case SQLITE_INTEGER:
      return json_node_init_int (json_node_alloc (), self->integer);
    case SQLITE_FLOAT:
      return json_node_init_double (json_node_alloc (), self->real);
    case SQLITE_TEXT:
      /* Fails on a nul byte inside as well. */
      if (!g_utf8_validate_len (self->data, self->size, NULL))
        return hex_node (self, "texte_hex");
      return json_node_init_string (json_node_alloc (), self->data);
    case SQLITE_BLOB:
      return hex_node (self, "hex");
    default:
      return json_node_init_null (json_node_alloc ());
    }
}

static void
read_hex (PvValue *self, JsonObject *object)
{
  gboolean blob = json_object_has_member (object, "hex");
  const char *hex =
      json_object_get_string_member_with_default (object, blob ? "hex" : "texte_hex", "");
  gsize size = strlen (hex) / 2;
  char *data = g_malloc (size + 1);

  for (gsize i = 0; i < size; i++)
    data[i] =
        (char)(g_ascii_xdigit_value (hex[2 * i]) << 4 | g_ascii_xdigit_value (hex[2 * i + 1]));
  data[size] = '\0';
  self->type = blob ? SQLITE_BLOB : SQLITE_TEXT;
  set_owned (self, data, size);
}

void
pv_value_from_json (PvValue *self, JsonNode *node)
{
  memset (self, 0, sizeof *self);
  self->type = SQLITE_NULL;
  if (JSON_NODE_HOLDS_OBJECT (node))
    read_hex (self, json_node_get_object (node));
  else if (JSON_NODE_HOLDS_VALUE (node))
    {
      GType type = json_node_get_value_type (node);

      if (type == G_TYPE_INT64)
        {
          self->type = SQLITE_INTEGER;
          self->integer = json_node_get_int (node);
        }
      else if (type == G_TYPE_DOUBLE)
        set_real (self, json_node_get_double (node));
      else if (type == G_TYPE_STRING)
        {
          char *text = json_node_dup_string (node);

          self->type = SQLITE_TEXT;
          set_owned (self, text, strlen (text));
        }
    }
}

/* The type and a number, lowest byte first. */
static void
append_number (GByteArray *bytes, int type, guint64 number, guint size)
{
  guint8 packed[1 + sizeof number];

  packed[0] = (guint8)type;
  for (guint i = 0; i < size; i++)
    packed[1 + i] = (guint8)(number >> (8 * i));
  g_byte_array_append (bytes, packed, 1 + size);
}

void
pv_value_append (const PvValue *self, GByteArray *bytes)
{
  guint64 bits = 0;

  switch (self->type)
    {
    case SQLITE_INTEGER:
      append_number (bytes, self->type, (guint64)self->integer, 8);
      break;
    case SQLITE_FLOAT:
      memcpy (&bits, &self->real, sizeof bits);
      append_number (bytes, self->type, bits, 8);
      break;
    case SQLITE_TEXT:
    case SQLITE_BLOB:
      append_number (bytes, self->type, self->size, 4);
      if (self->size > 0)
        g_byte_array_append (bytes, (const guint8 *)self->data, (guint)self->size);
      break;
    default:
      append_number (bytes, self->type, 0, 0);
      break;
    }
}
