/* pv-report-dialog.c: asks what of a financement is carried over, to which year and why
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "financement/pv-report-dialog.h"

#include <glib/gi18n.h>

#include "widget/pv-amount-entry.h"
#include "widget/pv-format.h"

struct _PvReportDialog
{
  AdwMessageDialog parent_instance;

  PvCents reportable;

  PvAmountEntry *amount;
  GtkSpinButton *exercice;
  GtkAdjustment *annees;
  GtkEditable *motif;
  GtkLabel *problem;
};

G_DEFINE_FINAL_TYPE (PvReportDialog, pv_report_dialog, ADW_TYPE_MESSAGE_DIALOG)

/* (transfer full) (nullable): what keeps the amount from being carried over. */
static char *
dup_problem (PvReportDialog *self, PvCents *cents)
{
  char *problem = pv_amount_parse (gtk_editable_get_text (GTK_EDITABLE (self->amount)), cents);
  g_autofree char *most = pv_amount_to_text (self->reportable);

  if (problem != NULL)
    return problem;
  if (*cents == PV_CENTS_NULL || *cents <= 0)
    return g_strdup (_ ("Give the amount to carry over."));
  if (*cents > self->reportable)
    return g_strdup_printf (_ ("At most %s: the rest is paid."), most);

  return NULL;
}

static void
changed_cb (PvReportDialog *self)
{
  PvCents cents = PV_CENTS_NULL;
  g_autofree char *problem = dup_problem (self, &cents);
  g_autofree char *motif = g_strstrip (g_strdup (gtk_editable_get_text (self->motif)));

  gtk_label_set_label (self->problem, problem != NULL ? problem : "");
  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (self), "report",
                                           problem == NULL && *motif != '\0');
}

static void
pv_report_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), PV_TYPE_REPORT_DIALOG);

  G_OBJECT_CLASS (pv_report_dialog_parent_class)->dispose (object);
}

static void
pv_report_dialog_class_init (PvReportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pv_report_dialog_dispose;
  g_type_ensure (PV_TYPE_AMOUNT_ENTRY);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/progville/Progville/financement/pv-report-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, PvReportDialog, amount);
  gtk_widget_class_bind_template_child (widget_class, PvReportDialog, exercice);
  gtk_widget_class_bind_template_child (widget_class, PvReportDialog, annees);
  gtk_widget_class_bind_template_child (widget_class, PvReportDialog, motif);
  gtk_widget_class_bind_template_child (widget_class, PvReportDialog, problem);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

static void
pv_report_dialog_init (PvReportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

PvReportDialog *
pv_report_dialog_new (GtkWindow *parent, PvEtape etape, PvCents reportable, gint64 exercice)
{
  PvReportDialog *self = g_object_new (PV_TYPE_REPORT_DIALOG, "transient-for", parent, NULL);
  g_autofree char *stage = g_utf8_strdown (pv_etape_to_libelle (etape), -1);
  g_autofree char *most = pv_amount_to_text (reportable);
  g_autofree char *body =
      g_strdup_printf (_ ("%s can be carried over (%s, not paid). The exercice %d loses it, the "
                          "other one gains it; both keep the date and the reason."),
                       most, stage, (int)exercice);

  self->reportable = reportable;
  adw_message_dialog_set_body (ADW_MESSAGE_DIALOG (self), body);
  gtk_adjustment_set_lower (self->annees, (double)exercice + 1);
  gtk_spin_button_set_value (self->exercice, (double)exercice + 1);
  pv_amount_entry_set_cents (self->amount, reportable);
  changed_cb (self);

  return self;
}

PvCents
pv_report_dialog_get_cents (PvReportDialog *self)
{
  PvCents cents = PV_CENTS_NULL;

  g_return_val_if_fail (PV_IS_REPORT_DIALOG (self), PV_CENTS_NULL);

  g_free (pv_amount_parse (gtk_editable_get_text (GTK_EDITABLE (self->amount)), &cents));

  return cents;
}

gint64
pv_report_dialog_get_exercice (PvReportDialog *self)
{
  g_return_val_if_fail (PV_IS_REPORT_DIALOG (self), PV_INT_NULL);

  gtk_spin_button_update (self->exercice);

  return gtk_spin_button_get_value_as_int (self->exercice);
}

const char *
pv_report_dialog_get_motif (PvReportDialog *self)
{
  g_return_val_if_fail (PV_IS_REPORT_DIALOG (self), NULL);

  return gtk_editable_get_text (self->motif);
}
