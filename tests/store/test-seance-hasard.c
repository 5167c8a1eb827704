/* test-seance-hasard.c: whatever is done in whatever order, the figures hold
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dossier/pv-dossier-service.h"
#include "financement/pv-financement-service.h"
#include "pv-error.h"
#include "pv-history.h"
#include "seance-fixture.h"
#include "seance/pv-seance-fiche-store.h"
#include "seance/pv-seance-journal.h"

/* Actions of a run, and its seed; PROGVILLE_HASARD and PROGVILLE_GRAINE give others. */
#define PAS 1500
#define GRAINE 20261121

#define DOSSIERS 8

typedef struct
{
  SeanceFixture base;
  GRand *rand;
  gboolean avis;
  gint64 debut; /* the last group of the history before the run */
  gint64 dossiers[DOSSIERS];
  gint64 financements[DOSSIERS][SEANCE_FIXTURE_PAYEURS];
  GHashTable *copies; /* key of a decision → its sealed copy, as text */
  guint n_faits, n_refus, n_closes, n_rectifiees, n_annules;
} Fixture;

static guint64
get_number (const char *name, guint64 usual)
{
  const char *text = g_getenv (name);

  return text != NULL ? g_ascii_strtoull (text, NULL, 10) : usual;
}

static void
set_up (Fixture *self, gconstpointer data)
{
  gint64 porteur;

  seance_fixture_set_up (&self->base, data);
  self->avis = data != NULL;
  self->rand = g_rand_new_with_seed ((guint32)get_number ("PROGVILLE_GRAINE", GRAINE));
  self->copies = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  porteur = model_fixture_add_organisme (&self->base.base, "Mains Vertes", NULL);
  for (guint i = 0; i < DOSSIERS; i++)
    {
      g_autofree char *numero = g_strdup_printf ("05%02u", i);

      if (i < SEANCE_FIXTURE_DOSSIERS)
        self->dossiers[i] = self->base.dossiers[i];
      else
        self->dossiers[i] = model_fixture_add_dossier (&self->base.base, numero, porteur);
      for (guint p = 0; p < SEANCE_FIXTURE_PAYEURS; p++)
        self->financements[i][p] =
            i < SEANCE_FIXTURE_DOSSIERS
                ? self->base.financements[i][p]
                : model_fixture_add_financement (&self->base.base, self->dossiers[i],
                                                 self->base.payeurs[p], self->base.enveloppes[p],
                                                 123456 + i, i % 2 ? 65432 : PV_CENTS_NULL);
    }
  model_fixture_write (&self->base.base, "UPDATE dossier SET statut = 'propose'");
  self->debut = pv_history_last_group (self->base.base.db);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_rand_free (self->rand);
  g_hash_table_unref (self->copies);
  seance_fixture_tear_down (&self->base, data);
}

static gboolean
chance (Fixture *self, guint percent)
{
  return g_rand_int_range (self->rand, 0, 100) < (gint32)percent;
}

static guint
below (Fixture *self, guint n)
{
  return (guint)g_rand_int_range (self->rand, 0, (gint32)n);
}

static PvCents
any_cents (Fixture *self)
{
  if (chance (self, 10))
    return PV_CENTS_NULL;

  return chance (self, 10) ? 0 : g_rand_int_range (self->rand, 1, 400000);
}

/* --- the figures, another way --------------------------------------------------------------- */

/* What is left of an envelope once what counts of the séance is closed: each financement is made
 * what the closing would make of it, its dossier is moved, and all are added up. */
