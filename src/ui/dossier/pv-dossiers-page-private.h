/* pv-dossiers-page-private.h: what the files of the page share
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dossier/pv-apercu-pane.h"
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
  GtkFileChooserNative *chooser;
  PvExportJob *job; /* the export under way */
  guint job_id;

  PvVuesButton *vues;
  PvFiltresBar *filtres;
  GtkDropDown *etape;
  GtkMenuButton *columns_button;
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

/* The actions, as GtkWidgetActionActivateFunc. */
void pv_dossiers_page_copy (GtkWidget *widget, const char *name, GVariant *parameter);
void pv_dossiers_page_export (GtkWidget *widget, const char *name, GVariant *parameter);
void pv_dossiers_page_export_cancel (GtkWidget *widget, const char *name, GVariant *parameter);
void pv_dossiers_page_delete (GtkWidget *widget, const char *name, GVariant *parameter);

/* Gives up the export under way; waits for nothing. */
void pv_dossiers_page_stop_export (PvDossiersPage *self);

G_END_DECLS
