/* pv-dossiers-view-private.h: what the files of the list of dossiers share
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dossier/pv-dossiers-colonnes.h"
#include "dossier/pv-dossiers-totaux.h"
#include "dossier/pv-dossiers-view.h"

G_BEGIN_DECLS

struct _PvDossiersView
{
  AdwBin parent_instance;

  PvContext *context;
  PvDossierListe *liste;
  GtkMultiSelection *selection;
  GtkStack *stack;
  GtkSpinner *spinner;
  GtkScrolledWindow *scrolled;
  GtkColumnView *columns;
  GtkWidget *totals;
  PvDossiersTotaux *filtered;
  PvDossiersTotaux *selected;
  AdwStatusPage *error_page;
  AdwStatusPage *none_page;

  GSimpleActionGroup *actions; /* `liste.` */
  GMenu *columns_menu;
  GtkColumnViewColumn *of[PV_N_DOSSIER_COLONNES]; /* those not visible are not in the view */
  gboolean sizing;                                /* widths are ours, not the user's */
  guint save_id;

  GCancellable *summing; /* sums of the list */
  GCancellable *summing_selection;
  PvDossierTotaux *totaux;
  PvDossierTotaux *totaux_selection;
  guint summed;   /* contents of the list that the totals are of */
  gint64 n_total; /* dossiers of the appel, whatever the filter */
  GArray *kept;   /* of keys: the selection, while the rows are replaced */
  gint64 current_id;
  guint n_selected;
};

/* Whether a filter keeps only some dossiers. */
gboolean pv_dossiers_view_is_filtered (PvDossiersView *self);

/* The two lines of totals, from what is known. */
void pv_dossiers_view_show_filtered (PvDossiersView *self);
void pv_dossiers_view_show_selected (PvDossiersView *self);

/* Ask a worker for them; a selection of one dossier has none. */
void pv_dossiers_view_sum_list (PvDossiersView *self);
void pv_dossiers_view_sum_selection (PvDossiersView *self);
void pv_dossiers_view_complete_sums (PvDossiersView *self);
void pv_dossiers_view_stop_sums (PvDossiersView *self);

/* The columns, their actions and their menu; once, when the list is there. */
void pv_dossiers_view_add_columns (PvDossiersView *self);
void pv_dossiers_view_drop_columns (PvDossiersView *self);

/* As wide as thought for the text in use, as the user left them, and wide enough for their sums. */
void pv_dossiers_view_size_columns (PvDossiersView *self);

/* The order the user left. */
void pv_dossiers_view_restore_sort (PvDossiersView *self);

G_END_DECLS
