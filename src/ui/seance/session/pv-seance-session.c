/* pv-seance-session.c: an open séance, for who holds it
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "seance/session/pv-seance-session.h"

#include <glib/gi18n.h>

#include "page/pv-page.h"
#include "pv-date.h"
#include "seance/pv-seance-service.h"
#include "seance/session/pv-seance-session-private.h"
#include "seance/session/pv-session-mots.h"

G_DEFINE_FINAL_TYPE (PvSeanceSession, pv_seance_session, ADW_TYPE_BIN)

void
pv_seance_session_tell (PvSeanceSession *self, const char *text)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", text);
}

gboolean
pv_seance_session_settle (PvSeanceSession *self)
{
  GtkWidget *page = gtk_widget_get_ancestor (GTK_WIDGET (self), PV_TYPE_PAGE);

  return page == NULL || pv_page_settle (PV_PAGE (page));
}

gboolean
pv_seance_session_listens (PvSeanceSession *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return gtk_widget_get_mapped (GTK_WIDGET (self)) &&
         (focus == NULL || gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER) == NULL);
}

/* --- what it shows ------------------------------------------------------------------------- */

/* (nullable): "14:04" of an instant. */
static char *
dup_time (const char *instant)
{
  g_autoptr (GDateTime) utc = instant != NULL ? g_date_time_new_from_iso8601 (instant, NULL) : NULL;
  g_autoptr (GDateTime) here = utc != NULL ? g_date_time_to_local (utc) : NULL;

  /* Translators: a time of day, for g_date_time_format() */
  return here != NULL ? g_date_time_format (here, _ ("%H:%M")) : NULL;
}

static void
show_title (PvSeanceSession *self)
{
  const PvSeanceResume *resume = self->resume;
  g_autofree char *title =
      g_strdup_printf (_ ("%s, séance %d"), resume->instance, (int)resume->numero);
  g_autofree char *date = pv_date_format_french (resume->seance->date_le, PV_DATE_FORMAT_LONG);
  g_autofree char *time = dup_time (resume->seance->ouverte_a);
  g_autofree char *presents =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u member present of %u",
                                    "%u members present of %u", resume->n_presents),
                       resume->n_presents, resume->n_membres);
  g_autoptr (GString) subtitle = g_string_new (date);

  if (time != NULL)
    {
      g_string_append (subtitle, " · ");
      g_string_append_printf (subtitle, _ ("opened at %s"), time);
    }
  g_string_append_printf (subtitle, " · %s", presents);
  adw_window_title_set_title (self->title_widget, title);
  adw_window_title_set_subtitle (self->title_widget, subtitle->str);
  pv_session_minuterie_set_minutes (self->minuterie, resume->seance->minuterie_min);
}

static int
find_place (PvSeanceSession *self, gint64 id)
{
  for (guint i = 0; self->dossiers != NULL && i < self->dossiers->len; i++)
    {
      const PvSeanceDossier *dossier = self->dossiers->pdata[i];

      if (dossier->id == id)
        return (int)i;
    }

  return -1;
}

static void
show_actions (PvSeanceSession *self, const PvSeanceJournal *journal)
{
  gboolean can_edit = pv_context_can_edit (self->context);
  int place = find_place (self, self->courant);
  gboolean done = journal->n_decides == journal->n_dossiers && journal->n_dossiers > 0;
  gboolean last = place < 0 || place + 1 >= (int)self->dossiers->len;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "session.decide", can_edit);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "session.undo-last",
                                 can_edit && journal->n_decides > 0);
  pv_seance_session_update_tenue (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "session.previous", place > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "session.next", !last);
  /* the way to go is blue: the next dossier, until all is decided */
  if (done)
    {
      gtk_widget_add_css_class (self->close_button, "suggested-action");
      gtk_widget_remove_css_class (self->next_button, "suggested-action");
    }
  else
    {
      gtk_widget_remove_css_class (self->close_button, "suggested-action");
      gtk_widget_add_css_class (self->next_button, "suggested-action");
    }
}

/* The committee sees what the pilote sees. */
static void
show_projected (PvSeanceSession *self)
{
  if (self->projecteur != NULL && self->journal != NULL)
    pv_projecteur_window_show (PV_PROJECTEUR_WINDOW (self->projecteur), self->resume, self->journal,
                               self->fiche);
}

static void
show (PvSeanceSession *self)
{
  PvDb *db = pv_context_get_reader (self->context);
  g_autoptr (GError) error = NULL;
  PvSeanceJournal *journal = pv_seance_journal_load (db, self->seance_id, &error);

  if (journal == NULL)
    {
      pv_seance_session_tell (self, error->message);
      return;
    }
  g_clear_pointer (&self->journal, pv_seance_journal_free);
  self->journal = journal;
  show_title (self);
  pv_session_agenda_show (self->agenda, self->dossiers, self->courant);
  pv_session_fil_show (self->fil, journal);
  pv_session_dossier_show (self->dossier, self->fiche, pv_context_can_edit (self->context));
  show_projected (self);
  show_actions (self, journal);
}

