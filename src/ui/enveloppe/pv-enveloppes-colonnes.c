/* pv-enveloppes-colonnes.c: the columns of the table of envelopes
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "enveloppe/pv-enveloppes-colonnes.h"

#include <glib/gi18n.h>

#include "chart/pv-stage-bar.h"
#include "enveloppe/pv-enveloppe-item.h"
#include "widget/pv-format.h"
#include "widget/pv-table-columns.h"
#include "widget/pv-tooltip.h"

typedef enum
{
  COLUMN_FINANCEUR,
  COLUMN_MONTANT,
  COLUMN_SOLLICITE,
  COLUMN_PROPOSE,
  COLUMN_ARBITRE,
  COLUMN_VOTE,
  COLUMN_NOTIFIE,
  COLUMN_VERSE,
  COLUMN_BARRE,
  COLUMN_ENGAGE,
  COLUMN_RESTE,
} Column;

#define N_COLUMNS 11

/* The band over the stages says that they are in euros. */
static const struct
{
  const char *title;
  const char *tip;
  int width; /* at a text of 100 %; the first one takes what is left */
} columns[N_COLUMNS] = {
  { N_ ("Funder"), NULL, 160 },
  { N_ ("Amount"), N_ ("Credits open for the year"), 90 },
  { N_ ("Sollicité"), N_ ("Asked by all dossiers of the file"), 90 },
  { N_ ("Proposé"), N_ ("Engaged, no further than proposed"), 72 },
  { N_ ("Arbitré"), N_ ("Engaged, no further than arbitrated"), 72 },
  { N_ ("Voté"), N_ ("Engaged, no further than voted"), 72 },
  { N_ ("Notifié"), N_ ("Engaged, notified and not yet paid"), 72 },
  { N_ ("Versé"), N_ ("Engaged, and paid"), 72 },
  { N_ ("Consumption"), NULL, 128 },
  { N_ ("Engaged"), N_ ("Proposé to versé added up: each amount once"), 92 },
  { N_ ("Remaining"), N_ ("Amount less what is engaged"), 96 },
};

/* How much of the width of a bar is its envelope: there is room for what exceeds it. */
#define BAR_MARGIN 103

static PvEnveloppeItem *
get_item (GtkListItem *list_item)
{
  GtkTreeListRow *row = gtk_list_item_get_item (list_item);

  return row != NULL ? gtk_tree_list_row_get_item (row) : NULL;
}

static gboolean
is_stage (Column column)
{
  return column >= COLUMN_PROPOSE && column <= COLUMN_VERSE;
}

static PvCents
get_cents (const PvEnveloppeNoeud *noeud, Column column)
{
  if (is_stage (column))
    return noeud->parts_cents[PV_ETAPE_PROPOSE + (int)(column - COLUMN_PROPOSE)];
  if (column == COLUMN_MONTANT)
    return noeud->situation.montant_cents;
  if (column == COLUMN_SOLLICITE)
    return noeud->situation.etape_cents[PV_ETAPE_SOLLICITE];

  return column == COLUMN_ENGAGE ? noeud->situation.engage_cents
                                 : pv_enveloppe_noeud_get_reste (noeud);
}

/* --- cells ----------------------------------------------------------------------------------- */

/* What is opened in all is said of an envelope that is divided in another sum. */
static void
append_division (GString *tip, const PvEnveloppeNoeud *noeud)
{
  g_autofree char *propre = NULL;
  g_autofree char *divise = NULL;

  if (noeud->feuille || noeud->montant_propre_cents == PV_CENTS_NULL ||
      noeud->montant_propre_cents == noeud->situation.montant_cents)
    return;
  propre = pv_amount_to_text (noeud->montant_propre_cents);
  divise = pv_amount_to_text (noeud->situation.montant_cents);
  g_string_append_c (tip, '\n');
  g_string_append_printf (tip, _ ("%s opened in all, %s divided"), propre, divise);
}

static void
show_name (GtkWidget *cell, PvEnveloppeItem *item)
{
  const PvEnveloppeNoeud *noeud = pv_enveloppe_item_get_noeud (item);
  GtkWidget *label = gtk_tree_expander_get_child (GTK_TREE_EXPANDER (cell));
  g_autoptr (GString) tip = g_string_new (NULL);

  gtk_label_set_label (GTK_LABEL (label), noeud->titre != NULL ? noeud->titre : _ ("Total"));
  if (noeud->libelle != NULL)
    g_string_append (tip, noeud->libelle);
  if (noeud->dispositif != NULL)
    g_string_append_printf (tip, "\n%s", noeud->dispositif);
  if (noeud->section != PV_SECTION_NULL)
    g_string_append_printf (tip, ", %s", pv_section_to_libelle (noeud->section));
  append_division (tip, noeud);
  pv_tooltip_set (label, tip->len > 0 ? tip->str : NULL);
}

