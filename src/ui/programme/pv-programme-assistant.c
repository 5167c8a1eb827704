/* pv-programme-assistant.c: a new programme file, step by step
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "programme/pv-programme-assistant.h"

#include <glib/gi18n.h>

#include "programme/pv-assistant-cadre.h"
#include "programme/pv-assistant-contrat.h"
#include "programme/pv-assistant-enveloppes.h"
#include "programme/pv-assistant-financeurs.h"
#include "reference/pv-reference-liste.h"
#include "widget/pv-format.h"

#define N_STEPS 5

struct _PvProgrammeAssistant
{
  AdwWindow parent_instance;

  guint step;
  gboolean creating;

  AdwWindowTitle *title_widget;
  GtkWidget *cancel_button, *back_button;
  GtkButton *next_button;
  GtkInfoBar *problem_bar;
  GtkLabel *problem_label;
  GtkStack *stack;
  PvAssistantContrat *contrat;
  PvAssistantCadre *cadre;
  PvAssistantFinanceurs *financeurs;
  PvAssistantEnveloppes *enveloppes;
  GtkWidget *resume;
  AdwActionRow *resume_contrat, *resume_cadre, *resume_appel, *resume_financeurs,
      *resume_enveloppes, *resume_fichier;
};

enum
{
  CREATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PvProgrammeAssistant, pv_programme_assistant, ADW_TYPE_WINDOW)

/* --- the choices, for a worker ------------------------------------------------------ */

typedef struct
{
  char *path, *contrat, *contrat_nom, *contrat_epci, *cadre;
  gint64 exercice;
  GStrv financeurs, dispositifs;
  PvAppel *appel;
  GArray *enveloppes; /* their codes are those of `dispositifs` */
} Choices;

static void
choices_free (Choices *self)
{
  g_free (self->path);
  g_free (self->contrat);
  g_free (self->contrat_nom);
  g_free (self->contrat_epci);
  g_free (self->cadre);
  g_strfreev (self->financeurs);
  g_strfreev (self->dispositifs);
  pv_appel_free (self->appel);
  g_array_unref (self->enveloppes);
  g_free (self);
}

static GStrv
strv_of (GPtrArray *texts)
{
  GStrv strv = g_new0 (char *, texts->len + 1);

  for (guint i = 0; i < texts->len; i++)
    strv[i] = g_strdup (texts->pdata[i]);

  return strv;
}

static GStrv
codes_of (GPtrArray *dispositifs)
{
  GStrv codes = g_new0 (char *, dispositifs->len + 1);

  for (guint i = 0; i < dispositifs->len; i++)
    codes[i] = g_strdup (((PvReferenceLigne *)dispositifs->pdata[i])->dispositif->code);

  return codes;
}

static void
own_codes (Choices *self)
{
  for (guint i = 0; i < self->enveloppes->len; i++)
    {
      PvReferenceEnveloppe *enveloppe = &g_array_index (self->enveloppes, PvReferenceEnveloppe, i);

      for (guint j = 0; self->dispositifs[j] != NULL; j++)
        if (g_str_equal (self->dispositifs[j], enveloppe->dispositif))
          enveloppe->dispositif = self->dispositifs[j];
    }
}

static Choices *
collect (PvProgrammeAssistant *self)
{
  Choices *choices = g_new0 (Choices, 1);
  g_autoptr (GPtrArray) financeurs = pv_assistant_financeurs_list_financeurs (self->financeurs);
  g_autoptr (GPtrArray) dispositifs = pv_assistant_financeurs_list_dispositifs (self->financeurs);

  choices->path = pv_assistant_contrat_dup_path (self->contrat);
  choices->contrat = g_strdup (pv_assistant_contrat_get_code (self->contrat));
  choices->contrat_nom = pv_assistant_contrat_dup_nom (self->contrat);
  choices->contrat_epci = pv_assistant_contrat_dup_epci (self->contrat);
  choices->exercice = pv_assistant_contrat_get_exercice (self->contrat);
  choices->cadre = g_strdup (pv_assistant_cadre_get_code (self->cadre));
  choices->financeurs = strv_of (financeurs);
  choices->dispositifs = codes_of (dispositifs);
  choices->appel = pv_assistant_financeurs_dup_appel (self->financeurs);
  choices->enveloppes = pv_assistant_enveloppes_list (self->enveloppes);
  own_codes (choices);

  return choices;
}

static void
create_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Choices *choices = task_data;
  g_autoptr (PvClock) clock = pv_clock_new_system ();
  g_autoptr (GError) error = NULL;
  PvReferenceChoice choice = {
    .contrat = choices->contrat,
    .cadre = choices->cadre,
    .exercice = choices->exercice,
    .contrat_nom = choices->contrat_nom,
    .contrat_epci = choices->contrat_epci,
    .financeurs = (const char *const *)choices->financeurs,
    .dispositifs = (const char *const *)choices->dispositifs,
    .appel = choices->appel,
    .enveloppes = (const PvReferenceEnveloppe *)(gpointer)choices->enveloppes->data,
    .n_enveloppes = choices->enveloppes->len,
  };
  PvDb *db =
      pv_reference_create_programme (choices->path, &choice, clock, g_get_real_name (), &error);

  if (db == NULL || !pv_db_close (db, &error))
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task, g_file_new_for_path (choices->path), g_object_unref);
}

