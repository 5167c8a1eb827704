/* pv-dossiers-view.c: the list of dossiers with its totals
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dossier/pv-dossiers-view.h"

#include <glib/gi18n.h>
#include <inttypes.h>
#include <string.h>

#include "dossier/pv-dossiers-colonnes.h"
#include "dossier/pv-dossiers-totaux.h"
#include "widget/pv-format.h"

#define KEY_COLUMNS "dossiers-columns"
#define KEY_WIDTHS "dossiers-widths"
#define KEY_SORT "dossiers-sort"
#define KEY_STAGE "dossiers-stage"

/* Width of a digit of the text the widths of columns are thought for, in Pango units. */
#define USUAL_DIGIT (8.0 * PANGO_SCALE)

struct _PvDossiersView
{
  AdwBin parent_instance;

  PvContext *context;
  PvDossierListe *liste;
  GtkMultiSelection *selection;
  GtkStack *stack;
  GtkSpinner *spinner;
  GtkScrolledWindow *scrolled;
  GtkColumnView *columns;
  GtkWidget *totals;
  PvDossiersTotaux *filtered;
  PvDossiersTotaux *selected;
  AdwStatusPage *error_page;

  GSimpleActionGroup *actions; /* `liste.` */
  GMenu *columns_menu;
  GtkColumnViewColumn *of[PV_N_DOSSIER_COLONNES]; /* those not visible are not in the view */
  PvDossierColonne asked;                         /* the first column a sort asked for */
  gboolean sizing;                                /* widths are ours, not the user's */
  guint save_id;

  GCancellable *summing; /* sums of the list */
  GCancellable *summing_selection;
  PvDossierTotaux *totaux;
  PvDossierTotaux *totaux_selection;
  guint summed;   /* contents of the list that the totals are of */
  gint64 n_total; /* dossiers of the appel, whatever the filter */
  GArray *kept;   /* of keys: the selection, while the rows are replaced */
  gint64 current_id;
  guint n_selected;
};

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

/* --- totals ---------------------------------------------------------------------------- */

static double
get_scale (PvDossiersView *self)
{
  PangoContext *pango = gtk_widget_get_pango_context (GTK_WIDGET (self->columns));
  PangoFontMetrics *metrics = pango_context_get_metrics (pango, NULL, NULL);
  double scale = pango_font_metrics_get_approximate_digit_width (metrics) / USUAL_DIGIT;

  pango_font_metrics_unref (metrics);

  return CLAMP (scale, 0.9, 5);
}

/* Whether a sum may begin under the column before its own, which has none. */
static gboolean
has_room (PvDossiersView *self, PvDossierColonne colonne)
{
  GListModel *columns = gtk_column_view_get_columns (self->columns);

  for (guint i = 1; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) before = g_list_model_get_item (columns, i - 1);
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      if (column == self->of[colonne])
        return !pv_dossiers_colonne_is_montant (pv_dossiers_colonne_of (before));
    }

  return FALSE;
}

/* As wide as thought for the text in use, as the user left it, and wide enough for its sum. */
static void
size_columns (PvDossiersView *self)
{
  GSettings *settings = pv_context_get_file_settings (self->context);
  g_autoptr (GVariant) widths = g_settings_get_value (settings, KEY_WIDTHS);
  double scale = get_scale (self);

  self->sizing = TRUE;
  for (int i = 0; i < PV_N_DOSSIER_COLONNES; i++)
    {
      PvDossierColonne colonne = (PvDossierColonne)i;
      int width = pv_dossiers_colonne_get_largeur (colonne);
      int needed = has_room (self, colonne)
                       ? 0
                       : MAX (pv_dossiers_totaux_get_width (self->filtered, colonne),
                              pv_dossiers_totaux_get_width (self->selected, colonne));

      g_variant_lookup (widths, pv_dossier_colonne_to_id (colonne), "i", &width);
      width = MAX ((int)(width * scale), needed);
      if (gtk_column_view_column_get_fixed_width (self->of[i]) != width)
        gtk_column_view_column_set_fixed_width (self->of[i], width);
    }
  self->sizing = FALSE;
}

