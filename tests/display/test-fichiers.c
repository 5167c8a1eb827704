/* test-fichiers.c: files of any name, age and content, and many at once
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

#include "dossier/pv-dossier-page.h"
#include "dossier/pv-dossier-service.h"
#include "dossier/pv-dossiers-view.h"
#include "organisme/pv-organisme-page.h"
#include "pv-application.h"
#include "pv-display-fixture.h"

typedef PvDisplayFixture Fixture;

static const char *const pages[] = { "accueil", "dossiers", "porteurs", "exports", "parametres" };

static void
visit (Fixture *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    pv_display_fixture_goto (self, pages[i], "");
}

/* --- names --------------------------------------------------------------------------------- */

/* Each opens, is written, copied and shown under its name. */
static void
test_names (Fixture *self, gconstpointer data)
{
  static const char *const names[] = {
    "Contrat de ville (été).progville",
    "cafe\u0301 NFD.progville",
    "👩🏽‍🚒🏙️.progville",
    "avec\nune ligne.progville",
    "100 %s %n %20.progville",
    "#ancre?requête&x=1.progville",
    "<b>gras & 'apostrophe'.progville",
    "sans extension",
    "-rf.progville",
  };
  g_autofree char *folder = g_path_get_dirname (self->path);
  g_autofree char *first = g_strdup (self->path);
  char *longest = g_strnfill (190, 'a');

  for (guint i = 0; i <= G_N_ELEMENTS (names); i++)
    {
      g_autofree char *previous = g_steal_pointer (&self->path);
      g_autofree char *name = i < G_N_ELEMENTS (names) ? g_strdup (names[i])
                                                       : g_strconcat (longest, ".progville", NULL);

      pv_display_fixture_close (self);
      self->path = g_build_filename (folder, name, NULL);
      g_assert_cmpint (g_rename (previous, self->path), ==, 0);
      pv_display_fixture_show (self);
      g_assert_true (pv_context_can_edit (self->context));
      pv_display_fixture_change (self, "UPDATE contrat SET nom = nom || ' ' ");
      pv_display_fixture_act (self, "win.backups", NULL);
      pv_display_fixture_act (self, "win.undo", NULL);
    }
  g_free (longest);
}

/* --- ages ---------------------------------------------------------------------------------- */

static void
decompress (const char *name, const char *path)
{
  g_autofree char *packed = g_test_build_filename (G_TEST_DIST, "migration", name, NULL);
  g_autoptr (GFile) from = g_file_new_for_path (packed);
  g_autoptr (GFile) to = g_file_new_for_path (path);
  g_autoptr (GZlibDecompressor) gzip = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP);
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileInputStream) file = g_file_read (from, NULL, &error);
  g_autoptr (GInputStream) input = NULL;
  g_autoptr (GFileOutputStream) output = NULL;

  g_assert_no_error (error);
  input = g_converter_input_stream_new (G_INPUT_STREAM (file), G_CONVERTER (gzip));
  output = g_file_replace (to, NULL, FALSE, G_FILE_CREATE_NONE, NULL, &error);
  g_output_stream_splice (G_OUTPUT_STREAM (output), input, G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
                          NULL, &error);
  g_assert_no_error (error);
}

/* A file of an older version comes up to date, and each page shows it. */
static void
test_old (Fixture *self, gconstpointer data)
{
  static const char *const versions[] = { "version-3.progville.gz", "version-4.progville.gz",
                                          "version-5.progville.gz" };
  g_autofree char *folder = g_path_get_dirname (self->path);

  for (guint i = 0; i < G_N_ELEMENTS (versions); i++)
    {
      gint64 id;

      pv_display_fixture_close (self);
      g_free (self->path);
      self->path = g_strdup_printf ("%s/ancien-%u.progville", folder, i);
      decompress (versions[i], self->path);
      pv_display_fixture_show (self);
      g_assert_true (pv_context_can_edit (self->context));
      pv_context_set_appel (self->context, PV_INT_NULL);
      visit (self);
      id = pv_display_fixture_query (self, "SELECT MIN (id) FROM dossier");
      g_assert_cmpint (id, >, 0);
      pv_display_fixture_act (self, "win.open-dossier", g_variant_new_int64 (id));
      pv_display_fixture_change (self, "UPDATE dossier SET intitule = 'Mis à jour'");
      pv_display_fixture_act (self, "win.undo", NULL);
    }
}

/* --- contents ------------------------------------------------------------------------------ */

