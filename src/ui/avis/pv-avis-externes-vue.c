/* pv-avis-externes-vue.c: the avis asked of services, and those to remind
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "avis/pv-avis-externes-vue.h"

#include <glib/gi18n.h>

#include "avis/pv-avis-externe-item.h"
#include "context/pv-reading.h"
#include "dossier/pv-wrap-layout.h"
#include "widget/pv-save-chooser.h"
#include "widget/pv-selection.h"
#include "widget/pv-toggles.h"

typedef enum
{
  FILTRE_ATTENTE,
  FILTRE_RETARD,
  FILTRE_REPONDUS,
  FILTRE_TOUS,
} Filtre;

#define N_FILTRES 4

struct _PvAvisExternesVue
{
  AdwBin parent_instance;

  PvContext *context;
  GCancellable *cancellable; /* of the read under way */
  GPtrArray *lignes;         /* of PvAvisExterneLigne */
  Filtre filtre;
  GListStore *store;
  GtkMultiSelection *selection;

  GtkStack *stack;
  GtkColumnView *view;
  AdwStatusPage *empty;
  GtkToggleButton *buttons[N_FILTRES];
};

enum
{
  PROP_CONTEXT = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static const struct
{
  const char *id;
  const char *label;
  const char *empty;
} filtres[N_FILTRES] = {
  { "attente", N_ ("Awaited"), N_ ("No Avis Is Awaited") },
  { "retard", N_ ("Late"), N_ ("No Avis Is Late") },
  { "repondus", N_ ("Answered"), N_ ("No Service Has Answered Yet") },
  { "tous", N_ ("All"), N_ ("No Service Was Asked") },
};

G_DEFINE_FINAL_TYPE (PvAvisExternesVue, pv_avis_externes_vue, ADW_TYPE_BIN)

/* --- showing --------------------------------------------------------------------------------- */

static gboolean
is_of (Filtre filtre, PvAvisExterneEtat etat)
{
  switch (filtre)
    {
    case FILTRE_ATTENTE:
      return etat != PV_AVIS_EXTERNE_REPONDU;
    case FILTRE_RETARD:
      return etat == PV_AVIS_EXTERNE_EN_RETARD;
    case FILTRE_REPONDUS:
      return etat == PV_AVIS_EXTERNE_REPONDU;
    case FILTRE_TOUS:
    default:
      return TRUE;
    }
}

static void
show_counts (PvAvisExternesVue *self, const char *jour)
{
  for (int f = 0; f < N_FILTRES; f++)
    {
      guint n = 0;

      for (guint i = 0; i < self->lignes->len; i++)
        n += is_of ((Filtre)f, pv_avis_externe_get_etat (
                                   ((PvAvisExterneLigne *)self->lignes->pdata[i])->avis, jour));
      pv_toggle_show_count (self->buttons[f], _ (filtres[f].label), n);
    }
}

static void
update_actions (PvAvisExternesVue *self)
{
  gboolean some = g_list_model_get_n_items (G_LIST_MODEL (self->store)) > 0;
  g_autoptr (GtkBitset) selected =
      gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "avis.relancer",
                                 !gtk_bitset_is_empty (selected) &&
                                     pv_context_can_edit (self->context));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "avis.copier", some);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "avis.exporter", some);
}

static gint64
get_key (GListModel *rows, guint position)
{
  g_autoptr (PvAvisExterneItem) item = g_list_model_get_item (rows, position);

  return pv_avis_externe_item_get_avis (item)->id;
}

/* What was selected stays so. */
static void
show_lignes (PvAvisExternesVue *self)
{
  g_autofree char *jour = pv_context_get_today (self->context);
  g_autoptr (GArray) selected = pv_selection_dup_keys (self->selection, get_key);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->store));

  for (guint i = 0; i < self->lignes->len; i++)
    {
      const PvAvisExterneLigne *ligne = self->lignes->pdata[i];

      if (is_of (self->filtre, pv_avis_externe_get_etat (ligne->avis, jour)))
        g_ptr_array_add (items, pv_avis_externe_item_new (self->lignes, i, jour));
    }
  g_list_store_splice (self->store, 0, n, items->pdata, items->len);
  pv_selection_select_keys (self->selection, get_key, selected);
  adw_status_page_set_title (self->empty, _ (filtres[self->filtre].empty));
  gtk_stack_set_visible_child_name (self->stack, items->len > 0 ? "list" : "empty");
  show_counts (self, jour);
  update_actions (self);
}

