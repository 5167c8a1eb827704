/* test-vote.c: acts over many dossiers, and acts on a notified amount
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bilan/pv-bilan-accord.h"
#include "dossier/pv-dossier-payeurs.h"
#include "financement/pv-financement-service.h"
#include "financement/pv-mouvement-service.h"
#include "financement/pv-mouvement-store.h"
#include "model-fixture.h"
#include "pv-error.h"
#include "vote/pv-vote-service.h"

#define TODAY "2026-11-21"
#define N_DOSSIERS 6

typedef struct
{
  ModelFixture base;
  gint64 ville;
  gint64 etat;
  gint64 dossiers[N_DOSSIERS];
  gint64 villes[N_DOSSIERS]; /* financements */
  gint64 etats[N_DOSSIERS];
} Fixture;

static gint64
query (Fixture *self, const char *format, gint64 id)
{
  g_autofree char *sql = g_strdup_printf ("%s%" G_GINT64_FORMAT, format, id);

  return model_fixture_query (&self->base, sql);
}

static void
write_sql (Fixture *self, const char *format, gint64 id)
{
  g_autofree char *sql = g_strdup_printf ("%s%" G_GINT64_FORMAT, format, id);

  model_fixture_write (&self->base, sql);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  gint64 porteur;

  model_fixture_set_up (&self->base, NULL);
  porteur = model_fixture_add_organisme (&self->base, "Rives Solidaires", NULL);
  self->ville = model_fixture_add_financeur (&self->base, "Ville", "commune");
  self->etat = model_fixture_add_financeur (&self->base, "État", "etat");
  for (guint i = 0; i < N_DOSSIERS; i++)
    {
      g_autofree char *numero = g_strdup_printf ("%04u", 400 + i);

      self->dossiers[i] = model_fixture_add_dossier (&self->base, numero, porteur);
      self->villes[i] = model_fixture_add_financement (&self->base, self->dossiers[i], self->ville,
                                                       PV_INT_NULL, 500000, 400000);
      self->etats[i] = model_fixture_add_financement (&self->base, self->dossiers[i], self->etat,
                                                      PV_INT_NULL, 300000, 300000);
    }
  model_fixture_write (&self->base, "UPDATE dossier SET statut = 'programme';"
                                    "UPDATE financement SET arbitre_cents = 350000");
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  model_fixture_assert_totals (&self->base);
  model_fixture_tear_down (&self->base, NULL);
}

static PvVoteActe
make_acte (Fixture *self, PvEtape etape)
{
  return (PvVoteActe){ etape, self->ville, PV_INT_NULL, "2026-10-01", "26-C-0412" };
}

/* "regle" when it refuses, "regle?" when it is only to be confirmed */
static char *
dup_rules (const GPtrArray *constats)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < constats->len; i++)
    {
      const PvVoteConstat *constat = constats->pdata[i];

      g_assert_cmpint (strlen (constat->texte), >, 20);
      g_string_append_printf (text, "%s%s%s", i > 0 ? " " : "", constat->regle,
                              constat->refuse ? "" : "?");
    }

  return g_string_free (text, FALSE);
}

static void
assert_rules (Fixture *self,
              PvVoteActe acte,
              const PvVoteMontant *montants,
              guint n,
              const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) constats =
      pv_vote_service_verifier (self->base.db, &acte, montants, n, TODAY, &error);
  g_autofree char *rules = NULL;

  g_assert_no_error (error);
  rules = dup_rules (constats);
  g_assert_cmpstr (rules, ==, expected);
}

