/* pv-vues-button.c: the saved views of a page
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dossier/pv-vues-button.h"

#include <glib/gi18n.h>

#include "pv-text.h"
#include "vue/pv-vue-store.h"

struct _PvVuesButton
{
  AdwBin parent_instance;

  PvContext *context;
  char *page;
  GPtrArray *vues;
  char *uuid; /* of the view in use; NULL: none */
  gboolean modified;
  GMenu *vues_section;

  GtkMenuButton *button;
  GtkLabel *label;
  GMenu *menu;
};

enum
{
  CHOSEN,
  DESCRIBE,
  N_SIGNALS
};

enum
{
  PROP_MODIFIED = 1,
  N_PROPS
};

static guint signals[N_SIGNALS];
static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (PvVuesButton, pv_vues_button, ADW_TYPE_BIN)

static const PvVue *
find_vue (PvVuesButton *self, const char *uuid)
{
  for (guint i = 0; self->vues != NULL && i < self->vues->len; i++)
    {
      const PvVue *vue = self->vues->pdata[i];

      if (g_strcmp0 (vue->uuid, uuid) == 0)
        return vue;
    }

  return NULL;
}

static void
update (PvVuesButton *self)
{
  const PvVue *vue = find_vue (self, self->uuid);
  const char *nom = vue != NULL ? vue->nom : _ ("All dossiers");
  g_autofree char *shown = NULL;
  gboolean can_edit = self->context != NULL && pv_context_can_edit (self->context);

  /* Translators: a saved view whose filter was changed since */
  shown =
      self->modified && vue != NULL ? g_strdup_printf (_ ("%s (changed)"), nom) : g_strdup (nom);
  gtk_label_set_label (self->label, shown);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  shown, -1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "vues.save", can_edit);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "vues.replace",
                                 can_edit && vue != NULL && self->modified);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "vues.rename", can_edit && vue != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "vues.delete", can_edit && vue != NULL);
}

static void
fill_menu (PvVuesButton *self)
{
  g_menu_remove_all (self->vues_section);
  for (guint i = 0; i < self->vues->len; i++)
    {
      const PvVue *vue = self->vues->pdata[i];
      g_autoptr (GMenuItem) item = g_menu_item_new (NULL, NULL);
      g_auto (GStrv) parts = g_strsplit (vue->nom, "_", -1);
      g_autofree char *label = g_strjoinv ("__", parts);

      g_menu_item_set_label (item, label);
      g_menu_item_set_action_and_target (item, "vues.choose", "s", vue->uuid);
      g_menu_append_item (self->vues_section, item);
    }
}

void
pv_vues_button_refresh (PvVuesButton *self)
{
  g_autoptr (GPtrArray) vues = NULL;

  g_return_if_fail (PV_IS_VUES_BUTTON (self));

  vues = pv_vue_store_list (pv_context_get_reader (self->context), self->page, NULL);
  if (vues == NULL)
    return;
  g_clear_pointer (&self->vues, g_ptr_array_unref);
  self->vues = g_steal_pointer (&vues);
  if (find_vue (self, self->uuid) == NULL)
    g_clear_pointer (&self->uuid, g_free);
  fill_menu (self);
  update (self);
}

/* --- what is done with views --------------------------------------------------------- */

typedef struct
{
  PvVue *vue;
  gboolean (*write) (PvDb *db, PvVue *vue, GError **error);
} Act;

static gboolean
insert_vue (PvDb *db, PvVue *vue, GError **error)
{
  return pv_vue_store_insert (db, vue, error);
}

static gboolean
update_vue (PvDb *db, PvVue *vue, GError **error)
{
  gboolean changed;

  return pv_vue_store_update (db, vue, &changed, error);
}

static gboolean
delete_vue (PvDb *db, PvVue *vue, GError **error)
{
  return pv_vue_store_delete (db, vue->id, error);
}

static gboolean
act_cb (PvDb *db, gpointer data, GError **error)
{
  Act *act = data;

  return act->write (db, act->vue, error);
}

static void
act (PvVuesButton *self,
     const char *action,
     PvVue *vue,
     gboolean (*write) (PvDb *db, PvVue *vue, GError **error))
{
  g_autoptr (GError) error = NULL;
  Act what = { vue, write };

  if (!pv_context_act (self->context, action, vue->nom, act_cb, &what, &error))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", error->message);
  else if (write != delete_vue)
    {
      g_free (self->uuid);
      self->uuid = g_strdup (vue->uuid);
    }
  pv_vues_button_refresh (self);
}

