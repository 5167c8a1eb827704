/* pv-report-dialog.h: asks what of a financement is carried over, to which year and why
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "financement/pv-financement.h"

G_BEGIN_DECLS

#define PV_TYPE_REPORT_DIALOG (pv_report_dialog_get_type ())

/* PvReportDialog: answers `report` only with an amount that can be carried over, and a reason. */
G_DECLARE_FINAL_TYPE (PvReportDialog, pv_report_dialog, PV, REPORT_DIALOG, AdwMessageDialog)

/* @reportable: cents, at most; proposed at first. @exercice: of the financement */
PvReportDialog *
pv_report_dialog_new (GtkWindow *parent, PvEtape etape, PvCents reportable, gint64 exercice);

PvCents pv_report_dialog_get_cents (PvReportDialog *self);
gint64 pv_report_dialog_get_exercice (PvReportDialog *self);
const char *pv_report_dialog_get_motif (PvReportDialog *self);

G_END_DECLS
