/* pv-dossier-peintre.c: writes a row of the list of dossiers in its cells
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dossier/pv-dossier-peintre.h"

#include <math.h>
#include <string.h>

#include "dossier/pv-dossiers-colonnes.h"
#include "widget/pv-avis-summary.h"
#include "widget/pv-format.h"
#include "widget/pv-mark-badge.h"
#include "widget/pv-status-label.h"

#define ENCRE_KEY "pv-encre"
#define BARE_KEY "pv-bare"

#define ICON_SIZE 12
#define ICON_GAP 5
#define AVIS_GAP 2

/* As in widget.css */
#define MARK_SCALE 0.82
#define MARK_SIZE 1.6
#define MARK_BORDER 1.5

struct _PvDossierPeintre
{
  GtkWidget parent_instance;

  PvDossierLigne *ligne;
  gulong changed_id;
};

G_DEFINE_FINAL_TYPE (PvDossierPeintre, pv_dossier_peintre, GTK_TYPE_WIDGET)

/* --- what the painters of a view share ------------------------------------------------------- */

typedef struct
{
  PangoLayout *layout;
  PangoAttrList *chiffres; /* digits of the same width */
  PangoAttrList *marques;
  GdkTexture *rings[4]; /* of a mark + 1 */
  int ring_size;
  int ring_scale;
  GdkRGBA ring_colors[3];
  guint serial; /* of the font the height is of */
  int height;   /* of a line */
} Encre;

static void
encre_drop_rings (Encre *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (self->rings); i++)
    g_clear_object (&self->rings[i]);
}

static void
encre_free (gpointer data)
{
  Encre *self = data;

  encre_drop_rings (self);
  pango_attr_list_unref (self->marques);
  pango_attr_list_unref (self->chiffres);
  g_object_unref (self->layout);
  g_free (self);
}

static Encre *
get_encre (GtkWidget *view)
{
  Encre *self = g_object_get_data (G_OBJECT (view), ENCRE_KEY);

  if (self == NULL)
    {
      self = g_new0 (Encre, 1);
      self->layout = gtk_widget_create_pango_layout (view, NULL);
      pango_layout_set_single_paragraph_mode (self->layout, TRUE);
      pango_layout_set_ellipsize (self->layout, PANGO_ELLIPSIZE_END);
      self->chiffres = pango_attr_list_new ();
      pango_attr_list_insert (self->chiffres, pango_attr_font_features_new ("tnum"));
      self->marques = pango_attr_list_copy (self->chiffres);
      pango_attr_list_insert (self->marques, pango_attr_scale_new (MARK_SCALE));
      pango_attr_list_insert (self->marques, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
      g_object_set_data_full (G_OBJECT (view), ENCRE_KEY, self, encre_free);
    }

  return self;
}

static int
encre_get_height (Encre *self)
{
  PangoContext *context = pango_layout_get_context (self->layout);

  if (self->height == 0 || self->serial != pango_context_get_serial (context))
    {
      pango_layout_set_attributes (self->layout, NULL);
      pango_layout_set_text (self->layout, "0", 1);
      pango_layout_get_pixel_size (self->layout, NULL, &self->height);
      self->serial = pango_context_get_serial (context);
    }

  return self->height;
}

/* --- texts ----------------------------------------------------------------------------- */

/* Beyond, no screen is wide enough. */
#define MAX_BYTES 2048

static int
get_painted_bytes (const char *text)
{
  gsize length = strlen (text);

  return length <= MAX_BYTES ? (int)length
                             : (int)(g_utf8_find_prev_char (text, text + MAX_BYTES) - text);
}

/* Returns: (transfer full) */
static char *
get_text (const PvDossierResume *resume, PvDossierColonne colonne)
{
  if (resume == NULL || colonne == PV_DOSSIER_COLONNE_NULL)
    return g_strdup ("");
  if (pv_dossiers_colonne_is_montant (colonne))
    return pv_amount_to_text (pv_dossier_resume_get_montant (resume, colonne));

  return pv_dossier_resume_to_text (resume, colonne);
}

static const PvDossierResume *
get_resume (PvDossierPeintre *self)
{
  return self->ligne != NULL ? pv_dossier_ligne_get_resume (self->ligne) : NULL;
}

static GtkColumnView *
get_view (PvDossierPeintre *self)
{
  return GTK_COLUMN_VIEW (gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_COLUMN_VIEW));
}

