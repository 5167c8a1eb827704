/* bench-classement.c: a ranking and what moves it, beside a bare query of the scores
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * bench-classement: 17 000 dossiers × 4 institutions × 8 criteria made here. One line of JSON
 * per measure, the best of several. `cpu_seconds` is the processor time of the thread, which
 * other programmes of the machine do not lengthen; the ratio is to SQL that only computes the
 * scores, rounded as it can.
 */

#include <glib/gstdio.h>
#include <locale.h>

#include "classement/pv-classement-store.h"
#include "classement/pv-sensibilite.h"
#include "pv-statement.h"
#include "spent.h"

#define N_DOSSIERS "17000"
#define N_PASSES 5

static const char programme[] =
    "INSERT INTO organisme (id, uuid, nom, nom_plie) VALUES (1, 'o', 'Organisme', 'organisme');"
    "INSERT INTO financeur (id, uuid, organisme_id, categorie) VALUES (1, 'f', 1, 'etat');"
    "INSERT INTO dispositif (id, uuid, financeur_id, code, nom, nom_plie)"
    " VALUES (1, 'd', 1, 'd', 'D', 'd');"
    "INSERT INTO enveloppe (id, uuid, dispositif_id, exercice, libelle, montant_cents)"
    " VALUES (1, 'e', 1, 2026, 'E', 8500000000);"
    "INSERT INTO grille (id, uuid, nom) VALUES (1, 'g', 'G');"
    "WITH RECURSIVE i (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM i WHERE n < 8)"
    " INSERT INTO critere (id, uuid, grille_id, ordre, libelle, poids, maximum)"
    " SELECT n, 'c' || n, 1, n, 'Critere ' || n, n % 3 + 1, n % 2 * 2 + 3 FROM i;"
    "WITH RECURSIVE i (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM i WHERE n < 4)"
    " INSERT INTO institution (id, uuid, nom) SELECT n, 's' || n, 'Institution ' || n FROM i;"
    "INSERT INTO appel (id, uuid, exercice, genre, libelle, grille_id)"
    " VALUES (1, 'a', 2026, 'aap', 'A', 1);"
    "WITH RECURSIVE i (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM i WHERE n < " N_DOSSIERS ")"
    " INSERT INTO dossier (id, uuid, appel_id, numero, porteur_id, intitule, statut, exercice)"
    " SELECT n, printf('%036d', n), 1, printf('%05d', n), 1, 'Action ' || n, 'propose', 2026"
    "   FROM i;"
    "INSERT INTO financement (uuid, dossier_id, financeur_id, dispositif_id, exercice,"
    "   enveloppe_id, sollicite_cents, propose_cents)"
    " SELECT printf('m%035d', id), id, 1, 1, 2026, 1, (id * 7919 % 20000) * 100,"
    "        CASE WHEN id % 3 THEN (id * 31 % 20000) * 100 END FROM dossier;"
    "INSERT INTO instruction (id, uuid, dossier_id, institution_id, etat)"
    " SELECT (d.id - 1) * 4 + s.id, printf('n%035d', d.id * 4 + s.id), d.id, s.id, 'soumise'"
    "   FROM dossier d CROSS JOIN institution s;"
    "INSERT INTO note (instruction_id, critere_id, valeur, sans_objet)"
    " SELECT i.id, c.id, CASE WHEN (i.id * 13 + c.id) % 17 THEN"
    "          (i.id * 7919 + c.id * 31 + i.id / 97) % (c.maximum + 1) END,"
    "        (i.id * 13 + c.id) % 17 = 0"
    "   FROM instruction i CROSS JOIN critere c ORDER BY i.id, c.id;";

static const char bare[] =
    "SELECT dossier_id, AVG(score) AS moyenne FROM ("
    "  SELECT i.dossier_id, ROUND(10000.0 * SUM(c.poids * n.valeur / CAST(c.maximum AS REAL))"
    "         / SUM(c.poids)) AS score"
    "    FROM note n JOIN instruction i ON i.id = n.instruction_id"
    "    JOIN critere c ON c.id = n.critere_id WHERE n.sans_objet = 0 AND i.etat = 'soumise'"
    "   GROUP BY n.instruction_id) GROUP BY dossier_id ORDER BY moyenne DESC";

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

static PvClassement *
rank (PvDb *db)
{
  PvFiltre tout = PV_FILTRE_TOUT;
  g_autoptr (GError) error = NULL;
  PvClassement *classement =
      pv_classement_store_load (db, &tout, PV_CLASSEMENT_TOUTES, "2026-06-15", &error);

  if (classement == NULL)
    bench_die (error);

  return classement;
}

static void
say (const char *bench, const Spent *ours, const Spent *beside, const char *aim)
{
  char seconds[G_ASCII_DTOSTR_BUF_SIZE];
  char cpu[G_ASCII_DTOSTR_BUF_SIZE];
  char sql[G_ASCII_DTOSTR_BUF_SIZE];
  char ratio[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (seconds, sizeof seconds, "%.4f", ours->seconds);
  g_ascii_formatd (cpu, sizeof cpu, "%.4f", ours->cpu);
  g_ascii_formatd (sql, sizeof sql, "%.4f", beside->cpu);
  g_ascii_formatd (ratio, sizeof ratio, "%.3f", ours->cpu / beside->cpu);
  g_print ("{\"bench\":\"%s\",\"dossiers\":" N_DOSSIERS ",\"seconds\":%s,\"cpu_seconds\":%s,"
           "\"sql_cpu_seconds\":%s,\"ratio\":%s,\"aim\":\"%s\"}\n",
           bench, seconds, cpu, sql, ratio, aim);
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = g_dir_make_tmp ("pv-bench-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "classement.progville", NULL);
  g_autoptr (PvDb) db = NULL;
  Spent ranking = { G_MAXDOUBLE, G_MAXDOUBLE };
  Spent moves = ranking;
  Spent query = ranking;

  setlocale (LC_ALL, "");
  db = bench_make (path, programme);
  for (guint i = 0; i < N_PASSES; i++)
    {
      g_autoptr (PvClassement) classement = NULL;
      g_autoptr (GPtrArray) cas = NULL;
      Spent start;

      spent_begin (&start);
      run_bare (db);
      spent_end (&start, &query);
      spent_begin (&start);
      classement = rank (db);
      spent_end (&start, &ranking);
      spent_begin (&start);
      cas = pv_sensibilite_compute (classement, NULL, NULL, NULL, NULL);
      spent_end (&start, &moves);
    }
  say ("classement", &ranking, &query, "<= 0.2 s");
  say ("sensibilite", &moves, &query, "<= 1 s");

  pv_db_close (db, NULL);
  g_unlink (path);
  g_rmdir (folder);

  return 0;
}
