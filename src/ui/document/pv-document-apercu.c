/* pv-document-apercu.c: the pages of a document, as they will be
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "document/pv-document-apercu.h"

#include <glib/gi18n.h>

#include "context/pv-reading.h"

struct _PvDocumentApercu
{
  AdwBin parent_instance;

  GCancellable *cancellable; /* of the drawing under way */
  guint n_pages;

  GtkWidget *manque_box;
  GtkLabel *manque;
  GtkStack *stack;
  GtkBox *pages;
  GtkLabel *sentence;
};

G_DEFINE_FINAL_TYPE (PvDocumentApercu, pv_document_apercu, ADW_TYPE_BIN)

static void
stop (PvDocumentApercu *self)
{
  pv_reading_stop (&self->cancellable);
}

static void
remove_pages (PvDocumentApercu *self)
{
  GtkWidget *child = NULL;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->pages))) != NULL)
    gtk_box_remove (self->pages, child);
  self->n_pages = 0;
}

static void
add_page (PvDocumentApercu *self, const PvDocumentPage *page, guint n)
{
  g_autoptr (GdkTexture) texture = gdk_memory_texture_new (
      page->largeur, page->hauteur, GDK_MEMORY_DEFAULT, page->pixels, (gsize)page->stride);
  GtkWidget *picture = gtk_picture_new_for_paintable (GDK_PAINTABLE (texture));
  g_autofree char *text = g_strdup_printf (_ ("Page %u of %u"), self->n_pages + 1, n);

  gtk_picture_set_can_shrink (GTK_PICTURE (picture), TRUE);
  gtk_picture_set_alternative_text (GTK_PICTURE (picture), text);
  gtk_widget_add_css_class (picture, "document-page");
  gtk_box_append (self->pages, picture);
  self->n_pages++;
}

static void
show_manque (PvDocumentApercu *self, const char *manque)
{
  gtk_label_set_label (self->manque, manque != NULL ? manque : "");
  gtk_widget_set_visible (self->manque_box, manque != NULL);
}

void
pv_document_apercu_clear (PvDocumentApercu *self, const char *sentence)
{
  g_return_if_fail (PV_IS_DOCUMENT_APERCU (self));

  stop (self);
  remove_pages (self);
  show_manque (self, NULL);
  gtk_label_set_label (self->sentence, sentence != NULL ? sentence : "");
  gtk_stack_set_visible_child_name (self->stack, "sentence");
}

static void
drawn_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PvDocumentApercu) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (PvDocumentVue) vue = pv_context_query_finish (PV_CONTEXT (source), result, &error);

  if (self->cancellable == NULL || g_task_get_cancellable (G_TASK (result)) != self->cancellable)
    return;

  g_clear_object (&self->cancellable);
  if (vue == NULL)
    {
      pv_document_apercu_clear (self, error->message);
      return;
    }

  if (vue->absent != NULL)
    {
      pv_document_apercu_clear (self, vue->absent);
      return;
    }

  remove_pages (self);
  for (guint i = 0; i < vue->pages->len; i++)
    add_page (self, vue->pages->pdata[i], vue->pages->len);
  show_manque (self, vue->manque);
  gtk_stack_set_visible_child_name (self->stack, "pages");
}

void
pv_document_apercu_show (PvDocumentApercu *self, PvContext *context, PvDocumentDemande *demande)
{
  g_return_if_fail (PV_IS_DOCUMENT_APERCU (self));
  g_return_if_fail (PV_IS_CONTEXT (context));

  stop (self);
  self->cancellable = g_cancellable_new ();
  pv_context_query_async (
      context, pv_document_demande_draw, demande, (GDestroyNotify)pv_document_demande_unref,
      (GDestroyNotify)pv_document_vue_free, self->cancellable, drawn_cb, g_object_ref (self));
}

guint
pv_document_apercu_get_n_pages (PvDocumentApercu *self)
{
  g_return_val_if_fail (PV_IS_DOCUMENT_APERCU (self), 0);

  return self->n_pages;
}

static void
pv_document_apercu_dispose (GObject *object)
{
  PvDocumentApercu *self = PV_DOCUMENT_APERCU (object);

  stop (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), PV_TYPE_DOCUMENT_APERCU);

  G_OBJECT_CLASS (pv_document_apercu_parent_class)->dispose (object);
}

static void
pv_document_apercu_class_init (PvDocumentApercuClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pv_document_apercu_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/progville/Progville/document/pv-document-apercu.ui");
  gtk_widget_class_bind_template_child (widget_class, PvDocumentApercu, manque_box);
  gtk_widget_class_bind_template_child (widget_class, PvDocumentApercu, manque);
  gtk_widget_class_bind_template_child (widget_class, PvDocumentApercu, stack);
  gtk_widget_class_bind_template_child (widget_class, PvDocumentApercu, pages);
  gtk_widget_class_bind_template_child (widget_class, PvDocumentApercu, sentence);
}

static void
pv_document_apercu_init (PvDocumentApercu *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
