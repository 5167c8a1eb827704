/* pv-programme.h: a programme file as a whole
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "appel/pv-appel.h"
#include "programme/pv-contrat.h"

G_BEGIN_DECLS

/**
 * pv_programme_init:
 * @contrat: its key and uuid are set
 * @appel: (nullable): the first call; linked to @contrat and made the current one
 *
 * Fills a new, empty programme file: the contrat, the call, the axis `egalite`
 * and the settings ("programme-new"). Frames, territories, payers, accounts and
 * thresholds are reference data, loaded in the same transaction by whoever has
 * them.
 *
 * @error: %PV_RULE_ERROR_REFUSED when the file already has a contrat
 */
gboolean pv_programme_init (PvDb *db, PvContrat *contrat, PvAppel *appel, GError **error);

/* The call in use, or %PV_INT_NULL: the one of the setting, else the latest. */
gboolean pv_programme_get_appel_courant (PvDb *db, gint64 *id, GError **error);
gboolean pv_programme_set_appel_courant (PvDb *db, gint64 id, GError **error);

G_END_DECLS
