/* pv-bilan-cartes-suite.c: the cards of natures, marks, publics and realised budgets
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n.h>

#include "bilan/pv-bilan-affichage.h"
#include "chart/pv-share-bar.h"
#include "widget/pv-format.h"

/* A part of a bar, and its name. */
typedef struct
{
  PvChartPattern pattern;
  gint64 value;
  const char *words;
} Part;

static gint64
known (gint64 value)
{
  return value == PV_INT_NULL ? 0 : value;
}

/* A bar of parts, whose text says each. @scale: 0: their sum */
static void
add_parts (PvBilanCarte *carte, const Part *parts, guint n, gint64 scale, gboolean amounts)
{
  GtkWidget *bar = pv_share_bar_new ();
  g_autoptr (GString) text = g_string_new (NULL);
  gint64 sum = 0;

  for (guint i = 0; i < n; i++)
    sum += known (parts[i].value);
  pv_share_bar_begin (PV_SHARE_BAR (bar), MAX (scale > 0 ? scale : sum, 1));
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *value =
          amounts ? pv_amount_to_text (parts[i].value) : pv_count_to_text (parts[i].value);

      if (known (parts[i].value) <= 0)
        continue;
      pv_share_bar_add (PV_SHARE_BAR (bar), parts[i].pattern, parts[i].value);
      g_string_append_printf (text, "%s%s %s", text->len > 0 ? ", " : "", parts[i].words, value);
    }
  pv_share_bar_set_text (PV_SHARE_BAR (bar), text->len > 0 ? text->str : PV_TEXT_NULL);
  pv_bilan_carte_add_bar (carte, bar, text->str);
}

static void
add_rate (PvBilanCarte *carte, gint64 part, gint64 whole)
{
  g_autofree char *text = pv_rate_to_text (pv_money_rate_bp (part, whole));

  pv_bilan_carte_add_text (carte, text);
}

static void
add_bp (PvBilanCarte *carte, gint64 bp)
{
  g_autofree char *text = pv_rate_to_text (bp);

  pv_bilan_carte_add_text (carte, text);
}

/* --- nature, conventions --------------------------------------------------------------------- */

static const PvBilanTableLigne *
find (const PvBilanTable *table, const char *cle)
{
  for (guint i = 0; i < table->lignes->len; i++)
    if (g_strcmp0 (((const PvBilanTableLigne *)table->lignes->pdata[i])->cle, cle) == 0)
      return table->lignes->pdata[i];

  return NULL;
}

static PvCents
get_accorde (const PvBilanTable *table, const char *cle, guint annee)
{
  const PvBilanTableLigne *ligne = find (table, cle);

  return ligne != NULL ? ligne->annees[annee].accorde : PV_CENTS_NULL;
}

/* A share that opens its dossiers. */
static void
add_share (PvBilanCarte *carte,
           const PvBilanAffichage *affichage,
           PvBilanPar par,
           const char *cle,
           guint annee)
{
  const PvBilanTable *table = pv_bilan_analyse_get_table (affichage->analyse, par);
  const PvBilanTableLigne *ligne = find (table, cle);
  PvCents whole = affichage->analyse->annees[annee].mesure.accorde;
  PvCents part = ligne != NULL ? ligne->annees[annee].accorde : PV_CENTS_NULL;
  g_autofree char *text = pv_rate_to_text (
      whole != PV_CENTS_NULL ? pv_money_rate_bp (known (part), whole) : PV_INT_NULL);
  g_autofree char *year = pv_bilan_affichage_dup_annee (affichage, annee);
  g_autofree char *name =
      ligne != NULL ? g_strdup_printf (_ ("%s, %s: %s"), ligne->libelle, year, text) : NULL;
  g_autofree char *critere =
      ligne != NULL && ligne->annees[annee].finances > 0
          ? pv_bilan_analyse_dup_critere (affichage->analyse, par, ligne, (int)annee,
                                          PV_BILAN_LISTE_FINANCES)
          : NULL;

  pv_bilan_carte_add_link (carte, text, name, critere);
}

