/* test-bilan-store.c: comptes rendus in a file
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bilan/pv-bilan-accord.h"
#include "bilan/pv-bilan-question.h"
#include "bilan/pv-bilan-service.h"
#include "bilan/pv-bilan-store.h"
#include "bilan/pv-bilan-suivi.h"
#include "budget/pv-budget-service.h"
#include "budget/pv-budget-store.h"
#include "dossier/pv-dossier-lot.h"
#include "dossier/pv-dossier-service.h"
#include "model-fixture.h"
#include "pv-error.h"

#define TODAY "2026-11-21"

typedef struct
{
  ModelFixture base;
  gint64 porteur;
  gint64 ancien;  /* of 2025, notified and paid */
  gint64 nouveau; /* of 2026 */
  gint64 financeur;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autofree char *sql = NULL;

  model_fixture_set_up (&self->base, NULL);
  self->porteur = model_fixture_add_organisme (&self->base, "Rives Solidaires", NULL);
  self->ancien = model_fixture_add_dossier (&self->base, "0007", self->porteur);
  self->nouveau = model_fixture_add_dossier (&self->base, "0412", self->porteur);
  self->financeur = model_fixture_add_financeur (&self->base, "Région", "region");
  sql = g_strdup_printf (
      "UPDATE dossier SET exercice = 2025, statut = 'notifie' WHERE id = %" G_GINT64_FORMAT ";"
      "UPDATE dossier SET statut = 'propose' WHERE id = %" G_GINT64_FORMAT ";"
      "INSERT INTO financement (uuid, dossier_id, financeur_id, exercice, notifie_cents)"
      " VALUES ('f1', %" G_GINT64_FORMAT ", %" G_GINT64_FORMAT ", 2025, 500000);"
      "INSERT INTO versement (uuid, financement_id, verse_le, genre, montant_cents)"
      " SELECT 'v1', id, '2025-05-02', 'acompte', 400000 FROM financement WHERE uuid = 'f1';"
      "INSERT INTO compte (code, cote, poste_id, libelle, groupe, ordre) VALUES"
      " ('60', 'charge', NULL, 'Achats', 'exploitation', 1),"
      " ('64', 'charge', NULL, 'Personnel', 'exploitation', 2),"
      " ('86', 'charge', NULL, 'Emplois', 'volontaire', 3),"
      " ('70', 'produit', NULL, 'Ventes', 'exploitation', 4);"
      "INSERT INTO compte (code, cote, poste_id, libelle, groupe, ordre)"
      " SELECT '641', 'charge', id, 'Salaires', 'exploitation', 5 FROM compte WHERE code = '64';",
      self->ancien, self->nouveau, self->ancien, self->financeur);
  model_fixture_write (&self->base, sql);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  model_fixture_assert_totals (&self->base);
  model_fixture_tear_down (&self->base, NULL);
}

static void
set_montant (Fixture *self, const char *code, gboolean realise, PvCents cents)
{
  g_autoptr (PvPlanComptable) plan = pv_compte_store_load (self->base.db, NULL);
  g_autoptr (GError) error = NULL;

  pv_budget_service_set_montant (self->base.db, self->ancien,
                                 pv_plan_comptable_find_by_code (plan, code)->id, realise, cents,
                                 NULL, &error);
  g_assert_no_error (error);
}

static void
set_champ (Fixture *self, const char *champ, const char *texte)
{
  g_autoptr (GError) error = NULL;

  pv_bilan_service_set_champ (self->base.db, self->ancien, champ, texte, TODAY, NULL, &error);
  g_assert_no_error (error);
}

static PvBilanLigne *
get_ligne (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  PvBilanLigne *ligne = pv_bilan_suivi_get (self->base.db, self->ancien, &error);

  g_assert_no_error (error);

  return ligne;
}

static PvDossierStatut
get_statut (Fixture *self, gint64 id)
{
  g_autoptr (PvDossier) dossier = pv_dossier_store_get (self->base.db, id, NULL);

  return dossier->statut;
}

/* --- the list ---------------------------------------------------------------------------- */

