/* pv-votes-colonnes.c: the columns of the list of votes and notifications
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "vote/pv-votes-colonnes.h"

#include <glib/gi18n.h>

#include "pv-date.h"
#include "widget/pv-format.h"
#include "widget/pv-table-columns.h"
#include "widget/pv-tooltip.h"

static const struct
{
  const char *title;
  int width;       /* at a text of 100 % */
  gboolean expand; /* takes of what is left */
} colonnes[PV_N_VOTE_COLONNES] = {
  { "", 34 },
  { N_ ("No."), 58 },
  { N_ ("Holder"), 115, TRUE },
  { N_ ("Dossier"), 170, TRUE },
  { N_ ("Sollicité"), 82 },
  { N_ ("Arbitré"), 82 },
  { N_ ("Voté"), 82 },
  { N_ ("Notifié"), 82 },
  { N_ ("Date"), 92 },
  { N_ ("Act"), 125, TRUE },
  { N_ ("State"), 124 },
};

static const struct
{
  const char *icon;
  const char *style;
  const char *words;
} etats[] = {
  { "pv-avis-attendu-symbolic", "secondary", N_ ("to vote") },
  { "pv-warning-symbolic", "pv-warning", N_ ("not arbitrated") },
  { "pv-avis-attendu-symbolic", "secondary", N_ ("to notify") },
  { "pv-warning-symbolic", "pv-warning", N_ ("CER not signed") },
  { "pv-statut-notifie-symbolic", "pv-success", N_ ("notified") },
  { "pv-warning-symbolic", "pv-warning", N_ ("without a vote") },
  { "pv-statut-refuse-symbolic", "secondary", N_ ("nothing left") },
  { "pv-statut-solde-symbolic", "pv-success", N_ ("paid") },
};

const char *
pv_vote_colonne_get_title (PvVoteColonne colonne)
{
  return *colonnes[colonne].title != '\0' ? _ (colonnes[colonne].title) : "";
}

static guint
get_etat (const PvVoteLigne *ligne)
{
  if (ligne->notifie_cents == PV_CENTS_NULL && ligne->vote_cents == PV_CENTS_NULL)
    return ligne->arbitre_cents == PV_CENTS_NULL ? 1 : 0;
  if (ligne->notifie_cents == PV_CENTS_NULL)
    return ligne->cer_absent ? 3 : 2;
  if (ligne->notifie_cents == 0)
    return 6;
  if (ligne->vote_cents == PV_CENTS_NULL && pv_vote_is_delibere (ligne->categorie))
    return 5;
  if (ligne->cer_absent)
    return 3;

  return ligne->verse_cents != PV_CENTS_NULL && ligne->verse_cents >= ligne->notifie_cents ? 7 : 4;
}

static gboolean
is_amount (PvVoteColonne colonne)
{
  return colonne >= PV_VOTE_COLONNE_SOLLICITE && colonne <= PV_VOTE_COLONNE_NOTIFIE;
}

PvCents
pv_vote_colonne_get_cents (PvVoteColonne colonne, const PvVoteLigne *ligne)
{
  switch ((int)colonne)
    {
    case PV_VOTE_COLONNE_SOLLICITE:
      return ligne->sollicite_cents;
    case PV_VOTE_COLONNE_ARBITRE:
      return ligne->arbitre_cents;
    case PV_VOTE_COLONNE_VOTE:
      return ligne->vote_cents;
    case PV_VOTE_COLONNE_NOTIFIE:
      return ligne->notifie_cents;
    default:
      return PV_CENTS_NULL;
    }
}

/* The date and the act of the furthest of both. */
static const char *
get_date (const PvVoteLigne *ligne)
{
  return ligne->notifie_cents != PV_CENTS_NULL ? ligne->notifie_le : ligne->vote_le;
}

static const char *
get_acte (const PvVoteLigne *ligne)
{
  return ligne->notifie_cents != PV_CENTS_NULL && ligne->notifie_acte != NULL ? ligne->notifie_acte
                                                                              : ligne->vote_acte;
}

