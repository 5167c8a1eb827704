/* pv-table-cells.c: the cells of a table that are a text
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "widget/pv-table-cells.h"

#include "widget/pv-format.h"
#include "widget/pv-tooltip.h"

GtkWidget *
pv_table_label_new (float xalign, gboolean numeric)
{
  GtkWidget *cell = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (cell), xalign);
  gtk_label_set_ellipsize (GTK_LABEL (cell), PANGO_ELLIPSIZE_END);
  if (numeric)
    gtk_widget_add_css_class (cell, "numeric");

  return cell;
}

GtkWidget *
pv_table_inscription_new (float xalign, gboolean numeric)
{
  GtkWidget *cell = gtk_inscription_new (NULL);

  gtk_inscription_set_xalign (GTK_INSCRIPTION (cell), xalign);
  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (cell),
                                     GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_inscription_set_min_chars (GTK_INSCRIPTION (cell), 0);
  gtk_inscription_set_nat_chars (GTK_INSCRIPTION (cell), 0);
  gtk_widget_set_hexpand (cell, TRUE);
  gtk_widget_set_valign (cell, GTK_ALIGN_CENTER);
  if (numeric)
    gtk_widget_add_css_class (cell, "numeric");

  return cell;
}

void
pv_table_inscription_show (GtkWidget *cell, const char *text, const char *tooltip)
{
  g_autoptr (PangoAttrList) attributes = NULL;

  g_return_if_fail (GTK_IS_INSCRIPTION (cell));
  g_return_if_fail (text != NULL);

  attributes = pv_format_attributes (text);
  gtk_inscription_set_text (GTK_INSCRIPTION (cell), text);
  gtk_inscription_set_attributes (GTK_INSCRIPTION (cell), attributes);
  pv_tooltip_set (cell, tooltip);
}
