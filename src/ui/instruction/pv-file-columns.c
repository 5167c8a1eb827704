/* pv-file-columns.c: the columns of the queue
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "instruction/pv-file-columns.h"

#include <glib/gi18n.h>

#include "instruction/pv-avis-icons.h"
#include "instruction/pv-instruction-liste.h"
#include "pv-date.h"
#include "widget/pv-format.h"
#include "widget/pv-table-columns.h"

typedef enum
{
  COLUMN_NUMERO,
  COLUMN_INTITULE,
  COLUMN_PORTEUR,
  COLUMN_REPONSE,
  COLUMN_AVIS,
  COLUMN_SCORE,
  COLUMN_ECHEANCE,
} Column;

#define N_COLUMNS 7

static const struct
{
  const char *title;
  int width; /* at a text of 100 %; the title takes what is left */
  gboolean number;
  PvFileTri tri;
} columns[N_COLUMNS] = {
  /* Translators: number, in a column header */
  { N_ ("No."), 64, FALSE, PV_FILE_TRI_NUMERO },
  { NC_ ("column", "Dossier"), 160, FALSE, PV_FILE_TRI_INTITULE },
  { N_ ("Holder"), 150, FALSE, PV_FILE_TRI_PORTEUR },
  { N_ ("My answer"), 180, FALSE, PV_FILE_TRI_REPONSE },
  { N_ ("Avis"), 152, FALSE, PV_FILE_TRI_AVIS },
  { N_ ("Score"), 72, TRUE, PV_FILE_TRI_SCORE },
  { N_ ("Due"), 96, FALSE, PV_FILE_TRI_ECHEANCE },
};

/* --- what a cell says ---------------------------------------------------------------------- */

static char *
score_to_text (gint64 score)
{
  if (score == PV_INT_NULL)
    return g_strdup (PV_TEXT_NULL);

  return g_strdup_printf ("%'.2f", (double)score / 100);
}

static char *
dup_reponse (const PvInstructionLigne *ligne)
{
  g_autofree char *draft = NULL;

  /* before an avis is awaited, and once it is decided, the status is said */
  if (ligne->etat == PV_INSTRUCTION_ETAT_NULL)
    return g_strdup (pv_dossier_statut_is_instruit_ouvert (ligne->statut)
                         ? _ ("To answer")
                         : pv_dossier_statut_to_libelle (ligne->statut));
  if (ligne->etat == PV_INSTRUCTION_ETAT_SOUMISE)
    {
      g_autofree char *words = g_strdup (pv_avis_to_words (ligne->avis));

      if (ligne->avis == PV_AVIS_NULL)
        return g_strdup (_ ("Submitted"));
      return g_steal_pointer (&words);
    }
  /* Translators: a draft with marks on so many of the criteria */
  draft = g_strdup_printf (_ ("Draft, %d of %d"), (int)ligne->n_notes, (int)ligne->n_criteres);
  if (ligne->avis == PV_AVIS_NULL)
    return g_steal_pointer (&draft);

  /* Translators: an avis that was submitted, and what is prepared to replace it */
  return g_strdup_printf (_ ("%s · %s"), pv_avis_to_words (ligne->avis), draft);
}

static char *
dup_text (const PvInstructionLigne *ligne, Column column)
{
  if (ligne == NULL)
    return g_strdup (PV_TEXT_NULL);

  switch (column)
    {
    case COLUMN_NUMERO:
      return g_strdup (ligne->numero);
    case COLUMN_INTITULE:
      return g_strdup (ligne->intitule);
    case COLUMN_PORTEUR:
      return g_strdup (ligne->porteur);
    case COLUMN_REPONSE:
      return dup_reponse (ligne);
    case COLUMN_SCORE:
      return score_to_text (ligne->score);
    case COLUMN_ECHEANCE:
      return ligne->echeance != NULL ? pv_date_format_french (ligne->echeance, PV_DATE_FORMAT_SHORT)
                                     : g_strdup (PV_TEXT_NULL);
    case COLUMN_AVIS:
      break;
    }

  return NULL;
}

/* --- cells --------------------------------------------------------------------------------- */

