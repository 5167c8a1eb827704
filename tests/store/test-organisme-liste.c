/* test-organisme-liste.c: what organismes carried, and what a merge of two would do
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "organisme/pv-organisme-liste-store.h"

#include "model-fixture.h"
#include "organisme/pv-organisme-fusion.h"
#include "pv-history.h"
#include "stats/pv-stats.h"

typedef struct
{
  ModelFixture base;
  gint64 a; /* twice the same, by name */
  gint64 b;
  gint64 payer;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  gint64 funder, dossier;

  model_fixture_set_up (&self->base, data);
  self->a = model_fixture_add_organisme (&self->base, "Les Amis", "73282932000074");
  self->b = model_fixture_add_organisme (&self->base, "LES AMIS", NULL);
  funder = model_fixture_add_financeur (&self->base, "Région", "region");
  model_fixture_write (&self->base,
                       "UPDATE organisme SET commune_nom = 'Lille', forme = 'association'"
                       " WHERE nom_plie = 'les amis';"
                       "UPDATE organisme SET rna = 'W595000001', adresse = '1 rue du Lac'"
                       " WHERE siret IS NULL AND nom_plie = 'les amis'");
  dossier = model_fixture_add_dossier (&self->base, "1", self->a);
  model_fixture_add_financement (&self->base, dossier, funder, PV_INT_NULL, 1000, 800);
  dossier = model_fixture_add_dossier (&self->base, "2", self->a);
  model_fixture_add_financement (&self->base, dossier, funder, PV_INT_NULL, 500, PV_CENTS_NULL);
  dossier = model_fixture_add_dossier (&self->base, "3", self->b);
  model_fixture_add_financement (&self->base, dossier, funder, PV_INT_NULL, 70, 60);
  model_fixture_write (&self->base, "UPDATE financement SET arbitre_cents = 700, vote_cents = 650"
                                    " WHERE sollicite_cents = 1000;"
                                    "UPDATE financement SET arbitre_cents = 0"
                                    " WHERE sollicite_cents = 500");
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  model_fixture_tear_down (&self->base, data);
}

static const PvOrganismeResume *
find (GPtrArray *resumes, gint64 id)
{
  for (guint i = 0; i < resumes->len; i++)
    if (((PvOrganismeResume *)resumes->pdata[i])->id == id)
      return resumes->pdata[i];

  return NULL;
}

static void
test_resumes (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) resumes =
      pv_organisme_store_list_resumes (self->base.db, &PV_FILTRE_TOUT, FALSE, &error);
  g_autoptr (PvStats) stats =
      pv_stats_compute (self->base.db, PV_STATS_PORTEUR, PV_ETAPE_SOLLICITE, NULL, &error);
  PvCents sum = 0;
  const PvOrganismeResume *a;

  g_assert_no_error (error);
  g_assert_cmpuint (resumes->len, ==, 2); /* the payer carries nothing */
  for (guint i = 0; i < resumes->len; i++)
    sum += ((PvOrganismeResume *)resumes->pdata[i])->sollicite_cents;
  g_assert_cmpint (sum, ==, stats->total.amount_cents);

  a = find (resumes, self->a);
  g_assert_cmpint (a->dossiers, ==, 2);
  g_assert_cmpint (a->sollicite_cents, ==, 1500);
  g_assert_cmpint (a->accorde_cents, ==, 650);
  g_assert_cmpint (a->verse_cents, ==, PV_CENTS_NULL);
  g_assert_cmpint (a->annee, ==, 2026);
  g_assert_true (a->sans_cer);
  g_assert_nonnull (strstr (a->cherche, "lille"));
  g_assert_cmpint (find (resumes, self->b)->accorde_cents, ==, PV_CENTS_NULL);
}

