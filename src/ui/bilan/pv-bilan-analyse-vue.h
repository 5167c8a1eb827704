/* pv-bilan-analyse-vue.h: the bilan of the programming, with its charts
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "context/pv-context.h"

G_BEGIN_DECLS

#define PV_TYPE_BILAN_ANALYSE_VUE (pv_bilan_analyse_vue_get_type ())

/* Property: `context`. */
G_DECLARE_FINAL_TYPE (PvBilanAnalyseVue, pv_bilan_analyse_vue, PV, BILAN_ANALYSE_VUE, AdwBin)

GtkWidget *pv_bilan_analyse_vue_new (PvContext *context);

/* Reads again, in a worker. */
void pv_bilan_analyse_vue_refresh (PvBilanAnalyseVue *self);

G_END_DECLS
