/* test-seance-gel.c: nothing of the model changes a closed séance
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "db-fixture.h"
#include "dossier/pv-dossier-service.h"
#include "financement/pv-financement-service.h"
#include "financement/pv-financement-store.h"
#include "institution/pv-institution-store.h"
#include "instance/pv-instance-service.h"
#include "instance/pv-instance-store.h"
#include "organisme/pv-organisme-fusion.h"
#include "pv-error.h"
#include "pv-history.h"
#include "pv-statement.h"
#include "seance-fixture.h"
#include "usage/pv-usage-store.h"

static const char *const tables[] = {
  "seance", "seance_presence", "seance_dossier", "deport", "decision", "decision_montant",
};

/* All rows of what a séance is made of. */
static char *
dump (SeanceFixture *self)
{
  GString *text = g_string_new (NULL);

  for (guint t = 0; t < G_N_ELEMENTS (tables); t++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT * FROM %s ORDER BY id", tables[t]);
      g_autoptr (PvStatement) row = pv_db_prepare (self->base.db, sql, NULL);

      while (pv_statement_step (row, NULL) == PV_STEP_ROW)
        {
          g_string_append (text, tables[t]);
          for (int c = 0; c < pv_statement_get_n_columns (row); c++)
            {
              const char *value = pv_statement_get_text (row, c);

              g_string_append_printf (text, "|%s", value != NULL ? value : "NULL");
            }
          g_string_append_c (text, '\n');
        }
    }

  return g_string_free (text, FALSE);
}

static void
assert_same (SeanceFixture *self, const char *avant)
{
  g_autofree char *apres = dump (self);

  g_assert_cmpstr (apres, ==, avant);
}

/* @expression fails with the words of the freeze. */
#define assert_frozen(expression)                                                                  \
  G_STMT_START                                                                                     \
  {                                                                                                \
    GError *error = NULL;                                                                          \
                                                                                                   \
    if (expression)                                                                                \
      g_error ("%s went through", #expression);                                                    \
    seance_fixture_assert_refused (&error, PV_RULE_ERROR_REFUSED, "closed");                       \
    assert_same (self, avant);                                                                     \
  }                                                                                                \
  G_STMT_END

/* --- every service ------------------------------------------------------------------------ */

static void
test_services (SeanceFixture *self, gconstpointer data)
{
  PvDb *db = self->base.db;
  gint64 seance = self->seance, ordre = self->ordre[0];
  gint64 suivante = seance_fixture_add_seance (self, "2026-12-11");
  gint64 presence;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (PvSeance) record = NULL;
  g_autofree char *avant = NULL;

  seance_fixture_close (self);
  avant = dump (self);
  record = pv_seance_store_get (db, seance, NULL);
  pv_champ_set_text (&record->lieu, "ailleurs");
  g_array_append_val (ids, self->ordre[1]);
  presence = seance_fixture_get (self, "SELECT MIN (id) FROM seance_presence WHERE seance_id = %d",
                                 seance);

  assert_frozen (pv_seance_modifier (db, record, NULL, &error));
  assert_frozen (pv_seance_supprimer (db, seance, &error));
  assert_frozen (pv_seance_ajouter_dossiers (db, seance, ids, NULL, &error));
  assert_frozen (pv_seance_retirer_dossier (db, ordre, &error));
  assert_frozen (pv_seance_deplacer (db, ordre, 2, &error));
  assert_frozen (pv_seance_set_ordre (db, seance, ids, &error));
  assert_frozen (pv_seance_set_presence (db, seance, self->institutions[0], NULL, FALSE, &error));
  assert_frozen (pv_seance_set_presence (db, seance, self->institutions[0], "X", TRUE, &error));
  assert_frozen (pv_seance_set_personne (db, presence, "X", &error));
  assert_frozen (pv_seance_retirer_presence (db, presence, &error));
  assert_frozen (pv_seance_set_deport (db, ordre, self->institutions[0], TRUE, NULL, &error));
  assert_frozen (pv_seance_set_deport (db, ordre, self->institutions[0], FALSE, NULL, &error));
  assert_frozen (pv_seance_ouvrir (db, seance, TRUE, &error));
  assert_frozen (pv_seance_decider (db, ordre, PV_DECISION_GENRE_REFUSE, 3, &error));
  assert_frozen (pv_seance_decider (db, ordre, PV_DECISION_GENRE_NULL, 3, &error));
  assert_frozen (pv_seance_set_montant (db, ordre, self->financements[0][0], 1, &error));
  assert_frozen (pv_seance_set_reserve (db, ordre, "X", &error));
  assert_frozen (pv_seance_set_ajournement (db, ordre, suivante, &error));
  assert_frozen (pv_seance_annuler_derniere (db, seance, NULL, &error));
  assert_frozen (pv_seance_clore (db, seance, "encore", &error));
}

/* --- every store -------------------------------------------------------------------------- */

/* In a transaction of its own, that is given up. */
#define assert_frozen_store(expression)                                                            \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autoptr (PvTransaction) transaction = pv_transaction_begin (db, "test", NULL, NULL);         \
                                                                                                   \
    assert_frozen (expression);                                                                    \
  }                                                                                                \
  G_STMT_END

