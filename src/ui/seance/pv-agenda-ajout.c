/* pv-agenda-ajout.c: adds the dossiers of a filter to an agenda
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "seance/pv-agenda-ajout.h"

#include <glib/gi18n.h>

#include "context/pv-reading.h"
#include "dossier/pv-dossier-liste-store.h"
#include "seance/pv-agenda-store.h"
#include "seance/pv-seance-service.h"
#include "vue/pv-vue-store.h"
#include "widget/pv-format.h"

/* Dossiers that are named; the others are counted. */
#define N_SHOWN 50

struct _PvAgendaAjout
{
  AdwMessageDialog parent_instance;

  PvContext *context;
  gint64 seance_id;
  gint64 appel_id;
  char *label;
  GPtrArray *criteres; /* of char: the text form of each choice */
  GArray *permis;      /* of the choice; NULL: not known yet */
  GCancellable *cancellable;

  GtkDropDown *choice;
  GtkLabel *summary;
  GtkLabel *preview;
};

G_DEFINE_FINAL_TYPE (PvAgendaAjout, pv_agenda_ajout, ADW_TYPE_MESSAGE_DIALOG)

/* What waits for an avis or a decision. */
static const struct
{
  const char *label;
  const char *critere;
} attentes[] = {
  { NC_ ("dossiers", "Instructed or proposed"), "statut=instruit,propose" },
  { NC_ ("dossiers", "Instructed"), "statut=instruit" },
  { NC_ ("dossiers", "Proposed"), "statut=propose" },
  { NC_ ("dossiers", "Adjourned"), "statut=ajourne" },
  { NC_ ("dossiers", "All the dossiers of the call"), "" },
};

/* --- how many ------------------------------------------------------------------------------ */

typedef struct
{
  gint64 seance_id;
  PvFiltre filtre;
  char *critere;
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_free (question->critere);
  g_free (question);
}

/* What would be added, and the first of it. */
typedef struct
{
  PvAgendaTri *tri;
  GPtrArray *resumes; /* of PvDossierResume */
} Answer;

static void
answer_free (gpointer data)
{
  Answer *answer = data;

  pv_agenda_tri_free (answer->tri);
  g_ptr_array_unref (answer->resumes);
  g_free (answer);
}

static gpointer
query (PvDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  const Question *question = data;
  g_autoptr (PvDossierCritere) critere = pv_dossier_critere_parse (question->critere, error);
  g_autoptr (GArray) ids = NULL;
  g_autoptr (PvAgendaTri) tri = NULL;
  g_autoptr (GPtrArray) resumes = NULL;
  Answer *answer;

  if (critere != NULL)
    ids = pv_dossier_liste_store_ids (db, &question->filtre, critere, NULL, cancellable, error);
  if (ids != NULL)
    tri = pv_agenda_store_trier (db, question->seance_id, ids, error);
  if (tri != NULL)
    resumes =
        pv_dossier_liste_store_lignes (db, (const gint64 *)(const void *)tri->permis->data,
                                       MIN (tri->permis->len, N_SHOWN), PV_ETAPE_PROPOSE, error);
  if (resumes == NULL)
    return NULL;

  answer = g_new (Answer, 1);
  *answer = (Answer){ g_steal_pointer (&tri), g_steal_pointer (&resumes) };

  return answer;
}

static char *
describe (const PvAgendaTri *tri)
{
  guint n = tri->permis->len;
  g_autofree char *count = pv_count_to_text (n);
  g_autofree char *added =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s dossier is added to the agenda.",
                                    "%s dossiers are added to the agenda.", n),
                       count);
  g_autofree char *there = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u is on it already.", "%u are on it already.", tri->n_deja),
      tri->n_deja);
  g_autofree char *parts = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u is detailed in parts, which are decided instead.",
                   "%u are detailed in parts, which are decided instead.", tri->n_chapeaux),
      tri->n_chapeaux);
  g_autofree char *refused = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u cannot be added:", "%u cannot be added:", tri->refus->len),
      tri->refus->len);

  return g_strconcat (n > 0 ? added : _ ("There is no dossier to add."), tri->n_deja > 0 ? " " : "",
                      tri->n_deja > 0 ? there : "", tri->n_chapeaux > 0 ? " " : "",
                      tri->n_chapeaux > 0 ? parts : "", tri->refus->len > 0 ? " " : "",
                      tri->refus->len > 0 ? refused : "", NULL);
}

/* What is refused and why, then what is added. */
static char *
list (const Answer *answer)
{
  const PvAgendaTri *tri = answer->tri;
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < MIN (tri->refus->len, N_SHOWN); i++)
    {
      const PvDossierRefus *refus = tri->refus->pdata[i];

      g_string_append_printf (text, "%s · %s\n", refus->numero, refus->raison);
    }
  for (guint i = 0; i < answer->resumes->len; i++)
    {
      const PvDossierResume *resume = answer->resumes->pdata[i];

      if (resume != NULL)
        g_string_append_printf (text, "%s · %s · %s\n", resume->numero, resume->porteur,
                                resume->intitule);
    }
  if (tri->refus->len > N_SHOWN || tri->permis->len > N_SHOWN)
    g_string_append (text, "…");

  return g_string_free (text, FALSE);
}

