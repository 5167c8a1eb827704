/* pv-seance-membres-window.c: who comes and who is recused, while a séance is held
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "seance/session/pv-seance-membres-window.h"

#include "seance/pv-deports-card.h"
#include "seance/pv-presence-card.h"
#include "seance/pv-seance-mots.h"

struct _PvSeanceMembresWindow
{
  AdwWindow parent_instance;

  PvContext *context;
  gint64 seance_id;

  AdwWindowTitle *title;
  AdwToastOverlay *toasts;
  PvPresenceCard *presence;
  PvDeportsCard *deports;
};

G_DEFINE_FINAL_TYPE (PvSeanceMembresWindow, pv_seance_membres_window, ADW_TYPE_WINDOW)

static void
refresh (PvSeanceMembresWindow *self)
{
  g_autoptr (PvSeanceResume) resume =
      pv_seance_store_get_resume (pv_context_get_reader (self->context), self->seance_id, NULL);
  g_autofree char *label = NULL;

  if (resume == NULL || resume->seance->etat != PV_SEANCE_ETAT_OUVERTE)
    {
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }
  label = pv_seance_dup_label (resume);
  adw_window_title_set_subtitle (self->title, label);
  pv_presence_card_show (self->presence, resume);
  pv_deports_card_show (self->deports, resume);
}

/* What is typed is saved when it is left. */
static gboolean
pv_seance_membres_window_close_request (GtkWindow *window)
{
  gtk_window_set_focus (window, NULL);

  return GTK_WINDOW_CLASS (pv_seance_membres_window_parent_class)->close_request (window);
}

static void
toast_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  PvSeanceMembresWindow *self = user_data;

  adw_toast_overlay_add_toast (self->toasts,
                               adw_toast_new (g_variant_get_string (parameter, NULL)));
}

/* What this window is told stays in it. */
static void
add_toasts (PvSeanceMembresWindow *self)
{
  static const GActionEntry entries[] = { { "toast", toast_cb, "s", NULL, NULL, { 0 } } };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "win", G_ACTION_GROUP (group));
}

static void
pv_seance_membres_window_dispose (GObject *object)
{
  PvSeanceMembresWindow *self = PV_SEANCE_MEMBRES_WINDOW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), PV_TYPE_SEANCE_MEMBRES_WINDOW);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (pv_seance_membres_window_parent_class)->dispose (object);
}

static void
pv_seance_membres_window_class_init (PvSeanceMembresWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pv_seance_membres_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = pv_seance_membres_window_close_request;

  g_type_ensure (PV_TYPE_DEPORTS_CARD);
  g_type_ensure (PV_TYPE_PRESENCE_CARD);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/progville/Progville/seance/session/pv-seance-membres-window.ui");
  gtk_widget_class_bind_template_child (widget_class, PvSeanceMembresWindow, title);
  gtk_widget_class_bind_template_child (widget_class, PvSeanceMembresWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, PvSeanceMembresWindow, presence);
  gtk_widget_class_bind_template_child (widget_class, PvSeanceMembresWindow, deports);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
pv_seance_membres_window_init (PvSeanceMembresWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_toasts (self);
}

GtkWindow *
pv_seance_membres_window_new (PvContext *context, GtkWindow *parent, gint64 seance_id)
{
  PvSeanceMembresWindow *self = g_object_new (PV_TYPE_SEANCE_MEMBRES_WINDOW, "transient-for",
                                              parent, "destroy-with-parent", TRUE, NULL);

  self->context = g_object_ref (context);
  self->seance_id = seance_id;
  pv_presence_card_set_context (self->presence, context);
  pv_deports_card_set_context (self->deports, context);
  g_signal_connect_object (context, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);

  return GTK_WINDOW (self);
}
