/* pv-contrat-store.h: the SQL of pv-contrat
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "programme/pv-contrat.h"

G_BEGIN_DECLS

/* What each does: see PvEntite. */
gboolean pv_contrat_store_insert (PvDb *db, PvContrat *contrat, GError **error);
gboolean
pv_contrat_store_update (PvDb *db, const PvContrat *contrat, gboolean *changed, GError **error);
gboolean pv_contrat_store_delete (PvDb *db, gint64 id, GError **error);
PvContrat *pv_contrat_store_get (PvDb *db, gint64 id, GError **error);

/* The contrats of the file, oldest first. */
GPtrArray *pv_contrat_store_list (PvDb *db, GError **error);
gboolean pv_contrat_store_find_by_code (PvDb *db, const char *code, gint64 *id, GError **error);

G_END_DECLS
