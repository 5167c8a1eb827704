/* pv-egalite-tableau.h: the analysis of the marks as a table with bars
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "egalite/pv-egalite-analyse.h"

G_BEGIN_DECLS

#define PV_TYPE_EGALITE_TABLEAU (pv_egalite_tableau_get_type ())

G_DECLARE_FINAL_TYPE (PvEgaliteTableau, pv_egalite_tableau, PV, EGALITE_TABLEAU, AdwBin)

/*
 * A row per year, axe, quartier… The numbers are in the bars, and in columns beside when
 * it is not `compact`: the table is the text of its own chart. Each figure leads to its
 * dossiers where a filter can say them.
 *
 * Action asked of the parent: `egalite.dossiers` (s), a filter of dossiers.
 *
 * Properties: `compact` (construct-only boolean).
 */
GtkWidget *pv_egalite_tableau_new (gboolean compact);

/**
 * pv_egalite_tableau_show:
 * @analyse: (transfer full)
 * @t0: the reference year, %PV_INT_NULL: none
 * @courante: the year under way
 * @liens: whether figures lead to dossiers
 */
void pv_egalite_tableau_show (PvEgaliteTableau *self,
                              PvEgaliteAnalyse *analyse,
                              PvEgaliteBase base,
                              gboolean montant,
                              gint64 t0,
                              gint64 courante,
                              gboolean liens);

/* (nullable): what is shown */
const PvEgaliteAnalyse *pv_egalite_tableau_get_analyse (PvEgaliteTableau *self);

/* The patterns of the bars, in words. */
void pv_egalite_tableau_add_legend (GtkBox *legend);

G_END_DECLS
