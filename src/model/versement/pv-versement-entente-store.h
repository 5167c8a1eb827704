/* pv-versement-entente-store.h: what conventions say of payment
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "pv-db.h"
#include "versement/pv-versement-suivi.h"

G_BEGIN_DECLS

/* Those of the conventions over the financements of a question. */
typedef struct
{
  GHashTable *ententes; /* key → what the convention says */
  GHashTable *liees;    /* key of a financement → that of the convention signed last */
  GHashTable *paye;     /* "convention:exercice" → PvCents */
} PvVersementAccords;

gboolean pv_versement_accords_load (PvDb *db,
                                    const PvVersementQuestion *question,
                                    PvVersementAccords *accords,
                                    GError **error);
void pv_versement_accords_clear (PvVersementAccords *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PvVersementAccords, pv_versement_accords_clear)

/* The delay agreed, in days; %PV_INT_NULL: none. */
gint64 pv_versement_accords_get_delai (const PvVersementAccords *self, gint64 financement_id);

/* The next date of the schedule that what was paid does not reach, and its amount, in @suivi.
 * Returns: whether there is a schedule. */
gboolean pv_versement_accords_follow (const PvVersementAccords *self, PvVersementSuivi *suivi);

G_END_DECLS
