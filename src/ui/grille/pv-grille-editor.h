/* pv-grille-editor.h: a scoring grid and its criteria, in the settings
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "context/pv-context.h"

G_BEGIN_DECLS

#define PV_TYPE_GRILLE_EDITOR (pv_grille_editor_get_type ())

G_DECLARE_FINAL_TYPE (PvGrilleEditor, pv_grille_editor, PV, GRILLE_EDITOR, AdwBin)

/*
 * A grid on which nothing was marked is written at each field. One that is frozen keeps
 * the changes aside, by grid, until they are made its new version or given up.
 *
 * Actions: grille.add, grille.copy, grille.delete, grille.version, grille.discard.
 * Signal: made (gint64 key): another grid was made, to be shown.
 */
GtkWidget *pv_grille_editor_new (PvContext *context);

/* @id: %PV_INT_NULL: nothing to show. Also reads it again. */
void pv_grille_editor_show (PvGrilleEditor *self, gint64 id);

/* The key of a grid whose changes wait for a new version; %PV_INT_NULL: of none. That of the
 * grid shown comes first. */
gint64 pv_grille_editor_get_waiting (PvGrilleEditor *self);

G_END_DECLS
