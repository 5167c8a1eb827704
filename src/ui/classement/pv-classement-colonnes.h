/* pv-classement-colonnes.h: the columns of a ranking
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Adds the columns; their widths follow the size of the text. */
void pv_classement_colonnes_add (GtkColumnView *view);

G_END_DECLS
