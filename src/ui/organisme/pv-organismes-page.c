/* pv-organismes-page.c: the organismes, what they carried, and those that are one
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "organisme/pv-organismes-page.h"

#include <glib/gi18n.h>
#include <string.h>

#include "context/pv-reading.h"
#include "organisme/pv-fusion-pane.h"
#include "organisme/pv-organisme-fusion.h"
#include "organisme/pv-organisme-item.h"
#include "organisme/pv-organismes-columns.h"
#include "pv-text.h"
#include "widget/pv-amount-label.h"
#include "widget/pv-format.h"
#include "widget/pv-selection.h"

/* In the order of the template's list. */
typedef enum
{
  FILTRE_TOUS,
  FILTRE_A_FUSIONNER,
  FILTRE_SIRET_INVALIDE,
  FILTRE_SIRET_ABSENT,
  FILTRE_SANS_CER,
} Filtre;

static const char *const filtres[] = { "tous", "a-fusionner", "siret-invalide", "siret-absent",
                                       "sans-cer" };

struct _PvOrganismesPage
{
  PvPage parent_instance;

  GCancellable *cancellable; /* of the read under way */
  GListStore *store;         /* of PvOrganismeItem */
  GtkCustomFilter *filter;
  GtkFilterListModel *shown;
  GtkMultiSelection *selection;
  char **words; /* folded, that a row must have */

  GtkStack *stack;
  GtkDropDown *filter_choice;
  GtkToggleButton *appel_button;
  GtkLabel *count_label;
  GtkButton *merge_button;
  GtkColumnView *view;
  PvAmountLabel *dossiers_total;
  PvAmountLabel *sollicite_total;
  PvAmountLabel *accorde_total;
  PvAmountLabel *verse_total;
  PvFusionPane *fusion_pane;
};

G_DEFINE_FINAL_TYPE (PvOrganismesPage, pv_organismes_page, PV_TYPE_PAGE)

/* --- what is shown ------------------------------------------------------------------- */

static gboolean
matches_filtre (const PvOrganismeResume *resume, Filtre filtre)
{
  switch (filtre)
    {
    case FILTRE_SIRET_INVALIDE:
      return resume->siret == NULL && resume->siret_declare != NULL;
    case FILTRE_SIRET_ABSENT:
      return resume->siret == NULL && resume->siret_declare == NULL;
    case FILTRE_SANS_CER:
      return resume->sans_cer;
    case FILTRE_TOUS:
    case FILTRE_A_FUSIONNER:
      break;
    }

  return TRUE;
}

static gboolean
filter_cb (gpointer item, gpointer user_data)
{
  PvOrganismesPage *self = user_data;
  const PvOrganismeResume *resume = pv_organisme_item_get (item);

  if (!matches_filtre (resume, (Filtre)gtk_drop_down_get_selected (self->filter_choice)))
    return FALSE;
  for (guint i = 0; self->words != NULL && self->words[i] != NULL; i++)
    if (strstr (resume->cherche, self->words[i]) == NULL)
      return FALSE;

  return TRUE;
}

typedef struct
{
  gint64 dossiers;
  PvCents sollicite;
  PvCents accorde;
  PvCents verse;
} Totals;

static void
add_totals (GListModel *model, Totals *totals)
{
  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (PvOrganismeItem) item = g_list_model_get_item (model, i);
      const PvOrganismeResume *resume = pv_organisme_item_get (item);

      totals->dossiers += resume->dossiers;
      pv_money_add (totals->sollicite, resume->sollicite_cents, &totals->sollicite);
      pv_money_add (totals->accorde, resume->accorde_cents, &totals->accorde);
      pv_money_add (totals->verse, resume->verse_cents, &totals->verse);
    }
}

static void
update_totals (PvOrganismesPage *self)
{
  Totals totals = { 0, PV_CENTS_NULL, PV_CENTS_NULL, PV_CENTS_NULL };
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->shown));
  g_autofree char *count = pv_count_to_text (n);
  g_autofree char *text = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%s organisation", "%s organisations", n), count);
  g_autofree char *dossiers = NULL;

  add_totals (G_LIST_MODEL (self->shown), &totals);
  dossiers = pv_count_to_text (totals.dossiers);
  gtk_label_set_text (self->count_label, text);
  pv_amount_label_set_text (self->dossiers_total, dossiers);
  pv_amount_label_set_cents (self->sollicite_total, totals.sollicite);
  pv_amount_label_set_cents (self->accorde_total, totals.accorde);
  pv_amount_label_set_cents (self->verse_total, totals.verse);
}

