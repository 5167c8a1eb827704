/* pv-avis-externe-row.h: one question put to a service
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "avis/pv-avis-externe.h"

G_BEGIN_DECLS

#define PV_TYPE_AVIS_EXTERNE_ROW (pv_avis_externe_row_get_type ())

G_DECLARE_FINAL_TYPE (PvAvisExterneRow, pv_avis_externe_row, PV, AVIS_EXTERNE_ROW, AdwExpanderRow)

/*
 * Its state on one line; opened, its fields, each saved when it is left.
 *
 * Actions: avis-externe.remind (today), avis-externe.remove.
 *
 * Signals:
 *   edited (PvAvisExterne *avis, char **reason): what it would become; the handler gives why
 *     it is refused (transfer full), or %NULL
 *   removed (PvAvisExterne *avis)
 */
GtkWidget *pv_avis_externe_row_new (void);

/* @jour: today, ISO */
void pv_avis_externe_row_show (PvAvisExterneRow *self,
                               const PvAvisExterne *avis,
                               const char *jour,
                               gboolean editable);

/* Its key; PV_INT_NULL: none yet. */
gint64 pv_avis_externe_row_get_id (PvAvisExterneRow *self);

/* Shows the fields, with the focus on the name of the service or on the question. */
void pv_avis_externe_row_open (PvAvisExterneRow *self, gboolean on_service);

G_END_DECLS
