/* pv-noms-button.c: names chosen in a list that has checks
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "parametres/pv-noms-button.h"

#include <glib/gi18n.h>

struct _PvNomsButton
{
  AdwBin parent_instance;

  char *text;
  GStrv names;
  gboolean filling;

  GtkMenuButton *button;
  GtkListBox *list;
};

enum
{
  PROP_TEXT = 1,
  N_PROPS
};

enum
{
  CHANGED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PvNomsButton, pv_noms_button, ADW_TYPE_BIN)

static GStrv
split (PvNomsButton *self)
{
  GStrv parts = g_strsplit_set (self->text != NULL ? self->text : "", ",;", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    g_strstrip (parts[i]);

  return parts;
}

void
pv_noms_button_toggle (PvNomsButton *self, const char *name)
{
  g_auto (GStrv) parts = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  gboolean known;

  g_return_if_fail (PV_IS_NOMS_BUTTON (self));
  g_return_if_fail (name != NULL);

  parts = split (self);
  known = g_strv_contains ((const char *const *)parts, name);
  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0' && !g_str_equal (parts[i], name))
      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", parts[i]);
  if (!known)
    g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", name);
  g_free (self->text);
  self->text = g_string_free (g_steal_pointer (&text), FALSE);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
toggled_cb (PvNomsButton *self, GtkCheckButton *check)
{
  if (!self->filling)
    pv_noms_button_toggle (self, gtk_check_button_get_label (check));
}

/* The checked ones first. */
static void
fill (PvNomsButton *self)
{
  g_auto (GStrv) parts = split (self);
  GtkWidget *child;

  self->filling = TRUE;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; self->names != NULL && self->names[i] != NULL; i++)
      {
        gboolean active = g_strv_contains ((const char *const *)parts, self->names[i]);
        GtkWidget *check;

        if (active != (pass == 0))
          continue;
        check = gtk_check_button_new_with_label (self->names[i]);
        gtk_check_button_set_active (GTK_CHECK_BUTTON (check), active);
        g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), self,
                                 G_CONNECT_SWAPPED);
        gtk_list_box_append (self->list, check);
      }
  self->filling = FALSE;
}

static void
popup_cb (GtkMenuButton *button, gpointer user_data)
{
  fill (PV_NOMS_BUTTON (user_data));
}

static void
pv_noms_button_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  PvNomsButton *self = PV_NOMS_BUTTON (object);

  if (id != PROP_TEXT)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      return;
    }
  g_free (self->text);
  self->text = g_value_dup_string (value);
}

static void
pv_noms_button_dispose (GObject *object)
{
  PvNomsButton *self = PV_NOMS_BUTTON (object);

  if (self->button != NULL)
    gtk_menu_button_set_create_popup_func (self->button, NULL, NULL, NULL);
  self->button = NULL;
  adw_bin_set_child (ADW_BIN (self), NULL);

  G_OBJECT_CLASS (pv_noms_button_parent_class)->dispose (object);
}

static void
pv_noms_button_finalize (GObject *object)
{
  PvNomsButton *self = PV_NOMS_BUTTON (object);

  g_free (self->text);
  g_strfreev (self->names);

  G_OBJECT_CLASS (pv_noms_button_parent_class)->finalize (object);
}

static void
pv_noms_button_class_init (PvNomsButtonClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->set_property = pv_noms_button_set_property;
  object_class->dispose = pv_noms_button_dispose;
  object_class->finalize = pv_noms_button_finalize;

  properties[PROP_TEXT] =
      g_param_spec_string ("text", NULL, NULL, NULL, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[CHANGED] = g_signal_new ("changed", PV_TYPE_NOMS_BUTTON, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
      GTK_WIDGET_CLASS (klass), "/org/progville/Progville/parametres/pv-noms-button.ui");
  gtk_widget_class_bind_template_child (GTK_WIDGET_CLASS (klass), PvNomsButton, button);
  gtk_widget_class_bind_template_child (GTK_WIDGET_CLASS (klass), PvNomsButton, list);
}

static void
pv_noms_button_init (PvNomsButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->button, popup_cb, self, NULL);
}

GtkWidget *
pv_noms_button_new (const char *title)
{
  PvNomsButton *self = g_object_new (PV_TYPE_NOMS_BUTTON, NULL);
  g_autofree char *words = g_strdup_printf (_ ("Choose: %s"), title);

  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  words, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);

  return GTK_WIDGET (self);
}

void
pv_noms_button_set_names (PvNomsButton *self, const char *const *names)
{
  g_return_if_fail (PV_IS_NOMS_BUTTON (self));

  g_strfreev (self->names);
  self->names = g_strdupv ((GStrv)names);
}

char *
pv_noms_button_dup_text (PvNomsButton *self)
{
  g_return_val_if_fail (PV_IS_NOMS_BUTTON (self), NULL);

  return g_strdup (self->text != NULL ? self->text : "");
}
