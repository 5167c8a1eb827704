/* pv-appel-store.h: the SQL of pv-appel
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "appel/pv-appel.h"

G_BEGIN_DECLS

/* What each does: see PvEntite. */
gboolean pv_appel_store_insert (PvDb *db, PvAppel *appel, GError **error);
gboolean pv_appel_store_update (PvDb *db, const PvAppel *appel, gboolean *changed, GError **error);
gboolean pv_appel_store_delete (PvDb *db, gint64 id, GError **error);
PvAppel *pv_appel_store_get (PvDb *db, gint64 id, GError **error);

/* The call of that year and label (compared exactly). */
gboolean
pv_appel_store_find (PvDb *db, gint64 exercice, const char *libelle, gint64 *id, GError **error);
gboolean pv_appel_store_find_by_uuid (PvDb *db, const char *uuid, gint64 *id, GError **error);

/* All calls (of PvAppel), the latest year first, then by label. */
GPtrArray *pv_appel_store_list (PvDb *db, GError **error);

G_END_DECLS
