/* pv-rectification-dialog.h: what a closed séance decided of a dossier is rectified
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "context/pv-context.h"

G_BEGIN_DECLS

#define PV_TYPE_RECTIFICATION_DIALOG (pv_rectification_dialog_get_type ())

/* The decision that holds above, the one that takes its place below. Its action:
 * `rectification.record`. */
G_DECLARE_FINAL_TYPE (PvRectificationDialog,
                      pv_rectification_dialog,
                      PV,
                      RECTIFICATION_DIALOG,
                      AdwWindow)

/**
 * pv_rectification_dialog_new:
 * @seance_dossier_id: the line of the agenda
 *
 * Returns: (nullable): %NULL with @error when it is not there any more
 */
PvRectificationDialog *pv_rectification_dialog_new (GtkWindow *parent,
                                                    PvContext *context,
                                                    gint64 seance_dossier_id,
                                                    GError **error);

G_END_DECLS
