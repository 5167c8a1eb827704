/* test-cloture.c: a séance is closed, its minutes saved, a decision rectified
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dossier/pv-dossier-page.h"
#include "export/pv-export.h"
#include "instance/pv-instance-service.h"
#include "pv-display-fixture.h"
#include "pv-test-folder.h"
#include "seance/cloture/pv-cloture-dialog.h"
#include "seance/cloture/pv-dossier-decisions.h"
#include "seance/cloture/pv-proces-verbal-save.h"
#include "seance/cloture/pv-rectification-dialog.h"
#include "seance/pv-seance-page.h"
#include "seance/pv-seance-service.h"
#include "seance/pv-seance-store.h"
#include "widget/pv-amount-entry.h"

/* Dossiers of the demonstration, in the order of the agenda. */
static const char *const agenda[] = { "0327", "0340", "0358", "0383", "0386", "0390",
                                      "0397", "0405", "0409", "0412", "0418", "0430" };

typedef struct
{
  PvDisplayFixture display;
  gint64 seance_id;
  gint64 suivante_id;
} Fixture;

/* --- a séance ------------------------------------------------------------------------------- */

static gint64
make_seance (PvDb *db, gint64 instance_id, const char *date, GError **error)
{
  g_autoptr (PvSeance) seance = pv_seance_new ();

  seance->instance_id = instance_id;
  seance->date_le = g_strdup (date);
  seance->lieu = g_strdup ("Hôtel de la Métropole");

  return pv_seance_creer (db, seance, error) ? seance->id : 0;
}

static gint64
make_instance (PvDb *db, GError **error)
{
  g_autoptr (PvInstance) instance = pv_instance_new ();

  instance->nom = g_strdup ("Comité de pilotage");
  instance->effet = PV_INSTANCE_EFFET_DECISION;
  instance->quorum = 3;
  if (!pv_instance_service_set (db, instance, NULL, error))
    return 0;
  for (gint64 i = 1; i <= 4; i++)
    {
      g_autoptr (PvInstanceMembre) membre = pv_instance_membre_new ();

      membre->instance_id = instance->id;
      membre->institution_id = i;
      if (!pv_instance_service_set_membre (db, membre, error))
        return 0;
    }

  return instance->id;
}

static gboolean
add_dossiers (PvDb *db, gint64 seance_id, GError **error)
{
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < G_N_ELEMENTS (agenda); i++)
    {
      g_autofree char *sql =
          g_strdup_printf ("SELECT id FROM dossier WHERE numero = '%s'", agenda[i]);
      gint64 id = PV_INT_NULL;

      if (!pv_db_query_int (db, sql, &id, error))
        return FALSE;
      if (id != PV_INT_NULL)
        g_array_append_val (keys, id);
    }

  return pv_seance_ajouter_dossiers (db, seance_id, keys, NULL, error);
}

static gboolean
prepare (PvDb *db, gpointer data, GError **error)
{
  Fixture *self = data;
  gint64 instance = make_instance (db, error);

  if (instance == 0)
    return FALSE;
  self->suivante_id = make_seance (db, instance, "2026-05-12", error);
  self->seance_id = make_seance (db, instance, "2026-03-17", error);
  if (self->seance_id == 0 || !add_dossiers (db, self->seance_id, error))
    return FALSE;
  for (gint64 i = 1; i <= 3; i++)
    if (!pv_seance_set_presence (db, self->seance_id, i, NULL, TRUE, error))
      return FALSE;

  return pv_seance_ouvrir (db, self->seance_id, FALSE, error);
}

