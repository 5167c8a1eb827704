/* pv-exports-page.c: what can be written, and what it will hold
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "export/pv-exports-page.h"

#include <glib/gi18n.h>
#include <string.h>

#include "appel/pv-appel-store.h"
#include "export/pv-export-apercu.h"
#include "export/pv-export-travail.h"
#include "export/pv-exports-recents.h"
#include "export/pv-exports-seances.h"
#include "institution/pv-institution-store.h"
#include "widget/pv-format.h"
#include "widget/pv-save-chooser.h"

#define PROGRESS_MS 80

struct _PvExportsPage
{
  PvPage parent_instance;

  GPtrArray *appels;       /* of PvAppel */
  GArray *filtres;         /* of PvFiltre, as the rows of scope_row */
  GPtrArray *institutions; /* of PvInstitution */
  GPtrArray *seances;      /* of PvProcesVerbalChoix */
  GPtrArray *sheets;       /* rows, borrowed */
  gboolean filling;
  GCancellable *counting;
  GCancellable *writing;
  PvExportDemande *demande;
  guint tick_id;
  GtkFileChooserNative *chooser;

  AdwPreferencesGroup *choice_group;
  AdwComboRow *kind_row;
  AdwComboRow *scope_row;
  AdwComboRow *institution_row;
  AdwComboRow *seance_row;
  GtkButton *export_button;
  GtkWidget *progress_box;
  GtkProgressBar *progress;
  GtkLabel *step_label;
  GtkWidget *result_box;
  GtkLabel *result_label;
  GtkLabel *warning_label;
  GtkButton *open_button;
  GtkButton *folder_button;
  GtkWidget *problem_box;
  GtkLabel *problem_label;
  AdwPreferencesGroup *sheets_group;
  GtkSpinner *spinner;
  PvExportsRecents *recent_group;
};

G_DEFINE_FINAL_TYPE (PvExportsPage, pv_exports_page, PV_TYPE_PAGE)

/* --- what is chosen ---------------------------------------------------------------- */

static const PvExportKind *
chosen_kind (PvExportsPage *self)
{
  guint selected = adw_combo_row_get_selected (self->kind_row);

  return pv_export_get_kind (selected < pv_export_get_n_kinds () ? selected : 0);
}

static PvFiltre
chosen_filtre (PvExportsPage *self)
{
  guint selected = adw_combo_row_get_selected (self->scope_row);

  return selected < self->filtres->len ? g_array_index (self->filtres, PvFiltre, selected)
                                       : (PvFiltre)PV_FILTRE_TOUT;
}

static const char *
chosen_institution (PvExportsPage *self)
{
  guint selected = adw_combo_row_get_selected (self->institution_row);

  if (!pv_export_kind_needs_institution (chosen_kind (self)) || self->institutions == NULL ||
      selected >= self->institutions->len)
    return NULL;

  return ((const PvInstitution *)g_ptr_array_index (self->institutions, selected))->nom;
}

/* --- the sheets -------------------------------------------------------------------- */

static void
clear_rows (AdwPreferencesGroup *group, GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    adw_preferences_group_remove (group, g_ptr_array_index (rows, i));
  g_ptr_array_set_size (rows, 0);
}

static void
add_sheet (PvExportsPage *self, const PvExportFeuille *feuille)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *label = gtk_label_new (NULL);
  g_autofree char *n = pv_count_to_text (feuille->n_lignes);
  g_autofree char *text =
      feuille->n_lignes == PV_INT_NULL
          ? g_strdup ("")
          : g_strdup_printf (
                g_dngettext (GETTEXT_PACKAGE, "%s row", "%s rows", (gulong)feuille->n_lignes), n);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), feuille->nom);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), feuille->description);
  gtk_label_set_label (GTK_LABEL (label), text);
  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_add_css_class (label, feuille->n_lignes == 0 ? "dim-label" : "secondary");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  adw_preferences_group_add (self->sheets_group, row);
  g_ptr_array_add (self->sheets, row);
}

