/* pv-line-style.h: the lines of a chart, told apart without colour
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * PvLineStyle:
 * @PV_LINE_SOLLICITE: asked: dotted, hollow diamonds
 * @PV_LINE_ACCORDE: granted: solid, discs
 * @PV_LINE_NOTIFIE: notified: dashes, hollow triangles
 * @PV_LINE_VERSE: paid: solid and thick, squares
 * @PV_LINE_REALISE: realised: dashes and dots, hollow discs
 *
 * Each has its dashes, its marker and its colour.
 */
typedef enum
{
  PV_LINE_SOLLICITE,
  PV_LINE_ACCORDE,
  PV_LINE_NOTIFIE,
  PV_LINE_VERSE,
  PV_LINE_REALISE,
} PvLineStyle;

#define PV_N_LINE_STYLES 5

/* Half of the size of a marker. */
#define PV_LINE_MARKER 4

/* Readies the pen to stroke the line. */
void pv_line_style_set (PvLineStyle style, cairo_t *cr, gboolean dark);

/* A marker around a point. @paper: what is behind a hollow one. */
void pv_line_style_mark (PvLineStyle style,
                         cairo_t *cr,
                         double x,
                         double y,
                         const GdkRGBA *paper,
                         gboolean dark);

#define PV_TYPE_LINE_SWATCH (pv_line_swatch_get_type ())

/* A sample of a line, for the legend: a label beside it names it. */
G_DECLARE_FINAL_TYPE (PvLineSwatch, pv_line_swatch, PV, LINE_SWATCH, GtkWidget)

GtkWidget *pv_line_swatch_new (PvLineStyle style);

G_END_DECLS
