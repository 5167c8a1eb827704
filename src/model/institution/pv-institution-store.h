/* pv-institution-store.h: the SQL of pv-institution
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "institution/pv-institution.h"

G_BEGIN_DECLS

/* What each does: see PvEntite. */
gboolean pv_institution_store_insert (PvDb *db, PvInstitution *institution, GError **error);
gboolean pv_institution_store_update (PvDb *db,
                                      const PvInstitution *institution,
                                      gboolean *changed,
                                      GError **error);
gboolean pv_institution_store_delete (PvDb *db, gint64 id, GError **error);
PvInstitution *pv_institution_store_get (PvDb *db, gint64 id, GError **error);

gboolean pv_institution_store_find_by_nom (PvDb *db, const char *nom, gint64 *id, GError **error);

/* All institutions (of PvInstitution), by order then name. */
GPtrArray *pv_institution_store_list (PvDb *db, GError **error);

G_END_DECLS
