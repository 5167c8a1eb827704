/* pv-dossier-page-private.h: what the files of the page of a dossier share
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dossier/pv-controles-section.h"
#include "dossier/pv-dossier-fiche-store.h"
#include "dossier/pv-dossier-page.h"
#include "dossier/pv-dossier-section.h"
#include "widget/pv-mark-badge.h"
#include "widget/pv-severity-icon.h"
#include "widget/pv-status-label.h"

G_BEGIN_DECLS

struct _PvDossierPage
{
  PvPage parent_instance;

  gint64 dossier_id;
  PvDossierFiche *fiche;
  gboolean gone; /* from the file */
  guint current; /* the section in view */
  guint fold_id; /* of the idle that folds the index */
  guint jump_id; /* of the idle that jumps again */
  double jumped; /* where a jump went: its section stays the current one there */

  GPtrArray *section; /* of PvDossierSection, in the order of the page; none is owned */

  AdwWindowTitle *title_widget;
  GtkWidget *suite_box;
  GtkLabel *rank_label;
  AdwFlap *flap;
  GtkListBox *index;
  GtkMenuButton *statut_button;
  PvStatusLabel *statut_label;
  GtkLabel *cost_label;
  GtkWidget *mark_box;
  PvMarkBadge *mark_badge;
  GtkWidget *funder_button;
  GtkWidget *controls_button;
  PvSeverityIcon *controls_icon;
  GtkLabel *controls_label;
  GtkScrolledWindow *scroller;
  GtkBox *sections;
  GMenu *statut_menu;
};

/* (nullable) (transfer none): what was read last */
const PvDossierFiche *pv_dossier_page_get_fiche (PvDossierPage *self);

/* The sections and their index (pv-dossier-page-sections.c, where a new one is listed). */
void pv_dossier_page_init_sections (PvDossierPage *self);
void pv_dossier_page_load_sections (PvDossierPage *self);
void pv_dossier_page_stop_sections (PvDossierPage *self);
void pv_dossier_page_jump (PvDossierPage *self, guint i);
void pv_dossier_page_install_section_actions (GtkWidgetClass *widget_class);
void pv_dossier_page_row_activated_cb (PvDossierPage *self, GtkListBoxRow *row);

/* The title and the strip of facts (pv-dossier-page-strip.c). */
void pv_dossier_page_show_header (PvDossierPage *self);
void pv_dossier_page_show_controls_cb (PvDossierPage *self,
                                       GParamSpec *pspec,
                                       PvControlesSection *section);

/* The list it was opened from (pv-dossier-page-suite.c). */
void pv_dossier_page_update_suite (PvDossierPage *self);
void pv_dossier_page_install_suite_actions (GtkWidgetClass *widget_class);

/* The actions dossier.statut and dossier.delete (pv-dossier-page-actions.c). */
void pv_dossier_page_install_actions (GtkWidgetClass *widget_class);
void pv_dossier_page_fill_statuts (PvDossierPage *self, GMenu *menu);

G_END_DECLS
