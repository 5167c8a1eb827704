/* pv-financement-dialog-report.c: an amount carried over to a later exercice
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "financement/pv-financement-dialog-private.h"

#include <glib/gi18n.h>

#include "financement/pv-financement-service.h"
#include "financement/pv-report-dialog.h"

typedef struct
{
  gint64 id;
  gint64 exercice;
  PvCents cents;
  const char *motif;
  const char *today;
} Report;

static gboolean
write_report (PvDb *db, gpointer data, GError **error)
{
  const Report *report = data;

  return pv_financement_service_reporter (db, report->id, report->exercice, report->cents,
                                          report->motif, report->today, error);
}

static void
answered_cb (PvFinancementDialog *self, const char *response, PvReportDialog *dialog)
{
  g_autofree char *today = pv_context_get_today (self->context);
  g_autofree char *label = pv_financement_dialog_dup_label (self);
  g_autoptr (GError) error = NULL;
  Report report = { self->financement->id, pv_report_dialog_get_exercice (dialog),
                    pv_report_dialog_get_cents (dialog), pv_report_dialog_get_motif (dialog),
                    today };

  if (g_strcmp0 (response, "report") == 0 &&
      !pv_context_act (self->context, "financement-report", label, write_report, &report, &error))
    pv_financement_dialog_tell (self, error->message);
}

void
pv_financement_dialog_report_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  PvFinancementDialog *self = PV_FINANCEMENT_DIALOG (widget);
  g_autoptr (GError) error = NULL;
  PvReportDialog *dialog;
  PvEtape etape;
  PvCents cents;

  if (!pv_financement_service_get_reportable (pv_context_get_reader (self->context),
                                              self->financement->id, &etape, &cents, &error))
    {
      pv_financement_dialog_tell (self, error->message);
      return;
    }
  if (cents == 0)
    {
      pv_financement_dialog_tell (self, _ ("Nothing is left to carry over: nothing is proposed "
                                           "yet, or all is paid."));
      return;
    }

  dialog = pv_report_dialog_new (GTK_WINDOW (self), etape, cents, self->financement->exercice);
  g_signal_connect_object (dialog, "response", G_CALLBACK (answered_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}
