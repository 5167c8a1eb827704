/* pv-organisme-fusion.h: organismes that are one and the same
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "organisme/pv-organisme.h"

G_BEGIN_DECLS

typedef enum
{
  PV_FUSION_MOTIF_SIRET,
  PV_FUSION_MOTIF_RNA,
  PV_FUSION_MOTIF_NOM, /* folded name and commune */
} PvFusionMotif;

/**
 * PvFusion:
 * @garde_id: the one to keep: the one with most dossiers, then the oldest
 * @retire_id: the one to take away
 *
 * A proposed merge.
 */
typedef struct
{
  gint64 garde_id;
  gint64 retire_id;
  PvFusionMotif motif;
} PvFusion;

/**
 * pv_organisme_store_list_fusions:
 *
 * The doubles, by SIRET, then RNA, then folded name and commune. Two that have
 * different SIRETs are never proposed by name (two establishments are not one),
 * nor two whose RNAs differ. Each one to take away is proposed once.
 *
 * Returns: (transfer full) (element-type PvFusion)
 */
GArray *pv_organisme_store_list_fusions (PvDb *db, GError **error);

/**
 * pv_organisme_store_merge:
 *
 * Moves every reference of @retire_id to @garde_id (dossiers, depots, roles, pieces,
 * contacts, conventions, institutions, the payer with all that it finances, import
 * rows), fills what @garde_id does not know with what the other knows, and deletes
 * @retire_id. Inside the caller's transaction.
 */
gboolean pv_organisme_store_merge (PvDb *db, gint64 garde_id, gint64 retire_id, GError **error);

/**
 * pv_organisme_service_merge:
 *
 * The same as one action of the user, "organisme-merge".
 */
gboolean pv_organisme_service_merge (PvDb *db, gint64 garde_id, gint64 retire_id, GError **error);

G_END_DECLS
