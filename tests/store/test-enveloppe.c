/* test-enveloppe.c: the tree of envelopes, their limits, and what is refused
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "enveloppe/pv-enveloppe-arbre.h"
#include "enveloppe/pv-enveloppe-cause.h"
#include "enveloppe/pv-enveloppe-regle-etat.h"
#include "enveloppe/pv-enveloppe-regle-store.h"
#include "enveloppe/pv-enveloppe-regle-texte.h"
#include "enveloppe/pv-enveloppe-service.h"
#include "enveloppe/pv-enveloppe-store.h"
#include "financeur/pv-dispositif-store.h"
#include "model-fixture.h"
#include "pv-error.h"
#include "pv-transaction.h"

/* The Etat has an envelope divided in two, the Département one. */
typedef struct
{
  ModelFixture base;
  gint64 porteur;
  gint64 etat;
  gint64 departement;
  gint64 p147;
  gint64 annuel;
  gint64 cpo;
  gint64 jeunesse;
  gint64 dossiers[3];
} Fixture;

static gint64
add_financement (Fixture *self, guint dossier, gint64 financeur, gint64 enveloppe, PvCents propose)
{
  return model_fixture_add_financement (&self->base, self->dossiers[dossier], financeur, enveloppe,
                                        propose, propose);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  ModelFixture *base = &self->base;

  model_fixture_set_up (base, NULL);
  self->porteur = model_fixture_add_organisme (base, "Rives Solidaires", NULL);
  self->dossiers[0] = model_fixture_add_dossier (base, "0001", self->porteur);
  self->dossiers[1] = model_fixture_add_dossier (base, "0002", self->porteur);
  self->dossiers[2] = model_fixture_add_dossier (base, "0003", self->porteur);
  self->etat = model_fixture_add_financeur (base, "Etat", "etat");
  self->departement = model_fixture_add_financeur (base, "Département", "departement");
  self->p147 = model_fixture_add_enveloppe (base, self->etat, PV_INT_NULL, "P147", PV_CENTS_NULL);
  self->annuel = model_fixture_add_enveloppe (base, self->etat, self->p147, "annuel", 1000000);
  self->cpo = model_fixture_add_enveloppe (base, self->etat, self->p147, "CPO", 500000);
  self->jeunesse =
      model_fixture_add_enveloppe (base, self->departement, PV_INT_NULL, "Jeunesse", 100000);
  add_financement (self, 0, self->etat, self->annuel, 400000);
  add_financement (self, 1, self->etat, self->cpo, 300000);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  model_fixture_assert_totals (&self->base);
  model_fixture_tear_down (&self->base, NULL);
}

static PvEnveloppeArbre *
load (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  PvEnveloppeArbre *arbre = pv_enveloppe_arbre_load (self->base.db, 2026, &error);

  g_assert_no_error (error);

  return arbre;
}

static void
check_parts (const PvEnveloppeNoeud *noeud)
{
  PvCents sum = 0;

  for (guint i = 0; i < PV_N_ETAPES; i++)
    sum += noeud->parts_cents[i];
  g_assert_cmpint (sum, ==, noeud->situation.engage_cents);
  for (guint i = 0; i < noeud->enfants->len; i++)
    check_parts (noeud->enfants->pdata[i]);
}

static void
test_a_parent_is_the_sum_of_its_leaves (Fixture *self, gconstpointer data)
{
  g_autoptr (PvEnveloppeArbre) arbre = load (self);
  const PvEnveloppeNoeud *etat = arbre->racines->pdata[0];

  g_assert_cmpuint (arbre->racines->len, ==, 2);
  g_assert_cmpstr (etat->titre, ==, "Etat");
  g_assert_cmpstr (etat->libelle, ==, "P147");
  g_assert_false (etat->feuille);
  g_assert_cmpint (etat->situation.montant_cents, ==, 1500000);
  g_assert_cmpint (etat->situation.engage_cents, ==, 700000);
  g_assert_cmpint (pv_enveloppe_noeud_get_reste (etat), ==, 800000);
  g_assert_cmpuint (etat->n_feuilles, ==, 2);
  /* the amount of a parent is its own: never added to that of its parts */
  model_fixture_write (&self->base,
                       "UPDATE enveloppe SET montant_cents = 9 WHERE libelle = 'P147'");
  pv_enveloppe_arbre_unref (g_steal_pointer (&arbre));
  arbre = load (self);
  g_assert_cmpint (arbre->total->situation.montant_cents, ==, 1600000);
  g_assert_cmpint (pv_enveloppe_arbre_find (arbre, self->p147)->montant_propre_cents, ==, 9);
  g_assert_null (pv_enveloppe_arbre_find (arbre, 999));
}

