/* pv-instance-membres.c: who sits in an instance
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "parametres/pv-instance-membres.h"

#include <glib/gi18n.h>

#include "instance/pv-instance-service.h"
#include "instance/pv-instance-store.h"
#include "institution/pv-institution-store.h"
#include "pv-text.h"
#include "widget/pv-choice.h"
#include "widget/pv-field.h"

struct _PvInstanceMembres
{
  AdwBin parent_instance;

  PvContext *context; /* weak */
  gint64 instance_id;
  GPtrArray *membres; /* of PvInstanceMembre */

  GtkLabel *empty_label;
  GtkListBox *list;
  PvChoice *choice;
};

G_DEFINE_FINAL_TYPE (PvInstanceMembres, pv_instance_membres, ADW_TYPE_BIN)

/* --- writing ------------------------------------------------------------------------------- */

static gboolean
act (PvInstanceMembres *self, PvContextFunc func, gpointer data, GError **error)
{
  g_autoptr (PvInstance) instance =
      pv_instance_store_get (pv_context_get_reader (self->context), self->instance_id, NULL);

  return pv_context_act (self->context, "instance-membre", instance != NULL ? instance->nom : NULL,
                         func, data, error);
}

static gboolean
write_membre (PvDb *db, gpointer data, GError **error)
{
  return pv_instance_service_set_membre (db, data, error);
}

static gboolean
write_removal (PvDb *db, gpointer data, GError **error)
{
  return pv_instance_service_remove_membre (db, ((PvInstanceMembre *)data)->id, error);
}

typedef struct
{
  PvInstanceMembre *membre;
  const char *nom; /* of an institution to make; NULL: it is there */
} Adding;

static gboolean
write_adding (PvDb *db, gpointer data, GError **error)
{
  Adding *adding = data;
  gint64 known = PV_INT_NULL;

  if (adding->nom != NULL && !pv_institution_store_find_by_nom (db, adding->nom, &known, error))
    return FALSE;
  if (adding->nom != NULL && known != PV_INT_NULL)
    adding->membre->institution_id = known;
  else if (adding->nom != NULL)
    {
      g_autoptr (PvInstitution) institution = pv_institution_new ();

      pv_champ_set_text (&institution->nom, adding->nom);
      if (!pv_institution_store_insert (db, institution, error))
        return FALSE;
      adding->membre->institution_id = institution->id;
    }

  return pv_instance_service_set_membre (db, adding->membre, error);
}

static void
chosen_cb (PvInstanceMembres *self, gint64 key, const char *text)
{
  g_autoptr (PvInstanceMembre) membre = pv_instance_membre_new ();
  g_autofree char *nom = key == PV_CHOICE_NEW ? pv_text_clean (text, FALSE) : NULL;
  g_autoptr (GError) error = NULL;
  Adding adding = { membre, nom };

  if (self->context == NULL)
    return;
  membre->instance_id = self->instance_id;
  membre->institution_id = key;
  if (!act (self, write_adding, &adding, &error))
    pv_choice_refuse (self->choice, error->message);
}

static PvInstanceMembre *
get_membre (PvInstanceMembres *self, GtkWidget *control)
{
  GtkWidget *row = gtk_widget_get_ancestor (control, GTK_TYPE_LIST_BOX_ROW);
  int index = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));

  return index >= 0 && (guint)index < self->membres->len ? self->membres->pdata[index] : NULL;
}

static void
committed_cb (PvInstanceMembres *self, const char *value, PvField *field)
{
  PvInstanceMembre *membre = get_membre (self, GTK_WIDGET (field));
  g_autofree char *before = NULL;
  g_autoptr (GError) error = NULL;

  if (self->context == NULL || membre == NULL)
    return;
  before = membre->representant;
  membre->representant = g_strdup (value);
  if (!act (self, write_membre, membre, &error))
    {
      g_free (membre->representant);
      membre->representant = g_steal_pointer (&before);
      pv_field_refuse (field, error->message);
    }
}

static void
remove_cb (PvInstanceMembres *self, GtkButton *button)
{
  PvInstanceMembre *membre = get_membre (self, GTK_WIDGET (button));
  g_autoptr (GError) error = NULL;

  if (self->context != NULL && membre != NULL && !act (self, write_removal, membre, &error))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", error->message);
}

/* --- showing ------------------------------------------------------------------------------- */

static GPtrArray *
find_institutions (const char *text, gpointer user_data)
{
  PvInstanceMembres *self = user_data;
  GPtrArray *items = pv_choice_items_new ();
  g_autoptr (GPtrArray) all =
      self->context != NULL
          ? pv_institution_store_list (pv_context_get_reader (self->context), NULL)
          : NULL;
  g_autofree char *wanted = pv_text_fold (text);

  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      const PvInstitution *institution = all->pdata[i];
      g_autofree char *folded = pv_text_fold (institution->nom);

      if (strstr (folded, wanted) != NULL)
        pv_choice_add (items, institution->id, institution->nom, NULL);
    }

  return items;
}

