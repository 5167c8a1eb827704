/* test-context.c: one action is one group; undo; another writer is told
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dossier/pv-dossier-store.h"
#include "pv-display.h"
#include "pv-error.h"

typedef struct
{
  char *path;
  PvContext *context;
  guint n_changes;
} Fixture;

static void
changed_cb (PvContext *context, const PvHistoryGroup *group, gpointer user_data)
{
  guint *n_changes = user_data;

  ++*n_changes;
}

static void
set_up (Fixture *self, gconstpointer data)
{
  self->path = pv_display_copy_demonstration ();
  self->context = pv_display_open (self->path);
  g_signal_connect (self->context, "changed", G_CALLBACK (changed_cb), &self->n_changes);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  pv_display_settle (self->context);
  g_assert_finalize_object (self->context);
  pv_display_remove (self->path);
}

static gboolean
rename_first (PvDb *db, gpointer user_data, GError **error)
{
  g_autoptr (PvDossier) dossier = pv_dossier_store_get (db, 1, error);

  if (dossier == NULL)
    return FALSE;
  g_free (dossier->intitule);
  dossier->intitule = g_strdup (user_data);

  return pv_dossier_store_update (db, dossier, NULL, error);
}

static char *
dup_title (Fixture *self)
{
  g_autoptr (PvDossier) dossier =
      pv_dossier_store_get (pv_context_get_reader (self->context), 1, NULL);

  return g_strdup (dossier->intitule);
}

static void
done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (pv_context_undo_finish (PV_CONTEXT (source), result, &error));
  g_assert_no_error (error);
}

static void
test_act_undo (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = dup_title (self);
  g_autofree char *changed = NULL;
  g_autofree char *after = NULL;

  g_assert_true (
      pv_context_act (self->context, "dossier-edit", NULL, rename_first, (gpointer) "Été", &error));
  g_assert_no_error (error);
  g_assert_cmpuint (self->n_changes, ==, 1);
  changed = dup_title (self);
  g_assert_cmpstr (changed, ==, "Été");
  g_assert_cmpstr (pv_context_get_undoable (self->context)->action, ==, "dossier-edit");

  pv_context_undo_async (self->context, pv_context_get_undoable (self->context)->id, NULL, done_cb,
                         NULL);
  g_assert_true (pv_context_is_busy (self->context));
  pv_display_settle (self->context);
  g_assert_false (pv_context_is_busy (self->context));
  after = dup_title (self);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpuint (self->n_changes, ==, 2);
  g_assert_nonnull (pv_context_get_redoable (self->context));
}

static void
test_act_without_change (Fixture *self, gconstpointer data)
{
  g_autofree char *before = dup_title (self);

  g_assert_true (pv_context_act (self->context, "dossier-edit", NULL, rename_first, before, NULL));
  g_assert_cmpuint (self->n_changes, ==, 0);
}

static void
test_second_is_told (Fixture *self, gconstpointer data)
{
  PvContext *second = pv_display_open (self->path);
  g_autoptr (GError) error = NULL;

  g_assert_false (pv_context_can_edit (second));
  g_assert_nonnull (pv_context_get_refusal (second));
  g_assert_false (
      pv_context_act (second, "dossier-edit", NULL, rename_first, (gpointer) "x", &error));
  g_assert_error (error, PV_RULE_ERROR, PV_RULE_ERROR_REFUSED);
  g_assert_finalize_object (second);
}

static gpointer
count_dossiers (PvDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  gint64 n = 0;

  return pv_db_query_int (db, "SELECT COUNT (*) FROM dossier", &n, error) ? GINT_TO_POINTER (n)
                                                                          : NULL;
}

static void
counted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  gpointer *n = user_data;

  *n = pv_context_query_finish (PV_CONTEXT (source), result, NULL);
}

static void
test_query (Fixture *self, gconstpointer data)
{
  gpointer counts[8] = { NULL };

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    pv_context_query_async (self->context, count_dossiers, NULL, NULL, NULL, NULL, counted_cb,
                            &counts[i]);
  pv_display_settle (self->context);
  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    g_assert_cmpint (GPOINTER_TO_INT (counts[i]), >, 60);
}

int
main (int argc, char **argv)
{
  pv_display_init (&argc, &argv);

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/context/act-then-undo-restores", test_act_undo);
  ADD ("/context/an-action-without-effect-tells-nothing", test_act_without_change);
  ADD ("/context/the-second-opens-read-only-and-is-told-why", test_second_is_told);
  ADD ("/context/queries-run-beside-each-other", test_query);
#undef ADD

  return g_test_run ();
}
