/* pv-cloture-dialog.c: what a séance must hold before it is closed
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "seance/cloture/pv-cloture-dialog.h"

#include <glib/gi18n.h>

#include "pv-date.h"
#include "pv-text.h"
#include "seance/cloture/pv-proces-verbal-save.h"
#include "seance/pv-seance-service.h"
#include "seance/pv-seance-store.h"
#include "seance/pv-seance-verification.h"
#include "widget/pv-dialog-end.h"
#include "widget/pv-format.h"
#include "widget/pv-severity-icon.h"

struct _PvClotureDialog
{
  AdwWindow parent_instance;

  PvContext *context;
  gint64 seance_id;
  char *label; /* for the history */
  GtkWidget *page;
  gboolean clorable;
  gboolean motif_demande;

  AdwWindowTitle *title;
  GtkButton *cancel_button;
  GtkButton *close_button;
  GtkStack *stack;
  GtkLabel *summary;
  AdwPreferencesGroup *constats_group;
  GtkListBox *constats_list;
  AdwPreferencesGroup *motif_group;
  AdwEntryRow *motif_row;
  GtkLabel *problem;
  AdwStatusPage *done_page;
  GtkLabel *saved_label;
};

G_DEFINE_FINAL_TYPE (PvClotureDialog, pv_cloture_dialog, ADW_TYPE_WINDOW)

static void
tell (GtkLabel *label, const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
}

static char *
dup_motif (PvClotureDialog *self)
{
  return pv_text_clean (gtk_editable_get_text (GTK_EDITABLE (self->motif_row)), FALSE);
}

static void
update (PvClotureDialog *self)
{
  g_autofree char *motif = dup_motif (self);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "cloture.clore",
                                 self->clorable && pv_context_can_edit (self->context) &&
                                     (!self->motif_demande || (motif != NULL && *motif != '\0')));
}

/* --- findings ------------------------------------------------------------------------------- */

static GtkWidget *
constat_new (const PvSeanceConstat *constat)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *icon = pv_severity_icon_new (constat->severite);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), constat->texte);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  if (constat->motif != NULL)
    {
      g_autofree char *motif = g_strdup_printf (_ ("Reason: %s"), constat->motif);
      g_autofree char *escaped = g_markup_escape_text (motif, -1);

      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), escaped);
    }
  if (constat->dossier_id == PV_INT_NULL)
    return row;

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "(xx)", constat->seance_dossier_id,
                                    constat->dossier_id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "cloture.aller");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));

  return row;
}

static GtkWidget *
nothing_new (void)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *icon = gtk_image_new_from_icon_name ("emblem-ok-symbolic");

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 _ ("Every dossier is decided, within the envelopes."));
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  gtk_widget_add_css_class (icon, "pv-success");
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);

  return row;
}

static void
describe_constats (PvClotureDialog *self, GPtrArray *constats)
{
  guint errors = 0;
  g_autofree char *text = NULL;

  for (guint i = 0; i < constats->len; i++)
    {
      const PvSeanceConstat *constat = constats->pdata[i];

      errors +=
          constat->severite == PV_SEVERITE_ERROR && constat->genre != PV_SEANCE_CONSTAT_ENVELOPPE;
    }
  if (errors > 0)
    text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                         "%u point keeps the séance from being closed.",
                                         "%u points keep the séance from being closed.", errors),
                            errors);
  else if (self->motif_demande)
    text = g_strdup (_ ("An envelope is exceeded: closing the séance needs a reason."));
  adw_preferences_group_set_description (self->constats_group, text);
}

