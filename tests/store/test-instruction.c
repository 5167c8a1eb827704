/* test-instruction.c: drafts, submissions and their versions
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "commun/pv-filtre.h"
#include "instruction/pv-instruction-service.h"
#include "instruction/pv-instruction-store.h"
#include "instruction/pv-note-store.h"
#include "instruction/pv-reprise.h"
#include "model-fixture.h"
#include "pv-error.h"
#include "pv-history.h"
#include "score/pv-score-store.h"

enum
{
  ETAT = 1,
  MEL = 2,
};

enum
{
  BESOINS = 11,
  PUBLIC = 12,
  ECOLOGIE = 13,
  AUTRE_GRILLE = 21,
};

typedef struct
{
  ModelFixture base;
  gint64 dossier_id;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autofree char *sql = NULL;

  model_fixture_set_up (&self->base, data);
  self->dossier_id = model_fixture_add_dossier (
      &self->base, "0001", model_fixture_add_organisme (&self->base, "Porteur", NULL));
  sql = g_strdup_printf (
      "INSERT INTO institution (id, uuid, nom, ordre) VALUES (1, 'i1', 'État', 1),"
      " (2, 'i2', 'MEL', 2);"
      "INSERT INTO grille (id, uuid, nom) VALUES (1, 'g1', 'Générale'), (2, 'g2', 'Autre');"
      "INSERT INTO critere (id, uuid, grille_id, ordre, libelle, poids, maximum,"
      "                     sans_objet_permis) VALUES"
      " (11, 'c11', 1, 1, 'Besoins', 3, 5, 0), (12, 'c12', 1, 2, 'Public', 1, 5, 0),"
      " (13, 'c13', 1, 3, 'Écologie', 1, 10, 1), (21, 'c21', 2, 1, 'Autre', 1, 5, 0);"
      "UPDATE appel SET grille_id = 1;"
      "UPDATE dossier SET statut = 'recevable' WHERE id = %d;",
      (int)self->dossier_id);
  model_fixture_write (&self->base, sql);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  model_fixture_tear_down (&self->base, data);
}

/* One action of a user. */
#define act(self, call)                                                                            \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autoptr (GError) act_error = NULL;                                                           \
    g_autoptr (PvTransaction) transaction =                                                        \
        pv_transaction_begin ((self)->base.db, "test", NULL, &act_error);                          \
    GError **error = &act_error;                                                                   \
    g_assert_no_error (act_error);                                                                 \
    g_assert_true (call);                                                                          \
    g_assert_no_error (act_error);                                                                 \
    g_assert_true (pv_transaction_commit (transaction, &act_error));                               \
  }                                                                                                \
  G_STMT_END

/* One that is refused: @word is in what is said. */
#define refuse(self, call, code, word)                                                             \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autoptr (GError) act_error = NULL;                                                           \
    g_autoptr (PvTransaction) transaction =                                                        \
        pv_transaction_begin ((self)->base.db, "test", NULL, &act_error);                          \
    GError **error = &act_error;                                                                   \
    g_assert_no_error (act_error);                                                                 \
    g_assert_false (call);                                                                         \
    g_assert_error (act_error, PV_RULE_ERROR, code);                                               \
    g_assert_nonnull (strstr (act_error->message, word));                                          \
  }                                                                                                \
  G_STMT_END

static gint64
open_brouillon (Fixture *self, gint64 institution)
{
  gint64 id = 0;

  act (self, pv_instruction_brouillon (self->base.db, self->dossier_id, institution, PV_INT_NULL,
                                       &id, error));

  return id;
}

static void
note (Fixture *self, gint64 id, gint64 critere, gint64 valeur)
{
  PvNote une = { critere, valeur, FALSE };

  act (self, pv_instruction_noter (self->base.db, id, &une, NULL, error));
}

/* 4, 3 and N/A of weights 3, 1, 1: (3 × 0,8 + 0,6) ÷ 4 = 75,00. */
static void
mark_all (Fixture *self, gint64 id)
{
  PvNote sans_objet = { ECOLOGIE, PV_INT_NULL, TRUE };

  note (self, id, BESOINS, 4);
  note (self, id, PUBLIC, 3);
  act (self, pv_instruction_noter (self->base.db, id, &sans_objet, NULL, error));
}

