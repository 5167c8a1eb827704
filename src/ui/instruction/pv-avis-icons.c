/* pv-avis-icons.c: an avis, drawn
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "instruction/pv-avis-icons.h"

#include <glib/gi18n.h>

#include "widget/pv-tooltip.h"

void
pv_avis_set_icon (GtkImage *image, PvAvis avis)
{
  g_return_if_fail (GTK_IS_IMAGE (image));

  gtk_image_set_from_icon_name (image, pv_avis_to_icon_name (avis));
  for (PvAvis other = PV_AVIS_NULL; other < PV_N_AVIS; other++)
    gtk_widget_remove_css_class (GTK_WIDGET (image), pv_avis_to_css_class (other));
  gtk_widget_add_css_class (GTK_WIDGET (image), pv_avis_to_css_class (avis));
}

char *
pv_avis_list_to_text (const GArray *tous)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < tous->len; i++)
    {
      const PvInstructionAvis *avis = &g_array_index (tous, PvInstructionAvis, i);

      if (i > 0)
        g_string_append_c (text, '\n');
      /* Translators: an institution and its avis: "Région: with reservations" */
      g_string_append_printf (text, _ ("%s: %s"), avis->institution, pv_avis_to_words (avis->avis));
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* --- all of a dossier ---------------------------------------------------------------------- */

struct _PvAvisGlance
{
  GtkBox parent_instance;

  GtkLabel *count;
  GPtrArray *images; /* of GtkImage, owned by the box */
};

G_DEFINE_FINAL_TYPE (PvAvisGlance, pv_avis_glance, GTK_TYPE_BOX)

static void
pv_avis_glance_finalize (GObject *object)
{
  g_ptr_array_unref (PV_AVIS_GLANCE (object)->images);

  G_OBJECT_CLASS (pv_avis_glance_parent_class)->finalize (object);
}

static void
pv_avis_glance_class_init (PvAvisGlanceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = pv_avis_glance_finalize;
}

static void
pv_avis_glance_init (PvAvisGlance *self)
{
  self->images = g_ptr_array_new ();
  gtk_box_set_spacing (GTK_BOX (self), 3);
  self->count = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "numeric");
  gtk_widget_set_margin_end (GTK_WIDGET (self->count), 3);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->count));
}

GtkWidget *
pv_avis_glance_new (void)
{
  return g_object_new (PV_TYPE_AVIS_GLANCE, NULL);
}

static GtkImage *
get_image (PvAvisGlance *self, guint i)
{
  if (i == self->images->len)
    {
      GtkWidget *image = gtk_image_new ();

      gtk_image_set_pixel_size (GTK_IMAGE (image), 14);
      gtk_box_append (GTK_BOX (self), image);
      g_ptr_array_add (self->images, image);
    }

  return self->images->pdata[i];
}

void
pv_avis_glance_set (PvAvisGlance *self, const GArray *tous)
{
  g_autofree char *text = NULL;
  g_autofree char *count = NULL;
  guint given = 0;

  g_return_if_fail (PV_IS_AVIS_GLANCE (self));

  for (guint i = 0; i < MAX (tous->len, self->images->len); i++)
    {
      GtkImage *image = get_image (self, i);

      gtk_widget_set_visible (GTK_WIDGET (image), i < tous->len);
      if (i >= tous->len)
        continue;
      pv_avis_set_icon (image, g_array_index (tous, PvInstructionAvis, i).avis);
      if (g_array_index (tous, PvInstructionAvis, i).avis != PV_AVIS_NULL)
        given++;
    }
  count = g_strdup_printf ("%u/%u", given, tous->len);
  text = pv_avis_list_to_text (tous);
  gtk_label_set_label (self->count, count);
  pv_tooltip_set (GTK_WIDGET (self), text);
}
