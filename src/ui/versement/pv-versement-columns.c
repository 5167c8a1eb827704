/* pv-versement-columns.c: the columns of the list of payments
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "versement/pv-versement-columns.h"

#include <glib/gi18n.h>

#include "pv-date.h"
#include "versement/pv-versement-liste.h"
#include "versement/pv-versement-words.h"
#include "widget/pv-format.h"
#include "widget/pv-severity-icon.h"
#include "widget/pv-table-columns.h"

typedef enum
{
  COLUMN_NUMERO,
  COLUMN_PORTEUR,
  COLUMN_INTITULE,
  COLUMN_FINANCEUR,
  COLUMN_NOTIFIE,
  COLUMN_NOTIFIE_LE,
  COLUMN_VERSE,
  COLUMN_RESTE,
  COLUMN_DELAI,
  COLUMN_DERNIER,
} Column;

#define N_COLUMNS 10

static const struct
{
  const char *title;
  int width; /* at a text of 100 %; names and titles share what is left */
  gboolean number;
  PvVersementTri tri;
} columns[N_COLUMNS] = {
  /* Translators: number, in a column header */
  { N_ ("No."), 54, FALSE, PV_VERSEMENT_TRI_NUMERO },
  { N_ ("Holder"), 120, FALSE, PV_VERSEMENT_TRI_PORTEUR },
  { N_ ("Title"), 100, FALSE, PV_VERSEMENT_TRI_INTITULE },
  { N_ ("Financeur"), 84, FALSE, PV_VERSEMENT_TRI_FINANCEUR },
  { NC_ ("column", "Notified"), 78, TRUE, PV_VERSEMENT_TRI_NOTIFIE },
  /* Translators: notified on, in a column header beside “Notified” */
  { N_ ("Notified on"), 92, FALSE, PV_VERSEMENT_TRI_NOTIFIE_LE },
  { N_ ("Paid"), 76, TRUE, PV_VERSEMENT_TRI_VERSE },
  { N_ ("Left to pay"), 118, TRUE, PV_VERSEMENT_TRI_RESTE },
  { N_ ("Delay"), 116, FALSE, PV_VERSEMENT_TRI_DELAI },
  { N_ ("Last paid on"), 94, FALSE, PV_VERSEMENT_TRI_DERNIER },
};

/* --- what a cell says ---------------------------------------------------------------------- */

static char *
dup_date (const char *date)
{
  char *text =
      date != NULL && *date != '\0' ? pv_date_format_french (date, PV_DATE_FORMAT_SHORT) : NULL;

  return text != NULL ? text : g_strdup (PV_TEXT_NULL);
}

static char *
dup_text (PvRow *item, Column column)
{
  const PvVersementSuivi *suivi = pv_versement_row_get_suivi (item);
  const PvVersementLigne *ligne = pv_versement_row_get_ligne (item);

  if (ligne == NULL)
    return g_strdup (PV_TEXT_NULL);

  switch (column)
    {
    case COLUMN_NUMERO:
      return g_strdup (ligne->numero);
    case COLUMN_PORTEUR:
      return g_strdup (ligne->porteur);
    case COLUMN_INTITULE:
      return g_strdup (ligne->intitule);
    case COLUMN_FINANCEUR:
      return g_strdup (ligne->financeur);
    case COLUMN_NOTIFIE:
      return pv_amount_to_text (suivi->notifie_cents);
    case COLUMN_NOTIFIE_LE:
      return dup_date (suivi->notifie_le);
    case COLUMN_VERSE:
      return pv_amount_to_text (suivi->verse_cents);
    case COLUMN_RESTE:
      return pv_versement_reste_to_text (suivi);
    case COLUMN_DELAI:
      return pv_versement_delai_to_text (suivi);
    case COLUMN_DERNIER:
    default:
      return dup_date (ligne->dernier_le);
    }
}

