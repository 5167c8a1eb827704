/* pv-versement-lot.c: one payment of one or many financements
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "versement/pv-versement-lot.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#include "financement/pv-financement-store.h"
#include "financement/pv-versement-store.h"
#include "pv-date.h"
#include "pv-error.h"
#include "pv-transaction.h"

/* --- sentences ----------------------------------------------------------------------------- */

static char *
money (PvCents cents)
{
  return pv_money_format (cents, PV_MONEY_FORMAT_FRENCH | PV_MONEY_FORMAT_NO_ZERO_CENTS);
}

char *
pv_versement_object_to_statut (PvDossierStatut statut)
{
  if (!pv_dossier_statut_libere_enveloppe (statut))
    return NULL;

  return g_strdup_printf (_ ("The dossier is “%s”: nothing is paid to it. Correct its status first,"
                             " or leave it out."),
                          pv_dossier_statut_to_libelle (statut));
}

char *
pv_versement_object_to_chapeau (gboolean chapeau)
{
  return chapeau ? g_strdup (_ ("This dossier is detailed in parts: pay the part.")) : NULL;
}

char *
pv_versement_object_to_montant (PvCents notifie, PvCents verse)
{
  g_autofree char *paid = NULL;
  g_autofree char *notified = NULL;

  if (notifie == PV_CENTS_NULL)
    return g_strdup (_ ("Nothing is notified here yet."));
  if (verse <= notifie)
    return NULL;

  paid = money (verse);
  notified = money (notifie);
  return g_strdup_printf (_ ("%s would be paid in all, for %s notified."), paid, notified);
}

char *
pv_versement_object_to_exercice (const char *date, gint64 exercice)
{
  int year = date != NULL ? atoi (date) : 0;

  if (year == 0 || exercice == PV_INT_NULL || year == exercice)
    return NULL;

  return g_strdup_printf (_ ("Paid in %d on the exercice %d."), year, (int)exercice);
}

char *
pv_versement_object_to_notification (const char *date, const char *notifie_le)
{
  g_autofree char *notified = NULL;

  if (date == NULL || notifie_le == NULL || *notifie_le == '\0' || strcmp (date, notifie_le) >= 0)
    return NULL;

  notified = pv_date_format_french (notifie_le, PV_DATE_FORMAT_SHORT);
  return g_strdup_printf (_ ("Paid before the notification of %s."),
                          notified != NULL ? notified : notifie_le);
}

char *
pv_versement_object_to_date (const char *date, const char *jour)
{
  return date != NULL && strcmp (date, jour) > 0 ? g_strdup (_ ("This date is still to come."))
                                                 : NULL;
}

char *
pv_versement_object_to_written (PvDb *db, const PvVersement *versement, GError **error)
{
  g_autoptr (PvFinancement) financement =
      pv_financement_store_get (db, versement->financement_id, error);
  g_autoptr (GPtrArray) versements =
      financement != NULL ? pv_versement_store_list (db, financement->id, error) : NULL;
  PvCents verse = 0;

  if (versements == NULL || versement->genre == PV_VERSEMENT_GENRE_REVERSEMENT)
    return NULL;
  for (guint i = 0; i < versements->len; i++)
    {
      const PvVersement *other = versements->pdata[i];

      if (other->montant_cents != PV_CENTS_NULL)
        verse += other->genre == PV_VERSEMENT_GENRE_REVERSEMENT ? -other->montant_cents
                                                                : other->montant_cents;
      if (other->id == versement->id)
        break;
    }

  return pv_versement_object_to_montant (financement->notifie_cents, verse);
}

/* --- objections ---------------------------------------------------------------------------- */

static void
objection_free (gpointer data)
{
  PvVersementObjection *self = data;

  g_free (self->texte);
  g_free (self);
}

/* @texte: (transfer full) (nullable): no objection */
static void
object (GPtrArray *objections, int ligne, PvVersementGravite gravite, char *texte)
{
  PvVersementObjection *self;

