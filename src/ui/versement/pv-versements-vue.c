/* pv-versements-vue.c: what is notified, paid and due, and paying it
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "versement/pv-versements-vue.h"

#include <glib/gi18n.h>

#include "context/pv-reading.h"
#include "dossier/pv-wrap-layout.h"
#include "versement/pv-versement-columns.h"
#include "versement/pv-versement-copie.h"
#include "versement/pv-versement-dialog.h"
#include "versement/pv-versement-liste.h"
#include "versement/pv-versement-pane.h"
#include "widget/pv-amount-label.h"
#include "widget/pv-drop-down.h"
#include "widget/pv-format.h"
#include "widget/pv-selection.h"
#include "widget/pv-toggles.h"

#define PANE_KEY "versements-historique"

typedef struct
{
  GtkWidget *bar;
  GtkLabel *count;
  PvAmountLabel *notifie;
  PvAmountLabel *verse;
  PvAmountLabel *reste;
  PvAmountLabel *trop_percu;
  GtkWidget *trop_percu_box;
} Totals;

struct _PvVersementsVue
{
  AdwBin parent_instance;

  PvContext *context;
  GCancellable *cancellable; /* of the read under way */
  PvVersementListe *liste;
  GtkMultiSelection *selection;
  PvVersementFiltre filtre;
  PvVersementTri tri;
  gboolean descendant;
  char *recherche;     /* (nullable) */
  gint64 financeur_id; /* PV_INT_NULL: all */

  GtkStack *stack;
  AdwStatusPage *empty;
  GtkColumnView *view;
  GtkDropDown *financeur;
  GtkToggleButton *buttons[PV_N_VERSEMENT_FILTRES];
  GtkToggleButton *pane_button;
  PvVersementPane *pane;
  GtkWidget *pane_box;
  Totals all;
  Totals selected;
};

