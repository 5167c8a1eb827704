/* test-scenario.c: tries on the proposed amounts, what they lead to, and their application
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "model-fixture.h"
#include "pv-error.h"
#include "pv-history.h"
#include "scenario/pv-scenario-service.h"
#include "scenario/pv-scenario-situation.h"

#define TODAY "2026-11-20"
#define N_ROUNDS 12
#define N_DOSSIERS 60
#define N_FINANCEURS 6

/* --- a programme at random --------------------------------------------------------------- */

static const char base[] =
    "INSERT INTO organisme (id, uuid, nom, nom_plie) VALUES (100, 'p', 'Lien', 'lien');"
    "WITH RECURSIVE i (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM i WHERE n < 6)"
    " INSERT INTO organisme (id, uuid, nom, nom_plie) SELECT n, 'o' || n, 'Payeur ' || n, 'p'"
    "   FROM i;"
    "INSERT INTO financeur (id, uuid, organisme_id, categorie)"
    " SELECT id, 'f' || id, id, CASE WHEN id < 5 THEN 'autre' ELSE 'commune' END"
    "   FROM organisme WHERE id < 100;"
    "INSERT INTO dispositif (id, uuid, financeur_id, code, nom, nom_plie)"
    " SELECT id, 'd' || id, id, 'd' || id, 'Ligne', 'ligne' FROM financeur;";

static void
add_cents (GString *sql, int chance, int limit)
{
  if (g_test_rand_int_range (0, 100) < chance)
    g_string_append_printf (sql, ", %d", g_test_rand_int_range (0, limit) * 25);
  else
    g_string_append (sql, ", NULL");
}

static void
add_enveloppes (GString *sql)
{
  /* 7 is divided in 1 and 2; 5 is not known; 6 is of another year */
  for (int i = 1; i <= N_FINANCEURS; i++)
    {
      g_string_append_printf (sql,
                              "INSERT INTO enveloppe (id, uuid, dispositif_id, exercice, libelle,"
                              " montant_cents) VALUES (%d, 'e%d', %d, %d, 'Enveloppe %d'",
                              i, i, i, i == 6 ? 2025 : 2026, i);
      add_cents (sql, i == 5 ? 0 : 100, 40000);
      g_string_append (sql, ");");
    }
  g_string_append (sql, "INSERT INTO enveloppe (id, uuid, dispositif_id, exercice, libelle)"
                        " VALUES (7, 'e7', 1, 2026, 'Tout');"
                        "UPDATE enveloppe SET parent_id = 7 WHERE id IN (1, 2);");
}

static void
add_financement (GString *sql, int dossier, int financeur)
{
  g_string_append_printf (sql,
                          "INSERT INTO financement (uuid, dossier_id, financeur_id, exercice,"
                          " enveloppe_id, sollicite_cents, propose_cents, arbitre_cents,"
                          " vote_cents, notifie_cents) VALUES ('m%d-%d', %d, %d, %d, ",
                          dossier, financeur, dossier, financeur,
                          g_test_rand_int_range (0, 12) == 0 ? 2027 : 2026);
  g_string_append_printf (sql, g_test_rand_int_range (0, 8) == 0 ? "NULL" : "%d", financeur);
  add_cents (sql, 90, 4000);
  add_cents (sql, 70, 4000);
  add_cents (sql, 15, 4000);
  add_cents (sql, 12, 4000);
  add_cents (sql, 8, 4000);
  g_string_append (sql, ");");
}

static void
add_dossier (GString *sql, int id, gint64 appel)
{
  static const char *const statuts[] = { "instruit", "propose", "propose",
                                         "refuse",   "ajourne", "abandonne" };

  g_string_append_printf (
      sql,
      "INSERT INTO dossier (id, uuid, appel_id, numero, porteur_id, intitule, statut, exercice,"
      " chapeau, cout_total_declare_cents, autres_produits_cents)"
      " VALUES (%d, 'x%d', %d, '%04d', 100, 'Action %d', '%s', 2026, %d",
      id, id, (int)appel, 7919 * id % 10000, id, statuts[g_test_rand_int_range (0, 6)],
      g_test_rand_int_range (0, 15) == 0);
  add_cents (sql, 80, 12000);
  add_cents (sql, 80, 3000);
  g_string_append (sql, ");");
  for (int i = 1; i <= N_FINANCEURS; i++)
    if (g_test_rand_bit ())
      add_financement (sql, id, i);
}

