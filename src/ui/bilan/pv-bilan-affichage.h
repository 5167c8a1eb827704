/* pv-bilan-affichage.h: what the cards of the bilan show, and of which years
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bilan/pv-bilan-analyse.h"
#include "bilan/pv-bilan-carte.h"
#include "chart/pv-chart-pattern.h"
#include "chart/pv-line-chart.h"

G_BEGIN_DECLS

/**
 * PvBilanAffichage:
 * @de, @a: indices of the exercices shown, both inside; figures are those of @a, beside the
 *   one before it
 */
typedef struct
{
  const PvBilanAnalyse *analyse;
  guint de;
  guint a;
} PvBilanAffichage;

/* Years that a table has room for, the last ones. */
#define PV_BILAN_MAX_ANNEES 5

/* Years of each funder, one bar under the other. */
#define PV_BILAN_MAX_BARRES 3

/* The exercice before @a, or -1. */
int pv_bilan_affichage_get_avant (const PvBilanAffichage *self);

/* The first exercice of a table of @max years. */
guint pv_bilan_affichage_get_premier (const PvBilanAffichage *self, guint max);

/* (transfer full): "2026". */
char *pv_bilan_affichage_dup_annee (const PvBilanAffichage *self, guint annee);

/* (transfer full): "+4,2 %", "−3,0 %", "–". */
char *pv_bilan_dup_evolution (gint64 avant, gint64 apres);

/* --- pv-bilan-cartes.c --------------------------------------------------------------------- */

/* Names a pattern, or a line, in the legend. @words: (nullable): %NULL for the pattern's own. */
void pv_bilan_carte_add_legend (PvBilanCarte *carte, PvChartPattern pattern, const char *words);
void pv_bilan_carte_add_line (PvBilanCarte *carte, PvLineStyle style, const char *words);

void pv_bilan_carte_show_financeurs (PvBilanCarte *carte, const PvBilanAffichage *affichage);
void pv_bilan_carte_show_evolution (PvBilanCarte *carte,
                                    PvLineChart *chart,
                                    const PvBilanAffichage *affichage);

/* @n_max: lines shown, the first ones by what is granted; others are one line */
void pv_bilan_carte_show_dimension (PvBilanCarte *carte,
                                    const PvBilanAffichage *affichage,
                                    PvBilanPar par,
                                    guint n_max);

/* --- pv-bilan-cartes-suite.c ----------------------------------------------------------------- */

void pv_bilan_carte_show_natures (PvBilanCarte *carte, const PvBilanAffichage *affichage);
void pv_bilan_carte_show_egalite (PvBilanCarte *carte, const PvBilanAffichage *affichage);
void pv_bilan_carte_show_publics (PvBilanCarte *carte, const PvBilanAffichage *affichage);
void pv_bilan_carte_show_postes (PvBilanCarte *carte, const PvBilanAffichage *affichage);

G_END_DECLS