  if (texte == NULL)
    return;
  self = g_new (PvVersementObjection, 1);
  *self = (PvVersementObjection){ ligne, gravite, texte };
  g_ptr_array_add (objections, self);
}

/* What the lines before pay of the same financement. */
static PvCents
sum_before (const PvVersementLotLigne *lignes, guint index)
{
  PvCents sum = 0;

  for (guint i = 0; i < index; i++)
    if (lignes[i].financement_id == lignes[index].financement_id &&
        lignes[i].montant_cents != PV_CENTS_NULL)
      sum += lignes[i].genre == PV_VERSEMENT_GENRE_REVERSEMENT ? -lignes[i].montant_cents
                                                               : lignes[i].montant_cents;

  return sum;
}

static void
check_reversement (GPtrArray *objections, int index, PvCents verse, PvCents cents)
{
  g_autofree char *paid = money (verse);

  if (cents > verse)
    object (objections, index, PV_VERSEMENT_REFUSE,
            g_strdup_printf (_ ("Only %s was paid: no more can be paid back."), paid));
}

static gboolean
check_ligne (PvDb *db,
             const char *date,
             const PvVersementLotLigne *lignes,
             guint index,
             const char *jour,
             GPtrArray *objections,
             GError **error)
{
  const PvVersementLotLigne *self = &lignes[index];
  g_autoptr (PvVersementLigne) ligne = NULL;
  PvVersementSuivi suivi;
  PvCents verse;
  g_autoptr (GError) local = NULL;

  if (pv_versement_suivi_find (db, self->financement_id, jour, &suivi, &local))
    ligne = pv_versement_ligne_load (db, self->financement_id, &local);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (ligne == NULL)
    {
      object (objections, (int)index, PV_VERSEMENT_REFUSE,
              g_strdup (_ ("This financement is not there any more. Read the list again.")));
      return TRUE;
    }
  if (self->montant_cents == PV_CENTS_NULL || self->montant_cents <= 0)
    {
      object (objections, (int)index, PV_VERSEMENT_REFUSE,
              g_strdup (_ ("A payment needs its amount, above 0.")));
      return TRUE;
    }

  verse = (suivi.verse_cents == PV_CENTS_NULL ? 0 : suivi.verse_cents) + sum_before (lignes, index);
  if (self->genre == PV_VERSEMENT_GENRE_REVERSEMENT)
    {
      check_reversement (objections, (int)index, verse, self->montant_cents);
      return TRUE;
    }
  object (objections, (int)index, PV_VERSEMENT_REFUSE,
          pv_versement_object_to_statut (ligne->statut));
  object (objections, (int)index, PV_VERSEMENT_REFUSE,
          pv_versement_object_to_chapeau (ligne->chapeau));
  object (objections, (int)index, PV_VERSEMENT_A_CONFIRMER,
          pv_versement_object_to_montant (suivi.notifie_cents,
                                          verse + suivi.rendu_cents + self->montant_cents));
  object (objections, (int)index, PV_VERSEMENT_SIGNALE,
          pv_versement_object_to_exercice (date, suivi.exercice));
  object (objections, (int)index, PV_VERSEMENT_SIGNALE,
          pv_versement_object_to_notification (date, suivi.notifie_le));

  return TRUE;
}

GPtrArray *
pv_versement_lot_check (PvDb *db,
                        const char *date,
                        const PvVersementLotLigne *lignes,
                        guint n,
                        const char *jour,
                        GError **error)
{
  g_autoptr (GPtrArray) objections = g_ptr_array_new_with_free_func (objection_free);

  if (n == 0)
    object (objections, -1, PV_VERSEMENT_REFUSE,
            g_strdup (_ ("Nothing is chosen to pay. Choose at least one line.")));
  if (date == NULL || !pv_date_is_valid (date))
    object (objections, -1, PV_VERSEMENT_REFUSE,
            g_strdup (_ ("A payment needs its date, as 15/06/2026.")));
  else
    object (objections, -1, PV_VERSEMENT_SIGNALE, pv_versement_object_to_date (date, jour));
  for (guint i = 0; i < n; i++)
    if (!check_ligne (db, date, lignes, i, jour, objections, error))
      return NULL;

  return g_steal_pointer (&objections);
}

