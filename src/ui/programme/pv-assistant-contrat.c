/* pv-assistant-contrat.c: which contrat, which year, which file
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "programme/pv-assistant-contrat.h"

#include <glib/gi18n.h>

#include "parametres/pv-saisie-row.h"
#include "pv-identifier.h"
#include "pv-text.h"
#include "reference/pv-reference-liste.h"

#define EXTENSION ".progville"

struct _PvAssistantContrat
{
  AdwBin parent_instance;

  GPtrArray *contrats; /* of PvReferenceLigne */
  GFile *folder;
  char *code; /* of a free contrat */
  gboolean named;
  GtkFileChooserNative *chooser;

  GtkSearchEntry *search;
  GtkListBox *list;
  GtkWidget *list_problem;
  AdwPreferencesGroup *libre;
  AdwPreferencesGroup *fichier;
  AdwActionRow *folder_row;
  PvSaisieRow *nom, *epci, *code_row, *exercice, *name;
};

G_DEFINE_FINAL_TYPE (PvAssistantContrat, pv_assistant_contrat, ADW_TYPE_BIN)

static PvReferenceLigne *
get_ligne (GtkListBoxRow *row)
{
  return row != NULL ? g_object_get_data (G_OBJECT (row), "pv-ligne") : NULL;
}

/* Shown on the chosen one only. */
static void
tick_rows (PvAssistantContrat *self)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    gtk_widget_set_opacity (g_object_get_data (G_OBJECT (row), "pv-tick"),
                            gtk_list_box_row_is_selected (row) ? 1 : 0);
}

static PvReferenceLigne *
get_chosen (PvAssistantContrat *self)
{
  return get_ligne (gtk_list_box_get_selected_row (self->list));
}

static gboolean
is_libre (PvAssistantContrat *self)
{
  return gtk_list_box_get_selected_row (self->list) != NULL && get_chosen (self) == NULL;
}

static gboolean
filter_cb (GtkListBoxRow *row, gpointer user_data)
{
  PvAssistantContrat *self = user_data;
  g_autofree char *wanted = pv_text_fold (gtk_editable_get_text (GTK_EDITABLE (self->search)));
  PvReferenceLigne *ligne = get_ligne (row);
  g_autofree char *all = NULL;
  g_autofree char *folded = NULL;

  if (ligne == NULL || *wanted == '\0')
    return TRUE;
  all = g_strdup_printf ("%s %s %s", ligne->contrat->nom, ligne->contrat->code,
                         ligne->contrat->epci_nom != NULL ? ligne->contrat->epci_nom : "");
  folded = pv_text_fold (all);

  return strstr (folded, wanted) != NULL;
}

static void
search_changed_cb (PvAssistantContrat *self)
{
  gtk_list_box_invalidate_filter (self->list);
}

static void
next_cb (PvAssistantContrat *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "assistant.next", NULL);
}

/* Enter takes the first one found, and goes on. */
static void
search_activate_cb (PvAssistantContrat *self)
{
  GtkListBoxRow *chosen = gtk_list_box_get_selected_row (self->list);
  GtkListBoxRow *row;

  if (chosen == NULL || !gtk_widget_get_child_visible (GTK_WIDGET (chosen)))
    for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
      if (gtk_widget_get_child_visible (GTK_WIDGET (row)))
        {
          gtk_list_box_select_row (self->list, row);
          break;
        }
  next_cb (self);
}

/* "Lens - Liévin 2026.progville", until the person writes a name. */
static void
propose_name (PvAssistantContrat *self)
{
  g_autofree char *nom = pv_assistant_contrat_to_words (self);
  g_autofree char *year = pv_saisie_row_dup_value (self->exercice);
  g_autofree char *name = NULL;

  if (self->named || nom == NULL)
    return;
  g_strdelimit (nom, "/\\:", '-');
  name = g_strdup_printf ("%s %s", nom, year != NULL ? year : "");
  pv_saisie_row_set_problem (self->name, NULL);
  pv_saisie_row_set_value (self->name, g_strstrip (name));
}

