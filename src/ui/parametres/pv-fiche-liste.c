/* pv-fiche-liste.c: the records of a noun and the form of one
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "parametres/pv-fiche-liste.h"

#include <glib/gi18n.h>

#include "page/pv-page.h"
#include "parametres/pv-saisie-row.h"
#include "pv-text.h"

/* What is shown in place of the form is wider than it. */
#define DETAIL_POSITION 290

struct _PvFicheListe
{
  AdwBin parent_instance;

  PvContext *context; /* weak */
  const PvFicheNom *nom;
  gint64 selected;
  gboolean filling;
  int position; /* of the handle, as long as nobody moves it */

  GtkPaned *paned;
  GtkSearchEntry *search;
  GtkListBox *list;
  GtkBox *buttons;
  GtkButton *add_button;
  PvFiche *fiche;
};

enum
{
  SELECTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PvFicheListe, pv_fiche_liste, ADW_TYPE_BIN)

static gint64
get_id (GtkListBoxRow *row)
{
  gint64 *id = row != NULL ? g_object_get_data (G_OBJECT (row), "pv-id") : NULL;

  return id != NULL ? *id : PV_INT_NULL;
}

static gboolean
filter_cb (GtkListBoxRow *row, gpointer user_data)
{
  PvFicheListe *self = user_data;
  g_autofree char *wanted = pv_text_fold (gtk_editable_get_text (GTK_EDITABLE (self->search)));
  g_autofree char *all =
      g_strconcat (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), " ",
                   adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), NULL);
  g_autofree char *folded = pv_text_fold (all);

  return strstr (folded, wanted) != NULL;
}

static void
search_changed_cb (PvFicheListe *self)
{
  gtk_list_box_invalidate_filter (self->list);
}

static void
select_row (PvFicheListe *self)
{
  GtkListBoxRow *row, *found = NULL;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (found == NULL || get_id (row) == self->selected)
      found = row;
  gtk_list_box_select_row (self->list, found);
  if (get_id (found) == self->selected)
    return;
  self->selected = get_id (found);
  g_signal_emit (self, signals[SELECTED], 0, self->selected);
}

/* Another record would take the place of what is refused: says so. A click chooses the row
 * before it takes the focus: what is typed is saved first. */
static gboolean
holds (PvFicheListe *self)
{
  GtkWidget *detail = gtk_paned_get_end_child (self->paned);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *refused;

  if (focus != NULL && gtk_widget_is_ancestor (focus, detail))
    gtk_root_set_focus (root, NULL);
  refused = pv_saisie_row_find_refused (detail);
  if (refused == NULL)
    return FALSE;
  self->filling = TRUE;
  select_row (self);
  self->filling = FALSE;
  pv_page_tell_refused (refused);

  return TRUE;
}

static void
row_selected_cb (PvFicheListe *self, GtkListBoxRow *row)
{
  if (self->filling || self->nom == NULL)
    return;
  if (get_id (row) != self->selected && holds (self))
    return;
  self->selected = get_id (row);
  if (self->fiche != NULL)
    pv_fiche_show (self->fiche, self->nom, self->selected);
  g_signal_emit (self, signals[SELECTED], 0, self->selected);
}

static void
fill_row (PvFicheListe *self, GtkWidget *row, gpointer record)
{
  PvDb *db = pv_context_get_reader (self->context);
  g_autofree char *title = self->nom->title (db, record);
  g_autofree char *subtitle = self->nom->subtitle (db, record);

  g_object_set (row, "title", title != NULL ? title : "", "subtitle",
                subtitle != NULL ? subtitle : "", NULL);
}

static GtkWidget *
row_new (gint64 id)
{
  GtkWidget *row = adw_action_row_new ();

  g_object_set (row, "use-markup", FALSE, "title-lines", 2, "subtitle-lines", 2, NULL);
  g_object_set_data_full (G_OBJECT (row), "pv-id", g_memdup2 (&id, sizeof id), g_free);

  return row;
}

/* Rows of the same records keep their place, their focus and the scrolling. */
static gboolean
is_same (PvFicheListe *self, GPtrArray *records)
{
  for (guint i = 0; i < records->len; i++)
    if (get_id (gtk_list_box_get_row_at_index (self->list, (int)i)) !=
        ((PvEnregistrement *)records->pdata[i])->id)
      return FALSE;

  return gtk_list_box_get_row_at_index (self->list, (int)records->len) == NULL;
}

static void
rebuild (PvFicheListe *self, GPtrArray *records)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
  for (guint i = 0; i < records->len; i++)
    gtk_list_box_append (self->list, row_new (((PvEnregistrement *)records->pdata[i])->id));
}

void
pv_fiche_liste_refresh (PvFicheListe *self)
{
  g_autoptr (GPtrArray) records = NULL;

  g_return_if_fail (PV_IS_FICHE_LISTE (self));

  if (self->context == NULL)
    return;
  records = self->nom->list (pv_context_get_reader (self->context), NULL);
  if (records == NULL)
    return;

  self->filling = TRUE;
  if (!is_same (self, records))
    rebuild (self, records);
  for (guint i = 0; i < records->len; i++)
    fill_row (self, GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, (int)i)),
              records->pdata[i]);
  select_row (self);
  self->filling = FALSE;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "liste.add",
                                 pv_context_can_edit (self->context));
  if (self->fiche != NULL)
    pv_fiche_show (self->fiche, self->nom, self->selected);
}

