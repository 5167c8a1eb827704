/* pv-convention-service.h: the actions of a user on a convention
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "convention/pv-convention-besoin.h"
#include "convention/pv-convention-echeance.h"

G_BEGIN_DECLS

/*
 * What each refuses, it refuses with a %PV_RULE_ERROR_REFUSED that says what to do. None opens a
 * transaction: pv_context_act() does.
 */

/**
 * pv_convention_service_create:
 * @convention: its payer, organisme and years at least; its key is set
 * @dossiers: (array length=n): named by it
 *
 * What is granted to its dossiers becomes what it plans, year by year. Without an object of its
 * own it takes the intitulé of its only dossier.
 */
gboolean pv_convention_service_create (PvDb *db,
                                       PvConvention *convention,
                                       const gint64 *dossiers,
                                       gsize n,
                                       GError **error);

/**
 * pv_convention_service_create_for:
 * @besoins: (element-type PvConventionBesoin): of one payer and one organisme, none covered
 * @id: (out): of the convention
 *
 * One convention for them all, from the first year to the last, with their dossiers.
 */
gboolean
pv_convention_service_create_for (PvDb *db, GPtrArray *besoins, gint64 *id, GError **error);

/**
 * pv_convention_service_update:
 *
 * Makes the row what is given. Refused: dates out of order, a number the payer gave to another
 * one, years that leave out an amount, a payment or a dossier.
 */
gboolean pv_convention_service_update (PvDb *db,
                                       const PvConvention *convention,
                                       gboolean *changed,
                                       GError **error);

/* One of pv_convention_champs, as pv_champ_from_text() reads it. */
gboolean pv_convention_service_set_champ (PvDb *db,
                                          gint64 id,
                                          const char *champ,
                                          const char *valeur,
                                          GError **error);

/* Removes it with what it plans; its dossiers stay. */
gboolean pv_convention_service_remove (PvDb *db, gint64 id, GError **error);

/* Refused: another organisme’s, another year’s, or one that another convention of the payer names
 * for the same year. */
gboolean pv_convention_service_add_dossier (PvDb *db, gint64 id, gint64 dossier_id, GError **error);
gboolean
pv_convention_service_remove_dossier (PvDb *db, gint64 id, gint64 dossier_id, GError **error);

/* What it plans of one of its years. */
gboolean pv_convention_service_set_annee (PvDb *db,
                                          gint64 id,
                                          gint64 exercice,
                                          PvCents prevu_cents,
                                          GError **error);

/* Inserts when its key is 0. Refused: without a name, or out of its years. */
gboolean pv_convention_service_set_echeance (PvDb *db,
                                             const PvConventionEcheance *echeance,
                                             gboolean *changed,
                                             GError **error);
gboolean pv_convention_service_remove_echeance (PvDb *db, gint64 id, GError **error);

/* Replaces the planned payments by those of each year: of what is planned, else granted. */
gboolean pv_convention_service_apply_echeancier (PvDb *db,
                                                 gint64 id,
                                                 PvEcheancier echeancier,
                                                 GError **error);

G_END_DECLS
