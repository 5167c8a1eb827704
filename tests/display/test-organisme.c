/* test-organisme.c: the list of organismes, their page, and the merge of two
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "organisme/pv-fusion-pane.h"
#include "organisme/pv-contact-store.h"
#include "organisme/pv-organisme-contacts.h"
#include "organisme/pv-organisme-fusion.h"
#include "organisme/pv-organisme-item.h"
#include "organisme/pv-organisme-montants.h"
#include "organisme/pv-organisme-page.h"
#include "organisme/pv-organisme-store.h"
#include "organisme/pv-organismes-page.h"
#include "pv-display.h"
#include "stats/pv-stats.h"
#include "widget/pv-amount-label.h"
#include "widget/pv-field.h"
#include "widget/pv-format.h"

typedef struct
{
  char *path;
  PvContext *context;
  GtkWindow *window;
  GtkWidget *page;
  gint64 opened; /* by win.open-organisme */
} Fixture;

static void
opened_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ((Fixture *)user_data)->opened = g_variant_get_int64 (parameter);
}

/* Doubles: the first two porteurs get the same RNA number. */
static gboolean
make_double (PvDb *db, gpointer user_data, GError **error)
{
  g_autoptr (GPtrArray) all = pv_organisme_store_list_resumes (db, &PV_FILTRE_TOUT, FALSE, error);

  for (guint i = 0; i < 2; i++)
    {
      const PvOrganismeResume *resume = all->pdata[i];
      g_autoptr (PvOrganisme) organisme = pv_organisme_store_get (db, resume->id, error);

      pv_champ_set_text (&organisme->rna, "W595000001");
      if (!pv_organisme_store_update (db, organisme, NULL, error))
        return FALSE;
    }

  return TRUE;
}

/* The organisme of the pictures. */
#define PORTEUR 61

static gboolean
add_contact (PvDb *db, gpointer user_data, GError **error)
{
  g_autoptr (PvContact) contact = pv_contact_new ();

  contact->organisme_id = PORTEUR;
  contact->nom = g_strdup ("Aïcha Dupont");
  contact->fonction = g_strdup ("Directrice");
  contact->courriel = g_strdup ("direction@exemple.fr");

  return pv_contact_store_insert (db, contact, error);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  static const GActionEntry entries[] = {
    { "open-organisme", opened_cb, "x", NULL, NULL, { 0 } },
  };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  self->path = pv_display_copy_demonstration ();
  self->context = pv_display_open (self->path);
  g_assert_true (pv_context_act (self->context, "organisme-edit", NULL, make_double, NULL, NULL));
  self->page = g_object_new (PV_TYPE_ORGANISMES_PAGE, "context", self->context, NULL);
  self->window = pv_display_show (self->page);
  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self->window), "win", G_ACTION_GROUP (group));
  pv_display_settle (self->context);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  pv_display_end (self->window, self->page, self->context, self->path);
}

static GtkWidget *
find (Fixture *self, const char *id)
{
  GtkWidget *found = pv_display_find (self->page, G_TYPE_NONE, id, NULL);

  g_assert_nonnull (found);

  return found;
}

static GtkSelectionModel *
get_model (Fixture *self)
{
  return gtk_column_view_get_model (GTK_COLUMN_VIEW (find (self, "view")));
}

static guint
count_rows (Fixture *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (get_model (self)));
}

static const PvOrganismeResume *
get_row (Fixture *self, guint position)
{
  g_autoptr (PvOrganismeItem) item =
      g_list_model_get_item (G_LIST_MODEL (get_model (self)), position);

  return pv_organisme_item_get (item);
}

static void
test_totals (Fixture *self, gconstpointer data)
{
  PvDb *reader = pv_context_get_reader (self->context);
  g_autoptr (PvStats) asked =
      pv_stats_compute (reader, PV_STATS_PORTEUR, PV_ETAPE_SOLLICITE, NULL, NULL);
  g_autoptr (PvStats) paid =
      pv_stats_compute (reader, PV_STATS_PORTEUR, PV_ETAPE_VERSE, NULL, NULL);
  g_autofree char *dossiers = pv_count_to_text (asked->total.dossiers);

  g_assert_cmpint (pv_amount_label_get_cents (PV_AMOUNT_LABEL (find (self, "sollicite_total"))), ==,
                   asked->total.amount_cents);
  g_assert_cmpint (pv_amount_label_get_cents (PV_AMOUNT_LABEL (find (self, "verse_total"))), ==,
                   paid->total.amount_cents);
  g_assert_cmpstr (pv_amount_label_get_text (PV_AMOUNT_LABEL (find (self, "dossiers_total"))), ==,
                   dossiers);
}

