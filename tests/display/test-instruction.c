/* test-instruction.c: the queue, and a dossier instructed by keys
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dossier/pv-dossier-section.h"
#include "instruction/pv-file-vue.h"
#include "instruction/pv-instruction-agent.h"
#include "instruction/pv-instruction-liste.h"
#include "instruction/pv-instruction-page.h"
#include "instruction/pv-instructions-page.h"
#include "pv-display.h"
#include "widget/pv-amount-entry.h"

typedef struct
{
  char *path;
  PvWindow *window;
  PvContext *context;
} Fixture;

static gint64
query (Fixture *self, const char *sql)
{
  gint64 value = PV_INT_NULL;
  g_autoptr (GError) error = NULL;

  pv_db_query_int (pv_context_get_reader (self->context), sql, &value, &error);
  g_assert_no_error (error);

  return value;
}

static gboolean
run_sql (PvDb *db, gpointer sql, GError **error)
{
  return pv_db_execute (db, sql, error);
}

static void
write_sql (Fixture *self, const char *sql)
{
  g_autoptr (GError) error = NULL;

  pv_context_act (self->context, "parametre-edit", NULL, run_sql, (gpointer)sql, &error);
  g_assert_no_error (error);
}

/* A grid of eight criteria, the weights and the marks of the picture, for the appel of 2026. */
static const char grille[] =
    "UPDATE appel SET grille_id = NULL;"
    "INSERT INTO grille (id, uuid, nom, version) VALUES (900, 'g900', 'Grille de l’épreuve', 1);"
    "INSERT INTO critere (id, uuid, grille_id, ordre, libelle, aide, poids, maximum,"
    " sans_objet_permis) VALUES"
    " (901, 'c1', 900, 1, 'Réponse aux besoins du quartier', 'diagnostic, données, demande des"
    " habitants', 3, 5, 0),"
    " (902, 'c2', 900, 2, 'Cohérence avec l’axe', 'amplifier la politique d’accès à l’emploi', 2,"
    " 5, 0),"
    " (903, 'c3', 900, 3, 'Mobilisation du public visé', 'aller vers, part de résidents du QPV', 2,"
    " 5, 0),"
    " (904, 'c4', 900, 4, 'Partenariat et droit commun', 'France Travail, Mission locale, Région',"
    " 2, 5, 0),"
    " (905, 'c5', 900, 5, 'Évaluation', 'indicateurs chiffrés et sexués', 1, 5, 0),"
    " (906, 'c6', 900, 6, 'Participation des habitants', 'conception, suivi, bilan', 2, 5, 1),"
    " (907, 'c7', 900, 7, 'Soutenabilité du budget', 'coût par bénéficiaire, cofinancements', 2, 5,"
    " 1),"
    " (908, 'c8', 900, 8, 'Transition écologique', 'réemploi, sobriété numérique', 1, 5, 1);"
    "UPDATE appel SET grille_id = 900 WHERE exercice = 2026;";

static void
choose_institution (Fixture *self)
{
  g_autoptr (GError) error = NULL;

  pv_instruction_agent_choose (
      self->context, query (self, "SELECT id FROM institution WHERE nom = 'État'"), &error);
  g_assert_no_error (error);
  pv_display_settle (self->context);
}

/* Written before there is a window: nothing is told of it. */
static void
set_up (Fixture *self, gconstpointer data)
{
  self->path = pv_display_copy_demonstration ();
  self->context = pv_display_open (self->path);
  write_sql (self, "UPDATE agent SET institution_id = NULL");
  write_sql (self, grille);
  write_sql (self, "DELETE FROM instruction WHERE institution_id ="
                   " (SELECT id FROM institution WHERE nom = 'État')"
                   " AND dossier_id IN (SELECT id FROM dossier WHERE statut IN ('recevable',"
                   " 'en-instruction', 'instruit'))");
  if (data != NULL)
    choose_institution (self);
  pv_display_settle (self->context);
  g_assert_finalize_object (self->context);
  self->window = pv_display_show_programme (self->path);
  self->context = pv_window_get_context (self->window);
  pv_display_settle (self->context);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  pv_display_settle (self->context);
  pv_display_close (GTK_WINDOW (self->window));
  pv_display_remove (self->path);
}

/* --- the queue ----------------------------------------------------------------------------- */

