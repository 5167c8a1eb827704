/* pv-controle-montant-store.c: figures that contradict each other
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "controle/pv-controle-private.h"

#include "pv-langue.h"

#include "commun/pv-etape.h"

static char *
dire_cout_declare (PvStatement *row, PvConstat *constat)
{
  g_autofree char *declare = pv_controle_montant (pv_statement_get_int (row, 3));
  g_autofree char *lignes = pv_controle_montant (pv_statement_get_int (row, 4));

  return g_strdup_printf (_ ("The stated cost is %s and the lines of the budget make %s."), declare,
                          lignes);
}

/* The stated cost against the lines of the budget. */
static const PvControleRequete cout_declare = {
  "dossier", "cout_total_declare_cents",
  "SELECT d.id, d.numero, d.id, d.cout_total_declare_cents, t.charges_cents"
  "  FROM dossier d JOIN total_dossier t ON t.id = d.id"
  " WHERE t.n_charges > 0 AND d.cout_total_declare_cents <> t.charges_cents"
  "   AND " PV_PORTEE_SQL " ORDER BY d.id",
  dire_cout_declare
};

static char *
dire_chapeau (PvStatement *row, PvConstat *constat)
{
  g_autofree char *cout = pv_controle_montant (pv_statement_get_int (row, 3));
  g_autofree char *parties = pv_controle_montant (pv_statement_get_int (row, 4));
  guint n = (guint)pv_statement_get_int (row, 5);
  guint inconnus = n - (guint)pv_statement_get_int (row, 6);

  if (inconnus > 0)
    return g_strdup_printf (_ ("The stated cost is %s and its %u parts make %s (%u of them without "
                               "a cost)."),
                            cout, n, parties, inconnus);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                       "The stated cost is %s and its %u part makes %s.",
                                       "The stated cost is %s and its %u parts make %s.", n),
                          cout, n, parties);
}

/* The cost of a chapeau against its parts. */
static const PvControleRequete chapeau = {
  "dossier", "cout_total_declare_cents",
  "WITH partie (chapeau_id, cents, n, n_connus) AS ("
  " SELECT d.partie_de_id, SUM(" PV_COUT_SQL "), COUNT(*), COUNT(" PV_COUT_SQL ")"
  "   FROM dossier d JOIN total_dossier t ON t.id = d.id"
  "  WHERE d.partie_de_id IS NOT NULL AND " PV_PORTEE_DE_SQL (
      "d.partie_de_id") "  GROUP BY d.partie_de_id)"
                        " SELECT d.id, d.numero, d.id, " PV_COUT_SQL ", p.cents, p.n, p.n_connus"
                        "   FROM partie p"
                        "   JOIN dossier d ON d.id = p.chapeau_id"
                        "   JOIN total_dossier t ON t.id = d.id"
                        "  WHERE p.cents <> " PV_COUT_SQL " AND " PV_PORTEE_SQL " ORDER BY d.id",
  dire_chapeau
};

static char *
dire_pluriannuel (PvStatement *row, PvConstat *constat)
{
  g_autofree char *cout = pv_controle_montant (pv_statement_get_int (row, 3));
  g_autofree char *somme = pv_controle_montant (pv_statement_get_int (row, 4));

  return g_strdup_printf (_ ("The stated cost is %s and the financements from %d to %d, with other "
                             "income, make %s."),
                          cout, (int)pv_statement_get_int (row, 5),
                          (int)pv_statement_get_int (row, 6), somme);
}

/* A row that only bears what another year gave it is no part of the plan. */
#define REPORTE                                                                                    \
  "(f.sollicite_cents IS NULL AND EXISTS (SELECT 1 FROM mouvement r WHERE r.financement_id = f.id" \
  "   AND r.genre = 'report' AND r.montant_cents > 0))"

/* The cost of a plan of several years against all its years: the amount each
 * financement began with, since what is compared is the plan. */
static const PvControleRequete pluriannuel = {
  "dossier", "cout_total_declare_cents",
  "WITH plan (dossier_id, cents, debut, fin) AS ("
  " SELECT f.dossier_id, SUM(COALESCE(f.sollicite_cents, f.propose_cents, f.arbitre_cents,"
  "        f.vote_cents, f.notifie_cents)), MIN(f.exercice), MAX(f.exercice)"
  "   FROM financement f"
  "  WHERE NOT " REPORTE " AND " PV_PORTEE_DE_SQL (
      "f.dossier_id") "  GROUP BY f.dossier_id HAVING MIN(f.exercice) < MAX(f.exercice))"
                      " SELECT d.id, d.numero, d.id, " PV_COUT_SQL
                      ", p.cents + COALESCE(d.autres_produits_cents, 0),"
                      "        p.debut, p.fin"
                      "   FROM plan p"
                      "   JOIN dossier d ON d.id = p.dossier_id"
                      "   JOIN total_dossier t ON t.id = d.id"
                      "  WHERE d.chapeau = 0"
                      "    AND p.cents + COALESCE(d.autres_produits_cents, 0) <> " PV_COUT_SQL
                      "    AND " PV_PORTEE_SQL " ORDER BY d.id",
  dire_pluriannuel
};

