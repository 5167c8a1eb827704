/* test-dossiers.c: the page of the dossiers, as it is used
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>

#include "dossier/pv-critere-chip.h"
#include "dossier/pv-dossier-nouveau.h"
#include "dossier/pv-dossiers-page-private.h"
#include "dossier/pv-lot-dialog.h"
#include "pv-display.h"

typedef struct
{
  char *path;
  PvWindow *window;
  PvContext *context;
  PvDossiersPage *page;
} Fixture;

static void
open_programme (Fixture *self)
{
  self->window = pv_display_show_programme (self->path);
  self->context = pv_window_get_context (self->window);
  pv_context_set_appel (self->context, PV_INT_NULL);
  pv_display_act (GTK_WIDGET (self->window), self->context, "win.goto",
                  g_variant_new ("(ss)", "dossiers", ""));
  self->page = PV_DOSSIERS_PAGE (pv_window_get_page (self->window, "dossiers"));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (self->window));
  pv_display_settle (self->context);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  self->path = pv_display_copy_demonstration ();
  open_programme (self);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  pv_display_close (GTK_WINDOW (self->window));
  pv_display_remove (self->path);
}

static guint
n_rows (Fixture *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (pv_dossiers_view_get_liste (self->page->view)));
}

static void
act (Fixture *self, const char *action, GVariant *parameter)
{
  pv_display_act (GTK_WIDGET (self->page), self->context, action, parameter);
}

/* As the menu of the “+ Filtre” button does. */
static void
add_filter (Fixture *self, const char *id)
{
  pv_display_act (GTK_WIDGET (self->page->filtres), self->context, "filtres.add",
                  g_variant_new_string (id));
}

static void
filter (Fixture *self, const char *text)
{
  pv_display_act (GTK_WIDGET (self->window), self->context, "win.goto",
                  g_variant_new ("(ss)", "dossiers", text));
}

static void
select_rows (Fixture *self, guint first, guint n)
{
  gtk_selection_model_select_range (pv_dossiers_view_get_selection (self->page->view), first, n,
                                    TRUE);
  pv_display_settle (self->context);
}

static gboolean
timed_out (gpointer data)
{
  return g_get_monotonic_time () > *(gint64 *)data;
}

/* Until delays of the page are over: the menu that closes, the controls of the preview. */
static void
linger (Fixture *self, int milliseconds)
{
  gint64 end = g_get_monotonic_time () + milliseconds * 1000;

  pv_display_wait (timed_out, &end);
  pv_display_settle (self->context);
}

/* The dialog in front of the window. */
static GtkWindow *
find_dialog (Fixture *self, GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (g_type_is_a (G_OBJECT_TYPE (window), type) &&
          gtk_window_get_transient_for (window) == GTK_WINDOW (self->window))
        return window;
    }

  return NULL;
}

/* The popover of the first chip, as Escape does. */
static void
close_chip (Fixture *self)
{
  GtkWidget *chip = pv_display_find (GTK_WIDGET (self->page), PV_TYPE_CRITERE_CHIP, NULL, NULL);

  gtk_menu_button_popdown (
      GTK_MENU_BUTTON (pv_display_find (chip, GTK_TYPE_MENU_BUTTON, NULL, NULL)));
  linger (self, 100);
}

static void
test_names (Fixture *self, gconstpointer data)
{
  select_rows (self, 0, 2);
  add_filter (self, "commune");
  linger (self, 150);
  pv_display_check_names (GTK_WIDGET (self->window));
  close_chip (self);
}

/* --- filter ------------------------------------------------------------------------ */

static guint
n_chips (Fixture *self)
{
  GtkWidget *chips = pv_display_find (GTK_WIDGET (self->page), GTK_TYPE_BOX, "chips", NULL);
  guint n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (chips); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (PV_IS_CRITERE_CHIP (child))
      n++;

  return n;
}

