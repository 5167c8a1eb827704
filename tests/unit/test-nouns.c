/* test-nouns.c: the small rules of the nouns
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "appel/pv-appel.h"
#include "convention/pv-convention.h"
#include "dossier/pv-dossier-lien.h"
#include "dossier/pv-dossier.h"
#include "enveloppe/pv-enveloppe-regle.h"
#include "enveloppe/pv-enveloppe.h"
#include "financeur/pv-financeur.h"
#include "organisme/pv-organisme.h"
#include "piece/pv-piece.h"

#define N PV_INT_NULL

static void
test_cer_is_for_associations_and_fondations (void)
{
  for (int i = -1; i < PV_N_FORMES; i++)
    g_assert_cmpint (pv_forme_doit_cer ((PvForme)i), ==,
                     i == PV_FORME_ASSOCIATION || i == PV_FORME_FONDATION);

  g_assert_true (pv_forme_is_droit_prive (PV_FORME_SIAE));
  g_assert_false (pv_forme_is_droit_prive (PV_FORME_COMMUNE));
  g_assert_false (pv_forme_is_droit_prive (PV_FORME_NULL));
}

static void
test_categories_groups_and_public (void)
{
  static const struct
  {
    const char *id;
    PvGroupe groupe;
    gint64 public;
  } cas[PV_N_CATEGORIES] = {
    { "etat", PV_GROUPE_ETAT, 1 },
    { "region", PV_GROUPE_REGION, 1 },
    { "departement", PV_GROUPE_DEPARTEMENT, 1 },
    { "caf", PV_GROUPE_CAF, 1 },
    { "epci", PV_GROUPE_EPCI, 1 },
    { "commune", PV_GROUPE_COMMUNES, 1 },
    { "ars", PV_GROUPE_AUTRES, 1 },
    { "cpam", PV_GROUPE_AUTRES, 1 },
    { "europe", PV_GROUPE_AUTRES, 1 },
    { "bailleur", PV_GROUPE_AUTRES, 1 },
    { "banque_des_territoires", PV_GROUPE_AUTRES, 1 },
    { "anru", PV_GROUPE_AUTRES, 1 },
    { "autre", PV_GROUPE_AUTRES, 1 },
    { "prive", PV_GROUPE_AUTRES, 0 },
    { "inconnu", PV_GROUPE_AUTRES, N },
  };

  for (guint i = 0; i < PV_N_CATEGORIES; i++)
    {
      g_assert_cmpstr (pv_categorie_to_id ((PvCategorie)i), ==, cas[i].id);
      g_assert_cmpint (pv_categorie_to_groupe ((PvCategorie)i), ==, cas[i].groupe);
      g_assert_cmpint (pv_categorie_get_public ((PvCategorie)i), ==, cas[i].public);
    }
}

static void
test_shares_sum_to_the_whole_or_are_unknown (void)
{
  static const struct
  {
    gint64 parts[3];
    guint n;
    gboolean juste;
  } cas[] = {
    { { N }, 0, TRUE },           { { N, N }, 2, TRUE },
    { { 10000 }, 1, TRUE },       { { 3333, 3333, 3334 }, 3, TRUE },
    { { 5000, 4999 }, 2, FALSE }, { { 5000, N }, 2, FALSE },
    { { 10000, N }, 2, FALSE },   { { 6000, 5000 }, 2, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cas); i++)
    {
      PvDossierTerritoire territoires[3];

      for (guint j = 0; j < 3; j++)
        territoires[j] = (PvDossierTerritoire){ j + 1, N, cas[i].parts[j] };
      g_assert_cmpint (pv_dossier_territoires_check_parts (territoires, cas[i].n), ==,
                       cas[i].juste);
    }
}

static void
test_an_amount_is_shared_to_the_cent (void)
{
  const PvDossierTerritoire trois[] = { { 1, N, 3333 }, { 2, N, 3333 }, { 3, N, 3334 } };
  const PvDossierTerritoire seul = { 1, N, N };
  const PvDossierTerritoire deux[] = { { 1, N, N }, { 2, N, N } };
  PvCents parts[3];

  for (int i = 0; i < 200; i++)
    {
      PvCents cents = g_test_rand_int_range (0, 1000000);

      g_assert_true (pv_dossier_territoires_allocate (trois, 3, cents, parts));
      g_assert_cmpint (parts[0] + parts[1] + parts[2], ==, cents);
    }

  g_assert_true (pv_dossier_territoires_allocate (&seul, 1, 77, parts));
  g_assert_cmpint (parts[0], ==, 77);
  g_assert_false (pv_dossier_territoires_allocate (deux, 2, 77, parts));
}

static void
test_what_an_envelope_has_left (void)
{
  PvEnveloppeSituation situation = { .montant_cents = 1000,
                                     .engage_cents = 1200,
                                     .arbitre_ou_plus_cents = 300 };

  g_assert_cmpint (pv_enveloppe_situation_get_restant (&situation), ==, -200);
  g_assert_cmpint (pv_enveloppe_situation_get_reste_a_arbitrer (&situation), ==, 700);
  g_assert_true (pv_enveloppe_situation_is_depassee (&situation));

  situation.engage_cents = 1000;
  g_assert_false (pv_enveloppe_situation_is_depassee (&situation));

  situation.montant_cents = PV_CENTS_NULL;
  situation.engage_cents = 5000;
  g_assert_cmpint (pv_enveloppe_situation_get_restant (&situation), ==, PV_CENTS_NULL);
  g_assert_false (pv_enveloppe_situation_is_depassee (&situation));
}

static void
test_limit_rules (void)
{
  g_autoptr (PvEnveloppeRegle) regle = pv_enveloppe_regle_new ();

  g_assert_cmpint (pv_enveloppe_regle_get_limite (regle, 1000), ==, PV_CENTS_NULL);
  regle->genre = PV_REGLE_GENRE_PART_MAX;
  regle->taux_bp = 250;
  g_assert_cmpint (pv_enveloppe_regle_get_limite (regle, PV_CENTS_NULL), ==, PV_CENTS_NULL);
  g_assert_cmpint (pv_enveloppe_regle_get_limite (regle, 100000000), ==, 2500000);
  g_assert_cmpint (pv_enveloppe_regle_get_limite (regle, 20), ==, 1);
  g_assert_cmpint (pv_enveloppe_regle_get_limite (regle, 19), ==, 0);
  g_assert_cmpint (pv_enveloppe_regle_get_ecart (regle, 2500000, 2500000), ==, 0);
  g_assert_cmpint (pv_enveloppe_regle_get_ecart (regle, 2500000, 2500001), ==, 1);
  g_assert_cmpint (pv_enveloppe_regle_get_ecart (regle, PV_CENTS_NULL, 1), ==, PV_CENTS_NULL);

  regle->genre = PV_REGLE_GENRE_PART_MIN;
  g_assert_cmpint (pv_enveloppe_regle_get_ecart (regle, 500, 400), ==, 100);
  g_assert_cmpint (pv_enveloppe_regle_get_ecart (regle, 500, 600), ==, 0);

  regle->genre = PV_REGLE_GENRE_RESERVE;
  regle->montant_cents = 700;
  g_assert_cmpint (pv_enveloppe_regle_get_limite (regle, 5), ==, 700);
  g_assert_cmpint (pv_enveloppe_regle_get_ecart (regle, 700, 650), ==, 50);
}

static void
test_a_piece_answers_for_a_time (void)
{
  static const struct
  {
    const char *recue, *jusque;
    gboolean dispensee, valable;
  } cas[] = {
    { NULL, NULL, FALSE, FALSE },
    { "2026-01-05", NULL, FALSE, TRUE },
    { "2026-01-05", "2026-06-01", FALSE, TRUE },
    { "2026-01-05", "2026-05-31", FALSE, FALSE },
    { NULL, NULL, TRUE, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cas); i++)
    {
      g_autoptr (PvPiece) piece = pv_piece_new ();

      piece->recue_le = g_strdup (cas[i].recue);
      piece->valable_jusque = g_strdup (cas[i].jusque);
      piece->dispensee = cas[i].dispensee;
      g_assert_cmpint (pv_piece_is_valable (piece, "2026-06-01"), ==, cas[i].valable);
    }
}

static void
test_beneficiaries_add_what_is_known (void)
{
  g_autoptr (PvDossier) dossier = pv_dossier_new ();

  g_assert_cmpint (pv_dossier_get_beneficiaires (dossier), ==, N);
  dossier->beneficiaires_hommes = 0;
  g_assert_cmpint (pv_dossier_get_beneficiaires (dossier), ==, 0);
  dossier->beneficiaires_femmes = 12;
  dossier->beneficiaires_non_ventiles = 5;
  g_assert_cmpint (pv_dossier_get_beneficiaires (dossier), ==, 17);
}

static void
test_period_of_an_appel (void)
{
  g_autoptr (PvAppel) appel = pv_appel_new ();
  g_autofree char *debut = NULL, *fin = NULL, *debut2 = NULL, *fin2 = NULL;

  appel->exercice = 2026;
  pv_appel_get_periode (appel, &debut, &fin);
  g_assert_cmpstr (debut, ==, "2026-01-01");
  g_assert_cmpstr (fin, ==, "2026-12-31");

  appel->action_fin = g_strdup ("2027-06-30");
  pv_appel_get_periode (appel, &debut2, &fin2);
  g_assert_cmpstr (debut2, ==, "2026-01-01");
  g_assert_cmpstr (fin2, ==, "2027-06-30");
}

static void
test_convention_of_several_years (void)
{
  g_autoptr (PvConvention) convention = pv_convention_new ();

  convention->annee_debut = convention->annee_fin = 2026;
  g_assert_false (pv_convention_is_pluriannuelle (convention));
  convention->annee_fin = 2028;
  g_assert_true (pv_convention_is_pluriannuelle (convention));
}

static void
test_fields_compare_copy_and_show (void)
{
  g_autoptr (PvOrganisme) a = pv_organisme_new ();
  g_autoptr (PvOrganisme) b = NULL;
  const PvChamp *forme = pv_champs_find (pv_organisme_champs, "forme");
  const PvChamp *commune = pv_champs_find (pv_organisme_champs, "commune_id");
  g_autofree char *texte = NULL;
  g_autofree char *vide = NULL;

  g_assert_null (pv_champs_find (pv_organisme_champs, "id"));
  a->uuid = g_strdup ("u");
  a->nom = g_strdup ("Rives Solidaires");
  b = pv_organisme_copy (a);
  g_assert_true (pv_champs_equal (pv_organisme_champs, a, b));

  a->forme = PV_FORME_ASSOCIATION;
  g_assert_false (pv_champs_equal (pv_organisme_champs, a, b));
  g_assert_false (pv_champ_equal (forme, a, b));
  g_assert_true (pv_champ_is_null (forme, b));
  pv_champ_copy (forme, b, a);
  g_assert_true (pv_champs_equal (pv_organisme_champs, a, b));

  texte = pv_champ_to_text (forme, a);
  g_assert_cmpstr (texte, ==, "association");
  vide = pv_champ_to_text (commune, a);
  g_assert_null (vide);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/nouns/cer-is-for-associations-and-fondations",
                   test_cer_is_for_associations_and_fondations);
  g_test_add_func ("/nouns/categories-groups-and-public", test_categories_groups_and_public);
  g_test_add_func ("/nouns/shares-sum-to-the-whole-or-are-unknown",
                   test_shares_sum_to_the_whole_or_are_unknown);
  g_test_add_func ("/nouns/an-amount-is-shared-to-the-cent", test_an_amount_is_shared_to_the_cent);
  g_test_add_func ("/nouns/what-an-envelope-has-left", test_what_an_envelope_has_left);
  g_test_add_func ("/nouns/limit-rules", test_limit_rules);
  g_test_add_func ("/nouns/a-piece-answers-for-a-time", test_a_piece_answers_for_a_time);
  g_test_add_func ("/nouns/beneficiaries-add-what-is-known", test_beneficiaries_add_what_is_known);
  g_test_add_func ("/nouns/period-of-an-appel", test_period_of_an_appel);
  g_test_add_func ("/nouns/convention-of-several-years", test_convention_of_several_years);
  g_test_add_func ("/nouns/fields-compare-copy-and-show", test_fields_compare_copy_and_show);
  return g_test_run ();
}