static void
test_voter (Fixture *self, gconstpointer data)
{
  PvVoteActe acte = make_acte (self, PV_ETAPE_VOTE);
  PvVoteMontant montants[] = { { self->villes[0], 350000 }, { self->villes[1], 0 } };
  g_autoptr (GError) error = NULL;
  PvFiltre filtre = { self->base.appel_id, PV_INT_NULL };
  g_autoptr (GPtrArray) before =
      pv_vote_store_list (self->base.db, &filtre, self->ville, PV_VOTE_A_VOTER, &error);
  g_autoptr (GPtrArray) after = NULL;

  g_assert_cmpint (before->len, ==, N_DOSSIERS);
  assert_rules (self, acte, montants, 2, "");
  g_assert_true (pv_vote_service_voter (self->base.db, &acte, montants, 2, FALSE, TODAY, &error));
  g_assert_no_error (error);
  g_assert_cmpint (query (self,
                          "SELECT vote_cents FROM financement WHERE vote_le = '2026-10-01'"
                          " AND vote_acte = '26-C-0412' AND id = ",
                          self->villes[0]),
                   ==, 350000);
  g_assert_cmpint (query (self, "SELECT vote_cents FROM financement WHERE id = ", self->villes[1]),
                   ==, 0);
  /* no dossier moves by a vote, and what is refused waits for no notification */
  g_assert_cmpint (
      model_fixture_query (&self->base, "SELECT COUNT(*) FROM dossier WHERE statut = 'programme'"),
      ==, N_DOSSIERS);
  after = pv_vote_store_list (self->base.db, &filtre, self->ville, PV_VOTE_A_NOTIFIER, &error);
  g_assert_cmpint (after->len, ==, 1);
}

static void
test_remarks (Fixture *self, gconstpointer data)
{
  PvVoteActe acte = make_acte (self, PV_ETAPE_VOTE);
  PvVoteMontant one[] = { { self->villes[0], 350000 } };
  PvVoteMontant more[] = { { self->villes[0], 350001 } };
  PvVoteMontant none[] = { { self->villes[0], PV_CENTS_NULL } };
  PvVoteMontant other[] = { { self->etats[0], 350000 } };
  PvVoteMontant twice[] = { { self->villes[0], 350000 }, { self->villes[0], 350000 } };
  PvVoteMontant gone[] = { { 99999, 350000 }, { self->villes[0], 1 } };

  assert_rules (self, acte, more, 1, "superieur-arbitre?");
  assert_rules (self, acte, none, 1, "montant");
  assert_rules (self, acte, other, 1, "autre-financeur");
  assert_rules (self, acte, twice, 2, "double");
  assert_rules (self, acte, gone, 2, "disparu");
  assert_rules (self, acte, NULL, 0, "sans-ligne");

  acte.date_le = "2026-12-01";
  acte.reference = " ";
  assert_rules (self, acte, one, 1, "date-future? sans-reference");
  acte.date_le = NULL;
  acte.reference = "x";
  assert_rules (self, acte, one, 1, "sans-date");

  acte = make_acte (self, PV_ETAPE_VOTE);
  write_sql (self, "UPDATE financement SET arbitre_cents = NULL WHERE id = ", self->villes[0]);
  assert_rules (self, acte, one, 1, "non-arbitre?");
  write_sql (self, "UPDATE financement SET arbitre_cents = 350000, vote_cents = 1 WHERE id = ",
             self->villes[0]);
  assert_rules (self, acte, one, 1, "deja-vote?");
  write_sql (self, "UPDATE financement SET notifie_cents = 1 WHERE id = ", self->villes[0]);
  assert_rules (self, acte, one, 1, "deja-notifie");
  write_sql (self, "UPDATE financement SET notifie_cents = NULL, vote_cents = NULL WHERE id = ",
             self->villes[0]);

  write_sql (self, "UPDATE dossier SET statut = 'instruit' WHERE id = ", self->dossiers[0]);
  assert_rules (self, acte, one, 1, "non-programme?");
  acte.etape = PV_ETAPE_NOTIFIE;
  assert_rules (self, acte, one, 1, "non-programme notifie-sans-vote?");
  write_sql (self, "UPDATE dossier SET statut = 'refuse' WHERE id = ", self->dossiers[0]);
  assert_rules (self, acte, one, 1, "sorti notifie-sans-vote?");
}

