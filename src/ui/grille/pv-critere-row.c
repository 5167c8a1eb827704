/* pv-critere-row.c: a criterion in the editor of grids
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "grille/pv-critere-row.h"

#include <glib/gi18n.h>

#include "dossier/pv-wrap-layout.h"
#include "widget/pv-field.h"

struct _PvCritereRow
{
  GtkListBoxRow parent_instance;

  PvCritere *critere;
  guint position;
  gboolean filling;

  GtkLabel *number;
  PvField *libelle, *aide, *poids, *maximum;
  GtkCheckButton *sans_objet;
  GtkWidget *handle;
};

enum
{
  EDITED,
  MOVED,
  REMOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PvCritereRow, pv_critere_row, GTK_TYPE_LIST_BOX_ROW)

/* What is accepted is kept at once: the row is shown again only later, and a second edit
 * starts from it. */
static void
ask (PvCritereRow *self, const PvCritere *critere, char **reason)
{
  g_signal_emit (self, signals[EDITED], 0, critere, reason);
  if (*reason != NULL)
    return;
  pv_critere_free (self->critere);
  self->critere = pv_critere_copy (critere);
}

static void
committed_cb (PvCritereRow *self, const char *value, PvField *field)
{
  g_autoptr (PvCritere) critere = pv_critere_copy (self->critere);
  g_autofree char *reason = NULL;
  gint64 number = value != NULL ? g_ascii_strtoll (value, NULL, 10) : -1;

  if (field == self->libelle)
    pv_champ_set_text (&critere->libelle, value);
  else if (field == self->aide)
    pv_champ_set_text (&critere->aide, value);
  else if (field == self->poids)
    critere->poids = number;
  else
    critere->maximum = number;

  ask (self, critere, &reason);
  if (reason != NULL)
    pv_field_refuse (field, reason);
}

static void
toggled_cb (PvCritereRow *self)
{
  g_autoptr (PvCritere) critere = NULL;
  g_autofree char *reason = NULL;

  if (self->filling || self->critere == NULL)
    return;
  critere = pv_critere_copy (self->critere);
  critere->sans_objet_permis = gtk_check_button_get_active (self->sans_objet);
  ask (self, critere, &reason);
  if (reason != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", reason);
}

static void
move_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (pv_critere_row_commit (PV_CRITERE_ROW (widget)))
    g_signal_emit (widget, signals[MOVED], 0, g_str_equal (name, "critere.up") ? -1 : 1);
}

static void
remove_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit (widget, signals[REMOVED], 0);
}

/* --- drag and drop ------------------------------------------------------------------------ */

static GdkContentProvider *
prepare_cb (PvCritereRow *self)
{
  return pv_critere_row_commit (self) ? gdk_content_provider_new_typed (PV_TYPE_CRITERE_ROW, self)
                                      : NULL;
}

static void
drag_begin_cb (PvCritereRow *self, GdkDrag *drag, GtkDragSource *source)
{
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (GTK_WIDGET (self));

  gtk_drag_source_set_icon (source, picture, 12, 12);
}

static gboolean
drop_cb (PvCritereRow *self, const GValue *value)
{
  PvCritereRow *dropped = g_value_get_object (value);

  if (dropped == self ||
      gtk_widget_get_parent (GTK_WIDGET (dropped)) != gtk_widget_get_parent (GTK_WIDGET (self)))
    return FALSE;
  g_signal_emit (dropped, signals[MOVED], 0, (int)self->position - (int)dropped->position);

  return TRUE;
}

/* --- showing ------------------------------------------------------------------------------ */

static void
show_names (PvCritereRow *self)
{
  const char *libelle = self->critere->libelle != NULL ? self->critere->libelle : "";
  g_autofree char *remove = g_strdup_printf (_ ("Remove “%s”"), libelle);
  g_autofree char *number = g_strdup_printf ("%u.", self->position + 1);
  GtkWidget *button =
      GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (self), PV_TYPE_CRITERE_ROW, "remove"));

  gtk_label_set_label (self->number, number);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, libelle,
                                  -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, remove,
                                  -1);
}