enum
{
  PROP_CONTEXT = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* In the order of PvVersementFiltre. */
static const struct
{
  const char *id;
  const char *label;
  const char *empty;
} filtres[PV_N_VERSEMENT_FILTRES] = {
  { "tous", NC_ ("payments", "All"), N_ ("Nothing Is Notified Yet") },
  { "a-payer", N_ ("To pay"), N_ ("Nothing Is to Pay") },
  { "partiel", N_ ("Paid in part"), N_ ("Nothing Is Paid in Part") },
  { "en-retard", NC_ ("payments", "Late"), N_ ("No Payment Is Late") },
  { "solde", N_ ("Settled"), N_ ("Nothing Is Settled Yet") },
  { "trop-percu", N_ ("Overpaid"), N_ ("Nothing Is Overpaid") },
};

static const char *const button_names[PV_N_VERSEMENT_FILTRES] = {
  "tous_button",   "a_payer_button", "partiel_button",
  "retard_button", "solde_button",   "trop_percu_button"
};

G_DEFINE_FINAL_TYPE (PvVersementsVue, pv_versements_vue, ADW_TYPE_BIN)

/* --- totals -------------------------------------------------------------------------------- */

static const char *
get_label (guint filtre)
{
  return filtre == PV_VERSEMENT_FILTRE_TOUS || filtre == PV_VERSEMENT_FILTRE_EN_RETARD
             ? g_dpgettext2 (GETTEXT_PACKAGE, "payments", filtres[filtre].label)
             : _ (filtres[filtre].label);
}

static void
show_counts (PvVersementsVue *self, const gint64 *n)
{
  for (guint i = 0; i < PV_N_VERSEMENT_FILTRES; i++)
    pv_toggle_show_count (self->buttons[i], get_label (i), n[i]);
}

static void
show_totals (const Totals *self, const PvVersementTotaux *totaux, const char *words)
{
  gtk_label_set_text (self->count, words);
  pv_amount_label_set_cents (self->notifie, totaux->notifie_cents);
  pv_amount_label_set_cents (self->verse, totaux->verse_cents);
  pv_amount_label_set_cents (self->reste, totaux->reste_cents);
  pv_amount_label_set_cents (self->trop_percu, totaux->trop_percu_cents);
  gtk_widget_set_visible (self->trop_percu_box, totaux->trop_percu_cents > 0);
}

static void
show_all_totals (PvVersementsVue *self, const PvVersementTotaux *totaux)
{
  g_autofree char *n = pv_count_to_text (totaux->n);
  g_autofree char *words = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%s financement", "%s financements", (gulong)totaux->n), n);

  show_totals (&self->all, totaux, words);
}

/* --- selection ----------------------------------------------------------------------------- */

static GtkBitset *
get_selection (PvVersementsVue *self)
{
  return gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
}

static const PvVersementSuivi *
get_only (PvVersementsVue *self)
{
  g_autoptr (GtkBitset) selected = get_selection (self);

  return gtk_bitset_get_size (selected) == 1
             ? pv_versement_liste_get_suivi (self->liste, gtk_bitset_get_minimum (selected))
             : NULL;
}

/* (transfer full) (element-type PvVersementSuivi) */
static GArray *
dup_selected (PvVersementsVue *self)
{
  GArray *lignes = g_array_new (FALSE, FALSE, sizeof (PvVersementSuivi));
  g_autoptr (GtkBitset) selected = get_selection (self);
  GtkBitsetIter iter;
  guint position;

  for (gboolean more = gtk_bitset_iter_init_first (&iter, selected, &position); more;
       more = gtk_bitset_iter_next (&iter, &position))
    g_array_append_vals (lignes, pv_versement_liste_get_suivi (self->liste, position), 1);

  return lignes;
}

static void
show_selected_totals (PvVersementsVue *self, const GArray *lignes)
{
  PvVersementTotaux totaux = { 0 };
  g_autofree char *n = pv_count_to_text (lignes->len);
  g_autofree char *words =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s selected", "%s selected", lignes->len), n);

  for (guint i = 0; i < lignes->len; i++)
    pv_versement_totaux_add (&totaux, &g_array_index (lignes, PvVersementSuivi, i));
  show_totals (&self->selected, &totaux, words);
  gtk_widget_set_visible (self->selected.bar, lignes->len > 0);
}

static void
update_selection (PvVersementsVue *self)
{
  g_autoptr (GArray) lignes = dup_selected (self);
  const PvVersementSuivi *only = get_only (self);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->liste));

  show_selected_totals (self, lignes);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "versements.pay",
                                 lignes->len > 0 && pv_context_can_edit (self->context));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "versements.open", only != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "versements.copy", n > 0);
  pv_versement_pane_show (self->pane, only);
}

static gint64
get_key (GListModel *rows, guint position)
{
  return pv_versement_liste_get_suivi (PV_VERSEMENT_LISTE (rows), position)->financement_id;
}

/* --- payers -------------------------------------------------------------------------------- */

/* A payer that has nothing any more, in the exercice shown, is asked for no more: all are chosen,
 * and read. */
static gboolean
show_financeurs (PvVersementsVue *self, const GPtrArray *financeurs)
{
  g_autoptr (GPtrArray) items = pv_choice_items_new ();

  pv_choice_add (items, PV_INT_NULL, _ ("All the payers"), NULL);
  for (guint i = 0; i < financeurs->len; i++)
    {
      const PvVersementFinanceur *financeur = financeurs->pdata[i];

      pv_choice_add (items, financeur->id, financeur->nom, NULL);
    }

  return pv_drop_down_show (self->financeur, items, self->financeur_id);
}

static void
financeur_cb (PvVersementsVue *self)
{
  gint64 id = pv_drop_down_get_key (self->financeur);

  if (self->liste == NULL || id == self->financeur_id)
    return;
  self->financeur_id = id;
  pv_versements_vue_refresh (self);
}

/* --- reading ------------------------------------------------------------------------------- */

