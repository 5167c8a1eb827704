/* pv-cadre-store.h: the SQL of pv-cadre
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "cadre/pv-cadre.h"

G_BEGIN_DECLS

/* What each does: see PvEntite. */
gboolean pv_cadre_store_insert (PvDb *db, PvCadre *cadre, GError **error);
gboolean pv_cadre_store_update (PvDb *db, const PvCadre *cadre, gboolean *changed, GError **error);
gboolean pv_cadre_store_delete (PvDb *db, gint64 id, GError **error);
PvCadre *pv_cadre_store_get (PvDb *db, gint64 id, GError **error);

gboolean pv_cadre_store_find_by_code (PvDb *db, const char *code, gint64 *id, GError **error);

/* The frame that dossiers are sorted by, or %PV_INT_NULL. */
gboolean pv_cadre_store_find_principal (PvDb *db, gint64 *id, GError **error);

/* All frames (of PvCadre), the main one first, then by code. */
GPtrArray *pv_cadre_store_list (PvDb *db, GError **error);

G_END_DECLS
