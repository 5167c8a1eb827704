/* pv-dossiers-view.c: the list of dossiers with its totals
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dossier/pv-dossiers-view-private.h"

#include <glib/gi18n.h>

#include "appel/pv-appel-store.h"
#include "dossier/pv-dossier-peintre.h"
#include "widget/pv-selection.h"

#define KEY_STAGE "dossiers-stage"

enum
{
  PROP_CONTEXT = 1,
  PROP_ETAPE,
  PROP_CURRENT_ID,
  PROP_N_SELECTED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (PvDossiersView, pv_dossiers_view, ADW_TYPE_BIN)

/* --- what is shown ------------------------------------------------------------------------ */

static gboolean
has_appels (PvDossiersView *self)
{
  g_autoptr (GPtrArray) appels = pv_appel_store_list (pv_context_get_reader (self->context), NULL);

  return appels == NULL || appels->len > 0;
}

/* Why there is no row: which page of the stack says it. */
static const char *
explain_empty (PvDossiersView *self)
{
  if (!has_appels (self))
    return "no-appel";
  if (!pv_dossiers_view_is_filtered (self))
    return "empty";

  adw_status_page_set_description (self->none_page,
                                   pv_context_get_appel (self->context) == PV_INT_NULL
                                       ? _ ("No dossier of the file passes all the filters.")
                                       : _ ("No dossier of this call passes all the filters."));

  return "none";
}

/* Where nothing has it: keys go to the rows. */
static void
take_focus (PvDossiersView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (root != NULL && gtk_root_get_focus (root) == NULL &&
      gtk_widget_get_mapped (GTK_WIDGET (self->columns)))
    gtk_widget_grab_focus (GTK_WIDGET (self->columns));
}

static void
show_state (PvDossiersView *self)
{
  gboolean loading = pv_dossier_liste_is_loading (self->liste);
  gboolean empty = g_list_model_get_n_items (G_LIST_MODEL (self->liste)) == 0;
  g_autofree char *error = NULL;
  const char *page = "list";

  g_object_get (self->liste, "error", &error, NULL);
  if (error != NULL && empty)
    {
      g_autofree char *escaped = g_markup_escape_text (error, -1);

      adw_status_page_set_description (self->error_page, escaped);
      page = "error";
    }
  else if (empty && loading)
    page = "loading";
  else if (empty)
    page = explain_empty (self);

  gtk_spinner_set_spinning (self->spinner, g_str_equal (page, "loading"));
  gtk_stack_set_visible_child_name (self->stack, page);
  gtk_widget_set_visible (self->totals, g_str_equal (page, "list"));
  if (g_str_equal (page, "list"))
    take_focus (self);
}

static void
loading_cb (PvDossiersView *self)
{
  guint contents = pv_dossier_liste_get_contents (self->liste);

  show_state (self);
  if (!pv_dossier_liste_is_loading (self->liste) && self->summed != contents)
    {
      self->summed = contents;
      pv_dossiers_view_sum_list (self);
      pv_dossiers_view_sum_selection (self);
    }
}

/* --- selection ----------------------------------------------------------------------------- */

static void
set_current (PvDossiersView *self, gint64 id)
{
  if (self->current_id == id)
    return;
  self->current_id = id;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CURRENT_ID]);
}

/* The last row that was selected, or the only one left. */
static void
follow_selection (PvDossiersView *self, guint position, guint n_items)
{
  g_autoptr (GtkBitset) bitset =
      gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  guint n = (guint)gtk_bitset_get_size (bitset);

  if (n == 0)
    set_current (self, 0);
  else if (n == 1)
    set_current (self, pv_dossier_liste_get_id (self->liste, gtk_bitset_get_nth (bitset, 0)));
  else if (n_items == 1 && gtk_bitset_contains (bitset, position))
    set_current (self, pv_dossier_liste_get_id (self->liste, position));
  else if (!gtk_bitset_contains (bitset, pv_dossier_liste_find (self->liste, self->current_id)))
    set_current (self, pv_dossier_liste_get_id (self->liste, gtk_bitset_get_minimum (bitset)));

  if (n != self->n_selected)
    {
      self->n_selected = n;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_SELECTED]);
    }
}

