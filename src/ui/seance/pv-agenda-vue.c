/* pv-agenda-vue.c: the agenda of a séance, made and put in order
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "seance/pv-agenda-vue.h"

#include <glib/gi18n.h>

#include "dossier/pv-dossier-liste-store.h"
#include "dossier/pv-wrap-layout.h"
#include "pv-text.h"
#include "seance/pv-agenda-ajout.h"
#include "seance/pv-agenda-colonnes.h"
#include "seance/pv-agenda-item.h"
#include "seance/pv-agenda-store.h"
#include "seance/pv-deport-dialog.h"
#include "seance/pv-seance-mots.h"
#include "seance/pv-seance-service.h"
#include "widget/pv-amount-label.h"
#include "widget/pv-choice.h"
#include "widget/pv-selection.h"

struct _PvAgendaVue
{
  AdwBin parent_instance;

  PvContext *context;
  gint64 seance_id;
  gint64 appel_id;
  gint64 shown_group; /* of the history: the agenda is read again only after it */
  char *label;        /* of the séance, for the history */
  GHashTable *items;  /* key of a line → PvAgendaItem (owned) */
  GListStore *store;
  GtkMultiSelection *selection;

  PvChoice *search_choice;
  GtkStack *stack;
  GtkColumnView *view;
  GtkWidget *totals;
  GtkLabel *total_label;
  PvAmountLabel *demande_total;
  PvAmountLabel *propose_total;
};

G_DEFINE_FINAL_TYPE (PvAgendaVue, pv_agenda_vue, ADW_TYPE_BIN)

static guint
count_items (PvAgendaVue *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->store));
}

/* (transfer full) */
static PvAgendaItem *
get_item (PvAgendaVue *self, guint position)
{
  return g_list_model_get_item (G_LIST_MODEL (self->store), position);
}

static guint
find_position (PvAgendaVue *self, gint64 id)
{
  for (guint i = 0; i < count_items (self); i++)
    {
      g_autoptr (PvAgendaItem) item = get_item (self, i);

      if (pv_agenda_item_get_id (item) == id)
        return i;
    }

  return GTK_INVALID_LIST_POSITION;
}

/* (transfer full): positions of the lines that are chosen */
static GtkBitset *
get_chosen (PvAgendaVue *self)
{
  return gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
}

static void
update_actions (PvAgendaVue *self)
{
  gboolean can_edit = self->context != NULL && pv_context_can_edit (self->context);
  guint n = count_items (self);
  g_autoptr (GtkBitset) chosen = get_chosen (self);
  gboolean some = can_edit && !gtk_bitset_is_empty (chosen);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "agenda.filter", can_edit);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "agenda.sort", can_edit && n > 1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "agenda.place", can_edit && n > 1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "agenda.remove", some);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "agenda.deport", some);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "agenda.up",
                                 some && gtk_bitset_get_minimum (chosen) > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "agenda.down",
                                 some && gtk_bitset_get_maximum (chosen) + 1 < n);
  pv_choice_set_editable (self->search_choice, can_edit);
  gtk_widget_set_sensitive (GTK_WIDGET (self->search_choice), can_edit);
}

static gboolean
act (PvAgendaVue *self, const char *action, PvContextFunc func, gpointer data)
{
  g_autoptr (GError) error = NULL;

  if (self->context == NULL)
    return FALSE;
  if (!pv_context_act (self->context, action, self->label, func, data, &error))
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", error->message);
      return FALSE;
    }

  return TRUE;
}

/* --- reading ------------------------------------------------------------------------------- */

static PvAgendaItem *
ensure_item (PvAgendaVue *self, const PvSeanceDossier *dossier)
{
  PvAgendaItem *item = g_hash_table_lookup (self->items, &dossier->id);

  if (item == NULL)
    {
      item = pv_agenda_item_new (dossier->id, dossier->dossier_id);
      g_hash_table_insert (self->items, g_memdup2 (&dossier->id, sizeof dossier->id), item);
    }

  return item;
}

/* (transfer full) (nullable): "État (motif), MEL" */
static char *
dup_deports (PvAgendaVue *self, const PvSeanceDossier *dossier)
{
  g_autoptr (GPtrArray) deports = NULL;
  g_autoptr (GString) text = NULL;

  if (dossier->n_deports == 0)
    return NULL;
  deports = pv_seance_store_list_deports (pv_context_get_reader (self->context), dossier->id, NULL);
  text = g_string_new (NULL);
  for (guint i = 0; deports != NULL && i < deports->len; i++)
    {
      const PvDeport *deport = deports->pdata[i];

      g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", deport->institution);
      if (deport->motif != NULL)
        g_string_append_printf (text, " (%s)", deport->motif);
    }

  return g_strdup_printf (_ ("Recused: %s"), text->str);
}

