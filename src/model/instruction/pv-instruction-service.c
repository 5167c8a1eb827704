/* pv-instruction-service.c: the actions of an instructeur
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "instruction/pv-instruction-service.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "dossier/pv-dossier-service.h"
#include "dossier/pv-dossier-store.h"
#include "grille/pv-critere-store.h"
#include "grille/pv-grille-service.h"
#include "grille/pv-grille-store.h"
#include "instruction/pv-instruction-store.h"
#include "instruction/pv-note-store.h"
#include "pv-error.h"

static PvDossier *
get_dossier (PvDb *db, gint64 id, GError **error)
{
  g_autoptr (GError) local = NULL;
  PvDossier *dossier = pv_dossier_store_get (db, id, &local);

  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  else if (dossier == NULL)
    g_set_error_literal (error, PV_RULE_ERROR, PV_RULE_ERROR_NOT_FOUND,
                         _ ("This dossier is not in the file any more. Go back to the queue."));

  return dossier;
}

static gboolean
check_statut (const PvDossier *dossier, GError **error)
{
  PvDossierStatut statut = dossier->statut;
  const char *reason;

  if (pv_dossier_statut_is_instruit_ouvert (statut))
    return TRUE;

  if (statut < PV_DOSSIER_STATUT_EN_INSTRUCTION)
    pv_dossier_statut_can_move (statut, PV_DOSSIER_STATUT_EN_INSTRUCTION, &reason);
  else
    reason = _ ("Its avis are closed: a decision was taken.");
  g_set_error (error, PV_RULE_ERROR, PV_RULE_ERROR_REFUSED,
               _ ("Dossier %s (%s) cannot be marked. %s"), dossier->numero,
               pv_dossier_statut_to_libelle (statut), reason);

  return FALSE;
}

gboolean
pv_instruction_can_write (PvDb *db, gint64 dossier_id, GError **error)
{
  g_autoptr (PvDossier) dossier = get_dossier (db, dossier_id, error);

  return dossier != NULL && check_statut (dossier, error);
}

gboolean
pv_instruction_get_grille (PvDb *db, gint64 dossier_id, gint64 *grille_id, GError **error)
{
  return pv_grille_store_find_for_dossier (db, dossier_id, grille_id, error);
}

/* The draft to write to, %NULL when there is none to be written. */
static PvInstruction *
get_brouillon (PvDb *db, gint64 id, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (PvInstruction) instruction = pv_instruction_store_get (db, id, &local);

  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  if (instruction == NULL || instruction->etat != PV_INSTRUCTION_ETAT_BROUILLON)
    {
      g_set_error_literal (error, PV_RULE_ERROR, PV_RULE_ERROR_REFUSED,
                           _ ("This draft was submitted or thrown away meanwhile. Open the "
                              "dossier again: a change makes a new version."));
      return NULL;
    }
  if (!pv_instruction_can_write (db, instruction->dossier_id, error))
    return NULL;

  return g_steal_pointer (&instruction);
}

static gboolean
begin (PvDb *db, const PvDossier *dossier, GError **error)
{
  return dossier->statut != PV_DOSSIER_STATUT_RECEVABLE ||
         pv_dossier_service_set_statut (db, dossier->id, PV_DOSSIER_STATUT_EN_INSTRUCTION, NULL,
                                        error);
}

static gboolean
make_brouillon (PvDb *db, const PvInstruction *soumise, PvInstruction *brouillon, GError **error)
{
  gint64 version, grille_id;

  if (!pv_instruction_store_find_derniere_version (db, brouillon->dossier_id,
                                                   brouillon->institution_id, &version, error) ||
      !pv_instruction_get_grille (db, brouillon->dossier_id, &grille_id, error))
    return FALSE;

  brouillon->version = version == PV_INT_NULL ? 1 : version + 1;
  brouillon->etat = PV_INSTRUCTION_ETAT_BROUILLON;

  return pv_instruction_store_insert (db, brouillon, error) &&
         (soumise == NULL || pv_note_store_copy (db, soumise->id, brouillon->id, grille_id, error));
}

static PvInstruction *
new_version (const PvInstruction *soumise, gint64 dossier_id, gint64 institution_id)
{
  PvInstruction *brouillon =
      soumise != NULL ? pv_instruction_copy (soumise) : pv_instruction_new ();

  brouillon->id = 0;
  g_clear_pointer (&brouillon->uuid, g_free);
  g_clear_pointer (&brouillon->soumise_a, g_free);
  brouillon->dossier_id = dossier_id;
  brouillon->institution_id = institution_id;

  return brouillon;
}

