/* pv-bilan-analyse-vue.h: the bilan of the programming, with its charts
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "bilan/pv-bilan-analyse.h"
#include "context/pv-context.h"

G_BEGIN_DECLS

#define PV_TYPE_BILAN_ANALYSE_VUE (pv_bilan_analyse_vue_get_type ())

/*
 * Key figures of the last exercice shown, beside the year before, then cards: funders and
 * stages, evolution, axes, territories, porteurs, natures, equality, publics, planned against
 * realised. The range of exercices is that of the cards; the call is what is read.
 *
 * Actions: `bilan.dossiers` (s): a filter of dossiers, opened as the list; `carte.copy`.
 *
 * Property: `context`.
 */
G_DECLARE_FINAL_TYPE (PvBilanAnalyseVue, pv_bilan_analyse_vue, PV, BILAN_ANALYSE_VUE, AdwBin)

GtkWidget *pv_bilan_analyse_vue_new (PvContext *context);

/* Reads again, in a worker; what is shown stays until then. */
void pv_bilan_analyse_vue_refresh (PvBilanAnalyseVue *self);

/* (transfer none) (nullable): what is shown. */
const PvBilanAnalyse *pv_bilan_analyse_vue_get_analyse (PvBilanAnalyseVue *self);

G_END_DECLS
