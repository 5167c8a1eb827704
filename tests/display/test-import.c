/* test-import.c: the assistant that brings a table in
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>
#include <string.h>

#include "import/pv-import-assistant.h"
#include "import/pv-import-ligne.h"
#include "pv-display.h"
#include "pv-history.h"
#include "pv-statement.h"
#include "table/pv-table.h"

#define HEADER                                                                                         \
  "N°;Porteur;SIRET;Intitulé;Communes;Nouvelle/Reconduction;Début;Fin;Coût total;Bénéficiaires " \
  "femmes;État sollicité;Région sollicité;CAF sollicité;Numéro de badge\n"

typedef struct
{
  char *path;
  char *folder;
  PvContext *context;
  PvImportAssistant *assistant;
  PvImportSession *session;
} Fixture;

static void
begin (Fixture *f)
{
  f->path = pv_display_copy_demonstration ();
  f->folder = g_path_get_dirname (f->path);
  f->context = pv_display_open (f->path);
  f->assistant = PV_IMPORT_ASSISTANT (pv_import_assistant_new (f->context, NULL));
  f->session = pv_import_assistant_get_session (f->assistant);
  gtk_window_present (GTK_WINDOW (f->assistant));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (f->assistant));
}

static void
end (Fixture *f)
{
  if (f->assistant != NULL)
    pv_display_close (GTK_WINDOW (f->assistant));
  pv_display_settle (f->context);
  g_assert_finalize_object (f->context);
  g_free (f->folder);
  pv_display_remove (f->path);
}

/* (transfer full) */
static char *
write_table (Fixture *f, const char *name, const char *rows)
{
  char *path = g_build_filename (f->folder, name, NULL);
  g_autofree char *content = g_strconcat (HEADER, rows, NULL);

  g_assert_true (g_file_set_contents (path, content, -1, NULL));
  return path;
}

static void
open_table (Fixture *f, const char *path)
{
  pv_display_act (GTK_WIDGET (f->assistant), f->context, "import.open-file",
                  g_variant_new_string (path));
}

static void
next (Fixture *f)
{
  pv_display_act (GTK_WIDGET (f->assistant), f->context, "import.next", NULL);
}

static const char *
shown_step (Fixture *f)
{
  GtkWidget *stack = pv_display_find (GTK_WIDGET (f->assistant), GTK_TYPE_STACK, "stack", NULL);

  return gtk_stack_get_visible_child_name (GTK_STACK (stack));
}

static char *
query (Fixture *f, const char *sql)
{
  g_autoptr (GError) error = NULL;
  PvDb *reader = pv_context_get_reader (f->context);
  g_autoptr (PvStatement) statement = pv_db_prepare (reader, sql, &error);

  g_assert_no_error (error);
  g_assert_cmpint (pv_statement_step (statement, &error), ==, PV_STEP_ROW);
  return pv_statement_dup_text (statement, 0);
}

static char *
digest (Fixture *f)
{
  g_autoptr (GError) error = NULL;
  char *text = pv_history_digest (pv_context_get_reader (f->context), &error);

  g_assert_no_error (error);
  return text;
}

static const char first_rows[] =
    "F1;Tremplin Textile fictif;;Atelier textile;Roubaix;nouvelle;01/01/2026;31/12/2026;61800;26;"
    "12000;14000;;1\n"
    "F2;Mains Vertes fictives;;Jardin partagé;Roubaix;nouvelle;01/02/2026;31/12/2026;8500;12;"
    "3000;;;2\n"
    "F3;Rives Solidaires fictives;;En route vers l’emploi;Tourcoing;nouvelle;01/03/2026;"
    "31/12/2026;42000;26;15000;;9000;3\n";

static const char second_rows[] =
    "F1;Tremplin Textile fictif;;Atelier textile;Roubaix;nouvelle;01/01/2026;31/12/2026;64200;26;"
    "12000;16000;;1\n"
    "F2;Mains Vertes fictives;;Jardin partagé;Roubaix;reconduction;01/02/2026;30/06/2027;8500;12;"
    "3000;;;2\n"
    "F3;Rives Solidaires fictives;;En route vers l’emploi;Tourcoing;nouvelle;01/03/2026;"
    "31/12/2026;42000;24;15000;;10000;3\n"
    "F4;Passerelle Jeunes fictive;;Sport et insertion;Roubaix;nouvelle;31/02/2026;31/12/2026;"
    "12 5OO €;;5000;;;4\n"
    "F5;;;;Roubaix;nouvelle;01/01/2026;31/12/2026;100;;100;;;5\n";

