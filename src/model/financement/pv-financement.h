/* pv-financement.h: what one payer brings to one dossier
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commun/pv-champ.h"
#include "commun/pv-etape.h"
#include "commun/pv-section.h"

G_BEGIN_DECLS

/**
 * PvFinancement:
 *
 * One payer, one line of credits, one year. The row holds the current amount of each
 * stage; a stage never copies itself into the next.
 */
typedef struct
{
  gint64 id;
  char *uuid; /* (nullable) before the insertion */
  gint64 revision;
  gint64 dossier_id;
  gint64 financeur_id;
  gint64 dispositif_id; /* PV_INT_NULL: not known */
  gint64 exercice;
  PvSection section;
  gint64 enveloppe_id;     /* at most one, a leaf, chosen */
  PvCents sollicite_cents; /* 0: refused; PV_CENTS_NULL: not answered */
  PvCents propose_cents;
  PvCents arbitre_cents;
  PvCents vote_cents;
  PvCents notifie_cents;
  char *vote_le;
  char *vote_acte; /* deliberation or decision */
  char *notifie_le;
  char *notifie_acte;
  char *reference; /* the payer's own number (post, engagement…) */
  char *commentaire;
} PvFinancement;

extern const PvChamp pv_financement_champs[];

/* A record where nothing is known yet. */
PvFinancement *pv_financement_new (void);
PvFinancement *pv_financement_copy (const PvFinancement *self);
void pv_financement_free (PvFinancement *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PvFinancement, pv_financement_free)

/**
 * pv_financement_get_montant:
 * @etape: any stage but versé, which is the sum of the versements
 *
 * Returns: the amount, or %PV_CENTS_NULL when this payer has not answered
 */
PvCents pv_financement_get_montant (const PvFinancement *self, PvEtape etape);
void pv_financement_set_montant (PvFinancement *self, PvEtape etape, PvCents montant);

/**
 * pv_financement_get_fermete:
 * @etape: (out): the furthest stage this payer has answered, notifié at most
 *
 * How firm a financement is. Versé is not looked at: what is paid is read
 * beside it.
 *
 * Returns: %FALSE when no stage is known
 */
gboolean pv_financement_get_fermete (const PvFinancement *self, PvEtape *etape);

/* The amount of the furthest stage, or %PV_CENTS_NULL. */
PvCents pv_financement_get_montant_ferme (const PvFinancement *self);

/**
 * pv_financement_get_accorde:
 * @etape: (out) (optional): the stage it is
 *
 * "Accordé": voté, else arbitré; whoever shows it says which.
 *
 * Returns: cents, or %PV_CENTS_NULL
 */
PvCents pv_financement_get_accorde (const PvFinancement *self, PvEtape *etape);

/* What an envelope counts: the furthest of proposé … notifié, else 0. */
PvCents pv_financement_get_engage (const PvFinancement *self);

G_END_DECLS
