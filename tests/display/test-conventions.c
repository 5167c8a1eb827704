/* test-conventions.c: the list of conventions, the page of one, the card of a dossier
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "convention/pv-convention-card.h"
#include "convention/pv-convention-item.h"
#include "convention/pv-convention-page.h"
#include "convention/pv-conventions-vue.h"
#include "document/pv-lettres-dialog.h"
#include "financement/pv-plan-section.h"
#include "pv-display.h"
#include "pv-section-fixture.h"
#include "widget/pv-amount-entry.h"
#include "widget/pv-choice.h"
#include "widget/pv-field.h"

typedef struct
{
  char *path;
  PvContext *context;
  GtkWindow *window;
  GtkWidget *child;
  gint64 opened; /* by win.open-convention */
  char *toast;
} Fixture;

static void
opened_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ((Fixture *)user_data)->opened = g_variant_get_int64 (parameter);
}

static void
toast_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_free (((Fixture *)user_data)->toast);
  ((Fixture *)user_data)->toast = g_variant_dup_string (parameter, NULL);
}

static void
ignore_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
}

static void
show (Fixture *self, GtkWidget *child)
{
  static const GActionEntry entries[] = {
    { "open-convention", opened_cb, "x", NULL, NULL, { 0 } },
    { "open-dossier", ignore_cb, "x", NULL, NULL, { 0 } },
    { "open-organisme", ignore_cb, "x", NULL, NULL, { 0 } },
    { "back", ignore_cb, NULL, NULL, NULL, { 0 } },
    { "undo", ignore_cb, NULL, NULL, NULL, { 0 } },
    { "redo", ignore_cb, NULL, NULL, NULL, { 0 } },
    { "toast", toast_cb, "s", NULL, NULL, { 0 } },
  };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  self->child = child;
  self->window = pv_display_show (child);
  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self->window), "win", G_ACTION_GROUP (group));
  pv_display_settle (self->context);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  self->path = pv_display_copy_demonstration ();
  self->context = pv_display_open (self->path);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  pv_display_end (self->window, self->child, self->context, self->path);
  g_free (self->toast);
}

static gboolean
run_sql (PvDb *db, gpointer data, GError **error)
{
  return pv_db_execute (db, data, error);
}

static void
write_sql (PvContext *context, const char *sql)
{
  g_autoptr (GError) error = NULL;

  pv_context_act (context, "convention-edit", NULL, run_sql, (gpointer)sql, &error);
  g_assert_no_error (error);
  pv_display_settle (context);
}

static gint64
query (Fixture *self, const char *sql)
{
  return pv_display_query (self->context, sql);
}

static GtkWidget *
find (Fixture *self, GType type, const char *id)
{
  GtkWidget *found = pv_display_find (self->child, type, id, NULL);

  g_assert_nonnull (found);

  return found;
}

static void
undo (Fixture *self)
{
  const PvHistoryGroup *group = pv_context_get_undoable (self->context);

  g_assert_nonnull (group);
  pv_context_undo_async (self->context, group->id, NULL, NULL, NULL);
  pv_display_settle (self->context);
}

/* --- the list --------------------------------------------------------------------------------- */

static GListModel *
get_model (Fixture *self)
{
  return G_LIST_MODEL (
      gtk_column_view_get_model (GTK_COLUMN_VIEW (find (self, GTK_TYPE_COLUMN_VIEW, "view"))));
}

static void
refresh (Fixture *self)
{
  pv_conventions_vue_refresh (PV_CONVENTIONS_VUE (self->child));
  pv_display_settle (self->context);
}

static void
assert_shown (Fixture *self, const char *filtre, guint n)
{
  pv_display_act (self->child, self->context, "conventions.filtre", g_variant_new_string (filtre));
  g_assert_cmpuint (g_list_model_get_n_items (get_model (self)), ==, n);
}

