/* pv-seance-page.h: a séance: prepared, held, closed
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "page/pv-page.h"
#include "seance/pv-seance-store.h"

G_BEGIN_DECLS

#define PV_TYPE_SEANCE_PAGE (pv_seance_page_get_type ())

/* What it shows follows the state of the séance. */
G_DECLARE_FINAL_TYPE (PvSeancePage, pv_seance_page, PV, SEANCE_PAGE, PvPage)

PvPage *pv_seance_page_new (PvContext *context, gint64 seance_id);

gint64 pv_seance_page_get_seance_id (PvSeancePage *self);

G_END_DECLS