gboolean
pv_instruction_brouillon (PvDb *db,
                          gint64 dossier_id,
                          gint64 institution_id,
                          gint64 agent_id,
                          gint64 *id,
                          GError **error)
{
  g_autoptr (PvDossier) dossier = get_dossier (db, dossier_id, error);
  g_autoptr (PvInstruction) courante = NULL;
  g_autoptr (PvInstruction) brouillon = NULL;
  gint64 courante_id;

  if (dossier == NULL || !check_statut (dossier, error) ||
      !pv_instruction_store_find (db, dossier_id, institution_id, &courante_id, error))
    return FALSE;

  if (courante_id != PV_INT_NULL &&
      (courante = pv_instruction_store_get (db, courante_id, error)) == NULL)
    return FALSE;
  if (courante != NULL && courante->etat == PV_INSTRUCTION_ETAT_BROUILLON)
    {
      *id = courante->id;
      return TRUE;
    }

  brouillon = new_version (courante, dossier_id, institution_id);
  brouillon->agent_id = agent_id;
  if (!make_brouillon (db, courante, brouillon, error))
    return FALSE;
  *id = brouillon->id;

  return begin (db, dossier, error);
}

static gboolean
check_note (const PvCritere *critere, const PvNote *note, GError **error)
{
  if (note->sans_objet && !critere->sans_objet_permis)
    {
      g_set_error (error, PV_RULE_ERROR, PV_RULE_ERROR_INVALID,
                   _ ("“%s” cannot be left out: give it a mark from 0 to %" PRId64 "."),
                   critere->libelle, critere->maximum);
      return FALSE;
    }
  if (!note->sans_objet && note->valeur != PV_INT_NULL &&
      (note->valeur < 0 || note->valeur > critere->maximum))
    {
      g_set_error (error, PV_RULE_ERROR, PV_RULE_ERROR_INVALID,
                   _ ("%" PRId64 " is not a mark of “%s”: give one from 0 to %" PRId64 "."),
                   note->valeur, critere->libelle, critere->maximum);
      return FALSE;
    }

  return TRUE;
}

gboolean
pv_instruction_noter (PvDb *db, gint64 id, const PvNote *note, gboolean *changed, GError **error)
{
  g_autoptr (PvInstruction) brouillon = get_brouillon (db, id, error);
  g_autoptr (PvCritere) critere = NULL;
  g_autoptr (GError) local = NULL;
  gint64 grille_id;

  if (brouillon == NULL ||
      !pv_instruction_get_grille (db, brouillon->dossier_id, &grille_id, error))
    return FALSE;

  critere = pv_critere_store_get (db, note->critere_id, &local);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (critere == NULL || critere->grille_id != grille_id)
    {
      g_set_error_literal (error, PV_RULE_ERROR, PV_RULE_ERROR_INVALID,
                           _ ("This criterion is not of the grid of the dossier’s call any more. "
                              "Open the dossier again to see the grid in use."));
      return FALSE;
    }

  return check_note (critere, note, error) && pv_grille_geler (db, grille_id, error) &&
         pv_note_store_set (db, id, note, changed, error);
}

gboolean
pv_instruction_set_avis (PvDb *db, gint64 id, PvAvis avis, gboolean *changed, GError **error)
{
  g_autoptr (PvInstruction) brouillon = get_brouillon (db, id, error);

  if (brouillon == NULL)
    return FALSE;
  brouillon->avis = avis;

  return pv_instruction_store_update (db, brouillon, changed, error);
}

gboolean
pv_instruction_set_reserves (PvDb *db,
                             gint64 id,
                             const char *reserves,
                             gboolean *changed,
                             GError **error)
{
  g_autoptr (PvInstruction) brouillon = get_brouillon (db, id, error);

  if (brouillon == NULL)
    return FALSE;
  pv_champ_set_text (&brouillon->reserves, reserves);

  return pv_instruction_store_update (db, brouillon, changed, error);
}

gboolean
pv_instruction_set_commentaire (PvDb *db,
                                gint64 id,
                                const char *commentaire,
                                gboolean *changed,
                                GError **error)
{
  g_autoptr (PvInstruction) brouillon = get_brouillon (db, id, error);

  if (brouillon == NULL)
    return FALSE;
  pv_champ_set_text (&brouillon->commentaire, commentaire);

  return pv_instruction_store_update (db, brouillon, changed, error);
}

gboolean
pv_instruction_set_montant (PvDb *db,
                            gint64 id,
                            const PvInstructionMontant *montant,
                            gboolean *changed,
                            GError **error)
{
  g_autoptr (PvInstruction) brouillon = get_brouillon (db, id, error);

  if (brouillon == NULL)
    return FALSE;
  if (montant->montant_cents != PV_CENTS_NULL && montant->montant_cents < 0)
    {
      g_set_error_literal (error, PV_RULE_ERROR, PV_RULE_ERROR_INVALID,
                           _ ("An amount is proposed, or refused with 0; it is never negative."));
      return FALSE;
    }

  return pv_instruction_montant_store_set (db, id, montant, changed, error);
}