static void
test_stores (SeanceFixture *self, gconstpointer data)
{
  PvDb *db = self->base.db;
  gint64 seance = self->seance, ordre = self->ordre[0];
  gint64 presence, suivante = seance_fixture_add_seance (self, "2026-12-11");
  g_autoptr (PvSeance) record = NULL;
  g_autoptr (PvInstance) instance = NULL;
  g_autoptr (PvDecision) decision = NULL;
  g_autoptr (PvDecision) nouvelle = pv_decision_new ();
  PvDecisionMontant montant = { self->financements[1][0], 1, PV_SEANCE_VERROU_NULL, 1, 1 };
  PvSeancePresence ligne = { .seance_id = seance,
                             .institution_id = self->institutions[0],
                             .personne = (char *)"X" };
  g_autofree char *avant = NULL;

  seance_fixture_open (self);
  pv_seance_set_deport (db, ordre, self->institutions[2], TRUE, NULL, NULL);
  for (guint i = 0; i < SEANCE_FIXTURE_DOSSIERS; i++)
    seance_fixture_decide (self, i, PV_DECISION_GENRE_PROGRAMME);
  g_assert_true (pv_seance_clore (db, seance, NULL, NULL));
  avant = dump (self);
  record = pv_seance_store_get (db, seance, NULL);
  decision = pv_decision_store_get_derniere (db, ordre, NULL);
  presence = seance_fixture_get (self, "SELECT MIN (id) FROM seance_presence WHERE seance_id = %d",
                                 seance);

  record->etat = PV_SEANCE_ETAT_OUVERTE;
  assert_frozen_store (pv_seance_store_update (db, record, NULL, &error));
  assert_frozen_store (pv_seance_store_delete (db, seance, &error));
  assert_frozen_store (pv_seance_store_set_presence (db, &ligne, &error));
  ligne.id = presence;
  assert_frozen_store (pv_seance_store_set_presence (db, &ligne, &error));
  assert_frozen_store (pv_seance_store_delete_presence (db, presence, &error));
  assert_frozen_store (pv_seance_store_copy_membres (db, seance, &error));
  model_fixture_add_dossier (&self->base, "0499", self->base.appel_id);
  assert_frozen_store (
      pv_seance_store_add_dossier (db, seance, self->dossiers[0] + 3, NULL, &error));
  assert_frozen_store (pv_seance_store_delete_dossier (db, ordre, &error));
  assert_frozen_store (pv_seance_store_set_ordre (db, ordre, 9, &error));
  assert_frozen_store (pv_seance_store_set_deport (db, ordre, self->institutions[0], NULL, &error));
  assert_frozen_store (pv_seance_store_set_deport (db, ordre, self->institutions[2], "X", &error));
  assert_frozen_store (pv_seance_store_delete_deport (db, ordre, self->institutions[2], &error));
  decision->reserve = g_strdup ("X");
  assert_frozen_store (pv_decision_store_update (db, decision, NULL, &error));
  assert_frozen_store (pv_decision_store_delete (db, decision->id, &error));
  nouvelle->seance_dossier_id = ordre;
  nouvelle->version = 2; /* without a reason it is no rectification */
  assert_frozen_store (pv_decision_store_insert (db, nouvelle, &error));
  assert_frozen_store (
      pv_decision_store_set_montant (db, decision->id, self->financements[0][0], 1, &error));
  assert_frozen_store (pv_decision_store_set_montant (db, decision->id, self->financements[0][0],
                                                      PV_CENTS_NULL, &error));
  assert_frozen_store (pv_decision_store_insert_montant (db, decision->id, &montant, &error));
  assert_frozen_store (pv_decision_store_clear_montants (db, decision->id, &error));

  instance = pv_instance_store_get (db, self->instance, NULL);
  instance->effet = PV_INSTANCE_EFFET_AVIS;
  assert_frozen_store (pv_instance_store_update (db, instance, NULL, &error));

  /* nor does it take the rows of another séance, nor give its own */
  assert_frozen_store (
      pv_db_execute (db, "UPDATE seance_dossier SET seance_id = seance_id + 1", &error));
  g_assert_cmpint (suivante, >, seance);
  assert_frozen_store (
      pv_db_execute (db,
                     "INSERT OR REPLACE INTO seance_dossier (id, seance_id, dossier_id, ordre)"
                     " SELECT id, seance_id, dossier_id, 7 FROM seance_dossier",
                     &error));
  assert_frozen_store (pv_db_execute (
      db,
      "INSERT OR REPLACE INTO decision_montant (decision_id, financement_id, montant_cents)"
      " SELECT decision_id, financement_id, 7 FROM decision_montant",
      &error));
}

