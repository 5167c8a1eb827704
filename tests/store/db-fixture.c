/* db-fixture.c: small programme files for the tests of src/db
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "db-fixture.h"

#include <string.h>

#include "pv-test-folder.h"

static const char script_1[] =
    "CREATE TABLE parent (id INTEGER PRIMARY KEY, uuid TEXT NOT NULL UNIQUE,"
    "  revision INTEGER NOT NULL DEFAULT 1, nom TEXT NOT NULL, montant INTEGER, taux REAL,"
    "  image BLOB) STRICT;"
    "CREATE TABLE enfant (id INTEGER PRIMARY KEY, revision INTEGER NOT NULL DEFAULT 1,"
    "  parent_id INTEGER NOT NULL REFERENCES parent (id) ON DELETE CASCADE,"
    "  ami_id INTEGER REFERENCES parent (id) ON DELETE SET NULL,"
    "  montant INTEGER CHECK (montant <> 13)) STRICT;"
    "CREATE INDEX enfant_parent ON enfant (parent_id);"
    "CREATE TABLE ligne (id INTEGER PRIMARY KEY,"
    "  enfant_id INTEGER NOT NULL REFERENCES enfant (id) ON DELETE RESTRICT, texte TEXT) STRICT;"
    "CREATE TABLE historique_groupe (id INTEGER PRIMARY KEY, fait_le TEXT NOT NULL, agent TEXT,"
    "  action TEXT NOT NULL, libelle TEXT,"
    "  annule_groupe_id INTEGER REFERENCES historique_groupe (id), sceaux TEXT,"
    "  empreinte_precedente TEXT, empreinte TEXT) STRICT;"
    "CREATE TABLE historique_entree (id INTEGER PRIMARY KEY, groupe_id INTEGER NOT NULL,"
    "  nom_table TEXT NOT NULL, cle INTEGER NOT NULL, cle_fin INTEGER NOT NULL,"
    "  operation TEXT NOT NULL CHECK (operation IN ('insertion', 'modification', 'suppression')),"
    "  avant TEXT, apres TEXT, empreinte TEXT NOT NULL) STRICT;"
    "CREATE INDEX historique_entree_ligne ON historique_entree (nom_table, cle);"
    "CREATE INDEX historique_entree_groupe ON historique_entree (groupe_id);"
    "CREATE INDEX historique_entree_serie ON historique_entree (nom_table, cle_fin)"
    " WHERE cle_fin > cle;"
    "CREATE INDEX historique_groupe_annule ON historique_groupe (annule_groupe_id)"
    " WHERE annule_groupe_id IS NOT NULL;"
    "CREATE TABLE historique_sceau (nom_table TEXT PRIMARY KEY, somme TEXT NOT NULL) STRICT;"
    "CREATE TABLE total_parent (id INTEGER PRIMARY KEY, n INTEGER NOT NULL,"
    "  montant INTEGER NOT NULL) STRICT;"
    "CREATE VIEW recompte_parent AS SELECT parent_id AS id, COUNT(*) AS n,"
    "  COALESCE(SUM(montant), 0) AS montant FROM enfant GROUP BY parent_id;"
    "CREATE TRIGGER total_enfant_nouveau AFTER INSERT ON enfant BEGIN"
    "  INSERT INTO total_parent VALUES (NEW.parent_id, 1, COALESCE(NEW.montant, 0))"
    "   ON CONFLICT (id) DO UPDATE SET n = n + 1, montant = montant + excluded.montant; END;"
    "CREATE TRIGGER total_enfant_modifie AFTER UPDATE ON enfant BEGIN"
    "  UPDATE total_parent SET montant = montant - COALESCE(OLD.montant, 0), n = n - 1"
    "   WHERE id = OLD.parent_id;"
    "  INSERT INTO total_parent VALUES (NEW.parent_id, 1, COALESCE(NEW.montant, 0))"
    "   ON CONFLICT (id) DO UPDATE SET n = n + 1, montant = montant + excluded.montant;"
    "  DELETE FROM total_parent WHERE id = OLD.parent_id AND n = 0; END;"
    "CREATE TRIGGER total_enfant_supprime AFTER DELETE ON enfant BEGIN"
    "  UPDATE total_parent SET montant = montant - COALESCE(OLD.montant, 0), n = n - 1"
    "   WHERE id = OLD.parent_id;"
    "  DELETE FROM total_parent WHERE id = OLD.parent_id AND n = 0; END;"
    "CREATE VIEW recherche_source AS SELECT id, nom FROM parent;"
    "CREATE VIRTUAL TABLE recherche USING fts5 (nom, content = 'recherche_source',"
    "  content_rowid = 'id');"
    "CREATE TRIGGER recherche_parent_nouveau AFTER INSERT ON parent BEGIN"
    "  INSERT INTO recherche (rowid, nom) VALUES (NEW.id, NEW.nom); END;"
    "CREATE TRIGGER recherche_parent_modifie AFTER UPDATE OF id, nom ON parent BEGIN"
    "  INSERT INTO recherche (recherche, rowid, nom) VALUES ('delete', OLD.id, OLD.nom);"
    "  INSERT INTO recherche (rowid, nom) VALUES (NEW.id, NEW.nom); END;"
    "CREATE TRIGGER recherche_parent_supprime AFTER DELETE ON parent BEGIN"
    "  INSERT INTO recherche (recherche, rowid, nom) VALUES ('delete', OLD.id, OLD.nom); END;";

static const char script_2[] = "ALTER TABLE parent ADD COLUMN note TEXT;"
                               "UPDATE parent SET note = 'ancien' WHERE montant > 100;"
                               "CREATE TABLE suite (id INTEGER PRIMARY KEY, texte TEXT) STRICT;"
                               "INSERT INTO suite VALUES (1, 'un'), (2, 'deux');";

PvMigrator *
db_fixture_new_migrator (int version)
{
  const char *names[] = { "0002-suite.sql", "0001-debut.sql", NULL };
  const char *scripts[] = { script_2, script_1, NULL };
  guint first = version == 1 ? 1 : 0;

  return pv_migrator_new_from_scripts (names + first, scripts + first);
}

void
db_fixture_set_up (DbFixture *self, gconstpointer data)
{
  g_autoptr (PvMigrator) migrator = db_fixture_new_migrator (1);
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("progville-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = g_build_filename (self->folder, "essai.progville", NULL);
  self->clock = pv_clock_new_fixed ("2026-03-01T08:00:00Z", 0);
  self->db = pv_db_create_with (self->path, self->clock, migrator, &error);
  g_assert_no_error (error);
}

void
db_fixture_tear_down (DbFixture *self, gconstpointer data)
{
  if (self->db != NULL)
    db_fixture_close (self);
  pv_test_folder_remove (self->folder);
  g_free (self->folder);
  g_free (self->path);
  pv_clock_unref (self->clock);
}

PvDb *
db_fixture_open (DbFixture *self, PvDbOpenMode mode, GError **error)
{
  g_autoptr (PvMigrator) migrator = db_fixture_new_migrator (1);

  return pv_db_open_with (self->path, mode, self->clock, migrator, error);
}

void
db_fixture_close (DbFixture *self)
{
  g_autoptr (GError) error = NULL;

  pv_db_close (self->db, &error);
  g_assert_no_error (error);
  g_assert_finalize_object (g_steal_pointer (&self->db));
}

void
db_fixture_write (DbFixture *self, const char *action, const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PvTransaction) transaction = pv_transaction_begin (self->db, action, NULL, &error);

  g_assert_no_error (error);
  pv_db_execute (self->db, sql, &error);
  g_assert_no_error (error);
  pv_transaction_commit (transaction, &error);
  g_assert_no_error (error);
}

gint64
db_fixture_query (DbFixture *self, const char *sql)
{
  g_autoptr (GError) error = NULL;
  gint64 value = 0;

  pv_db_query_int (self->db, sql, &value, &error);
  g_assert_no_error (error);
  return value;
}

void
db_fixture_write_outside (const char *path, const char *sql)
{
  sqlite3 *handle = NULL;
  g_autofree char *message = NULL;

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  if (sqlite3_exec (handle, sql, NULL, NULL, NULL) != SQLITE_OK)
    message = g_strdup (sqlite3_errmsg (handle));
  sqlite3_close (handle);
  g_assert_cmpstr (message, ==, NULL);
}

static void
dump_query (PvDb *db, const char *sql, GString *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PvStatement) statement = pv_db_prepare (db, sql, &error);

  g_assert_no_error (error);
  while (pv_statement_step (statement, &error) == PV_STEP_ROW)
    g_string_append_printf (text, "%s\n", pv_statement_get_text (statement, 0));
  g_assert_no_error (error);
}

char *
db_fixture_dump (DbFixture *self)
{
  GString *text = g_string_new (NULL);

  dump_query (self->db,
              "SELECT printf('p %s %s %s %s %s %s', id, uuid, nom, quote(montant), quote(taux),"
              " quote(image)) FROM parent ORDER BY id",
              text);
  dump_query (self->db,
              "SELECT printf('e %s %s %s %s', id, parent_id, quote(ami_id), quote(montant))"
              " FROM enfant ORDER BY id",
              text);
  dump_query (self->db,
              "SELECT printf('l %s %s %s', id, enfant_id, quote(texte)) FROM ligne ORDER BY id",
              text);
  dump_query (self->db, "SELECT printf('t %s %s %s', id, n, montant) FROM total_parent ORDER BY id",
              text);
  return g_string_free (text, FALSE);
}