static void
show_totals (PvAgendaVue *self, GPtrArray *resumes)
{
  PvCents demande = PV_CENTS_NULL, propose = PV_CENTS_NULL;
  guint n = resumes->len, sans = 0;
  g_autofree char *count =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u dossier", "%u dossiers", n), n);
  g_autofree char *text = NULL;

  for (guint i = 0; i < n; i++)
    {
      const PvDossierResume *resume = resumes->pdata[i];
      PvCents one = resume != NULL ? resume->etapes[PV_ETAPE_SOLLICITE] : PV_CENTS_NULL;
      PvCents two = resume != NULL ? resume->etapes[PV_ETAPE_PROPOSE] : PV_CENTS_NULL;

      if (one != PV_CENTS_NULL)
        demande = (demande == PV_CENTS_NULL ? 0 : demande) + one;
      if (two != PV_CENTS_NULL)
        propose = (propose == PV_CENTS_NULL ? 0 : propose) + two;
      else
        sans++;
    }
  text = sans == 0 ? g_strdup (count)
                   : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s, %u without a proposal",
                                                   "%s, %u without a proposal", sans),
                                      count, sans);
  gtk_label_set_label (self->total_label, text);
  pv_amount_label_set_cents (self->demande_total, demande);
  pv_amount_label_set_cents (self->propose_total, propose);
  gtk_widget_set_visible (self->totals, n > 0);
}

/* The line that keeps the focus while the others move around it. */
static guint
find_garde (PvAgendaVue *self)
{
  g_autoptr (GtkBitset) chosen = get_chosen (self);

  return gtk_bitset_get_size (chosen) == 1 ? gtk_bitset_get_minimum (chosen)
                                           : GTK_INVALID_LIST_POSITION;
}

static void
forget_gone (PvAgendaVue *self, GPtrArray *items)
{
  GHashTableIter iter;
  gpointer item;

  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, NULL, &item))
    if (!g_ptr_array_find (items, item, NULL))
      g_hash_table_iter_remove (&iter);
}

/* What was chosen stays so, wherever it went; when it is gone, what took its place is. */
static void
choose_again (PvAgendaVue *self, GPtrArray *chosen, guint first)
{
  g_autoptr (GtkBitset) selected = gtk_bitset_new_empty ();
  g_autoptr (GtkBitset) mask = gtk_bitset_new_range (0, count_items (self));
  g_autoptr (GtkBitset) now = get_chosen (self);

  for (guint i = 0; i < count_items (self); i++)
    {
      g_autoptr (PvAgendaItem) item = get_item (self, i);

      if (g_ptr_array_find (chosen, item, NULL))
        gtk_bitset_add (selected, i);
    }
  if (gtk_bitset_is_empty (selected) && chosen->len > 0 && count_items (self) > 0)
    gtk_bitset_add (selected, MIN (first, count_items (self) - 1));
  if (!gtk_bitset_equals (selected, now))
    gtk_selection_model_set_selection (GTK_SELECTION_MODEL (self->selection), selected, mask);
}

static GPtrArray *
read_resumes (PvAgendaVue *self, GPtrArray *dossiers)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < dossiers->len; i++)
    g_array_append_val (ids, ((PvSeanceDossier *)dossiers->pdata[i])->dossier_id);

  return pv_dossier_liste_store_lignes (pv_context_get_reader (self->context),
                                        (const gint64 *)(const void *)ids->data, ids->len,
                                        PV_ETAPE_PROPOSE, NULL);
}

/* @items: (element-type PvAgendaItem): the agenda, in order */
static void
show_items (PvAgendaVue *self, GPtrArray *items)
{
  g_autoptr (GPtrArray) chosen = pv_selection_list (self->selection, FALSE);
  g_autoptr (GtkBitset) bits = get_chosen (self);
  guint first = gtk_bitset_get_minimum (bits);

  self->shown_group = pv_history_last_group (pv_context_get_reader (self->context));
  pv_agenda_sync (self->store, items, find_garde (self));
  choose_again (self, chosen, first);
  update_actions (self);
}

static void
show_dossiers (PvAgendaVue *self, GPtrArray *dossiers, GPtrArray *resumes)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < dossiers->len; i++)
    {
      PvAgendaItem *item = ensure_item (self, dossiers->pdata[i]);
      g_autofree char *deports = dup_deports (self, dossiers->pdata[i]);

      pv_agenda_item_set (item, i + 1, resumes, i, deports);
      g_ptr_array_add (items, g_object_ref (item));
    }
  forget_gone (self, items);
  show_items (self, items);
}

