/* pv-convention-echeance.h: a planned payment of a convention
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "pv-money.h"

G_BEGIN_DECLS

/**
 * PvConventionEcheance:
 * @echeance_le: (nullable): the day, when it is known
 * @exercice: the year it belongs to, or %PV_INT_NULL
 * @montant_cents: %PV_CENTS_NULL: not known yet
 */
typedef struct
{
  gint64 id;
  gint64 convention_id;
  char *echeance_le;
  gint64 exercice;
  char *libelle;
  PvCents montant_cents;
} PvConventionEcheance;

PvConventionEcheance *pv_convention_echeance_new (void);
PvConventionEcheance *pv_convention_echeance_copy (const PvConventionEcheance *self);
void pv_convention_echeance_free (PvConventionEcheance *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PvConventionEcheance, pv_convention_echeance_free)

/* The usual ways to pay a grant. */
typedef enum
{
  PV_ECHEANCIER_UNIQUE,      /* all at once */
  PV_ECHEANCIER_MOITIES,     /* 50 % and 50 % */
  PV_ECHEANCIER_SOLDE_30,    /* acompte of 70 %, solde of 30 % */
  PV_ECHEANCIER_SOLDE_20,    /* acompte of 80 %, solde of 20 % */
  PV_ECHEANCIER_TROIS_TEMPS, /* 50 %, 30 %, then 20 % */
} PvEcheancier;

#define PV_N_ECHEANCIERS 5

/* "acompte 80 % / solde 20 %", in words for the user. */
const char *pv_echeancier_to_words (PvEcheancier echeancier);

/* The id it has in actions: "unique", "50-50"… */
const char *pv_echeancier_to_id (PvEcheancier echeancier);
gboolean pv_echeancier_from_id (const char *id, PvEcheancier *echeancier);

/**
 * pv_echeancier_propose:
 * @cents: the amount of that year
 * @echeances: (element-type PvConventionEcheance): where they are added
 *
 * The payments of a year. They make its amount exactly.
 */
void pv_echeancier_propose (PvEcheancier echeancier,
                            gint64 exercice,
                            PvCents cents,
                            GPtrArray *echeances);

/* Σ of what is known; %PV_CENTS_NULL: nothing is. FALSE on overflow. */
gboolean pv_convention_echeances_sum (GPtrArray *echeances, PvCents *cents);

G_END_DECLS
