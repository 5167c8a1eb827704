/* pv-grille-store.c: the SQL of pv-grille
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "grille/pv-grille-store.h"

#include "appel/pv-appel-store.h"
#include "commun/pv-entite.h"
#include "pv-statement.h"

/* clang-format off */
#define COLONNES \
  "nom, version, remplace_id, gelee, source"
#define VALEURS \
  ":nom, :version, :remplace_id, :gelee, :source"
/* clang-format on */

static const PvEntite entite = PV_ENTITE (PvGrille, "grille", pv_grille, COLONNES, VALEURS);

static const char liste[] = PV_SQL_LECTURE ("grille", COLONNES) "ORDER BY nom, version DESC";

static const char par_version[] = "SELECT id FROM grille WHERE nom = :nom AND version = :version";

static const char derniere_version[] = "SELECT MAX (version) FROM grille WHERE nom = :nom";

static const char par_dossier[] =
    "SELECT a.grille_id FROM dossier d JOIN appel a ON a.id = d.appel_id WHERE d.id = :dossier";

static const char par_instruction[] =
    "SELECT COALESCE ((SELECT MAX (c.grille_id) FROM note n JOIN critere c ON c.id = n.critere_id"
    "                   WHERE n.instruction_id = i.id), a.grille_id)"
    "  FROM instruction i JOIN dossier d ON d.id = i.dossier_id JOIN appel a ON a.id = d.appel_id"
    " WHERE i.id = :instruction";

static const char appels[] =
    "SELECT id FROM appel WHERE grille_id = :grille ORDER BY exercice DESC, libelle";

static const char usages[] =
    "WITH notees AS (SELECT i.id, i.etat, COUNT(*) AS n FROM critere c"
    "                  JOIN note n ON n.critere_id = c.id"
    "                  JOIN instruction i ON i.id = n.instruction_id"
    "                 WHERE c.grille_id = :grille GROUP BY i.id)"
    "SELECT (SELECT COUNT(*) FROM appel WHERE grille_id = :grille),"
    "       COUNT(*) FILTER (WHERE etat = 'brouillon'), COUNT(*) FILTER (WHERE etat = 'soumise'),"
    "       COALESCE (SUM (n), 0)"
    "  FROM notees";

static const char renommage[] =
    "UPDATE grille SET (nom, revision) = (:vers, revision + 1) WHERE nom = :de";

static const char remplacement[] =
    "UPDATE appel SET (grille_id, revision) = (:vers, revision + 1) WHERE grille_id = :de";

static const char report[] =
    "UPDATE note SET critere_id = :vers"
    " WHERE critere_id = :de"
    "   AND (sans_objet = 0 OR (SELECT sans_objet_permis FROM critere WHERE id = :vers) = 1)"
    "   AND instruction_id IN (SELECT id FROM instruction WHERE etat = 'brouillon')";

static const char effacement[] =
    "DELETE FROM note"
    " WHERE critere_id IN (SELECT id FROM critere WHERE grille_id = :grille)"
    "   AND instruction_id IN (SELECT id FROM instruction WHERE etat = 'brouillon')";

gboolean
pv_grille_store_insert (PvDb *db, PvGrille *grille, GError **error)
{
  return pv_entite_insert (&entite, db, grille, error);
}

gboolean
pv_grille_store_update (PvDb *db, const PvGrille *grille, gboolean *changed, GError **error)
{
  return pv_entite_update (&entite, db, grille, changed, error);
}

gboolean
pv_grille_store_delete (PvDb *db, gint64 id, GError **error)
{
  return pv_entite_delete (&entite, db, id, error);
}

PvGrille *
pv_grille_store_get (PvDb *db, gint64 id, GError **error)
{
  return pv_entite_get (&entite, db, id, error);
}

gboolean
pv_grille_store_find (PvDb *db, const char *nom, gint64 version, gint64 *id, GError **error)
{
  return pv_sql_find (db, par_version, id, error, "ti", nom, version);
}

gboolean
pv_grille_store_get_derniere_version (PvDb *db, const char *nom, gint64 *version, GError **error)
{
  return pv_sql_find (db, derniere_version, version, error, "t", nom);
}

GPtrArray *
pv_grille_store_list (PvDb *db, GError **error)
{
  return pv_entite_list (&entite, db, liste, error, "");
}

gboolean
pv_grille_store_find_for_dossier (PvDb *db, gint64 dossier_id, gint64 *id, GError **error)
{
  return pv_sql_find (db, par_dossier, id, error, "i", dossier_id);
}

gboolean
pv_grille_store_find_for_instruction (PvDb *db, gint64 instruction_id, gint64 *id, GError **error)
{
  return pv_sql_find (db, par_instruction, id, error, "i", instruction_id);
}

gboolean
pv_grille_store_get_usage (PvDb *db, gint64 grille_id, PvGrilleUsage *usage, GError **error)
{
  g_autoptr (PvStatement) statement = pv_sql_prepare (db, usages, error, "i", grille_id);

  if (statement == NULL || pv_statement_step (statement, error) != PV_STEP_ROW)
    return FALSE;

  usage->n_appels = pv_statement_get_int (statement, 0);
  usage->n_brouillons = pv_statement_get_int (statement, 1);
  usage->n_soumises = pv_statement_get_int (statement, 2);
  usage->n_notes = pv_statement_get_int (statement, 3);
  return TRUE;
}

GPtrArray *
pv_grille_store_list_appels (PvDb *db, gint64 grille_id, GError **error)
{
  g_autoptr (GPtrArray) liste_appels =
      g_ptr_array_new_with_free_func ((GDestroyNotify)pv_appel_free);
  g_autoptr (GArray) ids = pv_sql_list_ids (db, appels, error, "i", grille_id);

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      PvAppel *appel = pv_appel_store_get (db, g_array_index (ids, gint64, i), error);

      if (appel == NULL)
        return NULL;
      g_ptr_array_add (liste_appels, appel);
    }

  return ids != NULL ? g_steal_pointer (&liste_appels) : NULL;
}

gboolean
pv_grille_store_rename (PvDb *db, const char *de, const char *vers, GError **error)
{
  return pv_sql_run (db, renommage, error, "tt", vers, de);
}

gboolean
pv_grille_store_replace_in_appels (PvDb *db, gint64 de, gint64 vers, GError **error)
{
  return pv_sql_run (db, remplacement, error, "ii", vers, de);
}

gboolean
pv_grille_store_move_notes (PvDb *db, gint64 de, gint64 vers, GError **error)
{
  return pv_sql_run (db, report, error, "ii", vers, de);
}

gboolean
pv_grille_store_delete_notes (PvDb *db, gint64 grille_id, GError **error)
{
  return pv_sql_run (db, effacement, error, "i", grille_id);
}
