/* pv-dossiers-totaux.c: the totals under the columns of the list of dossiers
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dossier/pv-dossiers-totaux.h"

#include "dossier/pv-dossiers-colonnes.h"
#include "widget/pv-amount-label.h"

/* Between a sum and the edge of its column: as the cells have. */
#define CELL_PADDING 5
#define MARGIN 12

struct _PvDossiersTotaux
{
  GtkWidget parent_instance;

  GtkColumnView *view; /* not owned: beside it */
  GtkWidget *titre;    /* a box of two labels */
  GtkLabel *titre_label;
  GtkLabel *detail_label;
  GtkWidget *montants[PV_N_DOSSIER_COLONNES]; /* NULL: no amounts there */
};

G_DEFINE_FINAL_TYPE (PvDossiersTotaux, pv_dossiers_totaux, GTK_TYPE_WIDGET)

static void
pv_dossiers_totaux_measure (GtkWidget *widget,
                            GtkOrientation orientation,
                            int for_size,
                            int *minimum,
                            int *natural,
                            int *minimum_baseline,
                            int *natural_baseline)
{
  *minimum = *natural = 0;
  *minimum_baseline = *natural_baseline = -1;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    return;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int height = 0;

      gtk_widget_measure (child, orientation, -1, &height, NULL, NULL, NULL);
      *minimum = MAX (*minimum, height);
    }
  *natural = *minimum;
}

static void
place (GtkWidget *child, int x, int width, int height, int baseline)
{
  g_autoptr (GskTransform) transform =
      gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT ((float)x, 0));

  gtk_widget_allocate (child, width, height, baseline, g_steal_pointer (&transform));
}

static int
get_natural_width (GtkWidget *child)
{
  int width = 0;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);

  return width;
}

/* The right edge of a header of the list, from our left edge. */
static int
get_right_edge (PvDossiersTotaux *self, GtkWidget *header)
{
  graphene_rect_t bounds;

  if (!gtk_widget_compute_bounds (header, GTK_WIDGET (self), &bounds))
    return 0;

  return (int)(bounds.origin.x + bounds.size.width);
}

/* Each header is a child of the first child of the list, in the order of the columns. */
static void
pv_dossiers_totaux_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  PvDossiersTotaux *self = PV_DOSSIERS_TOTAUX (widget);
  GListModel *columns = self->view != NULL ? gtk_column_view_get_columns (self->view) : NULL;
  GtkWidget *headers =
      self->view != NULL ? gtk_widget_get_first_child (GTK_WIDGET (self->view)) : NULL;
  GtkWidget *header = headers != NULL ? gtk_widget_get_first_child (headers) : NULL;
  int first = width;

  for (int i = 0; i < PV_N_DOSSIER_COLONNES; i++)
    if (self->montants[i] != NULL)
      gtk_widget_set_child_visible (self->montants[i], FALSE);
  for (guint i = 0; columns != NULL && header != NULL && i < g_list_model_get_n_items (columns);
       i++, header = gtk_widget_get_next_sibling (header))
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
      PvDossierColonne colonne = pv_dossiers_colonne_of (column);
      GtkWidget *child = colonne != PV_DOSSIER_COLONNE_NULL ? self->montants[colonne] : NULL;
      int natural;
      int right;

      if (child == NULL)
        continue;
      gtk_widget_set_child_visible (child, TRUE);
      natural = get_natural_width (child);
      right = get_right_edge (self, header) - CELL_PADDING;
      place (child, right - natural, natural, height, baseline);
      first = MIN (first, right - natural);
    }
  place (self->titre, MARGIN, MAX (MIN (get_natural_width (self->titre), first - 2 * MARGIN), 0),
         height, baseline);
}

static void
pv_dossiers_totaux_dispose (GObject *object)
{
  PvDossiersTotaux *self = PV_DOSSIERS_TOTAUX (object);

  g_clear_pointer (&self->titre, gtk_widget_unparent);
  for (int i = 0; i < PV_N_DOSSIER_COLONNES; i++)
    g_clear_pointer (&self->montants[i], gtk_widget_unparent);
  self->view = NULL;

  G_OBJECT_CLASS (pv_dossiers_totaux_parent_class)->dispose (object);
}

static void
pv_dossiers_totaux_class_init (PvDossiersTotauxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pv_dossiers_totaux_dispose;
  widget_class->measure = pv_dossiers_totaux_measure;
  widget_class->size_allocate = pv_dossiers_totaux_size_allocate;

  gtk_widget_class_set_css_name (widget_class, "totaux");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

/* Whether what a column shows was summed. */
static gboolean
is_summed (const PvDossierTotaux *totaux, PvDossierColonne colonne, PvEtape etape)
{
  if (totaux == NULL)
    return FALSE;
  if (pv_dossier_colonne_get_groupe (colonne) >= 0)
    return totaux->etape == etape;

  return pv_dossier_colonne_get_etape (colonne) < 0 || totaux->toutes;
}

static GtkLabel *
add_label (GtkBox *box, const char *class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_widget_add_css_class (label, class);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (box, label);

  return GTK_LABEL (label);
}

static void
pv_dossiers_totaux_init (PvDossiersTotaux *self)
{
  self->titre = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_set_parent (self->titre, GTK_WIDGET (self));
  self->titre_label = add_label (GTK_BOX (self->titre), "heading");
  self->detail_label = add_label (GTK_BOX (self->titre), "secondary");
  for (int i = 0; i < PV_N_DOSSIER_COLONNES; i++)
    if (pv_dossiers_colonne_is_montant ((PvDossierColonne)i))
      {
        self->montants[i] = pv_amount_label_new (PV_CENTS_NULL);
        gtk_widget_set_parent (self->montants[i], GTK_WIDGET (self));
      }
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

void
pv_dossiers_totaux_set_view (PvDossiersTotaux *self, GtkColumnView *view)
{
  g_return_if_fail (PV_IS_DOSSIERS_TOTAUX (self));

  self->view = view;
}

void
pv_dossiers_totaux_show (PvDossiersTotaux *self,
                         const char *titre,
                         const char *detail,
                         const PvDossierTotaux *totaux,
                         PvEtape etape)
{
  g_return_if_fail (PV_IS_DOSSIERS_TOTAUX (self));

  gtk_label_set_label (self->titre_label, titre);
  gtk_label_set_label (self->detail_label, detail);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, titre, -1);
  for (int i = 0; i < PV_N_DOSSIER_COLONNES; i++)
    {
      PvAmountLabel *label = (PvAmountLabel *)self->montants[i];

      if (label == NULL)
        continue;
      if (!is_summed (totaux, (PvDossierColonne)i, etape))
        pv_amount_label_set_text (label, "");
      else
        {
          PvCents cents = pv_dossier_totaux_get_montant (totaux, (PvDossierColonne)i);

          /* a sum of nothing is 0; a row alone says what is not known */
          pv_amount_label_set_cents (label, cents == PV_CENTS_NULL ? 0 : cents);
        }
    }
  pv_dossiers_totaux_follow (self);
}

int
pv_dossiers_totaux_get_width (PvDossiersTotaux *self, PvDossierColonne colonne)
{
  g_return_val_if_fail (PV_IS_DOSSIERS_TOTAUX (self), 0);

  return self->montants[colonne] != NULL
             ? get_natural_width (self->montants[colonne]) + 2 * CELL_PADDING
             : 0;
}

void
pv_dossiers_totaux_follow (PvDossiersTotaux *self)
{
  g_return_if_fail (PV_IS_DOSSIERS_TOTAUX (self));

  gtk_widget_queue_allocate (GTK_WIDGET (self));
}