static gboolean
is_filtered (PvDossiersView *self)
{
  return !pv_dossier_critere_is_empty (pv_dossier_liste_get_critere (self->liste));
}

static void
show_filtered (PvDossiersView *self)
{
  g_autofree char *title = NULL;
  g_autofree char *detail = NULL;
  g_autofree char *n = NULL;
  g_autofree char *total = NULL;
  gboolean filtered = is_filtered (self);
  gint64 count = self->totaux != NULL ? self->totaux->dossiers
                                      : g_list_model_get_n_items (G_LIST_MODEL (self->liste));

  n = pv_count_to_text (count);
  if (filtered)
    title = g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%s filtered dossier", "%s filtered dossiers", (gulong)count),
        n);
  else
    title = g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "%s dossier", "%s dossiers", (gulong)count), n);

  total = pv_count_to_text (self->n_total);
  /* Translators: after "96 filtered dossiers". */
  detail = filtered && self->n_total > 0 ? g_strdup_printf (_ ("of %s"), total) : g_strdup ("");
  pv_dossiers_totaux_show (self->filtered, title, detail, self->totaux,
                           pv_dossier_liste_get_etape (self->liste));
}

static void
show_selected (PvDossiersView *self)
{
  g_autofree char *n = pv_count_to_text (self->n_selected);
  g_autofree char *title = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%s selected", "%s selected", self->n_selected), n);

  pv_dossiers_totaux_show (self->selected, title, "", self->totaux_selection,
                           pv_dossier_liste_get_etape (self->liste));
  gtk_widget_set_visible (GTK_WIDGET (self->selected), self->n_selected > 1);
}

typedef struct
{
  GArray *ids;
  PvFiltre filtre;
  gboolean count; /* of the whole appel too */
} Sums;

typedef struct
{
  PvDossierTotaux *totaux;
  gint64 n_total;
} Answer;

static void
sums_free (gpointer data)
{
  Sums *sums = data;

  g_array_unref (sums->ids);
  g_free (sums);
}

static void
answer_free (gpointer data)
{
  Answer *answer = data;

  g_free (answer->totaux);
  g_free (answer);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Answer, answer_free)

static gpointer
find_sums (PvDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  const Sums *sums = data;
  g_autoptr (Answer) answer = g_new0 (Answer, 1);

  answer->totaux = pv_dossier_liste_store_totaux (db, sums->ids, cancellable, error);
  if (answer->totaux == NULL ||
      (sums->count && !pv_dossier_liste_store_count (db, &sums->filtre, &answer->n_total, error)))
    return NULL;

  return g_steal_pointer (&answer);
}

static void
sums_found_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (PvDossiersView) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (Answer) answer = pv_context_query_finish (PV_CONTEXT (source), result, &error);
  GCancellable *query = g_task_get_cancellable (G_TASK (result));

  if (query != self->summing && query != self->summing_selection)
    return; /* superseded, or gone */

  if (query == self->summing)
    {
      g_clear_object (&self->summing);
      if (answer == NULL)
        return;
      g_free (self->totaux);
      self->totaux = g_steal_pointer (&answer->totaux);
      self->n_total = answer->n_total;
      show_filtered (self);
    }
  else
    {
      g_clear_object (&self->summing_selection);
      if (answer == NULL)
        return;
      g_free (self->totaux_selection);
      self->totaux_selection = g_steal_pointer (&answer->totaux);
      show_selected (self);
    }
  size_columns (self);
}

