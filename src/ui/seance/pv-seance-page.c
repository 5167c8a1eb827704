/* pv-seance-page.c: a séance: prepared, held, closed
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "seance/pv-seance-page.h"

#include <glib/gi18n.h>

#include "seance/cloture/pv-cloture-actions.h"
#include "seance/pv-seance-decisions.h"
#include "seance/pv-seance-mots.h"
#include "seance/pv-seance-preparation.h"
#include "seance/session/pv-seance-session.h"

struct _PvSeancePage
{
  PvPage parent_instance;

  gint64 seance_id;

  GtkWidget *header;
  GtkWidget *proces_verbal_button;
  AdwWindowTitle *title_widget;
  GtkStack *stack;
  AdwBin *preparation_bin;
  AdwBin *session_bin;
  AdwBin *close_bin;
};

G_DEFINE_FINAL_TYPE (PvSeancePage, pv_seance_page, PV_TYPE_PAGE)

static void
show_title (PvSeancePage *self, const PvSeanceResume *resume)
{
  g_autofree char *title = pv_seance_dup_title (resume);
  g_autofree char *subtitle = pv_seance_dup_subtitle (resume);

  adw_window_title_set_title (self->title_widget, title);
  adw_window_title_set_subtitle (self->title_widget, subtitle);
}

static void
show_preparation (PvSeancePage *self, const PvSeanceResume *resume)
{
  if (adw_bin_get_child (self->preparation_bin) == NULL)
    adw_bin_set_child (self->preparation_bin,
                       pv_seance_preparation_new (pv_page_get_context (PV_PAGE (self))));
  pv_seance_preparation_show (PV_SEANCE_PREPARATION (adw_bin_get_child (self->preparation_bin)),
                              resume);
}

/* It has a header of its own. */
static void
show_session (PvSeancePage *self)
{
  if (adw_bin_get_child (self->session_bin) == NULL)
    adw_bin_set_child (
        self->session_bin,
        pv_seance_session_new (pv_page_get_context (PV_PAGE (self)), self->seance_id));
  pv_seance_session_load (PV_SEANCE_SESSION (adw_bin_get_child (self->session_bin)));
}

static void
show_decisions (PvSeancePage *self, const PvSeanceResume *resume)
{
  if (adw_bin_get_child (self->close_bin) == NULL)
    adw_bin_set_child (self->close_bin,
                       pv_seance_decisions_new (pv_page_get_context (PV_PAGE (self))));
  pv_seance_decisions_show (PV_SEANCE_DECISIONS (adw_bin_get_child (self->close_bin)), resume);
}

/* What another state showed: a session that is over projects nothing more. */
static void
leave_others (PvSeancePage *self, PvSeanceEtat etat)
{
  if (etat != PV_SEANCE_ETAT_PREPAREE)
    adw_bin_set_child (self->preparation_bin, NULL);
  if (etat != PV_SEANCE_ETAT_OUVERTE)
    adw_bin_set_child (self->session_bin, NULL);
}

static void
pv_seance_page_refresh (PvPage *page)
{
  PvSeancePage *self = PV_SEANCE_PAGE (page);
  PvDb *reader = pv_context_get_reader (pv_page_get_context (page));
  g_autoptr (PvSeanceResume) resume = pv_seance_store_get_resume (reader, self->seance_id, NULL);

  pv_cloture_actions_update (page, self->seance_id,
                             resume != NULL ? (int)resume->seance->etat : PV_SEANCE_ETAT_NULL);
  gtk_widget_set_visible (self->proces_verbal_button,
                          resume != NULL && resume->seance->etat == PV_SEANCE_ETAT_CLOSE);
  if (resume == NULL)
    {
      leave_others (self, PV_SEANCE_ETAT_NULL);
      gtk_widget_set_visible (self->header, TRUE);
      gtk_stack_set_visible_child_name (self->stack, "gone");
      return;
    }
  show_title (self, resume);
  leave_others (self, resume->seance->etat);
  if (resume->seance->etat == PV_SEANCE_ETAT_PREPAREE)
    show_preparation (self, resume);
  else if (resume->seance->etat == PV_SEANCE_ETAT_OUVERTE)
    show_session (self);
  else
    show_decisions (self, resume);
  gtk_widget_set_visible (self->header, resume->seance->etat != PV_SEANCE_ETAT_OUVERTE);
  gtk_stack_set_visible_child_name (self->stack, pv_seance_etat_to_id (resume->seance->etat));
}

static void
pv_seance_page_constructed (GObject *object)
{
  G_OBJECT_CLASS (pv_seance_page_parent_class)->constructed (object);

  g_signal_connect_object (pv_page_get_context (PV_PAGE (object)), "notify::can-edit",
                           G_CALLBACK (pv_page_queue_refresh), object, G_CONNECT_SWAPPED);
}

static void
pv_seance_page_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), PV_TYPE_SEANCE_PAGE);

  G_OBJECT_CLASS (pv_seance_page_parent_class)->dispose (object);
}

static void
pv_seance_page_class_init (PvSeancePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = pv_seance_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = pv_seance_page_dispose;
  PV_PAGE_CLASS (klass)->refresh = pv_seance_page_refresh;
  pv_cloture_actions_install (widget_class);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/progville/Progville/seance/pv-seance-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PvSeancePage, header);
  gtk_widget_class_bind_template_child (widget_class, PvSeancePage, proces_verbal_button);
  gtk_widget_class_bind_template_child (widget_class, PvSeancePage, title_widget);
  gtk_widget_class_bind_template_child (widget_class, PvSeancePage, stack);
  gtk_widget_class_bind_template_child (widget_class, PvSeancePage, preparation_bin);
  gtk_widget_class_bind_template_child (widget_class, PvSeancePage, session_bin);
  gtk_widget_class_bind_template_child (widget_class, PvSeancePage, close_bin);
}

static void
pv_seance_page_init (PvSeancePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

PvPage *
pv_seance_page_new (PvContext *context, gint64 seance_id)
{
  PvSeancePage *self;

  g_return_val_if_fail (PV_IS_CONTEXT (context), NULL);

  self = g_object_new (PV_TYPE_SEANCE_PAGE, "context", context, NULL);
  self->seance_id = seance_id;

  return PV_PAGE (self);
}

gint64
pv_seance_page_get_seance_id (PvSeancePage *self)
{
  g_return_val_if_fail (PV_IS_SEANCE_PAGE (self), PV_INT_NULL);

  return self->seance_id;
}