static void
counted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PvExportsPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) sheets = pv_context_query_finish (PV_CONTEXT (source), result, &error);
  g_autofree char *escaped = NULL;

  if (g_task_get_cancellable (G_TASK (result)) != self->counting)
    return;

  g_clear_object (&self->counting);
  gtk_spinner_stop (self->spinner);
  clear_rows (self->sheets_group, self->sheets);
  escaped = error != NULL ? g_markup_escape_text (error->message, -1) : NULL;
  adw_preferences_group_set_description (self->sheets_group, escaped);
  for (guint i = 0; sheets != NULL && i < sheets->len; i++)
    add_sheet (self, g_ptr_array_index (sheets, i));
}

static PvExportDemande *
demande_new (PvExportsPage *self, const char *path)
{
  PvExportDemande *demande = pv_export_demande_new (chosen_kind (self), chosen_filtre (self),
                                                    chosen_institution (self), path);

  if (pv_export_kind_needs_seance (chosen_kind (self)))
    pv_export_demande_set_seance (demande,
                                  pv_exports_seances_get (self->seance_row, self->seances));

  return demande;
}

static void
count_sheets (PvExportsPage *self)
{
  if (self->counting != NULL)
    g_cancellable_cancel (self->counting);
  g_clear_object (&self->counting);
  self->counting = g_cancellable_new ();
  gtk_spinner_start (self->spinner);
  pv_context_query_async (pv_page_get_context (PV_PAGE (self)), pv_export_compter,
                          demande_new (self, NULL), (GDestroyNotify)pv_export_demande_unref,
                          (GDestroyNotify)g_ptr_array_unref, self->counting, counted_cb,
                          g_object_ref (self));
}

/* --- what can be chosen ------------------------------------------------------------ */

static void
add_scope (PvExportsPage *self, GtkStringList *names, PvFiltre filtre, const char *name)
{
  g_array_append_val (self->filtres, filtre);
  gtk_string_list_append (names, name);
}

static gboolean
has_year (PvExportsPage *self, gint64 year)
{
  for (guint i = 0; i < self->filtres->len; i++)
    if (g_array_index (self->filtres, PvFiltre, i).exercice == year)
      return TRUE;

  return FALSE;
}

/* The appel in use first, then the others, the years, all. */
static void
list_scopes (PvExportsPage *self)
{
  PvContext *context = pv_page_get_context (PV_PAGE (self));
  gint64 used = pv_context_get_appel (context);
  PvFiltre before = chosen_filtre (self);
  gboolean first = self->filtres->len == 0;
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = 0;

  g_array_set_size (self->filtres, 0);
  g_clear_pointer (&self->appels, g_ptr_array_unref);
  self->appels = pv_appel_store_list (pv_context_get_reader (context), NULL);
  add_scope (self, names, (PvFiltre)PV_FILTRE_TOUT, _ ("The whole programme"));
  for (guint i = 0; self->appels != NULL && i < self->appels->len; i++)
    {
      const PvAppel *appel = g_ptr_array_index (self->appels, i);
      g_autofree char *name =
          g_strdup_printf (appel->id == used ? _ ("%s (%d), the appel in use") : _ ("%s (%d)"),
                           appel->libelle, (int)appel->exercice);

      add_scope (self, names, (PvFiltre){ appel->id, PV_INT_NULL }, name);
    }
  for (guint i = 0; self->appels != NULL && i < self->appels->len; i++)
    {
      const PvAppel *appel = g_ptr_array_index (self->appels, i);
      g_autofree char *name = g_strdup_printf (_ ("Exercice %d"), (int)appel->exercice);

      if (!has_year (self, appel->exercice))
        add_scope (self, names, (PvFiltre){ PV_INT_NULL, appel->exercice }, name);
    }

  if (first)
    before = (PvFiltre){ used, PV_INT_NULL };
  for (guint i = 0; i < self->filtres->len; i++)
    {
      const PvFiltre *filtre = &g_array_index (self->filtres, PvFiltre, i);

      if (filtre->appel_id == before.appel_id && filtre->exercice == before.exercice)
        selected = i;
    }
  adw_combo_row_set_model (self->scope_row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->scope_row, selected);
}

