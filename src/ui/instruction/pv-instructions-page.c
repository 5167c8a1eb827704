/* pv-instructions-page.c: instruction: the queue, the ranking, the avis asked of services
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "instruction/pv-instructions-page.h"

#include <glib/gi18n.h>

#include "avis/pv-avis-externes-vue.h"
#include "classement/pv-classement-vue.h"
#include "instruction/pv-file-vue.h"

struct _PvInstructionsPage
{
  PvPage parent_instance;

  GtkStack *stack;
};

/* The parts: each is an AdwBin with a `context`, made when the page is; listed in the order
 * of the switcher. */
static const struct
{
  const char *id;
  const char *title;
  GType (*get_type) (void);
  void (*refresh) (gpointer view);
} parts[] = {
  { "file", N_ ("My _Queue"), pv_file_vue_get_type, (void (*) (gpointer))pv_file_vue_refresh },
  { "classement", N_ ("_Ranking"), pv_classement_vue_get_type,
    (void (*) (gpointer))pv_classement_vue_refresh },
  { "avis-externes", N_ ("Avis of _Services"), pv_avis_externes_vue_get_type,
    (void (*) (gpointer))pv_avis_externes_vue_refresh },
};

G_DEFINE_FINAL_TYPE (PvInstructionsPage, pv_instructions_page, PV_TYPE_PAGE)

/* The part that is shown; the others are read when they are. */
static void
refresh_part (PvInstructionsPage *self)
{
  const char *id = gtk_stack_get_visible_child_name (self->stack);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (g_strcmp0 (parts[i].id, id) == 0)
      parts[i].refresh (gtk_stack_get_visible_child (self->stack));
}

static void
pv_instructions_page_refresh (PvPage *page)
{
  refresh_part (PV_INSTRUCTIONS_PAGE (page));
}

static void
part_cb (PvInstructionsPage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    pv_page_queue_refresh (PV_PAGE (self));
}

static void
pv_instructions_page_show_detail (PvPage *page, const char *detail)
{
  PvInstructionsPage *self = PV_INSTRUCTIONS_PAGE (page);
  GtkWidget *queue = gtk_stack_get_child_by_name (self->stack, "file");

  if (gtk_stack_get_child_by_name (self->stack, detail) != NULL)
    {
      gtk_stack_set_visible_child_name (self->stack, detail);
      return;
    }
  gtk_stack_set_visible_child (self->stack, queue);
  gtk_widget_activate_action (queue, "file.genre", "s", detail);
}

/* The queue alone is searched: from the other parts, Ctrl+F leads to the list of dossiers. */
static gboolean
pv_instructions_page_can_search (PvPage *page)
{
  return PV_IS_FILE_VUE (gtk_stack_get_visible_child (PV_INSTRUCTIONS_PAGE (page)->stack));
}

static void
pv_instructions_page_search (PvPage *page, const char *text)
{
  GtkWidget *queue = gtk_stack_get_child_by_name (PV_INSTRUCTIONS_PAGE (page)->stack, "file");

  pv_file_vue_search (PV_FILE_VUE (queue), text);
}

static void
pv_instructions_page_constructed (GObject *object)
{
  PvInstructionsPage *self = PV_INSTRUCTIONS_PAGE (object);
  PvContext *context = pv_page_get_context (PV_PAGE (self));

  G_OBJECT_CLASS (pv_instructions_page_parent_class)->constructed (object);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      GtkWidget *view = g_object_new (parts[i].get_type (), "context", context, NULL);
      GtkStackPage *page = gtk_stack_add_titled (self->stack, view, parts[i].id,
                                                 g_dgettext (GETTEXT_PACKAGE, parts[i].title));

      gtk_stack_page_set_use_underline (page, TRUE);
      if (PV_IS_FILE_VUE (view))
        g_object_bind_property (view, "count", self, "count", G_BINDING_SYNC_CREATE);
    }
}

static void
pv_instructions_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), PV_TYPE_INSTRUCTIONS_PAGE);

  G_OBJECT_CLASS (pv_instructions_page_parent_class)->dispose (object);
}

/* What is worked on comes before the parts of the page. */
static gboolean
pv_instructions_page_grab_focus (GtkWidget *widget)
{
  GtkWidget *part = gtk_stack_get_visible_child (PV_INSTRUCTIONS_PAGE (widget)->stack);

  return part != NULL && gtk_widget_grab_focus (part);
}

static void
pv_instructions_page_class_init (PvInstructionsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  PvPageClass *page_class = PV_PAGE_CLASS (klass);

  object_class->constructed = pv_instructions_page_constructed;
  object_class->dispose = pv_instructions_page_dispose;
  widget_class->grab_focus = pv_instructions_page_grab_focus;
  page_class->refresh = pv_instructions_page_refresh;
  page_class->show_detail = pv_instructions_page_show_detail;
  page_class->can_search = pv_instructions_page_can_search;
  page_class->search = pv_instructions_page_search;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/progville/Progville/instruction/pv-instructions-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PvInstructionsPage, stack);
  gtk_widget_class_bind_template_callback (widget_class, part_cb);
}

static void
pv_instructions_page_init (PvInstructionsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
