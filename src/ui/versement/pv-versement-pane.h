/* pv-versement-pane.h: one financement beside the list: its figures and its payments
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "context/pv-context.h"
#include "versement/pv-versement-suivi.h"

G_BEGIN_DECLS

#define PV_TYPE_VERSEMENT_PANE (pv_versement_pane_get_type ())

/*
 * Actions: versement-pane.edit: the payments in the dialog of the financement;
 *   versement-pane.delete (x: key of a payment).
 */
G_DECLARE_FINAL_TYPE (PvVersementPane, pv_versement_pane, PV, VERSEMENT_PANE, AdwBin)

void pv_versement_pane_set_context (PvVersementPane *self, PvContext *context);

/* @suivi: (nullable): none, or several are selected */
void pv_versement_pane_show (PvVersementPane *self, const PvVersementSuivi *suivi);

G_END_DECLS