static void
list_institutions (PvExportsPage *self)
{
  PvContext *context = pv_page_get_context (PV_PAGE (self));
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = adw_combo_row_get_selected (self->institution_row);
  /* another may have taken its row meanwhile */
  gint64 chosen =
      self->institutions != NULL && selected < self->institutions->len
          ? ((const PvInstitution *)g_ptr_array_index (self->institutions, selected))->id
          : PV_INT_NULL;

  selected = 0;
  g_clear_pointer (&self->institutions, g_ptr_array_unref);
  self->institutions = pv_institution_store_list (pv_context_get_reader (context), NULL);
  for (guint i = 0; self->institutions != NULL && i < self->institutions->len; i++)
    {
      const PvInstitution *institution = g_ptr_array_index (self->institutions, i);

      gtk_string_list_append (names, institution->nom);
      if (institution->id == chosen)
        selected = i;
    }
  adw_combo_row_set_model (self->institution_row, G_LIST_MODEL (names));
  if (self->institutions != NULL && self->institutions->len > 0)
    adw_combo_row_set_selected (self->institution_row, selected);
}

/* A file about a séance needs one. */
static void
update_choose (PvExportsPage *self)
{
  gboolean possible = !pv_export_kind_needs_seance (chosen_kind (self)) ||
                      pv_exports_seances_get (self->seance_row, self->seances) != 0;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "exports.choose",
                                 possible && self->writing == NULL);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->seance_row),
                               possible ? NULL : _ ("No séance is prepared yet"));
}

static void
selected_cb (PvExportsPage *self)
{
  gboolean seance = pv_export_kind_needs_seance (chosen_kind (self));

  if (self->filling)
    return;

  gtk_widget_set_visible (GTK_WIDGET (self->institution_row),
                          pv_export_kind_needs_institution (chosen_kind (self)));
  gtk_widget_set_visible (GTK_WIDGET (self->seance_row), seance);
  gtk_widget_set_visible (GTK_WIDGET (self->scope_row), !seance);
  update_choose (self);
  count_sheets (self);
}

/* --- writing ----------------------------------------------------------------------- */

static gboolean
tick_cb (gpointer user_data)
{
  PvExportsPage *self = user_data;
  g_autofree char *step = NULL;
  g_autofree char *text = NULL;

  step = pv_export_demande_dup_step (self->demande);
  text = g_strdup_printf (_ ("Writing the sheet “%s”…"), step != NULL ? step : "");
  gtk_label_set_label (self->step_label, step != NULL ? text : _ ("Writing…"));
  gtk_progress_bar_set_fraction (self->progress, pv_export_demande_get_progress (self->demande));

  return G_SOURCE_CONTINUE;
}

static void
remember (PvExportsPage *self, const char *path)
{
  PvContext *context = pv_page_get_context (PV_PAGE (self));
  gboolean seance = pv_export_kind_needs_seance (chosen_kind (self));
  GtkStringObject *scope =
      adw_combo_row_get_selected_item (seance ? self->seance_row : self->scope_row);
  g_autofree char *today = pv_context_get_today (context);

  pv_exports_recents_add (self->recent_group, pv_context_get_settings (context), path,
                          scope != NULL ? gtk_string_object_get_string (scope) : "", today);
}