/* The cells of a row are in the order of the columns. */
typedef struct
{
  GListModel *columns;
  guint next;
  GtkWidget *cell;
  PvDossierColonne colonne;
} Cells;

static void
cells_init (Cells *cells, GtkColumnView *view, GtkWidget *row)
{
  cells->columns = gtk_column_view_get_columns (view);
  cells->next = 0;
  cells->cell = NULL;
  cells->colonne = PV_DOSSIER_COLONNE_NULL;
  if (row != NULL)
    cells->cell = gtk_widget_get_first_child (row);
}

static gboolean
cells_next (Cells *cells)
{
  g_autoptr (GtkColumnViewColumn) column = NULL;

  if (cells->next > 0 && cells->cell != NULL)
    cells->cell = gtk_widget_get_next_sibling (cells->cell);
  if (cells->cell == NULL)
    return FALSE;
  column = g_list_model_get_item (cells->columns, cells->next++);
  if (column == NULL)
    return FALSE;
  cells->colonne = pv_dossiers_colonne_of (column);

  return TRUE;
}

static GtkWidget *
get_row (PvDossierPeintre *self)
{
  GtkWidget *cell = gtk_widget_get_parent (GTK_WIDGET (self));

  return cell != NULL ? gtk_widget_get_parent (cell) : NULL;
}

/* --- painting --------------------------------------------------------------------------- */

typedef struct
{
  Encre *encre;
  GtkStyleContext *style;
  GdkRGBA ink;
  GdkRGBA pale; /* of what is not known */
  GtkSnapshot *snapshot;
} Paint;

/* @color: (nullable): its name; @area: moves to what the icon leaves. */
static void
paint_icon (PvDossierPeintre *self,
            Paint *paint,
            const char *name,
            const char *color,
            int gap,
            graphene_rect_t *area)
{
  GtkWidget *widget = GTK_WIDGET (self);
  g_autoptr (GtkIconPaintable) icon = gtk_icon_theme_lookup_icon (
      gtk_icon_theme_get_for_display (gtk_widget_get_display (widget)), name, NULL, ICON_SIZE,
      gtk_widget_get_scale_factor (widget), gtk_widget_get_direction (widget), 0);
  GdkRGBA colors[4] = { paint->ink, paint->ink, paint->ink, paint->ink };

  if (color != NULL)
    gtk_style_context_lookup_color (paint->style, color, &colors[0]);
  gtk_snapshot_save (paint->snapshot);
  gtk_snapshot_translate (
      paint->snapshot,
      &GRAPHENE_POINT_INIT (area->origin.x,
                            area->origin.y + (float)(((int)area->size.height - ICON_SIZE) / 2)));
  gtk_symbolic_paintable_snapshot_symbolic (GTK_SYMBOLIC_PAINTABLE (icon), paint->snapshot,
                                            ICON_SIZE, ICON_SIZE, colors, G_N_ELEMENTS (colors));
  gtk_snapshot_restore (paint->snapshot);
  area->origin.x += (float)(ICON_SIZE + gap);
  area->size.width -= (float)(ICON_SIZE + gap);
}

static void
paint_statut (PvDossierPeintre *self, Paint *paint, graphene_rect_t *area)
{
  PvDossierStatut statut = get_resume (self)->statut;

  if (statut != PV_DOSSIER_STATUT_NULL)
    paint_icon (self, paint, pv_statut_to_icon_name (statut), pv_statut_to_color_name (statut),
                ICON_GAP, area);
}

