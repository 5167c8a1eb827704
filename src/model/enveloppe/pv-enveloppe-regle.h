/* pv-enveloppe-regle.h: a limit set on an envelope
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commun/pv-champ.h"

G_BEGIN_DECLS

typedef enum
{
  PV_REGLE_GENRE_NULL = -1,
  PV_REGLE_GENRE_PART_MAX,
  PV_REGLE_GENRE_PART_MIN,
  PV_REGLE_GENRE_RESERVE,
} PvRegleGenre;

PV_DECLARE_VOCABULAIRE (PvRegleGenre, pv_regle_genre)

/**
 * PvEnveloppeRegle:
 *
 * At most 2.5 % for territoires vulnérables, at least 50 % in CPO, a reserve… The
 * base of the rate is named, and may lie outside the file.
 */
typedef struct
{
  gint64 id;
  char *uuid; /* (nullable) before the insertion */
  gint64 revision;
  gint64 enveloppe_id;
  PvRegleGenre genre;
  char *cible; /* what is counted: `genre:vulnerable`, `cpo`, `nouvelle`, `commune:59512`… */
  gint64 taux_bp;
  PvCents montant_cents;    /* the limit itself, when it is no rate */
  char *base_libelle;       /* in words, what the rate applies to */
  gint64 base_enveloppe_id; /* an envelope of the file, or */
  PvCents base_cents;       /* an amount outside it */
  char *source;
} PvEnveloppeRegle;

extern const PvChamp pv_enveloppe_regle_champs[];

/* A record where nothing is known yet. */
PvEnveloppeRegle *pv_enveloppe_regle_new (void);
PvEnveloppeRegle *pv_enveloppe_regle_copy (const PvEnveloppeRegle *self);
void pv_enveloppe_regle_free (PvEnveloppeRegle *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PvEnveloppeRegle, pv_enveloppe_regle_free)

/**
 * pv_enveloppe_regle_get_limite:
 * @base_cents: the base, or %PV_CENTS_NULL
 *
 * Returns: the limit in cents: the stated amount, else rate × base, rounded
 *   half away from zero; %PV_CENTS_NULL when it cannot be told
 */
PvCents pv_enveloppe_regle_get_limite (const PvEnveloppeRegle *self, PvCents base_cents);

/**
 * pv_enveloppe_regle_get_ecart:
 * @limite_cents: from pv_enveloppe_regle_get_limite()
 * @compte_cents: engaged on what the rule counts; for a reserve, what remains
 *
 * Returns: how far the rule is broken: 0 when it holds, above 0 the excess
 *   (part_max) or the lack (part_min, reserve); %PV_CENTS_NULL when unknown
 */
PvCents pv_enveloppe_regle_get_ecart (const PvEnveloppeRegle *self,
                                      PvCents limite_cents,
                                      PvCents compte_cents);

G_END_DECLS
