/* pv-modeles-editor.h: the templates of documents, in the settings
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "context/pv-context.h"

G_BEGIN_DECLS

#define PV_TYPE_MODELES_EDITOR (pv_modeles_editor_get_type ())

G_DECLARE_FINAL_TYPE (PvModelesEditor, pv_modeles_editor, PV, MODELES_EDITOR, AdwBin)

/*
 * Templates by genre, their text with its errors, the fields to insert, and the pages they
 * give of a dossier. What is typed is saved when the typing pauses.
 */
GtkWidget *pv_modeles_editor_new (PvContext *context);

/* Reads again what is shown; what is being typed stays. */
void pv_modeles_editor_refresh (PvModelesEditor *self);

/* Saves what is typed, now. */
void pv_modeles_editor_settle (PvModelesEditor *self);

G_END_DECLS
