/* pv-window-import.h: a table dropped on the window, or asked for
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "pv-window.h"

G_BEGIN_DECLS

/* Shows the assistant; with @file (nullable), begins with it. */
void pv_window_import (PvWindow *self, GFile *file);

/* Takes the tables that are dropped on the window. */
void pv_window_accept_tables (PvWindow *self);

G_END_DECLS
