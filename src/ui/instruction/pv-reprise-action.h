/* pv-reprise-action.h: takes the amounts of the avis as the proposed ones, and says what came of it
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "context/pv-context.h"

G_BEGIN_DECLS

/**
 * pv_reprise_action_run:
 * @widget: in the window that asks
 * @ids: (transfer full) (element-type gint64): keys of dossiers
 *
 * In a worker, as one action; a toast of the window says the rest.
 */
void pv_reprise_action_run (GtkWidget *widget, PvContext *context, GArray *ids);

G_END_DECLS
