/* pv-decision-store.h: the SQL of pv-decision
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "seance/pv-decision.h"

G_BEGIN_DECLS

/* What each does: see PvEntite. Users go through pv-seance-service. */
gboolean pv_decision_store_insert (PvDb *db, PvDecision *decision, GError **error);
gboolean
pv_decision_store_update (PvDb *db, const PvDecision *decision, gboolean *changed, GError **error);
gboolean pv_decision_store_delete (PvDb *db, gint64 id, GError **error);
PvDecision *pv_decision_store_get (PvDb *db, gint64 id, GError **error);

/* Returns: (transfer full) (nullable): the last version; %NULL without error: none yet */
PvDecision *pv_decision_store_get_derniere (PvDb *db, gint64 seance_dossier_id, GError **error);

/* Returns: (transfer full) (element-type PvDecision): all versions, the first one first */
GPtrArray *pv_decision_store_list (PvDb *db, gint64 seance_dossier_id, GError **error);

/* @seance_dossier_id: (out): whose decision was made last, or %PV_INT_NULL */
gboolean pv_decision_store_find_derniere (PvDb *db,
                                          gint64 seance_id,
                                          gint64 *seance_dossier_id,
                                          GError **error);

/* @instant: (out) (transfer full) (nullable): of the last decision; %NULL: nothing decided */
gboolean pv_decision_store_get_dernier_instant (PvDb *db,
                                                gint64 seance_dossier_id,
                                                char **instant,
                                                GError **error);

/* @seance_id: (out): the next séance of the same effect that was closed with that dossier, or
 * %PV_INT_NULL */
gboolean pv_decision_store_find_suivante (PvDb *db,
                                          gint64 seance_dossier_id,
                                          gint64 *seance_id,
                                          GError **error);

/* How many sealed decisions put a dossier off to that séance. */
gboolean pv_decision_store_count_ajournes (PvDb *db, gint64 seance_id, gint64 *n, GError **error);

/* --- amounts ---------------------------------------------------------------------------- */

/**
 * PvDecisionMontant:
 * @montant_cents: %PV_CENTS_NULL: this payer has not answered (in a sealed copy alone)
 * @verrou: why the séance did not decide it (in a sealed copy alone)
 * @sollicite_cents, @propose_cents: as they stood when it was sealed
 */
typedef struct
{
  gint64 financement_id;
  PvCents montant_cents;
  PvSeanceVerrou verrou;
  PvCents sollicite_cents;
  PvCents propose_cents;
} PvDecisionMontant;

/* Returns: (transfer full) (element-type PvDecisionMontant): of one version, by financement */
GArray *pv_decision_store_list_montants (PvDb *db, gint64 decision_id, GError **error);

/* @cents: %PV_CENTS_NULL takes the row away */
gboolean pv_decision_store_set_montant (PvDb *db,
                                        gint64 decision_id,
                                        gint64 financement_id,
                                        PvCents cents,
                                        GError **error);

/* Inserts a line of a sealed copy. */
gboolean pv_decision_store_insert_montant (PvDb *db,
                                           gint64 decision_id,
                                           const PvDecisionMontant *montant,
                                           GError **error);

gboolean pv_decision_store_clear_montants (PvDb *db, gint64 decision_id, GError **error);

/* How many decisions bear that financement. */
gboolean
pv_decision_store_count_montants (PvDb *db, gint64 financement_id, gint64 *n, GError **error);

G_END_DECLS
