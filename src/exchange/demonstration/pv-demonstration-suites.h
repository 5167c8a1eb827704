/* pv-demonstration-suites.h: what follows the decisions of the demonstration
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "pv-db.h"

G_BEGIN_DECLS

/**
 * pv_demonstration_add_actes:
 *
 * The dates and references of the votes and notifications that the tables give as amounts, one
 * act for each funder and appel. The days are those that build-aux/make-demo-past counts the
 * payments from.
 */
gboolean pv_demonstration_add_actes (PvDb *db, GError **error);

/* Invented addresses of the invented porteurs, but for a few, so that letters can be made. */
gboolean pv_demonstration_add_adresses (PvDb *db, GError **error);

/**
 * pv_demonstration_add_suites:
 *
 * All that no table carries: the acts, the désistement of the dossiers that were given up, a
 * reduction, the conventions of the past exercices and of the CPO, the reminders of the comptes
 * rendus that are late.
 */
gboolean pv_demonstration_add_suites (PvDb *db, GError **error);

G_END_DECLS
