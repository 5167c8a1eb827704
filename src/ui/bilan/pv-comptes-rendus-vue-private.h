/* pv-comptes-rendus-vue-private.h: what the files of PvComptesRendusVue share
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bilan/pv-compte-rendu-item.h"
#include "bilan/pv-comptes-rendus-vue.h"
#include "widget/pv-travail.h"

G_BEGIN_DECLS

typedef enum
{
  PV_CRF_FILTRE_ATTENTE,
  PV_CRF_FILTRE_RETARD,
  PV_CRF_FILTRE_RECUS,
  PV_CRF_FILTRE_VALIDES,
  PV_CRF_FILTRE_RECUPERER,
  PV_CRF_FILTRE_TOUS,
} PvCrfFiltre;

#define PV_N_CRF_FILTRES 6

struct _PvComptesRendusVue
{
  AdwBin parent_instance;

  PvContext *context;
  GCancellable *cancellable; /* of the read under way */
  GPtrArray *lignes;         /* of PvBilanLigne: all of the payer chosen */
  GArray *exercices;         /* of gint64, as in the drop-down after "all" */
  gint64 financeur_id;
  gint64 exercice;
  char **words; /* (nullable): folded */
  PvCrfFiltre filtre;
  gboolean filling;
  GListStore *store;
  GtkMultiSelection *selection;

  GtkStack *stack;
  GtkColumnView *view;
  AdwStatusPage *empty;
  GtkToggleButton *buttons[PV_N_CRF_FILTRES];
  GtkToggleButton *porteurs_button;
  GtkDropDown *exercice_choice;
  GtkDropDown *financeur_choice;
  GtkLabel *totals;
  PvTravail *travail;
};

/* --- pv-comptes-rendus-vue-actes.c ---------------------------------------------------------- */

void pv_comptes_rendus_vue_install_actes (GtkWidgetClass *widget_class);

/* Which actions are possible, for what is selected. */
void pv_comptes_rendus_vue_update_actes (PvComptesRendusVue *self);

/* --- pv-comptes-rendus-vue-liste.c ---------------------------------------------------------- */

/* Shows what is read, filtered; what was selected stays so. */
void pv_comptes_rendus_vue_show (PvComptesRendusVue *self);

const char *pv_crf_filtre_get_id (PvCrfFiltre filtre);
const char *pv_crf_filtre_get_label (PvCrfFiltre filtre);

G_END_DECLS
