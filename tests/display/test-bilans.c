/* test-bilans.c: the page after the decision, and its tab of analysis
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "accueil/pv-figure-card.h"
#include "bilan/pv-bilan-analyse-vue.h"
#include "bilan/pv-bilan-carte.h"
#include "bilan/pv-bilans-page.h"
#include "pv-display-fixture.h"
#include "widget/pv-format.h"

typedef PvDisplayFixture Fixture;

static PvBilansPage *
go (Fixture *self)
{
  pv_display_fixture_goto (self, "bilans", "");

  return PV_BILANS_PAGE (pv_window_get_page (self->window, "bilans"));
}

/* Tabs are named, and each is made when it is first shown. */
static void
test_onglets (Fixture *self, gconstpointer data)
{
  PvBilansPage *page = go (self);

  g_assert_true (PV_IS_BILAN_ANALYSE_VUE (pv_bilans_page_get_vue (page, "bilan")));
  g_assert_null (pv_bilans_page_get_vue (page, "nowhere"));
  pv_display_act (GTK_WIDGET (self->window), self->context, "win.open-bilans",
                  g_variant_new_string ("bilan"));
  pv_display_check_names (GTK_WIDGET (page));
}

/* The eighth page, before the exports. */
static void
test_place (Fixture *self, gconstpointer data)
{
  GtkStack *pages = GTK_STACK (gtk_widget_get_ancestor (GTK_WIDGET (go (self)), GTK_TYPE_STACK));

  pv_display_act (GTK_WIDGET (self->window), self->context, "win.page-1", NULL);
  pv_display_act (GTK_WIDGET (self->window), self->context, "win.page-8", NULL);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (pages), ==, "bilans");
  pv_display_act (GTK_WIDGET (self->window), self->context, "win.page-9", NULL);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (pages), ==, "exports");
}

static PvBilanAnalyseVue *
get_vue (Fixture *self)
{
  return PV_BILAN_ANALYSE_VUE (pv_bilans_page_get_vue (go (self), "bilan"));
}

static PvBilanCarte *
get_carte (Fixture *self, const char *id)
{
  GtkWidget *carte = pv_display_find (GTK_WIDGET (get_vue (self)), PV_TYPE_BILAN_CARTE, id, NULL);

  g_assert_nonnull (carte);

  return PV_BILAN_CARTE (carte);
}

static void
scroll_to (Fixture *self, const char *carte)
{
  GtkWidget *vue = GTK_WIDGET (get_vue (self));
  GtkWidget *scrolled = pv_display_find (vue, GTK_TYPE_SCROLLED_WINDOW, "scroller", NULL);
  GtkAdjustment *place = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));
  graphene_point_t corner;

  gtk_adjustment_set_value (place, 0);
  pv_display_settle (self->context);
  g_assert_true (gtk_widget_compute_point (GTK_WIDGET (get_carte (self, carte)), scrolled,
                                           &GRAPHENE_POINT_INIT (0, 0), &corner));
  gtk_adjustment_set_value (place, corner.y - 12);
  pv_display_settle (self->context);
}

/* The cards are there, named, and drawn. */
static void
test_vue (Fixture *self, gconstpointer data)
{
  static const char *const below[] = { "axes", "natures", "postes" };
  PvBilanAnalyseVue *vue = get_vue (self);
  const PvBilanAnalyse *analyse = pv_bilan_analyse_vue_get_analyse (vue);

  g_assert_nonnull (analyse);
  g_assert_cmpuint (analyse->n_annees, >, 0);
  g_assert_cmpint (
      analyse->total.mesure.dossiers, ==,
      pv_display_query (self->context, "SELECT COUNT(*) FROM dossier WHERE chapeau = 0"));
  pv_display_check_names (GTK_WIDGET (vue));
  pv_display_picture (GTK_WINDOW (self->window), self->context, "bilans");
  for (guint i = 0; i < G_N_ELEMENTS (below); i++)
    {
      g_autofree char *name = g_strdup_printf ("bilans-%u", i + 2);

      scroll_to (self, below[i]);
      pv_display_picture (GTK_WINDOW (self->window), self->context, name);
    }
}

