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

  return box;
}

static GtkWidget *
text_new (Colonne colonne)
{
  GtkWidget *cell = gtk_inscription_new (NULL);

  gtk_inscription_set_xalign (GTK_INSCRIPTION (cell), colonnes[colonne].xalign);
  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (cell),
                                     GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_inscription_set_min_chars (GTK_INSCRIPTION (cell), 0);
  gtk_inscription_set_nat_chars (GTK_INSCRIPTION (cell), 0);
  gtk_widget_set_hexpand (cell, TRUE);
  /* what tells two meetings of an instance apart is at the end */
  if (colonne == COLONNE_INSTANCE)
    gtk_inscription_set_text_overflow (GTK_INSCRIPTION (cell),
                                       GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_MIDDLE);
  if (colonnes[colonne].xalign > 0)
    gtk_widget_add_css_class (cell, "numeric");

  return cell;
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  Colonne colonne = GPOINTER_TO_INT (user_data);
  GtkWidget *cell = colonne == COLONNE_ETAT ? etat_new () : text_new (colonne);

  gtk_widget_set_valign (cell, GTK_ALIGN_CENTER);
  gtk_list_item_set_child (item, cell);
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
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer user_data)
{
  Colonne colonne = GPOINTER_TO_INT (user_data);
  const PvSeanceResume *resume = pv_seance_item_get (gtk_list_item_get_item (item));
  GtkWidget *cell = gtk_list_item_get_child (item);
  g_autofree char *text = NULL;
  g_autoptr (PangoAttrList) attributes = NULL;

  if (colonne == COLONNE_ETAT)
    {
      show_etat (cell, resume->seance->etat);
      return;
    }
  text = dup_text (resume, colonne);
  attributes = pv_format_attributes (text);
  gtk_inscription_set_text (GTK_INSCRIPTION (cell), text);
  gtk_inscription_set_attributes (GTK_INSCRIPTION (cell), attributes);
  gtk_widget_set_tooltip_text (cell, colonne == COLONNE_INSTANCE || colonne == COLONNE_LIEU ? text
                                                                                            : NULL);
}

void
pv_seance_columns_add (GtkColumnView *view)
{
  g_return_if_fail (GTK_IS_COLUMN_VIEW (view));

  for (int i = 0; i < N_COLONNES; i++)
    {
      GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
      GtkColumnViewColumn *column = gtk_column_view_column_new (
          g_dpgettext2 (GETTEXT_PACKAGE, "séance", colonnes[i].titre), factory);

      g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), GINT_TO_POINTER (i));
      g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), GINT_TO_POINTER (i));
      gtk_column_view_column_set_resizable (column, TRUE);
      gtk_column_view_column_set_expand (column, i == COLONNE_INSTANCE);
      pv_table_add_column (view, column, colonnes[i].largeur,
                           colonnes[i].xalign > 0 ? GTK_ALIGN_END : GTK_ALIGN_START);
    }
  pv_table_follow_text (view);
}
