/* pv-import-etape-apercu.c: step Preview: what would be written, and what is to settle
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "import/pv-import-etape-apercu.h"

#include <glib/gi18n.h>

#include "import/pv-import-comptes.h"
#include "import/pv-import-ligne.h"
#include "import/pv-import-messages.h"
#include "import/pv-import-table.h"
#include "pv-text.h"
#include "widget/pv-format.h"
#include "widget/pv-tooltip.h"

struct _PvImportEtapeApercu
{
  AdwBin parent_instance;

  PvImportSession *session;
  const PvImportApercu *shown; /* of the session */
  char *liste;
  char *folded; /* what is looked for */
  GtkFilterListModel *lignes;
  GtkCustomFilter *filter;

  GtkStack *stack;
  AdwStatusPage *status;
  AdwStatusPage *problem_page;
  GtkProgressBar *progress;
  PvImportComptes *comptes;
  GtkLabel *differences_note;
  GtkEditable *filter_entry;
  GtkStack *differences_stack;
  GtkColumnView *view;
  GtkLabel *empty_label;
  PvImportMessages *erreurs;
};

enum
{
  PROP_LISTE = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (PvImportEtapeApercu, pv_import_etape_apercu, ADW_TYPE_BIN)

/* --- which lines ------------------------------------------------------------------- */

static gboolean
filter_cb (gpointer item, gpointer user_data)
{
  PvImportEtapeApercu *self = user_data;

  if (g_str_equal (self->liste, "trancher") && !pv_import_ligne_is_conflict (item))
    return FALSE;

  return self->folded == NULL || pv_import_ligne_matches (item, self->folded);
}

static GListModel *
choose_lines (PvImportEtapeApercu *self)
{
  static const struct
  {
    const char *liste;
    PvApercuListe which;
  } known[] = {
    { "creees", PV_APERCU_CREEES },         { "maj", PV_APERCU_MISES_A_JOUR },
    { "trancher", PV_APERCU_MISES_A_JOUR }, { "inchangees", PV_APERCU_INCHANGEES },
    { "rejetees", PV_APERCU_REJETEES },
  };
  g_autoptr (GListStore) all = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (g_str_equal (known[i].liste, self->liste))
      return G_LIST_MODEL (g_object_ref (self->shown->listes[known[i].which]));

  all = g_list_store_new (G_TYPE_LIST_MODEL);
  for (guint i = 0; i < PV_N_APERCU_LISTES; i++)
    g_list_store_append (all, self->shown->listes[i]);

  return G_LIST_MODEL (gtk_flatten_list_model_new (G_LIST_MODEL (g_steal_pointer (&all))));
}

/* How many rows of the source the list is about. */
static guint
count_rows (PvImportEtapeApercu *self, guint *shown)
{
  const PvImportReport *report = self->shown->report;
  guint kept = self->shown->n_updated - MIN (self->shown->n_updated, report->updated);
  guint n = report->read;

  if (g_str_equal (self->liste, "creees"))
    n = report->created;
  else if (g_str_equal (self->liste, "inchangees"))
    n = report->unchanged - MIN (kept, report->unchanged);
  else if (g_str_equal (self->liste, "rejetees"))
    n = report->rejected;
  else if (!g_str_equal (self->liste, "lues"))
    {
      *shown = self->shown->n_shown;
      return self->shown->n_updated;
    }
  *shown = MIN (n, PV_APERCU_MAX);

  return n;
}

static void
describe_list (PvImportEtapeApercu *self)
{
  guint shown = 0;
  guint n = count_rows (self, &shown);
  g_autofree char *all = pv_count_to_text (n);
  g_autofree char *first = pv_count_to_text (shown);
  g_autofree char *rows =
      shown < n ? g_strdup_printf (_ ("%s of %s rows shown"), first, all)
                : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s row", "%s rows", n), all);
  g_autofree char *conflicts = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u to settle", "%u to settle", self->shown->n_conflicts),
      self->shown->n_conflicts);
  g_autofree char *text =
      self->shown->n_conflicts > 0 ? g_strdup_printf ("%s, %s", conflicts, rows) : g_strdup (rows);

  gtk_label_set_label (self->differences_note, text);
}

