/* pv-import-private.h: the content of an import, for its files only
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "pv-import-keys.h"
#include "pv-import-merge.h"
#include "pv-import-source.h"

G_BEGIN_DECLS

/**
 * PvImport:
 * @corrections: folded header → field id, "" to leave it out
 * @choices: "table:key:column" of a conflict → PvImportChoice
 * @new_corrections: (element-type utf8): those of them to remember when applied
 */
struct _PvImport
{
  PvDb *db;
  PvImportSource *source;
  char *appel;
  gint64 exercice;
  GHashTable *corrections;
  GHashTable *new_corrections;
  GHashTable *choices;
  GPtrArray *columns;
};

/* What the caller of an import wants to hear. */
typedef struct
{
  PvImportRowFunc row;
  PvImportProgressFunc progress;
  gpointer data;
  GCancellable *cancellable;
} PvImportListener;

/* Reads all rows, in the transaction of the caller when @store writes. */
gboolean pv_import_run_rows (PvImport *self,
                             PvImportStore *store,
                             gpointer transaction,
                             const PvImportListener *listener,
                             PvImportReport *report,
                             GError **error);

G_END_DECLS
