/* test-widget.c: amounts, marks, statuses and severities, shown and typed
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pv-display.h"
#include "widget/pv-amount-entry.h"
#include "widget/pv-amount-label.h"
#include "widget/pv-copie.h"
#include "widget/pv-drop-down.h"
#include "widget/pv-field.h"
#include "widget/pv-format.h"
#include "widget/pv-mark-badge.h"
#include "widget/pv-save-chooser.h"
#include "widget/pv-selection.h"
#include "widget/pv-severity-icon.h"
#include "widget/pv-status-label.h"
#include "widget/pv-tooltip.h"

static void
test_format (void)
{
  static const struct
  {
    PvCents cents;
    const char *text;
    const char *figures;
  } amounts[] = {
    { PV_CENTS_NULL, "–", "" },
    { 0, "0\u202f€", "0" },
    { 1250000, "12\u202f500\u202f€", "12\u202f500" },
    { 1250050, "12\u202f500,50\u202f€", "12\u202f500,50" },
    { -770000, "\u22127\u202f700\u202f€", "\u22127\u202f700" },
  };
  static const struct
  {
    gint64 value;
    const char *rate;
    const char *count;
  } numbers[] = {
    { PV_INT_NULL, "–", "–" },
    { 0, "0,0\u202f%", "0" },
    { 2500, "25,0\u202f%", "2\u202f500" },
    { 8745, "87,5\u202f%", "8\u202f745" },
    { -4, "0,0\u202f%", "\u22124" },
    { -1250, "\u221212,5\u202f%", "\u22121\u202f250" },
    { 1234567, "12345,7\u202f%", "1\u202f234\u202f567" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (amounts); i++)
    {
      g_autofree char *text = pv_amount_to_text (amounts[i].cents);
      g_autofree char *figures = pv_amount_to_figures (amounts[i].cents);

      g_assert_cmpstr (text, ==, amounts[i].text);
      g_assert_cmpstr (figures, ==, amounts[i].figures);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autofree char *rate = pv_rate_to_text (numbers[i].value);
      g_autofree char *count = pv_count_to_text (numbers[i].value);

      g_assert_cmpstr (rate, ==, numbers[i].rate);
      g_assert_cmpstr (count, ==, numbers[i].count);
    }
}

static void
test_parse (void)
{
  static const struct
  {
    const char *text;
    PvCents cents;
    gboolean refused;
  } typed[] = {
    { "", PV_CENTS_NULL, FALSE },
    { "–", PV_CENTS_NULL, FALSE },
    { "0", 0, FALSE },
    { "12500", 1250000, FALSE },
    { "12 500,5 €", 1250050, FALSE },
    { "12\u202f500\u202f€", 1250000, FALSE },
    { "12.500", 1250000, FALSE },
    { "12 345,678 €", 0, TRUE },
    { "1e9", 0, TRUE },
    { "1E+9", 0, TRUE },
    { "-5", 0, TRUE },
    { "\u22127\u202f700\u202f€", 0, TRUE },
    { "douze", 0, TRUE },
    { "99999999999999999", 0, TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      PvCents cents = 42;
      g_autofree char *problem = pv_amount_parse (typed[i].text, &cents);

      g_test_message ("%s: %s", typed[i].text, problem);
      g_assert_cmpint (problem != NULL, ==, typed[i].refused);
      g_assert_cmpint (cents, ==, typed[i].refused ? 42 : typed[i].cents);
    }
}

static void
committed_cb (PvAmountEntry *entry, gint64 cents, gpointer user_data)
{
  *(gint64 *)user_data = cents;
}

static void
test_entry (void)
{
  GtkWidget *entry = pv_amount_entry_new ();
  PvAmountEntry *amount = PV_AMOUNT_ENTRY (entry);
  GtkWidget *other = gtk_button_new_with_label ("x");
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWindow *window;
  gint64 committed = 42;

  gtk_box_append (GTK_BOX (box), other);
  gtk_box_append (GTK_BOX (box), entry);
  window = pv_display_show (box);
  g_signal_connect (entry, "committed", G_CALLBACK (committed_cb), &committed);
  pv_amount_entry_set_cents (amount, 1250000);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "12\u202f500\u202f€");

  /* what is typed waits for Enter */
  gtk_widget_grab_focus (entry);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "12\u202f500");
  gtk_editable_set_text (GTK_EDITABLE (entry), "1300");
  g_assert_cmpint (committed, ==, 42);
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpint (committed, ==, 130000);
  g_assert_cmpint (pv_amount_entry_get_cents (amount), ==, 130000);

  /* what is refused stays, with its reason, even when the entry is left */
  gtk_editable_set_text (GTK_EDITABLE (entry), "1e9");
  g_assert_nonnull (pv_amount_entry_get_problem (amount));
  gtk_widget_grab_focus (other);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "1e9");
  g_assert_nonnull (pv_amount_entry_get_problem (amount));
  g_assert_true (gtk_widget_has_css_class (entry, "error"));
  g_assert_cmpint (committed, ==, 130000);

  /* a refresh leaves it alone; the correction is taken */
  pv_amount_entry_set_cents (amount, 140000);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "1e9");
  gtk_widget_grab_focus (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), "0");
  g_assert_null (pv_amount_entry_get_problem (amount));
  gtk_widget_grab_focus (other);
  g_assert_cmpint (committed, ==, 0);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "0\u202f€");

  /* nothing is not zero */
  gtk_editable_set_text (GTK_EDITABLE (entry), "");
  g_assert_true (pv_amount_entry_commit (amount));
  g_assert_cmpint (committed, ==, PV_CENTS_NULL);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "–");

  /* back to what was */
  gtk_editable_set_text (GTK_EDITABLE (entry), "-3");
  g_assert_nonnull (pv_amount_entry_get_problem (amount));
  pv_amount_entry_revert (amount);
  g_assert_null (pv_amount_entry_get_problem (amount));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "–");

  pv_display_close (window);
}

