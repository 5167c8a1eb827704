/* pv-scenario-phrase.c: a try, in words
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "scenario/pv-scenario-phrase.h"

#include <glib/gi18n.h>

#include "widget/pv-format.h"

static void
add_sentence (GString *text, char *sentence)
{
  if (text->len > 0)
    g_string_append_c (text, ' ');
  g_string_append (text, sentence);
  g_free (sentence);
}

static void
add_changes (GString *text, const PvEssaiBilan *bilan)
{
  g_autofree char *n = pv_count_to_text (bilan->n_changes);

  if (bilan->n_changes == 0)
    add_sentence (text, g_strdup (_ ("No proposed amount changes.")));
  else
    add_sentence (text,
                  g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s proposed amount changes.",
                                                "%s proposed amounts change.", bilan->n_changes),
                                   n));
}

static void
add_loss (GString *text, const PvEssai *essai, const PvEssaiBilan *bilan)
{
  g_autofree char *lost = pv_amount_to_text (bilan->perdu);
  g_autofree char *taken = pv_amount_to_text (bilan->repris);
  g_autofree char *left = pv_amount_to_text (bilan->perdu - bilan->repris);

  if (essai->repreneurs == NULL || essai->repreneurs->len == 0)
    add_sentence (text, g_strdup_printf (_ ("%s is lost."), lost));
  else
    add_sentence (text,
                  g_strdup_printf (
                      /* Translators: three amounts */
                      _ ("%s is lost: %s is taken over, %s finds nobody."), lost, taken, left));
}

static void
add_walk (GString *text, const PvEssai *essai, const PvEssaiBilan *bilan)
{
  g_autofree char *available = pv_amount_to_text (bilan->disponible);
  g_autofree char *left = pv_amount_to_text (bilan->reste);
  g_autofree char *served = pv_count_to_text (bilan->rang.n_dessus);
  g_autofree char *rank = pv_count_to_text (bilan->rang.rang);
  g_autofree char *on_line = pv_count_to_text (bilan->rang.n_coupure);

  add_sentence (text, g_strdup_printf (_ ("%s to share, %s left."), available, left));
  add_sentence (text, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s is served whole.",
                                                    "%s are served whole.", bilan->rang.n_dessus),
                                       served));
  if (bilan->rang.rang == PV_INT_NULL)
    add_sentence (text, g_strdup (_ ("All fit.")));
  else if (essai->coupure == PV_COUPURE_PARTAGE)
    add_sentence (
        text, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                            "The line is at rank %s, where %s shares what is left.",
                                            "The line is at rank %s, where %s share what is left.",
                                            bilan->rang.n_coupure),
                               rank, on_line));
  else
    add_sentence (text,
                  g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                                "The line passes before rank %s, which %s has.",
                                                "The line passes before rank %s, which %s share.",
                                                bilan->rang.n_coupure),
                                   rank, on_line));
}

static void
add_share (GString *text, const PvEssaiBilan *bilan)
{
  g_autofree char *left = pv_amount_to_text (bilan->reste);

  if (bilan->reste > 0)
    add_sentence (text, g_strdup_printf (_ ("%s is more than what is asked, and is left."), left));
}

/* What is not moved, and why. */
static void
add_locked (GString *text, const PvEssaiBilan *bilan)
{
  guint decided = bilan->n_verrous[PV_SCENARIO_ARBITRE] + bilan->n_verrous[PV_SCENARIO_VOTE] +
                  bilan->n_verrous[PV_SCENARIO_NOTIFIE];
  g_autofree char *n = pv_count_to_text (decided);
  g_autofree char *cents = pv_amount_to_text (bilan->fige);
  g_autofree char *unranked = pv_count_to_text (bilan->n_sans_rang);

  if (decided > 0)
    add_sentence (
        text,
        g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                      "%s amount already arbitrated, voted or notified stays (%s).",
                                      "%s amounts already arbitrated, voted or notified stay (%s).",
                                      decided),
                         n, cents));
  if (bilan->n_sans_rang > 0)
    add_sentence (text,
                  g_strdup_printf (
                      g_dngettext (GETTEXT_PACKAGE, "%s without a score keeps what is proposed.",
                                   "%s without a score keep what is proposed.", bilan->n_sans_rang),
                      unranked));
}

char *
pv_essai_bilan_to_text (const PvEssai *essai, const PvEssaiBilan *bilan)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (essai->genre == PV_ESSAI_COPIE)
    return g_strdup (_ ("The same amounts under another name."));

  add_changes (text, bilan);
  if (essai->genre == PV_ESSAI_RETRAIT || essai->genre == PV_ESSAI_REDUCTION)
    add_loss (text, essai, bilan);
  else if (essai->genre == PV_ESSAI_RANG)
    add_walk (text, essai, bilan);
  else
    add_share (text, bilan);
  add_locked (text, bilan);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
pv_essai_to_nom (const PvEssai *essai, const char *libelle)
{
  g_autofree char *rate = pv_rate_to_text (-essai->taux_bp);

  switch (essai->genre)
    {
    case PV_ESSAI_RETRAIT:
      return g_strdup_printf (_ ("Without %s"), libelle);
    case PV_ESSAI_REDUCTION:
      return g_strdup_printf ("%s %s", libelle, rate);
    case PV_ESSAI_PARTAGE:
      return g_strdup_printf (_ ("%s in proportion"), libelle);
    case PV_ESSAI_RANG:
      return g_strdup_printf (_ ("%s by rank"), libelle);
    case PV_ESSAI_COPIE:
    default:
      return g_strdup (_ ("Copy"));
    }
}

const char *
pv_essai_genre_to_words (PvEssaiGenre genre)
{
  static const char *const words[PV_N_ESSAI_GENRES] = {
    [PV_ESSAI_COPIE] = N_ ("Nothing: a copy to begin with"),
    [PV_ESSAI_RETRAIT] = N_ ("A funder withdraws"),
    [PV_ESSAI_REDUCTION] = N_ ("A funder cuts what it proposes"),
    [PV_ESSAI_PARTAGE] = N_ ("An amount is shared in proportion"),
    [PV_ESSAI_RANG] = N_ ("An envelope is given by rank"),
  };

  g_return_val_if_fail ((guint)genre < PV_N_ESSAI_GENRES, NULL);

  return _ (words[genre]);
}
