/* pv-organisme-contacts.c: the professional contacts of an organisme
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "organisme/pv-organisme-contacts.h"

#include <glib/gi18n.h>

#include "organisme/pv-contact-store.h"
#include "pv-error.h"
#include "widget/pv-field.h"

static const struct
{
  const char *column;
  const char *title;
} columns[] = {
  { "nom", N_ ("Name") },
  { "fonction", N_ ("Position") },
  { "courriel", N_ ("E-mail") },
  { "telephone", N_ ("Professional telephone") },
};

#define N_FIELDS G_N_ELEMENTS (columns)

struct _PvOrganismeContacts
{
  AdwBin parent_instance;

  PvContext *context; /* weak */
  gint64 organisme_id;

  GtkBox *list;
  PvField *new_field;
};

G_DEFINE_FINAL_TYPE (PvOrganismeContacts, pv_organisme_contacts, ADW_TYPE_BIN)

/* --- writing ------------------------------------------------------------------------- */

typedef struct
{
  gint64 id; /* of the contact; of the organisme, for a new one */
  const char *column;
  const char *value;
} Edit;

static gboolean
add_contact (PvDb *db, gpointer user_data, GError **error)
{
  const Edit *edit = user_data;
  g_autoptr (PvContact) contact = pv_contact_new ();

  contact->organisme_id = edit->id;
  contact->nom = g_strdup (edit->value);

  return pv_contact_store_insert (db, contact, error);
}

static gboolean
edit_contact (PvDb *db, gpointer user_data, GError **error)
{
  const Edit *edit = user_data;
  g_autoptr (PvContact) contact = pv_contact_store_get (db, edit->id, error);

  if (contact == NULL)
    {
      if (error != NULL && *error == NULL)
        g_set_error_literal (error, PV_RULE_ERROR, PV_RULE_ERROR_NOT_FOUND,
                             _ ("This contact is gone."));
      return FALSE;
    }
  pv_champ_from_text (pv_champs_find (pv_contact_champs, edit->column), contact, edit->value);

  return pv_contact_store_update (db, contact, NULL, error);
}

static gboolean
delete_contact (PvDb *db, gpointer user_data, GError **error)
{
  const Edit *edit = user_data;

  return pv_contact_store_delete (db, edit->id, error);
}

static void
field_committed_cb (PvField *field, const char *value, PvOrganismeContacts *self)
{
  const gint64 *id = g_object_get_data (G_OBJECT (field), "pv-contact");
  Edit edit = { *id, g_object_get_data (G_OBJECT (field), "pv-column"), value };
  g_autoptr (GError) error = NULL;

  if (self->context == NULL ||
      !pv_context_act (self->context, "contact-edit", NULL, edit_contact, &edit, &error))
    pv_field_refuse (field, error != NULL ? error->message : "");
}

static gboolean
clear_cb (gpointer user_data)
{
  g_autoptr (PvOrganismeContacts) self = user_data;

  if (self->new_field != NULL)
    pv_field_set_value (self->new_field, NULL);

  return G_SOURCE_REMOVE;
}

/* The entry is for the next one as soon as this one is saved. */
static void
new_committed_cb (PvField *field, const char *value, PvOrganismeContacts *self)
{
  Edit edit = { self->organisme_id, NULL, value };
  g_autoptr (GError) error = NULL;

  if (value == NULL || self->context == NULL)
    return;
  if (pv_context_act (self->context, "contact-new", value, add_contact, &edit, &error))
    g_idle_add (clear_cb, g_object_ref (self));
  else
    pv_field_refuse (field, error->message);
}

static void
delete_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvOrganismeContacts *self = PV_ORGANISME_CONTACTS (widget);
  Edit edit = { g_variant_get_int64 (parameter), NULL, NULL };
  g_autoptr (GError) error = NULL;

  if (self->context != NULL &&
      !pv_context_act (self->context, "contact-delete", NULL, delete_contact, &edit, &error))
    gtk_widget_activate_action (widget, "win.toast", "s", error->message);
}

/* --- rows ---------------------------------------------------------------------------- */

static GtkWidget *
field_new (PvOrganismeContacts *self, gint64 id, guint i)
{
  GtkWidget *field = pv_field_new (PV_FIELD_KIND_TEXT, _ (columns[i].title));

  g_object_set (field, "required", i == 0, NULL);
  g_object_set_data_full (G_OBJECT (field), "pv-contact", g_memdup2 (&id, sizeof id), g_free);
  g_object_set_data (G_OBJECT (field), "pv-column", (gpointer)columns[i].column);
  gtk_widget_set_hexpand (field, TRUE);
  g_signal_connect_object (field, "committed", G_CALLBACK (field_committed_cb), self, 0);

  return field;
}