static void
show_part (PvVersementsVue *self)
{
  gboolean some = g_list_model_get_n_items (G_LIST_MODEL (self->liste)) > 0;
  gboolean searched = self->recherche != NULL || self->financeur_id != PV_INT_NULL;

  adw_status_page_set_title (self->empty,
                             searched ? _ ("No Payment Found") : _ (filtres[self->filtre].empty));
  adw_status_page_set_description (
      self->empty,
      searched ? _ ("No financement answers the payer, the state and the words that are asked.")
      : self->filtre == PV_VERSEMENT_FILTRE_TOUS
          ? _ ("A financement comes here once its payer notified an amount, or paid it. Payments"
               " can be imported from a table.")
          : _ ("Choose another state above."));
  gtk_stack_set_visible_child_name (self->stack, some ? "list" : "empty");
}

static gpointer
load (PvDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  return pv_versement_suivis_load (db, data, cancellable, error);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PvVersementsVue) self = user_data;
  g_autoptr (PvVersementSuivis) suivis = pv_reading_finish (source, result, GTK_WIDGET (self));
  g_autoptr (GArray) selected = NULL;

  if (suivis == NULL)
    return;
  if (self->stack == NULL)
    return;
  selected = pv_selection_dup_keys (self->selection, get_key);
  show_counts (self, suivis->n);
  show_all_totals (self, &suivis->totaux);
  if (!show_financeurs (self, suivis->financeurs))
    return;
  pv_row_list_take (PV_ROW_LIST (self->liste), g_steal_pointer (&suivis->lignes));
  pv_selection_select_keys (self->selection, get_key, selected);
  show_part (self);
  update_selection (self);
}

static PvVersementQuestion *
make_question (PvVersementsVue *self)
{
  PvFiltre filtre = pv_context_get_filtre (self->context);
  g_autofree char *today = pv_context_get_today (self->context);
  PvVersementQuestion *question = pv_versement_question_new (&filtre, today);

  question->financeur_id = self->financeur_id;
  question->etat = self->filtre;
  question->recherche = g_strdup (self->recherche);
  question->tri = self->tri;
  question->descendant = self->descendant;

  return question;
}

void
pv_versements_vue_refresh (PvVersementsVue *self)
{
  g_return_if_fail (PV_IS_VERSEMENTS_VUE (self));

  pv_reading_renew (&self->cancellable);
  pv_context_query_async (
      self->context, load, make_question (self), (GDestroyNotify)pv_versement_question_free,
      (GDestroyNotify)pv_versement_suivis_free, self->cancellable, loaded_cb, g_object_ref (self));
}

void
pv_versements_vue_search (PvVersementsVue *self, const char *text)
{
  g_autofree char *recherche = g_strstrip (g_strdup (text));

  g_return_if_fail (PV_IS_VERSEMENTS_VUE (self));

  if (g_strcmp0 (recherche, self->recherche != NULL ? self->recherche : "") == 0)
    return;
  g_free (self->recherche);
  self->recherche = *recherche != '\0' ? g_steal_pointer (&recherche) : NULL;
  pv_versements_vue_refresh (self);
}

static void
sorted_cb (PvVersementsVue *self)
{
  if (self->view != NULL &&
      pv_versement_columns_get_order (self->view, &self->tri, &self->descendant))
    pv_versements_vue_refresh (self);
}

/* --- actions ------------------------------------------------------------------------------- */

static void
filtre_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvVersementsVue *self = PV_VERSEMENTS_VUE (widget);
  const char *id = g_variant_get_string (parameter, NULL);

  for (guint i = 0; i < PV_N_VERSEMENT_FILTRES; i++)
    if (g_str_equal (filtres[i].id, id))
      gtk_toggle_button_set_active (self->buttons[i], TRUE);
}

static void
toggled_cb (PvVersementsVue *self, GtkToggleButton *button)
{
  if (!gtk_toggle_button_get_active (button) || self->liste == NULL)
    return;
  self->filtre = (PvVersementFiltre)pv_toggles_find (self->buttons, PV_N_VERSEMENT_FILTRES, button);
  pv_versements_vue_refresh (self);
}

