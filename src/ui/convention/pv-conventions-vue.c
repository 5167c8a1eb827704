/* pv-conventions-vue.c: the conventions, and those that are missing
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convention/pv-conventions-vue.h"

#include <glib/gi18n.h>

#include "context/pv-reading.h"
#include "convention/pv-convention-item.h"
#include "convention/pv-convention-service.h"
#include "convention/pv-conventions-copie.h"
#include "convention/pv-conventions-filtre.h"
#include "document/pv-lettres-dialog.h"
#include "dossier/pv-wrap-layout.h"
#include "pv-text.h"
#include "widget/pv-drop-down.h"
#include "widget/pv-format.h"
#include "widget/pv-save-chooser.h"
#include "widget/pv-selection.h"
#include "widget/pv-toggles.h"

/* A longer list is given anew when something changed. */
#define N_COMPARED 1000

struct _PvConventionsVue
{
  AdwBin parent_instance;

  PvContext *context;
  GCancellable *cancellable; /* of the read under way */
  GPtrArray *lignes;         /* of PvConventionLigne */
  PvConventionsFiltre filtre;
  gint64 financeur_id; /* PV_INT_NULL: all */
  char *search;        /* (nullable): folded */
  GListStore *store;
  GtkSortListModel *sorted;
  GtkMultiSelection *selection;

  GtkStack *stack;
  GtkColumnView *view;
  AdwStatusPage *empty;
  GtkDropDown *financeur;
  GtkLabel *totals;
  GtkToggleButton *buttons[PV_N_CONVENTIONS_FILTRES];
};

enum
{
  PROP_CONTEXT = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (PvConventionsVue, pv_conventions_vue, ADW_TYPE_BIN)

/* --- which are shown ----------------------------------------------------------------------------
 */

static gboolean
is_chosen (PvConventionsVue *self, const PvConventionLigne *ligne)
{
  return (self->financeur_id == PV_INT_NULL || ligne->financeur_id == self->financeur_id) &&
         (self->search == NULL || pv_convention_ligne_contains (ligne, self->search));
}

/* --- showing ---------------------------------------------------------------------------------- */

static int
compare_financeurs (gconstpointer a, gconstpointer b)
{
  const PvConventionLigne *x = *(const PvConventionLigne *const *)a,
                          *y = *(const PvConventionLigne *const *)b;

  return g_utf8_collate (x->financeur, y->financeur);
}

/* The payers of the list, by name. */
static void
show_financeurs (PvConventionsVue *self)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GPtrArray) lignes = g_ptr_array_new ();
  g_autoptr (GPtrArray) items = pv_choice_items_new ();

  for (guint i = 0; i < self->lignes->len; i++)
    {
      PvConventionLigne *ligne = self->lignes->pdata[i];

      if (g_hash_table_add (seen, &ligne->financeur_id))
        g_ptr_array_add (lignes, ligne);
    }
  g_ptr_array_sort (lignes, compare_financeurs);
  pv_choice_add (items, PV_INT_NULL, _ ("All the funders"), NULL);
  for (guint i = 0; i < lignes->len; i++)
    {
      const PvConventionLigne *ligne = lignes->pdata[i];

      pv_choice_add (items, ligne->financeur_id, ligne->financeur, NULL);
    }
  pv_drop_down_show (self->financeur, items, self->financeur_id);
}

static void
show_counts (PvConventionsVue *self, const char *jour)
{
  for (int f = 0; f < PV_N_CONVENTIONS_FILTRES; f++)
    {
      guint n = 0;

      for (guint i = 0; i < self->lignes->len; i++)
        n += is_chosen (self, self->lignes->pdata[i]) &&
             pv_conventions_filtre_accepts ((PvConventionsFiltre)f, self->lignes->pdata[i], jour);
      pv_toggle_show_count (self->buttons[f],
                            pv_conventions_filtre_get_label ((PvConventionsFiltre)f), n);
    }
}

static void
update_actions (PvConventionsVue *self)
{
  gboolean some = g_list_model_get_n_items (G_LIST_MODEL (self->store)) > 0;
  g_autoptr (GPtrArray) selected = pv_selection_list (self->selection, FALSE);
  guint missing = 0;

  for (guint i = 0; i < selected->len; i++)
    missing += pv_convention_item_get (selected->pdata[i])->convention == NULL;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "conventions.creer",
                                 selected->len > 0 && missing == selected->len &&
                                     pv_context_can_edit (self->context));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "conventions.imprimer",
                                 selected->len > 0 && missing == 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "conventions.copier", some);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "conventions.exporter", some);
}

