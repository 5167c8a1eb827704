/* pv-colonnes-popover.h: which columns the list of dossiers shows, and in which order
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dossier/pv-dossiers-view.h"

G_BEGIN_DECLS

#define PV_TYPE_COLONNES_POPOVER (pv_colonnes_popover_get_type ())

/*
 * The columns shown come first, in their order, with buttons that move them (Alt+↑,
 * Alt+↓ on the row that has the focus); then the others.
 *
 * Actions: `colonnes.up`, `colonnes.down` (string: id of a column), `colonnes.reset`.
 */
G_DECLARE_FINAL_TYPE (PvColonnesPopover, pv_colonnes_popover, PV, COLONNES_POPOVER, GtkPopover)

/* (nullable) (transfer none): the list it is about; it is not kept alive */
void pv_colonnes_popover_set_view (PvColonnesPopover *self, PvDossiersView *view);

G_END_DECLS
