/* test-db-history.c: entries, undo and redo, the seal and the chain
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "db-fixture.h"
#include "pv-history.h"
#include "pv-totals.h"

static void
assert_sound (DbFixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GPtrArray) totals = NULL;

  pv_history_verify (self->db, &problems, &error);
  g_assert_no_error (error);
  if (problems->len > 0)
    g_test_message ("%s", (const char *)problems->pdata[0]);
  g_assert_cmpuint (problems->len, ==, 0);
  pv_totals_verify (self->db, &totals, &error);
  g_assert_no_error (error);
  if (totals->len > 0)
    g_test_message ("%s", (const char *)totals->pdata[0]);
  g_assert_cmpuint (totals->len, ==, 0);
}

static gint64
undo (DbFixture *self, gint64 group)
{
  g_autoptr (GError) error = NULL;
  gint64 id = pv_history_undo (self->db, group, &error);

  g_assert_no_error (error);
  g_assert_cmpint (id, >, group);
  return id;
}

static gint64
last_group (DbFixture *self)
{
  return db_fixture_query (self, "SELECT MAX(id) FROM historique_groupe");
}

static gint64
write_group (DbFixture *self, const char *sql)
{
  db_fixture_write (self, "essai", sql);
  return last_group (self);
}

static char *
digest (DbFixture *self)
{
  g_autoptr (GError) error = NULL;
  char *text = pv_history_digest (self->db, &error);

  g_assert_no_error (error);
  return text;
}

static void
assert_conflict (DbFixture *self, gint64 group, const char *word)
{
  g_autoptr (GError) error = NULL;
  gint64 before = last_group (self);

  g_assert_cmpint (pv_history_undo (self->db, group, &error), ==, 0);
  g_assert_error (error, PV_DB_ERROR, PV_DB_ERROR_CONFLICT);
  if (strstr (error->message, word) == NULL)
    g_error ("“%s” does not name “%s”", error->message, word);
  g_assert_cmpint (last_group (self), ==, before);
  assert_sound (self);
}

static void
add_rows (DbFixture *self)
{
  write_group (
      self, "INSERT INTO parent (uuid, nom, montant) VALUES ('a', 'Un', 100), ('b', 'Deux', 200),"
            " ('c', 'Trois', NULL);"
            "INSERT INTO enfant (parent_id, ami_id, montant) VALUES (1, 2, 10), (1, NULL, 20),"
            " (2, 3, NULL)");
}

static void
test_inserts_make_one_entry_a_table (DbFixture *self, gconstpointer data)
{
  add_rows (self);
  g_assert_cmpint (db_fixture_query (self, "SELECT COUNT(*) FROM historique_entree"), ==, 2);
  g_assert_cmpint (
      db_fixture_query (
          self, "SELECT cle * 10 + cle_fin FROM historique_entree WHERE nom_table = 'enfant'"),
      ==, 13);
  assert_sound (self);
}

static void
test_interleaved_inserts_make_one_entry_a_table (DbFixture *self, gconstpointer data)
{
  g_autoptr (GString) sql = g_string_new (NULL);

  for (int i = 1; i <= 50; i++)
    g_string_append_printf (sql,
                            "INSERT INTO parent (uuid, nom) VALUES ('u%d', 'n');"
                            "INSERT INTO enfant (parent_id) VALUES (%d), (%d);",
                            i, i, i);
  write_group (self, sql->str);
  g_assert_cmpint (db_fixture_query (self, "SELECT COUNT(*) FROM historique_entree"), ==, 2);
  undo (self, 1);
  g_assert_cmpint (db_fixture_query (self, "SELECT COUNT(*) FROM parent"), ==, 0);
  assert_sound (self);
  undo (self, 2);
  g_assert_cmpint (db_fixture_query (self, "SELECT COUNT(*) FROM enfant"), ==, 100);
  assert_sound (self);
}

static void
test_update_keeps_only_what_changed (DbFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PvStatement) statement = NULL;

  add_rows (self);
  write_group (self, "UPDATE parent SET nom = 'Un', montant = NULL, revision = 2 WHERE id = 1");
  statement = pv_db_prepare (
      self->db, "SELECT avant, apres FROM historique_entree ORDER BY id DESC LIMIT 1", &error);
  g_assert_cmpint (pv_statement_step (statement, &error), ==, PV_STEP_ROW);
  g_assert_cmpstr (pv_statement_get_text (statement, 0), ==, "{\"montant\":100}");
  g_assert_cmpstr (pv_statement_get_text (statement, 1), ==, "{\"montant\":null}");
}

static void
test_change_of_revision_alone_leaves_no_group (DbFixture *self, gconstpointer data)
{
  gint64 before = 0;

  add_rows (self);
  before = last_group (self);
  g_assert_cmpint (write_group (self, "UPDATE parent SET revision = revision + 1"), ==, before);
  g_assert_cmpint (write_group (self, "UPDATE parent SET nom = nom"), ==, before);
}

static void
test_undo_restores_every_kind_of_value (DbFixture *self, gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *seal = NULL;
  g_autofree char *same = NULL;
  gint64 group = 0;

  write_group (self, "INSERT INTO parent (uuid, nom, montant, taux, image) VALUES"
                     " ('a', 'é\"\n', 9007199254740993, 2.0, x'00ff'), ('b', '', NULL, 0.1, x''),"
                     " ('c', CAST(x'ff41' AS TEXT), -1, -1e300, NULL)");
  before = db_fixture_dump (self);
  seal = digest (self);
  group = write_group (
      self,
      "UPDATE parent SET nom = 'z', montant = 7, taux = NULL, image = x'01'; DELETE FROM parent");
  undo (self, group);
  after = db_fixture_dump (self);
  same = digest (self);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpstr (same, ==, seal);
  assert_sound (self);
}

static void
test_undo_of_an_update_increases_the_revision (DbFixture *self, gconstpointer data)
{
  add_rows (self);
  undo (self, write_group (self, "UPDATE parent SET montant = 1, revision = 2 WHERE id = 1"));
  g_assert_cmpint (
      db_fixture_query (self, "SELECT montant * 10 + revision FROM parent WHERE id = 1"), ==, 1003);
}

static void
test_deletion_with_its_cascade_goes_and_comes (DbFixture *self, gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *deleted = NULL;
  g_autofree char *after = NULL;
  g_autofree char *again = NULL;
  gint64 group = 0;
  gint64 undone = 0;

  add_rows (self);
  before = db_fixture_dump (self);
  group = write_group (self, "DELETE FROM parent WHERE id IN (1, 3)");
  deleted = db_fixture_dump (self);
  undone = undo (self, group);
  after = db_fixture_dump (self);
  g_assert_cmpstr (after, ==, before);
  assert_sound (self);
  undo (self, undone);
  again = db_fixture_dump (self);
  g_assert_cmpstr (again, ==, deleted);
  assert_sound (self);
}

static void
test_undo_of_a_later_row_of_another_action_is_a_conflict (DbFixture *self, gconstpointer data)
{
  add_rows (self);
  db_fixture_write (self, "ajout", "INSERT INTO enfant (parent_id, montant) VALUES (1, 5)");
  assert_conflict (self, 1, "ajout");
}

static void
test_undo_of_a_changed_insertion_is_a_conflict (DbFixture *self, gconstpointer data)
{
  add_rows (self);
  db_fixture_write (self, "retouche", "UPDATE enfant SET montant = 11 WHERE id = 2");
  assert_conflict (self, 1, "retouche");
}

static void
test_undo_of_a_changed_column_is_a_conflict (DbFixture *self, gconstpointer data)
{
  gint64 group = 0;

  add_rows (self);
  group = write_group (self, "UPDATE parent SET montant = 1 WHERE id = 1");
  db_fixture_write (self, "encore", "UPDATE parent SET montant = 2 WHERE id = 1");
  assert_conflict (self, group, "encore");
}

static void
test_undo_leaves_another_column_of_the_row (DbFixture *self, gconstpointer data)
{
  gint64 group = 0;

  add_rows (self);
  group = write_group (self, "UPDATE parent SET montant = 1 WHERE id = 1");
  write_group (self, "UPDATE parent SET taux = 0.5 WHERE id = 1");
  undo (self, group);
  g_assert_cmpint (
      db_fixture_query (self, "SELECT montant * (taux = 0.5) FROM parent WHERE id = 1"), ==, 100);
}

static void
test_undo_of_a_deletion_whose_key_lives_again_is_a_conflict (DbFixture *self, gconstpointer data)
{
  gint64 group = 0;

  add_rows (self);
  group = write_group (self, "DELETE FROM enfant WHERE id = 3");
  db_fixture_write (self, "reprise", "INSERT INTO enfant (id, parent_id) VALUES (3, 2)");
  assert_conflict (self, group, "reprise");
}

static void
test_undo_deletes_what_restrict_holds_in_the_right_order (DbFixture *self, gconstpointer data)
{
  add_rows (self);
  /* ligne begins before the enfant that its last row refers to. */
  undo (self, write_group (self, "INSERT INTO ligne (enfant_id, texte) VALUES (1, 'x');"
                                 "INSERT INTO enfant (id, parent_id) VALUES (4, 1);"
                                 "INSERT INTO ligne (enfant_id, texte) VALUES (4, 'y')"));
  g_assert_cmpint (db_fixture_query (self, "SELECT COUNT(*) FROM ligne"), ==, 0);
  g_assert_cmpint (db_fixture_query (self, "SELECT COUNT(*) FROM enfant"), ==, 3);
  assert_sound (self);
}

