/* pv-seance-sql.h: what the queries of an open séance share
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commun/pv-filtre.h"

/*
 * With `instance i`, `seance_dossier s`, `dossier d`, `financement f`, `decision c` (LEFT JOIN:
 * its last version) and `decision_montant m` (LEFT JOIN: of both).
 */

/* The last version of what was decided of `seance_dossier s`. */
#define PV_SEANCE_DERNIERE_SQL                                                                     \
  "(SELECT x.id FROM decision x WHERE x.seance_dossier_id = s.id ORDER BY x.version DESC LIMIT 1)"

/* Whether the payer of `f` is an institution that is recused on `s`: the same organisme, or, while
 * it is not said which it is, one whose name is or begins with its own. Recusals, which are few,
 * come first. */
#define PV_SEANCE_DEPORTE_SQL                                                                      \
  "EXISTS (SELECT 1 FROM deport p CROSS JOIN institution n ON n.id = p.institution_id"             \
  " CROSS JOIN financeur u ON u.id = f.financeur_id"                                               \
  " CROSS JOIN organisme q ON q.id = u.organisme_id"                                               \
  " WHERE p.seance_dossier_id = s.id"                                                              \
  "   AND CASE WHEN n.organisme_id IS NOT NULL THEN n.organisme_id = q.id"                         \
  "            ELSE q.nom = n.nom OR q.sigle = n.nom"                                              \
  "                 OR substr (q.nom, 1, length (n.nom) + 1) = n.nom || ' ' END)"

/* Why the séance does not decide the amount of `f`; NULL: it does. */
#define PV_SEANCE_VERROU_SQL                                                                       \
  "(CASE WHEN f.notifie_cents IS NOT NULL THEN 'notifie' WHEN f.vote_cents IS NOT NULL THEN"       \
  " 'vote' WHEN " PV_SEANCE_DEPORTE_SQL " THEN 'deport' END)"

/* The amount that stands without the séance; NULL: none. */
#define PV_SEANCE_FERME_SQL                                                                        \
  "COALESCE (f.notifie_cents, f.vote_cents, f.arbitre_cents, f.propose_cents)"

/* The amount on the table of a line that is not voted: proposé until it is touched. */
#define PV_SEANCE_TABLE_SQL                                                                        \
  "(CASE WHEN " PV_SEANCE_DEPORTE_SQL " THEN NULL WHEN c.id IS NULL THEN f.propose_cents"          \
  " ELSE m.montant_cents END)"

/*
 * What `f` takes of its envelope: now, as total_enveloppe counts it; and once the séance is closed
 * with what is on the table. A line without an amount there changes nothing; an ajourné keeps what
 * is proposed of it.
 */
#define PV_SEANCE_AVANT_SQL                                                                        \
  "(CASE WHEN d.chapeau = 1 OR " PV_SORTI_SQL " THEN 0"                                            \
  " ELSE COALESCE (" PV_SEANCE_FERME_SQL ", 0) END)"
#define PV_SEANCE_APRES_SQL                                                                        \
  "(CASE WHEN d.chapeau = 1 OR (i.effet = 'avis' AND " PV_SORTI_SQL ")"                            \
  "        OR (i.effet = 'decision' AND c.decision IN ('refuse', 'reoriente')) THEN 0"             \
  "      WHEN c.decision = 'ajourne' THEN COALESCE (" PV_SEANCE_FERME_SQL ", 0)"                   \
  "      WHEN i.effet = 'avis' THEN COALESCE (f.notifie_cents, f.vote_cents, f.arbitre_cents,"     \
  " " PV_SEANCE_TABLE_SQL ", f.propose_cents, 0)"                                                  \
  "      ELSE COALESCE (f.notifie_cents, f.vote_cents, " PV_SEANCE_TABLE_SQL ","                   \
  " f.arbitre_cents, f.propose_cents, 0) END)"

/* The same of what is arbitrated at least. */
#define PV_SEANCE_AVANT_ARBITRE_SQL                                                                \
  "(CASE WHEN d.chapeau = 1 OR " PV_SORTI_SQL " THEN 0"                                            \
  " ELSE COALESCE (f.notifie_cents, f.vote_cents, f.arbitre_cents, 0) END)"
#define PV_SEANCE_APRES_ARBITRE_SQL                                                                \
  "(CASE WHEN d.chapeau = 1 OR (i.effet = 'avis' AND " PV_SORTI_SQL ")"                            \
  "        OR (i.effet = 'decision' AND c.decision IN ('refuse', 'reoriente')) THEN 0"             \
  "      WHEN c.decision = 'ajourne' OR i.effet = 'avis'"                                          \
  "      THEN COALESCE (f.notifie_cents, f.vote_cents, f.arbitre_cents, 0)"                        \
  "      ELSE COALESCE (f.notifie_cents, f.vote_cents, " PV_SEANCE_TABLE_SQL ","                   \
  " f.arbitre_cents, 0) END)"
