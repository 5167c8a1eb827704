/* test-proces-verbal.c: the minutes of a séance, written and read back
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>

#include "dossier/pv-dossier-liste-store.h"
#include "export/pv-export.h"
#include "pv-error.h"
#include "pv-test-pdf.h"
#include "pv-test-seance.h"
#include "seance/pv-proces-verbal-store.h"
#include "stats/pv-stats.h"

static const PvTestSeance petite = { 1, 6, FALSE };
static const PvTestSeance courante = { 42, 6, FALSE };
static const PvTestSeance grande = { 300, 8, FALSE };
static const PvTestSeance douze = { 42, 12, FALSE };
static const PvTestSeance longue = { 24, 8, TRUE };

typedef struct
{
  ProgrammeFixture programme;
  guint steps;
  guint last_bp;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  programme_fixture_set_up (&self->programme, NULL);
  pv_test_seance_fill (&self->programme, data != NULL ? data : &courante);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  programme_fixture_tear_down (&self->programme, NULL);
}

static void
progress_cb (const char *step, guint done_bp, gpointer user_data)
{
  Fixture *self = user_data;

  g_assert_cmpuint (done_bp, >=, self->last_bp);
  g_assert_cmpuint (done_bp, <=, 10000);
  self->last_bp = done_bp;
  self->steps++;
}

static PvExportResult *
export_to (Fixture *self, const char *path, GCancellable *cancellable, GError **error)
{
  PvExportRequest request = {
    .db = self->programme.db,
    .filtre = PV_FILTRE_TOUT,
    .seance_id = 1,
    .path = path,
    .progress = progress_cb,
    .progress_data = self,
    .cancellable = cancellable,
  };

  self->last_bp = 0;
  return pv_export_run (pv_export_find_kind ("seance"), &request, error);
}

/* (transfer full): what the minutes read, written in a file of that name */
static char *
read_minutes (Fixture *self, const char *name)
{
  g_autofree char *path = pv_test_pdf_path (self->programme.folder, name);
  g_autoptr (GError) error = NULL;
  g_autoptr (PvExportResult) result = export_to (self, path, NULL, &error);

  g_assert_no_error (error);

  return pv_test_pdf_read (path);
}

static guint
count_in (const char *text, const char *what)
{
  guint n = 0;

  for (const char *at = strstr (text, what); at != NULL; at = strstr (at + 1, what))
    n++;

  return n;
}