static char *
dup_tip (PvRow *item, Column column, const char *text)
{
  const PvVersementSuivi *suivi = pv_versement_row_get_suivi (item);
  const PvVersementLigne *ligne = pv_versement_row_get_ligne (item);

  if (ligne == NULL)
    return NULL;
  switch (column)
    {
    case COLUMN_FINANCEUR:
      return ligne->dispositif != NULL
                 ? g_strdup_printf ("%s · %s", ligne->financeur_nom, ligne->dispositif)
                 : g_strdup (ligne->financeur_nom);
    case COLUMN_DELAI:
      return pv_versement_delai_to_sentence (suivi);
    case COLUMN_DERNIER:
      return ligne->dernier_genre != PV_VERSEMENT_GENRE_NULL
                 ? g_strdup (pv_versement_genre_to_libelle (ligne->dernier_genre))
                 : NULL;
    case COLUMN_RESTE:
      return pv_versement_trop_percu_to_sentence (suivi);
    case COLUMN_NUMERO:
    case COLUMN_PORTEUR:
    case COLUMN_INTITULE:
      return g_strdup (text);
    case COLUMN_NOTIFIE:
    case COLUMN_NOTIFIE_LE:
    case COLUMN_VERSE:
    default:
      return NULL;
    }
}

/* --- cells --------------------------------------------------------------------------------- */

static GtkWidget *
delai_new (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_box_append (GTK_BOX (box), pv_severity_icon_new (PV_SEVERITE_WARNING));
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "numeric");
  gtk_box_append (GTK_BOX (box), label);

  return box;
}

/* What is left, above what is too much. */
static GtkWidget *
reste_new (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  for (guint i = 0; i < 2; i++)
    {
      GtkWidget *label = gtk_label_new (NULL);

      gtk_label_set_xalign (GTK_LABEL (label), 1);
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_widget_add_css_class (label, "numeric");
      gtk_box_append (GTK_BOX (box), label);
    }
  gtk_widget_add_css_class (gtk_widget_get_last_child (box), "caption");
  gtk_widget_add_css_class (gtk_widget_get_last_child (box), "pv-error");

  return box;
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  Column column = GPOINTER_TO_INT (user_data);
  GtkWidget *label;

  if (column == COLUMN_DELAI)
    {
      gtk_list_item_set_child (item, delai_new ());
      return;
    }
  if (column == COLUMN_RESTE)
    {
      gtk_list_item_set_child (item, reste_new ());
      return;
    }
  label = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (label), columns[column].number ? 1 : 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (columns[column].number || column == COLUMN_NUMERO || column == COLUMN_DERNIER ||
      column == COLUMN_NOTIFIE_LE)
    gtk_widget_add_css_class (label, "numeric");
  gtk_list_item_set_child (item, label);
}

static void
show_delai (GtkWidget *box, const PvVersementSuivi *suivi, const char *text)
{
  GtkWidget *label = gtk_widget_get_last_child (box);

  gtk_widget_set_visible (gtk_widget_get_first_child (box), suivi->retard > 0);
  gtk_label_set_text (GTK_LABEL (label), text);
  if (suivi->retard > 0)
    gtk_widget_add_css_class (label, "pv-warning");
  else
    gtk_widget_remove_css_class (label, "pv-warning");
}

static void
show_reste (GtkWidget *box, const PvVersementSuivi *suivi, const char *text)
{
  GtkWidget *caption = gtk_widget_get_last_child (box);
  g_autofree char *too_much = pv_versement_trop_percu_to_text (suivi);

  pv_format_label (GTK_LABEL (gtk_widget_get_first_child (box)), text);
  gtk_label_set_text (GTK_LABEL (caption), too_much != NULL ? too_much : "");
  gtk_widget_set_visible (caption, too_much != NULL);
}

static void
show_cell (GtkListItem *list_item, Column column)
{
  GtkWidget *child = gtk_list_item_get_child (list_item);
  PvRow *item = gtk_list_item_get_item (list_item);
  const PvVersementSuivi *suivi = pv_versement_row_get_suivi (item);
  g_autofree char *text = dup_text (item, column);
  g_autofree char *tip = dup_tip (item, column, text);

  if (column == COLUMN_DELAI)
    show_delai (child, suivi, text);
  else if (column == COLUMN_RESTE)
    show_reste (child, suivi, text);
  else
    pv_format_label (GTK_LABEL (child), text);
  gtk_widget_set_tooltip_text (child, tip);
}

