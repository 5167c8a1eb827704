/* pv-backups-window.h: the backups of a programme file
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define PV_TYPE_BACKUPS_WINDOW (pv_backups_window_get_type ())

G_DECLARE_FINAL_TYPE (PvBackupsWindow, pv_backups_window, PV, BACKUPS_WINDOW, AdwWindow)

/*
 * PvBackupsWindow: the copies of a file, each of which can be restored under a name that
 * the user gives, never over the file itself; the restored file is then opened
 * (`app.open-file`).
 */

/* @path: of the programme file, which need not exist. (transfer none) */
GtkWindow *pv_backups_window_new (const char *path);

/* Restores a copy, as the button of its row does once a name is chosen. */
void pv_backups_window_restore (PvBackupsWindow *self, const char *backup, const char *to);

G_END_DECLS
