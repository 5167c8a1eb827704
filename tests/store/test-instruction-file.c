/* test-instruction-file.c: the queue, and what the page of an instruction shows
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "instruction/pv-instruction-fiche.h"
#include "instruction/pv-instruction-file.h"
#include "instruction/pv-instruction-service.h"
#include "model-fixture.h"
#include "pv-error.h"

enum
{
  ETAT = 1,
  MEL = 2,
  ANNE = 1,
};

/* Dossiers 1 to 6; the grid has weights 3, 2 and 1; Anne instructs for the State. */
static void
fill (ModelFixture *self)
{
  gint64 porteur = model_fixture_add_organisme (self, "Rives", NULL);

  for (int i = 1; i <= 6; i++)
    {
      g_autofree char *numero = g_strdup_printf ("%d", i);

      g_assert_cmpint (model_fixture_add_dossier (self, numero, porteur), ==, i);
    }
  model_fixture_write (
      self,
      "INSERT INTO institution (id, uuid, nom, ordre) VALUES (1, 'i1', 'État', 1),"
      " (2, 'i2', 'MEL', 2);"
      "INSERT INTO agent (id, uuid, nom, institution_id, role) VALUES (1, 'a1', 'Anne', 1,"
      " 'instructeur');"
      "INSERT INTO grille (id, uuid, nom) VALUES (1, 'g1', 'Grille'), (2, 'g2', 'Autre');"
      "INSERT INTO critere (id, uuid, grille_id, ordre, libelle, poids, maximum,"
      " sans_objet_permis) VALUES (1, 'c1', 1, 1, 'Besoins', 3, 5, 0), (2, 'c2', 1, 2, 'Public', 2,"
      " 5, 1), (3, 'c3', 1, 3, 'Suivi', 1, 20, 1), (4, 'c4', 2, 1, 'Ailleurs', 1, 5, 0);"
      "UPDATE appel SET grille_id = 1;"
      "INSERT INTO seuil (uuid, code, libelle, valeur, unite) SELECT 's1',"
      " 'score_dispersion_alerte', 'Dispersion', 25, 'points' WHERE NOT EXISTS"
      " (SELECT 1 FROM seuil WHERE code = 'score_dispersion_alerte');"
      "UPDATE dossier SET statut = 'en-instruction' WHERE id <= 4;"
      "UPDATE dossier SET statut = 'programme' WHERE id = 5;"
      "UPDATE dossier SET referent_id = 1 WHERE id IN (3, 5);"
      /* 1: both, for and against; 2: the MEL alone; 4: both, agreed, but far apart */
      "INSERT INTO instruction (uuid, dossier_id, institution_id, etat, avis, score_declare) VALUES"
      " ('k1', 1, 1, 'soumise', 'favorable', NULL), ('k2', 1, 2, 'soumise', 'defavorable', NULL),"
      " ('k3', 2, 2, 'soumise', 'favorable', 7000), ('k4', 4, 1, 'soumise', 'favorable', 9000),"
      " ('k5', 4, 2, 'soumise', 'favorable', 3000);");
}

static PvInstructionFile *
load (ModelFixture *self, PvFileGenre genre)
{
  const PvFiltre filtre = { self->appel_id, PV_INT_NULL };
  g_autoptr (PvFileQuestion) question =
      pv_file_question_new (&filtre, genre, ETAT, ANNE, "2026-06-15");
  g_autoptr (GError) error = NULL;
  PvInstructionFile *file = pv_instruction_file_load (self->db, question, &error);

  g_assert_no_error (error);

  return file;
}

static void
assert_ids (const PvInstructionFile *file, guint n, ...)
{
  va_list expected;

  g_assert_cmpuint (file->ids->len, ==, n);
  va_start (expected, n);
  for (guint i = 0; i < n; i++)
    g_assert_cmpint (g_array_index (file->ids, gint64, i), ==, va_arg (expected, int));
  va_end (expected);
}

static void
test_queues (ModelFixture *self, gconstpointer data)
{
  const PvFiltre filtre = { self->appel_id, PV_INT_NULL };
  g_autoptr (PvInstructionFile) repondre = NULL, miennes = NULL, divergentes = NULL, toutes = NULL;
  gint64 n = -1;

  fill (self);
  repondre = load (self, PV_FILE_A_REPONDRE);
  miennes = load (self, PV_FILE_MIENNE);
  divergentes = load (self, PV_FILE_DIVERGENTE);
  toutes = load (self, PV_FILE_TOUTES);

  assert_ids (repondre, 2, 2, 3);
  assert_ids (miennes, 1, 3); /* 5 is decided */
  assert_ids (divergentes, 2, 1, 4);
  assert_ids (toutes, 6, 1, 2, 3, 4, 5, 6);
  g_assert_cmpint (repondre->n[PV_FILE_A_REPONDRE], ==, 2);
  g_assert_cmpint (repondre->n[PV_FILE_INSTITUTION], ==, 4);
  g_assert_cmpint (repondre->n[PV_FILE_DIVERGENTE], ==, 2);
  g_assert_cmpint (repondre->n[PV_FILE_TOUTES], ==, 6);
  g_assert_true (pv_instruction_file_count (self->db, &filtre, ETAT, &n, NULL));
  g_assert_cmpint (n, ==, 2);
}

