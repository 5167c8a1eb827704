/* pv-seance-export.c: the minutes of a séance, printed or as a workbook
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "export/pv-seance-export.h"

#include <glib/gi18n-lib.h>

#include "pv-error.h"
#include "pv/pv-proces-verbal-pdf.h"
#include "seance/pv-proces-verbal-store.h"

static gboolean
ends_in (const char *path, const char *suffix)
{
  g_autofree char *small = g_ascii_strdown (path, -1);

  return g_str_has_suffix (small, suffix);
}

gboolean
pv_seance_export_accepts (const char *path)
{
  g_return_val_if_fail (path != NULL, FALSE);

  return ends_in (path, ".pdf") || ends_in (path, ".xlsx");
}

static PvExportResult *
run (const PvExportRequest *request, GError **error)
{
  g_autoptr (PvProcesVerbal) pv =
      pv_proces_verbal_store_load (request->db, request->seance_id, error);

  if (pv == NULL)
    return NULL;

  return ends_in (request->path, ".pdf") ? pv_proces_verbal_pdf_run (request, pv, error)
                                         : pv_seance_classeur_run (request, pv, error);
}

PvExportResult *
pv_seance_export_run (const PvExportRequest *request, GError **error)
{
  PvExportResult *result = NULL;

  if (!pv_seance_export_accepts (request->path))
    {
      g_autofree char *name = g_filename_display_basename (request->path);

      g_set_error (error, PV_EXCHANGE_ERROR, PV_EXCHANGE_ERROR_USAGE,
                   _ ("“%s”: a procès-verbal is a file in .pdf or in .xlsx; end its name so"),
                   name);
      return NULL;
    }
  if (!pv_db_begin_snapshot (request->db, error))
    return NULL;

  pv_db_set_cancellable (request->db, request->cancellable);
  result = run (request, error);
  pv_db_set_cancellable (request->db, NULL);
  pv_db_end_snapshot (request->db);

  return result;
}

gboolean
pv_seance_export_compter (PvDb *db, gint64 seance_id, gint64 *lignes, GError **error)
{
  g_autoptr (PvProcesVerbal) pv = pv_proces_verbal_store_load (db, seance_id, error);

  if (pv == NULL)
    return FALSE;

  lignes[PV_SEANCE_FEUILLE_DECISIONS] = lignes[PV_SEANCE_FEUILLE_MONTANTS] = pv->dossiers->len;
  lignes[PV_SEANCE_FEUILLE_PRESENCES] = pv->presences->len;
  lignes[PV_SEANCE_FEUILLE_ENVELOPPES] = pv->enveloppes->len;
  lignes[PV_SEANCE_FEUILLE_RECTIFICATIONS] = 0;
  for (guint i = 0; i < pv->dossiers->len; i++)
    {
      guint versions = ((const PvProcesVerbalDossier *)pv->dossiers->pdata[i])->versions->len;

      if (versions > 1)
        lignes[PV_SEANCE_FEUILLE_RECTIFICATIONS] += versions;
    }

  return TRUE;
}
