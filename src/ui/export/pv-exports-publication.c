/* pv-exports-publication.c: what would be published, and what keeps the rest out
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "export/pv-exports-publication.h"

#include <glib/gi18n.h>

#include "context/pv-reading.h"
#include "export/pv-scdl.h"
#include "widget/pv-format.h"
#include "widget/pv-save-chooser.h"

/* The others are in the report that is saved. */
#define MAX_ROWS 60

struct _PvExportsPublication
{
  GtkBox parent_instance;

  PvScdl *scdl;
  GCancellable *reading;
  GPtrArray *rows; /* borrowed */

  AdwPreferencesGroup *figures_group;
  GtkSpinner *spinner;
  GtkLabel *written_label;
  AdwActionRow *left_out_row;
  GtkLabel *left_out_label;
  GtkImage *left_out_icon;
  AdwActionRow *threshold_row;
  GtkLabel *threshold_label;
  AdwActionRow *public_row;
  GtkLabel *public_label;
  AdwPreferencesGroup *report_group;
};

G_DEFINE_FINAL_TYPE (PvExportsPublication, pv_exports_publication, GTK_TYPE_BOX)

/* --- the report --------------------------------------------------------------------- */

static char *
make_subtitle (const PvScdlConstat *constat)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (constat->n_lignes == 1 || constat->organisme_id == 0)
    g_string_append_printf (text, "%s · ", constat->dossier);
  if (*constat->financeur != '\0')
    g_string_append_printf (text, "%s · ", constat->financeur);
  g_string_append (text, constat->champ);
  if (*constat->valeur != '\0')
    g_string_append_printf (text, _ (" “%s”"), constat->valeur);
  g_string_append_printf (text, "\n%s", constat->remede);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
row_activated_cb (AdwActionRow *row, PvExportsPublication *self)
{
  const PvScdlConstat *constat = g_object_get_data (G_OBJECT (row), "pv-constat");

  if (constat->organisme_id != 0)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-organisme", "x",
                                constat->organisme_id);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-dossier", "x", constat->dossier_id);
}

static void
add_constat (PvExportsPublication *self, const PvScdlConstat *constat)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *icon =
      gtk_image_new_from_icon_name (constat->ecarte ? "pv-error-symbolic" : "pv-warning-symbolic");
  GtkWidget *label = gtk_label_new (NULL);
  g_autofree char *subtitle = make_subtitle (constat);
  g_autofree char *n = pv_count_to_text (constat->n_lignes);
  g_autofree char *text =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s line", "%s lines", constat->n_lignes), n);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), constat->raison);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 4);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 3);
  gtk_widget_add_css_class (icon, constat->ecarte ? "pv-error" : "pv-warning");
  gtk_accessible_update_property (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  constat->ecarte ? _ ("Not written") : _ ("Written, to check"),
                                  -1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  gtk_label_set_label (GTK_LABEL (label), text);
  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_add_css_class (label, "secondary");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data (G_OBJECT (row), "pv-constat", (gpointer)constat);
  g_signal_connect_object (row, "activated", G_CALLBACK (row_activated_cb), self, 0);
  adw_preferences_group_add (self->report_group, row);
  g_ptr_array_add (self->rows, row);
}

static void
clear_rows (PvExportsPublication *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->report_group, self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
}

static void
show_report (PvExportsPublication *self)
{
  const GPtrArray *constats = self->scdl->rapport->constats;
  guint others = constats->len > MAX_ROWS ? constats->len - MAX_ROWS : 0;
  g_autofree char *text =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "And %u other, in the report that is saved.",
                                    "And %u others, in the report that is saved.", others),
                       others);

  for (guint i = 0; i < constats->len && i < MAX_ROWS; i++)
    add_constat (self, constats->pdata[i]);
  adw_preferences_group_set_description (self->report_group, others > 0 ? text : NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->report_group), constats->len > 0);
}

static void
set_count (GtkLabel *label, guint n)
{
  g_autofree char *text = pv_count_to_text (n);

  gtk_label_set_label (label, text);
}

static void
show_figures (PvExportsPublication *self)
{
  const PvScdlRapport *rapport = self->scdl->rapport;
  g_autofree char *total = pv_amount_to_text (self->scdl->total_cents);
  g_autofree char *n = pv_count_to_text (rapport->n_ecrites);
  g_autofree char *text = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%s line, %s", "%s lines, %s", rapport->n_ecrites), n, total);

  pv_format_label (self->written_label, text);
  set_count (self->left_out_label, rapport->n_ecartees);
  set_count (self->threshold_label, rapport->n_sous_seuil);
  set_count (self->public_label, rapport->n_droit_public);
  gtk_widget_set_visible (GTK_WIDGET (self->left_out_icon), rapport->n_ecartees > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->threshold_row), rapport->n_sous_seuil > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->public_row), rapport->n_droit_public > 0);
}