static gboolean
edit (PvDb *db, gpointer user_data, GError **error)
{
  return pv_db_execute (db,
                        "UPDATE dossier SET beneficiaires_femmes = 30, revision = revision + 1 "
                        "WHERE numero = 'F3'",
                        error);
}

static void
apply_first (Fixture *f)
{
  g_autofree char *path = write_table (f, "programmation_2026_v1.csv", first_rows);

  open_table (f, path);
  g_assert_cmpstr (shown_step (f), ==, "profil");
  next (f);
  next (f);
  g_assert_cmpstr (shown_step (f), ==, "apercu");
  next (f);
  g_assert_cmpstr (shown_step (f), ==, "rapport");
}

static PvImportLigne *
find_conflict (Fixture *f)
{
  GListModel *liste =
      G_LIST_MODEL (pv_import_session_get_apercu (f->session)->listes[PV_APERCU_MISES_A_JOUR]);

  for (guint i = 0; i < g_list_model_get_n_items (liste); i++)
    {
      g_autoptr (PvImportLigne) ligne = g_list_model_get_item (liste, i);

      if (pv_import_ligne_is_conflict (ligne))
        return ligne;
    }

  return NULL;
}

/* Rows of a workbook, its header included. */
static guint
count_rows (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PvTable) table = pv_table_open (path, &error);
  PvRow row;
  guint n = 0;

  g_assert_no_error (error);
  while (pv_table_next_row (table, &row, &error))
    n++;
  g_assert_no_error (error);

  return n;
}

/* The choice of the only line to settle. */
static GtkWidget *
find_decision (GtkWidget *root)
{
  if (GTK_IS_DROP_DOWN (root) && gtk_widget_get_visible (root) &&
      gtk_widget_has_css_class (root, "pv-decision") && gtk_widget_get_mapped (root))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_decision (child);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* The whole way, twice: rows created, then updated, settled and refused. */
/* The calls to choose from are told whole. */
static void
check_appels (Fixture *f)
{
  GtkWidget *row =
      pv_display_find (GTK_WIDGET (f->assistant), ADW_TYPE_COMBO_ROW, "appel_row", NULL);
  GtkWidget *popover = pv_display_find (row, GTK_TYPE_POPOVER, NULL, NULL);
  GListModel *model = adw_combo_row_get_model (ADW_COMBO_ROW (row));
  g_autoptr (GtkStringObject) last =
      g_list_model_get_item (model, g_list_model_get_n_items (model) - 1);
  GtkWidget *label;

  gtk_popover_popup (GTK_POPOVER (popover));
  pv_display_settle (f->context);
  label = pv_display_find (popover, GTK_TYPE_LABEL, NULL, gtk_string_object_get_string (last));
  g_assert_nonnull (label);
  g_assert_false (pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (label))));
  g_assert_cmpint (pango_layout_get_line_count (gtk_label_get_layout (GTK_LABEL (label))), ==, 1);
  gtk_popover_popdown (GTK_POPOVER (popover));
  pv_display_settle (f->context);
}