/* Takes back all that was imported, while it is looked at. */
static void
undo_all (Fixture *self)
{
  for (guint i = 0; i < 100 && pv_context_get_undoable (self->context) != NULL &&
                    pv_display_fixture_query (self, "SELECT COUNT(*) FROM dossier") > 0;
       i++)
    pv_display_fixture_act (self, "win.undo", NULL);
  g_assert_cmpint (pv_display_fixture_query (self, "SELECT COUNT(*) FROM dossier"), ==, 0);
}

static void
test_empty (Fixture *self, gconstpointer data)
{
  pv_display_fixture_goto (self, "dossiers", "");
  undo_all (self);
  visit (self);
  pv_display_check_names (GTK_WIDGET (self->window));
  pv_display_fixture_goto (self, "accueil", "");
  pv_display_picture (GTK_WINDOW (self->window), self->context, "vide-accueil");
  pv_display_fixture_goto (self, "dossiers", "");
  pv_display_picture (GTK_WINDOW (self->window), self->context, "vide-dossiers");
  pv_display_fixture_goto (self, "porteurs", "");
  pv_display_picture (GTK_WINDOW (self->window), self->context, "vide-porteurs");
  pv_context_set_appel (self->context, PV_INT_NULL);
  visit (self);
  pv_display_fixture_goto (self, "dossiers", "statut=propose");
  /* the list comes back to the one who looks at it */
  pv_display_fixture_act (self, "win.redo", NULL);
  g_assert_cmpint (pv_display_fixture_query (self, "SELECT COUNT(*) FROM dossier"), >, 0);
  visit (self);
}

/* Which page the list of dossiers shows. */
static const char *
get_list_page (Fixture *self)
{
  GtkWidget *view = pv_display_fixture_find (self, PV_TYPE_DOSSIERS_VIEW, NULL);

  return gtk_stack_get_visible_child_name (
      GTK_STACK (pv_display_find (view, GTK_TYPE_STACK, "stack", NULL)));
}

/* The only button of the page leads to where one is created, and then it says something else. */
static void
create_appel (Fixture *self)
{
  GtkWidget *view = pv_display_fixture_find (self, PV_TYPE_DOSSIERS_VIEW, NULL);
  GtkWidget *stack = pv_display_find (view, GTK_TYPE_STACK, "stack", NULL);
  GtkWidget *button = pv_display_find (gtk_stack_get_visible_child (GTK_STACK (stack)),
                                       GTK_TYPE_BUTTON, NULL, NULL);
  GtkStack *pages_stack = GTK_STACK (pv_display_fixture_find (self, GTK_TYPE_STACK, "pages"));

  g_signal_emit_by_name (button, "clicked");
  pv_display_settle (self->context);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (pages_stack), ==, "parametres");
  pv_display_fixture_change (
      self, "INSERT INTO appel (uuid, contrat_id, exercice, genre, libelle) SELECT "
            "'00000000-0000-4000-8000-000000000001', MIN (id), 2027, 'aap', 'Neuf' FROM contrat");
  pv_display_fixture_goto (self, "dossiers", "");
  g_assert_cmpstr (get_list_page (self), ==, "empty");
  pv_display_fixture_act (self, "win.undo", NULL);
  g_assert_cmpstr (get_list_page (self), ==, "no-appel");
}

static void
test_no_appel (Fixture *self, gconstpointer data)
{
  undo_all (self);
  pv_display_fixture_change (self, "DELETE FROM appel");
  visit (self);
  pv_display_fixture_act (self, "win.appel", NULL);
  pv_display_fixture_goto (self, "dossiers", "");
  g_assert_cmpstr (get_list_page (self), ==, "no-appel");
  pv_display_check_names (GTK_WIDGET (self->window));
  pv_display_picture (GTK_WINDOW (self->window), self->context, "vide-sans-appel");
  create_appel (self);
  pv_display_fixture_close (self);
  pv_display_fixture_show (self);
  visit (self);
}

/* --- many ---------------------------------------------------------------------------------- */

static void
test_ten (void)
{
  char *paths[10];
  PvWindow *windows[G_N_ELEMENTS (paths)];

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      paths[i] = pv_display_copy_demonstration ();
      windows[i] = pv_display_show_programme (paths[i]);
      g_assert_true (pv_context_can_edit (pv_window_get_context (windows[i])));
    }
  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      PvDisplayFixture one = { paths[i], windows[i], pv_window_get_context (windows[i]) };

      pv_display_fixture_goto (&one, pages[i % G_N_ELEMENTS (pages)], "");
      pv_display_fixture_change (&one, "UPDATE dossier SET intitule = 'Dix'");
    }
  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      PvDisplayFixture one = { paths[i], windows[i], pv_window_get_context (windows[i]) };

      pv_display_fixture_act (&one, "win.undo", NULL);
      g_assert_cmpint (
          pv_display_fixture_query (&one, "SELECT COUNT(*) FROM dossier WHERE intitule = 'Dix'"),
          ==, 0);
      pv_display_fixture_tear_down (&one, NULL);
    }
}

