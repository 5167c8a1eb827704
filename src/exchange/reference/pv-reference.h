/* pv-reference.h: a new programme file with the reference data
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "appel/pv-appel.h"
#include "commun/pv-section.h"
#include "pv-db.h"

G_BEGIN_DECLS

/**
 * PvReferenceEnveloppe:
 * @dispositif: code of its line of credits
 * @section: %PV_SECTION_NULL: both
 * @montant_cents: %PV_CENTS_NULL: not notified yet
 *
 * An envelope a new file begins with.
 */
typedef struct
{
  const char *dispositif;
  PvSection section;
  PvCents montant_cents;
} PvReferenceEnveloppe;

/**
 * PvReferenceChoice:
 * @contrat: (nullable): national code of the contrat de ville; it chooses the
 *   communes, quartiers and frames of its territory. %NULL: those of all
 *   territories that data/reference knows
 * @cadre: (nullable): the frame that dossiers are sorted by; %NULL: the
 *   nomenclature of programme 147, which every file has
 * @exercice: the year the file is about, or %PV_INT_NULL
 * @contrat_nom: (nullable): how the contrat is called, when data/reference does not know it
 * @contrat_epci: (nullable): who leads that contrat
 * @dispositifs: (nullable) (array zero-terminated=1): codes of the lines of credits that
 *   are kept; %NULL: those of all payers of the territory
 * @financeurs: (nullable) (array zero-terminated=1): names of the payers that are kept,
 *   with their lines of credits; %NULL: all those of the territory
 * @appel: (nullable): the first call; its contrat and year are set
 * @enveloppes: (nullable) (array length=n_enveloppes): of kept lines of credits
 */
typedef struct
{
  const char *contrat;
  const char *cadre;
  gint64 exercice;
  const char *contrat_nom;
  const char *contrat_epci;
  const char *const *financeurs;
  const char *const *dispositifs;
  PvAppel *appel;
  const PvReferenceEnveloppe *enveloppes;
  gsize n_enveloppes;
} PvReferenceChoice;

/**
 * pv_reference_create_programme:
 * @path: where the file goes; it must not exist
 * @agent: (nullable): who makes it
 *
 * Creates a programme file with its contrat, its first call, frames, territory, payers and
 * lines of credits, envelopes, accounts, thresholds, kinds of pieces and transversal axes, in one
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
