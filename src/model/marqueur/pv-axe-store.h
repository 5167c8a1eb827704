/* pv-axe-store.h: the SQL of pv-axe
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "marqueur/pv-axe.h"

G_BEGIN_DECLS

/* What each does: see PvEntite. */
gboolean pv_axe_store_insert (PvDb *db, PvAxe *axe, GError **error);
gboolean pv_axe_store_update (PvDb *db, const PvAxe *axe, gboolean *changed, GError **error);
gboolean pv_axe_store_delete (PvDb *db, gint64 id, GError **error);
PvAxe *pv_axe_store_get (PvDb *db, gint64 id, GError **error);

gboolean pv_axe_store_find_by_code (PvDb *db, const char *code, gint64 *id, GError **error);
GPtrArray *pv_axe_store_list (PvDb *db, GError **error);

/* The axis `egalite`, made when it is not there. */
gboolean pv_axe_store_get_egalite (PvDb *db, gint64 *id, GError **error);

G_END_DECLS
