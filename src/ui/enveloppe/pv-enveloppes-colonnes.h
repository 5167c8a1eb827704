/* pv-enveloppes-colonnes.h: the columns of the table of envelopes
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Adds them to a view whose model is a GtkTreeListModel of PvEnveloppeItem. */
void pv_enveloppes_colonnes_add (GtkColumnView *view);

G_END_DECLS
