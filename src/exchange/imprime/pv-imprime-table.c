/* pv-imprime-table.c: a table that runs over pages, with its headings on each
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "imprime/pv-imprime-table.h"

#include "pv-money.h"
#include "pv-rate.h"

#define MARGE_X 5.0
#define MARGE_Y 3.0
#define MARGE_Y_SUITE 1.0

typedef struct
{
  PvImprimeRangeeGenre genre;
  GPtrArray *cellules; /* of markup, or NULL */
  GPtrArray *layouts;  /* of the cells, as they were last laid out, or NULL */
  char *note;
  guint note_de;
} Rangee;

struct _PvImprimeTable
{
  PvImprime *imprime;
  PvImprimeColonne *colonnes;
  double *contenu;  /* width of what each column holds */
  double *largeurs; /* as drawn */
  guint n;
  GPtrArray *rangees;
  Rangee *rangee; /* under way */
};

static void
rangee_free (Rangee *self)
{
  g_ptr_array_unref (self->cellules);
  g_ptr_array_unref (self->layouts);
  g_free (self->note);
  g_free (self);
}

static void
unref_layout (gpointer layout)
{
  g_clear_object (&layout);
}

static Rangee *
rangee_new (void)
{
  Rangee *self = g_new0 (Rangee, 1);

  self->cellules = g_ptr_array_new_with_free_func (g_free);
  self->layouts = g_ptr_array_new_with_free_func (unref_layout);
  return self;
}

/* The longest word of a heading: it is never cut. */
static double
measure_words (PvImprimeTable *self, const char *titre)
{
  g_auto (GStrv) words = g_strsplit_set (titre, " \n", -1);
  double widest = 0;

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *markup = g_markup_escape_text (words[i], -1);
      g_autoptr (PangoLayout) layout =
          pv_imprime_layout (self->imprime, PV_STYLE_ENTETE, markup, 0);
      double width = 0;

      pv_imprime_measure (layout, &width, NULL);
      widest = MAX (widest, width);
    }

  return widest;
}

PvImprimeTable *
pv_imprime_table_new (PvImprime *imprime, const PvImprimeColonne *colonnes, guint n)
{
  PvImprimeTable *self = g_new0 (PvImprimeTable, 1);

  self->imprime = imprime;
  self->colonnes = g_memdup2 (colonnes, n * sizeof *colonnes);
  self->contenu = g_new0 (double, n);
  self->largeurs = g_new0 (double, n);
  self->n = n;
  self->rangees = g_ptr_array_new_with_free_func ((GDestroyNotify)rangee_free);
  self->rangee = rangee_new ();
  for (guint i = 0; i < n; i++)
    self->contenu[i] = measure_words (self, colonnes[i].titre);

  return self;
}

void
pv_imprime_table_free (PvImprimeTable *self)
{
  g_free (self->colonnes);
  g_free (self->contenu);
  g_free (self->largeurs);
  g_ptr_array_unref (self->rangees);
  rangee_free (self->rangee);
  g_free (self);
}

/* --- rows -------------------------------------------------------------------------------- */

void
pv_imprime_table_add_markup (PvImprimeTable *self, const char *markup)
{
  g_ptr_array_add (self->rangee->cellules, g_strdup (markup));
}

void
pv_imprime_table_add_text (PvImprimeTable *self, const char *text)
{
  g_ptr_array_add (self->rangee->cellules, text != NULL ? g_markup_escape_text (text, -1) : NULL);
}

void
pv_imprime_table_add_number (PvImprimeTable *self, gint64 number)
{
  g_ptr_array_add (self->rangee->cellules, g_strdup_printf ("%" G_GINT64_FORMAT, number));
}

/* Spaces that show at the size of a table. */
static char *
widen (const char *text)
{
  GString *wide = g_string_new (text);

  g_string_replace (wide, "\u202f", "\u00a0", 0);

  return g_string_free (wide, FALSE);
}

char *
pv_imprime_format_amount (gint64 cents)
{
  g_autofree char *text = NULL;

  if (cents == PV_CENTS_NULL)
    return g_strdup ("–");

  text = pv_money_format (cents, PV_MONEY_FORMAT_FRENCH | PV_MONEY_FORMAT_NO_ZERO_CENTS);

  return widen (text);
}

