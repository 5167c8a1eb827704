/* pv-bilans-page.h: after the decision: bilan, votes, conventions, payments, comptes rendus
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "page/pv-page.h"

G_BEGIN_DECLS

#define PV_TYPE_BILANS_PAGE (pv_bilans_page_get_type ())

/*
 * Its tabs are named by `win.goto` and `win.open-bilans`: "bilan", "votes", "conventions",
 * "versements", "comptes-rendus". Each is built when it is first shown.
 */
G_DECLARE_FINAL_TYPE (PvBilansPage, pv_bilans_page, PV, BILANS_PAGE, PvPage)

/* (transfer none) (nullable): the view of a tab, built if it was not yet; %NULL: no such tab. */
GtkWidget *pv_bilans_page_get_vue (PvBilansPage *self, const char *id);

G_END_DECLS
