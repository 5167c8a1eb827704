/* test-accueil.c: the figures of the first page, and the lists they open
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "accueil/pv-accueil-page.h"
#include "accueil/pv-accueil.h"
#include "accueil/pv-figure-card.h"
#include "chart/pv-share-bar.h"
#include "chart/pv-stage-bar.h"
#include "dossier/pv-dossier-liste-store.h"
#include "dossier/pv-dossier-store.h"
#include "pv-display.h"
#include "stats/pv-stats.h"
#include "widget/pv-format.h"

typedef struct
{
  char *path;
  PvContext *context;
  GtkWindow *window;
  GtkWidget *page;
  char *target; /* "page detail" of the last win.goto */
} Fixture;

static void
goto_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  Fixture *self = user_data;
  const char *page, *detail;

  g_variant_get (parameter, "(&s&s)", &page, &detail);
  g_free (self->target);
  self->target = g_strdup_printf ("%s %s", page, detail);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  static const GActionEntry entries[] = { { "goto", goto_cb, "(ss)", NULL, NULL, { 0 } } };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  self->path = pv_display_copy_demonstration ();
  self->context = pv_display_open (self->path);
  self->page = g_object_new (PV_TYPE_ACCUEIL_PAGE, "context", self->context, NULL);
  self->window = pv_display_show (self->page);
  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self->window), "win", G_ACTION_GROUP (group));
  pv_display_settle (self->context);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  pv_display_end (self->window, self->page, self->context, self->path);
  g_free (self->target);
}

static GtkWidget *
find (Fixture *self, const char *id)
{
  GtkWidget *found = pv_display_find (self->page, G_TYPE_NONE, id, NULL);

  g_assert_nonnull (found);

  return found;
}

static void
test_figures (Fixture *self, gconstpointer data)
{
  static const struct
  {
    const char *id;
    PvEtape etape;
  } amounts[] = { { "sollicite_card", PV_ETAPE_SOLLICITE }, { "verse_card", PV_ETAPE_VERSE } };
  PvDb *reader = pv_context_get_reader (self->context);
  PvFiltre filtre = pv_context_get_filtre (self->context);

  for (guint i = 0; i < G_N_ELEMENTS (amounts); i++)
    {
      g_autoptr (PvStats) stats =
          pv_stats_compute (reader, PV_STATS_STATUT, amounts[i].etape, &filtre, NULL);
      g_autofree char *amount = pv_amount_to_text (stats->total.amount_cents);
      g_autofree char *dossiers = pv_count_to_text (stats->total.dossiers);

      g_assert_cmpstr (pv_figure_card_get_value (PV_FIGURE_CARD (find (self, amounts[i].id))), ==,
                       amount);
      g_assert_cmpstr (pv_figure_card_get_value (PV_FIGURE_CARD (find (self, "dossiers_card"))), ==,
                       dossiers);
    }
}

static void
test_figures_open_lists (Fixture *self, gconstpointer data)
{
  static const char *const targets[][2] = {
    { "dossiers_card", "dossiers ;" },
    { "cout_card", "dossiers cout=0.." },
    { "sollicite_card", "dossiers sollicite=0.." },
    { "engage_card", "dossiers statut=propose,programme,programme-sous-reserve,ajourne,notifie,"
                     "en-cours,bilan-recu,solde" },
    { "reste_card", "dossiers statut=depose,incomplet,recevable,en-instruction,instruit" },
    { "verse_card", "dossiers verse=0.." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (targets); i++)
    {
      g_assert_true (gtk_widget_activate (find (self, targets[i][0])));
      pv_display_settle (self->context);
      /* A button that is activated is pressed for a moment. */
      g_usleep (300000);
      pv_display_settle (self->context);
      g_assert_cmpstr (self->target, ==, targets[i][1]);
    }
}

/* Every check that finds something leads to the list that it filters. */
static void
test_checks_open_lists (Fixture *self, gconstpointer data)
{
  GtkListBox *list =
      GTK_LIST_BOX (pv_display_find (find (self, "controles_card"), GTK_TYPE_LIST_BOX, NULL, NULL));
  GtkListBoxRow *row;
  guint opened = 0;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (list, i)) != NULL; i++)
    {
      if (!gtk_list_box_row_get_activatable (row))
        continue;
      g_clear_pointer (&self->target, g_free);
      g_signal_emit_by_name (list, "row-activated", row);
      pv_display_settle (self->context);
      if (self->target == NULL) /* the others unfold in place */
        row = gtk_list_box_get_row_at_index (list, i);
      if (self->target == NULL)
        g_signal_emit_by_name (list, "row-activated", row);
      pv_display_settle (self->context);
      g_assert_nonnull (self->target);
      g_assert_true (strstr (self->target, "severite=") != NULL ||
                     g_str_has_prefix (self->target, "porteurs "));
      opened++;
    }
  g_assert_cmpuint (opened, >, 4);
}