/* --- what goes while it is shown ------------------------------------------------------------- */

static gboolean
delete_dossier (PvDb *db, gpointer data, GError **error)
{
  return pv_dossier_service_delete (db, *(gint64 *)data, error);
}

static GtkWidget *
find_page (Fixture *self, GType type)
{
  return pv_display_find (GTK_WIDGET (self->window), type, NULL, NULL);
}

/* A second window, which reads, follows what the first one takes away. */
static void
test_second_follows (Fixture *self, gconstpointer data)
{
  Fixture second = { self->path, pv_display_show_programme (self->path), NULL };
  gint64 id =
      pv_display_fixture_query (self, "SELECT MIN (id) FROM dossier WHERE statut = 'depose'");
  g_autoptr (GError) error = NULL;

  second.context = pv_window_get_context (second.window);
  pv_display_fixture_act (&second, "win.open-dossier", g_variant_new_int64 (id));
  pv_display_fixture_act (self, "win.open-dossier", g_variant_new_int64 (id));
  pv_context_act (self->context, "dossier-delete", NULL, delete_dossier, &id, &error);
  g_assert_no_error (error);
  pv_display_settle (self->context);
  g_assert_null (find_page (self, PV_TYPE_DOSSIER_PAGE));
  pv_context_look (second.context);
  pv_display_settle (second.context);
  g_assert_null (find_page (&second, PV_TYPE_DOSSIER_PAGE));
  pv_display_fixture_act (self, "win.undo", NULL);
  pv_context_look (second.context);
  pv_display_fixture_close (&second);
}

/* The organisme of the page is merged into another one, with one of its dossiers open below. */
static void
test_merged (Fixture *self, gconstpointer data)
{
  gint64 dossier = pv_display_fixture_query (self, "SELECT MIN (id) FROM dossier");
  g_autofree char *which =
      g_strdup_printf ("SELECT porteur_id FROM dossier WHERE id = %" G_GINT64_FORMAT, dossier);
  gint64 gone = pv_display_fixture_query (self, which);
  g_autofree char *sql =
      g_strdup_printf ("UPDATE dossier SET porteur_id = (SELECT MIN (id) FROM organisme WHERE id "
                       "<> %" G_GINT64_FORMAT ") WHERE porteur_id = %" G_GINT64_FORMAT
                       "; DELETE FROM organisme WHERE id = %" G_GINT64_FORMAT,
                       gone, gone, gone);
  GtkStack *stack;

  pv_display_fixture_act (self, "win.open-dossier", g_variant_new_int64 (dossier));
  pv_display_fixture_act (self, "win.open-organisme", g_variant_new_int64 (gone));
  pv_display_fixture_type (self, "siret", "123");
  pv_display_fixture_change (self, sql);
  stack = GTK_STACK (
      pv_display_find (find_page (self, PV_TYPE_ORGANISME_PAGE), GTK_TYPE_STACK, "stack", NULL));
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "gone");
  pv_display_fixture_act (self, "win.undo", NULL);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (stack), ==, "organisme");
  pv_display_fixture_act (self, "win.redo", NULL);
  /* nobody can correct what is typed in a page that is gone */
  pv_display_fixture_act (self, "win.back", NULL);
  g_assert_null (find_page (self, PV_TYPE_ORGANISME_PAGE));
  g_assert_nonnull (find_page (self, PV_TYPE_DOSSIER_PAGE));
}

int
main (int argc, char **argv)
{
  pv_display_init (&argc, &argv);

#define ADD(name, function)                                                                        \
  g_test_add ("/fichiers/" name, Fixture, NULL, pv_display_fixture_set_up, function,               \
              pv_display_fixture_tear_down)
  ADD ("names-of-any-kind", test_names);
  ADD ("older-versions", test_old);
  ADD ("no-dossier", test_empty);
  ADD ("no-appel", test_no_appel);
  ADD ("a-second-window-follows-a-deletion", test_second_follows);
  ADD ("a-merged-organisme-leaves", test_merged);
#undef ADD
  g_test_add_func ("/fichiers/ten-windows", test_ten);

  return g_test_run ();
}
