/* pv-recent.h: programme files used recently
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * PvRecent:
 * @path: of a file that exists
 * @modified: when it was last changed, in seconds since 1970
 * @used: when it was last opened here
 */
typedef struct
{
  char *path;
  gint64 modified;
  gint64 used;
} PvRecent;

/* Programme files that were opened by this application and still exist, the last used
 * first, at most ten; (transfer full) (element-type PvRecent). */
GPtrArray *pv_recent_list (GtkRecentManager *manager);

void pv_recent_add (GtkRecentManager *manager, const char *path);
void pv_recent_remove (GtkRecentManager *manager, const char *path);

/* Where the file is, as a user says it: “~/Documents”; (transfer full). */
char *pv_recent_describe_folder (const PvRecent *self);

G_END_DECLS