/* What was planned is beside what was realised by the same dossiers, and how many they are is
 * said. */
static void
test_publics (Fixture *self, gconstpointer data)
{
  const PvBilanAnalyse *analyse;
  GtkWidget *note;
  g_autofree char *planned = NULL, *realised = NULL, *shown = NULL;
  guint last;

  pv_display_fixture_change (
      self, "INSERT INTO bilan (uuid, dossier_id, crf_recu_le, beneficiaires_femmes)"
            " SELECT 'compare', id, '2026-03-01', 7 FROM dossier WHERE chapeau = 0"
            "  AND exercice = (SELECT max (exercice) FROM dossier)"
            "  AND coalesce (beneficiaires_femmes, beneficiaires_hommes) IS NOT NULL"
            "  AND id NOT IN (SELECT dossier_id FROM bilan) LIMIT 1");
  analyse = pv_bilan_analyse_vue_get_analyse (get_vue (self));
  last = analyse->n_annees - 1;
  g_assert_cmpint (analyse->annees[last].public_realise_bilan.dossiers, >, 0);
  g_assert_cmpint (analyse->annees[last].public_prevu_bilan.total, <,
                   analyse->annees[last].public_prevu.total);
  shown = pv_bilan_carte_to_text (get_carte (self, "publics"));
  planned = pv_count_to_text (analyse->annees[last].public_prevu_bilan.total);
  realised = pv_count_to_text (analyse->annees[last].public_realise_bilan.total);
  g_assert_nonnull (strstr (shown, planned));
  g_assert_nonnull (strstr (shown, realised));
  note = pv_display_find (GTK_WIDGET (get_carte (self, "publics")), GTK_TYPE_LABEL, "note_label",
                          NULL);
  g_assert_true (gtk_widget_get_visible (note));
  scroll_to (self, "publics");
  pv_display_picture (GTK_WINDOW (self->window), self->context, "bilans-publics");
}

static guint
count_links (GtkWidget *widget, const char *named)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);
  guint n = 0;

  if (GTK_IS_BUTTON (widget) &&
      g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)), "bilan.dossiers") == 0)
    {
      g_autofree char *name = gtk_test_accessible_check_property (
          GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, "", NULL);

      n += name != NULL && strstr (name, named) != NULL;
    }
  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    n += count_links (child, named);

  return n;
}

/* A figure opens the dossiers that it counts; the notified ones are not those that realised. */
static void
test_evolution (Fixture *self, gconstpointer data)
{
  GtkWidget *carte;

  pv_display_fixture_change (self, "UPDATE budget_ligne SET realise_cents = prevu_cents");
  carte = GTK_WIDGET (get_carte (self, "evolution"));
  g_assert_cmpuint (count_links (carte, "otifié"), >, 0);
  g_assert_cmpuint (count_links (carte, "réalisées"), >, 0);
}

static char *
read_clipboard (Fixture *self)
{
  GdkContentProvider *content =
      gdk_clipboard_get_content (gtk_widget_get_clipboard (GTK_WIDGET (self->window)));
  GValue value = G_VALUE_INIT;
  char *text;

  g_value_init (&value, G_TYPE_STRING);
  g_assert_true (gdk_content_provider_get_value (content, &value, NULL));
  text = g_value_dup_string (&value);
  g_value_unset (&value);

  return text;
}

