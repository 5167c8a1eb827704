/* bench-stats.c: each key of the statistics against the best bare SQL
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * bench-stats [FILE]: measures on FILE, or on 100 000 dossiers × 5 financements
 * made here. One line of JSON per key: our time, that of the fastest of the bare
 * queries that give the same answer (stepped to their end through the same
 * library), and the ratio. Both answers must have the same total.
 */

#include <glib/gstdio.h>
#include <locale.h>
#include <stdlib.h>

#include "controle/pv-controle.h"
#include "pv-statement.h"
#include "pv-transaction.h"
#include "stats/pv-stats.h"

#define N_DOSSIERS "100000"
#define N_PASSES 5

static const char programme[] =
    "INSERT INTO cadre (id, uuid, code, nom, principal) VALUES (1, 'c', 'local', 'Local', 1);"
    "WITH RECURSIVE i (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM i WHERE n < 90)"
    " INSERT INTO cadre_noeud (id, uuid, cadre_id, parent_id, code, libelle)"
    " SELECT n, 'n' || n, 1, CASE WHEN n > 30 THEN (n - 31) / 2 + 1 WHEN n > 6 THEN n % 6 + 1 END,"
    "        'N' || n, 'Noeud ' || n FROM i;"
    "WITH RECURSIVE i (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM i WHERE n < 200)"
    " INSERT INTO quartier (id, uuid, code, nom, nom_plie, genre)"
    " SELECT n, 'q' || n, 'Q' || n, 'Quartier ' || n, 'quartier ' || n, 'qpv' FROM i;"
    "WITH RECURSIVE i (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM i WHERE n < 10000)"
    " INSERT INTO organisme (id, uuid, nom, nom_plie, forme, siret)"
    " SELECT n, 'o' || n, 'Organisme ' || n, 'organisme ' || n, 'association',"
    "        CASE WHEN n % 2 THEN printf('%014d', n) END FROM i;"
    "WITH RECURSIVE i (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM i WHERE n < 40)"
    " INSERT INTO financeur (id, uuid, organisme_id, categorie, public)"
    " SELECT n, 'f' || n, n, CASE n % 7 WHEN 0 THEN 'etat' WHEN 1 THEN 'region'"
    "   WHEN 2 THEN 'departement' WHEN 3 THEN 'caf' WHEN 4 THEN 'epci' WHEN 5 THEN 'commune'"
    "   ELSE 'autre' END, 1 FROM i;"
    "INSERT INTO axe_transversal (id, uuid, code, libelle, arbre) VALUES"
    " (1, 't', 'egalite', 'Égalité', 1);"
    "INSERT INTO appel (id, uuid, exercice, genre, libelle) VALUES (1, 'a', 2025, 'aap', 'A'),"
    " (2, 'b', 2026, 'aap', 'B');"
    "WITH RECURSIVE i (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM i WHERE n < " N_DOSSIERS ")"
    " INSERT INTO dossier (id, uuid, appel_id, numero, porteur_id, intitule, statut, exercice,"
    "   chapeau)"
    " SELECT n, printf('%036d', n), n % 2 + 1, 'N' || n, n * 7919 % 10000 + 1,"
    "        'Action ' || (n * 31 % 977) || ' pour les habitants du quartier ' || (n % 200),"
    "        CASE n % 5 WHEN 0 THEN 'depose' WHEN 1 THEN 'instruit' WHEN 2 THEN 'programme'"
    "          WHEN 3 THEN 'notifie' ELSE 'solde' END, 2025 + n % 2, n % 100 = 0 FROM i;"
    "WITH RECURSIVE i (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM i WHERE n < 5 * " N_DOSSIERS
    "   - 1)"
    " INSERT INTO financement (id, uuid, dossier_id, financeur_id, exercice, sollicite_cents,"
    "   propose_cents, arbitre_cents, vote_cents, notifie_cents)"
    " SELECT n + 1, printf('%036d', n), n / 5 + 1, n * 7 % 40 + 1, 2025 + n / 5 % 3,"
    "        (n * 7919 % 50000) * 100, CASE WHEN n % 3 THEN (n * 31 % 40000) * 100 END,"
    "        CASE WHEN n % 4 THEN (n * 37 % 40000) * 100 END,"
    "        CASE WHEN n % 5 THEN (n * 41 % 40000) * 100 END, NULL FROM i;"
    "INSERT INTO dossier_territoire (dossier_id, quartier_id, part_bp)"
    " SELECT id, id % 200 + 1, CASE id % 3 WHEN 0 THEN NULL WHEN 1 THEN 3333 ELSE 6000 END"
    "   FROM dossier;"
    "INSERT INTO dossier_territoire (dossier_id, quartier_id, part_bp)"
    " SELECT id, (id + 57) % 200 + 1, CASE id % 3 WHEN 1 THEN 6667 ELSE 4000 END FROM dossier"
    "  WHERE id % 3 > 0;"
    "INSERT INTO dossier_noeud (dossier_id, noeud_id, principal)"
    " SELECT id, id % 90 + 1, 1 FROM dossier WHERE id % 10;"
    "INSERT INTO marqueur (uuid, dossier_id, axe_id, valeur)"
    " SELECT 'z' || id, id, 1, CASE WHEN id % 4 THEN id % 3 END FROM dossier WHERE id % 10 > 3;";

