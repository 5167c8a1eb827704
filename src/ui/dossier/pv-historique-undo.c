/* pv-historique-undo.c: take back one action of a dossier, or several
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dossier/pv-historique-undo.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "context/pv-action-words.h"
#include "dossier/pv-dossier-historique.h"
#include "pv-error.h"

#define MAX_LISTED 8

/* A chain of undos, from its confirmation to its end. */
typedef struct
{
  GWeakRef widget;
  PvContext *context;
  GArray *groups;   /* of gint64, newest first */
  GPtrArray *words; /* (element-type utf8): of each */
  guint done;
} Chain;

static void
chain_free (Chain *chain)
{
  g_weak_ref_clear (&chain->widget);
  g_object_unref (chain->context);
  g_array_unref (chain->groups);
  g_ptr_array_unref (chain->words);
  g_free (chain);
}

gboolean
pv_historique_stands (gconstpointer event)
{
  const PvHistoryGroup *group = ((const PvDossierEvenement *)event)->group;

  return group->undone_by == PV_INT_NULL && group->undoes == PV_INT_NULL;
}

/* "Dossier changed — End: 31/12/2026 → 30/11/2026". */
static char *
event_to_words (const PvDossierEvenement *event)
{
  const char *action = pv_action_to_words (event->group->action);

  if (event->lignes->len == 0)
    return pv_history_group_to_words (event->group);

  return g_strdup_printf ("%s — %s%s", action, (const char *)g_ptr_array_index (event->lignes, 0),
                          event->lignes->len > 1 ? "…" : "");
}

static Chain *
chain_new (GtkWidget *widget, PvContext *context, GPtrArray *events, guint first, guint last)
{
  Chain *chain = g_new0 (Chain, 1);

  g_weak_ref_init (&chain->widget, widget);
  chain->context = g_object_ref (context);
  chain->groups = g_array_new (FALSE, FALSE, sizeof (gint64));
  chain->words = g_ptr_array_new_with_free_func (g_free);
  for (guint i = last; i <= first; i++)
    {
      const PvDossierEvenement *event = g_ptr_array_index (events, i);

      if (!pv_historique_stands (event))
        continue;
      g_array_append_val (chain->groups, event->group->id);
      g_ptr_array_add (chain->words, event_to_words (event));
    }

  return chain;
}

/* Some of the actions, one a line. */
static char *
list_words (const Chain *chain, guint n)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < n && i < MAX_LISTED; i++)
    g_string_append_printf (text, "%s• %s", i > 0 ? "\n" : "",
                            (const char *)g_ptr_array_index (chain->words, i));
  if (n > MAX_LISTED)
    {
      g_string_append_c (text, '\n');
      g_string_append_printf (
          text, g_dngettext (GETTEXT_PACKAGE, "and %u other", "and %u others", n - MAX_LISTED),
          n - MAX_LISTED);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* --- undoing ---------------------------------------------------------------------------- */

/* What is in the way, and what was undone before it. */
static void
tell_refused (const Chain *chain, GtkWindow *window, const char *reason)
{
  GtkWidget *dialog;
  g_autoptr (GString) body = g_string_new (reason);

  if (chain->groups->len > 1)
    g_string_prepend (body, "\n");
  if (chain->groups->len > 1)
    {
      g_autofree char *stopped = g_strdup_printf (
          _ ("Stopped at “%s”:"), (const char *)g_ptr_array_index (chain->words, chain->done));

      g_string_prepend (body, stopped);
    }
  if (chain->done > 0)
    {
      g_autofree char *undone = list_words (chain, chain->done);

      g_string_append_printf (body, "\n\n%s\n%s", _ ("Undone before that:"), undone);
    }
  dialog = adw_message_dialog_new (
      window, chain->done > 0 ? _ ("Not all was undone") : _ ("This action cannot be undone now"),
      body->str);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void undo_next (Chain *chain);

static void
undone_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Chain *chain = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GtkWidget) widget = g_weak_ref_get (&chain->widget);
  GtkRoot *root = widget != NULL ? gtk_widget_get_root (widget) : NULL;

  if (pv_context_undo_finish (PV_CONTEXT (source), result, &error))
    {
      chain->done++;
      undo_next (chain);
      return;
    }
  if (root != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    tell_refused (chain, GTK_WINDOW (root),
                  g_error_matches (error, PV_DB_ERROR, PV_DB_ERROR_CONFLICT)
                      ? _ ("A later action changed the same data, perhaps of another dossier. "
                           "Undo that one first.")
                      : error->message);
  chain_free (chain);
}

static void
undo_next (Chain *chain)
{
  g_autoptr (GtkWidget) widget = g_weak_ref_get (&chain->widget);

  if (chain->done < chain->groups->len)
    {
      pv_context_undo_async (chain->context, g_array_index (chain->groups, gint64, chain->done),
                             NULL, undone_cb, chain);
      return;
    }
  if (chain->done > 1 && widget != NULL)
    {
      g_autofree char *text = g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE, "%u action undone", "%u actions undone", chain->done),
          chain->done);

      gtk_widget_activate_action (widget, "win.toast", "s", text);
    }
  chain_free (chain);
}

