/* pv-decision.h: what a séance decided of a dossier
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commun/pv-champ.h"
#include "dossier/pv-dossier-statut.h"
#include "instance/pv-instance.h"

G_BEGIN_DECLS

/* In the order of the buttons. */
typedef enum
{
  PV_DECISION_GENRE_NULL = -1, /* amounts may be on the table, nothing is decided */
  PV_DECISION_GENRE_PROGRAMME,
  PV_DECISION_GENRE_SOUS_RESERVE,
  PV_DECISION_GENRE_AJOURNE,
  PV_DECISION_GENRE_REFUSE,
  PV_DECISION_GENRE_REORIENTE,
} PvDecisionGenre;

#define PV_N_DECISION_GENRES 5

/* Labels are the words of a sentence: "programmé sous réserve". */
PV_DECLARE_VOCABULAIRE (PvDecisionGenre, pv_decision_genre)

/* Whether the dossier is funded: programmé, with or without reserve. */
gboolean pv_decision_genre_finance (PvDecisionGenre genre);

/**
 * pv_decision_genre_get_statut:
 * @statut: (out): where the closing moves the dossier
 *
 * An instance that decides moves it where it says. One that gives an avis moves it to
 * proposé, whatever it says: the amounts (0 when refused) are what is proposed to those
 * that decide; what it puts off stays where it is.
 *
 * Returns: %FALSE when the dossier stays where it is
 */
gboolean pv_decision_genre_get_statut (PvDecisionGenre genre,
                                       PvInstanceEffet effet,
                                       PvDossierStatut *statut);

/**
 * PvDecision:
 *
 * Version 1 is the working truth while the séance is open; closing seals it. A
 * rectification is the next version; all are kept.
 */
typedef struct
{
  gint64 id;
  char *uuid; /* (nullable) before the insertion */
  gint64 revision;
  gint64 seance_dossier_id;
  gint64 version;
  PvDecisionGenre decision;
  char *reserve;
  char *rectification_motif;
  gint64 ajourne_seance_id; /* where it comes back; PV_INT_NULL: not said */
  char *decidee_a;          /* UTC instant; NULL while it is not decided */
  gint64 duree_s;           /* on the table, in seconds; PV_INT_NULL: not timed */
  gboolean scellee;
} PvDecision;

extern const PvChamp pv_decision_champs[];

/* Version 1 of nothing decided yet. */
PvDecision *pv_decision_new (void);
PvDecision *pv_decision_copy (const PvDecision *self);
void pv_decision_free (PvDecision *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PvDecision, pv_decision_free)

/**
 * PvSeanceVerrou:
 * @PV_SEANCE_VERROU_NULL: the séance decides this amount
 * @PV_SEANCE_VERROU_VOTE: the payer has voted
 * @PV_SEANCE_VERROU_NOTIFIE: and notified
 * @PV_SEANCE_VERROU_DEPORT: the institution that is this payer is recused
 *
 * Why an amount is not changed by the séance.
 */
typedef enum
{
  PV_SEANCE_VERROU_NULL = -1,
  PV_SEANCE_VERROU_VOTE,
  PV_SEANCE_VERROU_NOTIFIE,
  PV_SEANCE_VERROU_DEPORT,
} PvSeanceVerrou;

/* Labels: "déjà voté", "déjà notifié", "déport". */
PV_DECLARE_VOCABULAIRE (PvSeanceVerrou, pv_seance_verrou)

G_END_DECLS