/* Bare queries: every one gives key, label, distinct dossiers, amount; the
 * amount is column 3. */
#define DOSSIERS "FROM dossier d JOIN financement f ON f.dossier_id = d.id "

typedef struct
{
  PvStatsKey by;
  const char *sql[3];
} Nu;

static const Nu nus[] = {
  { PV_STATS_CATEGORIE,
    { "SELECT fi.categorie, fi.categorie, COUNT(DISTINCT f.dossier_id), SUM(f.vote_cents) " DOSSIERS
      "JOIN financeur fi ON fi.id = f.financeur_id WHERE d.chapeau = 0 GROUP BY fi.categorie",
      "SELECT categorie, categorie, COUNT(*), SUM(s) FROM (SELECT fi.categorie, d.id,"
      " SUM(f.vote_cents) AS s " DOSSIERS "JOIN financeur fi ON fi.id = f.financeur_id"
      " WHERE d.chapeau = 0 GROUP BY d.id, fi.categorie) GROUP BY categorie" } },
  { PV_STATS_FINANCEUR,
    { "SELECT fi.id, o.nom, COUNT(DISTINCT f.dossier_id), SUM(f.vote_cents) " DOSSIERS
      "JOIN financeur fi ON fi.id = f.financeur_id JOIN organisme o ON o.id = fi.organisme_id"
      " WHERE d.chapeau = 0 GROUP BY fi.id, o.nom ORDER BY 4 DESC",
      "SELECT x.id, o.nom, COUNT(*), SUM(s) FROM (SELECT f.financeur_id AS id, SUM(f.vote_cents)"
      " AS s " DOSSIERS "WHERE d.chapeau = 0 GROUP BY d.id, f.financeur_id) x"
      " JOIN financeur fi ON fi.id = x.id JOIN organisme o ON o.id = fi.organisme_id"
      " GROUP BY x.id ORDER BY 4 DESC",
      "SELECT f.financeur_id, o.nom, COUNT(DISTINCT f.dossier_id), SUM(f.vote_cents)"
      " FROM financement f JOIN dossier d ON d.id = f.dossier_id JOIN financeur fi"
      " ON fi.id = +f.financeur_id JOIN organisme o ON o.id = fi.organisme_id"
      " WHERE d.chapeau = 0 GROUP BY f.financeur_id ORDER BY 4 DESC" } },
  { PV_STATS_EXERCICE,
    { "SELECT f.exercice, f.exercice, COUNT(DISTINCT f.dossier_id), SUM(f.vote_cents) " DOSSIERS
      "WHERE d.chapeau = 0 GROUP BY f.exercice",
      "SELECT x.e, x.e, COUNT(*), SUM(s) FROM (SELECT f.exercice AS e, SUM(f.vote_cents) AS "
      "s " DOSSIERS "WHERE d.chapeau = 0 GROUP BY d.id, f.exercice) x GROUP BY x.e" } },
  { PV_STATS_STATUT,
    { "SELECT d.statut, d.statut, COUNT(*), SUM(CASE WHEN t.n_vote > 0 THEN t.vote_cents END)"
      " FROM dossier d JOIN total_dossier t ON t.id = d.id WHERE d.chapeau = 0 GROUP BY "
      "d.statut" } },
  { PV_STATS_PORTEUR,
    { "SELECT COALESCE(o.siret, o.nom), o.nom, x.n, x.s FROM (SELECT d.porteur_id AS id,"
      " COUNT(*) AS n, SUM(CASE WHEN t.n_vote > 0 THEN t.vote_cents END) AS s"
      " FROM dossier d JOIN total_dossier t ON t.id = d.id WHERE d.chapeau = 0"
      " GROUP BY d.porteur_id) x JOIN organisme o ON o.id = x.id ORDER BY 4 DESC" } },
  { PV_STATS_AXE,
    { "WITH RECURSIVE r (id, racine) AS (SELECT id, id FROM cadre_noeud WHERE parent_id IS NULL"
      " UNION ALL SELECT n.id, r.racine FROM cadre_noeud n JOIN r ON r.id = n.parent_id)"
      " SELECT r.racine, (SELECT libelle FROM cadre_noeud WHERE id = r.racine), SUM(x.n), SUM(x.s)"
      " FROM (SELECT dn.noeud_id AS id, COUNT(*) AS n, SUM(CASE WHEN t.n_vote > 0"
      " THEN t.vote_cents END) AS s FROM dossier d JOIN total_dossier t ON t.id = d.id"
      " LEFT JOIN dossier_noeud dn ON dn.dossier_id = d.id AND dn.principal = 1"
      " WHERE d.chapeau = 0 GROUP BY dn.noeud_id) x LEFT JOIN r ON r.id = x.id"
      " GROUP BY r.racine ORDER BY 4 DESC" } },
  { PV_STATS_MARQUEUR,
    { "SELECT m.valeur, m.valeur, COUNT(*), SUM(CASE WHEN t.n_vote > 0 THEN t.vote_cents END)"
      " FROM dossier d JOIN total_dossier t ON t.id = d.id LEFT JOIN marqueur m"
      " ON m.dossier_id = d.id AND m.axe_id = 1 WHERE d.chapeau = 0 GROUP BY m.valeur" } },
  /* Largest remainder by a window: cut, then one cent for the first remainders. */
  { PV_STATS_TERRITOIRE,
    { "WITH l AS (SELECT d.id, dt.quartier_id AS q, COALESCE(dt.part_bp, 10000) AS p,"
      "   CASE WHEN t.n_vote > 0 THEN t.vote_cents END AS a, dt.id AS k"
      "   FROM dossier d JOIN total_dossier t ON t.id = d.id"
      "   LEFT JOIN dossier_territoire dt ON dt.dossier_id = d.id WHERE d.chapeau = 0),"
      " c AS (SELECT id, q, a, a * p / 10000 AS part, a - SUM(a * p / 10000) OVER w AS reste,"
      "   ROW_NUMBER() OVER (PARTITION BY id ORDER BY a * p % 10000 DESC, k) AS rang"
      "   FROM l WINDOW w AS (PARTITION BY id))"
      " SELECT c.q, qu.nom, COUNT(DISTINCT c.id), SUM(part + (rang <= reste)) FROM c"
      " LEFT JOIN quartier qu ON qu.id = c.q GROUP BY c.q ORDER BY 4 DESC" } },
};