static void
test_undo_follows_a_row_changed_twice_in_its_group (DbFixture *self, gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gint64 group = 0;

  add_rows (self);
  before = db_fixture_dump (self);
  group = write_group (
      self, "INSERT INTO parent (id, uuid, nom) VALUES (9, 'n', 'neuf');"
            "UPDATE parent SET nom = 'x' WHERE id IN (1, 9);"
            "UPDATE parent SET nom = 'y', montant = 4 WHERE id IN (1, 9);"
            "DELETE FROM parent WHERE id = 9;"
            "INSERT INTO parent (id, uuid, nom) VALUES (9, 'm', 'autre'), (10, 'o', 'dix');"
            "DELETE FROM parent WHERE id = 10");
  undo (self, group);
  after = db_fixture_dump (self);
  g_assert_cmpstr (after, ==, before);
  assert_sound (self);
}

static void
assert_next (DbFixture *self, gint64 undoable, gint64 redoable)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PvHistoryGroup) first = pv_history_last_undoable (self->db, &error);
  g_autoptr (PvHistoryGroup) second = NULL;

  g_assert_no_error (error);
  second = pv_history_last_redoable (self->db, &error);
  g_assert_no_error (error);
  g_assert_cmpint (first != NULL ? first->id : 0, ==, undoable);
  g_assert_cmpint (second != NULL ? second->id : 0, ==, redoable);
}

