/* pv-seance-membres-window.h: who comes and who is recused, while a séance is held
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "context/pv-context.h"

G_BEGIN_DECLS

#define PV_TYPE_SEANCE_MEMBRES_WINDOW (pv_seance_membres_window_get_type ())

/* Closes with its séance. Action: win.toast (s), which it shows itself. */
G_DECLARE_FINAL_TYPE (PvSeanceMembresWindow,
                      pv_seance_membres_window,
                      PV,
                      SEANCE_MEMBRES_WINDOW,
                      AdwWindow)

GtkWindow *pv_seance_membres_window_new (PvContext *context, GtkWindow *parent, gint64 seance_id);

G_END_DECLS
