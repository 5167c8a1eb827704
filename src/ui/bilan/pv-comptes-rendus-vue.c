/* pv-comptes-rendus-vue.c: the comptes rendus that are expected, and those to remind
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bilan/pv-comptes-rendus-vue.h"

#include <glib/gi18n.h>

#include "bilan/pv-comptes-rendus-colonnes.h"
#include "bilan/pv-comptes-rendus-vue-private.h"
#include "context/pv-reading.h"
#include "dossier/pv-wrap-layout.h"
#include "pv-text.h"
#include "widget/pv-drop-down.h"
#include "widget/pv-toggles.h"

enum
{
  PROP_CONTEXT = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (PvComptesRendusVue, pv_comptes_rendus_vue, ADW_TYPE_BIN)

/* --- reading --------------------------------------------------------------------------------- */

typedef struct
{
  GPtrArray *lignes;
  GPtrArray *financeurs;
} Answer;

static void
answer_free (gpointer data)
{
  Answer *answer = data;

  g_clear_pointer (&answer->lignes, g_ptr_array_unref);
  g_clear_pointer (&answer->financeurs, g_ptr_array_unref);
  g_free (answer);
}

static gpointer
load (PvDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  Answer *answer = g_new0 (Answer, 1);

  answer->lignes = pv_bilan_suivi_list (db, data, error);
  answer->financeurs = answer->lignes != NULL ? pv_bilan_suivi_list_financeurs (db, error) : NULL;
  if (answer->financeurs == NULL)
    g_clear_pointer (&answer, answer_free);

  return answer;
}

static int
compare_years (gconstpointer a, gconstpointer b)
{
  gint64 x = *(const gint64 *)a, y = *(const gint64 *)b;

  return (x < y) - (x > y);
}

static void
fill_exercices (PvComptesRendusVue *self)
{
  g_autoptr (GPtrArray) items = pv_choice_items_new ();

  if (self->exercices->len == 0 || self->financeur_id == PV_INT_NULL)
    {
      g_array_set_size (self->exercices, 0);
      for (guint i = 0; i < self->lignes->len; i++)
        {
          gint64 year = ((const PvBilanLigne *)self->lignes->pdata[i])->exercice;
          gboolean known = FALSE;

          for (guint j = 0; !known && j < self->exercices->len; j++)
            known = g_array_index (self->exercices, gint64, j) == year;
          if (!known)
            g_array_append_val (self->exercices, year);
        }
      g_array_sort (self->exercices, compare_years);
    }
  pv_choice_add (items, PV_INT_NULL, _ ("All years"), NULL);
  for (guint i = 0; i < self->exercices->len; i++)
    {
      gint64 year = g_array_index (self->exercices, gint64, i);
      g_autofree char *label = g_strdup_printf ("%d", (int)year);

      pv_choice_add (items, year, label, NULL);
    }
  pv_drop_down_show (self->exercice_choice, items, self->exercice);
}

static void
fill_financeurs (PvComptesRendusVue *self, const GPtrArray *financeurs)
{
  g_autoptr (GPtrArray) items = pv_choice_items_new ();

  pv_choice_add (items, PV_INT_NULL, _ ("All funders"), NULL);
  for (guint i = 0; i < financeurs->len; i++)
    {
      const PvBilanFinanceur *financeur = financeurs->pdata[i];

      pv_choice_add (items, financeur->id, financeur->nom, NULL);
    }
  pv_drop_down_show (self->financeur_choice, items, self->financeur_id);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PvComptesRendusVue) self = user_data;
  Answer *answer = pv_reading_finish (source, result, GTK_WIDGET (self));

  if (answer == NULL)
    return;
  g_clear_pointer (&self->lignes, g_ptr_array_unref);
  self->lignes = g_steal_pointer (&answer->lignes);
  if (self->stack != NULL)
    {
      self->filling = TRUE;
      fill_exercices (self);
      fill_financeurs (self, answer->financeurs);
      self->filling = FALSE;
      pv_comptes_rendus_vue_show (self);
    }
  answer_free (answer);
}

