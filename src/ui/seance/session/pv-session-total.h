/* pv-session-total.h: a sum under the amounts of a dossier in séance
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "seance/session/pv-session-ligne.h"

G_BEGIN_DECLS

#define PV_TYPE_SESSION_TOTAL (pv_session_total_get_type ())

/* Property `title`. */
G_DECLARE_FINAL_TYPE (PvSessionTotal, pv_session_total, PV, SESSION_TOTAL, AdwBin)

/* The cell of a #PvSessionColonne. */
GtkWidget *pv_session_total_get_cell (PvSessionTotal *self, guint column);

/**
 * pv_session_total_show:
 * @cents: (array fixed-size=3): requested, proposed, on the table
 * @taux_bp: of the last one
 * @ecart: (nullable): what it changes, in words
 * @alert: whether the last one is a problem
 */
void pv_session_total_show (PvSessionTotal *self,
                            const PvCents *cents,
                            gint64 taux_bp,
                            const char *ecart,
                            gboolean alert);

G_END_DECLS
