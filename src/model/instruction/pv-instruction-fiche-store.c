/* pv-instruction-fiche-store.c: the SQL of what the page of an instruction shows
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "commun/pv-entite.h"
#include "enveloppe/pv-enveloppe-store.h"
#include "grille/pv-critere-store.h"
#include "grille/pv-grille-store.h"
#include "institution/pv-institution-store.h"
#include "instruction/pv-instruction-fiche.h"
#include "instruction/pv-instruction-service.h"
#include "instruction/pv-instruction-store.h"
#include "instruction/pv-note-store.h"
#include "pv-error.h"
#include "pv-text.h"

static const char sql_existe[] = "SELECT id FROM dossier WHERE id = :dossier";

static const char sql_agent[] = "SELECT nom FROM agent WHERE id = :agent";

static const char sql_ailleurs[] =
    "SELECT COUNT(*), MAX(g.nom) FROM note n JOIN critere c ON c.id = n.critere_id"
    "  JOIN grille g ON g.id = c.grille_id"
    " WHERE n.instruction_id = :instruction AND c.grille_id IS NOT :grille";

/* What an envelope counts of the dossier is what total_enveloppe counts: nothing without an
 * envelope, nor of a dossier that released it. */
#define ENGAGE                                                                                     \
  "SUM(CASE WHEN f.enveloppe_id IS NOT NULL AND d.chapeau = 0"                                     \
  "          AND NOT " PV_SORTI_SQL                                                                \
  "         THEN COALESCE(f.notifie_cents, f.vote_cents, f.arbitre_cents, f.propose_cents) END)"

/* A payer is the institution when they are the same organisme, or when its name is, or begins
 * with, that of the institution: "Région", "CAF". */
static const char sql_credits[] =
    "SELECT f.dispositif_id, MIN(o.nom), MIN(v.nom), SUM(f.sollicite_cents),"
    "       " ENGAGE ", MIN(f.enveloppe_id), COUNT(DISTINCT f.enveloppe_id)"
    "  FROM financement f JOIN dossier d ON d.id = f.dossier_id"
    "  JOIN dispositif v ON v.id = f.dispositif_id"
    "  JOIN financeur p ON p.id = f.financeur_id JOIN organisme o ON o.id = p.organisme_id"
    " WHERE f.dossier_id = :dossier"
    "   AND (o.id = (SELECT organisme_id FROM institution WHERE id = :institution)"
    "        OR o.nom_plie = :nom OR SUBSTR(o.nom_plie, 1, LENGTH(:nom) + 1) = :nom || ' '"
    "        OR o.sigle = :sigle"
    "        OR f.dispositif_id IN (SELECT dispositif_id FROM instruction_montant"
    "                                WHERE instruction_id = :instruction))"
    " GROUP BY f.dispositif_id ORDER BY MIN(f.id)";

static const char sql_credits_version[] =
    "SELECT m.dispositif_id, o.nom, v.nom, NULL, NULL, NULL, 0"
    "  FROM instruction_montant m JOIN dispositif v ON v.id = m.dispositif_id"
    "  JOIN financeur p ON p.id = v.financeur_id JOIN organisme o ON o.id = p.organisme_id"
    " WHERE m.instruction_id = :instruction ORDER BY m.id";

static const char sql_versions[] =
    "SELECT i.id, s.nom, a.nom FROM instruction i JOIN institution s ON s.id = i.institution_id"
    "  LEFT JOIN agent a ON a.id = i.agent_id"
    " WHERE i.dossier_id = :dossier"
    " ORDER BY s.ordre IS NULL, s.ordre, s.id, i.version DESC";

/* --- amounts ------------------------------------------------------------------------------- */

static void
credit_clear (gpointer data)
{
  PvInstructionCredit *credit = data;

  g_free (credit->libelle);
}

/* What the envelope would have left without the dossier. */
static gboolean
read_hors (PvDb *db, PvStatement *row, PvCents *hors, GError **error)
{
  PvEnveloppeSituation situation;
  gint64 engage = pv_statement_get_int (row, 4);

  *hors = PV_CENTS_NULL;
  if (pv_statement_get_int (row, 6) != 1)
    return TRUE;
  if (!pv_enveloppe_store_get_situation (db, pv_statement_get_int (row, 5), &situation, error))
    return FALSE;
  *hors = pv_enveloppe_situation_get_restant (&situation);
  if (*hors != PV_CENTS_NULL && engage != PV_CENTS_NULL)
    *hors += engage;

  return TRUE;
}

static PvCents
find_montant (const GArray *montants, gint64 dispositif_id)
{
  for (guint i = 0; i < montants->len; i++)
    if (g_array_index (montants, PvInstructionMontant, i).dispositif_id == dispositif_id)
      return g_array_index (montants, PvInstructionMontant, i).montant_cents;

  return PV_CENTS_NULL;
}

