/* test-panne.c: the disk is full, or the file is taken away, while one types
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define _GNU_SOURCE

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "dossier/pv-dossier-page.h"
#include "dossier/pv-lot-dialog.h"
#include "financement/pv-plan-row.h"
#include "parametres/pv-saisie-row.h"
#include "pv-display-fixture.h"
#include "widget/pv-amount-entry.h"

#define NOBODY 65534

typedef PvDisplayFixture Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  pv_display_fixture_set_up (self, data);
  pv_display_fixture_rest ();
}

#define DOSSIER "(SELECT id FROM dossier WHERE numero = '0412' ORDER BY exercice DESC LIMIT 1)"

static void
open_0412 (Fixture *self)
{
  pv_display_fixture_act (self, "win.open-dossier",
                          g_variant_new_int64 (pv_display_fixture_query (self, "SELECT " DOSSIER)));
}

static void
leave (Fixture *self)
{
  gtk_window_set_focus (GTK_WINDOW (self->window), NULL);
  pv_display_settle (self->context);
}

static gboolean
is_shown (Fixture *self, GType type)
{
  return pv_display_find (GTK_WIDGET (self->window), type, NULL, NULL) != NULL;
}

/* --- what keeps from writing -------------------------------------------------------------- */

/* How a file fails, and comes back. */
typedef struct
{
  void (*begin) (Fixture *self);
  void (*end) (Fixture *self);
  const char *reason; /* some of its words, beside the field */
  gboolean has_bar;
  gboolean once_seen; /* what is open is written until then */
} Panne;

static void
fill_disk (Fixture *self)
{
  pv_display_fixture_fill_disk (TRUE);
}

static void
free_disk (Fixture *self)
{
  pv_display_fixture_fill_disk (FALSE);
}

static char *
dup_aside (Fixture *self)
{
  return g_strconcat (self->path, ".ailleurs", NULL);
}

static void
move_away (Fixture *self)
{
  g_autofree char *aside = dup_aside (self);

  g_assert_cmpint (g_rename (self->path, aside), ==, 0);
}

static void
replace (Fixture *self)
{
  g_autoptr (GFile) from = g_file_new_for_path (g_getenv ("PV_DEMONSTRATION"));
  g_autoptr (GFile) to = g_file_new_for_path (self->path);

  move_away (self);
  g_assert_true (g_file_copy (from, to, G_FILE_COPY_NONE, NULL, NULL, NULL, NULL));
}

static void
put_back (Fixture *self)
{
  g_autofree char *aside = dup_aside (self);

  g_assert_cmpint (g_rename (aside, self->path), ==, 0);
}

/* Rights do not bind root: the test becomes nobody. */
static void
make_read_only (Fixture *self)
{
  g_autofree char *folder = g_path_get_dirname (self->path);

  g_chmod (self->path, 0444);
  g_chmod (folder, 0555);
  if (geteuid () == 0)
    g_assert_cmpint (setresuid (NOBODY, NOBODY, 0), ==, 0);
}

static void
make_writable (Fixture *self)
{
  g_autofree char *folder = g_path_get_dirname (self->path);
  uid_t real, effective, saved;

  getresuid (&real, &effective, &saved);
  if (saved == 0)
    g_assert_cmpint (setresuid (0, 0, 0), ==, 0);
  g_chmod (folder, 0755);
  g_chmod (self->path, 0644);
}

static const Panne disk_full = { fill_disk, free_disk, "disque", FALSE, FALSE };
static const Panne moved = { move_away, put_back, "déplacé", TRUE, FALSE };
static const Panne replaced = { replace, put_back, "pendant", TRUE, FALSE };
static const Panne read_only = { make_read_only, make_writable, "protégé", TRUE, TRUE };

/* --- typing ------------------------------------------------------------------------------- */

