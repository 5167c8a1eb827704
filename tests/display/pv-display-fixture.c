/* pv-display-fixture.c: the programme's window on a file of its own
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pv-display-fixture.h"

#include <signal.h>
#include <sys/resource.h>

#include "programme/pv-file-bars.h"
#include "pv-history.h"

#define REST_MS 400

void
pv_display_fixture_show (PvDisplayFixture *self)
{
  g_assert_null (self->window);
  self->window = pv_display_show_programme (self->path);
  self->context = pv_window_get_context (self->window);
  g_assert_nonnull (self->context);
}

void
pv_display_fixture_close (PvDisplayFixture *self)
{
  PvWindow *window = g_steal_pointer (&self->window);

  pv_display_settle (g_steal_pointer (&self->context));
  pv_display_close (GTK_WINDOW (window));
}

void
pv_display_fixture_set_up (PvDisplayFixture *self, gconstpointer data)
{
  self->path = pv_display_copy_demonstration ();
  pv_display_fixture_show (self);
}

void
pv_display_fixture_tear_down (PvDisplayFixture *self, gconstpointer data)
{
  if (self->window != NULL)
    pv_display_fixture_close (self);
  pv_display_remove (self->path);
}

void
pv_display_fixture_act (PvDisplayFixture *self, const char *action, GVariant *parameter)
{
  pv_display_act (GTK_WIDGET (self->window), self->context, action, parameter);
}

void
pv_display_fixture_goto (PvDisplayFixture *self, const char *page, const char *detail)
{
  pv_display_fixture_act (self, "win.goto", g_variant_new ("(ss)", page, detail));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (self->window));
  pv_display_settle (self->context);
}

gint64
pv_display_fixture_query (PvDisplayFixture *self, const char *sql)
{
  gint64 value = PV_INT_NULL;
  g_autoptr (GError) error = NULL;

  pv_db_query_int (pv_context_get_reader (self->context), sql, &value, &error);
  g_assert_no_error (error);

  return value;
}

static gboolean
execute (PvDb *db, gpointer data, GError **error)
{
  return pv_db_execute (db, data, error);
}

void
pv_display_fixture_change (PvDisplayFixture *self, const char *sql)
{
  g_autoptr (GError) error = NULL;

  pv_context_act (self->context, "dossier-edit", NULL, execute, (gpointer)sql, &error);
  g_assert_no_error (error);
  pv_display_settle (self->context);
}

GtkWidget *
pv_display_fixture_find (PvDisplayFixture *self, GType type, const char *id)
{
  GtkWidget *found = pv_display_find (GTK_WIDGET (self->window), type, id, NULL);

  g_assert_nonnull (found);

  return found;
}

static void
set_lines (GtkTextView *view, const char *text)
{
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (view), text, -1);
}

PvField *
pv_display_fixture_type (PvDisplayFixture *self, const char *id, const char *text)
{
  GtkWidget *field = pv_display_fixture_find (self, PV_TYPE_FIELD, id);
  GtkWidget *entry = pv_display_find (field, GTK_TYPE_ENTRY, NULL, NULL);
  GtkWidget *lines = pv_display_find (field, GTK_TYPE_TEXT_VIEW, NULL, NULL);

  gtk_widget_grab_focus (field);
  if (entry != NULL)
    gtk_editable_set_text (GTK_EDITABLE (entry), text);
  else
    set_lines (GTK_TEXT_VIEW (lines), text);

  return PV_FIELD (field);
}

const char *
pv_display_fixture_get_bar (PvDisplayFixture *self, const char *id)
{
  GtkWidget *bars = pv_display_fixture_find (self, PV_TYPE_FILE_BARS, NULL);
  GtkWidget *label = pv_display_find (bars, GTK_TYPE_LABEL, id, NULL);

  return gtk_widget_get_mapped (label) ? gtk_label_get_label (GTK_LABEL (label)) : NULL;
}

GtkWidget *
pv_display_fixture_find_window (GType type)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *link = windows; link != NULL; link = link->next)
    if (g_type_is_a (G_OBJECT_TYPE (link->data), type))
      return link->data;

  return NULL;
}

AdwMessageDialog *
pv_display_fixture_find_question (void)
{
  GtkWidget *question = pv_display_fixture_find_window (ADW_TYPE_MESSAGE_DIALOG);

  return question != NULL ? ADW_MESSAGE_DIALOG (question) : NULL;
}

char *
pv_display_fixture_digest (PvDisplayFixture *self)
{
  g_autoptr (GError) error = NULL;
  char *text = pv_history_digest (pv_context_get_reader (self->context), &error);

  g_assert_no_error (error);

  return text;
}

static gboolean
pass_cb (gpointer data)
{
  *(gboolean *)data = TRUE;

  return G_SOURCE_REMOVE;
}

static gboolean
has_passed (gpointer data)
{
  return *(gboolean *)data;
}

void
pv_display_fixture_rest (void)
{
  gboolean passed = FALSE;

  g_timeout_add (REST_MS, pass_cb, &passed);
  pv_display_wait (has_passed, &passed);
}

void
pv_display_fixture_fill_disk (gboolean full)
{
  static struct rlimit before;

  if (before.rlim_max == 0)
    {
      getrlimit (RLIMIT_FSIZE, &before);
      signal (SIGXFSZ, SIG_IGN);
    }
  setrlimit (RLIMIT_FSIZE,
             full ? &(struct rlimit){ .rlim_cur = 0, .rlim_max = before.rlim_max } : &before);
}
