/* pv-organisme-montants.c: the amounts of an organisme over the years and the funders
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "organisme/pv-organisme-montants.h"

#include <glib/gi18n.h>

#include "accueil/pv-card-cell.h"
#include "organisme/pv-organisme-liste-store.h"
#include "widget/pv-amount-label.h"

/* In the order of the template's list. */
typedef enum
{
  STAGE_ACCORDE,
  STAGE_SOLLICITE,
  STAGE_VERSE,
} Stage;

struct _PvOrganismeMontants
{
  AdwBin parent_instance;

  GPtrArray *cumuls;
  PvCents total;

  GtkStack *stack;
  GtkGrid *grid;
  GtkDropDown *stage_choice;
};

G_DEFINE_FINAL_TYPE (PvOrganismeMontants, pv_organisme_montants, ADW_TYPE_BIN)

static PvCents
get_amount (const PvOrganismeCumul *cumul, Stage stage)
{
  switch (stage)
    {
    case STAGE_SOLLICITE:
      return cumul->sollicite_cents;
    case STAGE_VERSE:
      return cumul->verse_cents;
    case STAGE_ACCORDE:
    default:
      return cumul->accorde_cents;
    }
}

static int
compare_years_cb (gconstpointer a, gconstpointer b)
{
  gint64 x = *(const gint64 *)a, y = *(const gint64 *)b;

  return (x > y) - (x < y);
}

/* Returns: (transfer full): the years there are, in order */
static GArray *
list_years (GPtrArray *cumuls)
{
  GArray *years = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < cumuls->len; i++)
    {
      const PvOrganismeCumul *cumul = cumuls->pdata[i];
      gboolean known = FALSE;

      for (guint j = 0; j < years->len; j++)
        known = known || g_array_index (years, gint64, j) == cumul->exercice;
      if (!known)
        g_array_append_val (years, cumul->exercice);
    }
  g_array_sort (years, compare_years_cb);

  return years;
}

static void
attach_amount (PvOrganismeMontants *self, int column, int line, PvCents cents, gboolean total)
{
  GtkWidget *amount = pv_amount_label_new (cents);
  GtkWidget *cell;

  gtk_widget_set_hexpand (amount, TRUE);
  cell = pv_card_cell_new (amount);
  if (total)
    gtk_widget_add_css_class (amount, "heading");
  gtk_grid_attach (self->grid, cell, column, line, 1, 1);
}

static void
attach_name (PvOrganismeMontants *self, int line, const char *name, gboolean total)
{
  GtkWidget *cell = pv_card_cell_new_text (name, 0);

  gtk_label_set_wrap (GTK_LABEL (cell), TRUE);
  gtk_widget_set_hexpand (cell, TRUE);
  if (total)
    gtk_widget_add_css_class (cell, "strong");
  gtk_grid_attach (self->grid, cell, 0, line, 1, 1);
}

static void
attach_heads (PvOrganismeMontants *self, GArray *years)
{
  gtk_grid_attach (self->grid, pv_card_head_new (_ ("Funder"), 0), 0, 0, 1, 1);
  for (guint i = 0; i < years->len; i++)
    {
      g_autofree char *year = g_strdup_printf ("%d", (int)g_array_index (years, gint64, i));

      gtk_grid_attach (self->grid, pv_card_head_new (year, 1), 1 + (int)i, 0, 1, 1);
    }
  gtk_grid_attach (self->grid, pv_card_head_new (_ ("Total"), 1), 1 + (int)years->len, 0, 1, 1);
}

