/* pv-appel-popover.h: chooses the appel in use
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "context/pv-context.h"

G_BEGIN_DECLS

#define PV_TYPE_APPEL_POPOVER (pv_appel_popover_get_type ())

G_DECLARE_FINAL_TYPE (PvAppelPopover, pv_appel_popover, PV, APPEL_POPOVER, GtkPopover)

/*
 * PvAppelPopover: the appels of the file, by exercice, and “all of them”; sets the appel
 * of the context. Property `context` (nullable).
 */

void pv_appel_popover_set_context (PvAppelPopover *self, PvContext *context);

/* Contrat, exercice and appel in use: “Contrat de ville MEL · 2026 · Programmation”;
 * (transfer full). */
char *pv_appel_to_title (PvContext *context);

G_END_DECLS
