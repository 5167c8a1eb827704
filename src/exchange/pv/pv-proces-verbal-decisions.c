/* pv-proces-verbal-decisions.c: the agenda, and what is decided of each dossier
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "imprime/pv-imprime-table.h"
#include "pv/pv-proces-verbal-parties.h"
#include "pv/pv-proces-verbal-texte.h"

static char *
make_decision (guint decision)
{
  return g_strdup_printf ("<span foreground='%s' weight='bold'>%s</span>",
                          pv_proces_verbal_texte_encre (decision),
                          pv_proces_verbal_decision_to_libelle (decision));
}

/* --- sums -------------------------------------------------------------------------------- */

static void
write_par_decision (PvImprime *imprime, const PvProcesVerbal *pv)
{
  const PvImprimeColonne colonnes[] = {
    { "Décision", 3, FALSE },
    { "Dossiers", 1, TRUE },
    { "Proposé", 1.6, TRUE },
    { pv_proces_verbal_texte_montant (pv), 1.6, TRUE },
  };
  g_autoptr (PvImprimeTable) table =
      pv_imprime_table_new (imprime, colonnes, G_N_ELEMENTS (colonnes));

  for (guint i = 0; i <= PV_N_PROCES_VERBAL_DECISIONS; i++)
    {
      gboolean total = i == PV_N_PROCES_VERBAL_DECISIONS;
      const PvProcesVerbalSomme *somme = total ? &pv->total : &pv->sommes[i];
      g_autofree char *decision = total ? g_strdup ("Total") : make_decision (i);

      if (!total && i == PV_PROCES_VERBAL_SANS_DECISION && somme->dossiers == 0)
        continue;
      pv_imprime_table_add_markup (table, decision);
      pv_imprime_table_add_number (table, somme->dossiers);
      pv_imprime_table_add_amount (table, somme->propose_cents);
      pv_imprime_table_add_amount (table, somme->decide_cents);
      pv_imprime_table_end_row (table, total ? PV_RANGEE_TOTAL : PV_RANGEE_NORMALE);
    }
  pv_imprime_add_section (imprime, "Bilan par décision", pv_imprime_table_get_beginning (table));
  pv_imprime_table_draw (table);
}

static void
add_financeur (PvImprimeTable *table,
               const PvProcesVerbal *pv,
               const PvProcesVerbalFinanceur *financeur)
{
  pv_imprime_table_add_text (table, financeur->nom);
  pv_imprime_table_add_amount (table, financeur->sollicite_cents);
  pv_imprime_table_add_amount (table, financeur->propose_cents);
  pv_imprime_table_add_amount (table, financeur->decide_cents);
  if (pv->acquis_cents != PV_CENTS_NULL)
    pv_imprime_table_add_muted (table, financeur->acquis_cents);
  pv_imprime_table_end_row (table, PV_RANGEE_NORMALE);
}

static void
write_par_financeur (PvImprime *imprime, const PvProcesVerbal *pv)
{
  const PvImprimeColonne colonnes[] = {
    { "Financeur", 1, FALSE }, { "Sollicité", 0, TRUE },
    { "Proposé", 0, TRUE },    { pv_proces_verbal_texte_montant (pv), 0, TRUE },
    { "Acquis", 0, TRUE },
  };
  gboolean acquis = pv->acquis_cents != PV_CENTS_NULL;
  g_autoptr (PvImprimeTable) table =
      pv_imprime_table_new (imprime, colonnes, G_N_ELEMENTS (colonnes) - (acquis ? 0 : 1));

  for (guint i = 0; i < pv->financeurs->len; i++)
    add_financeur (table, pv, pv->financeurs->pdata[i]);
  pv_imprime_table_add_text (table, "Total");
  pv_imprime_table_add_amount (table, pv->sollicite_cents);
  pv_imprime_table_add_amount (table, pv->total.propose_cents);
  pv_imprime_table_add_amount (table, pv->total.decide_cents);
  if (acquis)
    pv_imprime_table_add_muted (table, pv->acquis_cents);
  pv_imprime_table_end_row (table, PV_RANGEE_TOTAL);
  pv_imprime_add_section (imprime, "Bilan par financeur", pv_imprime_table_get_beginning (table));
  pv_imprime_table_draw (table);
  if (!acquis)
    return;

  pv_imprime_skip (imprime, 3);
  pv_imprime_add_text (imprime, PV_STYLE_PETIT,
                       "Acquis\302\240: déjà voté ou notifié, ou part d’un financeur "
                       "qui s’est déporté. La séance n’en décide pas.");
}