static void
sum (PvDossiersView *self, GArray *ids, GCancellable **query, gboolean count)
{
  Sums *sums = g_new0 (Sums, 1);

  g_cancellable_cancel (*query);
  g_clear_object (query);
  *query = g_cancellable_new ();
  sums->ids = ids;
  sums->filtre = pv_context_get_filtre (self->context);
  sums->count = count;
  pv_context_query_async (self->context, find_sums, sums, sums_free, answer_free, *query,
                          sums_found_cb, g_object_ref (self));
}

/* --- what is shown ------------------------------------------------------------------------ */

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
      adw_status_page_set_description (self->error_page, error);
      page = "error";
    }
  else if (empty && loading)
    page = "loading";
  else if (empty)
    page = is_filtered (self) ? "none" : "empty";

  gtk_spinner_set_spinning (self->spinner, g_str_equal (page, "loading"));
  gtk_stack_set_visible_child_name (self->stack, page);
  gtk_widget_set_visible (self->totals, g_str_equal (page, "list"));
}

static void
loading_cb (PvDossiersView *self)
{
  guint contents = pv_dossier_liste_get_contents (self->liste);

  show_state (self);
  if (!pv_dossier_liste_is_loading (self->liste) && self->summed != contents)
    {
      self->summed = contents;
      sum (self, pv_dossier_liste_dup_ids (self->liste), &self->summing, TRUE);
      if (self->n_selected > 1)
        sum (self, pv_dossiers_view_dup_selected_ids (self), &self->summing_selection, FALSE);
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
  if (self->n_selected > 1)
    sum (self, pv_dossiers_view_dup_selected_ids (self), &self->summing_selection, FALSE);
  show_selected (self);
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

/* --- order --------------------------------------------------------------------------------- */

/* The list is sorted in SQL: the sorters of the columns only tell which was asked for. */
static int
record_cb (gconstpointer a, gconstpointer b, gpointer data)
{
  PvDossiersView *self = g_object_get_data (G_OBJECT (data), "pv-view");

  if (self->asked == PV_DOSSIER_COLONNE_NULL)
    self->asked = pv_dossiers_colonne_of (data);

  return GTK_ORDERING_SMALLER;
}

static void
sorted_cb (PvDossiersView *self)
{
  GtkSorter *sorter = gtk_column_view_get_sorter (self->columns);
  g_autoptr (GObject) one = g_object_new (G_TYPE_OBJECT, NULL);
  g_autoptr (GObject) other = g_object_new (G_TYPE_OBJECT, NULL);
  gboolean descending;

  self->asked = PV_DOSSIER_COLONNE_NULL;
  descending = gtk_sorter_compare (sorter, one, other) == GTK_ORDERING_LARGER;
  if (self->asked == PV_DOSSIER_COLONNE_NULL)
    return;

  pv_dossier_liste_set_ordre (self->liste, self->asked, descending);
  g_settings_set (pv_context_get_file_settings (self->context), KEY_SORT, "(sb)",
                  pv_dossier_colonne_to_id (self->asked), descending);
}

static void
restore_sort (PvDossiersView *self)
{
  g_autofree char *id = NULL;
  gboolean descending;
  PvDossierColonne colonne = PV_DOSSIER_COLONNE_NUMERO;

  g_settings_get (pv_context_get_file_settings (self->context), KEY_SORT, "(sb)", &id, &descending);
  if (!pv_dossier_colonne_from_id (id, &colonne))
    descending = FALSE;
  pv_dossiers_view_sort (self, colonne, descending);
}

/* --- columns --------------------------------------------------------------------------------- */

static gboolean
save_cb (gpointer data)
{
  PvDossiersView *self = data;
  g_autofree char *ids = pv_dossiers_view_dup_colonnes (self);

  self->save_id = 0;
  g_settings_set_string (pv_context_get_file_settings (self->context), KEY_COLUMNS, ids);

  return G_SOURCE_REMOVE;
}

/* A header aligns as its column; GTK has no say for it: its label is in a box. */
static void
align_headers (PvDossiersView *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->columns);
  GtkWidget *headers = gtk_widget_get_first_child (GTK_WIDGET (self->columns));
  GtkWidget *header = headers != NULL ? gtk_widget_get_first_child (headers) : NULL;

  for (guint i = 0; header != NULL && i < g_list_model_get_n_items (columns);
       i++, header = gtk_widget_get_next_sibling (header))
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
      GtkWidget *box = gtk_widget_get_first_child (header);

      if (box != NULL)
        gtk_widget_set_halign (box,
                               pv_dossiers_colonne_get_align (pv_dossiers_colonne_of (column)));
    }
}

