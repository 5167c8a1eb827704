/* pv-commune-store.h: the SQL of pv-commune
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "territoire/pv-commune.h"

G_BEGIN_DECLS

/* What each does: see PvEntite. */
gboolean pv_commune_store_insert (PvDb *db, PvCommune *commune, GError **error);
gboolean pv_commune_store_update (PvDb *db, PvCommune *commune, gboolean *changed, GError **error);
gboolean pv_commune_store_delete (PvDb *db, gint64 id, GError **error);
PvCommune *pv_commune_store_get (PvDb *db, gint64 id, GError **error);

gboolean
pv_commune_store_find_by_insee (PvDb *db, const char *code_insee, gint64 *id, GError **error);

/**
 * pv_commune_store_find_by_nom:
 * @nom: compared folded
 * @code_dep: (nullable): a département, to tell namesakes apart
 *
 * @id is %PV_INT_NULL when no commune, or more than one, bears that name.
 */
gboolean pv_commune_store_find_by_nom (PvDb *db,
                                       const char *nom,
                                       const char *code_dep,
                                       gint64 *id,
                                       GError **error);

/* All communes (of PvCommune), by folded name. */
GPtrArray *pv_commune_store_list (PvDb *db, GError **error);

G_END_DECLS
