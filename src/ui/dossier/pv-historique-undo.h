/* pv-historique-undo.h: take back one action of a dossier, or several
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "context/pv-context.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * pv_historique_undo:
 * @widget: in the window that asks
 * @events: (element-type PvDossierEvenement): of a dossier, newest first
 * @first: where the oldest action to take back is
 * @last: where the newest is; @first: that action alone
 *
 * Lists what would be undone and, once confirmed, undoes from the newest to the oldest;
 * stops at the first that cannot be, and says what was undone and what is in the way.
 */
void pv_historique_undo (GtkWidget *widget,
                         PvContext *context,
                         GPtrArray *events,
                         guint first,
                         guint last);

/* Whether an action stands: neither undone nor itself an undo. */
gboolean pv_historique_stands (gconstpointer event);

G_END_DECLS
