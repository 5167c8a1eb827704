/* pv-document-folder.h: the folder that documents are written to
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* « courriers/ » is « courriers »; (transfer full) */
char *pv_document_folder_dup_path (const char *path);

/* Whether it can take documents: it is not there, or is empty; else %PV_EXCHANGE_ERROR_WRITE. */
gboolean pv_document_folder_check (const char *path, GError **error);

/* (transfer full) (nullable): a folder beside @path, which takes its place at once at the end. */
char *pv_document_folder_make_partial (const char *path, GError **error);

gboolean pv_document_folder_publish (const char *partiel, const char *path, GError **error);

/* A file, or a folder with its files. */
void pv_document_folder_remove (const char *path);

G_END_DECLS
