/* pv-dossier-periode.h: when the action of a dossier may take place, in SQL
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

/*
 * The first and the last day of `dossier d` of `appel a`: as the appel says; else of the
 * years of the financements of a plan over several; else of those of its convention (year i
 * of n); else of its exercice.
 */
#define PV_PERIODE_DEBUT_SQL                                                                       \
  "COALESCE (a.action_debut, COALESCE ("                                                           \
  " (SELECT CASE WHEN MIN (pf.exercice) < MAX (pf.exercice) THEN MIN (pf.exercice) END"            \
  "    FROM financement pf WHERE pf.dossier_id = d.id),"                                           \
  " d.exercice - COALESCE (CASE WHEN d.cpo_duree > 1 THEN d.cpo_annee - 1 END, 0))"                \
  " || '-01-01')"

#define PV_PERIODE_FIN_SQL                                                                         \
  "COALESCE (a.action_fin, COALESCE ("                                                             \
  " (SELECT CASE WHEN MIN (pf.exercice) < MAX (pf.exercice) THEN MAX (pf.exercice) END"            \
  "    FROM financement pf WHERE pf.dossier_id = d.id),"                                           \
  " d.exercice + COALESCE (CASE WHEN d.cpo_duree > 1"                                              \
  "   THEN MAX (d.cpo_duree - COALESCE (d.cpo_annee, 1), 0) END, 0))"                              \
  " || '-12-31')"