/* Two appels: the envelopes are of both. */
static void
fill (ModelFixture *self)
{
  g_autoptr (GString) sql = g_string_new (base);

  g_string_append (sql, "INSERT INTO appel (id, uuid, exercice, genre, libelle)"
                        " VALUES (50, 'a50', 2026, 'aap', 'Autre');");
  add_enveloppes (sql);
  for (int i = 1; i <= N_DOSSIERS; i++)
    add_dossier (sql, i, i % 6 == 0 ? 50 : self->appel_id);
  model_fixture_write (self, sql->str);
}

static void
clear (ModelFixture *self)
{
  model_fixture_write (self, "DELETE FROM scenario; DELETE FROM financement; DELETE FROM dossier;"
                             "DELETE FROM enveloppe WHERE parent_id IS NOT NULL;"
                             "DELETE FROM enveloppe; DELETE FROM dispositif; DELETE FROM financeur;"
                             "DELETE FROM organisme; DELETE FROM appel WHERE id = 50;");
}

/* --- what is asked of the model ---------------------------------------------------------- */

static PvScenarioDonnees *
load (ModelFixture *self)
{
  g_autoptr (GError) error = NULL;
  PvScenarioDonnees *donnees = pv_scenario_store_load_donnees (self->db, self->appel_id, &error);

  g_assert_no_error (error);

  return donnees;
}

static PvCents *
load_montants (ModelFixture *self, const PvScenarioDonnees *donnees, gint64 id)
{
  g_autoptr (GError) error = NULL;
  PvCents *montants = pv_scenario_store_load_montants (self->db, donnees, id, &error);

  g_assert_no_error (error);

  return montants;
}

static PvEssai *
essai_at_random (void)
{
  static const PvArrondi arrondis[] = { PV_ARRONDI_CENTIME, PV_ARRONDI_EURO, PV_ARRONDI_DIX_EUROS,
                                        PV_ARRONDI_CENT_EUROS };
  PvEssai *essai = pv_essai_new ((PvEssaiGenre)g_test_rand_int_range (0, PV_N_ESSAI_GENRES));

  essai->financeur_id = g_test_rand_int_range (1, N_FINANCEURS + 1);
  essai->enveloppe_id = g_test_rand_int_range (1, 5);
  essai->taux_bp = g_test_rand_int_range (0, 10001);
  essai->total = g_test_rand_int_range (0, 1000000);
  essai->arrondi = arrondis[g_test_rand_int_range (0, G_N_ELEMENTS (arrondis))];
  essai->coupure = g_test_rand_bit () ? PV_COUPURE_AVANT : PV_COUPURE_PARTAGE;
  essai->repreneurs = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (gint64 i = 1; i <= N_FINANCEURS; i++)
    if (g_test_rand_bit ())
      g_array_append_val (essai->repreneurs, i);

  return essai;
}

static gint64
create (ModelFixture *self, const char *nom, gint64 base_id, const PvEssai *essai)
{
  g_autoptr (GError) error = NULL;
  gint64 id;

  g_assert_true (pv_scenario_service_create (self->db, self->appel_id, nom, base_id, essai, &id,
                                             NULL, &error));
  g_assert_no_error (error);

  return id;
}

static PvScenarioApplication
apply (ModelFixture *self, gint64 id)
{
  g_autoptr (GError) error = NULL;
  PvScenarioApplication application;

  pv_scenario_service_apply (self->db, id, TODAY, NULL, NULL, &application, &error);
  g_assert_no_error (error);

  return application;
}

static void
undo (ModelFixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PvHistoryGroup) group = pv_history_last_undoable (self->db, &error);

  g_assert_nonnull (group);
  g_assert_cmpint (pv_history_undo (self->db, group->id, &error), >, 0);
  g_assert_no_error (error);
}

#define chiffres_at(situation, array, i)                                                           \
  (&g_array_index ((situation)->array, PvScenarioChiffres, (guint)(i)))

/* --- the present situation is that of the kept totals ------------------------------------ */

