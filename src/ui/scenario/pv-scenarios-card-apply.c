/* pv-scenarios-card-apply.c: proposes the amounts of a scenario, once it is said what changes
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n.h>

#include "scenario/pv-scenario-apply-dialog.h"
#include "scenario/pv-scenario-service.h"
#include "scenario/pv-scenarios-card-private.h"

#define PROGRESS_MS 80

/* Shared with the worker. */
typedef struct
{
  gint64 id;
  char *today;
  int done_bp; /* atomic */
} Application;

/* The work under way, of the main thread. */
typedef struct
{
  PvScenariosCard *card;
  Application *application;
  guint progress_id;
} Travail;

static GQuark
cancellable_quark (void)
{
  return g_quark_from_static_string ("pv-scenarios-apply");
}

static void
application_clear (gpointer data)
{
  g_free (((Application *)data)->today);
}

static void
application_unref (gpointer data)
{
  g_atomic_rc_box_release_full (data, application_clear);
}

/* --- in the worker -------------------------------------------------------------------------- */

static void
done_cb (guint done, guint total, gpointer user_data)
{
  Application *application = user_data;

  g_atomic_int_set (&application->done_bp, (int)((gint64)done * 10000 / MAX (total, 1)));
}

static gpointer
apply_in_worker (PvDb *db, gpointer work_data, GCancellable *cancellable, GError **error)
{
  Application *application = work_data;
  g_autofree PvScenarioApplication *done = g_new0 (PvScenarioApplication, 1);

  return pv_scenario_service_apply (db, application->id, application->today, done_cb, application,
                                    done, error)
             ? g_steal_pointer (&done)
             : NULL;
}

/* --- work ----------------------------------------------------------------------------------- */

static gboolean
progress_cb (gpointer user_data)
{
  Travail *travail = user_data;

  pv_scenarios_card_set_progress (travail->card,
                                  g_atomic_int_get (&travail->application->done_bp) / 10000.0);

  return G_SOURCE_CONTINUE;
}

/* What was done is announced by the window; here, only what was not. */
static void
applied_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Travail *travail = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree PvScenarioApplication *done =
      pv_context_work_finish (PV_CONTEXT (source), result, &error);

  g_source_remove (travail->progress_id);
  pv_scenarios_card_set_progress (travail->card, -1);
  g_object_set_qdata (G_OBJECT (travail->card), cancellable_quark (), NULL);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    gtk_widget_activate_action (GTK_WIDGET (travail->card), "win.toast", "s",
                                _ ("Stopped: no amount was changed."));
  else if (done == NULL)
    gtk_widget_activate_action (GTK_WIDGET (travail->card), "win.toast", "s", error->message);
  g_object_unref (travail->card);
  application_unref (travail->application);
  g_free (travail);
}

static void
start (PvScenariosCard *self, gint64 id)
{
  PvContext *context = pv_scenarios_card_get_context (self);
  Travail *travail = g_new0 (Travail, 1);
  GCancellable *cancellable = g_cancellable_new ();

  travail->card = g_object_ref (self);
  travail->application = g_atomic_rc_box_new0 (Application);
  travail->application->id = id;
  travail->application->today = pv_context_get_today (context);
  travail->progress_id = g_timeout_add (PROGRESS_MS, progress_cb, travail);
  g_object_set_qdata_full (G_OBJECT (self), cancellable_quark (), cancellable, g_object_unref);
  pv_context_work_async (context, apply_in_worker, g_atomic_rc_box_acquire (travail->application),
                         application_unref, g_free, cancellable, applied_cb, travail);
}

void
pv_scenarios_card_cancel_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GCancellable *cancellable = g_object_get_qdata (G_OBJECT (widget), cancellable_quark ());

  if (cancellable != NULL)
    g_cancellable_cancel (cancellable);
}

/* --- what will change ----------------------------------------------------------------------- */

typedef struct
{
  PvScenariosCard *card;
  gint64 id;
  char *nom;
} Question;

static void
question_free (Question *question)
{
  g_object_unref (question->card);
  g_free (question->nom);
  g_free (question);
}

static gpointer
list_in_worker (PvDb *db, gpointer query_data, GCancellable *cancellable, GError **error)
{
  return pv_scenario_store_list_changements (db, *(const gint64 *)query_data, error);
}

static void
answered_cb (Question *question, const char *response)
{
  if (g_str_equal (response, "apply"))
    start (question->card, question->id);
}

static void
ask (Question *question, GPtrArray *changements)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (question->card));
  GtkWidget *dialog = pv_scenario_apply_dialog_new (root != NULL ? GTK_WINDOW (root) : NULL,
                                                    question->nom, changements);

  g_signal_connect_data (dialog, "response", G_CALLBACK (answered_cb), question,
                         (GClosureNotify)(void (*) (void))question_free, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Question *question = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) changements = pv_context_query_finish (PV_CONTEXT (source), result, &error);

  if (changements != NULL && gtk_widget_get_root (GTK_WIDGET (question->card)) != NULL)
    {
      ask (question, changements);
      return;
    }
  if (changements == NULL)
    gtk_widget_activate_action (GTK_WIDGET (question->card), "win.toast", "s", error->message);
  question_free (question);
}

void
pv_scenarios_card_apply_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvScenariosCard *self = PV_SCENARIOS_CARD (widget);
  const PvScenarioCote *cote = pv_scenarios_card_get_cote (self);
  Question *question = g_new (Question, 1);

  *question = (Question){ g_object_ref (self), cote->id, g_strdup (cote->nom) };
  pv_context_query_async (pv_scenarios_card_get_context (self), list_in_worker,
                          g_memdup2 (&cote->id, sizeof cote->id), g_free,
                          (GDestroyNotify)g_ptr_array_unref, NULL, listed_cb, question);
}