static void
show_bar (GtkWidget *cell, PvEnveloppeItem *item)
{
  static const PvEtape stages[] = { PV_ETAPE_VERSE, PV_ETAPE_NOTIFIE, PV_ETAPE_VOTE,
                                    PV_ETAPE_ARBITRE, PV_ETAPE_PROPOSE };
  const PvEnveloppeNoeud *noeud = pv_enveloppe_item_get_noeud (item);
  PvStageAmounts amounts = { .sollicite = PV_CENTS_NULL };
  PvCents extent;

  for (guint i = 0; i < G_N_ELEMENTS (stages); i++)
    amounts.parts[i] = noeud->parts_cents[stages[i]];
  amounts.enveloppe = noeud->situation.montant_cents;
  extent = amounts.enveloppe != PV_CENTS_NULL && amounts.enveloppe > 0
               ? amounts.enveloppe
               : noeud->situation.engage_cents;
  pv_stage_bar_set_amounts (PV_STAGE_BAR (cell), &amounts,
                            MAX (extent / 100 * BAR_MARGIN, noeud->situation.engage_cents));
  gtk_widget_set_visible (cell, !pv_enveloppe_item_is_total (item));
}

/* "Exceeded by 7 700 €", and why it is passed. */
static char *
describe_excess (const PvEnveloppeNoeud *noeud, PvCents reste)
{
  g_autofree char *excess = pv_amount_to_text (-reste);
  g_autofree char *words = g_strdup_printf (_ ("Exceeded by %s"), excess);

  if (noeud->motif == NULL)
    return g_steal_pointer (&words);

  return g_strdup_printf (_ ("%s, passed: %s"), words, noeud->motif);
}

/* An excess has a shape, and is a button that shows the dossiers that cause it. */
static void
show_reste (GtkWidget *cell, PvEnveloppeItem *item)
{
  const PvEnveloppeNoeud *noeud = pv_enveloppe_item_get_noeud (item);
  PvCents reste = pv_enveloppe_noeud_get_reste (noeud);
  GtkWidget *label = gtk_widget_get_first_child (cell);
  GtkWidget *button = gtk_widget_get_next_sibling (label);
  GtkWidget *content = gtk_button_get_child (GTK_BUTTON (button));
  gboolean depassee = reste != PV_CENTS_NULL && reste < 0;
  gboolean partielle = !depassee && noeud->n_depassees > 0 && !noeud->feuille;
  gboolean acts = (depassee || partielle) && noeud->enveloppe_id != PV_INT_NULL && depassee;
  g_autofree char *text = pv_amount_to_text (reste);
  g_autofree char *words = depassee ? describe_excess (noeud, reste) : NULL;

  if (partielle)
    words = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u envelope of it is exceeded",
                                          "%u envelopes of it are exceeded", noeud->n_depassees),
                             noeud->n_depassees);
  gtk_widget_set_visible (label, !acts);
  gtk_widget_set_visible (button, acts);
  pv_format_label (GTK_LABEL (label), text);
  pv_tooltip_set (cell, words);
  if (depassee)
    gtk_widget_add_css_class (cell, "pv-error");
  else
    gtk_widget_remove_css_class (cell, "pv-error");
  if (!acts)
    return;
  pv_format_label (GTK_LABEL (gtk_widget_get_last_child (content)), text);
  gtk_image_set_from_icon_name (GTK_IMAGE (gtk_widget_get_first_child (content)),
                                noeud->motif != NULL ? "pv-info-symbolic" : "pv-error-symbolic");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                  -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", noeud->enveloppe_id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "enveloppes.causes");
}

static void
show_cents (GtkWidget *cell, PvEnveloppeItem *item, Column column)
{
  PvCents cents = get_cents (pv_enveloppe_item_get_noeud (item), column);
  g_autofree char *text =
      is_stage (column) ? pv_amount_to_figures (cents) : pv_amount_to_text (cents);

  pv_format_label (GTK_LABEL (cell), text);
}

static void
show (GtkListItem *list_item, Column column)
{
  g_autoptr (PvEnveloppeItem) item = get_item (list_item);
  GtkWidget *cell = gtk_list_item_get_child (list_item);

  if (item == NULL || cell == NULL)
    return;
  if (column == COLUMN_FINANCEUR)
    show_name (cell, item);
  else if (column == COLUMN_BARRE)
    show_bar (cell, item);
  else if (column == COLUMN_RESTE)
    show_reste (cell, item);
  else
    show_cents (cell, item, column);
  if (pv_enveloppe_item_is_total (item))
    gtk_widget_add_css_class (cell, "total");
  else
    gtk_widget_remove_css_class (cell, "total");
}

