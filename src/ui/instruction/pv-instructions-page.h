/* pv-instructions-page.h: instruction: the queue, the ranking, the avis asked of services
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "page/pv-page.h"

G_BEGIN_DECLS

#define PV_TYPE_INSTRUCTIONS_PAGE (pv_instructions_page_get_type ())

/* Its parts are named by `win.goto`: "file", "classement", "avis-externes". */
G_DECLARE_FINAL_TYPE (PvInstructionsPage, pv_instructions_page, PV, INSTRUCTIONS_PAGE, PvPage)

G_END_DECLS
