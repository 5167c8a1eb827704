/* pv-value.h: one value of SQLite, seen or kept
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

#include "pv-db-private.h"

G_BEGIN_DECLS

/**
 * PvValue:
 *
 * A view of a value of SQLite; it owns what it points to only when it was made
 * by pv_value_copy() or pv_value_from_json().
 */
typedef struct
{
  int type; /* SQLITE_INTEGER, FLOAT, TEXT, BLOB, NULL */
  gint64 integer;
  double real;
  const char *data;
  gsize size;
  char *owned;
} PvValue;

/* A real that is a whole number is read as an integer: SQLite stores it so,
 * and its hook shows now the one, now the other. */
void pv_value_read (PvValue *self, sqlite3_value *value);
void pv_value_read_column (PvValue *self, sqlite3_stmt *statement, int column);

void pv_value_copy (PvValue *self, const PvValue *other);
void pv_value_clear (PvValue *self);
gboolean pv_value_equal (const PvValue *self, const PvValue *other);
int pv_value_bind (const PvValue *self, sqlite3_stmt *statement, int position);

/* Integer, real, string, null; {"hex": …} for a blob, {"texte_hex": …} for a
 * text that JSON cannot hold. */
JsonNode *pv_value_to_json (const PvValue *self);
void pv_value_from_json (PvValue *self, JsonNode *node);

/* Adds the canonical bytes that are hashed. */
void pv_value_append (const PvValue *self, GByteArray *bytes);

G_END_DECLS
