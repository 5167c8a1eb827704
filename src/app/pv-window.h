/* pv-window.h: a window on one programme file
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "context/pv-context.h"
#include "page/pv-page.h"

G_BEGIN_DECLS

#define PV_TYPE_WINDOW (pv_window_get_type ())

G_DECLARE_FINAL_TYPE (PvWindow, pv_window, PV, WINDOW, AdwApplicationWindow)

/*
 * Actions, for every page (gtk_widget_activate_action()):
 *   win.goto (ss): a page's id and a detail of it ("dossiers", "statut=depose"), or ""
 *   win.open-dossier (x): the page of a dossier
 *   win.open-instruction (x): a dossier, to be marked by the institution of the user
 *   win.open-organisme (x): the page of an organisme
 *   win.open-convention (x): the page of a convention
 *   win.open-seance (x): a séance, as its state is
 *   win.open-bilans (s): a tab of the page Bilans
 *   win.open-votes (ax): its votes and notifications, of these dossiers alone
 *   win.back: leaves a page that is shown above the others
 *   win.toast (s): tells something done or refused, briefly
 *   win.undo, win.redo, win.search, win.appel, win.import, win.parametres,
 *   win.sidebar, win.fullscreen, win.page-1 … win.page-9
 *   win.open, win.retry (to write), win.reopen, win.save-copy, win.backups
 *
 * Property `context` (read-only, nullable).
 */

/* A window without a file: the start page. */
PvWindow *pv_window_new (AdwApplication *application);

/* Opens a programme file in this window, in a worker; says on the start page when it cannot. */
void pv_window_open (PvWindow *self, GFile *file);

/* The file that is being opened; (transfer none) (nullable) */
GFile *pv_window_get_opening (PvWindow *self);

/* Shows an open file in a window that has none. @context: (transfer full) */
void pv_window_take_context (PvWindow *self, PvContext *context);

/* (transfer none) (nullable) */
PvContext *pv_window_get_context (PvWindow *self);

/* The page of that id, made when it is not yet; (transfer none) (nullable) */
PvPage *pv_window_get_page (PvWindow *self, const char *id);

/**
 * pv_window_push:
 * @page: (transfer floating): a page with a header of its own, which fills the window
 *   until `win.back`. It takes the place of one of the same type, and of what is above
 */
void pv_window_push (PvWindow *self, PvPage *page);

G_END_DECLS
