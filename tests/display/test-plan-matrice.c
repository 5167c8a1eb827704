/* test-plan-matrice.c: the plan of financing of several dossiers agrees with that of each
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dossier/pv-dossier-liste-store.h"
#include "dossier/pv-dossiers-page.h"
#include "financement/pv-financement-service.h"
#include "financement/pv-plan-matrice.h"
#include "financement/pv-plan-store.h"
#include "financement/pv-plan-window.h"
#include "pv-display.h"
#include "stats/pv-stats.h"
#include "widget/pv-amount-label.h"

typedef struct
{
  char *path;
  PvContext *context;
  GtkWindow *window;
  GtkWidget *page;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->path = pv_display_copy_demonstration ();
  self->context = pv_display_open (self->path);
  self->page = g_object_new (PV_TYPE_DOSSIERS_PAGE, "context", self->context, NULL);
  self->window = pv_display_show (self->page);
  pv_display_settle (self->context);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  pv_display_end (self->window, self->page, self->context, self->path);
}

static GArray *
list_all (Fixture *self)
{
  PvFiltre filtre = pv_context_get_filtre (self->context);
  g_autoptr (GError) error = NULL;
  GArray *ids = pv_dossier_liste_store_ids (pv_context_get_reader (self->context), &filtre, NULL,
                                            NULL, NULL, &error);

  g_assert_no_error (error);

  return ids;
}

static PvDossierPlan *
load (Fixture *self, const GArray *ids)
{
  g_autoptr (GError) error = NULL;
  PvDossierPlan *plan =
      pv_dossier_plan_store_load (pv_context_get_reader (self->context), ids, NULL, &error);

  g_assert_no_error (error);

  return plan;
}

static PvCents
known (PvCents cents)
{
  return cents == PV_CENTS_NULL ? 0 : cents;
}

/* The sums are those of the statistics, stage by stage. */
static void
test_agrees_with_stats (Fixture *self, gconstpointer data)
{
  g_autoptr (GArray) ids = list_all (self);
  g_autoptr (PvDossierPlan) plan = load (self, ids);
  PvFiltre filtre = pv_context_get_filtre (self->context);

  for (int i = 0; i < PV_N_ETAPES; i++)
    {
      g_autoptr (PvStats) stats = pv_stats_compute (pv_context_get_reader (self->context),
                                                    PV_STATS_FINANCEUR, (PvEtape)i, &filtre, NULL);
      PvCents sum = 0;

      g_assert_cmpint (known (plan->total.etapes[i]), ==, known (stats->total.amount_cents));
      g_assert_cmpint (plan->n_dossiers, ==, stats->total.dossiers);
      for (guint j = 0; j < plan->financeurs->len; j++)
        sum += known (((const PvPlanFinanceur *)plan->financeurs->pdata[j])->etapes[i]);
      g_assert_cmpint (sum, ==, known (plan->total.etapes[i]));
    }
}

/* The plan of all is made of the plan of each. */
static void
test_agrees_with_each (Fixture *self, gconstpointer data)
{
  PvDb *reader = pv_context_get_reader (self->context);
  g_autoptr (GArray) ids = list_all (self);
  g_autoptr (PvDossierPlan) all = load (self, ids);
  PvCents ferme = 0, cout = 0, autres = 0;
  guint inconnus = 0;

  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (GArray) one = g_array_new (FALSE, FALSE, sizeof (gint64));
      g_autoptr (PvDossierPlan) sum = NULL;
      PvPlan plan;

      g_array_append_val (one, g_array_index (ids, gint64, i));
      sum = load (self, one);
      g_assert_true (
          pv_plan_store_load (reader, g_array_index (ids, gint64, i), &plan, NULL, NULL));
      if (sum->n_dossiers == 0) /* a chapeau */
        continue;
      g_assert_cmpint (known (sum->total.ferme_cents), ==, known (plan.ferme_cents));
      g_assert_cmpint (sum->cout_cents, ==, plan.cout_total_cents);
      g_assert_cmpint (sum->autres_cents, ==, plan.autres_produits_cents);
      g_assert_cmpint (sum->manque_cents, ==, plan.manque_ferme_cents);
      for (int j = 0; j < PV_N_ETAPES; j++)
        g_assert_cmpint (sum->total.etapes[j], ==, plan.etapes[j].somme_cents);
      ferme += known (plan.ferme_cents);
      cout += known (plan.cout_total_cents);
      autres += known (plan.autres_produits_cents);
      inconnus += plan.autres_produits_cents == PV_CENTS_NULL;
    }
  g_assert_cmpint (all->total.ferme_cents, ==, ferme);
  g_assert_cmpint (all->cout_cents, ==, cout);
  g_assert_cmpint (known (all->autres_cents), ==, autres);
  g_assert_cmpuint (all->n_autres_inconnus, ==, inconnus);
}

static PvPlanWindow *
find_window (void)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (toplevels, i);

      if (PV_IS_PLAN_WINDOW (window))
        return PV_PLAN_WINDOW (window);
    }

  return NULL;
}

static gboolean
is_read (gpointer window)
{
  return pv_plan_window_get_plan (window) != NULL;
}

static gboolean
set_notifie (PvDb *db, gpointer data, GError **error)
{
  const gint64 *id = data;

  return pv_financement_service_set_montant (db, *id, PV_ETAPE_NOTIFIE, 12345, "2026-06-15", NULL,
                                             error);
}

/* By its key, of what is shown; it follows the file, and is copied as a table. */
static void
test_window (Fixture *self, gconstpointer data)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) rows = NULL;
  gint64 first =
      pv_display_query (self->context, "SELECT f.id FROM financement f JOIN dossier d"
                                       " ON d.id = f.dossier_id WHERE d.exercice = 2026"
                                       "   AND d.chapeau = 0 AND d.numero = '0412' ORDER BY f.id");
  PvPlanWindow *window;
  PvCents before;

  pv_display_act (self->page, self->context, "dossiers.plan", NULL);
  window = find_window ();
  g_assert_nonnull (window);
  pv_display_wait (is_read, window);
  pv_display_check_names (GTK_WIDGET (window));
  before = pv_plan_window_get_plan (window)->total.etapes[PV_ETAPE_NOTIFIE];
  pv_display_picture (GTK_WINDOW (window), self->context, "plan-matrice");

  text = pv_plan_matrice_to_text (pv_plan_window_get_plan (window));
  rows = g_strsplit (text, "\n", -1);
  g_assert_cmpuint (g_strv_length (rows), ==,
                    pv_plan_window_get_plan (window)->financeurs->len + 3);

  g_assert_true (
      pv_context_act (self->context, "financement-montant", NULL, set_notifie, &first, NULL));
  pv_display_settle (self->context);
  g_assert_cmpint (pv_plan_window_get_plan (window)->total.etapes[PV_ETAPE_NOTIFIE], !=, before);

  gtk_window_close (GTK_WINDOW (window));
  pv_display_settle (self->context);
  g_assert_null (find_window ());
}

int
main (int argc, char **argv)
{
  pv_display_init (&argc, &argv);
#define add(path, func) g_test_add ("/plan-matrice/" path, Fixture, NULL, set_up, func, tear_down)
  add ("agrees-with-stats", test_agrees_with_stats);
  add ("agrees-with-each", test_agrees_with_each);
  add ("window", test_window);

  return g_test_run ();
}
