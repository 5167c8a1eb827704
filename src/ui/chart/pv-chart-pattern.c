/* pv-chart-pattern.c: the fills of the charts, told apart without colour
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "chart/pv-chart-pattern.h"

#include <glib/gi18n.h>

typedef enum
{
  TEXTURE_SOLID,
  TEXTURE_LINES,
  TEXTURE_DOTS,
  TEXTURE_HATCH,
  TEXTURE_COUNTER_HATCH,
} Texture;

/* Colours are 0xRRGGBB; 0x01000000 is none. */
#define NONE 0x01000000u

typedef struct
{
  Texture texture;
  guint fill[2]; /* light, dark */
  guint ink[2];  /* of the texture */
  guint line[2]; /* outline */
  const char *words;
} Style;

static const Style styles[PV_N_CHART_PATTERNS] = {
  [PV_CHART_VERSE] = { TEXTURE_SOLID,
                       { 0x0b2c5c, 0xe4effc },
                       { NONE, NONE },
                       { NONE, NONE },
                       N_ ("paid") },
  [PV_CHART_NOTIFIE] = { TEXTURE_SOLID,
                         { 0x1a5fb4, 0x99c1f1 },
                         { NONE, NONE },
                         { NONE, NONE },
                         N_ ("notified") },
  [PV_CHART_VOTE] = { TEXTURE_LINES,
                      { 0x4a90e2, 0x4a90e2 },
                      { 0x1a5fb4, 0x99c1f1 },
                      { 0x1a5fb4, 0x99c1f1 },
                      N_ ("voted") },
  [PV_CHART_ARBITRE] = { TEXTURE_DOTS,
                         { 0x99c1f1, 0x2f5f9e },
                         { 0x1a5fb4, 0x99c1f1 },
                         { 0x4a8fe0, 0x62a0ea },
                         N_ ("arbitrated") },
  [PV_CHART_PROPOSE] = { TEXTURE_HATCH,
                         { 0xcfe1f8, 0x2b3a50 },
                         { 0x4a8fe0, 0x62a0ea },
                         { 0x4a8fe0, 0x62a0ea },
                         N_ ("proposed") },
  [PV_CHART_RESTE] = { TEXTURE_SOLID,
                       { 0xffffff, 0x1e1e1e },
                       { NONE, NONE },
                       { 0x77767b, 0x9a9996 },
                       N_ ("remaining") },
  [PV_CHART_DEPASSEMENT] = { TEXTURE_COUNTER_HATCH,
                             { 0xffffff, 0x1e1e1e },
                             { 0xc01c28, 0xff7b63 },
                             { 0xc01c28, 0xff7b63 },
                             N_ ("exceeded") },
  [PV_CHART_SOLLICITE] = { TEXTURE_SOLID,
                           { NONE, NONE },
                           { NONE, NONE },
                           { 0x77767b, 0x9a9996 },
                           N_ ("asked") },
  [PV_CHART_MARQUE_0] = { TEXTURE_SOLID,
                          { 0xffffff, 0x1e1e1e },
                          { NONE, NONE },
                          { 0x613583, 0xc8a2da },
                          N_ ("mark 0") },
  [PV_CHART_MARQUE_1] = { TEXTURE_HATCH,
                          { 0xefe5f4, 0x3d2b48 },
                          { 0xb48cc8, 0x8a63a0 },
                          { 0x613583, 0xc8a2da },
                          N_ ("mark 1") },
  [PV_CHART_MARQUE_2] = { TEXTURE_SOLID,
                          { 0x613583, 0xc8a2da },
                          { NONE, NONE },
                          { NONE, NONE },
                          N_ ("mark 2") },
  [PV_CHART_NON_EVALUE] = { TEXTURE_SOLID,
                            { 0xf0f0f0, 0x303030 },
                            { NONE, NONE },
                            { 0x77767b, 0x9a9996 },
                            N_ ("not assessed") },
};

GType
pv_chart_pattern_get_type (void)
{
  static gsize type = 0;
  static const GEnumValue values[] = {
    { PV_CHART_VERSE, "PV_CHART_VERSE", "verse" },
    { PV_CHART_NOTIFIE, "PV_CHART_NOTIFIE", "notifie" },
    { PV_CHART_VOTE, "PV_CHART_VOTE", "vote" },
    { PV_CHART_ARBITRE, "PV_CHART_ARBITRE", "arbitre" },
    { PV_CHART_PROPOSE, "PV_CHART_PROPOSE", "propose" },
    { PV_CHART_RESTE, "PV_CHART_RESTE", "reste" },
    { PV_CHART_DEPASSEMENT, "PV_CHART_DEPASSEMENT", "depassement" },
    { PV_CHART_SOLLICITE, "PV_CHART_SOLLICITE", "sollicite" },
    { PV_CHART_MARQUE_0, "PV_CHART_MARQUE_0", "marque-0" },
    { PV_CHART_MARQUE_1, "PV_CHART_MARQUE_1", "marque-1" },
    { PV_CHART_MARQUE_2, "PV_CHART_MARQUE_2", "marque-2" },
    { PV_CHART_NON_EVALUE, "PV_CHART_NON_EVALUE", "non-evalue" },
    { 0, NULL, NULL },
  };

  if (g_once_init_enter (&type))
    g_once_init_leave (&type, g_enum_register_static ("PvChartPattern", values));

  return type;
}

