/* pv-votes-vue-private.h: what the files of PvVotesVue share
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "vote/pv-votes-lecture.h"
#include "vote/pv-votes-vue.h"

G_BEGIN_DECLS

struct _PvVotesVue
{
  AdwBin parent_instance;

  PvContext *context;
  GCancellable *cancellable; /* of the read under way */
  PvVotesLecture *lecture;   /* NULL: nothing read yet */
  gboolean libre;            /* another funder may be shown, that has something to do */
  gint64 financeur_id;
  PvVoteAttente attente;
  char *search;         /* folded */
  GHashTable *dossiers; /* shown alone; NULL: all */
  gboolean filling;
  GListStore *store;
  GtkMultiSelection *selection;

  GtkStack *stack;
  GtkColumnView *view;
  AdwStatusPage *empty;
  GtkDropDown *financeur;
  GtkToggleButton *buttons[PV_N_VOTE_ATTENTES];
  GtkWidget *limit;
  GtkLabel *limit_label;
  GtkLabel *total;
  GtkLabel *selected;
  GtkLabel *credits;
};

/* --- pv-votes-vue-totaux.c ------------------------------------------------------------------- */

/* What is shown, and what is selected of it, amount to. */
void pv_votes_vue_show_totals (PvVotesVue *self);

/* What is open, engaged and left in the envelopes of the funder. */
void pv_votes_vue_show_credits (PvVotesVue *self);

G_END_DECLS
