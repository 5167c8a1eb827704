/* pv-entite.c: insert, update, read and delete, the same for every noun
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "commun/pv-entite.h"

#include <glib/gi18n-lib.h>

#include "pv-error.h"
#include "pv-uuid.h"

/* An update that wrote nothing is either an equal row or no row at all. */
static gboolean
check_exists (const PvEntite *self, PvDb *db, gint64 id, GError **error)
{
  g_autoptr (PvStatement) statement = pv_db_prepare (db, self->lecture, error);
  gint64 found;

  if (statement == NULL)
    return FALSE;

  pv_statement_bind_int_at (statement, 1, id);
  if (!pv_statement_find (statement, &found, error))
    return FALSE;

  if (found == PV_INT_NULL)
    {
      g_set_error (
          error, PV_RULE_ERROR, PV_RULE_ERROR_NOT_FOUND,
          _ ("There is no row %" G_GINT64_FORMAT " in “%s” any more. Read the list again."), id,
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

gboolean
pv_entite_list (const PvEntite *self, PvStatement *statement, GPtrArray *liste, GError **error)
{
  PvStep step;

  while ((step = pv_statement_step (statement, error)) == PV_STEP_ROW)
    g_ptr_array_add (liste, pv_entite_read (self, statement));

  return step == PV_STEP_DONE;
}

gboolean
pv_statement_find (PvStatement *statement, gint64 *id, GError **error)
{
  PvStep step = pv_statement_step (statement, error);

  *id = step == PV_STEP_ROW ? pv_statement_get_int (statement, 0) : PV_INT_NULL;
  return step != PV_STEP_ERROR;
}
