/* test-db-transaction.c: statements, transactions, savepoints, totals
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "db-fixture.h"
#include "pv-history.h"
#include "pv-totals.h"

static void
assert_sound (DbFixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) problems = NULL;

  pv_history_verify (self->db, &problems, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (problems->len, ==, 0);
  g_clear_pointer (&problems, g_ptr_array_unref);
  pv_totals_verify (self->db, &problems, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (problems->len, ==, 0);
}

static PvTransaction *
begin (DbFixture *self)
{
  g_autoptr (GError) error = NULL;
  PvTransaction *transaction = pv_transaction_begin (self->db, "essai", "Un essai", &error);

  g_assert_no_error (error);
  return transaction;
}

static void
commit (PvTransaction *transaction)
{
  g_autoptr (GError) error = NULL;

  pv_transaction_commit (transaction, &error);
  g_assert_no_error (error);
}

static void
execute (DbFixture *self, const char *sql)
{
  g_autoptr (GError) error = NULL;

  pv_db_execute (self->db, sql, &error);
  g_assert_no_error (error);
}

#define count(self, table) db_fixture_query ((self), "SELECT COUNT(*) FROM " table)

static void
test_null_and_values_go_and_come (DbFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PvStatement) query = NULL;
  gsize size = 1;

  {
    g_autoptr (PvTransaction) transaction = begin (self);
    g_autoptr (PvStatement) insert = pv_db_prepare (
        self->db, "INSERT INTO parent (uuid, nom, montant, image) VALUES (:u, :n, :m, :i)", &error);

    pv_statement_bind_text (insert, ":u", "a");
    pv_statement_bind_text (insert, ":n", "nom");
    pv_statement_bind_int (insert, ":m", PV_INT_NULL);
    pv_statement_bind_blob (insert, ":i", "", 0);
    g_assert_true (pv_statement_run (insert, &error));
    pv_statement_bind_text (insert, ":u", "b");
    pv_statement_bind_int (insert, ":m", 0);
    pv_statement_bind_null (insert, ":i");
    g_assert_true (pv_statement_run (insert, &error)); /* :n was kept */
    g_assert_cmpint (pv_db_get_last_insert_id (self->db), ==, 2);
    g_assert_cmpint (pv_db_get_changes (self->db), ==, 1);
    commit (transaction);
  }
  query = pv_db_prepare (self->db, "SELECT nom, montant, image FROM parent ORDER BY id", &error);
  g_assert_cmpint (pv_statement_get_n_columns (query), ==, 3);
  g_assert_cmpstr (pv_statement_get_column_name (query, 1), ==, "montant");
  g_assert_cmpint (pv_statement_step (query, &error), ==, PV_STEP_ROW);
  g_assert_cmpint (pv_statement_get_int (query, 1), ==, PV_INT_NULL);
  g_assert_false (pv_statement_is_null (query, 2));
  pv_statement_get_blob (query, 2, &size);
  g_assert_cmpuint (size, ==, 0);
  g_assert_cmpint (pv_statement_step (query, &error), ==, PV_STEP_ROW);
  g_assert_cmpstr (pv_statement_get_text (query, 0), ==, "nom");
  g_assert_cmpint (pv_statement_get_int (query, 1), ==, 0);
  g_assert_true (pv_statement_is_null (query, 2));
  g_assert_null (pv_statement_get_text (query, 2));
  g_assert_cmpint (pv_statement_step (query, &error), ==, PV_STEP_DONE);
}

static void
test_a_statement_is_lent_again_and_clean (DbFixture *self, gconstpointer data)
{
  static const char sql[] = "SELECT :a";
  g_autoptr (GError) error = NULL;
  PvStatement *first = pv_db_prepare (self->db, sql, &error);
  PvStatement *second = NULL;
  g_autofree char *copy = g_strdup (sql);

  pv_statement_bind_int (first, ":a", 5);
  g_assert_cmpint (pv_statement_step (first, &error), ==, PV_STEP_ROW);
  second = pv_db_prepare (self->db, sql, &error);
  g_assert_true (second != first);
  g_assert_cmpint (pv_statement_step (second, &error), ==, PV_STEP_ROW);
  g_assert_true (pv_statement_is_null (second, 0));
  pv_statement_return (second);
  pv_statement_return (first);

  second = pv_db_prepare (self->db, copy, &error);
  g_assert_true (second == first);
  g_assert_cmpint (pv_statement_step (second, &error), ==, PV_STEP_ROW);
  g_assert_true (pv_statement_is_null (second, 0));
  pv_statement_return (second);
}