static void
show_part (PvOrganismesPage *self)
{
  Filtre filtre = (Filtre)gtk_drop_down_get_selected (self->filter_choice);
  gboolean empty = g_list_model_get_n_items (G_LIST_MODEL (self->shown)) == 0;

  gtk_stack_set_visible_child_name (self->stack, filtre == FILTRE_A_FUSIONNER ? "fusion"
                                                 : empty                      ? "empty"
                                                                              : "list");
  gtk_widget_set_visible (GTK_WIDGET (self->count_label), filtre != FILTRE_A_FUSIONNER);
  gtk_widget_set_visible (GTK_WIDGET (self->merge_button), filtre != FILTRE_A_FUSIONNER);
}

static void
filter_changed (PvOrganismesPage *self)
{
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  update_totals (self);
  show_part (self);
}

/* --- selection ----------------------------------------------------------------------- */

static gint64
get_id (GListModel *rows, guint position)
{
  g_autoptr (PvOrganismeItem) item = g_list_model_get_item (rows, position);

  return pv_organisme_item_get (item)->id;
}

static void
selection_changed_cb (PvOrganismesPage *self)
{
  g_autoptr (GtkBitset) selected =
      gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "porteurs.merge",
                                 gtk_bitset_get_size (selected) == 2 &&
                                     pv_context_can_edit (pv_page_get_context (PV_PAGE (self))));
}

/* --- reading ------------------------------------------------------------------------- */

typedef struct
{
  PvFiltre filtre; /* of the list */
  gboolean porteurs_seuls;
  PvFiltre appel; /* of the count beside the page's name */
} Request;

typedef struct
{
  GPtrArray *resumes;
  guint n_fusions;
  gint64 n_porteurs;
} Answer;

static void
answer_free (Answer *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->resumes, g_ptr_array_unref);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Answer, answer_free)

static gpointer
read_in_worker (PvDb *db, gpointer query_data, GCancellable *cancellable, GError **error)
{
  const Request *request = query_data;
  g_autoptr (Answer) answer = g_new0 (Answer, 1);
  g_autoptr (GArray) fusions = NULL;

  answer->resumes =
      pv_organisme_store_list_resumes (db, &request->filtre, request->porteurs_seuls, error);
  if (answer->resumes == NULL ||
      !pv_organisme_store_count_porteurs (db, &request->appel, &answer->n_porteurs, error))
    return NULL;
  fusions = pv_organisme_store_list_fusions (db, error);
  if (fusions == NULL)
    return NULL;
  answer->n_fusions = fusions->len;

  return g_steal_pointer (&answer);
}

static gboolean
is_same (GListModel *model, guint position, const PvOrganismeResume *resume)
{
  g_autoptr (PvOrganismeItem) item = g_list_model_get_item (model, position);

  return pv_organisme_resume_equal (pv_organisme_item_get (item), resume);
}

/* Only what changed between the rows that stay is replaced, so that the list stays
 * where it is. */
static void
replace_rows (PvOrganismesPage *self, GPtrArray *resumes)
{
  GListModel *model = G_LIST_MODEL (self->store);
  guint old = g_list_model_get_n_items (model), start = 0, end = 0;
  g_autoptr (GPtrArray) added = g_ptr_array_new_with_free_func (g_object_unref);

  while (start < old && start < resumes->len && is_same (model, start, resumes->pdata[start]))
    start++;
  while (end < old - start && end < resumes->len - start &&
         is_same (model, old - 1 - end, resumes->pdata[resumes->len - 1 - end]))
    end++;
  for (guint i = start; i < resumes->len - end; i++)
    g_ptr_array_add (added, pv_organisme_item_new (pv_organisme_resume_copy (resumes->pdata[i])));
  if (added->len > 0 || old > start + end)
    g_list_store_splice (self->store, start, old - start - end, added->pdata, added->len);
}

static void
update_count (PvOrganismesPage *self, gint64 n)
{
  g_autofree char *count = pv_count_to_text (n);

  pv_page_set_count (PV_PAGE (self), n > 0 ? count : NULL);
}