/* What is searched is found in the queue alone, whose counts stay; the order is by a column. */
static void
test_search_and_sort (ModelFixture *self, gconstpointer data)
{
  const PvFiltre filtre = { self->appel_id, PV_INT_NULL };
  g_autoptr (PvFileQuestion) question =
      pv_file_question_new (&filtre, PV_FILE_TOUTES, ETAT, ANNE, "2026-06-15");
  g_autoptr (PvInstructionFile) file = NULL;

#define ask(...)                                                                                   \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_clear_pointer (&file, pv_instruction_file_free);                                             \
    file = pv_instruction_file_load (self->db, question, NULL);                                    \
    assert_ids (file, __VA_ARGS__);                                                                \
  }                                                                                                \
  G_STMT_END

  fill (self);
  model_fixture_write (self, "UPDATE dossier SET intitule = 'Théâtre forum' WHERE id = 5;"
                             "UPDATE dossier SET intitule = 'Ateliers théâtre' WHERE id = 2;");
  question->recherche = g_strdup ("theatre");
  ask (2, 2, 5);
  g_assert_cmpint (file->n[PV_FILE_TOUTES], ==, 6);
  question->tri = PV_FILE_TRI_INTITULE;
  question->descendant = TRUE;
  ask (2, 5, 2);
  question->genre = PV_FILE_A_REPONDRE;
  ask (1, 2);
  g_free (g_steal_pointer (&question->recherche));
  question->genre = PV_FILE_TOUTES;
  question->tri = PV_FILE_TRI_NUMERO;
  ask (6, 6, 5, 4, 3, 2, 1);

  /* without a score: last, either way; 1 and 2 have one avis or two */
  question->tri = PV_FILE_TRI_SCORE;
  ask (6, 2, 4, 1, 3, 5, 6);
  question->descendant = FALSE;
  ask (6, 4, 2, 1, 3, 5, 6);
  question->tri = PV_FILE_TRI_AVIS;
  ask (6, 3, 5, 6, 2, 1, 4);
  question->tri = PV_FILE_TRI_REPONSE;
  question->descendant = TRUE;
  ask (6, 1, 4, 2, 3, 5, 6);
#undef ask
}

static void
test_order (ModelFixture *self, gconstpointer data)
{
  g_autoptr (PvInstructionFile) file = NULL;
  g_autoptr (PvInstructionLigne) ligne = NULL;

  fill (self);
  model_fixture_write (self,
                       "INSERT INTO instance (id, uuid, nom, effet) VALUES (1, 'n1', 'COTECH',"
                       " 'avis');"
                       "INSERT INTO seance (id, uuid, instance_id, date_le, etat) VALUES"
                       " (1, 'z1', 1, '2026-07-02', 'preparee');"
                       "INSERT INTO seance_dossier (seance_id, dossier_id, ordre) VALUES"
                       " (1, 3, 1);");
  file = load (self, PV_FILE_A_REPONDRE);
  assert_ids (file, 2, 3, 2); /* the next committee first */

  ligne = pv_instruction_ligne_load (self->db, 3, ETAT, NULL);
  g_assert_cmpstr (ligne->echeance, ==, "2026-07-02");
  g_assert_cmpint (ligne->etat, ==, PV_INSTRUCTION_ETAT_NULL);
  g_clear_pointer (&ligne, pv_instruction_ligne_free);

  ligne = pv_instruction_ligne_load (self->db, 1, ETAT, NULL);
  g_assert_cmpint (ligne->etat, ==, PV_INSTRUCTION_ETAT_SOUMISE);
  g_assert_cmpint (ligne->avis, ==, PV_AVIS_FAVORABLE);
  g_assert_cmpuint (ligne->n_avis, ==, 2);
  g_assert_cmpuint (ligne->tous->len, ==, 2);
  g_clear_pointer (&ligne, pv_instruction_ligne_free);

  /* marks without an avis are an answer too: the queue, its count and the row say so */
  model_fixture_write (self, "UPDATE instruction SET avis = NULL WHERE uuid = 'k1'");
  ligne = pv_instruction_ligne_load (self->db, 1, ETAT, NULL);
  g_assert_cmpint (ligne->etat, ==, PV_INSTRUCTION_ETAT_SOUMISE);
  g_assert_cmpint (ligne->avis, ==, PV_AVIS_NULL);
  g_assert_cmpuint (ligne->n_avis, ==, 1);
  g_clear_pointer (&file, pv_instruction_file_free);
  file = load (self, PV_FILE_A_REPONDRE);
  assert_ids (file, 2, 3, 2);
}