static void
test_funnel_opens_lists (Fixture *self, gconstpointer data)
{
  GtkWidget *card = find (self, "avancement_card");
  GtkWidget *link = pv_display_find (card, GTK_TYPE_BUTTON, NULL, NULL);

  g_assert_nonnull (pv_display_find (card, PV_TYPE_SHARE_BAR, NULL, NULL));
  g_assert_nonnull (pv_display_find (find (self, "montants_card"), PV_TYPE_STAGE_BAR, NULL, NULL));
  g_signal_emit_by_name (link, "clicked");
  pv_display_settle (self->context);
  g_assert_cmpstr (self->target, ==, "dossiers pas=deposes-atteinte");
}

/* How many dossiers the list of the last target holds. */
static guint
count_target (Fixture *self)
{
  PvFiltre filtre = pv_context_get_filtre (self->context);
  g_autoptr (GError) error = NULL;
  g_autoptr (PvDossierCritere) critere =
      pv_dossier_critere_parse (self->target + strlen ("dossiers "), &error);
  g_autoptr (GArray) ids = NULL;

  g_assert_no_error (error);
  ids = pv_dossier_liste_store_ids (pv_context_get_reader (self->context), &filtre, critere,
                                    &(PvDossierOrdre){ 0 }, NULL, &error);
  g_assert_no_error (error);

  return ids->len;
}

/* A list holds as many dossiers as the figure says. */
static void
test_lists_hold_what_is_counted (Fixture *self, gconstpointer data)
{
  PvFiltre filtre = pv_context_get_filtre (self->context);
  g_autofree PvAccueilChiffres *chiffres =
      pv_accueil_load_chiffres (pv_context_get_reader (self->context), &filtre, NULL);
  GtkWidget *card = find (self, "avancement_card");
  GtkGrid *grid = GTK_GRID (pv_display_find (card, GTK_TYPE_GRID, NULL, NULL));

  self->target = g_strdup ("dossiers ;");
  g_assert_cmpint (count_target (self), ==, chiffres->dossiers);
  for (int step = 0; step < PV_N_ACCUEIL_PAS; step++)
    for (int column = 0; column < PV_N_ACCUEIL_COLONNES; column++)
      {
        const PvAccueilCompte *compte = &chiffres->pas[step];
        const gint64 expected[] = { compte->atteinte, compte->attente, compte->sortis };
        GtkWidget *link = pv_display_find (gtk_grid_get_child_at (grid, 2 + column, 1 + step),
                                           GTK_TYPE_BUTTON, NULL, NULL);
        g_autofree char *shown = pv_count_to_text (expected[column]);

        g_assert_true ((link == NULL) == (step == PV_ACCUEIL_VERSES && column > 0));
        if (link == NULL)
          continue;
        g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (link)))),
                         ==, shown);
        g_signal_emit_by_name (link, "clicked");
        pv_display_settle (self->context);
        g_assert_cmpint (count_target (self), ==, expected[column]);
      }
}

static gboolean
rename_first (PvDb *db, gpointer user_data, GError **error)
{
  g_autoptr (PvDossier) dossier = pv_dossier_store_get (db, 1, error);

  g_free (dossier->intitule);
  dossier->intitule = g_strdup ("Été");

  return pv_dossier_store_update (db, dossier, NULL, error);
}

static void
test_undo_from_there (Fixture *self, gconstpointer data)
{
  GtkWidget *card = find (self, "modifications_card");
  PvDb *reader = pv_context_get_reader (self->context);
  g_autofree char *before = pv_history_digest (reader, NULL);
  g_autofree char *after = NULL;

  g_assert_true (pv_context_act (self->context, "dossier-edit", "0412", rename_first, NULL, NULL));
  pv_display_settle (self->context);
  g_assert_nonnull (pv_display_find (card, GTK_TYPE_BUTTON, NULL, NULL));
  pv_display_act (card, self->context, "modifications.undo",
                  g_variant_new_int64 (pv_history_last_group (reader)));
  after = pv_history_digest (reader, NULL);
  g_assert_cmpstr (after, ==, before);
}