static void
composed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PvExportsPublication) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (PvScdl) scdl = pv_context_query_finish (PV_CONTEXT (source), result, &error);
  g_autofree char *escaped = NULL;

  if (g_task_get_cancellable (G_TASK (result)) != self->reading || self->rows == NULL)
    return;

  g_clear_object (&self->reading);
  gtk_spinner_stop (self->spinner);
  clear_rows (self);
  escaped = error != NULL ? g_markup_escape_text (error->message, -1) : NULL;
  adw_preferences_group_set_description (self->figures_group, escaped);
  g_clear_pointer (&self->scdl, pv_scdl_free);
  self->scdl = g_steal_pointer (&scdl);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "publication.choose-report",
                                 self->scdl != NULL && self->scdl->rapport->constats->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->report_group), FALSE);
  if (self->scdl == NULL)
    return;
  show_figures (self);
  show_report (self);
}

void
pv_exports_publication_cancel (PvExportsPublication *self)
{
  g_return_if_fail (PV_IS_EXPORTS_PUBLICATION (self));

  pv_reading_stop (&self->reading);
}

void
pv_exports_publication_load (PvExportsPublication *self,
                             PvContext *context,
                             PvExportDemande *demande)
{
  g_return_if_fail (PV_IS_EXPORTS_PUBLICATION (self));
  g_return_if_fail (PV_IS_CONTEXT (context) && demande != NULL);

  pv_exports_publication_cancel (self);
  self->reading = g_cancellable_new ();
  gtk_spinner_start (self->spinner);
  pv_context_query_async (context, pv_export_publier_apercu, pv_export_demande_ref (demande),
                          (GDestroyNotify)pv_export_demande_unref, (GDestroyNotify)pv_scdl_free,
                          self->reading, composed_cb, g_object_ref (self));
}

/* --- the report, saved -------------------------------------------------------------- */

static void
save_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvExportsPublication *self = PV_EXPORTS_PUBLICATION (widget);
  const char *path = g_variant_get_string (parameter, NULL);
  g_autofree char *shown = g_filename_display_basename (path);
  g_autofree char *text = g_strdup_printf (_ ("“%s” is written"), shown);
  g_autoptr (GError) error = NULL;

  if (self->scdl == NULL)
    return;
  if (pv_scdl_rapport_write (self->scdl->rapport, path, &error))
    gtk_widget_activate_action (widget, "win.toast", "s", text);
  else
    gtk_widget_activate_action (widget, "win.toast", "s", error->message);
}

static void
report_cb (GtkWidget *widget, GFile *file)
{
  gtk_widget_activate_action (widget, "publication.save-report", "s", g_file_peek_path (file));
}

static void
choose_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  pv_save_ask (widget, _ ("Save the Report"), _ ("_Save"), _ ("Publication report.xlsx"),
               report_cb);
}

/* --- class -------------------------------------------------------------------------- */

static void
pv_exports_publication_dispose (GObject *object)
{
  PvExportsPublication *self = PV_EXPORTS_PUBLICATION (object);

  pv_exports_publication_cancel (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), PV_TYPE_EXPORTS_PUBLICATION);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->scdl, pv_scdl_free);

  G_OBJECT_CLASS (pv_exports_publication_parent_class)->dispose (object);
}

static void
pv_exports_publication_class_init (PvExportsPublicationClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pv_exports_publication_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/progville/Progville/export/pv-exports-publication.ui");
  gtk_widget_class_bind_template_child (widget_class, PvExportsPublication, figures_group);
  gtk_widget_class_bind_template_child (widget_class, PvExportsPublication, spinner);
  gtk_widget_class_bind_template_child (widget_class, PvExportsPublication, written_label);
  gtk_widget_class_bind_template_child (widget_class, PvExportsPublication, left_out_row);
  gtk_widget_class_bind_template_child (widget_class, PvExportsPublication, left_out_label);
  gtk_widget_class_bind_template_child (widget_class, PvExportsPublication, left_out_icon);
  gtk_widget_class_bind_template_child (widget_class, PvExportsPublication, threshold_row);
  gtk_widget_class_bind_template_child (widget_class, PvExportsPublication, threshold_label);
  gtk_widget_class_bind_template_child (widget_class, PvExportsPublication, public_row);
  gtk_widget_class_bind_template_child (widget_class, PvExportsPublication, public_label);
  gtk_widget_class_bind_template_child (widget_class, PvExportsPublication, report_group);

  gtk_widget_class_install_action (widget_class, "publication.choose-report", NULL, choose_cb);
  gtk_widget_class_install_action (widget_class, "publication.save-report", "s", save_cb);
}

static void
pv_exports_publication_init (PvExportsPublication *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "publication.choose-report", FALSE);
}
