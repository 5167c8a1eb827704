/* pv-motif-dialog.h: asks for the reason of what is passed
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define PV_TYPE_MOTIF_DIALOG (pv_motif_dialog_get_type ())

/*
 * PvMotifDialog: “pass” is possible once a reason is typed; “withdraw” takes back the one
 * that was given.
 *
 * Signal: answered (char *motif): the reason, %NULL when it is taken back. Not on “cancel”.
 */
G_DECLARE_FINAL_TYPE (PvMotifDialog, pv_motif_dialog, PV, MOTIF_DIALOG, AdwMessageDialog)

/* @motif: (nullable): the reason that was given before */
GtkWidget *
pv_motif_dialog_new (GtkWindow *parent, const char *heading, const char *body, const char *motif);

G_END_DECLS