static void
show_result (PvExportsPage *self, const PvExportResult *result)
{
  const char *path = g_ptr_array_index (result->files, 0);
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *dossiers = pv_count_to_text (result->n_dossiers);
  g_autofree char *financements = pv_count_to_text (result->n_financements);
  g_autofree char *text = g_strdup_printf (_ ("“%s” is written: %s dossiers, %s financements"),
                                           name, dossiers, financements);
  g_autoptr (GString) warnings = g_string_new (NULL);

  for (guint i = 1; i < result->files->len; i++)
    {
      g_autofree char *other = g_filename_display_basename (g_ptr_array_index (result->files, i));

      g_string_append_printf (warnings, _ ("With “%s” beside it."), other);
      g_string_append_c (warnings, '\n');
    }
  for (guint i = 0; i < result->warnings->len; i++)
    g_string_append_printf (warnings, "%s\n", (char *)g_ptr_array_index (result->warnings, i));
  if (warnings->len > 0)
    g_string_truncate (warnings, warnings->len - 1);
  gtk_label_set_label (self->result_label, text);
  gtk_label_set_label (self->warning_label, warnings->str);
  gtk_widget_set_visible (GTK_WIDGET (self->warning_label), warnings->len > 0);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->open_button), "s", path);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->folder_button), "s", path);
  gtk_widget_set_visible (self->result_box, TRUE);
  remember (self, path);
  /* another page may be looked at by now */
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", text);
}

static void
end_writing (PvExportsPage *self)
{
  g_clear_handle_id (&self->tick_id, g_source_remove);
  g_clear_pointer (&self->demande, pv_export_demande_unref);
  g_clear_object (&self->writing);
  gtk_widget_set_visible (self->progress_box, FALSE);
  update_choose (self);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PvExportsPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (PvExportResult) written =
      pv_context_query_finish (PV_CONTEXT (source), result, &error);

  if (g_task_get_cancellable (G_TASK (result)) != self->writing)
    return;

  end_writing (self);
  if (written != NULL)
    show_result (self, written);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      gtk_label_set_label (self->problem_label, error->message);
      gtk_widget_set_visible (self->problem_box, TRUE);
    }
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s",
                                _ ("Export cancelled: no file was left"));
}

static void
write_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvExportsPage *self = PV_EXPORTS_PAGE (widget);

  if (self->writing != NULL)
    return;

  self->demande = demande_new (self, g_variant_get_string (parameter, NULL));
  self->writing = g_cancellable_new ();
  self->tick_id = g_timeout_add (PROGRESS_MS, tick_cb, self);
  gtk_widget_set_visible (self->result_box, FALSE);
  gtk_widget_set_visible (self->problem_box, FALSE);
  gtk_widget_set_visible (self->progress_box, TRUE);
  tick_cb (self);
  gtk_widget_action_set_enabled (widget, "exports.choose", FALSE);
  pv_context_query_async (
      pv_page_get_context (PV_PAGE (self)), pv_export_ecrire, pv_export_demande_ref (self->demande),
      (GDestroyNotify)pv_export_demande_unref, (GDestroyNotify)pv_export_result_free, self->writing,
      written_cb, g_object_ref (self));
}

static void
cancel_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvExportsPage *self = PV_EXPORTS_PAGE (widget);

  if (self->writing != NULL)
    g_cancellable_cancel (self->writing);
}

static void
chosen_cb (PvExportsPage *self, int response, GtkNativeDialog *dialog)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  g_autofree char *whole = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  path = file != NULL ? pv_save_dup_path (file, NULL, &error) : NULL;
  whole = path != NULL
              ? pv_exports_seances_complete (GTK_FILE_CHOOSER (dialog), chosen_kind (self), path)
              : NULL;
  g_clear_object (&self->chooser);
  if (file == NULL)
    return;
  if (path != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "exports.write", "s", whole);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", error->message);
}

