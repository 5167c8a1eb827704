/* pv-row-list.h: the rows that a worker found, read when they are shown
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define PV_TYPE_ROW (pv_row_get_type ())

/*
 * PvRow: one row of the list. Signal `notify::revision`: what it says was read again.
 */
G_DECLARE_FINAL_TYPE (PvRow, pv_row, PV, ROW, GObject)

/* What the worker found of it. */
gconstpointer pv_row_get_found (PvRow *self);

/* (nullable): what was read of it, %NULL when it is gone */
gconstpointer pv_row_get_words (PvRow *self);

#define PV_TYPE_ROW_LIST (pv_row_list_get_type ())

/*
 * PvRowList: a GListModel of #PvRow over what a worker found. The words of a row are read when
 * it is asked for, and few are kept, whatever the length.
 */
G_DECLARE_DERIVABLE_TYPE (PvRowList, pv_row_list, PV, ROW_LIST, GObject)

/**
 * PvRowListClass:
 * @found_size: of what is found of a row: a structure that begins with its key, a gint64
 * @read_words: reads a row: (transfer full) (nullable)
 * @free_words: frees what was read
 */
struct _PvRowListClass
{
  GObjectClass parent_class;

  guint found_size;
  gpointer (*read_words) (PvRowList *self, gconstpointer found);
  GDestroyNotify free_words;
};

/* @found: (transfer full): takes the place of the rows: those that stay are read again where
 * they are. */
void pv_row_list_take (PvRowList *self, GArray *found);

/* What was found, in order; it lives until the next take. */
const GArray *pv_row_list_get_found (PvRowList *self);

G_END_DECLS
