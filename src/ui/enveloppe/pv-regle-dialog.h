/* pv-regle-dialog.h: all of one limit
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "context/pv-context.h"
#include "enveloppe/pv-enveloppe-regle.h"

G_BEGIN_DECLS

#define PV_TYPE_REGLE_DIALOG (pv_regle_dialog_get_type ())

/* PvRegleDialog: a limit of an envelope, as PvEnveloppeDialog. */
G_DECLARE_FINAL_TYPE (PvRegleDialog, pv_regle_dialog, PV, REGLE_DIALOG, AdwWindow)

/**
 * pv_regle_dialog_new:
 * @regle: copied; one whose key is 0 is added
 * @exercice: of the envelopes it may be about
 */
GtkWidget *pv_regle_dialog_new (PvContext *context, const PvEnveloppeRegle *regle, gint64 exercice);

G_END_DECLS