static PvCents
engage_of (Fixture *self,
           const PvSeanceResume *seance,
           gint64 financement_id,
           gboolean compte,
           gboolean arbitre)
{
  PvDb *db = self->base.base.db;
  g_autoptr (PvFinancement) financement = pv_financement_store_get (db, financement_id, NULL);
  g_autoptr (PvDossier) dossier = pv_dossier_store_get (db, financement->dossier_id, NULL);
  g_autoptr (PvDecision) decision = NULL;
  PvEtape etape = seance->effet == PV_INSTANCE_EFFET_AVIS ? PV_ETAPE_PROPOSE : PV_ETAPE_ARBITRE;
  PvDossierStatut statut = dossier->statut;
  gint64 ordre = PV_INT_NULL;

  if (seance->seance->etat == PV_SEANCE_ETAT_OUVERTE || compte)
    pv_seance_store_find_dossier (db, seance->seance->id, dossier->id, &ordre, NULL);
  if (ordre != PV_INT_NULL && seance->seance->etat != PV_SEANCE_ETAT_CLOSE)
    {
      decision = pv_decision_store_get_derniere (db, ordre, NULL);
      if (compte || (decision != NULL && decision->decision != PV_DECISION_GENRE_NULL))
        {
          g_autoptr (GArray) montants =
              decision != NULL ? pv_decision_store_list_montants (db, decision->id, NULL) : NULL;
          g_autoptr (GPtrArray) deports = pv_seance_store_list_deports (db, ordre, NULL);
          PvCents table = montants == NULL ? financement->propose_cents : PV_CENTS_NULL;
          gboolean verrou = financement->vote_cents != PV_CENTS_NULL ||
                            financement->notifie_cents != PV_CENTS_NULL;

          for (guint i = 0; montants != NULL && i < montants->len; i++)
            if (g_array_index (montants, PvDecisionMontant, i).financement_id == financement_id)
              table = g_array_index (montants, PvDecisionMontant, i).montant_cents;
          for (guint i = 0; i < deports->len; i++)
            for (guint p = 0; p < SEANCE_FIXTURE_PAYEURS; p++)
              if (((const PvDeport *)deports->pdata[i])->institution_id ==
                      self->base.institutions[p] &&
                  financement->financeur_id == self->base.payeurs[p])
                verrou = TRUE;
          if (!verrou && table != PV_CENTS_NULL)
            pv_financement_set_montant (financement, etape, table);
          pv_decision_genre_get_statut (decision != NULL &&
                                                decision->decision != PV_DECISION_GENRE_NULL
                                            ? decision->decision
                                            : PV_DECISION_GENRE_PROGRAMME,
                                        seance->effet, &statut);
          if (seance->effet == PV_INSTANCE_EFFET_AVIS &&
              pv_dossier_statut_libere_enveloppe (dossier->statut))
            statut = dossier->statut;
        }
    }
  if (pv_dossier_statut_libere_enveloppe (statut))
    return 0;
  if (arbitre)
    financement->propose_cents = PV_CENTS_NULL;

  return pv_financement_get_engage (financement);
}

static PvCents
sum_engage (Fixture *self,
            const PvSeanceResume *seance,
            guint payeur,
            gint64 dossier_id,
            gboolean avec,
            gboolean arbitre)
{
  PvCents somme = 0;

  for (guint i = 0; i < DOSSIERS; i++)
    {
      g_autoptr (PvSeanceResume) autre = NULL;
      const PvSeanceResume *vue = seance;

      /* the dossier that is looked at counts as it is proposed, before */
      if (self->dossiers[i] == dossier_id && !avec)
        {
          autre = pv_seance_store_get_resume (self->base.base.db, seance->seance->id, NULL);
          autre->seance->etat = PV_SEANCE_ETAT_CLOSE;
          vue = autre;
        }
      somme += engage_of (self, vue, self->financements[i][payeur],
                          self->dossiers[i] == dossier_id && avec, arbitre);
    }

  return somme;
}

static void
check_pots (Fixture *self, gint64 seance_id)
{
  PvDb *db = self->base.base.db;
  g_autoptr (PvSeanceResume) seance = pv_seance_store_get_resume (db, seance_id, NULL);
  g_autoptr (GPtrArray) ordre = pv_seance_store_list_dossiers (db, seance_id, NULL);
  g_autoptr (PvSeanceFiche) fiche = NULL;
  g_autoptr (PvSeanceJournal) journal = NULL;
  g_autoptr (GError) error = NULL;
  const PvSeanceDossier *un;

  if (ordre->len == 0)
    return;
  un = ordre->pdata[below (self, ordre->len)];
  fiche = pv_seance_fiche_load (db, un->id, &error);
  g_assert_no_error (error);
  journal = pv_seance_journal_load (db, seance_id, &error);
  g_assert_no_error (error);
  for (guint p = 0; p < SEANCE_FIXTURE_PAYEURS; p++)
    {
      gint64 montant =
          seance_fixture_get (&self->base, "SELECT montant_cents FROM enveloppe WHERE id = %d",
                              self->base.enveloppes[p]);

      for (guint i = 0; i < fiche->lignes->len; i++)
        {
          const PvSeanceLigne *ligne = fiche->lignes->pdata[i];

          if (ligne->enveloppe_id != self->base.enveloppes[p] ||
              seance->seance->etat == PV_SEANCE_ETAT_CLOSE)
            continue;
          g_assert_cmpint (ligne->avant_cents, ==,
                           montant - sum_engage (self, seance, p, un->dossier_id, FALSE, FALSE));
          g_assert_cmpint (ligne->apres_cents, ==,
                           montant - sum_engage (self, seance, p, un->dossier_id, TRUE, FALSE));
        }
      for (guint i = 0; i < journal->enveloppes->len; i++)
        {
          const PvSeanceEnveloppe *etat = journal->enveloppes->pdata[i];

          if (etat->id != self->base.enveloppes[p])
            continue;
          g_assert_cmpint (etat->restant_cents, ==,
                           montant - sum_engage (self, seance, p, PV_INT_NULL, FALSE, FALSE));
          g_assert_cmpint (etat->reste_cents, ==,
                           montant - sum_engage (self, seance, p, PV_INT_NULL, FALSE, TRUE));
        }
    }
}