static void
test_carriers_only (Fixture *self, gconstpointer data)
{
  PvFiltre none = { PV_INT_NULL, 1999 };
  gint64 n = -1;
  g_autoptr (GPtrArray) all = pv_organisme_store_list_resumes (self->base.db, &none, FALSE, NULL);
  g_autoptr (GPtrArray) carriers =
      pv_organisme_store_list_resumes (self->base.db, &none, TRUE, NULL);

  g_assert_cmpuint (all->len, ==, 2);
  g_assert_cmpint (find (all, self->a)->dossiers, ==, 0);
  g_assert_cmpuint (carriers->len, ==, 0);
  g_assert_true (pv_organisme_store_count_porteurs (self->base.db, &none, &n, NULL));
  g_assert_cmpint (n, ==, 0);
  g_assert_true (pv_organisme_store_count_porteurs (self->base.db, &PV_FILTRE_TOUT, &n, NULL));
  g_assert_cmpint (n, ==, 2);
}

static void
test_cumuls (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) cumuls = pv_organisme_store_list_cumuls (self->base.db, self->a, NULL);
  g_autoptr (GPtrArray) dossiers = pv_organisme_store_list_dossiers (self->base.db, self->a, NULL);
  const PvOrganismeCumul *cumul = cumuls->pdata[0];

  g_assert_cmpuint (cumuls->len, ==, 1);
  g_assert_cmpstr (cumul->financeur, ==, "Région");
  g_assert_cmpint (cumul->exercice, ==, 2026);
  g_assert_cmpint (cumul->sollicite_cents, ==, 1500);
  g_assert_cmpint (cumul->accorde_cents, ==, 650);
  g_assert_cmpuint (dossiers->len, ==, 2);
  g_assert_cmpint (((PvOrganismeDossier *)dossiers->pdata[1])->accorde_cents, ==, 0);
}

static void
test_preview_is_what_is_done (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = pv_history_digest (self->base.db, NULL);
  g_autoptr (PvFusionApercu) apercu =
      pv_organisme_store_preview_merge (self->base.db, self->a, self->b, &error);
  g_autoptr (PvOrganisme) kept = NULL;
  g_autofree char *after = NULL;

  g_assert_no_error (error);
  g_assert_cmpint (apercu->parts_garde[PV_FUSION_DOSSIERS], ==, 2);
  g_assert_cmpint (apercu->parts_retire[PV_FUSION_DOSSIERS], ==, 1);
  g_assert_cmpstr (apercu->resultat->rna, ==, "W595000001");
  g_assert_cmpstr (apercu->resultat->nom, ==, "Les Amis");

  g_assert_true (pv_organisme_service_merge (self->base.db, self->a, self->b, &error));
  kept = pv_organisme_store_get (self->base.db, self->a, NULL);
  g_assert_true (pv_champs_equal (pv_organisme_champs, kept, apercu->resultat));

  g_assert_cmpint (pv_history_undo (self->base.db, pv_history_last_group (self->base.db), &error),
                   >, 0);
  after = pv_history_digest (self->base.db, NULL);
  g_assert_cmpstr (after, ==, before);
}

static void
test_dismiss (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) before = pv_organisme_store_list_fusions (self->base.db, &error);
  g_autoptr (PvTransaction) transaction =
      pv_transaction_begin (self->base.db, "organisme-fusion-ecartee", NULL, &error);
  g_autoptr (GArray) after = NULL;

  g_assert_cmpuint (before->len, ==, 1);
  g_assert_cmpint (g_array_index (before, PvFusion, 0).garde_id, ==, self->a);
  g_assert_true (pv_organisme_store_dismiss_fusion (self->base.db, self->b, self->a, &error));
  g_assert_true (pv_transaction_commit (transaction, &error));
  after = pv_organisme_store_list_fusions (self->base.db, &error);
  g_assert_cmpuint (after->len, ==, 0);
  g_assert_false (pv_organisme_store_dismiss_fusion (self->base.db, self->b, 999999, &error));
  g_assert_nonnull (error);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/organisme-liste/sums-are-those-of-stats", test_resumes);
  ADD ("/organisme-liste/carriers-of-the-filter-only", test_carriers_only);
  ADD ("/organisme-liste/years-and-payers", test_cumuls);
  ADD ("/organisme-liste/a-preview-is-what-is-done", test_preview_is_what_is_done);
  ADD ("/organisme-liste/a-pair-put-aside-is-proposed-no-more", test_dismiss);
#undef ADD

  return g_test_run ();
}
