/* pv-note-row.h: a criterion, marked
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "grille/pv-critere.h"
#include "instruction/pv-note.h"

G_BEGIN_DECLS

#define PV_TYPE_NOTE_ROW (pv_note_row_get_type ())

/*
 * A row of a GtkListBox: a criterion, a button for each mark (beyond 6, an entry) and N/A.
 * The row has the focus and its list the keys; a button is for the mouse.
 *
 * Signals:
 *   noted (int64 valeur, boolean sans_objet): a mark was chosen; PV_INT_NULL and FALSE takes
 *     it away. The row does not change by itself.
 */
G_DECLARE_FINAL_TYPE (PvNoteRow, pv_note_row, PV, NOTE_ROW, GtkListBoxRow)

/* Highest mark that is given by a button. */
#define PV_NOTE_ROW_BOUTONS 6

/* What the columns of rows and of their header share: see gtk_size_group_add_widget(). */
typedef struct
{
  GtkSizeGroup *poids;
  GtkSizeGroup *notes;
  GtkSizeGroup *points;
} PvNoteColumns;

GtkWidget *pv_note_row_new (const PvCritere *critere, guint rang, const PvNoteColumns *columns);

const PvCritere *pv_note_row_get_critere (PvNoteRow *self);

/* @note: (nullable): not marked yet */
void pv_note_row_set_note (PvNoteRow *self, const PvNote *note, gboolean editable);

/* Begins to type a mark beyond the buttons, with its first digit. FALSE with buttons. */
gboolean pv_note_row_type (PvNoteRow *self, guint digit);

/* The points of the row, for the tests: "2,4", "–". */
const char *pv_note_row_get_points (PvNoteRow *self);

G_END_DECLS
