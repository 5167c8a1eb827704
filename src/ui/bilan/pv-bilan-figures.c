/* pv-bilan-figures.c: the key figures of the bilan, beside the year before
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bilan/pv-bilan-figures.h"

#include <glib/gi18n.h>

#include "widget/pv-format.h"

/* "+4,2 % since 2025", or what the figure is beside when there is no year before. */
static char *
dup_caption (const PvBilanAffichage *affichage, gint64 before, gint64 now, const char *beside)
{
  int avant = pv_bilan_affichage_get_avant (affichage);
  g_autofree char *evolution = pv_bilan_dup_evolution (before, now);
  g_autofree char *year =
      avant >= 0 ? pv_bilan_affichage_dup_annee (affichage, (guint)avant) : NULL;

  if (year == NULL || g_str_equal (evolution, PV_TEXT_NULL))
    return g_strdup (beside);

  /* Translators: a change, then a year: “+4.2 % since 2025”. */
  return g_strdup_printf (_ ("%s since %s"), evolution, year);
}

static void
set_figure (PvFigureCard *card,
            const PvBilanAffichage *affichage,
            gint64 before,
            gint64 now,
            gboolean amount,
            const char *beside)
{
  g_autofree char *value = amount ? pv_amount_to_text (now) : pv_count_to_text (now);
  g_autofree char *was = amount ? pv_amount_to_text (before) : pv_count_to_text (before);
  g_autofree char *caption = dup_caption (affichage, before, now, beside);
  int avant = pv_bilan_affichage_get_avant (affichage);
  g_autofree char *year =
      avant >= 0 ? pv_bilan_affichage_dup_annee (affichage, (guint)avant) : NULL;
  g_autofree char *tip =
      year != NULL ? g_strdup_printf (_ ("%s. %s: %s"), beside, year, was) : g_strdup (beside);

  pv_figure_card_set (card, value, caption, FALSE);
  gtk_widget_set_tooltip_text (GTK_WIDGET (card), tip);
}

static void
set_liste (PvFigureCard *card, const PvBilanAffichage *affichage, PvBilanListe liste)
{
  g_autofree char *critere = pv_bilan_analyse_dup_critere (affichage->analyse, PV_BILAN_PAR_AXE,
                                                           NULL, (int)affichage->a, liste);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (card), NULL);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (card), "s", critere);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (card), "bilan.dossiers");
}

static void
show_dossiers (const PvBilanFigures *self, const PvBilanAffichage *affichage)
{
  int avant = pv_bilan_affichage_get_avant (affichage);
  const PvBilanChiffres *now = &affichage->analyse->annees[affichage->a];
  const PvBilanChiffres *before = avant >= 0 ? &affichage->analyse->annees[avant] : NULL;
  g_autofree char *deposited = pv_count_to_text (now->mesure.dossiers);
  g_autofree char *all = pv_count_to_text (now->porteurs);
  g_autofree char *of_dossiers = g_strdup_printf (_ ("of %s deposited"), deposited);
  g_autofree char *of_porteurs = g_strdup_printf (_ ("of %s who asked"), all);

  set_figure (self->dossiers_card, affichage,
              before != NULL ? before->mesure.finances : PV_INT_NULL, now->mesure.finances, FALSE,
              of_dossiers);
  set_figure (self->porteurs_card, affichage,
              before != NULL ? before->porteurs_finances : PV_INT_NULL, now->porteurs_finances,
              FALSE, of_porteurs);
  set_liste (self->dossiers_card, affichage, PV_BILAN_LISTE_FINANCES);
  set_liste (self->porteurs_card, affichage, PV_BILAN_LISTE_FINANCES);
}