static void
show_constats (PvClotureDialog *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) constats =
      pv_seance_verifier (pv_context_get_reader (self->context), self->seance_id, &error);
  GtkWidget *row = NULL;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->constats_list))) != NULL)
    gtk_list_box_remove (self->constats_list, row);
  self->clorable =
      constats != NULL && pv_seance_constats_is_clorable (constats, &self->motif_demande);
  tell (self->problem, error != NULL ? error->message : NULL);
  for (guint i = 0; constats != NULL && i < constats->len; i++)
    gtk_list_box_append (self->constats_list, constat_new (constats->pdata[i]));
  if (constats != NULL && constats->len == 0)
    gtk_list_box_append (self->constats_list, nothing_new ());
  if (constats != NULL)
    describe_constats (self, constats);
  gtk_widget_set_visible (GTK_WIDGET (self->motif_group), self->clorable && self->motif_demande);
  update (self);
}

static void
show_summary (PvClotureDialog *self, const PvSeanceResume *resume)
{
  g_autofree char *amount = pv_amount_to_text (resume->arbitre_cents);
  g_autofree char *decided =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u dossier decided of %u",
                                    "%u dossiers decided of %u", resume->n_decides),
                       resume->n_decides, resume->n_dossiers);
  g_autofree char *text = g_strdup_printf (
      resume->effet == PV_INSTANCE_EFFET_AVIS ? _ ("%s, %s proposed") : _ ("%s, %s arbitrated"),
      decided, amount);

  pv_format_label (self->summary, text);
  adw_window_title_set_subtitle (self->title, self->label);
}

static void
refresh (PvClotureDialog *self)
{
  g_autoptr (PvSeanceResume) resume =
      pv_seance_store_get_resume (pv_context_get_reader (self->context), self->seance_id, NULL);

  if (resume == NULL)
    {
      pv_dialog_end (GTK_WINDOW (self));
      return;
    }
  show_summary (self, resume);
  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "checks") == 0)
    show_constats (self);
}

/* --- to close ------------------------------------------------------------------------------- */

static gboolean
clore (PvDb *db, gpointer user_data, GError **error)
{
  PvClotureDialog *self = user_data;
  g_autofree char *motif = self->motif_demande ? dup_motif (self) : NULL;

  return pv_seance_clore (db, self->seance_id, motif, error);
}

static void
show_done (PvClotureDialog *self)
{
  const char *summary = gtk_label_get_label (self->summary);
  g_autofree char *text = g_strdup_printf (
      _ ("%s. What was decided is frozen; a mistake is rectified, and both versions are kept."),
      summary);
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  adw_status_page_set_description (self->done_page, escaped);
  adw_window_title_set_title (self->title, _ ("Séance Closed"));
  gtk_button_set_label (self->cancel_button, _ ("_Done"));
  gtk_widget_set_visible (GTK_WIDGET (self->close_button), FALSE);
  gtk_stack_set_visible_child_name (self->stack, "done");
}

static void
clore_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvClotureDialog *self = PV_CLOTURE_DIALOG (widget);
  g_autoptr (GError) error = NULL;

  if (pv_context_act (self->context, "seance-close", self->label, clore, self, &error))
    show_done (self);
  else
    tell (self->problem, error->message);
}

static void
aller_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvClotureDialog *self = PV_CLOTURE_DIALOG (widget);
  gint64 ligne, dossier;

  g_variant_get (parameter, "(xx)", &ligne, &dossier);
  if (self->page != NULL && !gtk_widget_activate_action (self->page, "session.go", "x", ligne))
    gtk_widget_activate_action (self->page, "win.open-dossier", "x", dossier);
  pv_dialog_end (GTK_WINDOW (self));
}

/* --- its minutes ---------------------------------------------------------------------------- */

static void
saved_cb (GtkWidget *widget, const char *path, const GError *error)
{
  PvClotureDialog *self = PV_CLOTURE_DIALOG (widget);
  g_autofree char *name = path != NULL ? g_filename_display_basename (path) : NULL;
  g_autofree char *text = name != NULL ? g_strdup_printf (_ ("“%s” written"), name) : NULL;

  if (path == NULL && error == NULL)
    return;
  gtk_widget_remove_css_class (GTK_WIDGET (self->saved_label), "pv-error");
  if (error != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->saved_label), "pv-error");
  tell (self->saved_label, error != NULL ? error->message : text);
}

