/* pv-seance-private.h: what the services of a séance share
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "seance/pv-seance-store.h"
#include "seance/pv-seance-table-store.h"

G_BEGIN_DECLS

/* Sets %PV_RULE_ERROR_REFUSED. Returns: %FALSE */
gboolean pv_seance_refuse (GError **error, const char *message);
gboolean pv_seance_fail (GError **error, int code, const char *message);

/* (transfer full) (nullable): %PV_RULE_ERROR_NOT_FOUND when it is gone. */
PvSeance *pv_seance_need (PvDb *db, gint64 id, GError **error);
PvSeanceDossier *pv_seance_need_dossier (PvDb *db, gint64 id, GError **error);

/* REFUSED on a closed séance; on one that is not being held. */
gboolean pv_seance_check_changeable (PvDb *db, gint64 id, GError **error);
gboolean pv_seance_check_ouverte (PvDb *db, gint64 id, GError **error);

/* REFUSED when a dossier of an open séance, or one that is to open, is on the table of another: one
 * decides at a time. */
gboolean pv_seance_check_seule (PvDb *db, gint64 id, GError **error);

/* "This séance is closed…": the same words as the freeze of the schema. */
gboolean pv_seance_refuse_close (GError **error);

G_END_DECLS
