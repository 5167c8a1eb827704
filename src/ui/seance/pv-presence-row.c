/* pv-presence-row.c: a member of a séance, and whether they are there
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "seance/pv-presence-row.h"

#include <glib/gi18n.h>

struct _PvPresenceRow
{
  GtkListBoxRow parent_instance;

  gint64 id;
  gboolean filling;

  GtkCheckButton *present;
  GtkLabel *nom;
  PvField *personne;
  GtkWidget *remove_button;
};

enum
{
  PRESENT_TOGGLED,
  PERSONNE_COMMITTED,
  REMOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PvPresenceRow, pv_presence_row, GTK_TYPE_LIST_BOX_ROW)

static void
toggled_cb (PvPresenceRow *self)
{
  if (!self->filling)
    g_signal_emit (self, signals[PRESENT_TOGGLED], 0, gtk_check_button_get_active (self->present));
}

static void
committed_cb (PvPresenceRow *self, const char *value)
{
  g_signal_emit (self, signals[PERSONNE_COMMITTED], 0, value, self->personne);
}

static void
remove_cb (PvPresenceRow *self)
{
  g_signal_emit (self, signals[REMOVED], 0);
}

static void
show_names (PvPresenceRow *self, const char *institution)
{
  g_autofree char *present = g_strdup_printf (_ ("%s is present"), institution);
  g_autofree char *person = g_strdup_printf (_ ("Who comes for %s"), institution);
  g_autofree char *remove = g_strdup_printf (_ ("Remove “%s” from the séance"), institution);

  gtk_label_set_label (self->nom, institution);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->present), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  present, -1);
  pv_field_set_title (self->personne, person);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->remove_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, remove, -1);
}

void
pv_presence_row_show (PvPresenceRow *self, const PvSeancePresence *presence, gboolean editable)
{
  g_return_if_fail (PV_IS_PRESENCE_ROW (self));

  if (self->id != presence->id)
    pv_field_restore (self->personne);
  self->id = presence->id;
  self->filling = TRUE;
  gtk_check_button_set_active (self->present, presence->present);
  self->filling = FALSE;
  pv_field_set_value (self->personne, presence->personne);
  pv_field_set_editable (self->personne, editable);
  gtk_widget_set_sensitive (GTK_WIDGET (self->present), editable);
  gtk_widget_set_sensitive (self->remove_button, editable);
  show_names (self, presence->institution);
}

gint64
pv_presence_row_get_id (PvPresenceRow *self)
{
  g_return_val_if_fail (PV_IS_PRESENCE_ROW (self), 0);

  return self->id;
}

static void
pv_presence_row_dispose (GObject *object)
{
  PvPresenceRow *self = PV_PRESENCE_ROW (object);

  self->filling = TRUE;
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), PV_TYPE_PRESENCE_ROW);

  G_OBJECT_CLASS (pv_presence_row_parent_class)->dispose (object);
}

static void
pv_presence_row_class_init (PvPresenceRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pv_presence_row_dispose;

  signals[PRESENT_TOGGLED] =
      g_signal_new ("present-toggled", PV_TYPE_PRESENCE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
  signals[PERSONNE_COMMITTED] =
      g_signal_new ("personne-committed", PV_TYPE_PRESENCE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 2, G_TYPE_STRING, PV_TYPE_FIELD);
  signals[REMOVED] = g_signal_new ("removed", PV_TYPE_PRESENCE_ROW, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (PV_TYPE_FIELD);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/progville/Progville/seance/pv-presence-row.ui");
  gtk_widget_class_bind_template_child (widget_class, PvPresenceRow, present);
  gtk_widget_class_bind_template_child (widget_class, PvPresenceRow, nom);
  gtk_widget_class_bind_template_child (widget_class, PvPresenceRow, personne);
  gtk_widget_class_bind_template_child (widget_class, PvPresenceRow, remove_button);
  gtk_widget_class_bind_template_callback (widget_class, toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, committed_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
}

static GtkWidget *
find_entry (GtkWidget *widget)
{
  GtkWidget *found = GTK_IS_ENTRY (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_entry (child);

  return found;
}

static void
pv_presence_row_init (PvPresenceRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_object_set (find_entry (GTK_WIDGET (self->personne)), "placeholder-text", _ ("Who comes"),
                NULL);
}

GtkWidget *
pv_presence_row_new (void)
{
  return g_object_new (PV_TYPE_PRESENCE_ROW, NULL);
}
