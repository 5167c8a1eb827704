/* test-empreinte.c: a digest is that of the snapshot, whatever is written beside
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "commun/pv-empreinte-store.h"
#include "model-fixture.h"
#include "pv-history.h"

#define ROUNDS 24

static PvDb *
open_reader (ModelFixture *self)
{
  g_autoptr (GError) error = NULL;
  PvDb *reader = pv_db_open_beside (self->db, PV_DB_OPEN_READ_ONLY, &error);

  g_assert_no_error (error);
  return reader;
}

static char *
digest (PvDb *db)
{
  g_autoptr (GError) error = NULL;
  char *text = pv_history_digest (db, &error);

  g_assert_no_error (error);
  return text;
}

static PvEmpreinte *
begin (PvDb *db, GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;
  PvEmpreinte *empreinte = pv_empreinte_begin (db, cancellable, &error);

  g_assert_no_error (error);
  return empreinte;
}

static void
assert_digest (PvEmpreinte *empreinte, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *found = pv_empreinte_dup_digest (empreinte, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (found, ==, expected);
}

/* The other connection begins before what is written, or after: by chance. */
static void
test_written (ModelFixture *self, gconstpointer data)
{
  g_autoptr (PvDb) reader = open_reader (self);

  for (guint i = 0; i < ROUNDS; i++)
    {
      g_autofree char *before = digest (reader);
      g_autofree char *nom = g_strdup_printf ("Porteur %u", i);
      g_autofree char *after = NULL;
      PvEmpreinte *empreinte = begin (reader, NULL);

      g_usleep (i % 8 * 200);
      model_fixture_add_organisme (self, nom, NULL);
      assert_digest (empreinte, before);
      assert_digest (empreinte, before);
      pv_empreinte_end (empreinte);
      after = digest (reader);
      g_assert_cmpstr (after, !=, before);
      empreinte = begin (reader, NULL);
      assert_digest (empreinte, after);
      pv_empreinte_end (empreinte);
    }
}

/* In a snapshot older than what was written since. */
static void
test_nested (ModelFixture *self, gconstpointer data)
{
  g_autoptr (PvDb) reader = open_reader (self);
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  PvEmpreinte *empreinte;

  g_assert_true (pv_db_begin_snapshot (reader, &error));
  before = digest (reader);
  model_fixture_add_organisme (self, "Rives", NULL);
  empreinte = begin (reader, NULL);
  assert_digest (empreinte, before);
  pv_empreinte_end (empreinte);
  empreinte = begin (reader, NULL);
  assert_digest (empreinte, before);
  pv_empreinte_end (empreinte);
  pv_db_end_snapshot (reader);
}

/* In a transaction that no other connection sees. */
static void
test_transaction (ModelFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PvTransaction) transaction = pv_transaction_begin (self->db, "test", NULL, &error);
  g_autofree char *inside = NULL;
  PvEmpreinte *empreinte;

  g_assert_no_error (error);
  g_assert_true (pv_db_execute (
      self->db, "INSERT INTO cadre (uuid, code, nom, principal) VALUES ('c', 'a', 'A', 1)",
      &error));
  inside = digest (self->db);
  empreinte = begin (self->db, NULL);
  assert_digest (empreinte, inside);
  pv_empreinte_end (empreinte);
  g_assert_true (pv_transaction_commit (transaction, &error));
}

static void
test_cancelled (ModelFixture *self, gconstpointer data)
{
  g_autoptr (PvDb) reader = open_reader (self);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *before = digest (reader);
  PvEmpreinte *empreinte = begin (reader, cancellable);

  g_cancellable_cancel (cancellable);
  pv_db_set_cancellable (reader, cancellable);
  pv_empreinte_end (empreinte);
  pv_db_set_cancellable (reader, NULL);

  /* one that is not waited for */
  empreinte = begin (reader, NULL);
  pv_empreinte_end (empreinte);
  empreinte = begin (reader, NULL);
  assert_digest (empreinte, before);
  pv_empreinte_end (empreinte);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/empreinte/written", ModelFixture, NULL, model_fixture_set_up, test_written,
              model_fixture_tear_down);
  g_test_add ("/empreinte/nested", ModelFixture, NULL, model_fixture_set_up, test_nested,
              model_fixture_tear_down);
  g_test_add ("/empreinte/transaction", ModelFixture, NULL, model_fixture_set_up, test_transaction,
              model_fixture_tear_down);
  g_test_add ("/empreinte/cancelled", ModelFixture, NULL, model_fixture_set_up, test_cancelled,
              model_fixture_tear_down);

  return g_test_run ();
}
