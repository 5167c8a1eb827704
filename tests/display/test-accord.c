/* test-accord.c: the pages say what the rows of the file make, to the cent
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n.h>

#include "bilan/pv-bilan-carte.h"
#include "bilan/pv-bilans-page.h"
#include "dossier/pv-dossiers-totaux.h"
#include "dossier/pv-dossiers-view.h"
#include "pv-display-fixture.h"
#include "widget/pv-amount-label.h"
#include "widget/pv-format.h"

/*
 * The same figures are read from the command line, the workbooks and the fiches by
 * tests/exchange/test_agreement.py, with a recount of the same kind.
 */

typedef PvDisplayFixture Fixture;

/* What the validated bilan took back, which is not due again. */
#define RENDU                                                                                      \
  "(SELECT SUM (w.montant_cents) FROM bilan b, versement w"                                        \
  "  WHERE b.dossier_id = f.dossier_id AND b.a_recuperer_cents > 0"                                \
  "    AND w.financement_id = f.id AND w.genre = 'reversement'"                                    \
  "    AND w.verse_le >= b.crf_valide_le)"
#define VERSE                                                                                      \
  "(SELECT SUM (CASE v.genre WHEN 'reversement' THEN -v.montant_cents ELSE v.montant_cents END)"   \
  "   FROM versement v WHERE v.financement_id = f.id)"
#define ACCORDE "COALESCE (f.vote_cents, f.arbitre_cents)"

/* Of the dossiers of a year, or of all: @amount of `financement f`. */
static PvCents
recount (Fixture *self, const char *amount, gint64 exercice)
{
  g_autofree char *sql = g_strdup_printf (
      "SELECT SUM (%s) FROM financement f JOIN dossier d ON d.id = f.dossier_id"
      " WHERE d.chapeau = 0 AND (%" G_GINT64_FORMAT " = 0 OR d.exercice = %" G_GINT64_FORMAT ")",
      amount, exercice, exercice);

  return pv_display_fixture_query (self, sql);
}

static PvCents
recount_realise (Fixture *self, gint64 exercice)
{
  g_autofree char *sql = g_strdup_printf (
      "SELECT SUM (b.realise_cents) FROM budget_ligne b JOIN dossier d ON d.id = b.dossier_id"
      " JOIN compte c ON c.id = b.compte_id"
      " WHERE d.chapeau = 0 AND c.cote = 'charge' AND c.groupe <> 'volontaire'"
      "   AND d.exercice = %" G_GINT64_FORMAT,
      exercice);

  return pv_display_fixture_query (self, sql);
}

static GtkWidget *
go (Fixture *self, const char *onglet)
{
  PvBilansPage *page;
  GtkWidget *vue;

  pv_display_fixture_goto (self, "bilans", "");
  page = PV_BILANS_PAGE (pv_window_get_page (self->window, "bilans"));
  pv_display_act (GTK_WIDGET (self->window), self->context, "win.open-bilans",
                  g_variant_new_string (onglet));
  vue = pv_bilans_page_get_vue (page, onglet);
  g_assert_nonnull (vue);

  return vue;
}

static void
choose_appel (Fixture *self, gint64 exercice)
{
  g_autofree char *sql =
      g_strdup_printf ("SELECT id FROM appel WHERE exercice = %" G_GINT64_FORMAT, exercice);

  pv_context_set_appel (self->context,
                        exercice != 0 ? pv_display_fixture_query (self, sql) : PV_INT_NULL);
  pv_display_settle (self->context);
}

/* Of the card that tells the years: a line and a year, as a reader of the screen hears them. */
static void
check_link (GtkWidget *carte, const char *ligne, gint64 exercice, PvCents cents)
{
  g_autofree char *text = pv_amount_to_text (cents);
  g_autofree char *annee = g_strdup_printf ("%" G_GINT64_FORMAT, exercice);
  g_autofree char *name = g_strdup_printf (_ ("%s, %s: %s"), ligne, annee, text);

  g_test_message ("%s", name);
  g_assert_nonnull (pv_display_find (carte, GTK_TYPE_BUTTON, NULL, name));
}

static void
test_years (Fixture *self, gconstpointer data)
{
  GtkWidget *carte;

  choose_appel (self, 0);
  carte = pv_display_find (go (self, "bilan"), PV_TYPE_BILAN_CARTE, "evolution", NULL);
  for (gint64 annee = 2024; annee <= 2026; annee++)
    {
      check_link (carte, g_dpgettext2 (GETTEXT_PACKAGE, "bilan", "Requested"), annee,
                  recount (self, "f.sollicite_cents", annee));
      check_link (carte, g_dpgettext2 (GETTEXT_PACKAGE, "bilan", "Granted"), annee,
                  recount (self, ACCORDE, annee));
      check_link (carte, g_dpgettext2 (GETTEXT_PACKAGE, "bilan", "Notified"), annee,
                  recount (self, "f.notifie_cents", annee));
      check_link (carte, g_dpgettext2 (GETTEXT_PACKAGE, "bilan", "Paid"), annee,
                  recount (self, VERSE, annee));
      if (recount_realise (self, annee) != PV_CENTS_NULL)
        check_link (carte, g_dpgettext2 (GETTEXT_PACKAGE, "bilan", "Realised charges"), annee,
                    recount_realise (self, annee));
    }
}

