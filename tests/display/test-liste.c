/* test-liste.c: the list of dossiers on screen
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dossier/pv-dossiers-view.h"
#include "dossier/pv-dossier-store.h"
#include "pv-display.h"

typedef struct
{
  char *path;
  PvContext *context;
  PvDossiersView *view;
  PvDossierListe *liste;
  GtkWindow *window;
  gint64 opened;
} Fixture;

static void
open_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  Fixture *self = data;

  self->opened = g_variant_get_int64 (parameter);
}

/* Stands for the window: takes what a row asks for. */
static void
add_action (Fixture *self)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) open = g_simple_action_new ("open-dossier", G_VARIANT_TYPE_INT64);

  g_signal_connect (open, "activate", G_CALLBACK (open_cb), self);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (open));
  gtk_widget_insert_action_group (GTK_WIDGET (self->window), "win", G_ACTION_GROUP (group));
}

static void
set_up (Fixture *self, gconstpointer data)
{
  self->path = pv_display_copy_demonstration ();
  self->context = pv_display_open (self->path);
  pv_context_set_appel (self->context, PV_INT_NULL);
  self->view = PV_DOSSIERS_VIEW (pv_dossiers_view_new (self->context));
  self->liste = pv_dossiers_view_get_liste (self->view);
  self->window = pv_display_show (GTK_WIDGET (self->view));
  add_action (self);
  pv_dossiers_view_refresh (self->view);
  pv_display_settle (self->context);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  GObject *liste = g_object_ref (G_OBJECT (self->liste));

  pv_display_close (self->window);
  g_assert_finalize_object (liste);
  pv_context_close (self->context);
  g_assert_finalize_object (self->context);
  pv_display_remove (self->path);
}

static gint64
query (Fixture *self, const char *sql)
{
  return pv_display_query (self->context, sql);
}

static guint
get_n (Fixture *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->liste));
}

static const PvDossierResume *
get_resume (Fixture *self, guint position)
{
  g_autoptr (PvDossierLigne) ligne = g_list_model_get_item (G_LIST_MODEL (self->liste), position);

  return pv_dossier_ligne_get_resume (ligne);
}

static void
test_shows_the_file (Fixture *self, gconstpointer data)
{
  g_assert_cmpint (get_n (self), ==, query (self, "SELECT COUNT (*) FROM dossier"));
  g_assert_cmpint (query (self, "SELECT COUNT (*) FROM dossier WHERE exercice IN (2018, 2026)"), ==,
                   85);
  g_assert_cmpstr (get_resume (self, 0)->numero, <, get_resume (self, 1)->numero);
  g_assert_cmpint (pv_dossiers_view_get_totaux (self->view)->dossiers, ==,
                   query (self, "SELECT COUNT (*) FROM dossier WHERE chapeau = 0"));
  pv_display_check_names (GTK_WIDGET (self->view));
  pv_display_picture (self->window, self->context, "liste");
}

static GtkColumnView *
get_columns (Fixture *self)
{
  return GTK_COLUMN_VIEW (
      pv_display_find (GTK_WIDGET (self->view), GTK_TYPE_COLUMN_VIEW, NULL, NULL));
}

/* Clicks the header of a column, as GTK does. */
static void
test_sorts_by_a_header (Fixture *self, gconstpointer data)
{
  GtkColumnView *columns = get_columns (self);
  GtkWidget *header = gtk_widget_get_first_child (GTK_WIDGET (columns));
  PvCents last = G_MAXINT64;

  g_assert_nonnull (header);
  pv_dossiers_view_sort (self->view, PV_DOSSIER_COLONNE_COUT, TRUE);
  pv_display_settle (self->context);
  g_assert_cmpint (pv_dossier_liste_get_colonne (self->liste), ==, PV_DOSSIER_COLONNE_COUT);
  g_assert_true (pv_dossier_liste_get_descending (self->liste));
  for (guint i = 0; i < 20; i++)
    {
      g_assert_cmpint (get_resume (self, i)->cout_cents, <=, last);
      last = get_resume (self, i)->cout_cents;
    }

  pv_dossiers_view_sort (self->view, PV_DOSSIER_COLONNE_PORTEUR, FALSE);
  pv_display_settle (self->context);
  g_assert_false (pv_dossier_liste_get_descending (self->liste));
  g_assert_cmpint (pv_dossier_liste_get_colonne (self->liste), ==, PV_DOSSIER_COLONNE_PORTEUR);
}