static void
test_whole (void)
{
  Fixture f = { NULL };
  g_autofree char *second = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *values = NULL;
  g_autofree char *saved = NULL;
  g_autofree char *content = NULL;
  const PvImportApercu *apercu;
  PvImportLigne *conflict;
  GtkWidget *choice;

  begin (&f);
  g_assert_cmpstr (shown_step (&f), ==, "fichier");
  pv_display_check_names (GTK_WIDGET (f.assistant));
  apply_first (&f);
  g_assert_cmpuint (pv_import_session_get_apercu (f.session)->report->created, ==, 3);
  pv_display_close (GTK_WINDOW (f.assistant));

  g_assert_true (pv_context_act (f.context, "dossier-publics", "F3", edit, NULL, NULL));
  second = write_table (&f, "programmation_2026_v3.csv", second_rows);
  f.assistant = PV_IMPORT_ASSISTANT (pv_import_assistant_new (f.context, NULL));
  f.session = pv_import_assistant_get_session (f.assistant);
  gtk_window_present (GTK_WINDOW (f.assistant));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (f.assistant));
  before = digest (&f);
  pv_display_picture (GTK_WINDOW (f.assistant), f.context, "import-fichier");

  open_table (&f, second);
  pv_display_check_names (GTK_WIDGET (f.assistant));
  pv_display_picture (GTK_WINDOW (f.assistant), f.context, "import-profil");
  check_appels (&f);
  next (&f);
  g_assert_cmpstr (shown_step (&f), ==, "correspondances");
  pv_display_check_names (GTK_WIDGET (f.assistant));
  pv_display_picture (GTK_WINDOW (f.assistant), f.context, "import-correspondances");
  next (&f);
  g_assert_cmpstr (shown_step (&f), ==, "apercu");
  after = digest (&f);
  g_assert_cmpstr (before, ==, after);

  apercu = pv_import_session_get_apercu (f.session);
  g_assert_cmpuint (apercu->report->read, ==, 5);
  g_assert_cmpuint (apercu->report->created, ==, 1);
  g_assert_cmpuint (apercu->report->updated, ==, 3);
  g_assert_cmpuint (apercu->report->rejected, ==, 1);
  g_assert_cmpuint (apercu->n_conflicts, ==, 1);
  g_assert_cmpuint (apercu->n_erreurs, >=, 3);
  conflict = find_conflict (&f);
  g_assert_nonnull (conflict);
  g_assert_cmpstr (pv_import_ligne_get (conflict, PV_LIGNE_CHAMP), ==, "Bénéficiaires, femmes");
  g_assert_cmpstr (pv_import_ligne_get (conflict, PV_LIGNE_AVANT), ==, "30");
  g_assert_cmpstr (pv_import_ligne_get (conflict, PV_LIGNE_APRES), ==, "24");
  g_assert_true (strstr (pv_import_ligne_get (conflict, PV_LIGNE_LIEU), " J4") != NULL);
  g_assert_cmpstr (pv_import_ligne_get (conflict, PV_LIGNE_REMARQUE), !=, "");
  pv_display_check_names (GTK_WIDGET (f.assistant));
  pv_display_picture (GTK_WINDOW (f.assistant), f.context, "import-apercu");

  saved = g_build_filename (f.folder, "rejets.csv", NULL);
  pv_display_act (GTK_WIDGET (f.assistant), f.context, "import.save-to",
                  g_variant_new ("(bs)", FALSE, saved));
  g_assert_true (g_file_get_contents (saved, &content, NULL, NULL));
  g_assert_nonnull (strstr (content, "31/02/2026"));
  g_free (saved);
  saved = g_build_filename (f.folder, "rejets.xlsx", NULL);
  pv_display_act (GTK_WIDGET (f.assistant), f.context, "import.save-to",
                  g_variant_new ("(bs)", FALSE, saved));
  g_assert_cmpuint (count_rows (saved), ==, 1 + apercu->n_erreurs);

  /* The cards and the filter choose what is listed. */
  pv_display_act (pv_display_find (GTK_WIDGET (f.assistant), G_TYPE_NONE, "differences", NULL),
                  f.context, "apercu.liste", g_variant_new_string ("trancher"));
  choice = find_decision (GTK_WIDGET (f.assistant));
  g_assert_nonnull (choice);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (choice), 1);
  g_assert_cmpint (pv_import_ligne_get_choice (conflict), ==, PV_IMPORT_CHOICE_REPLACE);
  next (&f);
  g_assert_cmpstr (shown_step (&f), ==, "rapport");
  pv_display_check_names (GTK_WIDGET (f.assistant));
  pv_display_picture (GTK_WINDOW (f.assistant), f.context, "import-rapport");
  values = query (&f, "SELECT cout_total_declare_cents || ' ' || (SELECT beneficiaires_femmes "
                      "FROM dossier WHERE numero = 'F3') || ' ' || (SELECT nature || fin FROM "
                      "dossier WHERE numero = 'F2') FROM dossier WHERE numero = 'F1'");
  g_assert_cmpstr (values, ==, "6420000 24 reconduction2027-06-30");
  next (&f);
  f.assistant = NULL;
  pv_display_settle (f.context);
  end (&f);
}