static void
columns_changed_cb (PvDossiersView *self)
{
  align_headers (self);
  pv_dossiers_totaux_follow (self->filtered);
  pv_dossiers_totaux_follow (self->selected);
  if (self->save_id == 0)
    self->save_id = g_idle_add (save_cb, self);
}

/* Kept as at the usual size of text. */
static void
width_cb (PvDossiersView *self, GParamSpec *pspec, GtkColumnViewColumn *column)
{
  GSettings *settings = pv_context_get_file_settings (self->context);
  g_autoptr (GVariant) before = g_settings_get_value (settings, KEY_WIDTHS);
  const char *id = pv_dossier_colonne_to_id (pv_dossiers_colonne_of (column));
  int width = gtk_column_view_column_get_fixed_width (column);
  g_auto (GVariantDict) widths = { 0 };

  pv_dossiers_totaux_follow (self->filtered);
  pv_dossiers_totaux_follow (self->selected);
  if (self->sizing || width <= 0)
    return;

  g_variant_dict_init (&widths, NULL);
  for (gsize i = 0; i < g_variant_n_children (before); i++)
    {
      const char *other;
      int other_width;

      g_variant_get_child (before, i, "{&si}", &other, &other_width);
      g_variant_dict_insert (&widths, other, "i", other_width);
    }
  g_variant_dict_insert (&widths, id, "i", (int)(width / get_scale (self)));
  {
    g_autoptr (GVariant) all = g_variant_ref_sink (g_variant_dict_end (&widths));
    GVariantBuilder builder;
    GVariantIter iter;
    const char *key;
    GVariant *value;

    g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{si}"));
    g_variant_iter_init (&iter, all);
    while (g_variant_iter_loop (&iter, "{&sv}", &key, &value))
      g_variant_builder_add (&builder, "{si}", key, g_variant_get_int32 (value));
    g_settings_set_value (settings, KEY_WIDTHS, g_variant_builder_end (&builder));
  }
}

/* Where a column that comes back goes: after those that come before it in the chooser. */
static guint
find_place (PvDossiersView *self, PvDossierColonne colonne)
{
  GListModel *columns = gtk_column_view_get_columns (self->columns);
  guint place = 0;

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      if (pv_dossiers_colonne_of (column) < colonne)
        place = i + 1;
    }

  return place;
}

/* GTK measures columns that are not visible: they leave the view. */
static void
visible_cb (PvDossiersView *self, GParamSpec *pspec, GtkColumnViewColumn *column)
{
  gboolean there = gtk_column_view_column_get_column_view (column) != NULL;
  gboolean visible = gtk_column_view_column_get_visible (column);

  if (visible && !there)
    gtk_column_view_insert_column (self->columns,
                                   find_place (self, pv_dossiers_colonne_of (column)), column);
  else if (!visible && there)
    gtk_column_view_remove_column (self->columns, column);
}

