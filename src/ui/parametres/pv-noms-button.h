/* pv-noms-button.h: names chosen in a list that has checks
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define PV_TYPE_NOMS_BUTTON (pv_noms_button_get_type ())

G_DECLARE_FINAL_TYPE (PvNomsButton, pv_noms_button, PV, NOMS_BUTTON, AdwBin)

/*
 * A menu of names: those that the text holds are checked. A check changes the text and
 * emits “changed”.
 *
 * Property “text”: the names, separated by commas.
 */
GtkWidget *pv_noms_button_new (const char *title);
void pv_noms_button_set_names (PvNomsButton *self, const char *const *names);

/* Checks @name, or unchecks it, as its check does. */
void pv_noms_button_toggle (PvNomsButton *self, const char *name);

/* Returns: (transfer full): never %NULL */
char *pv_noms_button_dup_text (PvNomsButton *self);

G_END_DECLS
