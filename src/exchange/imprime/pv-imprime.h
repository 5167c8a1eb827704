/* pv-imprime.h: a document on A4 pages
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>
#include <pango/pangocairo.h>

G_BEGIN_DECLS

/* In points: everything here is. */
#define PV_IMPRIME_LARGEUR 595.276
#define PV_IMPRIME_HAUTEUR 841.89
#define PV_IMPRIME_MARGE 42.5 /* 15 mm */

/* Colours that remain told apart in grey. */
#define PV_ENCRE_TEXTE "#2e3436"
#define PV_ENCRE_SECONDAIRE "#5e6368"
#define PV_ENCRE_ACCENT "#1a5fb4"
#define PV_ENCRE_SUCCES "#1b6e3c"
#define PV_ENCRE_RESERVE "#8a5f00"
#define PV_ENCRE_ERREUR "#b01722"
#define PV_ENCRE_VIOLET "#613583"

typedef enum
{
  PV_STYLE_TITRE,
  PV_STYLE_SOUS_TITRE,
  PV_STYLE_SECTION,
  PV_STYLE_TEXTE,
  PV_STYLE_PETIT,
  PV_STYLE_ENTETE, /* of a column */
} PvImprimeStyle;

#define PV_N_IMPRIME_STYLES 6

/**
 * PvImprimeDescription:
 * @titre: of the document; also its property
 * @sujet: (nullable): what it is about, at the foot of each page
 * @auteur: (nullable): who it is from
 * @filigrane: (nullable): a word across each page
 * @cree_le: ISO instant written as its date
 * @marge: on each side; 0: %PV_IMPRIME_MARGE
 * @echelle: of the sizes of the text; 0: 1
 * @courrier: a letter: no heading on the pages that follow, and a foot with the number of the
 *   page only when there are several
 */
typedef struct
{
  const char *titre;
  const char *sujet;
  const char *auteur;
  const char *filigrane;
  const char *cree_le;
  double marge;
  double echelle;
  gboolean courrier;
} PvImprimeDescription;

/**
 * PvImprime:
 *
 * Writes a document from its top to its bottom. Nothing else here knows about pages:
 * what does not fit goes to the next one.
 */
typedef struct _PvImprime PvImprime;

/**
 * pv_imprime_new:
 * @path: (nullable): the PDF file; %NULL only counts the pages
 * @n_pages: of the whole document, for the foot of each page; 0 when it is not known yet
 * @cancellable: (nullable): looked at on each page
 */
PvImprime *pv_imprime_new (const char *path,
                           const PvImprimeDescription *description,
                           guint n_pages,
                           GCancellable *cancellable);

/* Only counts pages, of one document after the other: pv_imprime_begin_document(). */
PvImprime *pv_imprime_new_compte (const PvImprimeDescription *description,
                                  GCancellable *cancellable);

/* Draws each page as a picture, @pixels for a point. */
PvImprime *pv_imprime_new_images (const PvImprimeDescription *description,
                                  double pixels,
                                  guint n_pages,
                                  GCancellable *cancellable);

/**
 * pv_imprime_begin_document:
 *
 * What follows is another document of the same file, whose pages are counted from 1. It
 * begins with its first page.
 */
void
pv_imprime_begin_document (PvImprime *self, const char *titre, const char *sujet, guint n_pages);

/* Its pages so far, after pv_imprime_end(); (transfer none) (element-type cairo_surface_t) */
GPtrArray *pv_imprime_get_images (PvImprime *self);

void pv_imprime_free (PvImprime *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PvImprime, pv_imprime_free)

/* Ends the last page; (nullable): why the file could not be written, in words. */
const char *pv_imprime_end (PvImprime *self);

/* Of the document under way. */
guint pv_imprime_get_n_pages (PvImprime *self);

/* What follows would not be kept: cancelled, or the file cannot be written. */
gboolean pv_imprime_is_stopped (PvImprime *self);

/* Begins a page; @paysage: on its side. */
void pv_imprime_begin_page (PvImprime *self, gboolean paysage);

/* Goes to a page of that direction, unless the one under way has it. */
void pv_imprime_turn (PvImprime *self, gboolean paysage);

/* Where the next thing is written, what is left below, and the most a page can hold. */
double pv_imprime_get_y (PvImprime *self);
double pv_imprime_get_room (PvImprime *self);
double pv_imprime_get_page_room (PvImprime *self);
double pv_imprime_get_width (PvImprime *self);
double pv_imprime_get_margin (PvImprime *self);
void pv_imprime_skip (PvImprime *self, double height);
void pv_imprime_set_y (PvImprime *self, double y);

/* Begins a page of the same direction when less than @height is left. */
void pv_imprime_need (PvImprime *self, double height);

cairo_t *pv_imprime_get_cairo (PvImprime *self);

/* Sets the ink from #rrggbb. */
void pv_imprime_set_ink (PvImprime *self, const char *color);

/* A rule across, at @y. */
void pv_imprime_rule (PvImprime *self, double x, double y, double width, const char *color);

/* (transfer full): @width: 0 wraps nothing */
PangoLayout *
pv_imprime_layout (PvImprime *self, PvImprimeStyle style, const char *markup, double width);

/* Height and natural width of a layout. */
void pv_imprime_measure (PangoLayout *layout, double *width, double *height);

/**
 * pv_imprime_draw_lines:
 * @first: from which line
 * @room: how high it may be
 * @height: (out) (optional): how high the lines drawn are
 *
 * Draws as many lines as fit at @x, @y.
 *
 * Returns: the first line that was not drawn
 */
guint pv_imprime_draw_lines (PvImprime *self,
                             PangoLayout *layout,
                             double x,
                             double y,
                             guint first,
                             double room,
                             double *height);

/* A paragraph, over as many pages as it takes; nothing for %NULL. */
void pv_imprime_add_text (PvImprime *self, PvImprimeStyle style, const char *markup);

/* The same; @retrait: from the left margin; justified when @justifie; kept on one page when it
 * is not higher than @ensemble. */
void pv_imprime_add_paragraph (PvImprime *self,
                               PvImprimeStyle style,
                               const char *markup,
                               double retrait,
                               PangoAlignment alignement,
                               gboolean justifie,
                               double ensemble);

/* The heading of a section, that stays with at least @follows of what follows it. It is
 * in the outline of the file. */
void pv_imprime_add_section (PvImprime *self, const char *titre, double follows);

G_END_DECLS