static void
test_undo_and_redo_are_an_editors_stack (DbFixture *self, gconstpointer data)
{
  assert_next (self, 0, 0);
  add_rows (self);                                                /* 1 */
  write_group (self, "UPDATE parent SET nom = 'x' WHERE id = 1"); /* 2 */
  write_group (self, "UPDATE parent SET nom = 'y' WHERE id = 1"); /* 3 */
  assert_next (self, 3, 0);
  g_assert_cmpint (undo (self, 3), ==, 4);
  assert_next (self, 2, 4);
  g_assert_cmpint (undo (self, 2), ==, 5);
  assert_next (self, 1, 5);
  g_assert_cmpint (undo (self, 5), ==, 6);
  assert_next (self, 2, 4);
  g_assert_cmpint (undo (self, 4), ==, 7);
  assert_next (self, 3, 0);
  g_assert_cmpint (undo (self, 3), ==, 8);
  assert_next (self, 2, 8);
  write_group (self, "UPDATE parent SET nom = 'z' WHERE id = 1"); /* 9 */
  assert_next (self, 9, 0);
  g_assert_cmpint (undo (self, 9), ==, 10);
  assert_next (self, 2, 10);
  assert_sound (self);
}

static void
collect_cb (const PvHistoryGroup *group, gpointer user_data)
{
  g_string_append_printf (user_data, "%s/%s/%s ", group->action, group->agent,
                          group->label != NULL ? group->label : "-");
}

