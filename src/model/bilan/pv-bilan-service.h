/* pv-bilan-service.h: the actions of a user on comptes rendus
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bilan/pv-bilan-relance.h"
#include "bilan/pv-bilan.h"

G_BEGIN_DECLS

/**
 * pv_bilan_service_set_champ:
 * @nom: a column of the table
 * @texte: (nullable): its value as the schema keeps it
 * @error: %PV_RULE_ERROR_INVALID with the reason in words
 *
 * Writes one field ("bilan-edit"). A date of reception also moves the status, as
 * pv_bilan_service_recevoir().
 */
gboolean pv_bilan_service_set_champ (PvDb *db,
                                     gint64 dossier_id,
                                     const char *nom,
                                     const char *texte,
                                     const char *jour,
                                     gboolean *changed,
                                     GError **error);

/* One answer ("bilan-edit"). */
gboolean pv_bilan_service_set_reponse (PvDb *db,
                                       gint64 dossier_id,
                                       const char *question,
                                       const char *reponse,
                                       gboolean *changed,
                                       GError **error);

/**
 * pv_bilan_service_copier_prevu:
 * @error: %PV_RULE_ERROR_REFUSED: nothing was planned, or all is given already
 *
 * Makes realised what was planned, on the lines where no realised amount is known
 * ("bilan-copie").
 */
gboolean pv_bilan_service_copier_prevu (PvDb *db, gint64 dossier_id, GError **error);

/**
 * pv_bilan_service_recevoir:
 * @ids: (array length=n): dossiers
 * @jour: when they came
 * @n_faits: (out): those that changed; one received already keeps its date
 * @error: %PV_RULE_ERROR_INVALID: @jour is after @aujourdhui, or one would not hold
 *
 * Notes that comptes rendus were received on @jour ("bilan-recevoir"): a dossier notifié or
 * en cours goes to bilan reçu.
 */
gboolean pv_bilan_service_recevoir (PvDb *db,
                                    const gint64 *ids,
                                    guint n,
                                    const char *jour,
                                    const char *aujourdhui,
                                    guint *n_faits,
                                    GError **error);

/**
 * pv_bilan_service_valider:
 * @error: %PV_RULE_ERROR_REFUSED: one was not received
 *
 * Notes that comptes rendus are validated ("bilan-valider"). The status stays: that a dossier
 * is settled is said by a person (pv_bilan_service_can_solder()).
 */
gboolean pv_bilan_service_valider (PvDb *db,
                                   const gint64 *ids,
                                   guint n,
                                   const char *jour,
                                   guint *n_faits,
                                   GError **error);

/**
 * pv_bilan_service_can_solder:
 * @reason: (out) (optional) (transfer full) (nullable): why not, in words for the user
 *
 * Whether a dossier may be settled: its bilan is validated, nothing is due and nothing to
 * recover, and its status allows it.
 */
gboolean pv_bilan_service_can_solder (PvDb *db,
                                      gint64 dossier_id,
                                      gboolean *can,
                                      char **reason,
                                      GError **error);

/**
 * pv_bilan_service_relancer:
 *
 * Notes a reminder of each dossier whose compte rendu is awaited; those received are left
 * alone ("bilan-relancer").
 */
gboolean pv_bilan_service_relancer (PvDb *db,
                                    const gint64 *ids,
                                    guint n,
                                    const char *jour,
                                    PvBilanMoyen moyen,
                                    guint *n_faits,
                                    GError **error);

/* Removes a reminder noted by mistake ("bilan-relance-delete"). */
gboolean pv_bilan_service_delete_relance (PvDb *db, gint64 id, GError **error);

G_END_DECLS