static void
pay_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvVersementsVue *self = PV_VERSEMENTS_VUE (widget);
  g_autoptr (GArray) lignes = dup_selected (self);
  GtkRoot *root = gtk_widget_get_root (widget);

  gtk_window_present (GTK_WINDOW (pv_versement_dialog_new (
      self->context, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, lignes)));
}

static void
open_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const PvVersementSuivi *only = get_only (PV_VERSEMENTS_VUE (widget));

  if (only != NULL)
    gtk_widget_activate_action (widget, "win.open-dossier", "x", only->dossier_id);
}

static void
activate_cb (PvVersementsVue *self, guint position)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-dossier", "x",
                              pv_versement_liste_get_suivi (self->liste, position)->dossier_id);
}

/* The rows selected, else all of the list. */
static void
copy_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvVersementsVue *self = PV_VERSEMENTS_VUE (widget);
  g_autoptr (GArray) lignes = dup_selected (self);
  guint n = lignes->len == 0 ? g_list_model_get_n_items (G_LIST_MODEL (self->liste)) : 0;

  for (guint i = 0; i < n; i++)
    g_array_append_vals (lignes, pv_versement_liste_get_suivi (self->liste, i), 1);
  pv_versement_copie_give (self->context, g_steal_pointer (&lignes), widget);
}

static void
pane_cb (PvVersementsVue *self)
{
  gboolean shown = gtk_toggle_button_get_active (self->pane_button);

  gtk_widget_set_visible (self->pane_box, shown);
  if (self->context != NULL)
    g_settings_set_boolean (pv_context_get_file_settings (self->context), PANE_KEY, shown);
}

/* --- the object ---------------------------------------------------------------------------- */

static void
pv_versements_vue_constructed (GObject *object)
{
  PvVersementsVue *self = PV_VERSEMENTS_VUE (object);
  static const gint64 none[PV_N_VERSEMENT_FILTRES] = { 0 };

  G_OBJECT_CLASS (pv_versements_vue_parent_class)->constructed (object);

  pv_versement_pane_set_context (self->pane, self->context);
  gtk_toggle_button_set_active (
      self->pane_button,
      g_settings_get_boolean (pv_context_get_file_settings (self->context), PANE_KEY));
  gtk_widget_set_visible (self->pane_box, gtk_toggle_button_get_active (self->pane_button));
  self->liste = pv_versement_liste_new (self->context);
  self->selection = gtk_multi_selection_new (G_LIST_MODEL (g_object_ref (self->liste)));
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  pv_versement_columns_add (self->view);
  g_signal_connect_object (gtk_column_view_get_sorter (self->view), "changed",
                           G_CALLBACK (sorted_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (update_selection),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->context, "notify::can-edit", G_CALLBACK (update_selection), self,
                           G_CONNECT_SWAPPED);
  show_counts (self, none);
  update_selection (self);
}

static void
pv_versements_vue_dispose (GObject *object)
{
  PvVersementsVue *self = PV_VERSEMENTS_VUE (object);

  pv_reading_stop (&self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), PV_TYPE_VERSEMENTS_VUE);
  g_clear_object (&self->selection);
  g_clear_object (&self->liste);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (pv_versements_vue_parent_class)->dispose (object);
}

static void
pv_versements_vue_finalize (GObject *object)
{
  PvVersementsVue *self = PV_VERSEMENTS_VUE (object);

  g_free (self->recherche);

  G_OBJECT_CLASS (pv_versements_vue_parent_class)->finalize (object);
}

static void
pv_versements_vue_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_CONTEXT)
    g_value_set_object (value, PV_VERSEMENTS_VUE (object)->context);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