static void
update_fusion_choice (PvOrganismesPage *self, guint n)
{
  GtkStringList *names = GTK_STRING_LIST (gtk_drop_down_get_model (self->filter_choice));
  g_autofree char *count = pv_count_to_text (n);
  g_autofree char *name = g_strdup_printf (_ ("To merge (%s)"), count);
  const char *replacement[] = { name, NULL };
  guint selected = gtk_drop_down_get_selected (self->filter_choice);

  if (g_str_equal (gtk_string_list_get_string (names, FILTRE_A_FUSIONNER), name))
    return;
  gtk_string_list_splice (names, FILTRE_A_FUSIONNER, 1, replacement);
  gtk_drop_down_set_selected (self->filter_choice, selected);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PvOrganismesPage) self = user_data;
  g_autoptr (Answer) answer = pv_reading_finish (source, result, GTK_WIDGET (self));
  g_autoptr (GArray) selected = NULL;

  if (answer == NULL)
    return;
  selected = pv_selection_dup_keys (self->selection, get_id);
  replace_rows (self, answer->resumes);
  pv_selection_select_keys (self->selection, get_id, selected);
  update_count (self, answer->n_porteurs);
  update_fusion_choice (self, answer->n_fusions);
  update_totals (self);
  show_part (self);
  selection_changed_cb (self);
}

static void
pv_organismes_page_refresh (PvPage *page)
{
  PvOrganismesPage *self = PV_ORGANISMES_PAGE (page);
  PvContext *context = pv_page_get_context (page);
  Request *request = g_new0 (Request, 1);
  gboolean has_appel = pv_context_get_appel (context) != PV_INT_NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->appel_button), has_appel);
  request->porteurs_seuls = has_appel && gtk_toggle_button_get_active (self->appel_button);
  request->appel = pv_context_get_filtre (context);
  request->filtre = request->porteurs_seuls ? pv_context_get_filtre (context) : PV_FILTRE_TOUT;

  pv_reading_renew (&self->cancellable);
  pv_context_query_async (context, read_in_worker, request, g_free, (GDestroyNotify)answer_free,
                          self->cancellable, read_cb, g_object_ref (self));
  pv_fusion_pane_refresh (self->fusion_pane);
}

static void
pv_organismes_page_show_detail (PvPage *page, const char *detail)
{
  PvOrganismesPage *self = PV_ORGANISMES_PAGE (page);

  gtk_toggle_button_set_active (self->appel_button, g_str_equal (detail, "appel"));
  gtk_drop_down_set_selected (self->filter_choice, FILTRE_TOUS);
  for (guint i = 0; i < G_N_ELEMENTS (filtres); i++)
    if (g_str_equal (filtres[i], detail))
      gtk_drop_down_set_selected (self->filter_choice, i);
}

static void
pv_organismes_page_search (PvPage *page, const char *text)
{
  PvOrganismesPage *self = PV_ORGANISMES_PAGE (page);
  g_autofree char *folded = pv_text_fold (text);

  g_strfreev (self->words);
  self->words = g_strsplit (folded, " ", -1);
  if (gtk_drop_down_get_selected (self->filter_choice) == FILTRE_A_FUSIONNER)
    gtk_drop_down_set_selected (self->filter_choice, FILTRE_TOUS);
  filter_changed (self);
}

/* --- actions ------------------------------------------------------------------------- */

static void
open_at (PvOrganismesPage *self, guint position)
{
  g_autoptr (PvOrganismeItem) item =
      g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (item != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-organisme", "x",
                                pv_organisme_item_get (item)->id);
}

static void
merge_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvOrganismesPage *self = PV_ORGANISMES_PAGE (widget);
  g_autoptr (GArray) ids = pv_selection_dup_keys (self->selection, get_id);

  if (ids->len != 2)
    return;
  gtk_drop_down_set_selected (self->filter_choice, FILTRE_A_FUSIONNER);
  pv_fusion_pane_propose (self->fusion_pane, g_array_index (ids, gint64, 0),
                          g_array_index (ids, gint64, 1));
}

static void
appel_toggled_cb (PvOrganismesPage *self)
{
  pv_page_queue_refresh (PV_PAGE (self));
}