void
pv_bilan_carte_show_natures (PvBilanCarte *carte, const PvBilanAffichage *affichage)
{
  const PvBilanTable *table = pv_bilan_analyse_get_table (affichage->analyse, PV_BILAN_PAR_NATURE);

  pv_bilan_carte_begin (carte);
  pv_bilan_carte_add_head (carte, _ ("Exercice"), 0, FALSE);
  pv_bilan_carte_add_head (carte, "", 0, TRUE);
  pv_bilan_carte_add_head (carte, C_ ("bilan", "New"), 1, FALSE);
  pv_bilan_carte_add_head (carte, C_ ("bilan", "Renewed"), 1, FALSE);
  pv_bilan_carte_add_head (carte, C_ ("bilan", "In CPO"), 1, FALSE);
  for (guint i = pv_bilan_affichage_get_premier (affichage, PV_BILAN_MAX_ANNEES); i <= affichage->a;
       i++)
    {
      g_autofree char *year = pv_bilan_affichage_dup_annee (affichage, i);
      const Part parts[] = {
        { PV_CHART_NOTIFIE, get_accorde (table, "nouvelle", i), C_ ("bilan", "new") },
        { PV_CHART_PROPOSE, get_accorde (table, "reconduction", i), C_ ("bilan", "renewed") },
        { PV_CHART_RESTE, get_accorde (table, "", i), C_ ("bilan", "not said") },
      };

      pv_bilan_carte_add_row (carte, FALSE);
      pv_bilan_carte_add_text (carte, year);
      add_parts (carte, parts, G_N_ELEMENTS (parts), 0, TRUE);
      add_share (carte, affichage, PV_BILAN_PAR_NATURE, "nouvelle", i);
      add_share (carte, affichage, PV_BILAN_PAR_NATURE, "reconduction", i);
      add_share (carte, affichage, PV_BILAN_PAR_CPO, "oui", i);
    }
  pv_bilan_carte_end (carte, "");
}

/* --- equality ----------------------------------------------------------------------------------
 */

void
pv_bilan_carte_show_egalite (PvBilanCarte *carte, const PvBilanAffichage *affichage)
{
  static const PvChartPattern patterns[PV_N_EGALITE_MARQUES] = {
    PV_CHART_MARQUE_0, PV_CHART_MARQUE_1, PV_CHART_MARQUE_2, PV_CHART_NON_EVALUE
  };

  pv_bilan_carte_begin (carte);
  pv_bilan_carte_add_head (carte, _ ("Exercice"), 0, FALSE);
  pv_bilan_carte_add_head (carte, "", 0, TRUE);
  pv_bilan_carte_add_head (carte, _ ("1 or 2"), 1, FALSE);
  pv_bilan_carte_add_head (carte, C_ ("bilan", "Assessed"), 1, FALSE);
  pv_bilan_carte_add_head (carte, _ ("1 or 2, number"), 1, FALSE);
  for (guint i = pv_bilan_affichage_get_premier (affichage, PV_BILAN_MAX_ANNEES); i <= affichage->a;
       i++)
    {
      const PvEgaliteLigne *ligne = &affichage->analyse->annees[i].egalite;
      g_autofree char *year = pv_bilan_affichage_dup_annee (affichage, i);
      Part parts[PV_N_EGALITE_MARQUES];

      for (guint m = 0; m < PV_N_EGALITE_MARQUES; m++)
        parts[m] = (Part){ patterns[m], ligne->mesures[PV_EGALITE_ACCORDE][m].cents,
                           pv_chart_pattern_to_words (patterns[m]) };
      pv_bilan_carte_add_row (carte, FALSE);
      pv_bilan_carte_add_text (carte, year);
      add_parts (carte, parts, G_N_ELEMENTS (parts), 0, TRUE);
      add_bp (carte, pv_egalite_ligne_get_part_bp (ligne, PV_EGALITE_ACCORDE, TRUE));
      add_bp (carte, pv_egalite_ligne_get_couverture_bp (ligne, PV_EGALITE_ACCORDE, TRUE));
      add_bp (carte, pv_egalite_ligne_get_part_bp (ligne, PV_EGALITE_ACCORDE, FALSE));
    }
  pv_bilan_carte_end (carte, "");
}

/* --- beneficiaries ------------------------------------------------------------------------------
 */

static void
add_public (PvBilanCarte *carte,
            const char *year,
            gboolean first,
            const char *moment,
            const PvBilanPublic *public,
            gint64 scale)
{
  g_autofree char *total = pv_count_to_text (public->total);
  const Part parts[] = {
    { PV_CHART_NOTIFIE, public->femmes, C_ ("bilan", "women") },
    { PV_CHART_PROPOSE, public->hommes, C_ ("bilan", "men") },
    { PV_CHART_RESTE, public->non_ventiles, C_ ("bilan", "not broken down") },
  };
  gint64 both = public->femmes != PV_INT_NULL && public->hommes != PV_INT_NULL
                    ? public->femmes + public->hommes
                    : PV_INT_NULL;

  if (!first)
    pv_bilan_carte_join_row (carte);
  pv_bilan_carte_add_row (carte, FALSE);
  if (first)
    pv_bilan_carte_add_text (carte, year);
  else
    pv_bilan_carte_add_bar (carte, gtk_label_new (NULL), year);
  pv_bilan_carte_add_text (carte, moment);
  add_parts (carte, parts, G_N_ELEMENTS (parts), scale, FALSE);
  pv_bilan_carte_add_text (carte, total);
  add_rate (carte, public->femmes, both);
  add_bp (carte, public->qpv_bp);
}

