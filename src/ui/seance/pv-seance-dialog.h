/* pv-seance-dialog.h: asks for what a new séance needs
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "context/pv-context.h"

G_BEGIN_DECLS

#define PV_TYPE_SEANCE_DIALOG (pv_seance_dialog_get_type ())

G_DECLARE_FINAL_TYPE (PvSeanceDialog, pv_seance_dialog, PV, SEANCE_DIALOG, AdwWindow)

/*
 * An instance of the file, one that the reference gives for its contrat, or another; a date,
 * a place, a call, a timer. An instance that is made begins with the institutions of the file
 * as its members.
 *
 * Actions: preparer.create.
 * Signals:
 *   created (int64): the key of the séance; the dialog is closing
 */
PvSeanceDialog *pv_seance_dialog_new (GtkWindow *parent, PvContext *context);

G_END_DECLS