static void
test_chips (Fixture *self, gconstpointer data)
{
  guint all = n_rows (self);
  gint64 proposes =
      pv_display_query (self->context, "SELECT COUNT(*) FROM dossier WHERE statut = 'propose'");
  GtkWidget *chip, *value, *remove;
  g_autofree char *kept = NULL;

  g_assert_cmpint (all, ==, pv_display_query (self->context, "SELECT COUNT(*) FROM dossier"));
  g_assert_cmpint (proposes, >, 0);

  /* a criterion is added by the menu, its value by a tick */
  add_filter (self, "statut");
  linger (self, 150);
  chip = pv_display_find (GTK_WIDGET (self->page), PV_TYPE_CRITERE_CHIP, NULL, NULL);
  g_assert_nonnull (chip);
  for (value = NULL; value == NULL;)
    {
      g_main_context_iteration (NULL, TRUE);
      value = pv_display_find (chip, GTK_TYPE_CHECK_BUTTON, NULL, NULL);
    }
  while (g_strcmp0 (g_object_get_data (G_OBJECT (value), "pv-valeur"), "propose") != 0)
    value = gtk_widget_get_next_sibling (value);
  gtk_widget_activate (value);
  pv_display_settle (self->context);
  g_assert_cmpint (n_rows (self), ==, proposes);
  g_assert_cmpuint (n_chips (self), ==, 1);
  kept = g_settings_get_string (pv_context_get_file_settings (self->context), "dossiers-critere");
  g_assert_cmpstr (kept, ==, "statut=propose");

  close_chip (self);

  /* × takes it away */
  remove = pv_display_find (chip, GTK_TYPE_BUTTON, "remove", NULL);
  g_assert_true (gtk_widget_activate (remove));
  linger (self, 500);
  g_assert_cmpint (n_rows (self), ==, all);
  g_assert_cmpuint (n_chips (self), ==, 0);

  /* a detail replaces the filter, “Effacer” clears it */
  filter (self, "statut=propose;nature=nouvelle;cout=100000..");
  g_assert_cmpuint (n_chips (self), ==, 3);
  g_assert_cmpint (n_rows (self), <, proposes);
  act (self, "dossiers.clear-filters", NULL);
  g_assert_cmpint (n_rows (self), ==, all);

  /* the header's search is a criterion as the others */
  pv_page_search (PV_PAGE (self->page), "zzzz");
  pv_display_settle (self->context);
  g_assert_cmpint (n_rows (self), ==, 0);
  g_assert_cmpuint (n_chips (self), ==, 1);
}

/* A page left, and a window closed, with the popover of a chip open. */
static void
test_open_popover (Fixture *self, gconstpointer data)
{
  static const char *const ids[] = { "commune", "cout", "texte" };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      add_filter (self, ids[i]);
      linger (self, 150);
      g_assert_cmpuint (n_chips (self), ==, 1);
      pv_display_act (GTK_WIDGET (self->window), self->context, "win.goto",
                      g_variant_new ("(ss)", "accueil", ""));
      linger (self, 150);
      pv_display_act (GTK_WIDGET (self->window), self->context, "win.goto",
                      g_variant_new ("(ss)", "dossiers", ""));
      linger (self, 100);
      g_assert_cmpuint (n_chips (self), ==, 0);
    }

  add_filter (self, "statut");
  linger (self, 150);
  g_assert_cmpuint (n_chips (self), ==, 1);
  pv_display_close (GTK_WINDOW (self->window));
  open_programme (self);

  /* and one that is about to open */
  add_filter (self, "statut");
  pv_display_close (GTK_WINDOW (self->window));
  open_programme (self);
}

/* What the bar under the list says is selected: nothing, for less than two. */
static const char *
get_selected_words (Fixture *self)
{
  GtkWidget *bar = pv_display_find (GTK_WIDGET (self->page->view), G_TYPE_NONE, "selected", NULL);
  GtkWidget *label = pv_display_find (bar, GTK_TYPE_LABEL, NULL, NULL);

  return gtk_widget_get_visible (bar) ? gtk_label_get_label (GTK_LABEL (label)) : NULL;
}

static void
check_selection (Fixture *self, guint n, const char *words)
{
  g_autoptr (GArray) ids = pv_dossiers_view_dup_selected_ids (self->page->view);
  guint told = 0;
  gint64 current = 0;

  g_object_get (self->page->view, "n-selected", &told, "current-id", &current, NULL);
  g_assert_cmpuint (ids->len, ==, n);
  g_assert_cmpuint (told, ==, n);
  g_assert_cmpstr (get_selected_words (self), ==, words);
  g_assert_true (gtk_action_bar_get_revealed (self->page->selection_bar) == (n > 0));
  if (n == 0)
    g_assert_cmpint (current, ==, 0);
  for (guint i = 0; i < n && g_array_index (ids, gint64, i) != current; i++)
    g_assert_cmpuint (i, <, n - 1);
}

