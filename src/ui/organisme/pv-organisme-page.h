/* pv-organisme-page.h: one organisme, and all it carried
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "page/pv-page.h"

G_BEGIN_DECLS

#define PV_TYPE_ORGANISME_PAGE (pv_organisme_page_get_type ())

/* PvOrganismePage: with a header of its own; `win.back` leaves it. */
G_DECLARE_FINAL_TYPE (PvOrganismePage, pv_organisme_page, PV, ORGANISME_PAGE, PvPage)

PvPage *pv_organisme_page_new (PvContext *context, gint64 organisme_id);

gint64 pv_organisme_page_get_organisme_id (PvOrganismePage *self);

G_END_DECLS
