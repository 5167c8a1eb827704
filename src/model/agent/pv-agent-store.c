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

static const PvEntite entite = PV_ENTITE (PvAgent, "agent", pv_agent_champs, COLONNES, VALEURS);

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