/* Rows stay and become those of other dossiers, and a filter takes away the last ones. */
static void
test_keeps_its_rows (Fixture *self, gconstpointer data)
{
  g_autoptr (PvDossierLigne) first = g_list_model_get_item (G_LIST_MODEL (self->liste), 0);
  gint64 before = pv_dossier_ligne_get_id (first);
  g_autoptr (PvDossierCritere) critere = pv_dossier_critere_parse ("statut=propose", NULL);

  pv_dossiers_view_sort (self->view, PV_DOSSIER_COLONNE_NUMERO, TRUE);
  pv_display_settle (self->context);
  g_assert_cmpint (pv_dossier_ligne_get_id (first), !=, before);
  g_assert_true (get_resume (self, 0) == pv_dossier_ligne_get_resume (first));
  g_assert_cmpint (pv_dossier_ligne_get_resume (first)->id, ==, pv_dossier_ligne_get_id (first));

  pv_dossier_liste_set_critere (self->liste, critere);
  pv_display_settle (self->context);
  for (guint i = 0; i < get_n (self); i++)
    {
      g_assert_cmpint (get_resume (self, i)->id, ==, pv_dossier_liste_get_id (self->liste, i));
      g_assert_cmpint (get_resume (self, i)->statut, ==, PV_DOSSIER_STATUT_PROPOSE);
    }
  g_assert_true (get_resume (self, 0) == pv_dossier_ligne_get_resume (first));
}

static void
test_selects_and_sums (Fixture *self, gconstpointer data)
{
  GtkSelectionModel *selection = pv_dossiers_view_get_selection (self->view);
  g_autoptr (GArray) ids = NULL;
  gint64 current = 0;

  gtk_selection_model_select_item (selection, 9, TRUE);
  gtk_selection_model_select_item (selection, 11, FALSE);
  gtk_selection_model_select_item (selection, 12, FALSE);
  pv_display_settle (self->context);
  ids = pv_dossiers_view_dup_selected_ids (self->view);
  g_assert_cmpuint (ids->len, ==, 3);
  g_object_get (self->view, "current-id", &current, NULL);
  g_assert_cmpint (current, ==, pv_dossier_liste_get_id (self->liste, 12));
  pv_display_picture (self->window, self->context, "liste-selection");

  /* the same dossiers, wherever they go */
  pv_dossiers_view_sort (self->view, PV_DOSSIER_COLONNE_INTITULE, TRUE);
  pv_display_settle (self->context);
  {
    g_autoptr (GArray) after = pv_dossiers_view_dup_selected_ids (self->view);

    g_assert_cmpuint (after->len, ==, 3);
    for (guint i = 0; i < after->len; i++)
      g_assert_true (g_array_index (ids, gint64, 0) == g_array_index (after, gint64, i) ||
                     g_array_index (ids, gint64, 1) == g_array_index (after, gint64, i) ||
                     g_array_index (ids, gint64, 2) == g_array_index (after, gint64, i));
  }
  gtk_selection_model_select_all (selection);
  pv_display_settle (self->context);
  gtk_selection_model_unselect_all (selection);
  pv_display_settle (self->context);
  g_object_get (self->view, "current-id", &current, NULL);
  g_assert_cmpint (current, ==, 0);
}

static void
test_filters (Fixture *self, gconstpointer data)
{
  g_autoptr (PvDossierCritere) critere = pv_dossier_critere_parse ("statut=propose", NULL);

  pv_dossier_liste_set_critere (self->liste, critere);
  pv_display_settle (self->context);
  g_assert_cmpuint (get_n (self), >, 0);
  g_assert_cmpuint (get_n (self), <, 85);
  for (guint i = 0; i < get_n (self); i++)
    g_assert_cmpint (get_resume (self, i)->statut, ==, PV_DOSSIER_STATUT_PROPOSE);
  pv_display_picture (self->window, self->context, "liste-filtre");

  pv_dossier_critere_set_texte (critere, "zzzz introuvable");
  pv_dossier_liste_set_critere (self->liste, critere);
  pv_display_settle (self->context);
  g_assert_cmpuint (get_n (self), ==, 0);
  pv_display_check_names (GTK_WIDGET (self->view));
  pv_display_picture (self->window, self->context, "liste-aucun");
}

