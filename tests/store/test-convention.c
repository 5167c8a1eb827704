/* test-convention.c: needs of conventions, their life, their schedule
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convention/pv-convention-fiche.h"
#include "convention/pv-convention-service.h"
#include "convention/pv-convention-store.h"
#include "convention/pv-convention-suivi.h"
#include "financement/pv-cpo.h"
#include "programme-fixture.h"
#include "pv-error.h"
#include "pv-transaction.h"

static GPtrArray *
list_besoins (ProgrammeFixture *self)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *besoins = pv_convention_besoin_list (self->db, NULL, &error);

  g_assert_no_error (error);
  return besoins;
}

static GPtrArray *
list_suivi (ProgrammeFixture *self)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *lignes = pv_convention_suivi_list (self->db, &PV_FILTRE_TOUT, &error);

  g_assert_no_error (error);
  return lignes;
}

static void
assert_n_besoins (ProgrammeFixture *self, guint n)
{
  g_autoptr (GPtrArray) besoins = list_besoins (self);

  g_assert_cmpuint (besoins->len, ==, n);
}

static void
assert_refused (gboolean done, GError **error, const char *words)
{
  g_assert_false (done);
  g_assert_error (*error, PV_RULE_ERROR, PV_RULE_ERROR_REFUSED);
  g_assert_nonnull (strstr ((*error)->message, words));
  g_clear_error (error);
}

/* One convention for all that one payer gives one organisme. */
static gint64
create (ProgrammeFixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) besoins = list_besoins (self);
  g_autoptr (PvTransaction) transaction = pv_transaction_begin (self->db, "essai", NULL, &error);
  gint64 id;

  g_assert_no_error (error);
  pv_convention_service_create_for (self->db, besoins, &id, &error);
  g_assert_no_error (error);
  pv_transaction_commit (transaction, &error);
  g_assert_no_error (error);

  return id;
}

/* --- needs ------------------------------------------------------------------------------------ */

static void
test_strictement (ProgrammeFixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) besoins = NULL;
  const PvConventionBesoin *besoin;
  const PvConventionPart *part;

  programme_fixture_fill (self);
  assert_n_besoins (self, 0);
  programme_fixture_run (self, "UPDATE financement SET arbitre_cents = 2300000 WHERE id = 1");
  assert_n_besoins (self, 0);
  programme_fixture_run (self, "UPDATE financement SET arbitre_cents = 2300001 WHERE id = 1");
  besoins = list_besoins (self);
  g_assert_cmpuint (besoins->len, ==, 1);
  besoin = besoins->pdata[0];
  g_assert_cmpstr (besoin->financeur, ==, "Préfecture du Nord");
  g_assert_cmpstr (besoin->organisme, ==, "Les Ateliers");
  g_assert_cmpint (besoin->exercice, ==, 2026);
  g_assert_cmpint (besoin->cents, ==, 2300001);
  g_assert_cmpint (besoin->ferme_cents, ==, PV_CENTS_NULL);
  g_assert_cmpint (besoin->seuil_cents, ==, 2300000);
  g_assert_nonnull (strstr (besoin->source, "2001-495"));
  g_assert_true (besoin->obligatoire);
  g_assert_cmpint (besoin->etat, ==, PV_CONVENTION_ETAT_ABSENTE);
  g_assert_cmpuint (besoin->parts->len, ==, 1);
  part = besoin->parts->pdata[0];
  g_assert_cmpstr (part->numero, ==, "A-1");
  g_assert_cmpint (part->etape, ==, PV_ETAPE_ARBITRE);
}

