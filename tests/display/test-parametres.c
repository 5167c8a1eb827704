/* test-parametres.c: the settings of the programme
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "agent/pv-agent-store.h"
#include "appel/pv-appel-store.h"
#include "cadre/pv-cadre-store.h"
#include "cadre/pv-noeud-store.h"
#include "enveloppe/pv-enveloppe-store.h"
#include "financeur/pv-financeur-store.h"
#include "parametres/pv-cadre-arbre.h"
#include "parametres/pv-noeud-row.h"
#include "widget/pv-format.h"
#include "parametres/pv-fiche-liste.h"
#include "parametres/pv-noms-button.h"
#include "pv-display.h"
#include "seuil/pv-seuil-store.h"
#include "territoire/pv-quartier-store.h"

typedef struct
{
  char *path;
  PvWindow *window;
  PvContext *context;
  PvDb *db;
  GtkWidget *page;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->path = pv_display_copy_demonstration ();
  self->window = pv_display_show_programme (self->path);
  self->context = pv_window_get_context (self->window);
  self->db = pv_context_get_reader (self->context);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  pv_display_close (GTK_WINDOW (self->window));
  pv_display_remove (self->path);
}

/* Shows an editor; gives its list. */
static GtkWidget *
show (Fixture *self, const char *noun)
{
  GtkWidget *stack;

  pv_display_act (GTK_WIDGET (self->window), self->context, "win.goto",
                  g_variant_new ("(ss)", "parametres", noun));
  self->page = GTK_WIDGET (pv_window_get_page (self->window, "parametres"));
  stack = pv_display_find (self->page, GTK_TYPE_STACK, "stack", NULL);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (stack)), ==, noun);

  return gtk_stack_get_visible_child (GTK_STACK (stack));
}

static GtkWidget *
find_row (GtkWidget *root, const char *title)
{
  GtkWidget *row = NULL;
  GtkWidget *list = pv_display_find (root, PV_TYPE_FICHE, NULL, NULL);

  list = pv_display_find (list, GTK_TYPE_LIST_BOX, "list", NULL);
  for (row = gtk_widget_get_first_child (list); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), title))
      return row;
  g_error ("no field %s", title);
}

static void
type (Fixture *self, GtkWidget *root, const char *title, const char *text)
{
  GtkWidget *control = pv_saisie_row_get_control (PV_SAISIE_ROW (find_row (root, title)));

  gtk_editable_set_text (GTK_EDITABLE (control), text);
  g_signal_emit_by_name (control, "activate");
  pv_display_settle (self->context);
}

static void
choose (Fixture *self, GtkWidget *root, const char *title, guint position)
{
  GtkWidget *control = pv_saisie_row_get_control (PV_SAISIE_ROW (find_row (root, title)));

  gtk_drop_down_set_selected (GTK_DROP_DOWN (control), position);
  pv_display_settle (self->context);
}

static const char *
get_problem (GtkWidget *root, const char *title)
{
  GtkWidget *row = find_row (root, title);

  return gtk_widget_has_css_class (row, "problem")
             ? adw_action_row_get_subtitle (ADW_ACTION_ROW (row))
             : NULL;
}

static gint64
add (Fixture *self, GtkWidget *liste)
{
  pv_display_act (liste, self->context, "liste.add", NULL);

  return pv_fiche_liste_get_selected (PV_FICHE_LISTE (liste));
}

static GtkWidget *
get_fiche (GtkWidget *root)
{
  return pv_display_find (root, PV_TYPE_FICHE, NULL, NULL);
}

static void
undo (Fixture *self)
{
  pv_display_act (GTK_WIDGET (self->window), self->context, "win.undo", NULL);
}

static gboolean
is_used (GtkWidget *root)
{
  GtkWidget *button = pv_display_find (get_fiche (root), GTK_TYPE_BUTTON, "delete_button", NULL);

  return !gtk_widget_is_sensitive (button);
}