char *
pv_imprime_format_rate (gint64 bp)
{
  g_autofree char *text = NULL;

  if (bp == PV_INT_NULL)
    return g_strdup ("–");

  text = pv_rate_format (bp, TRUE);

  return widen (text);
}

void
pv_imprime_table_add_amount (PvImprimeTable *self, gint64 cents)
{
  g_autofree char *text = pv_imprime_format_amount (cents);

  if (cents >= 0 || cents == PV_CENTS_NULL)
    pv_imprime_table_add_text (self, text);
  else
    g_ptr_array_add (
        self->rangee->cellules,
        g_strdup_printf ("<span foreground='" PV_ENCRE_ERREUR "' weight='bold'>%s</span>", text));
}

void
pv_imprime_table_add_muted (PvImprimeTable *self, gint64 cents)
{
  g_autofree char *text = pv_imprime_format_amount (cents);

  g_ptr_array_add (
      self->rangee->cellules,
      g_strdup_printf ("<span foreground='" PV_ENCRE_SECONDAIRE "'><i>%s</i></span>", text));
}

void
pv_imprime_table_set_note (PvImprimeTable *self, const char *markup, guint from)
{
  g_free (self->rangee->note);
  self->rangee->note = g_strdup (markup);
  self->rangee->note_de = from;
}

/* A cell is measured, then drawn: it is laid out again only for another width. */
static PangoLayout *
find_cell (const Rangee *rangee, guint column, double width)
{
  PangoLayout *layout = column < rangee->layouts->len ? rangee->layouts->pdata[column] : NULL;
  int wanted = width > 0 ? (int)(width * PANGO_SCALE) : -1;

  return layout != NULL && pango_layout_get_width (layout) == wanted ? g_object_ref (layout) : NULL;
}

static void
keep_cell (const Rangee *rangee, guint column, PangoLayout *layout)
{
  if (column >= rangee->layouts->len)
    g_ptr_array_set_size (rangee->layouts, (int)column + 1);
  g_set_object ((PangoLayout **)&rangee->layouts->pdata[column], layout);
}

static PangoLayout *
make_cell (PvImprimeTable *self, const Rangee *rangee, guint column, double width)
{
  const char *markup = column < rangee->cellules->len ? rangee->cellules->pdata[column] : NULL;
  gboolean bold = rangee->genre == PV_RANGEE_TOTAL || rangee->genre == PV_RANGEE_GROUPE;
  g_autofree char *strong = NULL;
  PangoLayout *layout = NULL;

  if (markup == NULL)
    return NULL;

  layout = find_cell (rangee, column, width);
  if (layout != NULL)
    return layout;

  strong = bold ? g_strdup_printf ("<b>%s</b>", markup) : NULL;
  layout =
      pv_imprime_layout (self->imprime, PV_STYLE_TEXTE, strong != NULL ? strong : markup, width);
  if (self->colonnes[column].droite)
    pango_layout_set_alignment (layout, PANGO_ALIGN_RIGHT);
  keep_cell (rangee, column, layout);

  return layout;
}

void
pv_imprime_table_end_row (PvImprimeTable *self, PvImprimeRangeeGenre genre)
{
  Rangee *rangee = self->rangee;

  rangee->genre = genre;
  for (guint i = 0; i < self->n && genre != PV_RANGEE_GROUPE; i++)
    if (self->colonnes[i].poids <= 0)
      {
        g_autoptr (PangoLayout) layout = make_cell (self, rangee, i, 0);
        double width = 0;

        if (layout == NULL)
          continue;
        pv_imprime_measure (layout, &width, NULL);
        self->contenu[i] = MAX (self->contenu[i], width);
      }
  g_ptr_array_add (self->rangees, rangee);
  self->rangee = rangee_new ();
}

/* --- widths ------------------------------------------------------------------------------ */

