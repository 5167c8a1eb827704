/* test-grille-store.c: grids, their versions, and what becomes of the marks
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "grille/pv-critere-store.h"
#include "grille/pv-grille-service.h"
#include "grille/pv-grille-store.h"
#include "model-fixture.h"
#include "pv-error.h"
#include "pv-history.h"
#include "score/pv-score-store.h"

/* Grid 1 of two criteria, used by the appel; a submission and a draft marked on it. */
static void
fill (ModelFixture *self)
{
  gint64 porteur = model_fixture_add_organisme (self, "Rives", NULL);
  gint64 premier = model_fixture_add_dossier (self, "1", porteur);
  gint64 second = model_fixture_add_dossier (self, "2", porteur);
  g_autofree char *sql =
      g_strdup_printf ("INSERT INTO institution (id, uuid, nom) VALUES (1, 'i1', 'Ville');"
                       "INSERT INTO grille (id, uuid, nom, gelee) VALUES (1, 'g1', 'Grille', 1);"
                       "INSERT INTO critere (id, uuid, grille_id, ordre, libelle, poids, maximum,"
                       " sans_objet_permis) VALUES (1, 'c1', 1, 1, 'Besoins', 3, 5, 1),"
                       " (2, 'c2', 1, 2, 'Budget', 2, 5, 0);"
                       "UPDATE appel SET grille_id = 1;"
                       "INSERT INTO instruction (id, uuid, dossier_id, institution_id, etat) VALUES"
                       " (1, 'k1', %" G_GINT64_FORMAT ", 1, 'soumise'),"
                       " (2, 'k2', %" G_GINT64_FORMAT ", 1, 'brouillon');"
                       "INSERT INTO note (instruction_id, critere_id, valeur, sans_objet) VALUES"
                       " (1, 1, 4, 0), (1, 2, 3, 0), (2, 1, NULL, 1), (2, 2, 5, 0);",
                       premier, second);

  model_fixture_write (self, sql);
}

static PvCritere *
critere_of (gint64 id, const char *libelle, gint64 poids, gint64 maximum)
{
  PvCritere *critere = pv_critere_new ();

  critere->id = id;
  critere->libelle = g_strdup (libelle);
  critere->poids = poids;
  critere->maximum = maximum;
  critere->sans_objet_permis = TRUE;
  return critere;
}

