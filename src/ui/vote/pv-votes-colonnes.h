/* pv-votes-colonnes.h: the columns of the list of votes and notifications
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "vote/pv-vote-item.h"

G_BEGIN_DECLS

typedef enum
{
  PV_VOTE_COLONNE_CHOIX,
  PV_VOTE_COLONNE_NUMERO,
  PV_VOTE_COLONNE_PORTEUR,
  PV_VOTE_COLONNE_INTITULE,
  PV_VOTE_COLONNE_SOLLICITE,
  PV_VOTE_COLONNE_ARBITRE,
  PV_VOTE_COLONNE_VOTE,
  PV_VOTE_COLONNE_NOTIFIE,
  PV_VOTE_COLONNE_DATE,
  PV_VOTE_COLONNE_ACTE,
  PV_VOTE_COLONNE_ETAT,
} PvVoteColonne;

#define PV_N_VOTE_COLONNES 11

const char *pv_vote_colonne_get_title (PvVoteColonne colonne);

/* (transfer full): a cell, in words. */
char *pv_vote_colonne_dup_text (PvVoteColonne colonne, const PvVoteLigne *ligne);

/* The amount of a column of amounts, %PV_CENTS_NULL. */
PvCents pv_vote_colonne_get_cents (PvVoteColonne colonne, const PvVoteLigne *ligne);

/* Gives a view of PvVoteItem, whose model is a multiple selection, the columns that say something
 * of what waits for @attente. */
void pv_votes_colonnes_set (GtkColumnView *view, PvVoteAttente attente);

G_END_DECLS
