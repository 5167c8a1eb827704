/* test-egalite-store.c: answers, collective marks, and what they add up to
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dossier/pv-dossier-liste-store.h"
#include "dossier/pv-dossier-critere.h"
#include "egalite/pv-egalite-analyse.h"
#include "egalite/pv-egalite-porteur-store.h"
#include "egalite/pv-egalite-service.h"
#include "marqueur/pv-axe-store.h"
#include "model-fixture.h"
#include "pv-error.h"
#include "pv-history.h"
#include "stats/pv-stats.h"

#define N PV_INT_NULL
#define DOSSIERS 60

/* Two years, porteurs, funders, quartiers with shares that do not fall right, all marks. */
static void
set_up (ModelFixture *self, gconstpointer data)
{
  g_autoptr (GString) sql = g_string_new (NULL);
  g_autoptr (GRand) rand = g_rand_new_with_seed (1707);
  gint64 porteurs[4], financeurs[3];

  model_fixture_set_up (self, data);
  model_fixture_write (
      self,
      "INSERT INTO axe_transversal (uuid, code, libelle, arbre) VALUES"
      " ('ae', 'egalite', 'Égalité', 1), ('ax', 'ecologie', 'Transition écologique', 0);"
      "INSERT INTO institution (id, uuid, nom, ordre) VALUES (1, 'i1', 'État', 1),"
      " (2, 'i2', 'MEL', 2), (3, 'i3', 'Région', 3);"
      "INSERT INTO commune (id, uuid, nom, nom_plie, code_insee) VALUES"
      " (1, 'c1', 'Lille', 'lille', '59350'), (2, 'c2', 'Roubaix', 'roubaix', '59512');"
      "INSERT INTO quartier (id, uuid, code, nom, nom_plie, genre) VALUES"
      " (1, 'q1', 'QN1', 'Concorde', 'concorde', 'qpv'), (2, 'q2', 'QN2', 'Alma', 'alma', 'qpv'),"
      " (3, 'q3', 'QN3', 'Lisière', 'lisiere', 'qpv');"
      "INSERT INTO quartier_commune (quartier_id, commune_id) VALUES (1, 1), (2, 2), (3, 1),"
      " (3, 2);");
  for (guint i = 0; i < G_N_ELEMENTS (porteurs); i++)
    {
      g_autofree char *nom = g_strdup_printf ("Porteur %c", 'A' + i);

      porteurs[i] = model_fixture_add_organisme (self, nom, NULL);
    }
  financeurs[0] = model_fixture_add_financeur (self, "État", "etat");
  financeurs[1] = model_fixture_add_financeur (self, "Région", "region");
  financeurs[2] = model_fixture_add_financeur (self, "CAF", "caf");

  for (guint i = 0; i < DOSSIERS; i++)
    {
      g_autofree char *numero = g_strdup_printf ("%04u", i);
      gint64 id = model_fixture_add_dossier (self, numero, porteurs[g_rand_int_range (rand, 0, 4)]);
      int mark = g_rand_int_range (rand, 0, 4);

      for (guint f = 0; f < 3; f++)
        if (g_rand_boolean (rand))
          model_fixture_add_financement (self, id, financeurs[f], N,
                                         g_rand_int_range (rand, 0, 9999999), N);
      if (i % 3 == 0)
        g_string_append_printf (sql, "UPDATE dossier SET exercice = 2025 WHERE id = %d;", (int)id);
      if (mark < 3)
        g_string_append_printf (sql,
                                "INSERT INTO marqueur (uuid, dossier_id, axe_id, valeur)"
                                " SELECT 'm%d', %d, id, %d FROM axe_transversal"
                                "  WHERE code = 'egalite';",
                                (int)id, (int)id, mark);
      if (i % 4 == 1)
        g_string_append_printf (sql,
                                "INSERT INTO dossier_territoire (dossier_id, quartier_id, part_bp)"
                                " VALUES (%d, 1, 3333), (%d, 2, 3333), (%d, 3, 3334);",
                                (int)id, (int)id, (int)id);
      if (i % 4 == 2)
        g_string_append_printf (sql,
                                "INSERT INTO dossier_territoire (dossier_id, quartier_id, part_bp)"
                                " VALUES (%d, 1, 5000), (%d, 2, NULL);",
                                (int)id, (int)id);
      if (i % 4 == 3)
        g_string_append_printf (sql,
                                "INSERT INTO dossier_territoire (dossier_id, quartier_id)"
                                " VALUES (%d, %d);",
                                (int)id, 1 + (int)(i % 3));
    }
  g_string_append (sql, "UPDATE financement SET vote_cents = sollicite_cents / 3 WHERE id % 3 = 0;"
                        "UPDATE financement SET arbitre_cents = sollicite_cents / 7"
                        " WHERE id % 5 < 2;"
                        "UPDATE financement SET vote_cents = 0 WHERE id % 11 = 0;");
  model_fixture_write (self, sql->str);
}

