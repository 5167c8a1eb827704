/* bench-document.c: a batch of letters
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * bench-document: 1 700 dossiers notified by five payers each, made here; the letters of all of
 * them as one PDF, then as a PDF each in a folder, and the fiches. One line of JSON per measure.
 */

#include <glib/gstdio.h>
#include <locale.h>

#include "document/pv-document.h"
#include "spent.h"

#define N_DOSSIERS "1700"

static const char programme[] =
    "INSERT INTO contrat (id, uuid, nom, epci_nom) VALUES (1, 'c', 'Contrat', 'Métropole');"
    "INSERT INTO appel (id, uuid, contrat_id, exercice, genre, libelle) VALUES"
    " (1, 'a', 1, 2026, 'aap', 'Programmation 2026');"
    "INSERT INTO seuil (uuid, code, libelle, valeur, unite) VALUES"
    " ('s', 'crf_delai', 'CRF', 6, 'mois');"
    "WITH RECURSIVE i (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM i WHERE n < 305)"
    " INSERT INTO organisme (id, uuid, nom, nom_plie, forme, adresse, code_postal, commune_nom)"
    " SELECT n, 'o' || n, 'Association des habitants n° ' || n, 'a', 'association',"
    "        n || ' rue des Postes', '59000', 'Lille' FROM i;"
    "INSERT INTO financeur (id, uuid, organisme_id, categorie)"
    " SELECT id, 'f' || id, id, 'etat' FROM organisme WHERE id < 6;"
    "INSERT INTO dispositif (id, uuid, financeur_id, code, nom, nom_plie)"
    " SELECT id, 'd' || id, id, 'd' || id, 'Politique de la ville', 'd' FROM financeur;"
    "WITH RECURSIVE i (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM i WHERE n < " N_DOSSIERS ")"
    " INSERT INTO dossier (id, uuid, appel_id, numero, porteur_id, intitule, resume, statut,"
    "   exercice, debut, fin, cout_total_declare_cents)"
    " SELECT n, printf('%036d', n), 1, printf('%04d', n), 6 + n % 300, 'Action de proximité ' || n,"
    "        'Ateliers, permanences et sorties avec les habitantes et les habitants.', 'notifie',"
    "        2026, '2026-01-01', '2026-12-31', 5000000 FROM i;"
    "INSERT INTO financement (uuid, dossier_id, financeur_id, dispositif_id, exercice,"
    "   sollicite_cents, propose_cents, arbitre_cents, vote_cents, notifie_cents, vote_le,"
    "   vote_acte, notifie_le, notifie_acte)"
    " SELECT printf('m%035d', d.id * 10 + f.id), d.id, f.id, f.id, 2026, 500000, 400000, 400000,"
    "        400000, 400000, '2026-03-06', 'délibération 26-C-0112', '2026-03-20', 'arrêté 118'"
    "   FROM dossier d CROSS JOIN financeur f;";

static void
empty (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name = NULL;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_build_filename (folder, name, NULL);

      g_unlink (file);
    }
  g_rmdir (folder);
}

static void
measure (PvDb *db, PvDocumentGenre genre, const char *path, gboolean par_sujet, GArray *sujets)
{
  PvDocumentRequest request = {
    .db = db,
    .genre = genre,
    .sujets = (const PvDocumentSujet *)(gpointer)sujets->data,
    .n_sujets = sujets->len,
    .path = path,
    .par_sujet = par_sujet,
  };
  Spent start;
  Spent best = { G_MAXDOUBLE, G_MAXDOUBLE };
  g_autoptr (GError) error = NULL;
  g_autoptr (PvDocumentResult) result = NULL;

  spent_begin (&start);
  result = pv_document_run (&request, &error);
  spent_end (&start, &best);
  if (result == NULL || result->n_faits != sujets->len)
    bench_die (g_steal_pointer (&error));

  g_print ("{\"bench\": \"document\", \"genre\": \"%s\", \"files\": %s, \"documents\": %u, "
           "\"pages\": %u, \"seconds\": %.2f, \"cpu\": %.2f, \"aim\": 20}\n",
           pv_document_genre_to_id (genre), par_sujet ? "\"one each\"" : "\"one\"", result->n_faits,
           result->n_pages, best.seconds, best.cpu);
  if (par_sujet)
    empty (path);
  else
    g_unlink (path);
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = g_dir_make_tmp ("pv-bench-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "document.progville", NULL);
  g_autofree char *file = g_build_filename (folder, "lettres.pdf", NULL);
  g_autofree char *each = g_build_filename (folder, "lettres", NULL);
  g_autoptr (GArray) sujets = g_array_new (FALSE, FALSE, sizeof (PvDocumentSujet));
  g_autoptr (PvDb) db = NULL;

  setlocale (LC_ALL, "");
  db = bench_make (path, programme);
  for (gint64 id = 1; id <= g_ascii_strtoll (N_DOSSIERS, NULL, 10); id++)
    {
      PvDocumentSujet sujet = PV_DOCUMENT_DOSSIER (id);

      g_array_append_val (sujets, sujet);
    }
  measure (db, PV_DOCUMENT_GENRE_NOTIFICATION, file, FALSE, sujets);
  measure (db, PV_DOCUMENT_GENRE_NOTIFICATION, each, TRUE, sujets);
  measure (db, PV_DOCUMENT_GENRE_FICHE, file, FALSE, sujets);

  pv_db_close (db, NULL);
  empty (folder);

  return 0;
}