static void
paint_text (Paint *paint, const char *text, PvDossierColonne colonne, const graphene_rect_t *area)
{
  PangoLayout *layout = paint->encre->layout;
  int width = MAX ((int)area->size.width, 0);
  PangoRectangle drawn;

  pango_layout_set_text (layout, text, get_painted_bytes (text));
  if (pv_dossiers_colonne_is_montant (colonne) && !g_str_equal (text, PV_TEXT_NULL))
    {
      g_autoptr (PangoAttrList) attributes = pv_format_attributes (text);

      pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum"));
      pango_layout_set_attributes (layout, attributes);
    }
  else
    pango_layout_set_attributes (
        layout, pv_dossiers_colonne_is_numeric (colonne) ? paint->encre->chiffres : NULL);
  pango_layout_set_width (layout, width * PANGO_SCALE);
  pango_layout_get_pixel_extents (layout, NULL, &drawn);
  gtk_snapshot_save (paint->snapshot);
  gtk_snapshot_translate (
      paint->snapshot,
      &GRAPHENE_POINT_INIT (area->origin.x - (float)drawn.x +
                                (float)(int)((float)MAX (width - drawn.width, 0) *
                                             pv_dossiers_colonne_get_xalign (colonne)),
                            area->origin.y + (float)(((int)area->size.height - drawn.height) / 2)));
  gtk_snapshot_append_layout (paint->snapshot, layout,
                              g_str_equal (text, PV_TEXT_NULL) ? &paint->pale : &paint->ink);
  gtk_snapshot_restore (paint->snapshot);
}

/* "3/5", then the shape of each avis that was given, as far as there is room. */
static void
paint_avis (PvDossierPeintre *self, Paint *paint, const char *text, graphene_rect_t *area)
{
  const PvDossierResume *resume = get_resume (self);
  PangoRectangle drawn;

  paint_text (paint, text, PV_DOSSIER_COLONNE_AVIS, area);
  pango_layout_get_pixel_extents (paint->encre->layout, NULL, &drawn);
  area->origin.x += (float)(drawn.width + AVIS_GAP);
  area->size.width -= (float)(drawn.width + AVIS_GAP);
  for (PvAvis avis = PV_AVIS_FAVORABLE; avis < PV_N_AVIS && area->size.width >= ICON_SIZE; avis++)
    if (resume->avis[avis] > 0)
      paint_icon (self, paint, pv_avis_to_icon_name (avis), pv_avis_to_color_name (avis), AVIS_GAP,
                  area);
}

/* As `mark` of widget.css; colours: of the ring, of its half, of the ink. */
static void
draw_ring (cairo_t *cr, int mark, double size, const GdkRGBA colors[3])
{
  cairo_translate (cr, size / 2, size / 2);
  cairo_set_line_width (cr, MARK_BORDER);
  if (mark == 1)
    {
      gdk_cairo_set_source_rgba (cr, &colors[1]);
      cairo_arc (cr, 0, 0, size / 2 - MARK_BORDER, 0, G_PI);
      cairo_fill (cr);
    }
  cairo_arc (cr, 0, 0, (size - MARK_BORDER) / 2, 0, 2 * G_PI);
  gdk_cairo_set_source_rgba (cr, &colors[0]);
  if (mark == 2)
    cairo_fill_preserve (cr);
  if (mark == PV_MARK_BADGE_NONE)
    {
      cairo_set_dash (cr, (const double[]){ 2 * MARK_BORDER, 1.5 * MARK_BORDER }, 2, 0);
      cairo_set_source_rgba (cr, colors[2].red, colors[2].green, colors[2].blue,
                             colors[2].alpha * 0.55);
    }
  cairo_stroke (cr);
}

/* (transfer full): one for all the rows, where a node of cairo would keep 10 KB for each. */
static GdkTexture *
ring_new (int mark, int size, int scale, const GdkRGBA colors[3])
{
  cairo_surface_t *surface =
      cairo_image_surface_create (CAIRO_FORMAT_ARGB32, size * scale, size * scale);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (GBytes) bytes = NULL;
  int stride = cairo_image_surface_get_stride (surface);

  cairo_scale (cr, scale, scale);
  draw_ring (cr, mark, size, colors);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  bytes = g_bytes_new (cairo_image_surface_get_data (surface), (gsize)(stride * size * scale));
  cairo_surface_destroy (surface);

  return gdk_memory_texture_new (size * scale, size * scale, GDK_MEMORY_DEFAULT, bytes,
                                 (gsize)stride);
}