/* --- steps --------------------------------------------------------------------------- */

static void
show_problem (PvProgrammeAssistant *self, const char *problem)
{
  gtk_label_set_label (self->problem_label, problem != NULL ? problem : "");
  gtk_info_bar_set_revealed (self->problem_bar, problem != NULL);
}

static GtkWidget *
get_page (PvProgrammeAssistant *self, guint step)
{
  GtkWidget *pages[N_STEPS] = { GTK_WIDGET (self->contrat), GTK_WIDGET (self->cadre),
                                GTK_WIDGET (self->financeurs), GTK_WIDGET (self->enveloppes),
                                self->resume };

  return pages[step];
}

static void
show_resume (PvProgrammeAssistant *self)
{
  Choices *choices = collect (self);
  g_autofree char *contrat = pv_assistant_contrat_to_words (self->contrat);
  g_autofree char *with_year = g_strdup_printf ("%s · %d", contrat, (int)choices->exercice);
  g_autofree char *financeurs = NULL;
  g_autofree char *enveloppes = NULL;
  guint n_financeurs = g_strv_length (choices->financeurs);
  guint n_dispositifs = g_strv_length (choices->dispositifs);
  PvCents sum = 0;

  for (guint i = 0; i < choices->enveloppes->len; i++)
    pv_money_add (sum, g_array_index (choices->enveloppes, PvReferenceEnveloppe, i).montant_cents,
                  &sum);
  financeurs = g_strdup_printf (_ ("%u funders, %u lines of credits"), n_financeurs, n_dispositifs);
  if (choices->enveloppes->len == 0)
    enveloppes = g_strdup (_ ("None yet"));
  else
    {
      g_autofree char *amount = pv_amount_to_text (sum);

      enveloppes =
          g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u envelope, %s in all",
                                        "%u envelopes, %s in all", choices->enveloppes->len),
                           choices->enveloppes->len, amount);
    }
  adw_action_row_set_subtitle (self->resume_contrat, with_year);
  adw_action_row_set_subtitle (self->resume_cadre, pv_assistant_cadre_get_nom (self->cadre));
  adw_action_row_set_subtitle (self->resume_appel, choices->appel->libelle);
  adw_action_row_set_subtitle (self->resume_financeurs, financeurs);
  adw_action_row_set_subtitle (self->resume_enveloppes, enveloppes);
  adw_action_row_set_subtitle (self->resume_fichier, choices->path);
  choices_free (choices);
}

static void
update (PvProgrammeAssistant *self)
{
  const char *titles[N_STEPS] = { _ ("Contrat and file"), _ ("Strategic frame"),
                                  _ ("Call and funders"), _ ("Envelopes"), _ ("Summary") };
  g_autofree char *where = g_strdup_printf (_ ("Step %u of %u"), self->step + 1, N_STEPS);
  gboolean last = self->step == N_STEPS - 1;

  adw_window_title_set_title (self->title_widget, titles[self->step]);
  adw_window_title_set_subtitle (self->title_widget, where);
  gtk_button_set_label (self->next_button, last ? _ ("C_reate the Programme") : _ ("_Next"));
  gtk_widget_set_visible (self->back_button, self->step > 0);
  gtk_stack_set_visible_child (self->stack, get_page (self, self->step));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "assistant.back",
                                 self->step > 0 && !self->creating);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "assistant.next", !self->creating);
  gtk_widget_set_sensitive (self->cancel_button, !self->creating);
}

static void
enter_step (PvProgrammeAssistant *self, guint step)
{
  g_autoptr (GPtrArray) dispositifs = NULL;

  show_problem (self, NULL);
  self->step = step;
  if (step == 1)
    pv_assistant_cadre_set_contrat (self->cadre, pv_assistant_contrat_get_code (self->contrat),
                                    pv_assistant_contrat_get_territoire (self->contrat));
  else if (step == 2)
    pv_assistant_financeurs_set_territoire (self->financeurs,
                                            pv_assistant_contrat_get_territoire (self->contrat),
                                            pv_assistant_contrat_get_exercice (self->contrat));
  else if (step == 3)
    {
      dispositifs = pv_assistant_financeurs_list_dispositifs (self->financeurs);
      pv_assistant_enveloppes_set_dispositifs (self->enveloppes, dispositifs);
    }
  else if (step == N_STEPS - 1)
    show_resume (self);
  update (self);
  /* to tab into a list would move its selection */
  if (step == 1)
    gtk_widget_grab_focus (GTK_WIDGET (self->cadre));
  else
    gtk_widget_child_focus (get_page (self, step), GTK_DIR_TAB_FORWARD);
}

