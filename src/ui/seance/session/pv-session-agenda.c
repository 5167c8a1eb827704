/* pv-session-agenda.c: the agenda of an open séance, beside the dossier
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "seance/session/pv-session-agenda.h"

#include <glib/gi18n.h>

#include "seance/pv-seance-store.h"
#include "seance/session/pv-session-mots.h"
#include "seance/session/pv-session-point.h"

struct _PvSessionAgenda
{
  AdwBin parent_instance;

  GtkLabel *place_label;
  GtkProgressBar *progress_bar;
  GtkListView *list;
  GtkSingleSelection *selection;
  GtkLabel *left_label;
  GListStore *points;
  gboolean showing; /* the selection changes by us */
};

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PvSessionAgenda, pv_session_agenda, ADW_TYPE_BIN)

static void
selected_cb (PvSessionAgenda *self)
{
  PvSessionPoint *point = gtk_single_selection_get_selected_item (self->selection);

  if (!self->showing && point != NULL)
    g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, pv_session_point_get_id (point));
}

static void
pv_session_agenda_dispose (GObject *object)
{
  PvSessionAgenda *self = PV_SESSION_AGENDA (object);

  self->showing = TRUE;
  g_clear_object (&self->points);

  G_OBJECT_CLASS (pv_session_agenda_parent_class)->dispose (object);
}

static void
pv_session_agenda_class_init (PvSessionAgendaClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pv_session_agenda_dispose;

  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", PV_TYPE_SESSION_AGENDA, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);

  g_type_ensure (PV_TYPE_SESSION_POINT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/progville/Progville/seance/session/pv-session-agenda.ui");
  gtk_widget_class_bind_template_child (widget_class, PvSessionAgenda, place_label);
  gtk_widget_class_bind_template_child (widget_class, PvSessionAgenda, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, PvSessionAgenda, list);
  gtk_widget_class_bind_template_child (widget_class, PvSessionAgenda, selection);
  gtk_widget_class_bind_template_child (widget_class, PvSessionAgenda, left_label);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
}

static void
pv_session_agenda_init (PvSessionAgenda *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->points = g_list_store_new (PV_TYPE_SESSION_POINT);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->points));
}

/* --- what it shows ------------------------------------------------------------------------ */

static gboolean
is_same (PvSessionAgenda *self, GPtrArray *dossiers)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->points));

  if (n != dossiers->len)
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (PvSessionPoint) point = g_list_model_get_item (G_LIST_MODEL (self->points), i);
      const PvSeanceDossier *dossier = dossiers->pdata[i];

      if (pv_session_point_get_id (point) != dossier->id)
        return FALSE;
    }

  return TRUE;
}

static void
fill (PvSessionAgenda *self, GPtrArray *dossiers)
{
  g_autoptr (GPtrArray) points = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < dossiers->len; i++)
    {
      const PvSeanceDossier *dossier = dossiers->pdata[i];

      g_ptr_array_add (points, pv_session_point_new (dossier->id));
    }
  g_list_store_splice (self->points, 0, g_list_model_get_n_items (G_LIST_MODEL (self->points)),
                       points->pdata, points->len);
}

/* What is on the table is told by the arrow until something is decided of it. */
static void
show_point (PvSessionPoint *point, const PvSeanceDossier *dossier, guint place, gboolean courant)
{
  gboolean decided = dossier->decision != PV_DECISION_GENRE_NULL;
  g_autofree char *words = pv_session_decision_dup_words (dossier->decision);
  const char *icon = decided   ? pv_session_decision_to_icon_name (dossier->decision)
                     : courant ? "media-playback-start-symbolic"
                               : NULL;

  pv_session_point_set_dossier (point, place, dossier->numero, dossier->porteur, dossier->intitule);
  pv_session_point_set_decision (
      point, icon, decided ? pv_session_decision_to_css_class (dossier->decision) : "courant",
      courant && !decided ? _ ("On the table") : words, dossier->seance_cents);
}

static void
show_counts (PvSessionAgenda *self, guint n, guint decided, guint place)
{
  g_autofree char *of = g_strdup_printf (_ ("%u of %u"), place, n);
  guint left = n - decided;
  g_autofree char *more =
      left > 0 ? g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u dossier to decide",
                                               "%u dossiers to decide", left),
                                  left)
               : g_strdup (_ ("All is decided"));

  gtk_label_set_label (self->place_label, of);
  gtk_progress_bar_set_fraction (self->progress_bar, n > 0 ? (double)decided / n : 0);
  gtk_label_set_label (self->left_label, more);
  if (left == 0)
    gtk_widget_add_css_class (GTK_WIDGET (self->left_label), "faits");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->left_label), "faits");
}

void
pv_session_agenda_show (PvSessionAgenda *self, GPtrArray *dossiers, gint64 courant)
{
  guint decided = 0, place = 0;

  g_return_if_fail (PV_IS_SESSION_AGENDA (self));
  g_return_if_fail (dossiers != NULL);

  self->showing = TRUE;
  if (!is_same (self, dossiers))
    fill (self, dossiers);
  for (guint i = 0; i < dossiers->len; i++)
    {
      const PvSeanceDossier *dossier = dossiers->pdata[i];
      g_autoptr (PvSessionPoint) point = g_list_model_get_item (G_LIST_MODEL (self->points), i);

      decided += dossier->decision != PV_DECISION_GENRE_NULL;
      if (dossier->id == courant)
        place = i + 1;
      show_point (point, dossier, i + 1, dossier->id == courant);
    }
  show_counts (self, dossiers->len, decided, place);
  if (place > 0 && gtk_single_selection_get_selected (self->selection) != place - 1)
    {
      gtk_single_selection_set_selected (self->selection, place - 1);
      gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", place - 1);
    }
  self->showing = FALSE;
}