static gint64
get_first (GtkSelectionModel *model)
{
  g_autoptr (PvRow) item = g_list_model_get_item (G_LIST_MODEL (model), 0);

  return pv_instruction_row_get (item)->id;
}

static void
test_file (Fixture *self, gconstpointer data)
{
  GtkWidget *page, *vue, *stack;
  GtkWidget *view;
  GtkSelectionModel *model;
  gint64 n;

  pv_display_act (GTK_WIDGET (self->window), self->context, "win.goto",
                  g_variant_new ("(ss)", "instruction", ""));
  page = GTK_WIDGET (pv_window_get_page (self->window, "instruction"));
  vue = pv_display_find (page, PV_TYPE_FILE_VUE, NULL, NULL);
  stack = pv_display_find (vue, GTK_TYPE_STACK, NULL, NULL);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (stack)), ==, "choose");
  pv_display_check_names (vue);
  pv_display_picture (GTK_WINDOW (self->window), self->context, "instruction-file-institution");

  /* one chooses, and the queue is there */
  pv_display_act (vue, self->context, "file.institution",
                  g_variant_new_int64 (query (self, "SELECT id FROM institution WHERE nom ="
                                                    " 'État'")));
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (stack)), ==, "list");
  view = pv_display_find (vue, GTK_TYPE_COLUMN_VIEW, NULL, NULL);
  model = gtk_column_view_get_model (GTK_COLUMN_VIEW (view));
  n = query (self, "SELECT COUNT(*) FROM dossier d JOIN appel a ON a.id = d.appel_id WHERE"
                   " a.exercice = 2026 AND chapeau = 0 AND statut IN"
                   " ('recevable', 'en-instruction', 'instruit')");
  g_assert_cmpint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, n);
  g_assert_cmpint (g_ascii_strtoll (pv_page_get_count (PV_PAGE (page)), NULL, 10), ==, n);
  pv_display_check_names (vue);
  pv_display_picture (GTK_WINDOW (self->window), self->context, "instruction-file");

  /* Ctrl+F searches it, without leaving the page; a header sorts it */
  {
    GtkWidget *entry =
        pv_display_find (GTK_WIDGET (self->window), GTK_TYPE_SEARCH_ENTRY, "search_entry", NULL);
    GListModel *columns = gtk_column_view_get_columns (GTK_COLUMN_VIEW (view));
    g_autoptr (GtkColumnViewColumn) numero = g_list_model_get_item (columns, 0);

    pv_display_act (GTK_WIDGET (self->window), self->context, "win.search", NULL);
    gtk_editable_set_text (GTK_EDITABLE (entry), "0394");
    g_signal_emit_by_name (entry, "search-changed");
    pv_display_settle (self->context);
    g_assert_true (gtk_widget_get_mapped (vue));
    g_assert_cmpint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, 1);
    pv_display_picture (GTK_WINDOW (self->window), self->context, "instruction-file-recherche");
    gtk_editable_set_text (GTK_EDITABLE (entry), "introuvable");
    g_signal_emit_by_name (entry, "search-changed");
    pv_display_settle (self->context);
    g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (stack)), ==, "empty");
    gtk_editable_set_text (GTK_EDITABLE (entry), "");
    g_signal_emit_by_name (entry, "search-changed");
    pv_display_settle (self->context);
    g_assert_cmpint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, n);

    gtk_column_view_sort_by_column (GTK_COLUMN_VIEW (view), numero, GTK_SORT_DESCENDING);
    pv_display_settle (self->context);
    g_assert_cmpint (get_first (model), ==,
                     query (self, "SELECT d.id FROM dossier d JOIN appel a ON a.id = d.appel_id"
                                  " WHERE a.exercice = 2026 AND chapeau = 0 AND statut IN"
                                  " ('recevable', 'en-instruction', 'instruit')"
                                  " ORDER BY numero DESC LIMIT 1"));
  }

  /* all of them, by name; then one that is empty */
  pv_display_act (GTK_WIDGET (self->window), self->context, "win.goto",
                  g_variant_new ("(ss)", "instruction", "toutes"));
  pv_display_settle (self->context);
  g_assert_cmpint (g_list_model_get_n_items (G_LIST_MODEL (model)), >, n);
  pv_display_picture (GTK_WINDOW (self->window), self->context, "instruction-file-toutes");
  pv_display_act (vue, self->context, "file.genre", g_variant_new_string ("miennes"));
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (stack)), ==, "empty");
  pv_display_picture (GTK_WINDOW (self->window), self->context, "instruction-file-vide");
}

