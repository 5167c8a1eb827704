/* pv-application-windows.h: the windows that are of no file
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "pv-application.h"

G_BEGIN_DECLS

/* Over the active window. */
void pv_application_show_preferences (PvApplication *self);
void pv_application_show_about (PvApplication *self);

/* One for the application, presented again when it is there. */
void pv_application_show_help (PvApplication *self);

G_END_DECLS
