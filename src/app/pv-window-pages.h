/* pv-window-pages.h: the pages of the sidebar
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * PvWindowPage:
 * @id: as `win.goto` names it
 * @title: in the sidebar; to translate
 * @icon: its symbolic icon
 * @get_type: of a #PvPage
 */
typedef struct
{
  const char *id;
  const char *title;
  const char *icon;
  GType (*get_type) (void);
} PvWindowPage;

/* The pages, in the order of the sidebar and of Ctrl+1…9. */
const PvWindowPage *pv_window_pages (gsize *n);

G_END_DECLS
