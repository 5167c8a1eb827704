/* test-saisie.c: anything typed, in every kind of field
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dossier/pv-dossier-page.h"
#include "financement/pv-financement-dialog.h"
#include "financement/pv-plan-section.h"
#include "financement/pv-versement-row.h"
#include "pv-display-fixture.h"
#include "pv-statement.h"
#include "widget/pv-amount-entry.h"

typedef PvDisplayFixture Fixture;

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

/* (transfer full) */
static char *
query_text (Fixture *self, const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PvStatement) statement =
      pv_db_prepare (pv_context_get_reader (self->context), sql, &error);

  g_assert_no_error (error);
  g_assert_cmpint (pv_statement_step (statement, &error), ==, PV_STEP_ROW);

  return pv_statement_dup_text (statement, 0);
}

/* --- fields ----------------------------------------------------------------------------- */

/* Refused by each field of its kind: the reason is beside it, and the text stays. */
static void
test_refused (Fixture *self, gconstpointer data)
{
  static const struct
  {
    const char *field;
    const char *typed;
  } cases[] = {
    { "debut", "31/02/2026" },
    { "debut", "2026-13-01" },
    { "debut", "demain" },
    { "debut", "01/01/99999" },
    { "debut", "\u202e2026/10/10\u202c x" },
    { "fin", "00/00/0000" },
    { "intitule", "" },
    { "intitule", " \t\u00a0\n" },
    { "intitule", "\x01\x02\x7f" },
    { "beneficiaires_femmes", "-5" },
    { "beneficiaires_femmes", "1e9" },
    { "beneficiaires_femmes", "12,5" },
    { "beneficiaires_femmes", "99999999999999999999999" },
    { "beneficiaires_femmes", "👩🏽‍🚒" },
    { "beneficiaires_qpv_bp", "101" },
    { "beneficiaires_qpv_bp", "-1" },
    { "beneficiaires_qpv_bp", "1e9" },
    { "beneficiaires_qpv_bp", "אב" },
  };

  open_0412 (self);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      PvField *field = pv_display_fixture_type (self, cases[i].field, cases[i].typed);
      g_autofree char *before = g_strdup (pv_field_get_value (field));

      g_test_message ("%s: %s", cases[i].field, cases[i].typed);
      leave (self);
      g_assert_nonnull (pv_field_get_problem (field));
      g_assert_cmpstr (pv_field_get_value (field), ==, before);
      pv_display_fixture_act (self, "win.back", NULL);
      g_assert_nonnull (
          pv_display_find (GTK_WIDGET (self->window), PV_TYPE_DOSSIER_PAGE, NULL, NULL));
      pv_field_restore (field);
    }
}

static void
test_identifiers (Fixture *self, gconstpointer data)
{
  static const struct
  {
    const char *field;
    const char *typed;
  } cases[] = {
    { "siret", "123" },
    { "siret", "1e13" },
    { "siret", "-2345678901234" },
    { "siret", "12345678901234" },
    { "siret", "SIRET 👩🏽‍🚒" },
    { "rna", "W12" },
    { "rna", "31/02/2026" },
    { "cer_signe_le", "31/02/2026" },
    { "nom", "" },
  };

  pv_display_fixture_act (self, "win.open-organisme",
                          g_variant_new_int64 (pv_display_fixture_query (
                              self, "SELECT porteur_id FROM dossier WHERE id = " DOSSIER)));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      PvField *field = pv_display_fixture_type (self, cases[i].field, cases[i].typed);

      g_test_message ("%s: %s", cases[i].field, cases[i].typed);
      leave (self);
      g_assert_nonnull (pv_field_get_problem (field));
      pv_display_fixture_act (self, "win.back", NULL);
      g_assert_nonnull (pv_field_get_problem (field));
      pv_field_restore (field);
    }
}

