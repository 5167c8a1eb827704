/* pv-dossier-store.h: the SQL of pv-dossier
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dossier/pv-dossier.h"

G_BEGIN_DECLS

/* What each does: see PvEntite. */
gboolean pv_dossier_store_insert (PvDb *db, PvDossier *dossier, GError **error);
gboolean
pv_dossier_store_update (PvDb *db, const PvDossier *dossier, gboolean *changed, GError **error);
gboolean pv_dossier_store_delete (PvDb *db, gint64 id, GError **error);
PvDossier *pv_dossier_store_get (PvDb *db, gint64 id, GError **error);

/* The store's delete removes what is the dossier's own first: budget, financements, versements. */

gboolean
pv_dossier_store_find (PvDb *db, gint64 appel_id, const char *numero, gint64 *id, GError **error);
gboolean pv_dossier_store_find_by_uuid (PvDb *db, const char *uuid, gint64 *id, GError **error);

/* The last one of that number in an exercice before @exercice, %PV_INT_NULL: none. */
gboolean pv_dossier_store_find_precedent (PvDb *db,
                                          const char *numero,
                                          gint64 exercice,
                                          gint64 *id,
                                          GError **error);

/* The parts of a chapeau (of PvDossier), by number. */
GPtrArray *pv_dossier_store_list_parties (PvDb *db, gint64 chapeau_id, GError **error);

/**
 * pv_dossier_store_get_cout_total:
 * @cents: (out): Σ of the budget's charges when it has any, else the stated
 *   cost; %PV_CENTS_NULL when not known
 */
gboolean pv_dossier_store_get_cout_total (PvDb *db, gint64 id, PvCents *cents, GError **error);

/**
 * pv_dossier_store_next_numero:
 *
 * Returns: (transfer full): the first number, from 1, above all numeric ones of
 *   the appel; at least four digits, `0001`
 */
char *pv_dossier_store_next_numero (PvDb *db, gint64 appel_id, GError **error);

/* Each writes one thing of a dossier, whatever the rules: those are of pv-dossier-service.h.
 * @changed: (out): whether it was another */
gboolean pv_dossier_store_set_statut (PvDb *db,
                                      gint64 id,
                                      PvDossierStatut statut,
                                      const char *motif,
                                      GError **error);
gboolean pv_dossier_store_set_referent (PvDb *db,
                                        gint64 id,
                                        gint64 referent_id,
                                        gboolean *changed,
                                        GError **error);
gboolean
pv_dossier_store_set_appel (PvDb *db, gint64 id, gint64 appel_id, gint64 exercice, GError **error);
gboolean pv_dossier_store_set_partie_de (PvDb *db, gint64 id, gint64 chapeau_id, GError **error);
gboolean pv_dossier_store_set_chapeau (PvDb *db, gint64 id, gboolean chapeau, GError **error);

/* One part of a dossier, one payment of its financements, one agenda it is on; @found: (out):
 * its key, or %PV_INT_NULL */
gboolean pv_dossier_store_find_partie (PvDb *db, gint64 id, gint64 *found, GError **error);
gboolean pv_dossier_store_find_versement (PvDb *db, gint64 id, gint64 *found, GError **error);
gboolean pv_dossier_store_find_seance (PvDb *db, gint64 id, gint64 *found, GError **error);

G_END_DECLS
