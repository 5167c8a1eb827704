/* test-dossier-lot.c: actions on several dossiers, and the values of filters
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dossier/pv-dossier-lot.h"
#include "dossier/pv-dossier-service.h"
#include "dossier/pv-facette-store.h"
#include "model-fixture.h"
#include "pv-error.h"
#include "pv-history.h"

#define N PV_INT_NULL

static GArray *
ids_new (gint64 a, gint64 b, gint64 c)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 all[] = { a, b, c };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    if (all[i] != 0)
      g_array_append_val (ids, all[i]);

  return ids;
}

static void
set_up (ModelFixture *self, gconstpointer data)
{
  gint64 porteur;

  model_fixture_set_up (self, data);
  porteur = model_fixture_add_organisme (self, "Rives Solidaires", NULL);
  model_fixture_add_dossier (self, "0001", porteur);
  model_fixture_add_dossier (self, "0002", porteur);
  model_fixture_add_dossier (self, "0003", porteur);
  model_fixture_write (
      self,
      "UPDATE dossier SET statut = 'depose';"
      "UPDATE dossier SET statut = 'solde' WHERE id = 3;"
      "INSERT INTO agent (uuid, nom, role) VALUES ('agent-1', 'Inès', 'pilote');"
      "INSERT INTO cadre (uuid, code, nom, principal) VALUES ('c', 'local', 'Local', 1);"
      "INSERT INTO cadre_noeud (uuid, cadre_id, code, libelle) VALUES ('n1', 1, 'E1', 'École');"
      "INSERT INTO cadre_noeud (uuid, cadre_id, parent_id, code, libelle) VALUES"
      " ('n2', 1, 1, 'E1.1', 'Lecture');"
      "INSERT INTO dossier_noeud (dossier_id, noeud_id, principal) VALUES (1, 2, 1);");
}

static void
test_a_refused_move_is_told_and_the_others_move_at_once (ModelFixture *self, gconstpointer data)
{
  g_autoptr (GArray) ids = ids_new (1, 2, 3), permis = NULL;
  g_autoptr (GPtrArray) refus = NULL;
  g_autoptr (PvHistoryGroup) group = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *avant = pv_history_digest (self->db, NULL), *apres = NULL;
  const PvDossierRefus *premier;

  refus = pv_dossier_service_check_statut_many (self->db, ids, PV_DOSSIER_STATUT_RECEVABLE, &permis,
                                                &error);
  g_assert_no_error (error);
  g_assert_cmpuint (refus->len, ==, 1);
  g_assert_cmpuint (permis->len, ==, 2);
  premier = refus->pdata[0];
  g_assert_cmpstr (premier->numero, ==, "0003");
  g_assert_nonnull (premier->raison);

  g_assert_false (pv_dossier_service_set_statut_many (self->db, ids, PV_DOSSIER_STATUT_RECEVABLE,
                                                      NULL, &error));
  g_assert_error (error, PV_RULE_ERROR, PV_RULE_ERROR_TRANSITION);
  g_clear_error (&error);
  g_assert_false (pv_dossier_service_set_statut_many (self->db, permis, PV_DOSSIER_STATUT_ABANDONNE,
                                                      " \u00a0", &error));
  g_assert_error (error, PV_RULE_ERROR, PV_RULE_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_true (pv_dossier_service_set_statut_many (self->db, permis, PV_DOSSIER_STATUT_RECEVABLE,
                                                     "dit", &error));
  g_assert_no_error (error);
  g_assert_cmpint (model_fixture_query (self, "SELECT COUNT(*) FROM dossier WHERE"
                                              " statut = 'recevable' AND statut_motif = 'dit'"),
                   ==, 2);

  group = pv_history_last_undoable (self->db, &error);
  g_assert_cmpstr (group->action, ==, "dossier-statut");
  g_assert_cmpint (pv_history_undo (self->db, group->id, &error), >, 0);
  apres = pv_history_digest (self->db, NULL);
  g_assert_cmpstr (avant, ==, apres);
}

static void
test_referent_and_axe_count_who_changed (ModelFixture *self, gconstpointer data)
{
  g_autoptr (GArray) ids = ids_new (1, 2, 3), deux = ids_new (1, 2, 0);
  g_autoptr (GError) error = NULL;
  gint64 n = -1;

  g_assert_true (pv_dossier_service_set_referent_many (self->db, deux, 1, &n, &error));
  g_assert_cmpint (n, ==, 2);
  g_assert_true (pv_dossier_service_set_referent_many (self->db, ids, 1, &n, &error));
  g_assert_cmpint (n, ==, 1);
  g_assert_true (pv_dossier_service_set_referent_many (self->db, ids, N, &n, &error));
  g_assert_cmpint (n, ==, 3);

  g_assert_true (pv_dossier_service_set_axe_many (self->db, ids, 2, &n, &error));
  g_assert_no_error (error);
  g_assert_cmpint (n, ==, 2);
  g_assert_true (pv_dossier_service_set_axe_many (self->db, ids, 1, &n, &error));
  g_assert_cmpint (n, ==, 3);
  g_assert_cmpint (model_fixture_query (self, "SELECT COUNT(*) FROM dossier_noeud"), ==, 3);
  g_assert_true (pv_dossier_service_set_axe_many (self->db, ids, N, &n, &error));
  g_assert_cmpint (model_fixture_query (self, "SELECT COUNT(*) FROM dossier_noeud"), ==, 0);
}

static void
test_a_move_to_another_appel_says_what_stays (ModelFixture *self, gconstpointer data)
{
  gint64 etat = model_fixture_add_financeur (self, "État", "etat");
  gint64 suivant, ami;
  g_autoptr (GArray) ids = ids_new (1, 2, 3), permis = NULL, autres = NULL;
  g_autoptr (GPtrArray) refus = NULL, refus_ami = NULL;
  g_autoptr (GError) error = NULL;

  model_fixture_add_financement (self, 2, etat, N, 900, 700);
  model_fixture_write (self, "INSERT INTO appel (uuid, exercice, genre, libelle) VALUES"
                             " ('a27', 2027, 'aap', 'Suivant'), ('ami', 2026, 'ami', 'AMI');"
                             "UPDATE dossier SET partie_de_id = 1 WHERE id = 3;"
                             "UPDATE dossier SET chapeau = 1 WHERE id = 1");
  suivant = model_fixture_query (self, "SELECT id FROM appel WHERE uuid = 'a27'");
  ami = model_fixture_query (self, "SELECT id FROM appel WHERE uuid = 'ami'");

  refus = pv_dossier_service_check_appel_many (self->db, ids, suivant, &permis, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (refus->len, ==, 1);
  g_assert_cmpint (((PvDossierRefus *)refus->pdata[0])->id, ==, 2);
  g_assert_true (pv_dossier_service_set_appel_many (self->db, permis, suivant, &error));
  g_assert_no_error (error);
  g_assert_cmpint (model_fixture_query (self, "SELECT COUNT(*) FROM dossier WHERE exercice = 2027"),
                   ==, 2);

  g_array_set_size (ids, 2); /* the chapeau without its part */
  refus_ami = pv_dossier_service_check_appel_many (self->db, ids, ami, &autres, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (autres->len, ==, 1);
  g_assert_cmpint (g_array_index (autres, gint64, 0), ==, 2);
  g_assert_false (pv_dossier_service_set_appel_many (self->db, ids, ami, &error));
  g_assert_error (error, PV_RULE_ERROR, PV_RULE_ERROR_REFUSED);
}

