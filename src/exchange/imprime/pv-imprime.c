/* pv-imprime.c: a document on A4 pages
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "imprime/pv-imprime.h"

#include <cairo-pdf.h>
#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <math.h>

/* Head and foot of a page, inside the margins. */
#define TETE 20.0
#define PIED 22.0

#define FAMILLES "Marianne, Source Sans 3, Source Sans Pro, Cantarell, Noto Sans, DejaVu Sans, Sans"

typedef struct
{
  double taille;
  PangoWeight graisse;
  const char *encre;
} Style;

static const Style styles[PV_N_IMPRIME_STYLES] = {
  [PV_STYLE_TITRE] = { 22, PANGO_WEIGHT_BOLD, PV_ENCRE_TEXTE },
  [PV_STYLE_SOUS_TITRE] = { 13, PANGO_WEIGHT_NORMAL, PV_ENCRE_TEXTE },
  [PV_STYLE_SECTION] = { 12.5, PANGO_WEIGHT_BOLD, PV_ENCRE_ACCENT },
  [PV_STYLE_TEXTE] = { 9, PANGO_WEIGHT_NORMAL, PV_ENCRE_TEXTE },
  [PV_STYLE_PETIT] = { 7.8, PANGO_WEIGHT_NORMAL, PV_ENCRE_SECONDAIRE },
  [PV_STYLE_ENTETE] = { 7.8, PANGO_WEIGHT_BOLD, PV_ENCRE_TEXTE },
};

struct _PvImprime
{
  cairo_surface_t *surface;
  cairo_t *cr;
  PangoContext *pango;
  GCancellable *cancellable;
  char *titre;
  char *sujet;
  char *filigrane;
  gboolean ecrit;    /* to a file */
  GPtrArray *images; /* (nullable): pages as pictures */
  double pixels;     /* of a picture, for a point */
  double marge;
  double echelle;
  gboolean courrier;
  FILE *file;
  int problem; /* errno of what could not be written */
  gboolean paysage;
  guint page;    /* of the document under way */
  guint feuille; /* of the file */
  guint n_pages;
  double y;
};

/* Our own file: cairo does not tell what fails as the last bytes leave. Without a file,
 * pages alone are counted. */
static cairo_status_t
write_cb (void *closure, const unsigned char *data, unsigned int length)
{
  PvImprime *self = closure;

  if (self->file == NULL || fwrite (data, 1, length, self->file) == length)
    return CAIRO_STATUS_SUCCESS;

  if (self->problem == 0)
    self->problem = errno;
  return CAIRO_STATUS_WRITE_ERROR;
}

static void
set_metadata (cairo_surface_t *surface, cairo_pdf_metadata_t which, const char *text)
{
  if (text != NULL)
    cairo_pdf_surface_set_metadata (surface, which, text);
}

static void
describe (cairo_surface_t *surface, const PvImprimeDescription *description)
{
  set_metadata (surface, CAIRO_PDF_METADATA_TITLE, description->titre);
  set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT, description->sujet);
  set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, description->auteur);
  set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Progville " PV_VERSION);
  set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, description->cree_le);
}

static PangoContext *
create_pango (cairo_t *cr)
{
  PangoContext *pango = pango_cairo_create_context (cr);
  cairo_font_options_t *options = cairo_font_options_create ();
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string (FAMILLES);

  /* the same lines on every machine that has the fonts, whatever its screen */
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (pango, options);
  pango_cairo_context_set_resolution (pango, 72);
  pango_context_set_round_glyph_positions (pango, FALSE);
  pango_context_set_language (pango, pango_language_from_string ("fr"));
  pango_context_set_font_description (pango, font);
  cairo_font_options_destroy (options);

  return pango;
}

static PvImprime *
create (const PvImprimeDescription *description, guint n_pages, GCancellable *cancellable)
{
  PvImprime *self = g_new0 (PvImprime, 1);

  self->cancellable = cancellable;
  self->titre = g_strdup (description->titre);
  self->sujet = g_strdup (description->sujet);
  self->filigrane = g_strdup (description->filigrane);
  self->marge = description->marge > 0 ? description->marge : PV_IMPRIME_MARGE;
  self->echelle = description->echelle > 0 ? description->echelle : 1;
  self->courrier = description->courrier;
  self->n_pages = n_pages;

  return self;
}

/* Where it is drawn: (transfer full) */
static void
take_surface (PvImprime *self, cairo_surface_t *surface)
{
  self->surface = surface;
  self->cr = cairo_create (surface);
  if (self->pango == NULL)
    self->pango = create_pango (self->cr);
}

