/* test-egalite.c: the marking, its analysis, and those to accompany
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "agent/pv-agent-store.h"
#include "egalite/pv-egalite-arbre.h"
#include "egalite/pv-egalite-page.h"
#include "egalite/pv-egalite-section.h"
#include "egalite/pv-egalite-service.h"
#include "egalite/pv-egalite-tableau.h"
#include "institution/pv-institution-store.h"
#include "marqueur/pv-axe-store.h"
#include "pv-display.h"
#include "widget/pv-field.h"

typedef struct
{
  char *path;
  PvContext *context;
  GtkWindow *window;
  GtkWidget *page;
  gint64 axe;
  gint64 dossier;
  char *went; /* by win.goto */
} Fixture;

static void
goto_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  const char *page, *detail;

  g_variant_get (parameter, "(&s&s)", &page, &detail);
  g_free (((Fixture *)user_data)->went);
  ((Fixture *)user_data)->went = g_strdup_printf ("%s %s", page, detail);
}

static void
ignore_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
}

/* Answers of the institutions in their order: o, n, or - for none. */
static gboolean
answer_for_all (PvDb *db, gint64 dossier, gint64 axe, const char *const *answers, GError **error)
{
  g_autoptr (GPtrArray) institutions = pv_institution_store_list (db, error);

  for (guint i = 0; answers[i] != NULL && i < institutions->len; i++)
    for (guint q = 0; answers[i][q] != '\0'; q++)
      if (answers[i][q] != '-' &&
          !pv_egalite_reponse_store_set (db, dossier, axe,
                                         ((PvInstitution *)institutions->pdata[i])->id, q,
                                         answers[i][q] == 'o', error))
        return FALSE;

  return TRUE;
}

static gboolean
clear_institutions (PvDb *db, gpointer user_data, GError **error)
{
  Fixture *self = user_data;
  g_autoptr (GPtrArray) institutions = pv_institution_store_list (db, error);

  for (guint i = 0; i < institutions->len; i++)
    for (guint q = 0; q < PV_N_EGALITE_QUESTIONS; q++)
      if (!pv_egalite_reponse_store_set (db, self->dossier, self->axe,
                                         ((PvInstitution *)institutions->pdata[i])->id, q,
                                         PV_EGALITE_SANS_REPONSE, error))
        return FALSE;

  return TRUE;
}

/* A dossier nobody marked, answered by all but one, who differ on the third element. */
static gboolean
prepare (PvDb *db, gpointer user_data, GError **error)
{
  static const char *const answers[] = { "onooo", "-----", "onoon", "onooo", "onooo", NULL };
  Fixture *self = user_data;

  for (guint q = 0; q < PV_N_EGALITE_QUESTIONS; q++)
    if (!pv_egalite_reponse_store_set (db, self->dossier, self->axe, PV_INT_NULL, q,
                                       PV_EGALITE_SANS_REPONSE, error))
      return FALSE;

  return clear_institutions (db, self, error) &&
         answer_for_all (db, self->dossier, self->axe, answers, error) &&
         pv_egalite_service_justifier (db, self->dossier, self->axe, NULL, error) &&
         pv_egalite_service_marquer (db, self->dossier, self->axe, PV_INT_NULL, error);
}

static gint64
count (Fixture *self, const char *sql)
{
  g_autoptr (PvStatement) row = pv_db_prepare (pv_context_get_reader (self->context), sql, NULL);

  g_assert_cmpint (pv_statement_step (row, NULL), ==, PV_STEP_ROW);

  return pv_statement_get_int (row, 0);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  static const GActionEntry entries[] = {
    { "goto", goto_cb, "(ss)", NULL, NULL, { 0 } },
    { "toast", ignore_cb, "s", NULL, NULL, { 0 } },
    { "open-organisme", ignore_cb, "x", NULL, NULL, { 0 } },
  };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GError) error = NULL;

  self->path = pv_display_copy_demonstration ();
  self->context = pv_display_open (self->path);
  g_assert_true (pv_axe_store_find_by_code (pv_context_get_reader (self->context), "egalite",
                                            &self->axe, &error));
  self->dossier = count (self, "SELECT id FROM dossier WHERE numero = '0412'");
  g_assert_true (pv_context_act (self->context, "egalite-reponse", NULL, prepare, self, &error));
  g_assert_no_error (error);
  self->page = g_object_new (PV_TYPE_EGALITE_PAGE, "context", self->context, NULL);
  self->window = pv_display_show (self->page);
  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self->window), "win", G_ACTION_GROUP (group));
  pv_display_settle (self->context);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_object_add_weak_pointer (G_OBJECT (self->page), (gpointer *)&self->page);
  pv_display_close (self->window);
  pv_display_settle (self->context);
  g_assert_null (self->page);
  g_assert_finalize_object (self->context);
  pv_display_remove (self->path);
  g_free (self->went);
}