static GtkWidget *
reponse_new (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), gtk_image_new ());
  gtk_box_append (GTK_BOX (box), label);

  return box;
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  Column column = GPOINTER_TO_INT (user_data);
  GtkWidget *label;

  if (column == COLUMN_AVIS)
    {
      gtk_list_item_set_child (item, pv_avis_glance_new ());
      return;
    }
  if (column == COLUMN_REPONSE)
    {
      gtk_list_item_set_child (item, reponse_new ());
      return;
    }
  label = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (label), columns[column].number ? 1 : 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (column != COLUMN_INTITULE && column != COLUMN_PORTEUR)
    gtk_widget_add_css_class (label, "numeric");
  gtk_list_item_set_child (item, label);
}

static void
show_reponse (GtkWidget *box, const PvInstructionLigne *ligne)
{
  GtkWidget *image = gtk_widget_get_first_child (box);
  GtkWidget *label = gtk_widget_get_last_child (box);
  g_autofree char *text = dup_text (ligne, COLUMN_REPONSE);
  PvInstructionEtat etat = ligne != NULL ? ligne->etat : PV_INSTRUCTION_ETAT_NULL;

  pv_avis_set_icon (GTK_IMAGE (image),
                    etat == PV_INSTRUCTION_ETAT_SOUMISE ? ligne->avis : PV_AVIS_NULL);
  if (etat == PV_INSTRUCTION_ETAT_BROUILLON)
    gtk_image_set_from_icon_name (GTK_IMAGE (image), "document-edit-symbolic");
  gtk_widget_set_visible (image, etat != PV_INSTRUCTION_ETAT_NULL || ligne == NULL ||
                                     pv_dossier_statut_is_instruit_ouvert (ligne->statut));
  gtk_label_set_text (GTK_LABEL (label), text);
  gtk_widget_set_tooltip_text (box, text);
}

static void
show_cell (GtkListItem *item, Column column)
{
  GtkWidget *child = gtk_list_item_get_child (item);
  const PvInstructionLigne *ligne = pv_instruction_row_get (gtk_list_item_get_item (item));
  g_autofree char *text = NULL;

  if (column == COLUMN_AVIS)
    {
      if (ligne != NULL)
        pv_avis_glance_set (PV_AVIS_GLANCE (child), ligne->tous);
      return;
    }
  if (column == COLUMN_REPONSE)
    {
      show_reponse (child, ligne);
      return;
    }
  text = dup_text (ligne, column);
  pv_format_label (GTK_LABEL (child), text);
  if (!columns[column].number)
    gtk_widget_set_tooltip_text (child, text);
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
pv_file_columns_get_order (GtkColumnView *view, PvFileTri *tri, gboolean *descending)
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
  const char *title = column == COLUMN_INTITULE
                          ? g_dpgettext2 (GETTEXT_PACKAGE, "column", columns[column].title)
                          : _ (columns[column].title);
  GtkColumnViewColumn *view_column;
  g_autoptr (GtkSorter) sorter = NULL;

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), GINT_TO_POINTER (column));
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), GINT_TO_POINTER (column));
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), GINT_TO_POINTER (column));
  view_column = gtk_column_view_column_new (title, factory);
  gtk_column_view_column_set_resizable (view_column, TRUE);
  gtk_column_view_column_set_expand (view_column, column == COLUMN_INTITULE);
  g_object_set_data (G_OBJECT (view_column), "pv-view", view);
  g_object_set_data (G_OBJECT (view_column), "pv-column", GINT_TO_POINTER (column));
  sorter = GTK_SORTER (gtk_custom_sorter_new (record_cb, view_column, NULL));
  gtk_column_view_column_set_sorter (view_column, sorter);

  return view_column;
}

void
pv_file_columns_add (GtkColumnView *view)
{
  g_return_if_fail (GTK_IS_COLUMN_VIEW (view));

  for (guint i = 0; i < N_COLUMNS; i++)
    {
      GtkColumnViewColumn *column = column_new (view, (Column)i);

      pv_table_add_column (view, column, columns[i].width,
                           columns[i].number ? GTK_ALIGN_END : GTK_ALIGN_START);
      if (columns[i].tri == PV_FILE_TRI_ECHEANCE)
        gtk_column_view_sort_by_column (view, column, GTK_SORT_ASCENDING);
    }
  pv_table_follow_text (view);
}
