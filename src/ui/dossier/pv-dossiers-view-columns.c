/* pv-dossiers-view-columns.c: the columns of the list of dossiers: which, how wide, in which order
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dossier/pv-dossiers-view-private.h"

#include "dossier/pv-dossier-peintre.h"
#include "widget/pv-table-columns.h"

#define KEY_COLUMNS "dossiers-columns"
#define KEY_WIDTHS "dossiers-widths"
#define KEY_SORT "dossiers-sort"

/* Width of a digit of the text the widths of columns are thought for, in Pango units. */
#define USUAL_DIGIT (8.0 * PANGO_SCALE)

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
void
pv_dossiers_view_size_columns (PvDossiersView *self)
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

/* --- order --------------------------------------------------------------------------------- */

static void
sorted_cb (PvDossiersView *self)
{
  gboolean descending = FALSE;
  GtkColumnViewColumn *column = pv_table_get_order (self->columns, &descending);
  PvDossierColonne asked;

  if (column == NULL)
    return;
  asked = pv_dossiers_colonne_of (column);
  pv_dossier_liste_set_ordre (self->liste, asked, descending);
  g_settings_set (pv_context_get_file_settings (self->context), KEY_SORT, "(sb)",
                  pv_dossier_colonne_to_id (asked), descending);
}

void
pv_dossiers_view_restore_sort (PvDossiersView *self)
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
      PvDossierColonne colonne = pv_dossiers_colonne_of (column);
      GtkWidget *box = gtk_widget_get_first_child (header);

      if (colonne == PV_DOSSIER_COLONNE_NULL)
        gtk_widget_add_css_class (header, "pv-peintre");
      if (box != NULL && colonne == PV_DOSSIER_COLONNE_NULL)
        gtk_widget_set_visible (box, FALSE); /* it has no title */
      else if (box != NULL)
        gtk_widget_set_halign (box, pv_dossiers_colonne_get_align (colonne));
    }
}

static void
columns_changed_cb (PvDossiersView *self)
{
  align_headers (self);
  pv_dossier_peintre_follow (self->columns, TRUE);
  pv_dossiers_view_complete_sums (self);
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

  pv_dossier_peintre_follow (self->columns, FALSE);
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
      PvDossierColonne other = pv_dossiers_colonne_of (column);

      if (other != PV_DOSSIER_COLONNE_NULL && other < colonne)
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

void
pv_dossiers_view_add_columns (PvDossiersView *self)
{
  GMenu *shown = g_menu_new ();
  g_autofree char *ids = NULL;

  for (int i = 0; i < PV_N_DOSSIER_COLONNES; i++)
    {
      PvDossierColonne colonne = (PvDossierColonne)i;
      GtkColumnViewColumn *column = pv_dossiers_colonne_new (colonne);
      g_autofree char *action = g_strconcat ("liste.", pv_dossier_colonne_to_id (colonne), NULL);
      g_autoptr (GPropertyAction) visible =
          g_property_action_new (pv_dossier_colonne_to_id (colonne), column, "visible");

      self->of[i] = column;
      pv_table_record_order (self->columns, column);
      gtk_column_view_column_set_header_menu (column, G_MENU_MODEL (self->columns_menu));
      gtk_column_view_column_set_visible (column, FALSE);
      g_action_map_add_action (G_ACTION_MAP (self->actions), G_ACTION (visible));
      g_menu_append (shown, pv_dossiers_colonne_get_nom (colonne), action);
      g_signal_connect_swapped (column, "notify::visible", G_CALLBACK (visible_cb), self);
      g_signal_connect_swapped (column, "notify::fixed-width", G_CALLBACK (width_cb), self);
    }
  g_menu_append_section (self->columns_menu, NULL, G_MENU_MODEL (shown));
  g_object_unref (shown);
  ids = g_settings_get_string (pv_context_get_file_settings (self->context), KEY_COLUMNS);
  pv_dossiers_view_set_colonnes (self, ids);
  {
    /* after the others: GTK puts headers in the order they come */
    g_autoptr (GtkColumnViewColumn) peintre = pv_dossiers_colonne_new_peintre ();

    gtk_column_view_append_column (self->columns, peintre);
    align_headers (self);
  }
  g_signal_connect_object (gtk_column_view_get_columns (self->columns), "items-changed",
                           G_CALLBACK (columns_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_column_view_get_sorter (self->columns), "changed",
                           G_CALLBACK (sorted_cb), self, G_CONNECT_SWAPPED);
}

void
pv_dossiers_view_drop_columns (PvDossiersView *self)
{
  if (self->save_id != 0)
    {
      g_source_remove (self->save_id);
      save_cb (self);
    }
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

      PvDossierColonne colonne = pv_dossiers_colonne_of (column);

      if (colonne != PV_DOSSIER_COLONNE_NULL)
        g_string_append_printf (ids, "%s%s", ids->len > 0 ? "," : "",
                                pv_dossier_colonne_to_id (colonne));
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

gboolean
pv_dossiers_view_move_colonne (PvDossiersView *self, PvDossierColonne colonne, int by)
{
  GListModel *columns;
  int n;

  g_return_val_if_fail (PV_IS_DOSSIERS_VIEW (self), FALSE);
  g_return_val_if_fail (colonne >= 0 && colonne < PV_N_DOSSIER_COLONNES, FALSE);

  columns = gtk_column_view_get_columns (self->columns);
  n = (int)g_list_model_get_n_items (columns);
  for (int i = 0; i < n; i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, (guint)i);

      if (column != self->of[colonne] || i + by < 0 || i + by >= n)
        continue;
      gtk_column_view_insert_column (self->columns, (guint)(i + by), column);
      return TRUE;
    }

  return FALSE;
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
