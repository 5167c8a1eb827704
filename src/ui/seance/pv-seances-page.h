/* pv-seances-page.h: the séances of the committees
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "page/pv-page.h"

G_BEGIN_DECLS

#define PV_TYPE_SEANCES_PAGE (pv_seances_page_get_type ())

/*
 * Those of the call in use, the latest first; Enter opens one.
 *
 * Actions: seances.new, seances.delete (Delete) of the one that is selected.
 */
G_DECLARE_FINAL_TYPE (PvSeancesPage, pv_seances_page, PV, SEANCES_PAGE, PvPage)

G_END_DECLS