/* @area: gives way to the place of the ring. */
static void
paint_ring (PvDossierPeintre *self, Paint *paint, int mark, graphene_rect_t *area)
{
  Encre *encre = paint->encre;
  const PangoFontDescription *font =
      pango_context_get_font_description (pango_layout_get_context (encre->layout));
  double em = MARK_SCALE * pango_font_description_get_size (font) / PANGO_SCALE;
  int size = (int)(MARK_SIZE * em + 2 * MARK_BORDER);
  int scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  GdkRGBA colors[3] = { paint->ink, paint->ink, paint->ink };

  gtk_style_context_lookup_color (paint->style, "pv_violet", &colors[0]);
  gtk_style_context_lookup_color (paint->style, "pv_violet_tint", &colors[1]);
  if (encre->ring_size != size || encre->ring_scale != scale ||
      memcmp (encre->ring_colors, colors, sizeof colors) != 0)
    encre_drop_rings (encre);
  if (encre->rings[mark + 1] == NULL)
    {
      encre->rings[mark + 1] = ring_new (mark, size, scale, colors);
      encre->ring_size = size;
      encre->ring_scale = scale;
      memcpy (encre->ring_colors, colors, sizeof colors);
    }
  *area = GRAPHENE_RECT_INIT (floorf (area->origin.x + (area->size.width - (float)size) / 2),
                              floorf (area->origin.y + (area->size.height - (float)size) / 2),
                              (float)size, (float)size);
  gtk_snapshot_append_texture (paint->snapshot, encre->rings[mark + 1], area);
}

static void
paint_mark (PvDossierPeintre *self, Paint *paint, int mark, graphene_rect_t *area)
{
  PangoLayout *layout = paint->encre->layout;
  const GdkRGBA *ink = mark == PV_MARK_BADGE_NONE ? &paint->pale : &paint->ink;
  GdkRGBA on_violet = paint->ink;
  PangoRectangle drawn;

  paint_ring (self, paint, mark, area);
  if (mark == 2 && gtk_style_context_lookup_color (paint->style, "pv_on_violet", &on_violet))
    ink = &on_violet;
  pango_layout_set_text (layout, pv_mark_to_digit (mark), -1);
  pango_layout_set_attributes (layout, paint->encre->marques);
  pango_layout_set_width (layout, -1);
  pango_layout_get_pixel_extents (layout, NULL, &drawn);
  gtk_snapshot_save (paint->snapshot);
  gtk_snapshot_translate (
      paint->snapshot,
      &GRAPHENE_POINT_INIT (
          floorf (area->origin.x + (area->size.width - (float)drawn.width) / 2) - (float)drawn.x,
          floorf (area->origin.y + (area->size.height - (float)drawn.height) / 2)));
  gtk_snapshot_append_layout (paint->snapshot, layout, ink);
  gtk_snapshot_restore (paint->snapshot);
}

static int
get_mark (const PvDossierResume *resume)
{
  return resume->marque != PV_INT_NULL ? (int)resume->marque : PV_MARK_BADGE_NONE;
}

/* Where a cell has its text, from the painter. */
static gboolean
find_area (PvDossierPeintre *self, GtkWidget *cell, graphene_rect_t *area)
{
  GtkBorder padding;

  if (!gtk_widget_compute_bounds (cell, GTK_WIDGET (self), area))
    return FALSE;
  gtk_style_context_get_padding (gtk_widget_get_style_context (cell), &padding);
  area->origin.x += padding.left;
  area->origin.y += padding.top;
  area->size.width -= (float)(padding.left + padding.right);
  area->size.height -= (float)(padding.top + padding.bottom);

  return area->size.width > 0;
}

