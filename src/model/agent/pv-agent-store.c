/* pv-agent-store.c: the SQL of pv-agent
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "agent/pv-agent-store.h"

#include "commun/pv-entite.h"

/* clang-format off */
#define COLONNES \
  "nom, institution_id, role"
#define VALEURS \
  ":nom, :institution_id, :role"
/* clang-format on */

static const PvEntite entite = PV_ENTITE (PvAgent, "agent", pv_agent, COLONNES, VALEURS);

static const char liste[] = PV_SQL_LECTURE ("agent", COLONNES) "ORDER BY nom";

static const char par_nom[] = "SELECT id FROM agent WHERE nom = :nom";

gboolean
pv_agent_store_insert (PvDb *db, PvAgent *agent, GError **error)
{
  return pv_entite_insert (&entite, db, agent, error);
}

gboolean
pv_agent_store_update (PvDb *db, const PvAgent *agent, gboolean *changed, GError **error)
{
  return pv_entite_update (&entite, db, agent, changed, error);
}

gboolean
pv_agent_store_delete (PvDb *db, gint64 id, GError **error)
{
  return pv_entite_delete (&entite, db, id, error);
}

PvAgent *
pv_agent_store_get (PvDb *db, gint64 id, GError **error)
{
  return pv_entite_get (&entite, db, id, error);
}

gboolean
pv_agent_store_find_by_nom (PvDb *db, const char *nom, gint64 *id, GError **error)
{
  return pv_sql_find (db, par_nom, id, error, "t", nom);
}

GPtrArray *
pv_agent_store_list (PvDb *db, GError **error)
{
  return pv_entite_list (&entite, db, liste, error, "");
}
