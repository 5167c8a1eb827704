/* pv-import-etape-correspondances.c: step Correspondences: our fields and their columns
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "import/pv-import-etape-correspondances.h"

#include <glib/gi18n.h>

#include "import/pv-import-ligne.h"
#include "import/pv-import-table.h"

struct _PvImportEtapeCorrespondances
{
  AdwBin parent_instance;

  PvImportSession *session;
  GListStore *lignes;    /* of PvImportLigne, one per column of the file */
  GtkStringList *fields; /* "not imported", then the fields of the profile */
  GtkCustomFilter *filter;

  GtkLabel *note_label;
  GtkSpinner *spinner;
  GtkToggleButton *unmatched_button;
  GtkColumnView *view;
};

G_DEFINE_FINAL_TYPE (PvImportEtapeCorrespondances, pv_import_etape_correspondances, ADW_TYPE_BIN)

/* --- the lines --------------------------------------------------------------------- */

static char *
describe_column (const PvImportColumn *column)
{
  if (column->ignored != NULL)
    return g_strdup_printf (_ ("never stored: %s"), column->ignored);
  if (column->repeats != NULL)
    return g_strdup_printf (_ ("says the same as “%s”, which is kept"), column->repeats);
  if (column->field == NULL)
    return g_strdup (column->corrected ? _ ("left out, as you chose")
                                       : _ ("no field matches: choose one to keep its values"));
  if (column->corrected)
    return g_strdup (_ ("chosen by you, remembered for the next file"));

  return g_strdup (column->detail);
}

static guint
find_field (const PvImportLecture *lecture, const char *field)
{
  for (guint i = 0; field != NULL && i < lecture->field_ids->len; i++)
    if (g_str_equal (g_ptr_array_index (lecture->field_ids, i), field))
      return i + 1;

  return 0;
}

static void
fill_line (PvImportLigne *ligne, const PvImportLecture *lecture, const PvImportColumn *column)
{
  g_autofree char *samples = g_strjoinv (" · ", column->samples);
  guint field = find_field (lecture, column->field);

  pv_import_ligne_set (ligne, PV_LIGNE_LETTRES, column->letters);
  pv_import_ligne_set (ligne, PV_LIGNE_ENTETE, column->name);
  pv_import_ligne_set (ligne, PV_LIGNE_VALEUR, samples);
  pv_import_ligne_take (ligne, PV_LIGNE_REMARQUE, describe_column (column));
  pv_import_ligne_set_class (ligne, "ecartee", field == 0 && column->ignored == NULL);
  pv_import_ligne_set_class (ligne, "premiere", TRUE);
  pv_import_ligne_set_field (ligne, column->ignored != NULL ? G_MAXUINT : field);
}

static void
fill_lines (PvImportEtapeCorrespondances *self, const PvImportLecture *lecture)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->lignes));

  /* The same columns: the lines stay where they are, with the focus. */
  if (n != lecture->columns->len)
    {
      g_list_store_remove_all (self->lignes);
      for (guint i = 0; i < lecture->columns->len; i++)
        {
          g_autoptr (PvImportLigne) ligne = pv_import_ligne_new ();

          g_list_store_append (self->lignes, ligne);
        }
    }
  for (guint i = 0; i < lecture->columns->len; i++)
    {
      g_autoptr (PvImportLigne) ligne = g_list_model_get_item (G_LIST_MODEL (self->lignes), i);

      pv_import_ligne_set_position (ligne, i);
      fill_line (ligne, lecture, g_ptr_array_index (lecture->columns, i));
    }
}

static void
fill_fields (PvImportEtapeCorrespondances *self, const PvImportLecture *lecture)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->fields));
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  if (n == lecture->field_names->len + 1)
    {
      const char *first = gtk_string_list_get_string (self->fields, 1);

      if (g_strcmp0 (first, g_ptr_array_index (lecture->field_names, 0)) == 0)
        return;
    }

  g_ptr_array_add (names, (gpointer)_ ("Not imported"));
  for (guint i = 0; i < lecture->field_names->len; i++)
    g_ptr_array_add (names, g_ptr_array_index (lecture->field_names, i));
  g_ptr_array_add (names, NULL);
  g_list_store_remove_all (self->lignes);
  gtk_string_list_splice (self->fields, 0, n, (const char *const *)names->pdata);
}

