/* pv-document-tableau.c: the tables of a document
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "document/pv-document-page.h"
#include "imprime/pv-imprime-table.h"
#include "instruction/pv-instruction.h"
#include "pv-date.h"

/* A table of no more rows than that is not cut. */
#define ENSEMBLE_MAX 6

/* --- plan -------------------------------------------------------------------------------- */

static void
add_nom (PvImprimeTable *table, const PvPlanRang *rang)
{
  g_autofree char *nom = g_markup_escape_text (rang->financeur_nom, -1);
  g_autofree char *dispositif =
      rang->dispositif_nom != NULL ? g_markup_escape_text (rang->dispositif_nom, -1) : NULL;
  g_autofree char *markup =
      dispositif != NULL
          ? g_strdup_printf ("%s\n<span foreground='" PV_ENCRE_SECONDAIRE "' size='88%%'>%s</span>",
                             nom, dispositif)
          : g_strdup (nom);

  pv_imprime_table_add_markup (table, markup);
}

static char *
write_acte (const char *le, const char *acte)
{
  g_autofree char *date = pv_date_format_french (le, PV_DATE_FORMAT_SHORT);

  if (date != NULL && acte != NULL)
    return g_strdup_printf ("%s du %s", acte, date);

  return acte != NULL ? g_strdup (acte) : g_steal_pointer (&date);
}

static gboolean
write_financements (PvImprime *imprime, const PvDocumentDonnees *donnees)
{
  static const PvImprimeColonne colonnes[] = {
    { "Financeur", 1.1, FALSE },
    { "Décision", 1, FALSE },
    { "Montant notifié", 0, TRUE },
  };
  g_autoptr (PvImprimeTable) table =
      pv_imprime_table_new (imprime, colonnes, G_N_ELEMENTS (colonnes));
  guint n = 0;

  for (guint i = 0; donnees->rangs != NULL && i < donnees->rangs->len; i++)
    {
      const PvPlanRang *rang = donnees->rangs->pdata[i];
      const PvFinancement *f = rang->financement;
      g_autofree char *acte = NULL;

      if (!(f->notifie_cents > 0))
        continue;
      acte = f->notifie_le != NULL || f->notifie_acte != NULL
                 ? write_acte (f->notifie_le, f->notifie_acte)
                 : write_acte (f->vote_le, f->vote_acte);
      add_nom (table, rang);
      pv_imprime_table_add_text (table, acte);
      pv_imprime_table_add_amount (table, f->notifie_cents);
      pv_imprime_table_end_row (table, PV_RANGEE_NORMALE);
      n++;
    }
  if (n > 1)
    {
      pv_imprime_table_add_text (table, "Total");
      pv_imprime_table_add_text (table, NULL);
      pv_imprime_table_add_amount (table, donnees->montants[PV_ETAPE_NOTIFIE]);
      pv_imprime_table_end_row (table, PV_RANGEE_TOTAL);
    }
  if (n > 0)
    pv_imprime_table_draw_together (table, ENSEMBLE_MAX);

  return n > 0;
}

static gboolean
write_plan (PvImprime *imprime, const PvDocumentDonnees *donnees)
{
  static const PvImprimeColonne colonnes[] = {
    { "Financeur", 1, FALSE }, { "Sollicité", 0, TRUE }, { "Proposé", 0, TRUE },
    { "Arbitré", 0, TRUE },    { "Voté", 0, TRUE },      { "Notifié", 0, TRUE },
    { "Versé", 0, TRUE },
  };
  g_autoptr (PvImprimeTable) table =
      pv_imprime_table_new (imprime, colonnes, G_N_ELEMENTS (colonnes));
  guint n = donnees->rangs != NULL ? donnees->rangs->len : 0;

  for (guint i = 0; i < n; i++)
    {
      const PvPlanRang *rang = donnees->rangs->pdata[i];

      add_nom (table, rang);
      for (PvEtape etape = 0; etape < PV_N_ETAPES; etape++)
        pv_imprime_table_add_amount (table, pv_plan_rang_get_montant (rang, etape));
      pv_imprime_table_end_row (table, PV_RANGEE_NORMALE);
    }
  if (n == 0)
    return FALSE;

  pv_imprime_table_add_text (table, "Total");
  for (PvEtape etape = 0; etape < PV_N_ETAPES; etape++)
    pv_imprime_table_add_amount (table, donnees->montants[etape]);
  pv_imprime_table_end_row (table, PV_RANGEE_TOTAL);
  pv_imprime_table_draw_together (table, ENSEMBLE_MAX);

  return TRUE;
}