pv_versements_vue_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_CONTEXT)
    PV_VERSEMENTS_VUE (object)->context = g_value_dup_object (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

/* The list comes before its filters. */
static gboolean
pv_versements_vue_grab_focus (GtkWidget *widget)
{
  GtkWidget *view = GTK_WIDGET (PV_VERSEMENTS_VUE (widget)->view);

  return gtk_widget_get_mapped (view) && gtk_widget_grab_focus (view);
}

static void
bind_totals (GtkWidgetClass *widget_class, const char *prefix, gssize offset)
{
  static const struct
  {
    const char *name;
    gssize offset;
  } parts[] = {
    { "bar", G_STRUCT_OFFSET (Totals, bar) },
    { "count", G_STRUCT_OFFSET (Totals, count) },
    { "notifie", G_STRUCT_OFFSET (Totals, notifie) },
    { "verse", G_STRUCT_OFFSET (Totals, verse) },
    { "reste", G_STRUCT_OFFSET (Totals, reste) },
    { "trop_percu", G_STRUCT_OFFSET (Totals, trop_percu) },
    { "trop_percu_box", G_STRUCT_OFFSET (Totals, trop_percu_box) },
  };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *name = g_strdup_printf ("%s_%s", prefix, parts[i].name);

      gtk_widget_class_bind_template_child_full (widget_class, g_intern_string (name), FALSE,
                                                 offset + parts[i].offset);
    }
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, PvVersementsVue, stack);
  gtk_widget_class_bind_template_child (widget_class, PvVersementsVue, empty);
  gtk_widget_class_bind_template_child (widget_class, PvVersementsVue, view);
  gtk_widget_class_bind_template_child (widget_class, PvVersementsVue, financeur);
  gtk_widget_class_bind_template_child (widget_class, PvVersementsVue, pane_button);
  gtk_widget_class_bind_template_child (widget_class, PvVersementsVue, pane_box);
  gtk_widget_class_bind_template_child (widget_class, PvVersementsVue, pane);
  for (guint i = 0; i < PV_N_VERSEMENT_FILTRES; i++)
    gtk_widget_class_bind_template_child_full (widget_class, button_names[i], FALSE,
                                               G_STRUCT_OFFSET (PvVersementsVue, buttons) +
                                                   (gssize)(i * sizeof (gpointer)));
  bind_totals (widget_class, "all", G_STRUCT_OFFSET (PvVersementsVue, all));
  bind_totals (widget_class, "selected", G_STRUCT_OFFSET (PvVersementsVue, selected));
  gtk_widget_class_bind_template_callback (widget_class, toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, financeur_cb);
  gtk_widget_class_bind_template_callback (widget_class, pane_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
pv_versements_vue_class_init (PvVersementsVueClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = pv_versements_vue_constructed;
  object_class->dispose = pv_versements_vue_dispose;
  object_class->finalize = pv_versements_vue_finalize;
  object_class->get_property = pv_versements_vue_get_property;
  object_class->set_property = pv_versements_vue_set_property;
  widget_class->grab_focus = pv_versements_vue_grab_focus;

  properties[PROP_CONTEXT] =
      g_param_spec_object ("context", NULL, NULL, PV_TYPE_CONTEXT,
                           G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (PV_TYPE_AMOUNT_LABEL);
  g_type_ensure (PV_TYPE_VERSEMENT_PANE);
  g_type_ensure (PV_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/progville/Progville/versement/pv-versements-vue.ui");
  bind_children (widget_class);
  gtk_widget_class_install_action (widget_class, "versements.filtre", "s", filtre_cb);
  gtk_widget_class_install_action (widget_class, "versements.pay", NULL, pay_cb);
  gtk_widget_class_install_action (widget_class, "versements.open", NULL, open_cb);
  gtk_widget_class_install_action (widget_class, "versements.copy", NULL, copy_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "versements.pay", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "versements.copy",
                                       NULL);
}

static void
pv_versements_vue_init (PvVersementsVue *self)
{
  self->financeur_id = PV_INT_NULL;
  self->descendant = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
pv_versements_vue_new (PvContext *context)
{
  return g_object_new (PV_TYPE_VERSEMENTS_VUE, "context", context, NULL);
}
