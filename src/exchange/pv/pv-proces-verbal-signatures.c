/* pv-proces-verbal-signatures.c: where the minutes are signed
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pv/pv-proces-verbal-parties.h"

#define HAUTEUR 62.0
#define ECART 10.0
#define PAR_RANG 3

static void
draw_box (PvImprime *imprime, double x, const char *qui, const char *nom)
{
  double width = (pv_imprime_get_width (imprime) - ECART * (PAR_RANG - 1)) / PAR_RANG;
  double y = pv_imprime_get_y (imprime);
  cairo_t *cr = pv_imprime_get_cairo (imprime);
  g_autofree char *markup = nom != NULL ? g_markup_printf_escaped ("<b>%s</b>\n%s", qui, nom)
                                        : g_markup_printf_escaped ("<b>%s</b>", qui);
  g_autoptr (PangoLayout) layout = pv_imprime_layout (imprime, PV_STYLE_TEXTE, markup, width - 12);

  pv_imprime_set_ink (imprime, "#aab2bd");
  cairo_set_line_width (cr, 0.6);
  cairo_rectangle (cr, x, y, width, HAUTEUR);
  cairo_stroke (cr);
  pv_imprime_set_ink (imprime, PV_ENCRE_TEXTE);
  /* a name longer than the box would leave no place to sign */
  pango_layout_set_height (layout, -3);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  cairo_move_to (cr, x + 6, y + 5);
  pango_cairo_show_layout (cr, layout);
}

typedef struct
{
  PvImprime *imprime;
  guint n;
} Cases;

static void
add_box (Cases *cases, const char *qui, const char *nom)
{
  guint place = cases->n++ % PAR_RANG;
  double step = (pv_imprime_get_width (cases->imprime) + ECART) / PAR_RANG;

  if (place == 0)
    {
      if (cases->n > 1)
        pv_imprime_skip (cases->imprime, HAUTEUR + ECART);
      pv_imprime_need (cases->imprime, HAUTEUR);
    }
  draw_box (cases->imprime, PV_IMPRIME_MARGE + place * step, qui, nom);
}

static guint
count_presents (const PvProcesVerbal *pv)
{
  guint n = 0;

  for (guint i = 0; i < pv->presences->len; i++)
    n += ((const PvProcesVerbalPresence *)pv->presences->pdata[i])->present == 1;

  return n;
}

void
pv_proces_verbal_write_signatures (PvImprime *imprime, const PvProcesVerbal *pv)
{
  Cases cases = { imprime, 0 };
  guint rangs = (2 + count_presents (pv) + PAR_RANG - 1) / PAR_RANG;

  /* on one sheet, when it can be */
  pv_imprime_add_section (imprime, "Signatures", rangs * (HAUTEUR + ECART));
  add_box (&cases, "La présidence de séance", NULL);
  add_box (&cases, "Le secrétariat de séance", NULL);
  for (guint i = 0; i < pv->presences->len; i++)
    {
      const PvProcesVerbalPresence *presence = pv->presences->pdata[i];

      if (presence->present == 1)
        add_box (&cases, presence->institution, presence->personne);
    }
  pv_imprime_skip (imprime, HAUTEUR);
}
