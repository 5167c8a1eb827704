/* pv-reference.h: a new programme file with the reference data
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "pv-db.h"

G_BEGIN_DECLS

/**
 * PvReferenceChoice:
 * @contrat: (nullable): national code of the contrat de ville; it chooses the
 *   communes, quartiers and frames of its territory. %NULL: those of all
 *   territories that data/reference knows
 * @cadre: (nullable): the frame that dossiers are sorted by; %NULL: the
 *   nomenclature of programme 147, which every file has
 * @exercice: the year the file is about, or %PV_INT_NULL
 */
typedef struct
{
  const char *contrat;
  const char *cadre;
  gint64 exercice;
} PvReferenceChoice;

/**
 * pv_reference_create_programme:
 * @path: where the file goes; it must not exist
 * @agent: (nullable): who makes it
 *
 * Creates a programme file with its contrat, frames, territory, payers and
 * lines of credits, accounts, thresholds, kinds of pieces and transversal axes, in one
 * history group. Nothing is left of a file that could not be completed.
 *
 * Errors: #PV_DB_ERROR; %PV_RULE_ERROR_INVALID for a contrat that is no code,
 * %PV_RULE_ERROR_NOT_FOUND for a frame that data/reference does not have.
 *
 * Returns: (transfer full): the open file
 */
PvDb *pv_reference_create_programme (const char *path,
                                     const PvReferenceChoice *choice,
                                     PvClock *clock,
                                     const char *agent,
                                     GError **error);

G_END_DECLS