/* --- reading --------------------------------------------------------------------------------- */

static gpointer
load (PvDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  return pv_avis_externe_store_list_suivi (db, data, error);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PvAvisExternesVue) self = user_data;
  GPtrArray *lignes = pv_reading_finish (source, result, GTK_WIDGET (self));

  if (lignes == NULL)
    return;
  g_clear_pointer (&self->lignes, g_ptr_array_unref);
  self->lignes = lignes;
  if (self->stack != NULL)
    show_lignes (self);
}

void
pv_avis_externes_vue_refresh (PvAvisExternesVue *self)
{
  PvFiltre filtre;

  g_return_if_fail (PV_IS_AVIS_EXTERNES_VUE (self));

  pv_reading_renew (&self->cancellable);
  filtre = pv_context_get_filtre (self->context);
  pv_context_query_async (self->context, load, g_memdup2 (&filtre, sizeof filtre), g_free,
                          (GDestroyNotify)g_ptr_array_unref, self->cancellable, loaded_cb,
                          g_object_ref (self));
}

/* --- actions --------------------------------------------------------------------------------- */

static void
filtre_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvAvisExternesVue *self = PV_AVIS_EXTERNES_VUE (widget);

  for (guint i = 0; i < N_FILTRES; i++)
    if (g_str_equal (filtres[i].id, g_variant_get_string (parameter, NULL)))
      gtk_toggle_button_set_active (self->buttons[i], TRUE);
}

static void
toggled_cb (PvAvisExternesVue *self, GtkToggleButton *button)
{
  if (!gtk_toggle_button_get_active (button) || self->lignes == NULL)
    return;
  self->filtre = (Filtre)pv_toggles_find (self->buttons, N_FILTRES, button);
  show_lignes (self);
}

typedef struct
{
  GArray *ids;
  const char *jour;
} Reminder;

static gboolean
write_reminder (PvDb *db, gpointer data, GError **error)
{
  const Reminder *reminder = data;

  return pv_avis_externe_relancer (db, (const gint64 *)(const void *)reminder->ids->data,
                                   reminder->ids->len, reminder->jour, error);
}

static void
relancer_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvAvisExternesVue *self = PV_AVIS_EXTERNES_VUE (widget);
  g_autoptr (GPtrArray) items = pv_selection_list (self->selection, FALSE);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree char *jour = pv_context_get_today (self->context);
  g_autofree char *label = NULL;
  g_autoptr (GError) error = NULL;
  Reminder reminder = { ids, jour };

  for (guint i = 0; i < items->len; i++)
    if (pv_avis_externe_item_get_etat (items->pdata[i]) != PV_AVIS_EXTERNE_REPONDU)
      g_array_append_val (ids, pv_avis_externe_item_get_avis (items->pdata[i])->id);
  if (ids->len == 0)
    {
      gtk_widget_activate_action (widget, "win.toast", "s",
                                  _ ("All that is selected is answered: nobody is to remind."));
      return;
    }
  label = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u avis", "%u avis", ids->len), ids->len);
  if (!pv_context_act (self->context, "avis-externe-remind", label, write_reminder, &reminder,
                       &error))
    gtk_widget_activate_action (widget, "win.toast", "s", error->message);
}

/* --- copies ---------------------------------------------------------------------------------- */

static const char *
get_title (int colonne)
{
  return pv_avis_colonne_get_title ((PvAvisColonne)colonne);
}

static char *
dup_text (gpointer item, int colonne)
{
  return pv_avis_externe_item_dup_text (item, (PvAvisColonne)colonne);
}

static const PvCopieColonnes colonnes = { PV_N_AVIS_COLONNES, get_title, dup_text };

static void
copier_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GPtrArray) items = pv_selection_list (PV_AVIS_EXTERNES_VUE (widget)->selection, TRUE);

  pv_copie_give_items (widget, &colonnes, items);
}

