/* test-accueil.c: the figures of the first page are those of the statistics
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "accueil/pv-accueil.h"

#include "accueil/pv-echeance.h"
#include "avis/pv-avis-externe-store.h"
#include "programme-fixture.h"
#include "pv-history.h"
#include "stats/pv-stats.h"

/* A programme where nothing is wrong, and dossiers at every step beside. */
static void
set_up (ProgrammeFixture *self, gconstpointer data)
{
  programme_fixture_set_up (self, data);
  programme_fixture_fill (self);
  programme_fixture_run (
      self,
      "INSERT INTO dossier (id, uuid, appel_id, numero, porteur_id, intitule, statut, exercice,"
      " cout_total_declare_cents, chapeau, partie_de_id) VALUES"
      " (101, 'ax1', 1, 'x1', 1, 'a', 'irrecevable', 2026, 1000, 0, NULL),"
      " (102, 'ax2', 1, 'x2', 1, 'b', 'refuse', 2026, NULL, 0, NULL),"
      " (103, 'ax3', 1, 'x3', 1, 'c', 'abandonne', 2026, 5, 0, NULL),"
      " (104, 'ax4', 1, 'x4', 1, 'd', 'notifie', 2026, NULL, 0, NULL),"
      " (105, 'ax5', 1, 'x5', 1, 'e', 'en-cours', 2026, 7, 0, NULL),"
      " (106, 'ax6', 1, 'x6', 1, 'f', 'depose', 2026, 99, 1, NULL),"
      " (107, 'ax7', 1, 'x7', 1, 'g', 'ajourne', 2026, 11, 0, 106)");
  programme_fixture_run (
      self,
      "INSERT INTO financement (id, uuid, dossier_id, financeur_id, exercice, sollicite_cents,"
      " propose_cents, arbitre_cents, vote_cents, notifie_cents) VALUES"
      " (201, 'ay1', 101, 1, 2026, 500, NULL, NULL, NULL, NULL),"
      " (202, 'ay2', 102, 1, 2026, 600, 300, 0, NULL, NULL),"
      " (203, 'ay3', 103, 2, 2026, 700, 400, 400, 350, NULL),"
      " (204, 'ay4', 104, 1, 2026, 800, 700, 700, 600, 600),"
      " (205, 'ay5', 105, 2, 2026, 900, 900, 800, NULL, 800),"
      " (206, 'ay6', 105, 3, 2026, 100, 90, 80, 70, NULL),"
      " (207, 'ay7', 106, 3, 2026, 100000, 90000, 80000, 70000, NULL),"
      " (208, 'ay8', 107, 3, 2026, 40, 30, NULL, NULL, NULL)");
  programme_fixture_run (
      self, "INSERT INTO versement (id, uuid, financement_id, genre, montant_cents) VALUES"
            " (301, 'av1', 205, 'acompte', 500), (302, 'av2', 205, 'reversement', 100),"
            " (303, 'av3', 206, 'solde', 1000)");
}

static void
test_pas (void)
{
  gboolean sorti = FALSE;

  g_assert_cmpint (pv_accueil_pas_de (PV_DOSSIER_STATUT_EN_INSTRUCTION, 0, &sorti), ==,
                   PV_ACCUEIL_RECEVABLES);
  g_assert_false (sorti);
  g_assert_cmpint (pv_accueil_pas_de (PV_DOSSIER_STATUT_REFUSE, 0, &sorti), ==,
                   PV_ACCUEIL_PROPOSES);
  g_assert_true (sorti);
  g_assert_cmpint (pv_accueil_pas_de (PV_DOSSIER_STATUT_NOTIFIE, PV_ACCUEIL_FAIT_NOTIFIE, &sorti),
                   ==, PV_ACCUEIL_NOTIFIES);
  g_assert_cmpint (pv_accueil_pas_de (PV_DOSSIER_STATUT_SOLDE, PV_ACCUEIL_FAIT_VERSE, &sorti), ==,
                   PV_ACCUEIL_VERSES);
  g_assert_false (sorti);
  /* Where it was abandoned is told by what it had. */
  g_assert_cmpint (pv_accueil_pas_de (PV_DOSSIER_STATUT_ABANDONNE,
                                      PV_ACCUEIL_FAIT_PROPOSE | PV_ACCUEIL_FAIT_DECIDE, &sorti),
                   ==, PV_ACCUEIL_PROGRAMMES);
  g_assert_true (sorti);
}