/* A filter takes the rows it hides out of the selection, wherever they were. */
/* No dossier passes, in one call, then in all of them, then in none of the search. */
static void
test_nothing_found (Fixture *self, gconstpointer data)
{
  PvDossierListe *liste = pv_dossiers_view_get_liste (self->page->view);
  gint64 appel = pv_context_get_appel (self->context);

  filter (self, "texte=introuvable");
  g_assert_cmpuint (n_rows (self), ==, 0);
  pv_context_set_appel (self->context, PV_INT_NULL);
  pv_display_settle (self->context);
  g_assert_cmpuint (n_rows (self), ==, 0);
  g_assert_false (pv_dossier_liste_is_loading (liste));
  pv_context_set_appel (self->context, appel);
  pv_display_settle (self->context);
  g_assert_cmpuint (n_rows (self), ==, 0);
  act (self, "dossiers.clear-filters", NULL);
  g_assert_cmpuint (n_rows (self), >, 50);
}

static void
test_selection_filtered (Fixture *self, gconstpointer data)
{
  PvDossierListe *liste = pv_dossiers_view_get_liste (self->page->view);
  GtkSelectionModel *selection = pv_dossiers_view_get_selection (self->page->view);
  guint n = n_rows (self);
  gint64 kept = 0;

  filter (self, "statut=propose");
  g_assert_cmpuint (n_rows (self), >, 3);
  g_assert_cmpuint (n_rows (self), <, n);
  kept = pv_dossier_liste_get_id (liste, 1);
  act (self, "dossiers.clear-filters", NULL);

  /* one of the three stays */
  select_rows (self, 0, 1);
  gtk_selection_model_select_item (selection, n - 1, FALSE);
  gtk_selection_model_select_item (selection, pv_dossier_liste_find (liste, kept), FALSE);
  pv_display_settle (self->context);
  check_selection (self, 3, "3 sélectionnés");
  filter (self, "statut=propose");
  check_selection (self, 1, NULL);
  g_assert_true (gtk_selection_model_is_selected (selection, 1));
  act (self, "dossiers.clear-filters", NULL);
  check_selection (self, 1, NULL);

  /* two of all, and none */
  filter (self, "statut=propose");
  act (self, "dossiers.select-all", NULL);
  n = n_rows (self);
  filter (self, "statut=propose,programme");
  g_assert_cmpuint (n_rows (self), >, n);
  {
    g_autofree char *words = g_strdup_printf ("%u sélectionnés", n);

    check_selection (self, n, words);
  }
  filter (self, "statut=programme");
  check_selection (self, 0, NULL);

  /* rows that all leave */
  act (self, "dossiers.clear-filters", NULL);
  n = n_rows (self);
  select_rows (self, n - 3, 3);
  check_selection (self, 3, "3 sélectionnés");
  filter (self, "texte=introuvable");
  g_assert_cmpuint (n_rows (self), ==, 0);
  check_selection (self, 0, NULL);
  act (self, "dossiers.clear-filters", NULL);
  g_assert_cmpuint (n_rows (self), ==, n);
  check_selection (self, 0, NULL);
}

/* --- saved views ------------------------------------------------------------------- */

static void
test_views (Fixture *self, gconstpointer data)
{
  GtkWidget *button = GTK_WIDGET (self->page->vues);
  GtkWindow *dialog;
  guint filtered;

  filter (self, "statut=propose");
  filtered = n_rows (self);
  g_assert_true (gtk_widget_activate_action (button, "vues.save", NULL));
  dialog = find_dialog (self, ADW_TYPE_MESSAGE_DIALOG);
  g_assert_nonnull (dialog);
  gtk_editable_set_text (
      GTK_EDITABLE (pv_display_find (GTK_WIDGET (dialog), GTK_TYPE_ENTRY, NULL, NULL)), "Proposés");
  pv_display_check_names (GTK_WIDGET (dialog));
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "save");
  gtk_window_close (dialog);
  pv_display_settle (self->context);
  g_assert_cmpint (pv_display_query (self->context,
                                     "SELECT COUNT(*) FROM vue WHERE nom = 'Proposés'"
                                     " AND critere = 'statut=propose'"),
                   ==, 1);
  g_assert_cmpstr (pv_vues_button_get_vue (self->page->vues)->nom, ==, "Proposés");

  /* found again at the next start, with its filter */
  pv_display_close (GTK_WINDOW (self->window));
  open_programme (self);
  button = GTK_WIDGET (self->page->vues);
  g_assert_cmpuint (n_rows (self), ==, filtered);
  g_assert_cmpstr (pv_vues_button_get_vue (self->page->vues)->nom, ==, "Proposés");

  /* all, then the view again */
  g_assert_true (gtk_widget_activate_action (button, "vues.choose", "s", ""));
  pv_display_settle (self->context);
  g_assert_cmpuint (n_rows (self), >, filtered);
  {
    g_autofree char *uuid = NULL;
    g_autoptr (PvVue) vue = NULL;

    pv_vues_button_restore (self->page->vues, NULL);
    g_assert_null (pv_vues_button_get_vue (self->page->vues));
    filter (self, "statut=propose");
  }
  g_assert_cmpuint (n_rows (self), ==, filtered);
}