static double
share_out (PvImprimeTable *self, double width)
{
  double weights = 0;
  double left = width;

  for (guint i = 0; i < self->n; i++)
    {
      weights += self->colonnes[i].poids;
      self->largeurs[i] = self->contenu[i] + 2 * MARGE_X + 0.5;
      if (self->colonnes[i].poids <= 0)
        left -= self->largeurs[i];
    }
  for (guint i = 0; i < self->n; i++)
    if (self->colonnes[i].poids > 0)
      self->largeurs[i] = MAX (30, left * self->colonnes[i].poids / weights);
    else if (weights <= 0)
      self->largeurs[i] += left / self->n;

  return left;
}

double
pv_imprime_table_get_shared (PvImprimeTable *self, gboolean paysage)
{
  return share_out (self, (paysage ? PV_IMPRIME_HAUTEUR : PV_IMPRIME_LARGEUR) -
                              2 * pv_imprime_get_margin (self->imprime));
}

static double
get_x (PvImprimeTable *self, guint column)
{
  double x = pv_imprime_get_margin (self->imprime);

  for (guint i = 0; i < column; i++)
    x += self->largeurs[i];

  return x;
}

static double
get_width_from (PvImprimeTable *self, guint column)
{
  double width = 0;

  for (guint i = column; i < self->n; i++)
    width += self->largeurs[i];

  return width;
}

/* --- headings ---------------------------------------------------------------------------- */

static PangoLayout *
make_heading (PvImprimeTable *self, guint column)
{
  g_autofree char *markup = g_markup_escape_text (self->colonnes[column].titre, -1);
  PangoLayout *layout = pv_imprime_layout (self->imprime, PV_STYLE_ENTETE, markup,
                                           self->largeurs[column] - 2 * MARGE_X + 0.5);

  if (self->colonnes[column].droite)
    pango_layout_set_alignment (layout, PANGO_ALIGN_RIGHT);

  return layout;
}

static double
get_heading_height (PvImprimeTable *self)
{
  double highest = 0;

  for (guint i = 0; i < self->n; i++)
    {
      g_autoptr (PangoLayout) layout = make_heading (self, i);
      double height = 0;

      pv_imprime_measure (layout, NULL, &height);
      highest = MAX (highest, height);
    }

  return highest + 2 * MARGE_Y;
}

static void
draw_heading (PvImprimeTable *self)
{
  cairo_t *cr = pv_imprime_get_cairo (self->imprime);
  double y = pv_imprime_get_y (self->imprime);
  double height = get_heading_height (self);

  pv_imprime_set_ink (self->imprime, "#e3edfa");
  cairo_rectangle (cr, pv_imprime_get_margin (self->imprime), y, get_width_from (self, 0), height);
  cairo_fill (cr);
  for (guint i = 0; i < self->n; i++)
    {
      g_autoptr (PangoLayout) layout = make_heading (self, i);
      double own = 0;

      pv_imprime_measure (layout, NULL, &own);
      pv_imprime_set_ink (self->imprime, PV_ENCRE_TEXTE);
      cairo_move_to (cr, get_x (self, i) + MARGE_X, y + height - MARGE_Y - own);
      pango_cairo_show_layout (cr, layout);
    }
  pv_imprime_rule (self->imprime, pv_imprime_get_margin (self->imprime), y + height,
                   get_width_from (self, 0), PV_ENCRE_ACCENT);
  pv_imprime_skip (self->imprime, height);
}

/* --- a row on its pages ------------------------------------------------------------------ */

/* What of a row is drawn: a layout per cell, then the note. */
typedef struct
{
  PangoLayout **layouts;
  guint *lignes; /* next line of each */
  PangoLayout *note;
  double hauteur; /* of the cells */
  double note_hauteur;
} Trace;

static Trace
trace_begin (PvImprimeTable *self, const Rangee *rangee)
{
  Trace trace = { g_new0 (PangoLayout *, self->n), g_new0 (guint, self->n) };

  for (guint i = 0; i < self->n; i++)
    {
      double width = rangee->genre == PV_RANGEE_GROUPE && i == 0 ? get_width_from (self, 0)
                                                                 : self->largeurs[i];
      double height = 0;

      trace.layouts[i] = make_cell (self, rangee, i, width - 2 * MARGE_X + 0.5);
      if (trace.layouts[i] == NULL)
        continue;
      pv_imprime_measure (trace.layouts[i], NULL, &height);
      trace.hauteur = MAX (trace.hauteur, height);
    }
  if (rangee->note != NULL)
    {
      trace.note = pv_imprime_layout (self->imprime, PV_STYLE_TEXTE, rangee->note,
                                      get_width_from (self, rangee->note_de) - 2 * MARGE_X);
      pv_imprime_measure (trace.note, NULL, &trace.note_hauteur);
      trace.note_hauteur += MARGE_Y;
    }

  return trace;
}

