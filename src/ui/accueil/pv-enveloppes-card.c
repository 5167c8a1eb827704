/* pv-enveloppes-card.c: what each funder has engaged of its envelopes
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "accueil/pv-enveloppes-card.h"

#include <glib/gi18n.h>

#include "accueil/pv-card-cell.h"
#include "chart/pv-stage-bar.h"
#include "widget/pv-amount-label.h"
#include "widget/pv-format.h"

/* Beyond twice an envelope, what is asked is cut: the bars would be too short to be read. */
#define LONGEST 2.0

typedef struct
{
  gint64 enveloppe_id;
  gint64 financeur_id;
  GtkWidget *name;
  PvStageBar *bar;
  PvAmountLabel *taux;
  PvAmountLabel *reste;
  GtkWidget *icon;
} Row;

struct _PvEnveloppesCard
{
  AdwBin parent_instance;

  GtkGrid *grid;
  GtkBox *legend;
  GArray *rows; /* of Row */
};

G_DEFINE_FINAL_TYPE (PvEnveloppesCard, pv_enveloppes_card, ADW_TYPE_BIN)

static void
to_amounts (const PvEnveloppeNoeud *noeud, PvStageAmounts *amounts)
{
  static const PvEtape stages[] = { PV_ETAPE_VERSE, PV_ETAPE_NOTIFIE, PV_ETAPE_VOTE,
                                    PV_ETAPE_ARBITRE, PV_ETAPE_PROPOSE };

  for (guint i = 0; i < G_N_ELEMENTS (stages); i++)
    amounts->parts[i] = noeud->parts_cents[stages[i]];
  amounts->sollicite = noeud->situation.etape_cents[PV_ETAPE_SOLLICITE];
  amounts->enveloppe = noeud->situation.montant_cents;
}

/* --- rows ------------------------------------------------------------------------------------ */

static void
add_head (PvEnveloppesCard *self)
{
  const char *heads[] = { _ ("Funder"), _ ("Share of the envelope"), _ ("Engaged"),
                          _ ("Remaining") };

  for (int i = 0; i < (int)G_N_ELEMENTS (heads); i++)
    gtk_grid_attach (self->grid, pv_card_head_new (heads[i], i < 2 ? 0 : 1), i, 0, 1, 1);
}

static PvAmountLabel *
attach_amount (PvEnveloppesCard *self, GtkWidget *icon, int column, int line)
{
  GtkWidget *amount = pv_amount_label_new (PV_CENTS_NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 5);

  gtk_widget_set_hexpand (amount, icon == NULL);
  gtk_widget_set_hexpand (box, TRUE);
  if (icon != NULL)
    {
      gtk_widget_set_halign (box, GTK_ALIGN_END);
      gtk_box_append (GTK_BOX (box), icon);
    }
  gtk_box_append (GTK_BOX (box), amount);
  gtk_grid_attach (self->grid, pv_card_cell_new (box), column, line, 1, 1);

  return PV_AMOUNT_LABEL (amount);
}

static void
add_row (PvEnveloppesCard *self, const PvEnveloppeNoeud *noeud)
{
  Row row = { .enveloppe_id = noeud->enveloppe_id, .financeur_id = noeud->financeur_id };
  int line = 1 + (int)self->rows->len;
  GtkWidget *bar = pv_stage_bar_new ();
  GtkWidget *bar_cell = pv_card_cell_new (bar);
  g_autofree char *spoken = g_strdup_printf (_ ("Envelopes of %s"), noeud->titre);
  g_autofree char *detail =
      noeud->enveloppe_id != PV_INT_NULL
          ? g_strdup_printf ("enveloppe=%" G_GINT64_FORMAT, noeud->enveloppe_id)
          : g_strdup ("");

  gtk_grid_attach (self->grid, pv_card_cell_new_link (&row.name, 0), 0, line, 1, 1);
  pv_card_link_set (row.name, noeud->titre, spoken, "enveloppes", detail);
  gtk_widget_set_hexpand (bar, TRUE);
  gtk_widget_set_hexpand (bar_cell, TRUE);
  gtk_grid_attach (self->grid, bar_cell, 1, line, 1, 1);
  row.bar = PV_STAGE_BAR (bar);
  row.icon = gtk_image_new_from_icon_name ("pv-error-symbolic");
  gtk_widget_add_css_class (row.icon, "pv-error");
  row.taux = attach_amount (self, NULL, 2, line);
  row.reste = attach_amount (self, row.icon, 3, line);
  g_array_append_val (self->rows, row);
}

