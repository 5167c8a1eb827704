/* pv-application.h: the application: files, windows, what all windows share
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define PV_TYPE_APPLICATION (pv_application_get_type ())

G_DECLARE_FINAL_TYPE (PvApplication, pv_application, PV, APPLICATION, AdwApplication)

/*
 * Actions: app.new, app.open-file (s: a path), app.preferences, app.help, app.about,
 * app.quit.
 */
PvApplication *pv_application_new (void);

/* Presents the window of a file, which may be open already. A window without a file is
 * used first. */
void pv_application_open_file (PvApplication *self, GFile *file);

G_END_DECLS