void
pv_proces_verbal_write_synthese (PvImprime *imprime, const PvProcesVerbal *pv)
{
  write_par_decision (imprime, pv);
  if (pv->financeurs->len > 0)
    write_par_financeur (imprime, pv);
}

/* --- agenda ------------------------------------------------------------------------------ */

static void
append_note (GString *note, const char *titre, const char *text)
{
  g_autofree char *escaped = text != NULL ? g_markup_escape_text (text, -1) : NULL;

  if (escaped != NULL)
    g_string_append_printf (note, "%s<b>%s\302\240:</b> %s", note->len > 0 ? "\n" : "", titre,
                            escaped);
}

/* Reserve, return, who stood aside, rectification. */
static char *
make_note (const PvProcesVerbalDossier *dossier)
{
  const PvProcesVerbalVersion *version = pv_proces_verbal_dossier_get_version (dossier);
  g_autoptr (GString) note = g_string_new (NULL);
  g_autofree char *deports = pv_proces_verbal_texte_deports (dossier);

  if (version != NULL)
    {
      append_note (note, pv_proces_verbal_texte_reserve (version->decision), version->reserve);
      append_note (note, "Revient au", version->retour);
      if (version->version > 1)
        append_note (note, "Décision rectifiée", version->motif);
    }
  append_note (note, "Déport", deports);

  return note->len > 0 ? g_string_free (g_steal_pointer (&note), FALSE) : NULL;
}

static char *
make_dossier (const PvProcesVerbalDossier *dossier)
{
  g_autofree char *porteur =
      g_markup_escape_text (dossier->porteur != NULL ? dossier->porteur : "–", -1);
  g_autofree char *intitule = g_markup_escape_text (dossier->intitule, -1);

  return g_strdup_printf ("<b>%s</b>\n%s", porteur, intitule);
}

static void
add_dossier (PvImprimeTable *table, const PvProcesVerbalDossier *dossier)
{
  g_autofree char *nom = make_dossier (dossier);
  g_autofree char *decision = make_decision (pv_proces_verbal_dossier_get_decision (dossier));
  g_autofree char *note = make_note (dossier);

  pv_imprime_table_add_number (table, dossier->ordre);
  pv_imprime_table_add_text (table, dossier->numero);
  pv_imprime_table_add_markup (table, nom);
  pv_imprime_table_add_markup (table, decision);
  pv_imprime_table_add_amount (table, dossier->cout_cents);
  pv_imprime_table_add_amount (table, dossier->propose_cents);
  pv_imprime_table_add_amount (table, pv_proces_verbal_dossier_get_decide (dossier));
  pv_imprime_table_set_note (table, note, 2);
  pv_imprime_table_end_row (table, PV_RANGEE_NORMALE);
}

void
pv_proces_verbal_write_decisions (PvImprime *imprime, const PvProcesVerbal *pv)
{
  const PvImprimeColonne colonnes[] = {
    { "Ordre", 0, TRUE },
    { "N°", 0, FALSE },
    { "Porteur et action", 5, FALSE },
    { "Décision", 2, FALSE },
    { "Coût total", 0, TRUE },
    { "Proposé", 0, TRUE },
    { pv_proces_verbal_texte_montant (pv), 0, TRUE },
  };
  g_autoptr (PvImprimeTable) table =
      pv_imprime_table_new (imprime, colonnes, G_N_ELEMENTS (colonnes));

  for (guint i = 0; i < pv->dossiers->len; i++)
    add_dossier (table, pv->dossiers->pdata[i]);
  pv_imprime_add_section (imprime, "Ordre du jour et décisions",
                          pv_imprime_table_get_beginning (table));
  if (pv->dossiers->len > 0)
    pv_imprime_table_draw (table);
  else
    pv_imprime_add_text (imprime, PV_STYLE_TEXTE, "Aucun dossier n’est à l’ordre du jour.");
}