/* Typed when the file already fails, noticed or not. */
static void
check_field (Fixture *self, const Panne *panne, const char *id, const char *typed, gboolean noticed)
{
  g_autofree char *before = pv_display_fixture_digest (self);
  g_autofree char *after = NULL;
  PvField *field = pv_display_fixture_type (self, id, typed);
  g_autofree char *value = g_strdup (pv_field_get_value (field));

  panne->begin (self);
  if (noticed || panne->once_seen)
    pv_context_look (self->context);
  leave (self);
  g_assert_nonnull (pv_field_get_problem (field));
  g_assert_nonnull (strstr (pv_field_get_problem (field), panne->reason));
  g_assert_cmpstr (pv_field_get_value (field), ==, value);
  /* leaving the page would lose it */
  pv_display_fixture_act (self, "win.back", NULL);
  g_assert_true (is_shown (self, PV_TYPE_DOSSIER_PAGE));
  pv_context_look (self->context);
  g_assert_true ((pv_display_fixture_get_bar (self, "problem_label") != NULL) == panne->has_bar);
  pv_display_settle (self->context);
  after = pv_display_fixture_digest (self);
  g_assert_cmpstr (after, ==, before);

  panne->end (self);
  pv_context_look (self->context);
  g_assert_null (pv_display_fixture_get_bar (self, "problem_label"));
  /* what was typed is still there, and is saved at last */
  leave (self);
  gtk_widget_grab_focus (GTK_WIDGET (field));
  leave (self);
  g_assert_null (pv_field_get_problem (field));
  g_assert_cmpstr (pv_field_get_value (field), !=, value);
  g_free (after);
  after = pv_display_fixture_digest (self);
  g_assert_cmpstr (after, !=, before);
}

static void
check_amount (Fixture *self, const Panne *panne)
{
  GtkWidget *row = pv_display_fixture_find (self, PV_TYPE_PLAN_ROW, NULL);
  PvAmountEntry *entry = pv_plan_row_get_entry (PV_PLAN_ROW (row), PV_ETAPE_PROPOSE);
  PvCents before = pv_amount_entry_get_cents (entry);

  gtk_widget_grab_focus (GTK_WIDGET (entry));
  gtk_editable_set_text (GTK_EDITABLE (entry), "98 765");
  panne->begin (self);
  if (panne->once_seen)
    pv_context_look (self->context);
  leave (self);
  g_assert_nonnull (pv_amount_entry_get_problem (entry));
  g_assert_cmpint (pv_amount_entry_get_cents (entry), ==, before);
  pv_display_fixture_act (self, "win.back", NULL);
  g_assert_true (is_shown (self, PV_TYPE_DOSSIER_PAGE));
  pv_context_look (self->context);
  pv_display_settle (self->context);

  panne->end (self);
  pv_context_look (self->context);
  leave (self);
  gtk_widget_grab_focus (GTK_WIDGET (entry));
  leave (self);
  g_assert_null (pv_amount_entry_get_problem (entry));
  g_assert_cmpint (pv_amount_entry_get_cents (entry), ==, 9876500);
}

static void
test_typing (Fixture *self, gconstpointer data)
{
  const Panne *panne = data;

  open_0412 (self);
  check_field (self, panne, "intitule", "Titre de panne", FALSE);
  check_field (self, panne, "resume", "Un résumé\nsur deux lignes", FALSE);
  check_field (self, panne, "debut", "17/03/2026", TRUE);
  check_amount (self, panne);
  /* nothing holds us back any more */
  pv_display_fixture_act (self, "win.back", NULL);
  g_assert_false (is_shown (self, PV_TYPE_DOSSIER_PAGE));
}

static GtkWidget *
find_saisie (Fixture *self)
{
  GtkWidget *page = GTK_WIDGET (pv_window_get_page (self->window, "parametres"));
  GtkWidget *stack = pv_display_find (page, GTK_TYPE_STACK, "stack", NULL);

  return pv_display_find (gtk_stack_get_visible_child (GTK_STACK (stack)), PV_TYPE_SAISIE_ROW, NULL,
                          NULL);
}

