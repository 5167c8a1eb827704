/* pv-derogation-store.h: controls that were seen and passed with a reason
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "pv-db.h"

G_BEGIN_DECLS

/**
 * pv_derogation_store_set:
 * @controle: id of a check
 * @table: the table of the row it found…
 * @cle: … and its key
 * @motif: (nullable): why it is passed; %NULL or blank takes the derogation back
 *
 * One at most for a check and a row: another reason takes the place of the first.
 */
gboolean pv_derogation_store_set (PvDb *db,
                                  const char *controle,
                                  const char *table,
                                  gint64 cle,
                                  const char *motif,
                                  GError **error);

G_END_DECLS
