/* pv-proces-verbal-montants.c: the amounts of each payer
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "imprime/pv-imprime-table.h"
#include "pv/pv-proces-verbal-parties.h"
#include "pv/pv-proces-verbal-texte.h"

/* Beyond, columns are no longer read along. */
#define COLONNES_MAX 8

/* Less leaves no place for the name of a dossier. */
#define DOSSIER_MIN 130.0

/* --- payers as columns -------------------------------------------------------------------- */

/* What the séance decided; else, muted, what was decided without it. */
static void
add_cell (PvImprimeTable *table, const PvProcesVerbalDossier *dossier, guint financeur)
{
  PvCents montant = pv_proces_verbal_dossier_get_montant (dossier, financeur);
  PvCents acquis = pv_proces_verbal_dossier_get_acquis (dossier, financeur);

  if (montant == PV_CENTS_NULL && acquis != PV_CENTS_NULL)
    pv_imprime_table_add_muted (table, acquis);
  else
    pv_imprime_table_add_amount (table, montant);
}

static void
add_across (PvImprimeTable *table, const PvProcesVerbal *pv, const PvProcesVerbalDossier *dossier)
{
  g_autofree char *nom = g_strdup_printf (
      "%s, %s", dossier->porteur != NULL ? dossier->porteur : "–", dossier->intitule);

  pv_imprime_table_add_text (table, dossier->numero);
  pv_imprime_table_add_text (table, nom);
  for (guint i = 0; i < pv->financeurs->len; i++)
    add_cell (table, dossier, i);
  pv_imprime_table_add_amount (table, pv_proces_verbal_dossier_get_decide (dossier));
  pv_imprime_table_end_row (table, PV_RANGEE_NORMALE);
}

static PvImprimeTable *
make_across (PvImprime *imprime, const PvProcesVerbal *pv)
{
  guint n = pv->financeurs->len;
  g_autofree PvImprimeColonne *colonnes = g_new0 (PvImprimeColonne, n + 3);
  PvImprimeTable *table = NULL;

  colonnes[0].titre = "N°";
  colonnes[1] = (PvImprimeColonne){ "Dossier", 1, FALSE };
  for (guint i = 0; i < n; i++)
    colonnes[2 + i] =
        (PvImprimeColonne){ ((const PvProcesVerbalFinanceur *)pv->financeurs->pdata[i])->court, 0,
                            TRUE };
  colonnes[2 + n] = (PvImprimeColonne){ "Total", 0, TRUE };
  table = pv_imprime_table_new (imprime, colonnes, n + 3);
  for (guint i = 0; i < pv->dossiers->len; i++)
    add_across (table, pv, pv->dossiers->pdata[i]);
  pv_imprime_table_add_text (table, NULL);
  pv_imprime_table_add_text (table, "Total");
  for (guint i = 0; i < n; i++)
    pv_imprime_table_add_amount (
        table, ((const PvProcesVerbalFinanceur *)pv->financeurs->pdata[i])->decide_cents);
  pv_imprime_table_add_amount (table, pv->total.decide_cents);
  pv_imprime_table_end_row (table, PV_RANGEE_TOTAL);

  return table;
}

/* --- payers one under the other ------------------------------------------------------------ */

/* Its line of credits, and why the séance does not decide it. */
static char *
describe_ligne (const PvProcesVerbalLigne *ligne)
{
  g_autofree char *dispositif =
      g_markup_escape_text (ligne->dispositif != NULL ? ligne->dispositif : "", -1);

  if (ligne->verrou == PV_SEANCE_VERROU_NULL)
    return g_steal_pointer (&dispositif);

  return g_strdup_printf ("%s%s<i>%s</i>", dispositif, *dispositif != '\0' ? ", " : "",
                          pv_seance_verrou_to_libelle (ligne->verrou));
}

static void
add_ligne (PvImprimeTable *table,
           const PvProcesVerbal *pv,
           const PvProcesVerbalDossier *dossier,
           guint place)
{
  const PvProcesVerbalLigne *ligne = dossier->lignes->pdata[place];
  const PvProcesVerbalFinanceur *financeur = pv->financeurs->pdata[ligne->financeur];
  const PvProcesVerbalVersion *version = pv_proces_verbal_dossier_get_version (dossier);
  g_autofree char *dispositif = describe_ligne (ligne);

  pv_imprime_table_add_text (table, financeur->nom);
  pv_imprime_table_add_markup (table, dispositif);
  pv_imprime_table_add_amount (table, ligne->sollicite_cents);
  pv_imprime_table_add_amount (table, ligne->propose_cents);
  pv_imprime_table_add_amount (table, version != NULL ? version->montants[place] : PV_CENTS_NULL);
  pv_imprime_table_end_row (table, PV_RANGEE_SUITE);
}

static void
add_stacked (PvImprimeTable *table, const PvProcesVerbal *pv, const PvProcesVerbalDossier *dossier)
{
  g_autofree char *titre =
      g_strdup_printf ("%s · %s, %s", dossier->numero,
                       dossier->porteur != NULL ? dossier->porteur : "–", dossier->intitule);

  pv_imprime_table_add_text (table, titre);
  pv_imprime_table_end_row (table, PV_RANGEE_GROUPE);
  for (guint i = 0; i < dossier->lignes->len; i++)
    add_ligne (table, pv, dossier, i);
  pv_imprime_table_add_markup (table, "<b>Total du dossier</b>");
  pv_imprime_table_add_text (table, NULL);
  pv_imprime_table_add_amount (table, dossier->sollicite_cents);
  pv_imprime_table_add_amount (table, dossier->propose_cents);
  pv_imprime_table_add_amount (table, pv_proces_verbal_dossier_get_decide (dossier));
  pv_imprime_table_end_row (table, PV_RANGEE_SUITE);
}

static PvImprimeTable *
make_stacked (PvImprime *imprime, const PvProcesVerbal *pv)
{
  const PvImprimeColonne colonnes[] = {
    { "Financeur", 5, FALSE },
    { "Dispositif", 4, FALSE },
    { "Sollicité", 0, TRUE },
    { "Proposé", 0, TRUE },
    { pv_proces_verbal_texte_montant (pv), 0, TRUE },
  };
  PvImprimeTable *table = pv_imprime_table_new (imprime, colonnes, G_N_ELEMENTS (colonnes));

  for (guint i = 0; i < pv->dossiers->len; i++)
    add_stacked (table, pv, pv->dossiers->pdata[i]);

  return table;
}

void
pv_proces_verbal_write_montants (PvImprime *imprime, const PvProcesVerbal *pv)
{
  g_autoptr (PvImprimeTable) table = NULL;
  gboolean across = FALSE;

  if (pv->dossiers->len == 0 || pv->financeurs->len == 0)
    return;

  if (pv->financeurs->len <= COLONNES_MAX)
    {
      table = make_across (imprime, pv);
      across = pv_imprime_table_get_shared (table, TRUE) >= DOSSIER_MIN;
    }
  if (!across)
    {
      g_clear_pointer (&table, pv_imprime_table_free);
      table = make_stacked (imprime, pv);
    }
  pv_imprime_turn (imprime, across);
  pv_imprime_add_section (imprime, "Annexe\302\240: montants par financeur",
                          pv_imprime_table_get_beginning (table));
  pv_imprime_table_draw (table);
  if (pv->acquis_cents != PV_CENTS_NULL)
    {
      pv_imprime_skip (imprime, 3);
      pv_imprime_add_text (imprime, PV_STYLE_PETIT,
                           "En italique\302\240: acquis par ailleurs, hors des totaux.");
    }
}
