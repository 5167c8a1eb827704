/* pv-piece-sql.h: which documents dossiers lack, in SQL
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/*
 * For queries that first list what is required, in a table `q` with the columns dossier_id,
 * porteur_id, exercice and type_id. :jour is bound to today.
 */

/* What each `dossier d` needs: `piece_requise q` of its appel and of the forme of its porteur. */
#define PV_PIECE_REQUISE_FROM_SQL                                                                  \
  "  FROM dossier d JOIN organisme o ON o.id = d.porteur_id"                                       \
  "  JOIN piece_requise q ON (q.appel_id IS NULL OR q.appel_id = d.appel_id)"                      \
  "                      AND (q.forme IS NULL OR q.forme = o.forme) "

/* A document is good when exempted, or received and valid on the day, or at the end of the
 * exercice when that is past. */
#define PV_PIECE_BONNE_SQL                                                                         \
  " AND (p.dispensee = 1 OR (p.recue_le IS NOT NULL"                                               \
  " AND (p.valable_jusque IS NULL OR p.valable_jusque >="                                          \
  " CASE WHEN :jour < q.exercice || '-12-31' THEN :jour ELSE q.exercice || '-12-31' END)))"

/* Whether the document of a row of `q` is missing: it belongs to the dossier or to its porteur. */
#define PV_PIECE_MANQUE_SQL                                                                        \
  "NOT EXISTS (SELECT 1 FROM piece p WHERE p.dossier_id = q.dossier_id"                            \
  "             AND p.piece_type_id = q.type_id" PV_PIECE_BONNE_SQL ")"                            \
  " AND NOT EXISTS (SELECT 1 FROM piece p WHERE p.organisme_id = q.porteur_id"                     \
  "             AND p.piece_type_id = q.type_id" PV_PIECE_BONNE_SQL ")"

/* A row (dossier_id, demandee_le) for each document that was asked of a dossier, or of its
 * porteur, and did not come. */
#define PV_PIECE_DEMANDEE_SQL                                                                      \
  "SELECT r.dossier_id, r.demandee_le FROM piece r"                                                \
  " WHERE r.dossier_id IS NOT NULL AND r.demandee_le IS NOT NULL AND r.recue_le IS NULL"           \
  "   AND r.dispensee = 0"                                                                         \
  " UNION ALL SELECT c.id, r.demandee_le FROM piece r JOIN dossier c"                              \
  "   ON c.porteur_id = r.organisme_id"                                                            \
  " WHERE r.demandee_le IS NOT NULL AND r.recue_le IS NULL AND r.dispensee = 0"
