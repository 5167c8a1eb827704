/* pv-dossier-lien-store.h: the SQL of pv-dossier-lien
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dossier/pv-dossier-lien.h"
#include "pv-db.h"

G_BEGIN_DECLS

/*
 * `add` writes one row (for bulk work, reads nothing). `set` makes the rows of a
 * dossier what is given: those that are there already stay as they are, so that
 * the history shows only what changed. `list` gives an array of the struct, in
 * order of entry (nodes: the principal first).
 */
gboolean pv_dossier_store_add_territoire (PvDb *db,
                                          gint64 dossier_id,
                                          const PvDossierTerritoire *territoire,
                                          GError **error);
gboolean pv_dossier_store_set_territoires (PvDb *db,
                                           gint64 dossier_id,
                                           const PvDossierTerritoire *territoires,
                                           guint n,
                                           gboolean *changed,
                                           GError **error);
GArray *pv_dossier_store_list_territoires (PvDb *db, gint64 dossier_id, GError **error);

gboolean pv_dossier_store_add_noeud (PvDb *db,
                                     gint64 dossier_id,
                                     const PvDossierNoeud *noeud,
                                     GError **error);
gboolean pv_dossier_store_set_noeuds (PvDb *db,
                                      gint64 dossier_id,
                                      const PvDossierNoeud *noeuds,
                                      guint n,
                                      gboolean *changed,
                                      GError **error);
GArray *pv_dossier_store_list_noeuds (PvDb *db, gint64 dossier_id, GError **error);

/* Roles other than the porteur's. */
gboolean pv_dossier_store_set_organismes (PvDb *db,
                                          gint64 dossier_id,
                                          const PvDossierOrganisme *organismes,
                                          guint n,
                                          gboolean *changed,
                                          GError **error);
GArray *pv_dossier_store_list_organismes (PvDb *db, gint64 dossier_id, GError **error);

/* One class: replaced when it is there; %PV_INT_NULL removes it. */
gboolean pv_dossier_store_set_age (PvDb *db,
                                   gint64 dossier_id,
                                   PvMoment moment,
                                   const char *tranche,
                                   gint64 nombre,
                                   gboolean *changed,
                                   GError **error);

/* (element-type PvDossierAge): the array frees its texts. */
GArray *pv_dossier_store_list_ages (PvDb *db, gint64 dossier_id, GError **error);

G_END_DECLS
