/* pv-versement.h: money really paid
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commun/pv-champ.h"

G_BEGIN_DECLS

typedef enum
{
  PV_VERSEMENT_GENRE_NULL = -1,
  PV_VERSEMENT_GENRE_ACOMPTE,
  PV_VERSEMENT_GENRE_SOLDE,
  PV_VERSEMENT_GENRE_COMPLEMENT,
  PV_VERSEMENT_GENRE_REVERSEMENT,
} PvVersementGenre;

PV_DECLARE_VOCABULAIRE (PvVersementGenre, pv_versement_genre)

/**
 * PvVersement:
 *
 * Versé = acomptes + soldes + compléments − reversements.
 */
typedef struct
{
  gint64 id;
  char *uuid; /* (nullable) before the insertion */
  gint64 revision;
  gint64 financement_id;
  char *verse_le;
  PvVersementGenre genre;
  PvCents montant_cents; /* never negative, a reversement neither */
  char *reference;
} PvVersement;

extern const PvChamp pv_versement_champs[];

/* A record where nothing is known yet. */
PvVersement *pv_versement_new (void);
PvVersement *pv_versement_copy (const PvVersement *self);
void pv_versement_free (PvVersement *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PvVersement, pv_versement_free)

/**
 * pv_versements_sum:
 * @versements: (element-type PvVersement)
 *
 * Returns: what was paid, reversements taken off; %PV_CENTS_NULL when there is
 *   none, which is not 0
 */
PvCents pv_versements_sum (GPtrArray *versements);

/**
 * pv_versement_compute_reste:
 * @notifie: notified
 * @verse: paid, reversements taken off; %PV_CENTS_NULL: nothing ever
 * @rendu: what of it was paid back because the validated bilan says so
 *
 * Returns: what is still due, never below 0; %PV_CENTS_NULL while nothing is notified
 */
PvCents pv_versement_compute_reste (PvCents notifie, PvCents verse, PvCents rendu);

G_END_DECLS
