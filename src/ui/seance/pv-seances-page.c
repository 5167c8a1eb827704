/* pv-seances-page.c: the séances of the committees
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "seance/pv-seances-page.h"

#include <glib/gi18n.h>

#include "appel/pv-appel-store.h"
#include "seance/pv-seance-dialog.h"
#include "seance/pv-seance-item.h"
#include "seance/pv-seance-mots.h"
#include "seance/pv-seance-service.h"
#include "widget/pv-format.h"

struct _PvSeancesPage
{
  PvPage parent_instance;

  GListStore *store; /* of PvSeanceItem */
  GtkSingleSelection *selection;

  GtkStack *stack;
  GtkLabel *title;
  GtkColumnView *view;
};

G_DEFINE_FINAL_TYPE (PvSeancesPage, pv_seances_page, PV_TYPE_PAGE)

static const PvSeanceResume *
get_selected (PvSeancesPage *self)
{
  PvSeanceItem *item = gtk_single_selection_get_selected_item (self->selection);

  return item != NULL ? pv_seance_item_get (item) : NULL;
}

static void
update_actions (PvSeancesPage *self)
{
  gboolean can_edit = pv_context_can_edit (pv_page_get_context (PV_PAGE (self)));
  const PvSeanceResume *selected = get_selected (self);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "seances.new", can_edit);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "seances.delete",
                                 can_edit && selected != NULL &&
                                     selected->seance->etat == PV_SEANCE_ETAT_PREPAREE);
}

/* --- reading ------------------------------------------------------------------------------- */

static void
show_title (PvSeancesPage *self)
{
  PvContext *context = pv_page_get_context (PV_PAGE (self));
  gint64 appel_id = pv_context_get_appel (context);
  g_autoptr (PvAppel) appel =
      appel_id != PV_INT_NULL ? pv_appel_store_get (pv_context_get_reader (context), appel_id, NULL)
                              : NULL;
  g_autofree char *title =
      appel != NULL ? g_strdup_printf (_ ("Séances of %s"), appel->libelle) : NULL;

  gtk_label_set_label (self->title, title != NULL ? title : _ ("Séances of all calls"));
}

/* Beside the name of the page: those that are still to be held. */
static void
show_count (PvSeancesPage *self, GPtrArray *resumes)
{
  gint64 n = 0;
  g_autofree char *count = NULL;

  for (guint i = 0; i < resumes->len; i++)
    if (((PvSeanceResume *)resumes->pdata[i])->seance->etat != PV_SEANCE_ETAT_CLOSE)
      n++;
  count = n > 0 ? pv_count_to_text (n) : NULL;
  pv_page_set_count (PV_PAGE (self), count);
}

static void
take (PvSeancesPage *self, GPtrArray *resumes)
{
  const PvSeanceResume *before = get_selected (self);
  gint64 selected = before != NULL ? before->seance->id : PV_INT_NULL;
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  guint position = 0;

  g_ptr_array_set_free_func (resumes, NULL);
  for (guint i = 0; i < resumes->len; i++)
    {
      PvSeanceResume *resume = resumes->pdata[i];

      if (resume->seance->id == selected)
        position = i;
      g_ptr_array_add (items, pv_seance_item_new (resume));
    }
  g_list_store_splice (self->store, 0, g_list_model_get_n_items (G_LIST_MODEL (self->store)),
                       items->pdata, items->len);
  gtk_single_selection_set_selected (self->selection, position);
}

static void
pv_seances_page_refresh (PvPage *page)
{
  PvSeancesPage *self = PV_SEANCES_PAGE (page);
  PvContext *context = pv_page_get_context (page);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) resumes = pv_seance_store_list (pv_context_get_reader (context),
                                                        pv_context_get_appel (context), &error);

  if (resumes == NULL)
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", error->message);
      return;
    }
  show_title (self);
  show_count (self, resumes);
  take (self, resumes);
  gtk_stack_set_visible_child_name (self->stack, resumes->len > 0 ? "list" : "empty");
  update_actions (self);
}

/* --- actions ------------------------------------------------------------------------------- */

static void
created_cb (PvSeancesPage *self, gint64 id)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-seance", "x", id);
}