static void
describe (PvImportEtapeCorrespondances *self, const PvImportLecture *lecture)
{
  guint matched = 0;
  guint ignored = 0;
  g_autofree char *text = NULL;

  for (guint i = 0; i < lecture->columns->len; i++)
    {
      const PvImportColumn *column = g_ptr_array_index (lecture->columns, i);

      matched += column->field != NULL;
      ignored += column->ignored != NULL;
    }
  text = g_strdup_printf (_ ("%u of %u have a field, %u are never stored"), matched,
                          lecture->columns->len, ignored);
  gtk_label_set_label (self->note_label, text);
}

static void
changed_cb (PvImportEtapeCorrespondances *self)
{
  const PvImportLecture *lecture = pv_import_session_get_lecture (self->session);

  gtk_spinner_set_spinning (self->spinner, pv_import_session_is_busy (self->session));
  if (lecture == NULL)
    return;

  fill_fields (self, lecture);
  fill_lines (self, lecture);
  describe (self, lecture);
}

/* --- the column of choices --------------------------------------------------------- */

static void
field_selected_cb (GtkDropDown *choice, GParamSpec *pspec, GtkListItem *item)
{
  PvImportEtapeCorrespondances *self = PV_IMPORT_ETAPE_CORRESPONDANCES (
      gtk_widget_get_ancestor (GTK_WIDGET (choice), PV_TYPE_IMPORT_ETAPE_CORRESPONDANCES));
  PvImportLigne *ligne = gtk_list_item_get_item (item);
  guint selected = gtk_drop_down_get_selected (choice);
  const PvImportLecture *lecture;

  if (self == NULL || ligne == NULL || selected == GTK_INVALID_LIST_POSITION ||
      selected == pv_import_ligne_get_field (ligne))
    return;

  lecture = pv_import_session_get_lecture (self->session);
  if (lecture == NULL || selected > lecture->field_ids->len)
    return;
  pv_import_ligne_set_field (ligne, selected);
  pv_import_session_set_field (
      self->session, pv_import_ligne_get_position (ligne),
      selected == 0 ? "" : g_ptr_array_index (lecture->field_ids, selected - 1));
}

static void
field_setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *choice = gtk_drop_down_new (NULL, NULL);
  g_autoptr (GtkExpression) name =
      gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");

  gtk_drop_down_set_expression (GTK_DROP_DOWN (choice), name);
  gtk_drop_down_set_enable_search (GTK_DROP_DOWN (choice), TRUE);
  gtk_widget_set_hexpand (choice, TRUE);
  gtk_widget_set_valign (choice, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (choice, "pv-decision");
  gtk_box_append (GTK_BOX (box), choice);
  gtk_list_item_set_child (item, box);
  gtk_list_item_set_activatable (item, FALSE);
  g_signal_connect (choice, "notify::selected", G_CALLBACK (field_selected_cb), item);
}

static void
show_field (PvImportLigne *ligne, GParamSpec *pspec, GtkListItem *item)
{
  GtkWidget *box = gtk_list_item_get_child (item);
  GtkWidget *choice = gtk_widget_get_first_child (box);
  guint field = pv_import_ligne_get_field (ligne);

  /* A column that is never stored has nothing to choose. */
  gtk_widget_set_visible (choice, field != G_MAXUINT);
  if (field != G_MAXUINT)
    gtk_drop_down_set_selected (GTK_DROP_DOWN (choice), field);
  g_object_set (box, "css-classes", pv_import_ligne_get_classes (ligne), NULL);
}