/* A dossier of another appel stops the whole act, with its number and what to do. */
static void
test_autre_appel (Fixture *self, gconstpointer data)
{
  PvVoteActe acte = make_acte (self, PV_ETAPE_VOTE);
  PvVoteMontant montants[] = { { self->villes[0], 350000 }, { self->villes[1], 350000 } };
  g_autoptr (GError) error = NULL;

  model_fixture_write (&self->base, "INSERT INTO appel (uuid, exercice, genre, libelle) VALUES"
                                    " ('b', 2026, 'aap', 'Quartiers d’été')");
  write_sql (self,
             "UPDATE dossier SET appel_id = (SELECT id FROM appel WHERE uuid = 'b') WHERE id = ",
             self->dossiers[1]);
  assert_rules (self, acte, montants, 2, "autre-appel");
  g_assert_false (pv_vote_service_voter (self->base.db, &acte, montants, 2, TRUE, TODAY, &error));
  g_assert_error (error, PV_RULE_ERROR, PV_RULE_ERROR_REFUSED);
  g_assert_nonnull (strstr (error->message, "0401"));
  g_assert_nonnull (strstr (error->message, "Quartiers d’été 2026"));
  g_assert_nonnull (strstr (error->message, "Take it out"));
  g_assert_cmpint (
      model_fixture_query (&self->base, "SELECT COUNT(*) FROM financement WHERE vote_le NOT NULL"),
      ==, 0);
}

static void
test_seance (Fixture *self, gconstpointer data)
{
  PvVoteActe acte = make_acte (self, PV_ETAPE_VOTE);
  PvVoteMontant one[] = { { self->villes[0], 350000 } };

  model_fixture_write (&self->base,
                       "INSERT INTO instance (id, uuid, nom, effet) VALUES (1, 'i', 'Copil',"
                       " 'decision');"
                       "INSERT INTO seance (id, uuid, instance_id, date_le, etat) VALUES"
                       " (1, 's', 1, '2026-10-15', 'preparee')");
  write_sql (self,
             "INSERT INTO seance_dossier (seance_id, ordre, dossier_id) SELECT 1, 1, id"
             " FROM dossier WHERE id = ",
             self->dossiers[0]);
  assert_rules (self, acte, one, 1, ""); /* it decided nothing yet */
  model_fixture_write (&self->base, "UPDATE seance SET etat = 'close'");
  assert_rules (self, acte, one, 1, "avant-seance?");
  acte.date_le = "2026-10-15";
  assert_rules (self, acte, one, 1, "");
}

static char *
dup_affichage (Fixture *self, gint64 dossier)
{
  PvDossierPayeurs payeurs;
  g_autoptr (PvDossier) record = pv_dossier_store_get (self->base.db, dossier, NULL);

  g_assert_true (pv_dossier_payeurs_store_get (self->base.db, dossier, &payeurs, NULL));

  return pv_dossier_payeurs_to_affichage (&payeurs, record->statut);
}

static void
assert_affichage (Fixture *self, gint64 dossier, const char *expected)
{
  g_autofree char *affichage = dup_affichage (self, dossier);

  g_assert_cmpstr (affichage, ==, expected);
}

/* The first funder moves the dossier; each one counts once, whatever its lines. */
/* The funders of some dossiers alone; and credits whose amount is not all known. */
static void
test_lecture (Fixture *self, gconstpointer data)
{
  PvFiltre filtre = PV_FILTRE_TOUT;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) all = pv_vote_store_list_financeurs (self->base.db, &filtre, NULL, &error);
  g_autofree char *one = g_strdup_printf ("[%" G_GINT64_FORMAT "]", self->dossiers[1]);
  g_autoptr (GPtrArray) some = NULL;
  g_autofree char *sql = NULL;
  PvVoteCredits credits;

  g_assert_no_error (error);
  g_assert_cmpint (((PvVoteFinanceur *)all->pdata[0])->n[PV_VOTE_A_VOTER], ==, N_DOSSIERS);
  some = pv_vote_store_list_financeurs (self->base.db, &filtre, one, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (some->len, ==, 2);
  g_assert_cmpint (((PvVoteFinanceur *)some->pdata[0])->n[PV_VOTE_A_VOTER], ==, 1);

  sql = g_strdup_printf (
      "INSERT INTO dispositif (id, uuid, financeur_id, code, nom, nom_plie) VALUES"
      " (91, 'p1', %1$" G_GINT64_FORMAT ", 'A', 'A', 'a'), (92, 'p2', %1$" G_GINT64_FORMAT
      ", 'B', 'B', 'b');"
      "INSERT INTO enveloppe (uuid, dispositif_id, exercice, libelle, montant_cents) VALUES"
      " ('e1', 91, 2026, 'A', 500000), ('e2', 92, 2026, 'B', NULL);"
      "UPDATE financement SET enveloppe_id = (SELECT e.id FROM enveloppe e WHERE e.uuid ="
      "  CASE WHEN dossier_id %% 2 = 1 THEN 'e2' ELSE 'e1' END)"
      " WHERE financeur_id = %1$" G_GINT64_FORMAT,
      self->ville);
  model_fixture_write (&self->base, sql);
  g_assert_true (pv_vote_store_get_credits (self->base.db, &filtre, self->ville, &credits, &error));
  g_assert_no_error (error);
  g_assert_cmpint (credits.montant_cents, ==, 500000);
  g_assert_cmpint (credits.n_inconnues, ==, 1);
  g_assert_cmpint (credits.engage_cents, ==,
                   model_fixture_query (&self->base,
                                        "SELECT t.engage_cents FROM total_enveloppe t"
                                        "  JOIN enveloppe e ON e.id = t.id WHERE e.uuid = 'e1'"));
  g_assert_cmpint (model_fixture_query (&self->base,
                                        "SELECT t.engage_cents FROM total_enveloppe t"
                                        "  JOIN enveloppe e ON e.id = t.id WHERE e.uuid = 'e2'"),
                   >, 0);
}