static void
test_somme (ProgrammeFixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) besoins = NULL, of_dossier = NULL;
  g_autoptr (GError) error = NULL;
  const PvConventionBesoin *besoin;

  programme_fixture_fill (self);
  programme_fixture_run (self,
                         "UPDATE financement SET arbitre_cents = 1500000 WHERE id = 1;"
                         "UPDATE financement SET arbitre_cents = 900000, vote_cents = 1000000,"
                         " notifie_cents = 1200000, notifie_le = '2026-05-01' WHERE id = 4");
  besoins = list_besoins (self);
  g_assert_cmpuint (besoins->len, ==, 1);
  besoin = besoins->pdata[0];
  g_assert_cmpint (besoin->cents, ==, 2700000);
  g_assert_cmpint (besoin->ferme_cents, ==, 1200000);
  g_assert_cmpstr (besoin->notifie_le, ==, "2026-05-01");
  g_assert_cmpuint (besoin->parts->len, ==, 2);
  g_assert_cmpint (((const PvConventionPart *)besoin->parts->pdata[1])->etape, ==,
                   PV_ETAPE_NOTIFIE);
  of_dossier = pv_convention_besoin_list_for_dossier (self->db, 2, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (of_dossier->len, ==, 1);
  g_assert_cmpint (((const PvConventionBesoin *)of_dossier->pdata[0])->cents, ==, 2700000);

  /* what is out, and what is detailed in parts, does not count */
  programme_fixture_run (self, "UPDATE dossier SET statut = 'refuse' WHERE id = 2");
  assert_n_besoins (self, 0);
  programme_fixture_run (self, "UPDATE dossier SET statut = 'instruit', chapeau = 1 WHERE id = 2");
  assert_n_besoins (self, 0);
}

static void
test_a_part (ProgrammeFixture *self, gconstpointer data)
{
  programme_fixture_fill (self);
  /* two payers, two years, a private payer, a commune */
  programme_fixture_run (self, "UPDATE financement SET arbitre_cents = 2000000 WHERE id IN (1, 2)");
  assert_n_besoins (self, 0);
  programme_fixture_run (self, "UPDATE financement SET arbitre_cents = 2000000 WHERE id IN (1, 4);"
                               "UPDATE financement SET exercice = 2027 WHERE id = 4");
  assert_n_besoins (self, 0);
  programme_fixture_run (self, "UPDATE financement SET arbitre_cents = 9000000 WHERE id = 3");
  assert_n_besoins (self, 0);
  programme_fixture_run (self, "UPDATE financement SET arbitre_cents = 9000000 WHERE id = 5");
  assert_n_besoins (self, 0);
  programme_fixture_run (self, "UPDATE organisme SET forme = 'siae' WHERE id = 2");
  assert_n_besoins (self, 1);
  /* whether it is public is not known: the law is not applied to it */
  programme_fixture_run (self, "UPDATE financeur SET public = NULL WHERE id = 1");
  assert_n_besoins (self, 0);
}

static void
test_seuil_date (ProgrammeFixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) besoins = NULL;
  const PvConventionBesoin *besoin;

  programme_fixture_fill (self);
  programme_fixture_run (
      self, "UPDATE financement SET arbitre_cents = 3000000 WHERE id IN (1, 4);"
            "UPDATE financement SET exercice = 2025 WHERE id = 4;"
            "INSERT INTO seuil (uuid, code, libelle, valeur, unite, valable_du, valable_au, source)"
            " VALUES ('s', 'convention_obligatoire', 'x', 2300000, 'cents', NULL, '2025-12-31',"
            "  'décret ancien'),"
            " ('t', 'convention_obligatoire', 'x', 5000000, 'cents', '2026-01-01', NULL,"
            "  'décret nouveau')");
  besoins = list_besoins (self);
  g_assert_cmpuint (besoins->len, ==, 1);
  besoin = besoins->pdata[0];
  g_assert_cmpint (besoin->exercice, ==, 2025);
  g_assert_cmpstr (besoin->source, ==, "décret ancien");
  programme_fixture_run (self, "UPDATE seuil SET valeur = NULL WHERE uuid = 's'");
  assert_n_besoins (self, 0);
}

/* --- the convention of a need ------------------------------------------------------------------
 */

static void
over_the_threshold (ProgrammeFixture *self)
{
  programme_fixture_fill (self);
  programme_fixture_run (
      self,
      "UPDATE financement SET notifie_cents = 1500001, notifie_le = '2026-05-01' WHERE id = 1;"
      "UPDATE financement SET arbitre_cents = 1000000 WHERE id = 4;"
      "INSERT INTO versement (uuid, financement_id, genre, montant_cents, verse_le) VALUES"
      " ('v', 1, 'acompte', 500000, '2026-06-01'), ('w', 1, 'reversement', 100000, NULL)");
}