PvImprime *
pv_imprime_new (const char *path,
                const PvImprimeDescription *description,
                guint n_pages,
                GCancellable *cancellable)
{
  PvImprime *self = create (description, n_pages, cancellable);

  if (path != NULL)
    {
      self->file = g_fopen (path, "wb");
      self->problem = self->file == NULL ? errno : 0;
    }
  self->ecrit = path != NULL;
  take_surface (self, cairo_pdf_surface_create_for_stream (write_cb, self, PV_IMPRIME_LARGEUR,
                                                           PV_IMPRIME_HAUTEUR));
  if (self->ecrit)
    describe (self->surface, description);

  return self;
}

PvImprime *
pv_imprime_new_compte (const PvImprimeDescription *description, GCancellable *cancellable)
{
  PvImprime *self = create (description, 0, cancellable);

  /* all is drawn outside it, which costs nothing */
  take_surface (self, cairo_image_surface_create (CAIRO_FORMAT_A8, 1, 1));

  return self;
}

PvImprime *
pv_imprime_new_images (const PvImprimeDescription *description,
                       double pixels,
                       guint n_pages,
                       GCancellable *cancellable)
{
  PvImprime *self = create (description, n_pages, cancellable);

  self->images = g_ptr_array_new_with_free_func ((GDestroyNotify)cairo_surface_destroy);
  self->pixels = pixels;
  take_surface (self, cairo_image_surface_create (CAIRO_FORMAT_A8, 1, 1));

  return self;
}

void
pv_imprime_free (PvImprime *self)
{
  g_clear_object (&self->pango);
  cairo_destroy (self->cr);
  cairo_surface_finish (self->surface);
  cairo_surface_destroy (self->surface);
  g_clear_pointer (&self->images, g_ptr_array_unref);
  if (self->file != NULL)
    fclose (self->file);
  g_free (self->titre);
  g_free (self->sujet);
  g_free (self->filigrane);
  g_free (self);
}

/* --- pages ------------------------------------------------------------------------------- */

static double
get_full_width (PvImprime *self)
{
  return self->paysage ? PV_IMPRIME_HAUTEUR : PV_IMPRIME_LARGEUR;
}

static double
get_full_height (PvImprime *self)
{
  return self->paysage ? PV_IMPRIME_LARGEUR : PV_IMPRIME_HAUTEUR;
}

static double
get_bottom (PvImprime *self)
{
  return get_full_height (self) - self->marge - PIED;
}

/* Draws @text on one line that ends with … when it is too long. */
static void
draw_one_line (PvImprime *self, const char *text, double y, double width, gboolean right)
{
  g_autofree char *markup = g_markup_escape_text (text, -1);
  g_autoptr (PangoLayout) layout = pv_imprime_layout (self, PV_STYLE_PETIT, markup, width);

  pango_layout_set_height (layout, -1);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  if (right)
    pango_layout_set_alignment (layout, PANGO_ALIGN_RIGHT);
  pv_imprime_set_ink (self, PV_ENCRE_SECONDAIRE);
  cairo_move_to (self->cr, right ? get_full_width (self) - self->marge - width : self->marge, y);
  pango_cairo_show_layout (self->cr, layout);
}

static void
draw_foot (PvImprime *self)
{
  double y = get_full_height (self) - self->marge - 11;
  g_autofree char *page =
      g_strdup_printf ("Page\302\240%u/%u", self->page, MAX (self->n_pages, self->page));

  if (self->courrier && MAX (self->n_pages, self->page) < 2)
    return;

  pv_imprime_rule (self, self->marge, y - 4, pv_imprime_get_width (self), "#d5dbe3");
  if (self->sujet != NULL)
    draw_one_line (self, self->sujet, y, pv_imprime_get_width (self) - 80, FALSE);
  draw_one_line (self, page, y, 76, TRUE);
}

