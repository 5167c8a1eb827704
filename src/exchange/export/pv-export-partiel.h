/* pv-export-partiel.h: a file that appears whole, or not at all
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Path of a temporary file beside @path; (transfer full). It exists, empty, mode 0600. */
char *pv_export_make_partial (const char *path, GError **error);

/* Syncs @partial and renames it to @path. */
gboolean pv_export_publish (const char *partial, const char *path, GError **error);

/* Sets %PV_EXCHANGE_ERROR_WRITE with the reason in words. */
void pv_export_set_write_error (GError **error, const char *path, const char *reason);

G_END_DECLS