char *
pv_vote_colonne_dup_text (PvVoteColonne colonne, const PvVoteLigne *ligne)
{
  if (is_amount (colonne))
    return pv_amount_to_text (pv_vote_colonne_get_cents (colonne, ligne));

  switch ((int)colonne)
    {
    case PV_VOTE_COLONNE_NUMERO:
      return g_strdup (ligne->numero);
    case PV_VOTE_COLONNE_PORTEUR:
      return g_strdup (ligne->porteur);
    case PV_VOTE_COLONNE_INTITULE:
      return g_strdup (ligne->intitule);
    case PV_VOTE_COLONNE_DATE:
      return get_date (ligne) != NULL
                 ? pv_date_format_french (get_date (ligne), PV_DATE_FORMAT_SHORT)
                 : g_strdup (PV_TEXT_NULL);
    case PV_VOTE_COLONNE_ACTE:
      return g_strdup (get_acte (ligne) != NULL ? get_acte (ligne) : PV_TEXT_NULL);
    case PV_VOTE_COLONNE_ETAT:
      return g_strdup (_ (etats[get_etat (ligne)].words));
    default:
      return g_strdup ("");
    }
}

/* --- the box that chooses a row -------------------------------------------------------------- */

/* The row is chosen by its box as by Ctrl and a click: the others stay as they are. */
static void
toggled_cb (GtkCheckButton *check, GtkListItem *list_item)
{
  GtkWidget *view = gtk_widget_get_ancestor (GTK_WIDGET (check), GTK_TYPE_COLUMN_VIEW);
  GtkSelectionModel *model =
      view != NULL ? gtk_column_view_get_model (GTK_COLUMN_VIEW (view)) : NULL;
  guint position = gtk_list_item_get_position (list_item);

  if (model == NULL || position == GTK_INVALID_LIST_POSITION ||
      gtk_check_button_get_active (check) == gtk_list_item_get_selected (list_item))
    return;
  if (gtk_check_button_get_active (check))
    gtk_selection_model_select_item (model, position, FALSE);
  else
    gtk_selection_model_unselect_item (model, position);
}

static void
selected_cb (GtkListItem *list_item)
{
  gtk_check_button_set_active (GTK_CHECK_BUTTON (gtk_list_item_get_child (list_item)),
                               gtk_list_item_get_selected (list_item));
}

static GtkWidget *
check_new (GtkListItem *list_item)
{
  GtkWidget *check = gtk_check_button_new ();

  g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), list_item, 0);
  g_signal_connect (list_item, "notify::selected", G_CALLBACK (selected_cb), NULL);

  return check;
}

/* --- cells ----------------------------------------------------------------------------------- */

static GtkWidget *
label_new (PvVoteColonne colonne)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), is_amount (colonne) ? 1 : 0);
  gtk_widget_set_hexpand (label, TRUE);
  if (is_amount (colonne) || colonne == PV_VOTE_COLONNE_NUMERO || colonne == PV_VOTE_COLONNE_DATE)
    gtk_widget_add_css_class (label, "numeric");
  if (!is_amount (colonne))
    gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  if (colonne == PV_VOTE_COLONNE_SOLLICITE)
    gtk_widget_add_css_class (label, "secondary");

  return label;
}

static GtkWidget *
make_cell (GtkListItem *list_item, guint colonne)
{
  GtkWidget *box;

  if (colonne == PV_VOTE_COLONNE_CHOIX)
    return check_new (list_item);
  if (colonne != PV_VOTE_COLONNE_ETAT)
    return label_new (colonne);
  box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_box_append (GTK_BOX (box), gtk_image_new ());
  gtk_box_append (GTK_BOX (box), label_new (colonne));

  return box;
}