static void
test_what_is_expected (Fixture *self, gconstpointer data)
{
  PvBilanFiltre filtre = PV_BILAN_FILTRE_TOUT;
  g_autoptr (GPtrArray) lignes = pv_bilan_suivi_list (self->base.db, &filtre, NULL);
  const PvBilanLigne *ligne;
  PvBilanTotaux totaux;

  g_assert_cmpuint (lignes->len, ==, 1);
  ligne = lignes->pdata[0];
  g_assert_cmpstr (ligne->numero, ==, "0007");
  g_assert_cmpstr (ligne->du_le, ==, "2026-06-30");
  g_assert_cmpint (ligne->notifie_cents, ==, 500000);
  g_assert_cmpint (ligne->verse_cents, ==, 400000);
  g_assert_cmpint (ligne->taux_bp, ==, PV_INT_NULL);
  g_assert_cmpint (ligne->propose_cents, ==, PV_CENTS_NULL);
  g_assert_cmpint (pv_bilan_ligne_get_etat (ligne, TODAY), ==, PV_BILAN_EN_RETARD);

  pv_bilan_totaux_init (&totaux);
  pv_bilan_totaux_add (&totaux, ligne, TODAY);
  g_assert_cmpuint (totaux.n[PV_BILAN_EN_RETARD], ==, 1);
  g_assert_cmpint (totaux.verse_cents, ==, 400000);
  g_assert_cmpint (totaux.propose_cents, ==, PV_CENTS_NULL);

  filtre.filtre.exercice = 2026;
  g_clear_pointer (&lignes, g_ptr_array_unref);
  lignes = pv_bilan_suivi_list (self->base.db, &filtre, NULL);
  g_assert_cmpuint (lignes->len, ==, 0);
  filtre = PV_BILAN_FILTRE_TOUT;
  filtre.financeur_id = self->financeur + 1;
  g_clear_pointer (&lignes, g_ptr_array_unref);
  lignes = pv_bilan_suivi_list (self->base.db, &filtre, NULL);
  g_assert_cmpuint (lignes->len, ==, 0);
}

/* The SQL of the due date and the rule give one day, whatever the dates. */
static void
test_one_due_date (Fixture *self, gconstpointer data)
{
  static const char *const fins[] = { NULL,         "2025-06-30", "2025-12-31",
                                      "2026-01-01", "2026-02-28", "2026-08-31",
                                      "2026-12-31", "2027-01-01", "2026-03-30" };
  static const gint64 delais[] = { 6, 3, 1, 12, 0 };

  for (guint d = 0; d < G_N_ELEMENTS (delais); d++)
    for (guint i = 0; i < G_N_ELEMENTS (fins); i++)
      {
        g_autofree char *fin =
            fins[i] != NULL ? g_strdup_printf ("'%s'", fins[i]) : g_strdup ("NULL");
        g_autofree char *sql =
            g_strdup_printf ("UPDATE dossier SET fin = %s WHERE exercice = 2025; DELETE FROM seuil;"
                             "INSERT INTO seuil (uuid, code, libelle, valeur, unite)"
                             " VALUES ('s', 'crf_delai', 'CRF', %" G_GINT64_FORMAT ", 'mois')",
                             fin, delais[d]);
        g_autofree char *due = pv_bilan_compute_echeance (2025, fins[i], delais[d]);
        g_autoptr (PvBilanLigne) ligne = NULL;

        model_fixture_write (&self->base, sql);
        ligne = get_ligne (self);
        g_assert_cmpstr (ligne->du_le, ==, due);
      }
}

/* --- recording --------------------------------------------------------------------------- */