/* One size, written both ways: whole, named, numbered. */
static void
test_size (Fixture *self, gconstpointer data)
{
  const PvTestSeance *taille = data;
  g_autofree char *name = g_strdup_printf ("%u-%u%s.pdf", taille->dossiers, taille->financeurs,
                                           taille->longs ? "-longs" : "");
  g_autofree char *path = pv_test_pdf_path (self->programme.folder, name);
  g_autofree char *text = NULL;
  g_autofree char *last = NULL;
  g_autoptr (PvExportResult) result = NULL;
  g_autoptr (GError) error = NULL;
  guint pages = 0;

  pv_test_seance_close (&self->programme);
  result = export_to (self, path, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (result->n_dossiers, ==, taille->dossiers);
  g_assert_cmpint (result->n_financements, ==, taille->dossiers * taille->financeurs);
  g_assert_cmpuint (self->last_bp, ==, 10000);

  text = pv_test_pdf_read (path);
  pages = count_in (text, "\f");
  last = g_strdup_printf ("Page %u/%u", pages, pages);
  g_assert_nonnull (strstr (text, last));
  g_assert_cmpuint (count_in (text, "Page "), ==, pages);
  g_assert_nonnull (strstr (text, "Comité de pilotage du 17 mars 2026"));
  g_assert_nonnull (strstr (text, "Quorum de 4"));
  g_assert_nonnull (strstr (text, "Café des langues & ateliers"));
  g_assert_null (strstr (text, "Projet"));
}

/* The headings of a table are on each of its pages. */
static void
test_headings (Fixture *self, gconstpointer data)
{
  g_autofree char *text = read_minutes (self, "en-tetes.pdf");
  g_auto (GStrv) pages = g_strsplit (text, "\f", -1);

  for (guint i = 0; pages[i] != NULL; i++)
    if (strstr (pages[i], "0310") != NULL || strstr (pages[i], "0325") != NULL)
      g_assert_true (strstr (pages[i], "Porteur et action") != NULL ||
                     strstr (pages[i], "Dossier") != NULL);
  g_assert_nonnull (strstr (text, "Projet de procès-verbal"));
}

/* --- figures ----------------------------------------------------------------------------- */

static PvCents
find_row (const PvStats *stats, const char *label)
{
  for (guint i = 0; i < stats->rows->len; i++)
    {
      const PvStatsRow *row = stats->rows->pdata[i];

      if (g_str_equal (row->label, label))
        return row->amount_cents;
    }

  g_assert_not_reached ();
}

/* What `stats --by financeur --stage arbitre --json` says, to the cent. */
static void
check_against_stats (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PvProcesVerbal) pv = pv_proces_verbal_store_load (self->programme.db, 1, &error);
  g_autoptr (PvStats) stats = NULL;
  PvCents sum = 0;

  g_assert_no_error (error);
  stats = pv_stats_compute (self->programme.db, PV_STATS_FINANCEUR, PV_ETAPE_ARBITRE, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (pv->total.decide_cents, ==, stats->total.amount_cents);
  for (guint i = 0; i < pv->financeurs->len; i++)
    {
      const PvProcesVerbalFinanceur *financeur = pv->financeurs->pdata[i];

      g_assert_cmpint (financeur->decide_cents, ==, find_row (stats, financeur->nom));
      sum += financeur->decide_cents;
    }
  g_assert_cmpint (sum, ==, pv->total.decide_cents);

  sum = 0;
  for (guint i = 0; i < PV_N_PROCES_VERBAL_DECISIONS; i++)
    if (pv->sommes[i].decide_cents != PV_CENTS_NULL)
      sum += pv->sommes[i].decide_cents;
  g_assert_cmpint (sum, ==, pv->total.decide_cents);
}

static void
test_agrees_with_stats (Fixture *self, gconstpointer data)
{
  pv_test_seance_close (&self->programme);
  check_against_stats (self);
  pv_test_seance_rectify (&self->programme);
  check_against_stats (self);
}

/* What a later hand changes in the dossiers changes nothing of a closed séance. */
static void
test_frozen (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PvProcesVerbal) before = NULL;
  g_autoptr (PvProcesVerbal) after = NULL;

  pv_test_seance_close (&self->programme);
  before = pv_proces_verbal_store_load (self->programme.db, 1, &error);
  g_assert_no_error (error);
  programme_fixture_run (
      &self->programme,
      "UPDATE financement SET arbitre_cents = 1, vote_cents = 7 WHERE dossier_id = 1");
  after = pv_proces_verbal_store_load (self->programme.db, 1, &error);
  g_assert_no_error (error);
  g_assert_cmpint (before->total.decide_cents, ==, after->total.decide_cents);
  for (guint i = 0; i < before->enveloppes->len; i++)
    {
      const PvProcesVerbalEnveloppe *was = before->enveloppes->pdata[i];
      const PvProcesVerbalEnveloppe *is = after->enveloppes->pdata[i];

      g_assert_cmpint (was->avant_cents, ==, is->avant_cents);
      g_assert_cmpint (was->apres_cents, ==, is->apres_cents);
      g_assert_cmpint (is->apres_cents, ==, is->avant_cents - is->decide_cents);
    }
}

/* The list of dossiers says what was decided, and is sorted by it. */
static void
test_listed (Fixture *self, gconstpointer data)
{
  static const gint64 ids[] = { 1, 3, 6 };
  PvDossierOrdre ordre = { PV_DOSSIER_COLONNE_DECISION, FALSE, PV_ETAPE_SOLLICITE };
  PvFiltre filtre = PV_FILTRE_TOUT;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) sorted = NULL;
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) lignes = NULL;

  before = pv_dossier_liste_store_lignes (self->programme.db, ids, 3, PV_ETAPE_SOLLICITE, &error);
  g_assert_no_error (error);
  g_assert_null (((const PvDossierResume *)before->pdata[1])->decision);
  pv_test_seance_close (&self->programme);
  pv_test_seance_rectify (&self->programme);
  lignes = pv_dossier_liste_store_lignes (self->programme.db, ids, 3, PV_ETAPE_SOLLICITE, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (((const PvDossierResume *)lignes->pdata[0])->decision, ==,
                   "programmé sous réserve (17/03/2026)");
  g_assert_cmpstr (((const PvDossierResume *)lignes->pdata[0])->reserve, ==,
                   "Convention signée avant le 30 juin 2026.");
  g_assert_cmpstr (((const PvDossierResume *)lignes->pdata[2])->decision, ==,
                   "ajourné (17/03/2026)");
  sorted = pv_dossier_liste_store_ids (self->programme.db, &filtre, NULL, &ordre, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_array_index (sorted, gint64, 0), ==, 6);
}