static GArray *
read_credits (PvDb *db, PvStatement *rows, gint64 instruction_id, GError **error)
{
  g_autoptr (GArray) credits = g_array_new (FALSE, FALSE, sizeof (PvInstructionCredit));
  g_autoptr (GArray) montants = pv_instruction_montant_store_list (db, instruction_id, error);
  PvStep step;

  g_array_set_clear_func (credits, credit_clear);
  if (montants == NULL)
    return NULL;
  while ((step = pv_statement_step (rows, error)) == PV_STEP_ROW)
    {
      PvInstructionCredit credit = {
        .dispositif_id = pv_statement_get_int (rows, 0),
        .libelle = g_strdup_printf ("%s, %s", pv_statement_get_text (rows, 1),
                                    pv_statement_get_text (rows, 2)),
        .sollicite_cents = pv_statement_get_int (rows, 3),
      };

      credit.propose_cents = find_montant (montants, credit.dispositif_id);
      g_array_append_val (credits, credit);
      if (!read_hors (db, rows,
                      &g_array_index (credits, PvInstructionCredit, credits->len - 1).hors_cents,
                      error))
        return NULL;
    }

  return step == PV_STEP_DONE ? g_steal_pointer (&credits) : NULL;
}

static GArray *
load_credits (PvDb *db, const PvInstructionFiche *fiche, gint64 instruction_id, GError **error)
{
  g_autofree char *nom = fiche->institution != NULL ? pv_text_fold (fiche->institution) : NULL;
  g_autoptr (PvStatement) rows = pv_db_prepare (db, sql_credits, error);

  if (rows == NULL)
    return NULL;
  pv_statement_bind_int (rows, ":dossier", fiche->dossier_id);
  pv_statement_bind_int (rows, ":institution", fiche->institution_id);
  pv_statement_bind_text (rows, ":nom", nom);
  pv_statement_bind_text (rows, ":sigle", fiche->institution);
  pv_statement_bind_int (rows, ":instruction", instruction_id);

  return read_credits (db, rows, instruction_id, error);
}

/* --- the page ------------------------------------------------------------------------------ */

static gboolean
load_institution (PvDb *db, PvInstructionFiche *fiche, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (PvInstitution) institution = NULL;

  if (fiche->institution_id == PV_INT_NULL)
    return TRUE;
  institution = pv_institution_store_get (db, fiche->institution_id, &local);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (institution != NULL)
    fiche->institution = g_strdup (institution->nom);

  return TRUE;
}

static gboolean
load_courante (PvDb *db, PvInstructionFiche *fiche, GError **error)
{
  g_autoptr (PvStatement) row = NULL;
  gint64 courante, soumise;

  if (!pv_instruction_store_find (db, fiche->dossier_id, fiche->institution_id, &courante, error) ||
      !pv_instruction_store_find_soumise (db, fiche->dossier_id, fiche->institution_id, &soumise,
                                          error))
    return FALSE;
  if (courante != PV_INT_NULL &&
      (fiche->courante = pv_instruction_store_get (db, courante, error)) == NULL)
    return FALSE;
  if (soumise != PV_INT_NULL &&
      (fiche->soumise = pv_instruction_store_get (db, soumise, error)) == NULL)
    return FALSE;

  fiche->notes = pv_note_store_list (db, courante, error);
  if (fiche->notes == NULL || fiche->courante == NULL || fiche->courante->agent_id == PV_INT_NULL)
    return fiche->notes != NULL;
  row = pv_sql_prepare (db, sql_agent, error, "i", fiche->courante->agent_id);
  if (row == NULL || pv_statement_step (row, error) == PV_STEP_ERROR)
    return FALSE;
  fiche->agent = pv_statement_dup_text (row, 0);

  return TRUE;
}

static gboolean
load_ailleurs (PvDb *db, PvInstructionFiche *fiche, gint64 grille_id, GError **error)
{
  g_autoptr (PvStatement) row = NULL;

  if (fiche->courante == NULL)
    return TRUE;
  row = pv_sql_prepare (db, sql_ailleurs, error, "ii", fiche->courante->id, grille_id);
  if (row == NULL || pv_statement_step (row, error) != PV_STEP_ROW)
    return FALSE;
  fiche->n_ailleurs = (guint)pv_statement_get_int (row, 0);
  fiche->ailleurs = pv_statement_dup_text (row, 1);

  return TRUE;
}

/* @compte: whether the marks on @grille count: it is the grid of the appel, or a version of it */
static gboolean
check_versions (PvDb *db, const PvGrille *grille, gint64 appel_id, gboolean *compte, GError **error)
{
  g_autoptr (PvGrille) appel = NULL;

  *compte = grille->id == appel_id;
  if (*compte || appel_id == PV_INT_NULL)
    return TRUE;
  appel = pv_grille_store_get (db, appel_id, error);
  if (appel == NULL)
    return FALSE;
  *compte = g_str_equal (grille->nom, appel->nom);

  return TRUE;
}

