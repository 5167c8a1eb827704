/* pv-exports-page.h: what can be written, and what it will hold
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "page/pv-page.h"

G_BEGIN_DECLS

#define PV_TYPE_EXPORTS_PAGE (pv_exports_page_get_type ())

G_DECLARE_FINAL_TYPE (PvExportsPage, pv_exports_page, PV, EXPORTS_PAGE, PvPage)

/*
 * PvExportsPage: a kind of file, the dossiers it is about, its sheets.
 *
 * Actions: exports.choose, exports.write (s: path), exports.cancel,
 * exports.open (s: path), exports.open-folder (s: path).
 */

/* Whether a file is being written. */
gboolean pv_exports_page_is_busy (PvExportsPage *self);

G_END_DECLS