/* Years with comptes rendus show what the same dossiers planned and realised. */
static const PvBilanPublic *
get_planned (const PvBilanChiffres *chiffres)
{
  return chiffres->public_realise_bilan.dossiers > 0 ? &chiffres->public_prevu_bilan
                                                     : &chiffres->public_prevu;
}

static const PvBilanPublic *
get_realised (const PvBilanChiffres *chiffres)
{
  return chiffres->public_realise_bilan.dossiers > 0 ? &chiffres->public_realise_bilan
                                                     : &chiffres->public_realise;
}

/* (nullable): how many dossiers are compared, year by year. */
static char *
dup_publics_note (const PvBilanAffichage *affichage, guint premier)
{
  const PvBilanChiffres *annees = affichage->analyse->annees;
  g_autofree char *years = NULL;

  for (guint i = premier; i <= affichage->a; i++)
    {
      g_autofree char *before = NULL;
      g_autofree char *one = NULL;
      g_autofree char *year = pv_bilan_affichage_dup_annee (affichage, i);
      g_autofree char *compared = pv_count_to_text (annees[i].public_realise_bilan.dossiers);
      g_autofree char *financed = pv_count_to_text (annees[i].mesure.finances);

      if (annees[i].public_realise_bilan.dossiers == 0)
        continue;
      /* Translators: a year, then two numbers: “2025: 37 of 44 financed”. */
      one = g_strdup_printf (_ ("%s: %s of %s financed"), year, compared, financed);
      before = g_steal_pointer (&years);
      years = before != NULL ? g_strdup_printf (C_ ("bilan list", "%s; %s"), before, one)
                             : g_strdup (one);
    }
  if (years == NULL)
    return NULL;

  /* Translators: followed by years: “2024: 41 of 46 financed; 2025: 37 of 44 financed”. */
  return g_strdup_printf (_ ("Planned and realised are of the same dossiers, those whose compte "
                             "rendu says beneficiaries. %s."),
                          years);
}

void
pv_bilan_carte_show_publics (PvBilanCarte *carte, const PvBilanAffichage *affichage)
{
  const PvBilanChiffres *annees = affichage->analyse->annees;
  guint premier = pv_bilan_affichage_get_premier (affichage, PV_BILAN_MAX_ANNEES);
  g_autofree char *note = dup_publics_note (affichage, premier);
  gint64 scale = 0;

  for (guint i = premier; i <= affichage->a; i++)
    scale = MAX (scale, MAX (get_planned (&annees[i])->total, get_realised (&annees[i])->total));
  pv_bilan_carte_begin (carte);
  pv_bilan_carte_add_head (carte, _ ("Exercice"), 0, FALSE);
  pv_bilan_carte_add_head (carte, "", 0, FALSE);
  pv_bilan_carte_add_head (carte, "", 0, TRUE);
  pv_bilan_carte_add_head (carte, C_ ("bilan", "Total"), 1, FALSE);
  pv_bilan_carte_add_head (carte, C_ ("bilan", "Women"), 1, FALSE);
  pv_bilan_carte_add_head (carte, C_ ("bilan", "In QPV"), 1, FALSE);
  for (guint i = premier; i <= affichage->a; i++)
    {
      g_autofree char *year = pv_bilan_affichage_dup_annee (affichage, i);

      if (get_planned (&annees[i])->dossiers > 0)
        add_public (carte, year, TRUE, C_ ("bilan", "planned"), get_planned (&annees[i]), scale);
      if (get_realised (&annees[i])->dossiers > 0)
        add_public (carte, year, get_planned (&annees[i])->dossiers == 0, C_ ("bilan", "realised"),
                    get_realised (&annees[i]), scale);
    }
  pv_bilan_carte_end (carte, _ ("No financed dossier says its beneficiaries."));
  pv_bilan_carte_set_note (carte, note);
}

/* --- planned and realised ------------------------------------------------------------------------
 */