/* --- several at once --------------------------------------------------------------- */

static void
test_bulk_status (Fixture *self, gconstpointer data)
{
  gint64 before =
      pv_display_query (self->context, "SELECT COUNT(*) FROM dossier WHERE statut = 'programme'");
  GtkWindow *dialog;

  filter (self, "statut=propose");
  select_rows (self, 0, 3);
  g_assert_true (gtk_action_bar_get_revealed (self->page->selection_bar));
  act (self, "dossiers.statut", NULL);
  dialog = find_dialog (self, PV_TYPE_LOT_DIALOG);
  g_assert_nonnull (dialog);
  pv_display_check_names (GTK_WIDGET (dialog));

  /* soldé is refused to all three, and said so */
  g_assert_true (pv_lot_dialog_choose (PV_LOT_DIALOG (dialog), "Soldé"));
  pv_display_settle (self->context);
  g_assert_false (adw_message_dialog_get_response_enabled (ADW_MESSAGE_DIALOG (dialog), "apply"));
  /* refusing needs a reason */
  g_assert_true (pv_lot_dialog_choose (PV_LOT_DIALOG (dialog), "Refusé"));
  pv_display_settle (self->context);
  g_assert_false (adw_message_dialog_get_response_enabled (ADW_MESSAGE_DIALOG (dialog), "apply"));

  g_assert_true (pv_lot_dialog_choose (PV_LOT_DIALOG (dialog), "Programmé"));
  pv_display_settle (self->context);
  g_assert_true (adw_message_dialog_get_response_enabled (ADW_MESSAGE_DIALOG (dialog), "apply"));
  pv_display_picture (dialog, self->context, "dossiers-statut");
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "apply");
  gtk_window_close (dialog);
  pv_display_settle (self->context);
  g_assert_cmpint (
      pv_display_query (self->context, "SELECT COUNT(*) FROM dossier WHERE statut = 'programme'"),
      ==, before + 3);

  /* one undo for the three */
  pv_display_act (GTK_WIDGET (self->window), self->context, "win.undo", NULL);
  g_assert_cmpint (
      pv_display_query (self->context, "SELECT COUNT(*) FROM dossier WHERE statut = 'programme'"),
      ==, before);
}

static void
test_delete (Fixture *self, gconstpointer data)
{
  gint64 before = pv_display_query (self->context, "SELECT COUNT(*) FROM dossier");
  GtkWindow *dialog;

  filter (self, "statut=depose");
  g_assert_cmpuint (n_rows (self), >, 0);
  select_rows (self, 0, 1);
  act (self, "dossiers.delete", NULL);
  dialog = find_dialog (self, ADW_TYPE_MESSAGE_DIALOG);
  g_assert_nonnull (dialog);
  g_assert_nonnull (adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (dialog)));
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "delete");
  gtk_window_close (dialog);
  pv_display_settle (self->context);
  g_assert_cmpint (pv_display_query (self->context, "SELECT COUNT(*) FROM dossier"), ==,
                   before - 1);
  pv_display_act (GTK_WIDGET (self->window), self->context, "win.undo", NULL);
  g_assert_cmpint (pv_display_query (self->context, "SELECT COUNT(*) FROM dossier"), ==, before);
}