static gint64
axis (ModelFixture *self, const char *code)
{
  gint64 id = N;

  g_assert_true (pv_axe_store_find_by_code (self->db, code, &id, NULL));

  return id;
}

static PvEgaliteAnalyse *
analyse (ModelFixture *self, PvEgalitePar par, const PvFiltre *filtre)
{
  g_autoptr (GError) error = NULL;
  PvEgaliteAnalyse *done =
      pv_egalite_analyse_compute (self->db, axis (self, "egalite"), par, filtre, &error);

  g_assert_no_error (error);

  return done;
}

/* What `stats --by marqueur` says is what the analysis adds up to. */
static void
test_equals_stats (ModelFixture *self, gconstpointer data)
{
  static const char *const keys[] = { "0", "1", "2", "non-evalue" };
  g_autoptr (PvStats) stats =
      pv_stats_compute (self->db, PV_STATS_MARQUEUR, PV_ETAPE_SOLLICITE, NULL, NULL);

  for (guint par = 0; par < PV_N_EGALITE_PAR; par++)
    {
      g_autoptr (PvEgaliteAnalyse) done = analyse (self, (PvEgalitePar)par, &PV_FILTRE_TOUT);

      for (guint m = 0; m < PV_N_EGALITE_MARQUES; m++)
        {
          const PvEgaliteMesure *total = &done->total.mesures[PV_EGALITE_DEMANDE][m];
          const PvStatsRow *row = NULL;

          for (guint i = 0; i < stats->rows->len; i++)
            if (g_str_equal (((PvStatsRow *)stats->rows->pdata[i])->key, keys[m]))
              row = stats->rows->pdata[i];
          g_assert_nonnull (row);
          g_assert_cmpint (total->dossiers, ==, row->dossiers);
          g_assert_cmpint (total->cents, ==, row->amount_cents);
        }
    }
}

/* However it is cut, every cent is in one row. */
static void
test_rows_make_the_whole (ModelFixture *self, gconstpointer data)
{
  for (guint par = 0; par < PV_N_EGALITE_PAR; par++)
    {
      g_autoptr (PvEgaliteAnalyse) done = analyse (self, (PvEgalitePar)par, &PV_FILTRE_TOUT);

      for (guint b = 0; b < PV_N_EGALITE_BASES; b++)
        for (guint m = 0; m < PV_N_EGALITE_MARQUES; m++)
          {
            PvCents sum = PV_CENTS_NULL;

            for (guint i = 0; i < done->lignes->len; i++)
              pv_money_add (sum, ((PvEgaliteLigne *)done->lignes->pdata[i])->mesures[b][m].cents,
                            &sum);
            g_assert_cmpint (sum, ==, done->total.mesures[b][m].cents);
          }
    }
}

/* Granted: voté, else arbitré, of those that get something: written again in SQL. */
static void
test_granted (ModelFixture *self, gconstpointer data)
{
  g_autoptr (PvEgaliteAnalyse) done =
      analyse (self, PV_EGALITE_PAR_ANNEE, &(PvFiltre){ self->appel_id, 2026 });

  for (guint m = 0; m < PV_N_EGALITE_MARQUES; m++)
    {
      const PvEgaliteMesure *total = &done->total.mesures[PV_EGALITE_ACCORDE][m];
      g_autofree char *from = g_strdup_printf (
          "FROM (SELECT d.id, SUM (COALESCE (f.vote_cents, f.arbitre_cents)) AS a FROM dossier d"
          " JOIN financement f ON f.dossier_id = d.id WHERE d.exercice = 2026 GROUP BY d.id) x"
          " LEFT JOIN marqueur m ON m.dossier_id = x.id WHERE a > 0"
          " AND COALESCE (m.valeur, 3) = %u",
          m);
      g_autofree char *n = g_strdup_printf ("SELECT COUNT (*) %s", from);
      g_autofree char *a = g_strdup_printf ("SELECT SUM (a) %s", from);

      g_assert_cmpint (total->dossiers, ==, model_fixture_query (self, n));
      g_assert_cmpint (total->cents, ==, model_fixture_query (self, a));
    }
}

