/* pv-montants-card.c: the amounts of each category of funders, by stage
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "accueil/pv-montants-card.h"

#include <glib/gi18n.h>

#include "accueil/pv-card-cell.h"
#include "chart/pv-stage-bar.h"
#include "widget/pv-amount-label.h"
#include "widget/pv-format.h"

typedef struct
{
  PvCategorie categorie;
  GtkWidget *name;
  PvStageBar *bar;
  PvAmountLabel *sollicite;
  PvAmountLabel *engage;
  PvAmountLabel *verse;
} Row;

struct _PvMontantsCard
{
  AdwBin parent_instance;

  GtkStack *stack;
  GtkGrid *grid;
  GtkBox *legend;
  GArray *rows; /* of Row */
};

G_DEFINE_FINAL_TYPE (PvMontantsCard, pv_montants_card, ADW_TYPE_BIN)

static void
to_amounts (const PvAccueilFinanceur *financeur, PvStageAmounts *amounts)
{
  static const PvEtape stages[] = { PV_ETAPE_VERSE, PV_ETAPE_NOTIFIE, PV_ETAPE_VOTE,
                                    PV_ETAPE_ARBITRE, PV_ETAPE_PROPOSE };

  for (guint i = 0; i < G_N_ELEMENTS (stages); i++)
    amounts->parts[i] = financeur->parts_cents[stages[i]];
  amounts->sollicite = financeur->etape_cents[PV_ETAPE_SOLLICITE];
  amounts->enveloppe = PV_CENTS_NULL;
}

/* "Etat" of the vocabulary heads a row. */
static char *
dup_name (PvCategorie categorie)
{
  const char *words = pv_categorie_to_libelle (categorie);
  gunichar first = g_unichar_toupper (g_utf8_get_char (words));
  char start[7] = "";

  g_unichar_to_utf8 (first, start);

  return g_strconcat (start, g_utf8_next_char (words), NULL);
}

static void
add_head (PvMontantsCard *self)
{
  const char *heads[] = { _ ("Funder"), "", _ ("Asked"), _ ("Engaged"), _ ("Paid") };

  for (int i = 0; i < (int)G_N_ELEMENTS (heads); i++)
    gtk_grid_attach (self->grid, pv_card_head_new (heads[i], i < 2 ? 0 : 1), i, 0, 1, 1);
}

static PvAmountLabel *
attach_amount (PvMontantsCard *self, int column, int line)
{
  GtkWidget *amount = pv_amount_label_new (PV_CENTS_NULL);
  GtkWidget *cell = pv_card_cell_new (amount);

  gtk_widget_set_hexpand (amount, TRUE);
  gtk_grid_attach (self->grid, cell, column, line, 1, 1);

  return PV_AMOUNT_LABEL (amount);
}

static void
add_row (PvMontantsCard *self, PvCategorie categorie)
{
  Row row = { .categorie = categorie };
  int line = 1 + (int)self->rows->len;
  GtkWidget *bar = pv_stage_bar_new ();
  GtkWidget *bar_cell = pv_card_cell_new (bar);
  g_autofree char *name = dup_name (categorie);
  g_autofree char *spoken = g_strdup_printf (_ ("Dossiers of %s"), name);
  g_autofree char *detail = g_strdup_printf ("financeur=%s", pv_categorie_to_id (categorie));

  gtk_grid_attach (self->grid, pv_card_cell_new_link (&row.name, 0), 0, line, 1, 1);
  pv_card_link_set (row.name, name, spoken, "dossiers", detail);
  gtk_widget_set_hexpand (bar, TRUE);
  gtk_widget_set_hexpand (bar_cell, TRUE);
  gtk_grid_attach (self->grid, bar_cell, 1, line, 1, 1);
  row.bar = PV_STAGE_BAR (bar);
  row.sollicite = attach_amount (self, 2, line);
  row.engage = attach_amount (self, 3, line);
  row.verse = attach_amount (self, 4, line);
  gtk_widget_add_css_class (GTK_WIDGET (row.engage), "heading");
  g_array_append_val (self->rows, row);
}

