/* pv-bilan-analyse-vue-cartes.c: the cards of the bilan, and their room
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bilan/pv-bilan-analyse-vue-private.h"

#include <glib/gi18n.h>

/* Lines of a table before the others are one. */
#define N_LIGNES 10

/* --- cards --------------------------------------------------------------------------------- */

static PvBilanPar
get_par (PvBilanCarte *carte)
{
  static const struct
  {
    const char *id;
    PvBilanPar par;
  } pars[] = {
    { "axes", PV_BILAN_PAR_AXE },
    { "objectifs", PV_BILAN_PAR_OBJECTIF },
    { "communes", PV_BILAN_PAR_COMMUNE },
    { "quartiers", PV_BILAN_PAR_QUARTIER },
    { "porteurs", PV_BILAN_PAR_PORTEUR },
    { "formes", PV_BILAN_PAR_FORME },
    { "financeurs", PV_BILAN_PAR_FINANCEUR },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pars); i++)
    if (g_strcmp0 (pv_bilan_carte_get_choix (carte), pars[i].id) == 0)
      return pars[i].par;

  return PV_BILAN_PAR_CATEGORIE;
}

PvBilanAffichage
pv_bilan_analyse_vue_get_affichage (PvBilanAnalyseVue *self)
{
  PvBilanAffichage affichage = { self->analyse, 0, self->analyse->n_annees - 1 };
  int de = pv_bilan_analyse_find_annee (self->analyse, self->de);
  int a = pv_bilan_analyse_find_annee (self->analyse, self->a);

  if (a >= 0)
    affichage.a = (guint)a;
  if (de >= 0 && (guint)de <= affichage.a)
    affichage.de = (guint)de;

  return affichage;
}

static void
show_financeurs (PvBilanAnalyseVue *self, const PvBilanAffichage *affichage)
{
  gboolean stages = get_par (self->financeurs) == PV_BILAN_PAR_CATEGORIE;

  if (stages)
    pv_bilan_carte_show_financeurs (self->financeurs, affichage);
  else
    pv_bilan_carte_show_dimension (self->financeurs, affichage, PV_BILAN_PAR_FINANCEUR, N_LIGNES);
  gtk_widget_set_visible (GTK_WIDGET (pv_bilan_carte_get_legend (self->financeurs)), stages);
}

/* What the figures are to be read with. */
static void
show_note (PvBilanAnalyseVue *self, const PvBilanAffichage *affichage)
{
  g_autofree char *today = pv_context_get_today (self->context);
  g_autofree char *year = pv_bilan_affichage_dup_annee (affichage, affichage->a);
  g_autofree char *note = NULL;

  if (self->analyse->n_annees == 1)
    note = g_strdup (_ ("Only one exercice here: import those before to see how they change."));
  else if (self->analyse->annees[affichage->a].exercice >= g_ascii_strtoll (today, NULL, 10))
    note = g_strdup_printf (_ ("%s is under way: its figures will still change."), year);
  gtk_label_set_label (self->note_label, note != NULL ? note : "");
  gtk_widget_set_visible (GTK_WIDGET (self->note_label), note != NULL);
}

static void
show_dimensions (PvBilanAnalyseVue *self, const PvBilanAffichage *affichage)
{
  pv_bilan_carte_show_dimension (self->axes, affichage, get_par (self->axes), 2 * N_LIGNES);
  pv_bilan_carte_show_dimension (self->territoires, affichage, get_par (self->territoires),
                                 N_LIGNES);
  pv_bilan_carte_show_dimension (self->porteurs, affichage, get_par (self->porteurs), N_LIGNES);
  pv_bilan_carte_show_natures (self->natures, affichage);
  pv_bilan_carte_show_egalite (self->egalite, affichage);
}

void
pv_bilan_analyse_vue_show_cartes (PvBilanAnalyseVue *self, PvBilanVolets volets)
{
  PvBilanAffichage affichage = pv_bilan_analyse_vue_get_affichage (self);

  volets &= self->analyse->volets;
  if ((volets & PV_BILAN_VOLET_CHIFFRES) != 0)
    {
      pv_bilan_figures_show (&self->figures, &affichage);
      pv_bilan_carte_show_evolution (self->evolution, self->chart, &affichage);
      pv_bilan_carte_show_publics (self->publics, &affichage);
      show_note (self, &affichage);
    }
  if ((volets & PV_BILAN_VOLET_FINANCEURS) != 0)
    show_financeurs (self, &affichage);
  if ((volets & PV_BILAN_VOLET_DIMENSIONS) != 0)
    show_dimensions (self, &affichage);
  if ((volets & PV_BILAN_VOLET_REALISE) != 0)
    pv_bilan_carte_show_postes (self->postes, &affichage);
}

/* --- room ---------------------------------------------------------------------------------- */

static void
reserve (PvBilanAnalyseVue *self, PvBilanCarte *carte, guint n)
{
  if (self->appel_montre != self->appel_id || !pv_bilan_carte_is_filled (carte))
    pv_bilan_carte_reserve (carte, n);
}

/* Lines of a dimension, the others as one, and the total. */
static guint
count_dimension (PvBilanAnalyseVue *self, PvBilanCarte *carte, guint n_max)
{
  return MIN (self->analyse->n_lignes[get_par (carte)], n_max + 1) + 1;
}