/* Each figure that has a filter shows as many dossiers as it says. */
static void
test_opens_its_list (ModelFixture *self, gconstpointer data)
{
  guint tried = 0;

  for (guint par = 0; par < PV_N_EGALITE_PAR; par++)
    {
      g_autoptr (PvEgaliteAnalyse) done = analyse (self, (PvEgalitePar)par, &PV_FILTRE_TOUT);

      for (guint i = 0; i <= done->lignes->len; i++)
        for (guint b = 0; b < PV_N_EGALITE_BASES; b++)
          for (int m = 0; m < PV_N_EGALITE_MARQUES; m++)
            {
              const PvEgaliteLigne *ligne = i < done->lignes->len ? done->lignes->pdata[i] : NULL;
              const PvEgaliteLigne *shown = ligne != NULL ? ligne : &done->total;
              g_autofree char *text = NULL;
              g_autoptr (PvDossierCritere) critere = NULL;
              g_autoptr (GArray) ids = NULL;

              /* granted by one funder, or in a commune of several quartiers: no filter says it */
              if ((par == PV_EGALITE_PAR_FINANCEUR && b == PV_EGALITE_ACCORDE) ||
                  par == PV_EGALITE_PAR_COMMUNE)
                continue;
              text = pv_egalite_analyse_dup_critere (done, ligne, (PvEgaliteBase)b, m);
              if (text == NULL)
                continue;
              critere = pv_dossier_critere_parse (text, NULL);
              g_assert_nonnull (critere);
              ids =
                  pv_dossier_liste_store_ids (self->db, &PV_FILTRE_TOUT, critere, NULL, NULL, NULL);
              g_assert_cmpint (ids->len, ==, shown->mesures[b][m].dossiers);
              tried++;
            }
    }
  g_assert_cmpuint (tried, >, 50);
}

static PvEgaliteFiche *
load (ModelFixture *self, gint64 dossier)
{
  g_autoptr (GError) error = NULL;
  PvEgaliteFiche *fiche = pv_egalite_fiche_load (self->db, dossier, axis (self, "egalite"), &error);

  g_assert_no_error (error);

  return fiche;
}

typedef gboolean (*Step) (ModelFixture *self, GError **error);

static void
act (ModelFixture *self, Step step)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PvTransaction) transaction = pv_transaction_begin (self->db, "test", NULL, &error);

  g_assert_no_error (error);
  g_assert_true (step (self, &error));
  g_assert_no_error (error);
  g_assert_true (pv_transaction_commit (transaction, &error));
  g_assert_no_error (error);
}

#define SET(institution, question, reponse)                                                        \
  pv_egalite_reponse_store_set (self->db, 1, axis (self, "egalite"), institution, question,        \
                                reponse, error)

static gboolean
answer (ModelFixture *self, GError **error)
{
  return SET (1, PV_EGALITE_MIXTE, PV_EGALITE_OUI) && SET (2, PV_EGALITE_MIXTE, PV_EGALITE_OUI) &&
         SET (1, PV_EGALITE_OBJECTIF, PV_EGALITE_NON) &&
         SET (2, PV_EGALITE_OBJECTIF, PV_EGALITE_NON) &&
         SET (1, PV_EGALITE_DIAGNOSTIC, PV_EGALITE_OUI) &&
         SET (2, PV_EGALITE_DIAGNOSTIC, PV_EGALITE_NON) &&
         SET (1, PV_EGALITE_PARTICIPATION, PV_EGALITE_OUI) &&
         SET (1, PV_EGALITE_INDICATEURS, PV_EGALITE_OUI);
}

static gboolean
take_unanimous (ModelFixture *self, GError **error)
{
  return pv_egalite_service_reprendre (self->db, 1, axis (self, "egalite"), error);
}

