/* pv-scenarios-card-actions.c: makes, names, copies and deletes scenarios
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n.h>

#include "scenario/pv-scenario-comparaison-window.h"
#include "scenario/pv-scenario-dialog.h"
#include "scenario/pv-scenario-montants-window.h"
#include "scenario/pv-scenario-service.h"
#include "scenario/pv-scenarios-card-private.h"

static GtkWindow *
get_window (PvScenariosCard *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

/* --- a new one, and the table of a comparison ----------------------------------------------- */

static void
created_cb (PvScenariosCard *self, gint64 id)
{
  pv_scenarios_card_choose (self, id);
}

void
pv_scenarios_card_new_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvScenariosCard *self = PV_SCENARIOS_CARD (widget);
  PvScenarioLecture *lecture = pv_scenarios_card_get_lecture (self);
  PvScenarioDialog *dialog =
      pv_scenario_dialog_new (pv_scenarios_card_get_context (self), get_window (self), lecture);

  g_signal_connect_object (dialog, "created", G_CALLBACK (created_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

void
pv_scenarios_card_compare_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvScenariosCard *self = PV_SCENARIOS_CARD (widget);
  GtkWindow *window =
      pv_scenario_comparaison_window_new (pv_scenarios_card_get_context (self), get_window (self),
                                          pv_scenarios_card_get_lecture (self));

  gtk_window_present (window);
}

void
pv_scenarios_card_edit_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvScenariosCard *self = PV_SCENARIOS_CARD (widget);
  GtkWindow *window = pv_scenario_montants_window_new (
      pv_scenarios_card_get_context (self), get_window (self), pv_scenarios_card_get_lecture (self),
      pv_scenarios_card_get_cote (self));

  gtk_window_present (window);
}

/* --- a name --------------------------------------------------------------------------------- */

typedef struct
{
  PvScenariosCard *card;
  AdwMessageDialog *dialog;
  GtkEditable *entry;
  GtkLabel *problem;
  gint64 id;
  gint64 appel_id;
  gboolean copy;
  gint64 copie_id;
  char *nom;
} Nommage;

static void
nommage_free (Nommage *nommage)
{
  g_object_unref (nommage->card);
  g_free (nommage->nom);
  g_free (nommage);
}

static void
name_changed_cb (Nommage *nommage)
{
  PvDb *db = pv_context_get_reader (pv_scenarios_card_get_context (nommage->card));
  const char *typed = gtk_editable_get_text (nommage->entry);
  const char *problem = pv_scenario_service_check_nom (
      db, nommage->appel_id, nommage->copy ? PV_INT_NULL : nommage->id, typed);

  gtk_label_set_label (nommage->problem, problem != NULL && *typed != '\0' ? problem : "");
  adw_message_dialog_set_response_enabled (nommage->dialog, "save", problem == NULL);
}

static gboolean
write_name (PvDb *db, gpointer user_data, GError **error)
{
  Nommage *nommage = user_data;

  return nommage->copy ? pv_scenario_service_duplicate (db, nommage->id, nommage->nom,
                                                        &nommage->copie_id, error)
                       : pv_scenario_service_rename (db, nommage->id, nommage->nom, error);
}

static void
named_cb (Nommage *nommage, const char *response)
{
  g_autoptr (GError) error = NULL;

  if (!g_str_equal (response, "save"))
    return;

  nommage->nom = g_strdup (gtk_editable_get_text (nommage->entry));
  if (!pv_context_act (pv_scenarios_card_get_context (nommage->card),
                       nommage->copy ? "scenario-new" : "scenario-edit", nommage->nom, write_name,
                       nommage, &error))
    gtk_widget_activate_action (GTK_WIDGET (nommage->card), "win.toast", "s", error->message);
  else if (nommage->copy)
    pv_scenarios_card_choose (nommage->card, nommage->copie_id);
}

static void
ask_name (PvScenariosCard *self, gboolean copy, const char *heading, const char *proposed)
{
  g_autoptr (GtkBuilder) builder =
      gtk_builder_new_from_resource ("/org/progville/Progville/scenario/pv-scenario-nom.ui");
  const PvScenarioCote *cote = pv_scenarios_card_get_cote (self);
  Nommage *nommage = g_new0 (Nommage, 1);

  nommage->card = g_object_ref (self);
  nommage->dialog = ADW_MESSAGE_DIALOG (gtk_builder_get_object (builder, "dialog"));
  nommage->entry = GTK_EDITABLE (gtk_builder_get_object (builder, "entry"));
  nommage->problem = GTK_LABEL (gtk_builder_get_object (builder, "problem"));
  nommage->id = cote->id;
  nommage->appel_id = pv_scenarios_card_get_lecture (self)->donnees->appel_id;
  nommage->copy = copy;
  adw_message_dialog_set_heading (nommage->dialog, heading);
  gtk_editable_set_text (nommage->entry, proposed);
  g_signal_connect_swapped (nommage->entry, "changed", G_CALLBACK (name_changed_cb), nommage);
  g_signal_connect_data (nommage->dialog, "response", G_CALLBACK (named_cb), nommage,
                         (GClosureNotify)(void (*) (void))nommage_free, G_CONNECT_SWAPPED);
  name_changed_cb (nommage);
  gtk_window_set_transient_for (GTK_WINDOW (nommage->dialog), get_window (self));
  gtk_window_present (GTK_WINDOW (nommage->dialog));
}

void
pv_scenarios_card_rename_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvScenariosCard *self = PV_SCENARIOS_CARD (widget);

  ask_name (self, FALSE, _ ("Rename the Scenario"), pv_scenarios_card_get_cote (self)->nom);
}

void
pv_scenarios_card_duplicate_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvScenariosCard *self = PV_SCENARIOS_CARD (widget);
  g_autofree char *proposed =
      g_strdup_printf (_ ("%s (copy)"), pv_scenarios_card_get_cote (self)->nom);

  ask_name (self, TRUE, _ ("Copy the Scenario"), proposed);
}

static gboolean
remove_scenario (PvDb *db, gpointer user_data, GError **error)
{
  return pv_scenario_service_remove (db, *(const gint64 *)user_data, error);
}

/* Undo brings it back: nothing to confirm. */
void
pv_scenarios_card_delete_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvScenariosCard *self = PV_SCENARIOS_CARD (widget);
  const PvScenarioCote *cote = pv_scenarios_card_get_cote (self);
  g_autofree char *nom = g_strdup (cote->nom);
  gint64 id = cote->id;
  g_autoptr (GError) error = NULL;

  if (!pv_context_act (pv_scenarios_card_get_context (self), "scenario-delete", nom,
                       remove_scenario, &id, &error))
    gtk_widget_activate_action (widget, "win.toast", "s", error->message);
}