void
pv_critere_row_show (PvCritereRow *self,
                     const PvCritere *critere,
                     guint position,
                     guint n,
                     gboolean editable)
{
  PvField *fields[] = { self->libelle, self->aide, self->poids, self->maximum };
  gboolean other = self->critere == NULL || self->critere->id != critere->id;

  pv_critere_free (self->critere);
  self->critere = pv_critere_copy (critere);
  self->position = position;
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      if (other)
        pv_field_restore (fields[i]);
      pv_field_set_editable (fields[i], editable);
    }
  pv_field_set_value (self->libelle, critere->libelle);
  pv_field_set_value (self->aide, critere->aide);
  pv_field_set_int (self->poids, critere->poids);
  pv_field_set_int (self->maximum, critere->maximum);
  self->filling = TRUE;
  gtk_check_button_set_active (self->sans_objet, critere->sans_objet_permis);
  self->filling = FALSE;
  gtk_widget_set_sensitive (GTK_WIDGET (self->sans_objet), editable);
  gtk_widget_set_sensitive (self->handle, editable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "critere.up", editable && position > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "critere.down", editable && position + 1 < n);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "critere.remove", editable);
  show_names (self);
}

gboolean
pv_critere_row_commit (PvCritereRow *self)
{
  return pv_field_commit (self->libelle) && pv_field_commit (self->aide) &&
         pv_field_commit (self->poids) && pv_field_commit (self->maximum);
}

void
pv_critere_row_focus_label (PvCritereRow *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->libelle));
}

/* --- the object ---------------------------------------------------------------------------- */

static void
pv_critere_row_dispose (GObject *object)
{
  PvCritereRow *self = PV_CRITERE_ROW (object);

  self->filling = TRUE;
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), PV_TYPE_CRITERE_ROW);
  g_clear_pointer (&self->critere, pv_critere_free);

  G_OBJECT_CLASS (pv_critere_row_parent_class)->dispose (object);
}

static void
pv_critere_row_class_init (PvCritereRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pv_critere_row_dispose;

  signals[EDITED] = g_signal_new ("edited", PV_TYPE_CRITERE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 2, G_TYPE_POINTER, G_TYPE_POINTER);
  signals[MOVED] = g_signal_new ("moved", PV_TYPE_CRITERE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[REMOVED] = g_signal_new ("removed", PV_TYPE_CRITERE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);

  g_type_ensure (PV_TYPE_FIELD);
  g_type_ensure (PV_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/progville/Progville/grille/pv-critere-row.ui");
  gtk_widget_class_bind_template_child (widget_class, PvCritereRow, number);
  gtk_widget_class_bind_template_child (widget_class, PvCritereRow, libelle);
  gtk_widget_class_bind_template_child (widget_class, PvCritereRow, aide);
  gtk_widget_class_bind_template_child (widget_class, PvCritereRow, poids);
  gtk_widget_class_bind_template_child (widget_class, PvCritereRow, maximum);
  gtk_widget_class_bind_template_child (widget_class, PvCritereRow, sans_objet);
  gtk_widget_class_bind_template_child (widget_class, PvCritereRow, handle);
  gtk_widget_class_bind_template_child_full (widget_class, "remove", FALSE, 0);
  gtk_widget_class_bind_template_callback (widget_class, committed_cb);
  gtk_widget_class_bind_template_callback (widget_class, toggled_cb);
  gtk_widget_class_install_action (widget_class, "critere.up", NULL, move_cb);
  gtk_widget_class_install_action (widget_class, "critere.down", NULL, move_cb);
  gtk_widget_class_install_action (widget_class, "critere.remove", NULL, remove_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK, "critere.up", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK, "critere.down",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, GDK_ALT_MASK, "critere.remove",
                                       NULL);
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
pv_critere_row_init (PvCritereRow *self)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (PV_TYPE_CRITERE_ROW, GDK_ACTION_MOVE);

  gtk_widget_init_template (GTK_WIDGET (self));
  g_object_set (find_entry (GTK_WIDGET (self->aide)), "placeholder-text",
                _ ("Help: what to look at"), NULL);
  /* as wide as their figures, whatever is said under them */
  g_object_set (find_entry (GTK_WIDGET (self->poids)), "width-chars", 4, "max-width-chars", 4,
                "halign", GTK_ALIGN_START, NULL);
  g_object_set (find_entry (GTK_WIDGET (self->maximum)), "width-chars", 4, "max-width-chars", 4,
                "halign", GTK_ALIGN_START, NULL);
  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_object (source, "prepare", G_CALLBACK (prepare_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (source, "drag-begin", G_CALLBACK (drag_begin_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->handle, GTK_EVENT_CONTROLLER (source));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

GtkWidget *
pv_critere_row_new (void)
{
  return g_object_new (PV_TYPE_CRITERE_ROW, NULL);
}
