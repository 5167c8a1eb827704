/* pv-causes-popover.h: the dossiers that make an envelope exceeded
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "context/pv-context.h"
#include "enveloppe/pv-enveloppe-arbre.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PV_TYPE_CAUSES_POPOVER (pv_causes_popover_get_type ())

/*
 * PvCausesPopover: by how much, the dossiers from the one that crosses the amount on, the
 * last engaged first; a row opens its dossier. “Pass…” activates `enveloppes.pass` with the
 * key of the envelope.
 */
G_DECLARE_FINAL_TYPE (PvCausesPopover, pv_causes_popover, PV, CAUSES_POPOVER, GtkPopover)

GtkWidget *pv_causes_popover_new (void);

/* @causes: (element-type PvEnveloppeCause) */
void pv_causes_popover_show (PvCausesPopover *self,
                             const PvEnveloppeNoeud *noeud,
                             GPtrArray *causes,
                             gboolean can_edit);

G_END_DECLS
