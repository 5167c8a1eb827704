/* pv-seance-rectification.c: what a closed séance decided is rectified
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "dossier/pv-dossier-service.h"
#include "financement/pv-financement-service.h"
#include "pv-error.h"
#include "pv-transaction.h"
#include "seance/pv-decision-store.h"
#include "seance/pv-seance-private.h"
#include "seance/pv-seance-service.h"

typedef struct
{
  PvDb *db;
  PvInstanceEffet effet;
  PvSeanceDossier *dossier;
  PvDecision *avant;
  PvDecision *apres;
  GArray *copie;      /* PvDecisionMontant of the version before */
  GArray *mises;      /* PvSeanceMise: the plan as it stands now */
  gint64 suivante_id; /* the séance that decided on it since, or PV_INT_NULL */
  const PvSeanceMontant *montants;
  guint n_montants;
  GArray *nouveaux; /* PvDecisionMontant of the next version */
} Rectification;

static void
rectification_clear (Rectification *self)
{
  g_clear_pointer (&self->dossier, pv_seance_dossier_free);
  g_clear_pointer (&self->avant, pv_decision_free);
  g_clear_pointer (&self->apres, pv_decision_free);
  g_clear_pointer (&self->copie, g_array_unref);
  g_clear_pointer (&self->mises, g_array_unref);
  g_clear_pointer (&self->nouveaux, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Rectification, rectification_clear)

/* --- what is asked ------------------------------------------------------------------------ */

static gboolean
check_asked (PvDecisionGenre decision,
             const PvSeanceMontant *montants,
             guint n_montants,
             const char *motif,
             GError **error)
{
  g_autofree char *texte = g_strdup (motif != NULL ? motif : "");

  if (decision == PV_DECISION_GENRE_NULL)
    return pv_seance_fail (error, PV_RULE_ERROR_INVALID, _ ("A rectification needs its decision."));
  if (*g_strstrip (texte) == '\0')
    return pv_seance_fail (error, PV_RULE_ERROR_INVALID,
                           _ ("A rectification needs its reason: it stays beside the first"
                              " decision."));
  for (guint i = 0; i < n_montants; i++)
    {
      PvCents cents = montants[i].cents;

      if (cents != PV_CENTS_NULL && cents < 0)
        return pv_seance_fail (error, PV_RULE_ERROR_INVALID,
                               _ ("An amount is not negative. Type 0 for a refusal."));
      if (cents > PV_SEANCE_MONTANT_MAX)
        return pv_seance_fail (
            error, PV_RULE_ERROR_INVALID,
            _ ("This amount is too large to be a grant. Look at what was typed."));
    }

  return TRUE;
}

static gboolean
load (Rectification *self, gint64 seance_dossier_id, GError **error)
{
  g_autoptr (PvSeanceResume) resume = NULL;

  self->dossier = pv_seance_need_dossier (self->db, seance_dossier_id, error);
  if (self->dossier == NULL)
    return FALSE;
  resume = pv_seance_store_get_resume (self->db, self->dossier->seance_id, error);
  if (resume == NULL)
    return FALSE;
  if (resume->seance->etat != PV_SEANCE_ETAT_CLOSE)
    return pv_seance_refuse (error, _ ("The séance is not closed: change the decision itself."));
  self->effet = resume->effet;
  self->avant = pv_decision_store_get_derniere (self->db, seance_dossier_id, error);
  if (self->avant == NULL)
    return (error == NULL || *error == NULL) &&
           pv_seance_refuse (error, _ ("The séance decided nothing of this dossier."));
  if (!pv_decision_store_find_suivante (self->db, seance_dossier_id, &self->suivante_id, error))
    return FALSE;
  self->copie = pv_decision_store_list_montants (self->db, self->avant->id, error);
  self->mises =
      self->copie != NULL ? pv_seance_table_load (self->db, seance_dossier_id, error) : NULL;
  self->nouveaux = g_array_new (FALSE, FALSE, sizeof (PvDecisionMontant));

  return self->mises != NULL;
}

/* --- the amounts of the next version ------------------------------------------------------ */

static const PvDecisionMontant *
find_copie (const Rectification *self, gint64 financement_id)
{
  for (guint i = 0; i < self->copie->len; i++)
    {
      const PvDecisionMontant *montant = &g_array_index (self->copie, PvDecisionMontant, i);

      if (montant->financement_id == financement_id)
        return montant;
    }

  return NULL;
}

/* What is asked of one line; @cents stays as it is when nothing is. */
static void
get_asked (const Rectification *self, gint64 financement_id, PvCents *cents)
{
  gboolean change = self->apres->decision != self->avant->decision;

  if (self->apres->decision == PV_DECISION_GENRE_AJOURNE)
    *cents = PV_CENTS_NULL;
  else if (self->apres->decision == PV_DECISION_GENRE_REFUSE ||
           (self->apres->decision == PV_DECISION_GENRE_REORIENTE && change))
    *cents = 0;
  if (self->apres->decision == PV_DECISION_GENRE_AJOURNE ||
      self->apres->decision == PV_DECISION_GENRE_REFUSE)
    return;
  for (guint i = 0; i < self->n_montants; i++)
    if (self->montants[i].financement_id == financement_id)
      *cents = self->montants[i].cents;
}

/* A line as the séance had it; one that came since is as it stands now. */
static PvDecisionMontant
get_depart (const Rectification *self, const PvSeanceMise *mise)
{
  const PvDecisionMontant *copie = find_copie (self, mise->financement_id);

  if (copie != NULL)
    return *copie;

  return (PvDecisionMontant){
    mise->financement_id, mise->verrou != PV_SEANCE_VERROU_NULL ? mise->ferme_cents : PV_CENTS_NULL,
    mise->verrou,         mise->sollicite_cents,
    mise->propose_cents,
  };
}

static gboolean
add_ligne (Rectification *self, const PvSeanceMise *mise, GError **error)
{
  PvDecisionMontant montant = get_depart (self, mise);
  PvCents avant = montant.montant_cents;
  PvCents cents = avant;

  if (montant.verrou == PV_SEANCE_VERROU_NULL)
    get_asked (self, mise->financement_id, &cents);
  else
    for (guint i = 0; i < self->n_montants; i++)
      if (self->montants[i].financement_id == mise->financement_id)
        cents = self->montants[i].cents;
  if (cents != avant && montant.verrou != PV_SEANCE_VERROU_NULL)
    return pv_seance_refuse (error, _ ("The séance did not decide this amount: the payer had voted,"
                                       " or was recused."));
  if (cents != avant && mise->verrou != PV_SEANCE_VERROU_NULL &&
      mise->verrou != PV_SEANCE_VERROU_DEPORT)
    return pv_seance_refuse (error, _ ("This payer has voted or notified its amount since: what"
                                       " changes now is an avenant or an annulation."));
  montant.montant_cents = cents;
  g_array_append_val (self->nouveaux, montant);

  return TRUE;
}

static gboolean
build (Rectification *self, GError **error)
{
  guint n_connus = 0;

  for (guint i = 0; i < self->mises->len; i++)
    if (!add_ligne (self, &g_array_index (self->mises, PvSeanceMise, i), error))
      return FALSE;
  for (guint i = 0; i < self->nouveaux->len; i++)
    if (g_array_index (self->nouveaux, PvDecisionMontant, i).montant_cents != PV_CENTS_NULL)
      n_connus++;
  if (pv_decision_genre_finance (self->apres->decision) && n_connus == 0)
    return pv_seance_refuse (error, _ ("A dossier is not funded without an amount. Enter what each"
                                       " payer gives."));

  return TRUE;
}

/* What another decided since is not undone from here; words are. */
static gboolean
check_suivante (const Rectification *self, GError **error)
{
  gboolean same = self->apres->decision == self->avant->decision;

  if (self->suivante_id == PV_INT_NULL)
    return TRUE;
  for (guint i = 0; same && i < self->nouveaux->len; i++)
    same = g_array_index (self->nouveaux, PvDecisionMontant, i).montant_cents ==
           get_depart (self, &g_array_index (self->mises, PvSeanceMise, i)).montant_cents;

  return same || pv_seance_refuse (error, _ ("A later séance decided on this dossier: rectify that"
                                             " one."));
}

/* --- written ------------------------------------------------------------------------------ */

static gboolean
write_version (Rectification *self, GError **error)
{
  if (!pv_decision_store_insert (self->db, self->apres, error))
    return FALSE;
  for (guint i = 0; i < self->nouveaux->len; i++)
    if (!pv_decision_store_insert_montant (self->db, self->apres->id,
                                           &g_array_index (self->nouveaux, PvDecisionMontant, i),
                                           error))
      return FALSE;
  self->apres->scellee = TRUE;

  return pv_decision_store_update (self->db, self->apres, NULL, error);
}

/* What is put off after all by those that give an avis is proposed what it was before them. */
static PvCents
get_ecrit (const Rectification *self, const PvDecisionMontant *montant)
{
  if (self->apres->decision == PV_DECISION_GENRE_AJOURNE && self->effet == PV_INSTANCE_EFFET_AVIS)
    return montant->propose_cents;

  return montant->montant_cents;
}

/* Only what the rectification changes: what was edited by hand since stays. */
static gboolean
write_montants (Rectification *self, GError **error)
{
  g_autofree char *today = pv_clock_today (pv_db_get_clock (self->db));
  PvEtape etape = self->effet == PV_INSTANCE_EFFET_AVIS ? PV_ETAPE_PROPOSE : PV_ETAPE_ARBITRE;

  for (guint i = 0; i < self->nouveaux->len; i++)
    {
      const PvDecisionMontant *montant = &g_array_index (self->nouveaux, PvDecisionMontant, i);
      const PvSeanceMise *mise = &g_array_index (self->mises, PvSeanceMise, i);

      if (get_depart (self, mise).montant_cents != montant->montant_cents &&
          !pv_financement_service_set_montant (self->db, montant->financement_id, etape,
                                               get_ecrit (self, montant), today, NULL, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
write_statut (Rectification *self, GError **error)
{
  gboolean dit = self->effet == PV_INSTANCE_EFFET_DECISION &&
                 !pv_decision_genre_finance (self->apres->decision);
  PvDossierStatut statut;

  if (self->apres->decision == self->avant->decision ||
      !pv_decision_genre_get_statut (self->apres->decision, self->effet, &statut) ||
      statut == self->dossier->statut)
    return TRUE;

  return pv_dossier_service_set_statut (self->db, self->dossier->dossier_id, statut,
                                        dit ? self->apres->reserve : NULL, error);
}

gboolean
pv_seance_rectifier (PvDb *db,
                     gint64 seance_dossier_id,
                     PvDecisionGenre decision,
                     const char *reserve,
                     const PvSeanceMontant *montants,
                     guint n_montants,
                     const char *motif,
                     GError **error)
{
  g_auto (Rectification) self = { .db = db, .montants = montants, .n_montants = n_montants };
  g_autoptr (PvTransaction) transaction = NULL;

  if (!check_asked (decision, montants, n_montants, motif, error) ||
      !load (&self, seance_dossier_id, error))
    return FALSE;
  transaction = pv_transaction_begin (db, "seance-rectify", self.dossier->numero, error);
  if (transaction == NULL)
    return FALSE;
  self.apres = pv_decision_new ();
  self.apres->seance_dossier_id = seance_dossier_id;
  self.apres->version = self.avant->version + 1;
  self.apres->decision = decision;
  self.apres->reserve = reserve != NULL && *reserve != '\0' ? g_strdup (reserve) : NULL;
  self.apres->rectification_motif = g_strdup (motif);
  self.apres->decidee_a = pv_clock_now (pv_db_get_clock (db));
  self.apres->duree_s = self.avant->duree_s;
  if (decision == PV_DECISION_GENRE_AJOURNE)
    self.apres->ajourne_seance_id = self.avant->ajourne_seance_id;

  return build (&self, error) && check_suivante (&self, error) && write_version (&self, error) &&
         write_montants (&self, error) && write_statut (&self, error) &&
         pv_transaction_commit (transaction, error);
}