static void
check_present (ModelFixture *self)
{
  g_autoptr (PvScenarioDonnees) donnees = load (self);
  g_autofree PvCents *montants = pv_scenario_donnees_dup_montants (donnees);
  g_autoptr (PvScenarioSituation) situation = pv_scenario_situation_compute (donnees, montants);
  PvCents total = 0;

  for (guint i = 0; i < donnees->enveloppes->len; i++)
    {
      g_autofree char *sql =
          g_strdup_printf ("SELECT engage_cents FROM total_enveloppe WHERE id = %d",
                           (int)pv_scenario_donnees_get_enveloppe (donnees, i)->id);

      g_assert_cmpint (chiffres_at (situation, enveloppes, i)->engage, ==,
                       model_fixture_query (self, sql));
      total += chiffres_at (situation, enveloppes, i)->engage;
    }
  total += model_fixture_query (
      self, "SELECT COALESCE (SUM (COALESCE (f.notifie_cents, f.vote_cents, f.arbitre_cents,"
            "  f.propose_cents)), 0) FROM financement f JOIN dossier d ON d.id = f.dossier_id"
            " WHERE f.enveloppe_id IS NULL AND f.exercice = 2026 AND d.appel_id <> 50"
            "   AND d.chapeau = 0"
            "   AND d.statut NOT IN ('irrecevable', 'refuse', 'reoriente', 'abandonne')");
  g_assert_cmpint (situation->total.engage, ==, total);
  g_assert_cmpint (situation->n_desequilibres, ==,
                   model_fixture_query (
                       self,
                       "SELECT COUNT (*) FROM dossier d WHERE d.appel_id <> 50 AND d.chapeau = 0"
                       "   AND d.statut NOT IN ('irrecevable', 'refuse', 'reoriente', 'abandonne')"
                       "   AND d.cout_total_declare_cents <> d.autres_produits_cents"
                       "     + (SELECT COALESCE (SUM (COALESCE (f.notifie_cents, f.vote_cents,"
                       "          f.arbitre_cents, f.propose_cents, f.sollicite_cents)), 0)"
                       "          FROM financement f WHERE f.dossier_id = d.id)"));
}

static void
test_present_situation (ModelFixture *self, gconstpointer data)
{
  for (guint round = 0; round < N_ROUNDS; round++)
    {
      fill (self);
      check_present (self);
      clear (self);
    }
}

/* --- a scenario leads where applying it leads -------------------------------------------- */

static void
check_same (const PvScenarioSituation *a, const PvScenarioSituation *b)
{
  g_assert_cmpuint (a->groupes->len, ==, b->groupes->len);
  for (guint i = 0; i < a->groupes->len; i++)
    {
      g_assert_cmpint (chiffres_at (a, groupes, i)->montant, ==,
                       chiffres_at (b, groupes, i)->montant);
      g_assert_cmpint (chiffres_at (a, groupes, i)->engage, ==,
                       chiffres_at (b, groupes, i)->engage);
    }
  g_assert_cmpint (a->total.engage, ==, b->total.engage);
  g_assert_cmpuint (a->n_desequilibres, ==, b->n_desequilibres);
}

static void
check_locked_stay (const PvScenarioDonnees *donnees, const PvCents *montants)
{
  for (guint i = 0; i < donnees->lignes->len; i++)
    {
      const PvScenarioLigne *ligne = pv_scenario_donnees_get_ligne (donnees, i);

      if (ligne->verrou != PV_SCENARIO_LIBRE)
        g_assert_cmpint (montants[i], ==, ligne->propose);
      g_assert_true (montants[i] >= 0 || montants[i] == PV_CENTS_NULL);
    }
}

static void
test_applied_as_foreseen_and_undone (ModelFixture *self, gconstpointer data)
{
  for (guint round = 0; round < N_ROUNDS; round++)
    {
      g_autoptr (PvScenarioDonnees) donnees = NULL;
      g_autoptr (PvScenarioDonnees) after = NULL;
      g_autoptr (PvScenarioDonnees) undone = NULL;
      g_autoptr (PvEssai) first = essai_at_random ();
      g_autoptr (PvEssai) second = essai_at_random ();
      g_autofree PvCents *montants = NULL;
      g_autofree PvCents *applied = NULL;
      g_autofree PvCents *back = NULL;
      g_autofree PvCents *present = NULL;
      g_autoptr (PvScenarioSituation) foreseen = NULL;
      g_autoptr (PvScenarioSituation) reached = NULL;
      gint64 a, b;

      fill (self);
      donnees = load (self);
      present = pv_scenario_donnees_dup_montants (donnees);
      a = create (self, "A", PV_INT_NULL, first);
      b = create (self, "B", a, second); /* one try on another */
      montants = load_montants (self, donnees, b);
      check_locked_stay (donnees, montants);
      foreseen = pv_scenario_situation_compute (donnees, montants);
      apply (self, b);
      model_fixture_assert_totals (self);
      after = load (self);
      applied = pv_scenario_donnees_dup_montants (after);
      g_assert_cmpmem (applied, donnees->lignes->len * sizeof (PvCents), montants,
                       donnees->lignes->len * sizeof (PvCents));
      reached = pv_scenario_situation_compute (after, applied);
      check_same (foreseen, reached);
      check_present (self);

      undo (self);
      model_fixture_assert_totals (self);
      undone = load (self);
      back = pv_scenario_donnees_dup_montants (undone);
      g_assert_cmpmem (back, donnees->lignes->len * sizeof (PvCents), present,
                       donnees->lignes->len * sizeof (PvCents));
      clear (self);
    }
}

