/* pv-reference-load.h: what of data/reference a programme file begins with
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "pv-db.h"

G_BEGIN_DECLS

/*
 * Each fills the tables of one noun from data/reference, inside the caller's
 * transaction. @territoire (nullable: all) is the reference's own word: MEL, CALL…
 */

/* @principal, programme 147 and the frames of the territory. */
gboolean
pv_reference_load_cadres (PvDb *db, const char *principal, const char *territoire, GError **error);

/* @epci_siren: (nullable): the communes of that EPCI; with no territory, all. */
gboolean pv_reference_load_territoires (PvDb *db,
                                        const char *territoire,
                                        const char *epci_siren,
                                        GError **error);

/* @noms: (nullable): only the payers of these names. */
gboolean pv_reference_load_financeurs (PvDb *db,
                                       const char *territoire,
                                       const char *const *noms,
                                       GError **error);

/* Those of the payers that were loaded; @codes (nullable): only these. */
gboolean pv_reference_load_dispositifs (PvDb *db, const char *const *codes, GError **error);
gboolean pv_reference_load_comptes (PvDb *db, GError **error);
gboolean pv_reference_load_seuils (PvDb *db, GError **error);
gboolean pv_reference_load_pieces (PvDb *db, GError **error);
gboolean pv_reference_load_axes (PvDb *db, GError **error);

/* The ready-made grids that the file does not have. */
gboolean pv_reference_load_grilles (PvDb *db, GError **error);

G_END_DECLS
