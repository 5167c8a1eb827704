/* test-instruction.c: the queue, and a dossier instructed by keys
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "instruction/pv-file-vue.h"
#include "instruction/pv-instruction-agent.h"
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
  pv_display_settle (self->context);
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
set_up (Fixture *self, gconstpointer data)
{
  self->path = pv_display_copy_demonstration ();
  self->window = pv_display_show_programme (self->path);
  self->context = pv_window_get_context (self->window);
  write_sql (self, "UPDATE agent SET institution_id = NULL");
  write_sql (self, grille);
  write_sql (self, "DELETE FROM instruction WHERE etat <> 'remplacee' AND (institution_id ="
                   " (SELECT id FROM institution WHERE nom = 'État') OR score_declare IS NULL)"
                   " AND dossier_id IN (SELECT id FROM dossier WHERE statut IN ('recevable',"
                   " 'en-instruction', 'instruit'))");
  pv_display_settle (self->context);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  pv_display_settle (self->context);
  pv_display_close (GTK_WINDOW (self->window));
  pv_display_remove (self->path);
}

static void
choose_institution (Fixture *self)
{
  g_autoptr (GError) error = NULL;

  pv_instruction_agent_choose (self->context,
                               query (self, "SELECT id FROM institution WHERE nom = 'État'"),
                               &error);
  g_assert_no_error (error);
  pv_display_settle (self->context);
}

/* --- the queue ------------------------------------------------------------------------------- */

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
  pv_display_check_names (page);
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
  pv_display_check_names (page);
  pv_display_picture (GTK_WINDOW (self->window), self->context, "instruction-file");

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

int
main (int argc, char **argv)
{
  pv_display_init (&argc, &argv);

#define add(path, func) g_test_add ("/instruction/" path, Fixture, NULL, set_up, func, tear_down)
  add ("queue", test_file);
#undef add

  return g_test_run ();
}