static void
test_notifier (Fixture *self, gconstpointer data)
{
  PvVoteActe acte = make_acte (self, PV_ETAPE_VOTE);
  PvVoteMontant montants[] = { { self->villes[0], 350000 }, { self->villes[1], 300000 } };
  PvVoteMontant etat[] = { { self->etats[0], 200000 } };
  PvVoteMontant refus[] = { { self->etats[2], 0 } };
  g_autoptr (GError) error = NULL;

  g_assert_true (pv_vote_service_voter (self->base.db, &acte, montants, 2, FALSE, TODAY, &error));
  acte.date_le = "2026-09-30";
  assert_rules (self, acte, montants, 2, "deja-vote? deja-vote?");
  acte = make_acte (self, PV_ETAPE_NOTIFIE);
  acte.date_le = "2026-09-30";
  assert_rules (self, acte, montants, 2, "avant-vote? avant-vote?");
  acte.date_le = "2026-11-02";
  acte.reference = NULL; /* a letter may have none */
  g_assert_true (
      pv_vote_service_notifier (self->base.db, &acte, montants, 2, FALSE, TODAY, &error));
  g_assert_no_error (error);
  assert_affichage (self, self->dossiers[0], "notifié 1/2");
  assert_affichage (self, self->dossiers[2], "programmé");

  /* what one refuses does not move the dossier, and the État needs no deliberation */
  acte.financeur_id = self->etat;
  g_assert_true (pv_vote_service_notifier (self->base.db, &acte, etat, 1, FALSE, TODAY, &error));
  g_assert_true (pv_vote_service_notifier (self->base.db, &acte, refus, 1, FALSE, TODAY, &error));
  assert_affichage (self, self->dossiers[0], "notifié 2/2");
  assert_affichage (self, self->dossiers[2], "programmé");
  assert_rules (self, acte, etat, 1, "deja-notifie");

  /* two lines of one funder */
  model_fixture_add_financement (&self->base, self->dossiers[0], self->ville, PV_INT_NULL, 100,
                                 100);
  assert_affichage (self, self->dossiers[0], "notifié 2/2");
  write_sql (self,
             "INSERT INTO versement (uuid, genre, montant_cents, financement_id) SELECT 'v',"
             " 'acompte', 1000, id FROM financement WHERE id = ",
             self->villes[0]);
  assert_affichage (self, self->dossiers[0], "versé 1/2");
}

static void
test_cer (Fixture *self, gconstpointer data)
{
  PvVoteActe acte = make_acte (self, PV_ETAPE_NOTIFIE);
  PvVoteMontant one[] = { { self->etats[0], 1000 } };
  PvVoteMontant refus[] = { { self->etats[0], 0 } };

  acte.financeur_id = self->etat;
  model_fixture_write (&self->base, "UPDATE organisme SET forme = 'association' WHERE nom ="
                                    " 'Rives Solidaires'");
  assert_rules (self, acte, one, 1, "cer-absent?");
  assert_rules (self, acte, refus, 1, "");
  model_fixture_write (&self->base, "UPDATE organisme SET cer_signe_le = '2026-01-01'");
  assert_rules (self, acte, one, 1, "");
}

