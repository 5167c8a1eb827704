/* pv-enveloppe-dialog.h: all of one envelope
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "context/pv-context.h"
#include "enveloppe/pv-enveloppe.h"

G_BEGIN_DECLS

#define PV_TYPE_ENVELOPPE_DIALOG (pv_enveloppe_dialog_get_type ())

/*
 * PvEnveloppeDialog: a window of its own; what is typed is checked as it is typed, and saved
 * by its button or Ctrl+Enter, as one action. What is refused says why, and stays.
 */
G_DECLARE_FINAL_TYPE (PvEnveloppeDialog, pv_enveloppe_dialog, PV, ENVELOPPE_DIALOG, AdwWindow)

/* @enveloppe: copied; one whose key is 0 is added. */
GtkWidget *pv_enveloppe_dialog_new (PvContext *context, const PvEnveloppe *enveloppe);

G_END_DECLS
