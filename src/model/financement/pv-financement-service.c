/* pv-financement-service.c: the actions of a user on a financement
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "financement/pv-financement-service.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "enveloppe/pv-enveloppe-store.h"
#include "financement/pv-financement-store.h"
#include "financement/pv-mouvement-store.h"
#include "financement/pv-versement-store.h"
#include "financeur/pv-dispositif-store.h"
#include "pv-error.h"
#include "pv-transaction.h"
#include "seance/pv-decision-store.h"
#include "versement/pv-versement-lot.h"

static gboolean
fail (GError **error, const char *message)
{
  g_set_error_literal (error, PV_RULE_ERROR, PV_RULE_ERROR_REFUSED, message);

  return FALSE;
}

static gboolean
fail_gone (GError **error, gint64 id)
{
  if (error != NULL && *error == NULL)
    g_set_error (error, PV_RULE_ERROR, PV_RULE_ERROR_NOT_FOUND,
                 _ ("There is no financement %" PRId64 " any more. Read the dossier again."), id);

  return FALSE;
}

/* --- what may be saved ---------------------------------------------------------------- */

static gboolean
check_dispositif (PvDb *db, const PvFinancement *financement, GError **error)
{
  g_autoptr (PvDispositif) dispositif = NULL;
  GError *local = NULL;

  if (financement->dispositif_id == PV_INT_NULL)
    return TRUE;

  dispositif = pv_dispositif_store_get (db, financement->dispositif_id, &local);
  if (local != NULL)
    {
      g_propagate_error (error, local);
      return FALSE;
    }
  if (dispositif == NULL || dispositif->financeur_id != financement->financeur_id)
    return fail (error, _ ("This line of credits is not one of this financeur. Choose another."));

  return TRUE;
}

static gboolean
check_seul (PvDb *db, const PvFinancement *financement, GError **error)
{
  gint64 other;

  if (!pv_financement_store_find (db, financement->dossier_id, financement->financeur_id,
                                  financement->dispositif_id, financement->exercice,
                                  financement->section, &other, error))
    return FALSE;
  if (other == PV_INT_NULL || other == financement->id)
    return TRUE;

  return fail (error, _ ("The dossier already has this financeur with the same line of credits,"
                         " year and section. Change the amounts of that line."));
}

static gboolean
check_enveloppe (PvDb *db, const PvFinancement *financement, GError **error)
{
  gboolean feuille = TRUE;

  if (financement->enveloppe_id != PV_INT_NULL &&
      !pv_enveloppe_store_is_feuille (db, financement->enveloppe_id, &feuille, error))
    return FALSE;

  return feuille || fail (error, _ ("This envelope is divided in others, so nothing is put on it."
                                    " Choose one of those below it."));
}

/* What a committee decided of it is kept, with whom it was decided of. */
static gboolean
check_decision (PvDb *db, gint64 id, const char *message, GError **error)
{
  gint64 n;

  if (!pv_decision_store_count_montants (db, id, &n, error))
    return FALSE;

  return n == 0 || fail (error, message);
}

/* What was there is accepted: an imported row is edited as it is. */
static gboolean
check (PvDb *db, const PvFinancement *avant, const PvFinancement *apres, GError **error)
{
  gboolean same_payer = avant != NULL && avant->financeur_id == apres->financeur_id &&
                        avant->dispositif_id == apres->dispositif_id &&
                        avant->exercice == apres->exercice && avant->section == apres->section;
  gboolean same_enveloppe = avant != NULL && avant->enveloppe_id == apres->enveloppe_id;

  if (avant != NULL && !same_payer &&
      !check_decision (db, avant->id,
                       _ ("A séance decided on the amount of this payer, so its payer, line of"
                          " credits, year and section stay. Add another line instead."),
                       error))
    return FALSE;

  return (same_payer || (check_dispositif (db, apres, error) && check_seul (db, apres, error))) &&
         (same_enveloppe || check_enveloppe (db, apres, error));
}

/* --- mouvements ----------------------------------------------------------------------- */

static PvMouvementGenre
genre_of (PvCents avant, PvCents apres)
{
  if (apres > avant)
    return PV_MOUVEMENT_GENRE_AVENANT;

  return apres == 0 ? PV_MOUVEMENT_GENRE_DESISTEMENT : PV_MOUVEMENT_GENRE_REDUCTION;
}