/* --- asking ----------------------------------------------------------------------------- */

static void
response_cb (AdwMessageDialog *dialog, const char *response, gpointer user_data)
{
  Chain *chain = g_object_steal_data (G_OBJECT (dialog), "pv-chain");

  if (chain == NULL)
    return;
  if (g_str_equal (response, "undo"))
    undo_next (chain);
  else
    chain_free (chain);
}

static gboolean
takes_import (GPtrArray *events, guint first, guint last)
{
  for (guint i = last; i <= first; i++)
    {
      const PvDossierEvenement *event = g_ptr_array_index (events, i);

      if (pv_historique_stands (event) && g_str_equal (event->group->action, "import"))
        return TRUE;
    }

  return FALSE;
}

static char *
create_body (const Chain *chain, gboolean import)
{
  g_autoptr (GString) body = g_string_new (NULL);

  if (chain->groups->len > 1)
    {
      g_autofree char *list = list_words (chain, chain->groups->len);

      g_string_append_printf (body, "%s\n\n", list);
    }
  g_string_append (body,
                   import ? _ ("All that this import wrote is taken back, in the other dossiers "
                               "too. What was done since on the same rows keeps it from being "
                               "undone.")
                          : _ ("The values come back as they were before. What was done since on "
                               "the same rows keeps it from being undone."));

  return g_string_free (g_steal_pointer (&body), FALSE);
}

void
pv_historique_undo (GtkWidget *widget,
                    PvContext *context,
                    GPtrArray *events,
                    guint first,
                    guint last)
{
  Chain *chain;
  GtkWidget *dialog;
  g_autofree char *heading = NULL;
  g_autofree char *body = NULL;
  gboolean several;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (last <= first && first < events->len);

  chain = chain_new (widget, context, events, first, last);
  if (chain->groups->len == 0)
    {
      chain_free (chain);
      return;
    }
  several = chain->groups->len > 1;
  heading = several ? g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Undo %u action?",
                                                    "Undo %u actions?", chain->groups->len),
                                       chain->groups->len)
                    : g_strdup_printf (_ ("Undo “%s”?"),
                                       (const char *)g_ptr_array_index (chain->words, 0));
  body = create_body (chain, takes_import (events, first, last));
  dialog = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (widget)), heading, body);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "undo",
                                    several ? _ ("_Undo These Actions") : _ ("_Undo This Action"),
                                    NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "undo",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_object_set_data_full (G_OBJECT (dialog), "pv-chain", chain, (GDestroyNotify)chain_free);
  g_signal_connect (dialog, "response", G_CALLBACK (response_cb), NULL);
  gtk_window_present (GTK_WINDOW (dialog));
}