/* --- a dossier, by keys -------------------------------------------------------------------- */

static GtkWidget *
open_page (Fixture *self, const char *numero)
{
  g_autofree char *sql = g_strdup_printf ("SELECT id FROM dossier WHERE numero = '%s'", numero);
  GtkWidget *page;

  pv_display_act (GTK_WIDGET (self->window), self->context, "win.open-instruction",
                  g_variant_new_int64 (query (self, sql)));
  pv_display_settle (self->context);
  page = pv_display_find (GTK_WIDGET (self->window), PV_TYPE_INSTRUCTION_PAGE, NULL, NULL);
  g_assert_nonnull (page);

  return page;
}

/* As a key does: through the controllers of the widget that has the focus, and above. */
static gboolean
emit_key (GtkWidget *widget, guint key, guint keycode, GdkModifierType modifiers)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
      gboolean handled = FALSE;

      if (!GTK_IS_EVENT_CONTROLLER_KEY (controller))
        continue;
      g_signal_emit_by_name (controller, "key-pressed", key, keycode, modifiers, &handled);
      if (handled)
        return TRUE;
    }

  return FALSE;
}

static void
press_code (Fixture *self, guint key, guint keycode)
{
  GtkWidget *widget = gtk_root_get_focus (GTK_ROOT (self->window));

  g_assert_nonnull (widget);
  while (widget != NULL && !emit_key (widget, key, keycode, 0))
    widget = gtk_widget_get_parent (widget);
  g_assert_nonnull (widget);
}

static void
press (Fixture *self, guint key)
{
  press_code (self, key, 0);
}

static void
down (Fixture *self, GtkWidget *page)
{
  GtkWidget *list = pv_display_find (page, GTK_TYPE_LIST_BOX, "criteres", NULL);

  gboolean handled = FALSE;

  g_signal_emit_by_name (list, "move-cursor", GTK_MOVEMENT_DISPLAY_LINES, 1, FALSE, FALSE,
                         &handled);
}