static void
test_a_buffer_with_new_text_gets_its_own_statement (DbFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *buffer = g_strdup ("SELECT 1");

  g_assert_cmpint (db_fixture_query (self, buffer), ==, 1);
  buffer[7] = '2';
  g_assert_cmpint (db_fixture_query (self, buffer), ==, 2);
}

static void
test_close_refuses_a_borrowed_statement (DbFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PvStatement) statement = pv_db_prepare (self->db, "SELECT 1", &error);

  g_assert_false (pv_db_close (self->db, &error));
  g_assert_error (error, PV_DB_ERROR, PV_DB_ERROR_FAILED);
}

static void
test_sql_errors_are_told (DbFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (pv_db_prepare (self->db, "SELECT rien FROM nulle_part", &error));
  g_assert_error (error, PV_DB_ERROR, PV_DB_ERROR_FAILED);
  g_clear_error (&error);
  g_assert_null (pv_db_prepare (self->db, "  -- rien", &error));
  g_assert_error (error, PV_DB_ERROR, PV_DB_ERROR_FAILED);
}

static void
test_a_write_outside_a_transaction_is_refused (DbFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (
      pv_db_execute (self->db, "INSERT INTO parent (uuid, nom) VALUES ('a', 'a')", &error));
  g_assert_error (error, PV_DB_ERROR, PV_DB_ERROR_FAILED);
  g_assert_cmpint (count (self, "parent"), ==, 0);
}

static void
test_an_abandoned_transaction_leaves_nothing (DbFixture *self, gconstpointer data)
{
  {
    g_autoptr (PvTransaction) transaction = begin (self);

    execute (self, "INSERT INTO parent (uuid, nom) VALUES ('a', 'a')");
  }
  g_assert_cmpint (count (self, "parent"), ==, 0);
  g_assert_cmpint (count (self, "historique_groupe"), ==, 0);
  db_fixture_write (self, "essai", "INSERT INTO parent (uuid, nom) VALUES ('a', 'a')");
  assert_sound (self);
}

static void
test_a_savepoint_takes_back_its_part_alone (DbFixture *self, gconstpointer data)
{
  g_autoptr (PvTransaction) outer = begin (self);

  execute (self, "INSERT INTO parent (uuid, nom) VALUES ('a', 'a')");
  {
    g_autoptr (PvTransaction) inner = begin (self);

    execute (self, "INSERT INTO parent (uuid, nom) VALUES ('b', 'b')");
    execute (self, "INSERT INTO enfant (parent_id, montant) VALUES (1, 5)");
    execute (self, "UPDATE parent SET nom = 'z'");
    {
      g_autoptr (PvTransaction) innermost = begin (self);

      execute (self, "DELETE FROM enfant");
      commit (innermost);
    }
  }
  {
    g_autoptr (PvTransaction) kept = begin (self);

    execute (self, "INSERT INTO parent (uuid, nom) VALUES ('c', 'c')");
    commit (kept);
  }
  commit (outer);
  g_assert_cmpint (count (self, "parent"), ==, 2);
  g_assert_cmpint (count (self, "historique_groupe"), ==, 1);
  g_assert_cmpint (count (self, "historique_entree"), ==, 1);
  assert_sound (self);
}

static void
test_a_savepoint_taken_back_after_much_was_written_out (DbFixture *self, gconstpointer data)
{
  g_autoptr (PvTransaction) outer = begin (self);
  static const char many[] =
      "INSERT INTO parent (uuid, nom) WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL"
      " SELECT i + 1 FROM n WHERE i < 9000) SELECT 'u' || i, 'n' FROM n";

  execute (self, many);
  execute (self, "UPDATE parent SET nom = 'x' || id WHERE id < 100");
  {
    g_autoptr (PvTransaction) inner = begin (self);

    execute (self, "UPDATE parent SET nom = 'nouveau nom' || id");
    execute (self, "UPDATE parent SET nom = 'encore un nom' || id");
  }
  execute (self, "UPDATE parent SET montant = id WHERE id > 100");
  commit (outer);
  assert_sound (self);
  g_assert_cmpint (pv_history_undo (self->db, 1, NULL), ==, 2);
  g_assert_cmpint (count (self, "parent"), ==, 0);
  assert_sound (self);
}