static gboolean
has_same_rows (PvEnveloppesCard *self, const PvEnveloppeArbre *arbre)
{
  if (self->rows->len != arbre->racines->len)
    return FALSE;
  for (guint i = 0; i < arbre->racines->len; i++)
    {
      const PvEnveloppeNoeud *noeud = arbre->racines->pdata[i];
      const Row *row = &g_array_index (self->rows, Row, i);

      if (row->enveloppe_id != noeud->enveloppe_id || row->financeur_id != noeud->financeur_id)
        return FALSE;
    }

  return TRUE;
}

static void
make_rows (PvEnveloppesCard *self, const PvEnveloppeArbre *arbre)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->grid))) != NULL)
    gtk_grid_remove (self->grid, child);
  g_array_set_size (self->rows, 0);
  add_head (self);
  for (guint i = 0; i < arbre->racines->len; i++)
    add_row (self, arbre->racines->pdata[i]);
  for (int column = 0; column < 4 && arbre->racines->len > 0; column++)
    gtk_widget_add_css_class (gtk_grid_get_child_at (self->grid, column, (int)arbre->racines->len),
                              "last");
}

/* How many times its envelope the longest bar is. */
static double
get_longest (const PvEnveloppeArbre *arbre)
{
  double longest = 1;

  for (guint i = 0; i < arbre->racines->len; i++)
    {
      PvStageAmounts amounts;

      to_amounts (arbre->racines->pdata[i], &amounts);
      if (amounts.enveloppe != PV_CENTS_NULL && amounts.enveloppe > 0)
        longest = MAX (longest,
                       (double)pv_stage_amounts_get_extent (&amounts) / (double)amounts.enveloppe);
    }

  return MIN (longest, LONGEST);
}

static void
show_row (const Row *row, const PvEnveloppeNoeud *noeud, double longest)
{
  PvCents reste = pv_enveloppe_noeud_get_reste (noeud);
  gboolean depassee = reste != PV_CENTS_NULL && reste < 0;
  gint64 bp = pv_money_rate_bp (noeud->situation.engage_cents, noeud->situation.montant_cents);
  g_autofree char *taux = pv_rate_to_text (bp);
  PvStageAmounts amounts;
  PvCents scale;

  to_amounts (noeud, &amounts);
  scale = amounts.enveloppe != PV_CENTS_NULL && amounts.enveloppe > 0
              ? (PvCents)(longest * (double)amounts.enveloppe)
              : pv_stage_amounts_get_extent (&amounts);
  pv_stage_bar_set_amounts (row->bar, &amounts, scale);
  pv_amount_label_set_text (row->taux, taux);
  pv_amount_label_set_cents (row->reste, reste);
  gtk_widget_set_visible (row->icon, depassee);
  if (depassee)
    gtk_widget_add_css_class (GTK_WIDGET (row->reste), "pv-error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (row->reste), "pv-error");
}

void
pv_enveloppes_card_set (PvEnveloppesCard *self, const PvEnveloppeArbre *arbre)
{
  double longest;

  g_return_if_fail (PV_IS_ENVELOPPES_CARD (self));
  g_return_if_fail (arbre != NULL);

  if (!has_same_rows (self, arbre))
    make_rows (self, arbre);
  longest = get_longest (arbre);
  for (guint i = 0; i < arbre->racines->len; i++)
    show_row (&g_array_index (self->rows, Row, i), arbre->racines->pdata[i], longest);
}

/* --- the object --------------------------------------------------------------------------------
 */

static void
pv_enveloppes_card_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), PV_TYPE_ENVELOPPES_CARD);

  G_OBJECT_CLASS (pv_enveloppes_card_parent_class)->dispose (object);
}

static void
pv_enveloppes_card_finalize (GObject *object)
{
  g_array_unref (PV_ENVELOPPES_CARD (object)->rows);

  G_OBJECT_CLASS (pv_enveloppes_card_parent_class)->finalize (object);
}

static void
pv_enveloppes_card_class_init (PvEnveloppesCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pv_enveloppes_card_dispose;
  G_OBJECT_CLASS (klass)->finalize = pv_enveloppes_card_finalize;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/progville/Progville/accueil/pv-enveloppes-card.ui");
  gtk_widget_class_bind_template_child (widget_class, PvEnveloppesCard, grid);
  gtk_widget_class_bind_template_child (widget_class, PvEnveloppesCard, legend);
}

static void
pv_enveloppes_card_init (PvEnveloppesCard *self)
{
  self->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  gtk_widget_init_template (GTK_WIDGET (self));
  for (PvChartPattern i = PV_CHART_VERSE; i <= PV_CHART_SOLLICITE; i++)
    pv_card_legend_add (self->legend, i, NULL);
}