static void
test_new (Fixture *self, gconstpointer data)
{
  gint64 before = pv_display_query (self->context, "SELECT COUNT(*) FROM dossier");
  GtkWindow *dialog;

  act (self, "dossiers.new", NULL);
  dialog = find_dialog (self, PV_TYPE_DOSSIER_NOUVEAU);
  g_assert_nonnull (dialog);
  pv_display_check_names (GTK_WIDGET (dialog));
  gtk_editable_set_text (
      GTK_EDITABLE (pv_display_find (GTK_WIDGET (dialog), ADW_TYPE_ENTRY_ROW, "intitule", NULL)),
      "Un essai d’action");
  gtk_editable_set_text (
      GTK_EDITABLE (pv_display_find (GTK_WIDGET (dialog), ADW_TYPE_ENTRY_ROW, "porteur", NULL)),
      "Association toute neuve");
  pv_display_settle (self->context);
  pv_display_picture (dialog, self->context, "dossier-nouveau");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (dialog), "nouveau.create", NULL));
  pv_display_settle (self->context);
  g_assert_cmpint (pv_display_query (self->context, "SELECT COUNT(*) FROM dossier"), ==,
                   before + 1);
  g_assert_cmpint (pv_display_query (self->context,
                                     "SELECT COUNT(*) FROM dossier d JOIN organisme o"
                                     " ON o.id = d.porteur_id WHERE d.statut = 'depose'"
                                     " AND o.nom = 'Association toute neuve'"),
                   ==, 1);
}

/* --- copy and export --------------------------------------------------------------- */

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  char **text = user_data;

  *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
  g_assert_nonnull (*text);
}

static gboolean
is_set (gpointer data)
{
  return *(gpointer *)data != NULL;
}

static void
test_copy (Fixture *self, gconstpointer data)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  pv_dossiers_view_set_colonnes (self->page->view, "numero,porteur,cout,statut");
  pv_display_settle (self->context);
  select_rows (self, 0, 2);
  act (self, "dossiers.copy", NULL);
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (self->page)), NULL, read_cb,
                                 &text);
  pv_display_wait (is_set, &text);
  lines = g_strsplit (text, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 4);
  g_assert_true (g_str_has_prefix (lines[0], "N°\tPorteur\tCoût total\tStatut"));
  for (guint i = 1; i < 3; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], "\t", -1);

      g_assert_cmpuint (g_strv_length (cells), ==, 4);
      /* a figure that a spreadsheet takes for one */
      g_assert_true (g_regex_match_simple ("^[0-9]*(,[0-9]{2})?$", cells[2], 0, 0));
    }
}

static gboolean
exported (gpointer data)
{
  return ((PvDossiersPage *)data)->job == NULL;
}

static void
test_export (Fixture *self, gconstpointer data)
{
  g_autofree char *folder = g_path_get_dirname (self->path);
  g_autofree char *csv = g_build_filename (folder, "liste.csv", NULL);
  g_autofree char *xlsx = g_build_filename (folder, "liste.xlsx", NULL);
  g_autoptr (GFile) csv_file = g_file_new_for_path (csv);
  g_autoptr (GFile) xlsx_file = g_file_new_for_path (xlsx);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  filter (self, "statut=propose");
  pv_dossiers_page_export_to (self->page, csv_file);
  pv_display_wait (exported, self->page);
  g_assert_true (g_file_get_contents (csv, &text, NULL, NULL));
  lines = g_strsplit (text, "\r\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, n_rows (self) + 2);

  pv_dossiers_page_export_to (self->page, xlsx_file);
  pv_display_wait (exported, self->page);
  g_assert_true (g_file_test (xlsx, G_FILE_TEST_EXISTS));
  pv_display_settle (self->context);
}

/* --- preview and keys -------------------------------------------------------------- */

static void
test_preview (Fixture *self, gconstpointer data)
{
  GtkWidget *title;
  gint64 id;

  select_rows (self, 0, 1);
  linger (self, 400);
  id = pv_dossier_liste_get_id (pv_dossiers_view_get_liste (self->page->view), 0);
  title = pv_display_find (GTK_WIDGET (self->page->apercu), GTK_TYPE_LABEL, "title", NULL);
  {
    g_autofree char *sql = g_strdup_printf (
        "SELECT COUNT(*) FROM dossier WHERE id = %" G_GINT64_FORMAT " AND intitule = '%s'", id,
        gtk_label_get_label (GTK_LABEL (title)));

    g_assert_cmpint (pv_display_query (self->context, sql), ==, 1);
  }
  act (self, "dossiers.preview", NULL);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (self->page->apercu)));
  act (self, "dossiers.preview", NULL);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (self->page->apercu)));

  act (self, "dossiers.select-all", NULL);
  act (self, "dossiers.unselect", NULL);
  g_assert_false (gtk_action_bar_get_revealed (self->page->selection_bar));
  g_assert_nonnull (pv_page_get_count (PV_PAGE (self->page)));
}