static void
show (Fixture *self, const char *detail)
{
  pv_page_show_detail (PV_PAGE (self->page), detail);
  pv_display_settle (self->context);
}

static void
show_dossier (Fixture *self)
{
  g_autofree char *detail = g_strdup_printf ("dossier=%" G_GINT64_FORMAT, self->dossier);

  show (self, detail);
}

static PvEgaliteFiche *
load (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  PvEgaliteFiche *fiche = pv_egalite_fiche_load (pv_context_get_reader (self->context),
                                                 self->dossier, self->axe, &error);

  g_assert_no_error (error);

  return fiche;
}

static GtkWidget *
find (Fixture *self, GType type, const char *id)
{
  GtkWidget *found = pv_display_find (self->page, type, id, NULL);

  g_assert_nonnull (found);

  return found;
}

static void
answer (Fixture *self, const char *answers)
{
  PvEgaliteArbre *arbre = PV_EGALITE_ARBRE (find (self, PV_TYPE_EGALITE_ARBRE, NULL));

  for (guint i = 0; answers[i] != '\0'; i++)
    {
      g_assert_true (pv_egalite_arbre_answer (arbre, answers[i] == 'o'));
      pv_display_settle (self->context);
    }
}

static void
undo (Fixture *self)
{
  const PvHistoryGroup *group = pv_context_get_undoable (self->context);

  g_assert_nonnull (group);
  pv_context_undo_async (self->context, group->id, NULL, NULL, NULL);
  pv_display_settle (self->context);
}

/* From no common answer to a mark as the tree says, by keys; then all is undone. */
static void
test_marking (Fixture *self, gconstpointer data)
{
  g_autoptr (PvEgaliteFiche) fiche = NULL;

  show_dossier (self);
  pv_display_picture (self->window, self->context, "egalite-partiel");
  pv_display_check_names (self->page);

  answer (self, "onooo");
  fiche = load (self);
  g_assert_cmpint (fiche->resultat.marque, ==, 1);
  g_assert_cmpint (fiche->marqueur->valeur, ==, PV_INT_NULL);
  g_clear_pointer (&fiche, pv_egalite_fiche_free);

  g_signal_emit_by_name (find (self, GTK_TYPE_TOGGLE_BUTTON, "mark_1"), "clicked");
  pv_display_settle (self->context);
  fiche = load (self);
  g_assert_cmpint (fiche->marqueur->valeur, ==, 1);
  g_assert_cmpint (pv_egalite_fiche_get_accord (fiche), ==, PV_EGALITE_ACCORD_CONFORME);
  g_clear_pointer (&fiche, pv_egalite_fiche_free);

  g_signal_emit_by_name (find (self, GTK_TYPE_TOGGLE_BUTTON, "mark_0"), "clicked");
  pv_display_settle (self->context);
  fiche = load (self);
  g_assert_cmpint (pv_egalite_fiche_get_accord (fiche), ==, PV_EGALITE_ACCORD_DIFFERENT);
  g_clear_pointer (&fiche, pv_egalite_fiche_free);
  pv_display_picture (self->window, self->context, "egalite-differe");

  for (guint i = 0; i < 7; i++)
    undo (self);
  fiche = load (self);
  g_assert_cmpint (fiche->marqueur->valeur, ==, PV_INT_NULL);
  g_assert_cmpuint (pv_egalite_reponses_count (&fiche->communes), ==, 0);
  g_assert_cmpuint (fiche->n_repondantes, ==, 4);
}

