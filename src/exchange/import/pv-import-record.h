/* pv-import-record.h: one row of a source, understood
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "pv-import-cell.h"
#include "pv-registry.h"

G_BEGIN_DECLS

/**
 * PvImportPart:
 * @styles: how the numbers of each column are written
 * @values: of each column of @mapping
 *
 * One row of one sheet. A record has one, and more when other sheets detail it.
 */
typedef struct
{
  const PvMapping *mapping;
  const PvNumberStyle *styles;
  const char *sheet;
  guint row;
  PvImportValue *values;
} PvImportPart;

/**
 * PvImportRecord:
 * @parts: (element-type PvImportPart): the row itself first
 * @cle: the key that identifies the row again
 * @empreinte: SHA-256 of what was read
 * @montant: Σ of its amounts, or %PV_CENTS_NULL
 */
typedef struct
{
  const PvProfile *profile;
  PvCellReader *reader;
  GPtrArray *parts;
  char *cle;
  char *empreinte;
  gint64 montant;
} PvImportRecord;

PvImportRecord *pv_import_record_new (const PvProfile *profile, PvImportReport *report);
void pv_import_record_free (PvImportRecord *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PvImportRecord, pv_import_record_free)

/* Forgets the row before. */
void pv_import_record_clear (PvImportRecord *self);

/* Reads a row as one more part. */
void pv_import_record_add (PvImportRecord *self,
                           const PvMapping *mapping,
                           const PvNumberStyle *styles,
                           const char *sheet,
                           const PvRow *row);

/**
 * pv_import_record_identify:
 * @scope: (nullable): what the number of a row is unique in (its appel)
 *
 * Sets key, fingerprint and amount.
 */
void pv_import_record_identify (PvImportRecord *self, const char *scope);

/* (transfer none): the value of a single field: of the row, else of what details it. */
const PvImportValue *pv_import_record_get (const PvImportRecord *self, PvFieldId field);

/* Its text, NULL when there is none. */
const char *pv_import_record_get_text (const PvImportRecord *self, PvFieldId field);

/* Its number, PV_INT_NULL when there is none. */
gint64 pv_import_record_get_number (const PvImportRecord *self, PvFieldId field);

/* Copies its text, or its number, into a column. A field without column, or whose cell could not be
 * read, leaves it unset; one whose cell says nothing sets it to NULL. */
void pv_import_record_copy_text (const PvImportRecord *self,
                                 PvFieldId field,
                                 PvImportFields *fields,
                                 int column);
void pv_import_record_copy_number (const PvImportRecord *self,
                                   PvFieldId field,
                                   PvImportFields *fields,
                                   int column);

/* Copies the women, the men and the others. A total says the others when they are not said: what
 * is left of it once the women and the men are counted, those of @current that the row leaves.
 * @current: (nullable): what is there */
void pv_import_record_copy_publics (const PvImportRecord *self,
                                    const PvImportFields *current,
                                    PvImportFields *fields,
                                    int women,
                                    int men,
                                    int others);

/* Where a field is, or would be: the row when no column is it. */
void pv_import_record_place (const PvImportRecord *self, PvFieldId field, PvImportPlace *place);
void pv_import_part_place (const PvImportPart *part, guint column, PvImportPlace *place);

/* The year of the row, PV_INT_NULL when nothing says it. */
gint64 pv_import_record_year (const PvImportRecord *self);

/* Hash of all the cells of a row, mapped or not: what makes a duplicate of the source. */
guint64 pv_import_row_hash (const PvRow *row);

G_END_DECLS
