/* pv-enveloppes-page.h: the envelopes of a year, their limits, the scenarios
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "page/pv-page.h"

G_BEGIN_DECLS

#define PV_TYPE_ENVELOPPES_PAGE (pv_enveloppes_page_get_type ())

G_DECLARE_FINAL_TYPE (PvEnveloppesPage, pv_enveloppes_page, PV, ENVELOPPES_PAGE, PvPage)

/*
 * Page `enveloppes` of the sidebar; its count is that of the envelopes that are exceeded.
 * Details of `win.goto`: `exercice=2026`, `enveloppe=<key>`.
 *
 * Actions: enveloppes.open (the dossiers of the selected line), .add, .add-part, .edit,
 * .delete; .causes (x) and .pass (x) of an excess; .add-regle, .edit-regle (x),
 * .copy-annee. Keys: Enter, Ctrl+E or F2 (edit), Insert, Delete, Ctrl+Shift+L (a limit), Ctrl+D
 * (why it is exceeded), + and − (unfold, fold), the menu key.
 */

/* The year shown; PV_INT_NULL: none. */
gint64 pv_enveloppes_page_get_exercice (PvEnveloppesPage *self);

/* Selects the line of an envelope, unfolding what is above it; FALSE when it is not there. */
gboolean pv_enveloppes_page_select (PvEnveloppesPage *self, gint64 enveloppe_id);

G_END_DECLS
