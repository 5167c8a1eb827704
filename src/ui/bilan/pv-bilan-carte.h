/* pv-bilan-carte.h: a table of the bilan in a card, that can be copied
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define PV_TYPE_BILAN_CARTE (pv_bilan_carte_get_type ())

/*
 * A title with alternatives (“Communes”, “Quartiers”), what is drawn above, a table, a legend
 * and a note. The table is filled anew at each reading: begin, heads, rows, end; the cell that
 * had the focus keeps it. What is copied is the table as it is shown, with what a bar draws
 * in figures.
 *
 * Actions: `carte.copy`, Ctrl+C, on what has the focus inside; `carte.choix` (s), of an
 * alternative. Asked of the parent: `bilan.dossiers` (s), a filter of dossiers.
 *
 * Properties: `title`, `choix` (nullable): the alternative that is shown.
 */
G_DECLARE_FINAL_TYPE (PvBilanCarte, pv_bilan_carte, PV, BILAN_CARTE, AdwBin)

/* An alternative of the table, shown by a button beside the title. The first is chosen. */
void pv_bilan_carte_add_choix (PvBilanCarte *self, const char *id, const char *title);
const char *pv_bilan_carte_get_choix (PvBilanCarte *self);

/* @widget: (transfer floating): between the title and the table */
void pv_bilan_carte_set_drawing (PvBilanCarte *self, GtkWidget *widget);

/* Where patterns are named. */
GtkBox *pv_bilan_carte_get_legend (PvBilanCarte *self);

/* @note: (nullable): under the table, how to read it */
void pv_bilan_carte_set_note (PvBilanCarte *self, const char *note);

/* Takes the table away. */
void pv_bilan_carte_begin (PvBilanCarte *self);

/* @xalign: 0 or 1; @expand: takes the width that is left */
void pv_bilan_carte_add_head (PvBilanCarte *self, const char *text, float xalign, gboolean expand);

/* The next cells are of a new row. @strong: in bold, as a total */
void pv_bilan_carte_add_row (PvBilanCarte *self, gboolean strong);

/* No line between the last row and the next one, which is of the same thing. */
void pv_bilan_carte_join_row (PvBilanCarte *self);
void pv_bilan_carte_add_text (PvBilanCarte *self, const char *text);

/* @critere: (nullable): of the list it opens; %NULL: none. @name: said of it. */
void pv_bilan_carte_add_link (PvBilanCarte *self,
                              const char *text,
                              const char *name,
                              const char *critere);

/* @widget: (transfer floating): a bar; @text: what is copied of it */
void pv_bilan_carte_add_bar (PvBilanCarte *self, GtkWidget *widget, const char *text);

/* @empty: what is shown when there is no row */
void pv_bilan_carte_end (PvBilanCarte *self, const char *empty);

/* The room of @n rows, while what they say is read: nothing below moves when it arrives. */
void pv_bilan_carte_reserve (PvBilanCarte *self, guint n);

/* Whether rows are shown. */
gboolean pv_bilan_carte_is_filled (PvBilanCarte *self);

/* (transfer full): the table as it is copied, columns apart by tabs. */
char *pv_bilan_carte_to_text (PvBilanCarte *self);

G_END_DECLS
