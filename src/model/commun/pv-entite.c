/* pv-entite.c: insert, update, read and delete, the same for every noun
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "commun/pv-entite.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "pv-error.h"
#include "pv-uuid.h"

static PvStatement *
prepare_va (PvDb *db, const char *sql, GError **error, const char *genres, va_list args)
{
  PvStatement *statement = pv_db_prepare (db, sql, error);

  if (statement == NULL)
    return NULL;

  for (int i = 0; genres[i] != '\0'; i++)
    if (genres[i] == 'i')
      pv_statement_bind_int_at (statement, i + 1, va_arg (args, gint64));
    else
      pv_statement_bind_text_at (statement, i + 1, va_arg (args, const char *));

  return statement;
}

static gboolean
find_first (PvStatement *statement, gint64 *id, GError **error)
{
  PvStep step = pv_statement_step (statement, error);

  *id = step == PV_STEP_ROW ? pv_statement_get_int (statement, 0) : PV_INT_NULL;
  return step != PV_STEP_ERROR;
}

/* An update that wrote nothing is either an equal row or no row at all. */
static gboolean
check_exists (const PvEntite *self, PvDb *db, gint64 id, GError **error)
{
  g_autoptr (PvStatement) statement = pv_db_prepare (db, self->lecture, error);
  gint64 found;

  if (statement == NULL)
    return FALSE;

  pv_statement_bind_int_at (statement, 1, id);
  if (!find_first (statement, &found, error))
    return FALSE;

  if (found == PV_INT_NULL)
    {
      g_set_error (error, PV_RULE_ERROR, PV_RULE_ERROR_NOT_FOUND,
                   _ ("There is no row %" PRId64 " in “%s” any more. Read the list again."), id,
                   self->table);
      return FALSE;
    }

  return TRUE;
}

gboolean
pv_entite_insert (const PvEntite *self, PvDb *db, gpointer enregistrement, GError **error)
{
  g_autoptr (PvStatement) statement = pv_db_prepare (db, self->insertion, error);
  PvEnregistrement *tete = enregistrement;

  if (statement == NULL)
    return FALSE;

  if (tete->uuid == NULL)
    tete->uuid = pv_uuid_new ();

  pv_statement_bind_text_at (statement, 1, tete->uuid);
  pv_champs_bind (self->champs, enregistrement, statement, 2);
  if (!pv_statement_run (statement, error))
    return FALSE;

  tete->id = pv_db_get_last_insert_id (db);
  tete->revision = 1;
  return TRUE;
}

gboolean
pv_entite_update (const PvEntite *self,
                  PvDb *db,
                  gconstpointer enregistrement,
                  gboolean *changed,
                  GError **error)
{
  g_autoptr (PvStatement) statement = pv_db_prepare (db, self->modification, error);
  const PvEnregistrement *tete = enregistrement;
  gboolean written;
  int position;

  if (statement == NULL)
    return FALSE;

  position = pv_champs_bind (self->champs, enregistrement, statement, 1);
  pv_statement_bind_int_at (statement, position, tete->id);
  if (!pv_statement_run (statement, error))
    return FALSE;

  written = pv_db_get_changes (db) > 0;
  if (!written && !check_exists (self, db, tete->id, error))
    return FALSE;

  if (changed != NULL)
    *changed = written;
  return TRUE;
}

gboolean
pv_entite_delete (const PvEntite *self, PvDb *db, gint64 id, GError **error)
{
  g_autoptr (PvStatement) statement = pv_db_prepare (db, self->suppression, error);

  if (statement == NULL)
    return FALSE;

  pv_statement_bind_int_at (statement, 1, id);
  return pv_statement_run (statement, error);
}

gpointer
pv_entite_get (const PvEntite *self, PvDb *db, gint64 id, GError **error)
{
  g_autoptr (PvStatement) statement = pv_db_prepare (db, self->lecture, error);

  if (statement == NULL)
    return NULL;

  pv_statement_bind_int_at (statement, 1, id);
  if (pv_statement_step (statement, error) != PV_STEP_ROW)
    return NULL;

  return pv_entite_read (self, statement);
}

gpointer
pv_entite_read (const PvEntite *self, PvStatement *statement)
{
  PvEnregistrement *tete = g_malloc0 (self->taille);

  tete->id = pv_statement_get_int (statement, 0);
  tete->uuid = pv_statement_dup_text (statement, 1);
  tete->revision = pv_statement_get_int (statement, 2);
  pv_champs_read (self->champs, tete, statement, 3);

  return tete;
}

