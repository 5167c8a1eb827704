/* pv-cadre-arbre.c: the tree of a strategic frame
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "parametres/pv-cadre-arbre.h"

#include <glib/gi18n.h>

#include "cadre/pv-noeud-service.h"
#include "cadre/pv-noeud-store.h"
#include "context/pv-reading.h"
#include "page/pv-page.h"
#include "parametres/pv-fiche.h"
#include "parametres/pv-noeud-row.h"
#include "parametres/pv-saisie-row.h"

struct _PvCadreArbre
{
  AdwBin parent_instance;

  PvContext *context; /* weak */
  gint64 cadre_id;
  gint64 selected;  /* a node, or PV_INT_NULL: the frame itself */
  GPtrArray *items; /* of PvNoeudItem, parents before children */
  GListStore *roots;
  GtkSingleSelection *selection;
  gboolean filling;
  GCancellable *counting; /* (nullable) */

  GtkListView *view;
  PvFiche *fiche;
};

G_DEFINE_FINAL_TYPE (PvCadreArbre, pv_cadre_arbre, ADW_TYPE_BIN)

static PvNoeudItem *
find_item (PvCadreArbre *self, gint64 id)
{
  for (guint i = 0; i < self->items->len; i++)
    if (pv_noeud_item_get_noeud (self->items->pdata[i])->id == id)
      return self->items->pdata[i];

  return NULL;
}

static GListStore *
siblings_of (PvCadreArbre *self, const PvNoeud *noeud)
{
  PvNoeudItem *parent = find_item (self, noeud->parent_id);

  return parent != NULL ? pv_noeud_item_get_children (parent) : self->roots;
}

static guint
rank_of (PvCadreArbre *self, PvNoeudItem *item)
{
  guint rank = 0;

  g_list_store_find (siblings_of (self, pv_noeud_item_get_noeud (item)), item, &rank);

  return rank;
}

static void
show_fiche (PvCadreArbre *self)
{
  if (self->selected == PV_INT_NULL)
    pv_fiche_show (self->fiche, pv_fiche_nom_find ("cadre"), self->cadre_id);
  else
    pv_fiche_show (self->fiche, pv_fiche_nom_find ("noeud"), self->selected);
}

static void
update_actions (PvCadreArbre *self)
{
  gboolean can =
      self->context != NULL && self->cadre_id != PV_INT_NULL && pv_context_can_edit (self->context);
  PvNoeudItem *item = find_item (self, self->selected);
  guint rank = item != NULL ? rank_of (self, item) : 0;
  guint n = item != NULL ? g_list_model_get_n_items (
                               G_LIST_MODEL (siblings_of (self, pv_noeud_item_get_noeud (item))))
                         : 0;
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_widget_action_set_enabled (widget, "arbre.add-sibling", can);
  gtk_widget_action_set_enabled (widget, "arbre.add-child", can && item != NULL);
  gtk_widget_action_set_enabled (widget, "arbre.rename", can && item != NULL);
  gtk_widget_action_set_enabled (widget, "arbre.up", can && item != NULL && rank > 0);
  gtk_widget_action_set_enabled (widget, "arbre.down", can && item != NULL && rank + 1 < n);
  gtk_widget_action_set_enabled (widget, "arbre.in", can && item != NULL && rank > 0);
  gtk_widget_action_set_enabled (widget, "arbre.out",
                                 can && item != NULL &&
                                     pv_noeud_item_get_noeud (item)->parent_id != PV_INT_NULL);
}

static void
select_shown (PvCadreArbre *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  guint found = GTK_INVALID_LIST_POSITION;

  for (guint i = 0; i < n && self->selected != PV_INT_NULL; i++)
    {
      g_autoptr (GtkTreeListRow) row = g_list_model_get_item (G_LIST_MODEL (self->selection), i);
      g_autoptr (PvNoeudItem) item = gtk_tree_list_row_get_item (row);

      if (pv_noeud_item_get_noeud (item)->id == self->selected)
        found = i;
    }
  if (found == GTK_INVALID_LIST_POSITION)
    self->selected = PV_INT_NULL;
  gtk_single_selection_set_selected (self->selection, found);
}

