/* pv-vues-button.h: the saved views of a page
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "context/pv-context.h"
#include "vue/pv-vue.h"

G_BEGIN_DECLS

#define PV_TYPE_VUES_BUTTON (pv_vues_button_get_type ())

G_DECLARE_FINAL_TYPE (PvVuesButton, pv_vues_button, PV, VUES_BUTTON, AdwBin)

/*
 * A menu: all rows, the views kept in the file, and what is done with them.
 *
 * Actions: vues.choose (s: the uuid of a view, empty: all rows), vues.save, vues.replace,
 *   vues.rename, vues.delete.
 * Properties: `modified` (boolean): what is shown is no longer what the view says.
 * Signals:
 *   chosen (PvVue *, nullable): to be shown; NULL: all rows
 *   describe (PvVue *): the page writes what it shows (filter, order, columns) into it
 */
void pv_vues_button_set_context (PvVuesButton *self, PvContext *context, const char *page);

/* Reads the views again, for instance after an undo. */
void pv_vues_button_refresh (PvVuesButton *self);

/* (transfer none) (nullable): the view in use. */
const PvVue *pv_vues_button_get_vue (PvVuesButton *self);

/* Chooses the view of that uuid without showing it: at the start. */
void pv_vues_button_restore (PvVuesButton *self, const char *uuid);

void pv_vues_button_set_modified (PvVuesButton *self, gboolean modified);

G_END_DECLS
