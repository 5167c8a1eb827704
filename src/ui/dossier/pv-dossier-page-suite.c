/* pv-dossier-page-suite.c: the list that the page of a dossier was opened from
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n.h>

#include "dossier/pv-dossier-liste.h"
#include "dossier/pv-dossier-page-private.h"
#include "widget/pv-format.h"

/* Where the dossier is in it, GTK_INVALID_LIST_POSITION when it is not. */
static guint
find_rank (PvDossierPage *self, PvDossierListe **liste)
{
  GListModel *suite = pv_context_get_suite (pv_page_get_context (PV_PAGE (self)));

  *liste = NULL;
  if (!PV_IS_DOSSIER_LISTE (suite))
    return GTK_INVALID_LIST_POSITION;
  *liste = PV_DOSSIER_LISTE (suite);

  return pv_dossier_liste_find (*liste, self->dossier_id);
}

void
pv_dossier_page_update_suite (PvDossierPage *self)
{
  PvDossierListe *liste;
  guint rank = find_rank (self, &liste);
  guint n = liste != NULL ? g_list_model_get_n_items (G_LIST_MODEL (liste)) : 0;
  gboolean known = rank != GTK_INVALID_LIST_POSITION;

  gtk_widget_set_visible (self->suite_box, known);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dossier.previous", known && rank > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "dossier.next", known && rank + 1 < n);
  if (known)
    {
      g_autofree char *at = pv_count_to_text (rank + 1);
      g_autofree char *all = pv_count_to_text (n);
      /* Translators: the rank of a dossier in a list. */
      g_autofree char *text = g_strdup_printf (_ ("%s of %s"), at, all);

      gtk_label_set_label (self->rank_label, text);
    }
}

static void
step_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvDossierPage *self = PV_DOSSIER_PAGE (widget);
  PvDossierListe *liste;
  guint rank = find_rank (self, &liste);
  gint64 id;

  if (rank == GTK_INVALID_LIST_POSITION || !pv_page_settle (PV_PAGE (self)))
    return;
  id = pv_dossier_liste_get_id (liste, g_str_equal (name, "dossier.next") ? rank + 1 : rank - 1);
  if (id > 0)
    pv_dossier_page_set_dossier_id (self, id);
}

void
pv_dossier_page_install_suite_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "dossier.previous", NULL, step_cb);
  gtk_widget_class_install_action (widget_class, "dossier.next", NULL, step_cb);
}