static void
test_a_failed_statement_leaves_no_entry (DbFixture *self, gconstpointer data)
{
  g_autoptr (PvTransaction) transaction = begin (self);
  g_autoptr (GError) error = NULL;

  execute (self, "INSERT INTO parent (uuid, nom) VALUES ('a', 'a'), ('b', 'b')");
  execute (self, "INSERT INTO enfant (parent_id, montant) VALUES (1, 1), (1, 2), (1, 3)");
  /* The third row breaks the rule after two were changed. */
  g_assert_false (pv_db_execute (self->db, "UPDATE enfant SET montant = 10 + id", &error));
  g_assert_error (error, PV_DB_ERROR, PV_DB_ERROR_CONSTRAINT);
  g_clear_error (&error);
  /* A missing parent is told at the end of the statement, its rows written. */
  g_assert_false (
      pv_db_execute (self->db, "INSERT INTO enfant (parent_id) VALUES (1), (77)", &error));
  g_assert_error (error, PV_DB_ERROR, PV_DB_ERROR_CONSTRAINT);
  execute (self, "INSERT INTO enfant (parent_id, montant) VALUES (2, 4)");
  commit (transaction);
  g_assert_cmpint (count (self, "historique_entree"), ==, 2);
  g_assert_cmpint (
      db_fixture_query (self,
                        "SELECT MAX(cle_fin) FROM historique_entree WHERE nom_table = 'enfant'"),
      ==, 4);
  assert_sound (self);
}

static void
test_returning_gives_its_row_and_its_history (DbFixture *self, gconstpointer data)
{
  {
    g_autoptr (PvTransaction) transaction = begin (self);
    g_autoptr (PvStatement) insert = pv_db_prepare (
        self->db, "INSERT INTO parent (uuid, nom) VALUES ('a', 'a') RETURNING id", NULL);

    g_assert_cmpint (pv_statement_step (insert, NULL), ==, PV_STEP_ROW);
    g_assert_cmpint (pv_statement_get_int (insert, 0), ==, 1);
    g_clear_pointer (&insert, pv_statement_return);
    commit (transaction);
  }
  g_assert_cmpint (count (self, "parent"), ==, 1);
  assert_sound (self);
}

static void
test_cancelling_a_statement_ends_the_transaction (DbFixture *self, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  {
    g_autoptr (PvTransaction) transaction = begin (self);

    execute (self, "INSERT INTO parent (uuid, nom) VALUES ('a', 'a')");
    g_cancellable_cancel (cancellable);
    pv_db_set_cancellable (self->db, cancellable);
    g_assert_false (
        pv_db_execute (self->db,
                       "INSERT INTO parent (uuid, nom) WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL"
                       " SELECT i + 1 FROM n WHERE i < 100000) SELECT 'u' || i, 'n' FROM n",
                       &error));
    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
    g_clear_error (&error);
    pv_db_set_cancellable (self->db, NULL);
    /* What follows would be kept alone: it is refused, for the same reason. */
    g_assert_false (
        pv_db_execute (self->db, "INSERT INTO parent (uuid, nom) VALUES ('b', 'b')", &error));
    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
    g_clear_error (&error);
    g_assert_false (pv_transaction_commit (transaction, &error));
    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  }
  g_assert_cmpint (count (self, "parent"), ==, 0);
  db_fixture_write (self, "essai", "INSERT INTO parent (uuid, nom) VALUES ('c', 'c')");
  assert_sound (self);
}