static void
show_answer (PvAgendaAjout *self, const Answer *answer)
{
  g_autofree char *words = describe (answer->tri);
  g_autofree char *text = list (answer);

  gtk_label_set_label (self->summary, words);
  gtk_label_set_label (self->preview, g_strchomp (text));
}

static void
answer_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PvAgendaAjout) self = user_data;
  g_autoptr (GError) error = NULL;
  Answer *answer = pv_context_query_finish (PV_CONTEXT (source), result, &error);

  if (answer == NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    gtk_label_set_label (self->summary, error->message);
  if (answer == NULL)
    return;
  if (self->summary != NULL)
    {
      g_clear_pointer (&self->permis, g_array_unref);
      self->permis = g_array_ref (answer->tri->permis);
      show_answer (self, answer);
      adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (self), "add",
                                               self->permis->len > 0);
    }
  answer_free (answer);
}

static void
chosen_cb (PvAgendaAjout *self)
{
  guint selected = gtk_drop_down_get_selected (self->choice);
  Question *question;

  pv_reading_stop (&self->cancellable);
  g_clear_pointer (&self->permis, g_array_unref);
  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (self), "add", FALSE);
  if (self->context == NULL || selected >= self->criteres->len)
    return;

  question = g_new0 (Question, 1);
  question->seance_id = self->seance_id;
  question->filtre = (PvFiltre){ self->appel_id, PV_INT_NULL };
  question->critere = g_strdup (self->criteres->pdata[selected]);
  self->cancellable = g_cancellable_new ();
  pv_context_query_async (self->context, query, question, question_free, answer_free,
                          self->cancellable, answer_cb, g_object_ref (self));
}

/* --- adding -------------------------------------------------------------------------------- */

static gboolean
write_adding (PvDb *db, gpointer data, GError **error)
{
  PvAgendaAjout *self = data;

  return pv_seance_ajouter_dossiers (db, self->seance_id, self->permis, NULL, error);
}

static void
response_cb (PvAgendaAjout *self, const char *response)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  g_autoptr (GError) error = NULL;

  if (g_str_equal (response, "add") && self->permis != NULL &&
      !pv_context_act (self->context, "seance-dossiers", self->label, write_adding, self, &error))
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.toast", "s", error->message);
}

/* --- the object ---------------------------------------------------------------------------- */

static void
fill (PvAgendaAjout *self)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  g_autoptr (GPtrArray) vues =
      pv_vue_store_list (pv_context_get_reader (self->context), "dossiers", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (attentes); i++)
    {
      gtk_string_list_append (labels,
                              g_dpgettext2 (GETTEXT_PACKAGE, "dossiers", attentes[i].label));
      g_ptr_array_add (self->criteres, g_strdup (attentes[i].critere));
    }
  for (guint i = 0; vues != NULL && i < vues->len; i++)
    {
      const PvVue *vue = vues->pdata[i];
      g_autofree char *label = g_strdup_printf (_ ("View “%s”"), vue->nom);

      gtk_string_list_append (labels, label);
      g_ptr_array_add (self->criteres, g_strdup (vue->critere));
    }
  gtk_drop_down_set_model (self->choice, G_LIST_MODEL (labels));
}

static void
pv_agenda_ajout_dispose (GObject *object)
{
  PvAgendaAjout *self = PV_AGENDA_AJOUT (object);

  pv_reading_stop (&self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), PV_TYPE_AGENDA_AJOUT);
  g_clear_pointer (&self->permis, g_array_unref);
  g_clear_pointer (&self->criteres, g_ptr_array_unref);
  g_clear_pointer (&self->label, g_free);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (pv_agenda_ajout_parent_class)->dispose (object);
}

static void
pv_agenda_ajout_class_init (PvAgendaAjoutClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pv_agenda_ajout_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/progville/Progville/seance/pv-agenda-ajout.ui");
  gtk_widget_class_bind_template_child (widget_class, PvAgendaAjout, choice);
  gtk_widget_class_bind_template_child (widget_class, PvAgendaAjout, summary);
  gtk_widget_class_bind_template_child (widget_class, PvAgendaAjout, preview);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, response_cb);
}

static void
pv_agenda_ajout_init (PvAgendaAjout *self)
{
  self->criteres = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
}

PvAgendaAjout *
pv_agenda_ajout_new (GtkWindow *parent,
                     PvContext *context,
                     gint64 seance_id,
                     gint64 appel_id,
                     const char *label)
{
  PvAgendaAjout *self = g_object_new (PV_TYPE_AGENDA_AJOUT, "transient-for", parent, NULL);

  self->context = g_object_ref (context);
  self->seance_id = seance_id;
  self->appel_id = appel_id;
  self->label = g_strdup (label);
  fill (self);
  chosen_cb (self);

  return self;
}