static gboolean
give (PvDb *db, gint64 id, gint64 critere, gint64 valeur, gboolean na)
{
  PvNote note = { critere, valeur, na };
  gboolean changed = FALSE;

  return pv_instruction_noter (db, id, &note, &changed, NULL);
}

static void
test_fiche (ModelFixture *self, gconstpointer data)
{
  g_autoptr (PvTransaction) transaction = NULL;
  g_autoptr (PvInstructionFiche) fiche = NULL;
  g_autoptr (PvInstructionLigne) ligne = NULL;
  g_autoptr (GPtrArray) versions = NULL;
  g_autoptr (GError) error = NULL;
  PvInstructionBilan bilan;
  gint64 id;

  fill (self);
  transaction = pv_transaction_begin (self->db, "test", NULL, NULL);
  g_assert_true (pv_instruction_brouillon (self->db, 3, ETAT, ANNE, &id, NULL));
  g_assert_true (give (self->db, id, 1, 4, FALSE));
  g_assert_true (give (self->db, id, 3, 7, FALSE));
  fiche = pv_instruction_fiche_load (self->db, 3, ETAT, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (fiche->institution, ==, "État");
  g_assert_cmpstr (fiche->agent, ==, "Anne");
  g_assert_null (fiche->refus);
  g_assert_cmpuint (fiche->criteres->len, ==, 3);

  /* 3 × 4/5 + 1 × 7/20 of 4: so far */
  pv_instruction_bilan_compute (fiche->criteres, fiche->notes, &bilan);
  g_assert_cmpint (bilan.score, ==, PV_INT_NULL);
  g_assert_cmpint (bilan.provisoire, ==, 6875);
  g_assert_cmpint (bilan.points, ==, 275);
  g_assert_cmpint (bilan.poids, ==, 4);
  g_assert_cmpuint (bilan.n_notes, ==, 2);
  ligne = pv_instruction_ligne_load (self->db, 3, ETAT, NULL);
  g_assert_cmpint (ligne->n_notes, ==, 2);
  g_assert_cmpint (ligne->n_criteres, ==, 3);
  g_clear_pointer (&fiche, pv_instruction_fiche_free);

  /* N/A makes it whole */
  g_assert_true (give (self->db, id, 2, PV_INT_NULL, TRUE));
  fiche = pv_instruction_fiche_load (self->db, 3, ETAT, NULL);
  pv_instruction_bilan_compute (fiche->criteres, fiche->notes, &bilan);
  g_assert_cmpint (bilan.score, ==, 6875);
  g_assert_cmpuint (bilan.n_sans_objet, ==, 1);
  g_clear_pointer (&fiche, pv_instruction_fiche_free);

  /* the call takes another grid: the marks stay, elsewhere */
  g_assert_true (pv_db_execute (self->db, "UPDATE appel SET grille_id = 2", NULL));
  fiche = pv_instruction_fiche_load (self->db, 3, ETAT, NULL);
  g_assert_cmpuint (fiche->n_ailleurs, ==, 3);
  g_assert_cmpstr (fiche->ailleurs, ==, "Grille");
  g_assert_cmpuint (fiche->criteres->len, ==, 1);
  versions = pv_instruction_version_list (self->db, 3, NULL);
  g_assert_cmpuint (versions->len, ==, 1);
  g_assert_cmpint (((PvInstructionVersion *)versions->pdata[0])->score, ==, 6875);
  g_clear_pointer (&fiche, pv_instruction_fiche_free);

  /* decided, or gone */
  fiche = pv_instruction_fiche_load (self->db, 5, ETAT, NULL);
  g_assert_nonnull (fiche->refus);
  g_assert_null (pv_instruction_fiche_load (self->db, 99, ETAT, &error));
  g_assert_error (error, PV_RULE_ERROR, PV_RULE_ERROR_NOT_FOUND);
}

/* The avis k1 of the State has marks on the criteria of the first version. */
static void
test_fiche_versions (ModelFixture *self, gconstpointer data)
{
  g_autoptr (PvInstructionFiche) fiche = NULL;
  PvInstructionBilan bilan;

  fill (self);
  model_fixture_write (
      self, "INSERT INTO note (instruction_id, critere_id, valeur, sans_objet) SELECT id, 1, 5, 0"
            " FROM instruction WHERE uuid = 'k1' UNION SELECT id, 2, NULL, 1 FROM instruction"
            " WHERE uuid = 'k1' UNION SELECT id, 3, 20, 0 FROM instruction WHERE uuid = 'k1';"
            "INSERT INTO grille (id, uuid, nom, version) VALUES (3, 'g3', 'Grille', 2);"
            "INSERT INTO critere (id, uuid, grille_id, ordre, libelle, poids, maximum,"
            " sans_objet_permis) VALUES (31, 'c31', 3, 1, 'Besoins', 3, 5, 0);"
            "UPDATE appel SET grille_id = 3;");
  fiche = pv_instruction_fiche_load (self->db, 1, ETAT, NULL);
  g_assert_cmpuint (fiche->criteres->len, ==, 3);
  g_assert_cmpint (fiche->grille->version, ==, 1);
  g_assert_cmpuint (fiche->n_ailleurs, ==, 0); /* they count */
  pv_instruction_bilan_compute (fiche->criteres, fiche->notes, &bilan);
  g_assert_cmpint (bilan.score, ==, 10000);
  g_clear_pointer (&fiche, pv_instruction_fiche_free);

  /* another grid: its marks are shown, and it is said that they do not count */
  model_fixture_write (self, "UPDATE appel SET grille_id = 2;");
  fiche = pv_instruction_fiche_load (self->db, 1, ETAT, NULL);
  g_assert_cmpuint (fiche->criteres->len, ==, 3);
  g_assert_cmpuint (fiche->n_ailleurs, ==, 3);
  g_assert_cmpstr (fiche->ailleurs, ==, "Grille");
}

static void
test_credits (ModelFixture *self, gconstpointer data)
{
  g_autoptr (PvInstructionFiche) fiche = NULL;
  const PvInstructionCredit *credit;
  gint64 financeur, enveloppe;

  fill (self);
  financeur = model_fixture_add_financeur (self, "État", "etat");
  enveloppe = model_fixture_add_enveloppe (self, financeur, PV_INT_NULL, "P147", 10000000);
  model_fixture_add_financement (self, 3, financeur, enveloppe, 3000000, 2000000);
  model_fixture_write (self, "UPDATE financement SET dispositif_id = (SELECT dispositif_id FROM"
                             " enveloppe e WHERE e.id = enveloppe_id)");
  fiche = pv_instruction_fiche_load (self->db, 3, ETAT, NULL);
  g_assert_cmpuint (fiche->credits->len, ==, 1);
  credit = &g_array_index (fiche->credits, PvInstructionCredit, 0);
  g_assert_cmpint (credit->sollicite_cents, ==, 3000000);
  g_assert_cmpint (credit->propose_cents, ==, PV_CENTS_NULL);
  g_assert_cmpint (pv_instruction_credit_get_reste (credit), ==, 10000000);
  g_clear_pointer (&fiche, pv_instruction_fiche_free);

  /* what the envelope does not count is not given back to it */
  model_fixture_write (
      self, "INSERT INTO financement (uuid, dossier_id, financeur_id,"
            " dispositif_id, enveloppe_id, exercice, section, propose_cents) SELECT 'fx',"
            " dossier_id, financeur_id, dispositif_id, NULL, exercice, 'investissement',"
            " 500000 FROM financement");
  fiche = pv_instruction_fiche_load (self->db, 3, ETAT, NULL);
  credit = &g_array_index (fiche->credits, PvInstructionCredit, 0);
  g_assert_cmpint (pv_instruction_credit_get_reste (credit), ==, 10000000);
  g_clear_pointer (&fiche, pv_instruction_fiche_free);
  model_fixture_write (self, "UPDATE dossier SET statut = 'abandonne' WHERE id = 3");
  fiche = pv_instruction_fiche_load (self->db, 3, ETAT, NULL);
  credit = &g_array_index (fiche->credits, PvInstructionCredit, 0);
  g_assert_cmpint (pv_instruction_credit_get_reste (credit), ==, 10000000);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define add(path, func)                                                                            \
  g_test_add ("/instruction-file/" path, ModelFixture, NULL, model_fixture_set_up, func,           \
              model_fixture_tear_down)
  add ("queues", test_queues);
  add ("search-and-sort", test_search_and_sort);
  add ("order", test_order);
  add ("fiche", test_fiche);
  add ("fiche-versions", test_fiche_versions);
  add ("credits", test_credits);
#undef add

  return g_test_run ();
}
