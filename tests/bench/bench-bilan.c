/* bench-bilan.c: the page of the bilan, from its opening to its cards, then its last card
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * On an X server, on the demonstration with five exercices more; one line of JSON per size.
 * PV_BENCH_BILAN: another file to measure on, of which a copy is read.
 */

#include <glib/gstdio.h>
#include <stdio.h>
#include <time.h>

#include "bilan/pv-bilan-analyse-vue.h"
#include "bilan/pv-bilans-page.h"
#include "pv-display.h"
#include "pv-transaction.h"

#define N_PASSES 10

/* @d: dossiers of each of the exercices 2021 to 2025, each with 5 payers, 7 lines of budget, a
 * node, a mark, two territories and, two times out of three, a compte rendu. */
static const char many[] =
    "INSERT INTO appel (uuid, exercice, genre, libelle)"
    " WITH RECURSIVE y (n) AS (SELECT 2021 UNION ALL SELECT n + 1 FROM y WHERE n < 2025)"
    " SELECT 'bench' || n, n, 'aap', 'Bench ' || n FROM y;"
    "INSERT INTO dossier (uuid, appel_id, numero, porteur_id, intitule, statut, exercice, nature,"
    "                     beneficiaires_femmes, beneficiaires_hommes, beneficiaires_qpv_bp)"
    " WITH RECURSIVE k (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM k WHERE i < %u)"
    " SELECT a.uuid || i, a.id, 'b' || i,"
    "        (SELECT id FROM organisme WHERE id >= i %% 50 ORDER BY id LIMIT 1), 'Action ' || i,"
    "        'solde', a.exercice, CASE i %% 2 WHEN 0 THEN 'nouvelle' ELSE 'reconduction' END,"
    "        i %% 90, i %% 70, 6500 FROM appel a, k WHERE a.uuid LIKE 'bench%%';"
    "INSERT INTO financement (uuid, dossier_id, financeur_id, exercice, sollicite_cents,"
    "                         propose_cents, arbitre_cents, vote_cents, notifie_cents)"
    " SELECT 'b' || d.id || '-' || f.id, d.id, f.id, d.exercice, 200000, 180000, 170000, 160000,"
    "        1000 * (d.id %% 160)"
    "   FROM dossier d, (SELECT id FROM financeur ORDER BY id LIMIT 5) f"
    "  WHERE d.numero LIKE 'b%%';"
    "INSERT INTO versement (uuid, financement_id, genre, montant_cents)"
    " SELECT 'v' || id, id, 'acompte', 50000 FROM financement"
    "  WHERE uuid LIKE 'b%%' AND id %% 5 > 1;"
    "INSERT INTO budget_ligne (dossier_id, compte_id, prevu_cents, realise_cents)"
    " SELECT d.id, c.id, 100000, CASE WHEN d.id %% 3 > 0 THEN 90000 + d.id %% 999 END"
    "   FROM dossier d, (SELECT id FROM compte WHERE poste_id IS NULL ORDER BY ordre LIMIT 7) c"
    "  WHERE d.numero LIKE 'b%%';"
    "INSERT INTO bilan (uuid, dossier_id, crf_recu_le, beneficiaires_femmes, beneficiaires_hommes)"
    " SELECT 'b' || id, id, '2026-05-01', id %% 80, id %% 60 FROM dossier"
    "  WHERE numero LIKE 'b%%' AND id %% 3 > 0;"
    "INSERT INTO dossier_noeud (dossier_id, noeud_id, principal)"
    " SELECT d.id, (SELECT id FROM cadre_noeud WHERE id >= d.id %% 20 ORDER BY id LIMIT 1), 1 FROM "
    "dossier d"
    "  WHERE d.numero LIKE 'b%%';"
    "INSERT INTO marqueur (uuid, dossier_id, axe_id, valeur)"
    " SELECT 'b' || d.id, d.id, (SELECT id FROM axe_transversal WHERE code = 'egalite'), d.id %% 3"
    "   FROM dossier d WHERE d.numero LIKE 'b%%';"
    "INSERT INTO dossier_territoire (dossier_id, quartier_id, part_bp)"
    " SELECT d.id, (SELECT id FROM quartier WHERE id >= 1 + (d.id + n.i) %% 10 ORDER BY id LIMIT "
    "1), 5000 FROM dossier d,"
    "        (SELECT 0 AS i UNION ALL SELECT 1) n WHERE d.numero LIKE 'b%%'";

static void
fill (const char *path, guint dossiers)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *sql = g_strdup_printf (many, dossiers);
  g_autoptr (PvDb) db = pv_db_open (path, PV_DB_OPEN_READ_WRITE, pv_clock_new_system (), &error);
  g_autoptr (PvTransaction) transaction = NULL;

  g_assert_no_error (error);
  transaction = pv_transaction_begin (db, "bench", NULL, &error);
  if (!pv_transaction_suspend_totals (transaction, &error) || !pv_db_execute (db, sql, &error) ||
      !pv_transaction_commit (transaction, &error))
    g_error ("%s", error->message);
}

