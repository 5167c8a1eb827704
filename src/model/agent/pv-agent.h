/* pv-agent.h: a person who uses the file
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commun/pv-champ.h"

G_BEGIN_DECLS

typedef enum
{
  PV_AGENT_ROLE_NULL = -1,
  PV_AGENT_ROLE_PILOTE,
  PV_AGENT_ROLE_INSTRUCTEUR,
  PV_AGENT_ROLE_LECTURE,
} PvAgentRole;

PV_DECLARE_VOCABULAIRE (PvAgentRole, pv_agent_role)

/**
 * PvAgent:
 *
 * A person who uses the file.
 */
typedef struct
{
  gint64 id;
  char *uuid; /* (nullable) before the insertion */
  gint64 revision;
  char *nom; /* distinct */
  gint64 institution_id;
  PvAgentRole role;
} PvAgent;

extern const PvChamp pv_agent_champs[];

/* A record where nothing is known yet. */
PvAgent *pv_agent_new (void);
PvAgent *pv_agent_copy (const PvAgent *self);
void pv_agent_free (PvAgent *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PvAgent, pv_agent_free)

G_END_DECLS