/* --- undo and redo ------------------------------------------------------------------------ */

static void
test_undo (SeanceFixture *self, gconstpointer data)
{
  PvDb *db = self->base.db;
  PvSeanceMontant montant = { self->financements[0][0], 1000 };
  g_autoptr (PvHistoryGroup) derniere = NULL;
  g_autofree char *avant = NULL;
  g_autoptr (GError) local = NULL;

  seance_fixture_open (self);
  seance_fixture_decide (self, 0, PV_DECISION_GENRE_REFUSE);
  g_assert_cmpint (pv_history_undo (db, pv_history_last_group (db), NULL), >, 0);
  g_assert_cmpint (pv_history_undo (db, pv_history_last_group (db), NULL), >, 0); /* redone */
  seance_fixture_decide (self, 1, PV_DECISION_GENRE_PROGRAMME);
  seance_fixture_decide (self, 2, PV_DECISION_GENRE_PROGRAMME);
  g_assert_true (pv_seance_clore (db, self->seance, NULL, NULL));
  avant = dump (self);
  derniere = pv_history_last_undoable (db, NULL);
  g_assert_cmpstr (derniere->action, ==, "seance-close");
  assert_frozen (pv_history_undo (db, derniere->id, &error) > 0);
  g_assert_null (pv_history_last_redoable (db, NULL));

  g_free (g_steal_pointer (&avant));
  g_assert_true (pv_seance_rectifier (db, self->ordre[1], PV_DECISION_GENRE_PROGRAMME, NULL,
                                      &montant, 0, "précision", &local));
  g_assert_no_error (local);
  avant = dump (self);
  assert_frozen (pv_history_undo (db, pv_history_last_group (db), &error) > 0);

  /* whatever was done, from the last to the first */
  for (gint64 group = pv_history_last_group (db); group > 0; group--)
    {
      g_autoptr (GError) error = NULL;
      gint64 done = pv_history_undo (db, group, &error);

      assert_same (self, avant);
      if (done > 0)
        g_assert_cmpint (pv_history_undo (db, done, NULL), >, 0);
      else
        g_assert_true (error->domain == PV_RULE_ERROR || error->domain == PV_DB_ERROR);
      assert_same (self, avant);
    }
}

/* --- what it uses ------------------------------------------------------------------------- */