static void
refuse_cb (PvField *field, const char *value, guint *n)
{
  *n += 1;
  pv_field_refuse (field, "The file is read-only.");
}

/* The file stops being written while one types: the words stay, and why is said. */
static void
test_field_read_only (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *field = pv_field_new (PV_FIELD_KIND_TEXT, "x");
  GtkWidget *other = gtk_button_new_with_label ("y");
  GtkWidget *entry;
  GtkWindow *window;
  guint n = 0;

  gtk_box_append (GTK_BOX (box), field);
  gtk_box_append (GTK_BOX (box), other);
  g_signal_connect (field, "committed", G_CALLBACK (refuse_cb), &n);
  window = pv_display_show (box);
  gtk_widget_grab_focus (field);
  entry = gtk_window_get_focus (window);
  gtk_editable_set_text (GTK_EDITABLE (entry), "typed");
  g_assert_true (pv_field_is_unsaved (PV_FIELD (field)));
  pv_field_set_editable (PV_FIELD (field), FALSE);
  gtk_widget_grab_focus (other);
  g_assert_cmpuint (n, ==, 1);
  g_assert_nonnull (pv_field_get_problem (PV_FIELD (field)));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "typed");
  pv_field_restore (PV_FIELD (field));
  g_assert_false (pv_field_is_unsaved (PV_FIELD (field)));
  pv_display_close (window);
}

static GtkWidget *
new_row (void)
{
  return gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
}

static GtkWidget *
make_statuses (void)
{
  GtkWidget *box = gtk_flow_box_new ();

  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (box), 6);
  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (box), GTK_SELECTION_NONE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL, "x", -1);
  for (int i = 0; i < PV_N_DOSSIER_STATUTS; i++)
    {
      GtkWidget *label = pv_status_label_new ((PvDossierStatut)i);

      gtk_flow_box_append (GTK_FLOW_BOX (box), label);
      g_assert_true (
          gtk_icon_theme_has_icon (gtk_icon_theme_get_for_display (gdk_display_get_default ()),
                                   pv_statut_to_icon_name ((PvDossierStatut)i)));
      gtk_test_accessible_assert_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                           pv_dossier_statut_to_libelle ((PvDossierStatut)i));
    }

  return box;
}

static GtkWidget *
make_flat_statuses (void)
{
  GtkWidget *row = new_row ();
  GtkWidget *label = pv_status_label_new (PV_DOSSIER_STATUT_NOTIFIE);

  g_object_set (label, "flat", TRUE, "text", "notifié 2/4", NULL);
  gtk_box_append (GTK_BOX (row), label);
  label = pv_status_label_new (PV_DOSSIER_STATUT_NULL);
  gtk_box_append (GTK_BOX (row), label);

  return row;
}

static GtkWidget *
make_marks (void)
{
  GtkWidget *row = new_row ();

  for (int mark = PV_MARK_BADGE_NONE; mark <= 2; mark++)
    {
      GtkWidget *badge = pv_mark_badge_new (mark);
      GtkWidget *large = pv_mark_badge_new (mark);

      gtk_widget_add_css_class (large, "large");
      gtk_box_append (GTK_BOX (row), badge);
      gtk_box_append (GTK_BOX (row), large);
    }
  for (int severite = PV_SEVERITE_INFO; severite <= PV_SEVERITE_ERROR; severite++)
    gtk_box_append (GTK_BOX (row), pv_severity_icon_new ((PvSeverite)severite));

  return row;
}