static void
reload (PvAgendaVue *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) dossiers = pv_seance_store_list_dossiers (
      pv_context_get_reader (self->context), self->seance_id, &error);
  g_autoptr (GPtrArray) resumes = NULL;

  resumes = dossiers != NULL ? read_resumes (self, dossiers) : NULL;
  if (resumes == NULL)
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s",
                                  error != NULL ? error->message : "");
      return;
    }
  show_dossiers (self, dossiers, resumes);
  show_totals (self, resumes);
  gtk_stack_set_visible_child_name (self->stack, dossiers->len > 0 ? "list" : "empty");
}

void
pv_agenda_vue_show (PvAgendaVue *self, const PvSeanceResume *resume)
{
  gboolean same;

  g_return_if_fail (PV_IS_AGENDA_VUE (self));
  g_return_if_fail (resume != NULL);

  same = self->seance_id == resume->seance->id &&
         self->shown_group == pv_history_last_group (pv_context_get_reader (self->context));
  self->seance_id = resume->seance->id;
  self->appel_id = resume->seance->appel_id;
  g_free (self->label);
  self->label = pv_seance_dup_label (resume);
  if (same)
    update_actions (self);
  else
    reload (self);
}

/* --- adding -------------------------------------------------------------------------------- */

static void
filter_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvAgendaVue *self = PV_AGENDA_VUE (widget);

  gtk_window_present (
      GTK_WINDOW (pv_agenda_ajout_new (GTK_WINDOW (gtk_widget_get_root (widget)), self->context,
                                       self->seance_id, self->appel_id, self->label)));
}

/* The dossiers of the séance's call that answer the text. */
static GPtrArray *
find_dossiers (const char *text, gpointer user_data)
{
  PvAgendaVue *self = user_data;
  PvDb *db = pv_context_get_reader (self->context);
  PvFiltre filtre = { self->appel_id, PV_INT_NULL };
  g_autoptr (PvDossierCritere) critere = pv_dossier_critere_new ();
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GPtrArray) resumes = NULL;
  GPtrArray *items = pv_choice_items_new ();

  pv_dossier_critere_set_texte (critere, text);
  ids = pv_dossier_liste_store_ids (db, &filtre, critere, NULL, NULL, NULL);
  if (ids != NULL)
    resumes =
        pv_dossier_liste_store_lignes (db, (const gint64 *)(const void *)ids->data,
                                       MIN (ids->len, PV_CHOICE_MAX + 1), PV_ETAPE_PROPOSE, NULL);
  for (guint i = 0; resumes != NULL && i < resumes->len; i++)
    {
      const PvDossierResume *resume = resumes->pdata[i];
      g_autofree char *label = NULL;

      if (resume == NULL || resume->chapeau)
        continue;
      label = g_strdup_printf ("%s · %s", resume->numero, resume->intitule);
      pv_choice_add (items, resume->id, label, resume->porteur);
    }

  return items;
}

typedef struct
{
  gint64 seance_id;
  const GArray *dossiers;
} Adding;

static gboolean
write_adding (PvDb *db, gpointer data, GError **error)
{
  const Adding *adding = data;

  return pv_seance_ajouter_dossiers (db, adding->seance_id, adding->dossiers, NULL, error);
}

static void
chosen_cb (PvAgendaVue *self, gint64 key, const char *text)
{
  g_autoptr (GArray) dossiers = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (PvAgendaTri) tri = NULL;
  Adding adding = { self->seance_id, dossiers };
  const char *refusal = NULL;

  g_array_append_val (dossiers, key);
  tri = pv_agenda_store_trier (pv_context_get_reader (self->context), self->seance_id, dossiers,
                               NULL);
  if (tri != NULL && tri->refus->len > 0)
    refusal = ((PvDossierRefus *)tri->refus->pdata[0])->raison;
  else if (tri != NULL && tri->n_deja > 0)
    refusal = _ ("This dossier is on the agenda already.");
  if (refusal != NULL)
    pv_choice_refuse (self->search_choice, refusal);
  else
    act (self, "seance-dossiers", write_adding, &adding);
}

/* --- removing ------------------------------------------------------------------------------ */

static gboolean
write_removal (PvDb *db, gpointer data, GError **error)
{
  GPtrArray *chosen = data;

  for (guint i = 0; i < chosen->len; i++)
    if (!pv_seance_retirer_dossier (db, pv_agenda_item_get_id (chosen->pdata[i]), error))
      return FALSE;

  return TRUE;
}