static void
row_selected_cb (PvAssistantContrat *self)
{
  if (self->libre == NULL || self->list == NULL)
    return;
  tick_rows (self);
  gtk_widget_set_visible (GTK_WIDGET (self->libre), is_libre (self));
  gtk_widget_set_visible (self->list_problem, FALSE);
  propose_name (self);
}

static void
check_name (PvAssistantContrat *self)
{
  g_autofree char *path = NULL;

  if (pv_saisie_row_check (self->name) != NULL)
    return;
  path = pv_assistant_contrat_dup_path (self);
  if (strchr (gtk_editable_get_text (GTK_EDITABLE (pv_saisie_row_get_control (self->name))),
              G_DIR_SEPARATOR) != NULL)
    pv_saisie_row_set_problem (self->name, _ ("A file name has no “/”."));
  else if (g_file_test (path, G_FILE_TEST_EXISTS))
    pv_saisie_row_set_problem (
        self->name, _ ("This file is already there. Choose another name or another folder."));
}

static void
name_committed_cb (PvAssistantContrat *self)
{
  self->named = TRUE;
  check_name (self);
}

static void
check_code (PvAssistantContrat *self)
{
  g_autofree char *typed = pv_saisie_row_dup_value (self->code_row);
  g_autofree char *reason = NULL;

  g_clear_pointer (&self->code, g_free);
  if (typed == NULL)
    return;
  if (pv_identifier_check (PV_IDENTIFIER_CONTRAT, typed, &self->code, &reason) ==
      PV_IDENTIFIER_INVALID)
    {
      g_clear_pointer (&self->code, g_free);
      pv_saisie_row_set_problem (self->code_row, reason);
    }
}

static void
set_folder (PvAssistantContrat *self, GFile *folder)
{
  g_set_object (&self->folder, folder);
  adw_action_row_set_subtitle (self->folder_row, g_file_peek_path (folder));
}

static void
chosen_cb (PvAssistantContrat *self, int response)
{
  g_autoptr (GFile) folder = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    folder = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (self->chooser));
  if (folder != NULL && g_file_peek_path (folder) != NULL)
    {
      set_folder (self, folder);
      check_name (self);
    }
  g_clear_object (&self->chooser);
}

