/* pv-sensibilite-pane.c: which weight moves which dossier across the line
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "classement/pv-sensibilite-pane.h"

#include <glib/gi18n.h>

#include "classement/pv-sensibilite-row.h"
#include "context/pv-reading.h"
#include "widget/pv-format.h"

#define PROGRESS_MS 80

/* Shared with the worker. */
typedef struct
{
  PvClassement *classement;
  int done_bp; /* atomic */
} Calcul;

struct _PvSensibilitePane
{
  AdwBin parent_instance;

  PvContext *context; /* not owned: its page is */
  PvClassement *classement;
  GCancellable *cancellable; /* of the calculation under way */
  Calcul *calcul;
  guint progress_id;

  GtkLabel *summary;
  GtkStack *tools;
  GtkProgressBar *progress;
  GtkStack *stack;
  GtkLabel *message;
  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (PvSensibilitePane, pv_sensibilite_pane, ADW_TYPE_BIN)

static void
calcul_clear (gpointer data)
{
  Calcul *calcul = data;

  pv_classement_unref (calcul->classement);
}

static void
calcul_unref (gpointer data)
{
  g_atomic_rc_box_release_full (data, calcul_clear);
}

/* --- in the worker --------------------------------------------------------------------------- */

static void
done_cb (guint done, guint total, gpointer user_data)
{
  Calcul *calcul = user_data;

  g_atomic_int_set (&calcul->done_bp, (int)(done * 10000 / total));
}

static gpointer
compute_in_worker (PvDb *db, gpointer query_data, GCancellable *cancellable, GError **error)
{
  Calcul *calcul = query_data;
  g_autoptr (GPtrArray) cas =
      pv_sensibilite_compute (calcul->classement, done_cb, calcul, cancellable, error);

  return cas != NULL ? pv_sensibilite_reponse_new (calcul->classement, cas, db, error) : NULL;
}

/* --- what is shown --------------------------------------------------------------------------- */

static void
clear_list (PvSensibilitePane *self)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
}

static void
say (PvSensibilitePane *self, const char *text)
{
  gtk_label_set_label (self->message, text);
  gtk_stack_set_visible_child_name (self->stack, "message");
}

static void
end (PvSensibilitePane *self)
{
  g_clear_handle_id (&self->progress_id, g_source_remove);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->calcul, calcul_unref);
  gtk_stack_set_visible_child_name (self->tools, "again");
}

static char *
summarise (const PvSensibiliteReponse *reponse)
{
  g_autofree char *criteres = pv_count_to_text (reponse->n_sensibles);
  g_autofree char *total = pv_count_to_text (reponse->n_criteres);
  g_autofree char *dossiers = pv_count_to_text (reponse->n_mobiles);

  if (reponse->n_sensibles == 0)
    return g_strdup (_ ("No dossier changes side: the line does not depend on one weight."));

  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE,
                   /* Translators: criteria, of how many, dossiers */
                   "%s criterion of %s decides for dossiers near the line (%s in all).",
                   "%s criteria of %s decide for dossiers near the line (%s in all).",
                   reponse->n_sensibles),
      criteres, total, dossiers);
}

static void
show_reponse (PvSensibilitePane *self, const PvSensibiliteReponse *reponse)
{
  g_autofree char *summary = summarise (reponse);

  clear_list (self);
  gtk_label_set_label (self->summary, summary);
  for (guint i = 0; i + 1 < reponse->cas->len; i += 2)
    gtk_list_box_append (self->list,
                         pv_sensibilite_row_new (reponse, g_ptr_array_index (reponse->cas, i),
                                                 g_ptr_array_index (reponse->cas, i + 1)));
  if (reponse->cas->len == 0)
    say (self, _ ("No criterion was marked: declared scores have no weights to move."));
  else
    gtk_stack_set_visible_child_name (self->stack, "list");
}

