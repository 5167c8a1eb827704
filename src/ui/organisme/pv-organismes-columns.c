/* pv-organismes-columns.c: the columns of the list of organismes
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "organisme/pv-organismes-columns.h"

#include <glib/gi18n.h>

#include "organisme/pv-organisme-item.h"
#include "widget/pv-format.h"
#include "widget/pv-table-cells.h"
#include "widget/pv-table-columns.h"
#include "widget/pv-tooltip.h"

typedef enum
{
  COLUMN_NOM,
  COLUMN_FORME,
  COLUMN_COMMUNE,
  COLUMN_SIRET,
  COLUMN_DOSSIERS,
  COLUMN_SOLLICITE,
  COLUMN_ACCORDE,
  COLUMN_VERSE,
  COLUMN_ANNEE,
} Column;

#define N_COLUMNS 9

static const struct
{
  const char *title;
  int width; /* at a text of 100 %; the first takes what is left */
  gboolean number;
} columns[N_COLUMNS] = {
  { N_ ("Organisation"), 200, FALSE },
  { N_ ("Form"), 110, FALSE },
  { N_ ("Commune"), 130, FALSE },
  { N_ ("SIRET"), 186, FALSE },
  { NC_ ("column", "Dossiers"), 70, TRUE },
  { N_ ("Asked"), 96, TRUE },
  { N_ ("Granted"), 96, TRUE },
  { N_ ("Paid"), 96, TRUE },
  { NC_ ("column", "Year"), 70, TRUE },
};

/* --- cells --------------------------------------------------------------------------- */

static char *
dup_siret (const PvOrganismeResume *resume)
{
  if (resume->siret != NULL)
    return g_strdup (resume->siret);
  if (resume->siret_declare != NULL)
    /* Translators: a number that was given as a SIRET and is none. */
    return g_strdup_printf (_ ("%s (invalid)"), resume->siret_declare);

  return g_strdup (_ ("missing"));
}

static char *
dup_text (const PvOrganismeResume *resume, Column column)
{
  switch (column)
    {
    case COLUMN_NOM:
      return g_strdup (resume->nom);
    case COLUMN_FORME:
      return g_strdup (resume->forme != PV_FORME_NULL ? pv_forme_to_libelle (resume->forme)
                                                      : PV_TEXT_NULL);
    case COLUMN_COMMUNE:
      return g_strdup (resume->commune != NULL ? resume->commune : PV_TEXT_NULL);
    case COLUMN_SIRET:
      return dup_siret (resume);
    case COLUMN_DOSSIERS:
      return pv_count_to_text (resume->dossiers);
    case COLUMN_SOLLICITE:
      return pv_amount_to_text (resume->sollicite_cents);
    case COLUMN_ACCORDE:
      return pv_amount_to_text (resume->accorde_cents);
    case COLUMN_VERSE:
      return pv_amount_to_text (resume->verse_cents);
    case COLUMN_ANNEE:
      return resume->annee != PV_INT_NULL ? g_strdup_printf ("%d", (int)resume->annee)
                                          : g_strdup (PV_TEXT_NULL);
    }

  g_return_val_if_reached (NULL);
}

static GtkWidget *
make_cell (GtkListItem *item, guint column)
{
  return pv_table_label_new (columns[column].number ? 1 : 0,
                             columns[column].number || column == COLUMN_SIRET);
}

static void
show_cell (GtkListItem *item, guint column)
{
  const PvOrganismeResume *resume = pv_organisme_item_get (gtk_list_item_get_item (item));
  GtkWidget *label = gtk_list_item_get_child (item);
  g_autofree char *text = dup_text (resume, column);

  pv_format_label (GTK_LABEL (label), text);
  if (!columns[column].number)
    pv_tooltip_set (label, text);
  gtk_widget_remove_css_class (label, "pv-error");
  gtk_widget_remove_css_class (label, "secondary");
  if (column == COLUMN_SIRET && resume->siret == NULL)
    gtk_widget_add_css_class (label, resume->siret_declare != NULL ? "pv-error" : "secondary");
}

/* --- order --------------------------------------------------------------------------- */

static int
compare_numbers (gint64 a, gint64 b)
{
  return (a > b) - (a < b);
}

/* Nothing known comes first, as the smallest. */
static int
compare_texts (const char *a, const char *b)
{
  if (a == NULL || b == NULL)
    return (a != NULL) - (b != NULL);

  return g_utf8_collate (a, b);
}

static int
compare_cb (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const PvOrganismeResume *x = pv_organisme_item_get ((PvOrganismeItem *)a);
  const PvOrganismeResume *y = pv_organisme_item_get ((PvOrganismeItem *)b);

  switch ((Column)GPOINTER_TO_INT (user_data))
    {
    case COLUMN_NOM:
      return strcmp (pv_organisme_item_get_sort_key ((PvOrganismeItem *)a),
                     pv_organisme_item_get_sort_key ((PvOrganismeItem *)b));
    case COLUMN_FORME:
      return compare_texts (pv_forme_to_libelle (x->forme), pv_forme_to_libelle (y->forme));
    case COLUMN_COMMUNE:
      return compare_texts (x->commune, y->commune);
    case COLUMN_SIRET:
      return compare_texts (x->siret, y->siret);
    case COLUMN_DOSSIERS:
      return compare_numbers (x->dossiers, y->dossiers);
    case COLUMN_SOLLICITE:
      return compare_numbers (x->sollicite_cents, y->sollicite_cents);
    case COLUMN_ACCORDE:
      return compare_numbers (x->accorde_cents, y->accorde_cents);
    case COLUMN_VERSE:
      return compare_numbers (x->verse_cents, y->verse_cents);
    case COLUMN_ANNEE:
      return compare_numbers (x->annee, y->annee);
    }

  return 0;
}

static const PvTableKind kind = {
  .make = make_cell,
  .show = show_cell,
  .compare = compare_cb,
};

void
pv_organismes_columns_add (GtkColumnView *view)
{
  g_return_if_fail (GTK_IS_COLUMN_VIEW (view));

  for (guint i = 0; i < N_COLUMNS; i++)
    {
      const char *title = i == COLUMN_DOSSIERS || i == COLUMN_ANNEE
                              ? g_dpgettext2 (GETTEXT_PACKAGE, "column", columns[i].title)
                              : _ (columns[i].title);

      pv_table_add_column (view, pv_table_column_new (&kind, i, title, i == COLUMN_NOM),
                           columns[i].width, columns[i].number ? GTK_ALIGN_END : GTK_ALIGN_START);
    }
  pv_table_follow_text (view);
}