static void
type_in (GtkWidget *page, const char *id, const char *text)
{
  GtkWidget *entry = pv_display_find (page, GTK_TYPE_ENTRY, id, NULL);

  g_assert_nonnull (entry);
  gtk_widget_grab_focus (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  g_signal_emit_by_name (entry, "activate");
}

static const char *
get_label (GtkWidget *page, const char *id)
{
  return gtk_label_get_label (GTK_LABEL (pv_display_find (page, GTK_TYPE_LABEL, id, NULL)));
}

static gboolean
passed_cb (gpointer data)
{
  *(gboolean *)data = TRUE;

  return G_SOURCE_REMOVE;
}

static gboolean
is_set (gpointer data)
{
  return *(gboolean *)data;
}

/* Until what was told is told no more. */
static void
wait_toast (void)
{
  gboolean passed = FALSE;

  g_timeout_add (5500, passed_cb, &passed);
  pv_display_wait (is_set, &passed);
}

static void
test_keys (Fixture *self, gconstpointer data)
{
  static const struct
  {
    guint key;
    const char *score;
  } keys[] = {
    { GDK_KEY_4, "80,00" }, { GDK_KEY_5, "88,00" }, { GDK_KEY_4, "85,71" }, { GDK_KEY_3, "80,00" },
    { GDK_KEY_3, "78,00" }, { GDK_KEY_3, "75,00" }, { GDK_KEY_3, "72,86" }, { GDK_KEY_n, "72,86" },
  };
  gint64 etat;
  GtkWidget *page, *amount;
  gint64 before;

  page = open_page (self, "0394");
  g_assert_cmpstr (pv_instruction_page_get_score (PV_INSTRUCTION_PAGE (page)), ==, "–");
  pv_display_check_names (page);
  pv_display_picture (GTK_WINDOW (self->window), self->context, "instruction-vide");
  before = query (self, "SELECT COUNT(*) FROM instruction WHERE etat = 'soumise'");

  /* clearing what has no mark makes no draft */
  press (self, GDK_KEY_BackSpace);
  g_assert_cmpint (query (self, "SELECT COUNT(*) FROM instruction WHERE etat = 'brouillon'"), ==,
                   0);

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      press (self, keys[i].key);
      g_assert_cmpstr (pv_instruction_page_get_score (PV_INSTRUCTION_PAGE (page)), ==,
                       keys[i].score);
      if (i == 3)
        {
          pv_display_settle (self->context);
          pv_display_picture (GTK_WINDOW (self->window), self->context, "instruction-partielle");
        }
      if (i + 1 < G_N_ELEMENTS (keys))
        down (self, page);
    }
  pv_display_settle (self->context);
  g_assert_cmpint (query (self, "SELECT COUNT(*) FROM note n JOIN instruction i ON i.id ="
                                " n.instruction_id WHERE i.etat = 'brouillon'"),
                   ==, 8);

  /* a key takes a mark away, and Ctrl+Z brings it back */
  press (self, GDK_KEY_Delete);
  pv_display_settle (self->context);
  g_assert_cmpint (query (self, "SELECT COUNT(*) FROM note n JOIN instruction i ON i.id ="
                                " n.instruction_id WHERE i.etat = 'brouillon'"),
                   ==, 7);
  pv_display_act (GTK_WIDGET (self->window), self->context, "win.undo", NULL);
  pv_display_settle (self->context);
  g_assert_cmpint (query (self, "SELECT COUNT(*) FROM note n JOIN instruction i ON i.id ="
                                " n.instruction_id WHERE i.etat = 'brouillon'"),
                   ==, 8);

  /* refused without an avis, then without its reserve */
  pv_display_act (page, self->context, "instruction.submit", NULL);
  g_assert_true (gtk_widget_is_focus (
      pv_display_find (page, GTK_TYPE_TOGGLE_BUTTON, "favorable_button", NULL)));
  pv_display_act (page, self->context, "instruction.avis", g_variant_new_int64 (1));
  pv_display_act (page, self->context, "instruction.submit", NULL);
  g_assert_cmpint (query (self, "SELECT COUNT(*) FROM instruction WHERE etat = 'soumise'"), ==,
                   before);
  type_in (page, "reserves_entry", "Obtenir l’accord de la Région avant la première session.");
  type_in (page, "commentaire_entry", "Vu avec le porteur.");
  amount = pv_display_find (page, PV_TYPE_AMOUNT_ENTRY, NULL, NULL);
  gtk_widget_grab_focus (amount);
  gtk_editable_set_text (GTK_EDITABLE (amount), "24000");
  g_assert_true (pv_amount_entry_commit (PV_AMOUNT_ENTRY (amount)));
  pv_display_settle (self->context);
  g_assert_cmpint (query (self, "SELECT montant_cents FROM instruction_montant"), ==, 2400000);
  gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_selected_row (
      GTK_LIST_BOX (pv_display_find (page, GTK_TYPE_LIST_BOX, "criteres", NULL)))));
  pv_display_settle (self->context);
  g_assert_cmpstr (get_label (page, "total_points"), ==, "10,2");
  pv_display_check_names (page);
  wait_toast ();
  pv_display_picture (GTK_WINDOW (self->window), self->context, "instruction-complete");

  /* submitted: the next one is shown */
  pv_display_act (page, self->context, "instruction.submit", NULL);
  pv_display_settle (self->context);
  g_assert_cmpint (query (self, "SELECT COUNT(*) FROM instruction WHERE etat = 'soumise'"), ==,
                   before + 1);
  g_assert_cmpint (pv_instruction_page_get_dossier_id (PV_INSTRUCTION_PAGE (page)), !=,
                   query (self, "SELECT id FROM dossier WHERE numero = '0394'"));

  /* its undo gives the draft back, with its eight marks */
  pv_display_act (GTK_WIDGET (self->window), self->context, "win.undo", NULL);
  pv_display_settle (self->context);
  etat = query (self, "SELECT COUNT(*) FROM note n JOIN instruction i ON i.id = n.instruction_id"
                      " JOIN dossier d ON d.id = i.dossier_id WHERE i.etat = 'brouillon' AND"
                      " d.numero = '0394'");
  g_assert_cmpint (etat, ==, 8);
}

/* --- what is submitted, and what changes it ------------------------------------------------ */

