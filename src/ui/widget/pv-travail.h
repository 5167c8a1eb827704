/* pv-travail.h: a batch being written, how far it is, and how to stop it
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "commun/pv-progres.h"
#include "context/pv-context.h"

G_BEGIN_DECLS

#define PV_TYPE_TRAVAIL (pv_travail_get_type ())

/* PvTravail: a bar of progress and a button that stops, shown while a batch is written. */
G_DECLARE_FINAL_TYPE (PvTravail, pv_travail, PV, TRAVAIL, AdwBin)

/**
 * PvTravailFunc:
 * @db: the writer's connection in a worker, inside a transaction
 * @progres: to be called with @progres_data
 */
typedef gboolean (*PvTravailFunc) (PvDb *db,
                                   gpointer data,
                                   PvProgres progres,
                                   gpointer progres_data,
                                   GError **error);

/**
 * PvTravailEnd:
 * @owner: the widget given, still in its window
 * @reason: (nullable): why nothing was written, in words; %NULL: all was
 */
typedef void (*PvTravailEnd) (GtkWidget *owner, const char *reason);

/**
 * pv_travail_run:
 * @action: id of the action
 * @label: (nullable): what it is done on, in words
 * @func: writes; one transaction, one undo
 * @data: (transfer full): the worker's alone, freed by @data_free
 * @end: called on the main thread, unless @owner left its window
 *
 * As pv_context_act(), in a worker. One at a time.
 */
void pv_travail_run (PvTravail *self,
                     PvContext *context,
                     const char *action,
                     const char *label,
                     PvTravailFunc func,
                     gpointer data,
                     GDestroyNotify data_free,
                     PvTravailEnd end,
                     GtkWidget *owner);

gboolean pv_travail_is_running (PvTravail *self);

/* Nothing is written of it then. */
void pv_travail_stop (PvTravail *self);

G_END_DECLS
