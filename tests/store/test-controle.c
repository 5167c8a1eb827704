/* test-controle.c: each control fires where it must, and only there
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "controle/pv-controle.h"

#include <string.h>

#include "controle-cas.h"
#include "programme-fixture.h"
#include "pv-error.h"

/* A finding, kept. */
typedef struct
{
  char *controle;
  PvSeverite severite;
  gint64 dossier_id;
  char *numero;
  char *table;
  gint64 cle;
  char *champ;
  char *texte;
  char *derogation;
} Garde;

static void
garde_free (Garde *garde)
{
  g_free (garde->controle);
  g_free (garde->numero);
  g_free (garde->table);
  g_free (garde->champ);
  g_free (garde->texte);
  g_free (garde->derogation);
  g_free (garde);
}

static void
keep_cb (const PvConstat *constat, gpointer user_data)
{
  Garde *garde = g_new0 (Garde, 1);

  garde->controle = g_strdup (constat->controle->id);
  garde->severite = constat->severite;
  garde->dossier_id = constat->dossier_id;
  garde->numero = g_strdup (constat->dossier_numero);
  garde->table = g_strdup (constat->table);
  garde->cle = constat->cle;
  garde->champ = g_strdup (constat->champ);
  garde->texte = g_strdup (constat->texte);
  garde->derogation = g_strdup (constat->derogation);
  g_ptr_array_add (user_data, garde);
}

/* Findings of one control, or of all of them. */
static GPtrArray *
run (ProgrammeFixture *self, const char *id, const PvFiltre *filtre)
{
  GPtrArray *gardes = g_ptr_array_new_with_free_func ((GDestroyNotify)garde_free);
  g_autoptr (GError) error = NULL;

  if (id != NULL)
    g_assert_true (pv_controles_run_one (self->db, id, filtre, keep_cb, gardes, NULL, &error));
  else
    g_assert_true (pv_controles_run (self->db, filtre, keep_cb, gardes, NULL, &error));
  g_assert_no_error (error);
  return gardes;
}

/* French figures bear narrow spaces; a plain space stands for them here. */
static char *
plain (const char *texte)
{
  g_autoptr (GString) plain = g_string_new (texte);

  g_string_replace (plain, "\u202F", " ", 0);
  g_string_replace (plain, "\u00A0", " ", 0);
  return g_string_free (g_steal_pointer (&plain), FALSE);
}

static void
check_garde (const Garde *garde, const ControleCas *cas)
{
  g_autofree char *texte = plain (garde->texte);

  g_test_message ("%s", texte);
  g_assert_cmpstr (garde->controle, ==, cas->controle);
  g_assert_cmpint (garde->severite, ==, cas->severite);
  g_assert_cmpint (garde->dossier_id, ==, cas->dossier);
  g_assert_cmpstr (garde->table, ==, cas->table);
  g_assert_cmpint (garde->cle, ==, cas->cle);
  g_assert_cmpstr (garde->champ, ==, cas->champ);
  g_assert_nonnull (strstr (texte, cas->texte));
  g_assert_true ((garde->numero != NULL) == (garde->dossier_id != PV_INT_NULL));
}

static void
test_cas (ProgrammeFixture *self, gconstpointer data)
{
  const ControleCas *cas = data;
  g_autoptr (GPtrArray) gardes = NULL;

  programme_fixture_fill (self);
  programme_fixture_run (self, cas->sql);
  gardes = run (self, cas->controle, NULL);
  g_assert_cmpuint (gardes->len, ==, cas->n);
  if (cas->n > 0)
    check_garde (g_ptr_array_index (gardes, 0), cas);
}

static void
test_sain (ProgrammeFixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) gardes = NULL;

  programme_fixture_fill (self);
  gardes = run (self, NULL, NULL);
  for (guint i = 0; i < gardes->len; i++)
    {
      const Garde *garde = g_ptr_array_index (gardes, i);
      g_test_message ("%s: %s", garde->controle, garde->texte);
    }
  g_assert_cmpuint (gardes->len, ==, 0);
}