static gboolean
is_among (GPtrArray *items, PvConventionItem *item)
{
  for (guint i = 0; i < items->len; i++)
    if (pv_convention_item_is_same (items->pdata[i], item))
      return TRUE;

  return FALSE;
}

/* Rows that show the same are left alone, with the focus. */
static gboolean
replace_changed (PvConventionsVue *self, GPtrArray *items)
{
  GListModel *model = G_LIST_MODEL (self->store);

  if (g_list_model_get_n_items (model) != items->len || items->len > N_COMPARED)
    return FALSE;
  for (guint i = 0; i < items->len; i++)
    {
      g_autoptr (PvConventionItem) old = g_list_model_get_item (model, i);

      if (!pv_convention_item_is_same (old, items->pdata[i]))
        return FALSE;
    }
  for (guint i = 0; i < items->len; i++)
    {
      g_autoptr (PvConventionItem) old = g_list_model_get_item (model, i);

      if (!pv_convention_item_is_equal (old, items->pdata[i]))
        g_list_store_splice (self->store, i, 1, &items->pdata[i], 1);
    }

  return TRUE;
}

/* What was selected stays so. */
static void
show_lignes (PvConventionsVue *self)
{
  g_autofree char *jour = pv_context_get_today (self->context);
  g_autoptr (GPtrArray) selected = pv_selection_list (self->selection, FALSE);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *totals = NULL;

  for (guint i = 0; i < self->lignes->len; i++)
    if (is_chosen (self, self->lignes->pdata[i]) &&
        pv_conventions_filtre_accepts (self->filtre, self->lignes->pdata[i], jour))
      g_ptr_array_add (items, pv_convention_item_new (self->lignes, i, jour));
  if (!replace_changed (self, items))
    g_list_store_splice (self->store, 0, g_list_model_get_n_items (G_LIST_MODEL (self->store)),
                         items->pdata, items->len);
  for (guint i = 0; i < items->len; i++)
    {
      g_autoptr (PvConventionItem) item = g_list_model_get_item (G_LIST_MODEL (self->selection), i);

      if (is_among (selected, item))
        gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), i, FALSE);
    }
  totals = pv_conventions_copie_dup_totals (items);
  adw_status_page_set_title (self->empty, pv_conventions_filtre_get_empty (self->filtre));
  gtk_stack_set_visible_child_name (self->stack, items->len > 0 ? "list" : "empty");
  show_counts (self, jour);
  pv_format_label (self->totals, totals);
  update_actions (self);
}

/* --- reading ---------------------------------------------------------------------------------- */

static gpointer
load (PvDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  return pv_convention_suivi_list (db, data, error);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PvConventionsVue) self = user_data;
  GPtrArray *lignes = pv_reading_finish (source, result, GTK_WIDGET (self));

  if (lignes == NULL)
    return;
  g_clear_pointer (&self->lignes, g_ptr_array_unref);
  self->lignes = lignes;
  if (self->stack != NULL)
    {
      show_financeurs (self);
      show_lignes (self);
    }
}

void
pv_conventions_vue_refresh (PvConventionsVue *self)
{
  PvFiltre filtre;

  g_return_if_fail (PV_IS_CONVENTIONS_VUE (self));

  pv_reading_renew (&self->cancellable);
  filtre = pv_context_get_filtre (self->context);
  pv_context_query_async (self->context, load, g_memdup2 (&filtre, sizeof filtre), g_free,
                          (GDestroyNotify)g_ptr_array_unref, self->cancellable, loaded_cb,
                          g_object_ref (self));
}

void
pv_conventions_vue_search (PvConventionsVue *self, const char *text)
{
  g_return_if_fail (PV_IS_CONVENTIONS_VUE (self));

  g_clear_pointer (&self->search, g_free);
  if (text != NULL && *text != '\0')
    self->search = pv_text_fold (text);
  if (self->lignes != NULL)
    show_lignes (self);
}

/* --- filters ---------------------------------------------------------------------------------- */

