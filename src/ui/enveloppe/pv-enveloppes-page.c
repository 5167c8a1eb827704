/* pv-enveloppes-page.c: the envelopes of a year, their limits, the scenarios
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "enveloppe/pv-enveloppes-page-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "accueil/pv-card-cell.h"
#include "context/pv-reading.h"
#include "dossier/pv-wrap-layout.h"
#include "enveloppe/pv-enveloppes-colonnes.h"
#include "scenario/pv-scenarios-card.h"
#include "widget/pv-columns.h"
#include "widget/pv-drop-down.h"
#include "widget/pv-format.h"

/* A funder with more lines than that is first folded. */
#define UNFOLDED_MAX 4

G_DEFINE_FINAL_TYPE (PvEnveloppesPage, pv_enveloppes_page, PV_TYPE_PAGE)

static PvContext *
get_context (PvEnveloppesPage *self)
{
  return pv_page_get_context (PV_PAGE (self));
}

/* --- lines that are folded -------------------------------------------------------------------- */

static gpointer
get_key (const PvEnveloppeNoeud *noeud)
{
  gint64 id = noeud->enveloppe_id != PV_INT_NULL ? noeud->enveloppe_id : -noeud->financeur_id;

  return GINT_TO_POINTER ((gint)id);
}

static gboolean
is_unfolded (PvEnveloppesPage *self, const PvEnveloppeNoeud *noeud)
{
  gpointer known = g_hash_table_lookup (self->plies, get_key (noeud));

  if (known != NULL)
    return GPOINTER_TO_INT (known) == 1;

  return noeud->enfants->len <= UNFOLDED_MAX || noeud->n_depassees > 0;
}

static void
expanded_cb (GtkTreeListRow *row, GParamSpec *pspec, PvEnveloppesPage *self)
{
  g_autoptr (PvEnveloppeItem) item = gtk_tree_list_row_get_item (row);

  if (self->filling || item == NULL)
    return;
  g_hash_table_insert (self->plies, get_key (pv_enveloppe_item_get_noeud (item)),
                       GINT_TO_POINTER (gtk_tree_list_row_get_expanded (row) ? 1 : 2));
}

/* From the first on: what a line unfolds comes after it. */
static void
unfold (PvEnveloppesPage *self)
{
  GListModel *rows = G_LIST_MODEL (self->tree);

  self->filling = TRUE;
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (GtkTreeListRow) row = g_list_model_get_item (rows, i);
      g_autoptr (PvEnveloppeItem) item = gtk_tree_list_row_get_item (row);

      if (!gtk_tree_list_row_is_expandable (row))
        continue;
      gtk_tree_list_row_set_expanded (row, is_unfolded (self, pv_enveloppe_item_get_noeud (item)));
      g_signal_handlers_disconnect_by_func (row, expanded_cb, self);
      g_signal_connect_object (row, "notify::expanded", G_CALLBACK (expanded_cb), self, 0);
    }
  self->filling = FALSE;
}

static GListModel *
children_cb (gpointer item, gpointer user_data)
{
  GListModel *enfants = pv_enveloppe_item_get_enfants (item);

  return g_list_model_get_n_items (enfants) > 0 ? g_object_ref (enfants) : NULL;
}

/* --- the selected line --------------------------------------------------------------------------
 */

const PvEnveloppeNoeud *
pv_enveloppes_page_get_noeud (PvEnveloppesPage *self)
{
  GtkTreeListRow *row = gtk_single_selection_get_selected_item (self->selection);
  g_autoptr (PvEnveloppeItem) item = row != NULL ? gtk_tree_list_row_get_item (row) : NULL;

  return item != NULL ? pv_enveloppe_item_get_noeud (item) : NULL;
}