static void
add_poste (PvBilanCarte *carte, const char *name, PvCents prevu, PvCents realise, gint64 scale)
{
  PvCents ecart = PV_CENTS_NULL;
  const PvCents both = MIN (known (prevu), known (realise));
  const Part parts[] = {
    { PV_CHART_NOTIFIE, both, C_ ("bilan", "spent") },
    { PV_CHART_RESTE, known (prevu) - both, C_ ("bilan", "not realised") },
    { PV_CHART_DEPASSEMENT, known (realise) - both, C_ ("bilan", "beyond the plan") },
  };
  g_autofree char *planned = pv_amount_to_text (prevu), *realised = pv_amount_to_text (realise);
  g_autofree char *gap = NULL, *rate = NULL;

  if (prevu != PV_CENTS_NULL && realise != PV_CENTS_NULL)
    ecart = realise - prevu;
  gap = pv_amount_to_text (ecart);
  rate = pv_bilan_dup_evolution (prevu, realise);
  pv_bilan_carte_add_row (carte, scale == 0);
  pv_bilan_carte_add_text (carte, name);
  add_parts (carte, parts, G_N_ELEMENTS (parts), scale, TRUE);
  pv_bilan_carte_add_text (carte, planned);
  pv_bilan_carte_add_text (carte, realised);
  pv_bilan_carte_add_text (carte, gap);
  pv_bilan_carte_add_text (carte, rate);
}

/* The last exercice shown that compares: the one under way does not yet. */
static guint
find_compared (const PvBilanAffichage *affichage)
{
  for (guint i = affichage->a + 1; i > affichage->de; i--)
    if (affichage->analyse->annees[i - 1].compares > 0)
      return i - 1;

  return affichage->a;
}

static void
add_postes (PvBilanCarte *carte, const PvBilanAffichage *affichage, guint a, gboolean charges)
{
  const GPtrArray *postes = affichage->analyse->postes;
  PvCents prevu = PV_CENTS_NULL, realise = PV_CENTS_NULL, scale = 1;

  for (guint i = 0; i < postes->len; i++)
    {
      const PvBilanPoste *poste = postes->pdata[i];

      scale = MAX (scale, MAX (poste->prevu[a], poste->realise[a]));
    }
  for (guint i = 0; i < postes->len; i++)
    {
      const PvBilanPoste *poste = postes->pdata[i];
      g_autofree char *name = g_ascii_isdigit (*poste->code)
                                  ? g_strdup_printf ("%s · %s", poste->code, poste->libelle)
                                  : g_strdup (poste->libelle);

      if (poste->charge != charges || poste->volontaire ||
          (poste->prevu[a] == PV_CENTS_NULL && poste->realise[a] == PV_CENTS_NULL))
        continue;
      add_poste (carte, name, poste->prevu[a], poste->realise[a], scale);
      pv_money_add (prevu, poste->prevu[a], &prevu);
      pv_money_add (realise, poste->realise[a], &realise);
    }
  if (prevu != PV_CENTS_NULL || realise != PV_CENTS_NULL)
    add_poste (carte, charges ? _ ("Charges") : _ ("Products"), prevu, realise, 0);
}

void
pv_bilan_carte_show_postes (PvBilanCarte *carte, const PvBilanAffichage *affichage)
{
  guint a = find_compared (affichage);
  const PvBilanChiffres *chiffres = &affichage->analyse->annees[a];
  g_autofree char *year = pv_bilan_affichage_dup_annee (affichage, a);
  g_autofree char *recus = pv_count_to_text (chiffres->recus);
  g_autofree char *attendus = pv_count_to_text (chiffres->attendus);
  g_autofree char *compares = pv_count_to_text (chiffres->compares);
  g_autofree char *taux = pv_rate_to_text (pv_bilan_chiffres_get_taux_bp (chiffres));
  g_autofree char *title = g_strdup_printf (_ ("Planned and realised, %s"), year);
  g_autofree char *note = g_strdup_printf (
      _ ("%s comptes rendus received of %s expected. The table is that of the %s dossiers whose "
         "realised charges are known; rate of realisation: %s."),
      recus, attendus, compares, taux);

  g_object_set (carte, "title", title, NULL);
  pv_bilan_carte_begin (carte);
  pv_bilan_carte_add_head (carte, _ ("Account"), 0, FALSE);
  pv_bilan_carte_add_head (carte, "", 0, TRUE);
  pv_bilan_carte_add_head (carte, C_ ("bilan", "Planned"), 1, FALSE);
  pv_bilan_carte_add_head (carte, C_ ("bilan", "Realised"), 1, FALSE);
  pv_bilan_carte_add_head (carte, C_ ("bilan", "Gap"), 1, FALSE);
  pv_bilan_carte_add_head (carte, C_ ("bilan", "Gap (%)"), 1, FALSE);
  if (chiffres->compares > 0)
    {
      add_postes (carte, affichage, a, TRUE);
      add_postes (carte, affichage, a, FALSE);
    }
  pv_bilan_carte_end (carte, _ ("No compte rendu of this exercice says what was spent."));
  pv_bilan_carte_set_note (carte, note);
}
