/* pv-financement-dialog-choix.c: the payer, the dispositif and the envelope of a financement
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n.h>

#include "enveloppe/pv-enveloppe-store.h"
#include "financement/pv-financement-choix.h"
#include "financement/pv-financement-dialog-private.h"
#include "widget/pv-drop-down.h"
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

/* @none: (nullable): the first choice, which is none. */
static void
fill (GtkDropDown *drop_down, const GPtrArray *choix, const char *none, gint64 id)
{
  g_autoptr (GPtrArray) items = pv_choice_items_new ();

  if (none != NULL)
    pv_choice_add (items, PV_INT_NULL, none, NULL);
  for (guint i = 0; i < choix->len; i++)
    {
      g_autofree char *label = choix_to_text (choix->pdata[i]);

      pv_choice_add (items, ((const PvFinancementChoix *)choix->pdata[i])->id, label, NULL);
    }
  pv_drop_down_show (drop_down, items, id);
}

void
pv_financement_dialog_fill_choices (PvFinancementDialog *self)
{
  PvDb *db = pv_context_get_reader (self->context);
  const PvFinancement *financement = self->financement;
  g_autoptr (GPtrArray) dispositifs =
      pv_financement_choix_list_dispositifs (db, financement->financeur_id, NULL);
  g_autoptr (GPtrArray) enveloppes = pv_financement_choix_list_enveloppes (
      db, financement->dispositif_id, financement->exercice, financement->section, NULL);

  g_clear_pointer (&self->financeurs, g_ptr_array_unref);
  self->financeurs = pv_financement_choix_list_financeurs (db, NULL);
  if (self->financeurs == NULL || dispositifs == NULL || enveloppes == NULL)
    return;

  fill (self->financeur, self->financeurs, NULL, financement->financeur_id);
  fill (self->dispositif, dispositifs, _ ("Not known"), financement->dispositif_id);
  fill (self->enveloppe, enveloppes, _ ("None"), financement->enveloppe_id);
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
  financeur = pv_drop_down_get_key (self->financeur);
  dispositif = pv_drop_down_get_key (self->dispositif);
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
    financement->enveloppe_id = pv_drop_down_get_key (self->enveloppe);
  /* a list that is filled again tells its choice too */
  if (pv_champs_equal (pv_financement_champs, financement, self->financement))
    return;
  pv_financement_dialog_take (self, g_steal_pointer (&financement));
}
