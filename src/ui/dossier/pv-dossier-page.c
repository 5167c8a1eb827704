/* pv-dossier-page.c: the page of a dossier
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dossier/pv-dossier-page.h"

#include <glib/gi18n.h>

#include "dossier/pv-dossier-page-private.h"

G_DEFINE_FINAL_TYPE (PvDossierPage, pv_dossier_page, PV_TYPE_PAGE)

/* --- leaving ---------------------------------------------------------------------------- */

/* What is typed about a dossier that is gone keeps nobody. */
static gboolean
pv_dossier_page_real_settle (PvPage *page)
{
  return PV_DOSSIER_PAGE (page)->gone ||
         PV_PAGE_CLASS (pv_dossier_page_parent_class)->settle (page);
}

static void
back_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (pv_page_settle (PV_PAGE (widget)))
    gtk_widget_activate_action (widget, "win.back", NULL);
}

/* --- reading ----------------------------------------------------------------------------- */

static void
pv_dossier_page_show_detail (PvPage *page, const char *detail)
{
  gtk_widget_activate_action (GTK_WIDGET (page), "dossier.section", "s", detail);
}

static void
pv_dossier_page_refresh (PvPage *page)
{
  PvDossierPage *self = PV_DOSSIER_PAGE (page);
  PvContext *context = pv_page_get_context (page);
  g_autoptr (GError) error = NULL;
  PvDossierFiche *fiche =
      pv_dossier_fiche_store_get (pv_context_get_reader (context), self->dossier_id, &error);

  if (fiche == NULL)
    {
      self->gone = TRUE;
      gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s",
                                  error != NULL ? error->message
                                                : _ ("This dossier is no longer in the file."));
      gtk_widget_activate_action (GTK_WIDGET (self), "win.back", NULL);
      return;
    }
  pv_dossier_fiche_free (self->fiche);
  self->fiche = fiche;
  pv_dossier_page_show_header (self);
  pv_dossier_page_update_suite (self);
  pv_dossier_page_load_sections (self);
}

/* --- the object ----------------------------------------------------------------------------- */

static void
pv_dossier_page_constructed (GObject *object)
{
  G_OBJECT_CLASS (pv_dossier_page_parent_class)->constructed (object);

  g_signal_connect_object (pv_page_get_context (PV_PAGE (object)), "notify::can-edit",
                           G_CALLBACK (pv_page_queue_refresh), object, G_CONNECT_SWAPPED);
}

static void
pv_dossier_page_dispose (GObject *object)
{
  PvDossierPage *self = PV_DOSSIER_PAGE (object);

  pv_dossier_page_stop_sections (self);
  gtk_widget_dispose_template (GTK_WIDGET (object), PV_TYPE_DOSSIER_PAGE);

  G_OBJECT_CLASS (pv_dossier_page_parent_class)->dispose (object);
}

static void
pv_dossier_page_finalize (GObject *object)
{
  PvDossierPage *self = PV_DOSSIER_PAGE (object);

  g_clear_pointer (&self->section, g_ptr_array_unref);
  g_clear_pointer (&self->fiche, pv_dossier_fiche_free);

  G_OBJECT_CLASS (pv_dossier_page_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, PvDossierPage, title_widget);
  gtk_widget_class_bind_template_child (widget_class, PvDossierPage, suite_box);
  gtk_widget_class_bind_template_child (widget_class, PvDossierPage, rank_label);
  gtk_widget_class_bind_template_child (widget_class, PvDossierPage, flap);
  gtk_widget_class_bind_template_child (widget_class, PvDossierPage, index);
  gtk_widget_class_bind_template_child (widget_class, PvDossierPage, statut_button);
  gtk_widget_class_bind_template_child (widget_class, PvDossierPage, statut_label);
  gtk_widget_class_bind_template_child (widget_class, PvDossierPage, cost_label);
  gtk_widget_class_bind_template_child (widget_class, PvDossierPage, mark_box);
  gtk_widget_class_bind_template_child (widget_class, PvDossierPage, mark_badge);
  gtk_widget_class_bind_template_child (widget_class, PvDossierPage, funder_button);
  gtk_widget_class_bind_template_child (widget_class, PvDossierPage, controls_button);
  gtk_widget_class_bind_template_child (widget_class, PvDossierPage, controls_icon);
  gtk_widget_class_bind_template_child (widget_class, PvDossierPage, controls_label);
  gtk_widget_class_bind_template_child (widget_class, PvDossierPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, PvDossierPage, sections);
  gtk_widget_class_bind_template_child (widget_class, PvDossierPage, statut_menu);
  gtk_widget_class_bind_template_callback (widget_class, pv_dossier_page_row_activated_cb);
}

static void
pv_dossier_page_class_init (PvDossierPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  PvPageClass *page_class = PV_PAGE_CLASS (klass);

  object_class->constructed = pv_dossier_page_constructed;
  object_class->dispose = pv_dossier_page_dispose;
  object_class->finalize = pv_dossier_page_finalize;
  page_class->refresh = pv_dossier_page_refresh;
  page_class->show_detail = pv_dossier_page_show_detail;
  page_class->settle = pv_dossier_page_real_settle;

  g_type_ensure (PV_TYPE_STATUS_LABEL);
  g_type_ensure (PV_TYPE_SEVERITY_ICON);
  g_type_ensure (PV_TYPE_MARK_BADGE);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/progville/Progville/dossier/pv-dossier-page.ui");
  bind_children (widget_class);

  gtk_widget_class_install_action (widget_class, "dossier.back", NULL, back_cb);
  pv_dossier_page_install_section_actions (widget_class);
  pv_dossier_page_install_suite_actions (widget_class);
  pv_dossier_page_install_actions (widget_class);
}

static void
pv_dossier_page_init (PvDossierPage *self)
{
  self->dossier_id = PV_INT_NULL;
  gtk_widget_init_template (GTK_WIDGET (self));
  pv_dossier_page_init_sections (self);
}

PvDossierPage *
pv_dossier_page_new (PvContext *context, gint64 dossier_id)
{
  PvDossierPage *self;

  g_return_val_if_fail (PV_IS_CONTEXT (context), NULL);

  self = g_object_new (PV_TYPE_DOSSIER_PAGE, "context", context, NULL);
  self->dossier_id = dossier_id;

  return self;
}

gint64
pv_dossier_page_get_dossier_id (PvDossierPage *self)
{
  g_return_val_if_fail (PV_IS_DOSSIER_PAGE (self), PV_INT_NULL);

  return self->dossier_id;
}

void
pv_dossier_page_set_dossier_id (PvDossierPage *self, gint64 dossier_id)
{
  g_return_if_fail (PV_IS_DOSSIER_PAGE (self));

  if (self->dossier_id == dossier_id)
    return;
  self->dossier_id = dossier_id;
  pv_dossier_page_jump (self, 0);
  pv_page_queue_refresh (PV_PAGE (self));
}

const PvDossierFiche *
pv_dossier_page_get_fiche (PvDossierPage *self)
{
  g_return_val_if_fail (PV_IS_DOSSIER_PAGE (self), NULL);

  return self->fiche;
}