static void
test_rectified (Fixture *self, gconstpointer data)
{
  g_autofree char *text = NULL;

  pv_test_seance_close (&self->programme);
  pv_test_seance_rectify (&self->programme);
  text = read_minutes (self, "rectifiee.pdf");
  g_assert_nonnull (strstr (text, "Rectifications"));
  g_assert_nonnull (strstr (text, "Décision de la séance"));
  g_assert_nonnull (strstr (text, "Erreur de saisie sur la part de l’État"));
  g_assert_nonnull (strstr (text, "1 234,56"));
}

/* Only what funds a dossier bears a reserve. */
static void
test_motif (Fixture *self, gconstpointer data)
{
  g_autofree char *text = NULL;

  programme_fixture_run (&self->programme,
                         "UPDATE decision SET reserve = 'hors sujet' WHERE decision = 'refuse'");
  text = read_minutes (self, "motifs.pdf");
  g_assert_nonnull (strstr (text, "Motif : hors sujet"));
  g_assert_nonnull (strstr (text, "Réserve : Budget"));
  g_assert_null (strstr (text, "Réserve : hors sujet"));
}

/* What a payer had voted before is not decided: it is told, and not summed. */
static void
test_locked (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  g_autoptr (PvProcesVerbal) pv = NULL;

  programme_fixture_run (&self->programme,
                         "UPDATE financement SET arbitre_cents = 777700, vote_cents = 777700"
                         " WHERE id = 41;"
                         "DELETE FROM decision_montant WHERE financement_id = 41");
  pv_test_seance_close (&self->programme);
  pv = pv_proces_verbal_store_load (self->programme.db, 1, &error);
  g_assert_no_error (error);
  g_assert_cmpint (pv->acquis_cents, ==, 777700);
  g_assert_cmpint (pv_proces_verbal_dossier_get_acquis (pv->dossiers->pdata[1], 0), ==, 777700);
  g_assert_cmpint (pv_proces_verbal_dossier_get_montant (pv->dossiers->pdata[1], 0), ==,
                   PV_CENTS_NULL);
  text = read_minutes (self, "acquis.pdf");
  g_assert_nonnull (strstr (text, "Acquis : déjà voté"));
  g_assert_cmpuint (count_in (text, "7 777 €"), >=, 2);
}

/* --- files ------------------------------------------------------------------------------- */

static void
assert_folder_has (Fixture *self, guint n)
{
  g_autoptr (GDir) dir = g_dir_open (self->programme.folder, 0, NULL);
  const char *name = NULL;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      if (g_str_has_suffix (name, ".pdf") || g_str_has_suffix (name, ".xlsx") ||
          (name[0] == '.' && strstr (name, ".pdf") != NULL))
        g_assert_cmpuint (n--, >, 0);
    }
  g_assert_cmpuint (n, ==, 0);
}

