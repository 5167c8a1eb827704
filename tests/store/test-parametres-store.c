/* test-parametres-store.c: what uses a row, and the tree of a frame
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cadre/pv-noeud-service.h"
#include "cadre/pv-noeud-store.h"
#include "model-fixture.h"
#include "pv-error.h"
#include "usage/pv-usage-store.h"

static const char programme[] =
    "INSERT INTO cadre (id, uuid, code, nom, principal) VALUES (1, 'c1', 'a', 'A', 1),"
    " (2, 'c2', 'b', 'B', 0);"
    "INSERT INTO cadre_noeud (id, uuid, cadre_id, parent_id, code, ordre, libelle) VALUES"
    " (1, 'n1', 1, NULL, '1', 1, 'Un'), (2, 'n2', 1, NULL, '2', 2, 'Deux'),"
    " (3, 'n3', 1, 1, '1.1', 1, 'Un un'), (4, 'n4', 2, NULL, '1', 1, 'Ailleurs');";

static void
test_usage (ModelFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *words = NULL;
  gint64 porteur, dossier;
  g_autofree char *sql = NULL;

  model_fixture_write (self, programme);
  porteur = model_fixture_add_organisme (self, "Rives", NULL);
  dossier = model_fixture_add_dossier (self, "1", porteur);
  g_assert_true (pv_usage_describe (self->db, PV_USAGE_NOEUD, 1, &words, &error));
  g_assert_no_error (error);
  g_assert_null (words);

  sql = g_strdup_printf ("INSERT INTO dossier_noeud (dossier_id, noeud_id, principal)"
                         " VALUES (%" G_GINT64_FORMAT ", 3, 1)",
                         dossier);
  model_fixture_write (self, sql);
  /* by the node below */
  g_assert_true (pv_usage_describe (self->db, PV_USAGE_NOEUD, 1, &words, &error));
  g_assert_cmpstr (words, ==, "1\u00a0dossier");
  g_assert_false (pv_usage_check_unused (self->db, PV_USAGE_CADRE, 1, &error));
  g_assert_error (error, PV_RULE_ERROR, PV_RULE_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_true (pv_usage_check_unused (self->db, PV_USAGE_NOEUD, 2, &error));
  for (int nom = PV_USAGE_CONTRAT; nom <= PV_USAGE_AGENT; nom++)
    {
      g_autofree char *other = NULL;

      g_assert_true (pv_usage_describe (self->db, (PvUsageNom)nom, 1, &other, &error));
      g_assert_no_error (error);
    }
  g_assert_false (pv_usage_check_unused (self->db, PV_USAGE_APPEL, self->appel_id, NULL));
}

static void
test_tree (ModelFixture *self, gconstpointer data)
{
  g_autoptr (PvTransaction) transaction = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (PvNoeud) added = NULL;
  g_autoptr (GPtrArray) roots = NULL;
  gint64 id;

  model_fixture_write (self, programme);
  transaction = pv_transaction_begin (self->db, "test", NULL, &error);
  g_assert_true (pv_noeud_service_add (self->db, 1, 1, "Nouveau", &id, &error));
  added = pv_noeud_store_get (self->db, id, &error);
  g_assert_cmpstr (added->code, ==, "1.2");
  g_assert_cmpint (added->ordre, ==, 2);

  g_assert_true (pv_noeud_service_move (self->db, 2, PV_INT_NULL, 0, &error));
  roots = pv_noeud_store_list_children (self->db, 1, PV_INT_NULL, &error);
  g_assert_cmpint (((PvNoeud *)roots->pdata[0])->id, ==, 2);
  g_assert_cmpint (((PvNoeud *)roots->pdata[1])->ordre, ==, 2);
  g_assert_true (pv_noeud_service_move (self->db, 2, 3, G_MAXUINT, &error));

  /* never under itself, nor elsewhere */
  g_assert_false (pv_noeud_service_move (self->db, 1, 2, 0, &error));
  g_assert_error (error, PV_RULE_ERROR, PV_RULE_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_false (pv_noeud_service_move (self->db, 1, 4, 0, &error));
  g_assert_error (error, PV_RULE_ERROR, PV_RULE_ERROR_REFUSED);
  g_clear_error (&error);

  g_assert_true (pv_noeud_service_set_principal (self->db, 2, &error));
  g_assert_true (pv_noeud_service_delete (self->db, 1, &error));
  g_assert_no_error (error);
  g_assert_true (pv_noeud_service_delete_cadre (self->db, 2, &error));
  g_assert_true (pv_transaction_commit (transaction, &error));
  g_assert_cmpint (model_fixture_query (self, "SELECT COUNT (*) FROM cadre_noeud"), ==, 0);
  g_assert_cmpint (model_fixture_query (self, "SELECT COUNT (*) FROM cadre"), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/parametres/usage", ModelFixture, NULL, model_fixture_set_up, test_usage,
              model_fixture_tear_down);
  g_test_add ("/parametres/tree", ModelFixture, NULL, model_fixture_set_up, test_tree,
              model_fixture_tear_down);

  return g_test_run ();
}
