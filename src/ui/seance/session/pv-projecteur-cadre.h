/* pv-projecteur-cadre.h: what is drawn for 1920 × 1080, on a screen of any size
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PV_TYPE_PROJECTEUR_CADRE (pv_projecteur_cadre_get_type ())

G_DECLARE_FINAL_TYPE (PvProjecteurCadre, pv_projecteur_cadre, PV, PROJECTEUR_CADRE, GtkWidget)

/*
 * Its child is laid out on 1920 × 1080, or on what it needs when that is more, and the whole is
 * made as large as the room allows: what is projected is read from the end of a table, and
 * nothing of it is ever cut.
 *
 * Property `child`.
 */

G_END_DECLS
