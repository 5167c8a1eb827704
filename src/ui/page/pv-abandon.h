/* pv-abandon.h: closing a window with a value that is refused is asked
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Asks whether to correct the value, or to close @window without it: then destroys it. */
void pv_abandon_ask (GtkWindow *window);

G_END_DECLS
