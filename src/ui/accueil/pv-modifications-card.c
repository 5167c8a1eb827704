/* pv-modifications-card.c: the last changes of the file
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "accueil/pv-modifications-card.h"

#include <glib/gi18n.h>

#include "context/pv-action-words.h"
#include "pv-date.h"

#define N_CHANGES 8
#define N_CHANGES_OF_ROW 30

/* What makes the file itself is not taken back from here. */
#define ACTION_NEW "programme-new"

struct _PvModificationsCard
{
  AdwBin parent_instance;

  GtkListBox *list;
  GtkSizeGroup *instants;
  PvContext *context;  /* weak */
  gint64 last;         /* the group shown first: nothing is newer */
  gboolean could_edit; /* when the rows were made */
};

G_DEFINE_FINAL_TYPE (PvModificationsCard, pv_modifications_card, ADW_TYPE_BIN)

/* --- undo ---------------------------------------------------------------------------- */

static void
undone_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PvModificationsCard) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!pv_context_undo_finish (PV_CONTEXT (source), result, &error))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", error->message);
}

static void
undo_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvModificationsCard *self = PV_MODIFICATIONS_CARD (widget);

  if (self->context != NULL)
    pv_context_undo_async (self->context, g_variant_get_int64 (parameter), NULL, undone_cb,
                           g_object_ref (self));
}

/* --- rows ---------------------------------------------------------------------------- */

/* "today at 14:05", else the day; the hour is the user's own. */
static char *
format_instant (const char *at, const char *today)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) instant = g_date_time_new_from_iso8601 (at, utc);
  g_autoptr (GDateTime) local = instant != NULL ? g_date_time_to_local (instant) : NULL;
  g_autofree char *day = NULL;
  g_autofree char *hour = NULL;
  g_autofree char *shown = NULL;

  if (local == NULL)
    return g_strdup (at);

  day = g_date_time_format (local, "%Y-%m-%d");
  hour = g_date_time_format (local, "%H:%M");
  if (g_strcmp0 (day, today) == 0)
    return g_strdup (hour);
  shown = pv_date_format_french (day, PV_DATE_FORMAT_SHORT);

  return g_strdup_printf ("%s %s", shown != NULL ? shown : day, hour);
}

static GtkWidget *
undo_button_new (const PvHistoryGroup *group, const char *words)
{
  gboolean redo = group->undoes != PV_INT_NULL;
  GtkWidget *button =
      gtk_button_new_from_icon_name (redo ? "edit-redo-symbolic" : "edit-undo-symbolic");
  g_autofree char *name = g_strdup_printf (redo ? _ ("Do again: %s") : _ ("Undo: %s"), words);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, redo ? _ ("Do this again") : _ ("Undo this change"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", group->id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "modifications.undo");

  return button;
}

static GtkWidget *
text_new (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  /* a long text takes the room there is, and does not push the cards one below the other */
  gtk_label_set_max_width_chars (GTK_LABEL (label), 24);
  gtk_widget_set_tooltip_text (label, text);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

static void
add_row (PvModificationsCard *self, const PvHistoryGroup *group)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  g_autofree char *today = pv_context_get_today (self->context);
  g_autofree char *words = pv_history_group_to_words (group);
  g_autofree char *when = format_instant (group->at, today);
  GtkWidget *what = text_new (words, NULL);
  GtkWidget *instant = gtk_label_new (when);
  gboolean undone = group->undone_by != PV_INT_NULL;

  gtk_label_set_xalign (GTK_LABEL (instant), 0);
  gtk_widget_add_css_class (instant, "numeric");
  gtk_widget_add_css_class (instant, "secondary");
  gtk_size_group_add_widget (self->instants, instant);
  gtk_box_append (GTK_BOX (box), instant);
  gtk_widget_set_hexpand (what, TRUE);
  gtk_box_append (GTK_BOX (box), what);
  if (group->agent != NULL && *group->agent != '\0')
    gtk_box_append (GTK_BOX (box), text_new (group->agent, "secondary"));
  if (undone)
    gtk_box_append (GTK_BOX (box), text_new (_ ("taken back"), "secondary"));
  else if (self->could_edit && !g_str_equal (group->action, ACTION_NEW))
    gtk_box_append (GTK_BOX (box), undo_button_new (group, words));
  gtk_widget_add_css_class (box, "dense");
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_append (self->list, row);
}

static void
add_row_cb (const PvHistoryGroup *group, gpointer user_data)
{
  PvModificationsCard *self = user_data;

  if (gtk_list_box_get_row_at_index (self->list, N_CHANGES_OF_ROW - 1) == NULL)
    add_row (self, group);
}

static void
pv_modifications_card_dispose (GObject *object)
{
  PvModificationsCard *self = PV_MODIFICATIONS_CARD (object);

  g_clear_weak_pointer (&self->context);
  gtk_widget_dispose_template (GTK_WIDGET (object), PV_TYPE_MODIFICATIONS_CARD);

  G_OBJECT_CLASS (pv_modifications_card_parent_class)->dispose (object);
}

static void
pv_modifications_card_class_init (PvModificationsCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pv_modifications_card_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/progville/Progville/accueil/pv-modifications-card.ui");
  gtk_widget_class_bind_template_child (widget_class, PvModificationsCard, list);
  gtk_widget_class_bind_template_child (widget_class, PvModificationsCard, instants);
  gtk_widget_class_install_action (widget_class, "modifications.undo", "x", undo_cb);
}

static void
pv_modifications_card_init (PvModificationsCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
pv_modifications_card_refresh (PvModificationsCard *self,
                               PvContext *context,
                               const char *table,
                               gint64 key)
{
  PvDb *reader;
  gint64 last;
  GtkListBoxRow *row;

  g_return_if_fail (PV_IS_MODIFICATIONS_CARD (self));
  g_return_if_fail (PV_IS_CONTEXT (context));

  g_set_weak_pointer (&self->context, context);
  reader = pv_context_get_reader (context);
  last = pv_history_last_group (reader);
  if (last == self->last && self->could_edit == pv_context_can_edit (context))
    return;

  self->last = last;
  self->could_edit = pv_context_can_edit (context);
  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  if (table != NULL)
    pv_history_foreach_group_of_row (reader, table, key, add_row_cb, self, NULL);
  else
    pv_history_foreach_last_group (reader, N_CHANGES, add_row_cb, self, NULL);
}
