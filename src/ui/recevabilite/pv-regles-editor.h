/* pv-regles-editor.h: the conditions of an appel, in the settings
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "context/pv-context.h"

G_BEGIN_DECLS

#define PV_TYPE_REGLES_EDITOR (pv_regles_editor_get_type ())

G_DECLARE_FINAL_TYPE (PvReglesEditor, pv_regles_editor, PV, REGLES_EDITOR, AdwBin)

/* Actions: regles.usual, regles.add, regles.copy (x: key of an appel). */
GtkWidget *pv_regles_editor_new (PvContext *context);

/* The conditions of that appel, %PV_INT_NULL: none. Also reads them again. */
void pv_regles_editor_show (PvReglesEditor *self, gint64 appel_id);

G_END_DECLS