static void
test_empty (ProgrammeFixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) gardes = run (self, NULL, NULL);
  g_assert_cmpuint (gardes->len, ==, 0);
}

/* Totals are over the whole file; what is shown touches the filter. */
static void
test_filtre (ProgrammeFixture *self, gconstpointer data)
{
  const PvFiltre appel_1 = { 1, PV_INT_NULL }, appel_2 = { 2, PV_INT_NULL };
  const PvFiltre an_2021 = { PV_INT_NULL, 2021 };
  g_autoptr (GPtrArray) in_1 = NULL, in_2 = NULL, in_2021 = NULL, posts = NULL;

  programme_fixture_fill (self);
  programme_fixture_run (self, "UPDATE financement SET vote_cents = 1200000 WHERE id IN (1, 4);"
                               "UPDATE dossier SET appel_id = 2 WHERE id = 2;"
                               "UPDATE financement SET dispositif_id = 2, reference = 'AR-1'"
                               " WHERE id = 4");
  in_1 = run (self, "convention-manquante", &appel_1);
  g_assert_cmpuint (in_1->len, ==, 1);
  in_2 = run (self, "convention-manquante", &appel_2);
  g_assert_cmpuint (in_2->len, ==, 1);
  g_assert_cmpint (((Garde *)g_ptr_array_index (in_2, 0))->dossier_id, ==, 2);
  in_2021 = run (self, NULL, &an_2021);
  g_assert_cmpuint (in_2021->len, ==, 0);
  posts = run (self, "post-plusieurs-contrats", &appel_1);
  g_assert_cmpuint (posts->len, ==, 0);
}

static void
test_derogation (ProgrammeFixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) gardes = NULL;
  const Garde *garde;

  programme_fixture_fill (self);
  programme_fixture_run (self,
                         "UPDATE organisme SET cer_signe_le = NULL WHERE id = 1;"
                         "INSERT INTO derogation (uuid, controle, nom_table, cle, motif, faite_a)"
                         " VALUES ('g', 'cer-absent', 'organisme', 1, 'Signature le 20',"
                         "  '2026-06-01T00:00:00Z'),"
                         " ('h', 'siret-absent', 'organisme', 2, 'autre', '2026-06-01T00:00:00Z')");
  gardes = run (self, NULL, NULL);
  g_assert_cmpuint (gardes->len, ==, 1);
  garde = g_ptr_array_index (gardes, 0);
  g_assert_cmpint (garde->severite, ==, PV_SEVERITE_INFO);
  g_assert_cmpstr (garde->derogation, ==, "Signature le 20");
}

static void
test_registry (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  gsize n;
  const PvControle *controles = pv_controle_registry (&n);

  g_assert_cmpuint (n, >=, 17);
  for (gsize i = 0; i < n; i++)
    {
      gboolean fires = FALSE, silent = FALSE;

      g_assert_true (g_hash_table_add (seen, (gpointer)controles[i].id));
      g_assert_true (pv_controle_by_id (controles[i].id) == &controles[i]);
      g_assert_nonnull (controles[i].titre);
      g_assert_nonnull (controles[i].description);
      g_assert_nonnull (controles[i].remede);
      for (gsize j = 0; j < controle_n_cas; j++)
        if (strcmp (controle_cas[j].controle, controles[i].id) == 0)
          {
            fires = fires || controle_cas[j].n > 0;
            silent = silent || controle_cas[j].n == 0;
          }
      g_assert_true (fires);
      /* parts-territoires is silent in the programme where nothing is wrong. */
      g_assert_true (silent || strcmp (controles[i].id, "parts-territoires") == 0);
    }
  g_assert_null (pv_controle_by_id ("autre"));
  g_assert_cmpstr (pv_severite_to_id (PV_SEVERITE_ERROR), ==, "error");
  g_assert_cmpstr (pv_severite_to_id (PV_SEVERITE_WARNING), ==, "warning");
  g_assert_cmpstr (pv_severite_to_id (PV_SEVERITE_INFO), ==, "info");
}

