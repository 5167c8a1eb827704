/* pv-import-budget.c: the budget of a dossier
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pv-import-merge.h"

#include <glib/gi18n-lib.h>

static gboolean
has_compte (GArray *wanted, gint64 compte)
{
  for (guint i = 0; i < wanted->len; i++)
    {
      if (g_array_index (wanted, PvImportFields, i).numbers[PV_COLUMN_BUDGET_COMPTE] == compte)
        return TRUE;
    }

  return FALSE;
}

gboolean
pv_import_budget (PvImportContext *ctx,
                  const PvImportRecord *record,
                  gint64 dossier,
                  gboolean existing,
                  GError **error)
{
  const PvImportPart *part = g_ptr_array_index (record->parts, 0);
  g_autoptr (GArray) wanted = NULL;
  PvImportPlace place;

  if (part->mapping->column_of[PV_FIELD_BUDGET] < 0)
    return TRUE;

  wanted = g_array_new (FALSE, FALSE, sizeof (PvImportFields));
  for (guint i = 0; i < part->mapping->columns->len; i++)
    {
      const PvMappedColumn *column = g_ptr_array_index (part->mapping->columns, i);
      const PvImportValue *value = &part->values[i];
      gint64 compte = PV_INT_NULL;
      PvImportFields fields;

      if (column->field != PV_FIELD_BUDGET || value->state != PV_VALUE_SET)
        continue;
      if (column->detail != NULL)
        compte = pv_registry_compte (ctx->registry, column->detail);
      if (compte == PV_INT_NULL)
        {
          pv_import_part_place (part, i, &place);
          pv_import_report_take (ctx->report, PV_IMPORT_WARNING, &place, "compte-inconnu",
                                 value->raw, g_strdup (_ ("The budget plan has no such account.")));
          continue;
        }
      if (has_compte (wanted, compte))
        {
          pv_import_part_place (part, i, &place);
          pv_import_report_take (ctx->report, PV_IMPORT_WARNING, &place, "compte-double",
                                 value->raw,
                                 g_strdup (_ ("Another column of this row gives the same account "
                                              "of the budget: the first one is kept. Choose which "
                                              "of the two to read.")));
          continue;
        }
      pv_import_fields_init (&fields);
      fields.source = (int)i;
      pv_import_fields_set_int (&fields, PV_COLUMN_BUDGET_DOSSIER, dossier);
      pv_import_fields_set_int (&fields, PV_COLUMN_BUDGET_COMPTE, compte);
      pv_import_fields_set_int (&fields, PV_COLUMN_BUDGET_PREVU, value->number);
      g_array_append_val (wanted, fields);
    }

  pv_import_record_place (record, PV_FIELD_BUDGET, &place);
  return pv_import_children_merge (ctx, PV_IMPORT_TABLE_BUDGET, dossier, existing, wanted,
                                   PV_COLUMN_BUDGET_COMPTE, &place, error);
}
