/* pv-marqueur-store.h: the SQL of pv-marqueur
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "marqueur/pv-marqueur.h"

G_BEGIN_DECLS

/* What each does: see PvEntite. */
gboolean pv_marqueur_store_insert (PvDb *db, PvMarqueur *marqueur, GError **error);
gboolean
pv_marqueur_store_update (PvDb *db, const PvMarqueur *marqueur, gboolean *changed, GError **error);
gboolean pv_marqueur_store_delete (PvDb *db, gint64 id, GError **error);
PvMarqueur *pv_marqueur_store_get (PvDb *db, gint64 id, GError **error);

/* The mark of a dossier on an axis, or %PV_INT_NULL. */
gboolean
pv_marqueur_store_find (PvDb *db, gint64 dossier_id, gint64 axe_id, gint64 *id, GError **error);

/* The marks of a dossier (of PvMarqueur), by axis. */
GPtrArray *pv_marqueur_store_list (PvDb *db, gint64 dossier_id, GError **error);

G_END_DECLS