/* One line of a funder, from the @start-th cumul on. Returns: where the next begins */
static guint
attach_funder (PvOrganismeMontants *self, GArray *years, PvCents *sums, guint start, int line)
{
  const PvOrganismeCumul *first = self->cumuls->pdata[start];
  Stage stage = (Stage)gtk_drop_down_get_selected (self->stage_choice);
  PvCents sum = PV_CENTS_NULL;
  guint end = start;

  attach_name (self, line, first->financeur, FALSE);
  for (guint i = 0; i < years->len; i++)
    {
      const PvOrganismeCumul *cumul = end < self->cumuls->len ? self->cumuls->pdata[end] : NULL;
      PvCents cents = PV_CENTS_NULL;

      if (cumul != NULL && cumul->financeur_id == first->financeur_id &&
          cumul->exercice == g_array_index (years, gint64, i))
        {
          cents = get_amount (cumul, stage);
          end++;
        }
      attach_amount (self, 1 + (int)i, line, cents, FALSE);
      pv_money_add (sum, cents, &sum);
      pv_money_add (sums[i], cents, &sums[i]);
    }
  attach_amount (self, 1 + (int)years->len, line, sum, TRUE);

  return end;
}

static void
attach_totals (PvOrganismeMontants *self, GArray *years, const PvCents *sums, int line)
{
  attach_name (self, line, _ ("Total"), TRUE);
  for (guint i = 0; i < years->len; i++)
    attach_amount (self, 1 + (int)i, line, sums[i], TRUE);
  self->total = PV_CENTS_NULL;
  pv_money_sum (sums, years->len, &self->total);
  attach_amount (self, 1 + (int)years->len, line, self->total, TRUE);
}

static void
fill (PvOrganismeMontants *self)
{
  g_autoptr (GArray) years = NULL;
  g_autofree PvCents *sums = NULL;
  GtkWidget *child;
  int line = 1;

  if (self->cumuls == NULL || self->grid == NULL)
    return;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->grid))) != NULL)
    gtk_grid_remove (self->grid, child);
  years = list_years (self->cumuls);
  sums = g_new (PvCents, years->len + 1);
  for (guint i = 0; i < years->len; i++)
    sums[i] = PV_CENTS_NULL;
  attach_heads (self, years);
  for (guint start = 0; start < self->cumuls->len; line++)
    start = attach_funder (self, years, sums, start, line);
  attach_totals (self, years, sums, line);
  gtk_stack_set_visible_child_name (self->stack, self->cumuls->len > 0 ? "matrix" : "empty");
}

static void
pv_organisme_montants_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), PV_TYPE_ORGANISME_MONTANTS);

  G_OBJECT_CLASS (pv_organisme_montants_parent_class)->dispose (object);
}

static void
pv_organisme_montants_finalize (GObject *object)
{
  g_clear_pointer (&PV_ORGANISME_MONTANTS (object)->cumuls, g_ptr_array_unref);

  G_OBJECT_CLASS (pv_organisme_montants_parent_class)->finalize (object);
}

static void
pv_organisme_montants_class_init (PvOrganismeMontantsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pv_organisme_montants_dispose;
  G_OBJECT_CLASS (klass)->finalize = pv_organisme_montants_finalize;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/progville/Progville/organisme/pv-organisme-montants.ui");
  gtk_widget_class_bind_template_child (widget_class, PvOrganismeMontants, stack);
  gtk_widget_class_bind_template_child (widget_class, PvOrganismeMontants, grid);
  gtk_widget_class_bind_template_child (widget_class, PvOrganismeMontants, stage_choice);
  gtk_widget_class_bind_template_callback (widget_class, fill);
}

static void
pv_organisme_montants_init (PvOrganismeMontants *self)
{
  self->total = PV_CENTS_NULL;
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
pv_organisme_montants_set (PvOrganismeMontants *self, GPtrArray *cumuls)
{
  g_return_if_fail (PV_IS_ORGANISME_MONTANTS (self));
  g_return_if_fail (cumuls != NULL);

  g_clear_pointer (&self->cumuls, g_ptr_array_unref);
  self->cumuls = g_ptr_array_ref (cumuls);
  fill (self);
}

PvCents
pv_organisme_montants_get_total (PvOrganismeMontants *self)
{
  g_return_val_if_fail (PV_IS_ORGANISME_MONTANTS (self), PV_CENTS_NULL);

  return self->total;
}
