/* pv-import-report.h: collects what an import has to say
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "pv-import.h"

G_BEGIN_DECLS

/**
 * PvImportPlace:
 *
 * Where a message points to; texts are borrowed.
 */
typedef struct
{
  const char *sheet;
  guint row;
  const char *column;
  const char *letters;
} PvImportPlace;

PvImportReport *pv_import_report_new (const char *profile);

/* @text: (transfer full): takes it. @value may be %NULL. */
void pv_import_report_take (PvImportReport *self,
                            PvImportSeverity severity,
                            const PvImportPlace *place,
                            const char *code,
                            const char *value,
                            char *text);

/* "table:key:column" (transfer full) */
char *pv_import_choice_key (const char *table, gint64 id, const char *column);

PvImportChange *pv_import_change_new (const char *table,
                                      gint64 id,
                                      const char *column,
                                      const char *old_value,
                                      const char *new_value);
void pv_import_change_free (PvImportChange *self);

G_END_DECLS
