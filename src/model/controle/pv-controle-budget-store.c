/* pv-controle-budget-store.c: checks of budgets and of plans of financing
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "controle/pv-controle-private.h"

#include "pv-langue.h"

static char *
dire_desequilibre (PvStatement *row, PvConstat *constat)
{
  PvCents charges = pv_statement_get_int (row, 3);
  PvCents produits = pv_statement_get_int (row, 4);
  g_autofree char *a = pv_controle_montant (charges);
  g_autofree char *b = pv_controle_montant (produits);
  g_autofree char *gap = pv_controle_montant (ABS (charges - produits));

  return g_strdup_printf (_ ("Charges are %s and products %s: %s apart."), a, b, gap);
}

gboolean
pv_controle_budget_desequilibre (PvControleRun *run, GError **error)
{
  static const PvControleRequete requete = {
    "dossier", "budget_ligne",
    "SELECT d.id, d.numero, d.id, t.charges_cents, t.produits_cents"
    "  FROM total_dossier t JOIN dossier d ON d.id = t.id"
    " WHERE t.n_charges > 0 AND t.n_produits > 0 AND t.charges_cents <> t.produits_cents"
    "   AND " PV_PORTEE_SQL " ORDER BY d.id",
    dire_desequilibre
  };
  return pv_controle_run_requete (run, &requete, error);
}

static char *
dire_contributions (PvStatement *row, PvConstat *constat)
{
  PvCents emplois = pv_statement_get_int (row, 3);
  PvCents ressources = pv_statement_get_int (row, 4);
  g_autofree char *a = pv_controle_montant (emplois);
  g_autofree char *b = pv_controle_montant (ressources);
  g_autofree char *gap = pv_controle_montant (ABS (emplois - ressources));

  return g_strdup_printf (_ ("Account 86 is %s and account 87 %s: %s apart."), a, b, gap);
}

gboolean
pv_controle_contributions_86_87 (PvControleRun *run, GError **error)
{
  static const PvControleRequete requete = {
    "dossier", "budget_ligne",
    "SELECT d.id, d.numero, d.id, t.emplois_volontaires_cents, t.ressources_volontaires_cents"
    "  FROM total_dossier t JOIN dossier d ON d.id = t.id"
    " WHERE t.emplois_volontaires_cents <> t.ressources_volontaires_cents"
    "   AND " PV_PORTEE_SQL " ORDER BY d.id",
    dire_contributions
  };
  return pv_controle_run_requete (run, &requete, error);
}

static char *
dire_compte_74 (PvStatement *row, PvConstat *constat)
{
  PvCents prevu = pv_statement_get_int (row, 5);
  PvCents sollicite = pv_statement_get_int (row, 6);
  g_autofree char *ligne = pv_controle_montant (prevu);
  g_autofree char *demande = pv_controle_montant (sollicite);

  /* Without a line to point at, the budget as a whole. */
  if (pv_statement_get_int (row, 3) == 1)
    {
      constat->table = "dossier";
      constat->champ = "budget_ligne";
    }
  if (prevu == PV_CENTS_NULL)
    return g_strdup_printf (_ ("“%s”: %s is asked from its funders and the budget has no such "
                               "line."),
                            pv_statement_get_text (row, 4), demande);
  if (sollicite == PV_CENTS_NULL)
    return g_strdup_printf (_ ("“%s”: the budget says %s and none of its funders is asked."),
                            pv_statement_get_text (row, 4), ligne);
  return g_strdup_printf (_ ("“%s”: the budget says %s and %s is asked from its funders."),
                          pv_statement_get_text (row, 4), ligne, demande);
}

