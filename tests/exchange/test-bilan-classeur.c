/* test-bilan-classeur.c: the workbook of the bilan, written and read back
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "export/pv-bilan-classeur.h"
#include "export/pv-export-apercu.h"
#include "programme-fixture.h"
#include "pv-test-classeur.h"

#define MANY 2400

/* What the sound programme lacks: two years, decisions, payments, a bilan, a mark, accents, long
 * names, texts that look like formulas. */
static const char supplement[] =
    "UPDATE organisme SET nom = 'Œuvre d’été à l’Aÿ' WHERE id = 1;"
    "UPDATE organisme SET nom = 'Établissement '"
    "  || replace (hex (zeroblob (120)), '00', 'très long ') WHERE id = 3;"
    "UPDATE dossier SET intitule = '=1+1 & <Jardin> ' || replace (hex (zeroblob (100)), '00',"
    "  'partagé œ ') WHERE id = 2;"
    "UPDATE financement SET arbitre_cents = 390000, vote_cents = 400005, notifie_cents = 300000"
    "  WHERE id = 1;"
    "UPDATE financement SET arbitre_cents = NULL WHERE id <> 1;"
    "INSERT INTO financement (id, uuid, dossier_id, financeur_id, exercice, sollicite_cents,"
    "  arbitre_cents) VALUES (20, 'm20', 2, 2, 2026, 100, 100);"
    "INSERT INTO versement (id, uuid, financement_id, genre, montant_cents) VALUES"
    " (1, 'v1', 1, 'acompte', 100000), (2, 'v2', 1, 'reversement', 30000);"
    "UPDATE budget_ligne SET realise_cents = prevu_cents * 9 / 10 WHERE dossier_id = 1;"
    "INSERT INTO bilan (id, uuid, dossier_id, crf_recu_le, beneficiaires_femmes) VALUES"
    " (1, 'b1', 1, '2027-01-10', 12);"
    "INSERT INTO axe_transversal (id, uuid, code, libelle, arbre) VALUES"
    " (1, 'at1', 'egalite', 'Égalité', 1);"
    "INSERT INTO marqueur (id, uuid, dossier_id, axe_id, valeur, justification) VALUES"
    " (1, 'q1', 1, 1, 0, 'Pas de diagnostic');";

static const char past[] =
    "INSERT INTO dossier (id, uuid, appel_id, numero, porteur_id, intitule, statut, exercice)"
    " VALUES (30, 'x30', 3, 'P-1', 1, 'Passé', 'solde', 2025);"
    "INSERT INTO financement (id, uuid, dossier_id, financeur_id, exercice, sollicite_cents,"
    "  arbitre_cents) VALUES (30, 'm30', 30, 1, 2025, 100000, 100000);";

typedef struct
{
  ProgrammeFixture programme;
  char *out;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  programme_fixture_set_up (&self->programme, NULL);
  self->out = g_build_filename (self->programme.folder, "bilan.xlsx", NULL);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_free (self->out);
  programme_fixture_tear_down (&self->programme, NULL);
}

static void
export_from (Fixture *self, PvDb *db, gint64 n_dossiers)
{
  PvExportRequest request = { .db = db, .filtre = PV_FILTRE_TOUT, .path = self->out };
  g_autoptr (GError) error = NULL;
  g_autoptr (PvExportResult) result =
      pv_export_run (pv_export_find_kind ("bilan"), &request, &error);

  g_assert_no_error (error);
  g_assert_cmpint (result->n_dossiers, ==, n_dossiers);
}

static void
export_well (Fixture *self, gint64 n_dossiers)
{
  export_from (self, self->programme.db, n_dossiers);
}

