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
#include "widget/pv-table-cells.h"
#include "widget/pv-table-columns.h"
#include "widget/pv-tooltip.h"

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

static GtkWidget *
make_cell (GtkListItem *item, guint column)
{
  if (column == COLUMN_AVIS)
    return pv_avis_glance_new ();
  if (column == COLUMN_REPONSE)
    return reponse_new ();

  return pv_table_label_new (columns[column].number ? 1 : 0,
                             column != COLUMN_INTITULE && column != COLUMN_PORTEUR);
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
  pv_tooltip_set (box, text);
}

static void
show_cell (GtkListItem *item, guint column)
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
    pv_tooltip_set (child, text);
}

static const PvTableKind kind = {
  .make = make_cell,
  .show = show_cell,
  .changed = "notify::revision",
};

gboolean
pv_file_columns_get_order (GtkColumnView *view, PvFileTri *tri, gboolean *descending)
{
  GtkColumnViewColumn *asked = pv_table_get_order (view, descending);

  if (asked == NULL)
    return FALSE;
  *tri = columns[pv_table_column_get_number (asked)].tri;

  return TRUE;
}

void
pv_file_columns_add (GtkColumnView *view)
{
  g_return_if_fail (GTK_IS_COLUMN_VIEW (view));

  for (guint i = 0; i < N_COLUMNS; i++)
    {
      const char *title = i == COLUMN_INTITULE
                              ? g_dpgettext2 (GETTEXT_PACKAGE, "column", columns[i].title)
                              : _ (columns[i].title);
      GtkColumnViewColumn *column = pv_table_column_new (&kind, i, title, i == COLUMN_INTITULE);

      pv_table_record_order (view, column);
      pv_table_add_column (view, column, columns[i].width,
                           columns[i].number ? GTK_ALIGN_END : GTK_ALIGN_START);
      if (columns[i].tri == PV_FILE_TRI_ECHEANCE)
        gtk_column_view_sort_by_column (view, column, GTK_SORT_ASCENDING);
    }
  pv_table_follow_text (view);
}
