/* pv-mapping.h: which column of a sheet is which field of a profile
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "pv-profile-private.h"
#include "table/pv-table-header.h"

G_BEGIN_DECLS

/**
 * PvMappingSlot:
 * @payer: (nullable): funder as the header names it; %NULL: the payer of the row
 * @dispositif: (nullable): line of credits as the header names it
 * @exercice: year in the header, or %PV_INT_NULL
 *
 * One financement that the headers describe: its stages are columns.
 */
typedef struct
{
  char *payer;
  char *dispositif;
  gint64 exercice;
} PvMappingSlot;

/**
 * PvMappedColumn:
 * @index: in the sheet, from 0
 * @name: as written, with its band
 * @letters: as a spreadsheet shows it
 * @field: %PV_N_FIELDS: not matched
 * @slot: of a stage, which #PvMappingSlot; -1 for other fields
 * @detail: (nullable): institution of an avis or note, account of a budget line
 * @ignored: (nullable): why it is not stored
 * @repeats: (nullable): name of the column before that says the same, and is kept
 * @corrected: chosen by the user
 */
typedef struct
{
  guint index;
  char *name;
  char *letters;
  char *folded;
  PvFieldId field;
  int slot;
  char *detail;
  char *ignored;
  char *repeats;
  gboolean corrected;
} PvMappedColumn;

typedef struct
{
  const PvProfile *profile;
  GPtrArray *columns;         /* of PvMappedColumn, by rising index */
  GPtrArray *slots;           /* of PvMappingSlot */
  int column_of[PV_N_FIELDS]; /* first column of a field, -1: none */
  guint n_matched;
} PvMapping;

/**
 * pv_mapping_new:
 * @corrections: (nullable): folded header → field id, "" to leave it out
 *
 * Matches columns by name: exact synonyms under their band, then exact names,
 * then the longest wildcard, then headers that name a funder and a stage. When
 * two columns could be the same field the first one is, and the other is not
 * matched.
 *
 * Returns: (transfer full): the mapping
 */
PvMapping *
pv_mapping_new (const PvProfile *profile, const PvTableHeader *header, GHashTable *corrections);

void pv_mapping_free (PvMapping *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PvMapping, pv_mapping_free)

/* Whether the profile recognises the sheet by these columns. */
gboolean pv_mapping_is_recognised (const PvMapping *self, const PvTableHeader *header);

/**
 * pv_mapping_read_amount_header:
 * @band: (nullable): what stands above
 * @field: (out): the stage
 * @payer: (out) (nullable) (transfer full)
 * @dispositif: (out) (nullable) (transfer full)
 * @exercice: (out): or %PV_INT_NULL
 * @total: (out): whether it sums the funders, hence is not data
 *
 * Reads `État sollicité`, `Sollicité` under `MEL 2018`, `CAF` under `Montants votés`.
 *
 * Returns: %FALSE when the header names no stage
 */
gboolean pv_mapping_read_amount_header (const PvProfile *profile,
                                        const char *name,
                                        const char *band,
                                        PvFieldId *field,
                                        char **payer,
                                        char **dispositif,
                                        gint64 *exercice,
                                        gboolean *total);

G_END_DECLS
