/* pv-file-vue.c: the queue of an instructeur
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "instruction/pv-file-vue.h"

#include <glib/gi18n.h>

#include "context/pv-reading.h"
#include "dossier/pv-wrap-layout.h"
#include "institution/pv-institution-store.h"
#include "instruction/pv-file-columns.h"
#include "instruction/pv-instruction-agent.h"
#include "instruction/pv-instruction-liste.h"
#include "widget/pv-format.h"
#include "widget/pv-toggles.h"

struct _PvFileVue
{
  AdwBin parent_instance;

  PvContext *context;
  char *count;
  PvFileGenre genre;
  char *recherche; /* (nullable) */
  PvFileTri tri;
  gboolean descendant;
  PvInstructionAgent *moi;
  GCancellable *cancellable; /* of the read under way */
  PvInstructionListe *liste;
  GtkSingleSelection *selection;
  gint64 n[PV_N_FILES];

  GtkWidget *toolbar;
  GtkStack *stack;
  GtkLabel *title;
  GtkToggleButton *buttons[PV_N_FILES];
  GtkColumnView *view;
  AdwStatusPage *empty;
  GtkLabel *choose_label;
  GtkBox *institutions;
};

enum
{
  PROP_CONTEXT = 1,
  PROP_COUNT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* In the order of PvFileGenre. */
static const struct
{
  const char *id;
  const char *label;
  const char *empty_title;
  const char *empty_words;
} genres[PV_N_FILES] = {
  { "a-repondre", N_ ("To answer"), N_ ("All Is Answered"),
    N_ ("Your institution gave its avis on every dossier under instruction. A dossier comes here "
        "once it is found receivable.") },
  { "miennes", N_ ("Mine"), N_ ("No Dossier of Yours"),
    N_ ("Dossiers come here when you are their referent, or once you have marked them.") },
  { "institution", N_ ("My institution"), N_ ("Nothing to Instruct Yet"),
    N_ ("Dossiers come here once they are found receivable: decide on their recevabilité first.") },
  { "divergentes", N_ ("Diverging"), N_ ("Institutions Agree"),
    N_ ("No dossier has avis for and against, or scores farther apart than the threshold of the "
        "settings.") },
  { "toutes", N_ ("All Dossiers"), N_ ("No Dossier Here"),
    N_ ("The call in use has no dossier: import a table, or enter a dossier.") },
};

G_DEFINE_FINAL_TYPE (PvFileVue, pv_file_vue, ADW_TYPE_BIN)

/* --- the choice of an institution ---------------------------------------------------------- */

static void
empty_box (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

static void
fill_institutions (PvFileVue *self)
{
  g_autoptr (GPtrArray) all =
      pv_institution_store_list (pv_context_get_reader (self->context), NULL);

  empty_box (self->institutions);
  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      const PvInstitution *institution = all->pdata[i];
      GtkWidget *button = gtk_button_new_with_label (institution->nom);

      gtk_widget_add_css_class (button, "pill");
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "file.institution");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", institution->id);
      gtk_widget_set_sensitive (button, pv_context_can_edit (self->context));
      gtk_box_append (self->institutions, button);
    }
  gtk_label_set_label (
      self->choose_label,
      all != NULL && all->len > 0
          ? _ ("What you mark and propose is said for it. It can be changed in Settings, Agents.")
          : _ ("The file has no institution yet: add those that instruct in Settings, "
               "Institutions, then yours to you in Agents."));
}

static void
institution_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvFileVue *self = PV_FILE_VUE (widget);
  g_autoptr (GError) error = NULL;

  if (!pv_instruction_agent_choose (self->context, g_variant_get_int64 (parameter), &error))
    gtk_widget_activate_action (widget, "win.toast", "s", error->message);
}

/* --- what is shown ------------------------------------------------------------------------- */

static void
show_counts (PvFileVue *self)
{
  for (guint i = 0; i < PV_N_FILES; i++)
    pv_toggle_show_count (self->buttons[i], _ (genres[i].label), self->n[i]);
}

static void
set_count (PvFileVue *self, gint64 n)
{
  g_autofree char *count = n > 0 ? pv_count_to_text (n) : NULL;

  if (g_strcmp0 (count, self->count) == 0)
    return;
  g_free (self->count);
  self->count = g_steal_pointer (&count);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COUNT]);
}

static void
show_title (PvFileVue *self)
{
  g_autofree char *title = NULL;

  if (self->moi->institution != NULL)
    {
      g_autofree char *whom = pv_instruction_agent_for (self->moi->institution);

      /* Translators: whom is "for the State" */
      title = g_strdup_printf (_ ("My queue, %s"), whom);
    }
  gtk_label_set_label (self->title, title != NULL ? title : "");
}