static void
test_create (ProgrammeFixture *self, gconstpointer data)
{
  g_autoptr (PvConventionFiche) fiche = NULL;
  g_autoptr (GPtrArray) lignes = NULL, suivi = NULL;
  g_autoptr (GError) error = NULL;
  const PvConventionAnnee *annee;
  const PvConventionLigne *ligne;
  gint64 id;

  over_the_threshold (self);
  lignes = list_suivi (self);
  g_assert_cmpuint (lignes->len, ==, 1);
  ligne = lignes->pdata[0];
  g_assert_null (ligne->convention);
  g_assert_cmpint (pv_convention_ligne_get_retard (ligne, "2026-06-15"), ==, 45);

  id = create (self);
  fiche = pv_convention_fiche_load (self->db, id, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (fiche->organisme, ==, "Les Ateliers");
  g_assert_cmpuint (fiche->dossiers->len, ==, 2);
  g_assert_cmpuint (fiche->annees->len, ==, 1);
  annee = fiche->annees->pdata[0];
  g_assert_cmpint (annee->prevu_cents, ==, 2500001);
  g_assert_cmpint (annee->cents, ==, 2500001);
  g_assert_cmpint (annee->etape, ==, PV_ETAPE_ARBITRE);
  g_assert_cmpint (annee->verse_cents, ==, 400000);
  g_assert_nonnull (annee->besoin);
  g_assert_cmpint (annee->besoin->convention_id, ==, id);
  g_assert_cmpint (annee->besoin->etat, ==, PV_CONVENTION_ETAT_A_REDIGER);

  suivi = list_suivi (self);
  g_assert_cmpuint (suivi->len, ==, 1);
  ligne = suivi->pdata[0];
  g_assert_cmpint (ligne->convention->id, ==, id);
  g_assert_cmpint (ligne->cents, ==, 2500001);
  g_assert_cmpint (ligne->verse_cents, ==, 400000);
  g_assert_true (ligne->obligatoire);
  g_assert_cmpint (pv_convention_ligne_get_retard (ligne, "2026-06-15"), ==, 45);
}

/* Two needs of one pair make a convention of two years; of two pairs, none. */
static void
test_create_pluriannuelle (ProgrammeFixture *self, gconstpointer data)
{
  g_autoptr (PvConvention) convention = NULL;
  g_autoptr (GPtrArray) besoins = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id;

  programme_fixture_fill (self);
  programme_fixture_run (self, "UPDATE financement SET arbitre_cents = 3000000 WHERE id IN (1, 4);"
                               "UPDATE dossier SET exercice = 2027 WHERE id = 2;"
                               "UPDATE financement SET exercice = 2027 WHERE id = 4");
  id = create (self);
  convention = pv_convention_store_get (self->db, id, &error);
  g_assert_no_error (error);
  g_assert_cmpint (convention->annee_debut, ==, 2026);
  g_assert_cmpint (convention->annee_fin, ==, 2027);

  besoins = list_besoins (self);
  assert_refused (pv_convention_service_create_for (self->db, besoins, &id, &error), &error,
                  "already has a convention");
  programme_fixture_run (self, "DELETE FROM convention;"
                               "UPDATE financement SET arbitre_cents = 3000000 WHERE id = 2");
  g_clear_pointer (&besoins, g_ptr_array_unref);
  besoins = list_besoins (self);
  g_assert_cmpuint (besoins->len, ==, 3);
  assert_refused (pv_convention_service_create_for (self->db, besoins, &id, &error), &error,
                  "one funder and one organisme");
}

/* A grant carried over is of the year after its dossier: the convention is of both. */
static void
test_create_report (ProgrammeFixture *self, gconstpointer data)
{
  g_autoptr (PvConvention) convention = NULL;
  g_autoptr (GError) error = NULL;

  programme_fixture_fill (self);
  programme_fixture_run (self, "UPDATE financement SET arbitre_cents = 3000000, exercice = 2027"
                               " WHERE id = 1");
  convention = pv_convention_store_get (self->db, create (self), &error);
  g_assert_no_error (error);
  g_assert_cmpint (convention->annee_debut, ==, 2026);
  g_assert_cmpint (convention->annee_fin, ==, 2027);
}

static void
test_dates (ProgrammeFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) lignes = NULL;
  g_autoptr (PvTransaction) transaction = NULL;
  gint64 id;

  over_the_threshold (self);
  id = create (self);
  transaction = pv_transaction_begin (self->db, "essai", NULL, &error);
  g_assert_no_error (error);
#define SET(champ, valeur) pv_convention_service_set_champ (self->db, id, champ, valeur, &error)
  g_assert_true (SET ("envoyee_le", "2026-03-10"));
  assert_refused (SET ("retournee_le", "2026-03-09"), &error, "before the 10 mars 2026");
  g_assert_true (SET ("retournee_le", "2026-03-10"));
  assert_refused (SET ("signee_le", "2026-03-01"), &error, "signed before");
  assert_refused (SET ("notifiee_le", "2026-03-01"), &error, "notified before");
  g_assert_true (SET ("signee_le", "2026-05-11"));
  assert_refused (SET ("envoyee_le", "2026-06-01"), &error, "correct one of the dates");
  assert_refused (SET ("annee_fin", "2025"), &error, "cannot be before");
  assert_refused (SET ("annee_debut", "1026"), &error, "no period");
  assert_refused (SET ("paiement_delai_jours", "0"), &error, "number of days");
  assert_refused (SET ("paiement_delai_jours", "soixante"), &error, "type it again");
  g_assert_true (SET ("paiement_delai_jours", "30"));
#undef SET
  pv_transaction_commit (transaction, &error);
  g_assert_no_error (error);
  lignes = list_suivi (self);
  g_assert_cmpint (((PvConventionLigne *)lignes->pdata[0])->etat, ==, PV_CONVENTION_ETAT_SIGNEE);
  g_assert_cmpint (pv_convention_ligne_get_retard (lignes->pdata[0], "2026-06-15"), ==, 0);
  g_assert_cmpint (pv_convention_ligne_get_signature_tardive (lignes->pdata[0]), ==, 10);
}

