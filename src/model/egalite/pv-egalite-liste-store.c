/* pv-egalite-liste-store.c: the dossiers and their answers, for a list
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "egalite/pv-egalite-liste-store.h"

#include "commun/pv-entite.h"
#include "institution/pv-institution-store.h"

static const char sql_dossiers[] =
    "SELECT d.id, d.numero, o.nom, d.intitule, d.exercice, a.egalite_criteres, m.valeur,"
    "       m.justification, m.decide_le, m.decide_par,"
    "       (SELECT SUM (f.sollicite_cents) FROM financement f WHERE f.dossier_id = d.id),"
    "       (SELECT SUM (COALESCE (f.vote_cents, f.arbitre_cents)) FROM financement f"
    "         WHERE f.dossier_id = d.id)"
    "  FROM dossier d JOIN organisme o ON o.id = d.porteur_id JOIN appel a ON a.id = d.appel_id"
    "  LEFT JOIN marqueur m ON m.dossier_id = d.id AND m.axe_id = :axe"
    " WHERE d.chapeau = 0 AND " PV_FILTRE_SQL " ORDER BY d.id";

/* The common answers come with no institution. */
static const char sql_reponses[] =
    "SELECT dossier_id, institution_id, question, reponse FROM marqueur_reponse"
    " WHERE axe_id = :axe"
    " UNION ALL SELECT dossier_id, NULL, question, reponse FROM marqueur_reponse_commune"
    " WHERE axe_id = :axe ORDER BY 1";

struct _PvEgaliteListe
{
  GPtrArray *institutions;
  PvStatement *dossiers;
  PvStatement *reponses; /* one step ahead */
  gint64 reponse_dossier;
  PvEgaliteDossier courant;
};

void
pv_egalite_liste_free (PvEgaliteListe *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->institutions, g_ptr_array_unref);
  g_clear_pointer (&self->dossiers, pv_statement_return);
  g_clear_pointer (&self->reponses, pv_statement_return);
  g_free (self->courant.par_institution);
  g_free (self);
}

static gboolean
advance (PvEgaliteListe *self, GError **error)
{
  PvStep step = pv_statement_step (self->reponses, error);

  self->reponse_dossier =
      step == PV_STEP_ROW ? pv_statement_get_int (self->reponses, 0) : G_MAXINT64;

  return step != PV_STEP_ERROR;
}

PvEgaliteListe *
pv_egalite_liste_open (PvDb *db, gint64 axe_id, const PvFiltre *filtre, GError **error)
{
  g_autoptr (PvEgaliteListe) self = g_new0 (PvEgaliteListe, 1);

  self->institutions = pv_institution_store_list (db, error);
  if (self->institutions == NULL)
    return NULL;
  self->courant.par_institution =
      g_malloc0_n (MAX (self->institutions->len, 1), sizeof *self->courant.par_institution);
  self->dossiers = pv_db_prepare (db, sql_dossiers, error);
  if (self->dossiers == NULL)
    return NULL;
  self->reponses = pv_db_prepare (db, sql_reponses, error);
  if (self->reponses == NULL)
    return NULL;
  pv_statement_bind_int (self->dossiers, ":axe", axe_id);
  pv_filtre_bind (filtre, self->dossiers);
  pv_statement_bind_int (self->reponses, ":axe", axe_id);

  return advance (self, error) ? g_steal_pointer (&self) : NULL;
}

GPtrArray *
pv_egalite_liste_get_institutions (PvEgaliteListe *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->institutions;
}

static void
clear_reponses (PvEgaliteListe *self)
{
  for (guint q = 0; q < PV_N_EGALITE_QUESTIONS; q++)
    {
      self->courant.communes[q] = PV_EGALITE_SANS_REPONSE;
      for (guint i = 0; i < self->institutions->len; i++)
        self->courant.par_institution[i][q] = PV_EGALITE_SANS_REPONSE;
    }
}

static void
take_reponse (PvEgaliteListe *self)
{
  gint64 institution = pv_statement_get_int (self->reponses, 1);
  PvEgaliteReponse reponse = (PvEgaliteReponse)pv_statement_get_int (self->reponses, 3);
  PvEgaliteQuestion question;

  if (!pv_egalite_question_from_id (pv_statement_get_text (self->reponses, 2), &question))
    return;
  if (institution == PV_INT_NULL)
    self->courant.communes[question] = reponse;
  for (guint i = 0; i < self->institutions->len; i++)
    if (((const PvInstitution *)self->institutions->pdata[i])->id == institution)
      self->courant.par_institution[i][question] = reponse;
}

static gboolean
read_reponses (PvEgaliteListe *self, gint64 dossier, GError **error)
{
  clear_reponses (self);
  while (self->reponse_dossier <= dossier)
    {
      if (self->reponse_dossier == dossier)
        take_reponse (self);
      if (!advance (self, error))
        return FALSE;
    }

  return TRUE;
}

const PvEgaliteDossier *
pv_egalite_liste_next (PvEgaliteListe *self, GError **error)
{
  PvStatement *row = self->dossiers;
  PvEgaliteDossier *courant = &self->courant;

  g_return_val_if_fail (self != NULL, NULL);

  if (pv_statement_step (row, error) != PV_STEP_ROW ||
      !read_reponses (self, pv_statement_get_int (row, 0), error))
    return NULL;
  courant->numero = pv_statement_get_text (row, 1);
  courant->porteur = pv_statement_get_text (row, 2);
  courant->intitule = pv_statement_get_text (row, 3);
  courant->exercice = pv_statement_get_int (row, 4);
  courant->criteres = (guint)CLAMP (pv_statement_get_int (row, 5), 1, 3);
  courant->marque = pv_statement_get_int (row, 6);
  courant->justification = pv_statement_get_text (row, 7);
  courant->decide_le = pv_statement_get_text (row, 8);
  courant->decide_par = pv_statement_get_text (row, 9);
  courant->demande_cents = pv_statement_get_int (row, 10);
  courant->accorde_cents = pv_statement_get_int (row, 11);

  return courant;
}
