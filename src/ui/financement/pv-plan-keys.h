/* pv-plan-keys.h: arrows from cell to cell of a table of amounts
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * pv_plan_keys_install:
 * @table: holds PvAmountEntry anywhere below it
 *
 * Up and Down go to the entry above or below, Left and Right past the ends of the text
 * to the one beside, as they stand on the screen. Leaving an entry commits it.
 */
void pv_plan_keys_install (GtkWidget *table);

G_END_DECLS
