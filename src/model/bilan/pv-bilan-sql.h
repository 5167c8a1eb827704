/* pv-bilan-sql.h: what queries of comptes rendus share
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commun/pv-filtre.h"

/* Of a `dossier d`, its `total_dossier t` and, where there is one, its `bilan b`. */

/* Whether its compte rendu is expected: something was paid, or is notified and not given up. A
 * chapeau says nothing for its parts. */
#define PV_BILAN_ATTENDU_SQL                                                                       \
  "(d.chapeau = 0 AND (t.verse_cents > 0 OR (t.notifie_cents > 0 AND NOT (" PV_SORTI_SQL "))))"

/* The coût total: what was planned. */
#define PV_BILAN_PREVU_SQL                                                                         \
  "CASE WHEN t.n_charges > 0 THEN t.charges_cents ELSE d.cout_total_declare_cents END"

/* Σ realised of the classes 60 to 69 and indirect; NULL when none is known. */
#define PV_BILAN_REALISE_SQL                                                                       \
  "(SELECT SUM (l.realise_cents) FROM budget_ligne l JOIN compte c ON c.id = l.compte_id"          \
  "  WHERE l.dossier_id = d.id AND c.cote = 'charge' AND c.groupe <> 'volontaire')"

/* What pv_bilan_compute_echeance() starts from: the end of the exercice, or of the action when
 * it is in the year after. */
#define PV_BILAN_FIN_SQL                                                                           \
  "(CASE WHEN substr (d.fin, 1, 4) = CAST (d.exercice + 1 AS TEXT) THEN d.fin"                     \
  "      ELSE d.exercice || '-12-31' END)"

/* The delay in force that day, in months; 6 when the file has no such threshold; NULL: none. */
#define PV_BILAN_DELAI_SQL                                                                         \
  "(CASE WHEN NOT EXISTS (SELECT 1 FROM seuil WHERE code = 'crf_delai') THEN 6"                    \
  " ELSE (SELECT s.valeur FROM seuil s WHERE s.code = 'crf_delai'"                                 \
  "   AND COALESCE (s.valable_du, '') <= " PV_BILAN_FIN_SQL                                        \
  "   AND COALESCE (s.valable_au, '9999') >= " PV_BILAN_FIN_SQL                                    \
  "   ORDER BY COALESCE (s.valable_du, '') DESC LIMIT 1) END)"

/* When it is due: the same day of the month, or the last one it has. */
#define PV_BILAN_DU_SQL                                                                            \
  "COALESCE (b.crf_du_le,"                                                                         \
  " min (date (" PV_BILAN_FIN_SQL ", " PV_BILAN_DELAI_SQL " || ' months'),"                        \
  "      date (" PV_BILAN_FIN_SQL ", 'start of month', (" PV_BILAN_DELAI_SQL " + 1) || ' months'," \
  "            '-1 day')))"

/* What of the validated bilan of `dossier d` with `bilan b` is still to be paid back. */
#define PV_A_RECUPERER_SQL                                                                         \
  "(CASE WHEN b.crf_valide_le IS NOT NULL AND b.a_recuperer_cents > 0 THEN"                        \
  " MAX (b.a_recuperer_cents - COALESCE ((SELECT SUM (w.montant_cents) FROM financement g"         \
  "   CROSS JOIN versement w ON w.financement_id = g.id WHERE g.dossier_id = d.id"                 \
  "    AND w.genre = 'reversement'"                                                                \
  "    AND COALESCE (w.verse_le, '9999') >= b.crf_valide_le), 0), 0) ELSE 0 END)"

/* What was paid back of `financement f` because the validated `bilan b` of its dossier says so:
 * it is not due again. */
#define PV_RENDU_SQL                                                                               \
  "(CASE WHEN b.crf_valide_le IS NOT NULL AND b.a_recuperer_cents > 0 THEN"                        \
  " COALESCE ((SELECT SUM (w.montant_cents) FROM versement w"                                      \
  "   WHERE w.financement_id = f.id AND w.genre = 'reversement'"                                   \
  "    AND COALESCE (w.verse_le, '9999') >= b.crf_valide_le), 0) ELSE 0 END)"
