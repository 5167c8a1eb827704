/* pv-egalite-fiche-store.c: the marking of one dossier on a transversal axis
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "egalite/pv-egalite-fiche-store.h"

#include <glib/gi18n-lib.h>

#include "commun/pv-entite.h"
#include "institution/pv-institution-store.h"
#include "marqueur/pv-axe-store.h"
#include "marqueur/pv-marqueur-store.h"
#include "pv-error.h"

static const char sql_dossier[] =
    "SELECT d.numero, d.intitule, o.nom, a.egalite_criteres"
    "  FROM dossier d JOIN organisme o ON o.id = d.porteur_id JOIN appel a ON a.id = d.appel_id"
    " WHERE d.id = :dossier";

/* Dossiers that are out are nobody's to mark. */
static const char sql_file[] =
    "SELECT d.id, EXISTS (SELECT 1 FROM marqueur_reponse r"
    "                      WHERE r.dossier_id = d.id AND r.axe_id = :axe)"
    "          OR EXISTS (SELECT 1 FROM marqueur_reponse_commune c"
    "                      WHERE c.dossier_id = d.id AND c.axe_id = :axe)"
    "          OR (SELECT arbre FROM axe_transversal WHERE id = :axe) = 0 AS preparee"
    "  FROM dossier d"
    "  LEFT JOIN marqueur m ON m.dossier_id = d.id AND m.axe_id = :axe"
    " WHERE d.chapeau = 0 AND m.valeur IS NULL AND " PV_FILTRE_SQL "   AND NOT " PV_SORTI_SQL
    " ORDER BY preparee DESC, d.id";

static void
institution_clear (gpointer data)
{
  PvEgaliteInstitution *self = data;

  g_clear_pointer (&self->nom, g_free);
  pv_egalite_reponses_clear (&self->reponses);
}

void
pv_egalite_fiche_free (PvEgaliteFiche *self)
{
  if (self == NULL)
    return;

  g_free (self->numero);
  g_free (self->intitule);
  g_free (self->porteur);
  g_clear_pointer (&self->axe, pv_axe_free);
  g_clear_pointer (&self->marqueur, pv_marqueur_free);
  g_clear_pointer (&self->institutions, g_array_unref);
  pv_egalite_reponses_clear (&self->communes);
  g_free (self);
}

static PvEgaliteFiche *
fiche_new (gint64 dossier_id)
{
  PvEgaliteFiche *self = g_new0 (PvEgaliteFiche, 1);

  self->dossier_id = dossier_id;
  self->institutions = g_array_new (FALSE, TRUE, sizeof (PvEgaliteInstitution));
  g_array_set_clear_func (self->institutions, institution_clear);
  pv_egalite_reponses_init (&self->communes);
  self->resultat.marque = PV_INT_NULL;
  self->resultat.manquante = PV_EGALITE_QUESTION_NULL;

  return self;
}

static gboolean
fail_gone (GError **error)
{
  g_set_error_literal (error, PV_RULE_ERROR, PV_RULE_ERROR_NOT_FOUND,
                       _ ("This dossier, or this axis, is no longer in the file."));
  return FALSE;
}

static gboolean
read_dossier (PvEgaliteFiche *self, PvDb *db, GError **error)
{
  g_autoptr (PvStatement) row = pv_sql_prepare (db, sql_dossier, error, "i", self->dossier_id);
  PvStep step;

  if (row == NULL)
    return FALSE;
  step = pv_statement_step (row, error);
  if (step != PV_STEP_ROW)
    return step == PV_STEP_DONE ? fail_gone (error) : FALSE;

  self->numero = pv_statement_dup_text (row, 0);
  self->intitule = pv_statement_dup_text (row, 1);
  self->porteur = pv_statement_dup_text (row, 2);
  self->criteres = (guint)CLAMP (pv_statement_get_int (row, 3), 1, 3);

  return TRUE;
}

static gboolean
read_institution (PvEgaliteFiche *self, PvDb *db, const PvInstitution *from, GError **error)
{
  PvEgaliteInstitution institution = { .id = from->id, .nom = g_strdup (from->nom) };
  gboolean ok;

  pv_egalite_reponses_init (&institution.reponses);
  ok = pv_egalite_reponse_store_load (db, self->dossier_id, self->axe->id, from->id,
                                      &institution.reponses, error);
  pv_egalite_decide (institution.reponses.reponses, self->criteres, &institution.resultat);
  self->n_repondantes += pv_egalite_reponses_count (&institution.reponses) > 0;
  g_array_append_val (self->institutions, institution);

  return ok;
}

