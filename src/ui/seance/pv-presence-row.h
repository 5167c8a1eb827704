/* pv-presence-row.h: a member of a séance, and whether they are there
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "seance/pv-seance.h"
#include "widget/pv-field.h"

G_BEGIN_DECLS

#define PV_TYPE_PRESENCE_ROW (pv_presence_row_get_type ())

/*
 * Signals: present-toggled (gboolean), personne-committed (char *value, PvField *field: to
 * refuse it), removed.
 */
G_DECLARE_FINAL_TYPE (PvPresenceRow, pv_presence_row, PV, PRESENCE_ROW, GtkListBoxRow)

GtkWidget *pv_presence_row_new (void);

/* Keeps what is being typed. */
void
pv_presence_row_show (PvPresenceRow *self, const PvSeancePresence *presence, gboolean editable);

gint64 pv_presence_row_get_id (PvPresenceRow *self);

G_END_DECLS
