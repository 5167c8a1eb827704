/* pv-proces-verbal-save.h: saves the procès-verbal of a séance
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "context/pv-context.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * PvProcesVerbalSaved:
 * @path: (nullable): what was written; %NULL with @error, and without when it was given up
 */
typedef void (*PvProcesVerbalSaved) (GtkWidget *widget, const char *path, const GError *error);

/**
 * pv_proces_verbal_save:
 * @widget: in the window that asks; @saved is not called once it is closed
 * @suffix: ".pdf" or ".xlsx": what is proposed
 * @saved: (nullable): %NULL tells it in a toast of the window
 *
 * Asks where, then writes it in a worker.
 */
void pv_proces_verbal_save (GtkWidget *widget,
                            PvContext *context,
                            gint64 seance_id,
                            const char *suffix,
                            PvProcesVerbalSaved saved);

/* The same, to a place that is known. */
void pv_proces_verbal_save_to (GtkWidget *widget,
                               PvContext *context,
                               gint64 seance_id,
                               const char *path,
                               PvProcesVerbalSaved saved);

/* (transfer full): "PV Comité de pilotage 2026-03-17.pdf" */
char *pv_proces_verbal_make_name (PvContext *context, gint64 seance_id, const char *suffix);

G_END_DECLS
