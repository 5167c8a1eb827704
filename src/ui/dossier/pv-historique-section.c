/* pv-historique-section.c: what happened to a dossier
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dossier/pv-historique-section.h"

#include <glib/gi18n.h>

#include "context/pv-action-words.h"
#include "context/pv-reading.h"
#include "dossier/pv-dossier-historique.h"
#include "dossier/pv-historique-undo.h"
#include "pv-date.h"
#include "seance/cloture/pv-dossier-decisions.h"

#define PAGE 30
#define MAX_LINES 12

struct _PvHistoriqueSection
{
  PvDossierSection parent_instance;

  GCancellable *cancellable;
  GPtrArray *events; /* of PvDossierEvenement, one more than shown when there are more */
  guint limit;
  gint64 shown; /* the dossier of the events */

  PvDossierDecisions *decisions;
  GtkListBox *list;
  GtkWidget *more_button;
};

G_DEFINE_FINAL_TYPE (PvHistoriqueSection, pv_historique_section, PV_TYPE_DOSSIER_SECTION)

/* --- undo ------------------------------------------------------------------------------ */

/* Where the action of a button is, once the list was read again. */
static gboolean
find_event (PvHistoriqueSection *self, GtkWidget *button, guint *found)
{
  const gint64 *group = g_object_get_data (G_OBJECT (button), "pv-group");

  for (guint i = 0; i < self->events->len; i++)
    {
      const PvDossierEvenement *event = g_ptr_array_index (self->events, i);

      if (event->group->id == *group)
        {
          *found = i;
          return TRUE;
        }
    }

  return FALSE;
}

static void
undo_cb (PvHistoriqueSection *self, GtkWidget *button)
{
  guint i;

  if (find_event (self, button, &i))
    pv_historique_undo (GTK_WIDGET (self),
                        pv_dossier_section_get_context (PV_DOSSIER_SECTION (self)), self->events, i,
                        i);
}

static void
undo_until_cb (PvHistoriqueSection *self, GtkWidget *button)
{
  guint i;

  if (find_event (self, button, &i))
    pv_historique_undo (GTK_WIDGET (self),
                        pv_dossier_section_get_context (PV_DOSSIER_SECTION (self)), self->events, i,
                        0);
}

/* --- rows ------------------------------------------------------------------------------- */

/* "21 novembre 2026, 12:05", in the time of the reader. */
static char *
moment_text (const char *instant)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_iso8601 (instant, NULL);
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_local (utc) : NULL;
  g_autofree char *iso = NULL;
  g_autofree char *day = NULL;
  g_autofree char *hour = NULL;

  if (local == NULL)
    return g_strdup (instant);
  iso = g_date_time_format (local, "%Y-%m-%d");
  day = pv_date_format_french (iso, PV_DATE_FORMAT_LONG);
  hour = g_date_time_format (local, "%H:%M");

  return g_strdup_printf ("%s, %s", day, hour);
}

static GtkWidget *
line_new (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "dense");
  gtk_widget_add_css_class (label, "numeric");

  return label;
}

static GtkWidget *
head_new (const PvDossierEvenement *event)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *words = gtk_label_new (pv_action_to_words (event->group->action));
  g_autofree char *moment = moment_text (event->group->at);
  g_autofree char *who = event->group->agent != NULL
                             ? g_strdup_printf ("%s · %s", moment, event->group->agent)
                             : g_steal_pointer (&moment);
  GtkWidget *when = gtk_label_new (who);

  gtk_label_set_xalign (GTK_LABEL (words), 0);
  gtk_label_set_wrap (GTK_LABEL (words), TRUE);
  gtk_label_set_xalign (GTK_LABEL (when), 0);
  gtk_label_set_wrap (GTK_LABEL (when), TRUE);
  gtk_widget_add_css_class (when, "caption");
  gtk_widget_add_css_class (when, "secondary");
  gtk_widget_set_hexpand (box, TRUE);
  gtk_box_append (GTK_BOX (box), words);
  gtk_box_append (GTK_BOX (box), when);

  return box;
}

static GtkWidget *
button_new (PvHistoriqueSection *self,
            const PvDossierEvenement *event,
            const char *label,
            const char *name_format,
            GCallback callback)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);
  g_autofree char *words = pv_history_group_to_words (event->group);
  g_autoptr (GString) name = g_string_new (name_format);
  gint64 group = event->group->id;

  g_string_replace (name, "%s", words, 1);
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "pv-event-undo");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name->str,
                                  -1);
  gtk_widget_set_sensitive (
      button, pv_context_can_edit (pv_dossier_section_get_context (PV_DOSSIER_SECTION (self))));
  g_object_set_data_full (G_OBJECT (button), "pv-group", g_memdup2 (&group, sizeof group), g_free);
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);

  return button;
}

/* Undo of this action and, when others came after it, of all of them. */
static GtkWidget *
undo_new (PvHistoriqueSection *self, const PvDossierEvenement *event, gboolean later)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (box),
                  button_new (self, event, _ ("_Undo…"), _ ("Undo “%s”"), G_CALLBACK (undo_cb)));
  if (later)
    {
      GtkWidget *until =
          button_new (self, event, _ ("Undo _Down to Here…"),
                      _ ("Undo “%s” and all that came after"), G_CALLBACK (undo_until_cb));

      gtk_widget_set_tooltip_text (until, _ ("Undoes this action and those on this dossier since"));
      gtk_box_append (GTK_BOX (box), until);
    }

  return box;
}