static GtkWidget *
make_amounts (void)
{
  static const PvCents amounts[] = { 1250000, -770000, 0, PV_CENTS_NULL, 123456789050 };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  gtk_widget_set_halign (box, GTK_ALIGN_START);
  for (gsize i = 0; i < G_N_ELEMENTS (amounts); i++)
    gtk_box_append (GTK_BOX (box), pv_amount_label_new (amounts[i]));

  return box;
}

static void
test_picture (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWindow *window;

  gtk_widget_set_margin_start (box, 18);
  gtk_widget_set_margin_top (box, 18);
  gtk_box_append (GTK_BOX (box), make_statuses ());
  gtk_box_append (GTK_BOX (box), make_flat_statuses ());
  gtk_box_append (GTK_BOX (box), make_marks ());
  gtk_box_append (GTK_BOX (box), make_amounts ());
  window = pv_display_show (box);
  gtk_window_set_default_size (window, 900, 420);
  pv_display_check_names (GTK_WIDGET (window));
  pv_display_picture (window, NULL, "widgets");
  pv_display_close (window);
}

/* Where a table is saved: its extension, and a place that is on this machine. */
static void
test_save_path (void)
{
  static const struct
  {
    const char *file;
    const char *path;
  } cases[] = {
    { "liste", "liste.csv" },
    { "liste.csv", "liste.csv" },
    { "Liste.XLSX", "Liste.XLSX" },
    { "liste v2.1", "liste v2.1.csv" },
  };
  g_autoptr (GFile) far = g_file_new_for_uri ("sftp://serveur/liste.csv");
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *place = g_build_filename (g_get_tmp_dir (), cases[i].file, NULL);
      g_autofree char *expected = g_build_filename (g_get_tmp_dir (), cases[i].path, NULL);
      g_autoptr (GFile) file = g_file_new_for_path (place);
      g_autofree char *path = pv_save_dup_path (file, ".csv", NULL);

      g_assert_cmpstr (path, ==, expected);
    }
  g_assert_null (pv_save_dup_path (far, ".csv", &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED);
  g_assert_nonnull (strstr (error->message, "liste.csv"));
}

/* --- what a cell of a list tells ---------------------------------------------------------- */

static void
assert_tells (GtkWidget *widget, const char *expected)
{
  g_autoptr (GtkTooltip) tooltip = g_object_new (GTK_TYPE_TOOLTIP, NULL);
  gboolean told = FALSE;

  g_signal_emit_by_name (widget, "query-tooltip", 0, 0, FALSE, tooltip, &told);
  g_assert_cmpint (told, ==, expected != NULL);
  if (expected != NULL)
    gtk_test_accessible_assert_property (GTK_ACCESSIBLE (widget),
                                         GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, expected);
  else
    g_assert_false (gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget),
                                                      GTK_ACCESSIBLE_PROPERTY_DESCRIPTION));
}

static void
test_tooltip (void)
{
  GtkWidget *cell = g_object_ref_sink (gtk_label_new (NULL));

  pv_tooltip_set (cell, NULL);
  assert_tells (cell, NULL);
  pv_tooltip_set (cell, "Région Hauts-de-France");
  assert_tells (cell, "Région Hauts-de-France");
  pv_tooltip_set (cell, "");
  assert_tells (cell, NULL);
  pv_tooltip_set (cell, "État");
  assert_tells (cell, "État");
  g_assert_finalize_object (cell);

  /* instead of what the template of a cell tells */
  cell = g_object_ref_sink (gtk_label_new (NULL));
  gtk_widget_set_tooltip_text (cell, "Leave this line out");
  pv_tooltip_set (cell, "Leave dossier 0412 out");
  assert_tells (cell, "Leave dossier 0412 out");
  g_assert_finalize_object (cell);
}

static gboolean
show_choices (GtkDropDown *drop_down, const char *const *labels, gint64 key)
{
  g_autoptr (GPtrArray) items = pv_choice_items_new ();

  for (guint i = 0; labels[i] != NULL; i++)
    pv_choice_add (items, *labels[i] == 'A' ? PV_INT_NULL : g_ascii_strtoll (labels[i], NULL, 10),
                   labels[i], NULL);

  return pv_drop_down_show (drop_down, items, key);
}

static void
count_cb (guint *n)
{
  (*n)++;
}

