/* test-enveloppes.c: the envelopes, their limits, and what exceeds them
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "enveloppe/pv-enveloppes-page.h"
#include "pv-display.h"
#include "pv-transaction.h"

typedef struct
{
  char *path;
  PvWindow *window;
  PvContext *context;
  GtkWidget *page;
} Fixture;

static gboolean
run_sql (PvDb *db, gpointer user_data, GError **error)
{
  return pv_db_execute (db, user_data, error);
}

static void
write_sql (Fixture *self, const char *sql)
{
  g_autoptr (GError) error = NULL;

  pv_context_act (self->context, "dossier-edit", NULL, run_sql, (gpointer)sql, &error);
  g_assert_no_error (error);
  pv_display_settle (self->context);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  self->path = pv_display_copy_demonstration ();
  self->window = pv_display_show_programme (self->path);
  self->context = pv_window_get_context (self->window);
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.goto", "(ss)", "enveloppes", "");
  pv_display_settle (self->context);
  self->page = GTK_WIDGET (pv_window_get_page (self->window, "enveloppes"));
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  pv_display_close (GTK_WINDOW (self->window));
  pv_display_remove (self->path);
}

static gpointer
find (Fixture *self, const char *id)
{
  GtkWidget *found = pv_display_find (self->page, G_TYPE_NONE, id, NULL);

  g_assert_nonnull (found);

  return found;
}

static void
test_shows_the_year (Fixture *self, gconstpointer data)
{
  g_assert_cmpint (pv_enveloppes_page_get_exercice (PV_ENVELOPPES_PAGE (self->page)), ==, 2026);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (find (self, "stack")), ==, "table");
  pv_display_check_names (self->page);
  pv_display_picture (GTK_WINDOW (self->window), self->context, "enveloppes");
}

static void
test_says_that_a_year_has_none (Fixture *self, gconstpointer data)
{
  write_sql (self, "UPDATE financement SET enveloppe_id = NULL; DELETE FROM enveloppe_regle;"
                   " DELETE FROM enveloppe WHERE exercice = 2026");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (find (self, "stack")), ==, "empty");
  pv_display_check_names (self->page);
  pv_display_picture (GTK_WINDOW (self->window), self->context, "enveloppes-vide");
}

int
main (int argc, char **argv)
{
  pv_display_init (&argc, &argv);

#define ADD(path, test) g_test_add ("/enveloppes/" path, Fixture, NULL, set_up, test, tear_down)
  ADD ("year", test_shows_the_year);
  ADD ("empty", test_says_that_a_year_has_none);
#undef ADD

  return g_test_run ();
}
