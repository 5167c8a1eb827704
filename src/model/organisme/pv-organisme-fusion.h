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
 * nor two whose RNAs differ. Each one to take away is proposed once. What
 * pv_organisme_store_dismiss_fusion() put aside is left out.
 *
 * Returns: (transfer full) (element-type PvFusion)
 */
GArray *pv_organisme_store_list_fusions (PvDb *db, GError **error);

/**
 * pv_organisme_store_dismiss_fusion:
 *
 * Remembers, in the file, that the two are not one: the pair is proposed no more.
 */
gboolean pv_organisme_store_dismiss_fusion (PvDb *db, gint64 a_id, gint64 b_id, GError **error);

/**
 * pv_organisme_complete:
 *
 * What @garde does not know is taken from @retire. An address known by halves is not
 * mixed: the commune goes with its name; a SIRET that is valid makes a declared one
 * useless.
 */
void pv_organisme_complete (PvOrganisme *garde, const PvOrganisme *retire);

/* What hangs on an organisme, and moves with a merge. */
typedef enum
{
  PV_FUSION_DOSSIERS, /* that it carries */
  PV_FUSION_ROLES,    /* other roles than the porteur's */
  PV_FUSION_DEPOTS,
  PV_FUSION_CONTACTS,
  PV_FUSION_PIECES,
  PV_FUSION_CONVENTIONS,
  PV_FUSION_FINANCEMENTS, /* that it pays */
} PvFusionPart;

#define PV_N_FUSION_PARTS 7

/**
 * PvFusionApercu:
 * @resultat: what @garde becomes
 * @parts_garde, @parts_retire: how many of each there are now
 *
 * What a merge would do.
 */
typedef struct
{
  PvOrganisme *garde;
  PvOrganisme *retire;
  PvOrganisme *resultat;
  gint64 parts_garde[PV_N_FUSION_PARTS];
  gint64 parts_retire[PV_N_FUSION_PARTS];
} PvFusionApercu;

void pv_fusion_apercu_free (PvFusionApercu *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PvFusionApercu, pv_fusion_apercu_free)

/* Returns: (transfer full): %PV_RULE_ERROR_NOT_FOUND when one of the two is gone. */
PvFusionApercu *
pv_organisme_store_preview_merge (PvDb *db, gint64 garde_id, gint64 retire_id, GError **error);

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
