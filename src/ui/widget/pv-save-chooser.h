/* pv-save-chooser.h: choosing where a table is saved
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "context/pv-context.h"
#include "widget/pv-copie.h"

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

/**
 * PvSaveFunc:
 * @widget: that of pv_save_ask()
 * @file: of pv_save_chooser_dup_path()
 */
typedef void (*PvSaveFunc) (GtkWidget *widget, GFile *file);

/**
 * pv_save_ask:
 *
 * Shows a pv_save_chooser_new(), and calls @func once a place is chosen; the window of @widget
 * says why another cannot be. Asked once at a time, and no more once @widget is gone.
 */
void pv_save_ask (GtkWidget *widget,
                  const char *title,
                  const char *accept,
                  const char *name,
                  PvSaveFunc func);

/* Says in the window of @widget that the file at @path is written; %NULL: why it is not. */
void pv_save_tell (GtkWidget *widget, const char *path, const GError *error);

/**
 * pv_save_items:
 * @title: of the sheet
 * @colonnes: their titles head it
 * @items: a row each
 *
 * Writes them to @file, a table, in a worker of @context, and says so in the window of @widget,
 * or why it could not.
 */
void pv_save_items (GtkWidget *widget,
                    PvContext *context,
                    GFile *file,
                    const char *title,
                    const PvCopieColonnes *colonnes,
                    const GPtrArray *items);

G_END_DECLS
