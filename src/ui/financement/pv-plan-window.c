/* pv-plan-window.c: a window with the plan of financing of several dossiers
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "financement/pv-plan-window.h"

#include <glib/gi18n.h>

#include "context/pv-reading.h"
#include "financement/pv-plan-matrice.h"

struct _PvPlanWindow
{
  AdwWindow parent_instance;

  PvContext *context;
  GArray *ids;
  PvDossierPlan *plan;
  GCancellable *reading;

  AdwToastOverlay *toasts;
  AdwWindowTitle *window_title;
  GtkStack *stack;
  GtkSpinner *spinner;
  AdwStatusPage *problem;
  PvPlanMatrice *matrice;
};

G_DEFINE_FINAL_TYPE (PvPlanWindow, pv_plan_window, ADW_TYPE_WINDOW)

static gpointer
read_in_worker (PvDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  return pv_dossier_plan_store_load (db, data, cancellable, error);
}

static void
show (PvPlanWindow *self, const char *page)
{
  gtk_stack_set_visible_child_name (self->stack, page);
  gtk_spinner_set_spinning (self->spinner, g_str_equal (page, "reading"));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "plan-window.copy", self->plan != NULL);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PvPlanWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  PvDossierPlan *plan = pv_context_query_finish (PV_CONTEXT (source), result, &error);

  if (g_task_get_cancellable (G_TASK (result)) != self->reading)
    {
      g_clear_pointer (&plan, pv_dossier_plan_free);
      return;
    }

  g_clear_object (&self->reading);
  g_clear_pointer (&self->plan, pv_dossier_plan_free);
  self->plan = plan;
  if (plan == NULL)
    {
      g_autofree char *escaped = g_markup_escape_text (error->message, -1);

      adw_status_page_set_description (self->problem, escaped);
      show (self, "problem");
      return;
    }
  pv_plan_matrice_show (self->matrice, plan);
  show (self, "plan");
}

static void
stop (PvPlanWindow *self)
{
  pv_reading_stop (&self->reading);
}

static void
refresh (PvPlanWindow *self)
{
  stop (self);
  self->reading = g_cancellable_new ();
  pv_context_query_async (self->context, read_in_worker, g_array_ref (self->ids),
                          (GDestroyNotify)g_array_unref, (GDestroyNotify)pv_dossier_plan_free,
                          self->reading, read_cb, g_object_ref (self));
}

static void
copy_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvPlanWindow *self = PV_PLAN_WINDOW (widget);
  g_autofree char *text = pv_plan_matrice_to_text (self->plan);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (_ ("Table copied")));
}

static void
pv_plan_window_dispose (GObject *object)
{
  PvPlanWindow *self = PV_PLAN_WINDOW (object);

  stop (self);
  g_clear_object (&self->context);
  gtk_widget_dispose_template (GTK_WIDGET (object), PV_TYPE_PLAN_WINDOW);

  G_OBJECT_CLASS (pv_plan_window_parent_class)->dispose (object);
}

static void
pv_plan_window_finalize (GObject *object)
{
  PvPlanWindow *self = PV_PLAN_WINDOW (object);

  g_clear_pointer (&self->ids, g_array_unref);
  g_clear_pointer (&self->plan, pv_dossier_plan_free);

  G_OBJECT_CLASS (pv_plan_window_parent_class)->finalize (object);
}

static void
pv_plan_window_class_init (PvPlanWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pv_plan_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = pv_plan_window_finalize;
  g_type_ensure (PV_TYPE_PLAN_MATRICE);
  gtk_widget_class_install_action (widget_class, "plan-window.copy", NULL, copy_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK,
                                       "plan-window.copy", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/progville/Progville/financement/pv-plan-window.ui");
  gtk_widget_class_bind_template_child (widget_class, PvPlanWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, PvPlanWindow, window_title);
  gtk_widget_class_bind_template_child (widget_class, PvPlanWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, PvPlanWindow, spinner);
  gtk_widget_class_bind_template_child (widget_class, PvPlanWindow, problem);
  gtk_widget_class_bind_template_child (widget_class, PvPlanWindow, matrice);
}

static void
pv_plan_window_init (PvPlanWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

PvPlanWindow *
pv_plan_window_present (GtkWidget *widget, PvContext *context, GArray *ids, const char *subtitle)
{
  PvPlanWindow *self;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), NULL);
  g_return_val_if_fail (PV_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (ids != NULL && subtitle != NULL, NULL);

  self = g_object_new (PV_TYPE_PLAN_WINDOW, "transient-for", gtk_widget_get_root (widget), NULL);
  self->context = g_object_ref (context);
  self->ids = ids;
  adw_window_title_set_subtitle (self->window_title, subtitle);
  g_signal_connect_object (context, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  show (self, "reading");
  refresh (self);
  gtk_window_present (GTK_WINDOW (self));

  return self;
}

const PvDossierPlan *
pv_plan_window_get_plan (PvPlanWindow *self)
{
  g_return_val_if_fail (PV_IS_PLAN_WINDOW (self), NULL);

  return self->plan;
}