static void
test_numero (ProgrammeFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PvTransaction) transaction = NULL;
  gint64 id;

  over_the_threshold (self);
  id = create (self);
  transaction = pv_transaction_begin (self->db, "essai", NULL, &error);
  pv_db_execute (
      self->db,
      "INSERT INTO convention (uuid, numero, financeur_id, organisme_id, annee_debut,"
      " annee_fin) VALUES ('x', 'C-1', 1, 2, 2026, 2026), ('y', 'C-2', 2, 2, 2026, 2026)",
      &error);
  g_assert_no_error (error);
  assert_refused (pv_convention_service_set_champ (self->db, id, "numero", "C-1", &error), &error,
                  "another number");
  g_assert_true (pv_convention_service_set_champ (self->db, id, "numero", "C-2", &error));
  g_assert_true (pv_convention_service_set_champ (self->db, id, "numero", "C-2", &error));
}

static void
test_dossiers (ProgrammeFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PvTransaction) transaction = NULL;
  g_autoptr (GPtrArray) candidats = NULL;
  PvCents cents = PV_CENTS_NULL;
  gint64 id;

  over_the_threshold (self);
  id = create (self);
  transaction = pv_transaction_begin (self->db, "essai", NULL, &error);
  g_assert_no_error (error);
  assert_refused (pv_convention_service_add_dossier (self->db, id, 3, &error), &error,
                  "another organisme");
  assert_refused (pv_convention_service_add_dossier (self->db, id, 99, &error), &error, "is gone");
  g_assert_true (pv_convention_service_remove_dossier (self->db, id, 2, &error));
  candidats = pv_convention_fiche_list_candidats (self->db, id, &error);
  g_assert_cmpuint (candidats->len, ==, 1);
  pv_db_execute (self->db, "UPDATE dossier SET chapeau = 1 WHERE id = 2", &error);
  g_ptr_array_unref (candidats);
  candidats = pv_convention_fiche_list_candidats (self->db, id, &error);
  g_assert_cmpuint (candidats->len, ==, 0);
  pv_db_execute (self->db, "UPDATE dossier SET chapeau = 0 WHERE id = 2", &error);
  g_assert_no_error (error);

  /* a dossier that was given up is granted nothing */
  g_assert_true (pv_convention_store_get_accorde (self->db, id, 2026, &cents, &error));
  g_assert_cmpint (cents, >, 0);
  pv_db_execute (self->db, "UPDATE dossier SET statut = 'abandonne' WHERE id = 1", &error);
  g_assert_true (pv_convention_store_get_accorde (self->db, id, 2026, &cents, &error));
  g_assert_cmpint (cents, ==, PV_CENTS_NULL);
  pv_db_execute (self->db, "UPDATE dossier SET statut = 'instruit' WHERE id = 1", &error);
  g_assert_no_error (error);
  pv_db_execute (self->db,
                 "INSERT INTO convention (id, uuid, numero, financeur_id, organisme_id,"
                 " annee_debut, annee_fin) VALUES (50, 'x', 'C-1', 1, 1, 2025, 2027);"
                 "INSERT INTO convention_dossier (convention_id, dossier_id) VALUES (50, 2)",
                 &error);
  g_assert_no_error (error);
  assert_refused (pv_convention_service_add_dossier (self->db, id, 2, &error), &error, "n° C-1");
  pv_db_execute (self->db, "UPDATE dossier SET exercice = 2027 WHERE id = 2", &error);
  assert_refused (pv_convention_service_add_dossier (self->db, id, 2, &error), &error,
                  "change its years first");
  /* the years cannot leave out what is planned or named */
  assert_refused (pv_convention_service_set_champ (self->db, id, "annee_debut", "2027", &error),
                  &error, "cannot be before");
  g_assert_true (pv_convention_service_set_champ (self->db, id, "annee_fin", "2028", &error));
  assert_refused (pv_convention_service_set_champ (self->db, id, "annee_debut", "2027", &error),
                  &error, "2026 has an amount");
}