/* --- what is sealed stays ------------------------------------------------------------------- */

static char *
dup_copie (Fixture *self, const PvDecision *decision)
{
  g_autoptr (GArray) montants =
      pv_decision_store_list_montants (self->base.base.db, decision->id, NULL);
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%d %s %s", decision->decision, decision->reserve,
                          decision->decidee_a);
  for (guint i = 0; i < montants->len; i++)
    {
      const PvDecisionMontant *montant = &g_array_index (montants, PvDecisionMontant, i);

      g_string_append_printf (text,
                              " %" G_GINT64_FORMAT ":%" G_GINT64_FORMAT ":%d:%" G_GINT64_FORMAT
                              ":%" G_GINT64_FORMAT,
                              montant->financement_id, montant->montant_cents, montant->verrou,
                              montant->sollicite_cents, montant->propose_cents);
    }

  return g_string_free (text, FALSE);
}

static void
check_sealed (Fixture *self)
{
  PvDb *db = self->base.base.db;
  g_autoptr (GPtrArray) seances = pv_seance_store_list (db, PV_INT_NULL, NULL);
  guint found = 0;

  for (guint s = 0; s < seances->len; s++)
    {
      const PvSeanceResume *resume = seances->pdata[s];
      g_autoptr (GPtrArray) ordre = NULL;

      if (resume->seance->etat != PV_SEANCE_ETAT_CLOSE)
        continue;
      ordre = pv_seance_store_list_dossiers (db, resume->seance->id, NULL);
      for (guint i = 0; i < ordre->len; i++)
        {
          g_autoptr (GPtrArray) versions =
              pv_decision_store_list (db, ((const PvSeanceDossier *)ordre->pdata[i])->id, NULL);

          for (guint v = 0; v < versions->len; v++)
            {
              const PvDecision *decision = versions->pdata[v];
              g_autofree char *copie = dup_copie (self, decision);
              const char *avant = g_hash_table_lookup (self->copies, &decision->id);

              g_assert_true (decision->scellee);
              if (avant != NULL)
                {
                  g_assert_cmpstr (copie, ==, avant);
                  found++;
                }
              else
                {
                  g_hash_table_insert (self->copies, g_memdup2 (&decision->id, sizeof (gint64)),
                                       g_steal_pointer (&copie));
                  found++;
                }
            }
        }
    }
  g_assert_cmpuint (found, ==, g_hash_table_size (self->copies));
}

/* --- actions -------------------------------------------------------------------------------- */

static gint64
any_ordre (Fixture *self, gint64 seance_id)
{
  g_autoptr (GPtrArray) ordre = pv_seance_store_list_dossiers (self->base.base.db, seance_id, NULL);

  return ordre->len == 0 ? PV_INT_NULL
                         : ((const PvSeanceDossier *)ordre->pdata[below (self, ordre->len)])->id;
}

