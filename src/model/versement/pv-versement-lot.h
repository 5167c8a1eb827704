/* pv-versement-lot.h: one payment of one or many financements
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commun/pv-progres.h"
#include "versement/pv-versement-suivi.h"

G_BEGIN_DECLS

/* What is paid of one financement. */
typedef struct
{
  gint64 financement_id;
  PvVersementGenre genre;
  PvCents montant_cents;
} PvVersementLotLigne;

/**
 * PvVersementGravite:
 * @PV_VERSEMENT_SIGNALE: worth a look: another exercice, a date to come, or before the notification
 * @PV_VERSEMENT_A_CONFIRMER: more than was notified, or nothing was: the officer says so
 * @PV_VERSEMENT_REFUSE: cannot be
 */
typedef enum
{
  PV_VERSEMENT_SIGNALE,
  PV_VERSEMENT_A_CONFIRMER,
  PV_VERSEMENT_REFUSE,
} PvVersementGravite;

/**
 * PvVersementObjection:
 * @ligne: index of the line; -1: of the payment as a whole
 * @texte: a sentence, with what to do when it is refused
 */
typedef struct
{
  int ligne;
  PvVersementGravite gravite;
  char *texte;
} PvVersementObjection;

/**
 * pv_versement_propose:
 * @cents: (nullable): what is paid; %PV_CENTS_NULL: what is due
 * @ligne: (out): what is proposed to pay: what is due, as a solde; less: as an acompte;
 *   more, or once nothing is due: as a complément
 */
void
pv_versement_propose (const PvVersementSuivi *suivi, PvCents cents, PvVersementLotLigne *ligne);

/**
 * pv_versement_lot_check:
 * @date: (nullable): ISO date of the payment
 * @lignes: (array length=n)
 * @jour: today
 *
 * What is to be said of a payment before it is written. Lines of one financement add up.
 *
 * Returns: (transfer full) (element-type PvVersementObjection) (nullable): %NULL with an error
 */
GPtrArray *pv_versement_lot_check (PvDb *db,
                                   const char *date,
                                   const PvVersementLotLigne *lignes,
                                   guint n,
                                   const char *jour,
                                   GError **error);

/**
 * pv_versement_lot_pay:
 * @reference: (nullable): the mandat, or another reference of the payer
 * @confirme: the officer confirmed what is to be
 * @progres: (nullable):
 *
 * Writes them as one action.
 *
 * Errors: %PV_RULE_ERROR_REFUSED with the first objection that stands
 */
gboolean pv_versement_lot_pay (PvDb *db,
                               const char *date,
                               const char *reference,
                               const PvVersementLotLigne *lignes,
                               guint n,
                               gboolean confirme,
                               const char *jour,
                               PvProgres progres,
                               gpointer user_data,
                               GError **error);

/* The sentences the import says too. (transfer full) (nullable): no objection */
char *pv_versement_object_to_statut (PvDossierStatut statut);
char *pv_versement_object_to_chapeau (gboolean chapeau);
char *pv_versement_object_to_montant (PvCents notifie, PvCents verse);
char *pv_versement_object_to_exercice (const char *date, gint64 exercice);
char *pv_versement_object_to_notification (const char *date, const char *notifie_le);
char *pv_versement_object_to_date (const char *date, const char *jour);

/* What is to be said of a payment that is written: with those before it, more than what is
 * notified. (transfer full) (nullable): nothing */
char *pv_versement_object_to_written (PvDb *db, const PvVersement *versement, GError **error);

G_END_DECLS