static void
add_versement (PvImprimeTable *table, const PvPlanRang *rang)
{
  g_autofree char *date = pv_date_format_french (rang->verse_le, PV_DATE_FORMAT_SHORT);

  add_nom (table, rang);
  pv_imprime_table_add_amount (table, rang->financement->notifie_cents);
  pv_imprime_table_add_amount (table, rang->verse_cents);
  pv_imprime_table_add_text (table, date);
  pv_imprime_table_add_amount (table, rang->reste_cents);
  pv_imprime_table_end_row (table, PV_RANGEE_NORMALE);
}

static gboolean
write_versements (PvImprime *imprime, const PvDocumentDonnees *donnees)
{
  static const PvImprimeColonne colonnes[] = {
    { "Financeur", 1, FALSE },         { "Notifié", 0, TRUE },        { "Versé", 0, TRUE },
    { "Dernier versement", 0, FALSE }, { "Reste à verser", 0, TRUE },
  };
  g_autoptr (PvImprimeTable) table =
      pv_imprime_table_new (imprime, colonnes, G_N_ELEMENTS (colonnes));
  guint n = 0;

  for (guint i = 0; donnees->rangs != NULL && i < donnees->rangs->len; i++)
    {
      const PvPlanRang *rang = donnees->rangs->pdata[i];

      if (rang->financement->notifie_cents > 0 || rang->verse_cents != PV_CENTS_NULL)
        {
          add_versement (table, rang);
          n++;
        }
    }
  if (n > 0)
    pv_imprime_table_draw_together (table, ENSEMBLE_MAX);

  return n > 0;
}

/* --- fiche ------------------------------------------------------------------------------- */

static gboolean
write_budget (PvImprime *imprime, const PvDocumentDonnees *donnees)
{
  static const PvImprimeColonne colonnes[] = {
    { "Compte", 1, FALSE },
    { "Prévu", 0, TRUE },
    { "Réalisé", 0, TRUE },
  };
  static const char *const cotes[][2] = { { "charge", "Charges" }, { "produit", "Produits" } };
  g_autoptr (PvImprimeTable) table =
      pv_imprime_table_new (imprime, colonnes, G_N_ELEMENTS (colonnes));

  if (donnees->budget == NULL || donnees->budget->len == 0)
    return FALSE;

  for (gsize c = 0; c < G_N_ELEMENTS (cotes); c++)
    {
      pv_imprime_table_add_text (table, cotes[c][1]);
      pv_imprime_table_end_row (table, PV_RANGEE_GROUPE);
      for (guint i = 0; i < donnees->budget->len; i++)
        {
          const PvDocumentLigne *ligne = &g_array_index (donnees->budget, PvDocumentLigne, i);

          if (g_strcmp0 (ligne->texte, cotes[c][0]) != 0)
            continue;
          pv_imprime_table_add_text (table, ligne->nom);
          pv_imprime_table_add_amount (table, ligne->valeur);
          pv_imprime_table_add_amount (table, ligne->autre);
          pv_imprime_table_end_row (table, PV_RANGEE_NORMALE);
        }
    }
  pv_imprime_table_draw_together (table, ENSEMBLE_MAX);

  return TRUE;
}

static gboolean
write_territoires (PvImprime *imprime, const PvDocumentDonnees *donnees)
{
  static const PvImprimeColonne colonnes[] = {
    { "Quartier ou commune", 1.2, FALSE },
    { "Communes", 1, FALSE },
    { "Part", 0, TRUE },
  };
  g_autoptr (PvImprimeTable) table =
      pv_imprime_table_new (imprime, colonnes, G_N_ELEMENTS (colonnes));

  if (donnees->territoires == NULL || donnees->territoires->len == 0)
    return FALSE;

  for (guint i = 0; i < donnees->territoires->len; i++)
    {
      const PvDocumentLigne *ligne = &g_array_index (donnees->territoires, PvDocumentLigne, i);
      g_autofree char *part =
          ligne->valeur != PV_INT_NULL
              ? g_strdup_printf ("%" G_GINT64_FORMAT ",%02" G_GINT64_FORMAT "\302\240%%",
                                 ligne->valeur / 100, ligne->valeur % 100)
              : g_strdup ("–");

      pv_imprime_table_add_text (table, ligne->nom);
      pv_imprime_table_add_text (table, ligne->texte);
      pv_imprime_table_add_text (table, part);
      pv_imprime_table_end_row (table, PV_RANGEE_NORMALE);
    }
  pv_imprime_table_draw_together (table, ENSEMBLE_MAX);

  return TRUE;
}

