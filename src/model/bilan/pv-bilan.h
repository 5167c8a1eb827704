/* pv-bilan.h: what became of a dossier: compte rendu and bilan
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commun/pv-champ.h"
#include "pv-money.h"

G_BEGIN_DECLS

typedef enum
{
  PV_BILAN_REALISATION_NULL = -1,
  PV_BILAN_REALISATION_TOTALE,
  PV_BILAN_REALISATION_PARTIELLE,
  PV_BILAN_REALISATION_NON_REALISEE,
} PvBilanRealisation;

PV_DECLARE_VOCABULAIRE (PvBilanRealisation, pv_bilan_realisation)

/**
 * PvBilan:
 *
 * One per dossier, from the first thing that is known of it. The realised budget is in the
 * budget of the dossier, the realised classes of age beside the planned ones (PvDossierAge).
 * Source: Cerfa 15059 (compte rendu financier de subvention).
 */
typedef struct
{
  gint64 id;
  char *uuid; /* (nullable) before the insertion */
  gint64 revision;
  gint64 dossier_id;
  char *crf_du_le; /* (nullable): another due date than pv_bilan_compute_echeance() */
  char *crf_recu_le;
  char *crf_valide_le;
  PvBilanRealisation realisation;
  char *debut; /* when it really began */
  char *fin;   /* and ended */
  gint64 beneficiaires_femmes;
  gint64 beneficiaires_hommes;
  gint64 beneficiaires_non_ventiles;
  gint64 beneficiaires_qpv_bp;
  PvCents a_recuperer_cents; /* as confirmed; what is proposed is computed */
  char *commentaire;
} PvBilan;

extern const PvChamp pv_bilan_champs[];

/* A record where nothing is known yet. */
PvBilan *pv_bilan_new (void);
PvBilan *pv_bilan_copy (const PvBilan *self);
void pv_bilan_free (PvBilan *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PvBilan, pv_bilan_free)

/* Women + men + not broken down, of what is known; %PV_INT_NULL when none of the three is. */
gint64 pv_bilan_get_beneficiaires (const PvBilan *self);

/**
 * pv_bilan_check:
 * @jour: today, ISO
 * @reason: (out) (transfer full): what is wrong, in words for the user
 * @champ: (out): name of the field it is about
 */
gboolean pv_bilan_check (const PvBilan *self, const char *jour, char **reason, const char **champ);

/* --- due dates -------------------------------------------------------------------------- */

/* In the order of the list: what asks for work first. */
typedef enum
{
  PV_BILAN_EN_RETARD,
  PV_BILAN_DU,      /* due within PV_BILAN_DU_JOURS */
  PV_BILAN_A_VENIR, /* or without a due date */
  PV_BILAN_RECU,    /* and not validated yet */
  PV_BILAN_VALIDE,
  PV_BILAN_NON_ATTENDU, /* nothing was notified nor paid */
} PvBilanEtat;

#define PV_N_BILAN_ETATS 6

/* Days before its due date from which a compte rendu is "due". */
#define PV_BILAN_DU_JOURS 30

PV_DECLARE_VOCABULAIRE (PvBilanEtat, pv_bilan_etat)

/**
 * pv_bilan_compute_echeance:
 * @fin: (nullable): when the action ends
 * @delai_mois: the threshold `crf_delai`, or %PV_INT_NULL: none
 *
 * The due date when nothing else is agreed: so many months after the end of the exercice (31
 * December), or after the end of the action when it is in the year after. Source: loi n°
 * 2000-321, art. 10.
 *
 * Returns: (transfer full) (nullable): ISO; %NULL when there is no delay
 */
char *pv_bilan_compute_echeance (gint64 exercice, const char *fin, gint64 delai_mois);

/* The dates are ISO and (nullable); @jour: today. */
PvBilanEtat pv_bilan_compute_etat (gboolean attendu,
                                   const char *du_le,
                                   const char *recu_le,
                                   const char *valide_le,
                                   const char *jour);

/* (transfer full): "compte rendu late by 3 days", "… due in 5 days", "… due on 30/06/2026",
 * "… received on…", "… validated on…", "… not expected", for the user. */
char *pv_bilan_etat_to_words (PvBilanEtat etat,
                              const char *du_le,
                              const char *recu_le,
                              const char *valide_le,
                              const char *jour);

/* --- what was realised ------------------------------------------------------------------- */

/* Realised ÷ planned charges in basis points; %PV_INT_NULL when one is not known. */
gint64 pv_bilan_compute_taux (PvCents realise, PvCents prevu);

/**
 * PvBilanPart:
 *
 * What one payer notified and paid for a dossier, of all its lines of credits.
 */
typedef struct
{
  gint64 financeur_id;
  PvCents notifie_cents;
  PvCents verse_cents;
} PvBilanPart;

/**
 * pv_bilan_compute_justifie:
 * @prevu, @realise: charges of the dossier
 *
 * The share of what a payer notified (when it did not, of what it paid) that the realised
 * charges justify: × realised ÷ planned, at most the whole, rounded half up.
 *
 * Returns: %PV_CENTS_NULL when the charges or the amounts are not known, or none was planned
 */
PvCents pv_bilan_compute_justifie (const PvBilanPart *part, PvCents prevu, PvCents realise);

/**
 * pv_bilan_compute_a_recuperer:
 * @parts: (array length=n): of every payer of the dossier
 *
 * The amount to recover that is proposed: Σ over the payers of what was paid beyond their share.
 *
 * Returns: 0 when nothing is to recover; %PV_CENTS_NULL when nothing can be said
 */
PvCents
pv_bilan_compute_a_recuperer (const PvBilanPart *parts, guint n, PvCents prevu, PvCents realise);

G_END_DECLS