static void
test_parts_add_up (Fixture *self, gconstpointer data)
{
  g_autoptr (PvEnveloppeArbre) arbre = NULL;
  const PvEnveloppeNoeud *annuel;

  model_fixture_write (
      &self->base,
      "UPDATE financement SET arbitre_cents = 390000, vote_cents = 380000, notifie_cents = 370000"
      " WHERE enveloppe_id = (SELECT id FROM enveloppe WHERE libelle = 'annuel');"
      "INSERT INTO versement (uuid, financement_id, genre, verse_le, montant_cents)"
      " SELECT 'v1', id, 'acompte', '2026-05-01', 100000 FROM financement"
      "  WHERE notifie_cents IS NOT NULL");
  arbre = load (self);
  annuel = pv_enveloppe_arbre_find (arbre, self->annuel);
  g_assert_cmpint (annuel->parts_cents[PV_ETAPE_NOTIFIE], ==, 270000);
  g_assert_cmpint (annuel->parts_cents[PV_ETAPE_VERSE], ==, 100000);
  g_assert_cmpint (annuel->parts_cents[PV_ETAPE_PROPOSE], ==, 0);
  check_parts (arbre->total);
  for (guint i = 0; i < arbre->racines->len; i++)
    check_parts (arbre->racines->pdata[i]);
}

/* Any sequence of edits keeps the totals, and the parts, equal to a recount. */
static void
test_any_edits_keep_the_totals (Fixture *self, gconstpointer data)
{
  static const char *const stages[] = { "sollicite", "propose", "arbitre", "vote", "notifie" };
  static const char *const statuts[] = { "depose", "refuse", "propose", "ajourne", "abandonne" };
  const gint64 places[] = { self->annuel, self->cpo, self->jeunesse };
  GRand *dice = g_rand_new_with_seed (2026);

  for (guint i = 0; i < 6; i++)
    add_financement (self, i % 3, i % 2 == 0 ? self->etat : self->departement, places[i % 3],
                     g_rand_int_range (dice, 0, 100000));
  for (guint i = 0; i < 150; i++)
    {
      g_autoptr (PvEnveloppeArbre) arbre = NULL;
      g_autofree char *sql = NULL;
      int f = g_rand_int_range (dice, 1, 9), d = g_rand_int_range (dice, 0, 3);

      switch (g_rand_int_range (dice, 0, 6))
        {
        case 0:
          sql = g_strdup_printf ("UPDATE dossier SET statut = '%s' WHERE id = %d",
                                 statuts[g_rand_int_range (dice, 0, 5)], (int)self->dossiers[d]);
          break;
        case 1:
          sql = g_strdup_printf ("UPDATE financement SET enveloppe_id = %d WHERE id = %d",
                                 (int)places[d], f);
          break;
        case 2:
          sql = g_strdup_printf (
              "INSERT INTO versement (uuid, financement_id, genre, verse_le, montant_cents)"
              " VALUES ('v%u', %d, '%s', '2026-05-01', %d)",
              i, f, d == 0 ? "reversement" : "acompte", g_rand_int_range (dice, 1, 90000));
          break;
        case 3:
          sql = g_strdup_printf ("DELETE FROM versement WHERE financement_id = %d", f);
          break;
        default:
          sql = g_rand_int_range (dice, 0, 4) == 0
                    ? g_strdup_printf ("UPDATE financement SET %s_cents = NULL WHERE id = %d",
                                       stages[g_rand_int_range (dice, 0, 5)], f)
                    : g_strdup_printf ("UPDATE financement SET %s_cents = %d WHERE id = %d",
                                       stages[g_rand_int_range (dice, 0, 5)],
                                       g_rand_int_range (dice, 0, 100000), f);
        }
      model_fixture_write (&self->base, sql);
      model_fixture_assert_totals (&self->base);
      arbre = load (self);
      check_parts (arbre->total);
      for (guint r = 0; r < arbre->racines->len; r++)
        check_parts (arbre->racines->pdata[r]);
    }
  g_rand_free (dice);
}

