/* pv-file-bars.c: what the user must know of the open file
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "programme/pv-file-bars.h"

struct _PvFileBars
{
  AdwBin parent_instance;

  PvContext *context;

  GtkInfoBar *refusal_bar;
  GtkLabel *refusal_label;
  GtkInfoBar *problem_bar;
  GtkLabel *problem_label;
  GtkInfoBar *damage_bar;
  GtkLabel *damage_label;
};

G_DEFINE_FINAL_TYPE (PvFileBars, pv_file_bars, ADW_TYPE_BIN)

static void
show (GtkInfoBar *bar, GtkLabel *label, const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_info_bar_set_revealed (bar, text != NULL);
  /* not revealed, it would still take a line of its own */
  gtk_widget_set_visible (GTK_WIDGET (bar), text != NULL);
}

static void
update (PvFileBars *self)
{
  const char *problem = pv_context_get_problem (self->context);

  show (self->problem_bar, self->problem_label, problem);
  show (self->refusal_bar, self->refusal_label,
        problem == NULL ? pv_context_get_refusal (self->context) : NULL);
  show (self->damage_bar, self->damage_label, pv_context_get_damage (self->context));
}

static void
pv_file_bars_dispose (GObject *object)
{
  PvFileBars *self = PV_FILE_BARS (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), PV_TYPE_FILE_BARS);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (pv_file_bars_parent_class)->dispose (object);
}

static void
pv_file_bars_class_init (PvFileBarsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pv_file_bars_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/progville/Progville/programme/pv-file-bars.ui");
  gtk_widget_class_bind_template_child (widget_class, PvFileBars, refusal_bar);
  gtk_widget_class_bind_template_child (widget_class, PvFileBars, refusal_label);
  gtk_widget_class_bind_template_child (widget_class, PvFileBars, problem_bar);
  gtk_widget_class_bind_template_child (widget_class, PvFileBars, problem_label);
  gtk_widget_class_bind_template_child (widget_class, PvFileBars, damage_bar);
  gtk_widget_class_bind_template_child (widget_class, PvFileBars, damage_label);
}

static void
pv_file_bars_init (PvFileBars *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
pv_file_bars_set_context (PvFileBars *self, PvContext *context)
{
  g_return_if_fail (PV_IS_FILE_BARS (self));
  g_return_if_fail (PV_IS_CONTEXT (context));
  g_return_if_fail (self->context == NULL);

  self->context = g_object_ref (context);
  g_signal_connect_object (context, "notify", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}