static void
submit (Fixture *self, gint64 institution, PvAvis avis)
{
  gint64 id = open_brouillon (self, institution);

  mark_all (self, id);
  act (self, pv_instruction_set_avis (self->base.db, id, avis, NULL, error));
  act (self, pv_instruction_soumettre (self->base.db, id, PV_INT_NULL, error));
}

static gint64
get_score (Fixture *self)
{
  PvScore score;

  g_assert_true (pv_score_store_get (self->base.db, self->dossier_id, &score, NULL));

  return score.score;
}

#define query(self, sql) model_fixture_query (&(self)->base, sql)

static void
test_brouillon (Fixture *self, gconstpointer data)
{
  gint64 id = open_brouillon (self, ETAT);

  /* its instructeurs share it, and the dossier is being instructed */
  g_assert_cmpint (open_brouillon (self, ETAT), ==, id);
  g_assert_cmpint (open_brouillon (self, MEL), !=, id);
  g_assert_cmpint (query (self, "SELECT COUNT(*) FROM dossier WHERE statut = 'en-instruction'"), ==,
                   1);
  /* the first mark freezes the grid; a draft is not counted */
  g_assert_cmpint (query (self, "SELECT gelee FROM grille WHERE id = 1"), ==, 0);
  mark_all (self, id);
  g_assert_cmpint (query (self, "SELECT gelee FROM grille WHERE id = 1"), ==, 1);
  g_assert_cmpint (get_score (self), ==, PV_INT_NULL);
}

static void
test_note_refused (Fixture *self, gconstpointer data)
{
  gint64 id = open_brouillon (self, ETAT);
  PvNote haute = { BESOINS, 6, FALSE };
  PvNote basse = { BESOINS, -1, FALSE };
  PvNote sans_objet = { BESOINS, PV_INT_NULL, TRUE };
  PvNote ailleurs = { AUTRE_GRILLE, 3, FALSE };

  refuse (self, pv_instruction_noter (self->base.db, id, &haute, NULL, error),
          PV_RULE_ERROR_INVALID, "from 0 to 5");
  refuse (self, pv_instruction_noter (self->base.db, id, &basse, NULL, error),
          PV_RULE_ERROR_INVALID, "Besoins");
  refuse (self, pv_instruction_noter (self->base.db, id, &sans_objet, NULL, error),
          PV_RULE_ERROR_INVALID, "left out");
  refuse (self, pv_instruction_noter (self->base.db, id, &ailleurs, NULL, error),
          PV_RULE_ERROR_INVALID, "grid");
  g_assert_cmpint (query (self, "SELECT COUNT(*) FROM note"), ==, 0);
}

static void
test_note_taken_away (Fixture *self, gconstpointer data)
{
  gint64 id = open_brouillon (self, ETAT);
  PvNote vide = PV_NOTE_VIDE;
  g_autoptr (GArray) notes = NULL;

  mark_all (self, id);
  vide.critere_id = PUBLIC;
  act (self, pv_instruction_noter (self->base.db, id, &vide, NULL, error));
  notes = pv_note_store_list (self->base.db, id, NULL);
  g_assert_cmpuint (notes->len, ==, 2);
  g_assert_null (pv_notes_find (notes, PUBLIC));
  g_assert_cmpint (pv_notes_find (notes, BESOINS)->valeur, ==, 4);
  g_assert_true (pv_notes_find (notes, ECOLOGIE)->sans_objet);
}

