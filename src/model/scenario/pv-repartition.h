/* pv-repartition.h: sharing amounts out, to the cent
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "pv-money.h"

G_BEGIN_DECLS

/**
 * PvArrondi:
 *
 * What a part is a multiple of, in cents. The cents that are left over go to the last
 * part that can bear them, so that sums stay exact.
 */
typedef enum
{
  PV_ARRONDI_CENTIME = 1,
  PV_ARRONDI_EURO = 100,
  PV_ARRONDI_DIX_EUROS = 1000,
  PV_ARRONDI_CENT_EUROS = 10000,
} PvArrondi;

/*
 * All functions: an amount or a weight of %PV_CENTS_NULL is of who has not answered: its
 * part is %PV_CENTS_NULL. A part is never negative. Nothing depends on the order of the
 * arrays but which of two equal ones is served first, and which is the last.
 */

/**
 * pv_repartition_partager:
 * @total: to share, not negative
 * @poids: (array length=n): weights, not negative; 0 gets 0
 * @plafonds: (array length=n) (nullable): the most each may get; %PV_CENTS_NULL: no limit
 * @parts: (array length=n) (out caller-allocates): may be @plafonds
 * @reste: (out): what nobody may take
 *
 * Proportional shares. Whoever reaches its limit leaves the rest to the others, in
 * proportion. Each share is cut to a multiple of @arrondi; whole multiples that are left
 * go one by one to the largest remainders, and what is less than one to the last part
 * that can bear it, else to the last ones, each as it can.
 *
 * Returns: %FALSE when an amount is negative or their sum overflows; @parts is then
 *   undefined. Otherwise Σ @parts + @reste is @total
 */
gboolean pv_repartition_partager (PvCents total,
                                  const PvCents *poids,
                                  const PvCents *plafonds,
                                  gsize n,
                                  PvArrondi arrondi,
                                  PvCents *parts,
                                  PvCents *reste);

/**
 * pv_repartition_reduire:
 * @montants: (array length=n): not negative
 * @taux_bp: the cut, from 0 to 10000 basis points
 * @parts: (array length=n) (out caller-allocates): what is left of each, never more than it was
 *
 * A proportional cut: Σ @parts is Σ @montants less the cut of that sum, rounded to the
 * cent. Rounding never makes a refusal: a part below @arrondi is kept to the cent, and is
 * 0 only when the amount was, the cut is whole or the cents do not go round.
 */
gboolean pv_repartition_reduire (const PvCents *montants,
                                 gsize n,
                                 gint64 taux_bp,
                                 PvArrondi arrondi,
                                 PvCents *parts);

/**
 * PvCoupure:
 * @PV_COUPURE_AVANT: the line passes before the first rank that does not fit whole
 * @PV_COUPURE_PARTAGE: those of that rank share what is left, in proportion
 *
 * What becomes of the first rank that an envelope cannot pay. Equal ranks are always
 * treated together, and nothing lower is served, even when it would fit.
 */
typedef enum
{
  PV_COUPURE_AVANT,
  PV_COUPURE_PARTAGE,
} PvCoupure;

/**
 * PvRepartitionRang:
 * @n_dessus: served whole
 * @n_coupure: on the line: those of the first rank that does not fit
 * @n_dessous: under it, that asked for something
 * @rang: of the line; %PV_INT_NULL when all fit
 */
typedef struct
{
  guint n_dessus;
  guint n_coupure;
  guint n_dessous;
  gint64 rang;
  PvCents consomme;
  PvCents reste;
} PvRepartitionRang;

/**
 * pv_repartition_rang:
 * @disponible: to share; below 0 as 0
 * @demandes: (array length=n): what each asks for
 * @rangs: (array length=n): the least is served first; %PV_INT_NULL: not concerned, its
 *   part is %PV_CENTS_NULL
 * @parts: (array length=n) (out caller-allocates): 0 under the line
 */
gboolean pv_repartition_rang (PvCents disponible,
                              const PvCents *demandes,
                              const gint64 *rangs,
                              gsize n,
                              PvCoupure coupure,
                              PvArrondi arrondi,
                              PvCents *parts,
                              PvRepartitionRang *bilan);

G_END_DECLS