static gboolean
edit_plan (Fixture *self, GError **error)
{
  static const PvEtape etapes[] = { PV_ETAPE_SOLLICITE, PV_ETAPE_PROPOSE, PV_ETAPE_PROPOSE,
                                    PV_ETAPE_ARBITRE,   PV_ETAPE_VOTE,    PV_ETAPE_NOTIFIE };
  PvEtape etape = etapes[below (self, chance (self, 15) ? 6 : 4)];
  PvCents cents = etape >= PV_ETAPE_VOTE && chance (self, 60) ? PV_CENTS_NULL : any_cents (self);

  return pv_financement_service_set_montant (
      self->base.base.db,
      self->financements[below (self, DOSSIERS)][below (self, SEANCE_FIXTURE_PAYEURS)], etape,
      cents, "2026-11-21", NULL, error);
}

/* A committee that gives avis has dossiers that are not decided yet. */
static gboolean
move_statut (Fixture *self, GError **error)
{
  guint n = self->avis ? 2 : 7;

  return pv_dossier_service_set_statut (
      self->base.base.db, self->dossiers[below (self, DOSSIERS)],
      (PvDossierStatut)(PV_DOSSIER_STATUT_INSTRUIT + (int)below (self, n)), NULL, error);
}

static gboolean
prepare (Fixture *self, gint64 seance_id, GError **error)
{
  PvDb *db = self->base.base.db;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 ordre = any_ordre (self, seance_id);

  switch (below (self, 4))
    {
    case 0:
      g_array_append_val (ids, self->dossiers[below (self, DOSSIERS)]);
      return pv_seance_ajouter_dossiers (db, seance_id, ids, NULL, error);
    case 1:
      return ordre == PV_INT_NULL || pv_seance_retirer_dossier (db, ordre, error);
    case 2:
      return ordre == PV_INT_NULL || pv_seance_deplacer (db, ordre, below (self, 6), error);
    default:
      return pv_seance_set_presence (db, seance_id, self->base.institutions[below (self, 3)], NULL,
                                     chance (self, 80), error);
    }
}

static gboolean
hold (Fixture *self, gint64 seance_id, GError **error)
{
  PvDb *db = self->base.base.db;
  gint64 ordre = any_ordre (self, seance_id);
  g_autoptr (PvSeanceDossier) dossier = NULL;
  guint i;

  if (ordre == PV_INT_NULL)
    return TRUE;
  dossier = pv_seance_store_get_dossier (db, ordre, NULL);
  for (i = 0; i + 1 < DOSSIERS && self->dossiers[i] != dossier->dossier_id; i++)
    ;
  switch (below (self, 10))
    {
    case 0:
    case 1:
    case 2:
    case 3:
      return pv_seance_decider (db, ordre,
                                chance (self, 60) ? PV_DECISION_GENRE_PROGRAMME
                                                  : (PvDecisionGenre)((int)below (self, 6) - 1),
                                below (self, 90), error);
    case 4:
    case 5:
    case 6:
    case 7:
      return pv_seance_set_montant (db, ordre, self->financements[i][below (self, 3)],
                                    any_cents (self), error);
    case 8:
      return pv_seance_set_deport (db, ordre, self->base.institutions[below (self, 3)],
                                   chance (self, 30), NULL, error);
    default:
      return chance (self, 50) ? pv_seance_annuler_derniere (db, seance_id, NULL, error)
                               : pv_seance_set_reserve (db, ordre, "RIB", error);
    }
}

static gboolean
decide_all (Fixture *self, gint64 seance_id)
{
  g_autoptr (GPtrArray) ordre = pv_seance_store_list_dossiers (self->base.base.db, seance_id, NULL);

  for (guint i = 0; i < ordre->len; i++)
    {
      const PvSeanceDossier *dossier = ordre->pdata[i];

      if (dossier->decision == PV_DECISION_GENRE_NULL &&
          !pv_seance_decider (self->base.base.db, dossier->id, PV_DECISION_GENRE_REFUSE,
                              PV_INT_NULL, NULL))
        return FALSE;
    }

  return TRUE;
}

static gboolean
end_seance (Fixture *self, gint64 seance_id, GError **error)
{
  if (chance (self, 70))
    decide_all (self, seance_id);
  if (!pv_seance_clore (self->base.base.db, seance_id, "séance d’essai", error))
    return FALSE;
  self->n_closes++;

  return TRUE;
}

