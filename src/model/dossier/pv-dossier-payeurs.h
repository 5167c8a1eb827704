/* pv-dossier-payeurs.h: how many of the funders of a dossier notified, and paid
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dossier/pv-dossier-statut.h"
#include "pv-db.h"

G_BEGIN_DECLS

/**
 * PvDossierPayeurs:
 * @n: the funders that count: their furthest answer on one of their lines is more than 0; one
 *   that is on the plan and has not answered at all is awaited, and counts too
 * @n_notifies: those of them that notified an amount
 * @n_verses: those of them that paid
 *
 * A funder is counted once, whatever its lines of credits and years: the 2/4 of "notifié 2/4",
 * the same in every list, page, export and on the command line.
 */
typedef struct
{
  guint n;
  guint n_notifies;
  guint n_verses;
} PvDossierPayeurs;

/**
 * PV_DOSSIER_PAYEURS_SQL:
 * @condition: (SQL): on `financement f`: which dossiers
 *
 * A row for each of those dossiers that has a funder that counts: its key, then the three numbers.
 */
#define PV_DOSSIER_PAYEURS_SQL(condition)                                                          \
  "SELECT p.dossier_id, COUNT(*), SUM(p.notifie), SUM(p.verse)"                                    \
  "  FROM (SELECT f.dossier_id, MAX(COALESCE(f.notifie_cents, 0) > 0) AS notifie,"                 \
  "               MAX(v.id IS NOT NULL) AS verse"                                                  \
  "          FROM financement f LEFT JOIN total_financement v ON v.id = f.id"                      \
  "         WHERE COALESCE(f.notifie_cents, f.vote_cents, f.arbitre_cents, f.propose_cents,"       \
  "                        f.sollicite_cents, 1) > 0 AND " condition                               \
  "         GROUP BY f.dossier_id, f.financeur_id) p"                                              \
  " GROUP BY p.dossier_id"

/* Of one dossier. */
gboolean pv_dossier_payeurs_store_get (PvDb *db,
                                       gint64 dossier_id,
                                       PvDossierPayeurs *payeurs,
                                       GError **error);

/* (transfer full): the status for lists, see pv_dossier_statut_to_affichage(). */
char *pv_dossier_payeurs_to_affichage (const PvDossierPayeurs *self, PvDossierStatut statut);

G_END_DECLS
