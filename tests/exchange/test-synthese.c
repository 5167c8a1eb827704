/* test-synthese.c: the instruction workbook, written and read back
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>
#include <libintl.h>
#include <signal.h>
#include <sys/resource.h>
#include "export/pv-synthese.h"
#include "export/pv-workbook-verify.h"
#include "programme-fixture.h"
#include "pv-error.h"
#include "pv-test-classeur.h"

/* What the sound programme lacks: marks, avis, decisions, a dossier detailed in
 * parts, payments, and texts that look like formulas. */
static const char supplement[] =
    "UPDATE dossier SET intitule = '=1+1 & <Jardin> partagé', beneficiaires_femmes = 0,"
    "  beneficiaires_non_ventiles = 12 WHERE id = 2;"
    "UPDATE financement SET arbitre_cents = 0 WHERE id = 1;"
    "INSERT INTO versement (id, uuid, financement_id, genre, montant_cents) VALUES"
    " (1, 'v1', 1, 'acompte', 100000), (2, 'v2', 1, 'reversement', 30000);"
    "INSERT INTO dossier (id, uuid, appel_id, numero, porteur_id, intitule, statut, exercice,"
    "  chapeau, partie_de_id, cout_total_declare_cents, beneficiaires_femmes) VALUES"
    " (10, 'x10', 1, 'C-0', 1, 'Plan', 'instruit', 2026, 1, NULL, 990000, 5),"
    " (11, 'x11', 1, 'C-1', 1, 'Plan, partie A', 'instruit', 2026, 0, 10, 500000, 5);"
    "INSERT INTO financement (id, uuid, dossier_id, financeur_id, exercice, sollicite_cents) VALUES"
    " (10, 'm10', 10, 1, 2026, 990000), (11, 'm11', 11, 1, 2026, 400001);"
    "INSERT INTO institution (id, uuid, nom) VALUES (1, 'i1', 'DDETS'), (2, 'i2', 'Région');"
    "INSERT INTO grille (id, uuid, nom) VALUES (1, 'g1', 'Grille');"
    "INSERT INTO critere (id, uuid, grille_id, ordre, libelle, poids, maximum) VALUES"
    " (1, 'cr1', 1, 1, 'Partenariat', 3, 4), (2, 'cr2', 1, 2, 'Budget', 1, 5);"
    "UPDATE appel SET grille_id = 1 WHERE id = 1;"
    "INSERT INTO instruction (id, uuid, dossier_id, institution_id, etat, avis, commentaire,"
    "  score_declare) VALUES"
    " (1, 'n1', 1, 1, 'soumise', 'favorable', 'Un projet solide et bien porté', NULL),"
    " (2, 'n2', 1, 2, 'soumise', 'defavorable', NULL, 5750),"
    " (3, 'n3', 2, 1, 'brouillon', 'favorable', NULL, 9000);"
    "INSERT INTO note (instruction_id, critere_id, valeur, sans_objet) VALUES"
    " (1, 1, 3, 0), (1, 2, NULL, 1);"
    "INSERT INTO avis_externe (id, uuid, dossier_id, service, question, reponse) VALUES"
    " (1, 'ae1', 1, 'ARS', 'Quel besoin ?', '+33 structures le demandent');"
    "INSERT INTO axe_transversal (id, uuid, code, libelle, arbre) VALUES"
    " (1, 'at1', 'egalite', 'Égalité', 1);"
    "INSERT INTO marqueur (id, uuid, dossier_id, axe_id, valeur, justification) VALUES"
    " (1, 'q1', 1, 1, 0, 'Pas de diagnostic');"
    "INSERT INTO marqueur_reponse (dossier_id, axe_id, institution_id, question, reponse) VALUES"
    " (1, 1, 1, 'mixte', 1), (1, 1, 2, 'mixte', 0);"
    "INSERT INTO instance (id, uuid, nom, effet) VALUES (1, 'in1', 'COPIL', 'decision');"
    "INSERT INTO seance (id, uuid, instance_id, date_le, etat) VALUES"
    " (1, 's1', 1, '2026-05-01', 'ouverte');"
    "INSERT INTO seance_dossier (id, seance_id, dossier_id, ordre) VALUES (1, 1, 1, 1);"
    "INSERT INTO decision (id, uuid, seance_dossier_id, version, decision, reserve, scellee) VALUES"
    " (1, 'de1', 1, 1, 'ajourne', NULL, 1),"
    " (2, 'de2', 1, 2, 'programme-sous-reserve', 'sous réserve du bilan', 1);"
    "UPDATE seance SET etat = 'close';";