/* From its own page, a dossier moves as it would from the list. */
static void
test_one_moves_as_many_do (ModelFixture *self, gconstpointer data)
{
  gint64 etat = model_fixture_add_financeur (self, "État", "etat");
  g_autofree char *suivant = NULL;
  g_autoptr (GError) error = NULL;
  gboolean changed = FALSE;

  model_fixture_add_financement (self, 2, etat, N, 900, 700);
  model_fixture_write (self, "INSERT INTO appel (uuid, exercice, genre, libelle) VALUES"
                             " ('a27', 2027, 'aap', 'Suivant')");
  suivant = g_strdup_printf ("%" G_GINT64_FORMAT,
                             model_fixture_query (self, "SELECT id FROM appel WHERE uuid = 'a27'"));

  g_assert_true (pv_dossier_service_set_champ (self->db, 1, "appel_id", suivant, &changed, &error));
  g_assert_no_error (error);
  g_assert_true (changed);
  g_assert_cmpint (model_fixture_query (self, "SELECT exercice FROM dossier WHERE id = 1"), ==,
                   2027);
  g_assert_false (
      pv_dossier_service_set_champ (self->db, 2, "appel_id", suivant, &changed, &error));
  g_assert_error (error, PV_RULE_ERROR, PV_RULE_ERROR_REFUSED);
}

