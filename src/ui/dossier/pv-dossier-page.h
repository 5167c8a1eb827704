/* pv-dossier-page.h: the page of a dossier
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "page/pv-page.h"

G_BEGIN_DECLS

#define PV_TYPE_DOSSIER_PAGE (pv_dossier_page_get_type ())

G_DECLARE_FINAL_TYPE (PvDossierPage, pv_dossier_page, PV, DOSSIER_PAGE, PvPage)

/*
 * A page with a header of its own, for pv_window_push(): all of a dossier, in sections
 * that follow one another, with an index beside them.
 *
 * Actions:
 *   dossier.section (s): scrolls to a section: presentation, publics, budget, plan,
 *     controles, porteur, historique
 *   dossier.field ((sxs)): shows the field of a row: table, key, column
 *   dossier.previous, dossier.next: in the list it was opened from
 *   dossier.statut (s): changes the status
 *   dossier.delete
 */

/* (transfer floating) */
PvDossierPage *pv_dossier_page_new (PvContext *context, gint64 dossier_id);

gint64 pv_dossier_page_get_dossier_id (PvDossierPage *self);

/* Shows another dossier in place of this one. */
void pv_dossier_page_set_dossier_id (PvDossierPage *self, gint64 dossier_id);

/* Scrolls to the field of a row, as a control names it, and focuses it. */
void
pv_dossier_page_show_field (PvDossierPage *self, const char *table, gint64 key, const char *column);

G_END_DECLS