static void
test_a_long_query_is_cancelled (DbFixture *self, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  gint64 value = 0;

  g_cancellable_cancel (cancellable);
  pv_db_set_cancellable (self->db, cancellable);
  g_assert_false (pv_db_query_int (self->db,
                                   "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n"
                                   " WHERE i < 1000000) SELECT SUM(i) FROM n",
                                   &value, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_suspended_totals_are_recounted_at_commit (DbFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  {
    g_autoptr (PvTransaction) transaction = begin (self);

    g_assert_true (pv_transaction_suspend_totals (transaction, &error));
    g_assert_true (pv_transaction_suspend_totals (transaction, &error));
    execute (self, "INSERT INTO parent (uuid, nom) VALUES ('a', 'a');"
                   "INSERT INTO enfant (parent_id, montant) VALUES (1, 5), (1, 6)");
    g_assert_cmpint (count (self, "total_parent"), ==, 0);
    commit (transaction);
  }
  g_assert_cmpint (db_fixture_query (self, "SELECT montant FROM total_parent"), ==, 11);
  g_assert_cmpint (
      db_fixture_query (self, "SELECT COUNT(*) FROM recherche WHERE recherche MATCH 'a'"), ==, 1);
  db_fixture_write (self, "essai", "UPDATE enfant SET montant = 1");
  g_assert_cmpint (db_fixture_query (self, "SELECT montant FROM total_parent"), ==, 2);
  db_fixture_close (self);
  self->db = db_fixture_open (self, PV_DB_OPEN_READ_WRITE, &error);
  g_assert_no_error (error); /* the triggers are the same to the letter */
  assert_sound (self);
}

static void
test_totals_suspended_in_a_savepoint_taken_back (DbFixture *self, gconstpointer data)
{
  g_autoptr (PvTransaction) outer = begin (self);

  {
    g_autoptr (PvTransaction) inner = begin (self);

    g_assert_true (pv_transaction_suspend_totals (inner, NULL));
  }
  execute (self, "INSERT INTO parent (uuid, nom) VALUES ('a', 'a');"
                 "INSERT INTO enfant (parent_id, montant) VALUES (1, 5)");
  commit (outer);
  assert_sound (self);
}

static void
test_a_wrong_total_is_found_and_recounted (DbFixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) problems = NULL;

  db_fixture_write (self, "essai",
                    "INSERT INTO parent (uuid, nom) VALUES ('a', 'a');"
                    "INSERT INTO enfant (parent_id, montant) VALUES (1, 5);"
                    "UPDATE total_parent SET montant = 7;"
                    "INSERT INTO total_parent VALUES (9, 1, 1);"
                    "INSERT INTO recherche (rowid, nom) VALUES (5, 'fantome')");
  g_assert_true (pv_totals_verify (self->db, &problems, NULL));
  g_assert_cmpuint (problems->len, ==, 3);
  {
    g_autoptr (PvTransaction) transaction = begin (self);

    g_assert_true (pv_totals_recount (self->db, NULL));
    commit (transaction);
  }
  assert_sound (self);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define add(path, func)                                                                            \
  g_test_add ("/db/" path, DbFixture, NULL, db_fixture_set_up, func, db_fixture_tear_down)
  add ("statement/null-and-values-go-and-come", test_null_and_values_go_and_come);
  add ("statement/lent-again-and-clean", test_a_statement_is_lent_again_and_clean);
  add ("statement/buffer-with-new-text", test_a_buffer_with_new_text_gets_its_own_statement);
  add ("statement/close-refuses-a-borrowed-one", test_close_refuses_a_borrowed_statement);
  add ("statement/sql-errors-are-told", test_sql_errors_are_told);
  add ("statement/returning-gives-its-row", test_returning_gives_its_row_and_its_history);
  add ("statement/long-query-is-cancelled", test_a_long_query_is_cancelled);
  add ("transaction/write-outside-is-refused", test_a_write_outside_a_transaction_is_refused);
  add ("transaction/abandoned-leaves-nothing", test_an_abandoned_transaction_leaves_nothing);
  add ("transaction/savepoint-takes-back-its-part", test_a_savepoint_takes_back_its_part_alone);
  add ("transaction/savepoint-after-much-was-written-out",
       test_a_savepoint_taken_back_after_much_was_written_out);
  add ("transaction/failed-statement-leaves-no-entry", test_a_failed_statement_leaves_no_entry);
  add ("transaction/cancelled-statement-ends-it", test_cancelling_a_statement_ends_the_transaction);
  add ("totals/suspended-are-recounted-at-commit", test_suspended_totals_are_recounted_at_commit);
  add ("totals/suspended-in-a-savepoint", test_totals_suspended_in_a_savepoint_taken_back);
  add ("totals/wrong-one-is-found-and-recounted", test_a_wrong_total_is_found_and_recounted);
#undef add
  return g_test_run ();
}