/* Only what differs is kept. */
static void
test_a_scenario_keeps_what_it_changes (ModelFixture *self, gconstpointer data)
{
  g_autoptr (PvEssai) essai = pv_essai_new (PV_ESSAI_RETRAIT);
  gint64 id;

  fill (self);
  essai->financeur_id = 1;
  id = create (self, "Sans le premier", PV_INT_NULL, essai);
  g_assert_cmpint (
      model_fixture_query (self, "SELECT COUNT (*) FROM scenario_montant"), ==,
      model_fixture_query (
          self, "SELECT COUNT (*) FROM financement f JOIN dossier d ON d.id = f.dossier_id"
                " WHERE f.financeur_id = 1 AND f.exercice = 2026 AND d.appel_id <> 50"
                "   AND d.chapeau = 0 AND f.propose_cents IS NOT 0"
                "   AND COALESCE (f.arbitre_cents, f.vote_cents, f.notifie_cents) IS NULL"
                "   AND d.statut NOT IN ('irrecevable', 'refuse', 'reoriente', 'abandonne')"));
  g_assert_cmpint (model_fixture_query (self, "SELECT COUNT (*) FROM scenario_montant"
                                              " WHERE propose_cents IS NOT 0"),
                   ==, 0);
  /* what is not answered keeps its difference from a refusal */
  g_assert_cmpint (model_fixture_query (self, "SELECT COUNT (*) FROM scenario_montant m"
                                              " JOIN financement f ON f.id = m.financement_id"
                                              " WHERE m.avant_cents IS NOT f.propose_cents"),
                   ==, 0);
  essai->genre = PV_ESSAI_COPIE;
  create (self, "Rien", PV_INT_NULL, essai);
  g_assert_cmpint (model_fixture_query (self, "SELECT COUNT (DISTINCT scenario_id)"
                                              " FROM scenario_montant"),
                   ==, 1);
  g_assert_cmpint (id, >, 0);
}

/* --- what is taken over ------------------------------------------------------------------ */

static PvCents
lost_by (const PvScenarioDonnees *donnees,
         const PvCents *before,
         const PvCents *after,
         guint dossier,
         gint64 financeur,
         gboolean of_it)
{
  PvCents lost = 0;

  for (guint i = 0; i < donnees->lignes->len; i++)
    {
      const PvScenarioLigne *ligne = pv_scenario_donnees_get_ligne (donnees, i);
      gint64 payer = pv_scenario_donnees_get_financeur (donnees, ligne->financeur)->id;

      if (ligne->dossier == dossier && (payer == financeur) == of_it)
        lost += (before[i] == PV_CENTS_NULL ? 0 : before[i]) -
                (after[i] == PV_CENTS_NULL ? 0 : after[i]);
    }

  return lost;
}

static gboolean
is_chosen (const PvEssai *essai, gint64 financeur)
{
  for (guint i = 0; i < essai->repreneurs->len; i++)
    if (g_array_index (essai->repreneurs, gint64, i) == financeur)
      return TRUE;

  return FALSE;
}