static void
test_drop_down (void)
{
  static const char *const choices[] = { "All", "7 État", "9 MEL", NULL };
  static const char *const more[] = { "All", "7 État", "8 CAF", "9 MEL", NULL };
  static const char *const only[] = { "7 État", NULL };
  g_autoptr (GtkDropDown) drop_down =
      GTK_DROP_DOWN (g_object_ref_sink (gtk_drop_down_new (NULL, NULL)));
  GListModel *model;
  guint n = 0;

  g_assert_cmpint (pv_drop_down_get_key (drop_down), ==, PV_INT_NULL);
  g_assert_true (show_choices (drop_down, choices, 9));
  g_assert_cmpint (pv_drop_down_get_key (drop_down), ==, 9);

  /* the same again: an open list is not replaced */
  model = gtk_drop_down_get_model (drop_down);
  g_signal_connect_swapped (drop_down, "notify::selected", G_CALLBACK (count_cb), &n);
  g_assert_true (show_choices (drop_down, choices, 9));
  g_assert_true (gtk_drop_down_get_model (drop_down) == model);
  g_assert_cmpuint (n, ==, 0);

  g_assert_true (show_choices (drop_down, more, 9));
  g_assert_cmpuint (gtk_drop_down_get_selected (drop_down), ==, 3);
  g_assert_cmpint (pv_drop_down_get_key (drop_down), ==, 9);
  g_assert_cmpuint (n, ==, 1);

  /* what is gone leaves its place to all, else to none */
  g_assert_false (show_choices (drop_down, more, 12));
  g_assert_cmpuint (gtk_drop_down_get_selected (drop_down), ==, 0);
  g_assert_cmpint (pv_drop_down_get_key (drop_down), ==, PV_INT_NULL);
  g_assert_false (show_choices (drop_down, only, 12));
  g_assert_cmpuint (gtk_drop_down_get_selected (drop_down), ==, GTK_INVALID_LIST_POSITION);
  g_assert_cmpint (pv_drop_down_get_key (drop_down), ==, PV_INT_NULL);
}

static void
test_copied_cell (void)
{
  g_autoptr (GString) table = g_string_new (NULL);

  pv_copie_append_cell (table, "Rives\tSolidaires");
  pv_copie_append_cell (table, NULL);
  pv_copie_append_cell (table, "=1+1");
  g_assert_cmpstr (table->str, ==, "Rives Solidaires'=1+1");
}

static gint64
get_key (GListModel *rows, guint position)
{
  return g_ascii_strtoll (gtk_string_list_get_string (GTK_STRING_LIST (rows), position), NULL, 10);
}

static void
test_selection (void)
{
  static const char *const before[] = { "10", "20", "30", NULL };
  static const char *const after[] = { "30", "40", "10", NULL };
  GtkStringList *rows = gtk_string_list_new (before);
  g_autoptr (GtkMultiSelection) selection = gtk_multi_selection_new (G_LIST_MODEL (rows));
  GtkSelectionModel *model = GTK_SELECTION_MODEL (selection);
  g_autoptr (GPtrArray) none = pv_selection_list (selection, FALSE);
  g_autoptr (GPtrArray) all = pv_selection_list (selection, TRUE);
  g_autoptr (GPtrArray) chosen = NULL;
  g_autoptr (GArray) keys = NULL;

  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (all->len, ==, 3);

  gtk_selection_model_select_item (model, 1, FALSE);
  gtk_selection_model_select_item (model, 2, FALSE);
  chosen = pv_selection_list (selection, TRUE);
  keys = pv_selection_dup_keys (selection, get_key);
  g_assert_cmpuint (chosen->len, ==, 2);
  g_assert_cmpstr (gtk_string_object_get_string (chosen->pdata[0]), ==, "20");
  g_assert_cmpuint (keys->len, ==, 2);
  g_assert_cmpint (g_array_index (keys, gint64, 0), ==, 20);
  g_assert_cmpint (g_array_index (keys, gint64, 1), ==, 30);

  /* it is found again where it went; what is gone is not */
  gtk_string_list_splice (rows, 0, 3, after);
  pv_selection_select_keys (selection, get_key, keys);
  g_assert_true (gtk_selection_model_is_selected (model, 0));
  g_assert_false (gtk_selection_model_is_selected (model, 1));
  g_assert_false (gtk_selection_model_is_selected (model, 2));
}

int
main (int argc, char **argv)
{
  pv_display_init (&argc, &argv);

  g_test_add_func ("/widget/figures-are-french", test_format);
  g_test_add_func ("/widget/what-is-typed-is-read-or-refused-with-a-reason", test_parse);
  g_test_add_func ("/widget/an-entry-commits-reverts-and-keeps-what-it-refuses", test_entry);
  g_test_add_func ("/widget/a-field-keeps-what-cannot-be-saved", test_field_read_only);
  g_test_add_func ("/widget/a-table-is-saved-on-this-machine", test_save_path);
  g_test_add_func ("/widget/a-choice-is-kept-by-its-key", test_drop_down);
  g_test_add_func ("/widget/a-selection-is-found-again", test_selection);
  g_test_add_func ("/widget/a-cell-that-is-copied-is-no-formula", test_copied_cell);
  g_test_add_func ("/widget/shapes-and-words", test_picture);
  g_test_add_func ("/widget/a-cell-tells-more-where-the-pointer-stays", test_tooltip);

  return g_test_run ();
}