static void
show_part (PvFileVue *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->liste));
  gboolean searched = self->recherche != NULL && self->n[self->genre] > 0;

  adw_status_page_set_icon_name (self->empty,
                                 searched ? "system-search-symbolic" : "object-select-symbolic");
  adw_status_page_set_title (self->empty, searched ? _ ("No Dossier Found")
                                                   : _ (genres[self->genre].empty_title));
  adw_status_page_set_description (self->empty,
                                   searched ? _ ("No dossier of this queue has what is searched: "
                                                 "look in another one, or search other words.")
                                            : _ (genres[self->genre].empty_words));
  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "list" : "empty");
}

/* --- reading ------------------------------------------------------------------------------- */

static gpointer
load (PvDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  return pv_instruction_file_load (db, data, error);
}

static void
select_dossier (PvFileVue *self, gint64 id)
{
  guint position = pv_instruction_liste_find (self->liste, id);

  if (position != GTK_INVALID_LIST_POSITION)
    gtk_single_selection_set_selected (self->selection, position);
}

static gint64
get_selected (PvFileVue *self)
{
  PvRow *item = gtk_single_selection_get_selected_item (self->selection);
  const PvInstructionLigne *ligne = item != NULL ? pv_instruction_row_get (item) : NULL;

  return ligne != NULL ? ligne->id : PV_INT_NULL;
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PvFileVue) self = user_data;
  g_autoptr (PvInstructionFile) file = pv_reading_finish (source, result, GTK_WIDGET (self));
  gboolean chosen; /* an institution, just now: the keys are for the queue */
  gint64 selected;

  if (file == NULL)
    return;
  if (self->stack == NULL || self->moi == NULL)
    return;
  chosen = g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "choose") == 0;
  for (guint i = 0; i < PV_N_FILES; i++)
    self->n[i] = file->n[i];
  selected = get_selected (self);
  pv_instruction_liste_take (self->liste, g_steal_pointer (&file->ids), self->moi->institution_id);
  select_dossier (self, selected);
  show_counts (self);
  set_count (self, self->n[PV_FILE_A_REPONDRE]);
  show_part (self);
  if (chosen && gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static PvFileQuestion *
make_question (PvFileVue *self)
{
  PvFiltre filtre = pv_context_get_filtre (self->context);
  g_autofree char *today = pv_context_get_today (self->context);
  PvFileQuestion *question = pv_file_question_new (&filtre, self->genre, self->moi->institution_id,
                                                   pv_instruction_agent_get_id (self->moi), today);

  question->recherche = g_strdup (self->recherche);
  question->tri = self->tri;
  question->descendant = self->descendant;

  return question;
}

void
pv_file_vue_refresh (PvFileVue *self)
{
  g_return_if_fail (PV_IS_FILE_VUE (self));

  pv_instruction_agent_free (self->moi);
  self->moi = pv_instruction_agent_load (self->context);
  show_title (self);
  pv_reading_stop (&self->cancellable);
  gtk_widget_set_visible (self->toolbar, self->moi->institution_id != PV_INT_NULL);
  if (self->moi->institution_id == PV_INT_NULL)
    {
      fill_institutions (self);
      set_count (self, 0);
      gtk_stack_set_visible_child_name (self->stack, "choose");
      return;
    }

  self->cancellable = g_cancellable_new ();
  pv_context_query_async (
      self->context, load, make_question (self), (GDestroyNotify)pv_file_question_free,
      (GDestroyNotify)pv_instruction_file_free, self->cancellable, loaded_cb, g_object_ref (self));
}

void
pv_file_vue_search (PvFileVue *self, const char *text)
{
  g_autofree char *recherche = g_strstrip (g_strdup (text));

  g_return_if_fail (PV_IS_FILE_VUE (self));

  if (g_strcmp0 (recherche, self->recherche != NULL ? self->recherche : "") == 0)
    return;
  g_free (self->recherche);
  self->recherche = *recherche != '\0' ? g_steal_pointer (&recherche) : NULL;
  pv_file_vue_refresh (self);
}

static void
sorted_cb (PvFileVue *self)
{
  if (self->view != NULL && pv_file_columns_get_order (self->view, &self->tri, &self->descendant))
    pv_file_vue_refresh (self);
}

/* --- actions ------------------------------------------------------------------------------- */

static void
genre_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvFileVue *self = PV_FILE_VUE (widget);
  const char *id = g_variant_get_string (parameter, NULL);

  for (guint i = 0; i < PV_N_FILES; i++)
    if (g_str_equal (genres[i].id, id))
      gtk_toggle_button_set_active (self->buttons[i], TRUE);
}

