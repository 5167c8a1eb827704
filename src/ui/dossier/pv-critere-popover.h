/* pv-critere-popover.h: edits one criterion of a filter
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "context/pv-context.h"
#include "dossier/pv-filtre-cle.h"

G_BEGIN_DECLS

#define PV_TYPE_CRITERE_POPOVER (pv_critere_popover_get_type ())

G_DECLARE_FINAL_TYPE (PvCriterePopover, pv_critere_popover, PV, CRITERE_POPOVER, GtkPopover)

/*
 * A list to tick with how many dossiers have each value, two bounds of an amount, or a
 * text. What is chosen applies at once.
 *
 * Signals:
 *   edited: pv_critere_popover_get_critere() has changed
 */
GtkWidget *pv_critere_popover_new (PvContext *context, PvFiltreCle cle);

/* (transfer none) */
const PvDossierCritere *pv_critere_popover_get_critere (PvCriterePopover *self);

/* The filter in use, which may have changed elsewhere. */
void pv_critere_popover_set_critere (PvCriterePopover *self, const PvDossierCritere *critere);

G_END_DECLS