static gboolean
write_mouvement (PvDb *db,
                 const PvFinancement *financement,
                 PvEtape etape,
                 PvMouvementGenre genre,
                 PvCents cents,
                 const char *date,
                 GError **error)
{
  g_autoptr (PvMouvement) mouvement = pv_mouvement_new ();

  mouvement->financement_id = financement->id;
  mouvement->etape = etape;
  mouvement->genre = genre;
  mouvement->montant_cents = cents;
  pv_champ_set_text (&mouvement->date_le, date);
  if (etape == PV_ETAPE_NOTIFIE)
    pv_champ_set_text (&mouvement->acte, financement->notifie_acte);

  return pv_mouvement_store_insert (db, mouvement, error);
}

/* Whether the stage has mouvements; all are removed when @retire. */
static gboolean
look_for_mouvements (PvDb *db,
                     gint64 financement_id,
                     PvEtape etape,
                     gboolean retire,
                     gboolean *found,
                     GError **error)
{
  g_autoptr (GPtrArray) mouvements = pv_mouvement_store_list (db, financement_id, error);

  if (mouvements == NULL)
    return FALSE;

  *found = FALSE;
  for (guint i = 0; i < mouvements->len; i++)
    {
      const PvMouvement *mouvement = mouvements->pdata[i];

      if (mouvement->etape != etape)
        continue;
      *found = TRUE;
      if (retire && !pv_mouvement_store_delete (db, mouvement->id, error))
        return FALSE;
    }

  return TRUE;
}

/* The amount of one stage went from @avant to that of @apres. */
static gboolean
follow_etape (PvDb *db,
              const PvFinancement *apres,
              PvEtape etape,
              PvCents avant,
              const char *today,
              GError **error)
{
  PvCents cents = pv_financement_get_montant (apres, etape);
  const char *depuis =
      etape == PV_ETAPE_NOTIFIE && apres->notifie_le != NULL ? apres->notifie_le : today;
  gboolean found;

  if (!look_for_mouvements (db, apres->id, etape, cents == PV_CENTS_NULL, &found, error))
    return FALSE;
  if (cents == PV_CENTS_NULL)
    return TRUE;
  if (avant == PV_CENTS_NULL)
    return write_mouvement (db, apres, etape, PV_MOUVEMENT_GENRE_INITIAL, cents, depuis, error);

  return (found ||
          write_mouvement (db, apres, etape, PV_MOUVEMENT_GENRE_INITIAL, avant, depuis, error)) &&
         write_mouvement (db, apres, etape, genre_of (avant, cents), cents - avant, today, error);
}

static gboolean
follow (PvDb *db,
        const PvFinancement *avant,
        const PvFinancement *apres,
        const char *today,
        GError **error)
{
  for (guint i = 0; i < PV_N_ETAPES_MONTANT; i++)
    {
      PvEtape etape = (PvEtape)i;
      PvCents before = avant != NULL ? pv_financement_get_montant (avant, etape) : PV_CENTS_NULL;
      gboolean agreed =
          etape == PV_ETAPE_NOTIFIE || (avant != NULL && avant->notifie_cents != PV_CENTS_NULL);

      if (agreed && before != pv_financement_get_montant (apres, etape) &&
          !follow_etape (db, apres, etape, before, today, error))
        return FALSE;
    }

  return TRUE;
}

/* --- versements ----------------------------------------------------------------------- */

static gboolean
check_verse (PvDb *db, gint64 financement_id, GError **error)
{
  g_autoptr (GPtrArray) versements = pv_versement_store_list (db, financement_id, error);
  PvCents verse;

  if (versements == NULL)
    return FALSE;

  verse = pv_versements_sum (versements);
  if (verse == PV_CENTS_NULL || verse >= 0)
    return TRUE;

  return fail (error, _ ("More would be paid back than was paid. Enter the payments first."));
}