/* Every noun: a record is added, named, deleted; each is undone. */
static void
test_each (Fixture *self, gconstpointer data)
{
  static const char *const nouns[] = { "appel",     "contrat",     "quartier",  "commune",
                                       "financeur", "dispositif",  "enveloppe", "seuil",
                                       "agent",     "institution", "axe",       "instance" };

  for (gsize i = 0; i < G_N_ELEMENTS (nouns); i++)
    {
      const PvFicheNom *nom = pv_fiche_nom_find (nouns[i]);
      GtkWidget *liste = show (self, nouns[i]);
      g_autoptr (GPtrArray) before = nom->list (self->db, NULL);
      g_autoptr (GPtrArray) after = NULL;
      g_autoptr (GPtrArray) end = NULL;
      g_autofree char *title = NULL;
      gpointer record;
      gint64 id;
      const char *field = g_dgettext (GETTEXT_PACKAGE, nom->fiche[0].titre);

      g_test_message ("%s", nouns[i]);
      pv_display_check_names (self->page);
      id = add (self, liste);
      after = nom->list (self->db, NULL);
      g_assert_cmpuint (after->len, ==, before->len + 1);

      type (self, liste, field, "");
      g_assert_nonnull (get_problem (liste, field));
      type (self, liste, field, "Zone d’essai");
      g_assert_null (get_problem (liste, field));
      record = nom->get (self->db, id, NULL);
      title = nom->title (self->db, record);
      nom->liberer (record);
      g_assert_cmpstr (title, ==, "Zone d’essai");
      undo (self);
      g_clear_pointer (&title, g_free);
      record = nom->get (self->db, id, NULL);
      title = nom->title (self->db, record);
      nom->liberer (record);
      g_assert_cmpstr (title, !=, "Zone d’essai");

      g_assert_false (is_used (liste));
      pv_display_act (get_fiche (liste), self->context, "fiche.delete", NULL);
      record = nom->get (self->db, id, NULL);
      g_assert_null (record);
      end = nom->list (self->db, NULL);
      g_assert_cmpuint (end->len, ==, before->len);
      undo (self);
      record = nom->get (self->db, id, NULL);
      g_assert_nonnull (record);
      nom->liberer (record);
    }
}

static void
test_appel (Fixture *self, gconstpointer data)
{
  GtkWidget *liste = show (self, "appel");
  gint64 id = pv_fiche_liste_get_selected (PV_FICHE_LISTE (liste));
  g_autoptr (PvAppel) appel = NULL;

  g_assert_true (is_used (liste));
  pv_display_picture (GTK_WINDOW (self->window), self->context, "parametres-contrat");
  type (self, liste, "Dépôts à partir du", "1er octobre");
  g_assert_nonnull (get_problem (liste, "Dépôts à partir du"));
  type (self, liste, "Dépôts à partir du", "01/10/2025");
  type (self, liste, "Dépôts jusqu’au", "30/09/2025");
  g_assert_cmpstr (get_problem (liste, "Dépôts jusqu’au"), ==, "La fin est avant le début.");
  type (self, liste, "Dépôts jusqu’au", "30/11/2025");
  type (self, liste, "Montant minimal", "1 500");
  choose (self, liste, "Critères d’égalité pour une marque 1", 1);
  appel = pv_appel_store_get (self->db, id, NULL);
  g_assert_cmpstr (appel->depot_debut, ==, "2025-10-01");
  g_assert_cmpstr (appel->depot_fin, ==, "2025-11-30");
  g_assert_cmpint (appel->montant_minimum_cents, ==, 150000);
  g_assert_cmpint (appel->egalite_criteres, ==, 2);
}

static void
test_territoires (Fixture *self, gconstpointer data)
{
  GtkWidget *liste = show (self, "quartier");
  g_autoptr (GArray) communes = NULL;
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;
  g_autoptr (GPtrArray) again = NULL;
  GtkWidget *noms;
  gint64 id;

  pv_display_picture (GTK_WINDOW (self->window), self->context, "parametres-territoires");
  id = add (self, liste);
  type (self, liste, "Communes", "Nulle-Part");
  g_assert_nonnull (get_problem (liste, "Communes"));
  type (self, liste, "Communes", "Roubaix");
  g_assert_null (get_problem (liste, "Communes"));
  type (self, liste, "Génération", "2013");
  g_assert_nonnull (get_problem (liste, "Génération"));
  communes = pv_quartier_store_list_communes (self->db, id, NULL);
  g_assert_cmpuint (communes->len, ==, 1);

  /* a second one is chosen in the list of those of the file */
  noms = pv_display_find (liste, PV_TYPE_NOMS_BUTTON, NULL, NULL);
  g_assert_nonnull (noms);
  pv_noms_button_toggle (PV_NOMS_BUTTON (noms), "Tourcoing");
  pv_display_settle (self->context);
  g_array_unref (communes);
  communes = pv_quartier_store_list_communes (self->db, id, NULL);
  g_assert_cmpuint (communes->len, ==, 2);
  pv_noms_button_toggle (PV_NOMS_BUTTON (noms), "Roubaix");
  pv_display_settle (self->context);
  g_array_unref (communes);
  communes = pv_quartier_store_list_communes (self->db, id, NULL);
  g_assert_cmpuint (communes->len, ==, 1);

  /* those of the reference are added once */
  before = pv_quartier_store_list (self->db, NULL);
  pv_display_act (self->page, self->context, "parametres.reference",
                  g_variant_new_string ("quartier"));
  after = pv_quartier_store_list (self->db, NULL);
  g_assert_cmpuint (after->len, >=, before->len);
  pv_display_act (self->page, self->context, "parametres.reference",
                  g_variant_new_string ("quartier"));
  again = pv_quartier_store_list (self->db, NULL);
  g_assert_cmpuint (again->len, ==, after->len);
}

