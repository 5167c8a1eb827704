/* pv-financement-dialog-choix.c: the payer, the dispositif and the envelope of a financement
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n.h>

#include "enveloppe/pv-enveloppe-store.h"
#include "financement/pv-financement-choix.h"
#include "financement/pv-financement-dialog-private.h"
#include "widget/pv-format.h"

static char *
choix_to_text (const PvFinancementChoix *choix)
{
  g_autofree char *left = NULL;

  if (choix->restant_cents == PV_CENTS_NULL)
    return g_strdup (choix->nom);

  left = pv_amount_to_text (choix->restant_cents);

  /* Translators: an envelope, then what is left of it. */
  return g_strdup_printf (_ ("%s (%s left)"), choix->nom, left);
}

static gboolean
is_same (GListModel *shown, GtkStringList *names)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (names));

  if (shown == NULL || g_list_model_get_n_items (shown) != n)
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (gtk_string_list_get_string (GTK_STRING_LIST (shown), i),
                   gtk_string_list_get_string (names, i)) != 0)
      return FALSE;

  return TRUE;
}

/* @none: (nullable): the first choice, which is none. */
static void
fill (GtkDropDown *drop_down, GPtrArray *choix, const char *none, gint64 id)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = none != NULL ? 0 : GTK_INVALID_LIST_POSITION;

  if (none != NULL)
    gtk_string_list_append (names, none);
  for (guint i = 0; i < choix->len; i++)
    {
      gtk_string_list_take (names, choix_to_text (choix->pdata[i]));
      if (((PvFinancementChoix *)choix->pdata[i])->id == id)
        selected = i + (none != NULL ? 1 : 0);
    }
  /* a list is not replaced while it tells what was chosen in it */
  if (!is_same (gtk_drop_down_get_model (drop_down), names))
    gtk_drop_down_set_model (drop_down, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (drop_down, selected);
}

static gint64
get_chosen (GtkDropDown *drop_down, GPtrArray *choix, gboolean none)
{
  guint selected = gtk_drop_down_get_selected (drop_down);

  if (none && selected != GTK_INVALID_LIST_POSITION)
    selected--; /* the first becomes G_MAXUINT */

  return selected < choix->len ? ((PvFinancementChoix *)choix->pdata[selected])->id : PV_INT_NULL;
}

void
pv_financement_dialog_fill_choices (PvFinancementDialog *self)
{
  PvDb *db = pv_context_get_reader (self->context);
  const PvFinancement *financement = self->financement;

  g_clear_pointer (&self->financeurs, g_ptr_array_unref);
  g_clear_pointer (&self->dispositifs, g_ptr_array_unref);
  g_clear_pointer (&self->enveloppes, g_ptr_array_unref);
  self->financeurs = pv_financement_choix_list_financeurs (db, NULL);
  self->dispositifs = pv_financement_choix_list_dispositifs (db, financement->financeur_id, NULL);
  self->enveloppes = pv_financement_choix_list_enveloppes (
      db, financement->dispositif_id, financement->exercice, financement->section, NULL);
  if (self->financeurs == NULL || self->dispositifs == NULL || self->enveloppes == NULL)
    return;

  fill (self->financeur, self->financeurs, NULL, financement->financeur_id);
  fill (self->dispositif, self->dispositifs, _ ("Not known"), financement->dispositif_id);
  fill (self->enveloppe, self->enveloppes, _ ("None"), financement->enveloppe_id);
  gtk_drop_down_set_selected (self->section, (guint)(financement->section + 1));
  gtk_spin_button_set_value (self->exercice, (double)financement->exercice);
}

/* The only leaf that fits is proposed. */
static void
propose_enveloppe (PvFinancementDialog *self, PvFinancement *financement)
{
  pv_enveloppe_store_find_feuille (pv_context_get_reader (self->context),
                                   financement->dispositif_id, financement->exercice,
                                   financement->section, &financement->enveloppe_id, NULL);
}

void
pv_financement_dialog_chosen_cb (PvFinancementDialog *self)
{
  g_autoptr (PvFinancement) financement = NULL;
  gint64 financeur, dispositif;

  if (self->showing || self->financement == NULL)
    return;

  financement = pv_financement_copy (self->financement);
  financeur = get_chosen (self->financeur, self->financeurs, FALSE);
  dispositif = get_chosen (self->dispositif, self->dispositifs, TRUE);
  if (financeur != financement->financeur_id)
    dispositif = PV_INT_NULL;
  financement->financeur_id = financeur;
  financement->dispositif_id = dispositif;
  financement->exercice = gtk_spin_button_get_value_as_int (self->exercice);
  financement->section = (PvSection)((int)gtk_drop_down_get_selected (self->section) - 1);
  if (dispositif != self->financement->dispositif_id ||
      financement->exercice != self->financement->exercice ||
      financement->section != self->financement->section)
    propose_enveloppe (self, financement);
  else
    financement->enveloppe_id = get_chosen (self->enveloppe, self->enveloppes, TRUE);
  /* a list that is filled again tells its choice too */
  if (pv_champs_equal (pv_financement_champs, financement, self->financement))
    return;
  pv_financement_dialog_take (self, g_steal_pointer (&financement));
}