static void
test_chiffres (ProgrammeFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree PvAccueilChiffres *chiffres =
      pv_accueil_load_chiffres (self->db, &PV_FILTRE_TOUT, &error);

  g_assert_no_error (error);
  for (guint etape = 0; etape < PV_N_ETAPES; etape++)
    {
      g_autoptr (PvStats) stats =
          pv_stats_compute (self->db, PV_STATS_STATUT, (PvEtape)etape, NULL, &error);

      g_assert_no_error (error);
      g_assert_cmpint (chiffres->dossiers, ==, stats->total.dossiers);
      g_assert_cmpint (chiffres->etape_cents[etape], ==, stats->total.amount_cents);
    }
  g_assert_cmpint (chiffres->porteurs, ==,
                   programme_fixture_int (
                       self, "SELECT COUNT (DISTINCT porteur_id) FROM dossier WHERE chapeau = 0"));
}

static void
test_funnel (ProgrammeFixture *self, gconstpointer data)
{
  g_autofree PvAccueilChiffres *chiffres =
      pv_accueil_load_chiffres (self->db, &PV_FILTRE_TOUT, NULL);
  const PvAccueilCompte *pas = chiffres->pas;

  g_assert_cmpint (pas[PV_ACCUEIL_DEPOSES].atteinte, ==, chiffres->dossiers);
  for (guint i = 0; i + 1 < PV_N_ACCUEIL_PAS; i++)
    g_assert_cmpint (pas[i].atteinte - pas[i].attente - pas[i].sortis, ==, pas[i + 1].atteinte);
  g_assert_cmpint (pas[PV_ACCUEIL_DEPOSES].sortis, ==, 1);
  g_assert_cmpint (pas[PV_ACCUEIL_PROPOSES].sortis, ==, 1);
  g_assert_cmpint (pas[PV_ACCUEIL_PROGRAMMES].sortis, ==, 1);
  g_assert_cmpint (pas[PV_ACCUEIL_VERSES].sortis, ==, 0);
}

static const PvAccueilFinanceur *
find (GArray *financeurs, PvCategorie categorie)
{
  for (guint i = 0; i < financeurs->len; i++)
    if (g_array_index (financeurs, PvAccueilFinanceur, i).categorie == categorie)
      return &g_array_index (financeurs, PvAccueilFinanceur, i);

  return NULL;
}

static void
test_financeurs (ProgrammeFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) financeurs = pv_accueil_load_financeurs (self->db, &PV_FILTRE_TOUT, &error);
  PvCents engage = 0;

  g_assert_no_error (error);
  for (guint etape = 0; etape < PV_N_ETAPES; etape++)
    {
      g_autoptr (PvStats) stats =
          pv_stats_compute (self->db, PV_STATS_CATEGORIE, (PvEtape)etape, NULL, &error);

      for (guint i = 0; i < stats->rows->len; i++)
        {
          const PvStatsRow *row = stats->rows->pdata[i];
          PvCategorie categorie = PV_CATEGORIE_NULL;

          if (!pv_categorie_from_id (row->key, &categorie))
            continue;
          g_assert_nonnull (find (financeurs, categorie));
          g_assert_cmpint (find (financeurs, categorie)->etape_cents[etape], ==, row->amount_cents);
        }
    }

  /* Each financement once, under its furthest stage. */
  for (guint i = 0; i < financeurs->len; i++)
    for (guint j = PV_ETAPE_PROPOSE; j < PV_N_ETAPES; j++)
      {
        PvCents part = g_array_index (financeurs, PvAccueilFinanceur, i).parts_cents[j];

        engage += part == PV_CENTS_NULL ? 0 : part;
      }
  g_assert_cmpint (
      engage, ==,
      programme_fixture_int (
          self, "SELECT SUM (COALESCE (f.notifie_cents, f.vote_cents, f.arbitre_cents,"
                " f.propose_cents)) FROM financement f JOIN dossier d ON d.id = f.dossier_id"
                " WHERE d.chapeau = 0 AND d.statut NOT IN ('irrecevable', 'refuse', 'reoriente',"
                " 'abandonne')"));
}

