/* pv-convention-echeance-row.h: a planned payment, edited in its row
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "context/pv-context.h"
#include "convention/pv-convention-echeance.h"

G_BEGIN_DECLS

#define PV_TYPE_CONVENTION_ECHEANCE_ROW (pv_convention_echeance_row_get_type ())

G_DECLARE_FINAL_TYPE (PvConventionEcheanceRow,
                      pv_convention_echeance_row,
                      PV,
                      CONVENTION_ECHEANCE_ROW,
                      GtkListBoxRow)

/* @label: what the history calls its convention */
GtkWidget *pv_convention_echeance_row_new (PvContext *context, const char *label);

/* @annee: whether its year is shown, when the convention has several */
void pv_convention_echeance_row_show (PvConventionEcheanceRow *self,
                                      const PvConventionEcheance *echeance,
                                      gboolean annee,
                                      gboolean can_edit);

gint64 pv_convention_echeance_row_get_id (PvConventionEcheanceRow *self);

G_END_DECLS
