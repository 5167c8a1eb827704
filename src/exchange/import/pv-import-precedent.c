/* pv-import-precedent.c: which dossier of an earlier year a row continues
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pv-import-merge.h"

#include <glib/gi18n-lib.h>

gboolean
pv_import_precedent (PvImportContext *ctx,
                     const PvImportRecord *record,
                     gint64 exercice,
                     PvImportFields *fields,
                     GError **error)
{
  const PvImportValue *value = pv_import_record_get (record, PV_FIELD_PRECEDENT);
  gint64 id = PV_INT_NULL;
  PvImportPlace place;

  if (value->state == PV_VALUE_NULL)
    pv_import_fields_set_int (fields, PV_COLUMN_DOSSIER_PRECEDENT, PV_INT_NULL);
  if (value->state != PV_VALUE_SET)
    return TRUE;

  if (!pv_registry_find_precedent (ctx->registry, value->text, exercice, &id, error))
    return FALSE;
  if (id != PV_INT_NULL)
    {
      pv_import_fields_set_int (fields, PV_COLUMN_DOSSIER_PRECEDENT, id);
      return TRUE;
    }

  pv_import_record_place (record, PV_FIELD_PRECEDENT, &place);
  pv_import_report_take (ctx->report, PV_IMPORT_WARNING, &place, "precedent-absent", value->raw,
                         g_strdup (_ ("No dossier of an earlier exercice has this number: import "
                                      "that year first, or correct the number.")));
  return TRUE;
}
