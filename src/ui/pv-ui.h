/* pv-ui.h: the screens, made ready
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * pv_ui_init:
 *
 * Registers the templates and the types that templates name. Before the first
 * window, once.
 */
void pv_ui_init (void);

G_END_DECLS