/* A file that blocks says it before it is notified, and nothing is kept. */
static void
test_bilan (Fixture *self, gconstpointer data)
{
  PvVoteActe acte = make_acte (self, PV_ETAPE_NOTIFIE);
  PvVoteMontant one[] = { { self->etats[0], 1000 } };

  acte.financeur_id = self->etat;
  write_sql (self,
             "INSERT INTO dossier (uuid, appel_id, numero, porteur_id, intitule, statut, exercice)"
             " SELECT 'passe', appel_id, '0001', porteur_id, 'Passé', 'notifie', 2025 FROM dossier"
             " WHERE id = ",
             self->dossiers[0]);
  write_sql (self,
             "INSERT INTO financement (uuid, dossier_id, financeur_id, exercice, notifie_cents)"
             " SELECT 'p', id, (SELECT MIN(id) FROM financeur), 2025, 1000 FROM dossier"
             " WHERE uuid = 'passe' AND 0 < ",
             self->dossiers[0]);
  assert_rules (self, acte, one, 1, "");
  g_assert_true (pv_bilan_accord_set_bloquant (self->base.db, TRUE, NULL, NULL));
  assert_rules (self, acte, one, 1, "bilan-n-1");
}

/* --- acts on what is notified ---------------------------------------------------------------- */

static gboolean
mouvoir (Fixture *self, PvMouvementGenre genre, PvCents apres, const char *motif, GError **error)
{
  PvMouvementActe acte = { genre, "2026-11-10", apres, motif, "Avenant 1" };

  return pv_mouvement_service_add (self->base.db, self->villes[0], &acte, TODAY, error);
}

static gint64
get_notifie (Fixture *self)
{
  return query (self, "SELECT notifie_cents FROM financement WHERE id = ", self->villes[0]);
}

/* initial + Σ mouvements = current */
static void
assert_somme (Fixture *self, gint64 financement)
{
  g_assert_cmpint (query (self,
                          "SELECT SUM(montant_cents) FROM mouvement WHERE etape = 'notifie'"
                          " AND financement_id = ",
                          financement),
                   ==,
                   query (self, "SELECT notifie_cents FROM financement WHERE id = ", financement));
}

static void
assert_refused (Fixture *self, PvMouvementGenre genre, PvCents apres, const char *motif)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (mouvoir (self, genre, apres, motif, &error));
  g_assert_error (error, PV_RULE_ERROR, PV_RULE_ERROR_REFUSED);
}

static void
test_mouvements (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) mouvements = NULL;

  assert_refused (self, PV_MOUVEMENT_GENRE_AVENANT, 1000, "rien n’est notifié");
  write_sql (self,
             "UPDATE financement SET notifie_cents = 300000, notifie_le = '2026-11-02'"
             " WHERE id = ",
             self->villes[0]);
  assert_refused (self, PV_MOUVEMENT_GENRE_AVENANT, 350000, " ");
  assert_refused (self, PV_MOUVEMENT_GENRE_AVENANT, 300000, "le même");
  assert_refused (self, PV_MOUVEMENT_GENRE_REDUCTION, 300001, "plus");
  assert_refused (self, PV_MOUVEMENT_GENRE_ANNULATION_PARTIELLE, 0, "tout");
  assert_refused (self, PV_MOUVEMENT_GENRE_REPORT, 1, "autre action");

  g_assert_true (mouvoir (self, PV_MOUVEMENT_GENRE_AVENANT, 350000, "action étendue", &error));
  g_assert_true (mouvoir (self, PV_MOUVEMENT_GENRE_REDUCTION, 200000, "un quartier", &error));
  g_assert_no_error (error);
  assert_somme (self, self->villes[0]);
  write_sql (self,
             "INSERT INTO versement (uuid, genre, montant_cents, financement_id) SELECT 'v',"
             " 'acompte', 80000, id FROM financement WHERE id = ",
             self->villes[0]);
  g_assert_true (mouvoir (self, PV_MOUVEMENT_GENRE_DESISTEMENT, PV_CENTS_NULL, "renonce", &error));
  g_assert_cmpint (get_notifie (self), ==, 80000);
  assert_refused (self, PV_MOUVEMENT_GENRE_DESISTEMENT, PV_CENTS_NULL, "encore");
  assert_somme (self, self->villes[0]);

  /* the last one is taken back, no other */
  mouvements = pv_mouvement_store_list (self->base.db, self->villes[0], &error);
  g_assert_cmpint (mouvements->len, ==, 4);
  g_assert_false (
      pv_mouvement_service_remove (self->base.db, ((PvMouvement *)mouvements->pdata[1])->id, NULL));
  g_assert_true (pv_mouvement_service_remove (self->base.db,
                                              ((PvMouvement *)mouvements->pdata[3])->id, &error));
  g_assert_cmpint (get_notifie (self), ==, 200000);
  assert_somme (self, self->villes[0]);
}

