/* pv-seance-service.c: a séance is held
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "seance/pv-seance-service.h"

#include <glib/gi18n-lib.h>

#include "commun/pv-entite.h"
#include "pv-error.h"
#include "pv-transaction.h"
#include "seance/pv-decision-store.h"
#include "seance/pv-seance-private.h"

/* --- to open ---------------------------------------------------------------------------- */

static gboolean
check_ouverture (const PvSeanceResume *resume, gboolean sans_quorum, GError **error)
{
  if (resume->seance->etat == PV_SEANCE_ETAT_CLOSE)
    return pv_seance_refuse_close (error);
  if (resume->seance->etat == PV_SEANCE_ETAT_OUVERTE)
    return pv_seance_refuse (error, _ ("The séance is already open."));
  if (resume->n_dossiers == 0)
    return pv_seance_refuse (error, _ ("The séance has no dossier: put some on its agenda before"
                                       " opening it."));
  if (resume->n_presents == 0)
    return pv_seance_refuse (error, _ ("Nobody is present: say who is there before opening the"
                                       " séance."));
  if (sans_quorum || pv_seance_resume_has_quorum (resume))
    return TRUE;
  g_set_error (error, PV_RULE_ERROR, PV_RULE_ERROR_REFUSED,
               _ ("The quorum is not reached: %u present, %u needed. Open the séance all the same,"
                  " or wait for the others."),
               resume->n_presents, (guint)resume->quorum);

  return FALSE;
}

gboolean
pv_seance_ouvrir (PvDb *db, gint64 id, gboolean sans_quorum, GError **error)
{
  g_autoptr (PvTransaction) transaction = pv_transaction_begin (db, "seance-open", NULL, error);
  g_autoptr (PvSeance) seance = transaction != NULL ? pv_seance_need (db, id, error) : NULL;
  g_autoptr (PvSeanceResume) resume = NULL;

  if (seance == NULL)
    return FALSE;
  resume = pv_seance_store_get_resume (db, id, error);
  if (resume == NULL || !check_ouverture (resume, sans_quorum, error) ||
      !pv_seance_check_seule (db, id, error))
    return FALSE;
  seance->etat = PV_SEANCE_ETAT_OUVERTE;
  g_free (seance->ouverte_a);
  seance->ouverte_a = pv_clock_now (pv_db_get_clock (db));

  return pv_seance_store_update (db, seance, NULL, error) &&
         pv_transaction_commit (transaction, error);
}

/* --- what is on the table ----------------------------------------------------------------- */

