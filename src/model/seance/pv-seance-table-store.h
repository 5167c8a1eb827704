/* pv-seance-table-store.h: the amounts on the table, and the envelopes
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "seance/pv-decision.h"

G_BEGIN_DECLS

/**
 * PvSeanceMise:
 * @ferme_cents: the amount that stands without the séance: of a locked line what is shown
 * @montant_cents: of the last version; %PV_CENTS_NULL: not on the table
 *
 * A financement of a dossier of the agenda, as the last version of its decision has it.
 */
typedef struct
{
  gint64 financement_id;
  PvSeanceVerrou verrou;
  PvCents sollicite_cents;
  PvCents propose_cents;
  PvCents arbitre_cents;
  PvCents ferme_cents;
  PvCents montant_cents;
} PvSeanceMise;

/* Returns: (transfer full) (element-type PvSeanceMise): as things stand now, in order of entry */
GArray *pv_seance_table_load (PvDb *db, gint64 seance_dossier_id, GError **error);

/**
 * PvSeancePot:
 * @montant_cents: %PV_CENTS_NULL: not notified yet
 * @engage_cents, @arbitre_cents: what the kept totals count
 * @decide_engage_cents, @decide_arbitre_cents: what the dossiers decided in the open séance
 *   add to them, the dossier that is asked for left out
 * @propre_engage_cents: what that dossier adds with what is on the table
 * @seance_cents: what the séance decided on it
 */
typedef struct
{
  gint64 enveloppe_id;
  PvCents montant_cents;
  PvCents engage_cents;
  PvCents arbitre_cents;
  PvCents decide_engage_cents;
  PvCents decide_arbitre_cents;
  PvCents propre_engage_cents;
  PvCents seance_cents;
} PvSeancePot;

/**
 * pv_seance_pots_load:
 * @seance_dossier_id: a dossier of the agenda, or %PV_INT_NULL
 *
 * Returns: (transfer full) (element-type PvSeancePot): the envelopes that dossier draws on,
 *   else those of all the agenda, by payer and line of credits
 */
GArray *pv_seance_pots_load (PvDb *db, gint64 seance_id, gint64 seance_dossier_id, GError **error);

/* (nullable): that of an envelope. */
const PvSeancePot *pv_seance_pots_find (const GArray *pots, gint64 enveloppe_id);

/* What is left, before and after the dossier asked for; %PV_CENTS_NULL: not known. */
PvCents pv_seance_pot_get_avant (const PvSeancePot *self);
PvCents pv_seance_pot_get_apres (const PvSeancePot *self);

/* Left to arbitrate. */
PvCents pv_seance_pot_get_reste (const PvSeancePot *self);

G_END_DECLS
