/* pv-importation-store.c: where rows came from, and how columns were matched
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "importation/pv-importation-store.h"

#include "commun/pv-entite.h"

#define COLONNES "id, cle, rang, empreinte, montant_cents, nom_table, cible_id"

static const char lit_cle[] =
    "SELECT " COLONNES " FROM import_ligne WHERE profil = :profil AND cle = :cle ORDER BY rang";
static const char insertion[] =
    "INSERT INTO import_ligne (profil, cle, rang, empreinte, montant_cents, nom_table, cible_id)"
    " VALUES (:profil, :cle, :rang, :empreinte, :montant, :nom_table, :cible)";
static const char modification[] =
    "UPDATE import_ligne SET empreinte = :empreinte, montant_cents = :montant,"
    "       nom_table = :nom_table, cible_id = :cible WHERE id = :id"
    "   AND (empreinte, montant_cents, nom_table, cible_id)"
    "       IS DISTINCT FROM (:empreinte, :montant, :nom_table, :cible)";
static const char oubli[] =
    "DELETE FROM import_ligne WHERE nom_table = :nom_table AND cible_id = :cible";

static const char lit_correction[] =
    "SELECT champ FROM import_correction WHERE profil = :profil AND entete = :entete";
static const char lit_corrections[] =
    "SELECT entete, champ FROM import_correction WHERE profil = :profil";
static const char met_correction[] =
    "INSERT INTO import_correction (profil, entete, champ) VALUES (:profil, :entete, :champ)"
    " ON CONFLICT (profil, entete) DO UPDATE SET champ = excluded.champ"
    " WHERE champ IS DISTINCT FROM excluded.champ";
static const char retire_correction[] =
    "DELETE FROM import_correction WHERE profil = :profil AND entete = :entete";

static PvImportLigne *
read_ligne (PvStatement *statement)
{
  PvImportLigne *ligne = g_new0 (PvImportLigne, 1);

  ligne->id = pv_statement_get_int (statement, 0);
  ligne->cle = pv_statement_dup_text (statement, 1);
  ligne->rang = pv_statement_get_int (statement, 2);
  ligne->empreinte = pv_statement_dup_text (statement, 3);
  ligne->montant_cents = pv_statement_get_int (statement, 4);
  ligne->nom_table = pv_statement_dup_text (statement, 5);
  ligne->cible_id = pv_statement_get_int (statement, 6);

  return ligne;
}

void
pv_import_ligne_free (PvImportLigne *self)
{
  if (self == NULL)
    return;

  g_free (self->cle);
  g_free (self->empreinte);
  g_free (self->nom_table);
  g_free (self);
}

GPtrArray *
pv_importation_store_list (PvDb *db, const char *profil, const char *cle, GError **error)
{
  g_autoptr (PvStatement) statement = pv_sql_prepare (db, lit_cle, error, "tt", profil, cle);
  g_autoptr (GPtrArray) lignes = NULL;
  PvStep step;

  if (statement == NULL)
    return NULL;

  lignes = g_ptr_array_new_with_free_func ((GDestroyNotify)pv_import_ligne_free);
  while ((step = pv_statement_step (statement, error)) == PV_STEP_ROW)
    g_ptr_array_add (lignes, read_ligne (statement));

  return step == PV_STEP_DONE ? g_steal_pointer (&lignes) : NULL;
}

gboolean
pv_importation_store_insert (PvDb *db, const char *profil, PvImportLigne *ligne, GError **error)
{
  if (!pv_sql_run (db, insertion, error, "ttititi", profil, ligne->cle, ligne->rang,
                   ligne->empreinte, ligne->montant_cents, ligne->nom_table, ligne->cible_id))
    return FALSE;

  ligne->id = pv_db_get_last_insert_id (db);
  return TRUE;
}

gboolean
pv_importation_store_update (PvDb *db,
                             const PvImportLigne *ligne,
                             gboolean *changed,
                             GError **error)
{
  if (changed != NULL)
    *changed = FALSE;

  return pv_sql_write (db, modification, changed, error, "titii", ligne->empreinte,
                       ligne->montant_cents, ligne->nom_table, ligne->cible_id, ligne->id);
}

gboolean
pv_importation_store_forget (PvDb *db, const char *nom_table, gint64 cible_id, GError **error)
{
  return pv_sql_run (db, oubli, error, "ti", nom_table, cible_id);
}

gboolean
pv_correction_store_get (PvDb *db,
                         const char *profil,
                         const char *entete,
                         gboolean *found,
                         char **champ,
                         GError **error)
{
  g_autoptr (PvStatement) statement =
      pv_sql_prepare (db, lit_correction, error, "tt", profil, entete);
  PvStep step;

  if (statement == NULL)
    return FALSE;

  step = pv_statement_step (statement, error);
  if (step == PV_STEP_ERROR)
    return FALSE;

  *found = step == PV_STEP_ROW;
  *champ = *found ? pv_statement_dup_text (statement, 0) : NULL;
  return TRUE;
}

gboolean
pv_correction_store_set (PvDb *db,
                         const char *profil,
                         const char *entete,
                         const char *champ,
                         GError **error)
{
  return pv_sql_run (db, met_correction, error, "ttt", profil, entete, champ);
}

gboolean
pv_correction_store_remove (PvDb *db, const char *profil, const char *entete, GError **error)
{
  return pv_sql_run (db, retire_correction, error, "tt", profil, entete);
}

GHashTable *
pv_correction_store_load (PvDb *db, const char *profil, GError **error)
{
  g_autoptr (PvStatement) statement = pv_sql_prepare (db, lit_corrections, error, "t", profil);
  g_autoptr (GHashTable) corrections =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  PvStep step;

  if (statement == NULL)
    return NULL;

  while ((step = pv_statement_step (statement, error)) == PV_STEP_ROW)
    g_hash_table_insert (corrections, pv_statement_dup_text (statement, 0),
                         pv_statement_dup_text (statement, 1));

  return step == PV_STEP_DONE ? g_steal_pointer (&corrections) : NULL;
}
