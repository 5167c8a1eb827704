/* pv-votes-vue-totaux.c: what the votes shown, and selected, amount to
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n.h>

#include "vote/pv-votes-colonnes.h"
#include "vote/pv-votes-vue-private.h"
#include "widget/pv-format.h"
#include "widget/pv-selection.h"

/* A sum of no answer is not known. */
static PvCents
sum (const GPtrArray *items, PvVoteColonne colonne)
{
  PvCents somme = PV_CENTS_NULL;

  for (guint i = 0; i < items->len; i++)
    if (!pv_money_add (
            somme, pv_vote_colonne_get_cents (colonne, pv_vote_item_get_ligne (items->pdata[i])),
            &somme))
      return PV_CENTS_NULL;

  return somme;
}

static void
show_sum (GtkLabel *label, const GPtrArray *items, const char *title)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint n = pv_vote_items_count_dossiers (items);

  g_string_append_printf (
      text, g_dngettext (GETTEXT_PACKAGE, "%s: %u dossier", "%s: %u dossiers", n), title, n);
  for (int i = PV_VOTE_COLONNE_SOLLICITE; i <= PV_VOTE_COLONNE_NOTIFIE; i++)
    {
      PvCents cents = sum (items, (PvVoteColonne)i);
      g_autofree char *amount = pv_amount_to_text (cents);
      g_autofree char *name = g_utf8_strdown (pv_vote_colonne_get_title ((PvVoteColonne)i), -1);

      if (cents != PV_CENTS_NULL)
        g_string_append_printf (text, " · %s %s", name, amount);
    }
  pv_format_label (label, text->str);
}

void
pv_votes_vue_show_credits (PvVotesVue *self)
{
  const PvVoteCredits *credits = &self->lecture->credits;
  gboolean known = credits->montant_cents != PV_CENTS_NULL;
  PvCents engage = credits->engage_cents != PV_CENTS_NULL ? credits->engage_cents : 0;
  PvCents reste = known ? credits->montant_cents - engage : PV_CENTS_NULL;
  g_autofree char *open = pv_amount_to_text (credits->montant_cents);
  g_autofree char *taken = pv_amount_to_text (engage);
  g_autofree char *left = pv_amount_to_text (reste == PV_CENTS_NULL || reste >= 0 ? reste : -reste);
  g_autofree char *text = NULL;

  if (!known)
    text = g_strdup (_ ("Envelopes of this funder: amount not known"));
  else if (reste < 0)
    text =
        g_strdup_printf (_ ("Envelopes: %s open, %s engaged, exceeded by %s"), open, taken, left);
  else
    text = g_strdup_printf (_ ("Envelopes: %s open, %s engaged, %s remaining"), open, taken, left);
  if (known && credits->n_inconnues > 0)
    {
      g_autofree char *sums = g_steal_pointer (&text);
      guint n = (guint)credits->n_inconnues;

      text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s · %u envelope of unknown amount",
                                           "%s · %u envelopes of unknown amount", n),
                              sums, n);
    }
  pv_format_label (self->credits, text);
  if (known && reste < 0)
    gtk_widget_add_css_class (GTK_WIDGET (self->credits), "pv-error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->credits), "pv-error");
}

void
pv_votes_vue_show_totals (PvVotesVue *self)
{
  g_autoptr (GPtrArray) chosen = pv_selection_list (self->selection, FALSE);
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->store)); i++)
    g_ptr_array_add (all, g_list_model_get_item (G_LIST_MODEL (self->store), i));
  show_sum (self->total, all, _ ("Total"));
  show_sum (self->selected, chosen, _ ("Selection"));
  gtk_widget_set_visible (GTK_WIDGET (self->selected), chosen->len > 0);
}