void
pv_versement_propose (const PvVersementSuivi *suivi, PvCents cents, PvVersementLotLigne *ligne)
{
  PvCents reste = suivi->reste_cents == PV_CENTS_NULL ? 0 : suivi->reste_cents;

  if (cents == PV_CENTS_NULL)
    cents = reste;
  ligne->financement_id = suivi->financement_id;
  ligne->montant_cents = cents;
  ligne->genre = cents < reste                 ? PV_VERSEMENT_GENRE_ACOMPTE
                 : cents > reste || cents == 0 ? PV_VERSEMENT_GENRE_COMPLEMENT
                                               : PV_VERSEMENT_GENRE_SOLDE;
}

/* --- writing ------------------------------------------------------------------------------- */

/* The first that stands, the gravest first. */
static const PvVersementObjection *
find_refusal (GPtrArray *objections, gboolean confirme)
{
  const PvVersementObjection *found = NULL;

  for (guint i = 0; i < objections->len; i++)
    {
      const PvVersementObjection *objection = objections->pdata[i];

      if (objection->gravite == PV_VERSEMENT_REFUSE)
        return objection;
      if (objection->gravite == PV_VERSEMENT_A_CONFIRMER && !confirme && found == NULL)
        found = objection;
    }

  return found;
}

static gboolean
refuse (PvDb *db,
        const PvVersementLotLigne *lignes,
        const PvVersementObjection *objection,
        GError **error)
{
  g_autoptr (PvVersementLigne) ligne =
      objection->ligne >= 0
          ? pv_versement_ligne_load (db, lignes[objection->ligne].financement_id, NULL)
          : NULL;
  g_autofree char *where = ligne != NULL ? g_strdup_printf (_ ("%s, %s: %s"), ligne->numero,
                                                            ligne->financeur, objection->texte)
                                         : g_strdup (objection->texte);

  if (objection->gravite == PV_VERSEMENT_A_CONFIRMER)
    g_set_error (error, PV_RULE_ERROR, PV_RULE_ERROR_REFUSED,
                 _ ("%s Confirm it, or lower the amount."), where);
  else
    g_set_error_literal (error, PV_RULE_ERROR, PV_RULE_ERROR_REFUSED, where);

  return FALSE;
}

static gboolean
write_ligne (PvDb *db,
             const char *date,
             const char *reference,
             const PvVersementLotLigne *ligne,
             GError **error)
{
  g_autoptr (PvVersement) versement = pv_versement_new ();

  versement->financement_id = ligne->financement_id;
  versement->genre = ligne->genre;
  versement->montant_cents = ligne->montant_cents;
  pv_champ_set_text (&versement->verse_le, date);
  pv_champ_set_text (&versement->reference,
                     reference != NULL && *reference != '\0' ? reference : NULL);

  return pv_versement_store_insert (db, versement, error);
}

gboolean
pv_versement_lot_pay (PvDb *db,
                      const char *date,
                      const char *reference,
                      const PvVersementLotLigne *lignes,
                      guint n,
                      gboolean confirme,
                      const char *jour,
                      PvProgres progres,
                      gpointer user_data,
                      GError **error)
{
  g_autoptr (PvTransaction) transaction = pv_transaction_begin (db, "versement-lot", NULL, error);
  g_autoptr (GPtrArray) objections = NULL;
  const PvVersementObjection *refusal;

  if (transaction == NULL)
    return FALSE;
  objections = pv_versement_lot_check (db, date, lignes, n, jour, error);
  if (objections == NULL)
    return FALSE;
  refusal = find_refusal (objections, confirme);
  if (refusal != NULL)
    return refuse (db, lignes, refusal, error);

  for (guint i = 0; i < n; i++)
    {
      if (!write_ligne (db, date, reference, &lignes[i], error))
        return FALSE;
      if (progres != NULL)
        progres (i + 1, n, user_data);
    }

  return pv_transaction_commit (transaction, error);
}
