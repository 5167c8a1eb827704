/* pv-seance-journal.h: what a séance decided so far
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "seance/pv-decision.h"
#include "seance/pv-seance.h"

G_BEGIN_DECLS

/**
 * PvSeanceJournalLigne:
 * @cents: Σ of what the séance decided; %PV_CENTS_NULL: ajourné, or nothing known
 * @total_cents: the same with the locked amounts
 * @rang: in the agenda, from 1
 *
 * A dossier that is decided.
 */
typedef struct
{
  gint64 id; /* of the line of the agenda */
  gint64 dossier_id;
  guint rang;
  char *numero;
  char *intitule;
  char *porteur;
  PvDecisionGenre decision;
  char *reserve;
  PvCents cents;
  PvCents total_cents;
  char *decidee_a;
  gint64 duree_s;
  gint64 version;
} PvSeanceJournalLigne;

/**
 * PvSeanceEnveloppe:
 * @libelle: payer, line of credits and name: "État · P147 · Valenciennes"
 * @montant_cents: %PV_CENTS_NULL: not notified yet; so are then the two below
 * @restant_cents: amount − engaged, what is decided in this open séance counted as decided
 * @reste_cents: left to arbitrate: amount − Σ of the furthest of arbitré … notifié − what
 *   this open séance arbitrated so far
 * @seance_cents: what this séance put on it
 *
 * An envelope (a leaf) that a dossier of the agenda draws on.
 */
typedef struct
{
  gint64 id;
  char *libelle;
  PvCents montant_cents;
  PvCents restant_cents;
  PvCents reste_cents;
  PvCents seance_cents;
} PvSeanceEnveloppe;

/**
 * PvSeanceJournal:
 * @n: dossiers per decision; @cents: what the séance decided for them
 * @arbitre_cents: Σ of all of it: "arbitré en séance"
 * @fil: (element-type PvSeanceJournalLigne): the last decided first
 * @enveloppes: (element-type PvSeanceEnveloppe): by payer and line of credits
 *
 * The running list.
 */
typedef struct
{
  gint64 seance_id;
  guint n_dossiers;
  guint n_decides;
  guint n[PV_N_DECISION_GENRES];
  PvCents cents[PV_N_DECISION_GENRES];
  PvCents arbitre_cents;
  GPtrArray *fil;
  GPtrArray *enveloppes;
} PvSeanceJournal;

void pv_seance_journal_free (PvSeanceJournal *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PvSeanceJournal, pv_seance_journal_free)

/* Returns: (transfer full) (nullable): with @error */
PvSeanceJournal *pv_seance_journal_load (PvDb *db, gint64 seance_id, GError **error);

G_END_DECLS
