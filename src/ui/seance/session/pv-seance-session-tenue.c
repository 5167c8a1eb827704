/* pv-seance-session-tenue.c: who comes, who is recused, what leaves the agenda of an open séance
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "seance/pv-deport-dialog.h"
#include "seance/pv-seance-mots.h"
#include "seance/pv-seance-service.h"
#include "seance/session/pv-seance-membres-window.h"
#include "seance/session/pv-seance-session-private.h"

/* Whether an action is for it, with what is typed saved. */
static gboolean
is_ready (PvSeanceSession *self)
{
  return self->fiche != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)) &&
         pv_seance_session_settle (self);
}

static void
present (PvSeanceSession *self, GtkWindow *window)
{
  /* one goes on where one was */
  g_signal_connect_object (window, "destroy", G_CALLBACK (pv_session_dossier_begin), self->dossier,
                           G_CONNECT_SWAPPED);
  gtk_window_present (window);
}

/* --- off the agenda ------------------------------------------------------------------------- */

/* What is decided of it is taken back first: one undo brings both again. */
static gboolean
write_removal (PvDb *db, gpointer data, GError **error)
{
  const PvSeanceFiche *fiche = data;

  if (fiche->decision->decision != PV_DECISION_GENRE_NULL &&
      !pv_seance_decider (db, fiche->id, PV_DECISION_GENRE_NULL, PV_INT_NULL, error))
    return FALSE;

  return pv_seance_retirer_dossier (db, fiche->id, error);
}

/* The line that takes the place of the one on the table: the next one, else the one before. */
static gint64
find_other (PvSeanceSession *self)
{
  gint64 other = PV_INT_NULL;
  gboolean found = FALSE;

  for (guint i = 0; i < self->dossiers->len; i++)
    {
      gint64 id = ((const PvSeanceDossier *)self->dossiers->pdata[i])->id;

      if (id == self->courant)
        found = TRUE;
      else if (found)
        return id;
      else
        other = id;
    }

  return other;
}

static void
remove_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvSeanceSession *self = PV_SEANCE_SESSION (widget);
  gint64 other;
  g_autofree char *label = NULL;
  g_autoptr (GError) error = NULL;

  if (!is_ready (self))
    return;
  other = find_other (self);
  if (other == PV_INT_NULL)
    return;
  label = pv_seance_dup_label (self->resume);
  if (!pv_context_act (self->context, "seance-dossiers", label, write_removal, self->fiche, &error))
    {
      pv_seance_session_tell (self, error->message);
      return;
    }
  pv_seance_session_go (self, other);
  pv_seance_session_relire (self);
  pv_session_dossier_begin (self->dossier);
}

/* --- people --------------------------------------------------------------------------------- */

static void
deport_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvSeanceSession *self = PV_SEANCE_SESSION (widget);
  g_autoptr (GArray) lignes = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree char *label = NULL;

  if (!is_ready (self))
    return;
  label = pv_seance_dup_label (self->resume);
  g_array_append_val (lignes, self->courant);
  present (self, GTK_WINDOW (pv_deport_dialog_new (GTK_WINDOW (gtk_widget_get_root (widget)),
                                                   self->context, self->seance_id, label, lignes,
                                                   self->fiche->dossier->dossier->numero)));
}

static void
members_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvSeanceSession *self = PV_SEANCE_SESSION (widget);

  if (is_ready (self))
    present (self, pv_seance_membres_window_new (
                       self->context, GTK_WINDOW (gtk_widget_get_root (widget)), self->seance_id));
}

void
pv_seance_session_update_tenue (PvSeanceSession *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean can_edit = pv_context_can_edit (self->context);

  gtk_widget_action_set_enabled (widget, "session.deport", can_edit);
  /* a séance without a dossier is none */
  gtk_widget_action_set_enabled (widget, "session.remove", can_edit && self->dossiers->len > 1);
}

void
pv_seance_session_install_tenue (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "session.deport", NULL, deport_cb);
  gtk_widget_class_install_action (widget_class, "session.remove", NULL, remove_cb);
  gtk_widget_class_install_action (widget_class, "session.members", NULL, members_cb);
}
