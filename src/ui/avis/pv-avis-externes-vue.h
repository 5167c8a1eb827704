/* pv-avis-externes-vue.h: the avis asked of services, and those to remind
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "context/pv-context.h"

G_BEGIN_DECLS

#define PV_TYPE_AVIS_EXTERNES_VUE (pv_avis_externes_vue_get_type ())

/*
 * Late first, then due soon, awaited, answered.
 *
 * Actions: avis.filtre (s: "attente", "retard", "repondus", "tous"), avis.relancer (what is
 * selected), avis.copier and avis.exporter (the same, else all that is shown).
 *
 * Property: `context`.
 */
G_DECLARE_FINAL_TYPE (PvAvisExternesVue, pv_avis_externes_vue, PV, AVIS_EXTERNES_VUE, AdwBin)

/* Reads again, in a worker. */
void pv_avis_externes_vue_refresh (PvAvisExternesVue *self);

/* Writes what avis.exporter does to @file. */
void pv_avis_externes_vue_export_to (PvAvisExternesVue *self, GFile *file);

G_END_DECLS
