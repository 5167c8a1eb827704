/* pv-critere-row.h: a criterion, marked
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "grille/pv-critere.h"
#include "instruction/pv-note.h"

G_BEGIN_DECLS

#define PV_TYPE_CRITERE_ROW (pv_critere_row_get_type ())

/*
 * A row of a GtkListBox: a criterion, a button for each mark (beyond 6, an entry) and N/A.
 * The row has the focus and its list the keys; a button is for the mouse.
 *
 * Signals:
 *   noted (int64 valeur, boolean sans_objet): a mark was chosen; PV_INT_NULL and FALSE takes
 *     it away. The row does not change by itself.
 */
G_DECLARE_FINAL_TYPE (PvCritereRow, pv_critere_row, PV, CRITERE_ROW, GtkListBoxRow)

/* Highest mark that is given by a button. */
#define PV_CRITERE_ROW_BOUTONS 6

/* What the columns of rows and of their header share: see gtk_size_group_add_widget(). */
typedef struct
{
  GtkSizeGroup *poids;
  GtkSizeGroup *notes;
  GtkSizeGroup *points;
} PvCritereColumns;

GtkWidget *
pv_critere_row_new (const PvCritere *critere, guint rang, const PvCritereColumns *columns);

const PvCritere *pv_critere_row_get_critere (PvCritereRow *self);

/* @note: (nullable): not marked yet */
void pv_critere_row_set_note (PvCritereRow *self, const PvNote *note, gboolean editable);

/* Begins to type a mark beyond the buttons, with its first digit. FALSE with buttons. */
gboolean pv_critere_row_type (PvCritereRow *self, guint digit);

/* The points of the row, for the tests: "2,4", "–". */
const char *pv_critere_row_get_points (PvCritereRow *self);

G_END_DECLS
