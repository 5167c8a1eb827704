/* pv-credit-row.c: what an institution proposes on a line of credits
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "instruction/pv-credit-row.h"

#include <glib/gi18n.h>

#include "dossier/pv-wrap-layout.h"
#include "widget/pv-amount-entry.h"
#include "widget/pv-amount-label.h"

struct _PvCreditRow
{
  AdwBin parent_instance;

  gint64 dispositif_id;

  GtkLabel *title;
  PvAmountLabel *sollicite;
  PvAmountEntry *entry;
  PvAmountLabel *reste;
};

enum
{
  PROPOSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PvCreditRow, pv_credit_row, ADW_TYPE_BIN)

static void
committed_cb (PvCreditRow *self, gint64 cents)
{
  g_signal_emit (self, signals[PROPOSED], 0, self->dispositif_id, cents);
}

static void
pv_credit_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), PV_TYPE_CREDIT_ROW);

  G_OBJECT_CLASS (pv_credit_row_parent_class)->dispose (object);
}

static void
pv_credit_row_class_init (PvCreditRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pv_credit_row_dispose;
  signals[PROPOSED] = g_signal_new ("proposed", PV_TYPE_CREDIT_ROW, G_SIGNAL_RUN_LAST, 0, NULL,
                                    NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_INT64);

  g_type_ensure (PV_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/progville/Progville/instruction/pv-credit-row.ui");
  gtk_widget_class_bind_template_child (widget_class, PvCreditRow, title);
  gtk_widget_class_bind_template_child (widget_class, PvCreditRow, sollicite);
  gtk_widget_class_bind_template_child (widget_class, PvCreditRow, entry);
  gtk_widget_class_bind_template_child (widget_class, PvCreditRow, reste);
  gtk_widget_class_bind_template_callback (widget_class, committed_cb);
}

static void
pv_credit_row_init (PvCreditRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
pv_credit_row_new (gint64 dispositif_id)
{
  PvCreditRow *self = g_object_new (PV_TYPE_CREDIT_ROW, NULL);

  self->dispositif_id = dispositif_id;

  return GTK_WIDGET (self);
}

gint64
pv_credit_row_get_dispositif (PvCreditRow *self)
{
  g_return_val_if_fail (PV_IS_CREDIT_ROW (self), PV_INT_NULL);

  return self->dispositif_id;
}

void
pv_credit_row_set (PvCreditRow *self, const PvInstructionCredit *credit, gboolean editable)
{
  PvCents reste = pv_instruction_credit_get_reste (credit);
  g_autofree char *name = g_strdup_printf (_ ("Amount proposed, %s"), credit->libelle);

  g_return_if_fail (PV_IS_CREDIT_ROW (self));

  gtk_label_set_label (self->title, credit->libelle);
  pv_amount_label_set_cents (self->sollicite, credit->sollicite_cents);
  pv_amount_entry_set_cents (self->entry, credit->propose_cents);
  gtk_widget_set_sensitive (GTK_WIDGET (self->entry), editable);
  pv_amount_label_set_cents (self->reste, reste);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  if (reste != PV_CENTS_NULL && reste < 0)
    {
      gtk_widget_add_css_class (GTK_WIDGET (self->reste), "pv-error");
      gtk_widget_set_tooltip_text (GTK_WIDGET (self->reste), _ ("The envelope is exceeded"));
    }
  else
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self->reste), "pv-error");
      gtk_widget_set_tooltip_text (
          GTK_WIDGET (self->reste),
          reste != PV_CENTS_NULL ? _ ("Left of the envelope with this amount")
                                 : _ ("The plan names no envelope for it, or its amount is not "
                                      "known"));
    }
}

void
pv_credit_row_refuse (PvCreditRow *self, PvCents cents, const char *reason)
{
  g_return_if_fail (PV_IS_CREDIT_ROW (self));

  pv_amount_entry_refuse (self->entry, cents, reason);
}
