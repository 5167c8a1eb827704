/* pv-comptes-rendus-vue.h: the comptes rendus that are expected, and those to remind
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "context/pv-context.h"

G_BEGIN_DECLS

#define PV_TYPE_COMPTES_RENDUS_VUE (pv_comptes_rendus_vue_get_type ())

/*
 * Of all exercices of the file: what is decided one year is accounted for the next.
 *
 * Actions, on what is selected (the last three: else on all that is shown):
 *   crf.filtre (s: "attente", "retard", "recus", "valides", "recuperer", "tous"),
 *   crf.porteurs (by porteur: one row, one letter each),
 *   crf.recevoir (asks when), crf.recevoir-le (s: an ISO date), crf.valider,
 *   crf.relancer (s: "courriel", "courrier", "telephone"), crf.lettres,
 *   crf.copier, crf.adresses, crf.exporter.
 *
 * Property: `context`.
 */
G_DECLARE_FINAL_TYPE (PvComptesRendusVue, pv_comptes_rendus_vue, PV, COMPTES_RENDUS_VUE, AdwBin)

GtkWidget *pv_comptes_rendus_vue_new (PvContext *context);

/* Reads again, in a worker. */
void pv_comptes_rendus_vue_refresh (PvComptesRendusVue *self);

/* Shows only the rows that have each word, in any of their names. */
void pv_comptes_rendus_vue_search (PvComptesRendusVue *self, const char *text);

/**
 * pv_comptes_rendus_vue_show_detail:
 * @detail: a filter of crf.filtre, then `/porteurs` (one row each), or `/2025` (of that exercice)
 *
 * Shows those, of all payers and whatever was searched for.
 */
void pv_comptes_rendus_vue_show_detail (PvComptesRendusVue *self, const char *detail);

/* Writes what crf.exporter does to @file. */
void pv_comptes_rendus_vue_export_to (PvComptesRendusVue *self, GFile *file);

G_END_DECLS