/* Conventions of each state, with one of three years and one late. */
static const char some_conventions[] =
    "INSERT INTO convention (id, uuid, numero, financeur_id, organisme_id, objet, annee_debut,"
    "  annee_fin, envoyee_le, retournee_le, signee_le, notifiee_le)"
    " SELECT 900, 'c900', '2026-014', f.financeur_id, d.porteur_id, d.intitule, 2026, 2028,"
    "  '2026-04-02', '2026-04-20', NULL, NULL"
    "  FROM dossier d JOIN financement f ON f.dossier_id = d.id"
    "  JOIN financeur fi ON fi.id = f.financeur_id JOIN organisme o ON o.id = fi.organisme_id"
    " WHERE d.numero = '0374' AND o.nom LIKE 'Région%';"
    "INSERT INTO convention (id, uuid, numero, financeur_id, organisme_id, objet, annee_debut,"
    "  annee_fin, envoyee_le, retournee_le, signee_le, notifiee_le)"
    " SELECT 901, 'c901', 'CDV-26-03', f.financeur_id, d.porteur_id, d.intitule, 2026, 2026,"
    "  '2026-03-02', '2026-03-11', '2026-03-30', '2026-04-07'"
    "  FROM dossier d JOIN financement f ON f.dossier_id = d.id"
    "  JOIN financeur fi ON fi.id = f.financeur_id JOIN organisme o ON o.id = fi.organisme_id"
    " WHERE d.numero = '0379' AND o.nom = 'État';"
    "INSERT INTO convention_dossier (convention_id, dossier_id)"
    " SELECT 900, id FROM dossier WHERE numero = '0374'"
    " UNION SELECT 901, id FROM dossier WHERE numero = '0379';"
    "INSERT INTO convention_annee (convention_id, exercice, prevu_cents) VALUES"
    " (900, 2026, 3000000), (900, 2027, 3000000), (900, 2028, 2500000), (901, 2026, 9600000)";

static void
test_list (Fixture *self, gconstpointer data)
{
  g_autoptr (PvConventionItem) first = NULL;
  GtkSelectionModel *selection;
  guint missing;

  show (self, pv_conventions_vue_new (self->context));
  refresh (self);
  pv_display_check_names (self->child);
  pv_display_picture (self->window, self->context, "conventions-liste");
  write_sql (self->context, "DELETE FROM convention");
  refresh (self);
  missing = g_list_model_get_n_items (get_model (self));
  g_assert_cmpuint (missing, >=, 3);
  write_sql (self->context, some_conventions);
  refresh (self);

  g_assert_cmpuint (g_list_model_get_n_items (get_model (self)), ==, missing + 1);
  assert_shown (self, "a-creer", missing - 1);
  assert_shown (self, "signature", 1);
  assert_shown (self, "signees", 1);
  assert_shown (self, "a-rediger", 0);
  pv_display_picture (self->window, self->context, "conventions-vide");
  assert_shown (self, "toutes", missing + 1);
  pv_conventions_vue_search (PV_CONVENTIONS_VUE (self->child), "fabrique");
  g_assert_cmpuint (g_list_model_get_n_items (get_model (self)), >=, 2);
  g_assert_cmpuint (g_list_model_get_n_items (get_model (self)), <, missing + 1);
  pv_conventions_vue_search (PV_CONVENTIONS_VUE (self->child), "");

  /* two that are not of the same pair make no convention */
  selection = GTK_SELECTION_MODEL (get_model (self));
  gtk_selection_model_select_range (selection, 0, 2, TRUE);
  pv_display_act (self->child, self->context, "conventions.creer", NULL);
  g_assert_cmpint (query (self, "SELECT COUNT(*) FROM convention"), ==, 2);
  g_assert_nonnull (self->toast);

  gtk_selection_model_select_item (selection, 0, TRUE);
  first = g_list_model_get_item (get_model (self), 0);
  g_assert_null (pv_convention_item_get (first)->convention);
  pv_display_act (self->child, self->context, "conventions.creer", NULL);
  g_assert_cmpint (query (self, "SELECT COUNT(*) FROM convention"), ==, 3);
  g_assert_cmpint (self->opened, ==, query (self, "SELECT MAX(id) FROM convention"));
  g_assert_cmpint (query (self, "SELECT SUM(prevu_cents) FROM convention_annee a"
                                " WHERE convention_id = (SELECT MAX(id) FROM convention)"),
                   ==, pv_convention_item_get (first)->cents);
  refresh (self);
  assert_shown (self, "a-rediger", 1);
  undo (self);
  g_assert_cmpint (query (self, "SELECT COUNT(*) FROM convention"), ==, 2);
}

/* What is exported is what is shown. */
static void
test_export (Fixture *self, gconstpointer data)
{
  g_autoptr (GFile) file = NULL;
  g_autofree char *folder = g_path_get_dirname (self->path);
  g_autofree char *path = g_build_filename (folder, "conventions.xlsx", NULL);

  show (self, pv_conventions_vue_new (self->context));
  refresh (self);
  file = g_file_new_for_path (path);
  pv_conventions_vue_export_to (PV_CONVENTIONS_VUE (self->child), file);
  /* in a worker */
  g_assert_true (pv_context_is_pending (self->context));
  pv_display_settle (self->context);
  g_assert_true (g_file_query_exists (file, NULL));
  g_assert_true (g_file_delete (file, NULL, NULL));
  pv_display_act (self->child, self->context, "conventions.copier", NULL);
  g_assert_nonnull (self->toast);
}

/* --- the page --------------------------------------------------------------------------------- */