static void
test_edit (ModelFixture *self, gconstpointer data)
{
  g_autoptr (PvTransaction) transaction = pv_transaction_begin (self->db, "test", NULL, NULL);
  g_autoptr (GPtrArray) criteres = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id, copie;

  g_assert_true (pv_grille_create (self->db, "Locale", PV_INT_NULL, NULL, &id, &error));
  g_assert_no_error (error);

  /* without criterion nothing can be marked */
  g_assert_false (pv_grille_geler (self->db, id, &error));
  g_assert_error (error, PV_RULE_ERROR, PV_RULE_ERROR_INVALID);
  g_clear_error (&error);

  for (int i = 0; i < 3; i++)
    {
      static const char *const libelles[] = { "Un", "Deux", "Trois" };
      g_autoptr (PvCritere) critere = critere_of (PV_INT_NULL, libelles[i], i, 5);

      critere->grille_id = id;
      critere->ordre = PV_INT_NULL;
      g_assert_true (pv_grille_set_critere (self->db, critere, &error));
      g_assert_cmpint (critere->ordre, ==, i + 1);
      if (i > 0)
        continue;

      /* one of weight 0: neither */
      g_assert_false (pv_grille_geler (self->db, id, &error));
      g_assert_error (error, PV_RULE_ERROR, PV_RULE_ERROR_INVALID);
      g_clear_error (&error);
    }

  criteres = pv_critere_store_list (self->db, id, &error);
  g_assert_true (
      pv_grille_move_critere (self->db, ((PvCritere *)criteres->pdata[2])->id, -2, &error));
  g_assert_true (
      pv_grille_delete_critere (self->db, ((PvCritere *)criteres->pdata[0])->id, &error));
  g_clear_pointer (&criteres, g_ptr_array_unref);
  criteres = pv_critere_store_list (self->db, id, &error);
  g_assert_cmpuint (criteres->len, ==, 2);
  g_assert_cmpstr (((PvCritere *)criteres->pdata[0])->libelle, ==, "Trois");
  g_assert_cmpint (((PvCritere *)criteres->pdata[1])->ordre, ==, 2);

  g_assert_false (pv_grille_create (self->db, "Locale", id, NULL, &copie, &error));
  g_assert_error (error, PV_RULE_ERROR, PV_RULE_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_true (pv_grille_create (self->db, "Copie", id, NULL, &copie, &error));
  g_assert_true (pv_grille_rename (self->db, copie, "Autre", &error));
  g_clear_pointer (&criteres, g_ptr_array_unref);
  criteres = pv_critere_store_list (self->db, copie, &error);
  g_assert_cmpuint (criteres->len, ==, 2);

  /* frozen: nothing of it changes any more */
  g_assert_true (pv_grille_geler (self->db, copie, &error));
  g_assert_true (pv_grille_geler (self->db, copie, &error));
  g_assert_false (pv_grille_set_critere (self->db, criteres->pdata[0], &error));
  g_assert_error (error, PV_RULE_ERROR, PV_RULE_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_true (pv_grille_delete (self->db, id, &error));
  g_assert_no_error (error);
  g_assert_true (pv_transaction_commit (transaction, &error));
}

static void
test_bad_criteria (void)
{
  static const struct
  {
    const char *libelle;
    gint64 poids, maximum;
    const char *champ;
  } cases[] = {
    { "Besoins", 0, 1, NULL },      { "", 1, 5, "libelle" },
    { "Besoins", -1, 5, "poids" },  { "Besoins", 101, 5, "poids" },
    { "Besoins", 1, 0, "maximum" }, { "Besoins", 1, 101, "maximum" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (PvCritere) critere =
          critere_of (PV_INT_NULL, cases[i].libelle, cases[i].poids, cases[i].maximum);
      g_autofree char *reason = NULL;
      const char *champ;

      g_assert_cmpint (pv_grille_check_critere (critere, &reason, &champ), ==,
                       cases[i].champ == NULL);
      g_assert_cmpstr (champ, ==, cases[i].champ);
      g_assert_cmpint (reason == NULL, ==, champ == NULL);
    }
}

static void
test_usage (ModelFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) appels = NULL;
  PvGrilleUsage usage;
  gint64 id;

  fill (self);
  g_assert_true (pv_grille_store_get_usage (self->db, 1, &usage, &error));
  g_assert_cmpint (usage.n_appels, ==, 1);
  g_assert_cmpint (usage.n_brouillons, ==, 1);
  g_assert_cmpint (usage.n_soumises, ==, 1);
  g_assert_cmpint (usage.n_notes, ==, 4);
  appels = pv_grille_store_list_appels (self->db, 1, &error);
  g_assert_cmpuint (appels->len, ==, 1);
  g_assert_false (pv_grille_delete (self->db, 1, &error));
  g_assert_error (error, PV_RULE_ERROR, PV_RULE_ERROR_REFUSED);
  g_clear_error (&error);

  /* an instruction keeps the grid of its marks when the appel has another */
  model_fixture_write (self, "INSERT INTO grille (id, uuid, nom) VALUES (9, 'g9', 'Neuve');"
                             "UPDATE appel SET grille_id = 9;");
  g_assert_true (pv_grille_store_find_for_instruction (self->db, 1, &id, &error));
  g_assert_cmpint (id, ==, 1);
  model_fixture_write (self, "DELETE FROM note WHERE instruction_id = 1;");
  g_assert_true (pv_grille_store_find_for_instruction (self->db, 1, &id, &error));
  g_assert_cmpint (id, ==, 9);
}

static gint64
new_version (ModelFixture *self, gboolean reporter)
{
  g_autoptr (GPtrArray) criteres = g_ptr_array_new_with_free_func ((GDestroyNotify)pv_critere_free);
  g_autoptr (PvTransaction) transaction = pv_transaction_begin (self->db, "test", NULL, NULL);
  g_autoptr (GError) error = NULL;
  gint64 id;

  /* the weight of the first changes, the maximum of the second; one is added */
  g_ptr_array_add (criteres, critere_of (1, "Besoins", 1, 5));
  g_ptr_array_add (criteres, critere_of (2, "Budget", 2, 10));
  g_ptr_array_add (criteres, critere_of (PV_INT_NULL, "Public", 2, 5));
  g_assert_true (pv_grille_nouvelle_version (self->db, 1, criteres, reporter, &id, &error));
  g_assert_no_error (error);
  g_assert_true (pv_transaction_commit (transaction, &error));

  return id;
}

static void
test_new_version_leaves_marks (ModelFixture *self, gconstpointer data)
{
  g_autoptr (PvGrille) grille = NULL;
  PvScore score;

  fill (self);
  grille = pv_grille_store_get (self->db, new_version (self, FALSE), NULL);
  g_assert_cmpint (grille->version, ==, 2);
  g_assert_cmpint (grille->remplace_id, ==, 1);
  g_assert_false (grille->gelee);
  g_assert_cmpint (model_fixture_query (self, "SELECT grille_id FROM appel"), ==, grille->id);
  /* what was submitted stays and counts as it did; the draft begins again */
  g_assert_cmpint (
      model_fixture_query (self, "SELECT count(*) FROM note WHERE critere_id IN (1, 2)"), ==, 2);
  g_assert_cmpint (model_fixture_query (self, "SELECT count(*) FROM note"), ==, 2);
  g_assert_true (pv_score_store_get (
      self->db,
      model_fixture_query (self, "SELECT dossier_id FROM instruction WHERE etat = 'soumise'"),
      &score, NULL));
  g_assert_cmpint (score.score, ==, 7200);
}

static void
test_new_version_takes_drafts (ModelFixture *self, gconstpointer data)
{
  g_autoptr (PvGrille) grille = NULL;
  g_autoptr (GError) error = NULL;

  fill (self);
  grille = pv_grille_store_get (self->db, new_version (self, TRUE), NULL);
  g_assert_true (grille->gelee);

  /* what was submitted stays; of the draft, the mark whose maximum changed is gone */
  g_assert_cmpint (model_fixture_query (self, "SELECT count(*) FROM note WHERE instruction_id = 1"
                                              " AND critere_id IN (1, 2)"),
                   ==, 2);
  g_assert_cmpint (model_fixture_query (self, "SELECT sans_objet FROM note n"
                                              " JOIN critere c ON c.id = n.critere_id"
                                              " WHERE instruction_id = 2 AND c.libelle = 'Besoins'"
                                              " AND c.grille_id <> 1"),
                   ==, 1);
  g_assert_cmpint (model_fixture_query (self, "SELECT count(*) FROM note WHERE instruction_id = 2"),
                   ==, 1);

  /* and back, as one action */
  g_assert_cmpint (pv_history_undo (self->db, pv_history_last_group (self->db), &error), !=, 0);
  g_assert_no_error (error);
  g_assert_cmpint (model_fixture_query (self, "SELECT count(*) FROM grille"), ==, 1);
  g_assert_cmpint (
      model_fixture_query (self, "SELECT count(*) FROM note WHERE critere_id IN (1, 2)"), ==, 4);
  g_assert_cmpint (model_fixture_query (self, "SELECT grille_id FROM appel"), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func)                                                                            \
  g_test_add (path, ModelFixture, NULL, model_fixture_set_up, func, model_fixture_tear_down)
  ADD ("/grille/edit", test_edit);
  ADD ("/grille/usage", test_usage);
  ADD ("/grille/new-version-leaves-marks", test_new_version_leaves_marks);
  ADD ("/grille/new-version-takes-drafts", test_new_version_takes_drafts);
  g_test_add_func ("/grille/bad-criteria", test_bad_criteria);

  return g_test_run ();
}