/* Another node would take the place of what is refused: says so. */
static gboolean
holds (PvCadreArbre *self)
{
  GtkWidget *refused = pv_saisie_row_find_refused (GTK_WIDGET (self->fiche));

  if (refused == NULL)
    return FALSE;
  self->filling = TRUE;
  select_shown (self);
  self->filling = FALSE;
  pv_page_tell_refused (refused);

  return TRUE;
}

static void
selected_cb (PvCadreArbre *self)
{
  GtkTreeListRow *row = gtk_single_selection_get_selected_item (self->selection);
  g_autoptr (PvNoeudItem) item = row != NULL ? gtk_tree_list_row_get_item (row) : NULL;

  if (self->filling || holds (self))
    return;
  self->selected = item != NULL ? pv_noeud_item_get_noeud (item)->id : PV_INT_NULL;
  show_fiche (self);
  update_actions (self);
}

/* --- reading --------------------------------------------------------------------------- */

static gboolean
is_same (PvCadreArbre *self, GPtrArray *noeuds)
{
  if (noeuds->len != self->items->len)
    return FALSE;
  for (guint i = 0; i < noeuds->len; i++)
    {
      const PvNoeud *shown = pv_noeud_item_get_noeud (self->items->pdata[i]);
      const PvNoeud *noeud = noeuds->pdata[i];

      if (shown->id != noeud->id || shown->parent_id != noeud->parent_id)
        return FALSE;
    }

  return TRUE;
}

static void
rebuild (PvCadreArbre *self, GPtrArray *noeuds)
{
  g_list_store_remove_all (self->roots);
  g_ptr_array_set_size (self->items, 0);
  for (guint i = 0; i < noeuds->len; i++)
    g_ptr_array_add (self->items, pv_noeud_item_new (noeuds->pdata[i]));
  /* children first, so that the tree is whole when its roots are shown */
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < self->items->len; i++)
      {
        const PvNoeud *noeud = pv_noeud_item_get_noeud (self->items->pdata[i]);

        if ((noeud->parent_id == PV_INT_NULL) == (pass == 1))
          g_list_store_append (siblings_of (self, noeud), self->items->pdata[i]);
      }
}

/* In a worker: the dossiers may be many. */
static gpointer
count_dossiers (PvDb *db, gpointer data, GCancellable *cancellable, GError **error)
{
  const gint64 *cadre_id = data;

  return pv_noeud_store_count_dossiers (db, *cadre_id, error);
}

static void
counted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PvCadreArbre) self = user_data;
  g_autoptr (GHashTable) counts = pv_context_query_finish (PV_CONTEXT (source), result, NULL);

  for (guint i = 0; counts != NULL && self->items != NULL && i < self->items->len; i++)
    {
      PvNoeudItem *item = self->items->pdata[i];
      const gint64 *n = g_hash_table_lookup (counts, &pv_noeud_item_get_noeud (item)->id);

      pv_noeud_item_set_count (item, n != NULL ? *n : 0);
    }
}

static void
count (PvCadreArbre *self)
{
  pv_reading_renew (&self->counting);
  pv_context_query_async (
      self->context, count_dossiers, g_memdup2 (&self->cadre_id, sizeof self->cadre_id), g_free,
      (GDestroyNotify)g_hash_table_unref, self->counting, counted_cb, g_object_ref (self));
}

void
pv_cadre_arbre_refresh (PvCadreArbre *self)
{
  g_autoptr (GPtrArray) noeuds = NULL;

  g_return_if_fail (PV_IS_CADRE_ARBRE (self));

  if (self->context == NULL)
    return;
  noeuds = pv_noeud_store_list (pv_context_get_reader (self->context), self->cadre_id, NULL);
  if (noeuds == NULL)
    return;

  self->filling = TRUE;
  if (is_same (self, noeuds))
    for (guint i = 0; i < noeuds->len; i++)
      pv_noeud_item_update (self->items->pdata[i], noeuds->pdata[i]);
  else
    rebuild (self, noeuds);
  select_shown (self);
  self->filling = FALSE;
  count (self);
  show_fiche (self);
  update_actions (self);
}

