/* pv-egalite-page.h: the marking of dossiers on the transversal axes
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "page/pv-page.h"

G_BEGIN_DECLS

#define PV_TYPE_EGALITE_PAGE (pv_egalite_page_get_type ())

G_DECLARE_FINAL_TYPE (PvEgalitePage, pv_egalite_page, PV, EGALITE_PAGE, PvPage)

/*
 * Page `egalite` of the sidebar; its count is that of the marks to be decided together.
 * Details of `win.goto`: `marquage`, `analyse`, `accompagner`, `dossier=<key>`.
 *
 * Actions: egalite.previous, egalite.next; egalite.mesure and egalite.base (what the
 * analysis shows); egalite.dossiers (s): opens the list of a figure.
 * Keys: O and N answer, 0, 1 and 2 mark, Alt+Left and Alt+Right change dossier.
 */

G_END_DECLS
