/* pv-budget-row.c: an account of a budget
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "budget/pv-budget-row.h"

#include <glib/gi18n.h>

#include "widget/pv-amount-label.h"
#include "widget/pv-format.h"

struct _PvBudgetRow
{
  PvCompteRow parent_instance;

  PvAmountLabel *realise;
  GtkWidget *ecart_box;
  GtkLabel *ecart;
  GtkWidget *take_button;
};

G_DEFINE_FINAL_TYPE (PvBudgetRow, pv_budget_row, PV_TYPE_COMPTE_ROW)

static void
pv_budget_row_class_init (PvBudgetRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/progville/Progville/budget/pv-budget-row.ui");
  pv_compte_row_class_bind (widget_class);
#define BIND(child) gtk_widget_class_bind_template_child (widget_class, PvBudgetRow, child)
  BIND (realise);
  BIND (ecart_box);
  BIND (ecart);
  BIND (take_button);
#undef BIND
}

static void
pv_budget_row_init (PvBudgetRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
pv_budget_row_new (const PvCompte *compte, gboolean has_lines)
{
  PvBudgetRow *self = g_object_new (PV_TYPE_BUDGET_ROW, NULL);

  pv_compte_row_set_compte (PV_COMPTE_ROW (self), compte, has_lines);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->take_button), "x", compte->id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->take_button), "budget.take");

  return GTK_WIDGET (self);
}

void
pv_budget_row_show (PvBudgetRow *self,
                    PvCents prevu_cents,
                    gboolean detaille,
                    PvCents realise_cents,
                    gboolean with_realise,
                    gboolean can_edit)
{
  g_return_if_fail (PV_IS_BUDGET_ROW (self));

  pv_compte_row_show (PV_COMPTE_ROW (self), prevu_cents, detaille, can_edit);
  pv_amount_label_set_cents (self->realise, realise_cents);
  gtk_widget_set_visible (GTK_WIDGET (self->realise), with_realise);
}

void
pv_budget_row_show_ecart (PvBudgetRow *self, const PvEcart74 *ecart, gboolean can_edit)
{
  g_autofree char *asked = NULL;
  g_autofree char *gap = NULL;
  g_autofree char *text = NULL;
  PvCents ligne, sollicite;

  g_return_if_fail (PV_IS_BUDGET_ROW (self));

  gtk_widget_set_visible (self->ecart_box, ecart != NULL);
  gtk_widget_set_visible (self->take_button, can_edit);
  if (ecart == NULL)
    return;

  ligne = ecart->ligne_cents == PV_CENTS_NULL ? 0 : ecart->ligne_cents;
  sollicite = ecart->sollicite_cents == PV_CENTS_NULL ? 0 : ecart->sollicite_cents;
  asked = pv_amount_to_text (sollicite);
  gap = pv_amount_to_text (ligne - sollicite);
  text = g_strdup_printf (_ ("Asked in the plan: %s, gap %s"), asked, gap);
  pv_format_label (self->ecart, text);
}
