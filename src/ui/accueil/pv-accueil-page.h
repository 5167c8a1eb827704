/* pv-accueil-page.h: the first page: the call at a glance
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "page/pv-page.h"

G_BEGIN_DECLS

#define PV_TYPE_ACCUEIL_PAGE (pv_accueil_page_get_type ())

/* PvAccueilPage: figures that open the list they count. Its id is `accueil`. */
G_DECLARE_FINAL_TYPE (PvAccueilPage, pv_accueil_page, PV, ACCUEIL_PAGE, PvPage)

G_END_DECLS
