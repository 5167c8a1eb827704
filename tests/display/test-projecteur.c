/* test-projecteur.c: the screen of the committee follows that of the pilote
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pv-seance-fixture.h"
#include "seance/pv-seance-service.h"
#include "seance/session/pv-projecteur-window.h"

static gboolean
recuse (PvDb *db, gpointer data, GError **error)
{
  const gint64 *id = data;

  return pv_seance_set_deport (db, *id, 5, TRUE, NULL, error);
}

/* A payer that is a recused institution is locked, and both screens say why. */
static void
test_recused (PvSeanceFixture *self, gconstpointer data)
{
  gint64 id;
  GtkWidget *row;
  g_autoptr (GError) error = NULL;

  pv_seance_fixture_open (self, PV_SEANCE_FIXTURE_DOSSIERS, PV_SEANCE_FIXTURE_DECIDES);
  pv_seance_fixture_project (self, 1280, 720);
  g_assert_true (pv_session_ligne_can_edit (pv_seance_fixture_find_ligne (self, "MEL")));
  id = pv_seance_fixture_get_courant (self);
  pv_context_act (self->context, "seance-deport", NULL, recuse, &id, &error);
  g_assert_no_error (error);
  pv_display_settle (self->context);
  g_assert_false (pv_session_ligne_can_edit (pv_seance_fixture_find_ligne (self, "MEL")));
  g_assert_cmpstr (pv_seance_fixture_label_of (GTK_WIDGET (self->session), "deports_label"), ==,
                   "2 déports");
  row = gtk_widget_get_last_child (
      pv_display_find (pv_seance_fixture_get_projecteur (self), GTK_TYPE_BOX, "rows", NULL));
  row = gtk_widget_get_prev_sibling (row);
  g_assert_cmpstr (pv_seance_fixture_label_of (row, "cell_nom"), ==, "MEL");
  g_assert_cmpstr (pv_seance_fixture_label_of (row, "cell_note"), ==, "déport");
}

/* An envelope that the amounts exceed, in red and with a shape, on both screens. */
static void
test_exceeded (PvSeanceFixture *self, gconstpointer data)
{
  GtkWidget *ligne, *icon;

  pv_seance_fixture_open (self, PV_SEANCE_FIXTURE_DOSSIERS, PV_SEANCE_FIXTURE_DECIDES);
  pv_seance_fixture_project (self, 1920, 1080);
  pv_seance_fixture_type_amount (self, "État", "400000");
  ligne = GTK_WIDGET (pv_seance_fixture_find_ligne (self, "État"));
  icon = pv_display_find (ligne, GTK_TYPE_IMAGE, "apres_icon", NULL);
  g_assert_true (gtk_widget_get_visible (icon));
  pv_seance_fixture_check_projected (self);
  pv_display_picture (self->window, self->context, "seance-session-depassee");
  pv_seance_fixture_picture_projecteur (self, "projecteur-depassee");
}

/* An undo of the window is seen at once on both screens. */
static void
test_undo (PvSeanceFixture *self, gconstpointer data)
{
  const PvHistoryGroup *group;

  pv_seance_fixture_open (self, PV_SEANCE_FIXTURE_DOSSIERS, PV_SEANCE_FIXTURE_DECIDES);
  pv_seance_fixture_project (self, 1280, 720);
  pv_seance_fixture_type_amount (self, "Région Hauts-de-France", "1000");
  pv_seance_fixture_press (self, GDK_KEY_1, GDK_ALT_MASK);
  group = pv_context_get_undoable (self->context);
  pv_context_undo_async (self->context, group->id, NULL, NULL, NULL);
  pv_display_settle (self->context);
  g_assert_cmpint (pv_seance_fixture_get_decision (self, "decision IS NULL"), ==, 1);
  g_assert_cmpint (pv_amount_entry_get_cents (pv_session_ligne_get_entry (
                       pv_seance_fixture_find_ligne (self, "Région Hauts-de-France"))),
                   ==, 100000);
  pv_seance_fixture_check_projected (self);
}

/* Names that are too long are cut with an ellipsis, never the amounts. */
static gboolean
lengthen (PvDb *db, gpointer data, GError **error)
{
  return pv_db_execute (
      db,
      "UPDATE dossier SET intitule = 'Accompagnement renforcé vers l’emploi des habitantes et des "
      "habitants des quartiers prioritaires, par la mobilité, la garde d’enfants, la langue et la "
      "confiance en soi, avec les entreprises du territoire' WHERE numero = '0412';"
      "UPDATE organisme SET nom = 'Association intercommunale pour la promotion de l’insertion "
      "sociale et professionnelle des quartiers nord et est' WHERE nom = 'Rives Solidaires';",
      error);
}

