/* pv-proces-verbal-suites.c: what follows the decisions: returns, recusals, envelopes,
 * rectifications
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pv-date.h"
#include "imprime/pv-imprime-table.h"
#include "pv/pv-proces-verbal-parties.h"
#include "pv/pv-proces-verbal-texte.h"

static void
draw (PvImprime *imprime, const char *titre, PvImprimeTable *table)
{
  pv_imprime_add_section (imprime, titre, pv_imprime_table_get_beginning (table));
  pv_imprime_table_draw (table);
}

static char *
name_dossier (const PvProcesVerbalDossier *dossier)
{
  return g_strdup_printf ("%s, %s", dossier->porteur != NULL ? dossier->porteur : "–",
                          dossier->intitule);
}

/* --- returns, recusals --------------------------------------------------------------------- */

void
pv_proces_verbal_write_ajournements (PvImprime *imprime, const PvProcesVerbal *pv)
{
  static const PvImprimeColonne colonnes[] = { { "N°", 0, FALSE },
                                               { "Dossier", 3, FALSE },
                                               { "Revient au", 2, FALSE } };
  g_autoptr (PvImprimeTable) table =
      pv_imprime_table_new (imprime, colonnes, G_N_ELEMENTS (colonnes));
  guint ajourne = PV_DECISION_GENRE_AJOURNE;

  if (pv->sommes[ajourne].dossiers == 0)
    return;

  for (guint i = 0; i < pv->dossiers->len; i++)
    {
      const PvProcesVerbalDossier *dossier = pv->dossiers->pdata[i];
      const PvProcesVerbalVersion *version = pv_proces_verbal_dossier_get_version (dossier);
      g_autofree char *nom = name_dossier (dossier);

      if (version == NULL || version->decision != ajourne)
        continue;
      pv_imprime_table_add_text (table, dossier->numero);
      pv_imprime_table_add_text (table, nom);
      pv_imprime_table_add_text (table,
                                 version->retour != NULL ? version->retour : "une séance à fixer");
      pv_imprime_table_end_row (table, PV_RANGEE_NORMALE);
    }
  draw (imprime, "Ajournements", table);
}

void
pv_proces_verbal_write_deports (PvImprime *imprime, const PvProcesVerbal *pv)
{
  static const PvImprimeColonne colonnes[] = { { "N°", 0, FALSE },
                                               { "Dossier", 3, FALSE },
                                               { "N’ont pas pris part à la décision", 3, FALSE } };
  g_autoptr (PvImprimeTable) table =
      pv_imprime_table_new (imprime, colonnes, G_N_ELEMENTS (colonnes));
  guint n = 0;

  for (guint i = 0; i < pv->dossiers->len; i++)
    {
      const PvProcesVerbalDossier *dossier = pv->dossiers->pdata[i];
      g_autofree char *nom = name_dossier (dossier);
      g_autofree char *deports = pv_proces_verbal_texte_deports (dossier);

      if (deports == NULL)
        continue;
      n++;
      pv_imprime_table_add_text (table, dossier->numero);
      pv_imprime_table_add_text (table, nom);
      pv_imprime_table_add_text (table, deports);
      pv_imprime_table_end_row (table, PV_RANGEE_NORMALE);
    }
  if (n > 0)
    draw (imprime, "Déports", table);
}

/* --- envelopes ------------------------------------------------------------------------------ */

static void
add_enveloppe (PvImprimeTable *table, const PvProcesVerbalEnveloppe *enveloppe)
{
  g_autofree char *libelle = g_markup_escape_text (enveloppe->libelle, -1);
  g_autofree char *origine =
      g_markup_printf_escaped ("%s, %s", enveloppe->financeur, enveloppe->dispositif);
  g_autofree char *nom = g_strdup_printf (
      "<b>%s</b>\n<span foreground='" PV_ENCRE_SECONDAIRE "'>%s</span>", libelle, origine);
  g_autofree char *note =
      enveloppe->derogation != NULL && enveloppe->apres_cents != PV_CENTS_NULL &&
              enveloppe->apres_cents < 0
          ? g_markup_printf_escaped ("<b>Dépassement motivé\302\240:</b> %s", enveloppe->derogation)
          : NULL;

  pv_imprime_table_add_markup (table, nom);
  pv_imprime_table_add_amount (table, enveloppe->montant_cents);
  pv_imprime_table_add_amount (table, enveloppe->avant_cents);
  pv_imprime_table_add_amount (table, enveloppe->decide_cents);
  pv_imprime_table_add_amount (table, enveloppe->apres_cents);
  pv_imprime_table_set_note (table, note, 0);
  pv_imprime_table_end_row (table, PV_RANGEE_NORMALE);
}