static void
choose_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvVuesButton *self = PV_VUES_BUTTON (widget);
  const PvVue *vue = find_vue (self, g_variant_get_string (parameter, NULL));
  g_autoptr (PvVue) shown = vue != NULL ? pv_vue_copy (vue) : NULL;

  g_free (self->uuid);
  self->uuid = vue != NULL ? g_strdup (vue->uuid) : NULL;
  self->modified = FALSE;
  update (self);
  g_signal_emit (self, signals[CHOSEN], 0, shown);
}

/* Why a view cannot bear that name; (transfer none) (nullable) */
static const char *
check_name (PvVuesButton *self, const char *nom, gint64 of)
{
  g_autofree char *clean = pv_text_clean (nom, FALSE);
  gint64 id = PV_INT_NULL;

  if (*clean == '\0')
    return "";
  if (pv_vue_store_find (pv_context_get_reader (self->context), self->page, clean, &id, NULL) &&
      id != PV_INT_NULL && id != of)
    return _ ("Another view has this name.");

  return NULL;
}

typedef struct
{
  PvVuesButton *self;
  AdwMessageDialog *dialog;
  GtkEditable *entry;
  GtkLabel *problem;
  PvVue *vue;
} Naming;

static void
naming_free (gpointer data)
{
  Naming *naming = data;

  g_object_unref (naming->self);
  pv_vue_free (naming->vue);
  g_free (naming);
}

static void
name_changed_cb (Naming *naming)
{
  const char *problem =
      check_name (naming->self, gtk_editable_get_text (naming->entry), naming->vue->id);

  gtk_label_set_label (naming->problem, problem != NULL ? problem : "");
  adw_message_dialog_set_response_enabled (naming->dialog, "save", problem == NULL);
}

static void
named_cb (Naming *naming, const char *response)
{
  g_autofree char *nom = NULL;

  if (!g_str_equal (response, "save"))
    return;

  nom = pv_text_clean (gtk_editable_get_text (naming->entry), FALSE);
  pv_champ_set_text (&naming->vue->nom, nom);
  if (naming->vue->id == 0)
    act (naming->self, "vue-new", naming->vue, insert_vue);
  else
    act (naming->self, "vue-edit", naming->vue, update_vue);
  if (naming->vue->id != 0)
    pv_vues_button_set_modified (naming->self, FALSE);
}

/* Asks for the name of @vue (transfer full), then writes it. */
static void
ask_name (PvVuesButton *self, PvVue *vue, const char *heading)
{
  g_autoptr (GtkBuilder) builder =
      gtk_builder_new_from_resource ("/org/progville/Progville/dossier/pv-vue-name.ui");
  Naming *naming = g_new0 (Naming, 1);

  *naming = (Naming){ g_object_ref (self),
                      ADW_MESSAGE_DIALOG (gtk_builder_get_object (builder, "dialog")),
                      GTK_EDITABLE (gtk_builder_get_object (builder, "entry")),
                      GTK_LABEL (gtk_builder_get_object (builder, "problem")), vue };
  adw_message_dialog_set_heading (naming->dialog, heading);
  gtk_editable_set_text (naming->entry, vue->nom != NULL ? vue->nom : "");
  g_signal_connect_swapped (naming->entry, "changed", G_CALLBACK (name_changed_cb), naming);
  g_signal_connect_data (naming->dialog, "response", G_CALLBACK (named_cb), naming,
                         (GClosureNotify)(void (*) (void))naming_free, G_CONNECT_SWAPPED);
  name_changed_cb (naming);
  gtk_window_set_transient_for (GTK_WINDOW (naming->dialog),
                                GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))));
  gtk_window_present (GTK_WINDOW (naming->dialog));
}

static void
save_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvVuesButton *self = PV_VUES_BUTTON (widget);
  PvVue *vue = pv_vue_new ();

  pv_champ_set_text (&vue->page, self->page);
  g_signal_emit (self, signals[DESCRIBE], 0, vue);
  ask_name (self, vue, _ ("Save This View"));
}

static void
replace_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvVuesButton *self = PV_VUES_BUTTON (widget);
  const PvVue *known = find_vue (self, self->uuid);
  g_autoptr (PvVue) vue = known != NULL ? pv_vue_copy (known) : NULL;

  if (vue == NULL)
    return;
  g_signal_emit (self, signals[DESCRIBE], 0, vue);
  act (self, "vue-edit", vue, update_vue);
  pv_vues_button_set_modified (self, FALSE);
}