/* The settings too keep what was typed, and are not left without it. */
static void
test_settings (Fixture *self, gconstpointer data)
{
  const Panne *panne = data;
  GtkStack *pages = GTK_STACK (pv_display_fixture_find (self, GTK_TYPE_STACK, "pages"));
  GtkWidget *row, *control;

  pv_display_fixture_goto (self, "parametres", "contrat");
  row = find_saisie (self);
  control = pv_saisie_row_get_control (PV_SAISIE_ROW (row));
  gtk_widget_grab_focus (control);
  gtk_editable_set_text (GTK_EDITABLE (control), "Contrat en panne");
  panne->begin (self);
  if (panne->once_seen)
    pv_context_look (self->context);
  leave (self);
  g_assert_nonnull (strstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), panne->reason));
  pv_display_fixture_goto (self, "accueil", "");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (pages), ==, "parametres");
  pv_display_fixture_goto (self, "parametres", "seuil");
  gtk_window_close (GTK_WINDOW (self->window));
  pv_display_settle (self->context);
  g_assert_nonnull (pv_display_fixture_find_question ());
  gtk_window_close (GTK_WINDOW (pv_display_fixture_find_question ()));
  pv_display_settle (self->context);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (control)), ==, "Contrat en panne");
  panne->end (self);
  pv_context_look (self->context);
  pv_display_settle (self->context);
  /* without a window manager, the window has lost the keyboard to the question */
  g_signal_emit_by_name (control, "activate");
  pv_display_settle (self->context);
  g_assert_cmpint (pv_display_fixture_query (
                       self, "SELECT COUNT(*) FROM contrat WHERE nom = 'Contrat en panne'"),
                   ==, 1);
}

/* --- a copy ------------------------------------------------------------------------------ */

static void
copied_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GError **error = user_data;

  g_assert_false (pv_context_copy_finish (PV_CONTEXT (source), result, error));
}

static gboolean
is_told (gpointer data)
{
  return *(GError **)data != NULL;
}

static void
test_copy (Fixture *self, gconstpointer data)
{
  g_autofree char *folder = g_path_get_dirname (self->path);
  g_autofree char *copy = g_build_filename (folder, "copie.progville", NULL);
  g_autoptr (GError) error = NULL;

  pv_display_fixture_fill_disk (TRUE);
  pv_context_copy_async (self->context, copy, copied_cb, &error);
  pv_display_wait (is_told, &error);
  pv_display_fixture_fill_disk (FALSE);
  g_assert_nonnull (strstr (error->message, "disque"));
  g_assert_false (g_file_test (copy, G_FILE_TEST_EXISTS));
}

/* --- several dossiers, and the undo ---------------------------------------------------------- */

static void
test_undo (Fixture *self, gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  open_0412 (self);
  pv_display_fixture_type (self, "intitule", "À annuler");
  leave (self);
  before = pv_display_fixture_digest (self);
  pv_display_fixture_fill_disk (TRUE);
  pv_display_fixture_act (self, "win.undo", NULL);
  pv_display_fixture_fill_disk (FALSE);
  after = pv_display_fixture_digest (self);
  g_assert_cmpstr (after, ==, before);
  g_assert_false (pv_context_is_busy (self->context));
  pv_display_fixture_act (self, "win.undo", NULL);
  g_free (after);
  after = pv_display_fixture_digest (self);
  g_assert_cmpstr (after, !=, before);
}

int
main (int argc, char **argv)
{
  pv_display_init (&argc, &argv);
  /* the list of recent files would be written to the full disk, and read by nobody */
  g_object_set (gtk_settings_get_default (), "gtk-recent-files-enabled", FALSE, NULL);

#define ADD(name, data, function)                                                                  \
  g_test_add ("/panne/" name, Fixture, data, set_up, function, pv_display_fixture_tear_down)
  ADD ("disk-full/typing", &disk_full, test_typing);
  ADD ("disk-full/settings", &disk_full, test_settings);
  ADD ("disk-full/a-copy-leaves-nothing", NULL, test_copy);
  ADD ("disk-full/undo", NULL, test_undo);
  ADD ("moved/typing", &moved, test_typing);
  ADD ("moved/settings", &moved, test_settings);
  ADD ("replaced/typing", &replaced, test_typing);
  ADD ("read-only/typing", &read_only, test_typing);
  ADD ("read-only/settings", &read_only, test_settings);
#undef ADD

  return g_test_run ();
}