/* Nothing more is paid to a dossier that releases its envelope; what was paid is corrected. */
static gboolean
check_payable (PvDb *db, const PvVersement *versement, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (PvVersement) before =
      versement->id != 0 ? pv_versement_store_get (db, versement->id, &local) : NULL;
  g_autoptr (PvVersementLigne) ligne = NULL;
  g_autofree char *objection = NULL;

  if (local == NULL && versement->genre != PV_VERSEMENT_GENRE_REVERSEMENT &&
      (before == NULL || before->genre == PV_VERSEMENT_GENRE_REVERSEMENT ||
       versement->montant_cents > before->montant_cents))
    ligne = pv_versement_ligne_load (db, versement->financement_id, &local);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (ligne != NULL)
    objection = pv_versement_object_to_statut (ligne->statut);
  if (ligne != NULL && objection == NULL)
    objection = pv_versement_object_to_chapeau (ligne->chapeau);

  return objection == NULL || fail (error, objection);
}

/* --- public --------------------------------------------------------------------------- */

gboolean
pv_financement_service_add (PvDb *db, PvFinancement *financement, const char *today, GError **error)
{
  g_autoptr (PvTransaction) transaction = pv_transaction_begin (db, "financement-add", NULL, error);

  return transaction != NULL && check (db, NULL, financement, error) &&
         pv_financement_store_insert (db, financement, error) &&
         follow (db, NULL, financement, today, error) && pv_transaction_commit (transaction, error);
}

gboolean
pv_financement_service_update (PvDb *db,
                               const PvFinancement *financement,
                               const char *today,
                               gboolean *changed,
                               GError **error)
{
  g_autoptr (PvTransaction) transaction =
      pv_transaction_begin (db, "financement-edit", NULL, error);
  g_autoptr (PvFinancement) avant = NULL;

  if (transaction == NULL)
    return FALSE;

  avant = pv_financement_store_get (db, financement->id, error);
  if (avant == NULL)
    return fail_gone (error, financement->id);

  return check (db, avant, financement, error) &&
         pv_financement_store_update (db, financement, changed, error) &&
         follow (db, avant, financement, today, error) &&
         pv_transaction_commit (transaction, error);
}

gboolean
pv_financement_service_set_montant (PvDb *db,
                                    gint64 id,
                                    PvEtape etape,
                                    PvCents cents,
                                    const char *today,
                                    gboolean *changed,
                                    GError **error)
{
  g_autoptr (PvFinancement) financement = pv_financement_store_get (db, id, error);

  g_return_val_if_fail (etape < PV_N_ETAPES_MONTANT, FALSE);

  if (financement == NULL)
    return fail_gone (error, id);

  pv_financement_set_montant (financement, etape, cents);

  return pv_financement_service_update (db, financement, today, changed, error);
}

gboolean
pv_financement_service_remove (PvDb *db, gint64 id, GError **error)
{
  g_autoptr (PvTransaction) transaction =
      pv_transaction_begin (db, "financement-delete", NULL, error);

  return transaction != NULL &&
         check_decision (db, id,
                         _ ("A séance decided on the amount of this payer, so it is kept."
                            " Set its amounts to 0 instead."),
                         error) &&
         pv_financement_store_delete (db, id, error) && pv_transaction_commit (transaction, error);
}

gboolean
pv_financement_service_set_versement (PvDb *db,
                                      PvVersement *versement,
                                      gboolean *changed,
                                      GError **error)
{
  g_autoptr (PvTransaction) transaction = NULL;

  if (versement->montant_cents == PV_CENTS_NULL)
    return fail (error, _ ("A payment needs its amount."));

  transaction = pv_transaction_begin (db, "versement-edit", NULL, error);
  if (transaction == NULL || !check_payable (db, versement, error))
    return FALSE;

  if (versement->id == 0)
    {
      if (!pv_versement_store_insert (db, versement, error))
        return FALSE;
      if (changed != NULL)
        *changed = TRUE;
    }
  else if (!pv_versement_store_update (db, versement, changed, error))
    return FALSE;

  return check_verse (db, versement->financement_id, error) &&
         pv_transaction_commit (transaction, error);
}

gboolean
pv_financement_service_remove_versement (PvDb *db, gint64 id, GError **error)
{
  g_autoptr (PvTransaction) transaction =
      pv_transaction_begin (db, "versement-delete", NULL, error);
  g_autoptr (PvVersement) versement = NULL;

  if (transaction == NULL)
    return FALSE;

  versement = pv_versement_store_get (db, id, error);
  if (versement == NULL)
    return error == NULL || *error == NULL;

  return pv_versement_store_delete (db, id, error) &&
         check_verse (db, versement->financement_id, error) &&
         pv_transaction_commit (transaction, error);
}