/* --- reading ------------------------------------------------------------------------------- */

/* The séance and its agenda. */
static gboolean
read_seance (PvSeanceSession *self, GError **error)
{
  PvDb *db = pv_context_get_reader (self->context);
  PvSeanceResume *resume = pv_seance_store_get_resume (db, self->seance_id, error);
  GPtrArray *dossiers = NULL;

  if (resume != NULL)
    dossiers = pv_seance_store_list_dossiers (db, self->seance_id, error);
  if (dossiers == NULL)
    {
      pv_seance_resume_free (resume);
      return FALSE;
    }
  g_clear_pointer (&self->resume, pv_seance_resume_free);
  g_clear_pointer (&self->dossiers, g_ptr_array_unref);
  self->resume = resume;
  self->dossiers = dossiers;

  return TRUE;
}

static gboolean
read_fiche (PvSeanceSession *self, GError **error)
{
  PvDb *db = pv_context_get_reader (self->context);
  PvSeanceFiche *fiche;

  if (find_place (self, self->courant) < 0 &&
      !pv_seance_get_courant (db, self->seance_id, &self->courant, error))
    return FALSE;
  fiche = pv_seance_fiche_load (db, self->courant, error);
  if (fiche == NULL)
    return FALSE;
  g_clear_pointer (&self->fiche, pv_seance_fiche_free);
  self->fiche = fiche;

  return TRUE;
}

void
pv_seance_session_load (PvSeanceSession *self)
{
  gboolean first;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (PV_IS_SEANCE_SESSION (self));

  first = self->fiche == NULL;
  if (!read_seance (self, &error) || !read_fiche (self, &error))
    {
      if (error != NULL)
        pv_seance_session_tell (self, error->message);
      gtk_widget_activate_action (GTK_WIDGET (self), "win.back", NULL);
      return;
    }
  show (self);
  if (first)
    {
      pv_session_minuterie_start (self->minuterie);
      pv_session_dossier_begin (self->dossier);
    }
}

void
pv_seance_session_relire (PvSeanceSession *self)
{
  g_autoptr (GError) error = NULL;

  if (self->fiche == NULL)
    return;
  if (!read_seance (self, &error) ||
      !pv_seance_fiche_relire (self->fiche, pv_context_get_reader (self->context), &error))
    {
      if (error != NULL)
        pv_seance_session_tell (self, error->message);
      return;
    }
  show (self);
}

void
pv_seance_session_go (PvSeanceSession *self, gint64 id)
{
  g_autoptr (GError) error = NULL;

  if (id != self->courant)
    {
      self->courant = id;
      self->counted = 0;
      pv_session_minuterie_start (self->minuterie);
    }
  if (!read_fiche (self, &error))
    {
      pv_seance_session_tell (self, error->message);
      return;
    }
  show (self);
}

/* --- from dossier to dossier ---------------------------------------------------------------- */

static void
step (PvSeanceSession *self, int by)
{
  int place = find_place (self, self->courant) + by;

  if (self->dossiers == NULL || place < 0 || place >= (int)self->dossiers->len ||
      !pv_seance_session_settle (self))
    return;
  pv_seance_session_go (self, ((const PvSeanceDossier *)self->dossiers->pdata[place])->id);
  pv_session_dossier_begin (self->dossier);
}

static void
step_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  if (pv_seance_session_listens (PV_SEANCE_SESSION (widget)))
    step (PV_SEANCE_SESSION (widget), g_str_equal (name, "session.next") ? 1 : -1);
}

static void
chosen_cb (PvSeanceSession *self, gint64 id)
{
  if (id == self->courant)
    return;
  if (pv_seance_session_settle (self))
    pv_seance_session_go (self, id);
  else
    pv_session_agenda_show (self->agenda, self->dossiers, self->courant);
}

/* --- the projector --------------------------------------------------------------------------- */

static void
projecteur_destroy_cb (PvSeanceSession *self)
{
  self->projecteur = NULL;
  gtk_toggle_button_set_active (self->project_button, FALSE);
}

static void
project (PvSeanceSession *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (self->projecteur != NULL || self->fiche == NULL || !GTK_IS_WINDOW (root))
    return;
  self->projecteur = GTK_WINDOW (pv_projecteur_window_new (GTK_WINDOW (root)));
  g_signal_connect_object (self->projecteur, "destroy", G_CALLBACK (projecteur_destroy_cb), self,
                           G_CONNECT_SWAPPED);
  show_projected (self);
  pv_projecteur_window_project (PV_PROJECTEUR_WINDOW (self->projecteur));
}

static void
end_projection (PvSeanceSession *self)
{
  GtkWindow *projecteur = g_steal_pointer (&self->projecteur);

  if (projecteur == NULL)
    return;
  g_signal_handlers_disconnect_by_data (projecteur, self);
  gtk_window_destroy (projecteur);
}

static void
project_toggled_cb (PvSeanceSession *self)
{
  if (gtk_toggle_button_get_active (self->project_button))
    project (self);
  else
    end_projection (self);
}

