/* pv-card-cell.c: the cells of a table in a card
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "accueil/pv-card-cell.h"

#include "chart/pv-chart-swatch.h"
#include "widget/pv-format.h"

/* Narrow no-break spaces are widened as in the labels of amounts. */
static void
set_text (GtkLabel *label, const char *text)
{
  PangoAttrList *attributes = pv_format_attributes (text);

  gtk_label_set_text (label, text);
  gtk_label_set_attributes (label, attributes);
  pango_attr_list_unref (attributes);
}

GtkWidget *
pv_card_cell_new_text (const char *text, float xalign)
{
  GtkWidget *label = gtk_label_new (NULL);

  set_text (GTK_LABEL (label), text);
  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_widget_add_css_class (label, "pv-cell");
  if (xalign == 1)
    gtk_widget_add_css_class (label, "numeric");

  return label;
}

GtkWidget *
pv_card_cell_new (GtkWidget *child)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (box, "pv-cell");
  gtk_widget_set_valign (child, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), child);
  /* What expands in a cell does not widen its column. */
  gtk_widget_set_hexpand (box, FALSE);

  return box;
}

GtkWidget *
pv_card_cell_new_link (GtkWidget **button, float xalign)
{
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *cell;

  *button = gtk_button_new ();
  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_button_set_child (GTK_BUTTON (*button), label);
  gtk_widget_add_css_class (*button, "flat");
  if (xalign == 1)
    gtk_widget_add_css_class (*button, "numeric");
  gtk_widget_set_halign (*button, xalign == 1 ? GTK_ALIGN_END : GTK_ALIGN_START);
  gtk_widget_set_hexpand (*button, TRUE);
  cell = pv_card_cell_new (*button);

  return cell;
}

void
pv_card_link_set (GtkWidget *button,
                  const char *text,
                  const char *name,
                  const char *page,
                  const char *detail)
{
  set_text (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(ss)", page, detail);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.goto");
}

GtkWidget *
pv_card_head_new (const char *text, float xalign)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_widget_add_css_class (label, "pv-head");

  return label;
}

void
pv_card_legend_add (GtkBox *legend, PvChartPattern pattern, const char *words)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 5);
  GtkWidget *swatch = pv_chart_swatch_new (pattern);

  gtk_widget_set_valign (swatch, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), swatch);
  gtk_box_append (GTK_BOX (box),
                  gtk_label_new (words != NULL ? words : pv_chart_pattern_to_words (pattern)));
  gtk_box_append (legend, box);
}