static void
rename_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvVuesButton *self = PV_VUES_BUTTON (widget);
  const PvVue *vue = find_vue (self, self->uuid);

  if (vue != NULL)
    ask_name (self, pv_vue_copy (vue), _ ("Rename the View"));
}

/* Undo brings it back: nothing to confirm. */
static void
delete_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvVuesButton *self = PV_VUES_BUTTON (widget);
  const PvVue *known = find_vue (self, self->uuid);
  g_autoptr (PvVue) vue = known != NULL ? pv_vue_copy (known) : NULL;

  if (vue != NULL)
    act (self, "vue-delete", vue, delete_vue);
}

/* --- the object -------------------------------------------------------------------- */

static void
pv_vues_button_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  PvVuesButton *self = PV_VUES_BUTTON (object);

  switch (id)
    {
    case PROP_MODIFIED:
      g_value_set_boolean (value, self->modified);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
pv_vues_button_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_MODIFIED:
      pv_vues_button_set_modified (PV_VUES_BUTTON (object), g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
pv_vues_button_dispose (GObject *object)
{
  PvVuesButton *self = PV_VUES_BUTTON (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), PV_TYPE_VUES_BUTTON);
  g_clear_object (&self->vues_section);
  g_clear_pointer (&self->vues, g_ptr_array_unref);
  g_clear_pointer (&self->uuid, g_free);
  g_clear_pointer (&self->page, g_free);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (pv_vues_button_parent_class)->dispose (object);
}

static void
pv_vues_button_class_init (PvVuesButtonClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = pv_vues_button_dispose;
  object_class->get_property = pv_vues_button_get_property;
  object_class->set_property = pv_vues_button_set_property;

  properties[PROP_MODIFIED] =
      g_param_spec_boolean ("modified", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[CHOSEN] = g_signal_new ("chosen", PV_TYPE_VUES_BUTTON, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[DESCRIBE] = g_signal_new ("describe", PV_TYPE_VUES_BUTTON, G_SIGNAL_RUN_LAST, 0, NULL,
                                    NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);

  gtk_widget_class_install_action (widget_class, "vues.choose", "s", choose_cb);
  gtk_widget_class_install_action (widget_class, "vues.save", NULL, save_cb);
  gtk_widget_class_install_action (widget_class, "vues.replace", NULL, replace_cb);
  gtk_widget_class_install_action (widget_class, "vues.rename", NULL, rename_cb);
  gtk_widget_class_install_action (widget_class, "vues.delete", NULL, delete_cb);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/progville/Progville/dossier/pv-vues-button.ui");
  gtk_widget_class_bind_template_child (widget_class, PvVuesButton, button);
  gtk_widget_class_bind_template_child (widget_class, PvVuesButton, label);
  gtk_widget_class_bind_template_child (widget_class, PvVuesButton, menu);
}

static void
pv_vues_button_init (PvVuesButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->vues_section = g_menu_new ();
  g_menu_insert_section (self->menu, 1, NULL, G_MENU_MODEL (self->vues_section));
}

void
pv_vues_button_set_context (PvVuesButton *self, PvContext *context, const char *page)
{
  g_return_if_fail (PV_IS_VUES_BUTTON (self));
  g_return_if_fail (PV_IS_CONTEXT (context));

  g_set_object (&self->context, context);
  g_free (self->page);
  self->page = g_strdup (page);
  g_signal_connect_object (context, "notify::can-edit", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  pv_vues_button_refresh (self);
}

const PvVue *
pv_vues_button_get_vue (PvVuesButton *self)
{
  g_return_val_if_fail (PV_IS_VUES_BUTTON (self), NULL);

  return find_vue (self, self->uuid);
}

void
pv_vues_button_restore (PvVuesButton *self, const char *uuid)
{
  const PvVue *vue;

  g_return_if_fail (PV_IS_VUES_BUTTON (self));

  vue = find_vue (self, uuid);
  g_free (self->uuid);
  self->uuid = vue != NULL ? g_strdup (vue->uuid) : NULL;
  update (self);
}

void
pv_vues_button_set_modified (PvVuesButton *self, gboolean modified)
{
  g_return_if_fail (PV_IS_VUES_BUTTON (self));

  if (self->modified != modified)
    {
      self->modified = modified;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MODIFIED]);
    }
  update (self);
}