static void
test_submission_refused (Fixture *self, gconstpointer data)
{
  gint64 id = open_brouillon (self, ETAT);
  PvInstructionManque manque;
  gint64 critere_id;

  note (self, id, BESOINS, 4);
  act (self,
       pv_instruction_set_avis (self->base.db, id, PV_AVIS_FAVORABLE_AVEC_RESERVES, NULL, error));
  g_assert_true (pv_instruction_find_manque (self->base.db, id, &manque, &critere_id, NULL));
  g_assert_cmpint (manque, ==, PV_INSTRUCTION_MANQUE_NOTE);
  g_assert_cmpint (critere_id, ==, PUBLIC);
  refuse (self, pv_instruction_soumettre (self->base.db, id, PV_INT_NULL, error),
          PV_RULE_ERROR_REFUSED, "Public");
  /* who marked must finish, even without an opinion */
  act (self, pv_instruction_set_avis (self->base.db, id, PV_AVIS_NE_SE_PRONONCE_PAS, NULL, error));
  refuse (self, pv_instruction_soumettre (self->base.db, id, PV_INT_NULL, error),
          PV_RULE_ERROR_REFUSED, "Public");

  mark_all (self, id);
  act (self, pv_instruction_set_avis (self->base.db, id, PV_AVIS_NULL, NULL, error));
  refuse (self, pv_instruction_soumettre (self->base.db, id, PV_INT_NULL, error),
          PV_RULE_ERROR_REFUSED, "avis");
  act (self,
       pv_instruction_set_avis (self->base.db, id, PV_AVIS_FAVORABLE_AVEC_RESERVES, NULL, error));
  refuse (self, pv_instruction_soumettre (self->base.db, id, PV_INT_NULL, error),
          PV_RULE_ERROR_REFUSED, "reserve");
  act (self, pv_instruction_set_reserves (self->base.db, id, "Accord de la Région", NULL, error));
  act (self, pv_instruction_soumettre (self->base.db, id, PV_INT_NULL, error));
  g_assert_cmpint (get_score (self), ==, 7500);
}

static void
test_no_opinion_needs_no_mark (Fixture *self, gconstpointer data)
{
  gint64 id = open_brouillon (self, ETAT);

  act (self, pv_instruction_set_avis (self->base.db, id, PV_AVIS_NE_SE_PRONONCE_PAS, NULL, error));
  act (self, pv_instruction_soumettre (self->base.db, id, PV_INT_NULL, error));
  g_assert_cmpint (get_score (self), ==, PV_INT_NULL);
}

static void
test_versions (Fixture *self, gconstpointer data)
{
  PvInstructionMontant montant = { 0, 2400000 };
  gint64 id;

  model_fixture_add_financeur (&self->base, "Préfecture", "etat");
  model_fixture_write (&self->base,
                       "INSERT INTO dispositif (uuid, financeur_id, code, nom, nom_plie)"
                       " SELECT 'd1', id, 'p147', 'P147', 'p147' FROM financeur LIMIT 1;");
  montant.dispositif_id = query (self, "SELECT MAX(id) FROM dispositif");
  submit (self, ETAT, PV_AVIS_FAVORABLE);
  g_assert_cmpint (get_score (self), ==, 7500);

  /* the draft of the next version begins as what was submitted, which still counts */
  id = open_brouillon (self, ETAT);
  act (self, pv_instruction_set_montant (self->base.db, id, &montant, NULL, error));
  note (self, id, BESOINS, 0);
  g_assert_cmpint (get_score (self), ==, 7500);
  g_assert_cmpint (
      query (self, "SELECT COUNT(*) FROM note n JOIN instruction i ON i.id = n.instruction_id"
                   " WHERE i.version = 2"),
      ==, 3);

  act (self, pv_instruction_soumettre (self->base.db, id, PV_INT_NULL, error));
  g_assert_cmpint (get_score (self), ==, 1500);
  g_assert_cmpint (query (self, "SELECT COUNT(*) FROM instruction WHERE etat = 'remplacee' AND"
                                " version = 1 AND avis = 'favorable'"),
                   ==, 1);
  g_assert_cmpint (query (self, "SELECT n.valeur FROM note n JOIN instruction i"
                                " ON i.id = n.instruction_id WHERE i.version = 1 AND"
                                " n.critere_id = 11"),
                   ==, 4);

  /* a third one keeps the amount, and can be thrown away */
  id = open_brouillon (self, ETAT);
  g_assert_cmpint (query (self, "SELECT COUNT(*) FROM instruction_montant"), ==, 2);
  act (self, pv_instruction_abandonner (self->base.db, id, error));
  g_assert_cmpint (get_score (self), ==, 1500);
}

/* A draft says nothing yet; an avis does, when the user takes its amount; what was decided since
 * stays. */
