/* pv-dossiers-page.h: the page of the dossiers
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "page/pv-page.h"

G_BEGIN_DECLS

#define PV_TYPE_DOSSIERS_PAGE (pv_dossiers_page_get_type ())

G_DECLARE_FINAL_TYPE (PvDossiersPage, pv_dossiers_page, PV, DOSSIERS_PAGE, PvPage)

/*
 * The list of dossiers with its filter, saved views, preview and what is done with
 * several dossiers at once. Its detail is the text form of a filter (PvDossierCritere).
 *
 * Actions:
 *   dossiers.clear-filters; dossiers.preview (state: boolean);
 *   dossiers.copy, dossiers.export: the rows selected, or all of them;
 *   dossiers.statut, dossiers.referent, dossiers.axe, dossiers.appel, dossiers.avis,
 *     dossiers.seance, dossiers.delete: of those selected;
 *   dossiers.new, dossiers.open, dossiers.select-all, dossiers.unselect
 */

/* Writes what dossiers.export would to a file, `.xlsx` or `.csv`, in a worker. */
void pv_dossiers_page_export_to (PvDossiersPage *self, GFile *file);

G_END_DECLS