static void
selection_changed_cb (PvDossiersView *self, guint position, guint n_items)
{
  if (self->kept != NULL)
    return; /* between two lists of rows */

  follow_selection (self, position, n_items);
  g_clear_pointer (&self->totaux_selection, g_free);
  pv_dossiers_view_sum_selection (self);
  pv_dossiers_view_show_selected (self);
}

static void
resetting_cb (PvDossiersView *self)
{
  if (self->kept == NULL)
    self->kept = pv_dossiers_view_dup_selected_ids (self);
}

static int
compare_ids_cb (gconstpointer a, gconstpointer b)
{
  gint64 left = *(const gint64 *)a;
  gint64 right = *(const gint64 *)b;

  return left < right ? -1 : left > right;
}

/* The same dossiers, wherever they are now. */
static void
spliced_cb (PvDossiersView *self)
{
  g_autoptr (GArray) kept = g_steal_pointer (&self->kept);
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GtkBitset) bitset = NULL;
  g_autoptr (GtkBitset) all = NULL;

  if (kept == NULL || kept->len == 0)
    return;

  bitset = gtk_bitset_new_empty ();
  ids = pv_dossier_liste_dup_ids (self->liste);
  all = gtk_bitset_new_range (0, ids->len);
  g_array_sort (kept, compare_ids_cb);
  for (guint i = 0; i < ids->len; i++)
    if (g_array_binary_search (kept, &g_array_index (ids, gint64, i), compare_ids_cb, NULL))
      gtk_bitset_add (bitset, i);
  gtk_selection_model_set_selection (GTK_SELECTION_MODEL (self->selection), bitset, all);
  selection_changed_cb (self, 0, 0); /* the same places may hold other dossiers */
}

static void
reset_cb (PvDossiersView *self)
{
  if (self->kept != NULL)
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scrolled), 0);
  spliced_cb (self);
}

/* Rows that leave take their selection with them, and GTK does not say so. */
static void
items_changed_cb (PvDossiersView *self, guint position, guint removed, guint added)
{
  if (removed > 0 && self->n_selected > 0)
    selection_changed_cb (self, 0, 0);
}

static void
activate_cb (PvDossiersView *self, guint position)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-dossier", "x",
                              pv_dossier_liste_get_id (self->liste, position));
}

static void
follow_scroll_cb (PvDossiersView *self)
{
  pv_dossiers_totaux_follow (self->filtered);
  pv_dossiers_totaux_follow (self->selected);
}

/* The list is wider or narrower, and columns that expand with it. */
static void
follow_width_cb (PvDossiersView *self)
{
  pv_dossier_peintre_follow (self->columns, FALSE);
}

static gboolean
query_tooltip_cb (GtkWidget *columns, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  g_autofree char *text =
      keyboard ? NULL : pv_dossier_peintre_dup_tooltip (GTK_COLUMN_VIEW (columns), x, y);

  gtk_tooltip_set_text (tooltip, text);

  return text != NULL;
}

/* --- the widget ------------------------------------------------------------------------------- */

static void
set_etape (PvDossiersView *self, PvEtape etape)
{
  if (pv_dossier_liste_get_etape (self->liste) == etape)
    return;
  pv_dossier_liste_set_etape (self->liste, etape);
  g_settings_set_string (pv_context_get_file_settings (self->context), KEY_STAGE,
                         pv_etape_to_id (etape));
  pv_dossiers_view_show_filtered (self);
  pv_dossiers_view_show_selected (self);
  pv_dossiers_view_complete_sums (self);
  pv_dossiers_view_size_columns (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ETAPE]);
}