static void
test_financeurs (Fixture *self, gconstpointer data)
{
  GtkWidget *liste = show (self, "enveloppe");
  g_autoptr (PvEnveloppe) enveloppe = NULL;
  gint64 id;

  id = add (self, liste);
  type (self, liste, "Montant", "-5");
  g_assert_nonnull (get_problem (liste, "Montant"));
  type (self, liste, "Montant", "250 000 €");
  enveloppe = pv_enveloppe_store_get (self->db, id, NULL);
  g_assert_cmpint (enveloppe->montant_cents, ==, 25000000);
  liste = show (self, "dispositif");
  pv_display_picture (GTK_WINDOW (self->window), self->context, "parametres-financeurs");
}

static void
test_seuils (Fixture *self, gconstpointer data)
{
  GtkWidget *liste = show (self, "seuil");
  g_autoptr (PvSeuil) seuil = NULL;
  gint64 id;

  pv_display_picture (GTK_WINDOW (self->window), self->context, "parametres-seuils");
  g_assert_true (pv_seuil_store_find (self->db, PV_SEUIL_CONVENTION, NULL, &id, NULL));
  pv_fiche_liste_select (PV_FICHE_LISTE (liste), id);
  type (self, liste, "Valeur", "beaucoup");
  g_assert_nonnull (get_problem (liste, "Valeur"));
  type (self, liste, "Valeur", "25 000 €");
  seuil = pv_seuil_store_get (self->db, id, NULL);
  g_assert_cmpint (seuil->valeur, ==, 2500000);
}

/* Two agents of two institutions, added one after the other. */
static void
test_agents (Fixture *self, gconstpointer data)
{
  static const char *const institutions[] = { "Préfecture fictive", "Métropole fictive" };
  static const char *const agents[] = { "Camille Exemple", "Dominique Exemple" };
  g_autoptr (GPtrArray) all = NULL;
  GtkWidget *liste = show (self, "institution");

  for (guint i = 0; i < G_N_ELEMENTS (institutions); i++)
    {
      add (self, liste);
      type (self, liste, "Nom", institutions[i]);
    }
  liste = show (self, "agent");
  for (guint i = 0; i < G_N_ELEMENTS (agents); i++)
    {
      add (self, liste);
      type (self, liste, "Nom", agents[i]);
    }
  all = pv_fiche_nom_find ("agent")->list (self->db, NULL);
  g_assert_cmpuint (all->len, >=, 2);
  pv_display_picture (GTK_WINDOW (self->window), self->context, "parametres-agents");
}

/* A click chooses another record before it takes the focus: what is typed is kept, or the
 * record stays when it is refused. */
static void
test_click_elsewhere (Fixture *self, gconstpointer data)
{
  GtkWidget *liste = show (self, "institution");
  gint64 first = add (self, liste);
  gint64 second = add (self, liste);
  g_autofree char *sql = g_strdup_printf (
      "SELECT nom = 'Nom en cours' FROM institution WHERE id = %" G_GINT64_FORMAT, second);
  GtkWidget *control = pv_saisie_row_get_control (PV_SAISIE_ROW (find_row (liste, "Nom")));

  gtk_widget_grab_focus (control);
  gtk_editable_set_text (GTK_EDITABLE (control), "Nom en cours");
  pv_fiche_liste_select (PV_FICHE_LISTE (liste), first);
  pv_display_settle (self->context);
  g_assert_cmpint (pv_fiche_liste_get_selected (PV_FICHE_LISTE (liste)), ==, first);
  g_assert_cmpint (pv_display_query (self->context, sql), ==, 1);

  control = pv_saisie_row_get_control (PV_SAISIE_ROW (find_row (liste, "Nom")));
  gtk_widget_grab_focus (control);
  gtk_editable_set_text (GTK_EDITABLE (control), "");
  pv_fiche_liste_select (PV_FICHE_LISTE (liste), second);
  pv_display_settle (self->context);
  g_assert_cmpint (pv_fiche_liste_get_selected (PV_FICHE_LISTE (liste)), ==, first);
  g_assert_nonnull (get_problem (liste, "Nom"));

  /* nor does a search leave it */
  pv_display_act (GTK_WIDGET (self->window), self->context, "win.search", NULL);
  g_assert_false (gtk_search_bar_get_search_mode (GTK_SEARCH_BAR (
      pv_display_find (GTK_WIDGET (self->window), GTK_TYPE_SEARCH_BAR, "search_bar", NULL))));
}

