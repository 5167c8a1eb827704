/* pv-instance-store.c: the SQL of pv-instance
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "instance/pv-instance-store.h"

#include "commun/pv-entite.h"

/* clang-format off */
#define COLONNES \
  "nom, effet, quorum, source"
#define VALEURS \
  ":nom, :effet, :quorum, :source"
/* clang-format on */

static const PvEntite entite = PV_ENTITE (PvInstance, "instance", pv_instance, COLONNES, VALEURS);

static const char liste[] = PV_SQL_LECTURE ("instance", COLONNES) "ORDER BY effet, nom, id";
static const char par_nom[] = "SELECT id FROM instance WHERE nom = :nom";

static const char membres[] =
    "SELECT m.id, m.instance_id, m.institution_id, i.nom, m.representant"
    "  FROM instance_membre m JOIN institution i ON i.id = m.institution_id"
    " WHERE m.instance_id = :instance ORDER BY COALESCE (i.ordre, 1000000), i.nom, m.id";
static const char un_membre[] =
    "SELECT id FROM instance_membre WHERE instance_id = :instance"
    " AND institution_id = :institution AND representant IS :representant";
static const char ajoute_membre[] =
    "INSERT INTO instance_membre (instance_id, institution_id, representant)"
    " VALUES (:instance, :institution, :representant)";
static const char change_membre[] =
    "UPDATE instance_membre SET institution_id = :institution, representant = :representant"
    " WHERE id = :id AND (institution_id, representant)"
    "   IS DISTINCT FROM (:institution, :representant)";
static const char retire_membre[] = "DELETE FROM instance_membre WHERE id = :id";

static const char seances[] = "SELECT COUNT (*) FROM seance WHERE instance_id = :id";
static const char seances_ouvertes[] =
    "SELECT COUNT (*) FROM seance WHERE instance_id = :id AND etat <> 'preparee'";

gboolean
pv_instance_store_insert (PvDb *db, PvInstance *instance, GError **error)
{
  return pv_entite_insert (&entite, db, instance, error);
}

gboolean
pv_instance_store_update (PvDb *db, const PvInstance *instance, gboolean *changed, GError **error)
{
  return pv_entite_update (&entite, db, instance, changed, error);
}

gboolean
pv_instance_store_delete (PvDb *db, gint64 id, GError **error)
{
  return pv_entite_delete (&entite, db, id, error);
}

PvInstance *
pv_instance_store_get (PvDb *db, gint64 id, GError **error)
{
  return pv_entite_get (&entite, db, id, error);
}

gboolean
pv_instance_store_find_by_nom (PvDb *db, const char *nom, gint64 *id, GError **error)
{
  return pv_sql_find (db, par_nom, id, error, "t", nom);
}

GPtrArray *
pv_instance_store_list (PvDb *db, GError **error)
{
  return pv_entite_list (&entite, db, liste, error, "");
}

static void
read_membre (PvStatement *row, gpointer element)
{
  PvInstanceMembre *membre = element;

  membre->id = pv_statement_get_int (row, 0);
  membre->instance_id = pv_statement_get_int (row, 1);
  membre->institution_id = pv_statement_get_int (row, 2);
  membre->institution = pv_statement_dup_text (row, 3);
  membre->representant = pv_statement_dup_text (row, 4);
}

GPtrArray *
pv_instance_store_list_membres (PvDb *db, gint64 instance_id, GError **error)
{
  return pv_sql_list_records (db, membres, sizeof (PvInstanceMembre), read_membre,
                              (GDestroyNotify)pv_instance_membre_free, error, "i", instance_id);
}

gboolean
pv_instance_store_set_membre (PvDb *db, PvInstanceMembre *membre, GError **error)
{
  if (membre->id != 0)
    return pv_sql_run (db, change_membre, error, "iti", membre->institution_id,
                       membre->representant, membre->id);
  if (!pv_sql_run (db, ajoute_membre, error, "iit", membre->instance_id, membre->institution_id,
                   membre->representant))
    return FALSE;
  membre->id = pv_db_get_last_insert_id (db);

  return TRUE;
}

gboolean
pv_instance_store_delete_membre (PvDb *db, gint64 id, GError **error)
{
  return pv_sql_run (db, retire_membre, error, "i", id);
}

gboolean
pv_instance_store_find_membre (PvDb *db,
                               gint64 instance_id,
                               gint64 institution_id,
                               const char *representant,
                               gint64 *id,
                               GError **error)
{
  return pv_sql_find (db, un_membre, id, error, "iit", instance_id, institution_id, representant);
}

gboolean
pv_instance_store_count_seances (PvDb *db,
                                 gint64 id,
                                 gint64 *n_seances,
                                 gint64 *n_ouvertes,
                                 GError **error)
{
  return pv_sql_find (db, seances, n_seances, error, "i", id) &&
         pv_sql_find (db, seances_ouvertes, n_ouvertes, error, "i", id);
}