static void
type (Fixture *self, const char *id, const char *text)
{
  GtkWidget *field = find (self, PV_TYPE_FIELD, id);
  GtkWidget *entry = pv_display_find (field, GTK_TYPE_TEXT, NULL, NULL);

  if (entry == NULL)
    entry = pv_display_find (field, GTK_TYPE_TEXT_VIEW, NULL, NULL);
  g_assert_nonnull (entry);
  gtk_widget_grab_focus (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  pv_field_commit (PV_FIELD (field));
  pv_display_settle (self->context);
  pv_page_queue_refresh (PV_PAGE (self->child));
  pv_display_settle (self->context);
}

static void
test_page (Fixture *self, gconstpointer data)
{
  GtkWidget *entry;

  write_sql (self->context, some_conventions);
  show (self, GTK_WIDGET (pv_convention_page_new (self->context, 900)));
  pv_display_check_names (self->child);
  pv_display_picture (self->window, self->context, "convention-cpo");

  type (self, "signee_le", "01/04/2026");
  g_assert_nonnull (pv_field_get_problem (PV_FIELD (find (self, PV_TYPE_FIELD, "signee_le"))));
  g_assert_cmpint (query (self, "SELECT signee_le IS NULL FROM convention WHERE id = 900"), ==, 1);
  type (self, "signee_le", "30/04/2026");
  g_assert_cmpint (query (self, "SELECT signee_le = '2026-04-30' FROM convention WHERE id = 900"),
                   ==, 1);
  type (self, "annee_fin", "2030");
  g_assert_cmpint (query (self, "SELECT annee_fin FROM convention WHERE id = 900"), ==, 2030);
  g_assert_true (gtk_widget_get_visible (find (self, GTK_TYPE_BOX, "warning_box")));
  undo (self);

  pv_display_act (self->child, self->context, "convention.echeancier",
                  g_variant_new_string ("80-20"));
  pv_page_queue_refresh (PV_PAGE (self->child));
  pv_display_settle (self->context);
  g_assert_cmpint (
      query (self, "SELECT COUNT(*) FROM convention_echeance WHERE convention_id = 900"), ==, 6);
  g_assert_cmpint (
      query (self, "SELECT SUM(montant_cents) FROM convention_echeance WHERE convention_id = 900"),
      ==, 8500000);
  pv_display_picture (self->window, self->context, "convention-echeancier");

  entry =
      pv_display_find (find (self, GTK_TYPE_GRID, "annees_grid"), PV_TYPE_AMOUNT_ENTRY, NULL, NULL);
  gtk_widget_grab_focus (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), "31000");
  g_assert_true (pv_amount_entry_commit (PV_AMOUNT_ENTRY (entry)));
  pv_page_queue_refresh (PV_PAGE (self->child));
  pv_display_settle (self->context);
  g_assert_cmpint (query (self, "SELECT prevu_cents FROM convention_annee"
                                " WHERE convention_id = 900 AND exercice = 2026"),
                   ==, 3100000);
  g_assert_true (gtk_widget_has_css_class (find (self, GTK_TYPE_BOX, "somme_box"), "pv-warning"));
  pv_display_act (self->child, self->context, "convention.ajouter-echeance", NULL);
  g_assert_cmpint (query (self, "SELECT montant_cents FROM convention_echeance"
                                " ORDER BY id DESC LIMIT 1"),
                   ==, 100000);
  pv_display_act (self->child, self->context, "convention.retirer-dossier",
                  g_variant_new_int64 (query (self, "SELECT id FROM dossier"
                                                    " WHERE numero = '0374'")));
  pv_page_queue_refresh (PV_PAGE (self->child));
  pv_display_settle (self->context);
  g_assert_cmpint (
      query (self, "SELECT COUNT(*) FROM convention_dossier WHERE convention_id = 900"), ==, 0);
  pv_choice_search (PV_CHOICE (find (self, PV_TYPE_CHOICE, "dossier_choice")), "0374");
  g_assert_true (pv_choice_choose (PV_CHOICE (find (self, PV_TYPE_CHOICE, "dossier_choice")), 0));
  pv_display_settle (self->context);
  g_assert_cmpint (
      query (self, "SELECT COUNT(*) FROM convention_dossier WHERE convention_id = 900"), ==, 1);
}

/* Payments are compared with an amount once there is one. */
static void
test_no_amount (Fixture *self, gconstpointer data)
{
  write_sql (self->context, some_conventions);
  write_sql (self->context,
             "UPDATE convention_annee SET prevu_cents = NULL WHERE convention_id = 900;"
             "DELETE FROM convention_dossier WHERE convention_id = 900;"
             "INSERT INTO convention_echeance (convention_id, libelle, montant_cents)"
             " VALUES (900, 'Acompte', 100000)");
  show (self, GTK_WIDGET (pv_convention_page_new (self->context, 900)));
  g_assert_false (gtk_widget_get_visible (find (self, GTK_TYPE_BOX, "somme_box")));
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (find (self, GTK_TYPE_LABEL, "somme"))), ==, "");
}

