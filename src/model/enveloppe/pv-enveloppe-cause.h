/* pv-enveloppe-cause.h: the dossiers that make an envelope exceeded
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "pv-db.h"
#include "pv-money.h"

G_BEGIN_DECLS

/**
 * PvEnveloppeCause:
 * @engage_cents: what the dossier engages on the envelope, and those below it
 * @cumul_cents: with all that were engaged before it
 * @date: (nullable): of the notification, else of the vote
 *
 * One dossier of an envelope, in the order of engagement: the dated ones first, then as
 * they were entered.
 */
typedef struct
{
  gint64 dossier_id;
  char *numero;
  char *intitule;
  char *porteur;
  PvCents engage_cents;
  PvCents cumul_cents;
  char *date;
} PvEnveloppeCause;

/**
 * pv_enveloppe_cause_list:
 * @montant_cents: the amount that is exceeded
 *
 * Returns: (transfer full) (element-type PvEnveloppeCause): the dossiers from the one that
 *   crosses the amount on, the last engaged first; empty when it is not exceeded
 */
GPtrArray *
pv_enveloppe_cause_list (PvDb *db, gint64 enveloppe_id, PvCents montant_cents, GError **error);

G_END_DECLS