static gint64
count_versions (Fixture *self, const char *etat)
{
  g_autofree char *sql =
      g_strdup_printf ("SELECT COUNT(*) FROM instruction i JOIN dossier d ON d.id = i.dossier_id"
                       " JOIN institution s ON s.id = i.institution_id"
                       " WHERE d.numero = '0412' AND s.nom = 'État' AND i.etat = '%s'",
                       etat);

  return query (self, sql);
}

static gboolean
has_notice (GtkWidget *page)
{
  return gtk_widget_get_visible (pv_display_find (page, GTK_TYPE_BOX, "notice", NULL));
}

static void
test_versions (Fixture *self, gconstpointer data)
{
  GtkWidget *page = open_page (self, "0412");
  GtkWidget *button = pv_display_find (page, GTK_TYPE_TOGGLE_BUTTON, "favorable_button", NULL);

  /* all is shown, nothing is editable */
  g_assert_true (has_notice (page));
  g_assert_false (gtk_widget_get_sensitive (button));
  pv_display_picture (GTK_WINDOW (self->window), self->context, "instruction-soumise");
  g_assert_cmpint (count_versions (self, "soumise"), ==, 1);

  /* a change is a draft beside it, which can be thrown away */
  pv_display_act (page, self->context, "instruction.reopen", NULL);
  g_assert_true (gtk_widget_get_sensitive (button));
  g_assert_cmpint (count_versions (self, "soumise"), ==, 1);
  g_assert_cmpint (count_versions (self, "brouillon"), ==, 1);
  pv_display_act (page, self->context, "instruction.discard", NULL);
  g_assert_cmpint (count_versions (self, "brouillon"), ==, 0);
  g_assert_false (gtk_widget_get_sensitive (button));

  /* submitted, it replaces the one before, which is kept */
  pv_display_act (page, self->context, "instruction.reopen", NULL);
  for (guint i = 0; i < 8; i++)
    {
      press (self, GDK_KEY_2);
      down (self, page);
    }
  pv_display_act (page, self->context, "instruction.avis", g_variant_new_int64 (2));
  pv_display_settle (self->context);
  pv_display_picture (GTK_WINDOW (self->window), self->context, "instruction-version");
  pv_display_act (page, self->context, "instruction.submit", NULL);
  pv_display_settle (self->context);
  g_assert_cmpint (count_versions (self, "soumise"), ==, 1);
  g_assert_cmpint (count_versions (self, "remplacee"), ==, 1);
  g_assert_cmpint (count_versions (self, "brouillon"), ==, 0);

  /* on the page of the dossier, the version before is under the one that counts */
  pv_display_act (GTK_WIDGET (self->window), self->context, "win.open-dossier",
                  g_variant_new_int64 (query (self, "SELECT id FROM dossier WHERE numero ="
                                                    " '0412'")));
  pv_display_settle (self->context);
  page =
      pv_display_find (GTK_WIDGET (self->window), g_type_from_name ("PvDossierPage"), NULL, NULL);
  pv_display_act (page, self->context, "dossier.section", g_variant_new_string ("instruction"));
  pv_display_settle (self->context);
  page = pv_display_find (page, g_type_from_name ("PvInstructionSection"), NULL, NULL);
  g_assert_nonnull (page);
  g_assert_true (
      gtk_widget_get_visible (pv_display_find (page, GTK_TYPE_BOX, "dispersion_box", NULL)));
  pv_display_check_names (page);
  adw_expander_row_set_expanded (
      ADW_EXPANDER_ROW (pv_display_find (page, ADW_TYPE_EXPANDER_ROW, NULL, NULL)), TRUE);
  pv_display_settle (self->context);
  pv_display_picture (GTK_WINDOW (self->window), self->context, "dossier-instruction");

  /* a control leads to its institution, or to the marking */
  {
    PvDossierSection *section = PV_DOSSIER_SECTION (page);
    gint64 dossier = query (self, "SELECT id FROM dossier WHERE numero = '0412'");

    g_assert_true (pv_dossier_section_show_field (
        section, "instruction",
        query (self, "SELECT MIN (i.id) FROM instruction i JOIN dossier d ON d.id = i.dossier_id"
                     " WHERE d.numero = '0412' AND i.etat = 'soumise'"),
        "note"));
    g_assert_true (pv_dossier_section_show_field (section, "dossier", dossier, "instruction"));
    g_assert_false (pv_dossier_section_show_field (section, "dossier", dossier, "fin"));
  }
}

/* --- what keeps from marking --------------------------------------------------------------- */

