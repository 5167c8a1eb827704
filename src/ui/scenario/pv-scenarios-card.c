/* pv-scenarios-card.c: the scenarios of an appel, two side by side
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "scenario/pv-scenarios-card-private.h"

#include <glib/gi18n.h>

#include "context/pv-reading.h"
#include "scenario/pv-scenario-grille.h"
#include "widget/pv-drop-down.h"

/* Settings of each side: key of a scenario, or how the present situation is written. */
#define KEY_AVANT "scenario-avant"
#define KEY_APRES "scenario-apres"
#define PRESENT_EN_REGLAGE 0

struct _PvScenariosCard
{
  AdwBin parent_instance;

  PvContext *context;
  GCancellable *cancellable;  /* of the read under way */
  PvScenarioLecture *lecture; /* (nullable) */
  gboolean filling;

  GtkStack *stack;
  GtkBox *tools;
  GtkDropDown *choices[2];
  PvScenarioGrille *grille;
  GtkWidget *travail;
  GtkProgressBar *progress;
};

enum
{
  PROP_CONTEXT = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (PvScenariosCard, pv_scenarios_card, ADW_TYPE_BIN)

static const char *const keys[2] = { KEY_AVANT, KEY_APRES };

/* --- reading -------------------------------------------------------------------------------- */

typedef struct
{
  gint64 appel_id;
  gint64 cotes[2];
} Demande;

static gpointer
read_in_worker (PvDb *db, gpointer query_data, GCancellable *cancellable, GError **error)
{
  const Demande *demande = query_data;

  return pv_scenario_lecture_read (db, demande->appel_id, demande->cotes[0], demande->cotes[1],
                                   error);
}

static gint64
get_remembered (PvScenariosCard *self, guint side)
{
  gint64 id = g_settings_get_int64 (pv_context_get_file_settings (self->context), keys[side]);

  return id == PRESENT_EN_REGLAGE ? PV_INT_NULL : id;
}

static void
remember (PvScenariosCard *self, guint side, gint64 id)
{
  g_settings_set_int64 (pv_context_get_file_settings (self->context), keys[side],
                        id == PV_INT_NULL ? PRESENT_EN_REGLAGE : id);
}

/* --- what is shown -------------------------------------------------------------------------- */

/* First the present situation, then each scenario. */
static void
fill_choice (PvScenariosCard *self, guint side)
{
  g_autoptr (GPtrArray) items = pv_choice_items_new ();
  const GPtrArray *scenarios = self->lecture->scenarios;

  pv_choice_add (items, PV_INT_NULL, _ ("Present Situation"), NULL);
  for (guint i = 0; i < scenarios->len; i++)
    {
      const PvScenario *scenario = scenarios->pdata[i];

      pv_choice_add (items, scenario->id, scenario->nom, NULL);
    }
  pv_drop_down_show (self->choices[side], items, self->lecture->cotes[side].id);
}

static void
update_actions (PvScenariosCard *self)
{
  static const char *const actions[] = { "scenarios.apply", "scenarios.edit", "scenarios.rename",
                                         "scenarios.duplicate", "scenarios.delete" };
  gboolean on_scenario = self->lecture != NULL && pv_scenarios_card_get_cote (self) != NULL;
  gboolean can_edit = pv_context_can_edit (self->context);

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i], on_scenario && can_edit);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "scenarios.new",
                                 self->lecture != NULL && can_edit);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "scenarios.compare",
                                 self->lecture != NULL &&
                                     self->lecture->cotes[0].id != self->lecture->cotes[1].id);
}

static void
show_lecture (PvScenariosCard *self, PvScenarioLecture *lecture)
{
  gboolean empty = lecture->scenarios->len == 0;

  g_clear_pointer (&self->lecture, pv_scenario_lecture_unref);
  self->lecture = lecture;
  self->filling = TRUE;
  for (guint i = 0; i < 2; i++)
    fill_choice (self, i);
  self->filling = FALSE;
  pv_scenario_grille_set (self->grille, lecture);
  gtk_stack_set_visible_child_name (self->stack, empty ? "empty" : "table");
  gtk_widget_set_visible (GTK_WIDGET (self->tools), !empty);
  update_actions (self);
}