/* --- amounts -----------------------------------------------------------------------------------
 */

static void
test_echeanciers_exacts (void)
{
  static const PvCents montants[] = { 1, 2, 99, 101, 2300001, 999999999, 333333 };

  for (guint i = 0; i < G_N_ELEMENTS (montants); i++)
    for (guint e = 0; e < PV_N_ECHEANCIERS; e++)
      {
        g_autoptr (GPtrArray) echeances =
            g_ptr_array_new_with_free_func ((GDestroyNotify)pv_convention_echeance_free);
        PvEcheancier found;
        PvCents sum;

        pv_echeancier_propose ((PvEcheancier)e, 2026, montants[i], echeances);
        g_assert_true (pv_convention_echeances_sum (echeances, &sum));
        g_assert_cmpint (sum, ==, montants[i]);
        g_assert_true (pv_echeancier_from_id (pv_echeancier_to_id ((PvEcheancier)e), &found));
        g_assert_cmpint (found, ==, e);
      }
}

static void
test_echeances (ProgrammeFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PvTransaction) transaction = NULL;
  g_autoptr (PvConventionEcheance) bad = pv_convention_echeance_new ();
  g_autoptr (PvConventionFiche) fiche = NULL, less = NULL;
  const PvConventionEcheance *solde;
  gint64 id;

  over_the_threshold (self);
  id = create (self);
  transaction = pv_transaction_begin (self->db, "essai", NULL, &error);
  g_assert_true (
      pv_convention_service_apply_echeancier (self->db, id, PV_ECHEANCIER_SOLDE_20, &error));
  fiche = pv_convention_fiche_load (self->db, id, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (fiche->echeances->len, ==, 2);
  solde = fiche->echeances->pdata[1];
  g_assert_cmpint (solde->montant_cents, ==, 500000);
  g_assert_cmpstr (solde->libelle, ==, "Solde (20\342\200\257%)");
  g_assert_cmpint (fiche->echeances_cents, ==, pv_convention_fiche_get_attendu (fiche));

  bad->convention_id = id;
  assert_refused (pv_convention_service_set_echeance (self->db, bad, NULL, &error), &error,
                  "Name the payment");
  bad->libelle = g_strdup ("Acompte");
  bad->exercice = 2031;
  assert_refused (pv_convention_service_set_echeance (self->db, bad, NULL, &error), &error,
                  "out of the years");
  bad->exercice = 2026;
  bad->montant_cents = -1;
  assert_refused (pv_convention_service_set_echeance (self->db, bad, NULL, &error), &error,
                  "less than nothing");
  assert_refused (pv_convention_service_set_annee (self->db, id, 2027, 1, &error), &error,
                  "out of the years");

  g_assert_true (pv_convention_service_remove_echeance (self->db, solde->id, &error));
  less = pv_convention_fiche_load (self->db, id, &error);
  g_assert_cmpint (less->echeances_cents, ==, 2000001);
  g_assert_true (pv_convention_service_set_annee (self->db, id, 2026, PV_CENTS_NULL, &error));
  g_clear_pointer (&less, pv_convention_fiche_free);
  less = pv_convention_fiche_load (self->db, id, &error);
  g_assert_cmpint (less->prevu_cents, ==, PV_CENTS_NULL);
  g_assert_cmpint (pv_convention_fiche_get_attendu (less), ==, 2500001);
}

