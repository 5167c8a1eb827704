/* pv-scdl.h: the essential data of grants, as the law publishes them
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "export/pv-export.h"
#include "export/pv-scdl-rapport.h"

G_BEGIN_DECLS

/**
 * PvScdl:
 * @lignes: (element-type utf8): lines of CSV, in the order of their text: the same data give the
 *   same file, byte for byte
 * @rapport: what is not written, or is to check
 * @n_dossiers: dossiers that have a line
 * @total_cents: sum of the amounts written
 */
typedef struct
{
  GPtrArray *lignes;
  PvScdlRapport *rapport;
  gint64 n_dossiers;
  gint64 total_cents;
} PvScdl;

/**
 * pv_scdl_compose:
 * @request: its `attribuant` is the name or the SIRET of one payer, and `attribuant_id` its key
 * when it is known; without them, all the public ones; with `tout`, the grants below the threshold
 * and those to public bodies too
 *
 * One line per decision of a public payer for a body: the financements of a dossier that differ
 * by their amount only (two schemes of one payer, one decision) are one line.
 *
 * By default, what the law asks: a grant to a private-law body that gets from this payer, in the
 * year, more than the threshold in force on the day of the decision (loi n° 2000-321, art. 10;
 * décret n° 2017-779). Every line passes the rules of the schema; one that cannot is in the report.
 *
 * Errors: %PV_EXCHANGE_ERROR_USAGE for a payer that is not there; cancellation; the file.
 *
 * Returns: (transfer full): %NULL with @error
 */
PvScdl *pv_scdl_compose (const PvExportRequest *request, GError **error);
void pv_scdl_free (PvScdl *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PvScdl, pv_scdl_free)

/* Writes it: UTF-8, comma, a header line. The report goes to the warnings of the result. */
PvExportResult *pv_scdl_run (const PvExportRequest *request, GError **error);

G_END_DECLS
