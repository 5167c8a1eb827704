/* bench-liste.c: the list of dossiers, from the question to the painted frame; what is asked of
 * 100 000 dossiers beside it
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * bench-liste FILE: on an X server; one line of JSON per measure, the best of several
 * runs. bench-liste --memory FILE: the memory of the process once the list is shown.
 * bench-liste --lot FILE: a status given to 1 000 dossiers, then to all; the file is changed.
 */

#include <adwaita.h>
#include <locale.h>
#include <stdio.h>
#include <time.h>

#include "accueil/pv-accueil.h"
#include "dossier/pv-dossier-apercu-store.h"
#include "dossier/pv-dossier-lot.h"
#include "dossier/pv-dossiers-view.h"
#include "dossier/pv-facette-store.h"
#include "organisme/pv-organisme-liste-store.h"
#include "pv-ui.h"

#define N_RUNS 3
#define N_STEPS 100
#define PATIENCE_SECONDS 30

#define COLUMNS_12                                                                                 \
  "numero,porteur,intitule,commune,axe,cout,etat,region,departement,caf,marque,statut"

static gint64 block_start;
static gint64
    longest_block; /* µs of processor the main thread took between two turns of its loop */
static gint64 last_paint;

/* What the thread itself spent, or all threads, which other programmes of the machine do not
 * lengthen. */
static gint64
get_cpu_time (clockid_t clock)
{
  struct timespec spent;

  clock_gettime (clock, &spent);

  return (gint64)spent.tv_sec * G_USEC_PER_SEC + spent.tv_nsec / 1000;
}

/* What is between two polls kept the window from answering. */
static int
poll_cb (GPollFD *fds, guint n, int timeout)
{
  int result;

  if (block_start > 0)
    longest_block = MAX (longest_block, get_cpu_time (CLOCK_THREAD_CPUTIME_ID) - block_start);
  result = g_poll (fds, n, timeout);
  block_start = get_cpu_time (CLOCK_THREAD_CPUTIME_ID);

  return result;
}

static void
painted_cb (GdkFrameClock *clock, gpointer data)
{
  last_paint = g_get_monotonic_time ();
}

typedef struct
{
  PvContext *context;
  GtkWindow *window;
  PvDossiersView *view;
  PvDossierListe *liste;
  gint64 start;
  gint64 start_cpu; /* of all threads… */
  double cpu_ms;    /* …until the frame was painted */
} Bench;

static void
begin (Bench *self)
{
  last_paint = 0;
  longest_block = 0;
  self->start = g_get_monotonic_time ();
  self->start_cpu = get_cpu_time (CLOCK_PROCESS_CPUTIME_ID);
  block_start = get_cpu_time (CLOCK_THREAD_CPUTIME_ID);
}

static void
turn (Bench *self)
{
  g_main_context_iteration (NULL, TRUE);
  if (g_get_monotonic_time () - self->start > PATIENCE_SECONDS * G_USEC_PER_SEC)
    g_error ("nothing was painted");
}

/* Until the frame after the answer is painted; the milliseconds since begin(). */
static double
end (Bench *self)
{
  gint64 answered;

  while (self->liste != NULL && pv_dossier_liste_is_loading (self->liste))
    turn (self);
  answered = g_get_monotonic_time ();
  gtk_widget_queue_draw (GTK_WIDGET (self->window));
  while (last_paint < answered)
    turn (self);
  self->cpu_ms = (double)(get_cpu_time (CLOCK_PROCESS_CPUTIME_ID) - self->start_cpu) / 1000;

  return (double)(last_paint - self->start) / 1000;
}

/* Totals and saved settings: not part of the next measure. */
static void
settle (Bench *self)
{
  do
    while (g_main_context_iteration (NULL, FALSE))
      ;
  while (self->context != NULL && pv_context_is_pending (self->context));
}

static void
present (Bench *self, GtkWidget *child)
{
  GdkFrameClock *clock;

  self->window = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_default_size (self->window, 1280, 800);
  gtk_window_set_child (self->window, child);
  gtk_widget_realize (GTK_WIDGET (self->window));
  clock = gtk_widget_get_frame_clock (GTK_WIDGET (self->window));
  g_signal_connect (clock, "after-paint", G_CALLBACK (painted_cb), NULL);
  gtk_window_present (self->window);
}

static void
leave (Bench *self)
{
  gtk_window_destroy (self->window);
  self->window = NULL;
  self->view = NULL;
  self->liste = NULL;
  settle (self);
}

static double
open_plain (Bench *self)
{
  double ms;

  begin (self);
  present (self, gtk_label_new ("Progville"));
  ms = end (self);
  leave (self);

  return ms;
}