/* Leaves the last @but undecided. */
static gboolean
decide (PvDb *db, Fixture *self, guint but, GError **error)
{
  g_autoptr (GPtrArray) dossiers = pv_seance_store_list_dossiers (db, self->seance_id, error);

  for (guint i = 0; dossiers != NULL && i + but < dossiers->len; i++)
    {
      const PvSeanceDossier *dossier = dossiers->pdata[i];
      PvDecisionGenre genre = i == 3   ? PV_DECISION_GENRE_AJOURNE
                              : i == 5 ? PV_DECISION_GENRE_REFUSE
                                       : PV_DECISION_GENRE_PROGRAMME;

      if (!pv_seance_decider (db, dossier->id, genre, PV_INT_NULL, error))
        return FALSE;
      if (i == 3 && !pv_seance_set_ajournement (db, dossier->id, self->suivante_id, error))
        return FALSE;
    }

  return dossiers != NULL;
}

static gboolean
decide_most (PvDb *db, gpointer data, GError **error)
{
  return decide (db, data, 2, error);
}

static gboolean
decide_all (PvDb *db, gpointer data, GError **error)
{
  return decide (db, data, 0, error);
}

static void
act (Fixture *self, const char *action, PvContextFunc func)
{
  g_autoptr (GError) error = NULL;

  pv_context_act (self->display.context, action, NULL, func, self, &error);
  g_assert_no_error (error);
  pv_display_settle (self->display.context);
}

static gboolean
clore (PvDb *db, gpointer data, GError **error)
{
  return pv_seance_clore (db, ((Fixture *)data)->seance_id, "Crédits complémentaires annoncés.",
                          error);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  pv_display_fixture_set_up (&self->display, NULL);
  act (self, "seance-open", prepare);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  pv_display_fixture_tear_down (&self->display, NULL);
}

static gint64
query (Fixture *self, const char *sql)
{
  return pv_display_fixture_query (&self->display, sql);
}

static GtkWidget *
find (GtkWidget *dialog, GType type, const char *id)
{
  GtkWidget *found = pv_display_find (dialog, type, id, NULL);

  g_assert_nonnull (found);
  return found;
}

/* The window does not know closing by itself: GTK 4.8 has no public way to ask. */
static gboolean
is_enabled (GtkWidget *button)
{
  return gtk_widget_get_sensitive (button);
}

static GtkWidget *
show_cloture (Fixture *self)
{
  PvClotureDialog *dialog = pv_cloture_dialog_new (GTK_WINDOW (self->display.window),
                                                   self->display.context, self->seance_id);

  pv_cloture_dialog_set_page (dialog,
                              GTK_WIDGET (pv_window_get_page (self->display.window, "accueil")));
  gtk_window_present (GTK_WINDOW (dialog));
  pv_display_settle (self->display.context);
  pv_display_check_names (GTK_WIDGET (dialog));

  return GTK_WIDGET (dialog);
}

/* --- closing -------------------------------------------------------------------------------- */

/* What is not decided keeps it open, and leads to its dossier. */
static void
test_blocked (Fixture *self, gconstpointer data)
{
  GtkWidget *dialog = NULL;
  GtkWidget *list = NULL;
  GtkWidget *row = NULL;

  act (self, "seance-decide", decide_most);
  dialog = show_cloture (self);
  g_assert_false (is_enabled (find (dialog, GTK_TYPE_BUTTON, "close_button")));
  pv_display_picture (GTK_WINDOW (dialog), self->display.context, "cloture-points");

  list = find (dialog, GTK_TYPE_LIST_BOX, "constats_list");
  row = gtk_widget_get_first_child (list);
  g_assert_true (gtk_list_box_row_get_activatable (GTK_LIST_BOX_ROW (row)));
  pv_display_act (dialog, self->display.context, "cloture.clore", NULL);
  g_assert_cmpint (query (self, "SELECT COUNT(*) FROM seance WHERE etat = 'close'"), ==, 0);
  gtk_widget_activate (row);
  pv_display_settle (self->display.context);
  g_assert_null (pv_display_fixture_find_window (PV_TYPE_CLOTURE_DIALOG));
}

static char *
make_out (const char *name)
{
  g_autofree char *folder = g_dir_make_tmp ("progville-cloture-XXXXXX", NULL);

  return g_build_filename (folder, name, NULL);
}