void
pv_cadre_arbre_show (PvCadreArbre *self, gint64 cadre_id)
{
  g_return_if_fail (PV_IS_CADRE_ARBRE (self));

  if (cadre_id != self->cadre_id)
    self->selected = PV_INT_NULL;
  self->cadre_id = cadre_id;
  pv_cadre_arbre_refresh (self);
}

void
pv_cadre_arbre_select (PvCadreArbre *self, gint64 noeud_id)
{
  g_return_if_fail (PV_IS_CADRE_ARBRE (self));

  self->selected = noeud_id;
  pv_cadre_arbre_refresh (self);
}

/* --- editing ---------------------------------------------------------------------------- */

typedef struct
{
  gint64 id, cadre_id, parent_id;
  guint rang;
} Place;

static gboolean
write_move (PvDb *db, gpointer user_data, GError **error)
{
  Place *place = user_data;

  return pv_noeud_service_move (db, place->id, place->parent_id, place->rang, error);
}

static gboolean
write_add (PvDb *db, gpointer user_data, GError **error)
{
  Place *place = user_data;

  return pv_noeud_service_add (db, place->cadre_id, place->parent_id, _ ("New node"), &place->id,
                               error);
}

static gboolean
act (PvCadreArbre *self, const char *action, PvContextFunc func, Place *place)
{
  g_autoptr (GError) error = NULL;
  PvNoeudItem *item = find_item (self, place->id);

  if (self->context == NULL)
    return FALSE;
  if (pv_context_act (self->context, action,
                      item != NULL ? pv_noeud_item_get_noeud (item)->libelle : NULL, func, place,
                      &error))
    return TRUE;

  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", error->message);
  return FALSE;
}

static void
add_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvCadreArbre *self = PV_CADRE_ARBRE (widget);
  PvNoeudItem *item = find_item (self, self->selected);
  Place place = { PV_INT_NULL, self->cadre_id, PV_INT_NULL, 0 };

  if (holds (self))
    return;
  if (item != NULL)
    place.parent_id = g_str_equal (name, "arbre.add-child")
                          ? self->selected
                          : pv_noeud_item_get_noeud (item)->parent_id;
  if (act (self, "parametre-add", write_add, &place))
    {
      pv_cadre_arbre_select (self, place.id);
      pv_fiche_focus_first (self->fiche);
    }
}

static void
move_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvCadreArbre *self = PV_CADRE_ARBRE (widget);
  PvNoeudItem *item = find_item (self, self->selected);
  const PvNoeud *noeud = item != NULL ? pv_noeud_item_get_noeud (item) : NULL;
  guint rank = item != NULL ? rank_of (self, item) : 0;
  Place place = { self->selected, self->cadre_id, PV_INT_NULL, 0 };

  if (noeud == NULL)
    return;
  place.parent_id = noeud->parent_id;
  if (g_str_equal (name, "arbre.up"))
    place.rang = rank - 1;
  else if (g_str_equal (name, "arbre.down"))
    place.rang = rank + 1;
  else if (g_str_equal (name, "arbre.in"))
    {
      g_autoptr (PvNoeudItem) before =
          g_list_model_get_item (G_LIST_MODEL (siblings_of (self, noeud)), rank - 1);

      place.parent_id = pv_noeud_item_get_noeud (before)->id;
      place.rang = G_MAXUINT;
    }
  else
    {
      PvNoeudItem *parent = find_item (self, noeud->parent_id);

      place.parent_id = pv_noeud_item_get_noeud (parent)->parent_id;
      place.rang = rank_of (self, parent) + 1;
    }
  if (act (self, "parametre-move", write_move, &place))
    pv_cadre_arbre_refresh (self);
}

typedef struct
{
  gint64 id;
  const char *libelle;
} Words;

static gboolean
write_words (PvDb *db, gpointer user_data, GError **error)
{
  const Words *words = user_data;
  g_autoptr (PvNoeud) noeud = pv_noeud_store_get (db, words->id, error);

  if (noeud == NULL)
    return FALSE;
  pv_champ_set_text (&noeud->libelle, words->libelle);

  return pv_noeud_store_update (db, noeud, NULL, error);
}