static void
test_workbook (Fixture *self, gconstpointer data)
{
  g_autofree char *path = pv_test_pdf_path (self->programme.folder, "pv.xlsx");
  g_autofree char *head = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (PvExportResult) result = NULL;
  gsize size = 0;

  pv_test_seance_close (&self->programme);
  pv_test_seance_rectify (&self->programme);
  result = export_to (self, path, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (result->n_dossiers, ==, 42);
  g_assert_true (g_file_get_contents (path, &head, &size, NULL));
  g_assert_cmpuint (size, >, 10000);
  g_assert_cmpmem (head, 2, "PK", 2);
}

static void
cancel_cb (const char *step, guint done_bp, gpointer user_data)
{
  if (done_bp >= 2000)
    g_cancellable_cancel (user_data);
}

static void
test_cancelled (Fixture *self, gconstpointer data)
{
  static const char *const names[] = { "annule.pdf", "annule.xlsx" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      g_autofree char *path = g_build_filename (self->programme.folder, names[i], NULL);
      g_autoptr (GError) error = NULL;
      PvExportRequest request = { .db = self->programme.db,
                                  .seance_id = 1,
                                  .path = path,
                                  .progress = cancel_cb,
                                  .progress_data = cancellable,
                                  .cancellable = cancellable };

      g_assert_null (pv_export_run (pv_export_find_kind ("seance"), &request, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      assert_folder_has (self, 0);
    }
}

static void
test_refusals (Fixture *self, gconstpointer data)
{
  g_autofree char *wrong = g_build_filename (self->programme.folder, "pv.docx", NULL);
  g_autofree char *nowhere = g_build_filename (self->programme.folder, "absent", "pv.pdf", NULL);
  g_autofree char *path = g_build_filename (self->programme.folder, "pv.pdf", NULL);
  PvExportRequest request = { .db = self->programme.db, .path = path };
  g_autoptr (GError) error = NULL;

  g_assert_null (export_to (self, wrong, NULL, &error));
  g_assert_error (error, PV_EXCHANGE_ERROR, PV_EXCHANGE_ERROR_USAGE);
  g_clear_error (&error);
  g_assert_null (export_to (self, nowhere, NULL, &error));
  g_assert_error (error, PV_EXCHANGE_ERROR, PV_EXCHANGE_ERROR_WRITE);
  g_clear_error (&error);
  g_assert_null (pv_export_run (pv_export_find_kind ("seance"), &request, &error));
  g_assert_error (error, PV_EXCHANGE_ERROR, PV_EXCHANGE_ERROR_USAGE);
  g_clear_error (&error);
  request.seance_id = 99;
  g_assert_null (pv_export_run (pv_export_find_kind ("seance"), &request, &error));
  g_assert_error (error, PV_RULE_ERROR, PV_RULE_ERROR_NOT_FOUND);
  assert_folder_has (self, 0);
}

/* A séance of nobody and nothing still makes a draft. */
static void
test_empty (Fixture *self, gconstpointer data)
{
  static const char *const names[] = { "vide.pdf", "vide.xlsx" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = pv_test_pdf_path (self->programme.folder, names[i]);
      g_autoptr (GError) error = NULL;
      g_autoptr (PvExportResult) result = NULL;
      PvExportRequest request = { .db = self->programme.db, .seance_id = 2, .path = path };

      result = pv_export_run (pv_export_find_kind ("seance"), &request, &error);
      g_assert_no_error (error);
      g_assert_cmpint (result->n_dossiers, ==, 0);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/proces-verbal/one-dossier", Fixture, &petite, set_up, test_size, tear_down);
  g_test_add ("/proces-verbal/usual", Fixture, &courante, set_up, test_size, tear_down);
  g_test_add ("/proces-verbal/300-dossiers", Fixture, &grande, set_up, test_size, tear_down);
  g_test_add ("/proces-verbal/12-funders", Fixture, &douze, set_up, test_size, tear_down);
  g_test_add ("/proces-verbal/long-names", Fixture, &longue, set_up, test_size, tear_down);
  g_test_add ("/proces-verbal/headings", Fixture, NULL, set_up, test_headings, tear_down);
  g_test_add ("/proces-verbal/agrees-with-stats", Fixture, NULL, set_up, test_agrees_with_stats,
              tear_down);
  g_test_add ("/proces-verbal/frozen", Fixture, NULL, set_up, test_frozen, tear_down);
  g_test_add ("/proces-verbal/listed", Fixture, NULL, set_up, test_listed, tear_down);
  g_test_add ("/proces-verbal/rectified", Fixture, NULL, set_up, test_rectified, tear_down);
  g_test_add ("/proces-verbal/motif", Fixture, NULL, set_up, test_motif, tear_down);
  g_test_add ("/proces-verbal/locked", Fixture, NULL, set_up, test_locked, tear_down);
  g_test_add ("/proces-verbal/workbook", Fixture, NULL, set_up, test_workbook, tear_down);
  g_test_add ("/proces-verbal/cancelled", Fixture, NULL, set_up, test_cancelled, tear_down);
  g_test_add ("/proces-verbal/refusals", Fixture, NULL, set_up, test_refusals, tear_down);
  g_test_add ("/proces-verbal/empty", Fixture, NULL, set_up, test_empty, tear_down);

  return g_test_run ();
}