static GtkWidget *
row_new (PvInstanceMembres *self, const PvInstanceMembre *membre)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *escaped = g_markup_escape_text (membre->institution, -1);
  g_autofree char *who = g_strdup_printf (_ ("Who sits for %s"), membre->institution);
  g_autofree char *remove = g_strdup_printf (_ ("Remove “%s”"), membre->institution);
  GtkWidget *field = pv_field_new (PV_FIELD_KIND_TEXT, who);
  GtkWidget *button = gtk_button_new_from_icon_name ("list-remove-symbolic");

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), escaped);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  g_object_set (field, "hide-title", TRUE, "valign", GTK_ALIGN_CENTER, "width-request", 200, NULL);
  g_signal_connect_object (field, "committed", G_CALLBACK (committed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, remove);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, remove,
                                  -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), field);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  g_object_set_data (G_OBJECT (row), "pv-field", field);
  g_object_set_data (G_OBJECT (row), "pv-button", button);

  return row;
}

static gboolean
are_same (GPtrArray *before, GPtrArray *after)
{
  if (before == NULL || before->len != after->len)
    return FALSE;
  for (guint i = 0; i < after->len; i++)
    {
      const PvInstanceMembre *a = before->pdata[i];
      const PvInstanceMembre *b = after->pdata[i];

      if (a->id != b->id || a->institution_id != b->institution_id ||
          g_strcmp0 (a->institution, b->institution) != 0)
        return FALSE;
    }

  return TRUE;
}

static void
rebuild (PvInstanceMembres *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
  for (guint i = 0; i < self->membres->len; i++)
    gtk_list_box_append (self->list, row_new (self, self->membres->pdata[i]));
}

void
pv_instance_membres_show (PvInstanceMembres *self, gint64 instance_id)
{
  g_autoptr (GPtrArray) membres = NULL;
  gboolean same, editable;

  g_return_if_fail (PV_IS_INSTANCE_MEMBRES (self));

  gtk_widget_set_visible (GTK_WIDGET (self), instance_id != PV_INT_NULL);
  if (self->context == NULL || instance_id == PV_INT_NULL)
    return;
  membres =
      pv_instance_store_list_membres (pv_context_get_reader (self->context), instance_id, NULL);
  if (membres == NULL)
    return;
  same = instance_id == self->instance_id && are_same (self->membres, membres);
  editable = pv_context_can_edit (self->context);
  self->instance_id = instance_id;
  g_clear_pointer (&self->membres, g_ptr_array_unref);
  self->membres = g_steal_pointer (&membres);
  if (!same)
    rebuild (self);
  for (guint i = 0; i < self->membres->len; i++)
    {
      GObject *row = G_OBJECT (gtk_list_box_get_row_at_index (self->list, (int)i));
      PvField *field = g_object_get_data (row, "pv-field");

      pv_field_set_value (field, ((PvInstanceMembre *)self->membres->pdata[i])->representant);
      pv_field_set_editable (field, editable);
      gtk_widget_set_sensitive (g_object_get_data (row, "pv-button"), editable);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->list), self->membres->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->empty_label), self->membres->len == 0);
  pv_choice_set_editable (self->choice, editable);
}

/* --- the object ---------------------------------------------------------------------------- */

static void
pv_instance_membres_dispose (GObject *object)
{
  PvInstanceMembres *self = PV_INSTANCE_MEMBRES (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), PV_TYPE_INSTANCE_MEMBRES);
  g_clear_weak_pointer (&self->context);
  g_clear_pointer (&self->membres, g_ptr_array_unref);

  G_OBJECT_CLASS (pv_instance_membres_parent_class)->dispose (object);
}

static void
pv_instance_membres_class_init (PvInstanceMembresClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pv_instance_membres_dispose;

  g_type_ensure (PV_TYPE_CHOICE);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/progville/Progville/parametres/pv-instance-membres.ui");
  gtk_widget_class_bind_template_child (widget_class, PvInstanceMembres, empty_label);
  gtk_widget_class_bind_template_child (widget_class, PvInstanceMembres, list);
  gtk_widget_class_bind_template_child (widget_class, PvInstanceMembres, choice);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
}

static void
pv_instance_membres_init (PvInstanceMembres *self)
{
  self->instance_id = PV_INT_NULL;
  gtk_widget_init_template (GTK_WIDGET (self));
  pv_choice_set_func (self->choice, find_institutions, self);
}

GtkWidget *
pv_instance_membres_new (PvContext *context)
{
  PvInstanceMembres *self = g_object_new (PV_TYPE_INSTANCE_MEMBRES, NULL);

  g_set_weak_pointer (&self->context, context);

  return GTK_WIDGET (self);
}
