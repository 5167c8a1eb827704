/* pv-vue-store.h: the SQL of pv-vue
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "pv-db.h"
#include "vue/pv-vue.h"

G_BEGIN_DECLS

/* What each does: see PvEntite. A name taken on its page is PV_DB_ERROR_CONSTRAINT. */
gboolean pv_vue_store_insert (PvDb *db, PvVue *vue, GError **error);
gboolean pv_vue_store_update (PvDb *db, PvVue *vue, gboolean *changed, GError **error);
gboolean pv_vue_store_delete (PvDb *db, gint64 id, GError **error);
PvVue *pv_vue_store_get (PvDb *db, gint64 id, GError **error);

/* The view of that name on that page, whatever its accents and case. */
gboolean
pv_vue_store_find (PvDb *db, const char *page, const char *nom, gint64 *id, GError **error);

/* All views of a page (of PvVue), by name. */
GPtrArray *pv_vue_store_list (PvDb *db, const char *page, GError **error);

G_END_DECLS