static void
draw_filigrane (PvImprime *self)
{
  g_autofree char *markup = g_markup_escape_text (self->filigrane, -1);
  g_autoptr (PangoLayout) layout = pv_imprime_layout (self, PV_STYLE_TITRE, markup, 0);
  g_autoptr (PangoFontDescription) font =
      pango_font_description_copy (pango_layout_get_font_description (layout));
  double width = 0, height = 0;

  pango_font_description_set_absolute_size (font, 150 * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pv_imprime_measure (layout, &width, &height);
  cairo_save (self->cr);
  cairo_translate (self->cr, get_full_width (self) / 2, get_full_height (self) / 2);
  cairo_rotate (self->cr, -G_PI / 4);
  cairo_move_to (self->cr, -width / 2, -height / 2);
  pv_imprime_set_ink (self, "#f0f1f3");
  pango_cairo_show_layout (self->cr, layout);
  cairo_restore (self->cr);
}

/* A picture of its own for each page. */
static void
begin_image (PvImprime *self)
{
  cairo_surface_t *image = cairo_image_surface_create (
      CAIRO_FORMAT_ARGB32, (int)ceil (get_full_width (self) * self->pixels),
      (int)ceil (get_full_height (self) * self->pixels));

  cairo_destroy (self->cr);
  cairo_surface_destroy (self->surface);
  take_surface (self, image);
  g_ptr_array_add (self->images, cairo_surface_reference (image));
  cairo_set_source_rgb (self->cr, 1, 1, 1);
  cairo_paint (self->cr);
  cairo_scale (self->cr, self->pixels, self->pixels);
  pango_cairo_update_context (self->cr, self->pango);
}

void
pv_imprime_begin_page (PvImprime *self, gboolean paysage)
{
  if (self->feuille > 0)
    cairo_show_page (self->cr);

  self->paysage = paysage;
  if (self->images != NULL)
    begin_image (self);
  else if (cairo_surface_get_type (self->surface) == CAIRO_SURFACE_TYPE_PDF)
    cairo_pdf_surface_set_size (self->surface, get_full_width (self), get_full_height (self));
  self->page++;
  self->feuille++;
  self->y = self->marge;
  if (self->filigrane != NULL)
    draw_filigrane (self);
  draw_foot (self);
  if (self->page == 1 || self->courrier)
    return;

  draw_one_line (self, self->titre, self->y - 6, pv_imprime_get_width (self), FALSE);
  self->y += TETE - 6;
}

void
pv_imprime_begin_document (PvImprime *self, const char *titre, const char *sujet, guint n_pages)
{
  g_free (self->titre);
  g_free (self->sujet);
  self->titre = g_strdup (titre);
  self->sujet = g_strdup (sujet);
  self->n_pages = n_pages;
  self->page = 0;
  pv_imprime_begin_page (self, FALSE);
}

GPtrArray *
pv_imprime_get_images (PvImprime *self)
{
  return self->images;
}

void
pv_imprime_turn (PvImprime *self, gboolean paysage)
{
  if (self->page == 0 || self->paysage != paysage)
    pv_imprime_begin_page (self, paysage);
}

const char *
pv_imprime_end (PvImprime *self)
{
  gboolean drawn = FALSE;

  cairo_show_page (self->cr);
  if (self->images != NULL)
    cairo_surface_flush (self->surface); /* finished, it would have no pixels left */
  else
    cairo_surface_finish (self->surface);
  drawn = cairo_surface_status (self->surface) == CAIRO_STATUS_SUCCESS &&
          cairo_status (self->cr) == CAIRO_STATUS_SUCCESS;
  if (self->file != NULL && fclose (g_steal_pointer (&self->file)) != 0 && self->problem == 0)
    self->problem = errno;
  if (self->problem != 0)
    return g_strerror (self->problem);

  return drawn ? NULL : _ ("what was written is not whole, the disk must be full");
}

guint
pv_imprime_get_n_pages (PvImprime *self)
{
  return self->page;
}

gboolean
pv_imprime_is_stopped (PvImprime *self)
{
  return g_cancellable_is_cancelled (self->cancellable) || self->problem != 0 ||
         cairo_status (self->cr) != CAIRO_STATUS_SUCCESS;
}

/* --- places ------------------------------------------------------------------------------ */

double
pv_imprime_get_y (PvImprime *self)
{
  return self->y;
}

double
pv_imprime_get_room (PvImprime *self)
{
  return get_bottom (self) - self->y;
}

double
pv_imprime_get_page_room (PvImprime *self)
{
  return get_bottom (self) - self->marge - TETE;
}

double
pv_imprime_get_width (PvImprime *self)
{
  return get_full_width (self) - 2 * self->marge;
}

double
pv_imprime_get_margin (PvImprime *self)
{
  return self->marge;
}

void
pv_imprime_set_y (PvImprime *self, double y)
{
  self->y = y;
}

void
pv_imprime_skip (PvImprime *self, double height)
{
  self->y += height;
}

void
pv_imprime_need (PvImprime *self, double height)
{
  if (pv_imprime_get_room (self) < MIN (height, pv_imprime_get_page_room (self)))
    pv_imprime_begin_page (self, self->paysage);
}

cairo_t *
pv_imprime_get_cairo (PvImprime *self)
{
  return self->cr;
}

/* --- ink --------------------------------------------------------------------------------- */

void
pv_imprime_set_ink (PvImprime *self, const char *color)
{
  guint64 rgb = g_ascii_strtoull (color + 1, NULL, 16);

  cairo_set_source_rgb (self->cr, (double)(rgb >> 16 & 0xff) / 255, (double)(rgb >> 8 & 0xff) / 255,
                        (double)(rgb & 0xff) / 255);
}

void
pv_imprime_rule (PvImprime *self, double x, double y, double width, const char *color)
{
  pv_imprime_set_ink (self, color);
  cairo_set_line_width (self->cr, 0.6);
  cairo_move_to (self->cr, x, y);
  cairo_line_to (self->cr, x + width, y);
  cairo_stroke (self->cr);
}

PangoLayout *
pv_imprime_layout (PvImprime *self, PvImprimeStyle style, const char *markup, double width)
{
  PangoLayout *layout = pango_layout_new (self->pango);
  g_autoptr (PangoFontDescription) font =
      pango_font_description_copy (pango_context_get_font_description (self->pango));

  pango_font_description_set_absolute_size (font,
                                            styles[style].taille * self->echelle * PANGO_SCALE);
  pango_font_description_set_weight (font, styles[style].graisse);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_line_spacing (layout, 0);
  if (width > 0)
    pango_layout_set_width (layout, (int)(width * PANGO_SCALE));
  pango_layout_set_markup (layout, markup, -1);

  return layout;
}

void
pv_imprime_measure (PangoLayout *layout, double *width, double *height)
{
  PangoRectangle box;

  pango_layout_get_extents (layout, NULL, &box);
  if (width != NULL)
    *width = (double)box.width / PANGO_SCALE;
  if (height != NULL)
    *height = (double)box.height / PANGO_SCALE;
}

guint
pv_imprime_draw_lines (PvImprime *self,
                       PangoLayout *layout,
                       double x,
                       double y,
                       guint first,
                       double room,
                       double *height)
{
  PangoLayoutIter *iter = pango_layout_get_iter (layout);
  guint line = 0;
  double top = 0;
  double done = 0;

  do
    {
      PangoRectangle box;
      int low, high;
      double bottom = 0;

      if (line < first)
        continue;
      pango_layout_iter_get_line_yrange (iter, &low, &high);
      pango_layout_iter_get_line_extents (iter, NULL, &box);
      if (line == first)
        top = (double)low / PANGO_SCALE;
      bottom = (double)high / PANGO_SCALE - top;
      if (bottom > room + 0.1)
        break;
      cairo_move_to (self->cr, x + (double)box.x / PANGO_SCALE,
                     y + (double)pango_layout_iter_get_baseline (iter) / PANGO_SCALE - top);
      pango_cairo_show_layout_line (self->cr, pango_layout_iter_get_line_readonly (iter));
      done = bottom;
    }
  while (line++, pango_layout_iter_next_line (iter));

  pango_layout_iter_free (iter);
  if (height != NULL)
    *height = done;

  return MIN (line, (guint)pango_layout_get_line_count (layout));
}

void
pv_imprime_add_paragraph (PvImprime *self,
                          PvImprimeStyle style,
                          const char *markup,
                          double retrait,
                          PangoAlignment alignement,
                          gboolean justifie,
                          double ensemble)
{
  g_autoptr (PangoLayout) layout =
      pv_imprime_layout (self, style, markup, pv_imprime_get_width (self) - retrait);
  double tout = 0;
  guint n = 0;
  guint line = 0;

  pango_layout_set_alignment (layout, alignement);
  pango_layout_set_justify (layout, justifie);
  n = (guint)pango_layout_get_line_count (layout);
  pv_imprime_measure (layout, NULL, &tout);
  pv_imprime_need (self, MAX (MIN (tout, ensemble), 2 * styles[style].taille * self->echelle));
  while (line < n && !pv_imprime_is_stopped (self))
    {
      double height = 0;
      guint next = 0;

      pv_imprime_set_ink (self, styles[style].encre);
      next = pv_imprime_draw_lines (self, layout, self->marge + retrait, self->y, line,
                                    pv_imprime_get_room (self), &height);
      self->y += height;
      line = next;
      if (line < n)
        pv_imprime_begin_page (self, self->paysage);
    }
}

void
pv_imprime_add_text (PvImprime *self, PvImprimeStyle style, const char *markup)
{
  if (markup != NULL)
    pv_imprime_add_paragraph (self, style, markup, 0, PANGO_ALIGN_LEFT, FALSE, 0);
}

void
pv_imprime_add_section (PvImprime *self, const char *titre, double follows)
{
  g_autofree char *markup = g_markup_escape_text (titre, -1);
  g_autofree char *link = NULL;

  pv_imprime_need (self, 38 + follows);
  if (self->y > self->marge + TETE)
    self->y += 14;
  link = g_strdup_printf ("page=%u pos=[0.0 %.1f]", self->feuille, MAX (0, self->y - 10));
  if (self->ecrit)
    cairo_pdf_surface_add_outline (self->surface, CAIRO_PDF_OUTLINE_ROOT, titre, link,
                                   CAIRO_PDF_OUTLINE_FLAG_OPEN);
  pv_imprime_add_text (self, PV_STYLE_SECTION, markup);
  self->y += 4;
}