gboolean
pv_controle_compte_74 (PvControleRun *run, GError **error)
{
  static const PvControleRequete requete = {
    "budget_ligne", "prevu_cents",
    "WITH lien (categorie, compte_id, poste_id) AS ("
    " SELECT cf.categorie, c.id, c.poste_id"
    "   FROM compte_financeur cf JOIN compte c ON c.id = cf.compte_id),"
    " entree (dossier_id, compte_id, ligne_id, prevu, sollicite) AS ("
    " SELECT b.dossier_id, b.compte_id, b.id, b.prevu_cents, NULL"
    "   FROM budget_ligne b"
    "  WHERE b.prevu_cents IS NOT NULL AND " PV_PORTEE_DE_SQL (
        "b.dossier_id") "    AND b.compte_id IN (SELECT compte_id FROM lien UNION SELECT poste_id "
                        "FROM lien)"
                        " UNION ALL"
                        /* What is asked goes to its line, or to the poste when that is given alone.
                         */
                        " SELECT f.dossier_id, CASE WHEN EXISTS (SELECT 1 FROM budget_ligne p"
                        "          WHERE p.dossier_id = f.dossier_id AND p.compte_id = l.poste_id"
                        "            AND p.prevu_cents IS NOT NULL) THEN l.poste_id ELSE "
                        "l.compte_id END,"
                        "        NULL, NULL, f.sollicite_cents"
                        "   FROM financement f"
                        "   JOIN financeur fi ON fi.id = f.financeur_id"
                        "   JOIN lien l ON l.categorie = fi.categorie"
                        "   JOIN total_dossier t ON t.id = f.dossier_id AND t.n_produits > 0"
                        "  WHERE f.sollicite_cents IS NOT NULL AND " PV_PORTEE_DE_SQL (
                            "f.dossier_id") ")"
                                            " SELECT d.id, d.numero, COALESCE(MAX(e.ligne_id), "
                                            "d.id), MAX(e.ligne_id) IS NULL, c.libelle,"
                                            "        SUM(e.prevu), SUM(e.sollicite)"
                                            "   FROM entree e"
                                            "   JOIN dossier d ON d.id = e.dossier_id"
                                            "   JOIN total_dossier t ON t.id = d.id"
                                            "   JOIN compte c ON c.id = e.compte_id"
                                            "  WHERE t.n_produits > 0 AND t.n_sollicite > 0 "
                                            "AND " PV_PORTEE_SQL
                                            "  GROUP BY d.id, d.numero, c.id, c.libelle"
                                            " HAVING COALESCE(SUM(e.prevu), 0) <> "
                                            "COALESCE(SUM(e.sollicite), 0)"
                                            "  ORDER BY d.id, c.id",
    dire_compte_74
  };
  return pv_controle_run_requete (run, &requete, error);
}

static char *
dire_plan (PvStatement *row, PvConstat *constat)
{
  PvCents cout = pv_statement_get_int (row, 3);
  PvCents demande = pv_statement_get_int (row, 4);
  PvCents autres = pv_statement_get_int (row, 5);
  gint64 muets = pv_statement_get_int (row, 6);
  PvCents somme = demande + (autres != PV_CENTS_NULL ? autres : 0);
  g_autofree char *a = pv_controle_montant (demande);
  g_autofree char *b = pv_controle_montant (autres);
  g_autofree char *c = pv_controle_montant (cout);
  g_autofree char *gap = pv_controle_montant (ABS (cout - somme));
  g_autoptr (GString) texte = g_string_new (NULL);

  if (somme < cout)
    g_string_append_printf (texte,
                            _ ("Asked %s, own resources and other income %s, for a coût total "
                               "of %s: %s is missing."),
                            a, b, c, gap);
  else if (somme > cout)
    g_string_append_printf (texte,
                            _ ("Asked %s, own resources and other income %s, for a coût total "
                               "of %s: %s too much."),
                            a, b, c, gap);
  if (muets > 0 && texte->len > 0)
    g_string_append_c (texte, ' ');
  if (muets > 0)
    g_string_append_printf (
        texte,
        g_dngettext (GETTEXT_PACKAGE, "%u funder has not answered at any stage.",
                     "%u funders have not answered at any stage.", (gulong)muets),
        (guint)muets);
  return g_string_free (g_steal_pointer (&texte), FALSE);
}

