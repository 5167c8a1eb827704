/* pv-financement-dialog-private.h: what the files of the dialog share
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "financement/pv-financement-dialog.h"
#include "financement/pv-financement.h"
#include "widget/pv-amount-entry.h"

G_BEGIN_DECLS

struct _PvFinancementDialog
{
  AdwWindow parent_instance;

  PvContext *context;
  PvFinancement *financement; /* as the file has it, or to add */
  char *numero;               /* of the dossier */
  GPtrArray *financeurs;      /* of PvFinancementChoix */
  gboolean showing;           /* the controls change by us */
  gboolean applying;          /* what is typed is being saved */
  gboolean refused;           /* the last saving */

  AdwWindowTitle *title;
  GtkWidget *add_button;
  AdwPreferencesGroup *identity;
  GtkDropDown *financeur;
  GtkDropDown *dispositif;
  GtkSpinButton *exercice;
  GtkDropDown *section;
  GtkDropDown *enveloppe;
  GtkWidget *sollicite_row;
  PvAmountEntry *sollicite;
  GtkWidget *acts;
  GtkWidget *payments;
  GtkWidget *removal;
  AdwPreferencesGroup *vote_group;
  AdwPreferencesGroup *notifie_group;
  GtkEditable *vote_le;
  GtkEditable *vote_acte;
  GtkEditable *notifie_le;
  GtkEditable *notifie_acte;
  GtkEditable *reference;
  GtkEditable *commentaire;
  GtkWidget *suivi_box;
  GtkWidget *suivi_icon;
  GtkLabel *suivi;
  GtkListBox *versements;
  GtkListBox *mouvements;
  GtkWidget *mouvements_group;
};

/* @taken: (transfer full): an edit of what is there is saved; of what is added, it waits. */
void pv_financement_dialog_take (PvFinancementDialog *self, PvFinancement *taken);

/* The dossier and the payer, for the history. (transfer full) */
char *pv_financement_dialog_dup_label (PvFinancementDialog *self);

/* Payer, dispositif and envelope (pv-financement-dialog-choix.c). */
void pv_financement_dialog_fill_choices (PvFinancementDialog *self);
void pv_financement_dialog_chosen_cb (PvFinancementDialog *self);

/* Why something was refused, under the identity; %NULL: nothing is. */
void pv_financement_dialog_tell (PvFinancementDialog *self, const char *reason);

/* Carrying over (pv-financement-dialog-report.c). */
void pv_financement_dialog_report_cb (GtkWidget *widget, const char *action, GVariant *parameter);

/* What changed the amounts (pv-financement-dialog-mouvement.c). */
void pv_financement_dialog_load_mouvements (PvFinancementDialog *self);
void
pv_financement_dialog_mouvement_cb (GtkWidget *widget, const char *action, GVariant *parameter);
void pv_financement_dialog_retirer_mouvement_cb (GtkWidget *widget,
                                                 const char *action,
                                                 GVariant *parameter);

/* Payments and movements (pv-financement-dialog-listes.c). */
void pv_financement_dialog_load_lists (PvFinancementDialog *self);

/* Saves what is typed in the payments; FALSE when something is refused. */
gboolean pv_financement_dialog_settle_lists (PvFinancementDialog *self);
void
pv_financement_dialog_add_versement_cb (GtkWidget *widget, const char *action, GVariant *parameter);

G_END_DECLS