static void
append_lines (GtkBox *box, GPtrArray *lines)
{
  for (guint i = 0; i < lines->len && i < MAX_LINES; i++)
    gtk_box_append (box, line_new (g_ptr_array_index (lines, i)));
  if (lines->len > MAX_LINES)
    {
      guint n = lines->len - MAX_LINES;
      g_autofree char *more = g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE, "and %u other change", "and %u other changes", n), n);

      gtk_box_append (box, line_new (more));
    }
}

static GtkWidget *
row_new (PvHistoriqueSection *self, const PvDossierEvenement *event, gboolean later)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *outer = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *inner = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  gtk_widget_add_css_class (outer, "pv-event");
  gtk_box_append (GTK_BOX (inner), head_new (event));
  append_lines (GTK_BOX (inner), event->lignes);
  gtk_box_append (GTK_BOX (outer), inner);
  if (event->group->undone_by != PV_INT_NULL)
    {
      GtkWidget *undone = gtk_label_new (_ ("undone"));

      gtk_widget_add_css_class (undone, "secondary");
      gtk_box_append (GTK_BOX (outer), undone);
    }
  else if (event->group->undoes == PV_INT_NULL && !pv_action_is_final (event->group->action))
    gtk_box_append (GTK_BOX (outer), undo_new (self, event, later));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), outer);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);

  return row;
}

static void
show_events (PvHistoriqueSection *self)
{
  GtkListBoxRow *row;
  gboolean later = FALSE;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (guint i = 0; i < self->events->len && i < self->limit; i++)
    {
      const PvDossierEvenement *event = g_ptr_array_index (self->events, i);

      gtk_list_box_append (self->list, row_new (self, event, later));
      later |= pv_historique_stands (event);
    }
  gtk_widget_set_visible (self->more_button, self->events->len > self->limit);
}

/* --- reading ----------------------------------------------------------------------------- */

typedef struct
{
  gint64 dossier_id;
  guint limit;
} Query;

static gpointer
read_query (PvDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  const Query *query = data;

  return pv_dossier_historique_list (db, query->dossier_id, query->limit + 1, error);
}

static gboolean
same_events (GPtrArray *a, GPtrArray *b)
{
  if (a == NULL || a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    {
      const PvDossierEvenement *one = g_ptr_array_index (a, i);
      const PvDossierEvenement *other = g_ptr_array_index (b, i);

      if (one->group->id != other->group->id || one->group->undone_by != other->group->undone_by)
        return FALSE;
    }

  return TRUE;
}

static void
read_done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PvHistoriqueSection) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) events = pv_context_query_finish (PV_CONTEXT (source), result, &error);

  if (events == NULL || same_events (self->events, events))
    return;
  g_clear_pointer (&self->events, g_ptr_array_unref);
  self->events = g_steal_pointer (&events);
  show_events (self);
}

static void
pv_historique_section_load (PvDossierSection *section)
{
  PvHistoriqueSection *self = PV_HISTORIQUE_SECTION (section);
  Query query = { pv_dossier_section_get_dossier_id (section), PAGE };

  if (self->shown != query.dossier_id)
    self->limit = PAGE;
  self->shown = query.dossier_id;
  query.limit = self->limit;
  pv_dossier_decisions_show (self->decisions,
                             pv_context_get_reader (pv_dossier_section_get_context (section)),
                             query.dossier_id);
  pv_reading_renew (&self->cancellable);
  pv_context_query_async (pv_dossier_section_get_context (section), read_query,
                          g_memdup2 (&query, sizeof query), g_free,
                          (GDestroyNotify)g_ptr_array_unref, self->cancellable, read_done_cb,
                          g_object_ref (self));
}

static void
more_cb (PvHistoriqueSection *self)
{
  self->limit += PAGE;
  pv_historique_section_load (PV_DOSSIER_SECTION (self));
}

/* --- the object ----------------------------------------------------------------------------- */

static void
pv_historique_section_dispose (GObject *object)
{
  PvHistoriqueSection *self = PV_HISTORIQUE_SECTION (object);

  pv_reading_stop (&self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (object), PV_TYPE_HISTORIQUE_SECTION);

  G_OBJECT_CLASS (pv_historique_section_parent_class)->dispose (object);
}

static void
pv_historique_section_finalize (GObject *object)
{
  g_clear_pointer (&PV_HISTORIQUE_SECTION (object)->events, g_ptr_array_unref);

  G_OBJECT_CLASS (pv_historique_section_parent_class)->finalize (object);
}

static void
pv_historique_section_class_init (PvHistoriqueSectionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = pv_historique_section_dispose;
  object_class->finalize = pv_historique_section_finalize;
  PV_DOSSIER_SECTION_CLASS (klass)->load = pv_historique_section_load;

  g_type_ensure (PV_TYPE_DOSSIER_DECISIONS);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/progville/Progville/dossier/pv-historique-section.ui");
  gtk_widget_class_bind_template_child (widget_class, PvHistoriqueSection, list);
  gtk_widget_class_bind_template_child (widget_class, PvHistoriqueSection, decisions);
  gtk_widget_class_bind_template_child (widget_class, PvHistoriqueSection, more_button);
  gtk_widget_class_bind_template_callback (widget_class, more_cb);
}

static void
pv_historique_section_init (PvHistoriqueSection *self)
{
  self->limit = PAGE;
  self->shown = PV_INT_NULL;
  gtk_widget_init_template (GTK_WIDGET (self));
}
