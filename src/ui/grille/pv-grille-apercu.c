/* pv-grille-apercu.c: a grid as whoever marks sees it
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "grille/pv-grille-apercu.h"

#include <glib/gi18n.h>
#include <inttypes.h>

#include "grille/pv-critere.h"

/* Above, a mark is typed. */
#define BUTTONS_MAX 10

struct _PvGrilleApercu
{
  AdwBin parent_instance;

  GtkBox *rows;
};

G_DEFINE_FINAL_TYPE (PvGrilleApercu, pv_grille_apercu, ADW_TYPE_BIN)

static GtkWidget *
cell_new (const char *text)
{
  GtkWidget *cell = gtk_label_new (text);

  gtk_widget_add_css_class (cell, "pv-note");
  gtk_widget_add_css_class (cell, "numeric");

  return cell;
}

static GtkWidget *
marks_new (const PvCritere *critere)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 1);

  gtk_widget_add_css_class (box, "pv-notes");
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  if (critere->maximum > BUTTONS_MAX)
    {
      g_autofree char *text = g_strdup_printf (_ ("0 to %d"), (int)critere->maximum);

      gtk_box_append (GTK_BOX (box), cell_new (text));
      return box;
    }
  for (int i = 0; i <= critere->maximum; i++)
    {
      g_autofree char *text = g_strdup_printf ("%d", i);

      gtk_box_append (GTK_BOX (box), cell_new (text));
    }

  return box;
}

static GtkWidget *
name_new (const PvCritere *critere, guint position)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *text =
      g_strdup_printf ("%u. %s", position + 1, critere->libelle != NULL ? critere->libelle : "");
  GtkWidget *labels[] = { gtk_label_new (text), gtk_label_new (critere->aide) };

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      gtk_label_set_xalign (GTK_LABEL (labels[i]), 0);
      gtk_label_set_wrap (GTK_LABEL (labels[i]), TRUE);
      gtk_box_append (GTK_BOX (box), labels[i]);
    }
  gtk_widget_add_css_class (labels[1], "caption");
  gtk_widget_add_css_class (labels[1], "secondary");
  gtk_widget_set_visible (labels[1], critere->aide != NULL);
  gtk_widget_set_hexpand (box, TRUE);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);

  return box;
}

static GtkWidget *
row_new (const PvCritere *critere, guint position)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  g_autofree char *weight = g_strdup_printf ("× %" PRId64, critere->poids);
  GtkWidget *label = gtk_label_new (weight);
  GtkWidget *na = cell_new (_ ("N/A"));
  GtkWidget *na_box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (row, "pv-grille-apercu-row");
  gtk_widget_add_css_class (label, "secondary");
  gtk_widget_add_css_class (label, "numeric");
  gtk_box_append (GTK_BOX (row), name_new (critere, position));
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (row), marks_new (critere));
  gtk_widget_add_css_class (na_box, "pv-notes");
  gtk_widget_set_valign (na_box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (na_box), na);
  gtk_widget_set_opacity (na_box, critere->sans_objet_permis ? 1 : 0);
  gtk_box_append (GTK_BOX (row), na_box);

  return row;
}

void
pv_grille_apercu_show (PvGrilleApercu *self, GPtrArray *criteres)
{
  GtkWidget *child;

  g_return_if_fail (PV_IS_GRILLE_APERCU (self));

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->rows))) != NULL)
    gtk_box_remove (self->rows, child);
  for (guint i = 0; i < criteres->len; i++)
    gtk_box_append (self->rows, row_new (criteres->pdata[i], i));
  gtk_widget_set_visible (GTK_WIDGET (self), criteres->len > 0);
}

static void
pv_grille_apercu_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), PV_TYPE_GRILLE_APERCU);

  G_OBJECT_CLASS (pv_grille_apercu_parent_class)->dispose (object);
}

static void
pv_grille_apercu_class_init (PvGrilleApercuClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pv_grille_apercu_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/progville/Progville/grille/pv-grille-apercu.ui");
  gtk_widget_class_bind_template_child (widget_class, PvGrilleApercu, rows);
}

static void
pv_grille_apercu_init (PvGrilleApercu *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
