/* pv-dossier-historique.h: what happened to a dossier, in words
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "pv-history.h"

G_BEGIN_DECLS

/**
 * PvDossierEvenement:
 * @lignes: (element-type utf8): what it changed of the dossier and of its own: budget,
 *   financements, territories…, one sentence each, with the old and the new value
 *
 * One action on a dossier.
 */
typedef struct
{
  PvHistoryGroup *group;
  GPtrArray *lignes;
} PvDossierEvenement;

/**
 * pv_dossier_historique_list:
 * @limit: at most so many actions
 *
 * The actions that touched a dossier, newest first. Not for the main thread.
 *
 * Returns: (transfer full) (element-type PvDossierEvenement)
 */
GPtrArray *pv_dossier_historique_list (PvDb *db, gint64 dossier_id, guint limit, GError **error);

G_END_DECLS