void
pv_avis_externes_vue_export_to (PvAvisExternesVue *self, GFile *file)
{
  g_autoptr (GPtrArray) items = NULL;

  g_return_if_fail (PV_IS_AVIS_EXTERNES_VUE (self));
  g_return_if_fail (G_IS_FILE (file));

  items = pv_selection_list (self->selection, TRUE);
  pv_save_items (GTK_WIDGET (self), self->context, file, _ (filtres[self->filtre].label), &colonnes,
                 items);
}

static void
save_cb (GtkWidget *widget, GFile *file)
{
  pv_avis_externes_vue_export_to (PV_AVIS_EXTERNES_VUE (widget), file);
}

static void
exporter_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  pv_save_ask (widget, _ ("Export the Avis of Services"), _ ("_Export"), "avis externes.xlsx",
               save_cb);
}

static void
activate_cb (PvAvisExternesVue *self, guint position)
{
  g_autoptr (PvAvisExterneItem) item = g_list_model_get_item (G_LIST_MODEL (self->store), position);

  if (item != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-dossier", "x",
                                pv_avis_externe_item_get_avis (item)->dossier_id);
}

/* --- the object ------------------------------------------------------------------------------ */

static void
pv_avis_externes_vue_dispose (GObject *object)
{
  PvAvisExternesVue *self = PV_AVIS_EXTERNES_VUE (object);

  pv_reading_stop (&self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), PV_TYPE_AVIS_EXTERNES_VUE);
  g_clear_object (&self->selection);
  g_clear_object (&self->store);
  g_clear_object (&self->context);
  g_clear_pointer (&self->lignes, g_ptr_array_unref);

  G_OBJECT_CLASS (pv_avis_externes_vue_parent_class)->dispose (object);
}

static void
pv_avis_externes_vue_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_CONTEXT)
    g_value_set_object (value, PV_AVIS_EXTERNES_VUE (object)->context);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
pv_avis_externes_vue_set_property (GObject *object,
                                   guint id,
                                   const GValue *value,
                                   GParamSpec *pspec)
{
  if (id == PROP_CONTEXT)
    PV_AVIS_EXTERNES_VUE (object)->context = g_value_dup_object (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, PvAvisExternesVue, stack);
  gtk_widget_class_bind_template_child (widget_class, PvAvisExternesVue, view);
  gtk_widget_class_bind_template_child (widget_class, PvAvisExternesVue, empty);
  for (guint i = 0; i < N_FILTRES; i++)
    gtk_widget_class_bind_template_child_full (
        widget_class, filtres[i].id, FALSE,
        (gssize)(G_STRUCT_OFFSET (PvAvisExternesVue, buttons) + i * sizeof (gpointer)));
  gtk_widget_class_bind_template_callback (widget_class, toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
pv_avis_externes_vue_class_init (PvAvisExternesVueClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = pv_avis_externes_vue_dispose;
  object_class->get_property = pv_avis_externes_vue_get_property;
  object_class->set_property = pv_avis_externes_vue_set_property;
  properties[PROP_CONTEXT] =
      g_param_spec_object ("context", NULL, NULL, PV_TYPE_CONTEXT,
                           G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (PV_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/progville/Progville/avis/pv-avis-externes-vue.ui");
  bind_children (widget_class);
  gtk_widget_class_install_action (widget_class, "avis.filtre", "s", filtre_cb);
  gtk_widget_class_install_action (widget_class, "avis.relancer", NULL, relancer_cb);
  gtk_widget_class_install_action (widget_class, "avis.copier", NULL, copier_cb);
  gtk_widget_class_install_action (widget_class, "avis.exporter", NULL, exporter_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "avis.copier",
                                       NULL);
}

static void
pv_avis_externes_vue_init (PvAvisExternesVue *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->store = g_list_store_new (PV_TYPE_AVIS_EXTERNE_ITEM);
  self->selection = gtk_multi_selection_new (G_LIST_MODEL (g_object_ref (self->store)));
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  pv_avis_colonnes_add (self->view);
  g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (update_actions), self,
                           G_CONNECT_SWAPPED);
}
