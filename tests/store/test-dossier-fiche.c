/* test-dossier-fiche.c: what the page of a dossier reads and writes
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "controle/pv-controle.h"
#include "controle/pv-derogation-store.h"
#include "dossier/pv-dossier-fiche-store.h"
#include "dossier/pv-dossier-historique.h"
#include "dossier/pv-dossier-service.h"
#include "dossier/pv-dossier-store.h"
#include "organisme/pv-organisme-store.h"
#include "programme-fixture.h"
#include "pv-error.h"
#include "pv-history.h"
#include "pv-transaction.h"

static void
set_champ (ProgrammeFixture *self, const char *name, const char *text)
{
  g_autoptr (GError) error = NULL;
  gboolean changed = FALSE;

  g_assert_true (pv_dossier_service_set_champ (self->db, 1, name, text, &changed, &error));
  g_assert_no_error (error);
  g_assert_true (changed);
}

static void
refuse_champ (ProgrammeFixture *self, const char *name, const char *text)
{
  g_autoptr (GError) error = NULL;
  gboolean changed = FALSE;

  g_assert_false (pv_dossier_service_set_champ (self->db, 1, name, text, &changed, &error));
  g_assert_nonnull (error);
  g_assert_cmpint (error->domain, ==, PV_RULE_ERROR);
}

static void
test_one_field (ProgrammeFixture *self, gconstpointer data)
{
  g_autoptr (PvDossier) dossier = NULL;

  programme_fixture_fill (self);
  set_champ (self, "intitule", "Autre titre");
  set_champ (self, "nature", "reconduction");
  set_champ (self, "cpo_duree", "3");
  set_champ (self, "cpo_annee", "2");
  set_champ (self, "commentaire", "Un mot");
  set_champ (self, "commentaire", NULL);
  dossier = pv_dossier_store_get (self->db, 1, NULL);
  g_assert_cmpstr (dossier->intitule, ==, "Autre titre");
  g_assert_cmpint (dossier->nature, ==, PV_DOSSIER_NATURE_RECONDUCTION);
  g_assert_cmpint (dossier->cpo_annee, ==, 2);
  g_assert_null (dossier->commentaire);

  refuse_champ (self, "intitule", NULL);
  refuse_champ (self, "numero", NULL);
  refuse_champ (self, "nature", "inconnue");
  refuse_champ (self, "cpo_annee", "4");
  refuse_champ (self, "exercice", "deux mille");
  refuse_champ (self, "precedent_id", "1");
  refuse_champ (self, "statut", "solde");
}

static void
test_fiche (ProgrammeFixture *self, gconstpointer data)
{
  g_autoptr (PvDossierFiche) fiche = NULL;
  g_autoptr (GPtrArray) passes = NULL;
  g_autoptr (GPtrArray) funders = NULL;
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (GError) error = NULL;

  programme_fixture_fill (self);
  fiche = pv_dossier_fiche_store_get (self->db, 1, &error);
  g_assert_no_error (error);
  g_assert_cmpint (fiche->dossier->id, ==, 1);
  g_assert_nonnull (fiche->porteur);
  g_assert_nonnull (fiche->appel);
  g_assert_cmpint (fiche->cout_cents, >, 0);
  g_assert_null (pv_dossier_fiche_store_get (self->db, 999, &error));
  g_assert_no_error (error);

  passes = pv_dossier_store_list_de_porteur (self->db, fiche->dossier->porteur_id, &error);
  g_assert_cmpuint (passes->len, ==, 2);
  funders =
      pv_dossier_store_list_financeurs_de_porteur (self->db, fiche->dossier->porteur_id, &error);
  g_assert_cmpuint (funders->len, >=, 2);

  found = pv_organisme_store_search (self->db, "ROUBAIX", 10, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (found->len, >=, 1);
  none = pv_organisme_store_search (self->db, "100%_x", 10, &error);
  g_assert_cmpuint (none->len, ==, 0);
}

static void
count_cb (const PvConstat *constat, gpointer user_data)
{
  GHashTable *seen = user_data;

  if (constat->dossier_id == 1 || constat->dossier_id == PV_INT_NULL)
    g_hash_table_add (seen, g_strdup_printf ("%s %s %" G_GINT64_FORMAT " %s", constat->controle->id,
                                             constat->table, constat->cle,
                                             constat->derogation != NULL ? "passed" : ""));
}

static GHashTable *
new_set (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/* One dossier alone: what the whole file finds of it. */
static void
test_controles (ProgrammeFixture *self, gconstpointer data)
{
  g_autoptr (GHashTable) whole = new_set ();
  g_autoptr (GHashTable) alone = new_set ();
  g_autoptr (GHashTable) other = new_set ();
  g_autoptr (GError) error = NULL;
  GHashTableIter iter;
  gpointer key;

  programme_fixture_fill (self);
  programme_fixture_run (self,
                         "UPDATE organisme SET siret = NULL, cer_signe_le = NULL WHERE id = 1;"
                         "UPDATE dossier SET debut = '2019-01-01' WHERE id = 1;"
                         "UPDATE dossier SET intitule = (SELECT intitule FROM dossier WHERE id = 1)"
                         " WHERE id = 2;"
                         "UPDATE dossier_territoire SET part_bp = 100 WHERE dossier_id = 1;"
                         "UPDATE budget_ligne SET prevu_cents = prevu_cents + 100 WHERE id ="
                         " (SELECT MIN(id) FROM budget_ligne WHERE dossier_id = 1);"
                         "DELETE FROM piece;"
                         "UPDATE enveloppe SET montant_cents = 1");
  g_assert_true (pv_controles_run (self->db, NULL, count_cb, whole, NULL, &error));
  g_assert_true (pv_controles_run_dossier (self->db, 1, count_cb, alone, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (g_hash_table_size (alone), >=, 5);
  g_hash_table_iter_init (&iter, alone);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    if (!g_hash_table_contains (whole, key))
      g_error ("“%s” is found in the dossier alone", (char *)key);
  g_hash_table_iter_init (&iter, whole);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    if (!g_hash_table_contains (alone, key) && !g_str_has_prefix (key, "enveloppe-depassee"))
      g_error ("“%s” is not found in the dossier alone", (char *)key);

  g_assert_true (pv_controles_run_dossier (self->db, 999, count_cb, other, NULL, &error));
  g_assert_cmpuint (g_hash_table_size (other), ==, 0);
}

static void
pass (ProgrammeFixture *self, const char *reason)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PvTransaction) transaction =
      pv_transaction_begin (self->db, "controle-derogation", NULL, &error);

  g_assert_true (pv_derogation_store_set (self->db, "hors-periode", "dossier", 1, reason, &error));
  g_assert_true (pv_transaction_commit (transaction, &error));
  g_assert_no_error (error);
}