static void
choose_cb (PvAssistantContrat *self)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));

  self->chooser =
      gtk_file_chooser_native_new (_ ("Folder of the Programme"), window,
                                   GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, _ ("_Choose"), NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (self->chooser), self->folder, NULL);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (chosen_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

/* --- public ------------------------------------------------------------------------ */

const char *
pv_assistant_contrat_get_code (PvAssistantContrat *self)
{
  PvReferenceLigne *ligne;

  g_return_val_if_fail (PV_IS_ASSISTANT_CONTRAT (self), NULL);

  ligne = get_chosen (self);

  return ligne != NULL ? ligne->contrat->code : self->code;
}

char *
pv_assistant_contrat_dup_nom (PvAssistantContrat *self)
{
  g_return_val_if_fail (PV_IS_ASSISTANT_CONTRAT (self), NULL);

  return is_libre (self) ? pv_saisie_row_dup_value (self->nom) : NULL;
}

char *
pv_assistant_contrat_dup_epci (PvAssistantContrat *self)
{
  g_return_val_if_fail (PV_IS_ASSISTANT_CONTRAT (self), NULL);

  return is_libre (self) ? pv_saisie_row_dup_value (self->epci) : NULL;
}

char *
pv_assistant_contrat_to_words (PvAssistantContrat *self)
{
  PvReferenceLigne *ligne;

  g_return_val_if_fail (PV_IS_ASSISTANT_CONTRAT (self), NULL);

  ligne = get_chosen (self);

  return ligne != NULL ? g_strdup (ligne->contrat->nom) : pv_assistant_contrat_dup_nom (self);
}

const char *
pv_assistant_contrat_get_territoire (PvAssistantContrat *self)
{
  PvReferenceLigne *ligne;

  g_return_val_if_fail (PV_IS_ASSISTANT_CONTRAT (self), NULL);

  ligne = get_chosen (self);

  return ligne != NULL ? ligne->territoires : NULL;
}

gint64
pv_assistant_contrat_get_exercice (PvAssistantContrat *self)
{
  g_autofree char *year = NULL;

  g_return_val_if_fail (PV_IS_ASSISTANT_CONTRAT (self), PV_INT_NULL);

  year = pv_saisie_row_dup_value (self->exercice);

  return year != NULL ? g_ascii_strtoll (year, NULL, 10) : PV_INT_NULL;
}

char *
pv_assistant_contrat_dup_path (PvAssistantContrat *self)
{
  g_autofree char *name = NULL;
  g_autofree char *file = NULL;

  g_return_val_if_fail (PV_IS_ASSISTANT_CONTRAT (self), NULL);

  name = pv_saisie_row_dup_value (self->name);
  file = g_strconcat (name != NULL ? name : "",
                      name != NULL && g_str_has_suffix (name, EXTENSION) ? "" : EXTENSION, NULL);

  return g_build_filename (g_file_peek_path (self->folder), file, NULL);
}

static gboolean
is_right (PvSaisieRow *row)
{
  if (pv_saisie_row_check (row) == NULL)
    return TRUE;
  gtk_widget_grab_focus (pv_saisie_row_get_control (row));

  return FALSE;
}

gboolean
pv_assistant_contrat_check (PvAssistantContrat *self)
{
  gint64 year;

  g_return_val_if_fail (PV_IS_ASSISTANT_CONTRAT (self), FALSE);

  if (gtk_list_box_get_selected_row (self->list) == NULL)
    {
      gtk_widget_set_visible (self->list_problem, TRUE);
      gtk_widget_grab_focus (GTK_WIDGET (self->search));
      return FALSE;
    }
  if (is_libre (self))
    {
      if (!is_right (self->nom))
        return FALSE;
      check_code (self);
      if (self->code == NULL && *gtk_editable_get_text (GTK_EDITABLE (
                                    pv_saisie_row_get_control (self->code_row))) != '\0')
        return FALSE;
    }
  if (!is_right (self->exercice))
    return FALSE;
  year = pv_assistant_contrat_get_exercice (self);
  if (year < 2000 || year > 2100)
    {
      pv_saisie_row_set_problem (self->exercice, _ ("A year is expected, such as 2026."));
      gtk_widget_grab_focus (pv_saisie_row_get_control (self->exercice));
      return FALSE;
    }
  propose_name (self);
  check_name (self);
  if (!gtk_widget_has_css_class (GTK_WIDGET (self->name), "problem"))
    return TRUE;

  gtk_widget_grab_focus (pv_saisie_row_get_control (self->name));
  return FALSE;
}

/* --- construction ------------------------------------------------------------------ */

static GtkWidget *
contrat_row_new (PvReferenceLigne *ligne)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *tick = gtk_image_new_from_icon_name ("object-select-symbolic");

  gtk_widget_add_css_class (tick, "pv-tick");
  gtk_accessible_update_state (GTK_ACCESSIBLE (tick), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_widget_set_opacity (tick, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), tick);
  g_object_set_data (G_OBJECT (row), "pv-tick", tick);
  g_object_set_data (G_OBJECT (row), "pv-ligne", ligne);
  g_object_set (row, "use-markup", FALSE, "activatable", TRUE, "title",
                ligne != NULL ? ligne->contrat->nom : _ ("Another contrat…"), NULL);
  if (ligne == NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _ ("Its name and its EPCI are typed"));
  else if (ligne->contrat->epci_nom == NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), ligne->contrat->code);
  else
    {
      g_autofree char *subtitle =
          g_strdup_printf ("%s · %s", ligne->contrat->code, ligne->contrat->epci_nom);

      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
    }

  return row;
}