static void
pv_dossier_peintre_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  PvDossierPeintre *self = PV_DOSSIER_PEINTRE (widget);
  const PvDossierResume *resume = get_resume (self);
  GtkColumnView *view = get_view (self);
  Paint paint = { .snapshot = snapshot };
  Cells cells;

  if (view == NULL || resume == NULL)
    return;

  paint.encre = get_encre (GTK_WIDGET (view));
  paint.style = gtk_widget_get_style_context (GTK_WIDGET (view));
  gtk_style_context_get_color (paint.style, &paint.ink);
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &paint.pale);
  cells_init (&cells, view, get_row (self));
  while (cells_next (&cells))
    {
      g_autofree char *text = NULL;
      graphene_rect_t area;

      if (cells.colonne == PV_DOSSIER_COLONNE_NULL || !find_area (self, cells.cell, &area))
        continue;
      if (cells.colonne == PV_DOSSIER_COLONNE_MARQUE)
        {
          paint_mark (self, &paint, get_mark (resume), &area);
          continue;
        }
      text = get_text (resume, cells.colonne);
      if (cells.colonne == PV_DOSSIER_COLONNE_AVIS)
        {
          paint_avis (self, &paint, text, &area);
          continue;
        }
      if (cells.colonne == PV_DOSSIER_COLONNE_STATUT)
        paint_statut (self, &paint, &area);
      paint_text (&paint, text, cells.colonne, &area);
    }
}

static void
pv_dossier_peintre_measure (GtkWidget *widget,
                            GtkOrientation orientation,
                            int for_size,
                            int *minimum,
                            int *natural,
                            int *minimum_baseline,
                            int *natural_baseline)
{
  GtkColumnView *view = get_view (PV_DOSSIER_PEINTRE (widget));

  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_VERTICAL && view != NULL)
    *minimum = *natural = encre_get_height (get_encre (GTK_WIDGET (view)));
}

/* --- the row ------------------------------------------------------------------------------ */

/* GTK gives each cell a gesture and a focus controller, which its row has too. */
static void
bare (GtkWidget *cell)
{
  g_autoptr (GListModel) controllers = NULL;

  if (g_object_get_data (G_OBJECT (cell), BARE_KEY) != NULL)
    return;
  g_object_set_data (G_OBJECT (cell), BARE_KEY, cell);
  controllers = gtk_widget_observe_controllers (cell);
  for (guint i = g_list_model_get_n_items (controllers); i > 0; i--)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i - 1);

      gtk_widget_remove_controller (cell, controller);
    }
}

/* Returns: (transfer full): what a cell says to who does not see it, or cannot read it */
static char *
get_words (const PvDossierResume *resume, PvDossierColonne colonne)
{
  if (resume != NULL && colonne == PV_DOSSIER_COLONNE_MARQUE)
    return g_strdup (pv_mark_to_words (get_mark (resume)));
  if (resume != NULL && colonne == PV_DOSSIER_COLONNE_AVIS)
    return pv_avis_summary_to_words (resume->avis, (guint)resume->n_avis_attendus);

  return get_text (resume, colonne);
}