gint64
pv_fiche_liste_get_selected (PvFicheListe *self)
{
  g_return_val_if_fail (PV_IS_FICHE_LISTE (self), PV_INT_NULL);

  return self->selected;
}

void
pv_fiche_liste_select (PvFicheListe *self, gint64 id)
{
  GtkListBoxRow *row;

  g_return_if_fail (PV_IS_FICHE_LISTE (self));

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (get_id (row) == id)
      gtk_list_box_select_row (self->list, row);
}

void
pv_fiche_liste_add_button (PvFicheListe *self, GtkWidget *button)
{
  g_return_if_fail (PV_IS_FICHE_LISTE (self));

  gtk_box_append (self->buttons, button);
}

/* A larger text moves the handle away for its width; a smaller one does not bring it back. */
static void
place_handle (PvFicheListe *self)
{
  gtk_paned_set_position (self->paned, self->position);
}

void
pv_fiche_liste_set_detail (PvFicheListe *self, GtkWidget *detail)
{
  g_return_if_fail (PV_IS_FICHE_LISTE (self));

  self->fiche = NULL;
  gtk_paned_set_end_child (self->paned, detail);
  self->position = DETAIL_POSITION;
  place_handle (self);
}

void
pv_fiche_liste_add_below (PvFicheListe *self, GtkWidget *below)
{
  g_return_if_fail (PV_IS_FICHE_LISTE (self));

  pv_fiche_add_below (self->fiche, below);
}

static void
add_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvFicheListe *self = PV_FICHE_LISTE (widget);
  g_autoptr (GError) error = NULL;
  gint64 id;

  if (self->context == NULL || holds (self))
    return;
  id = pv_fiche_add (self->context, self->nom, self->selected, &error);
  if (id == PV_INT_NULL)
    {
      gtk_widget_activate_action (widget, "win.toast", "s", error->message);
      return;
    }
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  self->selected = id;
  pv_fiche_liste_refresh (self);
  g_signal_emit (self, signals[SELECTED], 0, id);
  if (self->fiche != NULL)
    pv_fiche_focus_first (self->fiche);
}

static void
pv_fiche_liste_dispose (GObject *object)
{
  PvFicheListe *self = PV_FICHE_LISTE (object);

  self->filling = TRUE;
  if (self->list != NULL)
    gtk_list_box_set_filter_func (self->list, NULL, NULL, NULL);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), PV_TYPE_FICHE_LISTE);
  g_clear_weak_pointer (&self->context);

  G_OBJECT_CLASS (pv_fiche_liste_parent_class)->dispose (object);
}

static void
pv_fiche_liste_class_init (PvFicheListeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pv_fiche_liste_dispose;

  signals[SELECTED] = g_signal_new ("selected", PV_TYPE_FICHE_LISTE, G_SIGNAL_RUN_LAST, 0, NULL,
                                    NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);

  g_type_ensure (PV_TYPE_FICHE);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/progville/Progville/parametres/pv-fiche-liste.ui");
  gtk_widget_class_bind_template_child (widget_class, PvFicheListe, paned);
  gtk_widget_class_bind_template_child (widget_class, PvFicheListe, search);
  gtk_widget_class_bind_template_child (widget_class, PvFicheListe, list);
  gtk_widget_class_bind_template_child (widget_class, PvFicheListe, buttons);
  gtk_widget_class_bind_template_child (widget_class, PvFicheListe, add_button);
  gtk_widget_class_bind_template_child (widget_class, PvFicheListe, fiche);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_install_action (widget_class, "liste.add", NULL, add_cb);
}

static void
pv_fiche_liste_init (PvFicheListe *self)
{
  self->selected = PV_INT_NULL;
  gtk_widget_init_template (GTK_WIDGET (self));
  self->position = gtk_paned_get_position (self->paned);
  g_signal_connect_object (gtk_widget_get_settings (GTK_WIDGET (self)), "notify::gtk-xft-dpi",
                           G_CALLBACK (place_handle), self, G_CONNECT_SWAPPED);
  gtk_list_box_set_filter_func (self->list, filter_cb, self, NULL);
}

GtkWidget *
pv_fiche_liste_new (PvContext *context, const PvFicheNom *nom)
{
  PvFicheListe *self = g_object_new (PV_TYPE_FICHE_LISTE, NULL);

  g_set_weak_pointer (&self->context, context);
  self->nom = nom;
  pv_fiche_set_context (self->fiche, context);
  gtk_widget_set_visible (GTK_WIDGET (self->add_button), nom->ajouter != NULL);
  if (nom->ajouter != NULL)
    gtk_button_set_label (self->add_button, _ (nom->ajouter));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (nom->titre), -1);

  return GTK_WIDGET (self);
}
