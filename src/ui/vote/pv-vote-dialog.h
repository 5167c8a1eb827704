/* pv-vote-dialog.h: one act of a funder over many dossiers
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "context/pv-context.h"
#include "vote/pv-vote-item.h"

G_BEGIN_DECLS

#define PV_TYPE_VOTE_DIALOG (pv_vote_dialog_get_type ())

/*
 * PvVoteDialog: the date and the reference of the act, and its amounts: those of the stage before,
 * to be confirmed. What stands against it is said beside each line. One action of the user.
 *
 * Actions: vote-acte.valider, vote-acte.retirer (x: a financement), vote-acte.retirer-refus.
 */
G_DECLARE_FINAL_TYPE (PvVoteDialog, pv_vote_dialog, PV, VOTE_DIALOG, AdwWindow)

/**
 * pv_vote_dialog_new:
 * @etape: voté or notifié
 * @financeur: its name
 * @items: (element-type PvVoteItem): of one funder, one at least
 */
GtkWidget *
pv_vote_dialog_new (PvContext *context, PvEtape etape, const char *financeur, GPtrArray *items);

G_END_DECLS
