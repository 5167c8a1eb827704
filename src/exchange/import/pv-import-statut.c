/* pv-import-statut.c: the status that a row gives its dossier
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pv-import-merge.h"

#include <glib/gi18n-lib.h>

#include "bilan/pv-bilan-accord.h"
#include "dossier/pv-dossier-statut.h"

void
pv_import_read_statut (PvImportContext *ctx,
                       const PvImportRecord *record,
                       PvImportFields *fields,
                       gboolean existing)
{
  const PvImportValue *value = pv_import_record_get (record, PV_FIELD_STATUT);
  PvImportPlace place;

  if (value->state == PV_VALUE_SET)
    {
      pv_import_fields_set_text (fields, PV_COLUMN_DOSSIER_STATUT, value->text);
      pv_import_fields_set_text (fields, PV_COLUMN_DOSSIER_STATUT_DECLARE, NULL);
      return;
    }
  if (!existing)
    pv_import_fields_set_text (fields, PV_COLUMN_DOSSIER_STATUT, ctx->profile->status);
  if (value->raw == NULL || *value->raw == '\0' || value->state == PV_VALUE_NULL)
    return;

  pv_import_fields_set_text (fields, PV_COLUMN_DOSSIER_STATUT_DECLARE, value->raw);
  pv_import_record_place (record, PV_FIELD_STATUT, &place);
  pv_import_report_take (ctx->report, PV_IMPORT_INFO, &place, "statut-declare", value->raw,
                         g_strdup (_ ("No status of ours is exactly this one: kept as stated.")));
}

gboolean
pv_import_check_statut (PvImportContext *ctx,
                        const PvImportRecord *record,
                        const PvImportFields *current,
                        PvImportFields *fields,
                        GError **error)
{
  const char *wanted = fields->texts[PV_COLUMN_DOSSIER_STATUT];
  g_autofree char *reason = NULL;
  PvDossierStatut statut;
  PvImportPlace place;
  PvDb *db;

  if (!PV_IMPORT_HAS (fields, PV_COLUMN_DOSSIER_STATUT) ||
      g_strcmp0 (wanted, current->texts[PV_COLUMN_DOSSIER_STATUT]) == 0 ||
      !pv_dossier_statut_from_id (wanted, &statut))
    return TRUE;
  db = pv_import_store_get_db (ctx->store, error);
  if (db == NULL || !pv_bilan_accord_get_refus (db, current->id, statut, &reason, error))
    return FALSE;
  if (reason == NULL)
    return TRUE;

  fields->set &= ~(1u << PV_COLUMN_DOSSIER_STATUT);
  pv_import_fields_set_text (fields, PV_COLUMN_DOSSIER_STATUT_DECLARE,
                             pv_import_record_get (record, PV_FIELD_STATUT)->raw);
  pv_import_record_place (record, PV_FIELD_STATUT, &place);
  pv_import_report_take (ctx->report, PV_IMPORT_WARNING, &place, "statut-retenu",
                         pv_import_record_get (record, PV_FIELD_STATUT)->raw,
                         g_steal_pointer (&reason));

  return TRUE;
}