gboolean
pv_controle_plan_incomplet (PvControleRun *run, GError **error)
{
  /* Other income of a budget: its products, but for the lines funders feed. */
  static const PvControleRequete requete = {
    "dossier", "financement",
    "WITH lien (compte_id) AS ("
    " SELECT cf.compte_id FROM compte_financeur cf"
    " UNION SELECT c.poste_id FROM compte_financeur cf JOIN compte c ON c.id = cf.compte_id"
    "        WHERE c.poste_id IS NOT NULL),"
    " autre (dossier_id, cents) AS ("
    " SELECT b.dossier_id, SUM(b.prevu_cents)"
    "   FROM budget_ligne b JOIN compte c ON c.id = b.compte_id"
    "  WHERE c.cote = 'produit' AND c.groupe <> 'volontaire'"
    "    AND b.compte_id NOT IN (SELECT compte_id FROM lien)"
    "    AND " PV_PORTEE_DE_SQL (
        "b.dossier_id") "  GROUP BY b.dossier_id),"
                        " muet (dossier_id, n) AS ("
                        " SELECT f.dossier_id, COUNT(*) FROM financement f"
                        "  WHERE f.sollicite_cents IS NULL AND f.propose_cents IS NULL AND "
                        "f.arbitre_cents IS NULL"
                        "    AND f.vote_cents IS NULL AND f.notifie_cents IS NULL"
                        "    AND " PV_PORTEE_DE_SQL (
                            "f.dossier_id") "  GROUP BY f.dossier_id),"
                                            " plan (id, numero, cout, sollicite, n_sollicite, "
                                            "autres, muets) AS ("
                                            " SELECT d.id, d.numero, " PV_COUT_SQL
                                            ", t.sollicite_cents, t.n_sollicite,"
                                            "        CASE WHEN t.n_produits > 0 THEN "
                                            "COALESCE(a.cents, 0)"
                                            "             ELSE d.autres_produits_cents END, "
                                            "COALESCE(m.n, 0)"
                                            "   FROM dossier d"
                                            "   JOIN total_dossier t ON t.id = d.id"
                                            "   LEFT JOIN autre a ON a.dossier_id = d.id"
                                            "   LEFT JOIN muet m ON m.dossier_id = d.id"
                                            "  WHERE d.chapeau = 0 AND NOT " PV_SORTI_SQL
                                            " AND " PV_PORTEE_SQL ")"
                                            " SELECT id, numero, id, cout, sollicite, autres, "
                                            "muets FROM plan"
                                            "  WHERE cout IS NOT NULL"
                                            "    AND ((n_sollicite > 0 AND sollicite + "
                                            "COALESCE(autres, 0) <> cout) OR muets > 0)"
                                            "  ORDER BY id",
    dire_plan
  };
  return pv_controle_run_requete (run, &requete, error);
}

static char *
dire_taux (PvStatement *row, PvConstat *constat)
{
  PvCents aide = pv_statement_get_int (row, 3);
  PvCents cout = pv_statement_get_int (row, 4);
  g_autofree char *a = pv_controle_montant (aide);
  g_autofree char *b = pv_controle_montant (cout);
  g_autofree char *taux = pv_controle_taux (pv_money_rate_bp (aide, cout));
  g_autofree char *plafond = pv_controle_taux (pv_statement_get_int (row, 5));

  return g_strdup_printf (_ ("Public aid is %s of a coût total of %s: %s, over the ceiling of %s."),
                          a, b, taux, plafond);
}

#define SEUIL_TAUX PV_SEUIL_SQL ("taux_aide_publique_max", "NULL", "a.exercice")

gboolean
pv_controle_taux_public (PvControleRun *run, GError **error)
{
  static const PvControleRequete requete = {
    "dossier", "financement",
    "WITH annee (exercice, plafond) AS ("
    " SELECT a.exercice, " SEUIL_TAUX
    "   FROM (SELECT DISTINCT exercice FROM dossier WHERE " PV_PORTEE_DE_SQL (
        "id") ") a),"
              " aide (dossier_id, cents, plafond) AS ("
              " SELECT x.dossier_id, SUM(CASE WHEN fi.public = 1 THEN x.cents END),"
              "        MIN(CASE WHEN x.cents > 0 THEN di.plafond_aide_publique_bp END)"
              "   FROM (SELECT f.dossier_id, f.financeur_id, f.dispositif_id,"
              "                COALESCE(f.notifie_cents, f.vote_cents, f.arbitre_cents, "
              "f.sollicite_cents)"
              "                AS cents FROM financement f"
              "         WHERE " PV_PORTEE_DE_SQL (
                  "f.dossier_id") ") x"
                                  "   JOIN financeur fi ON fi.id = x.financeur_id"
                                  "   LEFT JOIN dispositif di ON di.id = x.dispositif_id"
                                  "  GROUP BY x.dossier_id),"
                                  " taux (id, numero, aide, cout, plafond) AS ("
                                  " SELECT d.id, d.numero, p.cents, " PV_COUT_SQL
                                  ", COALESCE(p.plafond, a.plafond)"
                                  "   FROM aide p"
                                  "   JOIN dossier d ON d.id = p.dossier_id"
                                  "   JOIN total_dossier t ON t.id = d.id"
                                  "   JOIN annee a ON a.exercice = d.exercice"
                                  "  WHERE d.chapeau = 0 AND NOT " PV_SORTI_SQL
                                  " AND " PV_PORTEE_SQL ")"
                                  " SELECT id, numero, id, aide, cout, plafond FROM taux"
                                  "  WHERE aide * 10000 > plafond * cout"
                                  "  ORDER BY id",
    dire_taux
  };
  return pv_controle_run_requete (run, &requete, error);
}
