/* bench-seance.c: an amount typed in a séance, from the model's side
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * bench-seance: 100 000 dossiers × 5 financements made here, 20 000 on each envelope, an agenda of
 * 42 then 1 700 dossiers, half of them decided. One line of JSON per measure, the median of
 * several: writing the amount, reading again what it moves, the running list, a whole dossier, the
 * closing.
 */

#include <glib/gstdio.h>
#include <locale.h>
#include <stdlib.h>

#include "pv-transaction.h"
#include "seance/pv-seance-fiche-store.h"
#include "seance/pv-seance-journal.h"
#include "seance/pv-seance-service.h"
#include "seance/pv-seance-store.h"

#define N_DOSSIERS "100000"
#define N_PASSES 31

static const char programme[] =
    "WITH RECURSIVE i (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM i WHERE n < 6)"
    " INSERT INTO organisme (id, uuid, nom, nom_plie) SELECT n, 'o' || n, 'O' || n, 'o' || n"
    "   FROM i;"
    "INSERT INTO financeur (id, uuid, organisme_id, categorie)"
    " SELECT id, 'f' || id, id, 'etat' FROM organisme WHERE id < 6;"
    "INSERT INTO dispositif (id, uuid, financeur_id, code, nom, nom_plie)"
    " SELECT id, 'd' || id, id, 'd' || id, 'D', 'd' FROM financeur;"
    "WITH RECURSIVE i (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM i WHERE n < 24)"
    " INSERT INTO enveloppe (id, uuid, dispositif_id, exercice, libelle, montant_cents)"
    " SELECT n + 1, 'e' || n, n / 5 + 1, 2026, 'E' || n, 90000000000 FROM i;"
    "INSERT INTO appel (id, uuid, exercice, genre, libelle) VALUES (1, 'a', 2026, 'aap', 'A');"
    "WITH RECURSIVE i (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM i WHERE n < " N_DOSSIERS ")"
    " INSERT INTO dossier (id, uuid, appel_id, numero, porteur_id, intitule, statut, exercice,"
    "   cout_total_declare_cents, autres_produits_cents)"
    " SELECT n, printf('%036d', n), 1, printf('%06d', n), 6, 'Action ' || n, 'propose', 2026,"
    "        10000000, 0 FROM i;"
    "INSERT INTO financement (uuid, dossier_id, financeur_id, dispositif_id, exercice,"
    "   enveloppe_id, sollicite_cents, propose_cents)"
    " SELECT printf('m%035d', d.id * 10 + f.id), d.id, f.id, f.id, 2026,"
    "        (f.id - 1) * 5 + d.id % 5 + 1, 500000, (d.id * 31 % 5000) * 100"
    "   FROM dossier d CROSS JOIN financeur f;"
    "INSERT INTO institution (id, uuid, nom, organisme_id)"
    " SELECT id, 'i' || id, 'I' || id, id FROM financeur;"
    "INSERT INTO instance (id, uuid, nom, effet) VALUES (1, 'c', 'Copil', 'decision');"
    "INSERT INTO instance_membre (instance_id, institution_id) SELECT 1, id FROM institution;";

static void
die (const GError *error)
{
  g_printerr ("%s\n", error != NULL ? error->message : "?");
  exit (1);
}

#define must(expression)                                                                           \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autoptr (GError) error = NULL;                                                               \
                                                                                                   \
    if (!(expression))                                                                             \
      die (error);                                                                                 \
  }                                                                                                \
  G_STMT_END

static PvDb *
make (const char *path)
{
  g_autoptr (PvClock) clock = pv_clock_new_system ();
  g_autoptr (GError) error = NULL;
  PvDb *db = pv_db_create (path, clock, &error);
  g_autoptr (PvTransaction) transaction =
      db != NULL ? pv_transaction_begin (db, "bench", NULL, &error) : NULL;

  if (transaction == NULL || !pv_transaction_suspend_totals (transaction, &error) ||
      !pv_db_execute (db, programme, &error) || !pv_transaction_commit (transaction, &error))
    die (error);

  return db;
}

static int
compare_cb (gconstpointer a, gconstpointer b)
{
  double difference = *(const double *)a - *(const double *)b;

  return difference < 0 ? -1 : difference > 0;
}

