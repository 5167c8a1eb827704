/* pv-proces-verbal-entete.c: the head of the minutes, and who was there
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pv-date.h"
#include "imprime/pv-imprime-table.h"
#include "pv/pv-proces-verbal-parties.h"
#include "pv/pv-proces-verbal-texte.h"

static void
write_escaped (PvImprime *imprime, PvImprimeStyle style, const char *text)
{
  g_autofree char *markup = g_markup_escape_text (text, -1);

  pv_imprime_add_text (imprime, style, markup);
}

/* « Lille · AAP 2026 · Séance ouverte à 14 h 04, close à 16 h 30 » */
static char *
describe_seance (const PvProcesVerbal *pv)
{
  g_autofree char *heures = pv_proces_verbal_texte_heures (pv);
  g_autofree char *seance = heures != NULL ? g_strdup_printf ("Séance %s", heures) : NULL;
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();

  if (pv->lieu != NULL)
    g_ptr_array_add (parts, pv->lieu);
  if (pv->appel != NULL)
    g_ptr_array_add (parts, pv->appel);
  if (seance != NULL)
    g_ptr_array_add (parts, seance);
  g_ptr_array_add (parts, NULL);

  return g_strjoinv (" · ", (char **)parts->pdata);
}

static void
write_etat (PvImprime *imprime, const PvProcesVerbal *pv)
{
  if (pv->close)
    return;

  pv_imprime_skip (imprime, 2);
  pv_imprime_add_text (
      imprime, PV_STYLE_TEXTE,
      pv->preparee
          ? "<span foreground='" PV_ENCRE_RESERVE
            "' weight='bold'>Séance en préparation\302\240: rien n’est encore décidé.</span>"
          : "<span foreground='" PV_ENCRE_RESERVE
            "' weight='bold'>Séance en cours\302\240: les décisions peuvent encore "
            "changer.</span>");
}

static void
write_presences (PvImprime *imprime, const PvProcesVerbal *pv)
{
  static const PvImprimeColonne colonnes[] = { { "Institution", 5, FALSE },
                                               { "Représentée par", 4, FALSE },
                                               { "Présence", 0, FALSE } };
  g_autoptr (PvImprimeTable) table =
      pv_imprime_table_new (imprime, colonnes, G_N_ELEMENTS (colonnes));

  for (guint i = 0; i < pv->presences->len; i++)
    {
      const PvProcesVerbalPresence *presence = pv->presences->pdata[i];
      g_autofree char *etat = g_strdup_printf (
          presence->present == 1 ? "<b>%s</b>"
                                 : "<span foreground='" PV_ENCRE_SECONDAIRE "'>%s</span>",
          pv_proces_verbal_texte_presence (presence));

      pv_imprime_table_add_text (table, presence->institution);
      pv_imprime_table_add_text (table, presence->personne);
      pv_imprime_table_add_markup (table, etat);
      pv_imprime_table_end_row (table, PV_RANGEE_NORMALE);
    }
  pv_imprime_table_draw (table);
}

void
pv_proces_verbal_write_entete (PvImprime *imprime, const PvProcesVerbal *pv)
{
  g_autofree char *titre = pv_proces_verbal_texte_titre (pv);
  g_autofree char *nom = pv_proces_verbal_dup_nom (pv);
  g_autofree char *seance = describe_seance (pv);
  g_autofree char *quorum = pv_proces_verbal_texte_quorum (pv);

  if (pv->contrat != NULL)
    write_escaped (imprime, PV_STYLE_PETIT, pv->contrat);
  write_escaped (imprime, PV_STYLE_TITRE, titre);
  write_escaped (imprime, PV_STYLE_SOUS_TITRE, nom);
  pv_imprime_skip (imprime, 3);
  write_escaped (imprime, PV_STYLE_TEXTE, seance);
  write_etat (imprime, pv);

  pv_imprime_add_section (imprime, "Membres et quorum", 60);
  write_escaped (imprime, PV_STYLE_TEXTE, quorum);
  pv_imprime_skip (imprime, 4);
  if (pv->presences->len > 0)
    write_presences (imprime, pv);
}
