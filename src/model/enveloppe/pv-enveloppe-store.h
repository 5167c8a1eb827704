/* pv-enveloppe-store.h: the SQL of pv-enveloppe
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "enveloppe/pv-enveloppe.h"

G_BEGIN_DECLS

/* What each does: see PvEntite. A parent that financements consume is refused
 * (%PV_RULE_ERROR_REFUSED). */
gboolean pv_enveloppe_store_insert (PvDb *db, PvEnveloppe *enveloppe, GError **error);
gboolean pv_enveloppe_store_update (PvDb *db,
                                    const PvEnveloppe *enveloppe,
                                    gboolean *changed,
                                    GError **error);
gboolean pv_enveloppe_store_delete (PvDb *db, gint64 id, GError **error);
PvEnveloppe *pv_enveloppe_store_get (PvDb *db, gint64 id, GError **error);

/**
 * pv_enveloppe_store_get_situation:
 * @situation: (out caller-allocates): of a leaf, or of a parent: the sum of its leaves
 */
gboolean pv_enveloppe_store_get_situation (PvDb *db,
                                           gint64 id,
                                           PvEnveloppeSituation *situation,
                                           GError **error);

/* Whether nothing is below it: only then may a financement be put on it. */
gboolean pv_enveloppe_store_is_feuille (PvDb *db, gint64 id, gboolean *feuille, GError **error);

/* Whether @id is @enveloppe_id, or above it. */
gboolean pv_enveloppe_store_is_above (PvDb *db,
                                      gint64 id,
                                      gint64 enveloppe_id,
                                      gboolean *above,
                                      GError **error);

/* How many financements it bears, or one of its parts. */
gboolean pv_enveloppe_store_count_financements (PvDb *db, gint64 id, gint64 *n, GError **error);

/* How many envelopes are parts of it. */
gboolean pv_enveloppe_store_count_parties (PvDb *db, gint64 id, gint64 *n, GError **error);

/* How many limits of other envelopes are computed on it. */
gboolean pv_enveloppe_store_count_limites (PvDb *db, gint64 id, gint64 *n, GError **error);

/**
 * pv_enveloppe_store_find:
 * @section: %PV_SECTION_NULL matches an envelope of both sections only
 * @libelle: compared exactly
 */
gboolean pv_enveloppe_store_find (PvDb *db,
                                  gint64 dispositif_id,
                                  gint64 exercice,
                                  PvSection section,
                                  const char *libelle,
                                  gint64 *id,
                                  GError **error);

/**
 * pv_enveloppe_store_find_feuille:
 *
 * The only leaf open for that line of credits, year and section (one that says no
 * section takes both); %PV_INT_NULL when there is none, or several to choose from.
 */
gboolean pv_enveloppe_store_find_feuille (PvDb *db,
                                          gint64 dispositif_id,
                                          gint64 exercice,
                                          PvSection section,
                                          gint64 *id,
                                          GError **error);

/**
 * pv_enveloppe_store_list:
 * @exercice: a year, or %PV_INT_NULL for all
 *
 * Returns: (transfer full) (element-type PvEnveloppe): by year, line of credits, key
 */
GPtrArray *pv_enveloppe_store_list (PvDb *db, gint64 exercice, GError **error);

G_END_DECLS
