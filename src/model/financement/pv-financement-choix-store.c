/* pv-financement-choix-store.c: the SQL of pv-financement-choix
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "commun/pv-entite.h"
#include "financement/pv-financement-choix.h"
#include "financeur/pv-financeur.h"

static const char lit_financeurs[] = "SELECT f.id, o.nom, NULL FROM financeur f JOIN "
                                     "organisme o ON o.id = f.organisme_id"
                                     " ORDER BY COALESCE (f.ordre, 1000000), o.nom_plie, f.id";
static const char lit_dispositifs[] =
    "SELECT id, nom, NULL FROM dispositif WHERE financeur_id = :financeur ORDER BY nom_plie, id";
static const char lit_enveloppes[] =
    "SELECT e.id, e.libelle, e.montant_cents - t.engage_cents FROM enveloppe e"
    "  JOIN total_enveloppe t ON t.id = e.id"
    " WHERE e.dispositif_id = :dispositif AND e.exercice = :exercice"
    "   AND (:section IS NULL OR e.section IS NULL OR e.section = :section)"
    "   AND NOT EXISTS (SELECT 1 FROM enveloppe c WHERE c.parent_id = e.id)"
    " ORDER BY e.libelle, e.id";

void
pv_financement_choix_free (PvFinancementChoix *self)
{
  if (self == NULL)
    return;

  g_free (self->nom);
  g_free (self);
}

static GPtrArray *
list (PvStatement *taken, GError **error)
{
  g_autoptr (PvStatement) row = taken;
  g_autoptr (GPtrArray) choix =
      g_ptr_array_new_with_free_func ((GDestroyNotify)pv_financement_choix_free);
  PvStep step;

  if (row == NULL)
    return NULL;

  while ((step = pv_statement_step (row, error)) == PV_STEP_ROW)
    {
      PvFinancementChoix *one = g_new0 (PvFinancementChoix, 1);

      one->id = pv_statement_get_int (row, 0);
      one->nom = pv_statement_dup_text (row, 1);
      one->restant_cents = pv_statement_get_int (row, 2);
      g_ptr_array_add (choix, one);
    }

  return step == PV_STEP_DONE ? g_steal_pointer (&choix) : NULL;
}

GPtrArray *
pv_financement_choix_list_financeurs (PvDb *db, GError **error)
{
  return list (pv_sql_prepare (db, lit_financeurs, error, ""), error);
}

GPtrArray *
pv_financement_choix_list_dispositifs (PvDb *db, gint64 financeur_id, GError **error)
{
  return list (pv_sql_prepare (db, lit_dispositifs, error, "i", financeur_id), error);
}

GPtrArray *
pv_financement_choix_list_enveloppes (PvDb *db,
                                      gint64 dispositif_id,
                                      gint64 exercice,
                                      PvSection section,
                                      GError **error)
{
  return list (pv_sql_prepare (db, lit_enveloppes, error, "iit", dispositif_id, exercice,
                               pv_section_to_id (section)),
               error);
}
