/* pv-start-page.h: what the window shows without a file
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define PV_TYPE_START_PAGE (pv_start_page_get_type ())

G_DECLARE_FINAL_TYPE (PvStartPage, pv_start_page, PV, START_PAGE, AdwBin)

/*
 * PvStartPage: new programme (`app.new`), open (`win.open`), the files used recently
 * (`app.open-file`), and the demonstration programme (`start.demonstration`).
 *
 * Property `menu` (write-only): the GMenuModel of its menu button.
 */

/* Says that a file could not be opened, and what to do. @error: (nullable): it is no local file */
void pv_start_page_tell_failure (PvStartPage *self, GFile *file, const GError *error);

G_END_DECLS
