/* pv-avis-externe-item.c: a question put to a service, in a list
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "avis/pv-avis-externe-item.h"

#include <glib/gi18n.h>

#include "pv-date.h"
#include "widget/pv-format.h"
#include "widget/pv-table-columns.h"
#include "widget/pv-tooltip.h"

struct _PvAvisExterneItem
{
  GObject parent_instance;

  GPtrArray *lignes;
  const PvAvisExterneLigne *ligne;
  char *jour;
};

G_DEFINE_FINAL_TYPE (PvAvisExterneItem, pv_avis_externe_item, G_TYPE_OBJECT)

static const char *const titles[PV_N_AVIS_COLONNES] = {
  N_ ("State"),    N_ ("Service"), N_ ("No."),         N_ ("Dossier"), N_ ("Holder"),
  N_ ("Asked on"), N_ ("Due on"),  N_ ("Reminded on"), N_ ("Avis"),
};

const char *
pv_avis_colonne_get_title (PvAvisColonne colonne)
{
  return _ (titles[colonne]);
}

const PvAvisExterne *
pv_avis_externe_item_get_avis (PvAvisExterneItem *self)
{
  return self->ligne->avis;
}

PvAvisExterneEtat
pv_avis_externe_item_get_etat (PvAvisExterneItem *self)
{
  return pv_avis_externe_get_etat (self->ligne->avis, self->jour);
}

static char *
dup_date (const char *iso)
{
  return iso != NULL ? pv_date_format_french (iso, PV_DATE_FORMAT_SHORT) : g_strdup (PV_TEXT_NULL);
}

char *
pv_avis_externe_item_dup_text (PvAvisExterneItem *self, PvAvisColonne colonne)
{
  const PvAvisExterne *avis = self->ligne->avis;

  switch (colonne)
    {
    case PV_AVIS_COLONNE_ETAT:
      return pv_avis_externe_etat_to_words (avis, self->jour);
    case PV_AVIS_COLONNE_SERVICE:
      return g_strdup (avis->service);
    case PV_AVIS_COLONNE_NUMERO:
      return g_strdup (self->ligne->numero);
    case PV_AVIS_COLONNE_INTITULE:
      return g_strdup (self->ligne->intitule);
    case PV_AVIS_COLONNE_PORTEUR:
      return g_strdup (self->ligne->porteur);
    case PV_AVIS_COLONNE_DEMANDE:
      return dup_date (avis->demande_le);
    case PV_AVIS_COLONNE_ECHEANCE:
      return dup_date (avis->echeance_le);
    case PV_AVIS_COLONNE_RELANCE:
      return dup_date (avis->relance_le);
    case PV_AVIS_COLONNE_AVIS:
    default:
      return g_strdup (avis->avis != PV_AVIS_NULL ? pv_avis_to_libelle (avis->avis) : PV_TEXT_NULL);
    }
}

static void
pv_avis_externe_item_finalize (GObject *object)
{
  PvAvisExterneItem *self = PV_AVIS_EXTERNE_ITEM (object);

  g_ptr_array_unref (self->lignes);
  g_free (self->jour);

  G_OBJECT_CLASS (pv_avis_externe_item_parent_class)->finalize (object);
}

static void
pv_avis_externe_item_class_init (PvAvisExterneItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = pv_avis_externe_item_finalize;
}

static void
pv_avis_externe_item_init (PvAvisExterneItem *self)
{
}

PvAvisExterneItem *
pv_avis_externe_item_new (GPtrArray *lignes, guint position, const char *jour)
{
  PvAvisExterneItem *self = g_object_new (PV_TYPE_AVIS_EXTERNE_ITEM, NULL);

  self->lignes = g_ptr_array_ref (lignes);
  self->ligne = lignes->pdata[position];
  self->jour = g_strdup (jour);

  return self;
}

/* --- columns --------------------------------------------------------------------------------- */

static const struct
{
  const char *icon;
  const char *style;
} looks[PV_N_AVIS_EXTERNE_ETATS] = {
  { "pv-warning-symbolic", "pv-error" },
  { "pv-avis-attendu-symbolic", "pv-warning" },
  { "pv-avis-attendu-symbolic", "secondary" },
  { "object-select-symbolic", "pv-success" },
};

static GtkWidget *
make_cell (GtkListItem *item, guint colonne)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (NULL);

  if (colonne == PV_AVIS_COLONNE_ETAT)
    gtk_box_append (GTK_BOX (box), gtk_image_new ());
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (colonne == PV_AVIS_COLONNE_INTITULE || colonne == PV_AVIS_COLONNE_PORTEUR)
    {
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_label_set_width_chars (GTK_LABEL (label), 14);
    }
  gtk_widget_add_css_class (label, "numeric");
  gtk_box_append (GTK_BOX (box), label);

  return box;
}

static void
show_cell (GtkListItem *item, guint colonne)
{
  PvAvisExterneItem *avis = gtk_list_item_get_item (item);
  GtkWidget *box = gtk_list_item_get_child (item);
  g_autofree char *text = pv_avis_externe_item_dup_text (avis, colonne);

  gtk_label_set_label (GTK_LABEL (gtk_widget_get_last_child (box)), text);
  pv_tooltip_set (box, text);
  if (colonne != PV_AVIS_COLONNE_ETAT)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    gtk_widget_remove_css_class (box, looks[i].style);
  gtk_widget_add_css_class (box, looks[pv_avis_externe_item_get_etat (avis)].style);
  gtk_image_set_from_icon_name (GTK_IMAGE (gtk_widget_get_first_child (box)),
                                looks[pv_avis_externe_item_get_etat (avis)].icon);
}

static const PvTableKind kind = { .make = make_cell, .show = show_cell };

void
pv_avis_colonnes_add (GtkColumnView *view)
{
  for (guint i = 0; i < PV_N_AVIS_COLONNES; i++)
    {
      g_autoptr (GtkColumnViewColumn) column = pv_table_column_new (
          &kind, i, _ (titles[i]), i == PV_AVIS_COLONNE_INTITULE || i == PV_AVIS_COLONNE_PORTEUR);

      gtk_column_view_append_column (view, column);
    }
}