static gboolean
is_there (gpointer data)
{
  return g_file_test (data, G_FILE_TEST_EXISTS);
}

static void
remove_out (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  pv_test_folder_remove (folder);
}

static void
save_as (Fixture *self, GtkWidget *dialog, const char *name)
{
  g_autofree char *path = make_out (name);

  pv_display_act (dialog, self->display.context, "cloture.proces-verbal-to",
                  g_variant_new_string (path));
  pv_display_wait (is_there, path);
  pv_display_settle (self->display.context);
  g_assert_true (gtk_widget_get_visible (find (dialog, GTK_TYPE_LABEL, "saved_label")));
  remove_out (path);
}

static void
test_closed (Fixture *self, gconstpointer data)
{
  GtkWidget *dialog = NULL;
  GtkWidget *motif = NULL;

  act (self, "seance-decide", decide_all);
  dialog = show_cloture (self);
  motif = find (dialog, ADW_TYPE_ENTRY_ROW, "motif_row");
  pv_display_picture (GTK_WINDOW (dialog), self->display.context, "cloture-prete");
  if (gtk_widget_get_visible (find (dialog, ADW_TYPE_PREFERENCES_GROUP, "motif_group")))
    {
      g_assert_false (is_enabled (find (dialog, GTK_TYPE_BUTTON, "close_button")));
      gtk_editable_set_text (GTK_EDITABLE (motif), "Crédits complémentaires annoncés");
    }
  g_assert_true (is_enabled (find (dialog, GTK_TYPE_BUTTON, "close_button")));
  pv_display_act (dialog, self->display.context, "cloture.clore", NULL);
  g_assert_cmpint (query (self, "SELECT COUNT(*) FROM seance WHERE etat = 'close'"), ==, 1);
  g_assert_cmpint (query (self, "SELECT COUNT(*) FROM decision WHERE scellee = 1"), ==, 12);
  pv_display_check_names (dialog);
  pv_display_picture (GTK_WINDOW (dialog), self->display.context, "cloture-faite");
  save_as (self, dialog, "pv.pdf");
  save_as (self, dialog, "pv.xlsx");
  gtk_window_close (GTK_WINDOW (dialog));
  pv_display_settle (self->display.context);
}

/* A place that cannot be written to is told in the dialog. */
static void
test_nowhere (Fixture *self, gconstpointer data)
{
  GtkWidget *dialog = NULL;
  GtkWidget *label = NULL;

  act (self, "seance-decide", decide_all);
  act (self, "seance-close", clore);
  dialog = show_cloture (self);
  g_assert_false (is_enabled (find (dialog, GTK_TYPE_BUTTON, "close_button")));
  pv_display_act (dialog, self->display.context, "cloture.proces-verbal-to",
                  g_variant_new_string ("/nowhere/at/all/pv.pdf"));
  pv_display_settle (self->display.context);
  label = find (dialog, GTK_TYPE_LABEL, "saved_label");
  g_assert_true (gtk_widget_has_css_class (label, "pv-error"));
  gtk_window_close (GTK_WINDOW (dialog));
  pv_display_settle (self->display.context);
}

static void
test_name (Fixture *self, gconstpointer data)
{
  g_autofree char *name =
      pv_proces_verbal_make_name (self->display.context, self->seance_id, ".pdf");

  g_assert_cmpstr (name, ==, "PV Comité de pilotage 2026-03-17.pdf");
}

/* --- rectifying ----------------------------------------------------------------------------- */

#define LIGNE_0412                                                                                 \
  "SELECT MIN (d.id) FROM seance_dossier d JOIN dossier x ON x.id = d.dossier_id"                  \
  " WHERE x.numero = '0412'"