static void
fail_on (GError *error)
{
  if (error == NULL)
    return;
  g_printerr ("%s\n", error->message);
  exit (1);
}

static PvDb *
make_programme (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PvClock) clock = pv_clock_new_fixed ("2026-06-15T09:00:00Z", 0);
  g_autoptr (PvTransaction) transaction = NULL;
  PvDb *db = pv_db_create (path, clock, &error);

  fail_on (error);
  transaction = pv_transaction_begin (db, "bench", NULL, &error);
  fail_on (error);
  pv_transaction_suspend_totals (transaction, &error);
  fail_on (error);
  pv_db_execute (db, programme, &error);
  fail_on (error);
  pv_transaction_commit (transaction, &error);
  fail_on (error);
  return db;
}

static PvDb *
open_programme (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PvClock) clock = pv_clock_new_system ();
  PvDb *db = pv_db_open (path, PV_DB_OPEN_READ_ONLY, clock, &error);

  fail_on (error);
  return db;
}

/* Seconds a bare query takes; its total. */
static double
time_bare (PvDb *db, const char *sql, gint64 *total)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PvStatement) statement = NULL;
  gint64 start = g_get_monotonic_time ();
  PvStep step;

  statement = pv_db_prepare (db, sql, &error);
  fail_on (error);
  *total = 0;
  while ((step = pv_statement_step (statement, &error)) == PV_STEP_ROW)
    {
      gint64 amount = pv_statement_get_int (statement, 3);

      pv_statement_get_text (statement, 0);
      pv_statement_get_text (statement, 1);
      *total += amount != PV_INT_NULL ? amount : 0;
    }
  fail_on (error);
  return (double)(g_get_monotonic_time () - start) / G_USEC_PER_SEC;
}