static void
show_list (PvImportEtapeApercu *self)
{
  g_autoptr (GListModel) lines = NULL;
  gboolean empty;

  if (self->shown == NULL)
    return;

  lines = choose_lines (self);
  gtk_filter_list_model_set_model (self->lignes, lines);
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  empty = g_list_model_get_n_items (G_LIST_MODEL (self->lignes)) == 0;
  gtk_label_set_label (self->empty_label, self->folded != NULL
                                              ? _ ("Nothing matches the filter")
                                              : _ ("No row of the file is in this case"));
  gtk_stack_set_visible_child_name (self->differences_stack, empty ? "vide" : "table");
  describe_list (self);
}

static void
filter_changed_cb (PvImportEtapeApercu *self)
{
  const char *text = gtk_editable_get_text (self->filter_entry);

  g_clear_pointer (&self->folded, g_free);
  if (*text != '\0')
    self->folded = pv_text_fold (text);
  show_list (self);
}

/* --- the column of decisions ------------------------------------------------------- */

static void
choice_selected_cb (GtkDropDown *choice, GParamSpec *pspec, GtkListItem *item)
{
  PvImportLigne *ligne = gtk_list_item_get_item (item);

  if (ligne == NULL)
    return;

  pv_import_ligne_set_choice (ligne, gtk_drop_down_get_selected (choice) == 0
                                         ? PV_IMPORT_CHOICE_KEEP
                                         : PV_IMPORT_CHOICE_REPLACE);
  gtk_widget_activate_action (GTK_WIDGET (choice), "import.count", NULL);
}

static void
decision_setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "secondary");
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_item_set_child (item, box);
}

/* A list of choices takes long to make, and few rows are to settle: made for the first of them
 * that the cell shows, after a sign and before the words of the others. */
static void
add_choice (GtkWidget *box, GtkListItem *item)
{
  const char *choices[] = { _ ("Keep the current one"), _ ("Take that of the file"), NULL };
  GtkWidget *icon = gtk_image_new_from_icon_name ("pv-warning-symbolic");
  GtkWidget *choice = gtk_drop_down_new_from_strings (choices);

  gtk_widget_add_css_class (icon, "pv-warning");
  gtk_widget_set_hexpand (choice, TRUE);
  gtk_widget_set_valign (choice, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (choice, "pv-decision");
  gtk_box_prepend (GTK_BOX (box), choice);
  gtk_box_prepend (GTK_BOX (box), icon);
  g_signal_connect (choice, "notify::selected", G_CALLBACK (choice_selected_cb), item);
}

static void
show_choice (GtkWidget *choice, GtkListItem *item)
{
  PvImportLigne *ligne = gtk_list_item_get_item (item);
  g_autofree char *name =
      g_strdup_printf (_ ("Decision on %s, %s"), pv_import_ligne_get (ligne, PV_LIGNE_CHAMP),
                       pv_import_ligne_get (ligne, PV_LIGNE_LIEU));

  gtk_accessible_update_property (GTK_ACCESSIBLE (choice), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_handlers_block_by_func (choice, choice_selected_cb, item);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (choice),
                              pv_import_ligne_get_choice (ligne) == PV_IMPORT_CHOICE_REPLACE);
  g_signal_handlers_unblock_by_func (choice, choice_selected_cb, item);
}

static void
decision_bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  PvImportLigne *ligne = gtk_list_item_get_item (item);
  GtkWidget *box = gtk_list_item_get_child (item);
  GtkWidget *label = gtk_widget_get_last_child (box);
  gboolean conflict = pv_import_ligne_is_conflict (ligne);
  GtkWidget *choice;

  g_object_set (box, "css-classes", pv_import_ligne_get_classes (ligne), NULL);
  gtk_widget_set_visible (label, !conflict);
  gtk_label_set_label (GTK_LABEL (label), pv_import_ligne_get (ligne, PV_LIGNE_DECISION));
  if (conflict && gtk_widget_get_prev_sibling (label) == NULL)
    add_choice (box, item);
  choice = gtk_widget_get_prev_sibling (label);
  if (choice == NULL)
    return;
  gtk_widget_set_visible (gtk_widget_get_first_child (box), conflict);
  gtk_widget_set_visible (choice, conflict);
  pv_tooltip_set (gtk_widget_get_first_child (box), pv_import_ligne_get (ligne, PV_LIGNE_REMARQUE));
  show_choice (choice, item);
}

