/* pv-import-table.h: the tables of the import
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "import/pv-import-ligne.h"

G_BEGIN_DECLS

/*
 * A cell of a table: a #PvLigneTexte, of a line, and how it looks. The names of icons are drawn;
 * the others are also told where the pointer stays.
 */
typedef enum
{
  PV_CELLULE_NUMERIC = 1 << 8,
  PV_CELLULE_SECONDARY = 1 << 9,
  PV_CELLULE_FORT = 1 << 10,
  PV_CELLULE_END = 1 << 11, /* it stands at the end, as its title */
} PvCelluleStyle;

/**
 * pv_import_table_prepare:
 * @cellules: of the columns that the template leaves without a factory, in their order
 *
 * Fills the columns, aligns their titles as their cells, and makes the widths, in pixels in the
 * template, follow the size of the text.
 */
void pv_import_table_prepare (GtkColumnView *view, const guint *cellules);

G_END_DECLS
