/* pv-avis-choice.c: an avis to choose
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "instruction/pv-avis-choice.h"

#include "dossier/pv-wrap-layout.h"

#define N_AVIS (PV_AVIS_NE_SE_PRONONCE_PAS + 1)

struct _PvAvisChoice
{
  AdwBin parent_instance;

  GtkToggleButton *buttons[N_AVIS];
  gboolean showing; /* what was read: buttons move by themselves */
};

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PvAvisChoice, pv_avis_choice, ADW_TYPE_BIN)

static void
toggled_cb (PvAvisChoice *self, GtkToggleButton *button)
{
  if (self->showing)
    return;
  for (int i = 0; i < N_AVIS; i++)
    if (self->buttons[i] == button)
      g_signal_emit (self, signals[CHOSEN], 0,
                     gtk_toggle_button_get_active (button) ? i : PV_AVIS_NULL);
}

/* --- the object ---------------------------------------------------------------------------- */

static gboolean
pv_avis_choice_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (PV_AVIS_CHOICE (widget)->buttons[0]));
}

static void
pv_avis_choice_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), PV_TYPE_AVIS_CHOICE);

  G_OBJECT_CLASS (pv_avis_choice_parent_class)->dispose (object);
}

static void
pv_avis_choice_class_init (PvAvisChoiceClass *klass)
{
  static const char *const names[N_AVIS] = { "favorable_button", "reserves_button",
                                             "defavorable_button", "reorienter_button",
                                             "sans_button" };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pv_avis_choice_dispose;
  widget_class->grab_focus = pv_avis_choice_grab_focus;
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);

  g_type_ensure (PV_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/progville/Progville/instruction/pv-avis-choice.ui");
  for (guint i = 0; i < N_AVIS; i++)
    gtk_widget_class_bind_template_child_full (widget_class, names[i], FALSE,
                                               G_STRUCT_OFFSET (PvAvisChoice, buttons) +
                                                   (gssize)(i * sizeof (gpointer)));
  gtk_widget_class_bind_template_callback (widget_class, toggled_cb);
}

static void
pv_avis_choice_init (PvAvisChoice *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
pv_avis_choice_set (PvAvisChoice *self, PvAvis avis, gboolean editable)
{
  g_return_if_fail (PV_IS_AVIS_CHOICE (self));

  self->showing = TRUE;
  for (int i = 0; i < N_AVIS; i++)
    {
      gtk_toggle_button_set_active (self->buttons[i], avis == (PvAvis)i);
      gtk_widget_set_sensitive (GTK_WIDGET (self->buttons[i]), editable);
    }
  self->showing = FALSE;
}
