/* pv-avis-icons.h: an avis, drawn
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "instruction/pv-instruction-file.h"
#include "widget/pv-avis-summary.h"

G_BEGIN_DECLS

/* Shows an avis in an image. */
void pv_avis_set_icon (GtkImage *image, PvAvis avis);

/* The avis of every institution in words, a line each, for a tooltip; (transfer full). */
char *pv_avis_list_to_text (const GArray *tous);

/*
 * PvAvisGlance: how many institutions answered, of how many, and their avis as icons in the
 * order of the institutions: "3/5" and five icons.
 */
#define PV_TYPE_AVIS_GLANCE (pv_avis_glance_get_type ())

G_DECLARE_FINAL_TYPE (PvAvisGlance, pv_avis_glance, PV, AVIS_GLANCE, GtkBox)

GtkWidget *pv_avis_glance_new (void);

/* @tous: (element-type PvInstructionAvis) */
void pv_avis_glance_set (PvAvisGlance *self, const GArray *tous);

G_END_DECLS