/* --- the factory --------------------------------------------------------------------------- */

static GtkWidget *
label_new (float xalign)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  if (xalign == 0)
    gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  else
    gtk_widget_add_css_class (label, "numeric");

  return label;
}

static GtkWidget *
reste_new (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *button = gtk_button_new ();
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 5);
  GtkWidget *label = label_new (1);

  gtk_widget_set_halign (box, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (content), gtk_image_new ());
  gtk_box_append (GTK_BOX (content), label_new (1));
  gtk_button_set_child (GTK_BUTTON (button), content);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "excess");
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), button);

  return box;
}

static GtkWidget *
cell_new (Column column)
{
  GtkWidget *cell;

  if (column == COLUMN_BARRE)
    return pv_stage_bar_new ();
  if (column == COLUMN_RESTE)
    return reste_new ();
  if (column == COLUMN_FINANCEUR)
    {
      cell = gtk_tree_expander_new ();
      gtk_tree_expander_set_child (GTK_TREE_EXPANDER (cell), label_new (0));
      return cell;
    }

  cell = label_new (1);
  if (column == COLUMN_MONTANT)
    gtk_widget_add_css_class (cell, "strong");
  else if (column == COLUMN_SOLLICITE)
    gtk_widget_add_css_class (cell, "secondary");

  return cell;
}

static void
pressed_cb (GtkGestureClick *gesture, int n_press, double x, double y, GtkListItem *list_item)
{
  GtkWidget *cell = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));

  gtk_widget_activate_action (cell, "enveloppes.menu", "u", gtk_list_item_get_position (list_item));
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, gpointer user_data)
{
  GtkWidget *cell = cell_new (GPOINTER_TO_INT (user_data));
  GtkGesture *gesture = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (gesture), GDK_BUTTON_SECONDARY);
  g_signal_connect (gesture, "pressed", G_CALLBACK (pressed_cb), list_item);
  gtk_widget_add_controller (cell, GTK_EVENT_CONTROLLER (gesture));
  gtk_list_item_set_child (list_item, cell);
}

static void
changed_cb (PvEnveloppeItem *item, GtkListItem *list_item)
{
  show (list_item, GPOINTER_TO_INT (g_object_get_data (G_OBJECT (list_item), "pv-column")));
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, gpointer user_data)
{
  g_autoptr (PvEnveloppeItem) item = get_item (list_item);

  if (GPOINTER_TO_INT (user_data) == COLUMN_FINANCEUR)
    gtk_tree_expander_set_list_row (GTK_TREE_EXPANDER (gtk_list_item_get_child (list_item)),
                                    gtk_list_item_get_item (list_item));
  g_object_set_data (G_OBJECT (list_item), "pv-column", user_data);
  g_signal_connect (item, "changed", G_CALLBACK (changed_cb), list_item);
  show (list_item, GPOINTER_TO_INT (user_data));
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, gpointer user_data)
{
  g_autoptr (PvEnveloppeItem) item = get_item (list_item);

  if (item != NULL)
    g_signal_handlers_disconnect_by_func (item, changed_cb, list_item);
  if (GPOINTER_TO_INT (user_data) == COLUMN_FINANCEUR)
    gtk_tree_expander_set_list_row (GTK_TREE_EXPANDER (gtk_list_item_get_child (list_item)), NULL);
}

/* GTK 4.8 gives the titles of the columns no tooltip: they are found. */
static void
add_tips (GtkColumnView *view)
{
  GtkWidget *title = gtk_widget_get_first_child (gtk_widget_get_first_child (GTK_WIDGET (view)));

  for (guint i = 0; title != NULL && i < N_COLUMNS;
       i++, title = gtk_widget_get_next_sibling (title))
    if (columns[i].tip != NULL)
      gtk_widget_set_tooltip_text (title, _ (columns[i].tip));
}

void
pv_enveloppes_colonnes_add (GtkColumnView *view)
{
  g_return_if_fail (GTK_IS_COLUMN_VIEW (view));

  for (guint i = 0; i < N_COLUMNS; i++)
    {
      GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
      GtkColumnViewColumn *column;
      gboolean number = i != COLUMN_FINANCEUR && i != COLUMN_BARRE;

      g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), GUINT_TO_POINTER (i));
      g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), GUINT_TO_POINTER (i));
      g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), GUINT_TO_POINTER (i));
      column = gtk_column_view_column_new (_ (columns[i].title), factory);
      gtk_column_view_column_set_expand (column, i == COLUMN_FINANCEUR);
      pv_table_add_column (view, column, columns[i].width,
                           number ? GTK_ALIGN_END : GTK_ALIGN_START);
    }
  add_tips (view);
  pv_table_follow_text (view);
}
