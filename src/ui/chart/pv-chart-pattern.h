/* pv-chart-pattern.h: the fills of the charts, told apart without colour
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * PvChartPattern:
 * @PV_CHART_VERSE: paid; solid, the strongest
 * @PV_CHART_NOTIFIE: notified and not yet paid; solid
 * @PV_CHART_VOTE: vertical lines
 * @PV_CHART_ARBITRE: dots
 * @PV_CHART_PROPOSE: hatched
 * @PV_CHART_RESTE: what is left; outlined
 * @PV_CHART_DEPASSEMENT: beyond the envelope; red, hatched the other way
 * @PV_CHART_SOLLICITE: asked; an outline open on the left, thinner than the bar
 * @PV_CHART_MARQUE_0, @PV_CHART_MARQUE_1, @PV_CHART_MARQUE_2: marks of a transversal axis:
 *   outlined, hatched, solid
 * @PV_CHART_NON_EVALUE: no mark; a dashed outline
 *
 * Stages keep this order and this pattern in every chart.
 */
typedef enum
{
  PV_CHART_VERSE,
  PV_CHART_NOTIFIE,
  PV_CHART_VOTE,
  PV_CHART_ARBITRE,
  PV_CHART_PROPOSE,
  PV_CHART_RESTE,
  PV_CHART_DEPASSEMENT,
  PV_CHART_SOLLICITE,
  PV_CHART_MARQUE_0,
  PV_CHART_MARQUE_1,
  PV_CHART_MARQUE_2,
  PV_CHART_NON_EVALUE,
} PvChartPattern;

#define PV_N_CHART_PATTERNS 12

#define PV_TYPE_CHART_PATTERN (pv_chart_pattern_get_type ())
GType pv_chart_pattern_get_type (void);

/* The height of a thin bar that is drawn above a bar, and the gap between. */
#define PV_CHART_THIN 4
#define PV_CHART_GAP 1

/* Fills @area; outlines stay inside of it. Nothing is drawn of an empty one. */
void pv_chart_pattern_paint (PvChartPattern pattern,
                             cairo_t *cr,
                             const graphene_rect_t *area,
                             gboolean dark);

/* Its name in a sentence: "notified", translated. */
const char *pv_chart_pattern_to_words (PvChartPattern pattern);

G_END_DECLS
