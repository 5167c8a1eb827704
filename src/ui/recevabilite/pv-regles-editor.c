/* pv-regles-editor.c: the conditions of an appel, in the settings
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "recevabilite/pv-regles-editor.h"

#include <glib/gi18n.h>

#include "appel/pv-appel-store.h"
#include "dossier/pv-wrap-layout.h"
#include "recevabilite/pv-recevabilite-regle-store.h"
#include "recevabilite/pv-recevabilite.h"
#include "recevabilite/pv-regle-row.h"

struct _PvReglesEditor
{
  AdwBin parent_instance;

  PvContext *context; /* weak */
  gint64 appel_id;
  PvAppel *appel;
  GPtrArray *regles; /* of PvRecevabiliteRegle */

  GtkWidget *form, *empty_label;
  GtkListBox *list;
  GtkMenuButton *copy_button;
};

G_DEFINE_FINAL_TYPE (PvReglesEditor, pv_regles_editor, ADW_TYPE_BIN)

static gboolean
act (PvReglesEditor *self, PvContextFunc func, gpointer data, GError **error)
{
  return pv_context_act (self->context, "recevabilite-regles", self->appel->libelle, func, data,
                         error);
}

static void
act_or_tell (PvReglesEditor *self, PvContextFunc func, gpointer data)
{
  g_autoptr (GError) error = NULL;

  if (self->context != NULL && self->appel != NULL && !act (self, func, data, &error))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", error->message);
}

static gboolean
write_regle (PvDb *db, gpointer data, GError **error)
{
  return pv_recevabilite_set_regle (db, data, error);
}

static gboolean
write_removal (PvDb *db, gpointer data, GError **error)
{
  return pv_recevabilite_delete_regle (db, ((PvRecevabiliteRegle *)data)->id, error);
}

typedef struct
{
  gint64 appel_id;
  gint64 regle_id;
  int steps;
} Move;

static gboolean
write_move (PvDb *db, gpointer data, GError **error)
{
  const Move *move = data;

  return pv_recevabilite_move_regle (db, move->appel_id, move->regle_id, move->steps, error);
}

static void
edited_cb (PvReglesEditor *self, PvRecevabiliteRegle *regle, char **reason)
{
  g_autoptr (GError) error = NULL;

  if (self->context != NULL && !act (self, write_regle, regle, &error))
    *reason = g_strdup (error->message);
}

static void
moved_cb (PvReglesEditor *self, int steps, GtkListBoxRow *row)
{
  int position = gtk_list_box_row_get_index (row);
  Move move = { self->appel_id, ((PvRecevabiliteRegle *)self->regles->pdata[position])->id, steps };

  act_or_tell (self, write_move, &move);
  pv_regles_editor_show (self, self->appel_id);
  row = gtk_list_box_get_row_at_index (self->list, position + steps);
  if (row != NULL)
    pv_regle_row_focus_label (PV_REGLE_ROW (row));
}

static void
remove_response_cb (AdwMessageDialog *dialog, const char *response, PvReglesEditor *self)
{
  PvRecevabiliteRegle *regle = g_object_get_data (G_OBJECT (dialog), "pv-regle");

  if (g_str_equal (response, "remove"))
    act_or_tell (self, write_removal, regle);
}

/* Answers given by hand go with their condition: that is asked first. */
static void
removed_cb (PvReglesEditor *self, GtkListBoxRow *row)
{
  PvRecevabiliteRegle *regle = self->regles->pdata[gtk_list_box_row_get_index (row)];
  g_autofree char *body = NULL;
  GtkWidget *dialog;
  gint64 n = 0;

  if (!pv_recevabilite_count_reponses (pv_context_get_reader (self->context), regle->id, &n,
                                       NULL) ||
      n == 0)
    {
      act_or_tell (self, write_removal, regle);
      return;
    }
  body = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%d answer given by hand goes with it. It can be undone.",
                   "%d answers given by hand go with it. It can be undone.", (gulong)n),
      (int)n);
  dialog = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                                   _ ("Remove this condition?"), body);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "remove",
                                    _ ("_Remove"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "remove",
                                              ADW_RESPONSE_DESTRUCTIVE);
  g_object_set_data_full (G_OBJECT (dialog), "pv-regle", pv_recevabilite_regle_copy (regle),
                          (GDestroyNotify)pv_recevabilite_regle_free);
  g_signal_connect_object (dialog, "response", G_CALLBACK (remove_response_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static gboolean
write_usual (PvDb *db, gpointer data, GError **error)
{
  return pv_recevabilite_proposer (db, *(gint64 *)data, error);
}

static void
usual_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvReglesEditor *self = PV_REGLES_EDITOR (widget);

  act_or_tell (self, write_usual, &self->appel_id);
}

static void
add_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvReglesEditor *self = PV_REGLES_EDITOR (widget);
  g_autoptr (PvRecevabiliteRegle) regle = pv_recevabilite_regle_new ();

  regle->appel_id = self->appel_id;
  regle->ordre = PV_INT_NULL;
  regle->genre = PV_RECEVABILITE_GENRE_DECLARATIVE;
  regle->libelle = g_strdup (_ ("New condition"));
  act_or_tell (self, write_regle, regle);
  pv_regles_editor_show (self, self->appel_id);
  for (guint i = 0; self->regles != NULL && i < self->regles->len; i++)
    if (((PvRecevabiliteRegle *)self->regles->pdata[i])->id == regle->id)
      pv_regle_row_focus_label (PV_REGLE_ROW (gtk_list_box_get_row_at_index (self->list, (int)i)));
}