/* The call of 2026 alone, as the count of the first page opens it. */
static void
test_call_alone (Fixture *self, gconstpointer data)
{
  PvFiltre filtre = pv_context_get_filtre (self->context);
  PvDb *reader = pv_context_get_reader (self->context);
  g_autoptr (PvStats) asked =
      pv_stats_compute (reader, PV_STATS_PORTEUR, PV_ETAPE_SOLLICITE, &filtre, NULL);

  pv_page_show_detail (PV_PAGE (self->page), "appel");
  pv_display_settle (self->context);
  g_assert_cmpuint (count_rows (self), ==, asked->rows->len);
  g_assert_cmpint (pv_amount_label_get_cents (PV_AMOUNT_LABEL (find (self, "sollicite_total"))), ==,
                   asked->total.amount_cents);
}

static void
test_filters (Fixture *self, gconstpointer data)
{
  guint all = count_rows (self);

  pv_page_show_detail (PV_PAGE (self->page), "siret-invalide");
  g_assert_cmpuint (count_rows (self), ==, 1);
  g_assert_null (get_row (self, 0)->siret);
  pv_page_show_detail (PV_PAGE (self->page), "sans-cer");
  for (guint i = 0; i < count_rows (self); i++)
    g_assert_true (get_row (self, i)->sans_cer);
  pv_page_show_detail (PV_PAGE (self->page), "tous");
  g_assert_cmpuint (count_rows (self), ==, all);

  pv_page_search (PV_PAGE (self->page), "RÓUBAIX");
  g_assert_cmpuint (count_rows (self), >, 0);
  g_assert_cmpuint (count_rows (self), <, all);
  pv_page_search (PV_PAGE (self->page), "zzz");
  g_assert_cmpuint (count_rows (self), ==, 0);
  pv_page_search (PV_PAGE (self->page), "");
  g_assert_cmpuint (count_rows (self), ==, all);
}

static void
test_sort_and_open (Fixture *self, gconstpointer data)
{
  GtkColumnView *view = GTK_COLUMN_VIEW (find (self, "view"));
  g_autoptr (GtkColumnViewColumn) asked =
      g_list_model_get_item (gtk_column_view_get_columns (view), 5);

  gtk_column_view_sort_by_column (view, asked, GTK_SORT_DESCENDING);
  pv_display_settle (self->context);
  for (guint i = 1; i < count_rows (self); i++)
    g_assert_cmpint (get_row (self, i - 1)->sollicite_cents, >=,
                     get_row (self, i)->sollicite_cents);
  g_signal_emit_by_name (view, "activate", 3);
  g_assert_cmpint (self->opened, ==, get_row (self, 3)->id);
}

static void
test_merge_then_undo (Fixture *self, gconstpointer data)
{
  PvDb *reader = pv_context_get_reader (self->context);
  g_autofree char *before = pv_history_digest (reader, NULL);
  g_autofree char *after = NULL;
  g_autoptr (GArray) fusions = pv_organisme_store_list_fusions (reader, NULL);
  GtkWidget *pane = find (self, "fusion_pane");
  guint n = count_rows (self);
  gint64 kept = g_array_index (fusions, PvFusion, 0).garde_id;
  g_autoptr (PvOrganisme) gone = NULL;

  pv_page_show_detail (PV_PAGE (self->page), "a-fusionner");
  pv_display_settle (self->context);
  /* The other way round: the one that was proposed to go is kept. */
  pv_display_act (pane, self->context, "fusion.keep", g_variant_new_boolean (FALSE));
  pv_display_act (pane, self->context, "fusion.apply", NULL);
  gone = pv_organisme_store_get (reader, kept, NULL);
  g_assert_null (gone);
  g_assert_cmpuint (count_rows (self), ==, n - 1);
  g_assert_cmpstr (pv_context_get_undoable (self->context)->action, ==, "organisme-merge");

  pv_context_undo_async (self->context, pv_context_get_undoable (self->context)->id, NULL, NULL,
                         NULL);
  pv_display_settle (self->context);
  after = pv_history_digest (reader, NULL);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpuint (count_rows (self), ==, n);
}

static void
test_two_selected (Fixture *self, gconstpointer data)
{
  GtkSelectionModel *model = get_model (self);
  GtkWidget *pane = find (self, "fusion_pane");
  gint64 a = get_row (self, 4)->id, b = get_row (self, 6)->id;
  g_autoptr (PvOrganisme) gone = NULL;

  gtk_selection_model_select_item (model, 4, TRUE);
  gtk_selection_model_select_item (model, 6, FALSE);
  pv_display_act (self->page, self->context, "porteurs.merge", NULL);
  pv_display_act (pane, self->context, "fusion.apply", NULL);
  gone = pv_organisme_store_get (pv_context_get_reader (self->context), b, NULL);
  g_assert_null (gone);
  gone = pv_organisme_store_get (pv_context_get_reader (self->context), a, NULL);
  g_assert_nonnull (gone);
}

