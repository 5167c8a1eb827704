/* pv-vote-dialog-revue.c: what there is to say of an act before it is written
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n.h>

#include "vote/pv-vote-dialog-private.h"
#include "widget/pv-format.h"

void
pv_vote_dialog_tell (PvVoteDialog *self, const char *reason)
{
  gtk_label_set_label (self->refus, reason != NULL ? reason : "");
  gtk_widget_set_visible (GTK_WIDGET (self->refus), reason != NULL);
}

guint
pv_vote_dialog_get_n (PvVoteDialog *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->store));
}

PvVoteItem *
pv_vote_dialog_get_item (PvVoteDialog *self, guint position)
{
  g_autoptr (PvVoteItem) item = g_list_model_get_item (G_LIST_MODEL (self->store), position);

  return item;
}

PvVoteActe
pv_vote_dialog_get_acte (PvVoteDialog *self)
{
  PvVoteActe acte = { self->etape, self->financeur_id, PV_INT_NULL, pv_field_get_value (self->date),
                      pv_field_get_value (self->reference) };

  if (pv_vote_dialog_get_n (self) > 0)
    acte.appel_id = pv_vote_item_get_ligne (pv_vote_dialog_get_item (self, 0))->appel_id;

  return acte;
}

/* A remark is its line, rule and words. Returns whether it refuses. */
static gboolean
note_constat (GHashTable *remarks, const PvVoteConstat *constat)
{
  if (!constat->refuse)
    g_hash_table_add (remarks,
                      g_strdup_printf ("%" G_GINT64_FORMAT ":%s:%s", constat->financement_id,
                                       constat->regle, constat->texte));

  return constat->refuse;
}

/* @n_refus: the lines that are refused, each once whatever there is against it. */
static void
check_lignes (PvVoteDialog *self, const PvVoteActe *acte, GHashTable *remarks, guint *n_refus)
{
  for (guint i = 0; i < pv_vote_dialog_get_n (self); i++)
    {
      PvVoteItem *item = pv_vote_dialog_get_item (self, i);
      GPtrArray *constats = g_ptr_array_new_with_free_func ((GDestroyNotify)pv_vote_constat_free);
      gboolean refused = FALSE;

      pv_vote_ligne_verifier (pv_vote_item_get_ligne (item), acte, pv_vote_item_get_cents (item),
                              constats);
      for (guint c = 0; c < constats->len; c++)
        refused |= note_constat (remarks, constats->pdata[c]);
      *n_refus += refused;
      pv_vote_item_set_constats (item, constats);
    }
}

guint
pv_vote_dialog_count_dossiers (PvVoteDialog *self)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new ();

  for (guint i = 0; i < pv_vote_dialog_get_n (self); i++)
    g_ptr_array_add (items, pv_vote_dialog_get_item (self, i));

  return pv_vote_items_count_dossiers (items);
}

static void
show_total (PvVoteDialog *self)
{
  g_autofree char *amount = NULL;
  g_autofree char *text = NULL;
  PvCents somme = 0;
  guint n = pv_vote_dialog_get_n (self);
  guint n_dossiers = pv_vote_dialog_count_dossiers (self);
  guint n_zero = 0;

  for (guint i = 0; i < n; i++)
    {
      PvCents cents = pv_vote_item_get_cents (pv_vote_dialog_get_item (self, i));

      n_zero += cents == 0;
      if (!pv_money_add (somme, cents, &somme))
        somme = PV_CENTS_NULL;
    }
  amount = pv_amount_to_text (somme);
  text = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u dossier · %s", "%u dossiers · %s", n_dossiers), n_dossiers,
      amount);
  if (n_zero > 0)
    {
      g_autofree char *whole = g_steal_pointer (&text);

      text = g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE, "%s · %u refused", "%s · %u refused", n_zero), whole,
          n_zero);
    }
  pv_format_label (self->total, text);
}

/* "2 amounts to correct · 3 remarks to confirm" */
static void
show_remarks (PvVoteDialog *self, guint n_refus)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint n_remarks = pv_confirmation_get_n (self->confirmation);

  if (n_refus > 0)
    g_string_append_printf (text,
                            g_dngettext (GETTEXT_PACKAGE, "%u line to correct or take out",
                                         "%u lines to correct or take out", n_refus),
                            n_refus);
  gtk_label_set_label (self->remarks, text->str);
  gtk_widget_set_visible (GTK_WIDGET (self->remarks), n_refus > 0);
  gtk_widget_set_visible (self->take_out, n_refus > 0);
  g_string_printf (
      text,
      g_dngettext (GETTEXT_PACKAGE, "I _confirm %u remark", "I _confirm %u remarks", n_remarks),
      n_remarks);
  gtk_check_button_set_label (self->confirm, text->str);
  gtk_check_button_set_active (self->confirm, pv_confirmation_is_given (self->confirmation));
  gtk_widget_set_visible (GTK_WIDGET (self->confirm), n_remarks > 0);
}

gboolean
pv_vote_dialog_review (PvVoteDialog *self)
{
  PvVoteActe acte = pv_vote_dialog_get_acte (self);
  g_autoptr (GPtrArray) constats =
      pv_vote_acte_verifier (&acte, pv_vote_dialog_get_n (self), self->today);
  g_autoptr (GString) words = g_string_new (NULL);
  GHashTable *remarks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n_refus = 0;

  for (guint i = 0; i < constats->len; i++)
    {
      const PvVoteConstat *constat = constats->pdata[i];

      g_string_append_printf (words, "%s%s", i > 0 ? "\n" : "", constat->texte);
      note_constat (remarks, constat);
    }
  self->showing = TRUE;
  check_lignes (self, &acte, remarks, &n_refus);
  pv_confirmation_show (self->confirmation, remarks);
  pv_vote_dialog_tell (self, words->len > 0 ? words->str : NULL);
  show_total (self);
  show_remarks (self, n_refus);
  self->showing = FALSE;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "vote-acte.valider",
                                 n_refus == 0 && pv_vote_constats_count_refus (constats) == 0 &&
                                     pv_confirmation_allows (self->confirmation) &&
                                     pv_context_can_edit (self->context));

  return n_refus == 0;
}

void
pv_vote_dialog_confirm_cb (PvVoteDialog *self)
{
  if (self->context == NULL || self->showing)
    return;
  pv_confirmation_set (self->confirmation, gtk_check_button_get_active (self->confirm));
  pv_vote_dialog_review (self);
}