static void
test_controles (ProgrammeFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) controles =
      pv_accueil_load_controles (self->db, &PV_FILTRE_TOUT, NULL, &error);
  PvSeverite severite = PV_SEVERITE_ERROR;

  g_assert_no_error (error);
  g_assert_cmpuint (controles->len, >, 0);
  for (guint i = 0; i < controles->len; i++)
    {
      const PvAccueilControle *compte = &g_array_index (controles, PvAccueilControle, i);

      g_assert_cmpint (compte->constats, >, 0);
      g_assert_cmpint (compte->dossiers, <=, compte->constats);
      g_assert_cmpint (compte->severite, <=, severite);
      severite = compte->severite;
    }
}

/* The avis of a chapeau are not counted, nor its service named, nor in the list this opens. */
static void
test_avis (ProgrammeFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) echeances = NULL;
  g_autoptr (GPtrArray) suivi = NULL;
  const PvEcheance *avis = NULL;

  programme_fixture_run (self,
                         "DELETE FROM avis_externe;"
                         "INSERT INTO avis_externe (uuid, dossier_id, service, demande_le,"
                         " echeance_le) VALUES ('e1', 106, 'DRAC', '2026-03-01', '2026-04-01'),"
                         " ('e2', 107, 'ARS', '2026-03-02', '2026-05-01')");
  echeances = pv_echeances_load (self->db, &PV_FILTRE_TOUT, "2026-03-17", &error);
  g_assert_no_error (error);
  for (guint i = 0; i < echeances->len; i++)
    if (((const PvEcheance *)echeances->pdata[i])->genre == PV_ECHEANCE_AVIS)
      avis = echeances->pdata[i];
  g_assert_nonnull (avis);
  g_assert_cmpint (avis->n, ==, 1);
  g_assert_cmpstr (avis->nom, ==, "ARS");
  g_assert_cmpstr (avis->jour, ==, "2026-05-01");

  suivi = pv_avis_externe_store_list_suivi (self->db, &PV_FILTRE_TOUT, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (suivi->len, ==, 1);
}

static void
test_empty (ProgrammeFixture *self, gconstpointer data)
{
  g_autofree PvAccueilChiffres *chiffres =
      pv_accueil_load_chiffres (self->db, &PV_FILTRE_TOUT, NULL);
  g_autoptr (GArray) financeurs = pv_accueil_load_financeurs (self->db, &PV_FILTRE_TOUT, NULL);

  g_assert_cmpint (chiffres->dossiers, ==, 0);
  g_assert_cmpint (chiffres->cout_cents, ==, PV_CENTS_NULL);
  g_assert_cmpint (chiffres->enveloppes_cents, ==, PV_CENTS_NULL);
  g_assert_cmpint (chiffres->etape_cents[PV_ETAPE_VERSE], ==, PV_CENTS_NULL);
  g_assert_cmpuint (financeurs->len, ==, 0);
}

static void
count_cb (const PvHistoryGroup *group, gpointer user_data)
{
  gint64 *last = user_data;

  g_assert_cmpint (group->id, <, *last);
  *last = group->id;
}

static void
test_last_groups (ProgrammeFixture *self, gconstpointer data)
{
  gint64 last = G_MAXINT64;

  g_assert_true (pv_history_foreach_last_group (self->db, 2, count_cb, &last, NULL));
  g_assert_cmpint (last, ==, pv_history_last_group (self->db) - 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, up, function)                                                                    \
  g_test_add (path, ProgrammeFixture, NULL, up, function, programme_fixture_tear_down)
  g_test_add_func ("/accueil/the-step-of-each-status", test_pas);
  ADD ("/accueil/figures-are-those-of-stats", set_up, test_chiffres);
  ADD ("/accueil/the-funnel-adds-up", set_up, test_funnel);
  ADD ("/accueil/categories-are-those-of-stats", set_up, test_financeurs);
  ADD ("/accueil/checks-the-gravest-first", set_up, test_controles);
  ADD ("/accueil/avis-of-a-chapeau-are-not-counted", set_up, test_avis);
  ADD ("/accueil/an-empty-programme", programme_fixture_set_up, test_empty);
  ADD ("/accueil/the-last-actions-newest-first", set_up, test_last_groups);
#undef ADD

  return g_test_run ();
}