static void
test_reprise (Fixture *self, gconstpointer data)
{
  PvInstructionMontant montant = { 0, 2400000 };
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree char *sql = NULL;
  PvReprise reprise;
  gint64 id;

  g_array_append_val (ids, self->dossier_id);
  model_fixture_add_financeur (&self->base, "Préfecture", "etat");
  sql = g_strdup_printf (
      "INSERT INTO dispositif (id, uuid, financeur_id, code, nom, nom_plie)"
      " SELECT 7, 'd1', id, 'p147', 'P147', 'p147' FROM financeur LIMIT 1;"
      "INSERT INTO financement (id, uuid, dossier_id, financeur_id, dispositif_id, exercice,"
      " sollicite_cents) SELECT 9, 'f9', %d, financeur_id, 7, 2026, 3000000 FROM dispositif;",
      (int)self->dossier_id);
  model_fixture_write (&self->base, sql);
  montant.dispositif_id = 7;
  id = open_brouillon (self, ETAT);
  mark_all (self, id);
  act (self, pv_instruction_set_avis (self->base.db, id, PV_AVIS_FAVORABLE, NULL, error));
  act (self, pv_instruction_set_montant (self->base.db, id, &montant, NULL, error));
  act (self, pv_reprise_apply (self->base.db, ids, "2026-06-15", &reprise, error));
  g_assert_cmpuint (reprise.n_repris, ==, 0);

  act (self, pv_instruction_soumettre (self->base.db, id, PV_INT_NULL, error));
  g_assert_cmpint (query (self, "SELECT propose_cents IS NULL FROM financement"), ==, 1);
  act (self, pv_reprise_apply (self->base.db, ids, "2026-06-15", &reprise, error));
  g_assert_cmpuint (reprise.n_repris, ==, 1);
  g_assert_cmpint (query (self, "SELECT propose_cents FROM financement"), ==, 2400000);
  act (self, pv_reprise_apply (self->base.db, ids, "2026-06-15", &reprise, error));
  g_assert_cmpuint (reprise.n_identiques, ==, 1);

  model_fixture_write (&self->base, "UPDATE financement SET propose_cents = 1, arbitre_cents = 2");
  act (self, pv_reprise_apply (self->base.db, ids, "2026-06-15", &reprise, error));
  g_assert_cmpuint (reprise.n_arretes, ==, 1);
  g_assert_cmpint (query (self, "SELECT propose_cents FROM financement"), ==, 1);
  model_fixture_write (&self->base, "UPDATE financement SET arbitre_cents = NULL, exercice = 2027");
  act (self, pv_reprise_apply (self->base.db, ids, "2026-06-15", &reprise, error));
  g_assert_cmpuint (reprise.n_sans_ligne, ==, 1);
  model_fixture_assert_totals (&self->base);
}

/* What is submitted is not written to any more. */
static void
test_submitted_is_closed (Fixture *self, gconstpointer data)
{
  PvNote une = { BESOINS, 1, FALSE };
  gint64 id;

  submit (self, ETAT, PV_AVIS_FAVORABLE);
  id = query (self, "SELECT id FROM instruction");
  refuse (self, pv_instruction_noter (self->base.db, id, &une, NULL, error), PV_RULE_ERROR_REFUSED,
          "new version");
  refuse (self, pv_instruction_set_avis (self->base.db, id, PV_AVIS_DEFAVORABLE, NULL, error),
          PV_RULE_ERROR_REFUSED, "new version");
  refuse (self, pv_instruction_abandonner (self->base.db, id, error), PV_RULE_ERROR_REFUSED,
          "submitted");
}

static void
test_institutions_do_not_touch_each_other (Fixture *self, gconstpointer data)
{
  gint64 etat, mel;

  submit (self, ETAT, PV_AVIS_FAVORABLE);
  mel = open_brouillon (self, MEL);
  note (self, mel, BESOINS, 0);
  etat = open_brouillon (self, ETAT);
  note (self, etat, BESOINS, 5);
  note (self, mel, PUBLIC, 0);
  note (self, mel, ECOLOGIE, 0);
  act (self, pv_instruction_set_avis (self->base.db, mel, PV_AVIS_DEFAVORABLE, NULL, error));
  act (self, pv_instruction_soumettre (self->base.db, mel, PV_INT_NULL, error));

  /* (75 + 0) ÷ 2: État's draft is still a draft, its submission as it was */
  g_assert_cmpint (get_score (self), ==, 3750);
  g_assert_cmpint (query (self, "SELECT COUNT(*) FROM instruction WHERE institution_id = 1 AND"
                                " etat = 'soumise' AND avis = 'favorable'"),
                   ==, 1);
  act (self, pv_instruction_soumettre (self->base.db, etat, PV_INT_NULL, error));
  g_assert_cmpint (query (self, "SELECT COUNT(*) FROM instruction WHERE institution_id = 2 AND"
                                " etat = 'soumise' AND avis = 'defavorable'"),
                   ==, 1);
}

