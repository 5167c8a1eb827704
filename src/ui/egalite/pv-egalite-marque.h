/* pv-egalite-marque.h: the collective mark and why it is that
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "egalite/pv-egalite-fiche-store.h"

G_BEGIN_DECLS

#define PV_TYPE_EGALITE_MARQUE (pv_egalite_marque_get_type ())

G_DECLARE_FINAL_TYPE (PvEgaliteMarque, pv_egalite_marque, PV, EGALITE_MARQUE, AdwBin)

/*
 * A card: 0, 1, 2 or not assessed; whether it is what the tree gives; when, by whom and
 * why it was decided.
 *
 * Signals: marked (gint64 mark, PV_INT_NULL: not assessed); justified (char *text)
 *   → char *;
 *   dated (char *day, char *meeting) → char *. Texts may be %NULL; a handler gives why
 *   it was not saved (transfer full), or %NULL.
 */
void pv_egalite_marque_show (PvEgaliteMarque *self, const PvEgaliteFiche *fiche, gboolean editable);

/* Focuses the field of the justification. */
void pv_egalite_marque_focus_justification (PvEgaliteMarque *self);

G_END_DECLS
