/* pv-vote-constat.c: what is to be said of an act over many dossiers, before it is kept
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "vote/pv-vote-constat.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "pv-date.h"
#include "pv-money.h"

void
pv_vote_constat_free (PvVoteConstat *self)
{
  if (self == NULL)
    return;
  g_free (self->texte);
  g_free (self);
}

guint
pv_vote_constats_count_refus (const GPtrArray *constats)
{
  guint n = 0;

  for (guint i = 0; i < constats->len; i++)
    n += ((const PvVoteConstat *)constats->pdata[i])->refuse;

  return n;
}

/* @texte: (transfer full) */
static void
add (GPtrArray *constats, gint64 id, const char *regle, gboolean refuse, char *texte)
{
  PvVoteConstat *constat = g_new0 (PvVoteConstat, 1);

  constat->financement_id = id;
  constat->regle = regle;
  constat->refuse = refuse;
  constat->texte = texte;
  g_ptr_array_add (constats, constat);
}

/* --- the act --------------------------------------------------------------------------------- */

static gboolean
is_blank (const char *text)
{
  g_autofree char *clean = text != NULL ? g_strstrip (g_strdup (text)) : NULL;

  return clean == NULL || *clean == '\0';
}

static void
check_date (const PvVoteActe *acte, const char *today, GPtrArray *constats)
{
  if (!pv_date_is_valid (acte->date_le))
    add (constats, PV_INT_NULL, "sans-date", TRUE,
         g_strdup (acte->etape == PV_ETAPE_VOTE
                       ? _ ("Give the date of the vote: it is kept with each amount.")
                       : _ ("Give the date of the notification: the delay of payment runs from "
                            "it.")));
  else if (strcmp (acte->date_le, today) > 0)
    add (constats, PV_INT_NULL, "date-future", FALSE,
         g_strdup (_ ("This date is still to come. Correct it, or confirm that the act is certain "
                      "already.")));
}

GPtrArray *
pv_vote_acte_verifier (const PvVoteActe *acte, guint n, const char *today)
{
  GPtrArray *constats = g_ptr_array_new_with_free_func ((GDestroyNotify)pv_vote_constat_free);

  check_date (acte, today, constats);
  if (acte->etape == PV_ETAPE_VOTE && is_blank (acte->reference))
    add (constats, PV_INT_NULL, "sans-reference", TRUE,
         g_strdup (_ ("Give the reference of the deliberation or of the decision.")));
  if (n == 0)
    add (constats, PV_INT_NULL, "sans-ligne", TRUE,
         g_strdup (_ ("No dossier is left in this act. Select those it is about.")));

  return constats;
}

/* --- its lines ------------------------------------------------------------------------------- */

static char *
money (PvCents cents)
{
  return pv_money_format (cents, PV_MONEY_FORMAT_FRENCH | PV_MONEY_FORMAT_NO_ZERO_CENTS);
}

/* Whether it may be notified, by the table of the statuses, or is already. */
static gboolean
is_decided (PvDossierStatut statut)
{
  return (statut >= PV_DOSSIER_STATUT_NOTIFIE && statut <= PV_DOSSIER_STATUT_SOLDE) ||
         pv_dossier_statut_can_move (statut, PV_DOSSIER_STATUT_NOTIFIE, NULL);
}

/* What the dossier itself does not allow. */
static void
check_dossier (const PvVoteLigne *ligne, const PvVoteActe *acte, PvCents cents, GPtrArray *constats)
{
  const char *mot = pv_dossier_statut_to_libelle (ligne->statut);

  if (ligne->financeur_id != acte->financeur_id)
    add (constats, ligne->id, "autre-financeur", TRUE,
         g_strdup (_ ("This amount is another funder’s. Take it out: an act is one funder’s.")));
  if (acte->appel_id != PV_INT_NULL && ligne->appel_id != acte->appel_id)
    add (constats, ligne->id, "autre-appel", TRUE,
         g_strdup_printf (_ ("This dossier is of another call, %s. Take it out: one act is over "
                             "the dossiers of one call."),
                          ligne->appel));
  if (pv_dossier_statut_libere_enveloppe (ligne->statut))
    add (constats, ligne->id, "sorti", TRUE,
         g_strdup_printf (_ ("This dossier is “%s”. Take it out, or have its decision corrected "
                             "first."),
                          mot));
  else if (acte->etape == PV_ETAPE_NOTIFIE && cents > 0 && !is_decided (ligne->statut))
    add (constats, ligne->id, "non-programme", TRUE,
         g_strdup_printf (_ ("This dossier is “%s”: no committee has programmed it. Have it "
                             "programmed first, or take it out."),
                          mot));
  else if (acte->etape == PV_ETAPE_VOTE && !is_decided (ligne->statut))
    add (constats, ligne->id, "non-programme", FALSE,
         g_strdup_printf (_ ("This dossier is “%s”: no committee has programmed it. Confirm that "
                             "it was voted all the same."),
                          mot));
}

