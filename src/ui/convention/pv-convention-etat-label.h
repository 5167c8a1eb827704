/* pv-convention-etat-label.h: how far a convention is, with its sign
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "convention/pv-convention.h"

G_BEGIN_DECLS

/* (transfer floating): a sign and words; a box of an image and a label. */
GtkWidget *pv_convention_etat_label_new (void);

/**
 * pv_convention_etat_label_show:
 * @obligatoire: whether the law asks for it
 * @retard: days since a grant was notified without it, 0: none
 */
void pv_convention_etat_label_show (GtkWidget *self,
                                    PvConventionEtat etat,
                                    gboolean obligatoire,
                                    gint64 retard);

/* (transfer full): the same words. */
char *pv_convention_etat_dup_words (PvConventionEtat etat, gint64 retard);

G_END_DECLS