void
pv_comptes_rendus_vue_refresh (PvComptesRendusVue *self)
{
  PvBilanFiltre filtre = PV_BILAN_FILTRE_TOUT;

  g_return_if_fail (PV_IS_COMPTES_RENDUS_VUE (self));

  filtre.financeur_id = self->financeur_id;
  pv_reading_renew (&self->cancellable);
  pv_context_query_async (self->context, load, g_memdup2 (&filtre, sizeof filtre), g_free,
                          answer_free, self->cancellable, loaded_cb, g_object_ref (self));
}

/* --- filters --------------------------------------------------------------------------------- */

static void
filtre_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvComptesRendusVue *self = PV_COMPTES_RENDUS_VUE (widget);

  for (int i = 0; i < PV_N_CRF_FILTRES; i++)
    if (g_str_equal (pv_crf_filtre_get_id ((PvCrfFiltre)i), g_variant_get_string (parameter, NULL)))
      gtk_toggle_button_set_active (self->buttons[i], TRUE);
}

static void
toggled_cb (PvComptesRendusVue *self, GtkToggleButton *button)
{
  if (!gtk_toggle_button_get_active (button))
    return;
  self->filtre = (PvCrfFiltre)pv_toggles_find (self->buttons, PV_N_CRF_FILTRES, button);
  if (self->lignes != NULL)
    pv_comptes_rendus_vue_show (self);
}

static void
porteurs_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkToggleButton *button = PV_COMPTES_RENDUS_VUE (widget)->porteurs_button;

  gtk_toggle_button_set_active (button, !gtk_toggle_button_get_active (button));
}

static void
grouped_cb (PvComptesRendusVue *self)
{
  if (self->lignes != NULL)
    pv_comptes_rendus_vue_show (self);
}

static void
exercice_cb (PvComptesRendusVue *self)
{
  if (self->filling)
    return;
  self->exercice = pv_drop_down_get_key (self->exercice_choice);
  pv_comptes_rendus_vue_show (self);
}

static void
financeur_cb (PvComptesRendusVue *self)
{
  if (self->filling)
    return;
  self->financeur_id = pv_drop_down_get_key (self->financeur_choice);
  pv_comptes_rendus_vue_refresh (self);
}

void
pv_comptes_rendus_vue_search (PvComptesRendusVue *self, const char *text)
{
  g_autofree char *folded = pv_text_fold (text);

  g_return_if_fail (PV_IS_COMPTES_RENDUS_VUE (self));

  g_strfreev (self->words);
  self->words = *folded != '\0' ? g_strsplit (folded, " ", -1) : NULL;
  if (self->lignes != NULL)
    pv_comptes_rendus_vue_show (self);
}

void
pv_comptes_rendus_vue_show_detail (PvComptesRendusVue *self, const char *detail)
{
  g_auto (GStrv) parts = NULL;

  g_return_if_fail (PV_IS_COMPTES_RENDUS_VUE (self));
  g_return_if_fail (detail != NULL);

  parts = g_strsplit (detail, "/", 2);
  if (parts[0] == NULL)
    return;
  g_clear_pointer (&self->words, g_strfreev);
  self->exercice = PV_INT_NULL;
  self->financeur_id = PV_INT_NULL;
  if (parts[1] != NULL && g_ascii_isdigit (*parts[1]))
    self->exercice = g_ascii_strtoll (parts[1], NULL, 10);
  gtk_toggle_button_set_active (self->porteurs_button, g_strcmp0 (parts[1], "porteurs") == 0);
  gtk_widget_activate_action (GTK_WIDGET (self), "crf.filtre", "s", parts[0]);
  pv_comptes_rendus_vue_refresh (self);
}

static void
activate_cb (PvComptesRendusVue *self, guint position)
{
  g_autoptr (PvCompteRenduItem) item =
      g_list_model_get_item (G_LIST_MODEL (self->selection), position);
  const PvBilanLigne *ligne = item != NULL ? pv_compte_rendu_item_get_nth (item, 0) : NULL;

  if (ligne == NULL)
    return;
  if (pv_compte_rendu_item_get_n (item) > 1)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-organisme", "x", ligne->porteur_id);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-dossier", "x", ligne->dossier_id);
}