/* “Synthèse AAP 2026, 2026-03-12.xlsx” */
static char *
propose_name (PvExportsPage *self)
{
  PvContext *context = pv_page_get_context (PV_PAGE (self));
  g_autofree char *today = pv_context_get_today (context);
  g_autofree char *base = g_path_get_basename (pv_context_get_path (context));
  PvFiltre filtre = chosen_filtre (self);
  const PvExportKind *kind = chosen_kind (self);
  const char *about = base;
  char *dot = strrchr (base, '.');
  char *name;

  if (pv_export_kind_needs_seance (kind))
    return g_strdelimit (pv_exports_seances_dup_name (self->seance_row, self->seances),
                         "/\\:", '-');
  if (dot != NULL && dot != base)
    *dot = '\0';
  for (guint i = 0; self->appels != NULL && i < self->appels->len; i++)
    {
      const PvAppel *appel = g_ptr_array_index (self->appels, i);

      if (appel->id == filtre.appel_id)
        about = appel->libelle;
    }
  name = g_strdup_printf ("%s %s %s.%s", pv_export_kind_get_id (kind), about, today,
                          pv_export_kind_get_extension (kind));

  return g_strdelimit (name, "/\\:", '-');
}

static void
choose_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvExportsPage *self = PV_EXPORTS_PAGE (widget);
  g_autofree char *proposed = propose_name (self);

  g_clear_object (&self->chooser);
  self->chooser =
      gtk_file_chooser_native_new (_ ("Export"), GTK_WINDOW (gtk_widget_get_root (widget)),
                                   GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"), _ ("_Cancel"));
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), proposed);
  pv_exports_seances_add_formats (GTK_FILE_CHOOSER (self->chooser), chosen_kind (self));
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (chosen_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
open_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gboolean folder = g_str_equal (name, "exports.open-folder");
  g_autoptr (GFile) file = g_file_new_for_path (g_variant_get_string (parameter, NULL));
  g_autoptr (GFile) parent = g_file_get_parent (file);
  g_autofree char *uri = g_file_get_uri (folder && parent != NULL ? parent : file);

  gtk_show_uri (GTK_WINDOW (gtk_widget_get_root (widget)), uri, GDK_CURRENT_TIME);
}

/* --- class ------------------------------------------------------------------------- */

static void
pv_exports_page_refresh (PvPage *page)
{
  PvExportsPage *self = PV_EXPORTS_PAGE (page);

  self->filling = TRUE;
  list_scopes (self);
  list_institutions (self);
  self->seances = pv_exports_seances_list (self->seance_row, g_steal_pointer (&self->seances),
                                           pv_context_get_reader (pv_page_get_context (page)));
  pv_exports_recents_show (self->recent_group,
                           pv_context_get_settings (pv_page_get_context (page)));
  self->filling = FALSE;
  selected_cb (self);
}

/* The lists of the current choices are controls of their own, inside. */
static void
name_lists (GtkWidget *widget, const char *name)
{
  if (GTK_IS_LIST_VIEW (widget))
    gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                    -1);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    name_lists (child, name);
}

/* The workers hold the page: they end with its window. */
static void
pv_exports_page_unroot (GtkWidget *widget)
{
  PvExportsPage *self = PV_EXPORTS_PAGE (widget);

  if (self->counting != NULL)
    g_cancellable_cancel (self->counting);
  if (self->writing != NULL)
    g_cancellable_cancel (self->writing);

  GTK_WIDGET_CLASS (pv_exports_page_parent_class)->unroot (widget);
}

