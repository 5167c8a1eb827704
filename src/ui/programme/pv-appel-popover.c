/* pv-appel-popover.c: chooses the appel in use
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "programme/pv-appel-popover.h"

#include <glib/gi18n.h>

#include "appel/pv-appel-store.h"
#include "programme/pv-contrat-store.h"

struct _PvAppelPopover
{
  GtkPopover parent_instance;

  PvContext *context;

  GtkListBox *list;
};

enum
{
  PROP_CONTEXT = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (PvAppelPopover, pv_appel_popover, GTK_TYPE_POPOVER)

/* --- rows ------------------------------------------------------------------------------ */

/* @appel: (nullable): all of them */
static GtkWidget *
row_new (const PvAppel *appel, gboolean chosen)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *check = gtk_image_new_from_icon_name ("object-select-symbolic");
  GtkWidget *label = gtk_label_new (appel != NULL ? appel->libelle : _ ("All calls"));
  gint64 *id = g_new (gint64, 1);
  gint64 *exercice = g_new (gint64, 1);

  *id = appel != NULL ? appel->id : PV_INT_NULL;
  *exercice = appel != NULL ? appel->exercice : PV_INT_NULL;
  g_object_set_data_full (G_OBJECT (row), "pv-appel", id, g_free);
  g_object_set_data_full (G_OBJECT (row), "pv-exercice", exercice, g_free);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 40);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_opacity (check, chosen ? 1 : 0);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), check);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gtk_label_get_text (GTK_LABEL (label)), -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_SELECTED, chosen, -1);

  return row;
}

static gint64
row_get (GtkListBoxRow *row, const char *what)
{
  const gint64 *value = g_object_get_data (G_OBJECT (row), what);

  return *value;
}

static void
header_cb (GtkListBoxRow *row, GtkListBoxRow *before, gpointer user_data)
{
  gint64 exercice = row_get (row, "pv-exercice");
  g_autofree char *text = NULL;
  GtkWidget *header;

  if (before != NULL && row_get (before, "pv-exercice") == exercice)
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  if (exercice == PV_INT_NULL)
    {
      gtk_list_box_row_set_header (
          row, before != NULL ? gtk_separator_new (GTK_ORIENTATION_HORIZONTAL) : NULL);
      return;
    }

  text = g_strdup_printf ("%" G_GINT64_FORMAT, exercice);
  header = gtk_label_new (text);
  gtk_label_set_xalign (GTK_LABEL (header), 0);
  gtk_widget_add_css_class (header, "heading");
  gtk_widget_add_css_class (header, "secondary");
  gtk_widget_add_css_class (header, "pv-appel-exercice");
  gtk_list_box_row_set_header (row, header);
}

static void
fill (PvAppelPopover *self)
{
  g_autoptr (GPtrArray) appels = NULL;
  GtkWidget *child;
  gint64 chosen;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
  if (self->context == NULL)
    return;

  chosen = pv_context_get_appel (self->context);
  appels = pv_appel_store_list (pv_context_get_reader (self->context), NULL);
  for (guint i = 0; appels != NULL && i < appels->len; i++)
    {
      const PvAppel *appel = g_ptr_array_index (appels, i);

      gtk_list_box_append (self->list, row_new (appel, appel->id == chosen));
    }
  gtk_list_box_append (self->list, row_new (NULL, chosen == PV_INT_NULL));
}

static void
pv_appel_popover_map (GtkWidget *widget)
{
  PvAppelPopover *self = PV_APPEL_POPOVER (widget);
  gint64 chosen;
  GtkListBoxRow *row;

  fill (self);
  GTK_WIDGET_CLASS (pv_appel_popover_parent_class)->map (widget);
  if (self->context == NULL)
    return;
  chosen = pv_context_get_appel (self->context);
  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (row_get (row, "pv-appel") == chosen)
      gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
row_activated_cb (PvAppelPopover *self, GtkListBoxRow *row)
{
  gint64 id = row_get (row, "pv-appel");

  gtk_popover_popdown (GTK_POPOVER (self));
  pv_context_set_appel (self->context, id);
}

/* --- object ---------------------------------------------------------------------------- */

static void
pv_appel_popover_dispose (GObject *object)
{
  PvAppelPopover *self = PV_APPEL_POPOVER (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), PV_TYPE_APPEL_POPOVER);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (pv_appel_popover_parent_class)->dispose (object);
}

static void
pv_appel_popover_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_CONTEXT)
    g_value_set_object (value, PV_APPEL_POPOVER (object)->context);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
pv_appel_popover_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_CONTEXT)
    pv_appel_popover_set_context (PV_APPEL_POPOVER (object), g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
pv_appel_popover_class_init (PvAppelPopoverClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = pv_appel_popover_dispose;
  object_class->get_property = pv_appel_popover_get_property;
  object_class->set_property = pv_appel_popover_set_property;
  widget_class->map = pv_appel_popover_map;

  properties[PROP_CONTEXT] =
      g_param_spec_object ("context", NULL, NULL, PV_TYPE_CONTEXT,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/progville/Progville/programme/pv-appel-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, PvAppelPopover, list);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
pv_appel_popover_init (PvAppelPopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_header_func (self->list, header_cb, NULL, NULL);
}

void
pv_appel_popover_set_context (PvAppelPopover *self, PvContext *context)
{
  g_return_if_fail (PV_IS_APPEL_POPOVER (self));

  if (g_set_object (&self->context, context))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CONTEXT]);
}

static char *
dup_contrat (PvDb *db, const PvAppel *appel)
{
  g_autoptr (GPtrArray) contrats = pv_contrat_store_list (db, NULL);
  const PvContrat *found = NULL;

  for (guint i = 0; contrats != NULL && i < contrats->len; i++)
    {
      const PvContrat *contrat = g_ptr_array_index (contrats, i);

      if (found == NULL || (appel != NULL && appel->contrat_id == contrat->id))
        found = contrat;
    }

  return found != NULL ? g_strdup (found->nom) : NULL;
}

char *
pv_appel_to_title (PvContext *context)
{
  PvDb *db;
  gint64 id;
  g_autoptr (PvAppel) appel = NULL;
  g_autofree char *contrat = NULL;
  g_autofree char *exercice = NULL;

  g_return_val_if_fail (PV_IS_CONTEXT (context), NULL);

  db = pv_context_get_reader (context);
  id = pv_context_get_appel (context);
  if (id != PV_INT_NULL)
    appel = pv_appel_store_get (db, id, NULL);
  contrat = dup_contrat (db, appel);
  if (appel == NULL)
    return g_strjoin (" · ", contrat != NULL ? contrat : _ ("Programme"), _ ("All calls"), NULL);

  exercice = g_strdup_printf ("%" G_GINT64_FORMAT, appel->exercice);

  return g_strjoin (" · ", contrat != NULL ? contrat : _ ("Programme"), exercice, appel->libelle,
                    NULL);
}
