/* pv-dossier-service.h: the actions of a user on a dossier
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "dossier/pv-dossier.h"

G_BEGIN_DECLS

/* Whether @motif may be kept with @statut: a status that is told to the porteur has no
 * blank reason; %NULL: it is said elsewhere, by the decision of a séance for one.
 * Errors: %PV_RULE_ERROR_INVALID */
gboolean pv_dossier_service_check_motif (PvDossierStatut statut, const char *motif, GError **error);

/**
 * pv_dossier_service_set_statut:
 * @motif: (nullable): why, kept in `statut_motif`
 * @error: %PV_RULE_ERROR_TRANSITION with the reason when the move is refused;
 *   %PV_RULE_ERROR_INVALID: see pv_dossier_service_check_motif()
 *
 * One move of one dossier, one group of the history ("dossier-statut").
 */
gboolean pv_dossier_service_set_statut (PvDb *db,
                                        gint64 id,
                                        PvDossierStatut statut,
                                        const char *motif,
                                        GError **error);

/**
 * pv_dossier_service_update:
 *
 * Writes an edited record ("dossier-edit"). A change of status is refused here.
 */
gboolean
pv_dossier_service_update (PvDb *db, const PvDossier *dossier, gboolean *changed, GError **error);

/**
 * pv_dossier_service_set_champ:
 * @nom: a column of the table
 * @texte: (nullable): its value as the schema keeps it; %NULL: not known
 * @error: %PV_RULE_ERROR_INVALID, with the reason in words: a number already taken in
 *   the appel, a title left empty, a year of a CPO beyond its length;
 *   %PV_RULE_ERROR_REFUSED: another appel, as pv_dossier_service_set_appel_many()
 *
 * Writes one field and leaves the others as they are now ("dossier-edit").
 */
gboolean pv_dossier_service_set_champ (PvDb *db,
                                       gint64 id,
                                       const char *nom,
                                       const char *texte,
                                       gboolean *changed,
                                       GError **error);

/**
 * pv_dossier_service_delete:
 * @error: %PV_RULE_ERROR_REFUSED when a payment was made, or a committee has it
 *   on its agenda, or it has parts
 *
 * Deletes a dossier and all that is its own ("dossier-delete").
 */
gboolean pv_dossier_service_delete (PvDb *db, gint64 id, GError **error);

/* Whether pv_dossier_service_delete() would, and else why not. */
gboolean pv_dossier_service_check_delete (PvDb *db, gint64 id, GError **error);

/**
 * pv_dossier_service_attach:
 * @chapeau_id: the dossier that is detailed; %PV_INT_NULL detaches
 * @error: %PV_RULE_ERROR_REFUSED: of itself, of one of its own parts, or of
 *   one that is itself a part (one level)
 *
 * Makes a dossier a part of another ("dossier-part"): that one becomes a
 * chapeau, never summed with its parts; it is one no more when its last part leaves.
 */
gboolean pv_dossier_service_attach (PvDb *db, gint64 partie_id, gint64 chapeau_id, GError **error);

/**
 * pv_dossier_store_attach:
 *
 * The same without a transaction of its own, for an import.
 */
gboolean pv_dossier_store_attach (PvDb *db, gint64 partie_id, gint64 chapeau_id, GError **error);

G_END_DECLS
