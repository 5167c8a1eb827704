/* pv-agenda-colonnes.h: the columns of an agenda
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* For a model of #PvAgendaItem. Rows are dragged: one that is dropped on another activates
 * `agenda.place` ((xu): key of the line, position from 1). */
void pv_agenda_colonnes_add (GtkColumnView *view);

G_END_DECLS