/* The table that the demonstration was made of: nothing to write, in any list. */
static void
test_demonstration (void)
{
  Fixture f = { NULL };
  g_autofree char *path =
      g_build_filename (g_getenv ("PV_DATADIR"), "demo", "appel-fictif-2026.csv", NULL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  const PvImportApercu *apercu;
  gint64 start;

  begin (&f);
  open_table (&f, path);
  start = g_get_monotonic_time ();
  next (&f);
  g_test_message ("%u columns shown in %.0f ms",
                  pv_import_session_get_lecture (f.session)->columns->len,
                  (g_get_monotonic_time () - start) / 1000.0);
  g_assert_cmpstr (shown_step (&f), ==, "correspondances");
  before = digest (&f);
  next (&f);
  apercu = pv_import_session_get_apercu (f.session);
  g_assert_cmpuint (apercu->report->read, >, 50);
  g_assert_cmpuint (apercu->report->unchanged, ==, apercu->report->read);
  g_assert_cmpuint (pv_import_session_count_writes (f.session), ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (apercu->listes[PV_APERCU_INCHANGEES])),
                    ==, apercu->report->read);
  pv_display_check_names (GTK_WIDGET (f.assistant));
  pv_display_picture (GTK_WINDOW (f.assistant), f.context, "import-inchange");
  next (&f);
  g_assert_cmpstr (shown_step (&f), ==, "rapport");
  after = digest (&f);
  g_assert_cmpstr (before, ==, after);
  end (&f);
}

/* A column is given another field, which the file remembers. */
static void
test_mapping (void)
{
  Fixture f = { NULL };
  g_autofree char *path = NULL;
  g_autofree char *field = NULL;
  g_autofree char *stored = NULL;
  const PvImportColumn *column;

  begin (&f);
  path = write_table (&f, "badges.csv", first_rows);
  open_table (&f, path);
  next (&f);
  column = g_ptr_array_index (pv_import_session_get_lecture (f.session)->columns, 13);
  g_assert_cmpstr (column->letters, ==, "N");
  field = g_strdup (column->field);
  g_assert_null (field);
  pv_import_session_set_field (f.session, 13, "commentaire");
  pv_display_settle (f.context);
  column = g_ptr_array_index (pv_import_session_get_lecture (f.session)->columns, 13);
  g_assert_cmpstr (column->field, ==, "commentaire");
  g_assert_true (column->corrected);
  next (&f);
  next (&f);
  stored = query (&f, "SELECT group_concat (commentaire, ',') FROM dossier WHERE numero LIKE 'F_'");
  g_assert_cmpstr (stored, ==, "1,2,3");

  open_table (&f, path);
  column = g_ptr_array_index (pv_import_session_get_lecture (f.session)->columns, 13);
  g_assert_cmpstr (column->field, ==, "commentaire");
  end (&f);
}