/* --- the object ------------------------------------------------------------------------------ */

static void
pv_comptes_rendus_vue_dispose (GObject *object)
{
  PvComptesRendusVue *self = PV_COMPTES_RENDUS_VUE (object);

  pv_reading_stop (&self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), PV_TYPE_COMPTES_RENDUS_VUE);
  g_clear_object (&self->selection);
  g_clear_object (&self->store);
  g_clear_object (&self->context);
  g_clear_pointer (&self->lignes, g_ptr_array_unref);
  g_clear_pointer (&self->exercices, g_array_unref);
  g_clear_pointer (&self->words, g_strfreev);

  G_OBJECT_CLASS (pv_comptes_rendus_vue_parent_class)->dispose (object);
}

static void
pv_comptes_rendus_vue_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_CONTEXT)
    g_value_set_object (value, PV_COMPTES_RENDUS_VUE (object)->context);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
pv_comptes_rendus_vue_set_property (GObject *object,
                                    guint id,
                                    const GValue *value,
                                    GParamSpec *pspec)
{
  if (id == PROP_CONTEXT)
    PV_COMPTES_RENDUS_VUE (object)->context = g_value_dup_object (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
#define BIND(child) gtk_widget_class_bind_template_child (widget_class, PvComptesRendusVue, child)
  BIND (stack);
  BIND (view);
  BIND (empty);
  BIND (porteurs_button);
  BIND (exercice_choice);
  BIND (financeur_choice);
  BIND (totals);
  BIND (travail);
#undef BIND
  for (int i = 0; i < PV_N_CRF_FILTRES; i++)
    gtk_widget_class_bind_template_child_full (
        widget_class, pv_crf_filtre_get_id ((PvCrfFiltre)i), FALSE,
        (gssize)(G_STRUCT_OFFSET (PvComptesRendusVue, buttons) + (gsize)i * sizeof (gpointer)));
  gtk_widget_class_bind_template_callback (widget_class, toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, grouped_cb);
  gtk_widget_class_bind_template_callback (widget_class, exercice_cb);
  gtk_widget_class_bind_template_callback (widget_class, financeur_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
pv_comptes_rendus_vue_class_init (PvComptesRendusVueClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = pv_comptes_rendus_vue_dispose;
  object_class->get_property = pv_comptes_rendus_vue_get_property;
  object_class->set_property = pv_comptes_rendus_vue_set_property;
  properties[PROP_CONTEXT] =
      g_param_spec_object ("context", NULL, NULL, PV_TYPE_CONTEXT,
                           G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (PV_TYPE_TRAVAIL);
  g_type_ensure (PV_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/progville/Progville/bilan/pv-comptes-rendus-vue.ui");
  bind_children (widget_class);
  gtk_widget_class_install_action (widget_class, "crf.filtre", "s", filtre_cb);
  gtk_widget_class_install_action (widget_class, "crf.porteurs", NULL, porteurs_cb);
  pv_comptes_rendus_vue_install_actes (widget_class);
}

static void
pv_comptes_rendus_vue_init (PvComptesRendusVue *self)
{
  GtkSortListModel *sorted;

  self->financeur_id = self->exercice = PV_INT_NULL;
  self->exercices = g_array_new (FALSE, FALSE, sizeof (gint64));
  gtk_widget_init_template (GTK_WIDGET (self));
  self->store = g_list_store_new (PV_TYPE_COMPTE_RENDU_ITEM);
  pv_comptes_rendus_colonnes_add (self->view);
  sorted = gtk_sort_list_model_new (G_LIST_MODEL (g_object_ref (self->store)),
                                    g_object_ref (gtk_column_view_get_sorter (self->view)));
  self->selection = gtk_multi_selection_new (G_LIST_MODEL (sorted));
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (self->selection, "selection-changed",
                           G_CALLBACK (pv_comptes_rendus_vue_update_actes), self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
pv_comptes_rendus_vue_new (PvContext *context)
{
  return g_object_new (PV_TYPE_COMPTES_RENDUS_VUE, "context", context, NULL);
}