static char *
dire_etape (PvStatement *row, PvConstat *constat)
{
  g_autofree char *plus = pv_controle_montant (pv_statement_get_int (row, 5));
  g_autofree char *moins = pv_controle_montant (pv_statement_get_int (row, 4));

  return g_strdup_printf (_ ("%s: %s notified, for %s voted."), pv_statement_get_text (row, 3),
                          plus, moins);
}

/* A stage over the one it comes from. Proposé or arbitré over sollicité is not
 * absurd: a committee may give more, and say it. What is paid has a check of its own. */
static const PvControleRequete etape = {
  "financement", "notifie_cents",
  "SELECT d.id, d.numero, f.id, o.nom, f.vote_cents, f.notifie_cents"
  "  FROM financement f"
  "  JOIN dossier d ON d.id = f.dossier_id"
  "  JOIN financeur fi ON fi.id = f.financeur_id"
  "  JOIN organisme o ON o.id = fi.organisme_id"
  " WHERE f.notifie_cents > f.vote_cents AND " PV_PORTEE_SQL " ORDER BY d.id, f.id",
  dire_etape
};

static char *
dire_mouvements (PvStatement *row, PvConstat *constat)
{
  /* By the ids of the stages, whose columns they name. */
  static const char *const champs[PV_N_ETAPES_MONTANT] = { "sollicite_cents", "propose_cents",
                                                           "arbitre_cents", "vote_cents",
                                                           "notifie_cents" };
  PvEtape stage = PV_ETAPE_NOTIFIE;
  g_autofree char *somme = pv_controle_montant (pv_statement_get_int (row, 5));
  g_autofree char *montant = pv_controle_montant (pv_statement_get_int (row, 6));

  pv_etape_from_id (pv_statement_get_text (row, 4), &stage);
  constat->champ = champs[stage];
  return g_strdup_printf (_ ("%s, “%s”: the dated changes make %s and the amount is %s."),
                          pv_statement_get_text (row, 3), pv_etape_to_libelle (stage), somme,
                          montant);
}

/* Initial amount + Σ mouvements = current amount. Without the initial one,
 * nothing is known to compare. */
static const PvControleRequete mouvements = {
  "financement", "notifie_cents",
  "WITH somme (financement_id, etape, cents) AS ("
  " SELECT m.financement_id, m.etape, SUM(m.montant_cents) FROM mouvement m"
  "  WHERE (:dossier IS NULL OR m.financement_id IN (SELECT g.id FROM financement g"
  "                                                   WHERE g.dossier_id = :dossier))"
  "  GROUP BY m.financement_id, m.etape"
  " HAVING SUM(m.genre = 'initial') > 0),"
  " suivi (financement_id, etape, cents, montant) AS ("
  " SELECT s.financement_id, s.etape, s.cents,"
  "        CASE s.etape WHEN 'sollicite' THEN f.sollicite_cents"
  "                     WHEN 'propose' THEN f.propose_cents"
  "                     WHEN 'arbitre' THEN f.arbitre_cents"
  "                     WHEN 'vote' THEN f.vote_cents"
  "                     ELSE f.notifie_cents END"
  "   FROM somme s JOIN financement f ON f.id = s.financement_id)"
  " SELECT d.id, d.numero, f.id, o.nom, s.etape, s.cents, s.montant"
  "   FROM suivi s"
  "   JOIN financement f ON f.id = s.financement_id"
  "   JOIN dossier d ON d.id = f.dossier_id"
  "   JOIN financeur fi ON fi.id = f.financeur_id"
  "   JOIN organisme o ON o.id = fi.organisme_id"
  "  WHERE (s.montant IS NULL OR s.montant <> s.cents)"
  "    AND " PV_PORTEE_SQL " ORDER BY d.id, f.id, s.etape",
  dire_mouvements
};

gboolean
pv_controle_montant_incoherent (PvControleRun *run, GError **error)
{
  return pv_controle_run_requete (run, &cout_declare, error) &&
         pv_controle_run_requete (run, &chapeau, error) &&
         pv_controle_run_requete (run, &pluriannuel, error) &&
         pv_controle_run_requete (run, &etape, error) &&
         pv_controle_run_requete (run, &mouvements, error);
}
