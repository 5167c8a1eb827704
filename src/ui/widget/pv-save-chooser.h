/* pv-save-chooser.h: choosing where a table is saved
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * pv_save_chooser_new:
 * @widget: in the window that asks
 * @accept: label of its button
 * @name: proposed
 *
 * Offers a workbook and a CSV table.
 *
 * Returns: (transfer full):
 */
GtkFileChooserNative *
pv_save_chooser_new (GtkWidget *widget, const char *title, const char *accept, const char *name);

/**
 * pv_save_chooser_dup_path:
 *
 * The place chosen: a name without extension takes that of the format chosen.
 *
 * Returns: (transfer full) (nullable): %NULL with %G_IO_ERROR_NOT_SUPPORTED, in words, when it
 *   is not a place of this machine
 */
char *pv_save_chooser_dup_path (GtkFileChooser *chooser, GError **error);

/* The same of a @file; @suffix: ".xlsx", for one that is no table yet, %NULL to keep its name. */
char *pv_save_dup_path (GFile *file, const char *suffix, GError **error);

G_END_DECLS
