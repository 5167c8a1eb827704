/* pv-dossiers-page-delete.c: deletes dossiers, once what is lost was named
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n.h>

#include "dossier/pv-dossier-lot.h"
#include "dossier/pv-dossier-store.h"
#include "dossier/pv-dossiers-page-private.h"
#include "widget/pv-format.h"

/* Refusals named one by one; the others are counted. */
#define REFUSALS_SHOWN 6

typedef struct
{
  GPtrArray *refus;
  GArray *permis;
  PvDossierPertes pertes;
  char *nom; /* of the only one */
} Verdict;

static void
verdict_free (gpointer data)
{
  Verdict *verdict = data;

  g_clear_pointer (&verdict->refus, g_ptr_array_unref);
  g_clear_pointer (&verdict->permis, g_array_unref);
  g_free (verdict->nom);
  g_free (verdict);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Verdict, verdict_free)

static gpointer
query_verdict (PvDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (Verdict) verdict = g_new0 (Verdict, 1);

  verdict->refus = pv_dossier_service_check_delete_many (db, data, &verdict->permis, error);
  if (verdict->refus == NULL)
    return NULL;
  if (verdict->permis->len == 1)
    {
      g_autoptr (GError) local = NULL;
      g_autoptr (PvDossier) dossier =
          pv_dossier_store_get (db, g_array_index (verdict->permis, gint64, 0), &local);

      if (local != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return NULL;
        }
      if (dossier == NULL) /* gone since it was checked */
        g_array_set_size (verdict->permis, 0);
      else
        verdict->nom = g_strdup_printf ("%s · %s", dossier->numero, dossier->intitule);
    }
  if (!pv_dossier_service_count_pertes (db, verdict->permis, &verdict->pertes, error))
    return NULL;

  return g_steal_pointer (&verdict);
}

static gpointer
work (PvDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  return pv_dossier_service_delete_many (db, data, error) ? g_strdup ("") : NULL;
}

static void
worked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PvDossiersPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *answer = pv_context_work_finish (PV_CONTEXT (source), result, &error);

  if (answer == NULL && error != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", error->message);
}

static void
response_cb (AdwMessageDialog *dialog, const char *response, gpointer user_data)
{
  PvDossiersPage *self = user_data;
  GArray *ids = g_object_get_data (G_OBJECT (dialog), "pv-ids");

  if (g_str_equal (response, "delete"))
    pv_context_work_async (pv_page_get_context (PV_PAGE (self)), work, g_array_ref (ids),
                           (GDestroyNotify)g_array_unref, g_free, NULL, worked_cb,
                           g_object_ref (self));
}

static void
add_loss (GString *text, gint64 n, const char *words)
{
  g_autofree char *count = pv_count_to_text (n);
  g_autoptr (GString) line = NULL;

  if (n == 0)
    return;
  line = g_string_new (words);
  g_string_replace (line, "%s", count, 1);
  g_string_append_printf (text, "\n• %s", line->str);
}

static char *
describe_losses (const Verdict *verdict)
{
  const PvDossierPertes *pertes = &verdict->pertes;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GString) losses = g_string_new (NULL);

  if (verdict->nom != NULL)
    g_string_append (text, verdict->nom);
  add_loss (losses, pertes->financements,
            g_dngettext (GETTEXT_PACKAGE, "%s line of the plan of financing",
                         "%s lines of the plan of financing", (gulong)pertes->financements));
  if (pertes->sollicite_cents != PV_CENTS_NULL)
    {
      g_autofree char *amount = pv_amount_to_text (pertes->sollicite_cents);

      g_string_append_printf (losses, _ (" (%s asked for)"), amount);
    }
  add_loss (losses, pertes->lignes_budget,
            g_dngettext (GETTEXT_PACKAGE, "%s line of budget", "%s lines of budget",
                         (gulong)pertes->lignes_budget));
  add_loss (losses, pertes->instructions,
            g_dngettext (GETTEXT_PACKAGE, "%s instruction", "%s instructions",
                         (gulong)pertes->instructions));
  add_loss (losses, pertes->pieces,
            g_dngettext (GETTEXT_PACKAGE, "%s document", "%s documents", (gulong)pertes->pieces));
  if (losses->len > 0)
    g_string_append_printf (text, "%s%s%s", text->len > 0 ? "\n\n" : "", _ ("Also deleted:"),
                            losses->str);

  for (guint i = 0; i < MIN (verdict->refus->len, REFUSALS_SHOWN); i++)
    {
      const PvDossierRefus *refus = verdict->refus->pdata[i];

      g_string_append_printf (text, "%s%s", text->len > 0 ? "\n\n" : "", refus->raison);
    }
  if (verdict->refus->len > REFUSALS_SHOWN)
    {
      guint more = verdict->refus->len - REFUSALS_SHOWN;

      g_string_append (text, "\n\n");
      g_string_append_printf (text,
                              g_dngettext (GETTEXT_PACKAGE, "%u more dossier is kept.",
                                           "%u more dossiers are kept.", more),
                              more);
    }

  return g_strdup (text->str);
}

static void
ask (PvDossiersPage *self, const Verdict *verdict)
{
  guint n = verdict->permis->len;
  g_autofree char *count = pv_count_to_text (n);
  g_autofree char *heading =
      n > 0 ? g_strdup_printf (
                  g_dngettext (GETTEXT_PACKAGE, "Delete %s Dossier?", "Delete %s Dossiers?", n),
                  count)
            : g_strdup (_ ("Nothing Can Be Deleted"));
  g_autofree char *body = describe_losses (verdict);
  GtkWidget *dialog =
      adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), heading, body);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "cancel",
                                   n > 0 ? _ ("_Cancel") : _ ("_Close"));
  if (n > 0)
    {
      adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "delete", _ ("_Delete"));
      adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "delete",
                                                  ADW_RESPONSE_DESTRUCTIVE);
    }
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_object_set_data_full (G_OBJECT (dialog), "pv-ids", g_array_ref (verdict->permis),
                          (GDestroyNotify)g_array_unref);
  g_signal_connect_object (dialog, "response", G_CALLBACK (response_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
verdict_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PvDossiersPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (Verdict) verdict = pv_context_query_finish (PV_CONTEXT (source), result, &error);

  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;
  if (verdict != NULL)
    ask (self, verdict);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", error->message);
}

void
pv_dossiers_page_delete (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvDossiersPage *self = PV_DOSSIERS_PAGE (widget);
  GArray *ids = pv_dossiers_view_dup_selected_ids (self->view);

  pv_context_query_async (pv_page_get_context (PV_PAGE (self)), query_verdict, ids,
                          (GDestroyNotify)g_array_unref, verdict_free, NULL, verdict_cb,
                          g_object_ref (self));
}