static void
test_says_what_exceeds (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) causes = NULL;
  g_autoptr (GError) error = NULL;
  const PvEnveloppeCause *cause;

  add_financement (self, 0, self->departement, self->jeunesse, 60000);
  add_financement (self, 1, self->departement, self->jeunesse, 30000);
  add_financement (self, 2, self->departement, self->jeunesse, 25000);
  causes = pv_enveloppe_cause_list (self->base.db, self->jeunesse, 100000, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (causes->len, ==, 1);
  cause = causes->pdata[0];
  g_assert_cmpstr (cause->numero, ==, "0003");
  g_assert_cmpint (cause->cumul_cents, ==, 115000);
  g_clear_pointer (&causes, g_ptr_array_unref);
  causes = pv_enveloppe_cause_list (self->base.db, self->jeunesse, 200000, &error);
  g_assert_cmpuint (causes->len, ==, 0);
}

/* --- limits ----------------------------------------------------------------------------------- */

static PvEnveloppeRegleEtat *
evaluate (Fixture *self, gint64 enveloppe, const char *texte)
{
  PvTransaction *transaction = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) regles = pv_enveloppe_regle_parse (texte, &error);
  g_autoptr (GPtrArray) etats = NULL;
  PvEnveloppeRegle *regle;

  g_assert_no_error (error);
  g_assert_cmpuint (regles->len, ==, 1);
  regle = regles->pdata[0];
  regle->enveloppe_id = enveloppe;
  transaction = pv_transaction_begin (self->base.db, "test", NULL, &error);
  g_assert_true (pv_enveloppe_service_save_regle (self->base.db, regle, &error));
  g_assert_no_error (error);
  g_assert_true (pv_transaction_commit (transaction, &error));
  g_clear_pointer (&transaction, pv_transaction_free);
  etats = pv_enveloppe_regle_etat_list (self->base.db, 2026, enveloppe, &error);
  g_assert_no_error (error);

  return g_ptr_array_steal_index (etats, etats->len - 1);
}

static void
check (Fixture *self,
       const char *texte,
       PvRegleEtat etat,
       PvCents limite,
       PvCents compte,
       PvCents ecart)
{
  g_autoptr (PvEnveloppeRegleEtat) found = evaluate (self, self->p147, texte);
  g_autofree char *titre = pv_enveloppe_regle_etat_to_titre (found);
  g_autofree char *chiffres = pv_enveloppe_regle_etat_to_chiffres (found);

  g_test_message ("%s: %s, %s", titre, pv_regle_etat_to_words (found->etat), chiffres);
  g_assert_cmpint (found->etat, ==, etat);
  g_assert_cmpint (found->limite_cents, ==, limite);
  g_assert_cmpint (found->compte_cents, ==, compte);
  g_assert_cmpint (found->ecart_cents, ==, ecart);
}

static void
test_limits (Fixture *self, gconstpointer data)
{
  model_fixture_write (&self->base,
                       "UPDATE dossier SET cpo_annee = 1, cpo_duree = 3 WHERE numero = '0002';"
                       "UPDATE dossier SET nature = 'nouvelle' WHERE numero = '0001'");
  check (self, "cpo >= 50 %", PV_REGLE_ETAT_NON_ATTEINTE, 750000, 300000, 450000);
  check (self, "cpo >= 20 %", PV_REGLE_ETAT_RESPECTEE, 300000, 300000, 0);
  check (self, "nouvelle <= 10 %", PV_REGLE_ETAT_DEPASSEE, 150000, 400000, 250000);
  check (self, "tout <= 8000", PV_REGLE_ETAT_RESPECTEE, 800000, 700000, 0);
  check (self, "réserve 9000", PV_REGLE_ETAT_NON_ATTEINTE, 900000, 800000, 100000);
  check (self, "cpo <= 2,5 % de 19400000 (P147 du département)", PV_REGLE_ETAT_RESPECTEE, 48500000,
         300000, 0);
}

