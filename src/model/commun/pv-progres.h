/* pv-progres.h: how far long work is
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Called from the thread that works. */
typedef void (*PvProgres) (guint done, guint total, gpointer user_data);

G_END_DECLS