static void
project_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvSeanceSession *self = PV_SEANCE_SESSION (widget);

  gtk_toggle_button_set_active (self->project_button,
                                !gtk_toggle_button_get_active (self->project_button));
}

/* --- other pages ------------------------------------------------------------------------------ */

static void
back_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "win.back", NULL);
}

static void
open_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvSeanceSession *self = PV_SEANCE_SESSION (widget);

  if (self->fiche == NULL)
    return;
  if (g_str_equal (name, "session.dossier"))
    gtk_widget_activate_action (widget, "win.open-dossier", "x", self->fiche->dossier_id);
  else
    gtk_widget_activate_action (widget, "win.open-organisme", "x",
                                self->fiche->dossier->dossier->porteur_id);
}

static void
pane_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvSeanceSession *self = PV_SEANCE_SESSION (widget);
  AdwFlap *flap = g_str_equal (name, "session.fil") ? self->fil_flap : self->agenda_flap;

  adw_flap_set_reveal_flap (flap, !adw_flap_get_reveal_flap (flap));
}

/* --- the object ------------------------------------------------------------------------------- */

static void
pv_seance_session_unroot (GtkWidget *widget)
{
  end_projection (PV_SEANCE_SESSION (widget));

  GTK_WIDGET_CLASS (pv_seance_session_parent_class)->unroot (widget);
}

static void
pv_seance_session_dispose (GObject *object)
{
  end_projection (PV_SEANCE_SESSION (object));

  G_OBJECT_CLASS (pv_seance_session_parent_class)->dispose (object);
}

static void
pv_seance_session_finalize (GObject *object)
{
  PvSeanceSession *self = PV_SEANCE_SESSION (object);

  g_clear_pointer (&self->resume, pv_seance_resume_free);
  g_clear_pointer (&self->dossiers, g_ptr_array_unref);
  g_clear_pointer (&self->fiche, pv_seance_fiche_free);
  g_clear_pointer (&self->journal, pv_seance_journal_free);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (pv_seance_session_parent_class)->finalize (object);
}

#define bind(name) gtk_widget_class_bind_template_child (widget_class, PvSeanceSession, name)

static void
pv_seance_session_class_init (PvSeanceSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = pv_seance_session_dispose;
  object_class->finalize = pv_seance_session_finalize;
  widget_class->unroot = pv_seance_session_unroot;

  g_type_ensure (PV_TYPE_SESSION_AGENDA);
  g_type_ensure (PV_TYPE_SESSION_FIL);
  g_type_ensure (PV_TYPE_SESSION_DOSSIER);
  g_type_ensure (PV_TYPE_SESSION_MINUTERIE);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/progville/Progville/seance/session/pv-seance-session.ui");
  bind (title_widget);
  bind (minuterie);
  bind (close_button);
  bind (project_button);
  bind (agenda_flap);
  bind (fil_flap);
  bind (agenda);
  bind (fil);
  bind (dossier);
  bind (next_button);
  gtk_widget_class_bind_template_callback (widget_class, project_toggled_cb);
  gtk_widget_class_install_action (widget_class, "session.next", NULL, step_cb);
  gtk_widget_class_install_action (widget_class, "session.previous", NULL, step_cb);
  gtk_widget_class_install_action (widget_class, "session.project", NULL, project_cb);
  gtk_widget_class_install_action (widget_class, "session.back", NULL, back_cb);
  gtk_widget_class_install_action (widget_class, "session.dossier", NULL, open_cb);
  gtk_widget_class_install_action (widget_class, "session.porteur", NULL, open_cb);
  gtk_widget_class_install_action (widget_class, "session.agenda", NULL, pane_cb);
  gtk_widget_class_install_action (widget_class, "session.fil", NULL, pane_cb);
  pv_seance_session_install_actes (widget_class);
  pv_seance_session_install_tenue (widget_class);
}

static void
pv_seance_session_init (PvSeanceSession *self)
{
  self->seance_id = PV_INT_NULL;
  self->courant = PV_INT_NULL;
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->agenda, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->fil, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  pv_seance_session_connect_actes (self);
}

GtkWidget *
pv_seance_session_new (PvContext *context, gint64 seance_id)
{
  PvSeanceSession *self;

  g_return_val_if_fail (PV_IS_CONTEXT (context), NULL);

  self = g_object_new (PV_TYPE_SEANCE_SESSION, NULL);
  self->context = g_object_ref (context);
  self->seance_id = seance_id;

  return GTK_WIDGET (self);
}

const PvSeanceFiche *
pv_seance_session_get_fiche (PvSeanceSession *self)
{
  g_return_val_if_fail (PV_IS_SEANCE_SESSION (self), NULL);

  return self->fiche;
}

GtkWindow *
pv_seance_session_get_projecteur (PvSeanceSession *self)
{
  g_return_val_if_fail (PV_IS_SEANCE_SESSION (self), NULL);

  return self->projecteur;
}