/* --- at random ------------------------------------------------------------------------------- */

/* Whatever is done in whatever order, kept totals are those of a recount (tear_down), and the dated
 * changes make the amount. */
static void
test_hasard (Fixture *self, gconstpointer data)
{
  static const PvMouvementGenre genres[] = { PV_MOUVEMENT_GENRE_AVENANT,
                                             PV_MOUVEMENT_GENRE_REDUCTION,
                                             PV_MOUVEMENT_GENRE_ANNULATION_PARTIELLE,
                                             PV_MOUVEMENT_GENRE_DESISTEMENT };
  guint done = 0;

  for (guint i = 0; i < 300; i++)
    {
      guint first = (guint)g_test_rand_int_range (0, N_DOSSIERS);
      gboolean ville = g_test_rand_int_range (0, 2) == 0;
      const gint64 *ids = ville ? self->villes : self->etats;
      PvVoteActe acte = make_acte (self, PV_ETAPE_VOTE);
      PvVoteMontant montants[] = {
        { ids[first], g_test_rand_int_range (0, 500000) },
        { ids[(first + 1) % N_DOSSIERS], g_test_rand_int_range (0, 500000) },
      };
      PvMouvementActe mouvement = { genres[g_test_rand_int_range (0, 4)], "2026-11-20",
                                    g_test_rand_int_range (0, 500000), "au hasard", NULL };
      gboolean ok = FALSE;

      acte.financeur_id = ville ? self->ville : self->etat;
      switch (g_test_rand_int_range (0, 5))
        {
        case 0:
          ok = pv_vote_service_voter (self->base.db, &acte, montants, 2, TRUE, TODAY, NULL);
          break;
        case 1:
          ok = pv_vote_service_notifier (self->base.db, &acte, montants, 2, TRUE, TODAY, NULL);
          break;
        case 2:
          ok = pv_mouvement_service_add (self->base.db, ids[first], &mouvement, TODAY, NULL);
          break;
        case 3:
          ok = pv_mouvement_service_remove (
              self->base.db,
              query (self, "SELECT MAX(id) FROM mouvement WHERE financement_id = ", ids[first]),
              NULL);
          break;
        default:
          ok = pv_financement_service_set_montant (self->base.db, ids[first], PV_ETAPE_NOTIFIE,
                                                   g_test_rand_int_range (0, 500000), TODAY, NULL,
                                                   NULL);
          break;
        }
      done += ok;
      if (query (self, "SELECT notifie_cents IS NOT NULL FROM financement WHERE id = ", ids[first]))
        assert_somme (self, ids[first]);
    }
  g_assert_cmpint (done, >, 50);
  model_fixture_assert_totals (&self->base);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define TEST(name, function) g_test_add ("/vote/" name, Fixture, NULL, set_up, function, tear_down)
  TEST ("lecture", test_lecture);
  TEST ("vote", test_voter);
  TEST ("remarks", test_remarks);
  TEST ("other-appel", test_autre_appel);
  TEST ("committee", test_seance);
  TEST ("notification", test_notifier);
  TEST ("cer", test_cer);
  TEST ("bilan", test_bilan);
  TEST ("acts", test_mouvements);
  TEST ("random", test_hasard);
#undef TEST

  return g_test_run ();
}
