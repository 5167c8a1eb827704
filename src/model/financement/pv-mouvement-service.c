/* pv-mouvement-service.c: what changes a notified amount
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "financement/pv-mouvement-service.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "financement/pv-financement-store.h"
#include "financement/pv-mouvement-store.h"
#include "pv-date.h"
#include "pv-error.h"
#include "pv-text.h"
#include "pv-transaction.h"

static gboolean
fail (GError **error, const char *message)
{
  g_set_error_literal (error, PV_RULE_ERROR, PV_RULE_ERROR_REFUSED, message);

  return FALSE;
}

static gboolean
fail_gone (GError **error)
{
  return error != NULL && *error != NULL
             ? FALSE
             : fail (error, _ ("This financing is gone. Read the dossier again."));
}

PvCents
pv_mouvement_get_desistement (PvCents notifie, PvCents verse)
{
  return verse == PV_CENTS_NULL ? 0 : CLAMP (verse, 0, MAX (notifie, 0));
}

/* --- what may be kept ------------------------------------------------------------------------ */

static const char *
check_date (const PvFinancement *financement, const char *date, const char *today)
{
  if (!pv_date_is_valid (date))
    return _ ("Give the date of the act.");
  if (strcmp (date, today) > 0)
    return _ ("This date is still to come: enter the act once it is made.");
  if (financement->notifie_le != NULL && strcmp (date, financement->notifie_le) < 0)
    return _ ("This date is before the notification. Correct one of them.");

  return NULL;
}

/* The amount left, against the word that names the act. */
static const char *
check_amount (PvMouvementGenre genre, PvCents avant, PvCents apres)
{
  if (genre == PV_MOUVEMENT_GENRE_DESISTEMENT)
    return avant == apres ? _ ("All that is notified is paid: nothing is left to give up.") : NULL;
  if (apres == PV_CENTS_NULL || apres < 0)
    return _ ("Give the amount that is notified from then on.");
  if (apres == avant)
    return _ ("The amount is the same: give the one that is notified from then on.");
  if (genre != PV_MOUVEMENT_GENRE_AVENANT && apres > avant)
    return _ ("A reduction or an annulation lowers the amount: for more, choose an avenant.");
  if (genre == PV_MOUVEMENT_GENRE_ANNULATION_PARTIELLE && apres == 0)
    return _ ("Nothing would be left: choose a désistement or a reduction.");

  return NULL;
}

static PvCents
get_apres (const PvFinancement *financement, PvCents verse, const PvMouvementActe *acte)
{
  return acte->genre == PV_MOUVEMENT_GENRE_DESISTEMENT
             ? pv_mouvement_get_desistement (financement->notifie_cents, verse)
             : acte->apres_cents;
}

char *
pv_mouvement_service_check (const PvFinancement *financement,
                            PvCents verse,
                            const PvMouvementActe *acte,
                            const char *today)
{
  g_autofree char *motif = pv_text_clean (acte->motif, FALSE);
  const char *raison = NULL;

  if (financement->notifie_cents == PV_CENTS_NULL)
    return g_strdup (_ ("Nothing is notified yet: change the amount itself."));
  if (acte->genre == PV_MOUVEMENT_GENRE_INITIAL || acte->genre == PV_MOUVEMENT_GENRE_REPORT ||
      acte->genre == PV_MOUVEMENT_GENRE_NULL)
    return g_strdup (_ ("Choose what the act is: avenant, réduction, annulation or désistement."));
  raison =
      check_amount (acte->genre, financement->notifie_cents, get_apres (financement, verse, acte));
  if (raison == NULL)
    raison = check_date (financement, acte->date_le, today);
  if (raison == NULL && *motif == '\0')
    raison = _ ("Say why: the reason is kept with the act.");

  return g_strdup (raison);
}

/* --- writing --------------------------------------------------------------------------------- */

static gboolean
write_initial (PvDb *db, const PvFinancement *financement, const char *date, GError **error)
{
  g_autoptr (GPtrArray) mouvements = pv_mouvement_store_list (db, financement->id, error);
  g_autoptr (PvMouvement) initial = pv_mouvement_new ();

  if (mouvements == NULL)
    return FALSE;
  for (guint i = 0; i < mouvements->len; i++)
    if (((const PvMouvement *)mouvements->pdata[i])->etape == PV_ETAPE_NOTIFIE)
      return TRUE;

  initial->financement_id = financement->id;
  initial->etape = PV_ETAPE_NOTIFIE;
  initial->genre = PV_MOUVEMENT_GENRE_INITIAL;
  initial->montant_cents = financement->notifie_cents;
  pv_champ_set_text (&initial->date_le,
                     financement->notifie_le != NULL ? financement->notifie_le : date);
  pv_champ_set_text (&initial->acte, financement->notifie_acte);

  return pv_mouvement_store_insert (db, initial, error);
}