/* Undo brings them back: nothing to confirm. */
static void
remove_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvAgendaVue *self = PV_AGENDA_VUE (widget);
  g_autoptr (GPtrArray) chosen = pv_selection_list (self->selection, FALSE);

  if (chosen->len > 0)
    act (self, "seance-dossiers", write_removal, chosen);
}

/* --- the order ----------------------------------------------------------------------------- */

typedef struct
{
  gint64 seance_id;
  GArray *ordre;
} Order;

static gboolean
write_order (PvDb *db, gpointer data, GError **error)
{
  const Order *order = data;

  return pv_seance_set_ordre (db, order->seance_id, order->ordre, error);
}

/* @items: (element-type PvAgendaItem): in the order they shall have. The next key finds the
 * agenda as this one left it, without reading it again. */
static void
put_in_order (PvAgendaVue *self, GPtrArray *items)
{
  g_autoptr (GArray) ordre = g_array_new (FALSE, FALSE, sizeof (gint64));
  Order order = { self->seance_id, ordre };

  for (guint i = 0; i < items->len; i++)
    {
      gint64 id = pv_agenda_item_get_id (items->pdata[i]);

      g_array_append_val (ordre, id);
    }
  if (!act (self, "seance-ordre", write_order, &order))
    return;
  for (guint i = 0; i < items->len; i++)
    pv_agenda_item_set_rang (items->pdata[i], i + 1);
  show_items (self, items);
}

static GPtrArray *
list_items (PvAgendaVue *self)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < count_items (self); i++)
    g_ptr_array_add (items, get_item (self, i));

  return items;
}

static void
swap (GPtrArray *items, guint a, guint b)
{
  gpointer item = items->pdata[a];

  items->pdata[a] = items->pdata[b];
  items->pdata[b] = item;
}

/* Each line that is chosen goes over its neighbour. */
static void
move_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvAgendaVue *self = PV_AGENDA_VUE (widget);
  g_autoptr (GtkBitset) chosen = get_chosen (self);
  g_autoptr (GPtrArray) items = list_items (self);
  gboolean up = g_str_equal (name, "agenda.up");
  guint n = gtk_bitset_get_size (chosen);

  for (guint i = 0; i < n; i++)
    {
      guint position = gtk_bitset_get_nth (chosen, up ? i : n - 1 - i);

      if (up)
        swap (items, position, position - 1);
      else
        swap (items, position, position + 1);
    }
  put_in_order (self, items);
}

static void
place_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvAgendaVue *self = PV_AGENDA_VUE (widget);
  g_autoptr (GPtrArray) items = list_items (self);
  guint from, to;
  gint64 id;

  g_variant_get (parameter, "(xu)", &id, &to);
  from = find_position (self, id);
  if (from == GTK_INVALID_LIST_POSITION || to < 1 || to > items->len)
    return;
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), from, TRUE);
  g_ptr_array_insert (items, (int)to - 1, g_ptr_array_steal_index (items, from));
  put_in_order (self, items);
}

static int
compare_text (const char *a, const char *b)
{
  g_autofree char *first = a != NULL ? pv_text_sort_key (a) : NULL;
  g_autofree char *second = b != NULL ? pv_text_sort_key (b) : NULL;

  return first == NULL || second == NULL ? (first == NULL) - (second == NULL)
                                         : strcmp (first, second);
}

/* What has no score comes last. */
static int
compare_score (const PvDossierResume *a, const PvDossierResume *b)
{
  if (a->score == PV_INT_NULL || b->score == PV_INT_NULL)
    return (a->score == PV_INT_NULL) - (b->score == PV_INT_NULL);

  return (a->score < b->score) - (a->score > b->score);
}

static int
compare_cb (gconstpointer one, gconstpointer other, gpointer user_data)
{
  const char *by = user_data;
  const PvDossierResume *a = pv_agenda_item_get_resume (*(PvAgendaItem *const *)one);
  const PvDossierResume *b = pv_agenda_item_get_resume (*(PvAgendaItem *const *)other);
  int order = 0;

  if (a == NULL || b == NULL)
    return (a == NULL) - (b == NULL);
  if (g_str_equal (by, "score"))
    order = compare_score (a, b);
  else if (g_str_equal (by, "porteur"))
    order = compare_text (a->porteur, b->porteur);
  else if (g_str_equal (by, "axe"))
    order = compare_text (a->axe, b->axe);

  return order != 0 ? order : compare_text (a->numero, b->numero);
}

