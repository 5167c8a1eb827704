/* bench-convention.c: where the law asks for a convention, beside the bare sums
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * bench-convention [FILE]: 17 000 dossiers × 5 exercices × 5 financements made here, or FILE. One
 * line of JSON per measure, the best of several; the ratio is to SQL that only adds up what each
 * payer grants each organisme each year.
 */

#include <glib/gstdio.h>
#include <locale.h>

#include "controle/pv-controle.h"
#include "convention/pv-convention-suivi.h"
#include "pv-statement.h"
#include "spent.h"

#define N_DOSSIERS "85000"
#define N_PASSES 3

static const char programme[] =
    "WITH RECURSIVE i (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM i WHERE n < 3000)"
    " INSERT INTO organisme (id, uuid, nom, nom_plie, forme)"
    " SELECT n, 'o' || n, 'Organisme ' || n, 'organisme ' || n,"
    "        CASE WHEN n % 9 THEN 'association' ELSE 'commune' END FROM i;"
    "WITH RECURSIVE i (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM i WHERE n < 12)"
    " INSERT INTO financeur (id, uuid, organisme_id, categorie, public)"
    " SELECT n, 'f' || n, n, 'autre', 1 FROM i;"
    "WITH RECURSIVE i (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM i WHERE n < 4)"
    " INSERT INTO appel (id, uuid, exercice, genre, libelle)"
    " SELECT n + 1, 'a' || n, 2022 + n, 'aap', 'A' FROM i;"
    "WITH RECURSIVE i (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM i WHERE n < " N_DOSSIERS ")"
    " INSERT INTO dossier (id, uuid, appel_id, numero, porteur_id, intitule, statut, exercice)"
    " SELECT n, printf('%036d', n), n % 5 + 1, printf('%05d', n), n * 7919 % 3000 + 1,"
    "        'Action ' || n, 'notifie', 2022 + n % 5 FROM i;"
    "WITH RECURSIVE i (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM i WHERE n < 5 * " N_DOSSIERS
    "   - 1)"
    " INSERT INTO financement (id, uuid, dossier_id, financeur_id, exercice, sollicite_cents,"
    "   arbitre_cents, vote_cents, notifie_cents)"
    " SELECT n + 1, printf('%036d', n), n / 5 + 1, n * 7 % 12 + 1, 2022 + (n / 5 + 1) % 5,"
    "        (n * 7919 % 9000) * 100, (n * 7919 % 1700) * 100,"
    "        CASE WHEN n % 4 THEN (n * 7919 % 1700) * 100 END,"
    "        CASE WHEN n % 3 THEN (n * 7919 % 1700) * 100 END FROM i;"
    "INSERT INTO convention (uuid, financeur_id, organisme_id, annee_debut, annee_fin, signee_le)"
    " SELECT 'c' || n, n % 12 + 1, n * 7 % 3000 + 1, 2022 + n % 3, 2024 + n % 3,"
    "        CASE WHEN n % 4 THEN '2025-03-01' END"
    "   FROM (SELECT id AS n FROM organisme WHERE id <= 600);";

static const char bare[] =
    "SELECT f.financeur_id, d.porteur_id, f.exercice,"
    "       SUM (COALESCE (f.notifie_cents, f.vote_cents, f.arbitre_cents)) AS cents"
    "  FROM financement f JOIN dossier d ON d.id = f.dossier_id"
    " GROUP BY f.financeur_id, d.porteur_id, f.exercice HAVING cents > 2300000";

static void
run_bare (PvDb *db)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PvStatement) rows = pv_db_prepare (db, bare, &error);
  PvStep step = PV_STEP_ERROR;

  while (rows != NULL && (step = pv_statement_step (rows, &error)) == PV_STEP_ROW)
    ;
  if (step == PV_STEP_ERROR)
    bench_die (error);
}

static void
count_cb (const PvConstat *constat, gpointer user_data)
{
  (*(guint *)user_data)++;
}

static void
say (const char *bench, guint n, const Spent *ours, const Spent *beside, const char *aim)
{
  char seconds[G_ASCII_DTOSTR_BUF_SIZE];
  char cpu[G_ASCII_DTOSTR_BUF_SIZE];
  char sql[G_ASCII_DTOSTR_BUF_SIZE];
  char ratio[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (seconds, sizeof seconds, "%.4f", ours->seconds);
  g_ascii_formatd (cpu, sizeof cpu, "%.4f", ours->cpu);
  g_ascii_formatd (sql, sizeof sql, "%.4f", beside->cpu);
  g_ascii_formatd (ratio, sizeof ratio, "%.3f", ours->cpu / beside->cpu);
  g_print ("{\"bench\":\"%s\",\"rows\":%u,\"seconds\":%s,\"cpu_seconds\":%s,"
           "\"sql_cpu_seconds\":%s,\"ratio\":%s,\"aim\":\"%s\"}\n",
           bench, n, seconds, cpu, sql, ratio, aim);
}

static PvDb *
open_programme (const char *path)
{
  g_autoptr (PvClock) clock = pv_clock_new_fixed ("2026-06-15T09:00:00Z", 1);
  g_autoptr (GError) error = NULL;
  PvDb *db = pv_db_open (path, PV_DB_OPEN_READ_ONLY, clock, &error);

  if (db == NULL)
    bench_die (error);

  return db;
}

static void
measure (PvDb *db)
{
  Spent sums = { G_MAXDOUBLE, G_MAXDOUBLE }, suivi = sums, one = sums, controle = sums;
  guint n = 0, n_one = 0, n_constats = 0;

  for (guint i = 0; i < N_PASSES; i++)
    {
      g_autoptr (GPtrArray) lignes = NULL, besoins = NULL;
      g_autoptr (GError) error = NULL;
      Spent start;

      spent_begin (&start);
      run_bare (db);
      spent_end (&start, &sums);
      spent_begin (&start);
      lignes = pv_convention_suivi_list (db, &PV_FILTRE_TOUT, &error);
      spent_end (&start, &suivi);
      spent_begin (&start);
      besoins = pv_convention_besoin_list_for_dossier (db, 4242, &error);
      spent_end (&start, &one);
      if (lignes == NULL || besoins == NULL)
        bench_die (error);
      n = lignes->len;
      n_one = besoins->len;
      n_constats = 0;
      spent_begin (&start);
      if (!pv_controles_run_one (db, "convention-manquante", NULL, count_cb, &n_constats, NULL,
                                 &error))
        bench_die (error);
      spent_end (&start, &controle);
    }
  say ("convention-suivi", n, &suivi, &sums, "<= 3 x");
  say ("convention-dossier", n_one, &one, &sums, "<= 10 ms");
  say ("convention-manquante", n_constats, &controle, &sums, "<= 3 x");
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = g_dir_make_tmp ("pv-bench-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "convention.progville", NULL);
  g_autoptr (PvDb) db = NULL;

  setlocale (LC_ALL, "");
  db = argc > 1 ? open_programme (argv[1]) : bench_make (path, programme);
  measure (db);

  pv_db_close (db, NULL);
  g_unlink (path);
  g_rmdir (folder);

  return 0;
}