static gboolean
has_same_rows (PvMontantsCard *self, GArray *financeurs)
{
  if (self->rows->len != financeurs->len)
    return FALSE;
  for (guint i = 0; i < financeurs->len; i++)
    if (g_array_index (self->rows, Row, i).categorie !=
        g_array_index (financeurs, PvAccueilFinanceur, i).categorie)
      return FALSE;

  return TRUE;
}

static void
make_rows (PvMontantsCard *self, GArray *financeurs)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->grid))) != NULL)
    gtk_grid_remove (self->grid, child);
  g_array_set_size (self->rows, 0);
  add_head (self);
  for (guint i = 0; i < financeurs->len; i++)
    add_row (self, g_array_index (financeurs, PvAccueilFinanceur, i).categorie);
  for (int column = 0; column < 5 && financeurs->len > 0; column++)
    gtk_widget_add_css_class (gtk_grid_get_child_at (self->grid, column, (int)financeurs->len),
                              "last");
}

static void
pv_montants_card_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), PV_TYPE_MONTANTS_CARD);

  G_OBJECT_CLASS (pv_montants_card_parent_class)->dispose (object);
}

static void
pv_montants_card_finalize (GObject *object)
{
  g_array_unref (PV_MONTANTS_CARD (object)->rows);

  G_OBJECT_CLASS (pv_montants_card_parent_class)->finalize (object);
}

static void
pv_montants_card_class_init (PvMontantsCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pv_montants_card_dispose;
  G_OBJECT_CLASS (klass)->finalize = pv_montants_card_finalize;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/progville/Progville/accueil/pv-montants-card.ui");
  gtk_widget_class_bind_template_child (widget_class, PvMontantsCard, stack);
  gtk_widget_class_bind_template_child (widget_class, PvMontantsCard, grid);
  gtk_widget_class_bind_template_child (widget_class, PvMontantsCard, legend);
}

static void
pv_montants_card_init (PvMontantsCard *self)
{
  self->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  gtk_widget_init_template (GTK_WIDGET (self));
  for (PvChartPattern i = PV_CHART_VERSE; i <= PV_CHART_PROPOSE; i++)
    pv_card_legend_add (self->legend, i, NULL);
  pv_card_legend_add (self->legend, PV_CHART_SOLLICITE, NULL);
}

void
pv_montants_card_set (PvMontantsCard *self, GArray *financeurs)
{
  PvCents scale = 0;

  g_return_if_fail (PV_IS_MONTANTS_CARD (self));
  g_return_if_fail (financeurs != NULL);

  if (!has_same_rows (self, financeurs))
    make_rows (self, financeurs);
  for (guint i = 0; i < financeurs->len; i++)
    {
      PvStageAmounts amounts;

      to_amounts (&g_array_index (financeurs, PvAccueilFinanceur, i), &amounts);
      scale = MAX (scale, pv_stage_amounts_get_extent (&amounts));
    }
  for (guint i = 0; i < financeurs->len; i++)
    {
      const PvAccueilFinanceur *financeur = &g_array_index (financeurs, PvAccueilFinanceur, i);
      const Row *row = &g_array_index (self->rows, Row, i);
      PvStageAmounts amounts;

      to_amounts (financeur, &amounts);
      pv_stage_bar_set_amounts (row->bar, &amounts, scale);
      pv_amount_label_set_cents (row->sollicite, amounts.sollicite);
      pv_amount_label_set_cents (row->engage, pv_stage_amounts_get_engage (&amounts));
      pv_amount_label_set_cents (row->verse, financeur->etape_cents[PV_ETAPE_VERSE]);
    }
  gtk_stack_set_visible_child_name (self->stack, financeurs->len > 0 ? "table" : "empty");
  gtk_widget_set_visible (GTK_WIDGET (self->legend), financeurs->len > 0);
}
