/* pv-dossier-apercu-store.c: a dossier at a glance
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dossier/pv-dossier-apercu-store.h"

#include "commun/pv-entite.h"
#include "dossier/pv-dossier-liste-store.h"

/* Stages are in the order of the enumeration. */
static const char lit_financeurs[] =
    "SELECT COALESCE (o.sigle, o.nom), SUM (f.sollicite_cents),"
    " CASE :etape WHEN 0 THEN SUM (f.sollicite_cents) WHEN 1 THEN SUM (f.propose_cents)"
    "  WHEN 2 THEN SUM (f.arbitre_cents) WHEN 3 THEN SUM (f.vote_cents)"
    "  WHEN 4 THEN SUM (f.notifie_cents) ELSE SUM (t.verse_cents) END"
    " FROM financement f JOIN financeur p ON p.id = f.financeur_id"
    " JOIN organisme o ON o.id = p.organisme_id"
    " LEFT JOIN total_financement t ON t.id = f.id"
    " WHERE f.dossier_id = :id GROUP BY p.id ORDER BY p.ordre IS NULL, p.ordre, MIN (f.id)";
static const char lit_avis[] =
    "SELECT n.nom, i.avis FROM instruction i JOIN institution n ON n.id = i.institution_id"
    " WHERE i.dossier_id = :id AND i.etat <> 'remplacee'"
    " ORDER BY i.etat <> 'soumise' OR i.avis IS NULL, n.ordre IS NULL, n.ordre, n.nom";
static const char lit_territoires[] =
    "SELECT (SELECT group_concat (nom, ', ') FROM (SELECT DISTINCT c.nom FROM dossier_territoire t"
    "   LEFT JOIN quartier_commune q ON q.quartier_id = t.quartier_id AND t.commune_id IS NULL"
    "   JOIN commune c ON c.id = COALESCE (t.commune_id, q.commune_id)"
    "   WHERE t.dossier_id = :id ORDER BY c.nom_plie)),"
    " (SELECT group_concat (texte, ', ') FROM (SELECT q.nom || CASE WHEN t.part_bp IS NULL THEN ''"
    "    ELSE ' ' || replace (rtrim (rtrim (printf ('%.2f', t.part_bp / 100.0), '0'), '.'),"
    "      '.', ',') || char (8239) || '%' END AS texte"
    "   FROM dossier_territoire t JOIN quartier q ON q.id = t.quartier_id"
    "   WHERE t.dossier_id = :id ORDER BY t.part_bp DESC, q.nom_plie)),"
    " (SELECT territoire_declare FROM dossier WHERE id = :id)";

static void
financeur_free (PvApercuFinanceur *self)
{
  g_free (self->nom);
  g_free (self);
}

static void
avis_free (PvApercuAvis *self)
{
  g_free (self->institution);
  g_free (self);
}

static gboolean
load_financeurs (PvDossierApercu *self, PvDb *db, gint64 id, PvEtape etape, GError **error)
{
  g_autoptr (PvStatement) row = pv_sql_prepare (db, lit_financeurs, error, "ii", (gint64)etape, id);
  PvStep step;

  if (row == NULL)
    return FALSE;
  while ((step = pv_statement_step (row, error)) == PV_STEP_ROW)
    {
      PvApercuFinanceur *financeur = g_new0 (PvApercuFinanceur, 1);

      financeur->nom = pv_statement_dup_text (row, 0);
      financeur->sollicite_cents = pv_statement_get_int (row, 1);
      financeur->etape_cents = pv_statement_get_int (row, 2);
      g_ptr_array_add (self->financeurs, financeur);
      if (!pv_money_add (self->sollicite_cents, financeur->sollicite_cents,
                         &self->sollicite_cents) ||
          !pv_money_add (self->etape_cents, financeur->etape_cents, &self->etape_cents))
        return FALSE;
    }

  return step == PV_STEP_DONE;
}

static gboolean
load_avis (PvDossierApercu *self, PvDb *db, gint64 id, GError **error)
{
  g_autoptr (PvStatement) row = pv_sql_prepare (db, lit_avis, error, "i", id);
  PvStep step;

  if (row == NULL)
    return FALSE;
  while ((step = pv_statement_step (row, error)) == PV_STEP_ROW)
    {
      PvApercuAvis *avis = g_new0 (PvApercuAvis, 1);
      const char *id_avis = pv_statement_get_text (row, 1);

      avis->institution = pv_statement_dup_text (row, 0);
      avis->avis = PV_AVIS_NULL;
      if (id_avis != NULL && !pv_avis_from_id (id_avis, &avis->avis))
        avis->avis = PV_AVIS_NULL;
      g_ptr_array_add (self->avis, avis);
    }

  return step == PV_STEP_DONE;
}

static gboolean
load_territoires (PvDossierApercu *self, PvDb *db, gint64 id, GError **error)
{
  g_autoptr (PvStatement) row = pv_sql_prepare (db, lit_territoires, error, "i", id);
  const char *communes, *quartiers;

  if (row == NULL || pv_statement_step (row, error) != PV_STEP_ROW)
    return FALSE;

  communes = pv_statement_get_text (row, 0);
  quartiers = pv_statement_get_text (row, 1);
  if (communes != NULL && quartiers != NULL)
    self->territoires = g_strdup_printf ("%s · %s", communes, quartiers);
  else if (communes != NULL || quartiers != NULL)
    self->territoires = g_strdup (communes != NULL ? communes : quartiers);
  else
    self->territoires = pv_statement_dup_text (row, 2);

  return TRUE;
}

PvDossierApercu *
pv_dossier_apercu_store_load (PvDb *db, gint64 id, PvEtape etape, GError **error)
{
  g_autoptr (PvDossierApercu) self = g_new0 (PvDossierApercu, 1);
  g_autoptr (GPtrArray) lignes = NULL;

  self->financeurs = g_ptr_array_new_with_free_func ((GDestroyNotify)financeur_free);
  self->avis = g_ptr_array_new_with_free_func ((GDestroyNotify)avis_free);
  self->sollicite_cents = PV_CENTS_NULL;
  self->etape_cents = PV_CENTS_NULL;

  lignes = pv_dossier_liste_store_lignes (db, &id, 1, etape, error);
  if (lignes == NULL || lignes->len == 0 || lignes->pdata[0] == NULL)
    return NULL;
  self->resume = lignes->pdata[0];
  lignes->pdata[0] = NULL;

  if (!load_financeurs (self, db, id, etape, error) || !load_avis (self, db, id, error) ||
      !load_territoires (self, db, id, error))
    return NULL;

  return g_steal_pointer (&self);
}

void
pv_dossier_apercu_free (PvDossierApercu *self)
{
  g_clear_pointer (&self->resume, pv_dossier_resume_free);
  g_free (self->territoires);
  g_clear_pointer (&self->financeurs, g_ptr_array_unref);
  g_clear_pointer (&self->avis, g_ptr_array_unref);
  g_free (self);
}