static void
renamed_cb (PvNoeudRow *row, const char *libelle, gpointer user_data)
{
  GtkWidget *widget = gtk_widget_get_ancestor (GTK_WIDGET (row), PV_TYPE_CADRE_ARBRE);
  Words words = { pv_noeud_item_get_noeud (pv_noeud_row_get_item (row))->id, libelle };
  g_autoptr (GError) error = NULL;

  if (widget == NULL || PV_CADRE_ARBRE (widget)->context == NULL)
    return;
  if (pv_context_act (PV_CADRE_ARBRE (widget)->context, "parametre-edit", libelle, write_words,
                      &words, &error))
    pv_cadre_arbre_refresh (PV_CADRE_ARBRE (widget));
  else
    gtk_widget_activate_action (widget, "win.toast", "s", error->message);
}

/* In its row, when it is on screen. */
static void
rename_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvCadreArbre *self = PV_CADRE_ARBRE (widget);
  PvNoeudItem *item = find_item (self, self->selected);
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->view));

  for (; child != NULL && item != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *expander = gtk_widget_get_first_child (child);
      GtkWidget *row = GTK_IS_TREE_EXPANDER (expander)
                           ? gtk_tree_expander_get_child (GTK_TREE_EXPANDER (expander))
                           : NULL;

      if (row != NULL && pv_noeud_row_get_item (PV_NOEUD_ROW (row)) == item)
        {
          pv_noeud_row_edit (PV_NOEUD_ROW (row));
          return;
        }
    }
  pv_fiche_focus_first (self->fiche);
}

/* Enter, or a double click. */
static void
activate_cb (PvCadreArbre *self)
{
  pv_fiche_focus_first (self->fiche);
}

static void
cadre_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  pv_cadre_arbre_select (PV_CADRE_ARBRE (widget), PV_INT_NULL);
}

/* --- rows --------------------------------------------------------------------------------- */

static PvNoeudItem *
item_of (GtkListItem *list_item)
{
  GtkTreeListRow *row = gtk_list_item_get_item (list_item);

  return row != NULL ? gtk_tree_list_row_get_item (row) : NULL;
}

static GdkContentProvider *
prepare_cb (GtkDragSource *source, double x, double y, GtkListItem *list_item)
{
  g_autoptr (PvNoeudItem) item = item_of (list_item);

  return item != NULL
             ? gdk_content_provider_new_typed (G_TYPE_INT64, pv_noeud_item_get_noeud (item)->id)
             : NULL;
}

gboolean
pv_cadre_arbre_drop (PvCadreArbre *self, gint64 noeud_id, gint64 parent_id)
{
  Place place = { noeud_id, PV_INT_NULL, parent_id, G_MAXUINT };

  g_return_val_if_fail (PV_IS_CADRE_ARBRE (self), FALSE);

  place.cadre_id = self->cadre_id;
  if (find_item (self, noeud_id) == NULL || noeud_id == parent_id ||
      !act (self, "parametre-move", write_move, &place))
    return FALSE;
  pv_cadre_arbre_select (self, noeud_id);

  return TRUE;
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, GtkListItem *list_item)
{
  GtkWidget *widget = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target));
  PvCadreArbre *self = PV_CADRE_ARBRE (gtk_widget_get_ancestor (widget, PV_TYPE_CADRE_ARBRE));
  g_autoptr (PvNoeudItem) item = item_of (list_item);

  return item != NULL &&
         pv_cadre_arbre_drop (self, g_value_get_int64 (value), pv_noeud_item_get_noeud (item)->id);
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  GtkWidget *expander = gtk_tree_expander_new ();
  GtkWidget *row = g_object_new (PV_TYPE_NOEUD_ROW, NULL);
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INT64, GDK_ACTION_MOVE);

  g_signal_connect (row, "renamed", G_CALLBACK (renamed_cb), NULL);
  gtk_tree_expander_set_child (GTK_TREE_EXPANDER (expander), row);
  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect (source, "prepare", G_CALLBACK (prepare_cb), list_item);
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), list_item);
  gtk_widget_add_controller (expander, GTK_EVENT_CONTROLLER (source));
  gtk_widget_add_controller (expander, GTK_EVENT_CONTROLLER (target));
  gtk_list_item_set_child (list_item, expander);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  GtkTreeExpander *expander = GTK_TREE_EXPANDER (gtk_list_item_get_child (list_item));
  g_autoptr (PvNoeudItem) item = item_of (list_item);

  gtk_tree_expander_set_list_row (expander, gtk_list_item_get_item (list_item));
  pv_noeud_row_set_item (PV_NOEUD_ROW (gtk_tree_expander_get_child (expander)), item);
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item)
{
  GtkTreeExpander *expander = GTK_TREE_EXPANDER (gtk_list_item_get_child (list_item));

  pv_noeud_row_set_item (PV_NOEUD_ROW (gtk_tree_expander_get_child (expander)), NULL);
  gtk_tree_expander_set_list_row (expander, NULL);
}

