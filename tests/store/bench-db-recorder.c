/* bench-db-recorder.c: what the history costs a bulk import
 *
 * The same rows go into the real schema twice, with the recorder and with its
 * hook taken away. One line of JSON: the ratio, and the cost per row.
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <stdlib.h>
#include <time.h>

#include "db-fixture.h"
#include "pv-test-folder.h"

#define PER_DOSSIER 6

static void
insert_dossier (PvStatement *statement, int i)
{
  g_autofree char *uuid = g_uuid_string_random (); /* as real ones: no order */
  g_autofree char *number = g_strdup_printf ("2026-%06d", i);
  g_autofree char *title = g_strdup_printf ("Action de médiation et de lien social numéro %d", i);

  pv_statement_bind_text_at (statement, 1, uuid);
  pv_statement_bind_text_at (statement, 2, number);
  pv_statement_bind_int_at (statement, 3, 1 + i % 1000);
  pv_statement_bind_text_at (statement, 4, title);
  pv_statement_bind_int_at (statement, 5, 1000000 + i);
  g_assert_true (pv_statement_run (statement, NULL));
}

static void
insert_financement (PvStatement *statement, int i, int dossier)
{
  g_autofree char *uuid = g_uuid_string_random ();

  pv_statement_bind_text_at (statement, 1, uuid);
  pv_statement_bind_int_at (statement, 2, dossier);
  pv_statement_bind_int_at (statement, 3, 1 + i % PER_DOSSIER);
  pv_statement_bind_int_at (statement, 4, 500000 + i);
  pv_statement_bind_int_at (statement, 5, i % 3 == 0 ? PV_INT_NULL : 400000 + i);
  g_assert_true (pv_statement_run (statement, NULL));
}

static void
insert_frame (PvDb *db)
{
  static const char sql[] =
      "INSERT INTO appel (uuid, exercice, genre, libelle) VALUES ('a', 2026, 'aap', 'Appel');"
      "INSERT INTO organisme (uuid, nom, nom_plie) WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL"
      " SELECT i + 1 FROM n WHERE i < 1000) SELECT 'o' || i, 'Organisme ' || i, 'organisme ' || i"
      " FROM n;"
      "INSERT INTO financeur (uuid, organisme_id, categorie) SELECT 'g' || id, id, 'autre'"
      " FROM organisme LIMIT 6;";

  g_assert_true (pv_db_execute (db, sql, NULL));
}

/* Returns: seconds of processor for the rows: neither the commit, which is the
 * disk's, nor what others do meanwhile. */
static double
fill (PvDb *db, int n, gboolean recorded)
{
  g_autoptr (PvTransaction) transaction = pv_transaction_begin (db, "import", NULL, NULL);
  g_autoptr (PvStatement) dossier = NULL;
  g_autoptr (PvStatement) financement = NULL;
  clock_t start = 0;

  g_assert_true (pv_transaction_suspend_totals (transaction, NULL));
  if (!recorded)
    sqlite3_preupdate_hook (db->handle, NULL, NULL);
  insert_frame (db);
  dossier = pv_db_prepare (db,
                           "INSERT INTO dossier (uuid, appel_id, numero, porteur_id, intitule,"
                           " statut, exercice, nature, cout_total_declare_cents) VALUES"
                           " (?1, 1, ?2, ?3, ?4, 'depose', 2026, 'nouvelle', ?5)",
                           NULL);
  financement = pv_db_prepare (db,
                               "INSERT INTO financement (uuid, dossier_id, financeur_id, exercice,"
                               " section, sollicite_cents, vote_cents) VALUES"
                               " (?1, ?2, ?3, 2026, 'fonctionnement', ?4, ?5)",
                               NULL);
  start = clock ();
  for (int i = 1; i <= n; i++)
    {
      insert_dossier (dossier, i);
      for (int j = 0; j < PER_DOSSIER; j++)
        insert_financement (financement, i * PER_DOSSIER + j, i);
    }
  return (double)(clock () - start) / CLOCKS_PER_SEC;
}

static double
measure (const char *folder, int n, gboolean recorded)
{
  g_autoptr (PvClock) watch = pv_clock_new_system ();
  g_autofree char *path = g_build_filename (folder, recorded ? "avec" : "sans", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (PvDb) db = pv_db_create (path, watch, &error);

  g_assert_no_error (error);
  return fill (db, n, recorded);
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = g_dir_make_tmp ("progville-XXXXXX", NULL);
  int n = argc > 1 ? atoi (argv[1]) : 20000;
  double rows = (double)n * (1 + PER_DOSSIER);
  double without = measure (folder, n, FALSE);
  double with = measure (folder, n, TRUE);

  g_print ("{\"bench\": \"history\", \"rows\": %.0f, \"ratio\": %.2f, \"row_us\": %.2f,"
           " \"bare_row_us\": %.2f}\n",
           rows, with / without, (with - without) / rows * 1e6, without / rows * 1e6);
  pv_test_folder_remove (folder);
  return 0;
}
