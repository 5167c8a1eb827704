/* pv-enveloppes-page-private.h: the parts of the page of envelopes
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "enveloppe/pv-enveloppe-item.h"
#include "enveloppe/pv-enveloppes-lecture.h"
#include "enveloppe/pv-enveloppes-page.h"
#include "enveloppe/pv-regles-card.h"

G_BEGIN_DECLS

struct _PvEnveloppesPage
{
  PvPage parent_instance;

  GCancellable *cancellable; /* of the read under way */
  PvEnveloppeArbre *arbre;   /* (nullable) */
  gint64 exercice;
  gboolean choisie; /* the year was chosen: it does not follow the call */
  gboolean filling;
  GHashTable *plies; /* funders that were folded, and unfolded: key → GINT_TO_POINTER */
  GListStore *items;
  GtkTreeListModel *tree;
  GtkSingleSelection *selection;

  GtkLabel *title;
  GtkDropDown *annees;
  GtkBox *legend;
  GtkStack *stack;
  GtkColumnView *view;
  AdwStatusPage *empty;
  GtkWidget *copy_button;
  GtkWidget *bottom;
  PvReglesCard *regles;
  AdwBin *scenarios;
  GtkPopover *context_menu;
  GtkPopover *causes; /* (nullable) */
};

/* (transfer none) (nullable): what the selected line shows. */
const PvEnveloppeNoeud *pv_enveloppes_page_get_noeud (PvEnveloppesPage *self);

/* Opens beside what has the focus. */
void pv_enveloppes_page_point_at_focus (PvEnveloppesPage *self, GtkPopover *popover);

void pv_enveloppes_page_install_actions (GtkWidgetClass *widget_class);
void pv_enveloppes_page_update_actions (PvEnveloppesPage *self);

/* The same for what edits. */
void pv_enveloppes_page_install_edit (GtkWidgetClass *widget_class);
void pv_enveloppes_page_update_edit (PvEnveloppesPage *self);

G_END_DECLS