/* --- what is shown ----------------------------------------------------------------- */

static void
show_errors (PvImportEtapeApercu *self)
{
  guint n = self->shown->n_erreurs;
  guint rejected = self->shown->report->rejected;
  g_autofree char *rows = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u row left out", "%u rows left out", rejected), rejected);
  g_autofree char *cells = pv_count_to_text (n);
  g_autofree char *values =
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s problem", "%s problems", n), cells);
  g_autofree char *text =
      g_strdup_printf (_ ("%s, %s: the rest applies without them"), rows, values);

  pv_import_messages_show (self->erreurs, G_LIST_MODEL (self->shown->erreurs), text);
  gtk_widget_set_visible (GTK_WIDGET (self->erreurs), n > 0);
}

/* The list that has something to say. */
static const char *
first_list (const PvImportApercu *apercu)
{
  if (apercu->n_updated > 0)
    return "maj";
  if (apercu->report->created > 0)
    return "creees";
  if (apercu->report->rejected > 0)
    return "rejetees";

  return "inchangees";
}

static void
show_apercu (PvImportEtapeApercu *self, const PvImportApercu *apercu)
{
  if (self->shown == apercu)
    return;

  self->shown = apercu;
  if (apercu == NULL)
    {
      gtk_filter_list_model_set_model (self->lignes, NULL);
      return;
    }
  if (apercu->report->applied)
    return;

  pv_import_comptes_show (self->comptes, apercu);
  show_errors (self);
  gtk_editable_set_text (self->filter_entry, "");
  g_object_set (self, "liste", first_list (apercu), NULL);
  show_list (self);
}

static void
show_progress (PvImportEtapeApercu *self)
{
  gtk_progress_bar_set_fraction (self->progress, pv_import_session_get_progress (self->session));
}

static void
changed_cb (PvImportEtapeApercu *self)
{
  const PvImportApercu *apercu = pv_import_session_get_apercu (self->session);
  const char *problem = pv_import_session_get_problem (self->session);
  g_autofree char *escaped = g_markup_escape_text (problem != NULL ? problem : "", -1);
  gboolean busy = pv_import_session_is_busy (self->session);
  gboolean applying = pv_import_session_is_applying (self->session);

  show_apercu (self, apercu);
  adw_status_page_set_title (self->status,
                             applying ? _ ("Writing to the Programme…") : _ ("Comparing…"));
  adw_status_page_set_description (
      self->status, applying ? _ ("All of the rows are written, or none: cancelling leaves nothing "
                                  "behind.")
                             : _ ("Each row is compared with the programme. Nothing is written."));
  adw_status_page_set_description (self->problem_page, escaped);
  if (busy)
    gtk_stack_set_visible_child_name (self->stack, "travail");
  else if (problem != NULL)
    gtk_stack_set_visible_child_name (self->stack, "probleme");
  else if (apercu != NULL)
    gtk_stack_set_visible_child_name (self->stack, "apercu");
}

/* --- class ------------------------------------------------------------------------- */

static void
pv_import_etape_apercu_get_property (GObject *object,
                                     guint prop_id,
                                     GValue *value,
                                     GParamSpec *pspec)
{
  if (prop_id == PROP_LISTE)
    g_value_set_string (value, PV_IMPORT_ETAPE_APERCU (object)->liste);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
pv_import_etape_apercu_set_property (GObject *object,
                                     guint prop_id,
                                     const GValue *value,
                                     GParamSpec *pspec)
{
  PvImportEtapeApercu *self = PV_IMPORT_ETAPE_APERCU (object);

  if (prop_id != PROP_LISTE)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      return;
    }
  if (g_strcmp0 (self->liste, g_value_get_string (value)) == 0)
    return;

  g_free (self->liste);
  self->liste = g_value_dup_string (value);
  show_list (self);
  g_object_notify_by_pspec (object, pspec);
}

