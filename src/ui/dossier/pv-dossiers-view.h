/* pv-dossiers-view.h: the list of dossiers with its totals
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "dossier/pv-dossier-liste.h"

G_BEGIN_DECLS

#define PV_TYPE_DOSSIERS_VIEW (pv_dossiers_view_get_type ())

/**
 * PvDossiersView:
 *
 * The columns, sortable by their headers, and the totals of what is filtered and of
 * what is selected. A row activated (Enter, double click) activates
 * `win.open-dossier` with its key.
 *
 * Properties: `context` (construct only), `etape` (int: a #PvEtape, remembered with
 * the file's state), `current-id` (read only: the key of the row last selected, 0:
 * none), `n-selected` (read only).
 *
 * Empty because of its filter, it shows a button that activates
 * `dossiers.clear-filters`, an action of the page around it.
 */
G_DECLARE_FINAL_TYPE (PvDossiersView, pv_dossiers_view, PV, DOSSIERS_VIEW, AdwBin)

GtkWidget *pv_dossiers_view_new (PvContext *context);

/* (transfer none) */
PvDossierListe *pv_dossiers_view_get_liste (PvDossiersView *self);

/* (transfer none): a GtkSelectionModel; do not ask it for all its items. */
GtkSelectionModel *pv_dossiers_view_get_selection (PvDossiersView *self);

/* (transfer full) (element-type gint64): the keys selected, in the order of the list. */
GArray *pv_dossiers_view_dup_selected_ids (PvDossiersView *self);

/* Selects a dossier alone and scrolls to it; FALSE when it is not in the list. */
gboolean pv_dossiers_view_show (PvDossiersView *self, gint64 id);

/* (transfer none): the menu of the column chooser, for a GtkMenuButton; its actions, for
 * the page around to insert as "liste". */
GMenuModel *pv_dossiers_view_get_columns_menu (PvDossiersView *self);
GActionGroup *pv_dossiers_view_get_actions (PvDossiersView *self);

/* Ids of the columns shown, in order, comma separated: as PvVue keeps them. */
char *pv_dossiers_view_dup_colonnes (PvDossiersView *self);
void pv_dossiers_view_set_colonnes (PvDossiersView *self, const char *colonnes);

/* One that is shown, by @by places; FALSE: it has nowhere to go. */
gboolean pv_dossiers_view_move_colonne (PvDossiersView *self, PvDossierColonne colonne, int by);

/* As a click on the header of the column; the list tells the order in use. */
void pv_dossiers_view_sort (PvDossiersView *self, PvDossierColonne colonne, gboolean descending);

/* (transfer none) (nullable): sums of the list, and of the selection, once known. */
const PvDossierTotaux *pv_dossiers_view_get_totaux (PvDossiersView *self);

/* Reads the list again: see pv_dossier_liste_refresh(). */
void pv_dossiers_view_refresh (PvDossiersView *self);

G_END_DECLS