static void
show_montants (const PvBilanFigures *self, const PvBilanAffichage *affichage)
{
  int avant = pv_bilan_affichage_get_avant (affichage);
  const PvBilanChiffres *now = &affichage->analyse->annees[affichage->a];
  const PvBilanChiffres *before = avant >= 0 ? &affichage->analyse->annees[avant] : NULL;
  g_autofree char *of_asked = pv_rate_to_text (
      pv_money_rate_bp (now->mesure.accorde, now->mesure.etapes[PV_ETAPE_SOLLICITE]));
  g_autofree char *of_notified = pv_rate_to_text (
      pv_money_rate_bp (now->mesure.etapes[PV_ETAPE_VERSE], now->mesure.etapes[PV_ETAPE_NOTIFIE]));
  g_autofree char *asked = g_strdup_printf (_ ("%s of what was asked"), of_asked);
  g_autofree char *notified = g_strdup_printf (_ ("%s of what was notified"), of_notified);

  set_figure (self->accorde_card, affichage,
              before != NULL ? before->mesure.accorde : PV_CENTS_NULL, now->mesure.accorde, TRUE,
              asked);
  set_figure (self->verse_card, affichage,
              before != NULL ? before->mesure.etapes[PV_ETAPE_VERSE] : PV_CENTS_NULL,
              now->mesure.etapes[PV_ETAPE_VERSE], TRUE, notified);
  set_liste (self->accorde_card, affichage, PV_BILAN_LISTE_FINANCES);
  set_liste (self->verse_card, affichage, PV_BILAN_LISTE_VERSES);
}

/* (nullable): "94.3 % in 2025". */
static char *
dup_taux_avant (const PvBilanAffichage *affichage)
{
  int avant = pv_bilan_affichage_get_avant (affichage);
  gint64 taux =
      avant >= 0 ? pv_bilan_chiffres_get_taux_bp (&affichage->analyse->annees[avant]) : PV_INT_NULL;
  g_autofree char *rate = NULL, *year = NULL;

  if (taux == PV_INT_NULL)
    return NULL;
  rate = pv_rate_to_text (taux);
  year = pv_bilan_affichage_dup_annee (affichage, (guint)avant);

  /* Translators: a rate, then a year: “94.3 % in 2025”. */
  return g_strdup_printf (_ ("%s in %s"), rate, year);
}

static void
show_realise (const PvBilanFigures *self, const PvBilanAffichage *affichage)
{
  int avant = pv_bilan_affichage_get_avant (affichage);
  const PvBilanChiffres *now = &affichage->analyse->annees[affichage->a];
  const PvBilanChiffres *before = avant >= 0 ? &affichage->analyse->annees[avant] : NULL;
  g_autofree char *taux = pv_rate_to_text (pv_bilan_chiffres_get_taux_bp (now));
  g_autofree char *recus = pv_count_to_text (now->recus);
  g_autofree char *attendus = pv_count_to_text (now->attendus);
  /* Translators: how many were received, of how many are expected; the former is the number. */
  g_autofree char *received =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s of %s compte rendu",
                                    "%s of %s comptes rendus", (gulong)now->recus),
                       recus, attendus);
  g_autofree char *was = dup_taux_avant (affichage);
  g_autofree char *women = pv_rate_to_text (pv_money_rate_bp (
      now->public_prevu.femmes,
      now->public_prevu.femmes != PV_INT_NULL && now->public_prevu.hommes != PV_INT_NULL
          ? now->public_prevu.femmes + now->public_prevu.hommes
          : PV_INT_NULL));
  g_autofree char *share = g_strdup_printf (_ ("%s of women"), women);

  /* a rate has no rate of change */
  pv_figure_card_set (self->realise_card, taux, was != NULL ? was : received, FALSE);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->realise_card), received);
  set_figure (self->publics_card, affichage,
              before != NULL ? before->public_prevu.total : PV_INT_NULL, now->public_prevu.total,
              FALSE, share);
  set_liste (self->publics_card, affichage, PV_BILAN_LISTE_FINANCES);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->realise_card), NULL);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->realise_card), "s", "comptes-rendus");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->realise_card), "win.open-bilans");
}

void
pv_bilan_figures_show (const PvBilanFigures *self, const PvBilanAffichage *affichage)
{
  g_return_if_fail (self != NULL && affichage != NULL);

  show_dossiers (self, affichage);
  show_montants (self, affichage);
  show_realise (self, affichage);
}
