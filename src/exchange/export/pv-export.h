/* pv-export.h: the files Progville can write, and how to ask for one
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "commun/pv-filtre.h"
#include "pv-db.h"

G_BEGIN_DECLS

/**
 * PvExportKind:
 *
 * One kind of file. Those that exist, and no others, are in the registry.
 */
typedef struct _PvExportKind PvExportKind;

guint pv_export_get_n_kinds (void);
const PvExportKind *pv_export_get_kind (guint index);

/**
 * pv_export_find_kind:
 *
 * Returns: (nullable): the kind of that id, such as `synthese`
 */
const PvExportKind *pv_export_find_kind (const char *id);

/* ASCII id of the command line. */
const char *pv_export_kind_get_id (const PvExportKind *kind);

/* What it is, in the user's language. */
const char *pv_export_kind_get_title (const PvExportKind *kind);

/* Usual extension of the file, without a dot: `xlsx`. */
const char *pv_export_kind_get_extension (const PvExportKind *kind);

/* Whether the kind is about one institution, and must be given its name. */
gboolean pv_export_kind_needs_institution (const PvExportKind *kind);

/* Whether the kind is about one séance, and must be given it: the filter does not count. */
gboolean pv_export_kind_needs_seance (const PvExportKind *kind);

/* Whether it may be about one payer, and about the grants that the law does not ask for. */
gboolean pv_export_kind_is_publication (const PvExportKind *kind);

/* Whether it puts exercices side by side: it says most of the whole programme. */
gboolean pv_export_kind_compares_exercices (const PvExportKind *kind);

/* Whether it may be about some dossiers alone, instead of all those of the filter. */
gboolean pv_export_kind_takes_dossiers (const PvExportKind *kind);

/* Whether it is made from a template. */
gboolean pv_export_kind_takes_modele (const PvExportKind *kind);

/* (nullable): another extension it writes as well, when the name of the file ends so. */
const char *pv_export_kind_get_other_extension (const PvExportKind *kind);

/**
 * PvExportProgress:
 * @step: (nullable): what is being written, such as the name of a sheet
 * @done_bp: how much is done, 0 to 10000; it never goes back
 */
typedef void (*PvExportProgress) (const char *step, guint done_bp, gpointer user_data);

/**
 * PvExportRequest:
 * @db: the programme file; it is only read, in one snapshot
 * @filtre: which dossiers
 * @institution: (nullable): name of the institution, for the kinds that need it
 * @seance_id: the séance, for the kinds that need it; 0: none
 * @attribuant: (nullable): name or SIRET of the only payer, for a publication
 * @attribuant_id: its key, when it is known: two payers may be of one name; 0: the name says it
 * @tout: whether a publication holds what the law does not ask for too
 * @dossiers: (array length=n_dossiers) (nullable): keys of dossiers, for the kinds that take
 *   them: these alone; %NULL: all those of the filter
 * @modele: (nullable): for the kinds made from a template: its name, or its genre
 * @path: where the file goes. A file that is there is replaced at the very end
 * @progress: (nullable): told from time to time
 * @cancellable: (nullable): leaves nothing behind
 */
typedef struct
{
  PvDb *db;
  PvFiltre filtre;
  const char *institution;
  gint64 seance_id;
  const gint64 *dossiers;
  guint n_dossiers;
  const char *modele;
  const char *attribuant;
  gint64 attribuant_id;
  gboolean tout;
  const char *path;
  PvExportProgress progress;
  gpointer progress_data;
  GCancellable *cancellable;
} PvExportRequest;

/**
 * PvExportResult:
 * @files: (element-type filename): what was written, the file asked for first
 * @warnings: (element-type utf8): one sentence each, in the user's language:
 *   what did not fit a limit of the format and where it is instead
 * @n_dossiers: dossiers written, chapeaux left out
 * @n_financements: financements written; -1: they are not counted
 */
typedef struct
{
  GPtrArray *files;
  GPtrArray *warnings;
  gint64 n_dossiers;
  gint64 n_financements;
} PvExportResult;

/**
 * pv_export_run:
 *
 * Writes the file beside its final name, syncs it, then renames it: there is
 * never half a file under @request's path, and nothing is left after an error
 * or a cancellation.
 *
 * Errors: %PV_EXCHANGE_ERROR_WRITE (folder missing, no permission, disk full),
 * %PV_EXCHANGE_ERROR_USAGE (institution or séance missing or unknown), %G_IO_ERROR_CANCELLED,
 * and those of the programme file.
 *
 * Returns: (transfer full): the result, or %NULL with an error
 */
PvExportResult *
pv_export_run (const PvExportKind *kind, const PvExportRequest *request, GError **error);

/**
 * PvExportFunc:
 *
 * Writes a file that is not of the registry.
 */
typedef PvExportResult *(*PvExportFunc) (const PvExportRequest *request,
                                         gpointer user_data,
                                         GError **error);

/* As pv_export_run(), for such a file: with the same care for what it replaces. */
PvExportResult *pv_export_run_func (const PvExportRequest *request,
                                    PvExportFunc func,
                                    gpointer user_data,
                                    GError **error);

void pv_export_result_free (PvExportResult *result);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PvExportResult, pv_export_result_free)

G_END_DECLS
