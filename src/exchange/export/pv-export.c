/* pv-export.c: the files Progville can write
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "export/pv-export.h"

#include <glib/gi18n-lib.h>

#include "export/pv-synthese.h"
#include "pv-error.h"

struct _PvExportKind
{
  const char *id;
  const char *title;
  const char *extension;
  gboolean needs_institution;
  PvExportResult *(*run) (const PvExportRequest *request, GError **error);
};

static PvExportResult *
run_synthese (const PvExportRequest *request, GError **error)
{
  return pv_synthese_run (request, NULL, error);
}

static const PvExportKind kinds[] = {
  { "synthese", N_ ("Instruction workbook (Excel, eleven sheets)"), "xlsx", FALSE, run_synthese },
};

guint
pv_export_get_n_kinds (void)
{
  return G_N_ELEMENTS (kinds);
}

const PvExportKind *
pv_export_get_kind (guint index)
{
  g_return_val_if_fail (index < G_N_ELEMENTS (kinds), NULL);

  return &kinds[index];
}

const PvExportKind *
pv_export_find_kind (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_strcmp0 (kinds[i].id, id) == 0)
      return &kinds[i];

  return NULL;
}

const char *
pv_export_kind_get_id (const PvExportKind *kind)
{
  return kind->id;
}

const char *
pv_export_kind_get_title (const PvExportKind *kind)
{
  return _ (kind->title);
}

const char *
pv_export_kind_get_extension (const PvExportKind *kind)
{
  return kind->extension;
}

gboolean
pv_export_kind_needs_institution (const PvExportKind *kind)
{
  return kind->needs_institution;
}

PvExportResult *
pv_export_run (const PvExportKind *kind, const PvExportRequest *request, GError **error)
{
  g_return_val_if_fail (kind != NULL && request->db != NULL && request->path != NULL, NULL);

  if (kind->needs_institution && request->institution == NULL)
    {
      g_set_error (error, PV_EXCHANGE_ERROR, PV_EXCHANGE_ERROR_USAGE,
                   _ ("The export “%s” is about one institution: give its name"), kind->id);
      return NULL;
    }

  return kind->run (request, error);
}

void
pv_export_result_free (PvExportResult *result)
{
  g_ptr_array_unref (result->files);
  g_ptr_array_unref (result->warnings);
  g_free (result);
}