static void
check_taken_over (const PvEssai *essai,
                  const PvScenarioDonnees *donnees,
                  const PvCents *before,
                  const PvCents *after,
                  const PvEssaiBilan *bilan)
{
  g_autoptr (PvScenarioSituation) was = pv_scenario_situation_compute (donnees, before);
  g_autoptr (PvScenarioSituation) is = pv_scenario_situation_compute (donnees, after);
  PvCents lost = 0;
  PvCents taken = 0;

  for (guint i = 0; i < donnees->dossiers->len; i++)
    {
      PvCents of_it = lost_by (donnees, before, after, i, essai->financeur_id, TRUE);
      PvCents of_others = -lost_by (donnees, before, after, i, essai->financeur_id, FALSE);

      g_assert_cmpint (of_it, >=, 0);
      g_assert_cmpint (of_others, >=, 0);
      g_assert_cmpint (of_others, <=, of_it);
      lost += of_it;
      taken += of_others;
    }
  g_assert_cmpint (bilan->perdu, ==, lost);
  g_assert_cmpint (bilan->repris, ==, taken);
  for (guint i = 0; i < donnees->lignes->len; i++)
    {
      const PvScenarioLigne *ligne = pv_scenario_donnees_get_ligne (donnees, i);
      gint64 payer = pv_scenario_donnees_get_financeur (donnees, ligne->financeur)->id;

      if (payer != essai->financeur_id && !is_chosen (essai, payer))
        g_assert_cmpint (after[i], ==, before[i]);
      if (payer != essai->financeur_id && before[i] <= 0)
        g_assert_cmpint (after[i], ==, before[i]); /* no answer, or a refusal */
    }
  for (guint i = 0; i < donnees->enveloppes->len; i++)
    {
      PvCents left = pv_scenario_chiffres_get_reste (chiffres_at (is, enveloppes, i));
      PvCents had = pv_scenario_chiffres_get_reste (chiffres_at (was, enveloppes, i));

      /* never exceeded by it */
      g_assert_true (left == PV_CENTS_NULL || left >= MIN (had, 0));
    }
}

static void
test_what_is_lost_is_taken_over_within_the_envelopes (ModelFixture *self, gconstpointer data)
{
  PvCents taken = 0;

  for (guint round = 0; round < N_ROUNDS; round++)
    {
      g_autoptr (PvScenarioDonnees) donnees = NULL;

      fill (self);
      donnees = load (self);
      for (guint i = 0; i < 10; i++)
        {
          g_autoptr (PvEssai) essai = essai_at_random ();
          g_autofree PvCents *before = pv_scenario_donnees_dup_montants (donnees);
          g_autofree PvCents *after = pv_scenario_donnees_dup_montants (donnees);
          g_autoptr (GError) error = NULL;
          PvEssaiBilan bilan;

          essai->genre = g_test_rand_bit () ? PV_ESSAI_RETRAIT : PV_ESSAI_REDUCTION;
          pv_essai_run (essai, donnees, NULL, after, &bilan, &error);
          g_assert_no_error (error);
          check_taken_over (essai, donnees, before, after, &bilan);
          taken += bilan.repris;
        }
      clear (self);
    }
  g_assert_cmpint (taken, >, 0);
}

/* --- by rank ----------------------------------------------------------------------------- */

static void
test_by_rank_to_the_cut_off (ModelFixture *self, gconstpointer data)
{
  for (guint round = 0; round < N_ROUNDS; round++)
    {
      g_autoptr (PvScenarioDonnees) donnees = NULL;
      g_autoptr (PvEssai) essai = essai_at_random ();
      g_autofree gint64 *rangs = NULL;
      g_autofree PvCents *montants = NULL;
      g_autoptr (PvScenarioSituation) before = NULL;
      g_autoptr (PvScenarioSituation) after = NULL;
      g_autoptr (GError) error = NULL;
      PvCents had;
      PvEssaiBilan bilan;
      int enveloppe;

      fill (self);
      donnees = load (self);
      montants = pv_scenario_donnees_dup_montants (donnees);
      before = pv_scenario_situation_compute (donnees, montants);
      rangs = g_new (gint64, donnees->dossiers->len);
      for (guint i = 0; i < donnees->dossiers->len; i++)
        rangs[i] = g_test_rand_int_range (0, 6) == 0 ? PV_INT_NULL : g_test_rand_int_range (1, 25);
      essai->genre = PV_ESSAI_RANG;
      enveloppe = pv_scenario_donnees_find_enveloppe (donnees, essai->enveloppe_id);
      pv_essai_run (essai, donnees, rangs, montants, &bilan, &error);
      g_assert_no_error (error);
      after = pv_scenario_situation_compute (donnees, montants);
      had = chiffres_at (before, enveloppes, enveloppe)->montant;
      /* what remains is what the walk left, or what was exceeded without it */
      g_assert_cmpint (pv_scenario_chiffres_get_reste (chiffres_at (after, enveloppes, enveloppe)),
                       ==, bilan.disponible < 0 ? bilan.disponible : bilan.reste);
      g_assert_cmpint (bilan.disponible, <=, had);
      for (guint i = 0; i < donnees->lignes->len; i++)
        {
          const PvScenarioLigne *ligne = pv_scenario_donnees_get_ligne (donnees, i);

          if (ligne->enveloppe != enveloppe || rangs[ligne->dossier] == PV_INT_NULL)
            g_assert_cmpint (montants[i], ==, ligne->propose);
          else if (ligne->verrou == PV_SCENARIO_LIBRE && rangs[ligne->dossier] > bilan.rang.rang &&
                   bilan.rang.rang != PV_INT_NULL)
            g_assert_cmpint (montants[i], <=, 0);
        }
      clear (self);
    }
}