static void
add_columns (PvDossiersView *self)
{
  GMenu *shown = g_menu_new ();

  for (int i = 0; i < PV_N_DOSSIER_COLONNES; i++)
    {
      PvDossierColonne colonne = (PvDossierColonne)i;
      GtkColumnViewColumn *column = pv_dossiers_colonne_new (colonne);
      g_autofree char *action = g_strconcat ("liste.", pv_dossier_colonne_to_id (colonne), NULL);
      g_autoptr (GtkSorter) sorter = GTK_SORTER (gtk_custom_sorter_new (record_cb, column, NULL));
      g_autoptr (GPropertyAction) visible =
          g_property_action_new (pv_dossier_colonne_to_id (colonne), column, "visible");

      self->of[i] = column;
      g_object_set_data (G_OBJECT (column), "pv-view", self);
      gtk_column_view_column_set_sorter (column, sorter);
      gtk_column_view_column_set_header_menu (column, G_MENU_MODEL (self->columns_menu));
      gtk_column_view_column_set_visible (column, FALSE);
      g_action_map_add_action (G_ACTION_MAP (self->actions), G_ACTION (visible));
      g_menu_append (shown, pv_dossiers_colonne_get_nom (colonne), action);
      g_signal_connect_swapped (column, "notify::visible", G_CALLBACK (visible_cb), self);
      g_signal_connect_swapped (column, "notify::fixed-width", G_CALLBACK (width_cb), self);
    }
  g_menu_append_section (self->columns_menu, NULL, G_MENU_MODEL (shown));
  g_object_unref (shown);
}

static void
follow_scroll_cb (PvDossiersView *self)
{
  pv_dossiers_totaux_follow (self->filtered);
  pv_dossiers_totaux_follow (self->selected);
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
  show_filtered (self);
  show_selected (self);
  size_columns (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ETAPE]);
}

static void
pv_dossiers_view_constructed (GObject *object)
{
  PvDossiersView *self = PV_DOSSIERS_VIEW (object);
  g_autofree char *ids = NULL;
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

  add_columns (self);
  ids = g_settings_get_string (pv_context_get_file_settings (self->context), KEY_COLUMNS);
  pv_dossiers_view_set_colonnes (self, ids);
  g_signal_connect_object (gtk_column_view_get_columns (self->columns), "items-changed",
                           G_CALLBACK (columns_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_column_view_get_sorter (self->columns), "changed",
                           G_CALLBACK (sorted_cb), self, G_CONNECT_SWAPPED);
  gtk_column_view_set_model (self->columns, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (gtk_scrolled_window_get_hadjustment (self->scrolled), "value-changed",
                           G_CALLBACK (follow_scroll_cb), self, G_CONNECT_SWAPPED);
  restore_sort (self);
  show_filtered (self);
  show_selected (self);
}

/* The size of text changed: CSS knows it before the settings say it. */
static void
pv_dossiers_view_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  PvDossiersView *self = PV_DOSSIERS_VIEW (widget);

  GTK_WIDGET_CLASS (pv_dossiers_view_parent_class)->css_changed (widget, change);
  if (self->of[0] != NULL)
    size_columns (self);
}

static void
pv_dossiers_view_dispose (GObject *object)
{
  PvDossiersView *self = PV_DOSSIERS_VIEW (object);

  if (self->save_id != 0)
    {
      g_source_remove (self->save_id);
      save_cb (self);
    }
  g_cancellable_cancel (self->summing);
  g_clear_object (&self->summing);
  g_cancellable_cancel (self->summing_selection);
  g_clear_object (&self->summing_selection);
  if (self->columns != NULL)
    {
      /* which lose their columns one by one */
      g_signal_handlers_disconnect_by_func (gtk_column_view_get_columns (self->columns),
                                            columns_changed_cb, self);
      g_signal_handlers_disconnect_by_func (gtk_column_view_get_sorter (self->columns), sorted_cb,
                                            self);
      gtk_column_view_set_model (self->columns, NULL);
    }
  for (int i = 0; i < PV_N_DOSSIER_COLONNES; i++)
    if (self->of[i] != NULL)
      {
        g_signal_handlers_disconnect_by_data (self->of[i], self);
        gtk_column_view_column_set_sorter (self->of[i], NULL);
        g_clear_object (&self->of[i]);
      }
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
  install_properties (object_class);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/progville/Progville/dossier/pv-dossiers-view.ui");
  gtk_widget_class_bind_template_child (widget_class, PvDossiersView, columns);
  gtk_widget_class_bind_template_child (widget_class, PvDossiersView, error_page);
  gtk_widget_class_bind_template_child (widget_class, PvDossiersView, filtered);
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

GArray *
pv_dossiers_view_dup_selected_ids (PvDossiersView *self)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GtkBitset) bitset = NULL;
  GtkBitsetIter iter;
  guint position;

  g_return_val_if_fail (PV_IS_DOSSIERS_VIEW (self), ids);

  bitset = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  for (gboolean there = gtk_bitset_iter_init_first (&iter, bitset, &position); there;
       there = gtk_bitset_iter_next (&iter, &position))
    {
      gint64 id = pv_dossier_liste_get_id (self->liste, position);

      g_array_append_val (ids, id);
    }

  return ids;
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

GMenuModel *
pv_dossiers_view_get_columns_menu (PvDossiersView *self)
{
  g_return_val_if_fail (PV_IS_DOSSIERS_VIEW (self), NULL);

  return G_MENU_MODEL (self->columns_menu);
}

GActionGroup *
pv_dossiers_view_get_actions (PvDossiersView *self)
{
  g_return_val_if_fail (PV_IS_DOSSIERS_VIEW (self), NULL);

  return G_ACTION_GROUP (self->actions);
}

char *
pv_dossiers_view_dup_colonnes (PvDossiersView *self)
{
  GListModel *columns;
  GString *ids = g_string_new (NULL);

  g_return_val_if_fail (PV_IS_DOSSIERS_VIEW (self), g_string_free (ids, FALSE));

  columns = gtk_column_view_get_columns (self->columns);
  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      g_string_append_printf (ids, "%s%s", ids->len > 0 ? "," : "",
                              pv_dossier_colonne_to_id (pv_dossiers_colonne_of (column)));
    }

  return g_string_free (ids, FALSE);
}

