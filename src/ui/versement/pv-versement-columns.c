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
#include "widget/pv-table-cells.h"
#include "widget/pv-table-columns.h"
#include "widget/pv-tooltip.h"

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

  gtk_box_append (GTK_BOX (box), pv_severity_icon_new (PV_SEVERITE_WARNING));
  gtk_box_append (GTK_BOX (box), pv_table_label_new (0, TRUE));

  return box;
}

/* What is left, above what is too much. */
static GtkWidget *
reste_new (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  for (guint i = 0; i < 2; i++)
    gtk_box_append (GTK_BOX (box), pv_table_label_new (1, TRUE));
  gtk_widget_add_css_class (gtk_widget_get_last_child (box), "caption");
  gtk_widget_add_css_class (gtk_widget_get_last_child (box), "pv-error");

  return box;
}

static GtkWidget *
make_cell (GtkListItem *list_item, guint column)
{
  if (column == COLUMN_DELAI)
    return delai_new ();
  if (column == COLUMN_RESTE)
    return reste_new ();

  return pv_table_label_new (columns[column].number ? 1 : 0,
                             columns[column].number || column == COLUMN_NUMERO ||
                                 column == COLUMN_DERNIER || column == COLUMN_NOTIFIE_LE);
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
show_cell (GtkListItem *list_item, guint column)
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
  pv_tooltip_set (child, tip);
}

static const PvTableKind kind = {
  .make = make_cell,
  .show = show_cell,
  .changed = "notify::revision",
};

gboolean
pv_versement_columns_get_order (GtkColumnView *view, PvVersementTri *tri, gboolean *descending)
{
  GtkColumnViewColumn *asked = pv_table_get_order (view, descending);

  if (asked == NULL)
    return FALSE;
  *tri = columns[pv_table_column_get_number (asked)].tri;

  return TRUE;
}

void
pv_versement_columns_add (GtkColumnView *view)
{
  g_return_if_fail (GTK_IS_COLUMN_VIEW (view));

  for (guint i = 0; i < N_COLUMNS; i++)
    {
      const char *title = i == COLUMN_NOTIFIE
                              ? g_dpgettext2 (GETTEXT_PACKAGE, "column", columns[i].title)
                              : _ (columns[i].title);
      GtkColumnViewColumn *column = pv_table_column_new (
          &kind, i, title, i == COLUMN_PORTEUR || i == COLUMN_INTITULE || i == COLUMN_FINANCEUR);

      pv_table_record_order (view, column);
      pv_table_add_column (view, column, columns[i].width,
                           columns[i].number ? GTK_ALIGN_END : GTK_ALIGN_START);
      if (columns[i].tri == PV_VERSEMENT_TRI_DELAI)
        gtk_column_view_sort_by_column (view, column, GTK_SORT_DESCENDING);
    }
  pv_table_follow_text (view);
}