static void
test_fields (Fixture *self, gconstpointer data)
{
  g_autoptr (PvBilan) bilan = NULL;
  g_autoptr (GHashTable) reponses = NULL;
  g_autoptr (GError) error = NULL;
  gboolean changed = TRUE;

  g_assert_true (pv_bilan_service_set_champ (self->base.db, self->ancien, "commentaire", NULL,
                                             TODAY, &changed, &error));
  g_assert_false (changed);
  g_assert_cmpint (model_fixture_query (&self->base, "SELECT COUNT(*) FROM bilan"), ==, 0);

  set_champ (self, "beneficiaires_femmes", "40");
  set_champ (self, "beneficiaires_hommes", "12");
  set_champ (self, "realisation", "partielle");
  bilan = pv_bilan_store_load (self->base.db, self->ancien, NULL);
  g_assert_cmpint (pv_bilan_get_beneficiaires (bilan), ==, 52);
  g_assert_cmpint (bilan->realisation, ==, PV_BILAN_REALISATION_PARTIELLE);
  g_assert_cmpint (model_fixture_query (&self->base, "SELECT COUNT(*) FROM bilan"), ==, 1);

  g_assert_true (pv_bilan_service_set_reponse (self->base.db, self->ancien, "objectifs",
                                               "  Deux sur trois. ", &changed, &error));
  g_assert_true (changed);
  g_assert_true (pv_bilan_service_set_reponse (self->base.db, self->ancien, "objectifs",
                                               "Deux sur trois.", &changed, &error));
  g_assert_false (changed);
  reponses = pv_bilan_store_list_reponses (self->base.db, self->ancien, NULL);
  g_assert_cmpstr (g_hash_table_lookup (reponses, "objectifs"), ==, "Deux sur trois.");
  g_assert_true (pv_bilan_service_set_reponse (self->base.db, self->ancien, "objectifs", " ",
                                               &changed, &error));
  g_assert_cmpint (model_fixture_query (&self->base, "SELECT COUNT(*) FROM bilan_reponse"), ==, 0);

  g_assert_false (pv_bilan_service_set_champ (self->base.db, self->ancien, "crf_valide_le", TODAY,
                                              TODAY, NULL, &error));
  g_assert_error (error, PV_RULE_ERROR, PV_RULE_ERROR_INVALID);
}

static void
test_realised_budget (Fixture *self, gconstpointer data)
{
  g_autoptr (PvBilanLigne) ligne = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (pv_bilan_service_copier_prevu (self->base.db, self->ancien, &error));
  g_assert_error (error, PV_RULE_ERROR, PV_RULE_ERROR_REFUSED);
  g_clear_error (&error);

  set_montant (self, "60", FALSE, 200000);
  set_montant (self, "641", FALSE, 800000);
  set_montant (self, "86", FALSE, 100000);
  /* by poste what was planned by line: the compte rendu says less */
  set_montant (self, "64", TRUE, 550000);
  ligne = get_ligne (self);
  g_assert_cmpint (ligne->prevu_cents, ==, 1000000);
  g_assert_cmpint (ligne->realise_cents, ==, 550000);

  g_assert_true (pv_bilan_service_copier_prevu (self->base.db, self->ancien, &error));
  g_clear_pointer (&ligne, pv_bilan_ligne_free);
  ligne = get_ligne (self);
  g_assert_cmpint (ligne->realise_cents, ==, 750000); /* neither 641 nor 86 */
  g_assert_cmpint (ligne->taux_bp, ==, 7500);
  /* paid 4 000 of 5 000; justified 3 750 */
  g_assert_cmpint (ligne->propose_cents, ==, 25000);

  g_assert_false (pv_bilan_service_copier_prevu (self->base.db, self->ancien, &error));
  g_assert_error (error, PV_RULE_ERROR, PV_RULE_ERROR_REFUSED);
}

