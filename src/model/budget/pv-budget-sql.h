/* pv-budget-sql.h: what queries of budgets share
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/**
 * PV_BUDGET_AUTRES_SQL:
 * @dossiers: what `b.dossier_id` is in, as SQL with its brackets
 *
 * Each dossier with a planned income, and its own resources and other income in cents: what
 * pv_budget_compute_totaux() says of one, the lines that payers feed left out. Only where
 * there is such a line.
 */
#define PV_BUDGET_AUTRES_SQL(dossiers)                                                             \
  "WITH lien (compte_id) AS ("                                                                     \
  "  SELECT cf.compte_id FROM compte_financeur cf"                                                 \
  "  UNION SELECT c.poste_id FROM compte_financeur cf JOIN compte c ON c.id = cf.compte_id"        \
  "         WHERE c.poste_id IS NOT NULL) "                                                        \
  "SELECT b.dossier_id, SUM (b.prevu_cents)"                                                       \
  "  FROM budget_ligne b JOIN compte c ON c.id = b.compte_id"                                      \
  " WHERE c.cote = 'produit' AND c.groupe <> 'volontaire' AND b.prevu_cents IS NOT NULL"           \
  "   AND b.compte_id NOT IN (SELECT compte_id FROM lien)"                                         \
  "   AND b.dossier_id IN " dossiers " GROUP BY b.dossier_id"