static void
test_groups_of_a_row_come_newest_first (DbFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  pv_db_set_agent (self->db, "Zoé");
  add_rows (self);
  db_fixture_write (self, "un", "UPDATE parent SET nom = 'x' WHERE id = 1");
  db_fixture_write (self, "deux", "UPDATE parent SET nom = 'x' WHERE id = 2");
  undo (self, 2);
  pv_history_foreach_group_of_row (self->db, "parent", 1, collect_cb, text, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (text->str, ==, "undo/Zoé/un un/Zoé/- essai/Zoé/- ");
}

static void
assert_imported (DbFixture *self, gboolean changed, const char *value)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *found = NULL;

  g_assert_cmpint (pv_history_imported_value (self->db, "parent", 1, "montant", &found, &error), ==,
                   changed);
  g_assert_no_error (error);
  g_assert_cmpstr (found, ==, value);
}

static void
test_imported_value_tells_an_agents_change (DbFixture *self, gconstpointer data)
{
  db_fixture_write (self, "import", "INSERT INTO parent (uuid, nom, montant) VALUES ('a', 'A', 5)");
  assert_imported (self, FALSE, NULL);
  db_fixture_write (self, "edit", "UPDATE parent SET nom = 'B' WHERE id = 1");
  assert_imported (self, FALSE, NULL);
  db_fixture_write (self, "edit", "UPDATE parent SET montant = 6 WHERE id = 1");
  assert_imported (self, TRUE, "5");
  db_fixture_write (self, "edit", "UPDATE parent SET montant = NULL WHERE id = 1");
  assert_imported (self, TRUE, "5");
  undo (self, last_group (self));
  undo (self, 3);
  assert_imported (self, FALSE, NULL);
  db_fixture_write (self, "import", "UPDATE parent SET montant = 8 WHERE id = 1");
  assert_imported (self, FALSE, NULL);
  db_fixture_write (self, "edit", "UPDATE parent SET montant = 9 WHERE id = 1");
  assert_imported (self, TRUE, "8");
  db_fixture_write (self, "edit", "UPDATE parent SET montant = 8 WHERE id = 1");
  assert_imported (self, FALSE, NULL);
}

static void
test_imported_value_of_a_row_made_by_hand_is_none (DbFixture *self, gconstpointer data)
{
  db_fixture_write (self, "saisie", "INSERT INTO parent (uuid, nom, montant) VALUES ('a', 'A', 5)");
  db_fixture_write (self, "edit", "UPDATE parent SET montant = 6 WHERE id = 1");
  assert_imported (self, FALSE, NULL);
}

/* What a raw programme may do, and what the finding must name. */
static const struct
{
  const char *sql;
  const char *word;
} tampers[] = {
  { "UPDATE parent SET montant = 101 WHERE id = 1", "parent" },
  { "DELETE FROM enfant WHERE id = 3", "enfant" },
  { "INSERT INTO ligne VALUES (1, 1, 'x')", "ligne" },
  { "UPDATE historique_entree SET avant = '{\"montant\":1}' WHERE operation = 'modification'",
    "2" },
  { "DELETE FROM historique_entree WHERE groupe_id = 2", "2" },
  { "UPDATE historique_groupe SET agent = 'autre' WHERE id = 1", "1" },
  { "UPDATE historique_groupe SET fait_le = '2020-01-01T00:00:00Z' WHERE id = 2", "2" },
  { "DELETE FROM historique_groupe WHERE id = 1", "2" },
  { "DELETE FROM historique_groupe WHERE id = 2; DELETE FROM historique_entree WHERE groupe_id = 2",
    "parent" },
  { "UPDATE historique_sceau SET somme = '00' WHERE nom_table = 'enfant'", "enfant" },
  { "DELETE FROM historique_sceau WHERE nom_table = 'parent'", "parent" },
};