void
pv_bilan_analyse_vue_reserve_cartes (PvBilanAnalyseVue *self)
{
  PvBilanAffichage affichage = pv_bilan_analyse_vue_get_affichage (self);
  guint n = affichage.a - pv_bilan_affichage_get_premier (&affichage, PV_BILAN_MAX_ANNEES) + 1;
  guint n_bars = affichage.a - pv_bilan_affichage_get_premier (&affichage, PV_BILAN_MAX_BARRES) + 1;

  reserve (self, self->financeurs,
           get_par (self->financeurs) == PV_BILAN_PAR_CATEGORIE
               ? n_bars * self->analyse->n_lignes[PV_BILAN_PAR_CATEGORIE]
               : count_dimension (self, self->financeurs, N_LIGNES));
  reserve (self, self->axes, count_dimension (self, self->axes, 2 * N_LIGNES));
  reserve (self, self->territoires, count_dimension (self, self->territoires, N_LIGNES));
  reserve (self, self->porteurs, count_dimension (self, self->porteurs, N_LIGNES));
  reserve (self, self->natures, n);
  reserve (self, self->egalite, n);
  reserve (self, self->postes, self->analyse->n_postes + 2);
  self->appel_montre = self->appel_id;
}

void
pv_bilan_analyse_vue_show_choix (PvBilanAnalyseVue *self, PvBilanCarte *carte)
{
  PvBilanVolets volet =
      carte == self->financeurs ? PV_BILAN_VOLET_FINANCEURS : PV_BILAN_VOLET_DIMENSIONS;
  PvBilanAffichage affichage;

  if (self->analyse == NULL || self->analyse->n_annees == 0 || (self->analyse->volets & volet) == 0)
    return;
  affichage = pv_bilan_analyse_vue_get_affichage (self);
  if (carte == self->financeurs)
    show_financeurs (self, &affichage);
  else
    pv_bilan_carte_show_dimension (carte, &affichage, get_par (carte),
                                   carte == self->axes ? 2 * N_LIGNES : N_LIGNES);
}

/* --- names ----------------------------------------------------------------------------------- */

void
pv_bilan_analyse_vue_add_legends (PvBilanAnalyseVue *self)
{
  for (PvChartPattern i = PV_CHART_VERSE; i <= PV_CHART_PROPOSE; i++)
    pv_bilan_carte_add_legend (self->financeurs, i, NULL);
  pv_bilan_carte_add_legend (self->financeurs, PV_CHART_SOLLICITE, NULL);
  pv_bilan_carte_add_line (self->evolution, PV_LINE_SOLLICITE, C_ ("bilan", "requested"));
  pv_bilan_carte_add_line (self->evolution, PV_LINE_ACCORDE, C_ ("bilan", "granted"));
  pv_bilan_carte_add_line (self->evolution, PV_LINE_NOTIFIE, C_ ("bilan", "notified"));
  pv_bilan_carte_add_line (self->evolution, PV_LINE_VERSE, C_ ("bilan", "paid"));
  pv_bilan_carte_add_line (self->evolution, PV_LINE_REALISE, C_ ("bilan", "realised charges"));
  pv_bilan_carte_add_legend (self->natures, PV_CHART_NOTIFIE, C_ ("bilan", "new"));
  pv_bilan_carte_add_legend (self->natures, PV_CHART_PROPOSE, C_ ("bilan", "renewed"));
  pv_bilan_carte_add_legend (self->natures, PV_CHART_RESTE, C_ ("bilan", "not said"));
  for (PvChartPattern i = PV_CHART_MARQUE_0; i <= PV_CHART_NON_EVALUE; i++)
    pv_bilan_carte_add_legend (self->egalite, i, NULL);
  pv_bilan_carte_add_legend (self->publics, PV_CHART_NOTIFIE, C_ ("bilan", "women"));
  pv_bilan_carte_add_legend (self->publics, PV_CHART_PROPOSE, C_ ("bilan", "men"));
  pv_bilan_carte_add_legend (self->publics, PV_CHART_RESTE, C_ ("bilan", "not broken down"));
  pv_bilan_carte_add_legend (self->postes, PV_CHART_NOTIFIE, C_ ("bilan", "spent"));
  pv_bilan_carte_add_legend (self->postes, PV_CHART_RESTE, C_ ("bilan", "not realised"));
  pv_bilan_carte_add_legend (self->postes, PV_CHART_DEPASSEMENT, C_ ("bilan", "beyond the plan"));
}

void
pv_bilan_analyse_vue_add_choices (PvBilanAnalyseVue *self)
{
  pv_bilan_carte_add_choix (self->financeurs, "categories", C_ ("bilan", "Categories"));
  pv_bilan_carte_add_choix (self->financeurs, "financeurs", C_ ("bilan", "Funders"));
  pv_bilan_carte_add_choix (self->axes, "axes", C_ ("bilan", "Axes"));
  pv_bilan_carte_add_choix (self->axes, "objectifs", C_ ("bilan", "Objectifs"));
  pv_bilan_carte_add_choix (self->territoires, "communes", C_ ("bilan", "Communes"));
  pv_bilan_carte_add_choix (self->territoires, "quartiers", C_ ("bilan", "Quartiers"));
  pv_bilan_carte_add_choix (self->porteurs, "porteurs", C_ ("bilan", "Holders"));
  pv_bilan_carte_add_choix (self->porteurs, "formes", C_ ("bilan", "Legal Forms"));
}