static gboolean
complete (PvDb *db, gpointer user_data, GError **error)
{
  Fixture *self = user_data;

  return pv_egalite_service_marquer (db, self->dossier, self->axe, 1, error) &&
         pv_egalite_service_justifier (
             db, self->dossier, self->axe,
             "Trois éléments présents. Le tableau de suivi, page 6, répond à l’écart relevé par la "
             "Région sur les indicateurs.",
             error) &&
         pv_egalite_service_dater (db, self->dossier, self->axe, "2026-03-11", "COTECH", error) &&
         pv_egalite_reponse_store_set (db, self->dossier, self->axe, PV_INT_NULL,
                                       PV_EGALITE_INDICATEURS, PV_EGALITE_OUI, error) &&
         pv_egalite_reponse_store_comment (db, self->dossier, self->axe, PV_EGALITE_DIAGNOSTIC,
                                           "Le porteur compte 62 % d’hommes parmi les inscrits de "
                                           "2025.",
                                           error) &&
         pv_egalite_reponse_store_comment (db, self->dossier, self->axe, PV_EGALITE_PARTICIPATION,
                                           "Horaires de l’école, garde d’enfants, repérage dédié.",
                                           error);
}

/* What agrees is taken at once; the answer of nobody is written over. */
static void
test_unanimous (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PvEgaliteFiche) fiche = NULL;

  show_dossier (self);
  pv_display_act (find (self, GTK_TYPE_BUTTON, "reprendre"), self->context, "egalite.reprendre",
                  NULL);
  fiche = load (self);
  g_assert_cmpuint (pv_egalite_reponses_count (&fiche->communes), ==, 4);
  g_assert_cmpint (fiche->resultat.manquante, ==, PV_EGALITE_INDICATEURS);
  g_assert_cmpuint (fiche->n_divergences, ==, 1);
  g_assert_true (pv_context_act (self->context, "marqueur-edit", NULL, complete, self, &error));
  g_assert_no_error (error);
  pv_display_settle (self->context);
  pv_display_picture (self->window, self->context, "egalite-complet");
  gtk_window_set_default_size (self->window, 1080, 750); /* beside the sidebar */
  pv_display_settle (self->context);
  pv_display_picture (self->window, self->context, "egalite-etroit");
}

static void
test_empty (Fixture *self, gconstpointer data)
{
  g_assert_true (
      pv_context_act (self->context, "egalite-reponse", NULL, clear_institutions, self, NULL));
  show_dossier (self);
  pv_display_picture (self->window, self->context, "egalite-vide");
}

/* The branch of a public that is not mixed. */
static void
test_not_mixed (Fixture *self, gconstpointer data)
{
  g_autoptr (PvEgaliteFiche) fiche = NULL;

  show_dossier (self);
  answer (self, "nno");
  fiche = load (self);
  g_assert_cmpint (fiche->resultat.marque, ==, 1);
  g_assert_cmpint (fiche->communes.reponses[PV_EGALITE_COHERENT], ==, PV_EGALITE_OUI);
  pv_display_picture (self->window, self->context, "egalite-non-mixte");
}

static GtkWidget *
find_analysis (Fixture *self)
{
  return pv_display_find (find (self, GTK_TYPE_STACK, "analyse_stack"), PV_TYPE_EGALITE_TABLEAU,
                          NULL, NULL);
}