static void
test_tampering_is_found (gconstpointer data)
{
  guint index = GPOINTER_TO_UINT (data);
  DbFixture self = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) problems = NULL;

  db_fixture_set_up (&self, NULL);
  add_rows (&self);
  write_group (&self, "UPDATE parent SET montant = 102 WHERE id = 1");
  assert_sound (&self);
  db_fixture_close (&self);
  db_fixture_write_outside (self.path, tampers[index].sql);
  self.db = db_fixture_open (&self, PV_DB_OPEN_READ_ONLY, &error);
  g_assert_no_error (error);
  pv_history_verify (self.db, &problems, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (problems->len, >, 0);
  if (strstr (problems->pdata[0], tampers[index].word) == NULL)
    g_error ("“%s” does not name “%s”", (char *)problems->pdata[0], tampers[index].word);
  db_fixture_tear_down (&self, NULL);
}

static char *
random_change (void)
{
  int key = g_test_rand_int_range (1, 9);
  int other = g_test_rand_int_range (1, 9);

  switch (g_test_rand_int_range (0, 8))
    {
    case 0:
      return g_strdup_printf ("INSERT OR IGNORE INTO parent (id, uuid, nom, montant) VALUES"
                              " (%d, 'u%d', 'n%d', %d);",
                              key, key, other, other * 100);
    case 1:
      return g_strdup_printf ("INSERT INTO enfant (parent_id, ami_id, montant)"
                              " SELECT id, (SELECT MAX(id) FROM parent), %d FROM parent"
                              "  WHERE id >= %d;",
                              other, key);
    case 2:
      return g_strdup_printf ("UPDATE parent SET nom = 'm%d', taux = %d / 4.0,"
                              " revision = revision + 1 WHERE id < %d;",
                              other, other, key);
    case 3:
      return g_strdup_printf ("UPDATE enfant SET montant = %d WHERE id %% 3 = %d;", other, key % 3);
    case 4:
      return g_strdup_printf ("DELETE FROM enfant WHERE id %% 4 = %d"
                              " AND id NOT IN (SELECT enfant_id FROM ligne);",
                              key % 4);
    case 5:
      return g_strdup_printf (
          "DELETE FROM parent WHERE id = %d AND id NOT IN"
          " (SELECT parent_id FROM enfant e JOIN ligne l ON l.enfant_id = e.id);",
          key);
    case 6:
      return g_strdup_printf ("INSERT INTO ligne (enfant_id, texte)"
                              " SELECT id, 't%d' FROM enfant WHERE id %% 5 = %d;",
                              other, key % 5);
    default:
      return g_strdup_printf ("DELETE FROM ligne WHERE id %% 3 = %d;"
                              "UPDATE parent SET id = id + 20 WHERE id = %d AND id NOT IN"
                              " (SELECT parent_id FROM enfant UNION"
                              "  SELECT ami_id FROM enfant WHERE ami_id IS NOT NULL)"
                              " AND id + 20 NOT IN (SELECT id FROM parent);",
                              key % 3, other);
    }
}

#define N_STEPS 12

/* Any number of actions of any shape: going back over them shows each state
 * again, and so does going forth. */
static void
test_random_actions_go_and_come (DbFixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) dumps = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) digests = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (dumps, db_fixture_dump (self));
  g_ptr_array_add (digests, digest (self));
  for (guint i = 0; i < N_STEPS; i++)
    {
      g_autoptr (GString) sql = g_string_new (NULL);
      gint64 before = db_fixture_query (self, "SELECT COALESCE(MAX(id), 0) FROM historique_groupe");

      for (int n = g_test_rand_int_range (1, 8); n > 0; n--)
        {
          g_autofree char *change = random_change ();

          g_string_append (sql, change);
        }
      db_fixture_write (self, "essai", sql->str);
      if (db_fixture_query (self, "SELECT COALESCE(MAX(id), 0) FROM historique_groupe") == before)
        continue;
      g_ptr_array_add (dumps, db_fixture_dump (self));
      g_ptr_array_add (digests, digest (self));
    }
  assert_sound (self);

  for (guint turn = 0; turn < 2; turn++)
    {
      for (guint i = dumps->len - 1; i > 0; i--)
        {
          g_autoptr (PvHistoryGroup) group = pv_history_last_undoable (self->db, &error);
          g_autofree char *dump = NULL;
          g_autofree char *seal = NULL;

          g_assert_no_error (error);
          undo (self, group->id);
          dump = db_fixture_dump (self);
          seal = digest (self);
          g_assert_cmpstr (dump, ==, dumps->pdata[i - 1]);
          g_assert_cmpstr (seal, ==, digests->pdata[i - 1]);
        }
      assert_sound (self);
      for (guint i = 1; i < dumps->len; i++)
        {
          g_autoptr (PvHistoryGroup) group = pv_history_last_redoable (self->db, &error);
          g_autofree char *dump = NULL;

          g_assert_no_error (error);
          undo (self, group->id);
          dump = db_fixture_dump (self);
          g_assert_cmpstr (dump, ==, dumps->pdata[i]);
        }
      assert_sound (self);
    }
}

