/* pv-cloture-actions.c: what ends a séance, and what follows
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "seance/cloture/pv-cloture-actions.h"

#include "seance/cloture/pv-cloture-dialog.h"
#include "seance/cloture/pv-proces-verbal-save.h"
#include "seance/cloture/pv-rectification-dialog.h"
#include "seance/pv-seance.h"
#include "seance/session/pv-seance-session.h"

#define KEY "pv-cloture-seance"

static gint64
get_seance (GtkWidget *page)
{
  const gint64 *id = g_object_get_data (G_OBJECT (page), KEY);

  return id != NULL ? *id : PV_INT_NULL;
}

static GtkWindow *
get_window (GtkWidget *page)
{
  return GTK_WINDOW (gtk_widget_get_root (page));
}

/* Where the dossiers of an open séance are: in the page, or the page itself. */
static GtkWidget *
find_session (GtkWidget *widget)
{
  if (PV_IS_SEANCE_SESSION (widget))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_session (child);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* What is still being typed is part of what is checked. */
static void
clore_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkWidget *session = find_session (widget);
  PvClotureDialog *dialog;

  if (!pv_page_settle (PV_PAGE (widget)))
    return;
  dialog = pv_cloture_dialog_new (get_window (widget), pv_page_get_context (PV_PAGE (widget)),
                                  get_seance (widget));
  pv_cloture_dialog_set_page (dialog, session != NULL ? session : widget);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
proces_verbal_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gboolean workbook = g_str_equal (g_variant_get_string (parameter, NULL), "xlsx");

  pv_proces_verbal_save (widget, pv_page_get_context (PV_PAGE (widget)), get_seance (widget),
                         workbook ? ".xlsx" : ".pdf", NULL);
}

static void
rectifier_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GError) error = NULL;
  PvRectificationDialog *dialog =
      pv_rectification_dialog_new (get_window (widget), pv_page_get_context (PV_PAGE (widget)),
                                   g_variant_get_int64 (parameter), &error);

  if (dialog != NULL)
    gtk_window_present (GTK_WINDOW (dialog));
  else
    gtk_widget_activate_action (widget, "win.toast", "s", error->message);
}

void
pv_cloture_actions_install (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "seance.clore", NULL, clore_cb);
  gtk_widget_class_install_action (klass, "seance.proces-verbal", "s", proces_verbal_cb);
  gtk_widget_class_install_action (klass, "seance.rectifier", "x", rectifier_cb);
}

void
pv_cloture_actions_update (PvPage *page, gint64 seance_id, int etat)
{
  gboolean editable = pv_context_can_edit (pv_page_get_context (page));

  g_object_set_data_full (G_OBJECT (page), KEY, g_memdup2 (&seance_id, sizeof seance_id), g_free);
  gtk_widget_action_set_enabled (GTK_WIDGET (page), "seance.clore",
                                 editable && etat == PV_SEANCE_ETAT_OUVERTE);
  gtk_widget_action_set_enabled (GTK_WIDGET (page), "seance.proces-verbal",
                                 etat != PV_SEANCE_ETAT_NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (page), "seance.rectifier",
                                 editable && etat == PV_SEANCE_ETAT_CLOSE);
}