/* The choice of the field of a column, as the table shows it. */
static GtkDropDown *
find_field (GtkWidget *root, guint *skip)
{
  if (GTK_IS_DROP_DOWN (root) && gtk_widget_get_mapped (root))
    return (*skip)-- == 0 ? GTK_DROP_DOWN (root) : NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkDropDown *found = find_field (child, skip);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
choose_field (Fixture *f, guint column, const char *name)
{
  GtkDropDown *choice = find_field (GTK_WIDGET (f->assistant), &(guint){ column });
  GListModel *names;

  g_assert_nonnull (choice);
  names = gtk_drop_down_get_model (choice);
  for (guint i = 0; i < g_list_model_get_n_items (names); i++)
    {
      g_autoptr (GtkStringObject) item = g_list_model_get_item (names, i);

      if (g_str_equal (gtk_string_object_get_string (item), name))
        {
          gtk_drop_down_set_selected (choice, i);
          pv_display_settle (f->context);
          return;
        }
    }
  g_error ("no field %s", name);
}

/* Headers that no profile knows: each column is matched by hand. */
static void
test_by_hand (void)
{
  Fixture f = { NULL };
  g_autofree char *path = NULL;
  g_autofree char *stored = NULL;

  begin (&f);
  path = g_build_filename (f.folder, "liste.csv", NULL);
  g_assert_true (g_file_set_contents (
      path, "Ref;Qui;Quoi\nZ9;Les Lilas fictifs;Lecture au pied des tours\n", -1, NULL));
  open_table (&f, path);
  g_assert_cmpstr (shown_step (&f), ==, "profil");
  pv_display_picture (GTK_WINDOW (f.assistant), f.context, "import-inconnu");
  next (&f);
  choose_field (&f, 0, "Numéro");
  choose_field (&f, 1, "Porteur");
  choose_field (&f, 2, "Intitulé");
  next (&f);
  g_assert_cmpuint (pv_import_session_get_apercu (f.session)->report->created, ==, 1);
  next (&f);
  g_assert_cmpstr (shown_step (&f), ==, "rapport");
  stored = query (&f, "SELECT intitule FROM dossier WHERE numero = 'Z9'");
  g_assert_cmpstr (stored, ==, "Lecture au pied des tours");
  end (&f);
}

/* What cannot be read is told, with what to do. */
static void
test_refusals (void)
{
  Fixture f = { NULL };
  g_autofree char *text = NULL;

  begin (&f);
  text = g_build_filename (f.folder, "photo.png", NULL);
  g_assert_true (g_file_set_contents (text, "\x89PNG\r\n\x1a\n____________", -1, NULL));
  open_table (&f, text);
  g_assert_cmpstr (shown_step (&f), ==, "fichier");
  g_assert_nonnull (pv_import_session_get_problem (f.session));
  open_table (&f, "/nowhere/at/all.csv");
  g_assert_cmpstr (shown_step (&f), ==, "fichier");
  g_assert_nonnull (pv_import_session_get_problem (f.session));
  pv_display_picture (GTK_WINDOW (f.assistant), f.context, "import-probleme");
  end (&f);
}

static char *
write_long_table (Fixture *f, guint n)
{
  g_autoptr (GString) rows = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (rows,
                            "L%05u;Porteur fictif %u;;Action %u;Roubaix;nouvelle;01/01/2026;"
                            "31/12/2026;%u;%u;1000;2000;;%u\n",
                            i, i % 700, i, 1000 + i, i % 50, i);
  return write_table (f, "longue.csv", rows->str);
}

typedef struct
{
  Fixture *f;
  gint64 last;
  gint64 worst;
  double until;
} Beat;

static gboolean
beat_cb (gpointer data)
{
  Beat *beat = data;
  gint64 now = g_get_monotonic_time ();

  beat->worst = MAX (beat->worst, now - beat->last);
  beat->last = now;
  return G_SOURCE_CONTINUE;
}

static gboolean
is_idle (gpointer data)
{
  return !pv_import_session_is_busy (((Fixture *)data)->session);
}

static gboolean
is_under_way (gpointer data)
{
  Beat *beat = data;

  return pv_import_session_get_progress (beat->f->session) >= beat->until ||
         !pv_import_session_is_busy (beat->f->session);
}

/* 20 000 rows: the window lives while they are compared, then written; a cancelled
 * import leaves nothing. */
static void
test_long (void)
{
  Fixture f = { NULL };
  g_autofree char *path = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  Beat beat = { .f = &f };
  guint source;
  gint64 start;

  begin (&f);
  before = digest (&f);
  path = write_long_table (&f, 20000);
  open_table (&f, path);
  next (&f);

  beat.last = g_get_monotonic_time ();
  source = g_timeout_add (5, beat_cb, &beat);
  gtk_widget_activate_action (GTK_WIDGET (f.assistant), "import.next", NULL);
  pv_display_wait (is_idle, &f);
  g_source_remove (source);
  g_test_message ("preview of 20 000 rows: the loop waited %.0f ms at most", beat.worst / 1000.0);
  g_assert_cmpint (beat.worst, <, 400 * 1000);
  pv_display_settle (f.context);
  g_assert_cmpuint (pv_import_session_get_apercu (f.session)->report->created, ==, 20000);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (
                        pv_import_session_get_apercu (f.session)->listes[PV_APERCU_CREEES])),
                    ==, PV_APERCU_MAX);

  /* Half way through the writing. */
  gtk_widget_activate_action (GTK_WIDGET (f.assistant), "import.next", NULL);
  beat.until = 0.4;
  pv_display_wait (is_under_way, &beat);
  g_assert_true (pv_import_session_is_applying (f.session));
  start = g_get_monotonic_time ();
  gtk_widget_activate_action (GTK_WIDGET (f.assistant), "import.cancel", NULL);
  pv_display_wait (is_idle, &f);
  g_test_message ("cancelled in %.0f ms", (g_get_monotonic_time () - start) / 1000.0);
  pv_display_settle (f.context);
  g_assert_cmpstr (shown_step (&f), ==, "apercu");
  after = digest (&f);
  g_assert_cmpstr (before, ==, after);

  /* And to the end, without the loop waiting. */
  beat.worst = 0;
  beat.last = g_get_monotonic_time ();
  source = g_timeout_add (5, beat_cb, &beat);
  gtk_widget_activate_action (GTK_WIDGET (f.assistant), "import.next", NULL);
  pv_display_wait (is_idle, &f);
  g_source_remove (source);
  g_test_message ("writing 20 000 rows: the loop waited %.0f ms at most", beat.worst / 1000.0);
  g_assert_cmpint (beat.worst, <, 400 * 1000);
  pv_display_settle (f.context);
  g_assert_cmpstr (shown_step (&f), ==, "rapport");
  end (&f);
}

