/* pv-vote-dialog-private.h: what the files of PvVoteDialog share
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "vote/pv-vote-dialog.h"
#include "vote/pv-vote-service.h"
#include "widget/pv-confirmation.h"
#include "widget/pv-field.h"
#include "widget/pv-travail.h"

G_BEGIN_DECLS

struct _PvVoteDialog
{
  AdwWindow parent_instance;

  PvContext *context;
  PvEtape etape;
  gint64 financeur_id;
  char *financeur;
  char *today;
  GListStore *store;
  guint pending; /* what is typed is looked at once */
  PvConfirmation *confirmation;
  gboolean edited;
  gboolean showing;

  AdwWindowTitle *title;
  GtkButton *save_button;
  PvField *date;
  PvField *reference;
  GtkLabel *refus;
  GtkListView *list;
  GtkLabel *total;
  GtkLabel *remarks;
  GtkCheckButton *confirm;
  GtkWidget *take_out;
  GtkWidget *form;
  GtkWidget *foot;
  PvTravail *travail;
};

/* --- pv-vote-dialog-revue.c ------------------------------------------------------------------ */

/* Why the act cannot be written; %NULL: nothing is in its way. */
void pv_vote_dialog_tell (PvVoteDialog *self, const char *reason);

/* How many lines the act has. */
guint pv_vote_dialog_get_n (PvVoteDialog *self);

/* (transfer none): it is held by the list. */
PvVoteItem *pv_vote_dialog_get_item (PvVoteDialog *self, guint position);

/* A dossier may have two lines of this funder. */
guint pv_vote_dialog_count_dossiers (PvVoteDialog *self);

/* An act is over the call of its first line. Its texts are those of the fields. */
PvVoteActe pv_vote_dialog_get_acte (PvVoteDialog *self);

/* Checks the act and each line, and shows what is refused, what is to be confirmed and the total.
 * Returns whether no line is refused. */
gboolean pv_vote_dialog_review (PvVoteDialog *self);

/* The box that confirms the remarks was ticked, or cleared. */
void pv_vote_dialog_confirm_cb (PvVoteDialog *self);

G_END_DECLS