static void
show (PvDossierPeintre *self)
{
  const PvDossierResume *resume = get_resume (self);
  GtkColumnView *view = get_view (self);
  Cells cells;

  if (view == NULL)
    return;

  cells_init (&cells, view, get_row (self));
  while (cells_next (&cells))
    {
      g_autofree char *text = NULL;

      bare (cells.cell);
      if (cells.colonne == PV_DOSSIER_COLONNE_NULL)
        continue;
      text = get_words (resume, cells.colonne);
      gtk_accessible_update_property (GTK_ACCESSIBLE (cells.cell), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      text, -1);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
drop_ligne (PvDossierPeintre *self)
{
  g_clear_signal_handler (&self->changed_id, self->ligne);
  g_clear_object (&self->ligne);
}

static void
pv_dossier_peintre_dispose (GObject *object)
{
  drop_ligne (PV_DOSSIER_PEINTRE (object));

  G_OBJECT_CLASS (pv_dossier_peintre_parent_class)->dispose (object);
}

static void
pv_dossier_peintre_class_init (PvDossierPeintreClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pv_dossier_peintre_dispose;
  widget_class->measure = pv_dossier_peintre_measure;
  widget_class->snapshot = pv_dossier_peintre_snapshot;
  gtk_widget_class_set_css_name (widget_class, "peintre");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
pv_dossier_peintre_init (PvDossierPeintre *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "secondary");
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

GtkWidget *
pv_dossier_peintre_new (void)
{
  return g_object_new (PV_TYPE_DOSSIER_PEINTRE, NULL);
}

void
pv_dossier_peintre_set_ligne (PvDossierPeintre *self, PvDossierLigne *ligne)
{
  GtkWidget *cell;

  g_return_if_fail (PV_IS_DOSSIER_PEINTRE (self));
  g_return_if_fail (ligne == NULL || PV_IS_DOSSIER_LIGNE (ligne));

  drop_ligne (self);
  if (ligne == NULL)
    return; /* the next row is shown in its turn */

  cell = gtk_widget_get_parent (GTK_WIDGET (self));
  gtk_widget_set_overflow (cell, GTK_OVERFLOW_VISIBLE); /* it writes in the others */
  gtk_widget_add_css_class (cell, "pv-peintre");
  self->ligne = g_object_ref (ligne);
  self->changed_id = g_signal_connect_swapped (ligne, "changed", G_CALLBACK (show), self);
  show (self);
}

/* --- the view ------------------------------------------------------------------------------- */

static PvDossierPeintre *
find_peintre (GtkWidget *row)
{
  for (GtkWidget *cell = gtk_widget_get_last_child (row); cell != NULL;
       cell = gtk_widget_get_prev_sibling (cell))
    {
      GtkWidget *child = gtk_widget_get_first_child (cell);

      if (PV_IS_DOSSIER_PEINTRE (child))
        return PV_DOSSIER_PEINTRE (child);
    }

  return NULL;
}

char *
pv_dossier_peintre_dup_tooltip (GtkColumnView *view, double x, double y)
{
  GtkWidget *at = gtk_widget_pick (GTK_WIDGET (view), x, y, GTK_PICK_DEFAULT);
  PvDossierPeintre *self = NULL;
  const PvDossierResume *resume;
  g_autofree char *text = NULL;
  Cells cells;

  /* up to the cell, the child of a row */
  while (at != NULL && at != GTK_WIDGET (view) &&
         (self = find_peintre (gtk_widget_get_parent (at))) == NULL)
    at = gtk_widget_get_parent (at);
  resume = self != NULL ? get_resume (self) : NULL;
  if (resume == NULL)
    return NULL;

  cells_init (&cells, view, get_row (self));
  while (cells_next (&cells) && cells.cell != at)
    ;
  if (cells.cell != at || cells.colonne == PV_DOSSIER_COLONNE_NULL ||
      (pv_dossiers_colonne_get_xalign (cells.colonne) > 0 &&
       cells.colonne != PV_DOSSIER_COLONNE_MARQUE))
    return NULL;
  text = cells.colonne == PV_DOSSIER_COLONNE_AXE ? g_strdup (resume->axe_libelle)
                                                 : get_words (resume, cells.colonne);

  return text == NULL || *text == '\0' || g_str_equal (text, PV_TEXT_NULL)
             ? NULL
             : g_steal_pointer (&text);
}

void
pv_dossier_peintre_follow (GtkColumnView *view, gboolean columns)
{
  GtkWidget *list = gtk_widget_get_last_child (GTK_WIDGET (view));

  g_return_if_fail (GTK_IS_COLUMN_VIEW (view));

  while (list != NULL && !GTK_IS_LIST_BASE (list))
    list = gtk_widget_get_prev_sibling (list);
  for (GtkWidget *row = list != NULL ? gtk_widget_get_first_child (list) : NULL; row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      PvDossierPeintre *self = find_peintre (row);

      if (self != NULL && columns)
        show (self);
      else if (self != NULL)
        gtk_widget_queue_draw (GTK_WIDGET (self));
    }
}
