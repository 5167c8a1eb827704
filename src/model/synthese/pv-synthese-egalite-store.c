/* pv-synthese-egalite-store.c: answers and marks on women's and men's equality
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "synthese/pv-synthese-egalite-store.h"

#define SQL_AXE "(SELECT id FROM axe_transversal WHERE code = 'egalite')"

#define SQL_QUESTION(question)                                                                     \
  "COUNT(*) FILTER (WHERE r.question = '" question "' AND r.reponse = 1),"                         \
  "COUNT(*) FILTER (WHERE r.question = '" question "' AND r.reponse = 0)"

#define SQL_COMMUNE(question)                                                                      \
  "(SELECT c.reponse FROM marqueur_reponse_commune c WHERE c.dossier_id = d.id"                    \
  "    AND c.axe_id = " SQL_AXE " AND c.question = '" question "')"

/* clang-format off */
static const char SQL_EGALITE[] =
    "SELECT d.numero, o.nom, d.intitule,"
    SQL_QUESTION ("mixte") "," SQL_QUESTION ("objectif") "," SQL_QUESTION ("a") ","
    SQL_QUESTION ("b") "," SQL_QUESTION ("c") "," SQL_QUESTION ("coherent") ","
    "       m.valeur, m.justification, m.decide_le,"
    "       (SELECT SUM(f.sollicite_cents) FROM financement f WHERE f.dossier_id = d.id),"
    "       (SELECT SUM(COALESCE(f.vote_cents, f.arbitre_cents)) FROM financement f"
    "         WHERE f.dossier_id = d.id),"
    "       (SELECT a.egalite_criteres FROM appel a WHERE a.id = d.appel_id),"
    SQL_COMMUNE ("mixte") "," SQL_COMMUNE ("objectif") "," SQL_COMMUNE ("a") ","
    SQL_COMMUNE ("b") "," SQL_COMMUNE ("c") "," SQL_COMMUNE ("coherent")
    "  FROM dossier d CROSS JOIN organisme o ON o.id = d.porteur_id"
    "  LEFT JOIN marqueur m ON m.dossier_id = d.id AND m.axe_id = " SQL_AXE
    "  LEFT JOIN marqueur_reponse r ON r.dossier_id = d.id AND r.axe_id = " SQL_AXE
    " WHERE d.chapeau = 0 AND " PV_FILTRE_SQL " GROUP BY d.id ORDER BY d.id";
/* clang-format on */

static const char SQL_MARQUES[] =
    "SELECT COALESCE(m.valeur, 3), COUNT(*), SUM(x.demande), SUM(x.accorde)"
    "  FROM (SELECT d.id, SUM(f.sollicite_cents) AS demande,"
    "               SUM(COALESCE(f.vote_cents, f.arbitre_cents)) AS accorde"
    "          FROM dossier d LEFT JOIN financement f ON f.dossier_id = d.id"
    "         WHERE d.chapeau = 0 AND " PV_FILTRE_SQL " GROUP BY d.id) x"
    "  LEFT JOIN marqueur m ON m.dossier_id = x.id AND m.axe_id = " SQL_AXE " GROUP BY 1";

PvStatement *
pv_synthese_egalite_open (PvDb *db, const PvFiltre *filtre, GError **error)
{
  PvStatement *rows = pv_db_prepare (db, SQL_EGALITE, error);

  if (rows != NULL)
    pv_filtre_bind (filtre, rows);

  return rows;
}

gboolean
pv_synthese_marques_load (PvDb *db,
                          const PvFiltre *filtre,
                          PvSyntheseMarque *marques,
                          GError **error)
{
  g_autoptr (PvStatement) rows = pv_db_prepare (db, SQL_MARQUES, error);
  PvStep step = PV_STEP_ERROR;

  if (rows == NULL)
    return FALSE;

  for (guint i = 0; i < PV_SYNTHESE_N_MARQUES; i++)
    marques[i] = (PvSyntheseMarque){ 0, PV_CENTS_NULL, PV_CENTS_NULL };

  pv_filtre_bind (filtre, rows);
  while ((step = pv_statement_step (rows, error)) == PV_STEP_ROW)
    {
      PvSyntheseMarque *marque = &marques[pv_statement_get_int (rows, 0)];

      marque->dossiers = pv_statement_get_int (rows, 1);
      marque->demande_cents = pv_statement_get_int (rows, 2);
      marque->accorde_cents = pv_statement_get_int (rows, 3);
    }

  return step == PV_STEP_DONE;
}