typedef struct
{
  ProgrammeFixture programme;
  char *out;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  programme_fixture_set_up (&self->programme, NULL);
  programme_fixture_fill (&self->programme);
  programme_fixture_run (&self->programme, supplement);
  self->out = g_build_filename (self->programme.folder, "synthese.xlsx", NULL);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_free (self->out);
  programme_fixture_tear_down (&self->programme, NULL);
}

static PvExportResult *export(Fixture *self,
                              const char *path,
                              const PvWorkbookLimits *limits,
                              GError **error)
{
  PvExportRequest request = { .db = self->programme.db, .filtre = PV_FILTRE_TOUT, .path = path };

  return pv_synthese_run (&request, limits, error);
}

static void
export_well (Fixture *self, const char *path, const PvWorkbookLimits *limits)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PvExportResult) result = export(self, path, limits, &error);

  g_assert_no_error (error);
  g_assert_cmpint (result->n_dossiers, ==, 4);
  g_assert_cmpint (result->n_financements, ==, 6);
}

static void
check (const char *mode, const char *first, const char *second)
{
  pv_test_classeur_check ("check_synthese.py", mode, first, second);
}

/* The folder of the programme holds nothing of the export. */
static void
assert_nothing_left (Fixture *self)
{
  g_autoptr (GDir) dir = g_dir_open (self->programme.folder, 0, NULL);
  const char *name = NULL;

  while ((name = g_dir_read_name (dir)) != NULL)
    g_assert_true (g_str_has_prefix (name, "programme.progville"));
}

static void
test_layout_and_totals (Fixture *self, gconstpointer data)
{
  export_well (self, self->out, NULL);
  check ("layout", self->programme.path, self->out);
}

static void
test_cells (Fixture *self, gconstpointer data)
{
  export_well (self, self->out, NULL);
  check ("fixture", self->out, NULL);
}

/* The locale of the tests is C.UTF-8, which has no language. */
static void
test_controls_are_french (Fixture *self, gconstpointer data)
{
  g_autofree char *catalogues = g_test_build_filename (G_TEST_BUILT, "..", "po", NULL);

  bindtextdomain (GETTEXT_PACKAGE, catalogues);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  programme_fixture_run (&self->programme, "UPDATE organisme SET siret = NULL");
  export_well (self, self->out, NULL);
  check ("french", self->out, NULL);
}

static void
test_office_recomputes (Fixture *self, gconstpointer data)
{
  export_well (self, self->out, NULL);
  check ("office", self->out, NULL);
}

static void
test_constant_memory_writes_the_same (Fixture *self, gconstpointer data)
{
  PvWorkbookLimits limits = PV_WORKBOOK_LIMITS;
  g_autofree char *flat = g_build_filename (self->programme.folder, "plat.xlsx", NULL);

  export_well (self, self->out, NULL);
  limits.constant_memory_above = 0;
  export_well (self, flat, &limits);
  check ("layout", self->programme.path, flat);
  check ("fixture", flat, NULL);
}

static void
test_empty_programme (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PvExportResult) result = NULL;
  ProgrammeFixture empty;
  g_autofree char *out = NULL;
  PvExportRequest request = { .filtre = PV_FILTRE_TOUT };

  programme_fixture_set_up (&empty, NULL);
  out = g_build_filename (empty.folder, "vide.xlsx", NULL);
  request.db = empty.db;
  request.path = out;
  result = pv_export_run (pv_export_find_kind ("synthese"), &request, &error);
  g_assert_no_error (error);
  g_assert_cmpint (result->n_dossiers, ==, 0);
  check ("empty", empty.path, out);
  programme_fixture_tear_down (&empty, NULL);
}

static void
test_filter (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PvExportResult) result = NULL;
  PvExportRequest request = { .db = self->programme.db,
                              .filtre = { 2, PV_INT_NULL },
                              .path = self->out };

  result = pv_synthese_run (&request, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (result->n_dossiers, ==, 1);
  g_assert_cmpint (result->n_financements, ==, 1);
}

