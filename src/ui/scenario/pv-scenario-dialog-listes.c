/* pv-scenario-dialog-listes.c: what a try is chosen from
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n.h>

#include "scenario/pv-scenario-dialog-private.h"
#include "scenario/pv-scenario-phrase.h"
#include "widget/pv-format.h"

/* The tries in the order of their choice. */
static const PvEssaiGenre genres[] = { PV_ESSAI_RETRAIT, PV_ESSAI_REDUCTION, PV_ESSAI_RANG,
                                       PV_ESSAI_PARTAGE, PV_ESSAI_COPIE };

PvEssaiGenre
pv_scenario_dialog_get_genre (guint position)
{
  return position < G_N_ELEMENTS (genres) ? genres[position] : PV_ESSAI_COPIE;
}

/* Those who bring something; envelopes that something bears on. */
static void
list_choices (PvScenarioDialog *self)
{
  const PvScenarioDonnees *donnees = self->lecture->donnees;
  g_autofree gboolean *pays = g_new0 (gboolean, donnees->financeurs->len + 1);
  g_autofree gboolean *bears = g_new0 (gboolean, donnees->enveloppes->len + 1);

  for (guint i = 0; i < donnees->lignes->len; i++)
    {
      const PvScenarioLigne *ligne = pv_scenario_donnees_get_ligne (donnees, i);

      pays[ligne->financeur] = TRUE;
      if (ligne->enveloppe >= 0)
        bears[ligne->enveloppe] = TRUE;
    }
  for (guint i = 0; i < donnees->financeurs->len; i++)
    if (pays[i])
      g_array_append_val (self->financeurs, i);
  for (guint i = 0; i < donnees->enveloppes->len; i++)
    if (bears[i])
      g_array_append_val (self->enveloppes, i);
}

static void
fill_repreneurs (PvScenarioDialog *self)
{
  for (guint i = 0; i < self->financeurs->len; i++)
    {
      guint position = g_array_index (self->financeurs, guint, i);
      GtkWidget *check = gtk_check_button_new_with_label (
          pv_scenario_donnees_get_financeur (self->lecture->donnees, position)->nom);

      g_signal_connect_object (check, "toggled", G_CALLBACK (pv_scenario_dialog_update), self,
                               G_CONNECT_SWAPPED);
      gtk_box_append (self->repreneurs, check);
      g_ptr_array_add (self->checks, check);
    }
}

static void
fill_base (PvScenarioDialog *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  gtk_string_list_append (names, _ ("Present Situation"));
  for (guint i = 0; i < self->lecture->scenarios->len; i++)
    gtk_string_list_append (names, ((const PvScenario *)self->lecture->scenarios->pdata[i])->nom);
  gtk_drop_down_set_model (self->base, G_LIST_MODEL (names));
}

static void
fill_lists (PvScenarioDialog *self)
{
  const PvScenarioDonnees *donnees = self->lecture->donnees;
  g_autoptr (GtkStringList) essais = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) financeurs = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) enveloppes = gtk_string_list_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (genres); i++)
    gtk_string_list_append (essais, pv_essai_genre_to_words (genres[i]));
  for (guint i = 0; i < self->financeurs->len; i++)
    gtk_string_list_append (financeurs, pv_scenario_donnees_get_financeur (
                                            donnees, g_array_index (self->financeurs, guint, i))
                                            ->nom);
  for (guint i = 0; i < self->enveloppes->len; i++)
    {
      const PvScenarioEnveloppe *enveloppe =
          pv_scenario_donnees_get_enveloppe (donnees, g_array_index (self->enveloppes, guint, i));
      g_autofree char *montant = pv_amount_to_text (enveloppe->montant);

      gtk_string_list_take (enveloppes, g_strdup_printf ("%s : %s", enveloppe->libelle, montant));
    }
  gtk_drop_down_set_model (self->essai, G_LIST_MODEL (essais));
  gtk_drop_down_set_model (self->financeur, G_LIST_MODEL (financeurs));
  gtk_drop_down_set_model (self->enveloppe, G_LIST_MODEL (enveloppes));
}

void
pv_scenario_dialog_fill (PvScenarioDialog *self)
{
  list_choices (self);
  fill_base (self);
  fill_lists (self);
  fill_repreneurs (self);
}