/* Ranks are those of the ranking. */
static void
test_ranks_are_those_of_the_scores (ModelFixture *self, gconstpointer data)
{
  g_autoptr (PvScenarioDonnees) donnees = NULL;
  g_autofree gint64 *rangs = NULL;
  g_autoptr (GError) error = NULL;

  fill (self);
  model_fixture_write (
      self, "INSERT INTO institution (id, uuid, nom) VALUES (1, 'i', 'Etat');"
            "INSERT INTO instruction (uuid, dossier_id, institution_id, etat, score_declare)"
            " SELECT 'n' || id, id, 1, 'soumise', id / 3 * 100 FROM dossier WHERE id > 9");
  donnees = load (self);
  rangs = pv_scenario_store_load_rangs (self->db, donnees, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < donnees->dossiers->len; i++)
    for (guint j = 0; j < donnees->dossiers->len; j++)
      {
        gint64 a = pv_scenario_donnees_get_dossier (donnees, i)->id;
        gint64 b = pv_scenario_donnees_get_dossier (donnees, j)->id;

        g_assert_true ((rangs[i] == PV_INT_NULL) == (a <= 9));
        if (a > 9 && b > 9)
          g_assert_true ((rangs[i] < rangs[j]) == (a / 3 > b / 3));
      }
}

/* --- comparing --------------------------------------------------------------------------- */

static void
test_gainers_and_losers (ModelFixture *self, gconstpointer data)
{
  for (guint round = 0; round < N_ROUNDS; round++)
    {
      g_autoptr (PvScenarioDonnees) donnees = NULL;
      g_autoptr (PvEssai) essai = essai_at_random ();
      g_autofree PvCents *before = NULL;
      g_autofree PvCents *after = NULL;
      g_autofree gint64 *rangs = NULL;
      g_autoptr (PvScenarioComparaison) comparaison = NULL;
      g_autoptr (PvScenarioComparaison) reverse = NULL;
      g_autoptr (PvScenarioComparaison) same = NULL;
      g_autoptr (PvScenarioSituation) was = NULL;
      g_autoptr (PvScenarioSituation) is = NULL;
      PvEssaiBilan bilan;

      fill (self);
      donnees = load (self);
      before = pv_scenario_donnees_dup_montants (donnees);
      after = pv_scenario_donnees_dup_montants (donnees);
      rangs = g_new (gint64, donnees->dossiers->len);
      for (guint i = 0; i < donnees->dossiers->len; i++)
        rangs[i] = i;
      pv_essai_run (essai, donnees, rangs, after, &bilan, NULL);
      comparaison = pv_scenario_comparaison_compute (donnees, before, after);
      reverse = pv_scenario_comparaison_compute (donnees, after, before);
      same = pv_scenario_comparaison_compute (donnees, after, after);
      was = pv_scenario_situation_compute (donnees, before);
      is = pv_scenario_situation_compute (donnees, after);
      /* what dossiers win and lose is what payers give more and less */
      g_assert_cmpint (comparaison->gagne - comparaison->perdu, ==,
                       is->total.engage - was->total.engage);
      g_assert_cmpuint (comparaison->n_gagnants, ==, reverse->n_perdants);
      g_assert_cmpint (comparaison->perdu, ==, reverse->gagne);
      g_assert_cmpuint (comparaison->ecarts->len, ==, reverse->ecarts->len);
      g_assert_cmpuint (same->ecarts->len, ==, 0);
      clear (self);
    }
}

/* --- applying ---------------------------------------------------------------------------- */

static void
set_up_three (ModelFixture *self)
{
  model_fixture_write (
      self, "INSERT INTO organisme (id, uuid, nom, nom_plie) VALUES (1, 'o', 'Etat', 'etat');"
            "INSERT INTO financeur (id, uuid, organisme_id, categorie) VALUES (1, 'f', 1, 'etat');"
            "INSERT INTO dossier (id, uuid, appel_id, numero, porteur_id, intitule, statut,"
            " exercice) SELECT n, 'x' || n, (SELECT id FROM appel), n, 1, 'A', 'propose', 2026"
            "  FROM (SELECT 1 AS n UNION SELECT 2 UNION SELECT 3);"
            "INSERT INTO financement (id, uuid, dossier_id, financeur_id, exercice,"
            " propose_cents) SELECT id, 'm' || id, id, 1, 2026, id * 1000 FROM dossier;");
}

