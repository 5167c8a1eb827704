/* pv-export.c: the files Progville can write
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "export/pv-export.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

#include "document/pv-document-export.h"
#include "export/pv-bilan-classeur.h"
#include "export/pv-egalite-export.h"
#include "export/pv-scdl.h"
#include "export/pv-seance-export.h"
#include "export/pv-synthese.h"
#include "pv-error.h"

struct _PvExportKind
{
  const char *id;
  const char *title;
  const char *extension;
  gboolean needs_institution;
  gboolean needs_seance;
  const char *other_extension;
  PvExportResult *(*run) (const PvExportRequest *request, GError **error);
};

static PvExportResult *
run_synthese (const PvExportRequest *request, GError **error)
{
  return pv_synthese_run (request, NULL, error);
}

static const PvExportKind kinds[] = {
  { "synthese", N_ ("Instruction workbook (Excel, eleven sheets)"), "xlsx", FALSE, FALSE, NULL,
    run_synthese },
  { "bilan", N_ ("Bilan of the programming (Excel: a page to print, year over year)"), "xlsx",
    FALSE, FALSE, NULL, pv_bilan_classeur_run },
  { "egalite", N_ ("Equality workbook (Excel: analysis, dossiers, holders to accompany)"), "xlsx",
    FALSE, FALSE, NULL, pv_egalite_export_run },
  { "seance",
    N_ ("Procès-verbal of a séance (PDF, or Excel: decisions, amounts, presence, "
        "envelopes, rectifications)"),
    "pdf", FALSE, TRUE, "xlsx", pv_seance_export_run },
  { "scdl", N_ ("Essential data of grants, to publish (CSV, SCDL 2.1.1)"), "csv", FALSE, FALSE,
    NULL, pv_scdl_run },
  { "fiche", N_ ("Fiches of dossiers (PDF)"), "pdf", FALSE, FALSE, NULL, pv_fiche_export_run },
  { "lettres",
    N_ ("Letters and conventions, from a template (PDF; without this end, a folder of PDF files)"),
    "pdf", FALSE, FALSE, NULL, pv_lettres_export_run },
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

gboolean
pv_export_kind_needs_seance (const PvExportKind *kind)
{
  return kind->needs_seance;
}

gboolean
pv_export_kind_is_publication (const PvExportKind *kind)
{
  return kind->run == pv_scdl_run;
}

gboolean
pv_export_kind_compares_exercices (const PvExportKind *kind)
{
  return kind->run == pv_bilan_classeur_run;
}

gboolean
pv_export_kind_takes_dossiers (const PvExportKind *kind)
{
  return kind->run == pv_fiche_export_run || kind->run == pv_lettres_export_run;
}

gboolean
pv_export_kind_takes_modele (const PvExportKind *kind)
{
  return kind->run == pv_lettres_export_run;
}

const char *
pv_export_kind_get_other_extension (const PvExportKind *kind)
{
  return kind->other_extension;
}

/* The write-ahead log and index that SQLite keeps beside @programme. */
static gboolean
is_beside (const GStatBuf *target, const char *programme)
{
  static const char *const suffixes[] = { "-wal", "-shm", "-journal" };

  for (gsize i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *path = g_strconcat (programme, suffixes[i], NULL);
      GStatBuf found;

      if (g_stat (path, &found) == 0 && found.st_dev == target->st_dev &&
          found.st_ino == target->st_ino)
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_database (const char *path)
{
  static const char magic[16] = "SQLite format 3";
  char head[sizeof magic];
  FILE *file = g_fopen (path, "rb");
  gboolean found = file != NULL && fread (head, 1, sizeof head, file) == sizeof head &&
                   memcmp (head, magic, sizeof magic) == 0;

  if (file != NULL)
    fclose (file);

  return found;
}

/* An export replaces the file of that name: never a programme, this one or
 * another, nor a device such as /dev/null. */
static gboolean
check_target (const PvExportRequest *request, GError **error)
{
  g_autofree char *name = g_filename_display_name (request->path);
  GStatBuf target;

  if (g_stat (request->path, &target) != 0 || S_ISDIR (target.st_mode))
    return TRUE; /* the writer says what is wrong, if anything */
  if (!S_ISREG (target.st_mode))
    {
      g_set_error (error, PV_EXCHANGE_ERROR, PV_EXCHANGE_ERROR_WRITE,
                   _ ("“%s” is not a file: choose another name for the export"), name);
      return FALSE;
    }
  if (is_database (request->path) || is_beside (&target, pv_db_get_path (request->db)))
    {
      g_set_error (error, PV_EXCHANGE_ERROR, PV_EXCHANGE_ERROR_WRITE,
                   _ ("“%s” is a programme file, which an export would destroy: choose another "
                      "name for the export"),
                   name);
      return FALSE;
    }

  return TRUE;
}

/* libxlsxwriter writes numbers with printf: in a French session their decimal
 * comma would make a workbook that no program reads. Of this thread only. */
static PvExportResult *
run_with_dots (const PvExportRequest *request,
               PvExportFunc func,
               gpointer user_data,
               GError **error)
{
  locale_t session = uselocale ((locale_t)0);
  locale_t dots = newlocale (LC_NUMERIC_MASK, "C", duplocale (session));
  PvExportResult *result = NULL;

  uselocale (dots);
  result = func (request, user_data, error);
  uselocale (session);
  freelocale (dots);

  return result;
}

static PvExportResult *
run_kind (const PvExportRequest *request, gpointer user_data, GError **error)
{
  const PvExportKind *kind = user_data;

  return kind->run (request, error);
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

  if (kind->needs_seance && request->seance_id == 0)
    {
      g_set_error (error, PV_EXCHANGE_ERROR, PV_EXCHANGE_ERROR_USAGE,
                   _ ("The export “%s” is about one séance: say which"), kind->id);
      return NULL;
    }

  if (!pv_export_kind_is_publication (kind) && (request->attribuant != NULL || request->tout))
    {
      g_set_error (error, PV_EXCHANGE_ERROR, PV_EXCHANGE_ERROR_USAGE,
                   _ ("The export “%s” is not a publication of grants: it takes neither a funder "
                      "nor all of them"),
                   kind->id);
      return NULL;
    }

  if (!check_target (request, error))
    return NULL;

  return run_with_dots (request, run_kind, (gpointer)kind, error);
}

PvExportResult *
pv_export_run_func (const PvExportRequest *request,
                    PvExportFunc func,
                    gpointer user_data,
                    GError **error)
{
  g_return_val_if_fail (request->db != NULL && request->path != NULL && func != NULL, NULL);

  return check_target (request, error) ? run_with_dots (request, func, user_data, error) : NULL;
}

void
pv_export_result_free (PvExportResult *result)
{
  g_ptr_array_unref (result->files);
  g_ptr_array_unref (result->warnings);
  g_free (result);
}
