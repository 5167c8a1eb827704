/* pv-versements-vue.h: what is notified, paid and due, and paying it
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "context/pv-context.h"

G_BEGIN_DECLS

#define PV_TYPE_VERSEMENTS_VUE (pv_versements_vue_get_type ())

/*
 * PvVersementsVue: a row for each financement with something notified or paid. Enter opens
 * its dossier.
 *
 * Actions: versements.filtre (s: tous, a-payer, partiel, en-retard, solde, trop-percu),
 *   versements.pay, versements.copy, versements.open.
 */
G_DECLARE_FINAL_TYPE (PvVersementsVue, pv_versements_vue, PV, VERSEMENTS_VUE, AdwBin)

GtkWidget *pv_versements_vue_new (PvContext *context);

/* Reads again; focus, selection and scroll stay. */
void pv_versements_vue_refresh (PvVersementsVue *self);

/* Shows what has these words. */
void pv_versements_vue_search (PvVersementsVue *self, const char *text);

G_END_DECLS
