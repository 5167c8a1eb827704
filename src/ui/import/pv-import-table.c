/* pv-import-table.c: the tables of the import
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "import/pv-import-table.h"

#include "widget/pv-table-cells.h"
#include "widget/pv-table-columns.h"
#include "widget/pv-tooltip.h"

#define TEXTE_MASK (PV_CELLULE_NUMERIC - 1)

static PvLigneTexte
get_texte (guint cellule)
{
  return (PvLigneTexte)(cellule & TEXTE_MASK);
}

static gboolean
is_icon (PvLigneTexte texte)
{
  return texte == PV_LIGNE_FLECHE || texte == PV_LIGNE_ICONE;
}

static GtkWidget *
icon_new (void)
{
  GtkWidget *image = gtk_image_new ();

  gtk_widget_set_halign (image, GTK_ALIGN_CENTER);
  gtk_image_set_icon_size (GTK_IMAGE (image), GTK_ICON_SIZE_NORMAL);
  gtk_image_set_pixel_size (GTK_IMAGE (image), 14);

  return image;
}

static GtkWidget *
text_new (guint cellule)
{
  GtkWidget *label = pv_table_label_new ((cellule & PV_CELLULE_END) != 0 ? 1 : 0,
                                         (cellule & PV_CELLULE_NUMERIC) != 0);

  /* a sentence */
  if (get_texte (cellule) == PV_LIGNE_RAISON)
    {
      gtk_label_set_width_chars (GTK_LABEL (label), 56);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_lines (GTK_LABEL (label), 2);
    }

  return label;
}

static GtkWidget *
make_cell (GtkListItem *item, guint cellule)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *child = is_icon (get_texte (cellule)) ? icon_new () : text_new (cellule);

  gtk_widget_set_hexpand (child, TRUE);
  if ((cellule & PV_CELLULE_SECONDARY) != 0)
    gtk_widget_add_css_class (child, "secondary");
  if ((cellule & PV_CELLULE_FORT) != 0)
    gtk_widget_add_css_class (child, "pv-fort");
  gtk_box_append (GTK_BOX (box), child);

  return box;
}

static void
show_icon (GtkImage *image, PvImportLigne *ligne, PvLigneTexte texte)
{
  gtk_image_set_from_icon_name (image, pv_import_ligne_get (ligne, texte));
  if (texte != PV_LIGNE_ICONE)
    return;
  g_object_set (image, "css-classes", pv_import_ligne_get_icon_classes (ligne), NULL);
  pv_tooltip_set (GTK_WIDGET (image), pv_import_ligne_get (ligne, PV_LIGNE_GRAVITE));
}

static void
show_cell (GtkListItem *item, guint cellule)
{
  PvImportLigne *ligne = gtk_list_item_get_item (item);
  GtkWidget *box = gtk_list_item_get_child (item);
  GtkWidget *child = gtk_widget_get_first_child (box);
  PvLigneTexte texte = get_texte (cellule);

  g_object_set (box, "css-classes", pv_import_ligne_get_classes (ligne), NULL);
  if (is_icon (texte))
    {
      show_icon (GTK_IMAGE (child), ligne, texte);
      return;
    }
  gtk_label_set_label (GTK_LABEL (child), pv_import_ligne_get (ligne, texte));
  pv_tooltip_set (child, pv_import_ligne_get (ligne, texte));
}

static const PvTableKind kind = { .make = make_cell, .show = show_cell, .changed = "notify" };

void
pv_import_table_prepare (GtkColumnView *view, const guint *cellules)
{
  GListModel *columns;

  g_return_if_fail (GTK_IS_COLUMN_VIEW (view));
  g_return_if_fail (cellules != NULL);

  columns = gtk_column_view_get_columns (view);
  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
      gboolean ours = gtk_column_view_column_get_factory (column) == NULL;
      GtkAlign align = ours && (*cellules & PV_CELLULE_END) != 0 ? GTK_ALIGN_END : GTK_ALIGN_START;

      pv_table_size_column (column, gtk_column_view_column_get_fixed_width (column), align);
      if (ours)
        {
          g_autoptr (GtkListItemFactory) factory = pv_table_factory_new (&kind, *cellules++);

          gtk_column_view_column_set_factory (column, factory);
        }
    }
  pv_table_follow_text (view);
}
