/* pv-dossier-lot-store.h: the SQL of the actions on several dossiers
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dossier/pv-dossier-lot.h"

G_BEGIN_DECLS

/* @numero: (out) (transfer full): its number, %NULL when the dossier is gone */
gboolean pv_dossier_lot_store_get_statut (PvDb *db,
                                          gint64 id,
                                          char **numero,
                                          PvDossierStatut *statut,
                                          GError **error);

#define PV_N_DOSSIER_OBSTACLES 4

/**
 * PvDossierObstacles:
 * @numero: (nullable): %NULL when the dossier is gone
 * @obstacles: it is in the appel already; its number is taken there; it is on an agenda; the
 *   appel is of another year and the dossier has financements
 * @chapeau_id: itself when it is one, or that of which it is a part
 *
 * What may keep a dossier from another appel.
 */
typedef struct
{
  char *numero;
  gboolean obstacles[PV_N_DOSSIER_OBSTACLES];
  gint64 chapeau_id;
} PvDossierObstacles;

void pv_dossier_obstacles_free (PvDossierObstacles *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PvDossierObstacles, pv_dossier_obstacles_free)

PvDossierObstacles *pv_dossier_lot_store_get_obstacles (PvDb *db,
                                                        gint64 id,
                                                        gint64 appel_id,
                                                        gint64 exercice,
                                                        GError **error);

/* (transfer full) (element-type gint64): the keys of the parts of a chapeau */
GArray *pv_dossier_lot_store_list_parties (PvDb *db, gint64 chapeau_id, GError **error);

/* Adds what goes with one dossier. */
gboolean
pv_dossier_lot_store_add_pertes (PvDb *db, gint64 id, PvDossierPertes *pertes, GError **error);

G_END_DECLS