/* Texts of any kind and length are kept as they are, less their controls. */
static void
test_texts (Fixture *self, gconstpointer data)
{
  g_autoptr (GString) lines = g_string_new (NULL);
  g_autofree char *kept = NULL;
  PvField *field;

  for (guint i = 0; lines->len < 100000; i++)
    g_string_append_printf (lines, "%u · אבג 👩🏽‍🚒 <b>&amp;\n", i);
  open_0412 (self);
  field =
      pv_display_fixture_type (self, "intitule", "\u202eאבג\u202c 👩🏽‍🚒 <b>%s\x01 é");
  leave (self);
  g_assert_null (pv_field_get_problem (field));
  kept = query_text (self, "SELECT intitule FROM dossier WHERE id = " DOSSIER);
  g_assert_null (strchr (kept, '\x01'));
  g_assert_nonnull (strstr (kept, "👩🏽‍🚒 <b>%s"));

  field = pv_display_fixture_type (self, "resume", lines->str);
  leave (self);
  g_assert_null (pv_field_get_problem (field));
  g_assert_cmpint (pv_display_fixture_query (
                       self, "SELECT LENGTH (resume) > 50000 FROM dossier WHERE id = " DOSSIER),
                   ==, 1);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (self->window));
  pv_display_fixture_goto (self, "dossiers", "");
  pv_display_fixture_act (self, "win.undo", NULL);
  g_assert_cmpint (pv_display_fixture_query (
                       self, "SELECT LENGTH (resume) > 50000 FROM dossier WHERE id = " DOSSIER),
                   !=, 1);
}

/* --- a funding's acts ---------------------------------------------------------------------- */

static GtkWidget *
find_dialog (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *link = windows; link != NULL; link = link->next)
    if (PV_IS_FINANCEMENT_DIALOG (link->data))
      return link->data;

  return NULL;
}

static GtkEditable *
find_row (GtkWidget *dialog, const char *id)
{
  return GTK_EDITABLE (pv_display_find (dialog, ADW_TYPE_ENTRY_ROW, id, NULL));
}

static GtkWidget *
open_funding (Fixture *self)
{
  GtkWidget *section;

  open_0412 (self);
  section = pv_display_fixture_find (self, PV_TYPE_PLAN_SECTION, NULL);
  pv_display_act (section, self->context, "plan.details",
                  g_variant_new_int64 (pv_display_fixture_query (
                      self, "SELECT MIN (id) FROM financement WHERE dossier_id = " DOSSIER)));

  return find_dialog ();
}

#define FUNDING "(SELECT MIN (id) FROM financement WHERE dossier_id = " DOSSIER ")"

/* What is typed and not applied survives what is written elsewhere, and closing saves it. */
static void
test_funding_typed (Fixture *self, gconstpointer data)
{
  GtkWidget *dialog = open_funding (self);

  gtk_editable_set_text (find_row (dialog, "vote_acte"), "Délibération 26-1");
  gtk_editable_set_text (find_row (dialog, "commentaire"), "À revoir");
  pv_display_fixture_change (self, "UPDATE financement SET reference = 'R-1' WHERE id = " FUNDING);
  g_assert_cmpstr (gtk_editable_get_text (find_row (dialog, "reference")), ==, "R-1");
  g_assert_cmpstr (gtk_editable_get_text (find_row (dialog, "vote_acte")), ==, "Délibération 26-1");
  g_assert_cmpstr (gtk_editable_get_text (find_row (dialog, "commentaire")), ==, "À revoir");

  gtk_editable_set_text (find_row (dialog, "vote_le"), "31/02/2026");
  gtk_window_close (GTK_WINDOW (dialog));
  pv_display_settle (self->context);
  g_assert_nonnull (pv_display_fixture_find_question ());
  pv_display_check_names (GTK_WIDGET (pv_display_fixture_find_question ()));
  gtk_window_close (GTK_WINDOW (pv_display_fixture_find_question ()));
  pv_display_settle (self->context);
  g_assert_cmpstr (gtk_editable_get_text (find_row (dialog, "vote_le")), ==, "31/02/2026");
  gtk_editable_set_text (find_row (dialog, "vote_le"), "28/02/2026");
  gtk_window_close (GTK_WINDOW (dialog));
  pv_display_settle (self->context);
  g_assert_null (find_dialog ());
  g_assert_cmpint (pv_display_fixture_query (
                       self, "SELECT COUNT(*) FROM financement WHERE id = " FUNDING
                             " AND vote_le = '2026-02-28' AND vote_acte = 'Délibération 26-1'"
                             " AND commentaire = 'À revoir'"),
                   ==, 1);
}

