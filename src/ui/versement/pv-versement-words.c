/* pv-versement-words.c: what is due and since when, in words
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "versement/pv-versement-words.h"

#include <glib/gi18n.h>

#include "pv-date.h"
#include "widget/pv-format.h"

char *
pv_versement_reste_to_text (const PvVersementSuivi *suivi)
{
  return pv_amount_to_text (suivi->reste_cents);
}

char *
pv_versement_trop_percu_to_text (const PvVersementSuivi *suivi)
{
  g_autofree char *amount =
      suivi->trop_percu_cents > 0 ? pv_amount_to_text (suivi->trop_percu_cents) : NULL;

  /* Translators: an amount paid beyond what was notified, short, under another amount */
  return amount != NULL ? g_strdup_printf (_ ("overpaid %s"), amount) : NULL;
}

static char *
days_to_text (gint64 days)
{
  g_autofree char *count = pv_count_to_text (days);

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s day", "%s days", (gulong)MAX (days, 0)),
                          count);
}

char *
pv_versement_delai_to_text (const PvVersementSuivi *suivi)
{
  g_autofree char *days = NULL;

  if (suivi->retard > 0)
    {
      days = pv_count_to_text (suivi->retard);
      /* Translators: so many days late, short, in a column */
      return g_strdup_printf (_ ("%s d late"), days);
    }
  if (suivi->delai == PV_INT_NULL)
    return g_strdup (PV_TEXT_NULL);

  days = pv_count_to_text (suivi->delai);
  /* Translators: so many days, short, in a column */
  return g_strdup_printf (_ ("%s d"), days);
}

char *
pv_versement_delai_to_sentence (const PvVersementSuivi *suivi)
{
  g_autofree char *since = suivi->delai != PV_INT_NULL ? days_to_text (suivi->delai) : NULL;
  g_autofree char *limit = suivi->limite != PV_INT_NULL ? days_to_text (suivi->limite) : NULL;
  g_autofree char *late = days_to_text (suivi->retard);

  if (suivi->reste_cents == PV_CENTS_NULL || suivi->reste_cents == 0)
    return g_strdup (_ ("Nothing is due."));
  if (suivi->retard > 0 && suivi->echeance_le[0] != '\0')
    return g_strdup_printf (_ ("%s late on the schedule of the convention."), late);
  if (suivi->retard > 0)
    return g_strdup_printf (_ ("Notified %s ago, to be paid within %s: %s late."), since, limit,
                            late);
  if (since == NULL)
    return g_strdup (_ ("The date of the notification is not known: no delay is counted."));
  if (suivi->verse_cents > 0 || suivi->echeance_le[0] != '\0' || limit == NULL)
    return g_strdup_printf (_ ("Notified %s ago."), since);

  return g_strdup_printf (_ ("Notified %s ago, to be paid within %s."), since, limit);
}

char *
pv_versement_echeance_to_sentence (const PvVersementSuivi *suivi)
{
  g_autofree char *date = NULL;
  g_autofree char *amount = NULL;

  if (suivi->echeance_le[0] == '\0')
    return NULL;

  date = pv_date_format_french (suivi->echeance_le, PV_DATE_FORMAT_LONG);
  amount = pv_amount_to_text (suivi->echeance_cents);
  return g_strdup_printf (_ ("Next in the schedule of the convention: %s on %s."), amount, date);
}

char *
pv_versement_trop_percu_to_sentence (const PvVersementSuivi *suivi)
{
  g_autofree char *amount = NULL;

  if (suivi->trop_percu_cents > 0)
    {
      amount = pv_amount_to_text (suivi->trop_percu_cents);
      return g_strdup_printf (_ ("%s paid above what was notified."), amount);
    }
  if (suivi->a_recuperer_cents > 0)
    {
      amount = pv_amount_to_text (suivi->a_recuperer_cents);
      return g_strdup_printf (_ ("The validated bilan of the dossier says that %s is to be paid"
                                 " back."),
                              amount);
    }

  return NULL;
}

static void
add_sentence (GString *sentences, char *taken)
{
  g_autofree char *sentence = taken;

  if (sentence != NULL)
    g_string_append_printf (sentences, "%s%s", sentences->len > 0 ? " " : "", sentence);
}

char *
pv_versement_suivi_to_sentences (const PvVersementSuivi *suivi)
{
  g_autoptr (GString) sentences = g_string_new (NULL);
  g_autofree char *due = pv_amount_to_text (suivi->reste_cents);

  if ((suivi->notifie_cents == PV_CENTS_NULL || suivi->notifie_cents == 0) &&
      suivi->n_versements == 0)
    return NULL;
  if (suivi->reste_cents != PV_CENTS_NULL && suivi->reste_cents > 0)
    add_sentence (sentences, g_strdup_printf (_ ("Left to pay: %s."), due));
  if (suivi->reste_cents != PV_CENTS_NULL)
    add_sentence (sentences, pv_versement_delai_to_sentence (suivi));
  add_sentence (sentences, pv_versement_echeance_to_sentence (suivi));
  add_sentence (sentences, pv_versement_trop_percu_to_sentence (suivi));

  return sentences->len > 0 ? g_string_free (g_steal_pointer (&sentences), FALSE) : NULL;
}

char *
pv_versement_suivi_to_caption (const PvVersementSuivi *suivi)
{
  g_autofree char *amount = NULL;

  if (suivi->retard > 0)
    return pv_versement_delai_to_text (suivi);
  if (suivi->trop_percu_cents > 0)
    {
      amount = pv_amount_to_text (suivi->trop_percu_cents);
      /* Translators: an amount paid too much, short */
      return g_strdup_printf (_ ("%s too much"), amount);
    }
  /* of one payment, its kind and its date say more */
  if (suivi->etat != PV_VERSEMENT_ETAT_PARTIEL || suivi->reste_cents == PV_CENTS_NULL ||
      suivi->n_versements < 2)
    return NULL;

  amount = pv_amount_to_text (suivi->reste_cents);
  /* Translators: an amount left to pay, short */
  return g_strdup_printf (_ ("%s left"), amount);
}
