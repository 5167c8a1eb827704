/* pv-vote-service.c: one act of a funder over many dossiers
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "vote/pv-vote-service.h"

#include <glib/gi18n-lib.h>

#include "dossier/pv-dossier-service.h"
#include "financement/pv-financement-service.h"
#include "financement/pv-financement-store.h"
#include "pv-error.h"
#include "pv-text.h"
#include "pv-transaction.h"

/* (transfer full) (element-type PvVoteLigne): those that are gone are missing. */
static GPtrArray *
load_lignes (PvDb *db, const PvVoteMontant *montants, guint n, GError **error)
{
  g_autoptr (GPtrArray) lignes =
      g_ptr_array_new_with_free_func ((GDestroyNotify)pv_vote_ligne_free);

  for (guint i = 0; i < n; i++)
    {
      GError *local = NULL;
      PvVoteLigne *ligne = pv_vote_store_get (db, montants[i].financement_id, &local);

      if (local != NULL)
        {
          g_propagate_error (error, local);
          return NULL;
        }
      g_ptr_array_add (lignes, ligne);
    }

  return g_steal_pointer (&lignes);
}

static void
add (GPtrArray *constats, gint64 id, const char *regle, const char *texte)
{
  PvVoteConstat *constat = g_new0 (PvVoteConstat, 1);

  *constat = (PvVoteConstat){ id, regle, TRUE, g_strdup (texte) };
  g_ptr_array_add (constats, constat);
}

/* An act that says no appel is of that of its first line. */
static PvVoteActe
complete (const PvVoteActe *acte, const GPtrArray *lignes)
{
  PvVoteActe complet = *acte;

  for (guint i = 0; i < lignes->len && complet.appel_id == PV_INT_NULL; i++)
    if (lignes->pdata[i] != NULL)
      complet.appel_id = ((const PvVoteLigne *)lignes->pdata[i])->appel_id;

  return complet;
}

static GPtrArray *
verifier (const PvVoteActe *acte,
          const PvVoteMontant *montants,
          const GPtrArray *lignes,
          const char *today)
{
  PvVoteActe complet = complete (acte, lignes);
  GPtrArray *constats = pv_vote_acte_verifier (&complet, lignes->len, today);
  g_autoptr (GHashTable) vus = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < lignes->len; i++)
    {
      gint64 id = montants[i].financement_id;

      if (lignes->pdata[i] == NULL)
        add (constats, id, "disparu", _ ("This financing is gone. Take it out."));
      else if (!g_hash_table_add (vus, (gpointer)&montants[i].financement_id))
        add (constats, id, "double", _ ("This dossier is twice in the act. Take one out."));
      else
        pv_vote_ligne_verifier (lignes->pdata[i], &complet, montants[i].cents, constats);
    }

  return constats;
}

GPtrArray *
pv_vote_service_verifier (PvDb *db,
                          const PvVoteActe *acte,
                          const PvVoteMontant *montants,
                          guint n,
                          const char *today,
                          GError **error)
{
  g_autoptr (GPtrArray) lignes = load_lignes (db, montants, n, error);

  return lignes != NULL ? verifier (acte, montants, lignes, today) : NULL;
}

/* The first of what stands against it, with its dossier, and how many others. */
static gboolean
refuse (const GPtrArray *constats, const GPtrArray *lignes, gboolean confirme, GError **error)
{
  const PvVoteConstat *premier = NULL;
  const char *numero = NULL;
  g_autoptr (GString) message = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < constats->len; i++)
    {
      const PvVoteConstat *constat = constats->pdata[i];

      if (!constat->refuse && confirme)
        continue;
      if (premier == NULL || (constat->refuse && !premier->refuse))
        premier = constat;
      n++;
    }
  if (premier == NULL)
    return TRUE;

  for (guint i = 0; i < lignes->len && numero == NULL; i++)
    if (lignes->pdata[i] != NULL &&
        ((const PvVoteLigne *)lignes->pdata[i])->id == premier->financement_id)
      numero = ((const PvVoteLigne *)lignes->pdata[i])->numero;
  if (numero != NULL)
    g_string_append_printf (message, _ ("Dossier %s. %s"), numero, premier->texte);
  else
    g_string_append (message, premier->texte);
  if (n > 1)
    g_string_append_printf (
        message, g_dngettext (GETTEXT_PACKAGE, " (%u other remark)", " (%u other remarks)", n - 1),
        n - 1);
  g_set_error_literal (error, PV_RULE_ERROR, PV_RULE_ERROR_REFUSED, message->str);

  return FALSE;
}