static void
test_derogation (ProgrammeFixture *self, gconstpointer data)
{
  g_autoptr (GHashTable) found = new_set ();

  programme_fixture_fill (self);
  programme_fixture_run (self, "UPDATE dossier SET debut = '2019-01-01' WHERE id = 1");
  pass (self, "Commencé avant, vu en comité");
  pass (self, "Autre motif");
  g_assert_cmpint (programme_fixture_int (self, "SELECT COUNT(*) FROM derogation"), ==, 1);
  g_assert_true (pv_controles_run_dossier (self->db, 1, count_cb, found, NULL, NULL));
  g_assert_true (g_hash_table_contains (found, "hors-periode dossier 1 passed"));
  pass (self, "  ");
  g_assert_cmpint (programme_fixture_int (self, "SELECT COUNT(*) FROM derogation"), ==, 0);
}

static gboolean
says (GPtrArray *events, guint i, const char *line)
{
  const PvDossierEvenement *event = g_ptr_array_index (events, i);

  for (guint j = 0; j < event->lignes->len; j++)
    if (g_str_equal (g_ptr_array_index (event->lignes, j), line))
      return TRUE;

  return FALSE;
}

static void
test_historique (ProgrammeFixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) events = NULL;
  g_autoptr (GPtrArray) some = NULL;
  g_autoptr (GPtrArray) other = NULL;
  g_autoptr (GError) error = NULL;
  const PvDossierEvenement *undone;

  programme_fixture_fill (self);
  set_champ (self, "debut", "2026-02-03");
  programme_fixture_run (self, "INSERT INTO dossier_age (dossier_id, moment, tranche, nombre)"
                               " VALUES (1, 'prevu', '6-15', 12)");
  g_assert_cmpint (pv_history_undo (self->db, pv_history_last_group (self->db), &error), >, 0);
  /* the same key, of another dossier: not of this one's history */
  programme_fixture_run (self, "INSERT INTO dossier_age (dossier_id, moment, tranche, nombre)"
                               " VALUES (2, 'prevu', '6-15', 30)");

  events = pv_dossier_historique_list (self->db, 1, 10, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (events->len, ==, 4);
  g_assert_true (says (events, 0, "Age class removed: 6-15"));
  undone = g_ptr_array_index (events, 1);
  g_assert_cmpint (undone->group->undone_by, !=, PV_INT_NULL);
  g_assert_true (says (events, 2, "Begins on: 01/02/2026 → 03/02/2026"));

  some = pv_dossier_historique_list (self->db, 1, 2, &error);
  g_assert_cmpuint (some->len, ==, 2);
  other = pv_dossier_historique_list (self->db, 2, 10, &error);
  g_assert_true (says (other, 0, "Age class added: 6-15"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func)                                                                            \
  g_test_add (path, ProgrammeFixture, NULL, programme_fixture_set_up, func,                        \
              programme_fixture_tear_down)
  ADD ("/dossier-fiche/one-field", test_one_field);
  ADD ("/dossier-fiche/names-and-memory", test_fiche);
  ADD ("/dossier-fiche/controls-of-one", test_controles);
  ADD ("/dossier-fiche/derogation", test_derogation);
  ADD ("/dossier-fiche/history", test_historique);

  return g_test_run ();
}
