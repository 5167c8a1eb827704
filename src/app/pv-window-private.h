/* pv-window-private.h: what the files of the window share
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "programme/pv-appel-popover.h"
#include "programme/pv-file-bars.h"
#include "programme/pv-start-page.h"
#include "pv-window-pages.h"
#include "pv-window.h"

G_BEGIN_DECLS

struct _PvWindow
{
  AdwApplicationWindow parent_instance;

  PvContext *context;
  AdwToast *toast; /* the last one, weak */
  guint toast_id;  /* its time */
  gboolean toast_leaves;
  AdwToast *next_toast; /* waits for the last one to leave */
  guint next_toast_id;
  GPtrArray *pushed; /* (element-type PvPage): pages above the others; the stack owns them */
  gboolean closing;  /* once what is being written is */
  guint busy_id;     /* of the timer that shows long work, then of its pulse */
  GFile *opening;    /* the file a worker opens */
  GCancellable *opening_cancellable;
  guint opening_id; /* of the timer that says so */

  AdwToastOverlay *toasts;
  GtkStack *shell;
  PvStartPage *start_page;
  AdwStatusPage *opening_page;
  GtkSpinner *opening_spinner;
  AdwFlap *flap;
  GtkListBox *sidebar;
  GtkStack *pages;
  AdwWindowTitle *title_widget;
  GtkMenuButton *appel_button;
  PvAppelPopover *appel_popover;
  GtkSearchBar *search_bar;
  GtkSearchEntry *search_entry;
  GtkProgressBar *busy_bar;
  PvFileBars *file_bars;
};

/* Says something briefly, over the page. */
void pv_window_tell (PvWindow *self, const char *text);

/* pv-window-navigation.c: the pages and how one goes between them. */
void pv_window_install_navigation (GtkWidgetClass *widget_class);
void pv_window_init_navigation (PvWindow *self);

/* Saves what is typed in the page that is shown; %FALSE when it is refused: the page
 * stays, and says so. */
gboolean pv_window_settle (PvWindow *self);

/* Rows for the pages, once there is a file; then the page that was last shown. */
void pv_window_start_navigation (PvWindow *self);

/* Beside the name of a page; %NULL: nothing. */
void pv_window_set_row_count (PvWindow *self, const char *id, const char *count);

/* pv-window-counts.c: reads the counts of pages that were not seen yet. */
void pv_window_update_counts (PvWindow *self);

/* pv-window-close.c: leaving with a value that is refused, or that waits, is asked. */
void pv_window_install_close (GtkWidgetClass *widget_class);

/* Shows changes that would be lost with the window; %FALSE: there are none. */
gboolean pv_window_show_waiting (PvWindow *self);

/* Closes a window that waited for what was being written, when nothing is any more. */
void pv_window_update_closing (PvWindow *self);

/* pv-window-file.c: the file as a whole: opening, copies, backups, its state. */
void pv_window_install_file (GtkWidgetClass *widget_class);
void pv_window_update_title (PvWindow *self);

/* Shows long work by a bar that moves, once it lasts. */
void pv_window_update_busy (PvWindow *self);
void pv_window_end_busy (PvWindow *self);

/* A file, or the place of a copy, that was chosen; one that is not on this machine is told. */
void pv_window_open_chosen (PvWindow *self, GFile *file);
void pv_window_copy_to (PvWindow *self, GFile *file);

/* Nobody waits for the file any more. */
void pv_window_end_opening (PvWindow *self);

G_END_DECLS
