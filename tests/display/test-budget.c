/* test-budget.c: the budget is typed in, and balanced as it is
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "budget/pv-budget-row.h"
#include "budget/pv-budget-section.h"
#include "budget/pv-budget-store.h"
#include "pv-section-fixture.h"
#include "widget/pv-amount-label.h"

static void
set_up (PvSectionFixture *self, gconstpointer data)
{
  pv_section_fixture_set_up (self, PV_TYPE_BUDGET_SECTION);
}

static PvBudgetRow *
find_row (GtkWidget *root, gint64 compte_id)
{
  if (PV_IS_BUDGET_ROW (root) && pv_compte_row_get_compte (PV_COMPTE_ROW (root)) == compte_id)
    return PV_BUDGET_ROW (root);
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      PvBudgetRow *found = find_row (child, compte_id);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static gint64
get_compte (PvSectionFixture *self, const char *code)
{
  g_autofree char *sql = g_strdup_printf ("SELECT id FROM compte WHERE code = '%s'", code);

  return pv_display_query (self->context, sql);
}

static PvBudgetRow *
get_row (PvSectionFixture *self, const char *code)
{
  PvBudgetRow *row = find_row (self->section, get_compte (self, code));

  g_assert_nonnull (row);

  return row;
}

static PvCents
get_kept (PvSectionFixture *self, const char *code)
{
  g_autofree char *sql =
      g_strdup_printf ("SELECT prevu_cents FROM budget_ligne WHERE dossier_id = %" G_GINT64_FORMAT
                       " AND compte_id = %" G_GINT64_FORMAT " UNION ALL SELECT NULL LIMIT 1",
                       self->dossier, get_compte (self, code));

  return pv_display_query (self->context, sql);
}

static void
type (PvSectionFixture *self, const char *code, const char *text)
{
  GtkWidget *entry = GTK_WIDGET (pv_compte_row_get_entry (PV_COMPTE_ROW (get_row (self, code))));

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  g_signal_emit_by_name (entry, "activate");
  pv_display_settle (self->context);
}

static const char *
get_label (PvSectionFixture *self, const char *id)
{
  return gtk_label_get_label (
      GTK_LABEL (pv_display_find (self->section, GTK_TYPE_LABEL, id, NULL)));
}

static const char *
get_figure (PvSectionFixture *self, const char *id)
{
  return pv_amount_label_get_text (
      PV_AMOUNT_LABEL (pv_display_find (self->section, PV_TYPE_AMOUNT_LABEL, id, NULL)));
}

static void
undone_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_assert_true (pv_context_undo_finish (PV_CONTEXT (source), result, NULL));
}

static void
undo (PvSectionFixture *self)
{
  pv_context_undo_async (self->context, pv_context_get_undoable (self->context)->id, NULL,
                         undone_cb, NULL);
  pv_display_settle (self->context);
}

static void
test_shows (PvSectionFixture *self, gconstpointer data)
{
  g_assert_cmpstr (get_figure (self, "charges_total"), ==, "80\u202f000\u202f€");
  g_assert_cmpstr (get_figure (self, "produits_total"), ==, "80\u202f000\u202f€");
  g_assert_cmpstr (get_figure (self, "cout"), ==, "80\u202f000\u202f€");
  g_object_set (get_row (self, "60"), "expanded", TRUE, NULL);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (get_row (self, "604"))));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (get_row (self, "613"))));
  pv_display_check_names (GTK_WIDGET (self->window));
  pv_display_picture (self->window, self->context, "budget");
}

static void
test_balance (PvSectionFixture *self, gconstpointer data)
{
  g_autofree char *before = g_strdup (get_label (self, "balance"));

  type (self, "61", "7000");
  g_assert_cmpint (get_kept (self, "61"), ==, 700000);
  g_assert_cmpstr (get_figure (self, "charges_total"), ==, "80\u202f600\u202f€");
  g_assert_nonnull (strstr (get_label (self, "balance"), "600\u202f€"));
  type (self, "86", "7000");
  g_assert_nonnull (strstr (get_label (self, "volontaire"), "600\u202f€"));
  pv_display_picture (self->window, self->context, "budget-ecart");
  undo (self);
  undo (self);
  g_assert_cmpstr (get_label (self, "balance"), ==, before);
  g_assert_cmpint (get_kept (self, "61"), ==, 640000);
}

static void
test_zero_and_nothing (PvSectionFixture *self, gconstpointer data)
{
  type (self, "65", "0");
  g_assert_cmpint (get_kept (self, "65"), ==, 0);
  type (self, "65", "");
  g_assert_cmpint (get_kept (self, "65"), ==, PV_CENTS_NULL);
}

static void
test_refused (PvSectionFixture *self, gconstpointer data)
{
  static const char *const refused[] = { "12 345,678 €", "1e9", "-3" };
  GtkWidget *row = GTK_WIDGET (get_row (self, "61"));
  GtkWidget *reason = pv_display_find (row, GTK_TYPE_BOX, "problem_box", NULL);
  PvAmountEntry *entry;

  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      type (self, "61", refused[i]);
      g_assert_cmpint (get_kept (self, "61"), ==, 640000);
      g_assert_true (gtk_widget_get_visible (reason));
    }
  type (self, "61", "6400");
  g_assert_false (gtk_widget_get_visible (reason));

  /* a poste alone or its lines, not both: what was typed stays */
  type (self, "613", "100");
  entry = pv_compte_row_get_entry (PV_COMPTE_ROW (get_row (self, "613")));
  g_assert_nonnull (pv_amount_entry_get_problem (entry));
  g_assert_cmpint (get_kept (self, "613"), ==, PV_CENTS_NULL);
  pv_amount_entry_revert (entry);
  type (self, "61", "");
  type (self, "613", "100");
  g_assert_cmpint (get_kept (self, "613"), ==, 10000);
  g_assert_cmpstr (pv_amount_label_get_text (PV_AMOUNT_LABEL (pv_display_find (
                       GTK_WIDGET (get_row (self, "61")), PV_TYPE_AMOUNT_LABEL, "sum", NULL))),
                   ==, "100\u202f€");
}