static guint
find_position (PvEnveloppesPage *self, gint64 enveloppe_id, gint64 financeur_id)
{
  GListModel *rows = G_LIST_MODEL (self->tree);

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (GtkTreeListRow) row = g_list_model_get_item (rows, i);
      g_autoptr (PvEnveloppeItem) item = gtk_tree_list_row_get_item (row);
      const PvEnveloppeNoeud *noeud = pv_enveloppe_item_get_noeud (item);

      if (noeud->enveloppe_id == enveloppe_id &&
          (enveloppe_id != PV_INT_NULL || noeud->financeur_id == financeur_id))
        return i;
    }

  return GTK_INVALID_LIST_POSITION;
}

gboolean
pv_enveloppes_page_select (PvEnveloppesPage *self, gint64 enveloppe_id)
{
  guint position;

  g_return_val_if_fail (PV_IS_ENVELOPPES_PAGE (self), FALSE);

  position = find_position (self, enveloppe_id, PV_INT_NULL);
  for (guint i = 0; position == GTK_INVALID_LIST_POSITION &&
                    i < g_list_model_get_n_items (G_LIST_MODEL (self->tree));
       i++)
    {
      g_autoptr (GtkTreeListRow) row = g_list_model_get_item (G_LIST_MODEL (self->tree), i);

      if (!gtk_tree_list_row_is_expandable (row) || gtk_tree_list_row_get_expanded (row))
        continue;
      gtk_tree_list_row_set_expanded (row, TRUE);
      position = find_position (self, enveloppe_id, PV_INT_NULL);
      if (position == GTK_INVALID_LIST_POSITION)
        gtk_tree_list_row_set_expanded (row, FALSE);
    }
  if (position == GTK_INVALID_LIST_POSITION)
    return FALSE;
  gtk_single_selection_set_selected (self->selection, position);

  return TRUE;
}

/* --- reading -------------------------------------------------------------------------------- */

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PvEnveloppesPage) self = user_data;
  g_autoptr (PvEnveloppesLecture) lecture = pv_reading_finish (source, result, GTK_WIDGET (self));

  if (lecture != NULL)
    pv_regles_card_show (self->regles, lecture);
}

/* What counts financements one by one is read in a worker. */
static void
read_limits (PvEnveloppesPage *self)
{
  pv_reading_renew (&self->cancellable);
  pv_context_query_async (get_context (self), pv_enveloppes_lecture_run,
                          g_memdup2 (&self->exercice, sizeof self->exercice), g_free,
                          (GDestroyNotify)pv_enveloppes_lecture_free, self->cancellable, read_cb,
                          g_object_ref (self));
}

static void
show_annees (PvEnveloppesPage *self)
{
  g_autoptr (GPtrArray) items = pv_choice_items_new ();
  g_autoptr (GArray) annees =
      pv_enveloppe_arbre_list_annees (pv_context_get_reader (get_context (self)), NULL);
  g_autofree char *title = NULL;
  gboolean several;

  for (guint i = 0; annees != NULL && i < annees->len; i++)
    {
      gint64 annee = g_array_index (annees, gint64, i);
      g_autofree char *label = g_strdup_printf ("%d", (int)annee);

      pv_choice_add (items, annee, label, NULL);
    }
  several = items->len > 1;
  self->filling = TRUE;
  if (!pv_drop_down_show (self->annees, items, self->exercice))
    gtk_drop_down_set_selected (self->annees, 0);
  self->filling = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self->annees), several);
  title = several || self->exercice == PV_INT_NULL
              ? g_strdup (_ ("Envelopes"))
              : g_strdup_printf (_ ("Envelopes %d"), (int)self->exercice);
  gtk_label_set_label (self->title, title);
}

