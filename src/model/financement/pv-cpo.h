/* pv-cpo.h: the years of a convention pluriannuelle d’objectifs, side by side
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commun/pv-etape.h"
#include "pv-db.h"
#include "pv-money.h"

G_BEGIN_DECLS

/**
 * PvCpoAnnee:
 * @dossier_id: of that year, or %PV_INT_NULL: none is linked yet
 * @rang: year i…
 * @duree: … of n, or %PV_INT_NULL
 */
typedef struct
{
  gint64 exercice;
  gint64 dossier_id;
  char *numero;
  gint64 rang;
  gint64 duree;
} PvCpoAnnee;

/**
 * PvCpoMontant:
 * @cents: Σ of the furthest stage of each financement of that payer and year, %PV_CENTS_NULL:
 *   nothing is known
 * @etape: the furthest stage that all of them reached
 * @prevu_cents: what the convention plans, %PV_CENTS_NULL: it does not say
 * @verse_cents: what was paid, %PV_CENTS_NULL: nothing yet
 */
typedef struct
{
  PvCents cents;
  PvEtape etape;
  PvCents prevu_cents;
  PvCents verse_cents;
} PvCpoMontant;

/**
 * PvCpoFinanceur:
 * @montants: (array): one per year
 * @total_cents: over the years
 */
typedef struct
{
  gint64 financeur_id;
  char *nom;
  PvCpoMontant *montants;
  PvCents total_cents;
} PvCpoFinanceur;

/**
 * PvCpo:
 * @annees: (element-type PvCpoAnnee): by exercice; also years that only have an amount
 * @financeurs: (element-type PvCpoFinanceur): by name
 * @totaux: (array): all payers, one per year
 * @total_cents: all payers and years
 */
typedef struct
{
  GPtrArray *annees;
  GPtrArray *financeurs;
  PvCents *totaux;
  PvCents total_cents;
} PvCpo;

void pv_cpo_free (PvCpo *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PvCpo, pv_cpo_free)

/**
 * pv_cpo_store_load:
 *
 * The years that belong with a dossier: those its financements are of, its dossiers before and
 * after (`precedent_id`) as far as they are years of a CPO, and those of the conventions of
 * several years it is in.
 *
 * Returns: (transfer full): one year alone when nothing is linked to it; %NULL with @error
 */
PvCpo *pv_cpo_store_load (PvDb *db, gint64 dossier_id, GError **error);

/* The same for the dossiers a convention names, of one year or several, and for its own plan. */
PvCpo *pv_cpo_store_load_convention (PvDb *db, gint64 convention_id, GError **error);

G_END_DECLS
