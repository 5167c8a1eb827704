/* pv-convention-page-private.h: what the parts of the page of a convention share
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "accueil/pv-modifications-card.h"
#include "convention/pv-convention-fiche.h"
#include "convention/pv-convention-page.h"
#include "widget/pv-choice.h"
#include "widget/pv-field.h"

G_BEGIN_DECLS

#define PV_CONVENTION_PAGE_N_FIELDS 11

struct _PvConventionPage
{
  PvPage parent_instance;

  gint64 convention_id;
  PvConventionFiche *fiche; /* (nullable): as it was last read */
  GPtrArray *annees;        /* of the rows of the years */

  AdwWindowTitle *title_widget;
  GtkStack *stack;
  PvField *fields[PV_CONVENTION_PAGE_N_FIELDS];
  GtkLabel *financeur;
  GtkLabel *organisme;
  GtkButton *organisme_button;
  GtkWidget *warning_box;
  GtkLabel *warning;
  AdwBin *etat;
  GtkLabel *delai_hint;
  GtkGrid *annees_grid;
  GtkLabel *seuil;
  GtkListBox *echeances;
  GtkWidget *somme_box;
  GtkImage *somme_icon;
  GtkLabel *somme;
  GtkMenuButton *echeancier_button;
  GtkGrid *dossiers_grid;
  PvChoice *dossier_choice;
  PvModificationsCard *history;
};

/* Writes, and says why not in a toast. */
gboolean pv_convention_page_act (PvConventionPage *self,
                                 const char *action,
                                 PvContextFunc func,
                                 gpointer data);

/* (transfer full): what the history calls this convention. */
char *pv_convention_page_dup_label (PvConventionPage *self);

/* Each shows @fiche again; what is being typed stays. */
void pv_convention_page_show_annees (PvConventionPage *self, gboolean can_edit);
void pv_convention_page_show_echeances (PvConventionPage *self, gboolean can_edit);
void pv_convention_page_show_dossiers (PvConventionPage *self, gboolean can_edit);

/* The dossiers that may be added, for the choice. */
GPtrArray *pv_convention_page_search_dossiers (const char *text, gpointer user_data);

G_END_DECLS