static void
show_etat (GtkWidget *box, const PvVoteLigne *ligne, const char *text)
{
  guint etat = get_etat (ligne);

  for (guint i = 0; i < G_N_ELEMENTS (etats); i++)
    gtk_widget_remove_css_class (box, etats[i].style);
  gtk_widget_add_css_class (box, etats[etat].style);
  gtk_image_set_from_icon_name (GTK_IMAGE (gtk_widget_get_first_child (box)), etats[etat].icon);
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_last_child (box)), text);
  pv_tooltip_set (box, text);
}

static void
show_check (GtkListItem *list_item, const PvVoteLigne *ligne)
{
  GtkWidget *check = gtk_list_item_get_child (list_item);
  g_autofree char *words = g_strdup_printf (_ ("Select dossier %s"), ligne->numero);

  selected_cb (list_item);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

static void
show_cell (GtkListItem *list_item, guint colonne)
{
  const PvVoteLigne *ligne = pv_vote_item_get_ligne (gtk_list_item_get_item (list_item));
  GtkWidget *cell = gtk_list_item_get_child (list_item);
  g_autofree char *text = pv_vote_colonne_dup_text (colonne, ligne);

  if (colonne == PV_VOTE_COLONNE_CHOIX)
    show_check (list_item, ligne);
  else if (colonne == PV_VOTE_COLONNE_ETAT)
    show_etat (cell, ligne, text);
  else if (is_amount (colonne))
    pv_format_label (GTK_LABEL (cell), text);
  else
    {
      gtk_label_set_label (GTK_LABEL (cell), text);
      pv_tooltip_set (cell, text);
    }
}

static const PvTableKind kind = { .make = make_cell, .show = show_cell };

static void
add_column (GtkColumnView *view, PvVoteColonne colonne)
{
  /* an empty title has a baseline below its height */
  const char *title =
      colonne != PV_VOTE_COLONNE_CHOIX ? pv_vote_colonne_get_title (colonne) : "\u00A0";
  GtkColumnViewColumn *column =
      pv_table_column_new (&kind, colonne, title, colonnes[colonne].expand);

  gtk_column_view_column_set_resizable (column, colonne != PV_VOTE_COLONNE_CHOIX);
  pv_table_add_column (view, column, colonnes[colonne].width,
                       is_amount (colonne) ? GTK_ALIGN_END : GTK_ALIGN_START);
}

/* What nothing can be known of yet leaves its room to the titles; so does what was asked, once it
 * is all decided. */
static gboolean
is_shown (PvVoteColonne colonne, PvVoteAttente attente)
{
  if (colonne == PV_VOTE_COLONNE_NOTIFIE)
    return attente == PV_VOTE_NOTIFIES;
  if (colonne == PV_VOTE_COLONNE_SOLLICITE)
    return attente != PV_VOTE_NOTIFIES;
  if (colonne == PV_VOTE_COLONNE_VOTE || colonne == PV_VOTE_COLONNE_DATE ||
      colonne == PV_VOTE_COLONNE_ACTE)
    return attente != PV_VOTE_A_VOTER;

  return TRUE;
}

/* GTK 4.8 keeps the room of a column that is hidden, and puts the header of one that comes between
 * others after them: all are made again, in their order. */
void
pv_votes_colonnes_set (GtkColumnView *view, PvVoteAttente attente)
{
  GListModel *columns = gtk_column_view_get_columns (view);
  gpointer shown = GINT_TO_POINTER ((int)attente + 1);
  guint n;

  if (g_object_get_data (G_OBJECT (view), "pv-votes-shown") == shown)
    return;
  g_object_set_data (G_OBJECT (view), "pv-votes-shown", shown);
  while ((n = g_list_model_get_n_items (columns)) > 0)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, n - 1);

      gtk_column_view_remove_column (view, column);
    }
  for (int i = 0; i < PV_N_VOTE_COLONNES; i++)
    if (is_shown ((PvVoteColonne)i, attente))
      add_column (view, (PvVoteColonne)i);
  pv_table_follow_text (view);
}