const char *
pv_chart_pattern_to_words (PvChartPattern pattern)
{
  g_return_val_if_fail ((guint)pattern < PV_N_CHART_PATTERNS, NULL);

  return _ (styles[pattern].words);
}

static void
set_colour (cairo_t *cr, guint colour)
{
  cairo_set_source_rgb (cr, ((colour >> 16) & 0xff) / 255.0, ((colour >> 8) & 0xff) / 255.0,
                        (colour & 0xff) / 255.0);
}

static void
draw_lines (cairo_t *cr, const graphene_rect_t *area)
{
  cairo_set_line_width (cr, 1);
  for (double x = area->origin.x + 4.5; x < area->origin.x + area->size.width; x += 4)
    {
      cairo_move_to (cr, x, area->origin.y);
      cairo_rel_line_to (cr, 0, area->size.height);
    }
  cairo_stroke (cr);
}

static void
draw_dots (cairo_t *cr, const graphene_rect_t *area)
{
  for (double x = area->origin.x + 2.5; x < area->origin.x + area->size.width; x += 4)
    for (double y = area->origin.y + 2.5; y < area->origin.y + area->size.height; y += 4)
      {
        cairo_new_sub_path (cr);
        cairo_arc (cr, x, y, 0.95, 0, 2 * G_PI);
      }
  cairo_fill (cr);
}

static void
draw_hatch (cairo_t *cr, const graphene_rect_t *area, gboolean counter)
{
  double height = area->size.height, step = counter ? 4.5 : 6;

  cairo_set_line_width (cr, counter ? 2 : 1.5);
  for (double x = area->origin.x - height; x < area->origin.x + area->size.width; x += step)
    {
      cairo_move_to (cr, x, counter ? area->origin.y + height : area->origin.y);
      cairo_rel_line_to (cr, height, counter ? -height : height);
    }
  cairo_stroke (cr);
}

static void
draw_texture (cairo_t *cr, const Style *style, const graphene_rect_t *area, int theme)
{
  set_colour (cr, style->ink[theme]);
  switch (style->texture)
    {
    case TEXTURE_LINES:
      draw_lines (cr, area);
      break;
    case TEXTURE_DOTS:
      draw_dots (cr, area);
      break;
    case TEXTURE_HATCH:
    case TEXTURE_COUNTER_HATCH:
      draw_hatch (cr, area, style->texture == TEXTURE_COUNTER_HATCH);
      break;
    case TEXTURE_SOLID:
      break;
    }
}

/* The bar of what is asked begins on the axis: it has no left side. */
static void
draw_outline (cairo_t *cr, PvChartPattern pattern, const graphene_rect_t *area)
{
  double x = area->origin.x, y = area->origin.y;
  double width = area->size.width, height = area->size.height;

  cairo_set_line_width (cr, 1);
  if (pattern == PV_CHART_NON_EVALUE)
    cairo_set_dash (cr, (const double[]){ 3, 2 }, 2, 0);
  if (pattern == PV_CHART_SOLLICITE)
    {
      cairo_move_to (cr, x, y + 0.5);
      cairo_line_to (cr, x + width - 0.5, y + 0.5);
      cairo_line_to (cr, x + width - 0.5, y + height - 0.5);
      cairo_line_to (cr, x, y + height - 0.5);
    }
  else
    cairo_rectangle (cr, x + 0.5, y + 0.5, MAX (width - 1, 0), MAX (height - 1, 0));
  cairo_stroke (cr);
}

void
pv_chart_pattern_paint (PvChartPattern pattern,
                        cairo_t *cr,
                        const graphene_rect_t *area,
                        gboolean dark)
{
  const Style *style;
  int theme = dark ? 1 : 0;

  g_return_if_fail ((guint)pattern < PV_N_CHART_PATTERNS);

  if (area->size.width <= 0 || area->size.height <= 0)
    return;

  style = &styles[pattern];
  cairo_save (cr);
  cairo_rectangle (cr, area->origin.x, area->origin.y, area->size.width, area->size.height);
  cairo_clip (cr);
  if (style->fill[theme] != NONE)
    {
      set_colour (cr, style->fill[theme]);
      cairo_paint (cr);
    }
  draw_texture (cr, style, area, theme);
  if (style->line[theme] != NONE)
    {
      set_colour (cr, style->line[theme]);
      draw_outline (cr, pattern, area);
    }
  cairo_restore (cr);
}