static void
test_long_names (PvSeanceFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  pv_seance_fixture_open (self, PV_SEANCE_FIXTURE_DOSSIERS, PV_SEANCE_FIXTURE_DECIDES);
  pv_seance_fixture_project (self, 1920, 1080);
  pv_context_act (self->context, "dossier-edit", NULL, lengthen, NULL, &error);
  g_assert_no_error (error);
  pv_display_settle (self->context);
  pv_seance_fixture_check_projected (self);
  pv_display_picture (self->window, self->context, "seance-session-noms-longs");
  pv_seance_fixture_picture_projecteur (self, "projecteur-noms-longs");
}

static gboolean
add_payers (PvDb *db, gpointer data, GError **error)
{
  return pv_db_execute (
      db,
      "INSERT INTO financement (uuid, dossier_id, financeur_id, exercice, sollicite_cents,"
      "                         propose_cents)"
      "  SELECT lower (hex (randomblob (16))), d.id, x.id, d.exercice, 100000 * x.id, 50000 * x.id"
      "    FROM dossier d, financeur x"
      "   WHERE d.numero = '0412'"
      "     AND x.id NOT IN (SELECT financeur_id FROM financement WHERE dossier_id = d.id)"
      "   LIMIT 7;",
      error);
}

/* More payers than a screen holds: all is smaller, and nothing is left out. */
static void
test_many_payers (PvSeanceFixture *self, gconstpointer data)
{
  GtkWidget *rows;
  guint n = 0;
  g_autoptr (GError) error = NULL;

  pv_seance_fixture_open (self, PV_SEANCE_FIXTURE_DOSSIERS, PV_SEANCE_FIXTURE_DECIDES);
  pv_seance_fixture_project (self, 1920, 1080);
  pv_context_act (self->context, "financement-add", NULL, add_payers, NULL, &error);
  g_assert_no_error (error);
  pv_display_settle (self->context);
  pv_seance_fixture_check_projected (self);
  rows = pv_display_find (pv_seance_fixture_get_projecteur (self), GTK_TYPE_BOX, "rows", NULL);
  for (GtkWidget *row = gtk_widget_get_first_child (rows); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    n++;
  g_assert_cmpint (
      n, ==,
      pv_seance_fixture_query (self, "SELECT count(*) FROM financement f JOIN dossier d ON d.id = "
                                     "f.dossier_id WHERE d.numero = '0412'"));
  pv_display_picture (self->window, self->context, "seance-session-nombreux");
  pv_seance_fixture_picture_projecteur (self, "projecteur-nombreux");
}

/* The screen of the committee is unplugged: it comes back as a window, and shows on. */
static void
test_unplug (PvSeanceFixture *self, gconstpointer data)
{
  g_autoptr (GListStore) monitors = g_list_store_new (GDK_TYPE_MONITOR);
  PvProjecteurWindow *projecteur;
  GdkMonitor *second;

  pv_seance_fixture_open (self, 3, 0);
  pv_seance_fixture_project (self, 1280, 720);
  projecteur = PV_PROJECTEUR_WINDOW (pv_seance_fixture_get_projecteur (self));
  g_assert_null (pv_projecteur_window_get_monitor (projecteur));

  second = g_object_new (GDK_TYPE_MONITOR, "display", gdk_display_get_default (), NULL);
  g_list_store_append (monitors, second);
  g_object_unref (second);
  pv_projecteur_window_set_monitors (projecteur, G_LIST_MODEL (monitors));
  g_assert_null (pv_projecteur_window_get_monitor (projecteur));
  pv_projecteur_window_project (projecteur);
  g_assert_true (pv_projecteur_window_get_monitor (projecteur) == second);

  g_list_store_remove_all (monitors);
  pv_display_settle (self->context);
  g_assert_null (pv_projecteur_window_get_monitor (projecteur));
  g_assert_false (gtk_window_is_fullscreen (GTK_WINDOW (projecteur)));
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (projecteur)));
  pv_seance_fixture_press (self, GDK_KEY_Page_Down, 0);
  pv_seance_fixture_check_projected (self);
}

/* Leaving the page ends the projection with it: see pv_seance_fixture_tear_down(). */
static void
test_leave (PvSeanceFixture *self, gconstpointer data)
{
  pv_seance_fixture_open (self, 3, 0);
  pv_seance_fixture_project (self, 1280, 720);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *name;
    void (*test) (PvSeanceFixture *self, gconstpointer data);
  } tests[] = {
    { "exceeded", test_exceeded },     { "undo", test_undo },
    { "long-names", test_long_names }, { "many-payers", test_many_payers },
    { "unplug", test_unplug },         { "recused", test_recused },
    { "leave", test_leave },
  };

  pv_display_init (&argc, &argv);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autofree char *path = g_strconcat ("/seance-session/", tests[i].name, NULL);

      g_test_add (path, PvSeanceFixture, NULL, pv_seance_fixture_set_up, tests[i].test,
                  pv_seance_fixture_tear_down);
    }

  return g_test_run ();
}
