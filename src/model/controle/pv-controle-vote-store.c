/* pv-controle-vote-store.c: what was notified before it was voted
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "controle/pv-controle-private.h"

#include "pv-langue.h"
#include "vote/pv-vote-store.h"

static char *
dire_notifie (PvStatement *row, PvConstat *constat)
{
  g_autofree char *notifie = pv_controle_montant (pv_statement_get_int (row, 4));

  return g_strdup_printf (_ ("%s: %s notified, and no vote is entered."),
                          pv_statement_get_text (row, 3), notifie);
}

/* A financement that only bears what another year gave it was voted there. */
static const PvControleRequete notifie = {
  "financement", "vote_cents",
  "SELECT d.id, d.numero, f.id, o.nom, f.notifie_cents"
  "  FROM financement f"
  "  JOIN dossier d ON d.id = f.dossier_id"
  "  JOIN financeur fi ON fi.id = f.financeur_id"
  "  JOIN organisme o ON o.id = fi.organisme_id"
  " WHERE f.notifie_cents > 0 AND f.vote_cents IS NULL AND " PV_VOTE_DELIBERE_SQL
  "   AND NOT EXISTS (SELECT 1 FROM mouvement m WHERE m.financement_id = f.id"
  "                      AND m.genre = 'report' AND m.montant_cents > 0)"
  "   AND NOT " PV_SORTI_SQL " AND " PV_PORTEE_SQL " ORDER BY d.id, f.id",
  dire_notifie
};

gboolean
pv_controle_notifie_sans_vote (PvControleRun *run, GError **error)
{
  return pv_controle_run_requete (run, &notifie, error);
}