static gboolean
settle_diagnosis (ModelFixture *self, GError **error)
{
  gint64 axe = axis (self, "egalite");

  return SET (PV_INT_NULL, PV_EGALITE_DIAGNOSTIC, PV_EGALITE_OUI) &&
         pv_egalite_reponse_store_comment (self->db, 1, axe, PV_EGALITE_DIAGNOSTIC, "62 %",
                                           error) &&
         pv_egalite_service_marquer (self->db, 1, axe, 0, error) &&
         pv_egalite_service_justifier (self->db, 1, axe, "Tableau de suivi absent.", error) &&
         pv_egalite_service_dater (self->db, 1, axe, "2026-03-11", "COTECH", error);
}

static gboolean
forget (ModelFixture *self, GError **error)
{
  gint64 axe = axis (self, "egalite");

  return pv_egalite_service_justifier (self->db, 1, axe, NULL, error) &&
         pv_egalite_service_marquer (self->db, 1, axe, PV_INT_NULL, error);
}

/* From what each answered to the mark of all; nobody's answer is written over. */
static void
test_marking (ModelFixture *self, gconstpointer data)
{
  g_autoptr (PvEgaliteFiche) fiche = NULL;

  model_fixture_write (self, "DELETE FROM marqueur WHERE dossier_id = 1");
  act (self, answer);
  fiche = load (self, 1);
  g_assert_cmpuint (fiche->institutions->len, ==, 3);
  g_assert_cmpuint (fiche->n_repondantes, ==, 2);
  g_assert_cmpuint (fiche->n_divergences, ==, 1);
  g_assert_true (pv_egalite_fiche_is_divergent (fiche, PV_EGALITE_DIAGNOSTIC));
  g_assert_false (pv_egalite_fiche_is_divergent (fiche, PV_EGALITE_MIXTE));
  g_assert_cmpint (g_array_index (fiche->institutions, PvEgaliteInstitution, 0).resultat.marque, ==,
                   1);
  g_assert_cmpint (g_array_index (fiche->institutions, PvEgaliteInstitution, 1).resultat.marque, ==,
                   N);
  g_assert_cmpint (fiche->resultat.marque, ==, N);
  g_assert_cmpint (fiche->marqueur->valeur, ==, N);
  g_assert_cmpint (pv_egalite_fiche_get_accord (fiche), ==, PV_EGALITE_ACCORD_INCONNU);
  g_clear_pointer (&fiche, pv_egalite_fiche_free);

  act (self, take_unanimous);
  fiche = load (self, 1);
  g_assert_cmpuint (pv_egalite_reponses_count (&fiche->communes), ==, 4);
  g_assert_cmpint (fiche->resultat.manquante, ==, PV_EGALITE_DIAGNOSTIC);
  g_clear_pointer (&fiche, pv_egalite_fiche_free);

  act (self, settle_diagnosis);
  fiche = load (self, 1);
  g_assert_cmpint (fiche->resultat.marque, ==, 1);
  g_assert_cmpint (fiche->marqueur->valeur, ==, 0);
  g_assert_cmpint (pv_egalite_fiche_get_accord (fiche), ==, PV_EGALITE_ACCORD_DIFFERENT);
  g_assert_cmpstr (fiche->marqueur->justification, ==, "Tableau de suivi absent.");
  g_assert_cmpstr (fiche->marqueur->decide_par, ==, "COTECH");
  g_assert_cmpstr (fiche->communes.commentaires[PV_EGALITE_DIAGNOSTIC], ==, "62 %");
  g_assert_cmpint (
      g_array_index (fiche->institutions, PvEgaliteInstitution, 1).reponses.reponses[2], ==,
      PV_EGALITE_NON);
  g_clear_pointer (&fiche, pv_egalite_fiche_free);

  /* Not assessed is no mark, and leaves no row that says nothing. */
  act (self, forget);
  fiche = load (self, 1);
  g_assert_cmpint (fiche->marqueur->id, ==, N);
  g_assert_cmpint (model_fixture_query (self, "SELECT COUNT(*) FROM marqueur WHERE dossier_id = 1"),
                   ==, 0);
}