static void
test_received_validated_settled (Fixture *self, gconstpointer data)
{
  const gint64 ids[] = { self->ancien };
  g_autoptr (GError) error = NULL;
  g_autofree char *reason = NULL;
  gboolean can;
  guint n;

  g_assert_false (pv_bilan_service_valider (self->base.db, ids, 1, TODAY, &n, &error));
  g_assert_error (error, PV_RULE_ERROR, PV_RULE_ERROR_REFUSED);
  g_clear_error (&error);

  /* nothing is received tomorrow */
  g_assert_false (
      pv_bilan_service_recevoir (self->base.db, ids, 1, "2026-11-22", TODAY, &n, &error));
  g_assert_error (error, PV_RULE_ERROR, PV_RULE_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_cmpint (model_fixture_query (&self->base, "SELECT COUNT(*) FROM bilan"), ==, 0);
  g_assert_true (
      pv_bilan_service_recevoir (self->base.db, ids, 1, "2026-07-02", TODAY, &n, &error));
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpint (get_statut (self, self->ancien), ==, PV_DOSSIER_STATUT_BILAN_RECU);
  g_assert_true (pv_bilan_service_recevoir (self->base.db, ids, 1, TODAY, TODAY, &n, &error));
  g_assert_cmpuint (n, ==, 0);
  g_assert_true (pv_bilan_service_valider (self->base.db, ids, 1, TODAY, &n, &error));
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpint (get_statut (self, self->ancien), ==, PV_DOSSIER_STATUT_BILAN_RECU);

  /* 1 000 of the grant are still to be paid */
  g_assert_true (pv_bilan_service_can_solder (self->base.db, self->ancien, &can, &reason, &error));
  g_assert_false (can);
  g_assert_nonnull (reason);
  model_fixture_write (&self->base, "UPDATE financement SET notifie_cents = 400000");
  set_champ (self, "a_recuperer_cents", "2500");
  g_assert_true (pv_bilan_service_can_solder (self->base.db, self->ancien, &can, NULL, &error));
  g_assert_false (can);
  set_champ (self, "a_recuperer_cents", "0");
  g_assert_true (pv_bilan_service_can_solder (self->base.db, self->ancien, &can, NULL, &error));
  g_assert_true (can);
}

/* What was confirmed is what is awaited, whatever is computed. */
static void
test_settled_once_paid_back (Fixture *self, gconstpointer data)
{
  static const struct
  {
    const char *confirme;   /* cents */
    PvCents prevu, realise; /* of the account 60 */
    gint64 rendu;           /* cents paid back after the bilan was validated */
    gboolean can;
  } cas[] = {
    { "500000", 100000, 100000, 0, FALSE },       /* computed: 0 */
    { "500000", 100000, 100000, 500000, TRUE },   /* of the 5 000 paid */
    { "30000", 100000, 86616, 0, FALSE },         /* computed: 669,20 */
    { "30000", 100000, 86616, 30000, TRUE },      /* computed: 369,20 still */
    { "30000", 100000, 86616, 29999, FALSE },     /* a cent is missing */
    { "30000", 100000, PV_CENTS_NULL, 0, FALSE }, /* nothing computed */
    { "30000", 100000, PV_CENTS_NULL, 30000, TRUE },
    { "0", 100000, 86616, 0, TRUE }, /* the officer asks for nothing */
  };

  model_fixture_write (&self->base,
                       "UPDATE versement SET montant_cents = 500000;"
                       "INSERT INTO bilan (uuid, dossier_id, crf_recu_le)"
                       " SELECT 'b', dossier_id, '2026-07-02' FROM financement;"
                       "UPDATE dossier SET statut = 'bilan-recu' WHERE exercice = 2025");
  set_champ (self, "crf_valide_le", "2026-08-01");
  for (guint i = 0; i < G_N_ELEMENTS (cas); i++)
    {
      g_autoptr (PvBilanLigne) ligne = NULL;
      g_autoptr (GError) error = NULL;
      g_autofree char *sql = g_strdup_printf (
          "DELETE FROM versement WHERE genre = 'reversement';"
          "INSERT INTO versement (uuid, financement_id, verse_le, genre, montant_cents)"
          " SELECT 'r', id, '2026-09-01', 'reversement', %" G_GINT64_FORMAT
          " FROM financement WHERE %" G_GINT64_FORMAT " > 0",
          cas[i].rendu, cas[i].rendu);
      gboolean can = FALSE;

      set_montant (self, "60", FALSE, cas[i].prevu);
      set_montant (self, "60", TRUE, cas[i].realise);
      set_champ (self, "a_recuperer_cents", cas[i].confirme);
      model_fixture_write (&self->base, sql);
      ligne = get_ligne (self);
      g_assert_true ((ligne->reste_a_recuperer_cents == 0) == cas[i].can);
      g_assert_cmpint (pv_bilan_ligne_get_recuperer (ligne), ==,
                       cas[i].confirme != NULL ? ligne->reste_a_recuperer_cents : PV_CENTS_NULL);
      g_assert_true (pv_bilan_service_can_solder (self->base.db, self->ancien, &can, NULL, &error));
      g_assert_no_error (error);
      g_assert_true (can == cas[i].can);
    }
}

static void
test_reminders (Fixture *self, gconstpointer data)
{
  const gint64 ids[] = { self->ancien, self->nouveau };
  g_autoptr (PvBilanLigne) ligne = NULL;
  g_autoptr (GPtrArray) relances = NULL;
  g_autoptr (GError) error = NULL;
  guint n;

  /* nothing is expected of the new one */
  g_assert_true (pv_bilan_service_relancer (self->base.db, ids, 2, "2026-07-15",
                                            PV_BILAN_MOYEN_COURRIEL, &n, &error));
  g_assert_cmpuint (n, ==, 1);
  g_assert_true (pv_bilan_service_relancer (self->base.db, ids, 2, "2026-09-15",
                                            PV_BILAN_MOYEN_COURRIER, &n, &error));
  ligne = get_ligne (self);
  g_assert_cmpint (ligne->n_relances, ==, 2);
  g_assert_cmpstr (ligne->relance_le, ==, "2026-09-15");
  relances = pv_bilan_relance_store_list (self->base.db, self->ancien, NULL);
  g_assert_cmpuint (relances->len, ==, 2);
  g_assert_cmpint (((PvBilanRelance *)relances->pdata[0])->moyen, ==, PV_BILAN_MOYEN_COURRIER);
  g_assert_true (pv_bilan_service_delete_relance (
      self->base.db, ((PvBilanRelance *)relances->pdata[0])->id, &error));

  set_champ (self, "crf_recu_le", TODAY);
  g_assert_true (
      pv_bilan_service_relancer (self->base.db, ids, 2, TODAY, PV_BILAN_MOYEN_NULL, &n, &error));
  g_assert_cmpuint (n, ==, 0);
}

/* --- a new grant --------------------------------------------------------------------------- */

static void
assert_accord (Fixture *self, PvDossierStatut statut, gboolean permis)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *raison = NULL;

  g_assert_true (pv_bilan_accord_get_refus (self->base.db, self->nouveau, statut, &raison, &error));
  g_assert_no_error (error);
  g_assert_true ((raison == NULL) == permis);
}