/* @key: typed in the end instead of Enter, or 0. */
static void
rename_node (Fixture *self, GtkWidget *arbre, const char *words, guint key)
{
  GtkWidget *entry;

  pv_display_act (arbre, self->context, "arbre.rename", NULL);
  entry = gtk_window_get_focus (GTK_WINDOW (self->window));
  g_assert_true (GTK_IS_TEXT (entry));
  g_assert_nonnull (gtk_widget_get_ancestor (entry, PV_TYPE_NOEUD_ROW));
  entry = gtk_widget_get_ancestor (entry, GTK_TYPE_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (entry), words);
  if (key != 0)
    g_assert_true (pv_display_press (entry, key));
  else
    g_signal_emit_by_name (entry, "activate");
  pv_display_settle (self->context);
}

/* As the list that the node filters. */
static void
check_counts (Fixture *self, GtkWidget *arbre, gint64 cadre, gint64 noeud)
{
  g_autoptr (GHashTable) counts = pv_noeud_store_count_dossiers (self->db, cadre, NULL);
  g_autofree char *sql = g_strdup_printf ("SELECT COUNT (DISTINCT dossier_id) FROM dossier_noeud d "
                                          "JOIN cadre_noeud n ON n.id = noeud_id"
                                          " WHERE %" G_GINT64_FORMAT " IN (n.id, n.parent_id)",
                                          noeud);
  const gint64 *count = g_hash_table_lookup (counts, &noeud);
  g_autofree char *text = NULL;

  g_assert_nonnull (count);
  g_assert_cmpint (*count, ==, pv_display_query (self->context, sql));
  text = pv_count_to_text (*count);
  g_assert_nonnull (pv_display_find (arbre, GTK_TYPE_LABEL, "count", NULL));
  g_assert_cmpstr (
      gtk_label_get_label (GTK_LABEL (pv_display_find (arbre, GTK_TYPE_LABEL, "count", NULL))), !=,
      "");
}