void
pv_dossiers_view_set_colonnes (PvDossiersView *self, const char *colonnes)
{
  g_auto (GStrv) ids = NULL;
  gboolean shown[PV_N_DOSSIER_COLONNES] = { FALSE };
  guint place = 0;

  g_return_if_fail (PV_IS_DOSSIERS_VIEW (self));

  ids =
      g_strsplit (colonnes != NULL && *colonnes != '\0' ? colonnes : PV_DOSSIERS_COLONNES, ",", -1);
  for (guint i = 0; ids[i] != NULL; i++)
    {
      PvDossierColonne colonne;

      if (!pv_dossier_colonne_from_id (ids[i], &colonne) || shown[colonne])
        continue;
      shown[colonne] = TRUE;
      gtk_column_view_column_set_visible (self->of[colonne], TRUE);
      gtk_column_view_insert_column (self->columns, place++, self->of[colonne]);
    }
  shown[PV_DOSSIER_COLONNE_NUMERO] |= place == 0;
  for (int i = 0; i < PV_N_DOSSIER_COLONNES; i++)
    gtk_column_view_column_set_visible (self->of[i], shown[i]);
  align_headers (self);
}

void
pv_dossiers_view_sort (PvDossiersView *self, PvDossierColonne colonne, gboolean descending)
{
  g_return_if_fail (PV_IS_DOSSIERS_VIEW (self));
  g_return_if_fail (colonne >= 0 && colonne < PV_N_DOSSIER_COLONNES);

  /* a column that is hidden sorts too, without its arrow */
  if (gtk_column_view_column_get_column_view (self->of[colonne]) == NULL)
    {
      gtk_column_view_sort_by_column (self->columns, NULL, GTK_SORT_ASCENDING);
      pv_dossier_liste_set_ordre (self->liste, colonne, descending);
    }
  else
    gtk_column_view_sort_by_column (self->columns, self->of[colonne],
                                    descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
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