static void
created_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  PvProgrammeAssistant *self = PV_PROGRAMME_ASSISTANT (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = g_task_propagate_pointer (G_TASK (result), &error);

  self->creating = FALSE;
  if (file == NULL)
    {
      update (self);
      show_problem (self, error->message);
      return;
    }
  g_signal_emit (self, signals[CREATED], 0, file);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
create (PvProgrammeAssistant *self)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, created_cb, NULL);

  self->creating = TRUE;
  show_problem (self, NULL);
  update (self);
  g_task_set_task_data (task, collect (self), (GDestroyNotify)choices_free);
  g_task_run_in_thread (task, create_thread);
}

static gboolean
check_step (PvProgrammeAssistant *self)
{
  if (self->step == 0)
    return pv_assistant_contrat_check (self->contrat);
  if (self->step == 1)
    return pv_assistant_cadre_get_code (self->cadre) != NULL;
  if (self->step == 2)
    return pv_assistant_financeurs_check (self->financeurs);
  if (self->step == 3)
    return pv_assistant_enveloppes_check (self->enveloppes);

  return TRUE;
}

static void
next_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvProgrammeAssistant *self = PV_PROGRAMME_ASSISTANT (widget);

  if (!check_step (self))
    return;
  if (self->step == N_STEPS - 1)
    create (self);
  else
    enter_step (self, self->step + 1);
}

static void
back_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvProgrammeAssistant *self = PV_PROGRAMME_ASSISTANT (widget);

  if (self->step > 0)
    enter_step (self, self->step - 1);
}

/* A file that is being written is waited for: half of one is never left. */
static gboolean
pv_programme_assistant_close_request (GtkWindow *window)
{
  if (PV_PROGRAMME_ASSISTANT (window)->creating)
    return TRUE;

  return GTK_WINDOW_CLASS (pv_programme_assistant_parent_class)->close_request (window);
}

static void
pv_programme_assistant_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), PV_TYPE_PROGRAMME_ASSISTANT);

  G_OBJECT_CLASS (pv_programme_assistant_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, PvProgrammeAssistant, title_widget);
  gtk_widget_class_bind_template_child (widget_class, PvProgrammeAssistant, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, PvProgrammeAssistant, back_button);
  gtk_widget_class_bind_template_child (widget_class, PvProgrammeAssistant, next_button);
  gtk_widget_class_bind_template_child (widget_class, PvProgrammeAssistant, problem_bar);
  gtk_widget_class_bind_template_child (widget_class, PvProgrammeAssistant, problem_label);
  gtk_widget_class_bind_template_child (widget_class, PvProgrammeAssistant, stack);
  gtk_widget_class_bind_template_child (widget_class, PvProgrammeAssistant, contrat);
  gtk_widget_class_bind_template_child (widget_class, PvProgrammeAssistant, cadre);
  gtk_widget_class_bind_template_child (widget_class, PvProgrammeAssistant, financeurs);
  gtk_widget_class_bind_template_child (widget_class, PvProgrammeAssistant, enveloppes);
  gtk_widget_class_bind_template_child (widget_class, PvProgrammeAssistant, resume);
  gtk_widget_class_bind_template_child (widget_class, PvProgrammeAssistant, resume_contrat);
  gtk_widget_class_bind_template_child (widget_class, PvProgrammeAssistant, resume_cadre);
  gtk_widget_class_bind_template_child (widget_class, PvProgrammeAssistant, resume_appel);
  gtk_widget_class_bind_template_child (widget_class, PvProgrammeAssistant, resume_financeurs);
  gtk_widget_class_bind_template_child (widget_class, PvProgrammeAssistant, resume_enveloppes);
  gtk_widget_class_bind_template_child (widget_class, PvProgrammeAssistant, resume_fichier);
}

static void
pv_programme_assistant_class_init (PvProgrammeAssistantClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pv_programme_assistant_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = pv_programme_assistant_close_request;

  signals[CREATED] = g_signal_new ("created", PV_TYPE_PROGRAMME_ASSISTANT, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_FILE);

  g_type_ensure (PV_TYPE_ASSISTANT_CONTRAT);
  g_type_ensure (PV_TYPE_ASSISTANT_CADRE);
  g_type_ensure (PV_TYPE_ASSISTANT_FINANCEURS);
  g_type_ensure (PV_TYPE_ASSISTANT_ENVELOPPES);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/progville/Progville/programme/pv-programme-assistant.ui");
  bind_children (widget_class);
  gtk_widget_class_install_action (widget_class, "assistant.next", NULL, next_cb);
  gtk_widget_class_install_action (widget_class, "assistant.back", NULL, back_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "assistant.back",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Right, GDK_ALT_MASK, "assistant.next",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "assistant.next", NULL);
}

static void
pv_programme_assistant_init (PvProgrammeAssistant *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  update (self);
}

GtkWindow *
pv_programme_assistant_new (GtkWindow *parent)
{
  return g_object_new (PV_TYPE_PROGRAMME_ASSISTANT, "transient-for", parent, NULL);
}
