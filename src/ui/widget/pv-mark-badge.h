/* pv-mark-badge.h: the mark 0, 1 or 2 of a transversal axis
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define PV_TYPE_MARK_BADGE (pv_mark_badge_get_type ())

G_DECLARE_FINAL_TYPE (PvMarkBadge, pv_mark_badge, PV, MARK_BADGE, AdwBin)

#define PV_MARK_BADGE_NONE (-1)

/*
 * A digit in a ring: 0 empty, 1 half filled, 2 filled, not assessed dashed.
 *
 * Properties: `mark` (int: 0, 1, 2, or PV_MARK_BADGE_NONE: not assessed).
 */
GtkWidget *pv_mark_badge_new (int mark);

int pv_mark_badge_get_mark (PvMarkBadge *self);
void pv_mark_badge_set_mark (PvMarkBadge *self, int mark);

/* What a mark, or PV_MARK_BADGE_NONE, writes, and what it says in words. */
const char *pv_mark_to_digit (int mark);
const char *pv_mark_to_words (int mark);

G_END_DECLS