/* --- refresh -------------------------------------------------------------------------------- */

/* With nothing chosen at either side, the last scenario is looked at. */
static gboolean
choose_last (PvScenariosCard *self, const PvScenarioLecture *lecture)
{
  guint n = lecture->scenarios->len;

  if (n == 0 || lecture->cotes[0].id != PV_INT_NULL || lecture->cotes[1].id != PV_INT_NULL)
    return FALSE;
  if (self->lecture != NULL && self->lecture->scenarios->len >= n)
    return FALSE; /* the user chose so */

  remember (self, 1, ((const PvScenario *)lecture->scenarios->pdata[n - 1])->id);

  return TRUE;
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PvScenariosCard) self = user_data;
  g_autoptr (GError) error = NULL;
  PvScenarioLecture *lecture = pv_context_query_finish (PV_CONTEXT (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  g_clear_object (&self->cancellable);
  if (lecture == NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", error->message);
  else if (choose_last (self, lecture))
    {
      pv_scenario_lecture_unref (lecture);
      pv_scenarios_card_refresh (self);
    }
  else
    show_lecture (self, lecture);
}

void
pv_scenarios_card_refresh (PvScenariosCard *self)
{
  gint64 appel_id;
  Demande *demande;

  g_return_if_fail (PV_IS_SCENARIOS_CARD (self));

  pv_reading_stop (&self->cancellable);
  appel_id = pv_context_get_appel (self->context);
  if (appel_id == PV_INT_NULL)
    {
      g_clear_pointer (&self->lecture, pv_scenario_lecture_unref);
      gtk_stack_set_visible_child_name (self->stack, "no-appel");
      gtk_widget_set_visible (GTK_WIDGET (self->tools), FALSE);
      update_actions (self);
      return;
    }

  self->cancellable = g_cancellable_new ();
  demande = g_new (Demande, 1);
  *demande = (Demande){ appel_id, { get_remembered (self, 0), get_remembered (self, 1) } };
  pv_context_query_async (self->context, read_in_worker, demande, g_free,
                          (GDestroyNotify)pv_scenario_lecture_unref, self->cancellable, read_cb,
                          g_object_ref (self));
}

static void
chosen_cb (PvScenariosCard *self, GParamSpec *pspec, GtkDropDown *choice)
{
  guint side = choice == self->choices[0] ? 0 : 1;

  if (self->filling || self->lecture == NULL)
    return;

  remember (self, side, pv_drop_down_get_key (choice));
  pv_scenarios_card_refresh (self);
}

static void
first_chosen_cb (PvScenariosCard *self)
{
  chosen_cb (self, NULL, self->choices[0]);
}

static void
second_chosen_cb (PvScenariosCard *self)
{
  chosen_cb (self, NULL, self->choices[1]);
}

/* --- class ---------------------------------------------------------------------------------- */

static void
pv_scenarios_card_constructed (GObject *object)
{
  PvScenariosCard *self = PV_SCENARIOS_CARD (object);

  G_OBJECT_CLASS (pv_scenarios_card_parent_class)->constructed (object);

  update_actions (self);
  g_signal_connect_object (self->context, "notify::can-edit", G_CALLBACK (update_actions), self,
                           G_CONNECT_SWAPPED);
}

static void
pv_scenarios_card_dispose (GObject *object)
{
  PvScenariosCard *self = PV_SCENARIOS_CARD (object);

  pv_reading_stop (&self->cancellable);
  g_clear_pointer (&self->lecture, pv_scenario_lecture_unref);
  g_clear_object (&self->context);
  gtk_widget_dispose_template (GTK_WIDGET (self), PV_TYPE_SCENARIOS_CARD);

  G_OBJECT_CLASS (pv_scenarios_card_parent_class)->dispose (object);
}

static void
pv_scenarios_card_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  PvScenariosCard *self = PV_SCENARIOS_CARD (object);

  switch (id)
    {
    case PROP_CONTEXT:
      self->context = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "scenarios.new", NULL, pv_scenarios_card_new_cb);
  gtk_widget_class_install_action (widget_class, "scenarios.edit", NULL, pv_scenarios_card_edit_cb);
  gtk_widget_class_install_action (widget_class, "scenarios.compare", NULL,
                                   pv_scenarios_card_compare_cb);
  gtk_widget_class_install_action (widget_class, "scenarios.apply", NULL,
                                   pv_scenarios_card_apply_cb);
  gtk_widget_class_install_action (widget_class, "scenarios.cancel", NULL,
                                   pv_scenarios_card_cancel_cb);
  gtk_widget_class_install_action (widget_class, "scenarios.rename", NULL,
                                   pv_scenarios_card_rename_cb);
  gtk_widget_class_install_action (widget_class, "scenarios.duplicate", NULL,
                                   pv_scenarios_card_duplicate_cb);
  gtk_widget_class_install_action (widget_class, "scenarios.delete", NULL,
                                   pv_scenarios_card_delete_cb);
}

static void
pv_scenarios_card_class_init (PvScenariosCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = pv_scenarios_card_constructed;
  object_class->dispose = pv_scenarios_card_dispose;
  object_class->set_property = pv_scenarios_card_set_property;

  properties[PROP_CONTEXT] =
      g_param_spec_object ("context", NULL, NULL, PV_TYPE_CONTEXT,
                           G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (PV_TYPE_SCENARIO_GRILLE);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/progville/Progville/scenario/pv-scenarios-card.ui");
  gtk_widget_class_bind_template_child (widget_class, PvScenariosCard, stack);
  gtk_widget_class_bind_template_child (widget_class, PvScenariosCard, tools);
  gtk_widget_class_bind_template_child (widget_class, PvScenariosCard, grille);
  gtk_widget_class_bind_template_child (widget_class, PvScenariosCard, travail);
  gtk_widget_class_bind_template_child (widget_class, PvScenariosCard, progress);
  gtk_widget_class_bind_template_child_full (widget_class, "avant", FALSE,
                                             G_STRUCT_OFFSET (PvScenariosCard, choices[0]));
  gtk_widget_class_bind_template_child_full (widget_class, "apres", FALSE,
                                             G_STRUCT_OFFSET (PvScenariosCard, choices[1]));
  gtk_widget_class_bind_template_callback (widget_class, first_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, second_chosen_cb);
  install_actions (widget_class);
}

static void
pv_scenarios_card_init (PvScenariosCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
pv_scenarios_card_new (PvContext *context)
{
  return g_object_new (PV_TYPE_SCENARIOS_CARD, "context", context, NULL);
}

PvContext *
pv_scenarios_card_get_context (PvScenariosCard *self)
{
  return self->context;
}

PvScenarioLecture *
pv_scenarios_card_get_lecture (PvScenariosCard *self)
{
  return self->lecture;
}

const PvScenarioCote *
pv_scenarios_card_get_cote (PvScenariosCard *self)
{
  for (guint i = 2; i > 0; i--)
    if (self->lecture->cotes[i - 1].id != PV_INT_NULL)
      return &self->lecture->cotes[i - 1];

  return NULL;
}

void
pv_scenarios_card_choose (PvScenariosCard *self, gint64 id)
{
  remember (self, 1, id);
  pv_scenarios_card_refresh (self);
}

void
pv_scenarios_card_set_progress (PvScenariosCard *self, double fraction)
{
  gtk_widget_set_visible (self->travail, fraction >= 0);
  if (fraction >= 0)
    gtk_progress_bar_set_fraction (self->progress, fraction);
}
