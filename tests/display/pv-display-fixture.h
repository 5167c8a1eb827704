/* pv-display-fixture.h: the programme's window on a file of its own
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "pv-display.h"
#include "widget/pv-field.h"

G_BEGIN_DECLS

typedef struct
{
  char *path;
  PvWindow *window; /* NULL: it was closed by the test */
  PvContext *context;
} PvDisplayFixture;

/* g_test_add() with a window on a copy of the demonstration programme. */
void pv_display_fixture_set_up (PvDisplayFixture *self, gconstpointer data);
void pv_display_fixture_tear_down (PvDisplayFixture *self, gconstpointer data);

/* The window on the file at `path`, in place of the one that was closed. */
void pv_display_fixture_show (PvDisplayFixture *self);
void pv_display_fixture_close (PvDisplayFixture *self);

void pv_display_fixture_act (PvDisplayFixture *self, const char *action, GVariant *parameter);
void pv_display_fixture_goto (PvDisplayFixture *self, const char *page, const char *detail);

/* One integer of the file; PV_INT_NULL when there is no row. */
gint64 pv_display_fixture_query (PvDisplayFixture *self, const char *sql);

/* As one action of the user. */
void pv_display_fixture_change (PvDisplayFixture *self, const char *sql);

/* Inside the window; aborts the test when it is not there. (transfer none) */
GtkWidget *pv_display_fixture_find (PvDisplayFixture *self, GType type, const char *id);

/* As keys would, in the field of that id, which keeps the focus. */
PvField *pv_display_fixture_type (PvDisplayFixture *self, const char *id, const char *text);

/* What a bar over the page says, or NULL: "refusal_label", "problem_label". */
const char *pv_display_fixture_get_bar (PvDisplayFixture *self, const char *id);

/* A window of that type, or NULL. (transfer none) */
GtkWidget *pv_display_fixture_find_window (GType type);

/* The dialog that asks something, or NULL. (transfer none) */
AdwMessageDialog *pv_display_fixture_find_question (void);

/* All that the file keeps, in one word. (transfer full) */
char *pv_display_fixture_digest (PvDisplayFixture *self);

/* A moment: GTK writes its list of recent files after one was opened, and warns when it
 * cannot. */
void pv_display_fixture_rest (void);

/* No file grows while the disk is full; everything else goes on. */
void pv_display_fixture_fill_disk (gboolean full);

G_END_DECLS
