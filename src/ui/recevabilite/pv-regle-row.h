/* pv-regle-row.h: a condition of an appel, in the settings
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "recevabilite/pv-recevabilite-regle.h"

G_BEGIN_DECLS

#define PV_TYPE_REGLE_ROW (pv_regle_row_get_type ())

G_DECLARE_FINAL_TYPE (PvRegleRow, pv_regle_row, PV, REGLE_ROW, GtkListBoxRow)

/*
 * Actions: regle.up, regle.down (Alt+↑, Alt+↓), regle.remove (Alt+Delete).
 *
 * Signals:
 *   edited (PvRecevabiliteRegle *regle, char **reason): what it would become; the handler
 *     gives why it is refused (transfer full), or %NULL
 *   moved (int steps)
 *   removed ()
 */
GtkWidget *pv_regle_row_new (void);

void pv_regle_row_show (PvRegleRow *self,
                        const PvRecevabiliteRegle *regle,
                        guint position,
                        guint n,
                        gboolean editable);

void pv_regle_row_focus_label (PvRegleRow *self);

G_END_DECLS
