/* pv-enveloppe.h: credits open for a year
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commun/pv-champ.h"
#include "commun/pv-etape.h"
#include "commun/pv-section.h"
#include "territoire/pv-quartier.h"

G_BEGIN_DECLS

/**
 * PvEnveloppe:
 *
 * Only leaves are consumed; a parent is the sum of its leaves.
 */
typedef struct
{
  gint64 id;
  char *uuid; /* (nullable) before the insertion */
  gint64 revision;
  gint64 parent_id;
  gint64 dispositif_id;
  gint64 exercice;
  PvSection section; /* NULL: both */
  char *libelle;
  gint64 commune_id;
  PvQuartierGenre quartier_genre;
  gint64 noeud_id;
  PvCents
      montant_cents; /* PV_CENTS_NULL: not notified yet; of a parent: see PvEnveloppeSituation */
} PvEnveloppe;

extern const PvChamp pv_enveloppe_champs[];

/* A record where nothing is known yet. */
PvEnveloppe *pv_enveloppe_new (void);
PvEnveloppe *pv_enveloppe_copy (const PvEnveloppe *self);
void pv_enveloppe_free (PvEnveloppe *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PvEnveloppe, pv_enveloppe_free)

/**
 * PvEnveloppeSituation:
 * @montant_cents: open; for a parent the sum of what is known of its leaves;
 *   %PV_CENTS_NULL when nothing is
 * @n_inconnus: leaves whose amount is not notified yet
 * @etape_cents: Σ of each stage, versé included
 * @engage_cents: Σ of the furthest of proposé … notifié of the dossiers that count
 * @arbitre_ou_plus_cents: Σ of the furthest of arbitré … notifié of the same
 * @ajourne_cents: the part of @engage_cents whose dossier is ajourné
 * @n_financements: how many financements it bears
 *
 * What an envelope has given, as the kept totals say.
 */
typedef struct
{
  PvCents montant_cents;
  guint n_inconnus;
  PvCents etape_cents[PV_N_ETAPES];
  PvCents engage_cents;
  PvCents arbitre_ou_plus_cents;
  PvCents ajourne_cents;
  guint n_financements;
} PvEnveloppeSituation;

/* amount − engaged; negative when exceeded, %PV_CENTS_NULL while the amount is not known, or that
 * of a leaf. */
PvCents pv_enveloppe_situation_get_restant (const PvEnveloppeSituation *self);

/* What is left to decide: amount − Σ of the furthest of arbitré … notifié. */
PvCents pv_enveloppe_situation_get_reste_a_arbitrer (const PvEnveloppeSituation *self);

gboolean pv_enveloppe_situation_is_depassee (const PvEnveloppeSituation *self);

G_END_DECLS
