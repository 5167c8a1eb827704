/* pv-critere-row.h: a criterion in the editor of grids
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "grille/pv-critere.h"

G_BEGIN_DECLS

#define PV_TYPE_CRITERE_ROW (pv_critere_row_get_type ())

G_DECLARE_FINAL_TYPE (PvCritereRow, pv_critere_row, PV, CRITERE_ROW, GtkListBoxRow)

/*
 * Signals:
 *   edited (PvCritere *critere) → char *: what the criterion would become; the handler
 *     gives why it is refused (transfer full), or %NULL
 *   moved (int steps): to be put before or after so many others
 *   removed ()
 */
GtkWidget *pv_critere_row_new (void);

/* Shows a criterion: its number in the grid, and what may be done. */
void pv_critere_row_show (PvCritereRow *self,
                          const PvCritere *critere,
                          guint position,
                          guint n,
                          gboolean editable);

/* Saves what is typed; %FALSE when it is refused. */
gboolean pv_critere_row_commit (PvCritereRow *self);

void pv_critere_row_focus_label (PvCritereRow *self);

G_END_DECLS