/* --- writing --------------------------------------------------------------------------------- */

static gboolean
write_ligne (PvDb *db,
             const PvVoteActe *acte,
             const PvVoteMontant *montant,
             const char *today,
             GError **error)
{
  g_autoptr (PvFinancement) financement =
      pv_financement_store_get (db, montant->financement_id, error);
  g_autofree char *reference = pv_text_clean (acte->reference, FALSE);

  g_return_val_if_fail (financement != NULL, FALSE); /* it was read in this transaction */

  pv_financement_set_montant (financement, acte->etape, montant->cents);
  if (acte->etape == PV_ETAPE_VOTE)
    {
      pv_champ_set_text (&financement->vote_le, acte->date_le);
      pv_champ_set_text (&financement->vote_acte, reference);
    }
  else
    {
      pv_champ_set_text (&financement->notifie_le, acte->date_le);
      pv_champ_set_text (&financement->notifie_acte, reference);
    }

  return pv_financement_service_update (db, financement, today, NULL, error);
}

/* Two funders of one dossier, or two lines of one funder: the first one moves it. */
static gboolean
move_dossier (PvDb *db, const PvVoteLigne *ligne, GHashTable *moved, GError **error)
{
  if (ligne->statut != PV_DOSSIER_STATUT_PROGRAMME &&
      ligne->statut != PV_DOSSIER_STATUT_PROGRAMME_SOUS_RESERVE)
    return TRUE;

  return !g_hash_table_add (moved, (gpointer)&ligne->dossier_id) ||
         pv_dossier_service_set_statut (db, ligne->dossier_id, PV_DOSSIER_STATUT_NOTIFIE, NULL,
                                        error);
}

static gboolean
write_lignes (PvDb *db,
              const PvVoteActe *acte,
              const PvVoteMontant *montants,
              const GPtrArray *lignes,
              const char *today,
              PvProgres progres,
              gpointer user_data,
              GError **error)
{
  g_autoptr (GHashTable) moved = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < lignes->len; i++)
    {
      if (!write_ligne (db, acte, &montants[i], today, error) ||
          (acte->etape == PV_ETAPE_NOTIFIE && montants[i].cents > 0 &&
           !move_dossier (db, lignes->pdata[i], moved, error)))
        return FALSE;
      if (progres != NULL)
        progres (i + 1, lignes->len, user_data);
    }

  return TRUE;
}

gboolean
pv_vote_service_ecrire (PvDb *db,
                        const PvVoteActe *acte,
                        const PvVoteMontant *montants,
                        guint n,
                        gboolean confirme,
                        const char *today,
                        PvProgres progres,
                        gpointer user_data,
                        GError **error)
{
  g_autoptr (PvTransaction) transaction = NULL;
  g_autoptr (GPtrArray) lignes = NULL;
  g_autoptr (GPtrArray) constats = NULL;

  transaction = pv_transaction_begin (
      db, acte->etape == PV_ETAPE_VOTE ? "vote-voter" : "vote-notifier", acte->reference, error);
  if (transaction == NULL || (lignes = load_lignes (db, montants, n, error)) == NULL)
    return FALSE;
  constats = verifier (acte, montants, lignes, today);

  return refuse (constats, lignes, confirme, error) &&
         write_lignes (db, acte, montants, lignes, today, progres, user_data, error) &&
         pv_transaction_commit (transaction, error);
}

gboolean
pv_vote_service_voter (PvDb *db,
                       const PvVoteActe *acte,
                       const PvVoteMontant *montants,
                       guint n,
                       gboolean confirme,
                       const char *today,
                       GError **error)
{
  PvVoteActe vote = *acte;

  vote.etape = PV_ETAPE_VOTE;

  return pv_vote_service_ecrire (db, &vote, montants, n, confirme, today, NULL, NULL, error);
}

gboolean
pv_vote_service_notifier (PvDb *db,
                          const PvVoteActe *acte,
                          const PvVoteMontant *montants,
                          guint n,
                          gboolean confirme,
                          const char *today,
                          GError **error)
{
  PvVoteActe notification = *acte;

  notification.etape = PV_ETAPE_NOTIFIE;

  return pv_vote_service_ecrire (db, &notification, montants, n, confirme, today, NULL, NULL,
                                 error);
}
