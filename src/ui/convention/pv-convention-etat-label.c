/* pv-convention-etat-label.c: how far a convention is, with its sign
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convention/pv-convention-etat-label.h"

#include <glib/gi18n.h>

#include "widget/pv-tooltip.h"

static const char *const styles[] = { "pv-error", "pv-warning", "pv-success", "secondary" };

typedef enum
{
  LOOK_LATE,
  LOOK_DUE,
  LOOK_DONE,
  LOOK_CALM,
} Look;

static const char *const icons[] = {
  "pv-warning-symbolic",
  "pv-avis-attendu-symbolic",
  "object-select-symbolic",
  "pv-avis-attendu-symbolic",
};

/* A convention that the law does not ask for is never late. */
static Look
get_look (PvConventionEtat etat, gboolean obligatoire, gint64 retard)
{
  if (pv_convention_etat_is_signee (etat))
    return LOOK_DONE;
  if (retard > 0)
    return LOOK_LATE;

  return obligatoire ? LOOK_DUE : LOOK_CALM;
}

char *
pv_convention_etat_dup_words (PvConventionEtat etat, gint64 retard)
{
  const char *words = pv_convention_etat_to_words (etat);

  if (retard == 0)
    return g_strdup (words);

  /* Translators: the state of a convention, then for how many days it is late, short */
  return g_strdup_printf (_ ("%s, %lu d late"), words, (gulong)retard);
}

GtkWidget *
pv_convention_etat_label_new (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *image = gtk_image_new ();
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "numeric");
  gtk_box_append (GTK_BOX (box), image);
  gtk_box_append (GTK_BOX (box), label);

  return box;
}

void
pv_convention_etat_label_show (GtkWidget *self,
                               PvConventionEtat etat,
                               gboolean obligatoire,
                               gint64 retard)
{
  Look look = get_look (etat, obligatoire, retard);
  g_autofree char *words = pv_convention_etat_dup_words (etat, retard);

  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    gtk_widget_remove_css_class (self, styles[i]);
  gtk_widget_add_css_class (self, styles[look]);
  gtk_image_set_from_icon_name (GTK_IMAGE (gtk_widget_get_first_child (self)), icons[look]);
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_last_child (self)), words);
  pv_tooltip_set (self, words);
}