static GtkWidget *
delete_button_new (gint64 id)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_END);
  gtk_widget_set_tooltip_text (button, _ ("Delete this contact"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Delete this contact"), -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "contacts.delete");

  return button;
}

/* Two lines of two fields: the name and the position, how to reach. */
static GtkWidget *
row_new (PvOrganismeContacts *self, gint64 id)
{
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_column_spacing (GTK_GRID (grid), 9);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  gtk_grid_set_column_homogeneous (GTK_GRID (grid), FALSE);
  for (guint i = 0; i < N_FIELDS; i++)
    gtk_grid_attach (GTK_GRID (grid), field_new (self, id, i), (int)(i % 2), (int)(i / 2), 1, 1);
  gtk_grid_attach (GTK_GRID (grid), delete_button_new (id), 2, 0, 1, 1);
  g_object_set_data_full (G_OBJECT (grid), "pv-contact", g_memdup2 (&id, sizeof id), g_free);

  return grid;
}

static GtkWidget *
find_row (PvOrganismeContacts *self, gint64 id)
{
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (*(gint64 *)g_object_get_data (G_OBJECT (row), "pv-contact") == id)
      return row;

  return NULL;
}

static void
update_row (PvOrganismeContacts *self, const PvContact *contact)
{
  GtkWidget *row = find_row (self, contact->id);

  if (row == NULL)
    {
      row = row_new (self, contact->id);
      gtk_box_append (self->list, row);
    }
  for (guint i = 0; i < N_FIELDS; i++)
    {
      PvField *field =
          PV_FIELD (gtk_grid_get_child_at (GTK_GRID (row), (int)(i % 2), (int)(i / 2)));
      g_autofree char *value =
          pv_champ_to_text (pv_champs_find (pv_contact_champs, columns[i].column), contact);

      pv_field_set_value (field, value);
      pv_field_set_editable (field, pv_context_can_edit (self->context));
    }
}

static gboolean
is_among (GPtrArray *contacts, gint64 id)
{
  for (guint i = 0; i < contacts->len; i++)
    if (((const PvContact *)contacts->pdata[i])->id == id)
      return TRUE;

  return FALSE;
}

static void
remove_gone (PvOrganismeContacts *self, GPtrArray *contacts)
{
  GtkWidget *next;

  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list)); row != NULL;
       row = next)
    {
      next = gtk_widget_get_next_sibling (row);
      if (!is_among (contacts, *(gint64 *)g_object_get_data (G_OBJECT (row), "pv-contact")))
        gtk_box_remove (self->list, row);
    }
}

static void
pv_organisme_contacts_dispose (GObject *object)
{
  PvOrganismeContacts *self = PV_ORGANISME_CONTACTS (object);

  g_clear_weak_pointer (&self->context);
  gtk_widget_dispose_template (GTK_WIDGET (self), PV_TYPE_ORGANISME_CONTACTS);

  G_OBJECT_CLASS (pv_organisme_contacts_parent_class)->dispose (object);
}

static void
pv_organisme_contacts_class_init (PvOrganismeContactsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pv_organisme_contacts_dispose;
  g_type_ensure (PV_TYPE_FIELD);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/progville/Progville/organisme/pv-organisme-contacts.ui");
  gtk_widget_class_bind_template_child (widget_class, PvOrganismeContacts, list);
  gtk_widget_class_bind_template_child (widget_class, PvOrganismeContacts, new_field);
  gtk_widget_class_bind_template_callback (widget_class, new_committed_cb);
  gtk_widget_class_install_action (widget_class, "contacts.delete", "x", delete_cb);
}

static void
pv_organisme_contacts_init (PvOrganismeContacts *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
pv_organisme_contacts_set (PvOrganismeContacts *self, PvContext *context, gint64 organisme_id)
{
  g_autoptr (GPtrArray) contacts = NULL;

  g_return_if_fail (PV_IS_ORGANISME_CONTACTS (self));
  g_return_if_fail (PV_IS_CONTEXT (context));

  g_set_weak_pointer (&self->context, context);
  self->organisme_id = organisme_id;
  contacts = pv_contact_store_list (pv_context_get_reader (context), organisme_id, NULL);
  if (contacts == NULL)
    return;
  remove_gone (self, contacts);
  for (guint i = 0; i < contacts->len; i++)
    update_row (self, contacts->pdata[i]);
  gtk_widget_set_visible (GTK_WIDGET (self->new_field), pv_context_can_edit (context));
}