static void
test_cadres (Fixture *self, gconstpointer data)
{
  GtkWidget *liste = show (self, "cadre");
  GtkWidget *arbre = pv_display_find (liste, PV_TYPE_CADRE_ARBRE, NULL, NULL);
  g_autoptr (GPtrArray) noeuds = NULL;
  g_autoptr (PvNoeud) noeud = NULL;
  gint64 cadre, first, second, id;

  g_assert_true (pv_cadre_store_find_principal (self->db, &cadre, NULL));
  g_assert_cmpint (pv_fiche_liste_get_selected (PV_FICHE_LISTE (liste)), ==, cadre);
  noeuds = pv_noeud_store_list_children (self->db, cadre, PV_INT_NULL, NULL);
  g_assert_cmpuint (noeuds->len, >, 1);
  first = ((PvNoeud *)noeuds->pdata[0])->id;
  second = ((PvNoeud *)noeuds->pdata[1])->id;
  pv_cadre_arbre_select (PV_CADRE_ARBRE (arbre), second);
  pv_display_settle (self->context);
  pv_display_check_names (self->page);
  g_assert_true (is_used (liste));
  check_counts (self, arbre, cadre, second);
  pv_display_picture (GTK_WINDOW (self->window), self->context, "parametres-cadres");

  /* renamed in its row: Escape keeps the words it had */
  rename_node (self, arbre, "Autre chose", GDK_KEY_Escape);
  noeud = pv_noeud_store_get (self->db, second, NULL);
  g_assert_cmpstr (noeud->libelle, !=, "Autre chose");
  pv_noeud_free (noeud);
  rename_node (self, arbre, "  Autre chose ", 0);
  noeud = pv_noeud_store_get (self->db, second, NULL);
  g_assert_cmpstr (noeud->libelle, ==, "Autre chose");
  g_clear_pointer (&noeud, pv_noeud_free);
  undo (self);

  /* up: the first; under the one before: a child; out again; all undone one by one */
  pv_display_act (arbre, self->context, "arbre.up", NULL);
  g_ptr_array_unref (noeuds);
  noeuds = pv_noeud_store_list_children (self->db, cadre, PV_INT_NULL, NULL);
  g_assert_cmpint (((PvNoeud *)noeuds->pdata[0])->id, ==, second);
  undo (self);
  pv_display_act (arbre, self->context, "arbre.in", NULL);
  noeud = pv_noeud_store_get (self->db, second, NULL);
  g_assert_cmpint (noeud->parent_id, ==, first);
  pv_display_act (arbre, self->context, "arbre.out", NULL);
  pv_noeud_free (noeud);
  noeud = pv_noeud_store_get (self->db, second, NULL);
  g_assert_cmpint (noeud->parent_id, ==, PV_INT_NULL);

  /* dropped on the first one: under it; on itself: nothing */
  g_assert_true (pv_cadre_arbre_drop (PV_CADRE_ARBRE (arbre), second, first));
  pv_noeud_free (noeud);
  noeud = pv_noeud_store_get (self->db, second, NULL);
  g_assert_cmpint (noeud->parent_id, ==, first);
  g_assert_false (pv_cadre_arbre_drop (PV_CADRE_ARBRE (arbre), second, second));
  undo (self);
  pv_noeud_free (noeud);
  noeud = pv_noeud_store_get (self->db, second, NULL);
  g_assert_cmpint (noeud->parent_id, ==, PV_INT_NULL);
  pv_cadre_arbre_select (PV_CADRE_ARBRE (arbre), second);

  pv_display_act (arbre, self->context, "arbre.add-child", NULL);
  type (self, liste, "Libellé", "Un objectif de plus");
  g_ptr_array_unref (noeuds);
  noeuds = pv_noeud_store_list_children (self->db, cadre, second, NULL);
  pv_noeud_free (noeud);
  noeud = pv_noeud_copy (noeuds->pdata[noeuds->len - 1]);
  g_assert_cmpstr (noeud->libelle, ==, "Un objectif de plus");
  id = noeud->id;
  g_assert_false (is_used (liste));
  pv_display_act (get_fiche (liste), self->context, "fiche.delete", NULL);
  pv_noeud_free (noeud);
  noeud = pv_noeud_store_get (self->db, id, NULL);
  g_assert_null (noeud);
  undo (self);
  noeud = pv_noeud_store_get (self->db, id, NULL);
  g_assert_nonnull (noeud);
}

/* A second window on the same file reads only: all is seen, nothing changes. */
static void
test_read_only (Fixture *self, gconstpointer data)
{
  PvWindow *window = pv_display_show_programme (self->path);
  Fixture other = { self->path, window, pv_window_get_context (window),
                    pv_context_get_reader (pv_window_get_context (window)), NULL };
  GtkWidget *liste = show (&other, "appel");
  GtkWidget *control =
      pv_saisie_row_get_control (PV_SAISIE_ROW (find_row (liste, "Nom de l’appel")));

  g_assert_nonnull (pv_context_get_refusal (other.context));
  g_assert_false (gtk_editable_get_editable (GTK_EDITABLE (control)));
  g_assert_true (is_used (liste));
  g_assert_true (gtk_info_bar_get_revealed (
      GTK_INFO_BAR (pv_display_find (other.page, GTK_TYPE_INFO_BAR, "refusal_bar", NULL))));
  pv_display_close (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  pv_display_init (&argc, &argv);
  g_test_add ("/parametres/each", Fixture, NULL, set_up, test_each, tear_down);
  g_test_add ("/parametres/appel", Fixture, NULL, set_up, test_appel, tear_down);
  g_test_add ("/parametres/territoires", Fixture, NULL, set_up, test_territoires, tear_down);
  g_test_add ("/parametres/financeurs", Fixture, NULL, set_up, test_financeurs, tear_down);
  g_test_add ("/parametres/seuils", Fixture, NULL, set_up, test_seuils, tear_down);
  g_test_add ("/parametres/agents", Fixture, NULL, set_up, test_agents, tear_down);
  g_test_add ("/parametres/click-elsewhere", Fixture, NULL, set_up, test_click_elsewhere,
              tear_down);
  g_test_add ("/parametres/cadres", Fixture, NULL, set_up, test_cadres, tear_down);
  g_test_add ("/parametres/read-only", Fixture, NULL, set_up, test_read_only, tear_down);

  return g_test_run ();
}
