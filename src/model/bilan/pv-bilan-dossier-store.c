/* pv-bilan-dossier-store.c: the query behind the financed dossiers
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bilan/pv-bilan-dossier-store.h"

#include "bilan/pv-bilan-sql.h"
#include "commun/pv-beneficiaires.h"
#include "pv-statement.h"

static const char SQL[] =
    "SELECT d.exercice, d.numero, o.nom, o.siret, d.intitule, n.noeud_id,"
    "       (SELECT group_concat (nom, ', ') FROM ("
    "          SELECT DISTINCT COALESCE (q.nom, c.nom) AS nom FROM dossier_territoire l"
    "            LEFT JOIN quartier q ON q.id = l.quartier_id"
    "            LEFT JOIN commune c ON c.id = l.commune_id"
    "           WHERE l.dossier_id = d.id)),"
    "       d.nature, d.cpo_annee, d.cpo_duree, " PV_BILAN_PREVU_SQL ","
    "       CASE WHEN t.n_sollicite > 0 THEN t.sollicite_cents END,"
    "       CASE WHEN t.n_propose > 0 THEN t.propose_cents END,"
    "       CASE WHEN t.n_arbitre > 0 THEN t.arbitre_cents END,"
    "       CASE WHEN t.n_vote > 0 THEN t.vote_cents END,"
    "       CASE WHEN t.n_notifie > 0 THEN t.notifie_cents END,"
    "       CASE WHEN t.n_verse > 0 THEN t.verse_cents END,"
    "       CASE WHEN s.n_accorde > 0 THEN s.accorde_cents END,"
    "       CASE WHEN s.n_realise > 0 THEN s.realise_cents END,"
    "       d.beneficiaires_femmes, d.beneficiaires_hommes, d.beneficiaires_non_ventiles,"
    "       b.beneficiaires_femmes, b.beneficiaires_hommes, b.beneficiaires_non_ventiles,"
    "       m.valeur, b.crf_recu_le, b.crf_valide_le, b.a_recuperer_cents"
    "  FROM dossier d"
    " CROSS JOIN total_dossier t ON t.id = d.id"
    " CROSS JOIN total_bilan s ON s.id = d.id"
    " CROSS JOIN organisme o ON o.id = d.porteur_id"
    "  LEFT JOIN dossier_noeud n ON n.dossier_id = d.id AND n.principal = 1"
    "  LEFT JOIN bilan b ON b.dossier_id = d.id"
    "  LEFT JOIN marqueur m ON m.dossier_id = d.id"
    "        AND m.axe_id = (SELECT a.id FROM axe_transversal a WHERE a.code = 'egalite')"
    " WHERE d.chapeau = 0"
    "   AND (s.accorde_cents > 0 OR t.notifie_cents > 0 OR t.verse_cents > 0)"
    "   AND (:appel IS NULL OR d.appel_id = :appel)"
    "   AND (:contrat IS NULL"
    "        OR d.appel_id IN (SELECT a.id FROM appel a WHERE a.contrat_id = :contrat))"
    " ORDER BY d.exercice, d.numero, d.id";

static gint64
read_beneficiaires (PvStatement *row, int column)
{
  return pv_beneficiaires_sum (pv_statement_get_int (row, column),
                               pv_statement_get_int (row, column + 1),
                               pv_statement_get_int (row, column + 2));
}

static void
read_ligne (PvBilanDossierLigne *self, PvStatement *row)
{
  self->exercice = pv_statement_get_int (row, 0);
  self->numero = pv_statement_get_text (row, 1);
  self->porteur = pv_statement_get_text (row, 2);
  self->siret = pv_statement_get_text (row, 3);
  self->intitule = pv_statement_get_text (row, 4);
  self->noeud_id = pv_statement_get_int (row, 5);
  self->territoires = pv_statement_get_text (row, 6);
  self->nature = pv_statement_get_text (row, 7);
  self->cpo_annee = pv_statement_get_int (row, 8);
  self->cpo_duree = pv_statement_get_int (row, 9);
  self->cout_cents = pv_statement_get_int (row, 10);
  for (int i = 0; i < PV_N_ETAPES; i++)
    self->etapes[i] = pv_statement_get_int (row, 11 + i);
  self->accorde_cents = pv_statement_get_int (row, 17);
  self->realise_cents = pv_statement_get_int (row, 18);
  self->femmes = pv_statement_get_int (row, 19);
  self->hommes = pv_statement_get_int (row, 20);
  self->prevus = read_beneficiaires (row, 19);
  self->realises = read_beneficiaires (row, 22);
  self->marque = pv_statement_get_int (row, 25);
  self->recu_le = pv_statement_get_text (row, 26);
  self->valide_le = pv_statement_get_text (row, 27);
  self->recuperer_cents = pv_statement_get_int (row, 28);
}

gboolean
pv_bilan_dossier_store_foreach (PvDb *db,
                                const PvBilanPerimetre *perimetre,
                                PvBilanDossierFunc func,
                                gpointer user_data,
                                GError **error)
{
  g_autoptr (PvStatement) rows = pv_db_prepare (db, SQL, error);
  PvStep step = PV_STEP_ERROR;

  if (rows == NULL)
    return FALSE;

  pv_statement_bind_int (rows, ":appel", perimetre->appel_id);
  pv_statement_bind_int (rows, ":contrat", perimetre->contrat_id);
  while ((step = pv_statement_step (rows, error)) == PV_STEP_ROW)
    {
      PvBilanDossierLigne ligne;

      if (!pv_bilan_perimetre_has (perimetre, pv_statement_get_int (rows, 0)))
        continue;
      read_ligne (&ligne, rows);
      if (!func (&ligne, user_data, error))
        return FALSE;
    }

  return step == PV_STEP_DONE;
}
