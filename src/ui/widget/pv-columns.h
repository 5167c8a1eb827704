/* pv-columns.h: cards side by side where there is room, else one above the other
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PV_TYPE_COLUMNS (pv_columns_get_type ())

G_DECLARE_FINAL_TYPE (PvColumns, pv_columns, PV, COLUMNS, GtkWidget)

/*
 * PvColumns: its visible children share the width equally and have one height. When a
 * column would be narrower than what one of them needs, or than 44 characters' worth of
 * the font, they are stacked.
 *
 * Property: `first-share`: of the first of two columns in the width; 0: as the other.
 */

G_END_DECLS