static void
new_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvSeanceDialog *dialog = pv_seance_dialog_new (GTK_WINDOW (gtk_widget_get_root (widget)),
                                                 pv_page_get_context (PV_PAGE (widget)));

  g_signal_connect_object (dialog, "created", G_CALLBACK (created_cb), widget, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static gboolean
write_deletion (PvDb *db, gpointer data, GError **error)
{
  return pv_seance_supprimer (db, *(gint64 *)data, error);
}

static void
delete_seance (PvSeancesPage *self, const PvSeanceResume *resume)
{
  g_autofree char *label = pv_seance_dup_label (resume);
  g_autoptr (GError) error = NULL;
  gint64 id = resume->seance->id;

  if (!pv_context_act (pv_page_get_context (PV_PAGE (self)), "seance-delete", label, write_deletion,
                       &id, &error))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", error->message);
}

static void
delete_response_cb (PvSeancesPage *self, const char *response)
{
  const PvSeanceResume *resume = get_selected (self);

  if (g_str_equal (response, "delete") && resume != NULL)
    delete_seance (self, resume);
}

/* An agenda that was made goes with it: that is asked first. */
static void
delete_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvSeancesPage *self = PV_SEANCES_PAGE (widget);
  const PvSeanceResume *resume = get_selected (self);
  g_autofree char *label = NULL;
  g_autofree char *body = NULL;
  GtkWidget *dialog;

  if (resume == NULL)
    return;
  if (resume->n_dossiers == 0)
    {
      delete_seance (self, resume);
      return;
    }
  label = pv_seance_dup_label (resume);
  body = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE,
                   "The agenda of “%s” goes with it: %u dossier, which stays in the file. It can "
                   "be undone.",
                   "The agenda of “%s” goes with it: %u dossiers, which stay in the file. It can "
                   "be undone.",
                   resume->n_dossiers),
      label, resume->n_dossiers);
  dialog = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (widget)),
                                   _ ("Delete this séance?"), body);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "delete",
                                    _ ("_Delete"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "delete",
                                              ADW_RESPONSE_DESTRUCTIVE);
  g_signal_connect_object (dialog, "response", G_CALLBACK (delete_response_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
activate_cb (PvSeancesPage *self, guint position)
{
  g_autoptr (PvSeanceItem) item = g_list_model_get_item (G_LIST_MODEL (self->store), position);

  if (item != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-seance", "x",
                                pv_seance_item_get (item)->seance->id);
}

/* --- the object ---------------------------------------------------------------------------- */

static void
pv_seances_page_constructed (GObject *object)
{
  PvSeancesPage *self = PV_SEANCES_PAGE (object);

  G_OBJECT_CLASS (pv_seances_page_parent_class)->constructed (object);

  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  pv_seance_columns_add (self->view);
  g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (update_actions), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (pv_page_get_context (PV_PAGE (self)), "notify::can-edit",
                           G_CALLBACK (update_actions), self, G_CONNECT_SWAPPED);
}

static void
pv_seances_page_dispose (GObject *object)
{
  PvSeancesPage *self = PV_SEANCES_PAGE (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), PV_TYPE_SEANCES_PAGE);
  g_clear_object (&self->selection);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (pv_seances_page_parent_class)->dispose (object);
}

static void
pv_seances_page_class_init (PvSeancesPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = pv_seances_page_constructed;
  object_class->dispose = pv_seances_page_dispose;
  PV_PAGE_CLASS (klass)->refresh = pv_seances_page_refresh;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/progville/Progville/seance/pv-seances-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PvSeancesPage, stack);
  gtk_widget_class_bind_template_child (widget_class, PvSeancesPage, title);
  gtk_widget_class_bind_template_child (widget_class, PvSeancesPage, view);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_install_action (widget_class, "seances.new", NULL, new_cb);
  gtk_widget_class_install_action (widget_class, "seances.delete", NULL, delete_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "seances.delete", NULL);
}

static void
pv_seances_page_init (PvSeancesPage *self)
{
  self->store = g_list_store_new (PV_TYPE_SEANCE_ITEM);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->store)));
  gtk_widget_init_template (GTK_WIDGET (self));
}