static gboolean
has_key (GtkWidget *widget, const char *trigger)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  g_autoptr (GtkShortcutTrigger) wanted = gtk_shortcut_trigger_parse_string (trigger);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (!GTK_IS_SHORTCUT_CONTROLLER (controller))
        continue;
      for (guint j = 0; j < g_list_model_get_n_items (G_LIST_MODEL (controller)); j++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), j);

          if (gtk_shortcut_trigger_equal (gtk_shortcut_get_trigger (shortcut), wanted))
            return TRUE;
        }
    }

  return FALSE;
}

/* Going to the page, and back to it, gives the keys to its rows. */
static void
test_focus (Fixture *self, gconstpointer data)
{
  GtkWidget *window = GTK_WIDGET (self->window);
  GtkWidget *list =
      pv_display_find (GTK_WIDGET (self->page->view), GTK_TYPE_COLUMN_VIEW, NULL, NULL);
  const char *const ways[] = { "win.page-2", "win.back" };

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      GtkWidget *focus;

      if (g_str_equal (ways[i], "win.back"))
        pv_display_act (window, self->context, "win.open-dossier", g_variant_new_int64 (1));
      else
        pv_display_act (window, self->context, "win.page-1", NULL);
      pv_display_act (window, self->context, ways[i], NULL);
      focus = gtk_root_get_focus (GTK_ROOT (window));
      g_assert_nonnull (focus);
      g_assert_true (gtk_widget_is_ancestor (focus, list));
    }
}

/* From the toolbar to the list by Tab, and what keys do there. */
static void
test_keys (Fixture *self, gconstpointer data)
{
  static const char *const keys[] = { "F8",     "<Control>c", "<Control>a", "Escape",
                                      "Delete", "Menu",       "<Shift>F10", "<Control><Shift>n" };
  GtkWidget *page = GTK_WIDGET (self->page);
  GtkWidget *view = GTK_WIDGET (self->page->view);
  GtkWidget *focus = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    g_assert_true (has_key (page, keys[i]));

  gtk_widget_grab_focus (GTK_WIDGET (self->page->etape));
  for (int i = 0; i < 20 && (focus == NULL || !gtk_widget_is_ancestor (focus, view)); i++)
    {
      g_assert_true (gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD));
      focus = gtk_root_get_focus (gtk_widget_get_root (page));
    }
  g_assert_true (gtk_widget_is_ancestor (focus, view));

  /* a chip goes away by Delete */
  filter (self, "statut=propose");
  g_assert_true (has_key (pv_display_find (page, PV_TYPE_CRITERE_CHIP, NULL, NULL), "Delete"));
}

static void
test_pictures (Fixture *self, gconstpointer data)
{
  gtk_widget_hide (gtk_widget_get_first_child (GTK_WIDGET (self->window)));
  gtk_widget_show (gtk_widget_get_first_child (GTK_WIDGET (self->window)));
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.sidebar", NULL);
  pv_display_settle (self->context);
  pv_display_picture (GTK_WINDOW (self->window), self->context, "dossiers");

  select_rows (self, 11, 1);
  gtk_selection_model_select_item (pv_dossiers_view_get_selection (self->page->view), 9, FALSE);
  gtk_selection_model_select_item (pv_dossiers_view_get_selection (self->page->view), 12, FALSE);
  gtk_selection_model_select_item (pv_dossiers_view_get_selection (self->page->view), 11, FALSE);
  linger (self, 600);
  pv_display_picture (GTK_WINDOW (self->window), self->context, "dossiers-selection");

  filter (self, "nature=nouvelle,reconduction;cout=1000000..;statut=propose,programme,instruit");
  linger (self, 600);
  pv_display_picture (GTK_WINDOW (self->window), self->context, "dossiers-filtre");

  filter (self, "texte=introuvable");
  pv_display_picture (GTK_WINDOW (self->window), self->context, "dossiers-vide");
}

int
main (int argc, char **argv)
{
  pv_display_init (&argc, &argv);

#define ADD(name, func) g_test_add ("/dossiers/" name, Fixture, NULL, set_up, func, tear_down)

  ADD ("names", test_names);
  ADD ("chips", test_chips);
  ADD ("open-popover", test_open_popover);
  ADD ("nothing-found", test_nothing_found);
  ADD ("selection-filtered", test_selection_filtered);
  ADD ("views", test_views);
  ADD ("bulk-status", test_bulk_status);
  ADD ("delete", test_delete);
  ADD ("new", test_new);
  ADD ("copy", test_copy);
  ADD ("export", test_export);
  ADD ("preview", test_preview);
  ADD ("keys", test_keys);
  ADD ("focus", test_focus);
  ADD ("pictures", test_pictures);

  return g_test_run ();
}