static gboolean
write_avis (PvImprime *imprime, const PvDocumentDonnees *donnees)
{
  static const PvImprimeColonne colonnes[] = {
    { "Institution", 1, FALSE },
    { "Avis", 0.8, FALSE },
    { "Réserves", 1.6, FALSE },
  };
  g_autoptr (PvImprimeTable) table =
      pv_imprime_table_new (imprime, colonnes, G_N_ELEMENTS (colonnes));

  if (donnees->avis == NULL || donnees->avis->len == 0)
    return FALSE;

  for (guint i = 0; i < donnees->avis->len; i++)
    {
      const PvDocumentLigne *ligne = &g_array_index (donnees->avis, PvDocumentLigne, i);
      PvAvis avis = PV_AVIS_NULL;

      pv_imprime_table_add_text (table, ligne->nom);
      pv_imprime_table_add_text (table,
                                 ligne->texte != NULL && pv_avis_from_id (ligne->texte, &avis)
                                     ? pv_avis_to_libelle (avis)
                                     : "–");
      pv_imprime_table_add_text (table, ligne->detail);
      pv_imprime_table_end_row (table, PV_RANGEE_NORMALE);
    }
  pv_imprime_table_draw_together (table, ENSEMBLE_MAX);

  return TRUE;
}

static gboolean
write_marqueurs (PvImprime *imprime, const PvDocumentDonnees *donnees)
{
  static const PvImprimeColonne colonnes[] = {
    { "Axe transversal", 1, FALSE },
    { "Marque", 0, FALSE },
    { "Justification", 1.6, FALSE },
  };
  g_autoptr (PvImprimeTable) table =
      pv_imprime_table_new (imprime, colonnes, G_N_ELEMENTS (colonnes));

  if (donnees->marques == NULL || donnees->marques->len == 0)
    return FALSE;

  for (guint i = 0; i < donnees->marques->len; i++)
    {
      const PvDocumentLigne *ligne = &g_array_index (donnees->marques, PvDocumentLigne, i);

      pv_imprime_table_add_text (table, ligne->nom);
      if (ligne->valeur != PV_INT_NULL)
        pv_imprime_table_add_number (table, ligne->valeur);
      else
        pv_imprime_table_add_text (table, "non évalué");
      pv_imprime_table_add_text (table, ligne->detail);
      pv_imprime_table_end_row (table, PV_RANGEE_NORMALE);
    }
  pv_imprime_table_draw_together (table, ENSEMBLE_MAX);

  return TRUE;
}

/* --- convention -------------------------------------------------------------------------- */

static gboolean
write_actions (PvImprime *imprime, const PvDocumentDonnees *donnees)
{
  static const PvImprimeColonne colonnes[] = {
    { "N°", 0, FALSE },
    { "Action", 1, FALSE },
    { "Exercice", 0, TRUE },
    { "Subvention", 0, TRUE },
  };
  g_autoptr (PvImprimeTable) table =
      pv_imprime_table_new (imprime, colonnes, G_N_ELEMENTS (colonnes));
  PvCents total = PV_CENTS_NULL;

  if (donnees->actions == NULL || donnees->actions->len == 0)
    return FALSE;

  for (guint i = 0; i < donnees->actions->len; i++)
    {
      const PvDocumentAction *action = &g_array_index (donnees->actions, PvDocumentAction, i);

      pv_imprime_table_add_text (table, action->numero);
      pv_imprime_table_add_text (table, action->intitule);
      pv_imprime_table_add_number (table, action->exercice);
      pv_imprime_table_add_amount (table, action->accorde_cents);
      pv_imprime_table_end_row (table, PV_RANGEE_NORMALE);
      pv_money_add (total, action->accorde_cents, &total);
    }
  if (donnees->actions->len > 1)
    {
      pv_imprime_table_add_text (table, NULL);
      pv_imprime_table_add_text (table, "Total");
      pv_imprime_table_add_text (table, NULL);
      pv_imprime_table_add_amount (table, total);
      pv_imprime_table_end_row (table, PV_RANGEE_TOTAL);
    }
  pv_imprime_table_draw_together (table, ENSEMBLE_MAX);

  return TRUE;
}

