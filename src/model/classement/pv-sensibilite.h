/* pv-sensibilite.h: which dossiers change side of the line when a weight moves
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "classement/pv-classement.h"

G_BEGIN_DECLS

/**
 * PvSensibiliteCas:
 * @critere: (transfer none): label of the criterion whose weight moves
 * @grille: (transfer none): name of its grid
 * @poids: its weight in the grid
 * @hausse: whether it rises by 20 %, else it falls by 20 %
 * @entrants: (element-type gint64): keys of the dossiers that pass above the line
 * @sortants: (element-type gint64): of those that pass under it
 *
 * Only dossiers that have an amount in the envelope are on a side.
 */
typedef struct
{
  const char *critere;
  const char *grille;
  gint64 poids;
  gboolean hausse;
  GArray *entrants;
  GArray *sortants;
} PvSensibiliteCas;

/**
 * PvSensibiliteProgres:
 *
 * Called after each case; from the thread that computes.
 */
typedef void (*PvSensibiliteProgres) (guint done, guint total, gpointer user_data);

/**
 * pv_sensibilite_compute:
 * @progres: (nullable):
 *
 * Moves the weight of each criterion in turn, up and down by 20 %, ranks again and walks
 * down the envelope again. Exact: weights are integers, times 5, 4 or 6. Borrows labels
 * from @classement, which must live as long as the answer.
 *
 * Returns: (transfer full) (element-type PvSensibiliteCas): by grid and criterion, the
 *   fall before the rise; %NULL with %G_IO_ERROR_CANCELLED
 */
GPtrArray *pv_sensibilite_compute (const PvClassement *classement,
                                   PvSensibiliteProgres progres,
                                   gpointer user_data,
                                   GCancellable *cancellable,
                                   GError **error);

G_END_DECLS