static GListModel *
children_cb (gpointer item, gpointer user_data)
{
  GListStore *children = pv_noeud_item_get_children (item);

  return g_list_model_get_n_items (G_LIST_MODEL (children)) > 0
             ? G_LIST_MODEL (g_object_ref (children))
             : NULL;
}

/* --- construction ---------------------------------------------------------------------------- */

static void
pv_cadre_arbre_dispose (GObject *object)
{
  PvCadreArbre *self = PV_CADRE_ARBRE (object);

  self->filling = TRUE;
  pv_reading_stop (&self->counting);
  gtk_widget_dispose_template (GTK_WIDGET (self), PV_TYPE_CADRE_ARBRE);
  g_clear_weak_pointer (&self->context);
  g_clear_object (&self->selection);
  g_clear_object (&self->roots);
  g_clear_pointer (&self->items, g_ptr_array_unref);

  G_OBJECT_CLASS (pv_cadre_arbre_parent_class)->dispose (object);
}

static void
pv_cadre_arbre_class_init (PvCadreArbreClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  static const struct
  {
    const char *name;
    GtkWidgetActionActivateFunc func;
    guint key;
    GdkModifierType modifiers;
  } actions[] = {
    { "arbre.add-sibling", add_cb, GDK_KEY_Insert, 0 },
    { "arbre.add-child", add_cb, GDK_KEY_Insert, GDK_SHIFT_MASK },
    { "arbre.up", move_cb, GDK_KEY_Up, GDK_ALT_MASK },
    { "arbre.down", move_cb, GDK_KEY_Down, GDK_ALT_MASK },
    { "arbre.in", move_cb, GDK_KEY_Right, GDK_ALT_MASK },
    { "arbre.out", move_cb, GDK_KEY_Left, GDK_ALT_MASK },
    { "arbre.rename", rename_cb, GDK_KEY_F2, 0 },
    { "arbre.cadre", cadre_cb, 0, 0 },
  };

  G_OBJECT_CLASS (klass)->dispose = pv_cadre_arbre_dispose;

  g_type_ensure (PV_TYPE_FICHE);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/progville/Progville/parametres/pv-cadre-arbre.ui");
  gtk_widget_class_bind_template_child (widget_class, PvCadreArbre, view);
  gtk_widget_class_bind_template_child (widget_class, PvCadreArbre, fiche);
  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      gtk_widget_class_install_action (widget_class, actions[i].name, NULL, actions[i].func);
      if (actions[i].key != 0)
        gtk_widget_class_add_binding_action (widget_class, actions[i].key, actions[i].modifiers,
                                             actions[i].name, NULL);
    }
}

static void
pv_cadre_arbre_init (PvCadreArbre *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkTreeListModel *tree;

  self->cadre_id = PV_INT_NULL;
  self->selected = PV_INT_NULL;
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  self->roots = g_list_store_new (PV_TYPE_NOEUD_ITEM);
  gtk_widget_init_template (GTK_WIDGET (self));

  tree = gtk_tree_list_model_new (G_LIST_MODEL (g_object_ref (self->roots)), FALSE, TRUE,
                                  children_cb, NULL, NULL);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (tree));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  g_signal_connect_object (self->view, "activate", G_CALLBACK (activate_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (self->view, factory);
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  g_object_unref (factory);
}

GtkWidget *
pv_cadre_arbre_new (PvContext *context)
{
  PvCadreArbre *self = g_object_new (PV_TYPE_CADRE_ARBRE, NULL);

  g_set_weak_pointer (&self->context, context);
  pv_fiche_set_context (self->fiche, context);

  return GTK_WIDGET (self);
}