/* Puts on the table what is proposed of each line that is not locked. */
static gboolean
put_propose (PvDb *db, const PvDecision *decision, const GArray *mises, GError **error)
{
  for (guint i = 0; i < mises->len; i++)
    {
      const PvSeanceMise *mise = &g_array_index (mises, PvSeanceMise, i);

      if (mise->verrou == PV_SEANCE_VERROU_NULL &&
          !pv_decision_store_set_montant (db, decision->id, mise->financement_id,
                                          mise->propose_cents, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
put_zero (PvDb *db, const PvDecision *decision, const GArray *mises, GError **error)
{
  for (guint i = 0; i < mises->len; i++)
    {
      const PvSeanceMise *mise = &g_array_index (mises, PvSeanceMise, i);

      if (mise->verrou == PV_SEANCE_VERROU_NULL &&
          !pv_decision_store_set_montant (db, decision->id, mise->financement_id, 0, error))
        return FALSE;
    }

  return TRUE;
}

/* (transfer full) (nullable): the decision being made, made at the first touch. */
static PvDecision *
touch (PvDb *db, gint64 seance_dossier_id, GArray **mises, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (PvDecision) decision = pv_decision_store_get_derniere (db, seance_dossier_id, &local);

  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  *mises = pv_seance_table_load (db, seance_dossier_id, error);
  if (*mises == NULL)
    return NULL;
  if (decision != NULL)
    return g_steal_pointer (&decision);
  decision = pv_decision_new ();
  decision->seance_dossier_id = seance_dossier_id;
  if (!pv_decision_store_insert (db, decision, error) || !put_propose (db, decision, *mises, error))
    return NULL;

  return g_steal_pointer (&decision);
}

/* Whether a decision itself says the amounts: they are not what was typed. */
static gboolean
says_amounts (PvDecisionGenre genre)
{
  return genre == PV_DECISION_GENRE_AJOURNE || genre == PV_DECISION_GENRE_REFUSE ||
         genre == PV_DECISION_GENRE_REORIENTE;
}

static gboolean
follow_genre (PvDb *db,
              const PvDecision *decision,
              PvDecisionGenre genre,
              const GArray *mises,
              GError **error)
{
  if (genre == decision->decision)
    return TRUE;
  if (genre == PV_DECISION_GENRE_AJOURNE)
    return pv_decision_store_clear_montants (db, decision->id, error);
  if (says_amounts (genre))
    return put_zero (db, decision, mises, error);

  return !says_amounts (decision->decision) || put_propose (db, decision, mises, error);
}

/* The next second of @instant. */
static char *
add_second (const char *instant)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) date = g_date_time_new_from_iso8601 (instant, utc);
  g_autoptr (GDateTime) next = date != NULL ? g_date_time_add_seconds (date, 1) : NULL;

  return next != NULL ? g_date_time_format (next, "%Y-%m-%dT%H:%M:%SZ") : NULL;
}

/* Now, but after the decisions before: their order is that of their instants. */
static gboolean
get_instant (PvDb *db, gint64 seance_dossier_id, char **instant, GError **error)
{
  g_autofree char *dernier = NULL;

  if (!pv_decision_store_get_dernier_instant (db, seance_dossier_id, &dernier, error))
    return FALSE;
  *instant = pv_clock_now (pv_db_get_clock (db));
  if (dernier != NULL && strcmp (*instant, dernier) <= 0)
    {
      g_autofree char *next = add_second (dernier);

      if (next != NULL)
        {
          g_free (*instant);
          *instant = g_steal_pointer (&next);
        }
    }

  return TRUE;
}

static gboolean
write_genre (PvDb *db, PvDecision *decision, PvDecisionGenre genre, gint64 duree_s, GError **error)
{
  if (genre != decision->decision)
    {
      g_clear_pointer (&decision->decidee_a, g_free);
      /* a reserve is no reason of a refusal: what was said goes with what was decided */
      if (decision->decision != PV_DECISION_GENRE_NULL)
        pv_champ_set_text (&decision->reserve, NULL);
      if (genre != PV_DECISION_GENRE_NULL &&
          !get_instant (db, decision->seance_dossier_id, &decision->decidee_a, error))
        return FALSE;
    }
  decision->decision = genre;
  if (genre != PV_DECISION_GENRE_AJOURNE)
    decision->ajourne_seance_id = PV_INT_NULL;
  if (duree_s != PV_INT_NULL && duree_s > 0)
    decision->duree_s = (decision->duree_s != PV_INT_NULL ? decision->duree_s : 0) + duree_s;

  return pv_decision_store_update (db, decision, NULL, error);
}

static gboolean
decide (PvDb *db,
        const PvSeanceDossier *dossier,
        PvDecisionGenre genre,
        gint64 duree_s,
        GError **error)
{
  g_autoptr (GArray) mises = NULL;
  g_autoptr (PvDecision) decision = NULL;

  if (!pv_seance_check_ouverte (db, dossier->seance_id, error))
    return FALSE;
  decision = touch (db, dossier->id, &mises, error);

  return decision != NULL && follow_genre (db, decision, genre, mises, error) &&
         write_genre (db, decision, genre, duree_s, error);
}

gboolean
pv_seance_decider (PvDb *db,
                   gint64 seance_dossier_id,
                   PvDecisionGenre decision,
                   gint64 duree_s,
                   GError **error)
{
  g_autoptr (PvSeanceDossier) dossier = pv_seance_need_dossier (db, seance_dossier_id, error);
  g_autoptr (PvTransaction) transaction =
      dossier != NULL ? pv_transaction_begin (db, "seance-decide", dossier->numero, error) : NULL;

  g_return_val_if_fail (decision < PV_N_DECISION_GENRES, FALSE);

  return transaction != NULL && decide (db, dossier, decision, duree_s, error) &&
         pv_transaction_commit (transaction, error);
}

static gboolean
refuse_verrou (PvSeanceVerrou verrou, GError **error)
{
  switch (verrou)
    {
    case PV_SEANCE_VERROU_VOTE:
      return pv_seance_refuse (error, _ ("This payer has voted: its amount no longer changes in a"
                                         " séance."));
    case PV_SEANCE_VERROU_NOTIFIE:
      return pv_seance_refuse (error, _ ("This payer has notified its grant: its amount no longer"
                                         " changes in a séance."));
    case PV_SEANCE_VERROU_DEPORT:
      return pv_seance_refuse (error, _ ("The institution that is this payer is recused on this"
                                         " dossier: its amount is not decided here."));
    case PV_SEANCE_VERROU_NULL:
    default:
      return TRUE;
    }
}

static gboolean
check_montant (const PvDecision *decision,
               const GArray *mises,
               gint64 financement_id,
               PvCents cents,
               GError **error)
{
  if (cents != PV_CENTS_NULL && cents < 0)
    return pv_seance_fail (error, PV_RULE_ERROR_INVALID,
                           _ ("An amount is not negative. Type 0 for a refusal."));
  if (cents > PV_SEANCE_MONTANT_MAX)
    return pv_seance_fail (error, PV_RULE_ERROR_INVALID,
                           _ ("This amount is too large to be a grant. Look at what was typed."));
  if (decision->decision == PV_DECISION_GENRE_REFUSE)
    return pv_seance_refuse (error, _ ("The dossier is refused: it has no amount. Change the"
                                       " decision first."));
  if (decision->decision == PV_DECISION_GENRE_AJOURNE)
    return pv_seance_refuse (error, _ ("The dossier is put off: it has no amount. Change the"
                                       " decision first."));
  for (guint i = 0; i < mises->len; i++)
    {
      const PvSeanceMise *mise = &g_array_index (mises, PvSeanceMise, i);

      if (mise->financement_id == financement_id)
        return refuse_verrou (mise->verrou, error);
    }

  return pv_seance_fail (error, PV_RULE_ERROR_NOT_FOUND,
                         _ ("This payer is not one of the dossier any more."));
}

gboolean
pv_seance_set_montant (PvDb *db,
                       gint64 seance_dossier_id,
                       gint64 financement_id,
                       PvCents cents,
                       GError **error)
{
  g_autoptr (PvSeanceDossier) dossier = pv_seance_need_dossier (db, seance_dossier_id, error);
  g_autoptr (PvTransaction) transaction =
      dossier != NULL ? pv_transaction_begin (db, "seance-montant", dossier->numero, error) : NULL;
  g_autoptr (GArray) mises = NULL;
  g_autoptr (PvDecision) decision = NULL;

  if (transaction == NULL || !pv_seance_check_ouverte (db, dossier->seance_id, error))
    return FALSE;
  decision = touch (db, seance_dossier_id, &mises, error);

  return decision != NULL && check_montant (decision, mises, financement_id, cents, error) &&
         pv_decision_store_set_montant (db, decision->id, financement_id, cents, error) &&
         pv_transaction_commit (transaction, error);
}

gboolean
pv_seance_set_reserve (PvDb *db, gint64 seance_dossier_id, const char *reserve, GError **error)
{
  g_autoptr (PvSeanceDossier) dossier = pv_seance_need_dossier (db, seance_dossier_id, error);
  g_autoptr (PvTransaction) transaction =
      dossier != NULL ? pv_transaction_begin (db, "seance-reserve", dossier->numero, error) : NULL;
  g_autoptr (GArray) mises = NULL;
  g_autoptr (PvDecision) decision = NULL;

  if (transaction == NULL || !pv_seance_check_ouverte (db, dossier->seance_id, error))
    return FALSE;
  decision = touch (db, seance_dossier_id, &mises, error);
  if (decision == NULL)
    return FALSE;
  pv_champ_set_text (&decision->reserve, reserve != NULL && *reserve != '\0' ? reserve : NULL);

  return pv_decision_store_update (db, decision, NULL, error) &&
         pv_transaction_commit (transaction, error);
}

/* --- ajournement, recusals ---------------------------------------------------------------- */

static gboolean
check_retour (PvDb *db, gint64 seance_id, gint64 retour_id, GError **error)
{
  g_autoptr (PvSeance) retour = NULL;

  if (retour_id == PV_INT_NULL)
    return TRUE;
  if (retour_id == seance_id)
    return pv_seance_refuse (error, _ ("A dossier is put off to another séance than this one."));
  retour = pv_seance_need (db, retour_id, error);
  if (retour == NULL)
    return FALSE;

  return retour->etat == PV_SEANCE_ETAT_PREPAREE ||
         pv_seance_refuse (error, _ ("A dossier is put off to a séance that is not held yet. Choose"
                                     " another."));
}

gboolean
pv_seance_set_ajournement (PvDb *db, gint64 seance_dossier_id, gint64 seance_id, GError **error)
{
  g_autoptr (PvSeanceDossier) dossier = pv_seance_need_dossier (db, seance_dossier_id, error);
  g_autoptr (PvTransaction) transaction =
      dossier != NULL ? pv_transaction_begin (db, "seance-ajourne", dossier->numero, error) : NULL;
  g_autoptr (PvDecision) decision = NULL;

  if (transaction == NULL || !pv_seance_check_ouverte (db, dossier->seance_id, error) ||
      !check_retour (db, dossier->seance_id, seance_id, error))
    return FALSE;
  if (dossier->decision != PV_DECISION_GENRE_AJOURNE)
    return pv_seance_refuse (error, _ ("Only a dossier that is put off comes back to another"
                                       " séance."));
  decision = pv_decision_store_get_derniere (db, seance_dossier_id, error);
  if (decision == NULL)
    return FALSE;
  decision->ajourne_seance_id = seance_id;

  return pv_decision_store_update (db, decision, NULL, error) &&
         pv_transaction_commit (transaction, error);
}

/* The lines that are no more locked come back as the decision has the others. */
static gboolean
put_back (PvDb *db,
          const PvDecision *decision,
          const GArray *avant,
          const GArray *apres,
          GError **error)
{
  for (guint i = 0; i < apres->len; i++)
    {
      const PvSeanceMise *mise = &g_array_index (apres, PvSeanceMise, i);
      PvSeanceVerrou verrou = g_array_index (avant, PvSeanceMise, i).verrou;
      PvCents cents = mise->propose_cents;

      if (verrou == mise->verrou)
        continue;
      if (mise->verrou != PV_SEANCE_VERROU_NULL || decision->decision == PV_DECISION_GENRE_AJOURNE)
        cents = PV_CENTS_NULL;
      else if (says_amounts (decision->decision))
        cents = 0;
      if (!pv_decision_store_set_montant (db, decision->id, mise->financement_id, cents, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
follow_deport (PvDb *db, gint64 seance_dossier_id, const GArray *avant, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (PvDecision) decision = pv_decision_store_get_derniere (db, seance_dossier_id, &local);
  g_autoptr (GArray) apres = NULL;

  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  if (decision == NULL)
    return error == NULL || *error == NULL;
  apres = pv_seance_table_load (db, seance_dossier_id, error);

  return apres != NULL && put_back (db, decision, avant, apres, error);
}

gboolean
pv_seance_set_deport (PvDb *db,
                      gint64 seance_dossier_id,
                      gint64 institution_id,
                      gboolean deporte,
                      const char *motif,
                      GError **error)
{
  g_autoptr (PvSeanceDossier) dossier = pv_seance_need_dossier (db, seance_dossier_id, error);
  g_autoptr (PvTransaction) transaction =
      dossier != NULL ? pv_transaction_begin (db, "seance-deport", dossier->numero, error) : NULL;
  g_autoptr (GArray) avant = NULL;

  if (transaction == NULL || !pv_seance_check_changeable (db, dossier->seance_id, error))
    return FALSE;
  avant = pv_seance_table_load (db, seance_dossier_id, error);
  if (avant == NULL)
    return FALSE;
  if (motif != NULL && *motif == '\0')
    motif = NULL;

  return (deporte ? pv_seance_store_set_deport (db, seance_dossier_id, institution_id, motif, error)
                  : pv_seance_store_delete_deport (db, seance_dossier_id, institution_id, error)) &&
         follow_deport (db, seance_dossier_id, avant, error) &&
         pv_transaction_commit (transaction, error);
}

/* --- where it is -------------------------------------------------------------------------- */

gboolean
pv_seance_annuler_derniere (PvDb *db, gint64 seance_id, gint64 *seance_dossier_id, GError **error)
{
  g_autoptr (PvTransaction) transaction = NULL;
  g_autoptr (PvSeanceDossier) dossier = NULL;
  gint64 id;

  if (!pv_seance_check_ouverte (db, seance_id, error) ||
      !pv_decision_store_find_derniere (db, seance_id, &id, error))
    return FALSE;
  if (id == PV_INT_NULL)
    return pv_seance_refuse (error, _ ("Nothing is decided yet."));
  dossier = pv_seance_need_dossier (db, id, error);
  if (dossier == NULL)
    return FALSE;
  transaction = pv_transaction_begin (db, "seance-undecide", dossier->numero, error);
  if (transaction == NULL || !decide (db, dossier, PV_DECISION_GENRE_NULL, PV_INT_NULL, error) ||
      !pv_transaction_commit (transaction, error))
    return FALSE;
  if (seance_dossier_id != NULL)
    *seance_dossier_id = id;

  return TRUE;
}

gboolean
pv_seance_get_courant (PvDb *db, gint64 seance_id, gint64 *seance_dossier_id, GError **error)
{
  g_autoptr (GPtrArray) dossiers = pv_seance_store_list_dossiers (db, seance_id, error);
  const PvSeanceDossier *libre = NULL;
  gint64 derniere;

  if (dossiers == NULL || !pv_decision_store_find_derniere (db, seance_id, &derniere, error))
    return FALSE;
  *seance_dossier_id = derniere;
  for (guint i = 0; i < dossiers->len; i++)
    {
      const PvSeanceDossier *dossier = dossiers->pdata[i];

      if (libre == NULL && dossier->decision == PV_DECISION_GENRE_NULL)
        libre = dossier;
      if (dossier->id != derniere || i + 1 == dossiers->len)
        continue;
      *seance_dossier_id = ((const PvSeanceDossier *)dossiers->pdata[i + 1])->id;
      return TRUE;
    }
  if (libre != NULL)
    *seance_dossier_id = libre->id;

  return TRUE;
}