/* The text alternative of a bar says what it draws. */
static void
test_stage_amounts (void)
{
  PvStageAmounts amounts = { { 120000, 30000, PV_CENTS_NULL, 0, 50000 }, 300000, 150000 };
  g_autofree char *over = pv_stage_amounts_to_text (&amounts);
  g_autofree char *under = NULL;
  g_autofree char *none = NULL;
  GtkWidget *bar = g_object_ref_sink (pv_stage_bar_new ());

  g_assert_cmpint (pv_stage_amounts_get_engage (&amounts), ==, 200000);
  g_assert_cmpint (pv_stage_amounts_get_extent (&amounts), ==, 300000);
  g_assert_nonnull (strstr (over, "versé 1\u202F200\u202F€"));
  g_assert_nonnull (strstr (over, "dépassement 500\u202F€"));
  pv_stage_bar_set_amounts (PV_STAGE_BAR (bar), &amounts, 300000);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL, over);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_ROLE_IMG);
  g_assert_finalize_object (bar);

  amounts.enveloppe = 250000;
  under = pv_stage_amounts_to_text (&amounts);
  g_assert_nonnull (strstr (under, "reste 500\u202F€"));
  amounts = (PvStageAmounts){ { PV_CENTS_NULL, PV_CENTS_NULL, PV_CENTS_NULL, PV_CENTS_NULL,
                                PV_CENTS_NULL },
                              PV_CENTS_NULL,
                              PV_CENTS_NULL };
  none = pv_stage_amounts_to_text (&amounts);
  g_assert_cmpstr (none, ==, "Aucun montant pour l’instant");
  g_assert_cmpint (pv_stage_amounts_get_engage (&amounts), ==, PV_CENTS_NULL);
}

static void
test_names (Fixture *self, gconstpointer data)
{
  pv_display_check_names (self->page);
}

static void
test_picture (void)
{
  char *path = pv_display_copy_demonstration ();
  PvWindow *window = pv_display_show_programme (path);
  PvContext *context = pv_window_get_context (window);

  pv_display_act (GTK_WIDGET (window), context, "win.goto", g_variant_new ("(ss)", "accueil", ""));
  pv_display_picture (GTK_WINDOW (window), context, "accueil");
  pv_display_close (GTK_WINDOW (window));
  pv_display_remove (path);
}

static void
test_empty (void)
{
  g_autofree char *folder = g_dir_make_tmp ("pv-vide-XXXXXX", NULL);
  char *path = g_build_filename (folder, "vide.progville", NULL);
  g_autoptr (PvClock) clock = pv_clock_new_system ();
  g_autoptr (GError) error = NULL;
  PvDb *db = pv_db_create (path, clock, &error);
  PvWindow *window;
  GtkWidget *page;

  g_assert_no_error (error);
  g_assert_true (pv_db_close (db, &error));
  g_object_unref (db);
  window = pv_display_show_programme (path);
  pv_display_act (GTK_WIDGET (window), pv_window_get_context (window), "win.goto",
                  g_variant_new ("(ss)", "accueil", ""));
  page = GTK_WIDGET (pv_window_get_page (window, "accueil"));
  g_assert_true (
      gtk_widget_get_mapped (pv_display_find (page, ADW_TYPE_STATUS_PAGE, "empty_page", NULL)));
  pv_display_check_names (page);
  pv_display_picture (GTK_WINDOW (window), pv_window_get_context (window), "accueil-vide");
  pv_display_close (GTK_WINDOW (window));
  pv_display_remove (path);
}

int
main (int argc, char **argv)
{
  pv_display_init (&argc, &argv);

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/accueil/figures-are-those-of-stats", test_figures);
  ADD ("/accueil/each-figure-opens-its-list", test_figures_open_lists);
  ADD ("/accueil/each-check-opens-its-list", test_checks_open_lists);
  ADD ("/accueil/the-funnel-opens-lists", test_funnel_opens_lists);
  ADD ("/accueil/lists-hold-what-is-counted", test_lists_hold_what_is_counted);
  ADD ("/accueil/a-change-is-undone-from-there", test_undo_from_there);
  ADD ("/accueil/controls-have-names", test_names);
#undef ADD
  g_test_add_func ("/accueil/a-bar-in-words", test_stage_amounts);
  g_test_add_func ("/accueil/picture", test_picture);
  g_test_add_func ("/accueil/an-empty-programme-says-what-to-do", test_empty);

  return g_test_run ();
}