static void
trace_end (PvImprimeTable *self, Trace *trace)
{
  for (guint i = 0; i < self->n; i++)
    g_clear_object (&trace->layouts[i]);
  g_clear_object (&trace->note);
  g_free (trace->layouts);
  g_free (trace->lignes);
}

static double
get_marge (const Rangee *rangee)
{
  return rangee->genre == PV_RANGEE_SUITE ? MARGE_Y_SUITE : MARGE_Y;
}

static double
measure_rangee (PvImprimeTable *self, const Rangee *rangee)
{
  Trace trace = trace_begin (self, rangee);
  double height = trace.hauteur + trace.note_hauteur + 2 * get_marge (rangee);

  trace_end (self, &trace);
  return height;
}

/* A row with those it stays with. */
static double
measure_block (PvImprimeTable *self, guint index)
{
  double height = 0;
  gboolean more = TRUE;

  for (guint i = index; more && i < self->rangees->len; i++)
    {
      const Rangee *rangee = self->rangees->pdata[i];

      height += measure_rangee (self, rangee);
      more = rangee->genre == PV_RANGEE_GROUPE ||
             (i + 1 < self->rangees->len &&
              ((const Rangee *)self->rangees->pdata[i + 1])->genre == PV_RANGEE_TOTAL);
    }

  return height;
}

static void
break_page (PvImprimeTable *self)
{
  gboolean paysage = pv_imprime_get_width (self->imprime) >
                     PV_IMPRIME_LARGEUR - 2 * pv_imprime_get_margin (self->imprime) + 1;

  pv_imprime_begin_page (self->imprime, paysage);
  draw_heading (self);
}

/* Draws what fits of the cells; whether something is left. */
static gboolean
draw_cells (PvImprimeTable *self, Trace *trace)
{
  double y = pv_imprime_get_y (self->imprime);
  double room = pv_imprime_get_room (self->imprime) - MARGE_Y;
  double highest = 0;
  gboolean left = FALSE;

  for (guint i = 0; i < self->n; i++)
    {
      double height = 0;

      if (trace->layouts[i] == NULL ||
          trace->lignes[i] >= (guint)pango_layout_get_line_count (trace->layouts[i]))
        continue;
      pv_imprime_set_ink (self->imprime, PV_ENCRE_TEXTE);
      trace->lignes[i] =
          pv_imprime_draw_lines (self->imprime, trace->layouts[i], get_x (self, i) + MARGE_X, y,
                                 trace->lignes[i], room, &height);
      highest = MAX (highest, height);
      left = left || trace->lignes[i] < (guint)pango_layout_get_line_count (trace->layouts[i]);
    }
  pv_imprime_skip (self->imprime, highest);

  return left;
}

static void
draw_note (PvImprimeTable *self, Trace *trace, guint from)
{
  guint n = (guint)pango_layout_get_line_count (trace->note);
  guint line = 0;

  pv_imprime_skip (self->imprime, MARGE_Y);
  while (line < n && !pv_imprime_is_stopped (self->imprime))
    {
      double height = 0;

      pv_imprime_set_ink (self->imprime, PV_ENCRE_TEXTE);
      line = pv_imprime_draw_lines (self->imprime, trace->note, get_x (self, from) + MARGE_X,
                                    pv_imprime_get_y (self->imprime), line,
                                    pv_imprime_get_room (self->imprime) - MARGE_Y, &height);
      pv_imprime_skip (self->imprime, height);
      if (line < n)
        break_page (self);
    }
}

static void
draw_background (PvImprimeTable *self, const Rangee *rangee, double height)
{
  cairo_t *cr = pv_imprime_get_cairo (self->imprime);

  if (rangee->genre != PV_RANGEE_TOTAL && rangee->genre != PV_RANGEE_GROUPE)
    return;

  pv_imprime_set_ink (self->imprime, "#f1f4f8");
  cairo_rectangle (cr, pv_imprime_get_margin (self->imprime), pv_imprime_get_y (self->imprime),
                   get_width_from (self, 0), height);
  cairo_fill (cr);
}