static void
revision_cb (GtkListItem *item)
{
  show_cell (item, GPOINTER_TO_INT (g_object_get_data (G_OBJECT (item), "pv-column")));
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  g_object_set_data (G_OBJECT (item), "pv-column", user_data);
  g_signal_connect_object (gtk_list_item_get_item (item), "notify::revision",
                           G_CALLBACK (revision_cb), item, G_CONNECT_SWAPPED);
  show_cell (item, GPOINTER_TO_INT (user_data));
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (item), revision_cb, item);
}

/* --- order --------------------------------------------------------------------------------- */

/* The worker sorts: the sorters of the columns only tell which was asked for, the first one. */
static int
record_cb (gconstpointer a, gconstpointer b, gpointer data)
{
  GObject *view = g_object_get_data (data, "pv-view");

  if (g_object_get_data (view, "pv-asked") == NULL)
    g_object_set_data (view, "pv-asked", data);

  return GTK_ORDERING_SMALLER;
}

gboolean
pv_versement_columns_get_order (GtkColumnView *view, PvVersementTri *tri, gboolean *descending)
{
  g_autoptr (GObject) one = g_object_new (G_TYPE_OBJECT, NULL);
  g_autoptr (GObject) other = g_object_new (G_TYPE_OBJECT, NULL);
  GObject *asked;
  GtkOrdering order;

  g_return_val_if_fail (GTK_IS_COLUMN_VIEW (view), FALSE);

  g_object_set_data (G_OBJECT (view), "pv-asked", NULL);
  order = gtk_sorter_compare (gtk_column_view_get_sorter (view), one, other);
  asked = g_object_get_data (G_OBJECT (view), "pv-asked");
  if (asked == NULL)
    return FALSE;
  *tri = columns[GPOINTER_TO_INT (g_object_get_data (asked, "pv-column"))].tri;
  *descending = order == GTK_ORDERING_LARGER;

  return TRUE;
}

/* --- columns ------------------------------------------------------------------------------- */

static GtkColumnViewColumn *
column_new (GtkColumnView *view, Column column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  const char *title = column == COLUMN_NOTIFIE
                          ? g_dpgettext2 (GETTEXT_PACKAGE, "column", columns[column].title)
                          : _ (columns[column].title);
  GtkColumnViewColumn *view_column;
  g_autoptr (GtkSorter) sorter = NULL;

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), GINT_TO_POINTER (column));
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), GINT_TO_POINTER (column));
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), GINT_TO_POINTER (column));
  view_column = gtk_column_view_column_new (title, factory);
  gtk_column_view_column_set_resizable (view_column, TRUE);
  gtk_column_view_column_set_expand (view_column, column == COLUMN_PORTEUR ||
                                                      column == COLUMN_INTITULE ||
                                                      column == COLUMN_FINANCEUR);
  g_object_set_data (G_OBJECT (view_column), "pv-view", view);
  g_object_set_data (G_OBJECT (view_column), "pv-column", GINT_TO_POINTER (column));
  sorter = GTK_SORTER (gtk_custom_sorter_new (record_cb, view_column, NULL));
  gtk_column_view_column_set_sorter (view_column, sorter);

  return view_column;
}

void
pv_versement_columns_add (GtkColumnView *view)
{
  g_return_if_fail (GTK_IS_COLUMN_VIEW (view));

  for (guint i = 0; i < N_COLUMNS; i++)
    {
      GtkColumnViewColumn *column = column_new (view, (Column)i);

      pv_table_add_column (view, column, columns[i].width,
                           columns[i].number ? GTK_ALIGN_END : GTK_ALIGN_START);
      if (columns[i].tri == PV_VERSEMENT_TRI_DELAI)
        gtk_column_view_sort_by_column (view, column, GTK_SORT_DESCENDING);
    }
  pv_table_follow_text (view);
}
