/* test-hostile.c: what an adversary or a clumsy officer does to the window
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dossier/pv-dossier-page.h"
#include "dossier/pv-dossier-store.h"
#include "financement/pv-plan-row.h"
#include "pv-display.h"
#include "pv-statement.h"
#include "widget/pv-amount-entry.h"
#include "widget/pv-field.h"

/* Markup, a format, both directions, an emoji of several characters, controls. */
#define HOSTILE "<b>&amp;\"' %s%n \u202eאבג\u202c 👩🏽‍🚒\x01\x7f </span> "

typedef struct
{
  char *path;
  PvWindow *window;
  PvContext *context;
} Fixture;

static void
show (Fixture *self)
{
  self->window = pv_display_show_programme (self->path);
  self->context = pv_window_get_context (self->window);
  g_assert_nonnull (self->context);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  self->path = pv_display_copy_demonstration ();
  show (self);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  if (self->window != NULL)
    pv_display_close (GTK_WINDOW (self->window));
  pv_display_remove (self->path);
}

static void
act (Fixture *self, const char *action, GVariant *parameter)
{
  pv_display_act (GTK_WIDGET (self->window), self->context, action, parameter);
}

static gboolean
execute (PvDb *db, gpointer data, GError **error)
{
  return pv_db_execute (db, data, error);
}

static void
change (Fixture *self, const char *sql)
{
  g_autoptr (GError) error = NULL;

  pv_context_act (self->context, "dossier-edit", NULL, execute, (gpointer)sql, &error);
  g_assert_no_error (error);
  pv_display_settle (self->context);
}

static PvDossierPage *
get_dossier_page (Fixture *self)
{
  return (PvDossierPage *)pv_display_find (GTK_WIDGET (self->window), PV_TYPE_DOSSIER_PAGE, NULL,
                                           NULL);
}

static PvDossierPage *
open_dossier (Fixture *self, gint64 id)
{
  PvDossierPage *page;

  act (self, "win.open-dossier", g_variant_new_int64 (id));
  page = get_dossier_page (self);
  g_assert_nonnull (page);

  return page;
}

static PvField *
find_field (Fixture *self, const char *id)
{
  GtkWidget *field = pv_display_find (GTK_WIDGET (self->window), PV_TYPE_FIELD, id, NULL);

  g_assert_nonnull (field);

  return PV_FIELD (field);
}

/* As keys would; the field keeps the focus. */
static void
type (Fixture *self, const char *id, const char *text)
{
  PvField *field = find_field (self, id);
  GtkWidget *input = pv_display_find (GTK_WIDGET (field), GTK_TYPE_ENTRY, NULL, NULL);

  gtk_widget_grab_focus (GTK_WIDGET (field));
  gtk_editable_set_text (GTK_EDITABLE (input), text);
}

static PvAmountEntry *
find_amount (Fixture *self)
{
  GtkWidget *row = pv_display_find (GTK_WIDGET (self->window), PV_TYPE_PLAN_ROW, NULL, NULL);

  g_assert_nonnull (row);

  return pv_plan_row_get_entry (PV_PLAN_ROW (row), PV_ETAPE_PROPOSE);
}

/* --- names ----------------------------------------------------------------------------- */

static const char *const pages[] = { "accueil", "dossiers", "porteurs", "exports", "parametres" };

static void
visit (Fixture *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      act (self, "win.goto", g_variant_new ("(ss)", pages[i], ""));
      gtk_test_widget_wait_for_draw (GTK_WIDGET (self->window));
      pv_display_settle (self->context);
    }
}