/* @manquante: the first criterion without a mark, or %PV_INT_NULL; @n_notes: on that grid. */
static gboolean
find_note_manquante (PvDb *db,
                     const PvInstruction *brouillon,
                     gint64 *manquante,
                     guint *n_notes,
                     GError **error)
{
  g_autoptr (GPtrArray) criteres = NULL;
  g_autoptr (GArray) notes = NULL;
  gint64 grille_id;

  *manquante = PV_INT_NULL;
  *n_notes = 0;
  if (!pv_instruction_get_grille (db, brouillon->dossier_id, &grille_id, error))
    return FALSE;
  if (grille_id == PV_INT_NULL)
    return TRUE;

  criteres = pv_critere_store_list (db, grille_id, error);
  notes = criteres != NULL ? pv_note_store_list (db, brouillon->id, error) : NULL;
  if (notes == NULL)
    return FALSE;

  for (guint i = 0; i < criteres->len; i++)
    {
      const PvCritere *critere = criteres->pdata[i];

      if (pv_notes_find (notes, critere->id) != NULL)
        (*n_notes)++;
      else if (*manquante == PV_INT_NULL)
        *manquante = critere->id;
    }

  return TRUE;
}

gboolean
pv_instruction_find_manque (PvDb *db,
                            gint64 id,
                            PvInstructionManque *manque,
                            gint64 *critere_id,
                            GError **error)
{
  g_autoptr (PvInstruction) brouillon = get_brouillon (db, id, error);
  guint n_notes;

  if (brouillon == NULL || !find_note_manquante (db, brouillon, critere_id, &n_notes, error))
    return FALSE;

  if (*critere_id != PV_INT_NULL && (brouillon->avis != PV_AVIS_NE_SE_PRONONCE_PAS || n_notes > 0))
    *manque = PV_INSTRUCTION_MANQUE_NOTE;
  else if (brouillon->avis == PV_AVIS_NULL)
    *manque = PV_INSTRUCTION_MANQUE_AVIS;
  else if (brouillon->avis == PV_AVIS_FAVORABLE_AVEC_RESERVES && brouillon->reserves == NULL)
    *manque = PV_INSTRUCTION_MANQUE_RESERVES;
  else
    *manque = PV_INSTRUCTION_COMPLETE;

  return TRUE;
}

static gboolean
check_complete (PvDb *db, gint64 id, GError **error)
{
  PvInstructionManque manque;
  gint64 critere_id;

  if (!pv_instruction_find_manque (db, id, &manque, &critere_id, error))
    return FALSE;

  switch (manque)
    {
    case PV_INSTRUCTION_MANQUE_NOTE:
      {
        g_autoptr (PvCritere) critere = pv_critere_store_get (db, critere_id, error);

        if (critere != NULL)
          g_set_error (error, PV_RULE_ERROR, PV_RULE_ERROR_REFUSED,
                       _ ("“%s” has no mark yet: mark every criterion, then submit."),
                       critere->libelle);
        return FALSE;
      }
    case PV_INSTRUCTION_MANQUE_AVIS:
      g_set_error_literal (error, PV_RULE_ERROR, PV_RULE_ERROR_REFUSED,
                           _ ("The avis is not given yet: choose one, then submit."));
      return FALSE;
    case PV_INSTRUCTION_MANQUE_RESERVES:
      g_set_error_literal (error, PV_RULE_ERROR, PV_RULE_ERROR_REFUSED,
                           _ ("An avis with reserves says which: write the reserve, or choose "
                              "another avis."));
      return FALSE;
    case PV_INSTRUCTION_COMPLETE:
    default:
      return TRUE;
    }
}

gboolean
pv_instruction_soumettre (PvDb *db, gint64 id, gint64 agent_id, GError **error)
{
  g_autoptr (PvInstruction) brouillon = NULL;

  if (!check_complete (db, id, error) || (brouillon = get_brouillon (db, id, error)) == NULL ||
      !pv_instruction_store_replace_soumise (db, brouillon->dossier_id, brouillon->institution_id,
                                             error))
    return FALSE;

  brouillon->etat = PV_INSTRUCTION_ETAT_SOUMISE;
  brouillon->soumise_a = pv_clock_now (pv_db_get_clock (db));
  if (agent_id != PV_INT_NULL)
    brouillon->agent_id = agent_id;

  return pv_instruction_store_update (db, brouillon, NULL, error);
}

gboolean
pv_instruction_abandonner (PvDb *db, gint64 id, GError **error)
{
  g_autoptr (PvInstruction) brouillon = get_brouillon (db, id, error);

  return brouillon != NULL && pv_instruction_store_delete (db, id, error);
}