static void
pv_import_etape_apercu_dispose (GObject *object)
{
  PvImportEtapeApercu *self = PV_IMPORT_ETAPE_APERCU (object);

  self->shown = NULL;
  if (self->view != NULL)
    gtk_column_view_set_model (self->view, NULL);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), PV_TYPE_IMPORT_ETAPE_APERCU);
  g_clear_object (&self->lignes);
  g_clear_object (&self->filter);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (pv_import_etape_apercu_parent_class)->dispose (object);
}

static void
pv_import_etape_apercu_finalize (GObject *object)
{
  PvImportEtapeApercu *self = PV_IMPORT_ETAPE_APERCU (object);

  g_free (self->liste);
  g_free (self->folded);

  G_OBJECT_CLASS (pv_import_etape_apercu_parent_class)->finalize (object);
}

static void
pv_import_etape_apercu_class_init (PvImportEtapeApercuClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = pv_import_etape_apercu_get_property;
  object_class->set_property = pv_import_etape_apercu_set_property;
  object_class->dispose = pv_import_etape_apercu_dispose;
  object_class->finalize = pv_import_etape_apercu_finalize;

  properties[PROP_LISTE] =
      g_param_spec_string ("liste", NULL, NULL, "maj",
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (PV_TYPE_IMPORT_COMPTES);
  g_type_ensure (PV_TYPE_IMPORT_MESSAGES);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/progville/Progville/import/pv-import-etape-apercu.ui");
  gtk_widget_class_bind_template_child (widget_class, PvImportEtapeApercu, stack);
  gtk_widget_class_bind_template_child (widget_class, PvImportEtapeApercu, status);
  gtk_widget_class_bind_template_child (widget_class, PvImportEtapeApercu, problem_page);
  gtk_widget_class_bind_template_child (widget_class, PvImportEtapeApercu, progress);
  gtk_widget_class_bind_template_child (widget_class, PvImportEtapeApercu, comptes);
  gtk_widget_class_bind_template_child (widget_class, PvImportEtapeApercu, differences_note);
  gtk_widget_class_bind_template_child (widget_class, PvImportEtapeApercu, filter_entry);
  gtk_widget_class_bind_template_child (widget_class, PvImportEtapeApercu, differences_stack);
  gtk_widget_class_bind_template_child (widget_class, PvImportEtapeApercu, view);
  gtk_widget_class_bind_template_child (widget_class, PvImportEtapeApercu, empty_label);
  gtk_widget_class_bind_template_child (widget_class, PvImportEtapeApercu, erreurs);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, decision_setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, decision_bind_cb);

  gtk_widget_class_install_property_action (widget_class, "apercu.liste", "liste");
}

/* The decision is the last column. */
static const guint cellules[] = {
  PV_LIGNE_NUMERO | PV_CELLULE_NUMERIC,
  PV_LIGNE_PORTEUR,
  PV_LIGNE_CHAMP,
  PV_LIGNE_AVANT | PV_CELLULE_END | PV_CELLULE_NUMERIC | PV_CELLULE_SECONDARY,
  PV_LIGNE_FLECHE | PV_CELLULE_SECONDARY,
  PV_LIGNE_APRES | PV_CELLULE_END | PV_CELLULE_NUMERIC | PV_CELLULE_FORT,
  PV_LIGNE_LIEU | PV_CELLULE_NUMERIC | PV_CELLULE_SECONDARY,
  PV_LIGNE_REMARQUE | PV_CELLULE_SECONDARY,
};

static void
pv_import_etape_apercu_init (PvImportEtapeApercu *self)
{
  g_autoptr (GtkNoSelection) selection = NULL;

  self->liste = g_strdup ("maj");
  self->filter = gtk_custom_filter_new (filter_cb, self, NULL);
  self->lignes = gtk_filter_list_model_new (NULL, GTK_FILTER (g_object_ref (self->filter)));
  selection = gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->lignes)));
  gtk_widget_init_template (GTK_WIDGET (self));
  pv_import_table_prepare (self->view, cellules);
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (selection));
  g_object_bind_property (self, "liste", self->comptes, "liste",
                          G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
}

void
pv_import_etape_apercu_set_session (PvImportEtapeApercu *self, PvImportSession *session)
{
  g_return_if_fail (PV_IS_IMPORT_ETAPE_APERCU (self));
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::progress", G_CALLBACK (show_progress), self,
                           G_CONNECT_SWAPPED);
}
