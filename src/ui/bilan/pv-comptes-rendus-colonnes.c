/* pv-comptes-rendus-colonnes.c: the columns of the list of comptes rendus
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bilan/pv-comptes-rendus-colonnes.h"

#include <glib/gi18n.h>

#include "widget/pv-format.h"
#include "widget/pv-table-cells.h"
#include "widget/pv-table-columns.h"
#include "widget/pv-tooltip.h"

static const struct
{
  const char *title;
  int width; /* at a text of 100 % */
  float xalign;
} colonnes[PV_N_CRF_COLONNES] = {
  { NC_ ("comptes rendus", "State"), 150, 0 },     { NC_ ("comptes rendus", "No."), 58, 0 },
  { NC_ ("comptes rendus", "Year"), 52, 0 },       { NC_ ("comptes rendus", "Porteur"), 130, 0 },
  { NC_ ("comptes rendus", "Dossier"), 130, 0 },   { NC_ ("comptes rendus", "Notified"), 86, 1 },
  { NC_ ("comptes rendus", "Paid"), 86, 1 },       { NC_ ("comptes rendus", "Due on"), 96, 0 },
  { NC_ ("comptes rendus", "Reminders"), 108, 0 }, { NC_ ("comptes rendus", "Realised"), 72, 1 },
  { NC_ ("comptes rendus", "To recover"), 98, 1 },
};

static const struct
{
  const char *icon;
  const char *style;
} looks[PV_N_BILAN_ETATS] = {
  { "pv-warning-symbolic", "pv-error" },       { "pv-avis-attendu-symbolic", "pv-warning" },
  { "pv-avis-attendu-symbolic", "secondary" }, { "pv-statut-bilan-recu-symbolic", "pv-violet" },
  { "object-select-symbolic", "pv-success" },  { "pv-avis-attendu-symbolic", "secondary" },
};

const char *
pv_crf_colonne_get_title (PvCrfColonne colonne)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "comptes rendus", colonnes[colonne].title);
}

const char *
pv_compte_rendu_get_icon (PvBilanEtat etat)
{
  return looks[etat].icon;
}

const char *
pv_compte_rendu_get_style (PvBilanEtat etat)
{
  return looks[etat].style;
}

static GtkWidget *
make_cell (GtkListItem *item, guint colonne)
{
  GtkWidget *label = pv_table_label_new (colonnes[colonne].xalign, TRUE);
  GtkWidget *box;

  if (colonne != PV_CRF_COLONNE_ETAT)
    return label;
  box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_box_append (GTK_BOX (box), gtk_image_new ());
  gtk_box_append (GTK_BOX (box), label);

  return box;
}

static void
show_look (GtkWidget *box, PvBilanEtat etat)
{
  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    gtk_widget_remove_css_class (box, looks[i].style);
  gtk_widget_add_css_class (box, looks[etat].style);
  gtk_image_set_from_icon_name (GTK_IMAGE (gtk_widget_get_first_child (box)), looks[etat].icon);
}

static void
show_cell (GtkListItem *item, guint colonne)
{
  PvCompteRenduItem *of = gtk_list_item_get_item (item);
  GtkWidget *cell = gtk_list_item_get_child (item);
  GtkWidget *label = colonne == PV_CRF_COLONNE_ETAT ? gtk_widget_get_last_child (cell) : cell;
  g_autofree char *text = pv_compte_rendu_item_dup_text (of, colonne);

  pv_format_label (GTK_LABEL (label), text);
  pv_tooltip_set (cell, colonne == PV_CRF_COLONNE_RECUPERER && g_str_has_suffix (text, "?")
                            ? _ ("Proposed: to be confirmed in the dossier")
                            : text);
  if (colonne == PV_CRF_COLONNE_ETAT)
    show_look (cell, pv_compte_rendu_item_get_etat (of));
}

static int
compare_cb (gconstpointer a, gconstpointer b, gpointer user_data)
{
  return pv_compte_rendu_item_compare ((PvCompteRenduItem *)a, (PvCompteRenduItem *)b,
                                       (PvCrfColonne)GPOINTER_TO_INT (user_data));
}

static const PvTableKind kind = {
  .make = make_cell,
  .show = show_cell,
  .compare = compare_cb,
};

void
pv_comptes_rendus_colonnes_add (GtkColumnView *view)
{
  for (guint i = 0; i < PV_N_CRF_COLONNES; i++)
    pv_table_add_column (
        view,
        pv_table_column_new (&kind, i, pv_crf_colonne_get_title (i),
                             i == PV_CRF_COLONNE_INTITULE || i == PV_CRF_COLONNE_PORTEUR),
        colonnes[i].width, colonnes[i].xalign > 0.9F ? GTK_ALIGN_END : GTK_ALIGN_START);
  pv_table_follow_text (view);
}