static void
filtre_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvConventionsVue *self = PV_CONVENTIONS_VUE (widget);

  for (guint i = 0; i < PV_N_CONVENTIONS_FILTRES; i++)
    if (g_str_equal (pv_conventions_filtre_to_id ((PvConventionsFiltre)i),
                     g_variant_get_string (parameter, NULL)))
      gtk_toggle_button_set_active (self->buttons[i], TRUE);
}

static void
toggled_cb (PvConventionsVue *self, GtkToggleButton *button)
{
  if (!gtk_toggle_button_get_active (button) || self->lignes == NULL)
    return;
  self->filtre =
      (PvConventionsFiltre)pv_toggles_find (self->buttons, PV_N_CONVENTIONS_FILTRES, button);
  show_lignes (self);
}

static void
financeur_cb (PvConventionsVue *self)
{
  gint64 id = pv_drop_down_get_key (self->financeur);

  if (self->lignes == NULL || id == self->financeur_id)
    return;
  self->financeur_id = id;
  show_lignes (self);
}

/* --- creating --------------------------------------------------------------------------------- */

typedef struct
{
  GPtrArray *besoins;
  gint64 id;
} Creation;

static gboolean
write_creation (PvDb *db, gpointer data, GError **error)
{
  Creation *creation = data;

  return pv_convention_service_create_for (db, creation->besoins, &creation->id, error);
}

static void
create_for (PvConventionsVue *self, GPtrArray *items)
{
  g_autoptr (GPtrArray) besoins =
      g_ptr_array_new_with_free_func ((GDestroyNotify)pv_convention_besoin_unref);
  g_autofree char *label = NULL;
  g_autoptr (GError) error = NULL;
  Creation creation = { besoins, PV_INT_NULL };

  for (guint i = 0; i < items->len; i++)
    {
      const PvConventionLigne *ligne = pv_convention_item_get (items->pdata[i]);

      for (guint j = 0; j < ligne->besoins->len; j++)
        g_ptr_array_add (besoins, pv_convention_besoin_ref (ligne->besoins->pdata[j]));
      if (label == NULL)
        label = g_strdup_printf ("%s · %s", ligne->financeur, ligne->organisme);
    }
  if (!pv_context_act (self->context, "convention-new", label, write_creation, &creation, &error))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", error->message);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-convention", "x", creation.id);
}

static void
creer_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GPtrArray) items = pv_selection_list (PV_CONVENTIONS_VUE (widget)->selection, FALSE);

  create_for (PV_CONVENTIONS_VUE (widget), items);
}

/* A convention is opened; the want of one is answered. */
static void
activate_cb (PvConventionsVue *self, guint position)
{
  g_autoptr (PvConventionItem) item =
      g_list_model_get_item (G_LIST_MODEL (self->selection), position);
  g_autoptr (GPtrArray) items = g_ptr_array_new ();

  if (item == NULL)
    return;
  if (pv_convention_item_get (item)->convention != NULL)
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.open-convention", "x",
                                  pv_convention_item_get (item)->convention->id);
      return;
    }
  g_ptr_array_add (items, item);
  create_for (self, items);
}

static void
imprimer_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvConventionsVue *self = PV_CONVENTIONS_VUE (widget);
  g_autoptr (GPtrArray) items = pv_selection_list (self->selection, FALSE);
  GArray *sujets = g_array_new (FALSE, FALSE, sizeof (PvDocumentSujet));

  for (guint i = 0; i < items->len; i++)
    {
      PvDocumentSujet sujet =
          PV_DOCUMENT_CONVENTION (pv_convention_item_get (items->pdata[i])->convention->id);

      g_array_append_val (sujets, sujet);
    }
  pv_lettres_dialog_present (widget, self->context, PV_DOCUMENT_GENRE_CONVENTION, sujets);
}

/* --- copies ----------------------------------------------------------------------------------- */

static void
copier_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GPtrArray) items = pv_selection_list (PV_CONVENTIONS_VUE (widget)->selection, TRUE);

  pv_copie_give_items (widget, &pv_conventions_copie_colonnes, items);
}

void
pv_conventions_vue_export_to (PvConventionsVue *self, GFile *file)
{
  g_autoptr (GPtrArray) items = NULL;

  g_return_if_fail (PV_IS_CONVENTIONS_VUE (self));
  g_return_if_fail (G_IS_FILE (file));

  items = pv_selection_list (self->selection, TRUE);
  pv_save_items (GTK_WIDGET (self), self->context, file, _ ("Conventions"),
                 &pv_conventions_copie_colonnes, items);
}

