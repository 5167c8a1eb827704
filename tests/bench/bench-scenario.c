/* bench-scenario.c: an envelope given by rank, a withdrawal taken over, and what they lead to
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * bench-scenario: 17 000 dossiers × 2 financements × 4 institutions × 8 criteria made here. One
 * line of JSON per measure, the best of five runs:
 *   scenario-rang, the allocation: the financements and the scores are read, the envelope is given
 *     by rank, and the situation it leads to is computed;
 *   scenario-retrait: a payer withdraws from 17 000 dossiers and another takes over;
 *   scenario-essai: the allocation alone, once all is read, as when a setting is moved;
 *   scenario-ecriture, scenario-application: the scenario is written, then applied, under history.
 */

#include <glib/gstdio.h>
#include <locale.h>

#include "scenario/pv-scenario-service.h"
#include "scenario/pv-scenario-situation.h"
#include "spent.h"

#define N_DOSSIERS "17000"
#define N_PASSES 5

static const char programme[] =
    "INSERT INTO organisme (id, uuid, nom, nom_plie) VALUES (1, 'o', 'Etat', 'etat'),"
    " (2, 'p', 'Region', 'region');"
    "INSERT INTO financeur (id, uuid, organisme_id, categorie) VALUES (1, 'f', 1, 'etat'),"
    " (2, 'g', 2, 'region');"
    "INSERT INTO dispositif (id, uuid, financeur_id, code, nom, nom_plie)"
    " VALUES (1, 'd', 1, 'd', 'D', 'd'), (2, 'e', 2, 'e', 'E', 'e');"
    "INSERT INTO enveloppe (id, uuid, dispositif_id, exercice, libelle, montant_cents)"
    " VALUES (1, 'e', 1, 2026, 'E', 8500000000), (2, 'f', 2, 2026, 'F', 16000000000);"
    "INSERT INTO grille (id, uuid, nom) VALUES (1, 'g', 'G');"
    "WITH RECURSIVE i (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM i WHERE n < 8)"
    " INSERT INTO critere (id, uuid, grille_id, ordre, libelle, poids, maximum)"
    " SELECT n, 'c' || n, 1, n, 'Critere ' || n, n % 3 + 1, n % 2 * 2 + 3 FROM i;"
    "WITH RECURSIVE i (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM i WHERE n < 4)"
    " INSERT INTO institution (id, uuid, nom) SELECT n, 's' || n, 'Institution ' || n FROM i;"
    "INSERT INTO appel (id, uuid, exercice, genre, libelle, grille_id)"
    " VALUES (1, 'a', 2026, 'aap', 'A', 1);"
    "WITH RECURSIVE i (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM i WHERE n < " N_DOSSIERS ")"
    " INSERT INTO dossier (id, uuid, appel_id, numero, porteur_id, intitule, statut, exercice,"
    "   cout_total_declare_cents, autres_produits_cents)"
    " SELECT n, printf('%036d', n), 1, printf('%05d', n), 1, 'Action ' || n, 'propose', 2026,"
    "        (n * 131 % 60000) * 100, (n * 17 % 9000) * 100 FROM i;"
    "INSERT INTO financement (uuid, dossier_id, financeur_id, dispositif_id, exercice,"
    "   enveloppe_id, sollicite_cents, propose_cents)"
    " SELECT printf('m%035d', d.id * 2 + p.id), d.id, p.id, p.id, 2026, p.id,"
    "        (d.id * 7919 * p.id % 20000) * 100,"
    "        CASE WHEN d.id % 3 THEN (d.id * 31 * p.id % 20000) * 100 END"
    "   FROM dossier d CROSS JOIN dispositif p;"
    "INSERT INTO instruction (id, uuid, dossier_id, institution_id, etat)"
    " SELECT (d.id - 1) * 4 + s.id, printf('n%035d', d.id * 4 + s.id), d.id, s.id, 'soumise'"
    "   FROM dossier d CROSS JOIN institution s;"
    "INSERT INTO note (instruction_id, critere_id, valeur, sans_objet)"
    " SELECT i.id, c.id, CASE WHEN (i.id * 13 + c.id) % 17 THEN"
    "          (i.id * 7919 + c.id * 31 + i.id / 97) % (c.maximum + 1) END,"
    "        (i.id * 13 + c.id) % 17 = 0"
    "   FROM instruction i CROSS JOIN critere c ORDER BY i.id, c.id;";

