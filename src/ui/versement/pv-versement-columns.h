/* pv-versement-columns.h: the columns of the list of payments
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "versement/pv-versement-suivi.h"

G_BEGIN_DECLS

/* Adds them, sorted by delay. */
void pv_versement_columns_add (GtkColumnView *view);

/* What the list is sorted by; %FALSE: nothing was asked. */
gboolean
pv_versement_columns_get_order (GtkColumnView *view, PvVersementTri *tri, gboolean *descending);

G_END_DECLS