/* Only an axis with a tree has questions. */
static gboolean
read_reponses (PvEgaliteFiche *self, PvDb *db, GError **error)
{
  g_autoptr (GPtrArray) institutions = NULL;

  if (!self->axe->arbre)
    return TRUE;
  institutions = pv_institution_store_list (db, error);
  if (institutions == NULL)
    return FALSE;
  for (guint i = 0; i < institutions->len; i++)
    if (!read_institution (self, db, g_ptr_array_index (institutions, i), error))
      return FALSE;
  for (int q = 0; q < PV_N_EGALITE_QUESTIONS; q++)
    self->n_divergences += pv_egalite_fiche_is_divergent (self, (PvEgaliteQuestion)q);
  if (!pv_egalite_reponse_store_load (db, self->dossier_id, self->axe->id, PV_INT_NULL,
                                      &self->communes, error))
    return FALSE;
  pv_egalite_decide (self->communes.reponses, self->criteres, &self->resultat);

  return TRUE;
}

static gboolean
read_marqueur (PvEgaliteFiche *self, PvDb *db, GError **error)
{
  gint64 id;

  if (!pv_marqueur_store_find (db, self->dossier_id, self->axe->id, &id, error))
    return FALSE;
  if (id == PV_INT_NULL)
    {
      self->marqueur = pv_marqueur_new ();
      self->marqueur->id = PV_INT_NULL;
      self->marqueur->dossier_id = self->dossier_id;
      self->marqueur->axe_id = self->axe->id;
      return TRUE;
    }
  self->marqueur = pv_marqueur_store_get (db, id, error);

  return self->marqueur != NULL;
}

PvEgaliteFiche *
pv_egalite_fiche_load (PvDb *db, gint64 dossier_id, gint64 axe_id, GError **error)
{
  g_autoptr (PvEgaliteFiche) self = fiche_new (dossier_id);
  g_autoptr (GError) local = NULL;

  self->axe = pv_axe_store_get (db, axe_id, &local);
  if (self->axe == NULL)
    {
      if (local != NULL)
        g_propagate_error (error, g_steal_pointer (&local));
      else
        fail_gone (error);
      return NULL;
    }
  if (!read_dossier (self, db, error) || !read_reponses (self, db, error) ||
      !read_marqueur (self, db, error))
    return NULL;

  return g_steal_pointer (&self);
}

/* The answers alone, side by side. */
static PvEgaliteReponses *
gather (const PvEgaliteFiche *self)
{
  PvEgaliteReponses *all = g_new (PvEgaliteReponses, MAX (self->institutions->len, 1));

  for (guint i = 0; i < self->institutions->len; i++)
    all[i] = g_array_index (self->institutions, PvEgaliteInstitution, i).reponses;

  return all;
}

gboolean
pv_egalite_fiche_is_divergent (const PvEgaliteFiche *self, PvEgaliteQuestion question)
{
  g_autofree PvEgaliteReponses *all = gather (self);

  return pv_egalite_reponses_divergent (all, self->institutions->len, question);
}

guint
pv_egalite_fiche_get_unanimes (const PvEgaliteFiche *self, PvEgaliteReponse *unanimes)
{
  g_autofree PvEgaliteReponses *all = gather (self);

  return pv_egalite_reponses_unanimes (all, self->institutions->len, unanimes);
}

PvEgaliteAccord
pv_egalite_fiche_get_accord (const PvEgaliteFiche *self)
{
  if (self->marqueur->valeur == PV_INT_NULL || self->resultat.marque == PV_INT_NULL)
    return PV_EGALITE_ACCORD_INCONNU;

  return self->marqueur->valeur == self->resultat.marque ? PV_EGALITE_ACCORD_CONFORME
                                                         : PV_EGALITE_ACCORD_DIFFERENT;
}

void
pv_egalite_file_free (PvEgaliteFile *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->ids);
  g_free (self);
}

PvEgaliteFile *
pv_egalite_file_load (PvDb *db, const PvFiltre *filtre, gint64 axe_id, GError **error)
{
  g_autoptr (PvEgaliteFile) self = g_new0 (PvEgaliteFile, 1);
  g_autoptr (PvStatement) rows = NULL;
  PvStep step = PV_STEP_ERROR;

  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  rows = pv_db_prepare (db, sql_file, error);
  if (rows == NULL)
    return NULL;
  pv_statement_bind_int (rows, ":axe", axe_id);
  pv_filtre_bind (filtre, rows);
  while ((step = pv_statement_step (rows, error)) == PV_STEP_ROW)
    {
      gint64 id = pv_statement_get_int (rows, 0);

      g_array_append_val (self->ids, id);
      self->n_preparees += pv_statement_get_int (rows, 1) != 0;
    }

  return step == PV_STEP_DONE ? g_steal_pointer (&self) : NULL;
}
