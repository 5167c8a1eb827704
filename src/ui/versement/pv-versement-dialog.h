/* pv-versement-dialog.h: paying one financement or many
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "context/pv-context.h"

G_BEGIN_DECLS

#define PV_TYPE_VERSEMENT_DIALOG (pv_versement_dialog_get_type ())

/*
 * One date, one reference, and a line for each financement: what is due is proposed. Written as
 * one action by `versement-dialog.pay`.
 */
G_DECLARE_FINAL_TYPE (PvVersementDialog, pv_versement_dialog, PV, VERSEMENT_DIALOG, AdwWindow)

/**
 * pv_versement_dialog_new:
 * @lignes: (element-type PvVersementSuivi)
 */
GtkWidget *pv_versement_dialog_new (PvContext *context, GtkWindow *parent, const GArray *lignes);

G_END_DECLS