static void
test_dismiss (Fixture *self, gconstpointer data)
{
  g_autoptr (GArray) before =
      pv_organisme_store_list_fusions (pv_context_get_reader (self->context), NULL);
  g_autoptr (GArray) after = NULL;

  pv_page_show_detail (PV_PAGE (self->page), "a-fusionner");
  pv_display_act (find (self, "fusion_pane"), self->context, "fusion.dismiss", NULL);
  after = pv_organisme_store_list_fusions (pv_context_get_reader (self->context), NULL);
  g_assert_cmpuint (after->len, ==, before->len - 1);
}

static void
test_names (Fixture *self, gconstpointer data)
{
  pv_display_check_names (self->page);
}

/* --- the page of one ----------------------------------------------------------------- */

/* The porteur with most dossiers, and its page in a window. */
static GtkWidget *
show_page (Fixture *self, GtkWindow **window)
{
  g_autoptr (GPtrArray) all = pv_organisme_store_list_resumes (
      pv_context_get_reader (self->context), &PV_FILTRE_TOUT, FALSE, NULL);
  const PvOrganismeResume *most = all->pdata[0];
  PvPage *page;

  for (guint i = 0; i < all->len; i++)
    if (((const PvOrganismeResume *)all->pdata[i])->dossiers > most->dossiers)
      most = all->pdata[i];
  page = pv_organisme_page_new (self->context, most->id);
  *window = pv_display_show (GTK_WIDGET (page));
  pv_display_settle (self->context);

  return GTK_WIDGET (page);
}

static PvOrganisme *
load (Fixture *self, GtkWidget *page)
{
  return pv_organisme_store_get (pv_context_get_reader (self->context),
                                 pv_organisme_page_get_organisme_id (PV_ORGANISME_PAGE (page)),
                                 NULL);
}

static void
type_in (Fixture *self, GtkWidget *page, const char *id, const char *text)
{
  GtkWidget *field = pv_display_find (page, PV_TYPE_FIELD, id, NULL);
  GtkWidget *entry = pv_display_find (field, GTK_TYPE_ENTRY, NULL, NULL);

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  pv_field_commit (PV_FIELD (field));
  pv_display_settle (self->context);
}

static void
test_edit_fields (Fixture *self, gconstpointer data)
{
  GtkWindow *window = NULL;
  GtkWidget *page = show_page (self, &window);
  PvField *siret = PV_FIELD (pv_display_find (page, PV_TYPE_FIELD, "siret", NULL));
  g_autoptr (PvOrganisme) before = load (self, page);
  g_autoptr (PvOrganisme) refused = NULL;
  g_autoptr (PvOrganisme) after = NULL;

  type_in (self, page, "siret", "123 456 789 00012");
  g_assert_nonnull (pv_field_get_problem (siret));
  refused = load (self, page);
  g_assert_cmpstr (refused->siret, ==, before->siret);

  type_in (self, page, "siret", "732 829 320 00074");
  g_assert_null (pv_field_get_problem (siret));
  type_in (self, page, "rna", "w595000009");
  type_in (self, page, "cer_signe_le", "31/02/2024");
  type_in (self, page, "sigle", "É.T.É");
  after = load (self, page);
  g_assert_cmpstr (after->siret, ==, "73282932000074");
  g_assert_cmpstr (after->rna, ==, "W595000009");
  g_assert_cmpstr (after->cer_signe_le, ==, before->cer_signe_le);
  g_assert_cmpstr (after->sigle, ==, "É.T.É");
  g_assert_cmpstr (pv_context_get_undoable (self->context)->action, ==, "organisme-edit");
  pv_display_close (window);
}

static void
test_contacts (Fixture *self, gconstpointer data)
{
  GtkWindow *window = NULL;
  GtkWidget *page = show_page (self, &window);
  PvDb *reader = pv_context_get_reader (self->context);
  gint64 id = pv_organisme_page_get_organisme_id (PV_ORGANISME_PAGE (page));
  GtkWidget *card = pv_display_find (page, PV_TYPE_ORGANISME_CONTACTS, NULL, NULL);
  GtkWidget *list = pv_display_find (card, GTK_TYPE_BOX, "list", NULL);
  g_autoptr (GPtrArray) added = NULL;
  g_autoptr (GPtrArray) edited = NULL;
  g_autoptr (GPtrArray) none = NULL;
  GtkWidget *position;

  type_in (self, page, "new_field", "Aïcha Dupont");
  added = pv_contact_store_list (reader, id, NULL);
  g_assert_cmpuint (added->len, ==, 1);
  g_assert_cmpstr (((PvContact *)added->pdata[0])->nom, ==, "Aïcha Dupont");
  position = gtk_grid_get_child_at (GTK_GRID (gtk_widget_get_first_child (list)), 1, 0);
  gtk_editable_set_text (GTK_EDITABLE (pv_display_find (position, GTK_TYPE_ENTRY, NULL, NULL)),
                         "Directrice");
  pv_field_commit (PV_FIELD (position));
  pv_display_settle (self->context);
  edited = pv_contact_store_list (reader, id, NULL);
  g_assert_cmpstr (((PvContact *)edited->pdata[0])->fonction, ==, "Directrice");
  pv_display_check_names (page);

  pv_display_act (card, self->context, "contacts.delete",
                  g_variant_new_int64 (((PvContact *)edited->pdata[0])->id));
  none = pv_contact_store_list (reader, id, NULL);
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_null (gtk_widget_get_first_child (list));
  pv_display_close (window);
}