static void
say (const char *bench, guint ordre, double *seconds, guint n, const char *aim)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  qsort (seconds, n, sizeof *seconds, compare_cb);
  g_ascii_formatd (text, sizeof text, "%.5f", seconds[n / 2]);
  g_print ("{\"bench\":\"%s\",\"dossiers\":" N_DOSSIERS ",\"ordre\":%u,\"seconds\":%s,"
           "\"aim\":\"%s\"}\n",
           bench, ordre, text, aim);
}

static double
now (void)
{
  return (double)g_get_monotonic_time () / G_USEC_PER_SEC;
}

static GPtrArray *
prepare (PvDb *db, guint n, gint64 *seance_id)
{
  g_autoptr (PvSeance) seance = pv_seance_new ();
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  GPtrArray *ordre;

  seance->instance_id = 1;
  seance->date_le = g_strdup ("2026-03-17");
  must (pv_seance_creer (db, seance, &error));
  for (guint i = 0; i < n; i++)
    {
      gint64 id = 1 + (gint64)n + 50 * (gint64)i;

      g_array_append_val (ids, id);
    }
  must (pv_seance_ajouter_dossiers (db, seance->id, ids, NULL, &error));
  must (pv_seance_set_presence (db, seance->id, 1, NULL, TRUE, &error));
  must (pv_seance_ouvrir (db, seance->id, TRUE, &error));
  ordre = pv_seance_store_list_dossiers (db, seance->id, NULL);
  for (guint i = 0; i < n / 2; i++)
    must (pv_seance_decider (db, ((PvSeanceDossier *)ordre->pdata[i])->id,
                             PV_DECISION_GENRE_PROGRAMME, PV_INT_NULL, &error));
  *seance_id = seance->id;

  return ordre;
}

static void
measure (PvDb *db, guint n)
{
  double writing[N_PASSES], reading[N_PASSES], list[N_PASSES], whole[N_PASSES], closing;
  gint64 seance_id, id, financement;
  g_autoptr (GPtrArray) ordre = prepare (db, n, &seance_id);
  g_autoptr (PvSeanceFiche) fiche = NULL;

  id = ((PvSeanceDossier *)ordre->pdata[n / 2])->id;
  fiche = pv_seance_fiche_load (db, id, NULL);
  financement = ((const PvSeanceLigne *)fiche->lignes->pdata[0])->financement_id;
  for (guint i = 0; i < N_PASSES; i++)
    {
      g_autoptr (PvSeanceJournal) journal = NULL;
      g_autoptr (PvSeanceFiche) autre = NULL;
      double start = now ();

      must (pv_seance_set_montant (db, id, financement, 100 + i, &error));
      writing[i] = now () - start;
      start = now ();
      must (pv_seance_fiche_relire (fiche, db, &error));
      reading[i] = now () - start;
      start = now ();
      journal = pv_seance_journal_load (db, seance_id, NULL);
      list[i] = now () - start;
      start = now ();
      autre = pv_seance_fiche_load (db, id, NULL);
      whole[i] = now () - start;
    }
  say ("seance-montant", n, writing, N_PASSES, "<= 0.016 s");
  say ("seance-relire", n, reading, N_PASSES, "<= 0.016 s");
  say ("seance-journal", n, list, N_PASSES, "<= 0.1 s");
  say ("seance-dossier", n, whole, N_PASSES, "<= 0.1 s");

  for (guint i = n / 2; i < n; i++)
    must (pv_seance_decider (db, ((PvSeanceDossier *)ordre->pdata[i])->id, PV_DECISION_GENRE_REFUSE,
                             PV_INT_NULL, &error));
  closing = now ();
  must (pv_seance_clore (db, seance_id, "essai", &error));
  closing = now () - closing;
  say ("seance-cloture", n, &closing, 1, "<= 5 s");
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = g_dir_make_tmp ("pv-bench-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "seance.progville", NULL);
  g_autoptr (PvDb) db = NULL;

  setlocale (LC_ALL, "");
  db = make (path);
  measure (db, 42);
  measure (db, 1700);

  pv_db_close (db, NULL);
  g_unlink (path);
  g_rmdir (folder);

  return 0;
}
