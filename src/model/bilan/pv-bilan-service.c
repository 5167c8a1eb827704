/* pv-bilan-service.c: the actions of a user on comptes rendus
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bilan/pv-bilan-service.h"

#include "bilan/pv-bilan-store.h"
#include "bilan/pv-bilan-suivi.h"
#include "budget/pv-budget-store.h"
#include "dossier/pv-dossier-store.h"
#include "pv-error.h"
#include "pv-langue.h"
#include "pv-transaction.h"

static gboolean
refuse (GError **error, int code, const char *words)
{
  g_set_error_literal (error, PV_RULE_ERROR, code, words);

  return FALSE;
}

static gboolean
check (const PvBilan *bilan, const char *jour, GError **error)
{
  g_autofree char *reason = NULL;
  const char *champ;

  return pv_bilan_check (bilan, jour, &reason, &champ) ||
         refuse (error, PV_RULE_ERROR_INVALID, reason);
}

/* A compte rendu that came: the action runs, then its bilan is there. */
static gboolean
move_recu (PvDb *db, gint64 dossier_id, GError **error)
{
  g_autoptr (PvDossier) dossier = pv_dossier_store_get (db, dossier_id, error);

  if (dossier == NULL)
    return FALSE;
  if (dossier->statut != PV_DOSSIER_STATUT_NOTIFIE && dossier->statut != PV_DOSSIER_STATUT_EN_COURS)
    return TRUE;

  return pv_dossier_store_set_statut (db, dossier_id, PV_DOSSIER_STATUT_BILAN_RECU,
                                      dossier->statut_motif, error);
}

/* --- one dossier ------------------------------------------------------------------------- */

gboolean
pv_bilan_service_set_champ (PvDb *db,
                            gint64 dossier_id,
                            const char *nom,
                            const char *texte,
                            const char *jour,
                            gboolean *changed,
                            GError **error)
{
  const PvChamp *champ = pv_champs_find (pv_bilan_champs, nom);
  g_autoptr (PvTransaction) transaction = pv_transaction_begin (db, "bilan-edit", NULL, error);
  g_autoptr (PvBilan) bilan = NULL;
  gboolean was;

  g_return_val_if_fail (champ != NULL, FALSE);

  bilan = transaction != NULL ? pv_bilan_store_load (db, dossier_id, error) : NULL;
  if (bilan == NULL)
    return FALSE;
  was = bilan->crf_recu_le != NULL;
  if (!pv_champ_from_text (champ, bilan, texte))
    {
      g_set_error (error, PV_RULE_ERROR, PV_RULE_ERROR_INVALID, _ ("“%s” is not a value of “%s”."),
                   texte, nom);
      return FALSE;
    }

  return check (bilan, jour, error) && pv_bilan_store_save (db, bilan, changed, error) &&
         (was || bilan->crf_recu_le == NULL || move_recu (db, dossier_id, error)) &&
         pv_transaction_commit (transaction, error);
}

gboolean
pv_bilan_service_set_reponse (PvDb *db,
                              gint64 dossier_id,
                              const char *question,
                              const char *reponse,
                              gboolean *changed,
                              GError **error)
{
  g_autoptr (PvTransaction) transaction = pv_transaction_begin (db, "bilan-edit", NULL, error);

  return transaction != NULL &&
         pv_bilan_store_set_reponse (db, dossier_id, question, reponse, changed, error) &&
         pv_transaction_commit (transaction, error);
}

/* Whether a realised amount is known of the poste of that line, or of its lines: how a poste
 * is realised is said in one way. */
static gboolean
is_realised_otherwise (const PvPlanComptable *plan, const GArray *lignes, gint64 compte_id)
{
  const PvCompte *compte = pv_plan_comptable_find (plan, compte_id);

  for (guint i = 0; compte != NULL && i < lignes->len; i++)
    {
      const PvBudgetLigne *ligne = &g_array_index (lignes, PvBudgetLigne, i);
      const PvCompte *other = pv_plan_comptable_find (plan, ligne->compte_id);

      if (other != NULL && ligne->realise_cents != PV_CENTS_NULL &&
          (other->id == compte->poste_id || other->poste_id == compte->id))
        return TRUE;
    }

  return FALSE;
}

static gboolean
copy_lignes (PvDb *db, gint64 dossier_id, const GArray *avant, gboolean *changed, GError **error)
{
  g_autoptr (PvPlanComptable) plan = pv_compte_store_load (db, error);
  g_autoptr (GArray) lignes = g_array_copy ((GArray *)avant);

  if (plan == NULL)
    return FALSE;
  for (guint i = 0; i < lignes->len; i++)
    {
      PvBudgetLigne *ligne = &g_array_index (lignes, PvBudgetLigne, i);

      if (ligne->realise_cents == PV_CENTS_NULL &&
          !is_realised_otherwise (plan, avant, ligne->compte_id))
        ligne->realise_cents = ligne->prevu_cents;
    }

  return pv_budget_store_set (db, dossier_id, plan,
                              (const PvBudgetLigne *)(gconstpointer)lignes->data, lignes->len,
                              changed, error);
}