static GtkWidget *
show_rectification (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  PvRectificationDialog *dialog = pv_rectification_dialog_new (
      GTK_WINDOW (self->display.window), self->display.context, query (self, LIGNE_0412), &error);

  g_assert_no_error (error);
  gtk_window_present (GTK_WINDOW (dialog));
  pv_display_settle (self->display.context);
  pv_display_check_names (GTK_WIDGET (dialog));

  return GTK_WIDGET (dialog);
}

static void
type_in (GtkWidget *dialog, const char *id, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (find (dialog, ADW_TYPE_ENTRY_ROW, id)), text);
}

#define VERSIONS "SELECT COUNT(*) FROM decision WHERE version = 2"

static void
test_rectified (Fixture *self, gconstpointer data)
{
  GtkWidget *dialog = NULL;
  GtkWidget *entry = NULL;

  act (self, "seance-decide", decide_all);
  act (self, "seance-close", clore);
  dialog = show_rectification (self);
  g_assert_false (is_enabled (find (dialog, GTK_TYPE_BUTTON, "record_button")));
  type_in (dialog, "motif_row", "Erreur de saisie, constatée le 20 mars");
  g_assert_false (is_enabled (find (dialog, GTK_TYPE_BUTTON, "record_button")));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (find (dialog, GTK_TYPE_DROP_DOWN, "decision_choice")),
                              PV_DECISION_GENRE_SOUS_RESERVE);
  type_in (dialog, "reserve_row", "Convention signée avant le 30 juin 2026");
  entry = find (dialog, PV_TYPE_AMOUNT_ENTRY, NULL);
  gtk_editable_set_text (GTK_EDITABLE (entry), "1234,56");
  g_assert_true (pv_amount_entry_commit (PV_AMOUNT_ENTRY (entry)));
  g_assert_true (is_enabled (find (dialog, GTK_TYPE_BUTTON, "record_button")));
  pv_display_picture (GTK_WINDOW (dialog), self->display.context, "rectification");
  pv_display_act (dialog, self->display.context, "rectification.record", NULL);
  g_assert_null (pv_display_fixture_find_window (PV_TYPE_RECTIFICATION_DIALOG));
  g_assert_cmpint (query (self, VERSIONS), ==, 1);
  g_assert_cmpint (query (self, "SELECT COUNT(*) FROM decision_montant m JOIN decision c ON c.id ="
                                " m.decision_id WHERE c.version = 2 AND m.montant_cents = 123456"),
                   ==, 1);
}

/* Escape changes nothing; neither does a refused amount. */
static void
test_given_up (Fixture *self, gconstpointer data)
{
  GtkWidget *dialog = NULL;
  GtkWidget *entry = NULL;

  act (self, "seance-decide", decide_all);
  act (self, "seance-close", clore);
  dialog = show_rectification (self);
  type_in (dialog, "motif_row", "Erreur");
  type_in (dialog, "reserve_row", "Sous réserve");
  entry = find (dialog, PV_TYPE_AMOUNT_ENTRY, NULL);
  gtk_editable_set_text (GTK_EDITABLE (entry), "douze");
  pv_display_act (dialog, self->display.context, "rectification.record", NULL);
  g_assert_true (gtk_widget_get_visible (find (dialog, GTK_TYPE_LABEL, "problem")));
  g_assert_cmpint (query (self, VERSIONS), ==, 0);
  gtk_window_close (GTK_WINDOW (dialog));
  pv_display_settle (self->display.context);
  g_assert_cmpint (query (self, VERSIONS), ==, 0);
}

#define AMOUNTS_0412                                                                               \
  "SELECT COUNT(*) FROM decision_montant m JOIN decision c ON c.id = m.decision_id"                \
  " WHERE c.version = 2 AND m.verrou IS NULL AND m.montant_cents <> 0"

