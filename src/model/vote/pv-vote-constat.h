/* pv-vote-constat.h: what is to be said of an act over many dossiers, before it is kept
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commun/pv-etape.h"
#include "vote/pv-vote-store.h"

G_BEGIN_DECLS

/**
 * PvVoteActe:
 * @etape: %PV_ETAPE_VOTE or %PV_ETAPE_NOTIFIE
 * @appel_id: an act is over dossiers of one appel; %PV_INT_NULL: that of its first line
 * @date_le: (nullable): ISO
 * @reference: (nullable): of the deliberation, the decision or the letter
 *
 * One act of one funder.
 */
typedef struct
{
  PvEtape etape;
  gint64 financeur_id;
  gint64 appel_id;
  const char *date_le;
  const char *reference;
} PvVoteActe;

/* One line of it: 0: this funder refuses. */
typedef struct
{
  gint64 financement_id;
  PvCents cents;
} PvVoteMontant;

/**
 * PvVoteConstat:
 * @financement_id: of the line, %PV_INT_NULL: of the act itself
 * @regle: (transfer none): a stable id: docs/votes.md
 * @refuse: nothing is kept while it stands; else it is to be confirmed
 * @texte: what is wrong, and what to do
 */
typedef struct
{
  gint64 financement_id;
  const char *regle;
  gboolean refuse;
  char *texte;
} PvVoteConstat;

void pv_vote_constat_free (PvVoteConstat *self);

/* (transfer full) (element-type PvVoteConstat): those of the act itself.
 * @n: its lines; @today: ISO */
GPtrArray *pv_vote_acte_verifier (const PvVoteActe *acte, guint n, const char *today);

/* Adds those of one line to @constats. */
void pv_vote_ligne_verifier (const PvVoteLigne *ligne,
                             const PvVoteActe *acte,
                             PvCents cents,
                             GPtrArray *constats);

/* How many of them refuse. */
guint pv_vote_constats_count_refus (const GPtrArray *constats);

G_END_DECLS
