/* pv-versement-row.h: a payment, edited in its row
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "context/pv-context.h"
#include "financement/pv-versement.h"

G_BEGIN_DECLS

#define PV_TYPE_VERSEMENT_ROW (pv_versement_row_get_type ())

/*
 * Each change is saved at once; a draft (key 0) waits for its amount.
 *
 * Actions: versement.remove.
 */
G_DECLARE_FINAL_TYPE (PvVersementRow, pv_versement_row, PV, VERSEMENT_ROW, GtkListBoxRow)

/* @label: of the history: the dossier and the payer */
GtkWidget *
pv_versement_row_new (PvContext *context, const char *label, const PvVersement *versement);

void pv_versement_row_show (PvVersementRow *self, const PvVersement *versement);
gint64 pv_versement_row_get_id (PvVersementRow *self);
void pv_versement_row_focus (PvVersementRow *self);

/* Saves what is typed in it; FALSE when something is refused, which the row says. */
gboolean pv_versement_row_settle (PvVersementRow *self);

G_END_DECLS