static void
add_echeance (PvImprimeTable *table, const PvDocumentEcheance *echeance, gboolean annee)
{
  g_autofree char *date = pv_date_format_french (echeance->date_le, PV_DATE_FORMAT_LONG);
  g_autofree char *exercice = echeance->exercice != PV_INT_NULL
                                  ? g_strdup_printf ("%" G_GINT64_FORMAT, echeance->exercice)
                                  : NULL;

  pv_imprime_table_add_text (table, exercice != NULL ? exercice : "–");
  if (!annee)
    {
      pv_imprime_table_add_text (table, echeance->libelle);
      pv_imprime_table_add_text (table, date != NULL ? date : "–");
    }
  pv_imprime_table_add_amount (table, echeance->montant_cents);
  pv_imprime_table_end_row (table, PV_RANGEE_NORMALE);
}

static gboolean
write_annees (PvImprime *imprime, const PvDocumentDonnees *donnees)
{
  static const PvImprimeColonne colonnes[] = {
    { "Exercice", 1, FALSE },
    { "Montant prévisionnel", 0, TRUE },
  };
  g_autoptr (PvImprimeTable) table =
      pv_imprime_table_new (imprime, colonnes, G_N_ELEMENTS (colonnes));

  if (donnees->annees == NULL || donnees->annees->len == 0)
    return FALSE;

  for (guint i = 0; i < donnees->annees->len; i++)
    add_echeance (table, &g_array_index (donnees->annees, PvDocumentEcheance, i), TRUE);
  if (donnees->annees->len > 1)
    {
      pv_imprime_table_add_text (table, "Total");
      pv_imprime_table_add_amount (table, donnees->convention_cents);
      pv_imprime_table_end_row (table, PV_RANGEE_TOTAL);
    }
  pv_imprime_table_draw_together (table, ENSEMBLE_MAX);

  return TRUE;
}

static gboolean
write_echeancier (PvImprime *imprime, const PvDocumentDonnees *donnees)
{
  static const PvImprimeColonne colonnes[] = {
    { "Exercice", 0, FALSE },
    { "Versement", 1, FALSE },
    { "Échéance", 0, FALSE },
    { "Montant", 0, TRUE },
  };
  g_autoptr (PvImprimeTable) table =
      pv_imprime_table_new (imprime, colonnes, G_N_ELEMENTS (colonnes));

  if (donnees->echeances == NULL || donnees->echeances->len == 0)
    return FALSE;

  for (guint i = 0; i < donnees->echeances->len; i++)
    add_echeance (table, &g_array_index (donnees->echeances, PvDocumentEcheance, i), FALSE);
  pv_imprime_table_draw_together (table, ENSEMBLE_MAX);

  return TRUE;
}

/* ----------------------------------------------------------------------------------------- */

void
pv_document_tableau_write (PvImprime *imprime, const char *nom, const PvDocumentDonnees *donnees)
{
  static const struct
  {
    const char *nom;
    gboolean (*write) (PvImprime *imprime, const PvDocumentDonnees *donnees);
    const char *vide;
  } tableaux[] = {
    { "financements", write_financements, "Aucun montant n’est notifié." },
    { "plan", write_plan, "Aucun financement n’est connu." },
    { "versements", write_versements, "Aucun versement n’est attendu." },
    { "budget", write_budget, "Le budget n’est pas détaillé." },
    { "territoires", write_territoires, "Aucun territoire n’est indiqué." },
    { "avis", write_avis, "Aucune institution n’a rendu d’avis." },
    { "marqueurs", write_marqueurs, "Aucun axe n’est évalué." },
    { "actions", write_actions, "Aucune action n’est rattachée à la convention." },
    { "annees", write_annees, "Aucun montant annuel n’est prévu." },
    { "echeancier", write_echeancier, "Aucune échéance n’est prévue." },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (tableaux); i++)
    if (g_strcmp0 (tableaux[i].nom, nom) == 0 && !tableaux[i].write (imprime, donnees))
      pv_imprime_add_text (imprime, PV_STYLE_PETIT, tableaux[i].vide);
}
