/* pv-dossiers-totaux.h: the totals under the columns of the list of dossiers
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "dossier/pv-dossier-liste-store.h"

G_BEGIN_DECLS

#define PV_TYPE_DOSSIERS_TOTAUX (pv_dossiers_totaux_get_type ())

/*
 * One line: a title, then each sum under its column. Property `view`: the
 * GtkColumnView whose columns were made by pv_dossiers_colonne_new().
 */
G_DECLARE_FINAL_TYPE (PvDossiersTotaux, pv_dossiers_totaux, PV, DOSSIERS_TOTAUX, GtkWidget)

void pv_dossiers_totaux_set_view (PvDossiersTotaux *self, GtkColumnView *view);

/* @titre, @detail: in words; @totaux: (nullable): not known yet. */
void pv_dossiers_totaux_show (PvDossiersTotaux *self,
                              const char *titre,
                              const char *detail,
                              const PvDossierTotaux *totaux,
                              PvEtape etape);

/* The width that a column's sum asks for, 0 when it shows none. */
int pv_dossiers_totaux_get_width (PvDossiersTotaux *self, PvDossierColonne colonne);

/* To be placed again: a column was moved, sized, shown, hidden or scrolled. */
void pv_dossiers_totaux_follow (PvDossiersTotaux *self);

G_END_DECLS