static void
test_refusals (ModelFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 axe = axis (self, "egalite");

  g_assert_false (pv_egalite_service_marquer (self->db, 1, axe, 3, &error));
  g_assert_error (error, PV_RULE_ERROR, PV_RULE_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (
      pv_egalite_reponse_store_comment (self->db, 1, axe, PV_EGALITE_MIXTE, "x", &error));
  g_assert_error (error, PV_RULE_ERROR, PV_RULE_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_null (pv_egalite_fiche_load (self->db, 100000, axe, &error));
  g_assert_error (error, PV_RULE_ERROR, PV_RULE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (pv_egalite_fiche_load (self->db, 1, 999, &error));
  g_assert_error (error, PV_RULE_ERROR, PV_RULE_ERROR_NOT_FOUND);
}

/* An axis without a tree has marks, and no question. */
static void
test_another_axis (ModelFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 axe = axis (self, "ecologie");
  g_autoptr (PvEgaliteFiche) fiche = pv_egalite_fiche_load (self->db, 1, axe, &error);
  g_autoptr (PvEgaliteFile) file = pv_egalite_file_load (self->db, &PV_FILTRE_TOUT, axe, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (fiche->institutions->len, ==, 0);
  g_assert_cmpint (fiche->resultat.marque, ==, N);
  g_assert_cmpuint (file->ids->len, ==, DOSSIERS);
  g_assert_cmpuint (file->n_preparees, ==, DOSSIERS);
}

static void
test_queue (ModelFixture *self, gconstpointer data)
{
  gint64 axe = axis (self, "egalite");
  g_autoptr (PvEgaliteFile) file = NULL;
  gint64 todo;

  model_fixture_write (self, "DELETE FROM marqueur WHERE dossier_id IN (1, 2);"
                             "UPDATE dossier SET statut = 'irrecevable' WHERE id = 2");
  act (self, answer);
  todo = model_fixture_query (self, "SELECT COUNT (*) FROM dossier d WHERE id <> 2 AND NOT EXISTS"
                                    " (SELECT 1 FROM marqueur m WHERE m.dossier_id = d.id)");
  file = pv_egalite_file_load (self->db, &PV_FILTRE_TOUT, axe, NULL);
  g_assert_cmpint (file->ids->len, ==, todo);
  g_assert_cmpuint (file->n_preparees, ==, 1);
  g_assert_cmpint (g_array_index (file->ids, gint64, 0), ==, 1);
}

static void
test_porteurs (ModelFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 axe = axis (self, "egalite"), n = 0;
  g_autoptr (GPtrArray) all =
      pv_egalite_porteur_store_list (self->db, axe, &PV_FILTRE_TOUT, -1, &error);
  g_autoptr (GPtrArray) two =
      pv_egalite_porteur_store_list (self->db, axe, &PV_FILTRE_TOUT, 2, &error);
  PvCents before = G_MAXINT64;
  gint64 dossiers = 0;

  g_assert_no_error (error);
  g_assert_true (pv_egalite_porteur_store_count (self->db, axe, &PV_FILTRE_TOUT, &n, NULL));
  g_assert_cmpint (all->len, ==, n);
  g_assert_cmpuint (two->len, ==, 2);
  for (guint i = 0; i < all->len; i++)
    {
      const PvEgalitePorteur *porteur = all->pdata[i];

      g_assert_cmpint (porteur->accorde_cents, <=, before);
      before = porteur->accorde_cents;
      dossiers += porteur->dossiers;
    }
  g_assert_cmpint (dossiers, ==,
                   model_fixture_query (self, "SELECT COUNT(*) FROM marqueur WHERE valeur = 0"));
}

static void
test_t0 (ModelFixture *self, gconstpointer data)
{
  gint64 axe = axis (self, "egalite"), t0 = 0;

  g_assert_true (pv_egalite_t0_load (self->db, axe, &t0, NULL));
  g_assert_cmpint (t0, ==, 2025);
  model_fixture_write (self, "INSERT INTO reglage (cle, valeur) VALUES ('egalite-t0', '2023')");
  g_assert_true (pv_egalite_t0_load (self->db, axe, &t0, NULL));
  g_assert_cmpint (t0, ==, 2023);
  g_assert_true (pv_egalite_t0_load (self->db, axis (self, "ecologie"), &t0, NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func)                                                                            \
  g_test_add ("/egalite/" name, ModelFixture, NULL, set_up, func, model_fixture_tear_down)

  ADD ("equals-stats", test_equals_stats);
  ADD ("rows-make-the-whole", test_rows_make_the_whole);
  ADD ("granted", test_granted);
  ADD ("each-figure-opens-its-list", test_opens_its_list);
  ADD ("marking", test_marking);
  ADD ("refusals", test_refusals);
  ADD ("another-axis", test_another_axis);
  ADD ("queue", test_queue);
  ADD ("porteurs-to-accompany", test_porteurs);
  ADD ("reference-year", test_t0);

  return g_test_run ();
}