static void
test_grids (Fixture *self, gconstpointer data)
{
  GtkWidget *page = open_page (self, "0394");
  GtkWidget *criteres = pv_display_find (page, GTK_TYPE_LIST_BOX, "criteres", NULL);

  g_assert_false (has_notice (page));
  press (self, GDK_KEY_4);
  pv_display_settle (self->context);

  /* the call takes another grid: the mark is kept, and does not count */
  write_sql (self,
             "INSERT INTO grille (id, uuid, nom) VALUES (910, 'g910', 'Autre grille');"
             "INSERT INTO critere (id, uuid, grille_id, ordre, libelle, poids, maximum,"
             " sans_objet_permis) VALUES (911, 'c911', 910, 1, 'Intérêt du projet', 2, 20, 1);"
             "UPDATE appel SET grille_id = 910 WHERE exercice = 2026");
  pv_display_settle (self->context);
  g_assert_true (has_notice (page));
  g_assert_cmpstr (pv_instruction_page_get_score (PV_INSTRUCTION_PAGE (page)), ==, "–");
  g_assert_cmpint (query (self, "SELECT COUNT(*) FROM note WHERE critere_id = 901"), >=, 1);

  /* out of 20: a mark is typed, and refused beyond */
  gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (criteres), 0)));
  press (self, GDK_KEY_1);
  type_in (criteres, "entry", "15");
  pv_display_settle (self->context);
  g_assert_cmpstr (pv_instruction_page_get_score (PV_INSTRUCTION_PAGE (page)), ==, "75,00");
  type_in (criteres, "entry", "21");
  pv_display_settle (self->context);
  g_assert_cmpint (query (self, "SELECT valeur FROM note WHERE critere_id = 911"), ==, 15);
  pv_display_picture (GTK_WINDOW (self->window), self->context, "instruction-autre-grille");

  /* weights that sum to zero, then no grid at all: it is said, and no mark is asked */
  write_sql (self, "UPDATE critere SET poids = 0 WHERE grille_id = 910");
  pv_display_settle (self->context);
  g_assert_true (has_notice (page));
  write_sql (self, "UPDATE appel SET grille_id = NULL WHERE exercice = 2026");
  pv_display_settle (self->context);
  g_assert_true (has_notice (page));
  g_assert_false (gtk_widget_get_visible (criteres));
  pv_display_picture (GTK_WINDOW (self->window), self->context, "instruction-sans-grille");

  /* a dossier that is found irrecevable meanwhile */
  write_sql (self, "UPDATE dossier SET statut = 'irrecevable' WHERE numero = '0394'");
  pv_display_settle (self->context);
  g_assert_false (gtk_widget_get_sensitive (
      pv_display_find (page, GTK_TYPE_TOGGLE_BUTTON, "favorable_button", NULL)));
}

static void
test_no_institution (Fixture *self, gconstpointer data)
{
  GtkWidget *page = open_page (self, "0394");

  g_assert_true (has_notice (page));
  g_assert_false (gtk_widget_get_sensitive (
      pv_display_find (page, GTK_TYPE_TOGGLE_BUTTON, "favorable_button", NULL)));
  pv_display_act (page, self->context, "instruction.avis", g_variant_new_int64 (0));
  g_assert_cmpint (query (self, "SELECT COUNT(*) FROM instruction WHERE etat = 'brouillon'"), ==,
                   0);
  choose_institution (self);
  pv_display_settle (self->context);
  g_assert_true (gtk_widget_get_sensitive (
      pv_display_find (page, GTK_TYPE_TOGGLE_BUTTON, "favorable_button", NULL)));
}