static void
sort_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvAgendaVue *self = PV_AGENDA_VUE (widget);
  g_autoptr (GPtrArray) items = list_items (self);

  g_ptr_array_sort_with_data (items, compare_cb, (gpointer)g_variant_get_string (parameter, NULL));
  put_in_order (self, items);
}

/* --- other actions ------------------------------------------------------------------------- */

static void
deport_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvAgendaVue *self = PV_AGENDA_VUE (widget);
  g_autoptr (GPtrArray) chosen = pv_selection_list (self->selection, FALSE);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GString) numeros = g_string_new (NULL);

  for (guint i = 0; i < chosen->len; i++)
    {
      const PvDossierResume *resume = pv_agenda_item_get_resume (chosen->pdata[i]);
      gint64 id = pv_agenda_item_get_id (chosen->pdata[i]);

      g_array_append_val (ids, id);
      g_string_append_printf (numeros, "%s%s", i > 0 ? ", " : "",
                              resume != NULL ? resume->numero : "");
    }
  if (ids->len > 0)
    gtk_window_present (
        GTK_WINDOW (pv_deport_dialog_new (GTK_WINDOW (gtk_widget_get_root (widget)), self->context,
                                          self->seance_id, self->label, ids, numeros->str)));
}

static void
activate_cb (PvAgendaVue *self, guint position)
{
  g_autoptr (PvAgendaItem) item = get_item (self, position);

  if (item != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-dossier", "x",
                                pv_agenda_item_get_dossier_id (item));
}

/* --- the object ---------------------------------------------------------------------------- */

static void
pv_agenda_vue_dispose (GObject *object)
{
  PvAgendaVue *self = PV_AGENDA_VUE (object);

  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), PV_TYPE_AGENDA_VUE);
  g_clear_object (&self->selection);
  g_clear_object (&self->store);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (pv_agenda_vue_parent_class)->dispose (object);
}

static void
pv_agenda_vue_finalize (GObject *object)
{
  PvAgendaVue *self = PV_AGENDA_VUE (object);

  g_hash_table_unref (self->items);
  g_free (self->label);

  G_OBJECT_CLASS (pv_agenda_vue_parent_class)->finalize (object);
}

#define bind(name) gtk_widget_class_bind_template_child (widget_class, PvAgendaVue, name)

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "agenda.filter", NULL, filter_cb);
  gtk_widget_class_install_action (widget_class, "agenda.sort", "s", sort_cb);
  gtk_widget_class_install_action (widget_class, "agenda.up", NULL, move_cb);
  gtk_widget_class_install_action (widget_class, "agenda.down", NULL, move_cb);
  gtk_widget_class_install_action (widget_class, "agenda.place", "(xu)", place_cb);
  gtk_widget_class_install_action (widget_class, "agenda.remove", NULL, remove_cb);
  gtk_widget_class_install_action (widget_class, "agenda.deport", NULL, deport_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK, "agenda.up", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK, "agenda.down",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "agenda.remove", NULL);
}

static void
pv_agenda_vue_class_init (PvAgendaVueClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pv_agenda_vue_dispose;
  G_OBJECT_CLASS (klass)->finalize = pv_agenda_vue_finalize;

  g_type_ensure (PV_TYPE_AMOUNT_LABEL);
  g_type_ensure (PV_TYPE_CHOICE);
  g_type_ensure (PV_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/progville/Progville/seance/pv-agenda-vue.ui");
  bind (search_choice);
  bind (stack);
  bind (view);
  bind (totals);
  bind (total_label);
  bind (demande_total);
  bind (propose_total);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  install_actions (widget_class);
}

#undef bind

static void
pv_agenda_vue_init (PvAgendaVue *self)
{
  self->shown_group = -1;
  self->items = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);
  self->store = g_list_store_new (PV_TYPE_AGENDA_ITEM);
  self->selection = gtk_multi_selection_new (G_LIST_MODEL (g_object_ref (self->store)));
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  pv_agenda_colonnes_add (self->view);
  pv_choice_set_func (self->search_choice, find_dossiers, self);
  g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (update_actions), self,
                           G_CONNECT_SWAPPED);
}

void
pv_agenda_vue_set_context (PvAgendaVue *self, PvContext *context)
{
  g_return_if_fail (PV_IS_AGENDA_VUE (self));

  g_set_object (&self->context, context);
  g_signal_connect_object (context, "notify::can-edit", G_CALLBACK (update_actions), self,
                           G_CONNECT_SWAPPED);
}
