/* pv-egalite-reponse-store.c: what was answered to the questions of the tree
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "egalite/pv-egalite-reponse-store.h"

#include <glib/gi18n-lib.h>

#include "commun/pv-entite.h"
#include "pv-error.h"

static const char sql_institution[] =
    "SELECT question, reponse, NULL FROM marqueur_reponse"
    " WHERE dossier_id = :dossier AND axe_id = :axe AND institution_id = :institution";

static const char sql_commune[] = "SELECT question, reponse, commentaire"
                                  "  FROM marqueur_reponse_commune"
                                  " WHERE dossier_id = :dossier AND axe_id = :axe";

static const char sql_repondre[] =
    "INSERT INTO marqueur_reponse (dossier_id, axe_id, institution_id, question, reponse)"
    " VALUES (:dossier, :axe, :institution, :question, :reponse)"
    " ON CONFLICT (dossier_id, axe_id, institution_id, question) DO UPDATE"
    "    SET reponse = excluded.reponse, revision = revision + 1"
    "  WHERE reponse <> excluded.reponse";

static const char sql_repondre_ensemble[] =
    "INSERT INTO marqueur_reponse_commune (dossier_id, axe_id, question, reponse)"
    " VALUES (:dossier, :axe, :question, :reponse)"
    " ON CONFLICT (dossier_id, axe_id, question) DO UPDATE"
    "    SET reponse = excluded.reponse, revision = revision + 1"
    "  WHERE reponse <> excluded.reponse";

static const char sql_retirer[] =
    "DELETE FROM marqueur_reponse WHERE dossier_id = :dossier AND axe_id = :axe"
    "   AND institution_id = :institution AND question = :question";

static const char sql_retirer_ensemble[] =
    "DELETE FROM marqueur_reponse_commune WHERE dossier_id = :dossier AND axe_id = :axe"
    "   AND question = :question";

static const char sql_commune_est_la[] =
    "SELECT id FROM marqueur_reponse_commune WHERE dossier_id = :dossier AND axe_id = :axe"
    "   AND question = :question";

static const char sql_commenter[] =
    "UPDATE marqueur_reponse_commune SET commentaire = :commentaire, revision = revision + 1"
    " WHERE dossier_id = :dossier AND axe_id = :axe AND question = :question"
    "   AND commentaire IS DISTINCT FROM :commentaire";

void
pv_egalite_reponses_init (PvEgaliteReponses *self)
{
  for (guint i = 0; i < PV_N_EGALITE_QUESTIONS; i++)
    {
      self->reponses[i] = PV_EGALITE_SANS_REPONSE;
      self->commentaires[i] = NULL;
    }
}

void
pv_egalite_reponses_clear (PvEgaliteReponses *self)
{
  for (guint i = 0; i < PV_N_EGALITE_QUESTIONS; i++)
    g_clear_pointer (&self->commentaires[i], g_free);
  pv_egalite_reponses_init (self);
}

guint
pv_egalite_reponses_count (const PvEgaliteReponses *self)
{
  guint n = 0;

  for (guint i = 0; i < PV_N_EGALITE_QUESTIONS; i++)
    n += self->reponses[i] != PV_EGALITE_SANS_REPONSE;

  return n;
}

gboolean
pv_egalite_reponses_divergent (const PvEgaliteReponses *par_institution,
                               guint n,
                               PvEgaliteQuestion question)
{
  gboolean said[2] = { FALSE, FALSE };

  for (guint i = 0; i < n; i++)
    if (par_institution[i].reponses[question] != PV_EGALITE_SANS_REPONSE)
      said[par_institution[i].reponses[question]] = TRUE;

  return said[PV_EGALITE_NON] && said[PV_EGALITE_OUI];
}

guint
pv_egalite_reponses_unanimes (const PvEgaliteReponses *par_institution,
                              guint n,
                              PvEgaliteReponse *unanimes)
{
  guint found = 0;

  for (int q = 0; q < PV_N_EGALITE_QUESTIONS; q++)
    {
      unanimes[q] = PV_EGALITE_SANS_REPONSE;
      if (pv_egalite_reponses_divergent (par_institution, n, (PvEgaliteQuestion)q))
        continue;
      for (guint i = 0; i < n && unanimes[q] == PV_EGALITE_SANS_REPONSE; i++)
        unanimes[q] = par_institution[i].reponses[q];
      found += unanimes[q] != PV_EGALITE_SANS_REPONSE;
    }

  return found;
}

static void
take (PvEgaliteReponses *reponses, PvStatement *row)
{
  PvEgaliteQuestion question;

  /* Of an axis that has no tree, or of a later version. */
  if (!pv_egalite_question_from_id (pv_statement_get_text (row, 0), &question))
    return;
  reponses->reponses[question] = (PvEgaliteReponse)pv_statement_get_int (row, 1);
  g_free (reponses->commentaires[question]);
  reponses->commentaires[question] = pv_statement_dup_text (row, 2);
}

gboolean
pv_egalite_reponse_store_load (PvDb *db,
                               gint64 dossier_id,
                               gint64 axe_id,
                               gint64 institution_id,
                               PvEgaliteReponses *reponses,
                               GError **error)
{
  g_autoptr (PvStatement) rows = NULL;
  PvStep step;

  pv_egalite_reponses_clear (reponses);
  rows =
      institution_id == PV_INT_NULL
          ? pv_sql_prepare (db, sql_commune, error, "ii", dossier_id, axe_id)
          : pv_sql_prepare (db, sql_institution, error, "iii", dossier_id, axe_id, institution_id);
  if (rows == NULL)
    return FALSE;

  while ((step = pv_statement_step (rows, error)) == PV_STEP_ROW)
    take (reponses, rows);

  return step == PV_STEP_DONE;
}

gboolean
pv_egalite_reponse_store_set (PvDb *db,
                              gint64 dossier_id,
                              gint64 axe_id,
                              gint64 institution_id,
                              PvEgaliteQuestion question,
                              PvEgaliteReponse reponse,
                              GError **error)
{
  const char *id = pv_egalite_question_to_id (question);

  if (reponse == PV_EGALITE_SANS_REPONSE)
    return institution_id == PV_INT_NULL
               ? pv_sql_run (db, sql_retirer_ensemble, error, "iit", dossier_id, axe_id, id)
               : pv_sql_run (db, sql_retirer, error, "iiit", dossier_id, axe_id, institution_id,
                             id);

  return institution_id == PV_INT_NULL ? pv_sql_run (db, sql_repondre_ensemble, error, "iiti",
                                                     dossier_id, axe_id, id, (gint64)reponse)
                                       : pv_sql_run (db, sql_repondre, error, "iiiti", dossier_id,
                                                     axe_id, institution_id, id, (gint64)reponse);
}

gboolean
pv_egalite_reponse_store_comment (PvDb *db,
                                  gint64 dossier_id,
                                  gint64 axe_id,
                                  PvEgaliteQuestion question,
                                  const char *commentaire,
                                  GError **error)
{
  const char *id = pv_egalite_question_to_id (question);
  gint64 row;

  if (!pv_sql_find (db, sql_commune_est_la, &row, error, "iit", dossier_id, axe_id, id))
    return FALSE;
  if (row == PV_INT_NULL)
    {
      g_set_error_literal (error, PV_RULE_ERROR, PV_RULE_ERROR_REFUSED,
                           _ ("Answer the question together before saying why."));
      return FALSE;
    }

  return pv_sql_run (db, sql_commenter, error, "tiit", commentaire, dossier_id, axe_id, id);
}
