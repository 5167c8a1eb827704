/* pv-financement-dialog.h: all of one financement: payer, envelope, acts, payments
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "context/pv-context.h"

G_BEGIN_DECLS

#define PV_TYPE_FINANCEMENT_DIALOG (pv_financement_dialog_get_type ())

/*
 * With a financement, each change is saved at once; without one, the payer is chosen
 * and added by `financement.add`.
 *
 * Actions: financement.add, financement.remove, financement.add-versement, financement.mouvement,
 * financement.retirer-mouvement (x).
 */
G_DECLARE_FINAL_TYPE (PvFinancementDialog, pv_financement_dialog, PV, FINANCEMENT_DIALOG, AdwWindow)

/* @financement_id: %PV_INT_NULL: to add one to the dossier */
GtkWidget *pv_financement_dialog_new (PvContext *context, gint64 dossier_id, gint64 financement_id);

G_END_DECLS
