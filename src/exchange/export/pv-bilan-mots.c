/* pv-bilan-mots.c: what the first page of the bilan says in words
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "export/pv-bilan-mots.h"

#include "pv-money.h"
#include "pv-rate.h"
#include "synthese/pv-synthese-referentiel.h"

/* « 1 234 » */
static char *
say_number (gint64 n)
{
  char *text = pv_money_format (n * 100, PV_MONEY_FORMAT_FRENCH | PV_MONEY_FORMAT_NO_ZERO_CENTS);
  char *unit = g_strrstr (text, "\u202f€");

  if (unit != NULL)
    *unit = '\0';

  return text;
}

char *
pv_bilan_mots_say_count (gint64 n, const char *one, const char *many)
{
  g_autofree char *number = say_number (n);

  return g_strdup_printf ("%s\u00a0%s", number, n < 2 ? one : many);
}

/* To the euro, as in the tables. */
static char *
say_amount (PvCents cents)
{
  return cents == PV_CENTS_NULL
             ? g_strdup ("montant non connu")
             : pv_money_format ((cents + 50) / 100 * 100,
                                PV_MONEY_FORMAT_FRENCH | PV_MONEY_FORMAT_NO_ZERO_CENTS);
}

/* The lines that have the most, of the last exercice: « Emploi (3 actions, 12 000 €) ». */
static char *
say_first (const PvBilanAnalyse *analyse, PvBilanPar par, guint max, guint length)
{
  const PvBilanTable *table = pv_bilan_analyse_get_table (analyse, par);
  guint last = analyse->n_annees - 1;
  g_autoptr (GPtrArray) lignes = g_ptr_array_new ();
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < table->lignes->len; i++)
    {
      const PvBilanTableLigne *ligne = table->lignes->pdata[i];
      PvCents accorde = ligne->annees[last].accorde;
      guint place = 0;

      if (accorde == PV_CENTS_NULL || accorde <= 0 || ligne->cle == NULL || *ligne->cle == '\0')
        continue;
      while (place < lignes->len &&
             ((PvBilanTableLigne *)lignes->pdata[place])->annees[last].accorde >= accorde)
        place++;
      g_ptr_array_insert (lignes, (int)place, (gpointer)ligne);
    }
  for (guint i = 0; i < MIN (lignes->len, max); i++)
    {
      const PvBilanTableLigne *ligne = lignes->pdata[i];
      g_autofree char *actions =
          pv_bilan_mots_say_count (ligne->annees[last].finances, "action", "actions");
      g_autofree char *amount = say_amount (ligne->annees[last].accorde);
      g_autofree char *nom = pv_synthese_make_nom_court (NULL, ligne->libelle, length);

      g_string_append_printf (text, "%s%s (%s, %s)", i > 0 ? "\u00a0; " : "", nom, actions, amount);
    }

  return g_strdup (text->len > 0 ? text->str : "rien n’est encore accordé");
}

/* What sources ask of a bilan: number and nature of the actions, priorities, porteurs, people, by
 * territory. */
GPtrArray *
pv_bilan_mots_make_phrases (const PvBilanAnalyse *analyse)
{
  GPtrArray *phrases = g_ptr_array_new_with_free_func (g_free);
  const PvBilanChiffres *last = pv_bilan_analyse_get_chiffres (analyse, (int)analyse->n_annees - 1);
  const PvBilanPublic *people = &last->public_prevu;
  g_autofree char *actions =
      pv_bilan_mots_say_count (last->mesure.finances, "action financée", "actions financées");
  g_autofree char *deposes =
      pv_bilan_mots_say_count (last->mesure.dossiers, "dossier déposé", "dossiers déposés");
  g_autofree char *porteurs =
      pv_bilan_mots_say_count (last->porteurs_finances, "porteur", "porteurs");
  g_autofree char *accorde = say_amount (last->mesure.accorde);
  g_autofree char *nature = say_first (analyse, PV_BILAN_PAR_NATURE, 2, 60);
  g_autofree char *premiers = say_first (analyse, PV_BILAN_PAR_PORTEUR, 3, 44);
  g_autofree char *cpo = say_first (analyse, PV_BILAN_PAR_CPO, 2, 60);

  g_ptr_array_add (phrases, g_strdup_printf ("Actions\u00a0: %s sur %s, portées par %s, pour %s "
                                             "accordés. %s.",
                                             actions, deposes, porteurs, accorde, nature));
  g_ptr_array_add (phrases, g_strdup_printf ("Premiers porteurs\u00a0: %s.", premiers));
  g_ptr_array_add (phrases, g_strdup_printf ("Durée\u00a0: %s.", cpo));
  if (people->total != PV_INT_NULL)
    {
      g_autofree char *total =
          pv_bilan_mots_say_count (people->total, "bénéficiaire prévu", "bénéficiaires prévus");
      g_autofree char *femmes =
          people->femmes == PV_INT_NULL ? g_strdup ("non connu") : say_number (people->femmes);
      g_autofree char *hommes =
          people->hommes == PV_INT_NULL ? g_strdup ("non connu") : say_number (people->hommes);
      g_autofree char *qpv =
          people->qpv_bp == PV_INT_NULL ? NULL : pv_rate_format (people->qpv_bp, FALSE);

      g_ptr_array_add (phrases,
                       g_strdup_printf ("Publics\u00a0: %s (femmes\u00a0: %s, hommes\u00a0: "
                                        "%s)%s%s%s.",
                                        total, femmes, hommes, qpv != NULL ? ", dont " : "",
                                        qpv != NULL ? qpv : "",
                                        qpv != NULL ? " habitent un quartier prioritaire" : ""));
    }

  return phrases;
}