/* It is said that it is gone, and undo brings it back. */
static void
test_gone (Fixture *self, gconstpointer data)
{
  write_sql (self->context, some_conventions);
  show (self, GTK_WIDGET (pv_convention_page_new (self->context, 901)));
  pv_display_act (self->child, self->context, "convention.supprimer", NULL);
  pv_page_queue_refresh (PV_PAGE (self->child));
  pv_display_settle (self->context);
  g_assert_cmpint (query (self, "SELECT COUNT(*) FROM convention WHERE id = 901"), ==, 0);
  g_assert_cmpstr (
      gtk_stack_get_visible_child_name (GTK_STACK (find (self, GTK_TYPE_STACK, "stack"))), ==,
      "gone");
  undo (self);
  g_assert_cmpint (query (self, "SELECT COUNT(*) FROM convention_annee WHERE convention_id = 901"),
                   ==, 1);
}

static void
test_print (Fixture *self, gconstpointer data)
{
  g_autoptr (GList) windows = NULL;

  write_sql (self->context, some_conventions);
  show (self, GTK_WIDGET (pv_convention_page_new (self->context, 900)));
  pv_display_act (self->child, self->context, "convention.imprimer", NULL);
  windows = gtk_window_list_toplevels ();
  for (GList *l = windows; l != NULL; l = l->next)
    if (PV_IS_LETTRES_DIALOG (l->data))
      {
        gtk_window_close (l->data);
        pv_display_settle (self->context);
        return;
      }
  g_assert_not_reached ();
}

/* --- the card --------------------------------------------------------------------------------- */

static void
card_set_up (PvSectionFixture *self, gconstpointer data)
{
  pv_section_fixture_set_up (self, PV_TYPE_PLAN_SECTION);
}

static void
test_card (PvSectionFixture *self, gconstpointer data)
{
  GtkWidget *card = pv_display_find (self->section, PV_TYPE_CONVENTION_CARD, NULL, NULL);
  GtkAdjustment *adjustment;
  GtkWidget *scrolled;
  gint64 n = pv_display_query (self->context, "SELECT COUNT(*) FROM convention");

  g_assert_nonnull (card);
  write_sql (self->context, "UPDATE financement SET arbitre_cents = propose_cents, vote_cents ="
                            " propose_cents, notifie_cents = propose_cents, notifie_le ="
                            " '2026-03-02' WHERE propose_cents > 0 AND dossier_id IN"
                            " (SELECT id FROM dossier WHERE numero IN ('0412', '0448', '0452'))");
  pv_dossier_section_load (PV_DOSSIER_SECTION (self->section));
  pv_display_settle (self->context);
  g_assert_true (gtk_widget_get_visible (card));
  pv_display_check_names (card);
  scrolled = gtk_widget_get_ancestor (card, GTK_TYPE_SCROLLED_WINDOW);
  if (scrolled != NULL)
    {
      adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));
      gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));
    }
  pv_display_picture (self->window, self->context, "convention-carte");

  gtk_widget_activate_action (card, "convention-card.creer", "(xx)",
                              pv_display_query (self->context,
                                                "SELECT fi.id FROM financeur fi JOIN organisme o"
                                                " ON o.id = fi.organisme_id WHERE o.nom = 'État'"),
                              (gint64)2026);
  pv_display_settle (self->context);
  g_assert_cmpint (pv_display_query (self->context, "SELECT COUNT(*) FROM convention"), ==, n + 1);
  g_assert_cmpint (pv_display_query (self->context,
                                     "SELECT COUNT(*) FROM convention_dossier WHERE"
                                     " convention_id = (SELECT MAX(id) FROM convention)"),
                   ==, 3);
  g_assert_cmpint (pv_display_query (self->context,
                                     "SELECT prevu_cents FROM convention_annee WHERE"
                                     " convention_id = (SELECT MAX(id) FROM convention)"),
                   ==, 3900000);
}

int
main (int argc, char **argv)
{
  pv_display_init (&argc, &argv);
#define ADD(name, func) g_test_add ("/conventions/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("list", test_list);
  ADD ("export", test_export);
  ADD ("page", test_page);
  ADD ("no-amount", test_no_amount);
  ADD ("gone", test_gone);
  ADD ("print", test_print);
#undef ADD
  g_test_add ("/conventions/card", PvSectionFixture, NULL, card_set_up, test_card,
              pv_section_fixture_tear_down);

  return g_test_run ();
}
