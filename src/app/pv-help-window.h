/* pv-help-window.h: the guide
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define PV_TYPE_HELP_WINDOW (pv_help_window_get_type ())

G_DECLARE_FINAL_TYPE (PvHelpWindow, pv_help_window, PV, HELP_WINDOW, AdwWindow)

/*
 * PvHelpWindow: the guide of ui/help, a chapter at a time. It is written in French, as
 * the work it is about.
 */

/* (transfer none) */
GtkWindow *pv_help_window_new (GtkApplication *application);

G_END_DECLS