void
pv_proces_verbal_write_enveloppes (PvImprime *imprime, const PvProcesVerbal *pv)
{
  const PvImprimeColonne colonnes[] = {
    { "Enveloppe", 1, FALSE },  { "Montant", 0, TRUE },
    { "Reste avant", 0, TRUE }, { pv_proces_verbal_texte_montant (pv), 0, TRUE },
    { "Reste après", 0, TRUE },
  };
  g_autoptr (PvImprimeTable) table =
      pv_imprime_table_new (imprime, colonnes, G_N_ELEMENTS (colonnes));

  if (pv->enveloppes->len == 0)
    return;

  for (guint i = 0; i < pv->enveloppes->len; i++)
    add_enveloppe (table, pv->enveloppes->pdata[i]);
  draw (imprime, "Enveloppes", table);
  pv_imprime_skip (imprime, 3);
  pv_imprime_add_text (
      imprime, PV_STYLE_PETIT,
      pv->effet_decision
          ? "Le reste compte ce qui est arbitré, voté ou notifié\302\240; avant\302\240: "
            "sans les décisions de cette séance, après\302\240: avec elles."
          : "Le reste compte ce qui est proposé, arbitré, voté ou notifié\302\240; "
            "avant\302\240: sans les avis de cette séance, après\302\240: avec eux.");
}

/* --- rectifications ------------------------------------------------------------------------- */

/* « État 22 000 € · Région – »: what the two versions say of the payers that differ. */
static char *
make_montants (const PvProcesVerbal *pv, const PvProcesVerbalDossier *dossier, guint place)
{
  const PvProcesVerbalVersion *version = dossier->versions->pdata[place];
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < dossier->lignes->len; i++)
    {
      const PvProcesVerbalLigne *ligne = dossier->lignes->pdata[i];
      const PvProcesVerbalFinanceur *financeur = pv->financeurs->pdata[ligne->financeur];
      g_autofree char *montant = pv_imprime_format_amount (version->montants[i]);
      g_autofree char *escaped = g_markup_escape_text (financeur->court, -1);
      gboolean changed =
          place > 0 &&
          ((const PvProcesVerbalVersion *)dossier->versions->pdata[place - 1])->montants[i] !=
              version->montants[i];

      g_string_append_printf (text, changed ? "%s<b>%s\302\240%s</b>" : "%s%s\302\240%s",
                              i > 0 ? " · " : "", escaped, montant);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
add_version (PvImprimeTable *table,
             const PvProcesVerbal *pv,
             const PvProcesVerbalDossier *dossier,
             guint place)
{
  const PvProcesVerbalVersion *version = dossier->versions->pdata[place];
  g_autofree char *montants = make_montants (pv, dossier, place);
  g_autofree char *decision =
      g_strdup_printf ("<span foreground='%s' weight='bold'>%s</span>",
                       pv_proces_verbal_texte_encre (version->decision),
                       pv_proces_verbal_decision_to_libelle (version->decision));
  g_autoptr (GString) note = g_string_new (NULL);

  if (version->motif != NULL)
    {
      g_autofree char *motif =
          g_markup_printf_escaped ("<b>Motif de la rectification\302\240:</b> %s", version->motif);

      g_string_append (note, motif);
    }
  if (version->reserve != NULL)
    {
      g_autofree char *reserve = g_markup_printf_escaped (
          "<b>%s\302\240:</b> %s", pv_proces_verbal_texte_reserve (version->decision),
          version->reserve);

      g_string_append_printf (note, "%s%s", note->len > 0 ? "\n" : "", reserve);
    }
  pv_imprime_table_add_text (table, place == 0 ? "Décision de la séance" : "Rectification");
  pv_imprime_table_add_markup (table, decision);
  pv_imprime_table_add_markup (table, montants);
  pv_imprime_table_add_amount (table, version->total_cents);
  pv_imprime_table_set_note (table, note->len > 0 ? note->str : NULL, 1);
  pv_imprime_table_end_row (table, place > 0 ? PV_RANGEE_SUITE : PV_RANGEE_NORMALE);
}

void
pv_proces_verbal_write_rectifications (PvImprime *imprime, const PvProcesVerbal *pv)
{
  static const PvImprimeColonne colonnes[] = { { "Version", 2, FALSE },
                                               { "Décision", 2, FALSE },
                                               { "Montants", 4, FALSE },
                                               { "Total", 0, TRUE } };
  g_autoptr (PvImprimeTable) table =
      pv_imprime_table_new (imprime, colonnes, G_N_ELEMENTS (colonnes));
  guint n = 0;

  for (guint i = 0; i < pv->dossiers->len; i++)
    {
      const PvProcesVerbalDossier *dossier = pv->dossiers->pdata[i];
      g_autofree char *nom = name_dossier (dossier);
      g_autofree char *titre = g_strdup_printf ("%s · %s", dossier->numero, nom);

      if (dossier->versions->len < 2)
        continue;
      n++;
      pv_imprime_table_add_text (table, titre);
      pv_imprime_table_end_row (table, PV_RANGEE_GROUPE);
      for (guint j = 0; j < dossier->versions->len; j++)
        add_version (table, pv, dossier, j);
    }
  if (n > 0)
    draw (imprime, "Rectifications", table);
}

/* --- besides ------------------------------------------------------------------------------- */

void
pv_proces_verbal_write_observations (PvImprime *imprime, const PvProcesVerbal *pv)
{
  g_autofree char *markup =
      pv->observations != NULL ? g_markup_escape_text (pv->observations, -1) : NULL;

  if (markup == NULL)
    return;

  pv_imprime_add_section (imprime, "Observations", 24);
  pv_imprime_add_text (imprime, PV_STYLE_TEXTE, markup);
}
