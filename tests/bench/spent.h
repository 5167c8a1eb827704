/* spent.h: a file made for a bench, and the time that is spent on it
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "pv-db.h"

G_BEGIN_DECLS

typedef struct
{
  double seconds;
  double cpu; /* of the thread */
} Spent;

void spent_begin (Spent *now);

/* Since @start, when it is less than @best. */
void spent_end (const Spent *start, Spent *best);

/* Says why, and ends the programme. */
void bench_die (GError *error) G_GNUC_NORETURN;

/* Returns: (transfer full): a new file at @path with the rows of @programme */
PvDb *bench_make (const char *path, const char *programme);

G_END_DECLS
