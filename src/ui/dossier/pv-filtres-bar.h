/* pv-filtres-bar.h: the filter of a list, as chips
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "context/pv-context.h"
#include "dossier/pv-dossier-critere.h"

G_BEGIN_DECLS

#define PV_TYPE_FILTRES_BAR (pv_filtres_bar_get_type ())

G_DECLARE_FINAL_TYPE (PvFiltresBar, pv_filtres_bar, PV, FILTRES_BAR, AdwBin)

/*
 * Chips, a menu that adds one, a button that clears them.
 *
 * Actions: filtres.add (s), filtres.remove (s): a criterion by its id (pv-filtre-cle.h);
 *   filtres.clear.
 * Signals:
 *   changed: the user changed pv_filtres_bar_get_critere()
 */
void pv_filtres_bar_set_context (PvFiltresBar *self, PvContext *context);

/* (transfer none) */
const PvDossierCritere *pv_filtres_bar_get_critere (PvFiltresBar *self);

/* Shows a filter; `changed` is not emitted. */
void pv_filtres_bar_set_critere (PvFiltresBar *self, const PvDossierCritere *critere);

G_END_DECLS