/* What is not read yet has its room: nothing moves by more than a few rows when it arrives. */
static void
test_place_gardee (Fixture *self, gconstpointer data)
{
  static const char *const cartes[] = { "financeurs", "axes",    "territoires", "porteurs",
                                        "natures",    "egalite", "postes" };
  int heights[G_N_ELEMENTS (cartes)];
  GtkWidget *vue = pv_bilan_analyse_vue_new (self->context);
  GtkWindow *window = pv_display_show (vue);
  const PvBilanAnalyse *analyse;

  pv_bilan_analyse_vue_refresh (PV_BILAN_ANALYSE_VUE (vue));
  while (pv_bilan_analyse_vue_get_analyse (PV_BILAN_ANALYSE_VUE (vue)) == NULL)
    g_main_context_iteration (NULL, TRUE);
  analyse = pv_bilan_analyse_vue_get_analyse (PV_BILAN_ANALYSE_VUE (vue));
  g_assert_cmpint (analyse->volets, ==, PV_BILAN_VOLET_CHIFFRES);
  for (int pass = 0; pass < 2; pass++)
    {
      for (guint i = 0; i < G_N_ELEMENTS (cartes); i++)
        {
          GtkWidget *carte = pv_display_find (vue, PV_TYPE_BILAN_CARTE, cartes[i], NULL);
          int height;

          g_assert_nonnull (carte);
          gtk_widget_measure (carte, GTK_ORIENTATION_VERTICAL, 600, NULL, &height, NULL, NULL);
          if (pass == 0)
            heights[i] = height;
          else
            g_test_message ("%s: %d, then %d", cartes[i], heights[i], height);
          if (pass == 1)
            g_assert_cmpint (ABS (heights[i] - height), <=, 90);
        }
      pv_display_settle (self->context);
    }
  g_assert_cmpint (analyse->volets, ==, PV_BILAN_VOLETS);
  /* given up at once: another reading, and the view is closed while it reads */
  pv_bilan_analyse_vue_refresh (PV_BILAN_ANALYSE_VUE (vue));
  pv_bilan_analyse_vue_refresh (PV_BILAN_ANALYSE_VUE (vue));
  pv_display_close (window);
  pv_display_settle (self->context);
}

/* Half of a screen: the cards are one under the other. */
static void
test_narrow (Fixture *self, gconstpointer data)
{
  int minimum;

  get_vue (self);
  pv_display_settle (self->context);
  gtk_widget_measure (GTK_WIDGET (self->window), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL,
                      NULL, NULL);
  g_assert_cmpint (minimum, <=, 800);
  gtk_window_set_default_size (GTK_WINDOW (self->window), 800, 700);
  pv_display_picture (GTK_WINDOW (self->window), self->context, "etroit-bilans");
}

/* A range of exercices, an alternative of a card, and a copy of what it shows. */
static void
test_choix (Fixture *self, gconstpointer data)
{
  GtkWidget *vue = GTK_WIDGET (get_vue (self));
  GtkDropDown *de = GTK_DROP_DOWN (pv_display_find (vue, GTK_TYPE_DROP_DOWN, "de_choice", NULL));
  GtkDropDown *a = GTK_DROP_DOWN (pv_display_find (vue, GTK_TYPE_DROP_DOWN, "a_choice", NULL));
  PvBilanCarte *territoires = get_carte (self, "territoires");
  g_autofree char *communes = pv_bilan_carte_to_text (territoires);
  g_autofree char *quartiers = NULL, *copied = NULL;

  g_assert_true (g_str_has_prefix (communes, "Commune\t"));
  pv_display_act (GTK_WIDGET (territoires), self->context, "carte.choix",
                  g_variant_new_string ("quartiers"));
  quartiers = pv_bilan_carte_to_text (territoires);
  g_assert_true (g_str_has_prefix (quartiers, "Quartier\t"));
  pv_display_act (GTK_WIDGET (territoires), self->context, "carte.copy", NULL);
  copied = read_clipboard (self);
  g_assert_cmpstr (copied, ==, quartiers);
  /* figures are those of the last exercice, and the first never comes after it */
  gtk_drop_down_set_selected (a, 0);
  g_assert_cmpuint (gtk_drop_down_get_selected (de), ==, 0);
  pv_display_settle (self->context);
}