static void
test_a_deletion_says_what_is_lost (ModelFixture *self, gconstpointer data)
{
  gint64 etat = model_fixture_add_financeur (self, "État", "etat");
  g_autoptr (GArray) ids = ids_new (1, 2, 0), permis = NULL;
  g_autoptr (GPtrArray) refus = NULL;
  g_autoptr (GError) error = NULL;
  PvDossierPertes pertes;

  model_fixture_add_financement (self, 1, etat, N, 900, 700);
  model_fixture_write (self, "UPDATE dossier SET partie_de_id = 2 WHERE id = 3");
  refus = pv_dossier_service_check_delete_many (self->db, ids, &permis, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (refus->len, ==, 1);
  g_assert_cmpuint (permis->len, ==, 1);
  g_assert_true (pv_dossier_service_count_pertes (self->db, permis, &pertes, &error));
  g_assert_cmpint (pertes.financements, ==, 1);
  g_assert_cmpint (pertes.sollicite_cents, ==, 900);
  g_assert_true (pv_dossier_service_delete_many (self->db, permis, &error));
  g_assert_no_error (error);
  g_assert_cmpint (model_fixture_query (self, "SELECT COUNT(*) FROM dossier"), ==, 2);
}

static const PvFacette *
find (const GPtrArray *facettes, const char *valeur)
{
  for (guint i = 0; i < facettes->len; i++)
    if (g_strcmp0 (((PvFacette *)facettes->pdata[i])->valeur, valeur) == 0)
      return facettes->pdata[i];

  return NULL;
}

static void
test_every_filter_has_its_values (ModelFixture *self, gconstpointer data)
{
  PvFiltre filtre = { self->appel_id, N };
  g_autofree char *nom = NULL;
  gint64 n = 0;

  for (int critere = 0; critere < PV_N_CRITERES; critere++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) facettes =
          pv_facette_store_list (self->db, &filtre, critere, NULL, &error);

      g_assert_no_error (error);
      if (critere == PV_CRITERE_STATUT)
        g_assert_cmpint (find (facettes, "depose")->n, ==, 2);
      if (critere == PV_CRITERE_AXE)
        {
          g_assert_cmpuint (facettes->len, ==, 2);
          g_assert_cmpint (find (facettes, "E1")->n, ==, 1);
          g_assert_cmpuint (find (facettes, "E1.1")->niveau, ==, 1);
        }
      if (critere == PV_CRITERE_MARQUE)
        g_assert_cmpint (find (facettes, "non-evalue")->n, ==, 3);
      if (critere == PV_CRITERE_SANS)
        g_assert_cmpint (find (facettes, "axe")->n, ==, 2);
    }

  nom = pv_facette_store_get_libelle (self->db, PV_CRITERE_REFERENT, "agent-1");
  g_assert_cmpstr (nom, ==, "Inès");
  g_assert_true (pv_facette_store_count (self->db, &filtre, &n, NULL));
  g_assert_cmpint (n, ==, 3);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func)                                                                            \
  g_test_add ("/dossier-lot/" name, ModelFixture, NULL, set_up, func, model_fixture_tear_down)

  ADD ("status", test_a_refused_move_is_told_and_the_others_move_at_once);
  ADD ("referent-axe", test_referent_and_axe_count_who_changed);
  ADD ("appel", test_a_move_to_another_appel_says_what_stays);
  ADD ("appel-of-one", test_one_moves_as_many_do);
  ADD ("delete", test_a_deletion_says_what_is_lost);
  ADD ("facettes", test_every_filter_has_its_values);

  return g_test_run ();
}