/* The same file, another day. */
static void
export_on (Fixture *self, const char *iso, gint64 n_dossiers)
{
  g_autoptr (PvClock) clock = pv_clock_new_fixed (iso, 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (PvDb) db = pv_db_open (self->programme.path, PV_DB_OPEN_READ_ONLY, clock, &error);

  g_assert_no_error (error);
  export_from (self, db, n_dossiers);
}

static void
check (const char *mode, const char *first, const char *second)
{
  pv_test_classeur_check ("check_bilan.py", mode, first, second);
}

static void
fill_two_years (Fixture *self)
{
  programme_fixture_fill (&self->programme);
  programme_fixture_run (&self->programme, supplement);
  programme_fixture_run (&self->programme, past);
}

static void
test_layout_and_totals (Fixture *self, gconstpointer data)
{
  fill_two_years (self);
  export_well (self, 3);
  check ("layout", self->programme.path, self->out);
}

static void
test_cells (Fixture *self, gconstpointer data)
{
  fill_two_years (self);
  export_well (self, 3);
  check ("fixture", self->out, NULL);
}

static void
test_office_recomputes (Fixture *self, gconstpointer data)
{
  fill_two_years (self);
  export_well (self, 3);
  check ("office", self->out, NULL);
}

static void
test_one_exercice (Fixture *self, gconstpointer data)
{
  programme_fixture_fill (&self->programme);
  programme_fixture_run (&self->programme, "UPDATE financement SET arbitre_cents = 100");
  programme_fixture_run (&self->programme, "UPDATE dossier SET exercice = 2026");
  export_well (self, programme_fixture_int (&self->programme,
                                            "SELECT COUNT(DISTINCT dossier_id) FROM financement"));
  check ("one", self->out, NULL);
}

/* More than the first page shows, none with a compte rendu. */
static void
test_many_exercices (Fixture *self, gconstpointer data)
{
  fill_two_years (self);
  programme_fixture_run (
      &self->programme,
      "WITH RECURSIVE y (n) AS (VALUES (1) UNION ALL SELECT n + 1 FROM y WHERE n < 12)"
      " INSERT INTO dossier (id, uuid, appel_id, numero, porteur_id, intitule, statut, exercice)"
      "  SELECT 100 + n, 'y' || n, 3, 'Y-' || n, 1, 'Année', 'solde', 2012 + n FROM y;"
      "INSERT INTO financement (id, uuid, dossier_id, financeur_id, exercice, arbitre_cents)"
      "  SELECT id, 'z' || id, id, 2, exercice, id FROM dossier WHERE id > 100;"
      "DELETE FROM bilan;");
  export_well (self, 15);
  check ("layout", self->programme.path, self->out);
}

/* The first page stops at a year without any dossier, and says when its year is not over. */
static void
test_gap (Fixture *self, gconstpointer data)
{
  fill_two_years (self);
  programme_fixture_run (
      &self->programme,
      "INSERT INTO dossier (id, uuid, appel_id, numero, porteur_id, intitule, statut, exercice)"
      " VALUES (31, 'x31', 3, 'V-1', 1, 'Ancien', 'solde', 2018);"
      "INSERT INTO financement (id, uuid, dossier_id, financeur_id, exercice, arbitre_cents)"
      " VALUES (31, 'm31', 31, 1, 2018, 100000000);");
  export_on (self, "2026-12-31T09:00:00Z", 4);
  check ("gap", self->out, "en-cours");
  export_on (self, "2027-01-02T09:00:00Z", 4);
  check ("gap", self->out, "clos");
}

static void
test_empty_programme (Fixture *self, gconstpointer data)
{
  export_well (self, 0);
  check ("empty", self->out, NULL);
}

static void
fill_many (Fixture *self)
{
  programme_fixture_fill (&self->programme);
  programme_fixture_run (
      &self->programme,
      "WITH RECURSIVE y (n) AS (VALUES (1) UNION ALL SELECT n + 1 FROM y WHERE n < " G_STRINGIFY (
          MANY) ")"
                " INSERT INTO dossier (id, uuid, appel_id, numero, porteur_id, intitule, statut,"
                "   exercice) SELECT 1000 + n, 'y' || n, 1, printf ('N-%05d', n), 1, 'Action ' ||"
                "   n, 'solde', 2023 + n % 3 FROM y;"
                "INSERT INTO financement (id, uuid, dossier_id, financeur_id, exercice,"
                "   arbitre_cents) SELECT id, 'z' || id, id, 1, exercice, id FROM dossier"
                "   WHERE id > 1000;");
}

/* Rows then go to disk as they come, and in order. */
static void
test_constant_memory (Fixture *self, gconstpointer data)
{
  fill_many (self);
  export_well (self, MANY);
  check ("many", self->out, G_STRINGIFY (MANY));
}

static void
cancel_cb (const char *step, guint done_bp, gpointer user_data)
{
  if (done_bp >= 1500)
    g_cancellable_cancel (user_data);
}

static void
test_cancel_leaves_nothing (Fixture *self, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  PvExportRequest request = { .db = self->programme.db,
                              .filtre = PV_FILTRE_TOUT,
                              .path = self->out,
                              .progress = cancel_cb,
                              .progress_data = cancellable,
                              .cancellable = cancellable };
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = NULL;
  const char *name = NULL;

  fill_many (self);
  g_assert_null (pv_export_run (pv_export_find_kind ("bilan"), &request, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  dir = g_dir_open (self->programme.folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    g_assert_true (g_str_has_prefix (name, "programme.progville"));

  /* the connection is as before */
  export_well (self, MANY);
}

static void
test_preview (Fixture *self, gconstpointer data)
{
  const PvFiltre filtre = PV_FILTRE_TOUT;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) feuilles = NULL;

  fill_two_years (self);
  feuilles =
      pv_export_apercu (pv_export_find_kind ("bilan"), self->programme.db, &filtre, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (feuilles->len, ==, PV_N_BILAN_FEUILLES);
  for (guint i = 0; i < feuilles->len; i++)
    {
      const PvExportFeuille *feuille = feuilles->pdata[i];

      g_assert_cmpstr (feuille->nom, ==, pv_bilan_feuille_to_nom (i));
      g_assert_cmpstr (feuille->description, !=, "");
    }
  g_assert_cmpint (((PvExportFeuille *)feuilles->pdata[PV_BILAN_DOSSIERS])->n_lignes, ==, 3);
  g_assert_cmpint (((PvExportFeuille *)feuilles->pdata[PV_BILAN_EVOLUTION])->n_lignes, ==, 2);
  g_assert_cmpint (((PvExportFeuille *)feuilles->pdata[PV_BILAN_BILAN])->n_lignes, ==, PV_INT_NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) g_test_add ("/bilan-classeur/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("form-and-totals-are-those-of-the-file", test_layout_and_totals);
  ADD ("cells-say-what-the-file-says", test_cells);
  ADD ("office-computes-the-kept-totals", test_office_recomputes);
  ADD ("one-exercice-compares-nothing", test_one_exercice);
  ADD ("many-exercices", test_many_exercices);
  ADD ("the-first-page-ends-at-a-gap", test_gap);
  ADD ("an-empty-programme-has-its-sheets", test_empty_programme);
  ADD ("constant-memory-keeps-the-order", test_constant_memory);
  ADD ("cancel-leaves-nothing", test_cancel_leaves_nothing);
  ADD ("preview-counts-the-rows", test_preview);

  return g_test_run ();
}