static void
field_bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  PvImportLigne *ligne = gtk_list_item_get_item (item);
  GtkWidget *box = gtk_list_item_get_child (item);
  GtkWidget *choice = gtk_widget_get_first_child (box);
  PvImportEtapeCorrespondances *self = g_object_get_data (G_OBJECT (factory), "pv-step");
  g_autofree char *label =
      g_strdup_printf (_ ("Field of “%s”"), pv_import_ligne_get (ligne, PV_LIGNE_ENTETE));

  g_signal_handlers_block_by_func (choice, field_selected_cb, item);
  gtk_drop_down_set_model (GTK_DROP_DOWN (choice), G_LIST_MODEL (self->fields));
  show_field (ligne, NULL, item);
  g_signal_handlers_unblock_by_func (choice, field_selected_cb, item);
  gtk_accessible_update_property (GTK_ACCESSIBLE (choice), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  g_signal_connect (ligne, "notify::classes", G_CALLBACK (show_field), item);
}

static void
field_unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (item), show_field, item);
}

static gboolean
filter_cb (gpointer item, gpointer user_data)
{
  PvImportEtapeCorrespondances *self = user_data;
  guint field = pv_import_ligne_get_field (item);

  return !gtk_toggle_button_get_active (self->unmatched_button) || field == 0 || field == G_MAXUINT;
}

static void
unmatched_toggled_cb (PvImportEtapeCorrespondances *self)
{
  if (self->filter != NULL)
    gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
}

/* --- class ------------------------------------------------------------------------- */

static void
pv_import_etape_correspondances_dispose (GObject *object)
{
  PvImportEtapeCorrespondances *self = PV_IMPORT_ETAPE_CORRESPONDANCES (object);

  if (self->view != NULL)
    gtk_column_view_set_model (self->view, NULL);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), PV_TYPE_IMPORT_ETAPE_CORRESPONDANCES);
  g_clear_object (&self->lignes);
  g_clear_object (&self->fields);
  g_clear_object (&self->filter);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (pv_import_etape_correspondances_parent_class)->dispose (object);
}

static void
pv_import_etape_correspondances_class_init (PvImportEtapeCorrespondancesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pv_import_etape_correspondances_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/progville/Progville/import/pv-import-etape-correspondances.ui");
  gtk_widget_class_bind_template_child (widget_class, PvImportEtapeCorrespondances, note_label);
  gtk_widget_class_bind_template_child (widget_class, PvImportEtapeCorrespondances, spinner);
  gtk_widget_class_bind_template_child (widget_class, PvImportEtapeCorrespondances,
                                        unmatched_button);
  gtk_widget_class_bind_template_child (widget_class, PvImportEtapeCorrespondances, view);
  gtk_widget_class_bind_template_callback (widget_class, unmatched_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, field_setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, field_bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, field_unbind_cb);
}

/* The column of choices finds the step through its factory. */
static void
name_factories (PvImportEtapeCorrespondances *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      g_object_set_data (G_OBJECT (gtk_column_view_column_get_factory (column)), "pv-step", self);
    }
}

static const guint cellules[] = {
  PV_LIGNE_LETTRES | PV_CELLULE_END | PV_CELLULE_NUMERIC | PV_CELLULE_SECONDARY,
  PV_LIGNE_ENTETE | PV_CELLULE_FORT,
  PV_LIGNE_VALEUR | PV_CELLULE_SECONDARY,
  PV_LIGNE_REMARQUE | PV_CELLULE_SECONDARY,
};

static void
pv_import_etape_correspondances_init (PvImportEtapeCorrespondances *self)
{
  GtkFilterListModel *filtered;
  g_autoptr (GtkNoSelection) selection = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->lignes = g_list_store_new (PV_TYPE_IMPORT_LIGNE);
  self->fields = gtk_string_list_new (NULL);
  self->filter = gtk_custom_filter_new (filter_cb, self, NULL);
  filtered = gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (self->lignes)),
                                        GTK_FILTER (g_object_ref (self->filter)));
  selection = gtk_no_selection_new (G_LIST_MODEL (filtered));
  pv_import_table_prepare (self->view, cellules);
  name_factories (self);
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (selection));
}

void
pv_import_etape_correspondances_set_session (PvImportEtapeCorrespondances *self,
                                             PvImportSession *session)
{
  g_return_if_fail (PV_IS_IMPORT_ETAPE_CORRESPONDANCES (self));
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}
