/* pv-enveloppe-service.h: envelopes and their limits, kept consistent
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "enveloppe/pv-enveloppe-regle.h"
#include "enveloppe/pv-enveloppe.h"

G_BEGIN_DECLS

/* Beyond, a figure is a mistake of typing: ten thousand million euros. */
#define PV_ENVELOPPE_MONTANT_MAX G_GINT64_CONSTANT (1000000000000)

/*
 * Every error is a %PV_RULE_ERROR whose message says what to do. Each is called inside the
 * transaction of an action.
 */

/**
 * pv_enveloppe_check_champ:
 * @champ: a field of @enveloppe: `libelle`, `exercice`, `montant_cents`
 *
 * Returns: (transfer full) (nullable): why what the field holds is refused, for who types it
 */
char *pv_enveloppe_check_champ (const PvEnveloppe *enveloppe, const char *champ);

/**
 * pv_enveloppe_service_save:
 * @enveloppe: added when its key is 0
 *
 * Refuses a negative or absurd amount, a section its line of credits does not have, a parent
 * that is itself, of another year or of another funder, and, for one that financements use,
 * another year or a line of credits of another funder.
 */
gboolean pv_enveloppe_service_save (PvDb *db, PvEnveloppe *enveloppe, GError **error);

/* Deletes it with its limits; refuses one that is used, divided, or the base of a limit of another.
 */
gboolean pv_enveloppe_service_delete (PvDb *db, gint64 id, GError **error);

/**
 * pv_enveloppe_service_copy_annee:
 * @avec_montants: else the amounts are not known yet
 * @n: (out): how many were made
 *
 * Copies the envelopes of a year to another that has none, with their tree and limits.
 */
gboolean pv_enveloppe_service_copy_annee (PvDb *db,
                                          gint64 depuis,
                                          gint64 vers,
                                          gboolean avec_montants,
                                          guint *n,
                                          GError **error);

/* Passes the excess with a reason, which the history keeps; blank takes it back. */
gboolean pv_enveloppe_service_pass (PvDb *db, gint64 id, const char *motif, GError **error);

/* The same for a limit. */
gboolean pv_enveloppe_service_pass_regle (PvDb *db, gint64 id, const char *motif, GError **error);

/**
 * pv_enveloppe_regle_check_champ:
 * @champ: `taux_bp`, `montant_cents`, `base_cents`, `cible`
 *
 * Returns: (transfer full) (nullable): as pv_enveloppe_check_champ()
 */
char *pv_enveloppe_regle_check_champ (const PvEnveloppeRegle *regle, const char *champ);

/* Adds a limit whose key is 0. Refuses one that says neither a rate nor an amount, or both. */
gboolean pv_enveloppe_service_save_regle (PvDb *db, PvEnveloppeRegle *regle, GError **error);
gboolean pv_enveloppe_service_delete_regle (PvDb *db, gint64 id, GError **error);

G_END_DECLS
