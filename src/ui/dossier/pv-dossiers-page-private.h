/* pv-dossiers-page-private.h: what the files of the page share
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dossier/pv-apercu-pane.h"
#include "dossier/pv-colonnes-popover.h"
#include "dossier/pv-dossiers-page.h"
#include "dossier/pv-dossiers-view.h"
#include "dossier/pv-filtres-bar.h"
#include "dossier/pv-vues-button.h"

G_BEGIN_DECLS

typedef struct _PvExportJob PvExportJob;

struct _PvDossiersPage
{
  PvPage parent_instance;

  PvDossiersView *view;
  gboolean preview; /* shown */
  gboolean narrow;  /* too few characters across for two panes */
  guint narrow_id;
  int last_max;     /* of the divider of the preview: where it was when it was pushed */
  gboolean loading; /* a view or a detail: what follows is not the user's change */
  PvExportJob *job; /* the export under way */
  guint job_id;

  PvVuesButton *vues;
  PvFiltresBar *filtres;
  GtkDropDown *etape;
  PvColonnesPopover *columns_popover;
  GtkPaned *paned;
  AdwBin *view_bin;
  GtkActionBar *selection_bar;
  GtkWidget *hint;
  GtkActionBar *export_bar;
  GtkLabel *export_label;
  GtkProgressBar *export_progress;
  PvApercuPane *apercu;
  GtkPopoverMenu *context_menu;
};

/* The keys selected, or all of the list; (transfer full). */
GArray *pv_dossiers_page_dup_ids (PvDossiersPage *self);

/* Of the dossier that has the focus of the list, or 0. */
gint64 pv_dossiers_page_get_current_id (PvDossiersPage *self);

/* The preview. Restored: as the user left it; chosen: by the user, who is remembered. */
void pv_dossiers_page_restore_preview (PvDossiersPage *self);
void pv_dossiers_page_choose_preview (PvDossiersPage *self, gboolean preview);
void pv_dossiers_page_update_preview (PvDossiersPage *self);
void pv_dossiers_page_stop_preview (PvDossiersPage *self);
void pv_dossiers_page_place_divider_cb (PvDossiersPage *self);

/* Of the widget's class: they tell a narrow page. */
GtkSizeRequestMode pv_dossiers_page_get_request_mode (GtkWidget *widget);
void pv_dossiers_page_measure (GtkWidget *widget,
                               GtkOrientation orientation,
                               int for_size,
                               int *minimum,
                               int *natural,
                               int *minimum_baseline,
                               int *natural_baseline);
void pv_dossiers_page_size_allocate (GtkWidget *widget, int width, int height, int baseline);

/* The actions, as GtkWidgetActionActivateFunc. */
void pv_dossiers_page_copy (GtkWidget *widget, const char *name, GVariant *parameter);
void pv_dossiers_page_export (GtkWidget *widget, const char *name, GVariant *parameter);
void pv_dossiers_page_export_cancel (GtkWidget *widget, const char *name, GVariant *parameter);
void pv_dossiers_page_delete (GtkWidget *widget, const char *name, GVariant *parameter);

/* Gives up the export under way; waits for nothing. */
void pv_dossiers_page_stop_export (PvDossiersPage *self);

G_END_DECLS
