/* pv-bilan-analyse-vue-private.h: what the files of the view share
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bilan/pv-bilan-analyse-vue.h"

#include "bilan/pv-bilan-figures.h"

G_BEGIN_DECLS

struct _PvBilanAnalyseVue
{
  AdwBin parent_instance;

  PvContext *context;
  GCancellable *cancellable; /* (nullable): of the reading under way */
  guint rest_source;         /* its other cards, once the first are painted */
  PvBilanAnalyse *analyse;   /* (nullable): shown; its volets arrive one after the other */
  gint64 appel_id;           /* that is read */
  gint64 appel_montre;       /* that the cards are of */
  gint64 de, a;              /* exercices shown, or PV_INT_NULL: not chosen yet */
  gboolean filling;

  GtkStack *stack;
  AdwStatusPage *error_page;
  GtkDropDown *de_choice;
  GtkDropDown *a_choice;
  GtkDropDown *appel_choice;
  GtkLabel *note_label;
  PvBilanFigures figures;
  PvBilanCarte *financeurs;
  PvBilanCarte *evolution;
  PvBilanCarte *axes;
  PvBilanCarte *territoires;
  PvBilanCarte *porteurs;
  PvBilanCarte *natures;
  PvBilanCarte *egalite;
  PvBilanCarte *publics;
  PvBilanCarte *postes;
  PvLineChart *chart;
};

/* --- pv-bilan-analyse-vue-cartes.c ----------------------------------------------------------- */

void pv_bilan_analyse_vue_add_choices (PvBilanAnalyseVue *self);
void pv_bilan_analyse_vue_add_legends (PvBilanAnalyseVue *self);

/* The years shown of what was read. */
PvBilanAffichage pv_bilan_analyse_vue_get_affichage (PvBilanAnalyseVue *self);

/* Fills the cards of @volets, those that were read. */
void pv_bilan_analyse_vue_show_cartes (PvBilanAnalyseVue *self, PvBilanVolets volets);

/* The room of those that were not; what they show stays when it is of the same call. */
void pv_bilan_analyse_vue_reserve_cartes (PvBilanAnalyseVue *self);

/* The alternative of a card, by its `notify::choix`. */
void pv_bilan_analyse_vue_show_choix (PvBilanAnalyseVue *self, PvBilanCarte *carte);

/* --- pv-bilan-analyse-vue-perimetre.c -------------------------------------------------------- */

void pv_bilan_analyse_vue_read_appels (PvBilanAnalyseVue *self);
void pv_bilan_analyse_vue_show_exercices (PvBilanAnalyseVue *self);

/* %FALSE: what is chosen is what is shown. */
gboolean pv_bilan_analyse_vue_choose_appel (PvBilanAnalyseVue *self);
gboolean pv_bilan_analyse_vue_choose_exercice (PvBilanAnalyseVue *self, GtkDropDown *choice);

/* --- pv-bilan-analyse-vue-lecture.c ---------------------------------------------------------- */

void pv_bilan_analyse_vue_give_up (PvBilanAnalyseVue *self);

/* Gives up the reading under way, and reads again. */
void pv_bilan_analyse_vue_read (PvBilanAnalyseVue *self);

G_END_DECLS
