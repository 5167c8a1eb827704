/* pv-recevabilite-sql.h: which conditions dossiers meet, in SQL
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dossier/pv-dossier-periode.h"
#include "piece/pv-piece-sql.h"

/*
 * Included by the stores that count on it; each writes
 *
 *   WITH PV_RECEVABILITE_MANQUE_SQL (portée) SELECT … PV_RECEVABILITE_FROM_SQL WHERE portée
 *
 * with `dossier d`, `recevabilite_regle r` and `recevabilite_reponse p`. :jour is bound to today.
 */

/* How many required pieces a dossier lacks; a dossier that lacks none has no row. */
#define PV_RECEVABILITE_MANQUE_SQL(portee)                                                         \
  "requise (dossier_id, porteur_id, exercice, type_id) AS MATERIALIZED ("                          \
  " SELECT DISTINCT d.id, d.porteur_id, d.exercice, q.piece_type_id" PV_PIECE_REQUISE_FROM_SQL     \
  "  WHERE EXISTS (SELECT 1 FROM recevabilite_regle r"                                             \
  "                 WHERE r.appel_id = d.appel_id AND r.genre = 'pieces') AND " portee "), "       \
  "manque (dossier_id, n) AS MATERIALIZED ("                                                       \
  " SELECT q.dossier_id, COUNT (*) FROM requise q"                                                 \
  "  WHERE " PV_PIECE_MANQUE_SQL " GROUP BY q.dossier_id) "

/* 1: met; 0: not met; NULL: to be verified. */
#define PV_RECEVABILITE_CALCUL_SQL                                                                 \
  "CASE r.genre"                                                                                   \
  " WHEN 'cer' THEN CASE WHEN o.forme IS NULL THEN NULL"                                           \
  "   WHEN o.forme NOT IN ('association', 'fondation') THEN 1"                                     \
  "   ELSE o.cer_signe_le IS NOT NULL END"                                                         \
  " WHEN 'delai' THEN CASE WHEN d.depose_le IS NULL"                                               \
  "     OR (a.depot_debut IS NULL AND a.depot_fin IS NULL) THEN NULL"                              \
  "   ELSE SUBSTR (d.depose_le, 1, 10) BETWEEN COALESCE (a.depot_debut, '')"                       \
  "    AND COALESCE (a.depot_fin, '9999') END"                                                     \
  " WHEN 'periode' THEN CASE"                                                                      \
  "   WHEN COALESCE (d.debut, '9999') < " PV_PERIODE_DEBUT_SQL                                     \
  "     OR COALESCE (d.fin, '') > " PV_PERIODE_FIN_SQL                                             \
  "     OR COALESCE (d.debut, '') > " PV_PERIODE_FIN_SQL                                           \
  "     OR COALESCE (d.fin, '9999') < " PV_PERIODE_DEBUT_SQL " THEN 0"                             \
  "   WHEN d.debut IS NULL OR d.fin IS NULL THEN NULL ELSE 1 END"                                  \
  " WHEN 'montant_minimum' THEN CASE WHEN t.n_sollicite > 0"                                       \
  "   THEN t.sollicite_cents >= COALESCE (r.valeur, a.montant_minimum_cents) END"                  \
  " WHEN 'part_qpv' THEN d.beneficiaires_qpv_bp >= r.valeur"                                       \
  " WHEN 'budget_equilibre' THEN CASE WHEN t.n_charges > 0 AND t.n_produits > 0"                   \
  "   THEN t.charges_cents = t.produits_cents END"                                                 \
  " WHEN 'pieces' THEN m.n IS NULL"                                                                \
  " END"

#define PV_RECEVABILITE_FROM_SQL                                                                   \
  "  FROM dossier d JOIN appel a ON a.id = d.appel_id"                                             \
  "  JOIN recevabilite_regle r ON r.appel_id = a.id"                                               \
  "  JOIN organisme o ON o.id = d.porteur_id"                                                      \
  "  LEFT JOIN total_dossier t ON t.id = d.id"                                                     \
  "  LEFT JOIN recevabilite_reponse p ON p.dossier_id = d.id AND p.regle_id = r.id"                \
  "  LEFT JOIN manque m ON m.dossier_id = d.id "