static void
pv_organismes_page_constructed (GObject *object)
{
  PvOrganismesPage *self = PV_ORGANISMES_PAGE (object);
  PvContext *context = pv_page_get_context (PV_PAGE (self));

  G_OBJECT_CLASS (pv_organismes_page_parent_class)->constructed (object);
  pv_fusion_pane_set_context (self->fusion_pane, context);
  g_signal_connect_object (context, "notify::can-edit", G_CALLBACK (selection_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
pv_organismes_page_dispose (GObject *object)
{
  PvOrganismesPage *self = PV_ORGANISMES_PAGE (object);

  pv_reading_stop (&self->cancellable);
  if (self->filter != NULL)
    gtk_custom_filter_set_filter_func (self->filter, NULL, NULL, NULL);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), PV_TYPE_ORGANISMES_PAGE);
  g_clear_object (&self->selection);
  g_clear_object (&self->shown);
  g_clear_object (&self->filter);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (pv_organismes_page_parent_class)->dispose (object);
}

static void
pv_organismes_page_finalize (GObject *object)
{
  g_strfreev (PV_ORGANISMES_PAGE (object)->words);

  G_OBJECT_CLASS (pv_organismes_page_parent_class)->finalize (object);
}

/* The list comes before its filters. */
static gboolean
pv_organismes_page_grab_focus (GtkWidget *widget)
{
  GtkWidget *view = GTK_WIDGET (PV_ORGANISMES_PAGE (widget)->view);

  return gtk_widget_get_mapped (view) && gtk_widget_grab_focus (view);
}

static void
pv_organismes_page_class_init (PvOrganismesPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  PvPageClass *page_class = PV_PAGE_CLASS (klass);

  object_class->constructed = pv_organismes_page_constructed;
  object_class->dispose = pv_organismes_page_dispose;
  object_class->finalize = pv_organismes_page_finalize;
  widget_class->grab_focus = pv_organismes_page_grab_focus;
  page_class->refresh = pv_organismes_page_refresh;
  page_class->show_detail = pv_organismes_page_show_detail;
  page_class->search = pv_organismes_page_search;

  g_type_ensure (PV_TYPE_AMOUNT_LABEL);
  g_type_ensure (PV_TYPE_FUSION_PANE);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/progville/Progville/organisme/pv-organismes-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PvOrganismesPage, stack);
  gtk_widget_class_bind_template_child (widget_class, PvOrganismesPage, filter_choice);
  gtk_widget_class_bind_template_child (widget_class, PvOrganismesPage, appel_button);
  gtk_widget_class_bind_template_child (widget_class, PvOrganismesPage, count_label);
  gtk_widget_class_bind_template_child (widget_class, PvOrganismesPage, merge_button);
  gtk_widget_class_bind_template_child (widget_class, PvOrganismesPage, view);
  gtk_widget_class_bind_template_child (widget_class, PvOrganismesPage, dossiers_total);
  gtk_widget_class_bind_template_child (widget_class, PvOrganismesPage, sollicite_total);
  gtk_widget_class_bind_template_child (widget_class, PvOrganismesPage, accorde_total);
  gtk_widget_class_bind_template_child (widget_class, PvOrganismesPage, verse_total);
  gtk_widget_class_bind_template_child (widget_class, PvOrganismesPage, fusion_pane);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed);
  gtk_widget_class_bind_template_callback (widget_class, appel_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_at);

  gtk_widget_class_install_action (widget_class, "porteurs.merge", NULL, merge_cb);
}

static void
pv_organismes_page_init (PvOrganismesPage *self)
{
  GtkSortListModel *sorted;

  gtk_widget_init_template (GTK_WIDGET (self));
  pv_organismes_columns_add (self->view);
  self->store = g_list_store_new (PV_TYPE_ORGANISME_ITEM);
  self->filter = gtk_custom_filter_new (filter_cb, self, NULL);
  self->shown = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->store)),
                                           g_object_ref (GTK_FILTER (self->filter)));
  sorted = gtk_sort_list_model_new (g_object_ref (G_LIST_MODEL (self->shown)),
                                    g_object_ref (gtk_column_view_get_sorter (self->view)));
  self->selection = gtk_multi_selection_new (G_LIST_MODEL (sorted));
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (selection_changed_cb),
                           self, G_CONNECT_SWAPPED);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "porteurs.merge", FALSE);
}
