/* pv-scenario-dialog-private.h: the parts of the dialog, for its files only
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "scenario/pv-scenario-dialog.h"
#include "scenario/pv-scenario-grille.h"
#include "widget/pv-amount-entry.h"

G_BEGIN_DECLS

struct _PvScenarioDialog
{
  AdwWindow parent_instance;

  PvContext *context;
  PvScenarioLecture *lecture;
  GArray *financeurs; /* guint: positions of those to choose from */
  GArray *enveloppes; /* guint: the same */
  GPtrArray *checks;  /* of GtkCheckButton, one per payer of @financeurs; not owned */
  GCancellable *cancellable;
  char *proposed; /* the name that was filled in */
  gboolean filling;
  gboolean working;

  GtkBox *body;
  GtkScrolledWindow *preview;
  GtkWidget *financeur_box;
  GtkWidget *taux_box;
  GtkWidget *repreneurs_box;
  GtkWidget *enveloppe_box;
  GtkWidget *total_box;
  GtkWidget *coupure_box;
  GtkWidget *arrondi_box;
  GtkEntry *nom;
  GtkLabel *nom_problem;
  GtkDropDown *base;
  GtkDropDown *essai;
  GtkDropDown *financeur;
  GtkDropDown *enveloppe;
  GtkSpinButton *taux;
  PvAmountEntry *total;
  GtkDropDown *coupure;
  GtkDropDown *arrondi;
  GtkBox *repreneurs;
  PvScenarioGrille *grille;
  GtkLabel *phrase;
  GtkLabel *problem;
  GtkSpinner *spinner;
};

/* Reads the answers again, and shows where they lead. */
void pv_scenario_dialog_update (PvScenarioDialog *self);

/* --- pv-scenario-dialog-listes.c --- */

/* The try at that place of its choice. */
PvEssaiGenre pv_scenario_dialog_get_genre (guint position);

/* Fills the lists to choose from. */
void pv_scenario_dialog_fill (PvScenarioDialog *self);

G_END_DECLS