static double
time_ours (PvDb *db, PvStatsKey by, gint64 *total)
{
  g_autoptr (GError) error = NULL;
  gint64 start = g_get_monotonic_time ();
  g_autoptr (PvStats) stats = pv_stats_compute (db, by, PV_ETAPE_VOTE, NULL, &error);

  fail_on (error);
  *total = stats->total.amount_cents != PV_CENTS_NULL ? stats->total.amount_cents : 0;
  return (double)(g_get_monotonic_time () - start) / G_USEC_PER_SEC;
}

/* The shortest of several passes, taken in turns so that both see the same
 * machine. */
static gboolean
measure (PvDb *db, const Nu *nu)
{
  double ours = G_MAXDOUBLE, bare = G_MAXDOUBLE;
  gint64 total = 0, other = 0;
  char text[3][G_ASCII_DTOSTR_BUF_SIZE];

  for (int pass = 0; pass < N_PASSES; pass++)
    {
      ours = MIN (ours, time_ours (db, nu->by, &total));
      for (gsize i = 0; i < G_N_ELEMENTS (nu->sql) && nu->sql[i] != NULL; i++)
        bare = MIN (bare, time_bare (db, nu->sql[i], &other));
    }
  g_print ("{\"bench\":\"stats\",\"by\":\"%s\",\"seconds\":%s,\"sql_seconds\":%s,\"ratio\":%s,"
           "\"same_total\":%s}\n",
           pv_stats_key_to_id (nu->by), g_ascii_formatd (text[0], sizeof text[0], "%.4f", ours),
           g_ascii_formatd (text[1], sizeof text[1], "%.4f", bare),
           g_ascii_formatd (text[2], sizeof text[2], "%.2f", ours / bare),
           total == other ? "true" : "false");
  return total == other;
}

static void
measure_matrices (PvDb *db)
{
  for (guint by = 0; by < PV_N_STATS_KEYS; by++)
    {
      g_autoptr (GError) error = NULL;
      gint64 start = g_get_monotonic_time ();
      g_autoptr (PvMatrice) matrice = pv_stats_matrice (db, by, NULL, &error);
      char text[G_ASCII_DTOSTR_BUF_SIZE];

      fail_on (error);
      g_ascii_formatd (text, sizeof text, "%.4f",
                       (double)(g_get_monotonic_time () - start) / G_USEC_PER_SEC);
      g_print ("{\"bench\":\"stats-matrice\",\"by\":\"%s\",\"rows\":%u,\"seconds\":%s}\n",
               pv_stats_key_to_id (by), matrice->rows->len, text);
    }
}

static void
count_cb (const PvConstat *constat, gpointer user_data)
{
  (*(guint *)user_data)++;
}

static void
measure_controles (PvDb *db)
{
  gsize n;
  const PvControle *controles = pv_controle_registry (&n);

  for (gsize i = 0; i < n; i++)
    {
      g_autoptr (GError) error = NULL;
      gint64 start = g_get_monotonic_time ();
      char text[G_ASCII_DTOSTR_BUF_SIZE];
      guint found = 0;

      pv_controles_run_one (db, controles[i].id, NULL, count_cb, &found, NULL, &error);
      fail_on (error);
      g_ascii_formatd (text, sizeof text, "%.4f",
                       (double)(g_get_monotonic_time () - start) / G_USEC_PER_SEC);
      g_print ("{\"bench\":\"controle\",\"id\":\"%s\",\"findings\":%u,\"seconds\":%s}\n",
               controles[i].id, found, text);
    }
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = argc > 1 ? NULL : g_dir_make_tmp ("pv-bench-XXXXXX", NULL);
  g_autofree char *path =
      g_build_filename (argc > 1 ? argv[1] : folder, argc > 1 ? NULL : "bench.progville", NULL);
  g_autoptr (PvDb) db = argc > 1 ? open_programme (path) : make_programme (path);
  gboolean ok = TRUE;

  setlocale (LC_ALL, "");
  for (gsize i = 0; i < G_N_ELEMENTS (nus); i++)
    /* Bare territories are those of the programme made here: quartiers alone. */
    if (argc == 1 || nus[i].by != PV_STATS_TERRITOIRE)
      ok = measure (db, &nus[i]) && ok;
  measure_matrices (db);
  measure_controles (db);

  pv_db_close (db, NULL);
  if (folder != NULL)
    {
      g_unlink (path);
      g_rmdir (folder);
    }
  return ok ? 0 : 1;
}
