/* pv-file-chooser.h: choosing a programme file
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @response_cb: as GtkNativeDialog::response, swapped, for @object; not called once
 * @object is gone. */
void pv_file_chooser_open (GtkWindow *parent, GCallback response_cb, gpointer object);
void pv_file_chooser_save (GtkWindow *parent,
                           const char *title,
                           const char *name,
                           GCallback response_cb,
                           gpointer object);

/* "programmation.progville", "2026-11-20" → "programmation (2026-11-20).progville";
 * (transfer full). */
char *pv_file_chooser_add_to_name (const char *name, const char *what);

G_END_DECLS