static void
test_what_changed_since_and_what_is_locked (ModelFixture *self, gconstpointer data)
{
  g_autoptr (PvEssai) essai = pv_essai_new (PV_ESSAI_RETRAIT);
  g_autoptr (GPtrArray) changements = NULL;
  g_autoptr (GError) error = NULL;
  PvScenarioApplication application;
  const PvScenarioChangement *changement;
  gint64 id;

  set_up_three (self);
  essai->financeur_id = 1;
  id = create (self, "Sans", PV_INT_NULL, essai);
  model_fixture_write (self, "UPDATE financement SET propose_cents = 1500 WHERE id = 1;"
                             "UPDATE financement SET vote_cents = 2000 WHERE id = 2;");
  changements = pv_scenario_store_list_changements (self->db, id, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (changements->len, ==, 3);
  changement = changements->pdata[0];
  g_assert_cmpint (changement->avant, ==, 1000);
  g_assert_cmpint (changement->actuel, ==, 1500);
  g_assert_cmpint (changement->propose, ==, 0);
  changement = changements->pdata[1];
  g_assert_cmpint (changement->verrou, ==, PV_SCENARIO_VOTE);

  application = apply (self, id);
  g_assert_cmpuint (application.n_appliques, ==, 2);
  g_assert_cmpuint (application.n_verrous[PV_SCENARIO_VOTE], ==, 1);
  g_assert_cmpint (model_fixture_query (self, "SELECT SUM (propose_cents) FROM financement"), ==,
                   2000);
  g_assert_cmpint (
      model_fixture_query (self, "SELECT COUNT (*) FROM scenario WHERE applique_a IS NOT NULL"), ==,
      1);
  undo (self);
  g_assert_cmpint (model_fixture_query (self, "SELECT SUM (propose_cents) FROM financement"), ==,
                   6500);
  g_assert_cmpint (
      model_fixture_query (self, "SELECT COUNT (*) FROM scenario WHERE applique_a IS NOT NULL"), ==,
      0);
}

static void
test_an_amount_by_hand (ModelFixture *self, gconstpointer data)
{
  g_autoptr (PvEssai) essai = pv_essai_new (PV_ESSAI_COPIE);
  g_autoptr (GPtrArray) lignes = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id;

  set_up_three (self);
  id = create (self, "A la main", PV_INT_NULL, essai);
  g_assert_true (pv_scenario_service_set_montant (self->db, id, 1, 700, &error));
  g_assert_true (pv_scenario_service_set_montant (self->db, id, 2, PV_CENTS_NULL, &error));
  lignes = pv_scenario_store_list_dossier (self->db, id, 1, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (lignes->len, ==, 1);
  g_assert_cmpint (((PvScenarioChangement *)lignes->pdata[0])->propose, ==, 700);
  g_assert_cmpint (((PvScenarioChangement *)lignes->pdata[0])->actuel, ==, 1000);
  g_assert_cmpint (model_fixture_query (self, "SELECT COUNT (*) FROM scenario_montant"), ==, 2);

  /* as the file is: the scenario says nothing of it any more */
  g_assert_true (pv_scenario_service_set_montant (self->db, id, 1, 1000, &error));
  g_assert_cmpint (model_fixture_query (self, "SELECT COUNT (*) FROM scenario_montant"), ==, 1);
  undo (self);
  g_assert_cmpint (model_fixture_query (self, "SELECT COUNT (*) FROM scenario_montant"), ==, 2);

  model_fixture_write (self, "UPDATE financement SET arbitre_cents = 3000 WHERE id = 3");
  g_assert_false (pv_scenario_service_set_montant (self->db, id, 3, 1, &error));
  g_assert_error (error, PV_RULE_ERROR, PV_RULE_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_false (pv_scenario_service_set_montant (self->db, id, 1, -1, &error));
  g_assert_error (error, PV_RULE_ERROR, PV_RULE_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_false (pv_scenario_service_set_montant (self->db, id, 99, 1, &error));
  g_assert_error (error, PV_RULE_ERROR, PV_RULE_ERROR_NOT_FOUND);
}

static void
test_names_copies_and_removal (ModelFixture *self, gconstpointer data)
{
  g_autoptr (PvEssai) essai = pv_essai_new (PV_ESSAI_RETRAIT);
  g_autoptr (GPtrArray) scenarios = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id, copie;

  set_up_three (self);
  essai->financeur_id = 1;
  id = create (self, "  Sans  l’État ", PV_INT_NULL, essai);
  g_assert_false (pv_scenario_service_duplicate (self->db, id, "Sans l’État", &copie, &error));
  g_assert_error (error, PV_RULE_ERROR, PV_RULE_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_true (pv_scenario_service_duplicate (self->db, id, "Copie", &copie, &error));
  g_assert_cmpint (model_fixture_query (self, "SELECT COUNT (*) FROM scenario_montant"), ==, 6);
  g_assert_false (pv_scenario_service_rename (self->db, copie, "  ", &error));
  g_assert_error (error, PV_RULE_ERROR, PV_RULE_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_true (pv_scenario_service_rename (self->db, copie, "Copie", &error)); /* its own */
  g_assert_true (pv_scenario_service_rename (self->db, copie, "Autre", &error));
  scenarios = pv_scenario_store_list (self->db, self->appel_id, &error);
  g_assert_cmpuint (scenarios->len, ==, 2);
  g_assert_cmpstr (((PvScenario *)scenarios->pdata[0])->nom, ==, "Sans l’État");
  g_assert_cmpstr (((PvScenario *)scenarios->pdata[1])->nom, ==, "Autre");

  g_assert_true (pv_scenario_service_remove (self->db, id, &error));
  g_assert_cmpint (model_fixture_query (self, "SELECT COUNT (*) FROM scenario_montant"), ==, 3);
  undo (self);
  g_assert_cmpint (model_fixture_query (self, "SELECT COUNT (*) FROM scenario_montant"), ==, 6);
  g_assert_false (pv_scenario_service_remove (self->db, 999, &error));
  g_assert_error (error, PV_RULE_ERROR, PV_RULE_ERROR_NOT_FOUND);
}

static void
test_refusals (ModelFixture *self, gconstpointer data)
{
  g_autoptr (PvScenarioDonnees) donnees = NULL;
  g_autofree PvCents *montants = NULL;
  PvEssaiBilan bilan;

  fill (self);
  donnees = load (self);
  montants = pv_scenario_donnees_dup_montants (donnees);
  for (PvEssaiGenre genre = PV_ESSAI_RETRAIT; genre <= PV_ESSAI_RANG; genre++)
    {
      g_autoptr (PvEssai) essai = pv_essai_new (genre);
      g_autofree gint64 *rangs = g_new0 (gint64, donnees->dossiers->len);
      g_autoptr (GError) error = NULL;

      g_assert_false (pv_essai_run (essai, donnees, rangs, montants, &bilan, &error));
      g_assert_error (error, PV_RULE_ERROR, PV_RULE_ERROR_REFUSED);
      g_clear_error (&error);
      essai->financeur_id = 1;
      essai->enveloppe_id = 5; /* not known */
      essai->taux_bp = 10001;
      if (genre == PV_ESSAI_RETRAIT)
        continue;
      g_assert_false (pv_essai_run (essai, donnees, rangs, montants, &bilan, &error));
      g_assert_error (error, PV_RULE_ERROR, PV_RULE_ERROR_REFUSED);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func)                                                                            \
  g_test_add ("/scenario/" name, ModelFixture, NULL, model_fixture_set_up, func,                   \
              model_fixture_tear_down)
  ADD ("present-situation", test_present_situation);
  ADD ("applied-as-foreseen-and-undone", test_applied_as_foreseen_and_undone);
  ADD ("a-scenario-keeps-what-it-changes", test_a_scenario_keeps_what_it_changes);
  ADD ("what-is-lost-is-taken-over-within-the-envelopes",
       test_what_is_lost_is_taken_over_within_the_envelopes);
  ADD ("by-rank-to-the-cut-off", test_by_rank_to_the_cut_off);
  ADD ("ranks-are-those-of-the-scores", test_ranks_are_those_of_the_scores);
  ADD ("gainers-and-losers", test_gainers_and_losers);
  ADD ("what-changed-since-and-what-is-locked", test_what_changed_since_and_what_is_locked);
  ADD ("an-amount-by-hand", test_an_amount_by_hand);
  ADD ("names-copies-and-removal", test_names_copies_and_removal);
  ADD ("refusals", test_refusals);

  return g_test_run ();
}
