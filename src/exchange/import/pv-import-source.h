/* pv-import-source.h: the file that is imported, its profile and its sheets
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "pv-mapping.h"
#include "pv-number.h"

G_BEGIN_DECLS

/**
 * PvImportSheet:
 * @details: its rows detail those of the main sheet
 * @styles: how the numbers of each column of @mapping are written
 * @samples: (element-type GStrv): some values of each column
 */
typedef struct
{
  guint index;
  gboolean details;
  PvTableHeader *header;
  PvMapping *mapping;
  PvNumberStyle *styles;
  GPtrArray *samples;
} PvImportSheet;

/**
 * PvImportSource:
 * @sheets: (element-type PvImportSheet): the main one first
 */
typedef struct
{
  char *path;
  PvTable *table;
  GPtrArray *profiles;
  const PvProfile *profile;
  GPtrArray *sheets;
} PvImportSource;

/* Opens a file and finds which profile knows it; see pv_import_new(). */
PvImportSource *
pv_import_source_open (const char *path, const char *profile, gboolean by_hand, GError **error);
void pv_import_source_free (PvImportSource *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PvImportSource, pv_import_source_free)

/* Matches columns anew. @corrections: folded header → field id, "" to leave it out. */
void pv_import_source_map (PvImportSource *self, GHashTable *corrections);

/* Goes to the first row of data of a sheet. */
gboolean pv_import_source_rewind (PvImportSource *self, const PvImportSheet *sheet, GError **error);

G_END_DECLS