static void
test_analysis (Fixture *self, gconstpointer data)
{
  GtkDropDown *par = GTK_DROP_DOWN (find (self, GTK_TYPE_DROP_DOWN, "par_choice"));
  const PvEgaliteAnalyse *shown;
  g_autofree char *critere = NULL;

  show (self, "analyse");
  for (guint i = 0; i < PV_N_EGALITE_PAR; i++)
    {
      gtk_drop_down_set_selected (par, i);
      pv_display_settle (self->context);
      shown = pv_egalite_tableau_get_analyse (PV_EGALITE_TABLEAU (find_analysis (self)));
      g_assert_cmpint (shown->par, ==, i);
      g_assert_cmpuint (shown->lignes->len, >, 0);
    }
  gtk_drop_down_set_selected (par, PV_EGALITE_PAR_AXE);
  pv_display_settle (self->context);
  pv_display_act (self->page, self->context, "egalite.base", g_variant_new_string ("demande"));
  pv_display_picture (self->window, self->context, "egalite-analyse-axe");
  pv_display_check_names (self->page);
  pv_display_act (self->page, self->context, "egalite.mesure", g_variant_new_string ("montant"));
  gtk_drop_down_set_selected (par, PV_EGALITE_PAR_QUARTIER);
  pv_display_settle (self->context);
  pv_display_picture (self->window, self->context, "egalite-analyse-quartier");

  shown = pv_egalite_tableau_get_analyse (PV_EGALITE_TABLEAU (find_analysis (self)));
  for (guint i = 0; critere == NULL && i < shown->lignes->len; i++)
    critere =
        pv_egalite_analyse_dup_critere (shown, shown->lignes->pdata[i], PV_EGALITE_DEMANDE, 1);
  pv_display_act (self->page, self->context, "egalite.dossiers", g_variant_new_string (critere));
  g_assert_true (g_str_has_prefix (self->went, "dossiers quartier="));
  g_assert_nonnull (strstr (self->went, "marque=1"));
}

static void
test_porteurs (Fixture *self, gconstpointer data)
{
  GtkSpinButton *limit;

  show (self, "accompagner");
  pv_display_picture (self->window, self->context, "egalite-accompagner");
  pv_display_check_names (self->page);
  limit = GTK_SPIN_BUTTON (find (self, GTK_TYPE_SPIN_BUTTON, "limit"));
  gtk_spin_button_set_value (limit, 3);
  pv_display_settle (self->context);
  g_assert_cmpint (
      count (self, "SELECT CAST (valeur AS INTEGER) FROM reglage WHERE cle = 'egalite-porteurs'"),
      ==, 3);
  undo (self);
  g_assert_cmpfloat (gtk_spin_button_get_value (limit), ==, 10);
}

static gboolean
add_axe (PvDb *db, gpointer user_data, GError **error)
{
  g_autoptr (PvAxe) axe = pv_axe_new ();

  axe->code = g_strdup ("ecologie");
  axe->libelle = g_strdup ("Transition écologique");
  axe->ordre = 2;

  return pv_axe_store_insert (db, axe, error);
}

/* The same scale without a tree. */
static void
test_another_axis (Fixture *self, gconstpointer data)
{
  GtkDropDown *choice = GTK_DROP_DOWN (find (self, GTK_TYPE_DROP_DOWN, "axe_choice"));

  g_assert_true (pv_context_act (self->context, "parametre-add", NULL, add_axe, NULL, NULL));
  pv_page_queue_refresh (PV_PAGE (self->page));
  pv_display_settle (self->context);
  gtk_drop_down_set_selected (choice,
                              g_list_model_get_n_items (gtk_drop_down_get_model (choice)) - 1);
  pv_display_settle (self->context);
  pv_display_picture (self->window, self->context, "egalite-autre-axe");
  g_signal_emit_by_name (find (self, GTK_TYPE_TOGGLE_BUTTON, "mark_2"), "clicked");
  pv_display_settle (self->context);
  g_assert_cmpint (count (self, "SELECT COUNT(*) FROM marqueur m JOIN axe_transversal a"
                                " ON a.id = m.axe_id WHERE a.code <> 'egalite' AND valeur = 2"),
                   ==, 1);
}

/* Previous and next go through the marks to decide. */
static void
test_walk (Fixture *self, gconstpointer data)
{
  static const char sql[] =
      "SELECT COUNT(*) FROM marqueur_reponse_commune WHERE question = 'mixte'";
  gint64 before = count (self, sql);
  g_autoptr (PvEgaliteFiche) fiche = NULL;

  g_assert_cmpstr (pv_page_get_count (PV_PAGE (self->page)), !=, NULL);
  show_dossier (self);
  pv_display_act (self->page, self->context, "egalite.previous", NULL);
  answer (self, "o");
  fiche = load (self);
  g_assert_cmpint (count (self, sql), ==, before + 1);
  g_assert_cmpuint (pv_egalite_reponses_count (&fiche->communes), ==, 0);
  pv_display_act (self->page, self->context, "egalite.next", NULL);
}

