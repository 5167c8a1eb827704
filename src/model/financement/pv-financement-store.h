/* pv-financement-store.h: the SQL of pv-financement
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "financement/pv-financement.h"

G_BEGIN_DECLS

/* What each does: see PvEntite. */
gboolean pv_financement_store_insert (PvDb *db, PvFinancement *financement, GError **error);
gboolean pv_financement_store_update (PvDb *db,
                                      const PvFinancement *financement,
                                      gboolean *changed,
                                      GError **error);
gboolean pv_financement_store_delete (PvDb *db, gint64 id, GError **error);
PvFinancement *pv_financement_store_get (PvDb *db, gint64 id, GError **error);

/* The delete removes its versements and mouvements first. */

/* The financements of a dossier (of PvFinancement), in order of entry. */
GPtrArray *pv_financement_store_list (PvDb *db, gint64 dossier_id, GError **error);

/**
 * pv_financement_store_find:
 * @dispositif_id: %PV_INT_NULL matches a row without one
 * @section: %PV_SECTION_NULL matches a row without one
 * @id: (out): the first such row of the dossier, or %PV_INT_NULL
 */
gboolean pv_financement_store_find (PvDb *db,
                                    gint64 dossier_id,
                                    gint64 financeur_id,
                                    gint64 dispositif_id,
                                    gint64 exercice,
                                    PvSection section,
                                    gint64 *id,
                                    GError **error);

/* What was paid of a financement; %PV_CENTS_NULL: nothing yet. */
gboolean pv_financement_store_get_verse (PvDb *db, gint64 id, PvCents *cents, GError **error);

/**
 * pv_financement_store_set_enveloppe:
 * @enveloppe_id: a leaf, or %PV_INT_NULL to release
 * @error: %PV_RULE_ERROR_REFUSED for an envelope that has others below it
 */
gboolean pv_financement_store_set_enveloppe (PvDb *db,
                                             gint64 id,
                                             gint64 enveloppe_id,
                                             gboolean *changed,
                                             GError **error);

G_END_DECLS
