/* pv-seance-item.c: a séance in a list
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "seance/pv-seance-item.h"

#include <glib/gi18n.h>

#include "pv-date.h"
#include "seance/pv-seance-mots.h"
#include "widget/pv-format.h"
#include "widget/pv-table-cells.h"
#include "widget/pv-table-columns.h"

struct _PvSeanceItem
{
  GObject parent_instance;

  PvSeanceResume *resume;
};

G_DEFINE_FINAL_TYPE (PvSeanceItem, pv_seance_item, G_TYPE_OBJECT)

static void
pv_seance_item_finalize (GObject *object)
{
  pv_seance_resume_free (PV_SEANCE_ITEM (object)->resume);

  G_OBJECT_CLASS (pv_seance_item_parent_class)->finalize (object);
}

static void
pv_seance_item_class_init (PvSeanceItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = pv_seance_item_finalize;
}

static void
pv_seance_item_init (PvSeanceItem *self)
{
}

PvSeanceItem *
pv_seance_item_new (PvSeanceResume *resume)
{
  PvSeanceItem *self = g_object_new (PV_TYPE_SEANCE_ITEM, NULL);

  self->resume = resume;

  return self;
}

const PvSeanceResume *
pv_seance_item_get (PvSeanceItem *self)
{
  g_return_val_if_fail (PV_IS_SEANCE_ITEM (self), NULL);

  return self->resume;
}

/* --- columns ------------------------------------------------------------------------------- */

typedef enum
{
  COLONNE_INSTANCE,
  COLONNE_DATE,
  COLONNE_LIEU,
  COLONNE_ETAT,
  COLONNE_PRESENTS,
  COLONNE_DOSSIERS,
  COLONNE_DECIDES,
  COLONNE_ARBITRE,
} Colonne;

#define N_COLONNES 8

static const struct
{
  const char *titre;
  int largeur; /* at a text of 100 % */
  float xalign;
} colonnes[N_COLONNES] = {
  { NC_ ("séance", "Instance"), 250, 0 }, { NC_ ("séance", "Date"), 120, 0 },
  { NC_ ("séance", "Place"), 150, 0 },    { NC_ ("séance", "State"), 96, 0 },
  { NC_ ("séance", "Present"), 72, 1 },   { NC_ ("séance", "Dossiers"), 70, 1 },
  { NC_ ("séance", "Decided"), 72, 1 },   { NC_ ("séance", "Arbitrated"), 90, 1 },
};

static char *
dup_text (const PvSeanceResume *resume, Colonne colonne)
{
  switch ((int)colonne)
    {
    case COLONNE_INSTANCE:
      return pv_seance_dup_title (resume);
    case COLONNE_DATE:
      return pv_date_format_french (resume->seance->date_le, PV_DATE_FORMAT_LONG);
    case COLONNE_LIEU:
      return g_strdup (resume->seance->lieu != NULL ? resume->seance->lieu : PV_TEXT_NULL);
    case COLONNE_PRESENTS:
      return g_strdup_printf (_ ("%u of %u"), resume->n_presents, resume->n_membres);
    case COLONNE_DOSSIERS:
      return pv_count_to_text (resume->n_dossiers);
    case COLONNE_DECIDES:
      return pv_seance_dup_decides (resume);
    default:
      return pv_amount_to_text (resume->arbitre_cents);
    }
}

static GtkWidget *
etat_new (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), gtk_image_new ());
  gtk_box_append (GTK_BOX (box), label);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);

  return box;
}

static GtkWidget *
make_cell (GtkListItem *item, guint colonne)
{
  GtkWidget *cell;

  if (colonne == COLONNE_ETAT)
    return etat_new ();
  cell = pv_table_inscription_new (colonnes[colonne].xalign, colonnes[colonne].xalign > 0);
  /* what tells two meetings of an instance apart is at the end */
  if (colonne == COLONNE_INSTANCE)
    gtk_inscription_set_text_overflow (GTK_INSCRIPTION (cell),
                                       GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_MIDDLE);

  return cell;
}

static void
show_etat (GtkWidget *box, PvSeanceEtat etat)
{
  GtkWidget *image = gtk_widget_get_first_child (box);
  const char *classes[] = { pv_seance_etat_to_css_class (etat), NULL };

  gtk_image_set_from_icon_name (GTK_IMAGE (image), pv_seance_etat_to_icon_name (etat));
  gtk_widget_set_css_classes (image, classes);
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_last_child (box)), pv_seance_etat_to_words (etat));
}

static void
show_cell (GtkListItem *item, guint colonne)
{
  const PvSeanceResume *resume = pv_seance_item_get (gtk_list_item_get_item (item));
  GtkWidget *cell = gtk_list_item_get_child (item);
  g_autofree char *text = NULL;

  if (colonne == COLONNE_ETAT)
    {
      show_etat (cell, resume->seance->etat);
      return;
    }
  text = dup_text (resume, colonne);
  pv_table_inscription_show (cell, text,
                             colonne == COLONNE_INSTANCE || colonne == COLONNE_LIEU ? text : NULL);
}

static const PvTableKind kind = { .make = make_cell, .show = show_cell };

void
pv_seance_columns_add (GtkColumnView *view)
{
  g_return_if_fail (GTK_IS_COLUMN_VIEW (view));

  for (guint i = 0; i < N_COLONNES; i++)
    {
      const char *titre = g_dpgettext2 (GETTEXT_PACKAGE, "séance", colonnes[i].titre);

      pv_table_add_column (view, pv_table_column_new (&kind, i, titre, i == COLONNE_INSTANCE),
                           colonnes[i].largeur,
                           colonnes[i].xalign > 0 ? GTK_ALIGN_END : GTK_ALIGN_START);
    }
  pv_table_follow_text (view);
}
