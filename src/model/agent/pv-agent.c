/* pv-agent.c: a person who uses the file
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "agent/pv-agent.h"

static const PvMot agent_role_mots[] = {
  { "pilote", "Pilote" },
  { "instructeur", "Instructeur" },
  { "lecture", "Lecture" },
};

PV_DEFINE_VOCABULAIRE (PvAgentRole, pv_agent_role, agent_role_mots)

const PvChamp pv_agent_champs[] = {
  PV_CHAMP_T (PvAgent, nom),
  PV_CHAMP_I (PvAgent, institution_id),
  PV_CHAMP_E (PvAgent, role, pv_agent_role_vocabulaire),
  { NULL },
};

PvAgent *
pv_agent_new (void)
{
  return pv_champs_new (pv_agent_champs, sizeof (PvAgent));
}

PvAgent *
pv_agent_copy (const PvAgent *self)
{
  return pv_champs_copy (pv_agent_champs, sizeof (PvAgent), self);
}

void
pv_agent_free (PvAgent *self)
{
  pv_champs_free (pv_agent_champs, self);
}
