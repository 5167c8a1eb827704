/* pv-organismes-columns.h: the columns of the list of organismes
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Adds the columns, each with its sorter, to a view of #PvOrganismeItem. */
void pv_organismes_columns_add (GtkColumnView *view);

G_END_DECLS
