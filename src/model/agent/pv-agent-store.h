/* pv-agent-store.h: the SQL of pv-agent
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "agent/pv-agent.h"

G_BEGIN_DECLS

/* What each does: see PvEntite. */
gboolean pv_agent_store_insert (PvDb *db, PvAgent *agent, GError **error);
gboolean pv_agent_store_update (PvDb *db, const PvAgent *agent, gboolean *changed, GError **error);
gboolean pv_agent_store_delete (PvDb *db, gint64 id, GError **error);
PvAgent *pv_agent_store_get (PvDb *db, gint64 id, GError **error);

gboolean pv_agent_store_find_by_nom (PvDb *db, const char *nom, gint64 *id, GError **error);
GPtrArray *pv_agent_store_list (PvDb *db, GError **error);

G_END_DECLS