static void
computed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PvSensibilitePane) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (PvSensibiliteReponse) reponse =
      pv_context_query_finish (PV_CONTEXT (source), result, &error);

  /* Another calculation took its place, or the pane is gone. */
  if (self->calcul == NULL || (reponse != NULL && reponse->classement != self->calcul->classement))
    return;
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) &&
      !g_cancellable_is_cancelled (self->cancellable))
    return;

  end (self);
  if (reponse != NULL)
    show_reponse (self, reponse);
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    say (self, _ ("Stopped: nothing was compared."));
  else
    say (self, error->message);
}

static gboolean
progress_cb (gpointer user_data)
{
  PvSensibilitePane *self = user_data;

  gtk_progress_bar_set_fraction (self->progress,
                                 g_atomic_int_get (&self->calcul->done_bp) / 10000.0);

  return G_SOURCE_CONTINUE;
}

static void
stop (PvSensibilitePane *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  end (self);
}

static void
start (PvSensibilitePane *self)
{
  stop (self);
  if (self->classement == NULL)
    return;
  if (self->classement->enveloppe == PV_CENTS_NULL)
    {
      clear_list (self);
      gtk_label_set_label (self->summary, "");
      say (self, _ ("Without the amount of an envelope there is no line to cross."));
      return;
    }

  self->calcul = g_atomic_rc_box_new0 (Calcul);
  self->calcul->classement = pv_classement_ref (self->classement);
  self->cancellable = g_cancellable_new ();
  gtk_progress_bar_set_fraction (self->progress, 0);
  gtk_stack_set_visible_child_name (self->tools, "progress");
  self->progress_id = g_timeout_add (PROGRESS_MS, progress_cb, self);
  pv_context_query_async (self->context, compute_in_worker, g_atomic_rc_box_acquire (self->calcul),
                          calcul_unref, (GDestroyNotify)pv_sensibilite_reponse_free,
                          self->cancellable, computed_cb, g_object_ref (self));
}

static void
cancel_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvSensibilitePane *self = PV_SENSIBILITE_PANE (widget);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
}

static void
compute_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  start (PV_SENSIBILITE_PANE (widget));
}

static void
pv_sensibilite_pane_dispose (GObject *object)
{
  PvSensibilitePane *self = PV_SENSIBILITE_PANE (object);

  g_clear_handle_id (&self->progress_id, g_source_remove);
  pv_reading_stop (&self->cancellable);
  g_clear_pointer (&self->calcul, calcul_unref);
  g_clear_pointer (&self->classement, pv_classement_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), PV_TYPE_SENSIBILITE_PANE);

  G_OBJECT_CLASS (pv_sensibilite_pane_parent_class)->dispose (object);
}

static void
pv_sensibilite_pane_class_init (PvSensibilitePaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pv_sensibilite_pane_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/progville/Progville/classement/pv-sensibilite-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, PvSensibilitePane, summary);
  gtk_widget_class_bind_template_child (widget_class, PvSensibilitePane, tools);
  gtk_widget_class_bind_template_child (widget_class, PvSensibilitePane, progress);
  gtk_widget_class_bind_template_child (widget_class, PvSensibilitePane, stack);
  gtk_widget_class_bind_template_child (widget_class, PvSensibilitePane, message);
  gtk_widget_class_bind_template_child (widget_class, PvSensibilitePane, list);
  gtk_widget_class_install_action (widget_class, "sensibilite.cancel", NULL, cancel_cb);
  gtk_widget_class_install_action (widget_class, "sensibilite.compute", NULL, compute_cb);
}

static void
pv_sensibilite_pane_init (PvSensibilitePane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
pv_sensibilite_pane_set (PvSensibilitePane *self, PvContext *context, PvClassement *classement)
{
  g_return_if_fail (PV_IS_SENSIBILITE_PANE (self));

  self->context = context;
  g_clear_pointer (&self->classement, pv_classement_unref);
  self->classement = classement != NULL ? pv_classement_ref (classement) : NULL;
  start (self);
}