static void
save_cb (GtkWidget *widget, GFile *file)
{
  pv_conventions_vue_export_to (PV_CONVENTIONS_VUE (widget), file);
}

static void
exporter_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  pv_save_ask (widget, _ ("Export the Conventions"), _ ("_Export"), "conventions.xlsx", save_cb);
}

/* --- the object ------------------------------------------------------------------------------- */

static gboolean
pv_conventions_vue_grab_focus (GtkWidget *widget)
{
  PvConventionsVue *self = PV_CONVENTIONS_VUE (widget);

  return gtk_widget_grab_focus (GTK_WIDGET (self->view)) ||
         gtk_widget_grab_focus (GTK_WIDGET (self->buttons[self->filtre]));
}

static void
pv_conventions_vue_dispose (GObject *object)
{
  PvConventionsVue *self = PV_CONVENTIONS_VUE (object);

  pv_reading_stop (&self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), PV_TYPE_CONVENTIONS_VUE);
  g_clear_object (&self->selection);
  g_clear_object (&self->sorted);
  g_clear_object (&self->store);
  g_clear_object (&self->context);
  g_clear_pointer (&self->lignes, g_ptr_array_unref);
  g_clear_pointer (&self->search, g_free);

  G_OBJECT_CLASS (pv_conventions_vue_parent_class)->dispose (object);
}

static void
pv_conventions_vue_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_CONTEXT)
    g_value_set_object (value, PV_CONVENTIONS_VUE (object)->context);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
pv_conventions_vue_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_CONTEXT)
    PV_CONVENTIONS_VUE (object)->context = g_value_dup_object (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, PvConventionsVue, stack);
  gtk_widget_class_bind_template_child (widget_class, PvConventionsVue, view);
  gtk_widget_class_bind_template_child (widget_class, PvConventionsVue, empty);
  gtk_widget_class_bind_template_child (widget_class, PvConventionsVue, financeur);
  gtk_widget_class_bind_template_child (widget_class, PvConventionsVue, totals);
  for (guint i = 0; i < PV_N_CONVENTIONS_FILTRES; i++)
    gtk_widget_class_bind_template_child_full (
        widget_class, pv_conventions_filtre_to_id ((PvConventionsFiltre)i), FALSE,
        (gssize)(G_STRUCT_OFFSET (PvConventionsVue, buttons) + i * sizeof (gpointer)));
  gtk_widget_class_bind_template_callback (widget_class, toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, financeur_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
pv_conventions_vue_class_init (PvConventionsVueClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = pv_conventions_vue_dispose;
  object_class->get_property = pv_conventions_vue_get_property;
  object_class->set_property = pv_conventions_vue_set_property;
  widget_class->grab_focus = pv_conventions_vue_grab_focus;
  properties[PROP_CONTEXT] =
      g_param_spec_object ("context", NULL, NULL, PV_TYPE_CONTEXT,
                           G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (PV_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/progville/Progville/convention/pv-conventions-vue.ui");
  bind_children (widget_class);
  gtk_widget_class_install_action (widget_class, "conventions.filtre", "s", filtre_cb);
  gtk_widget_class_install_action (widget_class, "conventions.creer", NULL, creer_cb);
  gtk_widget_class_install_action (widget_class, "conventions.imprimer", NULL, imprimer_cb);
  gtk_widget_class_install_action (widget_class, "conventions.copier", NULL, copier_cb);
  gtk_widget_class_install_action (widget_class, "conventions.exporter", NULL, exporter_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK,
                                       "conventions.copier", NULL);
}

static void
pv_conventions_vue_init (PvConventionsVue *self)
{
  self->financeur_id = PV_INT_NULL;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->store = g_list_store_new (PV_TYPE_CONVENTION_ITEM);
  pv_convention_colonnes_add (self->view);
  self->sorted = gtk_sort_list_model_new (G_LIST_MODEL (g_object_ref (self->store)),
                                          g_object_ref (gtk_column_view_get_sorter (self->view)));
  self->selection = gtk_multi_selection_new (G_LIST_MODEL (g_object_ref (self->sorted)));
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (update_actions), self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
pv_conventions_vue_new (PvContext *context)
{
  g_return_val_if_fail (PV_IS_CONTEXT (context), NULL);

  return g_object_new (PV_TYPE_CONVENTIONS_VUE, "context", context, NULL);
}