static void
test_grants (PvSectionFixture *self, gconstpointer data)
{
  GtkWidget *row = GTK_WIDGET (get_row (self, "74"));
  GtkWidget *gap = pv_display_find (row, GTK_TYPE_BOX, "ecart_box", NULL);

  g_assert_false (gtk_widget_get_visible (gap));
  type (self, "74", "69000");
  g_assert_true (gtk_widget_get_visible (gap));
  pv_display_act (pv_display_find (row, GTK_TYPE_BUTTON, "take_button", NULL), self->context,
                  "budget.take", g_variant_new_int64 (get_compte (self, "74")));
  g_assert_cmpint (get_kept (self, "74"), ==, 7000000);
  g_assert_false (gtk_widget_get_visible (gap));
  g_assert_cmpstr (pv_context_get_undoable (self->context)->action, ==, "budget-74");
}

static void
test_read_only (PvSectionFixture *self, gconstpointer data)
{
  PvContext *second = pv_display_open (self->path);
  GtkWidget *section = g_object_ref_sink (pv_budget_section_new ());

  pv_dossier_section_set_dossier (PV_DOSSIER_SECTION (section), second, self->dossier);
  pv_dossier_section_load (PV_DOSSIER_SECTION (section));
  pv_display_settle (second);
  g_assert_false (gtk_editable_get_editable (GTK_EDITABLE (
      pv_compte_row_get_entry (PV_COMPTE_ROW (find_row (section, get_compte (self, "60")))))));
  g_assert_finalize_object (section);
  g_assert_finalize_object (second);
}

int
main (int argc, char **argv)
{
  pv_display_init (&argc, &argv);

#define ADD(path, function)                                                                        \
  g_test_add (path, PvSectionFixture, NULL, set_up, function, pv_section_fixture_tear_down)
  ADD ("/budget/shows-both-sides-and-the-cost", test_shows);
  ADD ("/budget/an-amount-moves-the-balance-and-is-undone", test_balance);
  ADD ("/budget/zero-is-not-nothing", test_zero_and_nothing);
  ADD ("/budget/a-bad-amount-stays-with-its-reason", test_refused);
  ADD ("/budget/grants-are-taken-from-the-plan", test_grants);
  ADD ("/budget/a-file-of-another-is-read", test_read_only);
#undef ADD

  return g_test_run ();
}