/* Amounts follow the shares of the territories; without shares, one alone is counted. */
static void
test_limits_of_territories (Fixture *self, gconstpointer data)
{
  model_fixture_write (
      &self->base,
      "INSERT INTO commune (id, uuid, code_insee, nom, nom_plie) VALUES"
      " (71, 'c71', '59512', 'Roubaix', 'roubaix'), (72, 'c72', '59350', 'Lille', 'lille');"
      "INSERT INTO quartier (id, uuid, nom, nom_plie, genre) VALUES"
      " (81, 'q81', 'A', 'a', 'qva'), (82, 'q82', 'B', 'b', 'qpv');"
      "INSERT INTO quartier_commune (quartier_id, commune_id) VALUES (81, 71), (82, 72);"
      "INSERT INTO dossier_territoire (dossier_id, quartier_id, part_bp)"
      " SELECT id, 81, 2500 FROM dossier WHERE numero = '0001'"
      " UNION ALL SELECT id, 82, 7500 FROM dossier WHERE numero = '0001'"
      " UNION ALL SELECT id, 81, NULL FROM dossier WHERE numero = '0002'");
  check (self, "genre:qva <= 10 %", PV_REGLE_ETAT_DEPASSEE, 150000, 400000, 250000);
  check (self, "commune:59512 <= 50 %", PV_REGLE_ETAT_RESPECTEE, 750000, 400000, 0);
  check (self, "genre:qpv <= 50 %", PV_REGLE_ETAT_RESPECTEE, 750000, 300000, 0);
  model_fixture_write (&self->base, "INSERT INTO dossier_territoire (dossier_id, quartier_id)"
                                    " SELECT id, 82 FROM dossier WHERE numero = '0002'");
  {
    g_autoptr (PvEnveloppeRegleEtat) etat = evaluate (self, self->p147, "qva <= 10 %");

    g_assert_cmpint (etat->compte_cents, ==, 100000);
    g_assert_cmpint (etat->incertain_cents, ==, 300000);
  }
}

static void
test_texts_of_limits (void)
{
  static const char *const wrong[] = { "cpo", "cpo = 50 %", "lune <= 5 %", "cpo <= abc",
                                       "réserve" };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (pv_enveloppe_regle_parse (wrong[i], &error));
      g_assert_error (error, PV_RULE_ERROR, PV_RULE_ERROR_INVALID);
    }
}

/* --- what is refused ------------------------------------------------------------------------- */

static void
refuse (Fixture *self, PvEnveloppe *enveloppe, const char *why)
{
  PvTransaction *transaction = NULL;
  g_autoptr (GError) error = NULL;

  transaction = pv_transaction_begin (self->base.db, "test", NULL, &error);
  g_assert_false (pv_enveloppe_service_save (self->base.db, enveloppe, &error));
  g_assert_error (error, PV_RULE_ERROR, PV_RULE_ERROR_REFUSED);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, why));
  g_clear_pointer (&transaction, pv_transaction_free);
}

static PvEnveloppe *
get (Fixture *self, gint64 id)
{
  return pv_enveloppe_store_get (self->base.db, id, NULL);
}

static void
test_refuses (Fixture *self, gconstpointer data)
{
  g_autoptr (PvEnveloppe) negative = get (self, self->annuel);
  g_autoptr (PvEnveloppe) absurd = get (self, self->annuel);
  g_autoptr (PvEnveloppe) year = get (self, self->annuel);
  g_autoptr (PvEnveloppe) own = get (self, self->p147);
  g_autoptr (PvEnveloppe) other = get (self, self->jeunesse);
  g_autoptr (PvEnveloppe) funder = get (self, self->annuel);

  negative->montant_cents = -1;
  refuse (self, negative, "never negative");
  absurd->montant_cents = PV_ENVELOPPE_MONTANT_MAX + 1;
  refuse (self, absurd, "zeros");
  year->exercice = 2027;
  year->parent_id = PV_INT_NULL;
  refuse (self, year, "stays in that year");
  own->parent_id = self->annuel;
  refuse (self, own, "part of itself");
  other->parent_id = self->p147;
  refuse (self, other, "another funder");
  funder->parent_id = PV_INT_NULL;
  funder->dispositif_id = other->dispositif_id;
  refuse (self, funder, "cannot go to another one");
}