static void
say (const char *bench, const Spent *spent, const char *aim)
{
  char seconds[G_ASCII_DTOSTR_BUF_SIZE];
  char cpu[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (seconds, sizeof seconds, "%.4f", spent->seconds);
  g_ascii_formatd (cpu, sizeof cpu, "%.4f", spent->cpu);
  g_print ("{\"bench\":\"%s\",\"dossiers\":" N_DOSSIERS ",\"seconds\":%s,\"cpu_seconds\":%s,"
           "\"aim\":\"%s\"}\n",
           bench, seconds, cpu, aim);
}

/* What a dialog asks of a worker, from nothing. */
static void
run_whole (PvDb *db, const PvEssai *essai, Spent *whole, Spent *alone)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PvScenarioDonnees) donnees = NULL;
  g_autoptr (PvScenarioSituation) situation = NULL;
  g_autofree PvCents *montants = NULL;
  g_autofree gint64 *rangs = NULL;
  PvEssaiBilan bilan;
  Spent start, start_alone;

  spent_begin (&start);
  donnees = pv_scenario_store_load_donnees (db, 1, &error);
  if (donnees == NULL)
    bench_die (error);
  if (essai->genre == PV_ESSAI_RANG &&
      (rangs = pv_scenario_store_load_rangs (db, donnees, &error)) == NULL)
    bench_die (error);
  montants = pv_scenario_donnees_dup_montants (donnees);
  spent_begin (&start_alone);
  if (!pv_essai_run (essai, donnees, rangs, montants, &bilan, &error))
    bench_die (error);
  situation = pv_scenario_situation_compute (donnees, montants);
  spent_end (&start_alone, alone);
  spent_end (&start, whole);
}

/* Written, then applied. */
static void
run_writes (PvDb *db, const PvEssai *essai, Spent *written, Spent *applied, guint *n)
{
  g_autoptr (GError) error = NULL;
  PvScenarioApplication application;
  Spent start;
  gint64 id;

  spent_begin (&start);
  if (!pv_scenario_service_create (db, 1, "Par rang", PV_INT_NULL, essai, &id, NULL, &error))
    bench_die (error);
  spent_end (&start, written);
  spent_begin (&start);
  if (!pv_scenario_service_apply (db, id, "2026-06-15", NULL, NULL, &application, &error))
    bench_die (error);
  spent_end (&start, applied);
  *n = application.n_appliques;
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = g_dir_make_tmp ("pv-bench-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "scenario.progville", NULL);
  g_autoptr (PvEssai) rang = pv_essai_new (PV_ESSAI_RANG);
  g_autoptr (PvEssai) retrait = pv_essai_new (PV_ESSAI_RETRAIT);
  g_autoptr (PvDb) db = NULL;
  Spent most = { G_MAXDOUBLE, G_MAXDOUBLE };
  Spent by_rank = most, alone = most, withdrawal = most, unused = most;
  Spent written = most, applied = most;
  gint64 repreneur = 2;
  g_autofree char *changed = NULL;
  guint n = 0;

  setlocale (LC_ALL, "");
  db = bench_make (path, programme);
  rang->enveloppe_id = 1;
  rang->coupure = PV_COUPURE_PARTAGE;
  retrait->financeur_id = 1;
  retrait->repreneurs = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_val (retrait->repreneurs, repreneur);
  for (guint i = 0; i < N_PASSES; i++)
    {
      run_whole (db, rang, &by_rank, &alone);
      run_whole (db, retrait, &withdrawal, &unused);
    }
  run_writes (db, rang, &written, &applied, &n);
  say ("scenario-rang", &by_rank, "<= 0.3 s");
  say ("scenario-retrait", &withdrawal, "<= 0.3 s");
  say ("scenario-essai", &alone, "");
  changed = g_strdup_printf ("%u amounts", n);
  say ("scenario-ecriture", &written, changed);
  say ("scenario-application", &applied, changed);

  pv_db_close (db, NULL);
  g_unlink (path);
  g_rmdir (folder);

  return 0;
}