static void
test_a_new_grant_waits (Fixture *self, gconstpointer data)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) refus = NULL;
  g_autoptr (GPtrArray) missing = NULL;
  g_autoptr (GError) error = NULL;
  PvBilanMemoire memoire;
  gboolean changed;

  missing = pv_bilan_accord_list_manquants (self->base.db, self->nouveau, NULL);
  g_assert_cmpuint (missing->len, ==, 1);
  g_assert_cmpstr (missing->pdata[0], ==, "0007 (2025)");
  g_assert_true (pv_bilan_suivi_get_memoire (self->base.db, self->porteur, 2026, &memoire, &error));
  g_assert_cmpuint (memoire.n_attendus, ==, 1);
  g_assert_cmpuint (memoire.n_manquants, ==, 1);
  model_fixture_write (&self->base, "INSERT INTO bilan (uuid, dossier_id, crf_du_le) SELECT 'plus"
                                    " tard', id, '2027-06-30' FROM dossier WHERE numero = '0007'");
  g_assert_true (pv_bilan_suivi_get_memoire (self->base.db, self->porteur, 2026, &memoire, &error));
  g_assert_cmpuint (memoire.n_attendus + memoire.n_manquants, ==, 0); /* not due yet */
  model_fixture_write (&self->base, "DELETE FROM bilan");

  /* a warning by default */
  assert_accord (self, PV_DOSSIER_STATUT_PROGRAMME, TRUE);
  g_assert_true (pv_bilan_accord_set_bloquant (self->base.db, TRUE, &changed, &error));
  g_assert_true (changed);
  g_assert_false (pv_dossier_service_set_statut (self->base.db, self->nouveau,
                                                 PV_DOSSIER_STATUT_PROGRAMME, NULL, &error));
  g_assert_error (error, PV_RULE_ERROR, PV_RULE_ERROR_TRANSITION);
  g_assert_nonnull (strstr (error->message, "0007 (2025)"));
  g_clear_error (&error);
  g_array_append_val (ids, self->nouveau);
  refus = pv_dossier_service_check_statut_many (self->base.db, ids, PV_DOSSIER_STATUT_PROGRAMME,
                                                NULL, &error);
  g_assert_cmpuint (refus->len, ==, 1);
  /* a refusal needs no bilan */
  assert_accord (self, PV_DOSSIER_STATUT_PROGRAMME, FALSE);
  assert_accord (self, PV_DOSSIER_STATUT_REFUSE, TRUE);

  /* nor does one that is not late: today is 20 November */
  set_champ (self, "crf_du_le", "2026-11-20");
  assert_accord (self, PV_DOSSIER_STATUT_PROGRAMME, TRUE);
  set_champ (self, "crf_du_le", "2026-11-19");
  assert_accord (self, PV_DOSSIER_STATUT_PROGRAMME, FALSE);

  set_champ (self, "crf_recu_le", TODAY);
  g_assert_true (pv_dossier_service_set_statut (self->base.db, self->nouveau,
                                                PV_DOSSIER_STATUT_PROGRAMME, NULL, &error));
  g_assert_no_error (error);
}

