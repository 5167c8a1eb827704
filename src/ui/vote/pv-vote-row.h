/* pv-vote-row.h: one dossier of an act
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "vote/pv-vote-item.h"

G_BEGIN_DECLS

#define PV_TYPE_VOTE_ROW (pv_vote_row_get_type ())

/*
 * PvVoteRow: shows an item and takes its amount.
 *
 * Action: vote-acte.retirer (x), of the dialog, takes the line out.
 */
G_DECLARE_FINAL_TYPE (PvVoteRow, pv_vote_row, PV, VOTE_ROW, AdwBin)

GtkWidget *pv_vote_row_new (void);

/* @item: (nullable): %NULL: shows nothing; @etape: of the act */
void pv_vote_row_set_item (PvVoteRow *self, PvVoteItem *item, PvEtape etape);

/* Takes what is typed. */
void pv_vote_row_commit (PvVoteRow *self);

G_END_DECLS
