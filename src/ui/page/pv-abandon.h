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

/* Asks whether to go on with an act, of which nothing is written before it is confirmed, or to
 * close @window without it: then destroys it. */
void pv_abandon_ask_act (GtkWindow *window);

/* Asks whether to keep @window open for changes that wait to be saved, or to leave without
 * them: then calls @leave with the window, or destroys it when there is none. */
void pv_abandon_ask_waiting (GtkWindow *window, GSourceFunc leave);

G_END_DECLS