/* What is submitted is shown on the grid it was marked on, a draft on the one of the appel. */
static gboolean
load_grille (PvDb *db, PvInstructionFiche *fiche, GError **error)
{
  const PvInstruction *courante = fiche->courante;
  gint64 grille_id, appel_id;
  gboolean compte = TRUE;

  if (!pv_instruction_get_grille (db, fiche->dossier_id, &appel_id, error))
    return FALSE;
  grille_id = appel_id;
  if (courante != NULL && courante->etat == PV_INSTRUCTION_ETAT_SOUMISE &&
      !pv_grille_store_find_for_instruction (db, courante->id, &grille_id, error))
    return FALSE;
  fiche->criteres = pv_critere_store_list (db, grille_id, error);
  if (fiche->criteres == NULL)
    return FALSE;
  if (grille_id != PV_INT_NULL &&
      ((fiche->grille = pv_grille_store_get (db, grille_id, error)) == NULL ||
       !check_versions (db, fiche->grille, appel_id, &compte, error)))
    return FALSE;

  return load_ailleurs (db, fiche, compte ? grille_id : appel_id, error);
}

static gboolean
load_refus (PvDb *db, PvInstructionFiche *fiche, GError **error)
{
  g_autoptr (GError) local = NULL;

  if (pv_instruction_can_write (db, fiche->dossier_id, &local))
    return TRUE;
  if (local->domain != PV_RULE_ERROR)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  fiche->refus = g_strdup (local->message);

  return TRUE;
}

PvInstructionFiche *
pv_instruction_fiche_load (PvDb *db, gint64 dossier_id, gint64 institution_id, GError **error)
{
  g_autoptr (PvInstructionFiche) fiche = g_new0 (PvInstructionFiche, 1);
  gint64 existe;

  fiche->dossier_id = dossier_id;
  fiche->institution_id = institution_id;
  if (!pv_sql_find (db, sql_existe, &existe, error, "i", dossier_id))
    return NULL;
  if (existe == PV_INT_NULL)
    {
      g_set_error_literal (error, PV_RULE_ERROR, PV_RULE_ERROR_NOT_FOUND,
                           _ ("This dossier is not in the file any more. Go back to the queue."));
      return NULL;
    }
  if (!load_institution (db, fiche, error) || !load_courante (db, fiche, error) ||
      !load_grille (db, fiche, error) || !load_refus (db, fiche, error))
    return NULL;
  fiche->credits =
      load_credits (db, fiche, fiche->courante != NULL ? fiche->courante->id : PV_INT_NULL, error);
  fiche->tous = fiche->credits != NULL ? pv_instruction_avis_list (db, dossier_id, error) : NULL;

  return fiche->tous != NULL ? g_steal_pointer (&fiche) : NULL;
}

/* --- versions ------------------------------------------------------------------------------ */

static void
version_free (gpointer data)
{
  PvInstructionVersion *version = data;

  g_clear_pointer (&version->instruction, pv_instruction_free);
  g_free (version->institution);
  g_free (version->agent);
  g_clear_pointer (&version->criteres, g_ptr_array_unref);
  g_clear_pointer (&version->notes, g_array_unref);
  g_clear_pointer (&version->credits, g_array_unref);
  g_free (version);
}

/* A version that has no mark has no grid of its own either: its score is the declared one. */
static gboolean
load_version (PvDb *db, PvInstructionVersion *version, gint64 id, GError **error)
{
  g_autoptr (PvStatement) rows = NULL;
  PvInstructionBilan bilan;
  gint64 grille_id;

  version->instruction = pv_instruction_store_get (db, id, error);
  version->notes = version->instruction != NULL ? pv_note_store_list (db, id, error) : NULL;
  if (version->notes == NULL || !pv_grille_store_find_for_instruction (db, id, &grille_id, error) ||
      (version->criteres = pv_critere_store_list (db, grille_id, error)) == NULL ||
      (rows = pv_sql_prepare (db, sql_credits_version, error, "i", id)) == NULL ||
      (version->credits = read_credits (db, rows, id, error)) == NULL)
    return FALSE;

  pv_instruction_bilan_compute (version->criteres, version->notes, &bilan);
  version->score = version->notes->len > 0 ? bilan.score : version->instruction->score_declare;

  return TRUE;
}

GPtrArray *
pv_instruction_version_list (PvDb *db, gint64 dossier_id, GError **error)
{
  g_autoptr (GPtrArray) versions = g_ptr_array_new_with_free_func (version_free);
  g_autoptr (PvStatement) rows = pv_sql_prepare (db, sql_versions, error, "i", dossier_id);
  PvStep step;

  if (rows == NULL)
    return NULL;
  while ((step = pv_statement_step (rows, error)) == PV_STEP_ROW)
    {
      PvInstructionVersion *version = g_new0 (PvInstructionVersion, 1);

      g_ptr_array_add (versions, version);
      version->institution = pv_statement_dup_text (rows, 1);
      version->agent = pv_statement_dup_text (rows, 2);
      if (!load_version (db, version, pv_statement_get_int (rows, 0), error))
        return NULL;
    }

  return step == PV_STEP_DONE ? g_steal_pointer (&versions) : NULL;
}