static void
test_text (Fixture *self, gconstpointer data)
{
  GtkWidget *page = open_page (self, "0394");
  GtkWidget *entry = pv_display_find (page, GTK_TYPE_SEARCH_ENTRY, "search_entry", NULL);
  GtkWidget *stack = pv_display_find (page, GTK_TYPE_STACK, "left_stack", NULL);

  gtk_editable_set_text (GTK_EDITABLE (entry), "alternance");
  g_signal_emit_by_name (entry, "search-changed");
  g_assert_cmpstr (get_label (page, "found_label"), !=, "");
  pv_display_picture (GTK_WINDOW (self->window), self->context, "instruction-texte");
  gtk_stack_set_visible_child_name (GTK_STACK (stack), "budget");
  pv_display_settle (self->context);
  pv_display_picture (GTK_WINDOW (self->window), self->context, "instruction-budget");
  gtk_stack_set_visible_child_name (GTK_STACK (stack), "porteur");
  pv_display_settle (self->context);
  pv_display_picture (GTK_WINDOW (self->window), self->context, "instruction-porteur");
  gtk_stack_set_visible_child_name (GTK_STACK (stack), "pieces");
  pv_display_settle (self->context);
  pv_display_check_names (page);

  /* previous and next of the queue */
  pv_display_act (page, self->context, "instruction.next", NULL);
  g_assert_cmpint (pv_instruction_page_get_dossier_id (PV_INSTRUCTION_PAGE (page)), !=,
                   query (self, "SELECT id FROM dossier WHERE numero = '0394'"));
  pv_display_act (page, self->context, "instruction.previous", NULL);
  g_assert_cmpint (pv_instruction_page_get_dossier_id (PV_INSTRUCTION_PAGE (page)), ==,
                   query (self, "SELECT id FROM dossier WHERE numero = '0394'"));
  pv_display_act (page, self->context, "instruction.back", NULL);
}

static const char *
get_entry (GtkWidget *page, const char *id)
{
  return gtk_editable_get_text (GTK_EDITABLE (pv_display_find (page, GTK_TYPE_ENTRY, id, NULL)));
}

/* What is written of a dossier is never shown of another, whatever its spaces. */
static void
test_typed (Fixture *self, gconstpointer data)
{
  GtkWidget *page = open_page (self, "0394");

  type_in (page, "commentaire_entry", "  Vu avec le porteur. ");
  pv_display_settle (self->context);
  g_assert_cmpstr (get_entry (page, "commentaire_entry"), ==, "Vu avec le porteur.");
  pv_display_act (page, self->context, "instruction.next", NULL);
  g_assert_cmpstr (get_entry (page, "commentaire_entry"), ==, "");
  g_assert_cmpint (query (self, "SELECT COUNT(*) FROM instruction WHERE commentaire ="
                                " 'Vu avec le porteur.'"),
                   ==, 1);

  /* typed and left by no focus, then shown with another draft */
  pv_display_act (page, self->context, "instruction.previous", NULL);
  g_assert_cmpstr (get_entry (page, "commentaire_entry"), ==, "Vu avec le porteur.");
  gtk_editable_set_text (
      GTK_EDITABLE (pv_display_find (page, GTK_TYPE_ENTRY, "reserves_entry", NULL)), "Non");
  pv_display_act (page, self->context, "instruction.next", NULL);
  g_assert_cmpstr (get_entry (page, "reserves_entry"), ==, "");
  pv_display_act (page, self->context, "instruction.previous", NULL);
  gtk_editable_set_text (
      GTK_EDITABLE (pv_display_find (page, GTK_TYPE_ENTRY, "reserves_entry", NULL)), "Non");
  pv_display_act (page, self->context, "instruction.discard", NULL);
  g_assert_cmpstr (get_entry (page, "reserves_entry"), ==, "");
  g_assert_cmpstr (get_entry (page, "commentaire_entry"), ==, "");
}

/* Two dossiers whose texts differ only by what their holders stated. */
static void
test_stated (Fixture *self, gconstpointer data)
{
  GtkWidget *page, *entry;

  write_sql (self,
             "DELETE FROM dossier_territoire;"
             "UPDATE dossier SET resume = NULL, commentaire = NULL, territoire_declare = NULL,"
             " objectif_declare = 'Secteur ' || numero");
  pv_display_settle (self->context);
  page = open_page (self, "0394");
  entry = pv_display_find (page, GTK_TYPE_SEARCH_ENTRY, "search_entry", NULL);
  gtk_editable_set_text (GTK_EDITABLE (entry), "secteur 0394");
  g_signal_emit_by_name (entry, "search-changed");
  g_assert_cmpstr (get_label (page, "found_label"), ==, "1 endroit");
  pv_display_act (page, self->context, "instruction.next", NULL);
  g_assert_cmpstr (get_label (page, "found_label"), ==, "absent du texte");
  pv_display_act (page, self->context, "instruction.previous", NULL);
  g_assert_cmpstr (get_label (page, "found_label"), ==, "1 endroit");
}

