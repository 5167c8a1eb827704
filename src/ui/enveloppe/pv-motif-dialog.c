/* pv-motif-dialog.c: asks for the reason of what is passed
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "enveloppe/pv-motif-dialog.h"

#include "pv-text.h"

struct _PvMotifDialog
{
  AdwMessageDialog parent_instance;

  GtkEntry *motif;
};

enum
{
  ANSWERED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PvMotifDialog, pv_motif_dialog, ADW_TYPE_MESSAGE_DIALOG)

static char *
dup_motif (PvMotifDialog *self)
{
  return pv_text_clean (gtk_editable_get_text (GTK_EDITABLE (self->motif)), FALSE);
}

static void
typed_cb (PvMotifDialog *self)
{
  g_autofree char *motif = dup_motif (self);

  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (self), "pass", *motif != '\0');
}

static void
response_cb (PvMotifDialog *self, const char *response)
{
  g_autofree char *motif = dup_motif (self);

  if (g_str_equal (response, "pass"))
    g_signal_emit (self, signals[ANSWERED], 0, motif);
  else if (g_str_equal (response, "withdraw"))
    g_signal_emit (self, signals[ANSWERED], 0, NULL);
}

static void
pv_motif_dialog_class_init (PvMotifDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[ANSWERED] = g_signal_new ("answered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/progville/Progville/enveloppe/pv-motif-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, PvMotifDialog, motif);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
  gtk_widget_class_bind_template_callback (widget_class, response_cb);
}

static void
pv_motif_dialog_init (PvMotifDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
pv_motif_dialog_new (GtkWindow *parent, const char *heading, const char *body, const char *motif)
{
  PvMotifDialog *self = g_object_new (PV_TYPE_MOTIF_DIALOG, "transient-for", parent, "heading",
                                      heading, "body", body, NULL);

  gtk_editable_set_text (GTK_EDITABLE (self->motif), motif != NULL ? motif : "");
  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (self), "withdraw", motif != NULL);
  typed_cb (self);

  return GTK_WIDGET (self);
}