static void
test_limits (Fixture *self, gconstpointer data)
{
  PvWorkbookLimits limits = PV_WORKBOOK_LIMITS;
  g_autoptr (GError) error = NULL;
  g_autoptr (PvExportResult) result = NULL;

  limits.max_rows = 8;
  limits.max_chars = 20;
  result = export(self, self->out, &limits, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (result->files->len, >, 1);
  g_assert_cmpuint (result->warnings->len, >, 1);
  g_assert_cmpstr (result->files->pdata[0], ==, self->out);
  for (guint i = 0; i < result->files->len; i++)
    {
      g_assert_true (g_file_test (result->files->pdata[i], G_FILE_TEST_IS_REGULAR));
      if (g_str_has_suffix (result->files->pdata[i], "-Dossiers.csv"))
        check ("limits", self->out, result->files->pdata[i]);
    }
}

static void
test_same_bytes_with_a_fixed_clock (Fixture *self, gconstpointer data)
{
  g_autofree char *again = g_build_filename (self->programme.folder, "encore.xlsx", NULL);
  g_autofree char *one = NULL;
  g_autofree char *other = NULL;
  gsize one_size = 0;
  gsize other_size = 0;
  g_autoptr (GError) error = NULL;
  g_autoptr (PvClock) clock = pv_clock_new_fixed ("2026-06-15T09:00:00Z", 0);
  g_autoptr (PvDb) db = NULL;

  g_assert_true (pv_db_close (self->programme.db, NULL));
  g_clear_object (&self->programme.db);
  db = pv_db_open (self->programme.path, PV_DB_OPEN_READ_WRITE, clock, &error);
  g_assert_no_error (error);
  self->programme.db = g_steal_pointer (&db);

  export_well (self, self->out, NULL);
  export_well (self, again, NULL);
  g_file_get_contents (self->out, &one, &one_size, NULL);
  g_file_get_contents (again, &other, &other_size, NULL);
  g_assert_cmpmem (one, one_size, other, other_size);
}

static void
cancel_cb (const char *step, guint done_bp, gpointer user_data)
{
  if (done_bp >= 3500)
    g_cancellable_cancel (user_data);
}

static guint
count_open_files (void)
{
  g_autoptr (GDir) dir = g_dir_open ("/proc/self/fd", 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;

  return n;
}

static void
test_cancel_leaves_nothing (Fixture *self, gconstpointer data)
{
  PvWorkbookLimits limits = PV_WORKBOOK_LIMITS;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  PvExportRequest request = { .db = self->programme.db,
                              .filtre = PV_FILTRE_TOUT,
                              .path = self->out,
                              .progress = cancel_cb,
                              .progress_data = cancellable,
                              .cancellable = cancellable };
  guint open_files = 0;

  limits.constant_memory_above = 0;
  for (guint i = 0; i < 4; i++)
    {
      g_cancellable_reset (cancellable);
      g_clear_error (&error);
      g_assert_null (pv_synthese_run (&request, &limits, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      assert_nothing_left (self);
      /* SQLite keeps the descriptors of a connection that was beside for the next one */
      if (i == 0)
        open_files = count_open_files ();
      g_assert_cmpuint (count_open_files (), ==, open_files);
    }

  /* the connection is as before */
  export_well (self, self->out, NULL);
}

static void
test_full_disk_leaves_nothing (Fixture *self, gconstpointer data)
{
  /* from a first block to nearly all of it */
  static const rlim_t sizes[] = { 0, 512, 4096, 8192, 16384, 24576 };
  struct rlimit old;

  getrlimit (RLIMIT_FSIZE, &old);
  signal (SIGXFSZ, SIG_IGN);
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    for (guint flat = 0; flat < 2; flat++)
      {
        struct rlimit small = { sizes[i], old.rlim_max };
        PvWorkbookLimits limits = PV_WORKBOOK_LIMITS;
        g_autoptr (GError) error = NULL;
        PvExportResult *result = NULL;

        limits.constant_memory_above = flat ? 0 : 1000;
        setrlimit (RLIMIT_FSIZE, &small);
        result = export(self, self->out, &limits, &error);
        setrlimit (RLIMIT_FSIZE, &old);
        g_assert_null (result);
        g_assert_error (error, PV_EXCHANGE_ERROR, PV_EXCHANGE_ERROR_WRITE);
        assert_nothing_left (self);
      }
}

static void
test_a_failure_keeps_the_file_that_was_there (Fixture *self, gconstpointer data)
{
  struct rlimit old;
  struct rlimit small = { 4096, 0 };
  g_autoptr (GError) error = NULL;
  g_autofree char *content = NULL;

  g_assert_true (g_file_set_contents (self->out, "avant", -1, NULL));
  getrlimit (RLIMIT_FSIZE, &old);
  small.rlim_max = old.rlim_max;
  signal (SIGXFSZ, SIG_IGN);
  setrlimit (RLIMIT_FSIZE, &small);
  g_assert_null (export(self, self->out, NULL, &error));
  setrlimit (RLIMIT_FSIZE, &old);
  g_assert_error (error, PV_EXCHANGE_ERROR, PV_EXCHANGE_ERROR_WRITE);
  g_file_get_contents (self->out, &content, NULL, NULL);
  g_assert_cmpstr (content, ==, "avant");
}

static void
test_bad_places (Fixture *self, gconstpointer data)
{
  g_autofree char *missing = g_build_filename (self->programme.folder, "absent", "a.xlsx", NULL);
  const char *const places[] = { missing, self->programme.folder };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (export(self, places[i], NULL, &error));
      g_assert_error (error, PV_EXCHANGE_ERROR, PV_EXCHANGE_ERROR_WRITE);
    }
  assert_nothing_left (self);
}

static void
test_verify_finds_a_cut_file (Fixture *self, gconstpointer data)
{
  g_autofree char *content = NULL;
  gsize size = 0;

  export_well (self, self->out, NULL);
  g_assert_true (pv_workbook_verify (self->out, NULL, NULL));
  g_file_get_contents (self->out, &content, &size, NULL);
  for (gsize cut = 0; cut < size; cut += size / 16)
    {
      g_autoptr (GError) error = NULL;

      g_assert_true (g_file_set_contents (self->out, content, (gssize)cut, NULL));
      g_assert_false (pv_workbook_verify (self->out, NULL, &error));
      g_assert_nonnull (error);
    }
}

static void
test_registry (void)
{
  const PvExportKind *kind = pv_export_find_kind ("synthese");

  g_assert_nonnull (kind);
  g_assert_cmpstr (pv_export_kind_get_id (kind), ==, "synthese");
  g_assert_cmpstr (pv_export_kind_get_extension (kind), ==, "xlsx");
  g_assert_false (pv_export_kind_needs_institution (kind));
  g_assert_null (pv_export_find_kind ("grille"));
  for (guint i = 0; i < pv_export_get_n_kinds (); i++)
    {
      kind = pv_export_get_kind (i);
      g_assert_true (pv_export_find_kind (pv_export_kind_get_id (kind)) == kind);
      g_assert_cmpstr (pv_export_kind_get_title (kind), !=, "");
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) g_test_add ("/synthese/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("form-and-totals-are-those-of-the-file", test_layout_and_totals);
  ADD ("cells-say-what-the-file-says", test_cells);
  ADD ("controls-are-french-in-any-session", test_controls_are_french);
  ADD ("office-computes-the-kept-totals", test_office_recomputes);
  ADD ("constant-memory-writes-the-same", test_constant_memory_writes_the_same);
  ADD ("an-empty-programme-has-its-sheets", test_empty_programme);
  ADD ("a-filter-limits-the-dossiers", test_filter);
  ADD ("beyond-the-limits-all-is-in-a-csv", test_limits);
  ADD ("same-bytes-with-a-fixed-clock", test_same_bytes_with_a_fixed_clock);
  ADD ("cancel-leaves-nothing", test_cancel_leaves_nothing);
  ADD ("full-disk-leaves-nothing", test_full_disk_leaves_nothing);
  ADD ("failure-keeps-the-old-file", test_a_failure_keeps_the_file_that_was_there);
  ADD ("bad-places-are-refused", test_bad_places);
  ADD ("verify-finds-a-cut-file", test_verify_finds_a_cut_file);
  g_test_add_func ("/export/registry", test_registry);

  return g_test_run ();
}
