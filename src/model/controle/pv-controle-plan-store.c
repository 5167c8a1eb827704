/* pv-controle-plan-store.c: plans of financing that are odd without being wrong
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "controle/pv-controle-private.h"

#include "pv-langue.h"

/* ---- vote-superieur-arbitre ---- */

static char *
dire_vote (PvStatement *row, PvConstat *constat)
{
  g_autofree char *vote = pv_controle_montant (pv_statement_get_int (row, 4));
  g_autofree char *arbitre = pv_controle_montant (pv_statement_get_int (row, 5));

  return g_strdup_printf (_ ("%s: %s voted, for %s arbitrated."), pv_statement_get_text (row, 3),
                          vote, arbitre);
}

static const PvControleRequete vote = {
  "financement", "vote_cents",
  "SELECT d.id, d.numero, f.id, o.nom, f.vote_cents, f.arbitre_cents"
  "  FROM financement f"
  "  JOIN dossier d ON d.id = f.dossier_id"
  "  JOIN financeur fi ON fi.id = f.financeur_id"
  "  JOIN organisme o ON o.id = fi.organisme_id"
  " WHERE f.vote_cents > f.arbitre_cents AND " PV_PORTEE_SQL " ORDER BY d.id, f.id",
  dire_vote
};

gboolean
pv_controle_vote_superieur_arbitre (PvControleRun *run, GError **error)
{
  return pv_controle_run_requete (run, &vote, error);
}

/* ---- deux-dispositifs ---- */

static char *
dire_dispositifs (PvStatement *row, PvConstat *constat)
{
  guint n = (guint)pv_statement_get_int (row, 4);

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s pays in %d on %u line of credits: %s.",
                                       "%s pays in %d on %u lines of credits: %s.", n),
                          pv_statement_get_text (row, 3), (int)pv_statement_get_int (row, 6), n,
                          pv_statement_get_text (row, 5));
}

/* A refused line (0) does not count: only one is left. */
static const PvControleRequete dispositifs = {
  "financement", "dispositif_id",
  "SELECT d.id, d.numero, MIN(f.id), o.nom, COUNT(DISTINCT f.dispositif_id),"
  "       (SELECT group_concat(nom, ', ') FROM (SELECT DISTINCT p.nom FROM financement g"
  "          JOIN dispositif p ON p.id = g.dispositif_id"
  "         WHERE g.dossier_id = d.id AND g.financeur_id = f.financeur_id"
  "           AND g.exercice = f.exercice ORDER BY p.nom)), f.exercice"
  "  FROM financement f"
  "  JOIN dossier d ON d.id = f.dossier_id"
  "  JOIN financeur fi ON fi.id = f.financeur_id"
  "  JOIN organisme o ON o.id = fi.organisme_id"
  " WHERE f.dispositif_id IS NOT NULL AND NOT " PV_SORTI_SQL
  "   AND COALESCE (f.notifie_cents, f.vote_cents, f.arbitre_cents, f.propose_cents,"
  "                 f.sollicite_cents, 1) > 0"
  "   AND " PV_PORTEE_SQL " GROUP BY d.id, d.numero, f.financeur_id, f.exercice, o.nom"
  " HAVING COUNT(DISTINCT f.dispositif_id) > 1 ORDER BY d.id, f.financeur_id",
  dire_dispositifs
};

gboolean
pv_controle_deux_dispositifs (PvControleRun *run, GError **error)
{
  return pv_controle_run_requete (run, &dispositifs, error);
}

/* ---- cpo-sans-annee-1 ---- */

static char *
dire_cpo (PvStatement *row, PvConstat *constat)
{
  return g_strdup_printf (_ ("Year %d of %d of a convention pluriannuelle: neither the dossier of "
                             "its first year, %d, nor a convention leads to it."),
                          (int)pv_statement_get_int (row, 3), (int)pv_statement_get_int (row, 4),
                          (int)pv_statement_get_int (row, 5));
}

/* What leads to the first year: dossiers before, one from the other, or a convention of
 * several years. */
static const PvControleRequete cpo = {
  "dossier", "precedent_id",
  "WITH RECURSIVE avant (id, ancetre) AS ("
  "  SELECT d.id, d.precedent_id FROM dossier d"
  "   WHERE d.cpo_annee > 1 AND d.precedent_id IS NOT NULL AND " PV_PORTEE_DE_SQL (
      "d.id") "  UNION"
              "  SELECT a.id, p.precedent_id FROM avant a JOIN dossier p ON p.id = a.ancetre"
              "   WHERE p.precedent_id IS NOT NULL)"
              " SELECT d.id, d.numero, d.id, d.cpo_annee, COALESCE (d.cpo_duree, d.cpo_annee),"
              "        d.exercice - d.cpo_annee + 1"
              "   FROM dossier d"
              "  WHERE d.cpo_annee > 1 AND d.chapeau = 0 AND NOT " PV_SORTI_SQL
              "    AND NOT EXISTS (SELECT 1 FROM avant a JOIN dossier p ON p.id = a.ancetre"
              "                     WHERE a.id = d.id AND p.exercice <= d.exercice - d.cpo_annee + "
              "1)"
              "    AND NOT EXISTS (SELECT 1 FROM convention_dossier x"
              "                      JOIN convention c ON c.id = x.convention_id"
              "                     WHERE x.dossier_id = d.id"
              "                       AND c.annee_debut <= d.exercice - d.cpo_annee + 1"
              "                       AND c.annee_fin > c.annee_debut)"
              "    AND " PV_PORTEE_SQL " ORDER BY d.id",
  dire_cpo
};

gboolean
pv_controle_cpo_sans_annee_1 (PvControleRun *run, GError **error)
{
  return pv_controle_run_requete (run, &cpo, error);
}
