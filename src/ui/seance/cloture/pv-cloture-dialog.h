/* pv-cloture-dialog.h: what a séance must hold before it is closed
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "context/pv-context.h"

G_BEGIN_DECLS

#define PV_TYPE_CLOTURE_DIALOG (pv_cloture_dialog_get_type ())

/*
 * Its actions: `cloture.clore`; `cloture.aller` ((xx): a line of the agenda, its dossier),
 * `cloture.proces-verbal` (s: ".pdf" or ".xlsx").
 */
G_DECLARE_FINAL_TYPE (PvClotureDialog, pv_cloture_dialog, PV, CLOTURE_DIALOG, AdwWindow)

PvClotureDialog *pv_cloture_dialog_new (GtkWindow *parent, PvContext *context, gint64 seance_id);

/**
 * pv_cloture_dialog_set_page:
 * @page: where a finding leads to: its action `session.go` (x: a line of the agenda) when it
 *   has one, else the page of the dossier
 */
void pv_cloture_dialog_set_page (PvClotureDialog *self, GtkWidget *page);

G_END_DECLS