/* What is reoriented starts from nothing, and from what held when it is not after all. */
static void
test_reoriented (Fixture *self, gconstpointer data)
{
  GtkWidget *dialog = NULL;
  GtkDropDown *choice = NULL;
  PvAmountEntry *entry = NULL;
  PvCents before;

  act (self, "seance-decide", decide_all);
  act (self, "seance-close", clore);
  dialog = show_rectification (self);
  choice = GTK_DROP_DOWN (find (dialog, GTK_TYPE_DROP_DOWN, "decision_choice"));
  entry = PV_AMOUNT_ENTRY (find (dialog, PV_TYPE_AMOUNT_ENTRY, NULL));
  before = pv_amount_entry_get_cents (entry);
  g_assert_cmpint (before, >, 0);
  gtk_drop_down_set_selected (choice, PV_DECISION_GENRE_REORIENTE);
  g_assert_cmpint (pv_amount_entry_get_cents (entry), ==, 0);
  pv_display_check_names (dialog);
  gtk_drop_down_set_selected (choice, PV_DECISION_GENRE_PROGRAMME);
  g_assert_cmpint (pv_amount_entry_get_cents (entry), ==, before);
  gtk_editable_set_text (GTK_EDITABLE (entry), "1234");
  g_assert_true (pv_amount_entry_commit (entry));
  gtk_drop_down_set_selected (choice, PV_DECISION_GENRE_SOUS_RESERVE);
  g_assert_cmpint (pv_amount_entry_get_cents (entry), ==, 123400);
  gtk_drop_down_set_selected (choice, PV_DECISION_GENRE_REORIENTE);
  g_assert_cmpint (pv_amount_entry_get_cents (entry), ==, 0);
  type_in (dialog, "motif_row", "Relève du droit commun");
  pv_display_picture (GTK_WINDOW (dialog), self->display.context, "rectification-reoriente");
  pv_display_act (dialog, self->display.context, "rectification.record", NULL);
  g_assert_null (pv_display_fixture_find_window (PV_TYPE_RECTIFICATION_DIALOG));
  g_assert_cmpint (query (self, VERSIONS), ==, 1);
  g_assert_cmpint (query (self, AMOUNTS_0412), ==, 0);
}

/* --- on its page ---------------------------------------------------------------------------- */

/* From the session: what is not decided is put on the table; then closed, then rectified. */
static void
test_page (Fixture *self, gconstpointer data)
{
  GtkWidget *page = NULL;
  GtkWidget *dialog = NULL;

  act (self, "seance-decide", decide_most);
  pv_display_fixture_act (&self->display, "win.open-seance", g_variant_new_int64 (self->seance_id));
  page = pv_display_fixture_find (&self->display, PV_TYPE_SEANCE_PAGE, NULL);
  pv_display_act (page, self->display.context, "seance.clore", NULL);
  dialog = pv_display_fixture_find_window (PV_TYPE_CLOTURE_DIALOG);
  g_assert_nonnull (dialog);
  gtk_widget_activate (
      gtk_widget_get_first_child (find (dialog, GTK_TYPE_LIST_BOX, "constats_list")));
  pv_display_settle (self->display.context);
  g_assert_null (pv_display_fixture_find_window (PV_TYPE_CLOTURE_DIALOG));
  g_assert_nonnull (pv_display_fixture_find (&self->display, PV_TYPE_SEANCE_PAGE, NULL));

  act (self, "seance-decide", decide_all);
  act (self, "seance-close", clore);
  pv_display_check_names (page);
  pv_display_picture (GTK_WINDOW (self->display.window), self->display.context, "seance-close");
  pv_display_act (page, self->display.context, "seance.rectifier",
                  g_variant_new_int64 (query (self, LIGNE_0412)));
  pv_display_settle (self->display.context);
  dialog = pv_display_fixture_find_window (PV_TYPE_RECTIFICATION_DIALOG);
  g_assert_nonnull (dialog);
  gtk_window_close (GTK_WINDOW (dialog));
  pv_display_settle (self->display.context);
}

