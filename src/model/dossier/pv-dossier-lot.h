/* pv-dossier-lot.h: the actions of a user on several dossiers at once
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dossier/pv-dossier.h"
#include "pv-db.h"

G_BEGIN_DECLS

/*
 * Each `pv_dossier_service_…_many()` is one transaction, one group of the history,
 * one undo. It leaves none of @ids out silently: a dossier for which the action is
 * refused makes all of it fail. Callers first sort the dossiers with the matching
 * `pv_dossier_service_check_…_many()`, say who is refused and why, and give the others.
 *
 * Long for many dossiers: for a worker.
 */

/**
 * PvDossierRefus:
 * @raison: why, one sentence for the user
 *
 * A dossier for which an action is refused.
 */
typedef struct
{
  gint64 id;
  char *numero;
  char *raison;
} PvDossierRefus;

/**
 * pv_dossier_service_check_statut_many:
 * @ids: (element-type gint64): keys of dossiers, each once
 * @permis: (out) (transfer full) (element-type gint64): those that may move
 *
 * Returns: (transfer full) (element-type PvDossierRefus): the others, or %NULL with
 *   @error
 */
GPtrArray *pv_dossier_service_check_statut_many (PvDb *db,
                                                 const GArray *ids,
                                                 PvDossierStatut statut,
                                                 GArray **permis,
                                                 GError **error);

/**
 * pv_dossier_service_check_appel_many:
 *
 * The same for a move to another appel. Refused: its number is taken there (or by another
 * of @ids); it is a part, or detailed in parts, and they do not all move; it is on the agenda of
 * a committee; the appel is of another year and the dossier has financements, which
 * count in the envelopes of their year; it is in that appel already.
 */
GPtrArray *pv_dossier_service_check_appel_many (PvDb *db,
                                                const GArray *ids,
                                                gint64 appel_id,
                                                GArray **permis,
                                                GError **error);

/* The same for a deletion: see pv_dossier_service_delete(). */
GPtrArray *
pv_dossier_service_check_delete_many (PvDb *db, const GArray *ids, GArray **permis, GError **error);

/* @motif: (nullable): kept with each. Fails as pv_dossier_service_set_statut(). */
gboolean pv_dossier_service_set_statut_many (PvDb *db,
                                             const GArray *ids,
                                             PvDossierStatut statut,
                                             const char *motif,
                                             GError **error);

/* @referent_id: an agent, or %PV_INT_NULL; @n_changed: (out): those who had another. */
gboolean pv_dossier_service_set_referent_many (PvDb *db,
                                               const GArray *ids,
                                               gint64 referent_id,
                                               gint64 *n_changed,
                                               GError **error);

/**
 * pv_dossier_service_set_axe_many:
 * @noeud_id: a node, or %PV_INT_NULL for none
 * @n_changed: (out): those who had another
 *
 * Replaces the principal node; the secondary ones stay.
 */
gboolean pv_dossier_service_set_axe_many (PvDb *db,
                                          const GArray *ids,
                                          gint64 noeud_id,
                                          gint64 *n_changed,
                                          GError **error);

/* Moves to another appel, and its year. Fails as its check says. */
gboolean
pv_dossier_service_set_appel_many (PvDb *db, const GArray *ids, gint64 appel_id, GError **error);

gboolean pv_dossier_service_delete_many (PvDb *db, const GArray *ids, GError **error);

/**
 * PvDossierPertes:
 *
 * What goes with dossiers that are deleted.
 */
typedef struct
{
  gint64 financements;
  PvCents sollicite_cents;
  gint64 lignes_budget;
  gint64 instructions;
  gint64 pieces;
} PvDossierPertes;

gboolean pv_dossier_service_count_pertes (PvDb *db,
                                          const GArray *ids,
                                          PvDossierPertes *pertes,
                                          GError **error);

G_END_DECLS