static void
open_list (Bench *self)
{
  self->view = PV_DOSSIERS_VIEW (pv_dossiers_view_new (self->context));
  self->liste = pv_dossiers_view_get_liste (self->view);
  pv_dossiers_view_refresh (self->view);
  present (self, GTK_WIDGET (self->view));
}

/* The best of several runs. */
typedef struct
{
  double ms;
  double cpu_ms;   /* of all threads */
  double block_ms; /* longest turn of the main loop, in processor time, until all is settled */
} Best;

#define BEST_INIT                                                                                  \
  {                                                                                                \
    G_MAXDOUBLE, G_MAXDOUBLE, G_MAXDOUBLE                                                          \
  }

static void
measure (Bench *self, Best *best)
{
  best->ms = MIN (best->ms, end (self));
  best->cpu_ms = MIN (best->cpu_ms, self->cpu_ms);
  settle (self);
  best->block_ms = MIN (best->block_ms, (double)longest_block / 1000);
}

static void
say (const char *bench, const Best *best, double aim)
{
  g_print ("{\"bench\": \"%s\", \"ms\": %.1f, \"cpu_ms\": %.1f, \"main_block_cpu_ms\": %.1f, "
           "\"aim\": \"<= %.0f ms, block <= 50 ms\"}\n",
           bench, best->ms, best->cpu_ms, best->block_ms, aim);
  fflush (stdout);
}

static void
measure_first_frame (Bench *self)
{
  double plain = G_MAXDOUBLE;
  Best list = BEST_INIT;

  for (guint i = 0; i < N_RUNS; i++)
    {
      plain = MIN (plain, open_plain (self));
      begin (self);
      open_list (self);
      measure (self, &list);
      leave (self);
    }
  g_print ("{\"bench\": \"list-first-frame\", \"ms\": %.1f, \"empty_window_ms\": %.1f, "
           "\"more_ms\": %.1f, \"cpu_ms\": %.1f, \"main_block_cpu_ms\": %.1f, "
           "\"aim\": \"<= 50 ms more\"}\n",
           list.ms, plain, list.ms - plain, list.cpu_ms, list.block_ms);
}

static void
measure_sort (Bench *self, PvDossierColonne colonne, gboolean descending)
{
  Best best = BEST_INIT;
  g_autofree char *name = g_strconcat ("list-sort-", pv_dossier_colonne_to_id (colonne), NULL);

  for (guint i = 0; i < N_RUNS; i++)
    {
      pv_dossiers_view_sort (self->view, PV_DOSSIER_COLONNE_NUMERO, FALSE);
      end (self);
      settle (self);
      begin (self);
      pv_dossiers_view_sort (self->view, colonne, descending);
      measure (self, &best);
    }
  say (name, &best, 180);
}

static void
measure_filter (Bench *self, const char *name, const char *text)
{
  Best best = BEST_INIT;
  g_autoptr (PvDossierCritere) all = pv_dossier_critere_new ();
  g_autoptr (PvDossierCritere) critere = pv_dossier_critere_parse (text, NULL);

  for (guint i = 0; i < N_RUNS; i++)
    {
      pv_dossier_liste_set_critere (self->liste, all);
      end (self);
      settle (self);
      begin (self);
      pv_dossier_liste_set_critere (self->liste, critere);
      measure (self, &best);
    }
  pv_dossier_liste_set_critere (self->liste, all);
  end (self);
  settle (self);
  say (name, &best, 180);
}

static int
compare_cb (gconstpointer a, gconstpointer b)
{
  double left = *(const double *)a;
  double right = *(const double *)b;

  return left < right ? -1 : left > right;
}

static GtkWidget *
find (GtkWidget *widget, GType type)
{
  GtkWidget *found = NULL;

  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find (child, type);

  return found;
}

/* A third of a page at each step. */
static void
measure_scroll (Bench *self)
{
  GtkWidget *columns = find (GTK_WIDGET (self->view), GTK_TYPE_COLUMN_VIEW);
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (columns));
  double steps[N_STEPS];
  double p50 = G_MAXDOUBLE;
  double p95 = G_MAXDOUBLE;

  for (guint run = 0; run < 3; run++)
    {
      for (guint i = 0; i < N_STEPS; i++)
        {
          begin (self);
          gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + 252);
          end (self);
          steps[i] = (double)longest_block / 1000;
        }
      qsort (steps, N_STEPS, sizeof (double), compare_cb);
      p50 = MIN (p50, steps[N_STEPS / 2]);
      p95 = MIN (p95, steps[N_STEPS * 95 / 100]);
    }
  g_print ("{\"bench\": \"list-scroll\", \"p50_ms\": %.1f, \"p95_ms\": %.1f, \"columns\": 12, "
           "\"aim\": \"p50 <= 8 ms\"}\n",
           p50, p95);
}

