/* pv-convention-store.h: the SQL of pv-convention
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convention/pv-convention.h"

G_BEGIN_DECLS

/* What each does: see PvEntite. */
gboolean pv_convention_store_insert (PvDb *db, PvConvention *convention, GError **error);
gboolean pv_convention_store_update (PvDb *db,
                                     const PvConvention *convention,
                                     gboolean *changed,
                                     GError **error);
gboolean pv_convention_store_delete (PvDb *db, gint64 id, GError **error);
PvConvention *pv_convention_store_get (PvDb *db, gint64 id, GError **error);

/* The first one signed for that number and payer. */
gboolean pv_convention_store_find_by_numero (PvDb *db,
                                             gint64 financeur_id,
                                             const char *numero,
                                             gint64 *id,
                                             GError **error);

/* Whether one covers that payer, body and year, or %PV_INT_NULL. */
gboolean pv_convention_store_find_for_annee (PvDb *db,
                                             gint64 financeur_id,
                                             gint64 organisme_id,
                                             gint64 exercice,
                                             gint64 *id,
                                             GError **error);

/* The amount planned for a year; a second call replaces it. */
gboolean pv_convention_store_set_annee (PvDb *db,
                                        gint64 convention_id,
                                        gint64 exercice,
                                        PvCents prevu_cents,
                                        GError **error);
gboolean pv_convention_store_get_annee (PvDb *db,
                                        gint64 convention_id,
                                        gint64 exercice,
                                        PvCents *prevu_cents,
                                        GError **error);

/* Links a dossier; twice changes nothing. */
gboolean
pv_convention_store_add_dossier (PvDb *db, gint64 convention_id, gint64 dossier_id, GError **error);

/* Keys (gint64) of its dossiers, by exercice. */
GArray *pv_convention_store_list_dossiers (PvDb *db, gint64 convention_id, GError **error);

G_END_DECLS