/* A figure opens as many dossiers as it says, of all calls. */
static void
test_liste (Fixture *self, gconstpointer data)
{
  PvBilanAnalyseVue *vue = get_vue (self);
  const PvBilanAnalyse *analyse = pv_bilan_analyse_vue_get_analyse (vue);
  GtkWidget *card = pv_display_find (GTK_WIDGET (vue), PV_TYPE_FIGURE_CARD, "dossiers_card", NULL);
  guint last = analyse->n_annees - 1;
  g_autofree char *count = pv_count_to_text (analyse->annees[last].mesure.finances);
  g_autofree char *critere = pv_bilan_analyse_dup_critere (analyse, PV_BILAN_PAR_AXE, NULL,
                                                           (int)last, PV_BILAN_LISTE_FINANCES);
  GtkStack *pages = GTK_STACK (gtk_widget_get_ancestor (GTK_WIDGET (go (self)), GTK_TYPE_STACK));

  g_assert_cmpstr (pv_figure_card_get_value (PV_FIGURE_CARD (card)), ==, count);
  pv_display_act (GTK_WIDGET (vue), self->context, "bilan.dossiers",
                  g_variant_new_string (critere));
  g_assert_cmpstr (gtk_stack_get_visible_child_name (pages), ==, "dossiers");
  g_assert_cmpint (pv_context_get_appel (self->context), ==, PV_INT_NULL);
}

/* One call, then nothing at all. */
static void
test_appel (Fixture *self, gconstpointer data)
{
  GtkWidget *vue = GTK_WIDGET (get_vue (self));
  GtkDropDown *appel =
      GTK_DROP_DOWN (pv_display_find (vue, GTK_TYPE_DROP_DOWN, "appel_choice", NULL));
  GtkWidget *stack = pv_display_find (vue, GTK_TYPE_STACK, "stack", NULL);

  gtk_drop_down_set_selected (appel, 1);
  pv_display_settle (self->context);
  g_assert_cmpuint (pv_bilan_analyse_vue_get_analyse (PV_BILAN_ANALYSE_VUE (vue))->n_annees, <=, 1);
  pv_display_picture (GTK_WINDOW (self->window), self->context, "bilans-un-appel");
  gtk_drop_down_set_selected (appel, 0);
  pv_display_settle (self->context);
  pv_display_fixture_change (self, "UPDATE dossier SET chapeau = 1");
  pv_display_settle (self->context);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (stack)), ==, "empty");
  pv_display_picture (GTK_WINDOW (self->window), self->context, "bilans-vide");
}

int
main (int argc, char **argv)
{
  pv_display_init (&argc, &argv);

  g_test_add ("/bilans/tabs", Fixture, NULL, pv_display_fixture_set_up, test_onglets,
              pv_display_fixture_tear_down);
  g_test_add ("/bilans/place", Fixture, NULL, pv_display_fixture_set_up, test_place,
              pv_display_fixture_tear_down);

  g_test_add ("/bilans/analysis", Fixture, NULL, pv_display_fixture_set_up, test_vue,
              pv_display_fixture_tear_down);

  g_test_add ("/bilans/evolution", Fixture, NULL, pv_display_fixture_set_up, test_evolution,
              pv_display_fixture_tear_down);
  g_test_add ("/bilans/publics", Fixture, NULL, pv_display_fixture_set_up, test_publics,
              pv_display_fixture_tear_down);
  g_test_add ("/bilans/stages", Fixture, NULL, pv_display_fixture_set_up, test_place_gardee,
              pv_display_fixture_tear_down);
  g_test_add ("/bilans/narrow", Fixture, NULL, pv_display_fixture_set_up, test_narrow,
              pv_display_fixture_tear_down);
  g_test_add ("/bilans/choices", Fixture, NULL, pv_display_fixture_set_up, test_choix,
              pv_display_fixture_tear_down);
  g_test_add ("/bilans/lists", Fixture, NULL, pv_display_fixture_set_up, test_liste,
              pv_display_fixture_tear_down);
  g_test_add ("/bilans/calls", Fixture, NULL, pv_display_fixture_set_up, test_appel,
              pv_display_fixture_tear_down);

  return g_test_run ();
}
