/* pv-mouvement-service.h: what changes a notified amount
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "financement/pv-financement.h"
#include "financement/pv-mouvement.h"

G_BEGIN_DECLS

/**
 * PvMouvementActe:
 * @genre: avenant, réduction, annulation partielle or désistement; an amount is carried over by
 *   pv_financement_service_reporter()
 * @date_le: ISO
 * @apres_cents: what is notified from then on; not read of a désistement, which leaves what is paid
 * @motif: why, kept with it
 * @acte: (nullable): the avenant, the letter…
 */
typedef struct
{
  PvMouvementGenre genre;
  const char *date_le;
  PvCents apres_cents;
  const char *motif;
  const char *acte;
} PvMouvementActe;

/* What a désistement leaves: what is paid, never more than what is notified nor below 0. */
PvCents pv_mouvement_get_desistement (PvCents notifie, PvCents verse);

/**
 * pv_mouvement_service_check:
 * @verse: what is paid, %PV_CENTS_NULL: nothing
 * @today: ISO date
 *
 * Returns: (transfer full) (nullable): why the act is refused, in words that say what to do;
 *   %NULL: it is not
 */
char *pv_mouvement_service_check (const PvFinancement *financement,
                                  PvCents verse,
                                  const PvMouvementActe *acte,
                                  const char *today);

/**
 * pv_mouvement_service_add:
 * @error: %PV_RULE_ERROR_REFUSED: as pv_mouvement_service_check() says
 *
 * Changes what is notified and keeps the act, so that initial + Σ mouvements = current
 * ("mouvement-add").
 */
gboolean pv_mouvement_service_add (PvDb *db,
                                   gint64 financement_id,
                                   const PvMouvementActe *acte,
                                   const char *today,
                                   GError **error);

/* Whether pv_mouvement_service_remove() may take it back: the last one of its stage, that is no
 * initial amount and no report. @mouvements: of its financement, by date */
gboolean pv_mouvement_is_removable (const PvMouvement *self, const GPtrArray *mouvements);

/**
 * pv_mouvement_service_remove:
 * @error: %PV_RULE_ERROR_REFUSED when another came after it, or it is the initial amount or a
 *   report
 *
 * Takes the last act back: the amount is again what it was before it ("mouvement-delete").
 */
gboolean pv_mouvement_service_remove (PvDb *db, gint64 id, GError **error);

G_END_DECLS