static PvSaisieRow *
add_row (AdwPreferencesGroup *group, PvSaisie saisie, const char *title, gboolean required)
{
  GtkWidget *row = pv_saisie_row_new (saisie, title, required);

  adw_preferences_group_add (group, row);
  pv_saisie_row_set_activates_default (PV_SAISIE_ROW (row));

  return PV_SAISIE_ROW (row);
}

static void
fill_list (PvAssistantContrat *self)
{
  g_autoptr (GError) error = NULL;

  self->contrats = pv_reference_list_contrats (&error);
  if (self->contrats == NULL)
    g_warning ("%s", error->message);
  for (guint i = 0; self->contrats != NULL && i < self->contrats->len; i++)
    gtk_list_box_append (self->list, contrat_row_new (self->contrats->pdata[i]));
  gtk_list_box_append (self->list, contrat_row_new (NULL));
  gtk_list_box_select_row (self->list, NULL);
  gtk_list_box_set_filter_func (self->list, filter_cb, self, NULL);
}

static void
pv_assistant_contrat_dispose (GObject *object)
{
  PvAssistantContrat *self = PV_ASSISTANT_CONTRAT (object);

  if (self->list != NULL)
    gtk_list_box_set_filter_func (self->list, NULL, NULL, NULL);
  if (self->chooser != NULL)
    gtk_native_dialog_destroy (GTK_NATIVE_DIALOG (self->chooser));
  g_clear_object (&self->chooser);
  gtk_widget_dispose_template (GTK_WIDGET (self), PV_TYPE_ASSISTANT_CONTRAT);
  g_clear_object (&self->folder);
  g_clear_pointer (&self->contrats, g_ptr_array_unref);
  g_clear_pointer (&self->code, g_free);

  G_OBJECT_CLASS (pv_assistant_contrat_parent_class)->dispose (object);
}

static void
pv_assistant_contrat_class_init (PvAssistantContratClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pv_assistant_contrat_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/progville/Progville/programme/pv-assistant-contrat.ui");
  gtk_widget_class_bind_template_child (widget_class, PvAssistantContrat, search);
  gtk_widget_class_bind_template_child (widget_class, PvAssistantContrat, list);
  gtk_widget_class_bind_template_child (widget_class, PvAssistantContrat, list_problem);
  gtk_widget_class_bind_template_child (widget_class, PvAssistantContrat, libre);
  gtk_widget_class_bind_template_child (widget_class, PvAssistantContrat, fichier);
  gtk_widget_class_bind_template_child (widget_class, PvAssistantContrat, folder_row);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose_cb);
}

static void
pv_assistant_contrat_init (PvAssistantContrat *self)
{
  const char *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);
  g_autoptr (GFile) folder =
      g_file_new_for_path (documents != NULL ? documents : g_get_home_dir ());
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *year = g_date_time_format (now, "%Y");

  gtk_widget_init_template (GTK_WIDGET (self));
  self->nom = add_row (self->libre, PV_SAISIE_TEXTE, _ ("Name of the contrat"), TRUE);
  self->epci = add_row (self->libre, PV_SAISIE_TEXTE, _ ("EPCI"), FALSE);
  self->code_row = add_row (self->libre, PV_SAISIE_TEXTE, _ ("National code"), FALSE);
  pv_saisie_row_set_hint (self->code_row,
                          _ ("CN and the number of the département, if it has one"));
  self->exercice = add_row (self->fichier, PV_SAISIE_ENTIER, _ ("Exercice"), TRUE);
  self->name = add_row (self->fichier, PV_SAISIE_TEXTE, _ ("File name"), TRUE);
  pv_saisie_row_set_value (self->exercice, year);
  g_signal_connect_swapped (self->nom, "committed", G_CALLBACK (propose_name), self);
  g_signal_connect_swapped (self->exercice, "committed", G_CALLBACK (propose_name), self);
  g_signal_connect_swapped (self->code_row, "committed", G_CALLBACK (check_code), self);
  g_signal_connect_swapped (self->name, "committed", G_CALLBACK (name_committed_cb), self);
  set_folder (self, folder);
  fill_list (self);
}