static gboolean
rectify (Fixture *self, GError **error)
{
  PvDb *db = self->base.base.db;
  gint64 n =
      seance_fixture_get (&self->base, "SELECT COUNT (*) FROM decision WHERE scellee = %d", 1);
  g_autofree char *sql = NULL;
  g_autoptr (PvSeanceDossier) dossier = NULL;
  PvSeanceMontant montant;
  gint64 ordre;

  if (n == 0)
    return TRUE;
  sql = g_strdup_printf ("SELECT seance_dossier_id FROM decision WHERE scellee = 1 LIMIT 1 OFFSET"
                         " %u",
                         below (self, (guint)n));
  ordre = model_fixture_query (&self->base.base, sql);
  dossier = pv_seance_store_get_dossier (db, ordre, NULL);
  for (guint i = 0; i < DOSSIERS; i++)
    if (self->dossiers[i] == dossier->dossier_id)
      montant = (PvSeanceMontant){ self->financements[i][below (self, 3)], any_cents (self) };
  if (!pv_seance_rectifier (db, ordre, (PvDecisionGenre)below (self, 5), NULL, &montant, 1, "essai",
                            error))
    return FALSE;
  self->n_rectifiees++;

  return TRUE;
}

/* Back or forth; a closing in the way is refused. */
static gboolean
travel (Fixture *self, GError **error)
{
  PvDb *db = self->base.base.db;
  g_autoptr (PvHistoryGroup) group =
      chance (self, 60) ? pv_history_last_undoable (db, NULL) : pv_history_last_redoable (db, NULL);

  if (group == NULL || group->id <= self->debut)
    return TRUE;
  if (pv_history_undo (db, group->id, error) == 0)
    return FALSE;
  self->n_annules++;

  return TRUE;
}

static gint64
current_seance (Fixture *self)
{
  gint64 id = seance_fixture_get (&self->base,
                                  "SELECT MIN (id) FROM seance WHERE etat <> 'close' AND %d", 1);

  return id != PV_INT_NULL ? id : seance_fixture_add_seance (&self->base, "2026-12-01");
}

static gboolean
act (Fixture *self, gint64 seance_id, GError **error)
{
  guint n = below (self, 100);

  if (n < 25)
    return edit_plan (self, error);
  if (n < 30)
    return move_statut (self, error);
  if (n < 42)
    return prepare (self, seance_id, error);
  if (n < 48)
    return pv_seance_ouvrir (self->base.base.db, seance_id, TRUE, error);
  if (n < 80)
    return hold (self, seance_id, error);
  if (n < 84)
    return end_seance (self, seance_id, error);
  if (n < 88)
    return rectify (self, error);

  return travel (self, error);
}

static void
check_refusal (const GError *error)
{
  if (error->domain != PV_RULE_ERROR &&
      !g_error_matches (error, PV_DB_ERROR, PV_DB_ERROR_CONFLICT) &&
      !g_error_matches (error, PV_DB_ERROR, PV_DB_ERROR_FAILED))
    g_error ("refused without a rule: %s", error->message);
}

static void
test_run (Fixture *self, gconstpointer data)
{
  guint pas = (guint)get_number ("PROGVILLE_HASARD", PAS);

  for (guint i = 0; i < pas; i++)
    {
      g_autoptr (GError) error = NULL;
      gint64 seance_id = current_seance (self);

      if (act (self, seance_id, &error))
        self->n_faits++;
      else
        {
          self->n_refus++;
          check_refusal (error);
        }
      if (model_fixture_query (&self->base.base, "SELECT COUNT (*) FROM seance WHERE id > 0") > 0)
        check_pots (self, current_seance (self));
      if (i % 10 == 0)
        check_sealed (self);
      if (i % 25 == 0)
        model_fixture_assert_totals (&self->base.base);
      if (i % 500 == 0)
        seance_fixture_assert_sound (&self->base);
    }
  check_sealed (self);
  g_test_message ("%u done, %u refused, %u séances closed, %u decisions rectified, %u undone or"
                  " redone, %u sealed",
                  self->n_faits, self->n_refus, self->n_closes, self->n_rectifiees, self->n_annules,
                  g_hash_table_size (self->copies));
  if (pas == PAS && g_getenv ("PROGVILLE_GRAINE") == NULL)
    {
      g_assert_cmpuint (self->n_closes, >, 5);
      g_assert_cmpuint (self->n_rectifiees, >, 10);
      g_assert_cmpuint (self->n_annules, >, 50);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/seance-hasard/decision", Fixture, NULL, set_up, test_run, tear_down);
  g_test_add ("/seance-hasard/avis", Fixture, "avis", set_up, test_run, tear_down);

  return g_test_run ();
}