static void
test_refuses_to_delete (Fixture *self, gconstpointer data)
{
  PvTransaction *transaction = NULL;
  const struct
  {
    gint64 id;
    const char *why;
  } cases[] = { { self->annuel, "uses this envelope" }, { self->p147, "part of this one" } };
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) refusal = NULL;

      transaction = pv_transaction_begin (self->base.db, "test", NULL, NULL);
      g_assert_false (pv_enveloppe_service_delete (self->base.db, cases[i].id, &refusal));
      g_assert_error (refusal, PV_RULE_ERROR, PV_RULE_ERROR_REFUSED);
      g_assert_nonnull (strstr (refusal->message, cases[i].why));
      g_clear_pointer (&transaction, pv_transaction_free);
    }
  transaction = pv_transaction_begin (self->base.db, "test", NULL, NULL);
  g_assert_true (pv_enveloppe_service_delete (self->base.db, self->jeunesse, &error));
  g_assert_no_error (error);
  g_assert_true (pv_transaction_commit (transaction, NULL));
  g_clear_pointer (&transaction, pv_transaction_free);
}

static void
test_a_line_of_credits_stays_with_its_funder (Fixture *self, gconstpointer data)
{
  PvTransaction *transaction = NULL;
  g_autoptr (PvEnveloppe) annuel = get (self, self->annuel);
  g_autoptr (PvDispositif) dispositif = NULL;
  g_autoptr (GError) error = NULL;

  model_fixture_write (&self->base,
                       "UPDATE financement SET dispositif_id = (SELECT dispositif_id FROM enveloppe"
                       " WHERE libelle = 'annuel') WHERE enveloppe_id IS NOT NULL");
  dispositif = pv_dispositif_store_get (self->base.db, annuel->dispositif_id, &error);
  dispositif->financeur_id = self->departement;
  transaction = pv_transaction_begin (self->base.db, "test", NULL, NULL);
  g_assert_false (pv_dispositif_store_update (self->base.db, dispositif, NULL, &error));
  g_assert_error (error, PV_RULE_ERROR, PV_RULE_ERROR_REFUSED);
  g_clear_pointer (&transaction, pv_transaction_free);
}

static void
test_copies_a_year (Fixture *self, gconstpointer data)
{
  PvTransaction *transaction = NULL;
  g_autoptr (PvEnveloppeRegleEtat) etat = evaluate (self, self->p147, "cpo >= 50 %");
  g_autoptr (PvEnveloppeArbre) arbre = NULL;
  g_autoptr (GError) error = NULL;
  gint64 modele;
  guint n = 0;

  g_assert_true (pv_enveloppe_arbre_find_modele (self->base.db, 2027, &modele, NULL));
  g_assert_cmpint (modele, ==, 2026);
  transaction = pv_transaction_begin (self->base.db, "test", NULL, NULL);
  g_assert_true (pv_enveloppe_service_copy_annee (self->base.db, 2026, 2027, TRUE, &n, &error));
  g_assert_no_error (error);
  g_assert_true (pv_transaction_commit (transaction, NULL));
  g_clear_pointer (&transaction, pv_transaction_free);
  g_assert_cmpuint (n, ==, 4);
  arbre = pv_enveloppe_arbre_load (self->base.db, 2027, NULL);
  g_assert_cmpint (arbre->total->situation.montant_cents, ==, 1600000);
  g_assert_cmpint (arbre->total->situation.engage_cents, ==, 0);
  g_assert_cmpuint (arbre->racines->len, ==, 2);
  g_assert_cmpint (model_fixture_query (&self->base, "SELECT COUNT (*) FROM enveloppe_regle"), ==,
                   2);
  transaction = pv_transaction_begin (self->base.db, "test", NULL, NULL);
  g_assert_false (pv_enveloppe_service_copy_annee (self->base.db, 2026, 2027, TRUE, &n, &error));
  g_assert_error (error, PV_RULE_ERROR, PV_RULE_ERROR_REFUSED);
  g_clear_pointer (&transaction, pv_transaction_free);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, test) g_test_add ("/enveloppe/" path, Fixture, NULL, set_up, test, tear_down)
  ADD ("parents", test_a_parent_is_the_sum_of_its_leaves);
  ADD ("parts", test_parts_add_up);
  ADD ("any-edits", test_any_edits_keep_the_totals);
  ADD ("causes", test_says_what_exceeds);
  ADD ("limits", test_limits);
  ADD ("limits-of-territories", test_limits_of_territories);
  ADD ("refusals", test_refuses);
  ADD ("deletion", test_refuses_to_delete);
  ADD ("dispositif", test_a_line_of_credits_stays_with_its_funder);
  ADD ("copy", test_copies_a_year);
#undef ADD
  g_test_add_func ("/enveloppe/texts", test_texts_of_limits);

  return g_test_run ();
}