static void
pv_dossiers_view_constructed (GObject *object)
{
  PvDossiersView *self = PV_DOSSIERS_VIEW (object);
  g_autofree char *stage = NULL;
  PvEtape etape = PV_ETAPE_PROPOSE;

  G_OBJECT_CLASS (pv_dossiers_view_parent_class)->constructed (object);
  g_assert (self->context != NULL);

  self->liste = pv_dossier_liste_new (self->context);
  stage = g_settings_get_string (pv_context_get_file_settings (self->context), KEY_STAGE);
  if (pv_etape_from_id (stage, &etape))
    pv_dossier_liste_set_etape (self->liste, etape);
  self->selection = gtk_multi_selection_new (G_LIST_MODEL (g_object_ref (self->liste)));
  g_signal_connect_object (self->liste, "notify::loading", G_CALLBACK (loading_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->liste, "resetting", G_CALLBACK (resetting_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->liste, "reset", G_CALLBACK (reset_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->liste, "spliced", G_CALLBACK (spliced_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (selection_changed_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "items-changed", G_CALLBACK (items_changed_cb), self,
                           G_CONNECT_SWAPPED);

  pv_dossiers_view_add_columns (self);
  gtk_column_view_set_model (self->columns, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (gtk_scrolled_window_get_hadjustment (self->scrolled), "value-changed",
                           G_CALLBACK (follow_scroll_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_scrolled_window_get_hadjustment (self->scrolled), "changed",
                           G_CALLBACK (follow_width_cb), self, G_CONNECT_SWAPPED);
  pv_dossiers_view_restore_sort (self);
  pv_dossiers_view_show_filtered (self);
  pv_dossiers_view_show_selected (self);
}

/* The size of text changed: CSS knows it before the settings say it. */
static void
pv_dossiers_view_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  PvDossiersView *self = PV_DOSSIERS_VIEW (widget);

  GTK_WIDGET_CLASS (pv_dossiers_view_parent_class)->css_changed (widget, change);
  if (self->of[0] != NULL)
    pv_dossiers_view_size_columns (self);
}

/* The rows, and not the headers of the columns; those that are being read take it as they come. */
static gboolean
pv_dossiers_view_grab_focus (GtkWidget *widget)
{
  PvDossiersView *self = PV_DOSSIERS_VIEW (widget);

  return g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "loading") == 0 ||
         (gtk_widget_get_mapped (GTK_WIDGET (self->columns)) &&
          gtk_widget_grab_focus (GTK_WIDGET (self->columns)));
}

static void
pv_dossiers_view_dispose (GObject *object)
{
  PvDossiersView *self = PV_DOSSIERS_VIEW (object);

  pv_dossiers_view_stop_sums (self);
  pv_dossiers_view_drop_columns (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), PV_TYPE_DOSSIERS_VIEW);
  g_clear_object (&self->selection);
  g_clear_object (&self->liste);

  G_OBJECT_CLASS (pv_dossiers_view_parent_class)->dispose (object);
}

static void
pv_dossiers_view_finalize (GObject *object)
{
  PvDossiersView *self = PV_DOSSIERS_VIEW (object);

  g_clear_object (&self->context);
  g_clear_object (&self->actions);
  g_clear_object (&self->columns_menu);
  g_clear_pointer (&self->kept, g_array_unref);
  g_free (self->totaux);
  g_free (self->totaux_selection);

  G_OBJECT_CLASS (pv_dossiers_view_parent_class)->finalize (object);
}

static void
pv_dossiers_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  PvDossiersView *self = PV_DOSSIERS_VIEW (object);

  switch (id)
    {
    case PROP_CONTEXT:
      g_value_set_object (value, self->context);
      break;
    case PROP_ETAPE:
      g_value_set_int (value, (int)pv_dossier_liste_get_etape (self->liste));
      break;
    case PROP_CURRENT_ID:
      g_value_set_int64 (value, self->current_id);
      break;
    case PROP_N_SELECTED:
      g_value_set_uint (value, self->n_selected);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
pv_dossiers_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  PvDossiersView *self = PV_DOSSIERS_VIEW (object);

  switch (id)
    {
    case PROP_CONTEXT:
      self->context = g_value_dup_object (value);
      break;
    case PROP_ETAPE:
      set_etape (self, (PvEtape)g_value_get_int (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
install_properties (GObjectClass *object_class)
{
  properties[PROP_CONTEXT] =
      g_param_spec_object ("context", NULL, NULL, PV_TYPE_CONTEXT,
                           G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_ETAPE] =
      g_param_spec_int ("etape", NULL, NULL, 0, PV_N_ETAPES - 1, PV_ETAPE_PROPOSE,
                        G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_CURRENT_ID] =
      g_param_spec_int64 ("current-id", NULL, NULL, G_MININT64, G_MAXINT64, 0,
                          G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_N_SELECTED] = g_param_spec_uint ("n-selected", NULL, NULL, 0, G_MAXUINT, 0,
                                                   G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
pv_dossiers_view_class_init (PvDossiersViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (PV_TYPE_DOSSIERS_TOTAUX);
  object_class->constructed = pv_dossiers_view_constructed;
  object_class->dispose = pv_dossiers_view_dispose;
  object_class->finalize = pv_dossiers_view_finalize;
  object_class->get_property = pv_dossiers_view_get_property;
  object_class->set_property = pv_dossiers_view_set_property;
  widget_class->css_changed = pv_dossiers_view_css_changed;
  widget_class->grab_focus = pv_dossiers_view_grab_focus;
  install_properties (object_class);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/progville/Progville/dossier/pv-dossiers-view.ui");
  gtk_widget_class_bind_template_child (widget_class, PvDossiersView, columns);
  gtk_widget_class_bind_template_child (widget_class, PvDossiersView, error_page);
  gtk_widget_class_bind_template_child (widget_class, PvDossiersView, filtered);
  gtk_widget_class_bind_template_child (widget_class, PvDossiersView, none_page);
  gtk_widget_class_bind_template_child (widget_class, PvDossiersView, scrolled);
  gtk_widget_class_bind_template_child (widget_class, PvDossiersView, selected);
  gtk_widget_class_bind_template_child (widget_class, PvDossiersView, spinner);
  gtk_widget_class_bind_template_child (widget_class, PvDossiersView, stack);
  gtk_widget_class_bind_template_child (widget_class, PvDossiersView, totals);
}

static void
pv_dossiers_view_init (PvDossiersView *self)
{
  self->actions = g_simple_action_group_new ();
  self->columns_menu = g_menu_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "liste", G_ACTION_GROUP (self->actions));
  g_signal_connect_object (self->columns, "activate", G_CALLBACK (activate_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect (self->columns, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
  pv_dossiers_totaux_set_view (self->filtered, self->columns);
  pv_dossiers_totaux_set_view (self->selected, self->columns);
}

GtkWidget *
pv_dossiers_view_new (PvContext *context)
{
  g_return_val_if_fail (PV_IS_CONTEXT (context), NULL);

  return g_object_new (PV_TYPE_DOSSIERS_VIEW, "context", context, NULL);
}

PvDossierListe *
pv_dossiers_view_get_liste (PvDossiersView *self)
{
  g_return_val_if_fail (PV_IS_DOSSIERS_VIEW (self), NULL);

  return self->liste;
}

GtkSelectionModel *
pv_dossiers_view_get_selection (PvDossiersView *self)
{
  g_return_val_if_fail (PV_IS_DOSSIERS_VIEW (self), NULL);

  return GTK_SELECTION_MODEL (self->selection);
}

static gint64
get_id (GListModel *rows, guint position)
{
  return pv_dossier_liste_get_id (PV_DOSSIER_LISTE (rows), position);
}

GArray *
pv_dossiers_view_dup_selected_ids (PvDossiersView *self)
{
  g_return_val_if_fail (PV_IS_DOSSIERS_VIEW (self), g_array_new (FALSE, FALSE, sizeof (gint64)));

  return pv_selection_dup_keys (self->selection, get_id);
}

static GtkWidget *
find_list (PvDossiersView *self)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->columns)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_LIST_BASE (child))
      return child;

  return NULL;
}

gboolean
pv_dossiers_view_show (PvDossiersView *self, gint64 id)
{
  guint position;

  g_return_val_if_fail (PV_IS_DOSSIERS_VIEW (self), FALSE);

  position = pv_dossier_liste_find (self->liste, id);
  if (position == GTK_INVALID_LIST_POSITION)
    return FALSE;
  pv_dossier_liste_complete (self->liste);
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), position, TRUE);
  gtk_widget_activate_action (find_list (self), "list.scroll-to-item", "u", position);

  return TRUE;
}

const PvDossierTotaux *
pv_dossiers_view_get_totaux (PvDossiersView *self)
{
  g_return_val_if_fail (PV_IS_DOSSIERS_VIEW (self), NULL);

  return self->totaux;
}

void
pv_dossiers_view_refresh (PvDossiersView *self)
{
  g_return_if_fail (PV_IS_DOSSIERS_VIEW (self));

  pv_dossier_liste_refresh (self->liste);
}