/* Among the exports. */
static void
test_exports (Fixture *self, gconstpointer data)
{
  GtkWidget *page = NULL;
  GtkWidget *kinds = NULL;
  GtkWidget *list = NULL;
  g_autofree char *path = make_out ("pv.pdf");

  act (self, "seance-decide", decide_all);
  act (self, "seance-close", clore);
  pv_display_fixture_goto (&self->display, "exports", "");
  page = GTK_WIDGET (pv_window_get_page (self->display.window, "exports"));
  kinds = find (page, ADW_TYPE_COMBO_ROW, "kind_row");
  list = find (page, ADW_TYPE_COMBO_ROW, "seance_row");
  g_assert_false (gtk_widget_get_visible (list));
  for (guint i = 0; i < pv_export_get_n_kinds (); i++)
    if (pv_export_get_kind (i) == pv_export_find_kind ("seance"))
      adw_combo_row_set_selected (ADW_COMBO_ROW (kinds), i);
  adw_combo_row_set_selected (ADW_COMBO_ROW (list), 1);
  pv_display_settle (self->display.context);
  g_assert_true (gtk_widget_get_visible (list));
  g_assert_false (gtk_widget_get_visible (find (page, ADW_TYPE_COMBO_ROW, "scope_row")));
  pv_display_check_names (page);
  pv_display_picture (GTK_WINDOW (self->display.window), self->display.context, "exports-seance");
  pv_display_act (page, self->display.context, "exports.write", g_variant_new_string (path));
  pv_display_wait (is_there, path);
  pv_display_settle (self->display.context);
  g_assert_true (gtk_widget_get_visible (find (page, GTK_TYPE_WIDGET, "result_box")));
  remove_out (path);
}

/* The plan and the history of a dossier say what was decided of it. */
static void
test_dossier (Fixture *self, gconstpointer data)
{
  static const char *const sections[] = { "plan", "historique" };
  GtkWidget *line = NULL;

  act (self, "seance-decide", decide_all);
  act (self, "seance-close", clore);
  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    {
      gint64 id = query (self, "SELECT id FROM dossier WHERE numero = '0383'");
      g_autofree char *name = g_strdup_printf ("decision-%s", sections[i]);

      pv_display_fixture_act (&self->display, "win.open-dossier", g_variant_new_int64 (id));
      pv_display_act (pv_display_fixture_find (&self->display, PV_TYPE_DOSSIER_PAGE, NULL),
                      self->display.context, "dossier.section", g_variant_new_string (sections[i]));
      line = pv_display_fixture_find (&self->display, PV_TYPE_DOSSIER_DECISIONS, NULL);
      g_assert_true (gtk_widget_get_visible (line));
      g_assert_nonnull (pv_display_find (line, GTK_TYPE_BUTTON, NULL,
                                         "Comité de pilotage du 17 mars 2026\302\240: ajourné"));
      pv_display_picture (GTK_WINDOW (self->display.window), self->display.context, name);
    }
}

int
main (int argc, char **argv)
{
  pv_display_init (&argc, &argv);

  g_test_add ("/cloture/blocked", Fixture, NULL, set_up, test_blocked, tear_down);
  g_test_add ("/cloture/closed", Fixture, NULL, set_up, test_closed, tear_down);
  g_test_add ("/cloture/nowhere", Fixture, NULL, set_up, test_nowhere, tear_down);
  g_test_add ("/cloture/name", Fixture, NULL, set_up, test_name, tear_down);
  g_test_add ("/cloture/rectified", Fixture, NULL, set_up, test_rectified, tear_down);
  g_test_add ("/cloture/reoriented", Fixture, NULL, set_up, test_reoriented, tear_down);
  g_test_add ("/cloture/given-up", Fixture, NULL, set_up, test_given_up, tear_down);

  g_test_add ("/cloture/page", Fixture, NULL, set_up, test_page, tear_down);

  g_test_add ("/cloture/exports", Fixture, NULL, set_up, test_exports, tear_down);

  g_test_add ("/cloture/dossier", Fixture, NULL, set_up, test_dossier, tear_down);

  return g_test_run ();
}