typedef struct
{
  gint64 de, vers;
} Copy;

static gboolean
write_copy (PvDb *db, gpointer data, GError **error)
{
  const Copy *copy = data;

  return pv_recevabilite_copier (db, copy->de, copy->vers, error);
}

static void
copy_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvReglesEditor *self = PV_REGLES_EDITOR (widget);
  Copy copy = { g_variant_get_int64 (parameter), self->appel_id };

  act_or_tell (self, write_copy, &copy);
}

/* --- showing --------------------------------------------------------------------------------- */

static void
show_copies (PvReglesEditor *self)
{
  g_autoptr (GPtrArray) appels = pv_appel_store_list (pv_context_get_reader (self->context), NULL);
  g_autoptr (GMenu) menu = g_menu_new ();

  for (guint i = 0; appels != NULL && i < appels->len; i++)
    {
      const PvAppel *appel = appels->pdata[i];
      g_autoptr (GMenuItem) item = g_menu_item_new (appel->libelle, NULL);

      if (appel->id == self->appel_id)
        continue;
      g_menu_item_set_action_and_target (item, "regles.copy", "x", appel->id);
      g_menu_append_item (menu, item);
    }
  gtk_menu_button_set_menu_model (self->copy_button, G_MENU_MODEL (menu));
  /* A call that has its own is not written over. */
  gtk_widget_set_visible (GTK_WIDGET (self->copy_button),
                          self->regles->len == 0 &&
                              g_menu_model_get_n_items (G_MENU_MODEL (menu)) > 0);
}

static void
show_rows (PvReglesEditor *self, gboolean editable)
{
  GtkListBoxRow *row;

  for (guint i = 0; i < self->regles->len; i++)
    {
      row = gtk_list_box_get_row_at_index (self->list, (int)i);
      if (row == NULL)
        {
          row = GTK_LIST_BOX_ROW (pv_regle_row_new ());
          g_signal_connect_object (row, "edited", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
          g_signal_connect_object (row, "moved", G_CALLBACK (moved_cb), self, G_CONNECT_SWAPPED);
          g_signal_connect_object (row, "removed", G_CALLBACK (removed_cb), self,
                                   G_CONNECT_SWAPPED);
          gtk_list_box_append (self->list, GTK_WIDGET (row));
        }
      pv_regle_row_show (PV_REGLE_ROW (row), self->regles->pdata[i], i, self->regles->len,
                         editable);
    }
  while ((row = gtk_list_box_get_row_at_index (self->list, (int)self->regles->len)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  gtk_widget_set_visible (GTK_WIDGET (self->list), self->regles->len > 0);
  gtk_widget_set_visible (self->empty_label, self->regles->len == 0);
}

void
pv_regles_editor_show (PvReglesEditor *self, gint64 appel_id)
{
  PvDb *db;
  gboolean editable;

  g_return_if_fail (PV_IS_REGLES_EDITOR (self));

  if (self->context == NULL)
    return;
  db = pv_context_get_reader (self->context);
  editable = pv_context_can_edit (self->context);
  self->appel_id = appel_id;
  g_clear_pointer (&self->appel, pv_appel_free);
  g_clear_pointer (&self->regles, g_ptr_array_unref);
  if (appel_id != PV_INT_NULL)
    {
      self->appel = pv_appel_store_get (db, appel_id, NULL);
      self->regles = pv_recevabilite_regle_store_list (db, appel_id, NULL);
    }
  gtk_widget_set_visible (self->form, self->appel != NULL && self->regles != NULL);
  if (self->appel == NULL || self->regles == NULL)
    return;
  show_rows (self, editable);
  show_copies (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "regles.usual", editable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "regles.add", editable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "regles.copy", editable);
}

/* --- the object ------------------------------------------------------------------------------ */

static void
pv_regles_editor_dispose (GObject *object)
{
  PvReglesEditor *self = PV_REGLES_EDITOR (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), PV_TYPE_REGLES_EDITOR);
  g_clear_weak_pointer (&self->context);
  g_clear_pointer (&self->appel, pv_appel_free);
  g_clear_pointer (&self->regles, g_ptr_array_unref);

  G_OBJECT_CLASS (pv_regles_editor_parent_class)->dispose (object);
}

static void
pv_regles_editor_class_init (PvReglesEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pv_regles_editor_dispose;

  g_type_ensure (PV_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/progville/Progville/recevabilite/pv-regles-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, PvReglesEditor, form);
  gtk_widget_class_bind_template_child (widget_class, PvReglesEditor, empty_label);
  gtk_widget_class_bind_template_child (widget_class, PvReglesEditor, list);
  gtk_widget_class_bind_template_child (widget_class, PvReglesEditor, copy_button);
  gtk_widget_class_install_action (widget_class, "regles.usual", NULL, usual_cb);
  gtk_widget_class_install_action (widget_class, "regles.add", NULL, add_cb);
  gtk_widget_class_install_action (widget_class, "regles.copy", "x", copy_cb);
}

static void
pv_regles_editor_init (PvReglesEditor *self)
{
  self->appel_id = PV_INT_NULL;
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
pv_regles_editor_new (PvContext *context)
{
  PvReglesEditor *self = g_object_new (PV_TYPE_REGLES_EDITOR, NULL);

  g_set_weak_pointer (&self->context, context);

  return GTK_WIDGET (self);
}