static void
show_arbre (PvEnveloppesPage *self)
{
  const PvEnveloppeNoeud *selected = pv_enveloppes_page_get_noeud (self);
  gint64 enveloppe_id = selected != NULL ? selected->enveloppe_id : PV_INT_NULL;
  gint64 financeur_id = selected != NULL ? selected->financeur_id : PV_INT_NULL;
  gboolean any = self->arbre->racines->len > 0;
  guint depassees = self->arbre->total->n_depassees;
  g_autofree char *count = depassees > 0 ? pv_count_to_text (depassees) : NULL;

  if (!pv_enveloppe_items_update (G_LIST_MODEL (self->items), self->arbre))
    {
      guint position;

      pv_enveloppe_items_fill (self->items, self->arbre);
      unfold (self);
      position = selected != NULL ? find_position (self, enveloppe_id, financeur_id)
                                  : GTK_INVALID_LIST_POSITION;
      gtk_single_selection_set_selected (self->selection,
                                         position != GTK_INVALID_LIST_POSITION ? position : 0);
    }
  gtk_stack_set_visible_child_name (self->stack, any ? "table" : "empty");
  gtk_widget_set_visible (GTK_WIDGET (self->legend), any);
  gtk_widget_set_visible (self->bottom, any);
  pv_page_set_count (PV_PAGE (self), count);
}

static void
show_empty (PvEnveloppesPage *self)
{
  g_autofree char *title = self->exercice != PV_INT_NULL
                               ? g_strdup_printf (_ ("No Envelope in %d"), (int)self->exercice)
                               : g_strdup (_ ("No Envelope"));

  adw_status_page_set_title (self->empty, title);
}

static void
pv_enveloppes_page_refresh (PvPage *page)
{
  PvEnveloppesPage *self = PV_ENVELOPPES_PAGE (page);
  PvContext *context = get_context (self);
  PvDb *db = pv_context_get_reader (context);
  g_autoptr (GError) error = NULL;
  PvEnveloppeArbre *arbre;

  if (!self->choisie &&
      !pv_enveloppe_arbre_choose_annee (db, pv_context_get_appel (context), &self->exercice, NULL))
    self->exercice = PV_INT_NULL;
  arbre = pv_enveloppe_arbre_load (db, self->exercice, &error);
  if (arbre == NULL)
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", error->message);
      return;
    }
  g_clear_pointer (&self->arbre, pv_enveloppe_arbre_unref);
  self->arbre = arbre;
  show_annees (self);
  show_empty (self);
  show_arbre (self);
  pv_enveloppes_page_update_actions (self);
  read_limits (self);
  pv_scenarios_card_refresh (PV_SCENARIOS_CARD (adw_bin_get_child (self->scenarios)));
}

static void
choose (PvEnveloppesPage *self, gint64 exercice)
{
  self->choisie = TRUE;
  self->exercice = exercice;
  pv_enveloppes_page_refresh (PV_PAGE (self));
}

static void
annee_cb (PvEnveloppesPage *self)
{
  gint64 annee = pv_drop_down_get_key (self->annees);

  if (!self->filling && annee != PV_INT_NULL)
    choose (self, annee);
}

static void
pv_enveloppes_page_show_detail (PvPage *page, const char *detail)
{
  PvEnveloppesPage *self = PV_ENVELOPPES_PAGE (page);

  if (g_str_has_prefix (detail, "exercice="))
    choose (self, g_ascii_strtoll (detail + strlen ("exercice="), NULL, 10));
  else if (g_str_has_prefix (detail, "enveloppe="))
    pv_enveloppes_page_select (self, g_ascii_strtoll (detail + strlen ("enveloppe="), NULL, 10));
}

gint64
pv_enveloppes_page_get_exercice (PvEnveloppesPage *self)
{
  g_return_val_if_fail (PV_IS_ENVELOPPES_PAGE (self), PV_INT_NULL);

  return self->exercice;
}

/* --- the object ------------------------------------------------------------------------------ */

static void
selected_cb (PvEnveloppesPage *self)
{
  if (!self->filling && self->arbre != NULL)
    pv_enveloppes_page_update_actions (self);
}

static void
activate_cb (PvEnveloppesPage *self, guint position)
{
  gtk_single_selection_set_selected (self->selection, position);
  gtk_widget_activate_action (GTK_WIDGET (self), "enveloppes.open", NULL);
}

