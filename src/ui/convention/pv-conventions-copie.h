/* pv-conventions-copie.h: conventions as a table, to paste or to keep
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "widget/pv-copie.h"

G_BEGIN_DECLS

/* Of the rows, each a #PvConventionItem. */
extern const PvCopieColonnes pv_conventions_copie_colonnes;

/* (transfer full): how many of @items are mandatory and signed, and for how much. */
char *pv_conventions_copie_dup_totals (GPtrArray *items);

G_END_DECLS
