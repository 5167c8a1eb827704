/* pv-instruction-agent.c: who instructs, and for which institution
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "instruction/pv-instruction-agent.h"

#include <glib/gi18n.h>

#include "agent/pv-agent-store.h"
#include "institution/pv-institution-store.h"

PvInstructionAgent *
pv_instruction_agent_load (PvContext *context)
{
  PvInstructionAgent *self = g_new0 (PvInstructionAgent, 1);
  PvDb *reader;
  gint64 id = PV_INT_NULL;

  g_return_val_if_fail (PV_IS_CONTEXT (context), self);

  reader = pv_context_get_reader (context);
  self->nom = pv_context_dup_agent (context);
  self->institution_id = PV_INT_NULL;
  if (pv_agent_store_find_by_nom (reader, self->nom, &id, NULL) && id != PV_INT_NULL)
    self->agent = pv_agent_store_get (reader, id, NULL);
  if (self->agent != NULL && self->agent->institution_id != PV_INT_NULL)
    {
      g_autoptr (PvInstitution) institution =
          pv_institution_store_get (reader, self->agent->institution_id, NULL);

      if (institution != NULL)
        {
          self->institution_id = institution->id;
          self->institution = g_strdup (institution->nom);
        }
    }

  return self;
}

void
pv_instruction_agent_free (PvInstructionAgent *self)
{
  if (self == NULL)
    return;
  g_free (self->nom);
  g_clear_pointer (&self->agent, pv_agent_free);
  g_free (self->institution);
  g_free (self);
}

gint64
pv_instruction_agent_get_id (const PvInstructionAgent *self)
{
  return self->agent != NULL ? self->agent->id : PV_INT_NULL;
}

const char *
pv_instruction_agent_get_refusal (const PvInstructionAgent *self)
{
  if (self->institution_id == PV_INT_NULL)
    return _ ("You instruct for no institution yet: choose yours in the queue, or in Settings, "
              "Agents.");
  if (self->agent->role == PV_AGENT_ROLE_LECTURE)
    return _ ("Your role is to read: an instructeur or the pilote writes here. The role is in "
              "Settings, Agents.");

  return NULL;
}

char *
pv_instruction_agent_for (const char *institution)
{
  /* Translators: %s is an institution, "for État"; French puts an article before it. */
  g_autofree char *plain = g_strdup_printf (_ ("for %s"), institution);
  static const struct
  {
    const char *name;
    const char *words;
  } known[] = {
    { "État", N_ ("for the State") },
    { "Région", N_ ("for the Région") },
    { "Département", N_ ("for the Département") },
    { "CAF", N_ ("for the CAF") },
    { "MEL", N_ ("for the MEL") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (g_str_equal (known[i].name, institution))
      return g_strdup (_ (known[i].words));

  return g_steal_pointer (&plain);
}

typedef struct
{
  const PvInstructionAgent *moi;
  gint64 institution_id;
} Choice;

static gboolean
choose (PvDb *db, gpointer user_data, GError **error)
{
  const Choice *choice = user_data;
  g_autoptr (PvAgent) agent =
      choice->moi->agent != NULL ? pv_agent_copy (choice->moi->agent) : pv_agent_new ();

  agent->institution_id = choice->institution_id;
  if (choice->moi->agent != NULL)
    return pv_agent_store_update (db, agent, NULL, error);

  agent->role = PV_AGENT_ROLE_INSTRUCTEUR;
  pv_champ_set_text (&agent->nom, choice->moi->nom);

  return pv_agent_store_insert (db, agent, error);
}

gboolean
pv_instruction_agent_choose (PvContext *context, gint64 institution_id, GError **error)
{
  g_autoptr (PvInstructionAgent) moi = pv_instruction_agent_load (context);
  Choice choice = { moi, institution_id };

  return pv_context_act (context, "parametre-edit", moi->nom, choose, &choice, error);
}