/* The card of the scenarios comes in a place that is there only with it. */
static void
placed_cb (PvEnveloppesPage *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->scenarios),
                          adw_bin_get_child (self->scenarios) != NULL);
}

static void
appel_cb (PvEnveloppesPage *self)
{
  self->choisie = FALSE;
}

static void
pv_enveloppes_page_constructed (GObject *object)
{
  PvEnveloppesPage *self = PV_ENVELOPPES_PAGE (object);

  G_OBJECT_CLASS (pv_enveloppes_page_parent_class)->constructed (object);
  adw_bin_set_child (self->scenarios, pv_scenarios_card_new (get_context (self)));
  g_signal_connect_object (get_context (self), "notify::appel", G_CALLBACK (appel_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
pv_enveloppes_page_dispose (GObject *object)
{
  PvEnveloppesPage *self = PV_ENVELOPPES_PAGE (object);

  pv_reading_stop (&self->cancellable);
  if (self->view != NULL)
    gtk_column_view_set_model (self->view, NULL);
  g_clear_object (&self->selection);
  g_clear_object (&self->items);
  g_clear_pointer (&self->arbre, pv_enveloppe_arbre_unref);
  g_clear_pointer (&self->plies, g_hash_table_unref);
  g_clear_pointer ((GtkWidget **)&self->causes, gtk_widget_unparent);
  g_clear_pointer ((GtkWidget **)&self->context_menu, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (self), PV_TYPE_ENVELOPPES_PAGE);

  G_OBJECT_CLASS (pv_enveloppes_page_parent_class)->dispose (object);
}

static void
pv_enveloppes_page_class_init (PvEnveloppesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  PvPageClass *page_class = PV_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = pv_enveloppes_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = pv_enveloppes_page_dispose;
  page_class->refresh = pv_enveloppes_page_refresh;
  page_class->show_detail = pv_enveloppes_page_show_detail;
  g_type_ensure (PV_TYPE_COLUMNS);
  g_type_ensure (PV_TYPE_WRAP_LAYOUT);
  g_type_ensure (PV_TYPE_REGLES_CARD);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/progville/Progville/enveloppe/pv-enveloppes-page.ui");
#define BIND(child) gtk_widget_class_bind_template_child (widget_class, PvEnveloppesPage, child)
  BIND (title);
  BIND (annees);
  BIND (legend);
  BIND (stack);
  BIND (view);
  BIND (empty);
  BIND (copy_button);
  BIND (bottom);
  BIND (regles);
  BIND (scenarios);
  BIND (context_menu);
#undef BIND
  gtk_widget_class_bind_template_callback (widget_class, annee_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, placed_cb);
  pv_enveloppes_page_install_actions (widget_class);
}

static void
pv_enveloppes_page_init (PvEnveloppesPage *self)
{
  static const PvChartPattern patterns[] = { PV_CHART_VERSE,      PV_CHART_NOTIFIE, PV_CHART_VOTE,
                                             PV_CHART_ARBITRE,    PV_CHART_PROPOSE, PV_CHART_RESTE,
                                             PV_CHART_DEPASSEMENT };

  self->exercice = PV_INT_NULL;
  self->plies = g_hash_table_new (NULL, NULL);
  self->items = g_list_store_new (PV_TYPE_ENVELOPPE_ITEM);
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->filling = FALSE;
  gtk_widget_set_parent (GTK_WIDGET (self->context_menu), GTK_WIDGET (self));
  for (guint i = 0; i < G_N_ELEMENTS (patterns); i++)
    pv_card_legend_add (self->legend, patterns[i], NULL);
  self->tree = gtk_tree_list_model_new (G_LIST_MODEL (g_object_ref (self->items)), FALSE, FALSE,
                                        children_cb, NULL, NULL);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (self->tree));
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
  pv_enveloppes_colonnes_add (self->view);
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
}