/* What is typed is of the dossier that is left, and what is refused stays there. */
static void
test_walk_while_typing (Fixture *self, gconstpointer data)
{
  static const char sql[] = "SELECT COUNT(*) FROM marqueur WHERE justification = 'En cours'";
  PvField *field, *day;
  GtkWidget *text;
  g_autofree char *of =
      g_strdup_printf ("%s AND dossier_id = %" G_GINT64_FORMAT " AND axe_id = %" G_GINT64_FORMAT,
                       sql, self->dossier, self->axe);

  show_dossier (self);
  field = PV_FIELD (find (self, PV_TYPE_FIELD, "justification"));
  gtk_widget_grab_focus (GTK_WIDGET (field));
  text = gtk_window_get_focus (self->window);
  if (GTK_IS_TEXT_VIEW (text))
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (text)), "En cours", -1);
  else
    gtk_editable_set_text (GTK_EDITABLE (text), "En cours");
  pv_display_act (self->page, self->context, "egalite.previous", NULL);
  g_assert_cmpint (count (self, of), ==, 1);
  g_assert_cmpint (count (self, sql), ==, 1);
  g_assert_cmpstr (pv_field_get_value (field), !=, "En cours");

  /* a day that is refused holds the dossier */
  show_dossier (self);
  g_assert_cmpstr (pv_field_get_value (field), ==, "En cours");
  day = PV_FIELD (find (self, PV_TYPE_FIELD, "date_field"));
  gtk_editable_set_text (
      GTK_EDITABLE (pv_display_find (GTK_WIDGET (day), GTK_TYPE_TEXT, NULL, NULL)), "le 45");
  pv_display_act (self->page, self->context, "egalite.previous", NULL);
  g_assert_cmpstr (pv_field_get_value (field), ==, "En cours");
  g_assert_nonnull (pv_field_get_problem (day));
  pv_field_restore (day);
}

static gpointer
write_slowly (PvDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  g_usleep (100 * 1000);

  return GINT_TO_POINTER (TRUE);
}

static void
type_and_commit (Fixture *self, const char *id, const char *text)
{
  PvField *field = PV_FIELD (find (self, PV_TYPE_FIELD, id));
  GtkWidget *entry = pv_display_find (GTK_WIDGET (field), GTK_TYPE_TEXT, NULL, NULL);
  GtkWidget *lines = pv_display_find (GTK_WIDGET (field), GTK_TYPE_TEXT_VIEW, NULL, NULL);

  if (entry != NULL)
    gtk_editable_set_text (GTK_EDITABLE (entry), text);
  else
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (lines)), text, -1);
  pv_field_commit (field);
}

/* What could not be written stays in its field, which says why. */
static void
test_not_written (Fixture *self, gconstpointer data)
{
  static const char *const ids[] = { "justification", "par_field", "comment_field" };

  show_dossier (self);
  answer (self, "onooo");
  g_signal_emit_by_name (find (self, GTK_TYPE_TOGGLE_BUTTON, "mark_1"), "clicked");
  pv_display_settle (self->context);
  pv_context_work_async (self->context, write_slowly, NULL, NULL, NULL, NULL, NULL, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      type_and_commit (self, ids[i], "En cours");
      g_assert_nonnull (pv_field_get_problem (PV_FIELD (find (self, PV_TYPE_FIELD, ids[i]))));
    }
  pv_display_settle (self->context);
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      pv_field_commit (PV_FIELD (find (self, PV_TYPE_FIELD, ids[i])));
      g_assert_cmpstr (pv_field_get_problem (PV_FIELD (find (self, PV_TYPE_FIELD, ids[i]))), ==,
                       NULL);
      pv_display_settle (self->context);
    }
  g_assert_cmpint (count (self, "SELECT COUNT(*) FROM marqueur WHERE justification = 'En cours'"
                                " AND decide_par = 'En cours'"),
                   ==, 1);
}

