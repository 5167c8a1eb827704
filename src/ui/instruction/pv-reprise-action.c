/* pv-reprise-action.c: takes the amounts of the avis as the proposed ones, and says what came of it
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "instruction/pv-reprise-action.h"

#include <glib/gi18n.h>

#include "instruction/pv-reprise.h"

typedef struct
{
  GArray *ids;
  char *today;
} Demande;

static void
demande_free (gpointer data)
{
  Demande *demande = data;

  g_array_unref (demande->ids);
  g_free (demande->today);
  g_free (demande);
}

static gpointer
work (PvDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  const Demande *demande = data;
  g_autofree PvReprise *reprise = g_new0 (PvReprise, 1);

  return pv_reprise_apply (db, demande->ids, demande->today, reprise, error)
             ? g_steal_pointer (&reprise)
             : NULL;
}

/* (transfer full): "3 amounts proposed; 1 left: arbitrated already" */
static char *
describe (const PvReprise *reprise)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text,
                          g_dngettext (GETTEXT_PACKAGE, "%u amount of the avis is proposed",
                                       "%u amounts of the avis are proposed", reprise->n_repris),
                          reprise->n_repris);
  if (reprise->n_identiques > 0)
    g_string_append_printf (text, _ ("; %u already were"), reprise->n_identiques);
  if (reprise->n_arretes > 0)
    g_string_append_printf (text, _ ("; %u left: decided already"), reprise->n_arretes);
  if (reprise->n_ambigus > 0)
    g_string_append_printf (text, _ ("; %u left: avis or lines differ"), reprise->n_ambigus);
  if (reprise->n_sans_ligne > 0)
    g_string_append_printf (text, _ ("; %u left: no such line in the plan"), reprise->n_sans_ligne);

  return g_string_free (text, FALSE);
}

static void
worked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) widget = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree PvReprise *reprise = pv_context_work_finish (PV_CONTEXT (source), result, &error);
  g_autofree char *text = reprise != NULL ? describe (reprise) : NULL;

  if (reprise != NULL || error != NULL)
    gtk_widget_activate_action (widget, "win.toast", "s", text != NULL ? text : error->message);
}

void
pv_reprise_action_run (GtkWidget *widget, PvContext *context, GArray *ids)
{
  Demande *demande;

  g_return_if_fail (GTK_IS_WIDGET (widget) && PV_IS_CONTEXT (context) && ids != NULL);

  demande = g_new0 (Demande, 1);
  demande->ids = ids;
  demande->today = pv_context_get_today (context);
  pv_context_work_async (context, work, demande, demande_free, g_free, NULL, worked_cb,
                         g_object_ref (widget));
}