static double
get_cpu_ms (clockid_t clock)
{
  struct timespec now;

  clock_gettime (clock, &now);

  return (double)now.tv_sec * 1000 + (double)now.tv_nsec / 1e6;
}

/* The work of one thread alone. */
static double
measure_model (PvContext *context, PvBilanVolets volets)
{
  double best = G_MAXDOUBLE;

  for (guint i = 0; i < N_PASSES; i++)
    {
      double start = get_cpu_ms (CLOCK_PROCESS_CPUTIME_ID);
      g_autoptr (PvBilanAnalyse) analyse = pv_bilan_analyse_compute_volets (
          pv_context_get_reader (context), NULL, volets, NULL, NULL);

      g_assert_nonnull (analyse);
      best = MIN (best, get_cpu_ms (CLOCK_PROCESS_CPUTIME_ID) - start);
    }

  return best;
}

/* From the click; the best of several. @cpu: of all threads; @window_cpu: of the window's. */
typedef struct
{
  double ms;
  double cpu;
  double window_cpu;
} Temps;

static Temps
get_temps (void)
{
  return (Temps){ (double)g_get_monotonic_time () / 1000, get_cpu_ms (CLOCK_PROCESS_CPUTIME_ID),
                  get_cpu_ms (CLOCK_THREAD_CPUTIME_ID) };
}

static void
take (Temps *self, const Temps *start)
{
  Temps now = get_temps ();

  self->ms = MIN (self->ms, now.ms - start->ms);
  self->cpu = MIN (self->cpu, now.cpu - start->cpu);
  self->window_cpu = MIN (self->window_cpu, now.window_cpu - start->window_cpu);
}

static void
painted_cb (GdkFrameClock *clock, gpointer user_data)
{
  *(gboolean *)user_data = TRUE;
}

/* Until all of @volets was read, and what it changed is on the screen. */
static void
wait (PvBilanAnalyseVue *vue, PvBilanVolets volets)
{
  const PvBilanAnalyse *analyse;
  GdkFrameClock *clock;
  gboolean painted = FALSE;
  gulong handler;

  while ((analyse = pv_bilan_analyse_vue_get_analyse (vue)) == NULL ||
         (analyse->volets & volets) != volets)
    g_main_context_iteration (NULL, TRUE);
  clock = gtk_widget_get_frame_clock (GTK_WIDGET (vue));
  handler = g_signal_connect (clock, "after-paint", G_CALLBACK (painted_cb), &painted);
  gtk_widget_queue_draw (GTK_WIDGET (vue));
  while (!painted)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (clock, handler);
}

/* A new view each time, as the page makes it when it is first shown. */
static void
measure_page (PvContext *context, Temps *cards, Temps *last)
{
  *cards = *last = (Temps){ G_MAXDOUBLE, G_MAXDOUBLE, G_MAXDOUBLE };
  for (guint i = 0; i < N_PASSES; i++)
    {
      Temps start = get_temps ();
      GtkWidget *vue = pv_bilan_analyse_vue_new (context);
      GtkWindow *window;

      pv_bilan_analyse_vue_refresh (PV_BILAN_ANALYSE_VUE (vue));
      window = pv_display_show (vue);
      wait (PV_BILAN_ANALYSE_VUE (vue), PV_BILAN_VOLET_CHIFFRES);
      take (cards, &start);
      wait (PV_BILAN_ANALYSE_VUE (vue), PV_BILAN_VOLETS);
      take (last, &start);
      pv_display_settle (context);
      pv_display_close (window);
    }
}

static void
print (const char *name, double value)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  g_print (", \"%s\": %s", name, g_ascii_formatd (text, sizeof text, "%.1f", value));
}

static void
measure (const char *path)
{
  g_autoptr (PvContext) context = pv_display_open (path);
  gint64 n = 0;
  Temps cards, last;

  pv_db_query_int (pv_context_get_reader (context), "SELECT COUNT(*) FROM dossier", &n, NULL);
  measure_page (context, &cards, &last);
  g_print ("{\"bench\": \"bilan-page\", \"dossiers\": %d", (int)n);
  print ("quick_cpu_ms", measure_model (context, PV_BILAN_VOLET_CHIFFRES));
  print ("analysis_cpu_ms", measure_model (context, PV_BILAN_VOLETS));
  print ("cards_ms", cards.ms);
  print ("cards_cpu_ms", cards.cpu);
  print ("cards_window_cpu_ms", cards.window_cpu);
  print ("last_ms", last.ms);
  print ("last_cpu_ms", last.cpu);
  g_print (", \"aim\": \"cards <= 150 ms, last <= 500 ms\"}\n");
  fflush (stdout);
}

int
main (int argc, char **argv)
{
  const guint sizes[] = { 340, 3400, 17000 };
  const char *other = g_getenv ("PV_BENCH_BILAN");

  pv_display_init (&argc, &argv);
  if (other != NULL)
    measure (other);
  for (guint i = 0; other == NULL && i < G_N_ELEMENTS (sizes); i++)
    {
      char *path = pv_display_copy_demonstration ();

      fill (path, sizes[i]);
      measure (path);
      pv_display_remove (path);
    }

  return 0;
}
