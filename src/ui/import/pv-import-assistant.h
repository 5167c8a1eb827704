/* pv-import-assistant.h: the window that brings a table into the programme
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "context/pv-context.h"
#include "import/pv-import-session.h"

G_BEGIN_DECLS

#define PV_TYPE_IMPORT_ASSISTANT (pv_import_assistant_get_type ())

G_DECLARE_FINAL_TYPE (PvImportAssistant, pv_import_assistant, PV, IMPORT_ASSISTANT, AdwWindow)

/*
 * PvImportAssistant: File → Profile → Correspondences → Preview → Report.
 *
 * Actions: import.next, import.back, import.cancel, import.retry, import.choose-file,
 * import.open-file (s: path), import.save-list, import.save-report, import.save-to ((bs):
 * whether it is the report, path), import.count.
 */

/* @parent: the window of the programme: where `win.goto` is, in the end. */
GtkWidget *pv_import_assistant_new (PvContext *context, GtkWindow *parent);

/* Begins with a file. */
void pv_import_assistant_open (PvImportAssistant *self, GFile *file);

/* Of the tests. (transfer none) */
PvImportSession *pv_import_assistant_get_session (PvImportAssistant *self);

G_END_DECLS