static void
draw_rangee (PvImprimeTable *self, guint index)
{
  const Rangee *rangee = self->rangees->pdata[index];
  double marge = get_marge (rangee);
  gboolean followed = index + 1 < self->rangees->len &&
                      ((const Rangee *)self->rangees->pdata[index + 1])->genre == PV_RANGEE_SUITE;
  Trace trace = trace_begin (self, rangee);

  draw_background (self, rangee, trace.hauteur + trace.note_hauteur + 2 * marge);
  pv_imprime_skip (self->imprime, marge);
  while (draw_cells (self, &trace) && !pv_imprime_is_stopped (self->imprime))
    {
      break_page (self);
      pv_imprime_skip (self->imprime, marge);
    }
  if (trace.note != NULL)
    draw_note (self, &trace, rangee->note_de);
  pv_imprime_skip (self->imprime, marge);
  if (!followed)
    pv_imprime_rule (self->imprime, pv_imprime_get_margin (self->imprime),
                     pv_imprime_get_y (self->imprime), get_width_from (self, 0), "#d5dbe3");
  trace_end (self, &trace);
}

/* On the next page, the group goes on under its name. */
static void
repeat_group (PvImprimeTable *self, guint index)
{
  const Rangee *group = NULL;
  g_autofree char *markup = NULL;
  g_autoptr (PangoLayout) layout = NULL;
  double height = 0;

  if (((const Rangee *)self->rangees->pdata[index])->genre == PV_RANGEE_GROUPE)
    return;

  for (guint i = index; i > 0 && group == NULL; i--)
    if (((const Rangee *)self->rangees->pdata[i - 1])->genre == PV_RANGEE_GROUPE)
      group = self->rangees->pdata[i - 1];
  if (group == NULL)
    return;

  markup = g_strdup_printf ("<b>%s</b> (suite)", (const char *)group->cellules->pdata[0]);
  layout = pv_imprime_layout (self->imprime, PV_STYLE_TEXTE, markup,
                              get_width_from (self, 0) - 2 * MARGE_X);
  pv_imprime_measure (layout, NULL, &height);
  draw_background (self, group, height + 2 * MARGE_Y);
  pv_imprime_set_ink (self->imprime, PV_ENCRE_TEXTE);
  cairo_move_to (pv_imprime_get_cairo (self->imprime), get_x (self, 0) + MARGE_X,
                 pv_imprime_get_y (self->imprime) + MARGE_Y);
  pango_cairo_show_layout (pv_imprime_get_cairo (self->imprime), layout);
  pv_imprime_skip (self->imprime, height + 2 * MARGE_Y);
}

double
pv_imprime_table_get_beginning (PvImprimeTable *self)
{
  share_out (self, pv_imprime_get_width (self->imprime));

  return get_heading_height (self) + (self->rangees->len > 0 ? measure_block (self, 0) : 0);
}

void
pv_imprime_table_draw (PvImprimeTable *self)
{
  double beginning = pv_imprime_table_get_beginning (self);

  pv_imprime_need (self->imprime, beginning);
  draw_heading (self);
  for (guint i = 0; i < self->rangees->len && !pv_imprime_is_stopped (self->imprime); i++)
    {
      double height = measure_block (self, i);

      if (height > pv_imprime_get_room (self->imprime) &&
          measure_rangee (self, self->rangees->pdata[i]) <=
              pv_imprime_get_page_room (self->imprime) - get_heading_height (self))
        {
          break_page (self);
          repeat_group (self, i);
        }
      draw_rangee (self, i);
    }
}

void
pv_imprime_table_draw_together (PvImprimeTable *self, guint n_rangees)
{
  double height = pv_imprime_table_get_beginning (self);

  for (guint i = 1; i < self->rangees->len; i++)
    height += measure_rangee (self, self->rangees->pdata[i]);
  if (self->rangees->len <= n_rangees)
    pv_imprime_need (self->imprime, height);
  pv_imprime_table_draw (self);
}