static void
test_many_changes_are_written_out_on_the_way (DbFixture *self, gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gint64 group = 0;

  write_group (self, "INSERT INTO parent (uuid, nom) WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL"
                     " SELECT i + 1 FROM n WHERE i < 20000) SELECT 'u' || i, 'nom' FROM n");
  before = digest (self);
  group =
      write_group (self, "UPDATE parent SET nom = 'nouveau nom ' || id, montant = id WHERE id % 2;"
                         "DELETE FROM parent WHERE id % 5 = 0;"
                         "UPDATE parent SET montant = 0");
  assert_sound (self);
  undo (self, group);
  after = digest (self);
  g_assert_cmpstr (after, ==, before);
  assert_sound (self);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define add(path, func)                                                                            \
  g_test_add ("/db/history/" path, DbFixture, NULL, db_fixture_set_up, func, db_fixture_tear_down)
  add ("inserts-make-one-entry-a-table", test_inserts_make_one_entry_a_table);
  add ("interleaved-inserts-make-one-entry-a-table",
       test_interleaved_inserts_make_one_entry_a_table);
  add ("update-keeps-only-what-changed", test_update_keeps_only_what_changed);
  add ("change-of-revision-alone-leaves-no-group", test_change_of_revision_alone_leaves_no_group);
  add ("undo-restores-every-kind-of-value", test_undo_restores_every_kind_of_value);
  add ("undo-of-an-update-increases-the-revision", test_undo_of_an_update_increases_the_revision);
  add ("deletion-with-its-cascade-goes-and-comes", test_deletion_with_its_cascade_goes_and_comes);
  add ("conflict/later-row", test_undo_of_a_later_row_of_another_action_is_a_conflict);
  add ("conflict/changed-insertion", test_undo_of_a_changed_insertion_is_a_conflict);
  add ("conflict/changed-column", test_undo_of_a_changed_column_is_a_conflict);
  add ("conflict/key-lives-again", test_undo_of_a_deletion_whose_key_lives_again_is_a_conflict);
  add ("undo-leaves-another-column-of-the-row", test_undo_leaves_another_column_of_the_row);
  add ("undo-deletes-what-restrict-holds",
       test_undo_deletes_what_restrict_holds_in_the_right_order);
  add ("undo-follows-a-row-changed-twice", test_undo_follows_a_row_changed_twice_in_its_group);
  add ("undo-and-redo-are-an-editors-stack", test_undo_and_redo_are_an_editors_stack);
  add ("groups-of-a-row-come-newest-first", test_groups_of_a_row_come_newest_first);
  add ("imported-value-tells-an-agents-change", test_imported_value_tells_an_agents_change);
  add ("imported-value-of-a-row-made-by-hand-is-none",
       test_imported_value_of_a_row_made_by_hand_is_none);
  add ("random-actions-go-and-come", test_random_actions_go_and_come);
  add ("many-changes-are-written-out-on-the-way", test_many_changes_are_written_out_on_the_way);
#undef add
  for (guint i = 0; i < G_N_ELEMENTS (tampers); i++)
    {
      g_autofree char *path = g_strdup_printf ("/db/history/tampering-is-found/%u", i);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_tampering_is_found);
    }
  return g_test_run ();
}