/* The popover of a day that is refused opens again, for it to be seen. */
static void
test_refused_day (Fixture *self, gconstpointer data)
{
  GtkMenuButton *button;

  show_dossier (self);
  answer (self, "onooo");
  g_signal_emit_by_name (find (self, GTK_TYPE_TOGGLE_BUTTON, "mark_1"), "clicked");
  pv_display_settle (self->context);
  button = GTK_MENU_BUTTON (find (self, GTK_TYPE_MENU_BUTTON, "date_button"));
  gtk_menu_button_popup (button);
  pv_display_settle (self->context);
  type_and_commit (self, "date_field", "le 45");
  gtk_menu_button_popdown (button);
  pv_display_settle (self->context);
  g_assert_true (gtk_widget_get_mapped (find (self, PV_TYPE_FIELD, "date_field")));
  type_and_commit (self, "date_field", "11/03/2026");
  gtk_menu_button_popdown (button);
  pv_display_settle (self->context);
  g_assert_false (gtk_widget_get_mapped (find (self, PV_TYPE_FIELD, "date_field")));
}

static gboolean
be_of_mel (PvDb *db, gpointer user_data, GError **error)
{
  g_autoptr (PvAgent) agent = pv_agent_new ();

  agent->nom = g_strdup (user_data);
  agent->role = PV_AGENT_ROLE_INSTRUCTEUR;

  return pv_institution_store_find_by_nom (db, "MEL", &agent->institution_id, error) &&
         pv_agent_store_insert (db, agent, error);
}

/* In the page of a dossier: my answers, those of all, the mark. */
static void
test_section (Fixture *self, gconstpointer data)
{
  PvDossierSection *section = g_object_new (PV_TYPE_EGALITE_SECTION, NULL);
  g_autofree char *me = pv_context_dup_agent (self->context);
  g_autoptr (GError) error = NULL;
  GtkWindow *window;
  GtkWidget *arbre;
  g_autoptr (PvEgaliteFiche) fiche = NULL;

  pv_dossier_section_set_dossier (section, self->context, self->dossier);
  pv_dossier_section_load (section);
  window = pv_display_show (GTK_WIDGET (section));
  arbre = pv_display_find (GTK_WIDGET (section), PV_TYPE_EGALITE_ARBRE, NULL, NULL);
  g_assert_false (gtk_widget_get_visible (arbre)); /* of no institution yet */

  g_assert_true (pv_context_act (self->context, "parametre-add", NULL, be_of_mel, me, &error));
  g_assert_no_error (error);
  pv_dossier_section_load (section);
  g_assert_true (gtk_widget_get_visible (arbre));
  g_assert_cmpstr (pv_dossier_section_get_badge (section), ==, "–");
  pv_display_check_names (GTK_WIDGET (section));
  pv_display_picture (window, self->context, "egalite-section");
  g_assert_true (pv_egalite_arbre_focus (PV_EGALITE_ARBRE (arbre), PV_EGALITE_INDICATEURS));
  g_assert_true (pv_egalite_arbre_answer (PV_EGALITE_ARBRE (arbre), PV_EGALITE_OUI));
  fiche = load (self);
  g_assert_cmpuint (fiche->n_divergences, ==, 0);
  g_assert_cmpuint (pv_egalite_reponses_count (&fiche->communes), ==, 0);
  g_assert_true (pv_dossier_section_show_field (section, "marqueur", self->dossier, "valeur"));
  pv_display_close (window);
}

int
main (int argc, char **argv)
{
  pv_display_init (&argc, &argv);

#define ADD(name, func) g_test_add ("/egalite/" name, Fixture, NULL, set_up, func, tear_down)

  ADD ("marking", test_marking);
  ADD ("unanimous", test_unanimous);
  ADD ("empty", test_empty);
  ADD ("not-mixed", test_not_mixed);
  ADD ("analysis", test_analysis);
  ADD ("porteurs", test_porteurs);
  ADD ("another-axis", test_another_axis);
  ADD ("walk", test_walk);
  ADD ("walk-while-typing", test_walk_while_typing);
  ADD ("not-written", test_not_written);
  ADD ("refused-day", test_refused_day);
  ADD ("section", test_section);

  return g_test_run ();
}