static void
measure_totals (Bench *self)
{
  g_autoptr (GArray) ids = pv_dossier_liste_dup_ids (self->liste);
  Best best = { G_MAXDOUBLE, G_MAXDOUBLE, 0 };

  for (guint i = 0; i < N_RUNS; i++)
    {
      g_autofree PvDossierTotaux *totaux = NULL;
      g_autoptr (GError) error = NULL;
      gint64 start = g_get_monotonic_time ();
      gint64 start_cpu = get_cpu_time (CLOCK_THREAD_CPUTIME_ID);

      totaux = pv_dossier_liste_store_totaux (pv_context_get_reader (self->context), ids,
                                              PV_ETAPE_PROPOSE, FALSE, NULL, &error);
      g_assert_no_error (error);
      best.ms = MIN (best.ms, (double)(g_get_monotonic_time () - start) / 1000);
      best.cpu_ms =
          MIN (best.cpu_ms, (double)(get_cpu_time (CLOCK_THREAD_CPUTIME_ID) - start_cpu) / 1000);
    }
  say ("list-totals", &best, 100);
}

/* --- what workers answer --------------------------------------------------------------------- */

static PvDb *
get_reader (Bench *self)
{
  return pv_context_get_reader (self->context);
}

static void
read_apercus (Bench *self, int unused)
{
  g_autoptr (GArray) ids = pv_dossier_liste_dup_ids (self->liste);

  for (guint i = 0; i < N_STEPS; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (PvDossierApercu) apercu = pv_dossier_apercu_store_load (
          get_reader (self), g_array_index (ids, gint64, i * (ids->len / N_STEPS)),
          PV_ETAPE_PROPOSE, &error);

      g_assert_no_error (error);
      g_assert_nonnull (apercu);
    }
}

static void
read_facette (Bench *self, int critere)
{
  PvFiltre filtre = pv_context_get_filtre (self->context);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) facettes =
      pv_facette_store_list (get_reader (self), &filtre, (PvCritereCle)critere, NULL, &error);

  g_assert_no_error (error);
}

static void
read_porteurs (Bench *self, int unused)
{
  PvFiltre filtre = pv_context_get_filtre (self->context);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) porteurs =
      pv_organisme_store_list_resumes (get_reader (self), &filtre, TRUE, &error);

  g_assert_no_error (error);
}

static void
read_accueil (Bench *self, int unused)
{
  PvFiltre filtre = pv_context_get_filtre (self->context);
  g_autoptr (GError) error = NULL;
  g_autofree PvAccueilChiffres *chiffres =
      pv_accueil_load_chiffres (get_reader (self), &filtre, &error);
  g_autoptr (GArray) financeurs = pv_accueil_load_financeurs (get_reader (self), &filtre, &error);

  g_assert_no_error (error);
}

/* By the thread that answers; @n: times it was asked. */
static void
measure_answer (Bench *self, const char *name, void (*read) (Bench *, int), int detail, int n)
{
  double ms = G_MAXDOUBLE;
  double cpu_ms = G_MAXDOUBLE;

  for (guint i = 0; i < N_RUNS; i++)
    {
      gint64 start = g_get_monotonic_time ();
      gint64 start_cpu = get_cpu_time (CLOCK_THREAD_CPUTIME_ID);

      read (self, detail);
      ms = MIN (ms, (double)(g_get_monotonic_time () - start) / 1000);
      cpu_ms = MIN (cpu_ms, (double)(get_cpu_time (CLOCK_THREAD_CPUTIME_ID) - start_cpu) / 1000);
    }
  g_print ("{\"bench\": \"%s\", \"ms\": %.2f, \"cpu_ms\": %.2f}\n", name, ms / n, cpu_ms / n);
}

static void
measure_answers (Bench *self)
{
  measure_answer (self, "preview", read_apercus, 0, N_STEPS);
  for (int i = 0; i < PV_N_CRITERES; i++)
    {
      g_autofree char *name = g_strconcat ("facet-", pv_critere_cle_to_id ((PvCritereCle)i), NULL);

      measure_answer (self, name, read_facette, i, 1);
    }
  measure_answer (self, "porteurs", read_porteurs, 0, 1);
  measure_answer (self, "accueil-amounts", read_accueil, 0, 1);
}

static gboolean
give_statut (PvDb *db, gpointer data, GError **error)
{
  return pv_dossier_service_set_statut_many (db, data, PV_DOSSIER_STATUT_ABANDONNE, "Essai", error);
}

