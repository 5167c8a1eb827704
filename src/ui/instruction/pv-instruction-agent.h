/* pv-instruction-agent.h: who instructs, and for which institution
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "agent/pv-agent.h"
#include "context/pv-context.h"

G_BEGIN_DECLS

/**
 * PvInstructionAgent:
 * @nom: of who uses the programme
 * @agent: (nullable): of that name in the file
 * @institution_id: its institution, or %PV_INT_NULL
 * @institution: (nullable): its name
 */
typedef struct
{
  char *nom;
  PvAgent *agent;
  gint64 institution_id;
  char *institution;
} PvInstructionAgent;

/* Returns: (transfer full): never %NULL; without an agent when it cannot be read */
PvInstructionAgent *pv_instruction_agent_load (PvContext *context);
void pv_instruction_agent_free (PvInstructionAgent *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PvInstructionAgent, pv_instruction_agent_free)

gint64 pv_instruction_agent_get_id (const PvInstructionAgent *self);

/* Returns: (nullable): why this agent writes nothing, in words that say what to do */
const char *pv_instruction_agent_get_refusal (const PvInstructionAgent *self);

/* "the État", "the Région": "pour l’État" in French. */
char *pv_instruction_agent_for (const char *institution);

/* Makes the user an instructeur of that institution: one action. */
gboolean pv_instruction_agent_choose (PvContext *context, gint64 institution_id, GError **error);

G_END_DECLS