gboolean
pv_bilan_service_copier_prevu (PvDb *db, gint64 dossier_id, GError **error)
{
  g_autoptr (PvTransaction) transaction = pv_transaction_begin (db, "bilan-copie", NULL, error);
  g_autoptr (GArray) lignes = NULL;
  gboolean changed = FALSE;

  lignes = transaction != NULL ? pv_budget_store_list (db, dossier_id, error) : NULL;
  if (lignes == NULL || !copy_lignes (db, dossier_id, lignes, &changed, error))
    return FALSE;
  if (!changed)
    return refuse (error, PV_RULE_ERROR_REFUSED,
                   lignes->len == 0
                       ? _ ("The dossier has no planned budget to copy: enter it first in the"
                            " section Budget.")
                       : _ ("Every planned line has its realised amount already."));

  return pv_transaction_commit (transaction, error);
}

gboolean
pv_bilan_service_can_solder (PvDb *db,
                             gint64 dossier_id,
                             gboolean *can,
                             char **reason,
                             GError **error)
{
  g_autoptr (PvBilanLigne) ligne = pv_bilan_suivi_get (db, dossier_id, error);
  const char *words = NULL;
  gboolean due;

  if (ligne == NULL || !pv_bilan_store_has_due (db, dossier_id, &due, error))
    return FALSE;
  if (ligne->valide_le == NULL)
    words = _ ("The bilan is not validated yet.");
  else if (due)
    words = _ ("Something that was notified is still to be paid: enter the payment, or reduce what"
               " was notified.");
  else if (ligne->reste_a_recuperer_cents > 0)
    words = _ ("An amount is still to be recovered: enter what was paid back.");
  else
    pv_dossier_statut_can_move (ligne->statut, PV_DOSSIER_STATUT_SOLDE, &words);
  *can = words == NULL;
  if (reason != NULL)
    *reason = g_strdup (words);

  return TRUE;
}

/* --- several ----------------------------------------------------------------------------- */

gboolean
pv_bilan_service_recevoir (PvDb *db,
                           const gint64 *ids,
                           guint n,
                           const char *jour,
                           const char *aujourdhui,
                           guint *n_faits,
                           GError **error)
{
  g_autoptr (PvTransaction) transaction = pv_transaction_begin (db, "bilan-recevoir", NULL, error);

  *n_faits = 0;
  for (guint i = 0; transaction != NULL && i < n; i++)
    {
      g_autoptr (PvBilan) bilan = pv_bilan_store_load (db, ids[i], error);

      if (bilan == NULL)
        return FALSE;
      if (bilan->crf_recu_le != NULL)
        continue;
      pv_champ_set_text (&bilan->crf_recu_le, jour);
      if (!check (bilan, aujourdhui, error) || !pv_bilan_store_save (db, bilan, NULL, error) ||
          !move_recu (db, ids[i], error))
        return FALSE;
      (*n_faits)++;
    }

  return transaction != NULL && pv_transaction_commit (transaction, error);
}

static gboolean
valider_one (PvDb *db, gint64 dossier_id, const char *jour, guint *n_faits, GError **error)
{
  g_autoptr (PvBilan) bilan = pv_bilan_store_load (db, dossier_id, error);

  if (bilan == NULL)
    return FALSE;
  if (bilan->crf_valide_le != NULL)
    return TRUE;
  if (bilan->crf_recu_le == NULL)
    {
      g_autoptr (PvDossier) dossier = pv_dossier_store_get (db, dossier_id, error);

      if (dossier != NULL)
        g_set_error (error, PV_RULE_ERROR, PV_RULE_ERROR_REFUSED,
                     _ ("The compte rendu of dossier %s was not received: say when it was, then"
                        " validate it."),
                     dossier->numero);
      return FALSE;
    }
  pv_champ_set_text (&bilan->crf_valide_le, jour);
  (*n_faits)++;

  return check (bilan, jour, error) && pv_bilan_store_save (db, bilan, NULL, error);
}

gboolean
pv_bilan_service_valider (PvDb *db,
                          const gint64 *ids,
                          guint n,
                          const char *jour,
                          guint *n_faits,
                          GError **error)
{
  g_autoptr (PvTransaction) transaction = pv_transaction_begin (db, "bilan-valider", NULL, error);

  *n_faits = 0;
  for (guint i = 0; transaction != NULL && i < n; i++)
    if (!valider_one (db, ids[i], jour, n_faits, error))
      return FALSE;

  return transaction != NULL && pv_transaction_commit (transaction, error);
}

gboolean
pv_bilan_service_relancer (PvDb *db,
                           const gint64 *ids,
                           guint n,
                           const char *jour,
                           PvBilanMoyen moyen,
                           guint *n_faits,
                           GError **error)
{
  g_autoptr (PvTransaction) transaction = pv_transaction_begin (db, "bilan-relancer", NULL, error);

  *n_faits = 0;
  for (guint i = 0; transaction != NULL && i < n; i++)
    {
      g_autoptr (PvBilanLigne) ligne = pv_bilan_suivi_get (db, ids[i], error);
      g_autoptr (PvBilanRelance) relance = pv_bilan_relance_new ();

      if (ligne == NULL)
        return FALSE;
      if (!ligne->attendu || ligne->recu_le != NULL)
        continue;
      relance->dossier_id = ids[i];
      relance->relance_le = g_strdup (jour);
      relance->moyen = moyen;
      if (!pv_bilan_relance_store_insert (db, relance, error))
        return FALSE;
      (*n_faits)++;
    }

  return transaction != NULL && pv_transaction_commit (transaction, error);
}

gboolean
pv_bilan_service_delete_relance (PvDb *db, gint64 id, GError **error)
{
  g_autoptr (PvTransaction) transaction =
      pv_transaction_begin (db, "bilan-relance-delete", NULL, error);

  return transaction != NULL && pv_bilan_relance_store_delete (db, id, error) &&
         pv_transaction_commit (transaction, error);
}