static void
test_uses (SeanceFixture *self, gconstpointer data)
{
  PvDb *db = self->base.db;
  g_autoptr (GError) error = NULL;
  g_autoptr (PvFinancement) financement = NULL;
  g_autofree char *avant = NULL;
  gint64 organisme, autre;

  seance_fixture_close (self);
  avant = dump (self);
  financement = pv_financement_store_get (db, self->financements[0][0], &error);
  g_assert_no_error (error);
  financement->financeur_id = self->payeurs[1];
  g_assert_false (pv_financement_service_update (db, financement, "2026-11-21", NULL, &error));
  seance_fixture_assert_refused (&error, PV_RULE_ERROR_REFUSED, "séance decided");
  g_assert_false (pv_dossier_service_delete (db, self->dossiers[0], &error));
  seance_fixture_assert_refused (&error, PV_RULE_ERROR_REFUSED, "agenda");
  g_assert_false (pv_financement_service_remove (db, self->financements[0][0], &error));
  seance_fixture_assert_refused (&error, PV_RULE_ERROR_REFUSED, "séance decided");
  g_assert_false (pv_instance_service_delete (db, self->instance, &error));
  seance_fixture_assert_refused (&error, PV_RULE_ERROR_REFUSED, "1 séance");
  g_assert_false (pv_usage_check_unused (db, PV_USAGE_INSTITUTION, self->institutions[0], &error));
  seance_fixture_assert_refused (&error, PV_RULE_ERROR_REFUSED, "1\u00a0meeting");
  g_assert_false (pv_usage_check_unused (db, PV_USAGE_APPEL, self->base.appel_id, &error));
  seance_fixture_assert_refused (&error, PV_RULE_ERROR_REFUSED, "1\u00a0meeting");
  assert_same (self, avant);

  /* organismes that become one: the porteur, and a payer that is an institution */
  organisme =
      seance_fixture_get (self, "SELECT porteur_id FROM dossier WHERE id = %d", self->dossiers[0]);
  autre = model_fixture_add_organisme (&self->base, "Rives solidaires", NULL);
  g_assert_true (pv_organisme_service_merge (db, autre, organisme, &error));
  g_assert_no_error (error);
  organisme = seance_fixture_get (self, "SELECT organisme_id FROM financeur WHERE id = %d",
                                  self->payeurs[0]);
  autre = seance_fixture_get (self, "SELECT organisme_id FROM financeur WHERE id = %d",
                              model_fixture_add_financeur (&self->base, "L’État", "etat"));
  g_assert_true (pv_organisme_service_merge (db, autre, organisme, &error));
  g_assert_no_error (error);
  assert_same (self, avant);
  seance_fixture_assert_sound (self);

  /* and the plan goes on living beside it */
  g_assert_true (pv_financement_service_set_montant (db, self->financements[0][0], PV_ETAPE_ARBITRE,
                                                     77, "2026-11-21", NULL, &error));
  g_assert_no_error (error);
  assert_same (self, avant);
}

/* --- from outside ------------------------------------------------------------------------- */

static gboolean
is_found (SeanceFixture *self, const char *table)
{
  g_autoptr (GPtrArray) problems = NULL;

  g_assert_true (pv_history_verify (self->base.db, &problems, NULL));
  for (guint i = 0; i < problems->len; i++)
    if (strstr (problems->pdata[i], table) != NULL)
      return TRUE;

  return FALSE;
}

/* Another programme that takes the freeze away, and puts it back, is found. */
static void
test_outside (SeanceFixture *self, gconstpointer data)
{
  g_autofree char *path = g_strdup (pv_db_get_path (self->base.db));
  g_autoptr (PvStatement) row = NULL;
  g_autofree char *gel = NULL;
  g_autofree char *sql = NULL;

  seance_fixture_close (self);
  g_assert_false (is_found (self, "decision_montant"));
  row = pv_db_prepare (self->base.db,
                       "SELECT sql FROM sqlite_schema WHERE name = 'gel_decision_montant_update'",
                       NULL);
  g_assert_cmpint (pv_statement_step (row, NULL), ==, PV_STEP_ROW);
  gel = pv_statement_dup_text (row, 0);
  g_clear_pointer (&row, pv_statement_return);
  sql = g_strdup_printf ("DROP TRIGGER gel_decision_montant_update;"
                         "UPDATE decision_montant SET montant_cents = montant_cents + 1; %s;",
                         gel);
  db_fixture_write_outside (path, sql);
  g_assert_true (is_found (self, "decision_montant"));
  g_clear_pointer (&sql, g_free);
  sql = g_strdup_printf ("DROP TRIGGER gel_decision_montant_update;"
                         "UPDATE decision_montant SET montant_cents = montant_cents - 1; %s;",
                         gel);
  db_fixture_write_outside (path, sql);
  g_assert_false (is_found (self, "decision_montant"));
  db_fixture_write_outside (
      path, "INSERT INTO decision (uuid, seance_dossier_id, version, decision, rectification_motif,"
            " scellee) VALUES ('x', 1, 2, 'refuse', 'x', 1)");
  g_assert_true (is_found (self, "“decision”"));
  /* for the tear down, which looks at it too */
  db_fixture_write_outside (path, "DROP TRIGGER gel_decision_delete");
  db_fixture_write_outside (path, "DELETE FROM decision WHERE uuid = 'x'");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define add(path, func)                                                                            \
  g_test_add ("/seance-gel/" path, SeanceFixture, NULL, seance_fixture_set_up, func,               \
              seance_fixture_tear_down)
  add ("services", test_services);
  add ("stores", test_stores);
  add ("undo", test_undo);
  add ("uses", test_uses);
  add ("outside", test_outside);
#undef add
  return g_test_run ();
}