/* 100 000 rows: the comparison ends soon after it is cancelled. */
static void
test_cancel_preview (void)
{
  Fixture f = { NULL };
  g_autofree char *path = NULL;
  Beat beat = { .f = &f, .until = 0.2 };
  gint64 start;

  begin (&f);
  path = write_long_table (&f, 100000);
  open_table (&f, path);
  next (&f);
  gtk_widget_activate_action (GTK_WIDGET (f.assistant), "import.next", NULL);
  pv_display_wait (is_under_way, &beat);
  g_assert_true (pv_import_session_is_busy (f.session));
  start = g_get_monotonic_time ();
  gtk_widget_activate_action (GTK_WIDGET (f.assistant), "import.cancel", NULL);
  pv_display_wait (is_idle, &f);
  g_test_message ("cancelled in %.0f ms", (g_get_monotonic_time () - start) / 1000.0);
  g_assert_cmpint (g_get_monotonic_time () - start, <, G_USEC_PER_SEC / 2);
  pv_display_settle (f.context);
  g_assert_cmpstr (shown_step (&f), ==, "correspondances");
  end (&f);
}

static PvImportAssistant *
find_assistant (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (PV_IS_IMPORT_ASSISTANT (l->data))
      return l->data;

  return NULL;
}

/* From the window and back to it. */
static void
test_from_the_window (void)
{
  Fixture f = { NULL };
  g_autofree char *path = NULL;
  g_autofree char *count = NULL;
  PvWindow *window;

  f.path = pv_display_copy_demonstration ();
  f.folder = g_path_get_dirname (f.path);
  window = pv_display_show_programme (f.path);
  f.context = pv_window_get_context (window);
  pv_display_act (GTK_WIDGET (window), f.context, "win.import", NULL);
  f.assistant = find_assistant ();
  g_assert_nonnull (f.assistant);
  g_assert_true (gtk_window_get_transient_for (GTK_WINDOW (f.assistant)) == GTK_WINDOW (window));
  f.session = pv_import_assistant_get_session (f.assistant);
  path = write_table (&f, "programmation.csv", first_rows);
  open_table (&f, path);
  for (guint i = 0; i < 3; i++)
    next (&f);
  g_assert_cmpstr (shown_step (&f), ==, "rapport");
  next (&f);
  g_assert_null (find_assistant ());

  pv_display_act (GTK_WIDGET (window), f.context, "win.undo", NULL);
  count = query (&f, "SELECT count(*) FROM dossier WHERE numero LIKE 'F_'");
  g_assert_cmpstr (count, ==, "0");
  pv_display_close (GTK_WINDOW (window));
  g_free (f.folder);
  pv_display_remove (f.path);
}

/* Closing while it writes takes everything back first. */
static void
test_close_while_writing (void)
{
  Fixture f = { NULL };
  g_autofree char *path = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gpointer gone;

  begin (&f);
  before = digest (&f);
  path = write_long_table (&f, 5000);
  open_table (&f, path);
  next (&f);
  next (&f);
  gtk_widget_activate_action (GTK_WIDGET (f.assistant), "import.next", NULL);
  gone = f.assistant;
  g_object_add_weak_pointer (G_OBJECT (f.assistant), &gone);
  gtk_window_close (GTK_WINDOW (f.assistant));
  f.assistant = NULL;
  while (gone != NULL)
    g_main_context_iteration (NULL, TRUE);
  after = digest (&f);
  g_assert_cmpstr (before, ==, after);
  end (&f);
}

int
main (int argc, char **argv)
{
  pv_display_init (&argc, &argv);

  g_test_add_func ("/import/the-whole-way", test_whole);
  g_test_add_func ("/import/the-same-table-again", test_demonstration);
  g_test_add_func ("/import/a-column-gets-another-field", test_mapping);
  g_test_add_func ("/import/a-table-matched-by-hand", test_by_hand);
  g_test_add_func ("/import/what-cannot-be-read-is-told", test_refusals);
  g_test_add_func ("/import/a-long-table-leaves-the-window-alive", test_long);
  g_test_add_func ("/import/a-preview-is-cancelled-at-once", test_cancel_preview);
  g_test_add_func ("/import/from-the-window-and-back", test_from_the_window);
  g_test_add_func ("/import/closing-while-writing-leaves-nothing", test_close_while_writing);

  return g_test_run ();
}