/* A payment's amount too: it is asked about, and saved once it can be. */
static void
test_payment (Fixture *self, gconstpointer data)
{
  GtkWidget *dialog = open_funding (self);
  GtkWidget *row, *entry;

  pv_display_act (dialog, self->context, "financement.add-versement", NULL);
  row = pv_display_find (dialog, PV_TYPE_VERSEMENT_ROW, NULL, NULL);
  entry = pv_display_find (row, PV_TYPE_AMOUNT_ENTRY, NULL, NULL);
  gtk_editable_set_text (GTK_EDITABLE (entry), "12 5OO €");
  gtk_window_close (GTK_WINDOW (dialog));
  pv_display_settle (self->context);
  g_assert_nonnull (pv_display_fixture_find_question ());
  gtk_window_close (GTK_WINDOW (pv_display_fixture_find_question ()));
  pv_display_settle (self->context);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "12 5OO €");
  g_assert_nonnull (pv_amount_entry_get_problem (PV_AMOUNT_ENTRY (entry)));
  gtk_editable_set_text (GTK_EDITABLE (entry), "12 500");
  gtk_window_close (GTK_WINDOW (dialog));
  pv_display_settle (self->context);
  g_assert_null (find_dialog ());
  g_assert_cmpint (pv_display_fixture_query (
                       self, "SELECT COUNT(*) FROM versement WHERE financement_id = " FUNDING
                             " AND montant_cents = 1250000"),
                   ==, 1);
}

/* So is the date of a payment that is already there. */
static void
test_payment_date (Fixture *self, gconstpointer data)
{
  GtkWidget *dialog = open_funding (self);
  GtkWidget *row, *entry;
  GtkEditable *date;

  pv_display_act (dialog, self->context, "financement.add-versement", NULL);
  row = pv_display_find (dialog, PV_TYPE_VERSEMENT_ROW, NULL, NULL);
  entry = pv_display_find (row, PV_TYPE_AMOUNT_ENTRY, NULL, NULL);
  gtk_editable_set_text (GTK_EDITABLE (entry), "100");
  g_signal_emit_by_name (entry, "activate");
  pv_display_settle (self->context);
  date = GTK_EDITABLE (pv_display_find (row, GTK_TYPE_ENTRY, "date", NULL));
  gtk_editable_set_text (date, "31/02/2026");
  gtk_window_close (GTK_WINDOW (dialog));
  pv_display_settle (self->context);
  g_assert_nonnull (pv_display_fixture_find_question ());
  adw_message_dialog_response (pv_display_fixture_find_question (), "close");
  pv_display_settle (self->context);
  g_assert_null (find_dialog ());
}

/* Refused by a full disk, it stays, and Enter tries again. */
static void
test_funding_refused (Fixture *self, gconstpointer data)
{
  GtkWidget *dialog;

  pv_display_fixture_rest ();
  dialog = open_funding (self);
  gtk_editable_set_text (find_row (dialog, "notifie_acte"), "Convention 12");
  pv_display_fixture_fill_disk (TRUE);
  g_signal_emit_by_name (find_row (dialog, "notifie_acte"), "apply");
  pv_display_settle (self->context);
  pv_display_fixture_fill_disk (FALSE);
  g_assert_cmpstr (gtk_editable_get_text (find_row (dialog, "notifie_acte")), ==, "Convention 12");
  g_signal_emit_by_name (find_row (dialog, "notifie_acte"), "entry-activated");
  pv_display_settle (self->context);
  g_assert_cmpint (pv_display_fixture_query (self,
                                             "SELECT COUNT(*) FROM financement WHERE id = " FUNDING
                                             " AND notifie_acte = 'Convention 12'"),
                   ==, 1);
  gtk_window_close (GTK_WINDOW (dialog));
  pv_display_settle (self->context);
  g_assert_null (find_dialog ());
}

int
main (int argc, char **argv)
{
  pv_display_init (&argc, &argv);

#define ADD(name, function)                                                                        \
  g_test_add ("/saisie/" name, Fixture, NULL, pv_display_fixture_set_up, function,                 \
              pv_display_fixture_tear_down)
  ADD ("refused-stays-with-its-reason", test_refused);
  ADD ("refused-identifiers-stay", test_identifiers);
  ADD ("texts-of-any-kind", test_texts);
  ADD ("what-is-typed-of-a-funding-survives", test_funding_typed);
  ADD ("a-payment-is-asked-about", test_payment);
  ADD ("the-date-of-a-payment-is-asked-about", test_payment_date);
  ADD ("what-is-refused-of-a-funding-stays", test_funding_refused);
#undef ADD

  return g_test_run ();
}