static void
measure_lot (Bench *self, guint n)
{
  g_autoptr (GArray) permis = NULL;
  g_autoptr (GPtrArray) refus = NULL;
  g_autoptr (GError) error = NULL;
  PvFiltre filtre = pv_context_get_filtre (self->context);
  g_autoptr (GArray) ids =
      pv_dossier_liste_store_ids (get_reader (self), &filtre, NULL, NULL, NULL, &error);
  gint64 start = g_get_monotonic_time ();
  gint64 start_cpu = get_cpu_time (CLOCK_THREAD_CPUTIME_ID);

  g_array_set_size (ids, MIN (n, ids->len));
  refus = pv_dossier_service_check_statut_many (get_reader (self), ids, PV_DOSSIER_STATUT_ABANDONNE,
                                                &permis, &error);
  g_assert_no_error (error);
  g_assert_true (
      pv_context_act (self->context, "dossier-lot-statut", NULL, give_statut, permis, &error));
  g_assert_no_error (error);
  g_print ("{\"bench\": \"bulk-statut-%u\", \"changed\": %u, \"ms\": %.1f, \"cpu_ms\": %.1f}\n",
           ids->len, permis->len, (double)(g_get_monotonic_time () - start) / 1000,
           (double)(get_cpu_time (CLOCK_THREAD_CPUTIME_ID) - start_cpu) / 1000);
}

static void
measure_memory (Bench *self)
{
  g_autofree char *status = NULL;
  const char *line;

  open_list (self);
  begin (self);
  end (self);
  settle (self);
  g_assert_true (g_file_get_contents ("/proc/self/status", &status, NULL, NULL));
  line = strstr (status, "VmRSS:");
  g_assert_nonnull (line);
  g_print ("%" G_GINT64_FORMAT "\n", g_ascii_strtoll (line + strlen ("VmRSS:"), NULL, 10));
  leave (self);
}

static void
measure_all (Bench *self)
{
  measure_first_frame (self);
  open_list (self);
  pv_dossiers_view_set_colonnes (self->view, COLUMNS_12);
  begin (self);
  end (self);
  settle (self);
  measure_sort (self, PV_DOSSIER_COLONNE_NUMERO, TRUE);
  measure_sort (self, PV_DOSSIER_COLONNE_PORTEUR, FALSE);
  measure_sort (self, PV_DOSSIER_COLONNE_INTITULE, FALSE);
  measure_sort (self, PV_DOSSIER_COLONNE_COMMUNE, FALSE);
  measure_sort (self, PV_DOSSIER_COLONNE_AXE, FALSE);
  measure_sort (self, PV_DOSSIER_COLONNE_COUT, TRUE);
  measure_sort (self, PV_DOSSIER_COLONNE_ETAT, TRUE);
  measure_sort (self, PV_DOSSIER_COLONNE_AVIS, TRUE);
  measure_sort (self, PV_DOSSIER_COLONNE_SCORE, TRUE);
  measure_sort (self, PV_DOSSIER_COLONNE_MARQUE, TRUE);
  measure_sort (self, PV_DOSSIER_COLONNE_STATUT, FALSE);
  pv_dossiers_view_sort (self->view, PV_DOSSIER_COLONNE_NUMERO, FALSE);
  end (self);
  settle (self);
  measure_filter (self, "list-filter-statut", "statut=propose,programme");
  measure_filter (self, "list-filter-commune", "commune=59512,59599");
  measure_filter (self, "list-filter-financeur", "financeur=caf");
  measure_filter (self, "list-filter-cout", "cout=1000000..");
  measure_filter (self, "list-filter-nature", "nature=nouvelle");
  measure_filter (self, "list-search-word", "texte=mediation");
  measure_filter (self, "list-search-letter", "texte=a");
  measure_scroll (self);
  measure_totals (self);
  measure_answers (self);
  leave (self);
}

int
main (int argc, char **argv)
{
  gboolean memory = argc > 2 && g_str_equal (argv[1], "--memory");
  gboolean lot = argc > 2 && g_str_equal (argv[1], "--lot");
  g_autoptr (GError) error = NULL;
  Bench bench = { NULL };

  if (argc < 2)
    return 2;
  gtk_init ();
  setlocale (LC_NUMERIC, "C"); /* JSON has points */
  adw_init ();
  pv_ui_init ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  g_main_context_set_poll_func (NULL, poll_cb);
  {
    g_autoptr (PvClock) clock = pv_clock_new_system ();

    bench.context = pv_context_open (argv[memory || lot ? 2 : 1], clock, &error);
  }
  if (bench.context == NULL)
    g_error ("%s", error->message);
  if (memory)
    measure_memory (&bench);
  else if (lot)
    {
      measure_lot (&bench, 1000);
      measure_lot (&bench, G_MAXUINT);
    }
  else
    measure_all (&bench);
  pv_context_close (bench.context);
  g_object_unref (bench.context);

  return 0;
}