GPtrArray *
pv_entite_list (const PvEntite *self,
                PvDb *db,
                const char *sql,
                GError **error,
                const char *genres,
                ...)
{
  g_autoptr (PvStatement) statement = NULL;
  g_autoptr (GPtrArray) liste = NULL;
  va_list args;
  PvStep step;

  va_start (args, genres);
  statement = prepare_va (db, sql, error, genres, args);
  va_end (args);
  if (statement == NULL)
    return NULL;

  liste = g_ptr_array_new_with_free_func (self->liberation);
  while ((step = pv_statement_step (statement, error)) == PV_STEP_ROW)
    g_ptr_array_add (liste, pv_entite_read (self, statement));

  return step == PV_STEP_DONE ? g_steal_pointer (&liste) : NULL;
}

gboolean
pv_sql_find (PvDb *db, const char *sql, gint64 *id, GError **error, const char *genres, ...)
{
  g_autoptr (PvStatement) statement = NULL;
  va_list args;

  va_start (args, genres);
  statement = prepare_va (db, sql, error, genres, args);
  va_end (args);

  return statement != NULL && find_first (statement, id, error);
}

gboolean
pv_sql_run (PvDb *db, const char *sql, GError **error, const char *genres, ...)
{
  g_autoptr (PvStatement) statement = NULL;
  va_list args;

  va_start (args, genres);
  statement = prepare_va (db, sql, error, genres, args);
  va_end (args);

  return statement != NULL && pv_statement_run (statement, error);
}

gboolean
pv_sql_write (PvDb *db, const char *sql, gboolean *changed, GError **error, const char *genres, ...)
{
  g_autoptr (PvStatement) statement = NULL;
  va_list args;

  va_start (args, genres);
  statement = prepare_va (db, sql, error, genres, args);
  va_end (args);
  if (statement == NULL || !pv_statement_run (statement, error))
    return FALSE;

  if (changed != NULL && pv_db_get_changes (db) > 0)
    *changed = TRUE;
  return TRUE;
}

static GArray *
read_rows (PvStatement *statement, guint size, PvSqlRead read, GDestroyNotify clear, GError **error)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, TRUE, size);
  PvStep step;

  g_array_set_clear_func (rows, clear);
  while ((step = pv_statement_step (statement, error)) == PV_STEP_ROW)
    {
      g_array_set_size (rows, rows->len + 1);
      read (statement, rows->data + (gsize)(rows->len - 1) * size);
    }

  return step == PV_STEP_DONE ? g_steal_pointer (&rows) : NULL;
}

GArray *
pv_sql_list_rows (PvDb *db,
                  const char *sql,
                  guint size,
                  PvSqlRead read,
                  GDestroyNotify clear,
                  GError **error,
                  const char *genres,
                  ...)
{
  g_autoptr (PvStatement) statement = NULL;
  va_list args;

  va_start (args, genres);
  statement = prepare_va (db, sql, error, genres, args);
  va_end (args);

  return statement != NULL ? read_rows (statement, size, read, clear, error) : NULL;
}

GPtrArray *
pv_sql_list_records (PvDb *db,
                     const char *sql,
                     gsize size,
                     PvSqlRead read,
                     GDestroyNotify liberation,
                     GError **error,
                     const char *genres,
                     ...)
{
  g_autoptr (PvStatement) statement = NULL;
  g_autoptr (GPtrArray) liste = NULL;
  va_list args;
  PvStep step;

  va_start (args, genres);
  statement = prepare_va (db, sql, error, genres, args);
  va_end (args);
  if (statement == NULL)
    return NULL;

  liste = g_ptr_array_new_with_free_func (liberation);
  while ((step = pv_statement_step (statement, error)) == PV_STEP_ROW)
    {
      g_ptr_array_add (liste, g_malloc0 (size));
      read (statement, liste->pdata[liste->len - 1]);
    }

  return step == PV_STEP_DONE ? g_steal_pointer (&liste) : NULL;
}

static void
read_id (PvStatement *row, gpointer element)
{
  *(gint64 *)element = pv_statement_get_int (row, 0);
}

GArray *
pv_sql_list_ids (PvDb *db, const char *sql, GError **error, const char *genres, ...)
{
  g_autoptr (PvStatement) statement = NULL;
  va_list args;

  va_start (args, genres);
  statement = prepare_va (db, sql, error, genres, args);
  va_end (args);

  return statement != NULL ? read_rows (statement, sizeof (gint64), read_id, NULL, error) : NULL;
}

PvStatement *
pv_sql_prepare (PvDb *db, const char *sql, GError **error, const char *genres, ...)
{
  PvStatement *statement;
  va_list args;

  va_start (args, genres);
  statement = prepare_va (db, sql, error, genres, args);
  va_end (args);

  return statement;
}