static void
genre_toggled_cb (PvFileVue *self, GtkToggleButton *button)
{
  if (!gtk_toggle_button_get_active (button))
    return;
  self->genre = (PvFileGenre)pv_toggles_find (self->buttons, PV_N_FILES, button);
  if (self->context != NULL)
    pv_file_vue_refresh (self);
}

static void
activate_cb (PvFileVue *self, guint position)
{
  g_autoptr (PvRow) item = g_list_model_get_item (G_LIST_MODEL (self->selection), position);
  const PvInstructionLigne *ligne = item != NULL ? pv_instruction_row_get (item) : NULL;

  if (ligne == NULL)
    return;
  pv_context_set_suite (self->context, G_LIST_MODEL (self->liste));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-instruction", "x", ligne->id);
}

/* --- the object ---------------------------------------------------------------------------- */

static void
pv_file_vue_constructed (GObject *object)
{
  PvFileVue *self = PV_FILE_VUE (object);

  G_OBJECT_CLASS (pv_file_vue_parent_class)->constructed (object);

  self->liste = pv_instruction_liste_new (self->context);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->liste)));
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  pv_file_columns_add (self->view);
  g_signal_connect_object (gtk_column_view_get_sorter (self->view), "changed",
                           G_CALLBACK (sorted_cb), self, G_CONNECT_SWAPPED);
  show_counts (self);
}

static void
pv_file_vue_dispose (GObject *object)
{
  PvFileVue *self = PV_FILE_VUE (object);

  pv_reading_stop (&self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), PV_TYPE_FILE_VUE);
  g_clear_object (&self->selection);
  g_clear_object (&self->liste);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (pv_file_vue_parent_class)->dispose (object);
}

static void
pv_file_vue_finalize (GObject *object)
{
  PvFileVue *self = PV_FILE_VUE (object);

  pv_instruction_agent_free (self->moi);
  g_free (self->count);
  g_free (self->recherche);

  G_OBJECT_CLASS (pv_file_vue_parent_class)->finalize (object);
}

static void
pv_file_vue_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  PvFileVue *self = PV_FILE_VUE (object);

  switch (id)
    {
    case PROP_CONTEXT:
      g_value_set_object (value, self->context);
      break;
    case PROP_COUNT:
      g_value_set_string (value, self->count);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
pv_file_vue_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  PvFileVue *self = PV_FILE_VUE (object);

  if (id == PROP_CONTEXT)
    self->context = g_value_dup_object (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static gboolean
pv_file_vue_grab_focus (GtkWidget *widget)
{
  GtkWidget *view = GTK_WIDGET (PV_FILE_VUE (widget)->view);

  return gtk_widget_get_mapped (view) && gtk_widget_grab_focus (view);
}

static void
pv_file_vue_class_init (PvFileVueClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  static const char *const button_names[PV_N_FILES] = { "repondre_button", "miennes_button",
                                                        "institution_button", "divergentes_button",
                                                        "toutes_button" };

  object_class->constructed = pv_file_vue_constructed;
  object_class->dispose = pv_file_vue_dispose;
  object_class->finalize = pv_file_vue_finalize;
  object_class->get_property = pv_file_vue_get_property;
  object_class->set_property = pv_file_vue_set_property;
  widget_class->grab_focus = pv_file_vue_grab_focus;

  properties[PROP_CONTEXT] =
      g_param_spec_object ("context", NULL, NULL, PV_TYPE_CONTEXT,
                           G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_COUNT] =
      g_param_spec_string ("count", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (PV_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/progville/Progville/instruction/pv-file-vue.ui");
  gtk_widget_class_bind_template_child (widget_class, PvFileVue, toolbar);
  gtk_widget_class_bind_template_child (widget_class, PvFileVue, stack);
  gtk_widget_class_bind_template_child (widget_class, PvFileVue, title);
  gtk_widget_class_bind_template_child (widget_class, PvFileVue, view);
  gtk_widget_class_bind_template_child (widget_class, PvFileVue, empty);
  gtk_widget_class_bind_template_child (widget_class, PvFileVue, choose_label);
  gtk_widget_class_bind_template_child (widget_class, PvFileVue, institutions);
  for (guint i = 0; i < PV_N_FILES; i++)
    gtk_widget_class_bind_template_child_full (widget_class, button_names[i], FALSE,
                                               G_STRUCT_OFFSET (PvFileVue, buttons) +
                                                   (gssize)(i * sizeof (gpointer)));
  gtk_widget_class_bind_template_callback (widget_class, genre_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_install_action (widget_class, "file.genre", "s", genre_cb);
  gtk_widget_class_install_action (widget_class, "file.institution", "x", institution_cb);
}

static void
pv_file_vue_init (PvFileVue *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

const char *
pv_file_vue_get_count (PvFileVue *self)
{
  g_return_val_if_fail (PV_IS_FILE_VUE (self), NULL);

  return self->count;
}