static void
set_keyboard (Fixture *self, const char *layout)
{
  const char *const argv[] = { "setxkbmap", layout, NULL };
  g_autoptr (GError) error = NULL;
  int status = 0;

  g_spawn_sync (NULL, (char **)argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, &status,
                &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  pv_display_settle (self->context);
}

/* The keys of the top row of a French keyboard, without Shift: & is 1, ( is 5. */
static void
test_french_keyboard (Fixture *self, gconstpointer data)
{
  GtkWidget *page;

  set_keyboard (self, "fr");
  page = open_page (self, "0394");
  press_code (self, GDK_KEY_parenleft, 14);
  g_assert_cmpstr (pv_instruction_page_get_score (PV_INSTRUCTION_PAGE (page)), ==, "100,00");
  press_code (self, GDK_KEY_ampersand, 10);
  g_assert_cmpstr (pv_instruction_page_get_score (PV_INSTRUCTION_PAGE (page)), ==, "20,00");
  set_keyboard (self, "us");
}

/* One asked, one missing, one there that is not required: two are required, none is there. */
static void
test_pieces (Fixture *self, gconstpointer data)
{
  GtkWidget *page, *box;
  guint n = 0;

  write_sql (self,
             "DELETE FROM piece; DELETE FROM piece_requise; DELETE FROM piece_type;"
             "INSERT INTO piece_type (id, uuid, code, libelle) VALUES (1, 'p1', 'a', 'Asked'),"
             " (2, 'p2', 'b', 'Missing'), (3, 'p3', 'c', 'There');"
             "INSERT INTO piece_requise (piece_type_id) VALUES (1), (2);"
             "INSERT INTO piece (uuid, piece_type_id, dossier_id, demandee_le, recue_le)"
             " SELECT 'q1', 1, id, '2026-01-05', NULL FROM dossier WHERE numero = '0394'"
             " UNION SELECT 'q3', 3, id, NULL, '2026-01-05' FROM dossier"
             " WHERE numero = '0394'");
  pv_display_settle (self->context);
  page = open_page (self, "0394");
  box = pv_display_find (page, GTK_TYPE_BOX, "pieces_box", NULL);
  for (GtkWidget *row = gtk_widget_get_first_child (box); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    n++;
  g_assert_cmpuint (n, ==, 3);
  g_assert_nonnull (pv_display_find (page, GTK_TYPE_TOGGLE_BUTTON, NULL, "Pièces 0/2"));
  gtk_stack_set_visible_child_name (
      GTK_STACK (pv_display_find (page, GTK_TYPE_STACK, "left_stack", NULL)), "pieces");
  pv_display_settle (self->context);
  pv_display_picture (GTK_WINDOW (self->window), self->context, "instruction-pieces");
}

/* Another window holds the file. */
static void
test_read_only (void)
{
  Fixture self = { .path = pv_display_copy_demonstration () };
  PvContext *holder = pv_display_open (self.path);
  GtkWidget *page;

  self.window = pv_display_show_programme (self.path);
  self.context = pv_window_get_context (self.window);
  g_assert_nonnull (pv_context_get_refusal (self.context));
  page = open_page (&self, "0394");
  g_assert_true (has_notice (page));
  g_assert_false (gtk_widget_get_sensitive (
      pv_display_find (page, GTK_TYPE_TOGGLE_BUTTON, "favorable_button", NULL)));
  pv_display_picture (GTK_WINDOW (self.window), self.context, "instruction-lecture");
  tear_down (&self, NULL);
  pv_display_settle (holder);
  g_assert_finalize_object (holder);
}

int
main (int argc, char **argv)
{
  pv_display_init (&argc, &argv);

#define add(path, data, func)                                                                      \
  g_test_add ("/instruction/" path, Fixture, data, set_up, func, tear_down)
  add ("queue", NULL, test_file);
  add ("keys", "État", test_keys);
  add ("versions", "État", test_versions);
  add ("grids", "État", test_grids);
  add ("no-institution", NULL, test_no_institution);
  add ("text", "État", test_text);
  add ("typed", "État", test_typed);
  add ("french-keyboard", "État", test_french_keyboard);
  add ("pieces", "État", test_pieces);
  add ("stated", "État", test_stated);
  g_test_add_func ("/instruction/read-only", test_read_only);
#undef add

  return g_test_run ();
}
