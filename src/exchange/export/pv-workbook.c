/* pv-workbook.c: an Excel workbook that appears whole, or not at all
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "export/pv-workbook.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "export/pv-workbook-verify.h"
#include "pv-error.h"

static void
cut_free (PvWorkbookCut *cut)
{
  g_free (cut->feuille);
  g_free (cut->cellule);
  g_free (cut->colonne);
  g_free (cut);
}

PvWorkbook *
pv_workbook_new (const PvExportRequest *request,
                 const PvWorkbookLimits *limits,
                 gboolean constant_memory,
                 GError **error)
{
  g_autoptr (PvWorkbook) self = g_new0 (PvWorkbook, 1);
  g_autofree char *folder = g_path_get_dirname (request->path);
  lxw_workbook_options options = { .constant_memory = constant_memory, .tmpdir = folder };

  self->request = request;
  self->limits = *limits;
  self->cuts = g_ptr_array_new_with_free_func ((GDestroyNotify)cut_free);
  self->companions = g_ptr_array_new_with_free_func (g_free);
  self->result = g_new0 (PvExportResult, 1);
  self->result->files = g_ptr_array_new_with_free_func (g_free);
  self->result->warnings = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->result->files, g_strdup (request->path));

  self->partial = pv_export_make_partial (request->path, error);
  if (self->partial == NULL)
    return NULL;

  self->book = workbook_new_opt (self->partial, &options);
  if (self->book == NULL)
    {
      pv_export_set_write_error (error, request->path, g_strerror (ENOMEM));
      return NULL;
    }

  self->formats = pv_workbook_formats_new (self->book);
  return g_steal_pointer (&self);
}

/* libxlsxwriter leaves the rows it keeps on disk open when it is not asked to
 * write the file. */
static void
drop_book (lxw_workbook *book)
{
  lxw_worksheet *worksheet = NULL;

  STAILQ_FOREACH (worksheet, book->worksheets, list_pointers)
  if (worksheet->optimize_tmpfile != NULL)
    fclose (worksheet->optimize_tmpfile);

  lxw_workbook_free (book);
}

void
pv_workbook_free (PvWorkbook *self)
{
  if (self->book != NULL)
    drop_book (self->book);

  if (self->partial != NULL)
    g_unlink (self->partial);

  for (guint i = 0; i < self->companions->len; i++)
    g_unlink (self->companions->pdata[i]);

  g_free (self->partial);
  g_free (self->formats);
  g_free (self->contexte);
  g_free (self->pied);
  g_ptr_array_unref (self->cuts);
  g_ptr_array_unref (self->companions);
  g_clear_pointer (&self->result, pv_export_result_free);
  g_free (self);
}

gboolean
pv_workbook_report (PvWorkbook *self, const char *step, guint done_bp, GError **error)
{
  const PvExportRequest *request = self->request;

  if (g_cancellable_set_error_if_cancelled (request->cancellable, error))
    return FALSE;

  self->done_bp = MAX (self->done_bp, done_bp);
  if (request->progress != NULL)
    request->progress (step, self->done_bp, request->progress_data);

  return TRUE;
}

void
pv_workbook_set_properties (PvWorkbook *self, const char *title, const char *subject)
{
  lxw_doc_properties properties = {
    .title = (char *)title,
    .subject = (char *)subject,
    .company = (char *)"",
    .comments = (char *)"Progville " PV_VERSION,
    .created = (time_t)pv_clock_now_unix (pv_db_get_clock (self->request->db)),
  };

  workbook_set_properties (self->book, &properties);
}

const char *
pv_workbook_end (lxw_workbook *book)
{
  lxw_error code;

  errno = 0;
  code = workbook_close (book);
  if (code == LXW_NO_ERROR)
    return NULL;

  if (errno != 0 && (code == LXW_ERROR_CREATING_XLSX_FILE || code == LXW_ERROR_CREATING_TMPFILE ||
                     code == LXW_ERROR_READING_TMPFILE || code == LXW_ERROR_ZIP_FILE_OPERATION))
    return g_strerror (errno);

  return lxw_strerror (code);
}

static gboolean
close_book (PvWorkbook *self, GError **error)
{
  const char *reason = pv_workbook_end (g_steal_pointer (&self->book));
  g_autoptr (GError) local_error = NULL;

  if (reason != NULL)
    {
      pv_export_set_write_error (error, self->request->path, reason);
      return FALSE;
    }

  if (pv_workbook_verify (self->partial, self->request->cancellable, &local_error))
    return TRUE;

  if (g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_steal_pointer (&local_error));
  else
    pv_export_set_write_error (error, self->request->path,
                               _ ("what was written is not whole, the disk must be full"));

  return FALSE;
}

PvExportResult *
pv_workbook_finish (PvWorkbook *self, GError **error)
{
  GPtrArray *files = self->result->files;

  if (!close_book (self, error) || !pv_workbook_report (self, NULL, 9900, error))
    return NULL;

  /* the workbook comes last: when it is there, all of it is */
  for (guint i = 0; i < self->companions->len; i++)
    if (!pv_export_publish (self->companions->pdata[i], files->pdata[i + 1], error))
      {
        for (guint j = 0; j < i; j++)
          g_unlink (files->pdata[j + 1]);
        return NULL;
      }

  if (!pv_export_publish (self->partial, self->request->path, error))
    {
      for (guint i = 1; i < files->len; i++)
        g_unlink (files->pdata[i]);
      return NULL;
    }

  g_clear_pointer (&self->partial, g_free);
  g_ptr_array_set_size (self->companions, 0);
  pv_workbook_report (self, NULL, 10000, NULL);
  return g_steal_pointer (&self->result);
}