static void
check_amount (GtkWidget *vue, const char *id, PvCents cents)
{
  PvAmountLabel *label = PV_AMOUNT_LABEL (pv_display_find (vue, PV_TYPE_AMOUNT_LABEL, id, NULL));
  g_autofree char *text = pv_amount_to_text (cents);

  g_assert_cmpint (pv_amount_label_get_cents (label), ==, cents);
  g_assert_cmpstr (pv_amount_label_get_text (label), ==, text);
}

/* The foot of the list of payments, year by year and over all of them. */
static void
test_payments (Fixture *self, gconstpointer data)
{
  static const gint64 annees[] = { 0, 2024, 2025, 2026 };

  for (guint i = 0; i < G_N_ELEMENTS (annees); i++)
    {
      GtkWidget *vue = go (self, "versements");

      choose_appel (self, annees[i]);
      check_amount (vue, "all_notifie", recount (self, "f.notifie_cents", annees[i]));
      check_amount (vue, "all_verse", recount (self, VERSE, annees[i]));
      check_amount (vue, "all_reste",
                    recount (self,
                             "MAX (0, COALESCE (f.notifie_cents, 0) - COALESCE (" VERSE ", 0)"
                             "        - COALESCE (" RENDU ", 0))",
                             annees[i]));
    }
}

/* Whether a label below @root says exactly that. */
static gboolean
says (GtkWidget *root, const char *text)
{
  if (GTK_IS_LABEL (root) && g_str_equal (gtk_label_get_text (GTK_LABEL (root)), text))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (says (child, text))
      return TRUE;

  return FALSE;
}

static void
check_says (GtkWidget *root, PvCents cents)
{
  g_autofree char *text = pv_amount_to_text (cents);

  g_test_message ("%s", text);
  g_assert_true (says (root, text));
}

/* The plan of a dossier of a past exercice: its total at each stage. */
static void
test_plan (Fixture *self, gconstpointer data)
{
  static const char *const etapes[] = { "f.sollicite_cents", "f.propose_cents", "f.arbitre_cents",
                                        "f.vote_cents",      "f.notifie_cents", VERSE };
  gint64 id = pv_display_fixture_query (self, "SELECT id FROM dossier WHERE numero = '0222'");

  choose_appel (self, 0);
  pv_display_act (GTK_WIDGET (self->window), self->context, "win.open-dossier",
                  g_variant_new_int64 (id));
  for (guint i = 0; i < G_N_ELEMENTS (etapes); i++)
    {
      g_autofree char *sql = g_strdup_printf (
          "SELECT SUM (%s) FROM financement f WHERE f.dossier_id = %" G_GINT64_FORMAT, etapes[i],
          id);

      check_says (GTK_WIDGET (self->window), pv_display_fixture_query (self, sql));
    }
}

/* The same, of the payers of one category; a sum of nothing is shown as 0. */
static PvCents
recount_categorie (Fixture *self, const char *amount, gint64 exercice, const char *categorie)
{
  g_autofree char *part =
      g_strdup_printf ("(SELECT CASE WHEN fi.categorie = '%s' THEN %s END FROM financeur fi"
                       "  WHERE fi.id = f.financeur_id)",
                       categorie, amount);
  PvCents cents = recount (self, part, exercice);

  return cents != PV_CENTS_NULL ? cents : 0;
}

/* The foot of the list of dossiers: each year, each stage, each category of payer. */
static void
test_list (Fixture *self, gconstpointer data)
{
  static const char *const etapes[PV_N_ETAPES] = { "f.sollicite_cents", "f.propose_cents",
                                                   "f.arbitre_cents",   "f.vote_cents",
                                                   "f.notifie_cents",   VERSE };
  static const char *const categories[] = { "etat", "region", "departement",
                                            "caf",  "epci",   "commune" };
  GtkWidget *view, *foot;

  pv_display_fixture_goto (self, "dossiers", "");
  view = pv_display_find (GTK_WIDGET (self->window), PV_TYPE_DOSSIERS_VIEW, NULL, NULL);
  foot = pv_display_find (view, PV_TYPE_DOSSIERS_TOTAUX, "filtered", NULL);
  for (gint64 annee = 2024; annee <= 2026; annee++)
    {
      choose_appel (self, annee);
      for (int i = 0; i < PV_N_ETAPES; i++)
        {
          g_object_set (view, "etape", i, NULL);
          pv_display_settle (self->context);
          for (guint c = 0; c < G_N_ELEMENTS (categories); c++)
            check_says (foot, recount_categorie (self, etapes[i], annee, categories[c]));
        }
    }
}

#define ADD(path, func)                                                                            \
  g_test_add (path, Fixture, NULL, pv_display_fixture_set_up, func, pv_display_fixture_tear_down)

int
main (int argc, char **argv)
{
  pv_display_init (&argc, &argv);

  ADD ("/accord/years", test_years);
  ADD ("/accord/payments", test_payments);
  ADD ("/accord/plan", test_plan);
  ADD ("/accord/list", test_list);

  return g_test_run ();
}