static void
proces_verbal_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvClotureDialog *self = PV_CLOTURE_DIALOG (widget);

  pv_proces_verbal_save (widget, self->context, self->seance_id,
                         g_variant_get_string (parameter, NULL), saved_cb);
}

/* For who knows the place already. */
static void
proces_verbal_to_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvClotureDialog *self = PV_CLOTURE_DIALOG (widget);

  pv_proces_verbal_save_to (widget, self->context, self->seance_id,
                            g_variant_get_string (parameter, NULL), saved_cb);
}

/* --- the object ----------------------------------------------------------------------------- */

static void
pv_cloture_dialog_dispose (GObject *object)
{
  PvClotureDialog *self = PV_CLOTURE_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), PV_TYPE_CLOTURE_DIALOG);
  g_clear_weak_pointer (&self->page);
  g_clear_pointer (&self->label, g_free);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (pv_cloture_dialog_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, PvClotureDialog, title);
  gtk_widget_class_bind_template_child (widget_class, PvClotureDialog, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, PvClotureDialog, close_button);
  gtk_widget_class_bind_template_child (widget_class, PvClotureDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, PvClotureDialog, summary);
  gtk_widget_class_bind_template_child (widget_class, PvClotureDialog, constats_group);
  gtk_widget_class_bind_template_child (widget_class, PvClotureDialog, constats_list);
  gtk_widget_class_bind_template_child (widget_class, PvClotureDialog, motif_group);
  gtk_widget_class_bind_template_child (widget_class, PvClotureDialog, motif_row);
  gtk_widget_class_bind_template_child (widget_class, PvClotureDialog, problem);
  gtk_widget_class_bind_template_child (widget_class, PvClotureDialog, done_page);
  gtk_widget_class_bind_template_child (widget_class, PvClotureDialog, saved_label);
}

static void
pv_cloture_dialog_class_init (PvClotureDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pv_cloture_dialog_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/progville/Progville/seance/cloture/pv-cloture-dialog.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, update);
  gtk_widget_class_install_action (widget_class, "cloture.clore", NULL, clore_cb);
  gtk_widget_class_install_action (widget_class, "cloture.aller", "(xx)", aller_cb);
  gtk_widget_class_install_action (widget_class, "cloture.proces-verbal", "s", proces_verbal_cb);
  gtk_widget_class_install_action (widget_class, "cloture.proces-verbal-to", "s",
                                   proces_verbal_to_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

/* The field inside bears no name of its own. */
static void
name_field (AdwEntryRow *row, const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_editable_get_delegate (GTK_EDITABLE (row))),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
pv_cloture_dialog_init (PvClotureDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  name_field (self->motif_row, _ ("Reason"));
}

/* « Comité de pilotage, 17 mars 2026 » */
static char *
dup_label (const PvSeanceResume *resume)
{
  g_autofree char *date = pv_date_format_french (resume->seance->date_le, PV_DATE_FORMAT_LONG);

  return g_strdup_printf ("%s, %s", resume->instance, date);
}

PvClotureDialog *
pv_cloture_dialog_new (GtkWindow *parent, PvContext *context, gint64 seance_id)
{
  PvClotureDialog *self = g_object_new (PV_TYPE_CLOTURE_DIALOG, "transient-for", parent, NULL);
  g_autoptr (PvSeanceResume) resume =
      pv_seance_store_get_resume (pv_context_get_reader (context), seance_id, NULL);

  self->context = g_object_ref (context);
  self->seance_id = seance_id;
  self->label = resume != NULL ? dup_label (resume) : NULL;
  g_signal_connect_object (context, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (context, "notify::can-edit", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  refresh (self);

  return self;
}

void
pv_cloture_dialog_set_page (PvClotureDialog *self, GtkWidget *page)
{
  g_return_if_fail (PV_IS_CLOTURE_DIALOG (self));

  g_set_weak_pointer (&self->page, page);
}
