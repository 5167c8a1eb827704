/* pv-egalite-service.h: the decisions of those who mark
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "egalite/pv-egalite-fiche-store.h"

G_BEGIN_DECLS

/*
 * Each is called inside a transaction. Nothing is written when nothing changes.
 */

/**
 * pv_egalite_service_marquer:
 * @valeur: 0, 1, 2, or %PV_INT_NULL: not assessed, which is not 0
 *
 * Writes the collective mark, as decided today. The justification stays.
 *
 * Errors: %PV_RULE_ERROR_INVALID for another value.
 */
gboolean pv_egalite_service_marquer (PvDb *db,
                                     gint64 dossier_id,
                                     gint64 axe_id,
                                     gint64 valeur,
                                     GError **error);

/* Why that mark; (nullable) takes it away. */
gboolean pv_egalite_service_justifier (PvDb *db,
                                       gint64 dossier_id,
                                       gint64 axe_id,
                                       const char *justification,
                                       GError **error);

/* When (an ISO date) and by which meeting it was decided; both (nullable). */
gboolean pv_egalite_service_dater (PvDb *db,
                                   gint64 dossier_id,
                                   gint64 axe_id,
                                   const char *decide_le,
                                   const char *decide_par,
                                   GError **error);

/* Takes as common those answers nobody contradicts, where there is no common one. */
gboolean pv_egalite_service_reprendre (PvDb *db, gint64 dossier_id, gint64 axe_id, GError **error);

G_END_DECLS