static void
test_questions (void)
{
  guint n;
  const PvBilanQuestion *questions = pv_bilan_questions_get (&n);
  g_autofree char *path =
      g_build_filename (g_getenv ("PV_DATADIR"), "reference", "cerfa_15059.csv", NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, n + 2);
  for (guint i = 0; i < n; i++)
    {
      g_assert_true (g_str_has_prefix (lines[i + 1], questions[i].id));
      g_assert_nonnull (strstr (lines[i + 1], questions[i].partie));
      g_assert_nonnull (strstr (lines[i + 1], questions[i].texte));
    }
}

/* Of several organismes at once: each its own, in the order asked for. */
static void
test_courriels (Fixture *self, gconstpointer data)
{
  gint64 autre = model_fixture_add_organisme (&self->base, "Amis du Parc", NULL);
  gint64 sans = model_fixture_add_organisme (&self->base, "Sans Contact", NULL);
  g_autoptr (GArray) organismes = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree char *sql = g_strdup_printf (
      "INSERT INTO contact (uuid, organisme_id, nom, courriel) VALUES"
      " ('c1', %" G_GINT64_FORMAT ", 'A', 'parc@exemple.fr'),"
      " ('c2', %" G_GINT64_FORMAT ", 'B', 'z@exemple.fr'),"
      " ('c3', %" G_GINT64_FORMAT ", 'C', 'a@exemple.fr'),"
      " ('c4', %" G_GINT64_FORMAT ", 'D', 'z@exemple.fr'),"
      " ('c5', %" G_GINT64_FORMAT ", 'E', ''), ('c6', %" G_GINT64_FORMAT ", 'F', NULL)",
      autre, self->porteur, self->porteur, self->porteur, sans, sans);
  g_autoptr (GPtrArray) courriels = NULL;
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (GError) error = NULL;
  guint without = 7;

  model_fixture_write (&self->base, sql);
  none = pv_bilan_suivi_list_courriels (self->base.db, organismes, &without, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (without, ==, 0);

  g_array_append_val (organismes, self->porteur);
  g_array_append_val (organismes, sans);
  g_array_append_val (organismes, autre);
  courriels = pv_bilan_suivi_list_courriels (self->base.db, organismes, &without, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (without, ==, 1);
  g_assert_cmpuint (courriels->len, ==, 3);
  g_assert_cmpstr (courriels->pdata[0], ==, "z@exemple.fr");
  g_assert_cmpstr (courriels->pdata[1], ==, "a@exemple.fr");
  g_assert_cmpstr (courriels->pdata[2], ==, "parc@exemple.fr");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/bilan-store/what-is-expected", test_what_is_expected);
  ADD ("/bilan-store/one-due-date", test_one_due_date);
  ADD ("/bilan-store/fields", test_fields);
  ADD ("/bilan-store/realised-budget", test_realised_budget);
  ADD ("/bilan-store/received-validated-settled", test_received_validated_settled);
  ADD ("/bilan-store/settled-once-paid-back", test_settled_once_paid_back);
  ADD ("/bilan-store/reminders", test_reminders);
  ADD ("/bilan-store/a-new-grant-waits", test_a_new_grant_waits);
  ADD ("/bilan-store/e-mails", test_courriels);
#undef ADD
  g_test_add_func ("/bilan-store/questions", test_questions);

  return g_test_run ();
}