/* Each name of the file becomes hostile, and 300 characters long; each page is seen. */
static void
test_names (Fixture *self, gconstpointer data)
{
  static const char *const names[] = {
    "contrat.nom",
    "contrat.epci_nom",
    "cadre.nom",
    "cadre_noeud.libelle",
    "commune.nom",
    "quartier.nom",
    "organisme.nom",
    "organisme.sigle",
    "organisme.adresse",
    "contact.nom",
    "contact.fonction",
    "contact.courriel",
    "dispositif.nom",
    "dispositif.source",
    "institution.nom",
    "agent.nom",
    "enveloppe.libelle",
    "enveloppe_regle.base_libelle",
    "appel.libelle",
    "piece_type.libelle",
    "dossier.intitule",
    "dossier.resume",
    "dossier.statut_motif",
    "dossier.territoire_declare",
    "dossier.commentaire",
    "dossier.objectif_declare",
    "dossier.numero",
    "financement.vote_acte",
  };
  g_autoptr (GString) sql = g_string_new (NULL);
  const char *hostile = HOSTILE HOSTILE HOSTILE HOSTILE HOSTILE HOSTILE;
  gint64 dossier, organisme;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_auto (GStrv) parts = g_strsplit (names[i], ".", 2);
      g_auto (GStrv) quoted = g_strsplit (hostile, "'", -1);
      g_autofree char *literal = g_strjoinv ("''", quoted);

      g_string_append_printf (sql, "UPDATE %s SET %s = '%s' || id;", parts[0], parts[1], literal);
    }
  change (self, sql->str);
  act (self, "win.toast", g_variant_new_string (hostile));
  visit (self);

  dossier =
      pv_display_query (self->context, "SELECT dossier_id FROM financement GROUP BY dossier_id"
                                       " ORDER BY COUNT(*) DESC LIMIT 1");
  open_dossier (self, dossier);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (self->window));
  organisme =
      pv_display_query (self->context, "SELECT porteur_id FROM dossier ORDER BY id LIMIT 1");
  act (self, "win.open-organisme", g_variant_new_int64 (organisme));
  act (self, "win.goto", g_variant_new ("(ss)", "dossiers", ""));
  act (self, "win.undo", NULL);
}

/* --- what is being typed ------------------------------------------------------------------ */

static gint64
find_0412 (Fixture *self)
{
  return pv_display_query (self->context,
                           "SELECT id FROM dossier WHERE numero = '0412' ORDER BY exercice DESC");
}

/* Each way out saves a right value, and stays for a refused one. */
static void
test_leaving (Fixture *self, gconstpointer data)
{
  static const char *const ways[] = { "win.back", "win.search", "win.page-1" };
  gint64 id = find_0412 (self);

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      g_autofree char *title = g_strdup_printf ("Titre %u", i);
      g_autofree char *sql =
          g_strdup_printf ("SELECT COUNT(*) FROM dossier WHERE intitule = '%s'", title);
      g_autofree char *kept = NULL;

      open_dossier (self, id);
      type (self, "intitule", title);
      act (self, ways[i], NULL);
      g_assert_null (get_dossier_page (self));
      g_assert_cmpint (pv_display_query (self->context, sql), ==, 1);

      open_dossier (self, id);
      type (self, "debut", "31/02/2026");
      act (self, ways[i], NULL);
      g_assert_nonnull (get_dossier_page (self));
      g_assert_nonnull (pv_field_get_problem (find_field (self, "debut")));
      pv_field_restore (find_field (self, "debut"));
    }
}

/* A refused amount does not go with us to the next dossier. */
static void
test_amount (Fixture *self, gconstpointer data)
{
  static const char *const refused[] = { "12 345,678 €", "1e9", "-5", "abc", "12,5,0" };
  static const struct
  {
    const char *typed;
    gint64 cents;
  } right[] = {
    { "12 345,67 €", 1234567 },
    { "12\u00a0500\u00a0€", 1250000 },
    { "12\u202f500\u202f€", 1250000 },
    { "0", 0 },
  };
  gint64 id = find_0412 (self);
  PvAmountEntry *entry;

  open_dossier (self, id);
  entry = find_amount (self);
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      PvCents before = pv_amount_entry_get_cents (entry);

      gtk_widget_grab_focus (GTK_WIDGET (entry));
      gtk_editable_set_text (GTK_EDITABLE (entry), refused[i]);
      act (self, "win.back", NULL);
      g_assert_nonnull (get_dossier_page (self));
      g_assert_nonnull (pv_amount_entry_get_problem (entry));
      g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, refused[i]);
      g_assert_cmpint (pv_amount_entry_get_cents (entry), ==, before);
    }
  for (guint i = 0; i < G_N_ELEMENTS (right); i++)
    {
      gtk_widget_grab_focus (GTK_WIDGET (entry));
      gtk_editable_set_text (GTK_EDITABLE (entry), right[i].typed);
      gtk_window_set_focus (GTK_WINDOW (self->window), NULL);
      pv_display_settle (self->context);
      g_assert_null (pv_amount_entry_get_problem (entry));
      g_assert_cmpint (pv_amount_entry_get_cents (entry), ==, right[i].cents);
    }
}

static GtkWindow *
find_question (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *link = windows; link != NULL; link = link->next)
    if (ADW_IS_MESSAGE_DIALOG (link->data))
      return link->data;

  return NULL;
}