static void
test_undo_of_a_submission (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) undo_error = NULL;
  g_autoptr (PvHistoryGroup) group = NULL;
  PvNote une = { BESOINS, 5, FALSE };
  gint64 id;

  submit (self, ETAT, PV_AVIS_FAVORABLE);
  id = open_brouillon (self, ETAT);
  note (self, id, BESOINS, 0);
  act (self, pv_instruction_soumettre (self->base.db, id, PV_INT_NULL, error));

  group = pv_history_last_undoable (self->base.db, &undo_error);
  g_assert_no_error (undo_error);
  g_assert_cmpint (pv_history_undo (self->base.db, group->id, &undo_error), >, 0);
  g_assert_no_error (undo_error);
  /* the draft goes on, and the version before is the submission again */
  g_assert_cmpint (open_brouillon (self, ETAT), ==, id);
  g_assert_cmpint (get_score (self), ==, 7500);
  act (self, pv_instruction_noter (self->base.db, id, &une, NULL, error));
}

static void
test_statut (Fixture *self, gconstpointer data)
{
  gint64 id;

  model_fixture_write (&self->base, "UPDATE dossier SET statut = 'depose'");
  refuse (self,
          pv_instruction_brouillon (self->base.db, self->dossier_id, ETAT, PV_INT_NULL, &id, error),
          PV_RULE_ERROR_REFUSED, "recevabilité");
  model_fixture_write (&self->base, "UPDATE dossier SET statut = 'programme'");
  refuse (self,
          pv_instruction_brouillon (self->base.db, self->dossier_id, ETAT, PV_INT_NULL, &id, error),
          PV_RULE_ERROR_REFUSED, "decision");
  refuse (self, pv_instruction_brouillon (self->base.db, 999, ETAT, PV_INT_NULL, &id, error),
          PV_RULE_ERROR_NOT_FOUND, "queue");
}

/* Moved to an appel with another grid, the marks stay with the draft and count no more. */
static void
test_other_appel (Fixture *self, gconstpointer data)
{
  gint64 id = open_brouillon (self, ETAT);
  PvNote ancienne = { BESOINS, 2, FALSE };
  PvInstructionManque manque;
  gint64 critere_id;

  mark_all (self, id);
  act (self, pv_instruction_set_avis (self->base.db, id, PV_AVIS_FAVORABLE, NULL, error));
  model_fixture_write (&self->base,
                       "INSERT INTO appel (uuid, exercice, genre, libelle, grille_id)"
                       " VALUES ('a2', 2026, 'aap', 'Autre appel', 2);"
                       "UPDATE dossier SET appel_id = (SELECT id FROM appel WHERE uuid = 'a2');");
  refuse (self, pv_instruction_noter (self->base.db, id, &ancienne, NULL, error),
          PV_RULE_ERROR_INVALID, "grid");
  g_assert_true (pv_instruction_find_manque (self->base.db, id, &manque, &critere_id, NULL));
  g_assert_cmpint (manque, ==, PV_INSTRUCTION_MANQUE_NOTE);
  g_assert_cmpint (critere_id, ==, AUTRE_GRILLE);
  note (self, id, AUTRE_GRILLE, 5);
  act (self, pv_instruction_soumettre (self->base.db, id, PV_INT_NULL, error));
  g_assert_cmpint (get_score (self), ==, 10000);
  g_assert_cmpint (query (self, "SELECT COUNT(*) FROM note"), ==, 4);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define add(path, func) g_test_add ("/instruction/" path, Fixture, NULL, set_up, func, tear_down)
  add ("brouillon", test_brouillon);
  add ("note-refused", test_note_refused);
  add ("note-taken-away", test_note_taken_away);
  add ("submission-refused", test_submission_refused);
  add ("no-opinion-needs-no-mark", test_no_opinion_needs_no_mark);
  add ("versions", test_versions);
  add ("amounts-of-the-avis-are-proposed", test_reprise);
  add ("submitted-is-closed", test_submitted_is_closed);
  add ("institutions-do-not-touch-each-other", test_institutions_do_not_touch_each_other);
  add ("undo-of-a-submission", test_undo_of_a_submission);
  add ("statut", test_statut);
  add ("other-appel", test_other_appel);
#undef add
  return g_test_run ();
}