static gboolean
is_scrolled (gpointer data)
{
  return gtk_adjustment_get_value (data) > 0;
}

static void
test_scrolls_and_activates (Fixture *self, gconstpointer data)
{
  GtkColumnView *columns = get_columns (self);
  gint64 last = pv_dossier_liste_get_id (self->liste, get_n (self) - 1);
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (columns));

  g_assert_true (pv_dossiers_view_show (self->view, last));
  g_assert_false (pv_dossiers_view_show (self->view, -5));
  pv_display_settle (self->context);
  pv_display_wait (is_scrolled, adjustment);
  g_signal_emit_by_name (columns, "activate", get_n (self) - 1);
  g_assert_cmpint (self->opened, ==, last);
}

static gboolean
refuse_cb (PvDb *db, gpointer data, GError **error)
{
  const gint64 *id = data;
  g_autoptr (PvDossier) dossier = pv_dossier_store_get (db, *id, error);

  g_free (dossier->intitule);
  dossier->intitule = g_strdup ("Un autre titre");

  return pv_dossier_store_update (db, dossier, NULL, error);
}

/* A change of the file is shown where the row is; nothing else moves. */
static void
test_refreshes_in_place (Fixture *self, gconstpointer data)
{
  g_autoptr (PvDossierLigne) ligne = g_list_model_get_item (G_LIST_MODEL (self->liste), 3);
  gint64 id = pv_dossier_ligne_get_id (ligne);
  g_autoptr (GError) error = NULL;

  gtk_selection_model_select_item (pv_dossiers_view_get_selection (self->view), 3, TRUE);
  g_assert_true (pv_context_act (self->context, "dossier-edit", NULL, refuse_cb, &id, &error));
  g_assert_no_error (error);
  pv_dossiers_view_refresh (self->view);
  pv_display_settle (self->context);
  g_assert_cmpstr (pv_dossier_ligne_get_resume (ligne)->intitule, ==, "Un autre titre");
  g_assert_true (gtk_selection_model_is_selected (pv_dossiers_view_get_selection (self->view), 3));
}

static void
test_keeps_columns (Fixture *self, gconstpointer data)
{
  g_autofree char *ids = NULL;
  g_autofree char *saved = NULL;

  pv_dossiers_view_set_colonnes (self->view, "numero,statut,cout,verse");
  pv_display_act (GTK_WIDGET (self->view), self->context, "liste.nature", NULL);
  ids = pv_dossiers_view_dup_colonnes (self->view);
  g_assert_cmpstr (ids, ==, "numero,statut,cout,verse,nature");
  pv_display_settle (self->context);
  saved = g_settings_get_string (pv_context_get_file_settings (self->context), "dossiers-columns");
  g_assert_cmpstr (saved, ==, ids);
  g_object_set (self->view, "etape", PV_ETAPE_VOTE, NULL);
  pv_display_settle (self->context);
  pv_dossiers_view_set_colonnes (self->view, NULL);
}

int
main (int argc, char **argv)
{
  pv_display_init (&argc, &argv);

#define add(path, func) g_test_add ("/liste/" path, Fixture, NULL, set_up, func, tear_down)
  add ("shows-the-file", test_shows_the_file);
  add ("sorts-by-a-header", test_sorts_by_a_header);
  add ("keeps-its-rows", test_keeps_its_rows);
  add ("selects-and-sums", test_selects_and_sums);
  add ("filters", test_filters);
  add ("scrolls-and-activates", test_scrolls_and_activates);
  add ("refreshes-in-place", test_refreshes_in_place);
  add ("keeps-columns", test_keeps_columns);
#undef add

  return g_test_run ();
}