static void
check_vote (const PvVoteLigne *ligne, const PvVoteActe *acte, PvCents cents, GPtrArray *constats)
{
  if (ligne->notifie_cents != PV_CENTS_NULL)
    add (constats, ligne->id, "deja-notifie", TRUE,
         g_strdup (_ ("This amount is notified already: change it by an avenant or a reduction, on "
                      "the page of the dossier.")));
  else if (ligne->vote_cents != PV_CENTS_NULL)
    {
      g_autofree char *avant = money (ligne->vote_cents);

      add (constats, ligne->id, "deja-vote", FALSE,
           g_strdup_printf (_ ("%s is voted already. Confirm that this act replaces it."), avant));
    }
  if (ligne->arbitre_cents == PV_CENTS_NULL)
    add (constats, ligne->id, "non-arbitre", FALSE,
         g_strdup (_ ("No amount was arbitrated. Confirm the amount voted, or take the dossier "
                      "out.")));
  else if (cents > ligne->arbitre_cents)
    {
      g_autofree char *arbitre = money (ligne->arbitre_cents);

      add (constats, ligne->id, "superieur-arbitre", FALSE,
           g_strdup_printf (_ ("More than the %s arbitrated. Correct the amount, or confirm it."),
                            arbitre));
    }
  if (ligne->seance_le != NULL && pv_date_is_valid (acte->date_le) &&
      strcmp (acte->date_le, ligne->seance_le) < 0)
    {
      g_autofree char *seance = pv_date_format_french (ligne->seance_le, PV_DATE_FORMAT_LONG);

      add (constats, ligne->id, "avant-seance", FALSE,
           g_strdup_printf (_ ("The committee decided on %s, after this date. Correct the date, or "
                               "confirm it."),
                            seance));
    }
}

static void
check_notification (const PvVoteLigne *ligne,
                    const PvVoteActe *acte,
                    PvCents cents,
                    GPtrArray *constats)
{
  if (ligne->notifie_cents != PV_CENTS_NULL)
    {
      g_autofree char *avant = money (ligne->notifie_cents);

      add (constats, ligne->id, "deja-notifie", TRUE,
           g_strdup_printf (_ ("%s is notified already: change it by an avenant or a reduction, on "
                               "the page of the dossier."),
                            avant));
    }
  if (ligne->vote_cents == PV_CENTS_NULL && pv_vote_is_delibere (ligne->categorie))
    add (constats, ligne->id, "notifie-sans-vote", FALSE,
         g_strdup (_ ("This funder grants by a deliberation, and none is entered. Enter the vote "
                      "first, or confirm.")));
  else if (ligne->vote_cents != PV_CENTS_NULL && cents > ligne->vote_cents)
    {
      g_autofree char *vote = money (ligne->vote_cents);

      add (
          constats, ligne->id, "superieur-vote", FALSE,
          g_strdup_printf (_ ("More than the %s voted. Correct the amount, or confirm it."), vote));
    }
  if (ligne->vote_le != NULL && pv_date_is_valid (acte->date_le) &&
      strcmp (acte->date_le, ligne->vote_le) < 0)
    {
      g_autofree char *vote = pv_date_format_french (ligne->vote_le, PV_DATE_FORMAT_LONG);

      add (constats, ligne->id, "avant-vote", FALSE,
           g_strdup_printf (_ ("It was voted on %s, after this date. Correct the date, or confirm "
                               "it."),
                            vote));
    }
  if (ligne->bilan_manquant != NULL && cents > 0)
    add (constats, ligne->id, "bilan-n-1", TRUE, g_strdup (ligne->bilan_manquant));
  if (ligne->cer_absent && cents > 0)
    add (constats, ligne->id, "cer-absent", FALSE,
         g_strdup (_ ("The porteur has not signed the contrat d’engagement républicain. Have it "
                      "signed before it is notified, or confirm.")));
}

void
pv_vote_ligne_verifier (const PvVoteLigne *ligne,
                        const PvVoteActe *acte,
                        PvCents cents,
                        GPtrArray *constats)
{
  if (cents == PV_CENTS_NULL || cents < 0)
    add (constats, ligne->id, "montant", TRUE,
         g_strdup (_ ("Give the amount of this dossier; 0 when it is refused.")));
  check_dossier (ligne, acte, cents, constats);
  if (acte->etape == PV_ETAPE_VOTE)
    check_vote (ligne, acte, cents, constats);
  else
    check_notification (ligne, acte, cents, constats);
}
