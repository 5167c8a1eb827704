/* pv-import-names.h: a cell that lists names
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "pv-import-merge.h"

G_BEGIN_DECLS

/**
 * PvImportName:
 * @share: basis points, %PV_INT_NULL when the cell gives none
 *
 * A name of a list, with its share when it has one.
 */
typedef struct
{
  char *name;
  gint64 share;
} PvImportName;

/* Whether the file knows something of this name. */
typedef gboolean (*PvImportKnownFunc) (PvImportContext *ctx, const char *name, gpointer data);

/**
 * pv_import_names_read:
 *
 * Separated by `;` or line breaks; by commas or slashes when that gives a single name which is
 * not known as it stands.
 *
 * Returns: (transfer full) (element-type PvImportName): none of them empty
 */
GArray *pv_import_names_read (PvImportContext *ctx,
                              const char *text,
                              PvImportKnownFunc known,
                              gpointer data);

/* Adds @name to the list of those that are kept as stated. */
void pv_import_names_add_unknown (GString *unknown, const char *name);

void pv_import_names_tell_unknown (PvImportContext *ctx,
                                   const PvImportRecord *record,
                                   PvFieldId field,
                                   const char *code,
                                   const char *name,
                                   const char *text);

G_END_DECLS