static void
pv_exports_page_dispose (GObject *object)
{
  PvExportsPage *self = PV_EXPORTS_PAGE (object);

  self->filling = TRUE;
  g_clear_object (&self->counting);
  g_clear_object (&self->writing);
  g_clear_handle_id (&self->tick_id, g_source_remove);
  g_clear_pointer (&self->demande, pv_export_demande_unref);
  g_clear_object (&self->chooser);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), PV_TYPE_EXPORTS_PAGE);
  g_clear_pointer (&self->appels, g_ptr_array_unref);
  g_clear_pointer (&self->filtres, g_array_unref);
  g_clear_pointer (&self->institutions, g_ptr_array_unref);
  g_clear_pointer (&self->seances, g_ptr_array_unref);
  g_clear_pointer (&self->sheets, g_ptr_array_unref);

  G_OBJECT_CLASS (pv_exports_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, PvExportsPage, choice_group);
  gtk_widget_class_bind_template_child (widget_class, PvExportsPage, kind_row);
  gtk_widget_class_bind_template_child (widget_class, PvExportsPage, scope_row);
  gtk_widget_class_bind_template_child (widget_class, PvExportsPage, institution_row);
  gtk_widget_class_bind_template_child (widget_class, PvExportsPage, seance_row);
  gtk_widget_class_bind_template_child (widget_class, PvExportsPage, export_button);
  gtk_widget_class_bind_template_child (widget_class, PvExportsPage, progress_box);
  gtk_widget_class_bind_template_child (widget_class, PvExportsPage, progress);
  gtk_widget_class_bind_template_child (widget_class, PvExportsPage, step_label);
  gtk_widget_class_bind_template_child (widget_class, PvExportsPage, result_box);
  gtk_widget_class_bind_template_child (widget_class, PvExportsPage, result_label);
  gtk_widget_class_bind_template_child (widget_class, PvExportsPage, warning_label);
  gtk_widget_class_bind_template_child (widget_class, PvExportsPage, open_button);
  gtk_widget_class_bind_template_child (widget_class, PvExportsPage, folder_button);
  gtk_widget_class_bind_template_child (widget_class, PvExportsPage, problem_box);
  gtk_widget_class_bind_template_child (widget_class, PvExportsPage, problem_label);
  gtk_widget_class_bind_template_child (widget_class, PvExportsPage, sheets_group);
  gtk_widget_class_bind_template_child (widget_class, PvExportsPage, spinner);
  gtk_widget_class_bind_template_child (widget_class, PvExportsPage, recent_group);
}

static void
pv_exports_page_class_init (PvExportsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pv_exports_page_dispose;
  widget_class->unroot = pv_exports_page_unroot;
  PV_PAGE_CLASS (klass)->refresh = pv_exports_page_refresh;

  g_type_ensure (PV_TYPE_EXPORTS_RECENTS);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/progville/Progville/export/pv-exports-page.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);

  gtk_widget_class_install_action (widget_class, "exports.choose", NULL, choose_cb);
  gtk_widget_class_install_action (widget_class, "exports.write", "s", write_cb);
  gtk_widget_class_install_action (widget_class, "exports.cancel", NULL, cancel_cb);
  gtk_widget_class_install_action (widget_class, "exports.open", "s", open_cb);
  gtk_widget_class_install_action (widget_class, "exports.open-folder", "s", open_cb);
}

static void
pv_exports_page_init (PvExportsPage *self)
{
  g_autoptr (GtkStringList) kinds = gtk_string_list_new (NULL);

  self->filling = TRUE;
  self->filtres = g_array_new (FALSE, FALSE, sizeof (PvFiltre));
  self->sheets = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < pv_export_get_n_kinds (); i++)
    gtk_string_list_append (kinds, pv_export_kind_get_title (pv_export_get_kind (i)));
  adw_combo_row_set_model (self->kind_row, G_LIST_MODEL (kinds));
  /* nothing to choose: it is said above what is written */
  gtk_widget_set_visible (GTK_WIDGET (self->kind_row), pv_export_get_n_kinds () > 1);
  if (pv_export_get_n_kinds () == 1)
    {
      g_autofree char *text =
          g_strdup_printf ("%s. %s", pv_export_kind_get_title (pv_export_get_kind (0)),
                           adw_preferences_group_get_description (self->choice_group));

      adw_preferences_group_set_description (self->choice_group, text);
    }
  name_lists (GTK_WIDGET (self->kind_row), _ ("Kind of file"));
  name_lists (GTK_WIDGET (self->scope_row), _ ("Dossiers"));
  name_lists (GTK_WIDGET (self->institution_row), _ ("Institution"));
  name_lists (GTK_WIDGET (self->seance_row), _ ("Séance"));
}

gboolean
pv_exports_page_is_busy (PvExportsPage *self)
{
  g_return_val_if_fail (PV_IS_EXPORTS_PAGE (self), FALSE);

  return self->writing != NULL;
}