static void
test_refusals (ProgrammeFixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) gardes = g_ptr_array_new_with_free_func ((GDestroyNotify)garde_free);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_assert_false (pv_controles_run_one (self->db, "autre", NULL, keep_cb, gardes, NULL, &error));
  g_assert_error (error, PV_RULE_ERROR, PV_RULE_ERROR_NOT_FOUND);
  g_clear_error (&error);

  g_cancellable_cancel (cancellable);
  g_assert_false (pv_controles_run (self->db, NULL, keep_cb, gardes, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (gardes->len, ==, 0);
}

/* A long list of causes stays one readable sentence. */
static void
test_long_list (ProgrammeFixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) gardes = NULL;
  g_autofree char *texte = NULL;

  programme_fixture_fill (self);
  programme_fixture_run (
      self, "WITH RECURSIVE i (n) AS (SELECT 100 UNION ALL SELECT n + 1 FROM i WHERE n < 129)"
            " INSERT INTO dossier (id, uuid, appel_id, numero, porteur_id, intitule, statut,"
            "  exercice) SELECT n, 'x' || n, 1, 'N' || n, 2, 'Action ' || n, 'depose', 2026 FROM i;"
            "WITH RECURSIVE i (n) AS (SELECT 100 UNION ALL SELECT n + 1 FROM i WHERE n < 129)"
            " INSERT INTO financement (id, uuid, dossier_id, financeur_id, exercice, enveloppe_id,"
            "  propose_cents) SELECT n, 'z' || n, n, 1, 2026, 2, 100000 FROM i");
  gardes = run (self, "enveloppe-depassee", NULL);
  g_assert_cmpuint (gardes->len, ==, 2); /* the leaf and its parent */
  texte = plain (((Garde *)g_ptr_array_index (gardes, 1))->texte);
  g_test_message ("%s", texte);
  g_assert_nonnull (
      strstr (texte, "n° N103, N104, N105, N106, N107, N108, N109, N110 and 19 others."));
}

/* docs/controles.md has a heading for each control, and for nothing else. */
static void
test_documented (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "docs", "controles.md", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) headings = NULL;
  gsize n = 0;
  const PvControle *controles = pv_controle_registry (&n);

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  headings = g_strsplit (text, "\n## `", -1);
  g_assert_cmpuint (g_strv_length (headings), ==, n + 1);
  for (gsize i = 0; i < n; i++)
    {
      g_autofree char *beginning = g_strconcat (controles[i].id, "`", NULL);

      g_assert_true (g_str_has_prefix (headings[i + 1], beginning));
      g_assert_nonnull (strstr (headings[i + 1], controles[i].remede));
    }
}

#define ADD(path, data, test)                                                                      \
  g_test_add (path, ProgrammeFixture, data, programme_fixture_set_up, test,                        \
              programme_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/controle/registry-is-complete-and-tested-both-ways", test_registry);
  g_test_add_func ("/controle/each-is-documented", test_documented);
  ADD ("/controle/nothing-wrong-finds-nothing", NULL, test_sain);
  ADD ("/controle/empty-file-finds-nothing", NULL, test_empty);
  ADD ("/controle/filter-shows-what-touches-it", NULL, test_filtre);
  ADD ("/controle/derogation-lowers-to-info", NULL, test_derogation);
  ADD ("/controle/unknown-and-cancelled", NULL, test_refusals);
  ADD ("/controle/long-list-is-cut", NULL, test_long_list);
  for (gsize i = 0; i < controle_n_cas; i++)
    {
      g_autofree char *path =
          g_strdup_printf ("/controle/%s/%s", controle_cas[i].controle, controle_cas[i].nom);
      ADD (path, &controle_cas[i], test_cas);
    }
  return g_test_run ();
}
