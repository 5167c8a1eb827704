/* pv-display.h: what the tests of the screens share
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "pv-window.h"

G_BEGIN_DECLS

/* Readies GTK, the templates and French, in place of g_test_init(). */
void pv_display_init (int *argc, char ***argv);

/* A copy of the demonstration programme in a folder of its own; (transfer full): its
 * path, to be given back to pv_display_remove(). */
char *pv_display_copy_demonstration (void);
void pv_display_remove (char *path);

/* A context on such a copy. */
PvContext *pv_display_open (const char *path);

/* A plain window of 1280 × 800 around a page or another widget, shown and drawn.
 * (transfer none): end it with pv_display_close(). */
GtkWindow *pv_display_show (GtkWidget *child);

/* The programme's own application, of this process alone; (transfer none). */
AdwApplication *pv_display_get_application (void);

/* The programme's own window on a file. */
PvWindow *pv_display_show_programme (const char *path);

/* Closes and checks that the window, and its context, are really gone. */
void pv_display_close (GtkWindow *window);

/* Ends a test of @child in its plain window: both, and the context, are really gone, and
 * the file at @path is removed (transfer full). */
void pv_display_end (GtkWindow *window, GtkWidget *child, PvContext *context, char *path);

/* What a widget asked of the programme's window. */
typedef struct
{
  gint64 opened; /* by win.open-dossier */
  char *toast;   /* the last of win.toast; to be freed */
} PvDisplayAsked;

/* Gives a plain window these actions of the programme's; @asked lives as long as it. */
void pv_display_listen (GtkWindow *window, PvDisplayAsked *asked);

/* The first column of the first row: an integer, PV_INT_NULL when it is NULL. */
gint64 pv_display_query (PvContext *context, const char *sql);

/* Turns the main loop until nothing is left to do: no source ready, no file being opened by
 * a window, and no query pending of @context (nullable) or of a window's. */
void pv_display_settle (PvContext *context);

/* Turns the main loop until @until says so; aborts the test after a minute. */
void pv_display_wait (gboolean (*until) (gpointer data), gpointer data);

/* First descendant of a type, with a css name, a buildable id or an accessible label;
 * NULL arguments do not count. (transfer none) (nullable) */
GtkWidget *pv_display_find (GtkWidget *root, GType type, const char *id, const char *label);

/* A key as those controllers of @widget get it that come before what is in it. Returns: whether
 * one of them took it. */
gboolean pv_display_press (GtkWidget *widget, guint key);

/* Whether @widget, or what is in it, has the focus of its window. */
gboolean pv_display_has_focus (GtkWidget *widget);

/* Asserts that each control under @root has an accessible role and name. */
void pv_display_check_names (GtkWidget *root);

/* Activates an action from a widget and settles. */
void
pv_display_act (GtkWidget *widget, PvContext *context, const char *action, GVariant *parameter);

/**
 * pv_display_picture:
 * @name: of the page and its state: "dossiers-filtre"
 *
 * Writes <name>-clair.png, <name>-sombre.png and <name>-200.png (text at 200 %) in
 * the folder PV_PICTURES, or `pictures` beside the test's binary.
 */
void pv_display_picture (GtkWindow *window, PvContext *context, const char *name);

/* Writes the window as it is to a file, PNG. */
void pv_display_draw (GtkWindow *window, PvContext *context, const char *file);

G_END_DECLS
