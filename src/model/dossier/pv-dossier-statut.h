/* pv-dossier-statut.h: where a dossier is in the year, and where it may go
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "commun/pv-vocabulaire.h"

G_BEGIN_DECLS

typedef enum
{
  PV_DOSSIER_STATUT_NULL = -1,
  PV_DOSSIER_STATUT_DEPOSE,
  PV_DOSSIER_STATUT_INCOMPLET,
  PV_DOSSIER_STATUT_RECEVABLE,
  PV_DOSSIER_STATUT_IRRECEVABLE,
  PV_DOSSIER_STATUT_EN_INSTRUCTION,
  PV_DOSSIER_STATUT_INSTRUIT,
  PV_DOSSIER_STATUT_PROPOSE,
  PV_DOSSIER_STATUT_PROGRAMME,
  PV_DOSSIER_STATUT_PROGRAMME_SOUS_RESERVE,
  PV_DOSSIER_STATUT_AJOURNE,
  PV_DOSSIER_STATUT_REFUSE,
  PV_DOSSIER_STATUT_REORIENTE,
  PV_DOSSIER_STATUT_NOTIFIE,
  PV_DOSSIER_STATUT_EN_COURS,
  PV_DOSSIER_STATUT_BILAN_RECU,
  PV_DOSSIER_STATUT_SOLDE,
  PV_DOSSIER_STATUT_ABANDONNE,
} PvDossierStatut;

#define PV_N_DOSSIER_STATUTS 17

/* Labels are the words of a sentence: "programmé sous réserve". */
PV_DECLARE_VOCABULAIRE (PvDossierStatut, pv_dossier_statut)

/**
 * pv_dossier_statut_can_move:
 * @reason: (out) (optional) (transfer none): why not, in words for the user
 *
 * Whether a dossier may go from one status to another. The order of the year is
 * déposé → recevable → en instruction → instruit → proposé → a decision →
 * notifié → en cours → bilan reçu → soldé; what is allowed besides is in the
 * table of pv-dossier-statut.c. A mistake is undone, not moved back.
 */
gboolean pv_dossier_statut_can_move (PvDossierStatut from, PvDossierStatut to, const char **reason);

/* Whether institutions may give, or change, their avis: recevable, en instruction, instruit,
 * proposé, ajourné. */
gboolean pv_dossier_statut_is_instruit_ouvert (PvDossierStatut statut);

/* The same in SQL; and those of them that no committee has seen, which are to be answered. */
#define PV_DOSSIER_STATUTS_A_REPONDRE_SQL "'recevable', 'en-instruction', 'instruit'"
#define PV_DOSSIER_STATUTS_OUVERTS_SQL PV_DOSSIER_STATUTS_A_REPONDRE_SQL ", 'propose', 'ajourne'"

/* Whether the dossier gives back what it took of its envelopes: irrecevable,
 * refusé, réorienté, abandonné. */
gboolean pv_dossier_statut_libere_enveloppe (PvDossierStatut statut);

/* Whether a move to it is told to the porteur, with why: irrecevable, ajourné, refusé,
 * réorienté, abandonné. */
gboolean pv_dossier_statut_demande_motif (PvDossierStatut statut);

/**
 * pv_dossier_statut_to_affichage:
 * @n_financements: the financements of the dossier that are not refused
 * @n_notifies: those that are notified
 * @n_verses: those that had a payment
 *
 * From notifié on funders do not move together, so the status is shown with
 * how many did: "notifié 2/4", "versé 1/4" as soon as one has paid.
 *
 * Returns: (transfer full): the text for lists
 */
char *pv_dossier_statut_to_affichage (PvDossierStatut statut,
                                      guint n_financements,
                                      guint n_notifies,
                                      guint n_verses);

G_END_DECLS
