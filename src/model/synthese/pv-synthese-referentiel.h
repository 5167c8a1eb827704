/* pv-synthese-referentiel.h: the names that many rows share, held in memory
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "pv-db.h"

G_BEGIN_DECLS

/**
 * PvSyntheseReferentiel:
 *
 * Nodes of the frames, quartiers and communes: a few thousand names at most,
 * whatever the number of dossiers.
 */
typedef struct _PvSyntheseReferentiel PvSyntheseReferentiel;

PvSyntheseReferentiel *pv_synthese_referentiel_load (PvDb *db, GError **error);
void pv_synthese_referentiel_free (PvSyntheseReferentiel *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PvSyntheseReferentiel, pv_synthese_referentiel_free)

/**
 * pv_synthese_make_nom_court:
 * @code: (nullable)
 * @max: characters at most
 *
 * Returns: (transfer full): « E4 · Œuvrer pour le vivre ensemble… »: the code
 *   first, the label cut between words when it is too long
 */
char *pv_synthese_make_nom_court (const char *code, const char *libelle, guint max);

/* (nullable): the short name of the root a node stands under, « axe » in
 * reports; none for a node of a frame that is not the principal one. */
const char *pv_synthese_referentiel_get_axe (const PvSyntheseReferentiel *self, gint64 noeud_id);

/* (nullable): the label of a node that is not an axe. */
const char *pv_synthese_referentiel_get_objectif (const PvSyntheseReferentiel *self,
                                                  gint64 noeud_id);

/* (nullable): name of a quartier, with its code. */
const char *pv_synthese_referentiel_get_quartier (const PvSyntheseReferentiel *self, gint64 id);

/* (element-type gint64) (nullable): the communes a quartier spans. */
const GArray *pv_synthese_referentiel_get_communes (const PvSyntheseReferentiel *self,
                                                    gint64 quartier_id);

/* (nullable): name of a commune. */
const char *pv_synthese_referentiel_get_commune (const PvSyntheseReferentiel *self, gint64 id);

G_END_DECLS
