/* pv-controle-seance-store.c: séances left open, decisions without an amount
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "controle/pv-controle-private.h"

#include "pv-langue.h"

static char *
dire_sans_montant (PvStatement *row, PvConstat *constat)
{
  return g_strdup (_ ("The dossier is programmé, and no amount is arbitrated, voted or notified."));
}

gboolean
pv_controle_decision_sans_montant (PvControleRun *run, GError **error)
{
  static const PvControleRequete requete = {
    "dossier", "statut",
    "SELECT d.id, d.numero, d.id FROM dossier d JOIN total_dossier t ON t.id = d.id"
    " WHERE d.statut IN ('programme', 'programme-sous-reserve') AND d.chapeau = 0"
    "   AND t.n_arbitre + t.n_vote + t.n_notifie = 0 AND " PV_PORTEE_SQL " ORDER BY d.id",
    dire_sans_montant
  };

  return pv_controle_run_requete (run, &requete, error);
}

/* One for the séance; for one dossier, those it is on the agenda of. */
static const char seances_ouvertes[] =
    "SELECT z.id, i.nom, substr (z.date_le, 9, 2) || '/' || substr (z.date_le, 6, 2) || '/'"
    "         || substr (z.date_le, 1, 4),"
    "       COUNT (d.id), COUNT (d.id) FILTER (WHERE NOT EXISTS (SELECT 1 FROM decision c"
    "         WHERE c.seance_dossier_id = s.id AND c.decision IS NOT NULL))"
    "  FROM seance z JOIN instance i ON i.id = z.instance_id"
    "  JOIN seance_dossier s ON s.seance_id = z.id JOIN dossier d ON d.id = s.dossier_id"
    " WHERE z.etat = 'ouverte' AND substr (COALESCE (z.ouverte_a, z.date_le), 1, 10) < :jour"
    "   AND " PV_PORTEE_SQL " GROUP BY z.id ORDER BY z.date_le, z.id";

static char *
dire_ouverte (PvStatement *row)
{
  guint n = (guint)pv_statement_get_int (row, 3);
  guint reste = (guint)pv_statement_get_int (row, 4);

  if (reste == 0)
    return g_strdup_printf (_ ("The séance “%s” of %s is still open; all its dossiers are"
                               " decided."),
                            pv_statement_get_text (row, 1), pv_statement_get_text (row, 2));

  return g_strdup_printf (_ ("The séance “%s” of %s is still open: %u of %u dossiers are not"
                             " decided."),
                          pv_statement_get_text (row, 1), pv_statement_get_text (row, 2), reste, n);
}

gboolean
pv_controle_seance_ouverte (PvControleRun *run, GError **error)
{
  g_autoptr (PvStatement) row = pv_controle_prepare (run, seances_ouvertes, error);
  g_autoptr (GError) local = NULL;

  if (row == NULL)
    return FALSE;
  while (pv_controle_step (run, row, &local))
    {
      g_autofree char *texte = dire_ouverte (row);
      PvConstat constat = {
        .severite = run->controle->severite,
        .dossier_id = PV_INT_NULL,
        .table = "seance",
        .cle = pv_statement_get_int (row, 0),
        .champ = "etat",
        .texte = texte,
      };

      pv_controle_emit (run, &constat);
    }
  if (local == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));

  return FALSE;
}
