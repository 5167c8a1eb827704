/* pv-window-private.h: what the files of the window share
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "pv-window-pages.h"
#include "pv-window.h"

G_BEGIN_DECLS

struct _PvWindow
{
  AdwApplicationWindow parent_instance;

  PvContext *context;
  AdwToast *toast;   /* the last one, weak */
  GtkWidget *pushed; /* the page shown above the others, weak */
  char *title_page;  /* id of the page whose count is followed */
  guint busy_id;     /* of the timer that shows long work */
  guint pulse_id;

  AdwToastOverlay *toasts;
  GtkStack *shell;
  AdwFlap *flap;
  GtkListBox *sidebar;
  GtkStack *pages;
  AdwWindowTitle *title_widget;
  GtkMenuButton *appel_button;
  GtkSearchBar *search_bar;
  GtkSearchEntry *search_entry;
  GtkProgressBar *busy_bar;
};

/* Says something briefly, over the page. */
void pv_window_tell (PvWindow *self, const char *text);

/* --- pv-window-navigation.c: the pages and how one goes between them --------------- */

void pv_window_install_navigation (GtkWidgetClass *widget_class);

/* Rows for the pages, once there is a file, and the page last shown. */
void pv_window_fill_sidebar (PvWindow *self);
void pv_window_restore_page (PvWindow *self);

G_END_DECLS
