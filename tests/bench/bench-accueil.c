/* bench-accueil.c: the first page of 100 000 dossiers, from its making to its painted figures
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * On an X server, on the demonstration with 100 000 dossiers more at every step, a third of them
 * of the year before with their compte rendu awaited; one line of JSON per measure.
 */

#include <locale.h>
#include <stdio.h>
#include <time.h>

#include "accueil/pv-accueil-page.h"
#include "accueil/pv-accueil.h"
#include "accueil/pv-echeance.h"
#include "pv-display.h"
#include "pv-transaction.h"

#define N_RUNS 5

static const char many[] =
    "INSERT INTO dossier (uuid, appel_id, numero, porteur_id, intitule, statut, exercice)"
    " WITH RECURSIVE k (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM k WHERE i < 100000)"
    " SELECT 'b' || i, (SELECT id FROM appel WHERE exercice = 2026), 'b' || i,"
    "        (SELECT MAX (id) FROM organisme WHERE id <= 1 + i % 40), 'Action ' || i,"
    "        CASE i % 8 WHEN 0 THEN 'depose' WHEN 1 THEN 'recevable' WHEN 2 THEN 'instruit'"
    "                   WHEN 3 THEN 'propose' WHEN 4 THEN 'programme' WHEN 5 THEN 'refuse'"
    "                   ELSE 'notifie' END, 2026 - (i % 3 = 0) FROM k;"
    "INSERT INTO financement (uuid, dossier_id, financeur_id, exercice, sollicite_cents,"
    " propose_cents, notifie_cents)"
    " SELECT 'f' || d.id || '-' || s.id, d.id, s.id, d.exercice, 200000, 1000 * (d.id % 90),"
    "        CASE WHEN d.statut = 'notifie' THEN 100000 END"
    "   FROM dossier d JOIN financeur s ON s.id IN (SELECT id FROM financeur ORDER BY id LIMIT 5)"
    "  WHERE d.numero LIKE 'b%';"
    "INSERT INTO avis_externe (uuid, dossier_id, service, demande_le, echeance_le)"
    " SELECT 'a' || id, id, 'DRAC', '2026-02-01', '2026-03-20' FROM dossier"
    "  WHERE numero LIKE 'b%' AND id % 10 = 0;"
    "INSERT INTO piece (uuid, piece_type_id, dossier_id, demandee_le)"
    " SELECT 'p' || id, (SELECT MIN (id) FROM piece_type), id, '2026-02-01' FROM dossier"
    "  WHERE numero LIKE 'b%' AND id % 5 = 0";

static gint64 block_start;
static gint64 longest_block; /* µs of processor between two turns of the main loop */

static gint64
get_cpu_time (void)
{
  struct timespec spent;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &spent);

  return (gint64)spent.tv_sec * G_USEC_PER_SEC + spent.tv_nsec / 1000;
}

static int
poll_cb (GPollFD *fds, guint n, int timeout)
{
  int result;

  if (block_start > 0)
    longest_block = MAX (longest_block, get_cpu_time () - block_start);
  result = g_poll (fds, n, timeout);
  block_start = get_cpu_time ();

  return result;
}

static void
fill (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PvDb) db = pv_db_open (path, PV_DB_OPEN_READ_WRITE, pv_clock_new_system (), &error);
  g_autoptr (PvTransaction) transaction = NULL;

  g_assert_no_error (error);
  transaction = pv_transaction_begin (db, "bench", NULL, &error);
  if (!pv_transaction_suspend_totals (transaction, &error) || !pv_db_execute (db, many, &error) ||
      !pv_transaction_commit (transaction, &error))
    g_error ("%s", error->message);
}

static gpointer
read_chiffres (PvDb *db, const PvFiltre *filtre)
{
  return pv_accueil_load_chiffres (db, filtre, NULL);
}

static gpointer
read_echeances (PvDb *db, const PvFiltre *filtre)
{
  return pv_echeances_load (db, filtre, "2026-03-17", NULL);
}

static gpointer
read_marques (PvDb *db, const PvFiltre *filtre)
{
  return pv_stats_compute (db, PV_STATS_MARQUEUR, PV_ETAPE_SOLLICITE, filtre, NULL);
}

static void
measure_read (PvContext *context,
              const char *name,
              gpointer (*read) (PvDb *, const PvFiltre *),
              GDestroyNotify destroy)
{
  PvFiltre filtre = pv_context_get_filtre (context);
  double best = G_MAXDOUBLE;

  for (guint i = 0; i < N_RUNS; i++)
    {
      gint64 start = get_cpu_time ();
      gpointer answer = read (pv_context_get_reader (context), &filtre);

      best = MIN (best, (double)(get_cpu_time () - start) / 1000);
      g_assert_nonnull (answer);
      destroy (answer);
    }
  printf ("{\"bench\": \"%s\", \"cpu_ms\": %.1f}\n", name, best);
}

/* @seen: the window painted and answering; then the figures; then all the cards. */
static void
measure_page (PvContext *context)
{
  gint64 start = g_get_monotonic_time ();
  GtkWidget *page = g_object_new (PV_TYPE_ACCUEIL_PAGE, "context", context, NULL);
  GtkWindow *window;
  GtkStack *stack;
  double shown, figures;

  longest_block = 0;
  block_start = get_cpu_time ();
  window = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_default_size (window, 1080, 750);
  gtk_window_set_child (window, page);
  gtk_window_present (window);
  while (!gtk_widget_get_mapped (page))
    g_main_context_iteration (NULL, TRUE);
  shown = (double)(g_get_monotonic_time () - start) / 1000;
  stack = GTK_STACK (pv_display_find (page, GTK_TYPE_STACK, "stack", NULL));
  while (g_strcmp0 (gtk_stack_get_visible_child_name (stack), "figures") != 0)
    g_main_context_iteration (NULL, TRUE);
  figures = (double)(g_get_monotonic_time () - start) / 1000;
  pv_display_settle (context);
  printf ("{\"bench\": \"accueil-page\", \"shown_ms\": %.1f, \"figures_ms\": %.1f,"
          " \"all_ms\": %.1f, \"longest_block_ms\": %.1f}\n",
          shown, figures, (double)(g_get_monotonic_time () - start) / 1000,
          (double)longest_block / 1000);
  gtk_window_destroy (window);
}

int
main (int argc, char **argv)
{
  g_autofree char *path = NULL;
  PvContext *context;

  pv_display_init (&argc, &argv);
  setlocale (LC_NUMERIC, "C"); /* JSON has points */
  path = pv_display_copy_demonstration ();
  fill (path);
  context = pv_display_open (path);
  g_main_context_set_poll_func (NULL, poll_cb);
  measure_read (context, "accueil-figures", read_chiffres, g_free);
  measure_read (context, "accueil-deadlines", read_echeances, (GDestroyNotify)g_ptr_array_unref);
  measure_read (context, "accueil-marks", read_marques, (GDestroyNotify)pv_stats_free);
  for (guint i = 0; i < 3; i++)
    measure_page (context);
  pv_context_close (context);
  g_object_unref (context);
  pv_display_remove (g_steal_pointer (&path));

  return 0;
}