/* Closing saves what is typed; what is refused is asked. */
static void
test_closing (Fixture *self, gconstpointer data)
{
  gint64 id = find_0412 (self);
  gpointer window = self->window;
  GtkWindow *question;

  open_dossier (self, id);
  type (self, "debut", "31/02/2026");
  gtk_window_close (GTK_WINDOW (self->window));
  pv_display_settle (self->context);
  g_assert_nonnull (find_question ());
  pv_display_check_names (GTK_WIDGET (find_question ()));
  gtk_window_close (find_question ());
  pv_display_settle (self->context);
  g_assert_null (find_question ());
  g_assert_nonnull (pv_field_get_problem (find_field (self, "debut")));
  pv_field_restore (find_field (self, "debut"));

  type (self, "intitule", "Fermé pendant la saisie");
  g_object_add_weak_pointer (G_OBJECT (window), &window);
  gtk_window_close (GTK_WINDOW (self->window));
  while (window != NULL)
    g_main_context_iteration (NULL, TRUE);
  show (self);
  g_assert_cmpint (
      pv_display_query (self->context,
                        "SELECT COUNT(*) FROM dossier WHERE intitule = 'Fermé pendant la saisie'"),
      ==, 1);

  open_dossier (self, id);
  type (self, "debut", "31/02/2026");
  window = self->window;
  g_object_add_weak_pointer (G_OBJECT (window), &window);
  gtk_window_close (GTK_WINDOW (self->window));
  pv_display_settle (self->context);
  question = find_question ();
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (question), "close");
  gtk_window_destroy (question);
  while (window != NULL)
    g_main_context_iteration (NULL, TRUE);
  self->window = NULL;
}

/* --- what is gone ------------------------------------------------------------------------- */

/* An undo takes away the dossier that is shown, with a value being typed in it. */
static void
test_vanish (Fixture *self, gconstpointer data)
{
  gint64 id;

  change (self,
          "INSERT INTO dossier (uuid, appel_id, numero, porteur_id, intitule, statut, exercice)"
          " SELECT '00000000-0000-4000-8000-000000000001', appel_id, 'Z1', porteur_id, 'Neuf',"
          " 'depose', exercice FROM dossier WHERE numero = '0412' LIMIT 1");
  id = pv_display_query (self->context, "SELECT id FROM dossier WHERE numero = 'Z1'");
  open_dossier (self, id);
  type (self, "debut", "31/02/2026");
  act (self, "win.undo", NULL);
  g_assert_null (get_dossier_page (self));
  act (self, "win.redo", NULL);
  open_dossier (self,
                pv_display_query (self->context, "SELECT id FROM dossier WHERE numero = 'Z1'"));
  g_assert_nonnull (get_dossier_page (self));
}

/* A dossier that never was. */
static void
test_unknown (Fixture *self, gconstpointer data)
{
  act (self, "win.open-dossier", g_variant_new_int64 (987654321));
  g_assert_null (get_dossier_page (self));
  act (self, "win.open-organisme", g_variant_new_int64 (987654321));
  act (self, "win.goto", g_variant_new ("(ss)", "nowhere", ""));
  act (self, "win.goto", g_variant_new ("(ss)", "dossiers", "statut=nowhere;cout=a..b;zut"));
  act (self, "win.goto", g_variant_new ("(ss)", "dossiers", "texte=%zz"));
  act (self, "win.page-9", NULL);
}

/* --- much -------------------------------------------------------------------------------- */

static void
test_forty (Fixture *self, gconstpointer data)
{
  gint64 id = find_0412 (self);
  g_autofree char *sql = g_strdup_printf (
      "INSERT INTO financement (uuid, dossier_id, financeur_id, exercice, sollicite_cents)"
      " WITH n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 40)"
      " SELECT printf ('00000000-0000-4000-8000-%%012d', i), %" G_GINT64_FORMAT
      ", (SELECT MIN(id) FROM financeur), 2026, i * 100 FROM n",
      id);

  change (self, sql);
  open_dossier (self, id);
  act (self, "win.undo", NULL);
  act (self, "win.redo", NULL);
  act (self, "win.back", NULL);
}

int
main (int argc, char *argv[])
{
  pv_display_init (&argc, &argv);

#define ADD(name, function)                                                                        \
  g_test_add ("/hostile/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("names-of-any-kind", test_names);
  ADD ("leaving-saves-or-stays", test_leaving);
  ADD ("amounts-are-kept-for-correction", test_amount);
  ADD ("closing-saves-or-asks", test_closing);
  ADD ("what-is-shown-vanishes", test_vanish);
  ADD ("what-never-was", test_unknown);
  ADD ("forty-funders", test_forty);
#undef ADD

  return g_test_run ();
}