static void
test_cpo_longue (void)
{
  g_autoptr (PvConvention) convention = pv_convention_new ();
  g_autofree char *told = NULL;

  convention->annee_debut = 2024;
  convention->annee_fin = 2027;
  g_assert_null (pv_convention_get_avertissement (convention));
  convention->annee_fin = 2028;
  told = pv_convention_get_avertissement (convention);
  g_assert_nonnull (strstr (told, "29 September 2015"));
}

/* A convention without any need is followed too, in its years. */
static void
test_sans_besoin (ProgrammeFixture *self, gconstpointer data)
{
  const PvFiltre an_2025 = { PV_INT_NULL, 2025 }, an_2026 = { PV_INT_NULL, 2026 };
  g_autoptr (GPtrArray) all = NULL, in_2025 = NULL, in_2026 = NULL;
  g_autoptr (GError) error = NULL;

  programme_fixture_fill (self);
  programme_fixture_run (self, "INSERT INTO convention (uuid, financeur_id, organisme_id,"
                               " annee_debut, annee_fin) VALUES ('x', 1, 2, 2025, 2025)");
  all = list_suivi (self);
  g_assert_cmpuint (all->len, ==, 1);
  g_assert_cmpint (((PvConventionLigne *)all->pdata[0])->cents, ==, PV_CENTS_NULL);
  in_2025 = pv_convention_suivi_list (self->db, &an_2025, &error);
  g_assert_cmpuint (in_2025->len, ==, 1);
  in_2026 = pv_convention_suivi_list (self->db, &an_2026, &error);
  g_assert_cmpuint (in_2026->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func)                                                                            \
  g_test_add ("/convention/" name, ProgrammeFixture, NULL, programme_fixture_set_up, func,         \
              programme_fixture_tear_down)
  ADD ("besoin/strictement-au-dessus", test_strictement);
  ADD ("besoin/somme-des-dossiers", test_somme);
  ADD ("besoin/a-part", test_a_part);
  ADD ("besoin/seuil-date", test_seuil_date);
  ADD ("creation", test_create);
  ADD ("creation/pluriannuelle", test_create_pluriannuelle);
  ADD ("creation/report", test_create_report);
  ADD ("dates-dans-l-ordre", test_dates);
  ADD ("numero-unique", test_numero);
  ADD ("dossiers", test_dossiers);
  ADD ("echeances", test_echeances);
  ADD ("sans-besoin", test_sans_besoin);
#undef ADD
  g_test_add_func ("/convention/echeanciers-exacts", test_echeanciers_exacts);
  g_test_add_func ("/convention/cpo-de-plus-de-quatre-ans", test_cpo_longue);

  return g_test_run ();
}