static void
test_matrix (Fixture *self, gconstpointer data)
{
  GtkWindow *window = NULL;
  GtkWidget *page = show_page (self, &window);
  PvDb *reader = pv_context_get_reader (self->context);
  GtkWidget *matrix = pv_display_find (page, PV_TYPE_ORGANISME_MONTANTS, NULL, NULL);
  g_autoptr (PvOrganisme) organisme = load (self, page);
  g_autoptr (PvStats) stats =
      pv_stats_compute (reader, PV_STATS_PORTEUR, PV_ETAPE_SOLLICITE, NULL, NULL);
  gboolean found = FALSE;

  gtk_drop_down_set_selected (
      GTK_DROP_DOWN (pv_display_find (matrix, GTK_TYPE_DROP_DOWN, NULL, NULL)), 1);
  for (guint i = 0; i < stats->rows->len; i++)
    {
      const PvStatsRow *row = stats->rows->pdata[i];

      if (g_strcmp0 (row->key, organisme->siret) != 0 && g_strcmp0 (row->key, organisme->nom) != 0)
        continue;
      g_assert_cmpint (pv_organisme_montants_get_total (PV_ORGANISME_MONTANTS (matrix)), ==,
                       row->amount_cents);
      found = TRUE;
    }
  g_assert_true (found);
  pv_display_close (window);
}

static void
test_gone (Fixture *self, gconstpointer data)
{
  PvPage *page = pv_organisme_page_new (self->context, 999999);
  GtkWindow *window = pv_display_show (GTK_WIDGET (page));

  pv_display_settle (self->context);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (
                       pv_display_find (GTK_WIDGET (page), GTK_TYPE_STACK, "stack", NULL))),
                   ==, "gone");
  pv_display_close (window);
}

static void
test_pictures (void)
{
  char *path = pv_display_copy_demonstration ();
  PvWindow *window = pv_display_show_programme (path);
  PvContext *context = pv_window_get_context (window);

  g_assert_true (pv_context_act (context, "organisme-edit", NULL, make_double, NULL, NULL));
  pv_display_act (GTK_WIDGET (window), context, "win.goto",
                  g_variant_new ("(ss)", "porteurs", "tous"));
  pv_display_picture (GTK_WINDOW (window), context, "porteurs");
  pv_display_act (GTK_WIDGET (window), context, "win.goto",
                  g_variant_new ("(ss)", "porteurs", "a-fusionner"));
  pv_display_picture (GTK_WINDOW (window), context, "porteurs-fusion");
  g_assert_true (pv_context_act (context, "contact-new", "Aïcha Dupont", add_contact, NULL, NULL));
  pv_display_act (GTK_WIDGET (window), context, "win.open-organisme",
                  g_variant_new_int64 (PORTEUR));
  pv_display_picture (GTK_WINDOW (window), context, "porteur");
  pv_display_close (GTK_WINDOW (window));
  pv_display_remove (path);
}

int
main (int argc, char **argv)
{
  pv_display_init (&argc, &argv);

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/organisme/totals-are-those-of-stats", test_totals);
  ADD ("/organisme/those-of-the-call-alone", test_call_alone);
  ADD ("/organisme/filters-and-search", test_filters);
  ADD ("/organisme/sorts-and-opens", test_sort_and_open);
  ADD ("/organisme/merge-then-undo-restores", test_merge_then_undo);
  ADD ("/organisme/two-selected-are-merged", test_two_selected);
  ADD ("/organisme/a-pair-is-put-aside", test_dismiss);
  ADD ("/organisme/fields-are-edited-and-checked", test_edit_fields);
  ADD ("/organisme/contacts-are-kept", test_contacts);
  ADD ("/organisme/the-matrix-adds-up-as-stats", test_matrix);
  ADD ("/organisme/one-that-is-gone", test_gone);
  ADD ("/organisme/controls-have-names", test_names);
#undef ADD
  g_test_add_func ("/organisme/pictures", test_pictures);

  return g_test_run ();
}
