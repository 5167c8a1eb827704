/* pv-instruction-store.c: the SQL of pv-instruction
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "instruction/pv-instruction-store.h"

#include "commun/pv-entite.h"

/* clang-format off */
#define COLONNES \
  "dossier_id, institution_id, version, etat, agent_id, soumise_a, avis, reserves, " \
  "commentaire, score_declare"
#define VALEURS \
  ":dossier_id, :institution_id, :version, :etat, :agent_id, :soumise_a, :avis, " \
  ":reserves, :commentaire, :score_declare"
/* clang-format on */

static const PvEntite entite =
    PV_ENTITE (PvInstruction, "instruction", pv_instruction_champs, COLONNES, VALEURS);

gboolean
pv_instruction_store_insert (PvDb *db, PvInstruction *instruction, GError **error)
{
  return pv_entite_insert (&entite, db, instruction, error);
}

gboolean
pv_instruction_store_update (PvDb *db,
                             const PvInstruction *instruction,
                             gboolean *changed,
                             GError **error)
{
  return pv_entite_update (&entite, db, instruction, changed, error);
}

gboolean
pv_instruction_store_delete (PvDb *db, gint64 id, GError **error)
{
  return pv_entite_delete (&entite, db, id, error);
}

PvInstruction *
pv_instruction_store_get (PvDb *db, gint64 id, GError **error)
{
  return pv_entite_get (&entite, db, id, error);
}
