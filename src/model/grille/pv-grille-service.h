/* pv-grille-service.h: what may be done to a scoring grid
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "grille/pv-critere.h"
#include "grille/pv-grille.h"

G_BEGIN_DECLS

#define PV_CRITERE_POIDS_MAX 100
#define PV_CRITERE_MAXIMUM_MAX 100

/*
 * Each is called inside the transaction of one action. A grid that is frozen is refused
 * (%PV_RULE_ERROR_REFUSED) with a sentence that says to make a new version.
 */

/**
 * pv_grille_geler:
 *
 * From now on the grid changes only by a new version. Called with the first mark;
 * nothing is written when it is frozen already.
 *
 * Errors: %PV_RULE_ERROR_INVALID when the grid has no criterion, or weights that sum to zero:
 * such a grid gives no score and is not marked; %PV_RULE_ERROR_NOT_FOUND
 */
gboolean pv_grille_geler (PvDb *db, gint64 grille_id, GError **error);

/**
 * pv_grille_check_critere:
 * @reason: (out) (transfer full): what is wrong, in words for the user
 * @champ: (out) (optional): name of the field it is about
 *
 * Whether a criterion may be written as it is.
 */
gboolean pv_grille_check_critere (const PvCritere *critere, char **reason, const char **champ);

/* Whether a grid of these criteria (of PvCritere) gives a score; %FALSE with the
 * reason (transfer full) in words. */
gboolean pv_grille_check_criteres (GPtrArray *criteres, char **reason);

/* Whether marks given on @ancien are meant the same on @nouveau: same label, same
 * maximum. The weight and the help do not change what a mark means. */
gboolean pv_critere_is_repris (const PvCritere *ancien, const PvCritere *nouveau);

/**
 * pv_grille_create:
 * @nom: its name; when there is one of that name already, %PV_RULE_ERROR_INVALID
 * @modele: grid whose criteria are copied, or %PV_INT_NULL
 * @id: (out): its key
 */
gboolean pv_grille_create (PvDb *db,
                           const char *nom,
                           gint64 modele,
                           const char *source,
                           gint64 *id,
                           GError **error);

/* Gives another name to all versions of a grid: nobody's marks depend on it. */
gboolean pv_grille_rename (PvDb *db, gint64 id, const char *nom, GError **error);

/* Refused when an appel uses it or marks were given on it. */
gboolean pv_grille_delete (PvDb *db, gint64 id, GError **error);

/* Adds, at the end when its `ordre` is %PV_INT_NULL, or writes a criterion. */
gboolean pv_grille_set_critere (PvDb *db, PvCritere *critere, GError **error);
gboolean pv_grille_delete_critere (PvDb *db, gint64 critere_id, GError **error);

/* Moves a criterion before (@pas < 0) or after so many of its neighbours. */
gboolean pv_grille_move_critere (PvDb *db, gint64 critere_id, int pas, GError **error);

/* The same on a list that is not written yet. */
void pv_criteres_move (GPtrArray *criteres, guint position, int pas);

/**
 * pv_grille_nouvelle_version:
 * @criteres: (element-type PvCritere): of the new version, in their order; the `id` of
 *   each is that of the criterion of @grille_id it comes from, or %PV_INT_NULL
 * @reporter: what becomes of the drafts, which go on with the new version: %TRUE: they keep
 *   their marks on criteria that pv_critere_is_repris(), and lose the others; %FALSE: they
 *   are marked again
 * @id: (out): key of the new version
 *
 * The appels that use the grid use the new version. What was submitted stays as it is.
 *
 * Errors: %PV_RULE_ERROR_INVALID for criteria that make no grid; %PV_RULE_ERROR_NOT_FOUND
 */
gboolean pv_grille_nouvelle_version (PvDb *db,
                                     gint64 grille_id,
                                     GPtrArray *criteres,
                                     gboolean reporter,
                                     gint64 *id,
                                     GError **error);

G_END_DECLS