static gboolean
write_acte (PvDb *db,
            const PvFinancement *financement,
            const PvMouvementActe *acte,
            PvCents cents,
            GError **error)
{
  g_autoptr (PvMouvement) mouvement = pv_mouvement_new ();
  g_autofree char *motif = pv_text_clean (acte->motif, FALSE);
  g_autofree char *reference = pv_text_clean (acte->acte, FALSE);

  mouvement->financement_id = financement->id;
  mouvement->etape = PV_ETAPE_NOTIFIE;
  mouvement->genre = acte->genre;
  mouvement->montant_cents = cents;
  pv_champ_set_text (&mouvement->date_le, acte->date_le);
  pv_champ_set_text (&mouvement->motif, motif);
  pv_champ_set_text (&mouvement->acte, reference);

  return pv_mouvement_store_insert (db, mouvement, error);
}

gboolean
pv_mouvement_service_add (PvDb *db,
                          gint64 financement_id,
                          const PvMouvementActe *acte,
                          const char *today,
                          GError **error)
{
  g_autoptr (PvTransaction) transaction = pv_transaction_begin (db, "mouvement-add", NULL, error);
  g_autoptr (PvFinancement) financement = NULL;
  g_autofree char *raison = NULL;
  PvCents verse;
  PvCents avant;

  if (transaction == NULL || !pv_financement_store_get_verse (db, financement_id, &verse, error))
    return FALSE;
  financement = pv_financement_store_get (db, financement_id, error);
  if (financement == NULL)
    return fail_gone (error);

  raison = pv_mouvement_service_check (financement, verse, acte, today);
  if (raison != NULL)
    return fail (error, raison);
  if (!write_initial (db, financement, acte->date_le, error))
    return FALSE;
  avant = financement->notifie_cents;
  financement->notifie_cents = get_apres (financement, verse, acte);

  return pv_financement_store_update (db, financement, NULL, error) &&
         write_acte (db, financement, acte, financement->notifie_cents - avant, error) &&
         pv_transaction_commit (transaction, error);
}

/* --- taking back ----------------------------------------------------------------------------- */

gboolean
pv_mouvement_is_removable (const PvMouvement *self, const GPtrArray *mouvements)
{
  const PvMouvement *dernier = NULL;

  if (self->genre == PV_MOUVEMENT_GENRE_INITIAL || self->genre == PV_MOUVEMENT_GENRE_REPORT)
    return FALSE;
  for (guint i = 0; i < mouvements->len; i++)
    {
      const PvMouvement *mouvement = mouvements->pdata[i];

      if (mouvement->etape == self->etape && (dernier == NULL || mouvement->id > dernier->id))
        dernier = mouvement;
    }

  return dernier != NULL && dernier->id == self->id;
}

gboolean
pv_mouvement_service_remove (PvDb *db, gint64 id, GError **error)
{
  g_autoptr (PvTransaction) transaction =
      pv_transaction_begin (db, "mouvement-delete", NULL, error);
  g_autoptr (PvMouvement) mouvement = NULL;
  g_autoptr (PvFinancement) financement = NULL;
  g_autoptr (GPtrArray) mouvements = NULL;
  PvCents avant;

  if (transaction == NULL)
    return FALSE;
  if ((mouvement = pv_mouvement_store_get (db, id, error)) == NULL ||
      (mouvements = pv_mouvement_store_list (db, mouvement->financement_id, error)) == NULL ||
      (financement = pv_financement_store_get (db, mouvement->financement_id, error)) == NULL)
    return fail_gone (error);
  if (!pv_mouvement_is_removable (mouvement, mouvements))
    return fail (error, _ ("Only the last change of an amount is taken back: take back those that "
                           "came after it first."));

  avant = pv_financement_get_montant (financement, mouvement->etape) - mouvement->montant_cents;
  pv_financement_set_montant (financement, mouvement->etape, avant);

  return pv_financement_store_update (db, financement, NULL, error) &&
         pv_mouvement_store_delete (db, id, error) && pv_transaction_commit (transaction, error);
}
