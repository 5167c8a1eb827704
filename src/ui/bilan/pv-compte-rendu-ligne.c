/* pv-compte-rendu-ligne.c: an account of a budget, planned and realised
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bilan/pv-compte-rendu-ligne.h"

#include "widget/pv-amount-label.h"
#include "widget/pv-format.h"

struct _PvCompteRenduLigne
{
  PvCompteRow parent_instance;

  PvAmountLabel *prevu;
  GtkWidget *realise_box;
  PvAmountLabel *ecart;
  PvAmountLabel *taux;
};

G_DEFINE_FINAL_TYPE (PvCompteRenduLigne, pv_compte_rendu_ligne, PV_TYPE_COMPTE_ROW)

static void
pv_compte_rendu_ligne_class_init (PvCompteRenduLigneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/progville/Progville/bilan/pv-compte-rendu-ligne.ui");
  pv_compte_row_class_bind (widget_class);
#define BIND(child) gtk_widget_class_bind_template_child (widget_class, PvCompteRenduLigne, child)
  BIND (prevu);
  BIND (realise_box);
  BIND (ecart);
  BIND (taux);
#undef BIND
}

static void
pv_compte_rendu_ligne_init (PvCompteRenduLigne *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
join (PvCompteRenduLigne *self, GtkSizeGroup **groups)
{
  GtkWidget *const cells[PV_N_COMPTE_RENDU_COLONNES] = {
    GTK_WIDGET (self->prevu), self->realise_box, GTK_WIDGET (self->ecart), GTK_WIDGET (self->taux)
  };

  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    gtk_size_group_add_widget (groups[i], cells[i]);
}

GtkWidget *
pv_compte_rendu_ligne_new (const PvCompte *compte, gboolean has_lines, GtkSizeGroup **groups)
{
  PvCompteRenduLigne *self = g_object_new (PV_TYPE_COMPTE_RENDU_LIGNE, NULL);

  pv_compte_row_set_compte (PV_COMPTE_ROW (self), compte, has_lines);
  join (self, groups);

  return GTK_WIDGET (self);
}

GtkWidget *
pv_compte_rendu_ligne_new_total (const char *title, GtkSizeGroup **groups)
{
  PvCompteRenduLigne *self = g_object_new (PV_TYPE_COMPTE_RENDU_LIGNE, NULL);

  pv_compte_row_set_title (PV_COMPTE_ROW (self), title);
  join (self, groups);
  gtk_widget_add_css_class (GTK_WIDGET (self), "total");

  return GTK_WIDGET (self);
}

/* What is not known on one side has no gap. */
static void
show_ecart (PvCompteRenduLigne *self, PvCents prevu, PvCents realise)
{
  gboolean known = prevu != PV_CENTS_NULL && realise != PV_CENTS_NULL;
  PvCents ecart = known ? realise - prevu : PV_CENTS_NULL;
  gint64 rate = pv_money_rate_bp (ecart, prevu);
  g_autofree char *text = pv_rate_to_text (rate);
  g_autofree char *signed_text =
      rate != PV_INT_NULL && rate > 0 ? g_strconcat ("+", text, NULL) : g_strdup (text);

  pv_amount_label_set_cents (self->ecart, ecart);
  pv_amount_label_set_text (self->taux, signed_text);
  if (known && ecart != 0)
    gtk_widget_remove_css_class (GTK_WIDGET (self->ecart), "secondary");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->ecart), "secondary");
}

void
pv_compte_rendu_ligne_show (PvCompteRenduLigne *self,
                            PvCents prevu,
                            PvCents realise,
                            gboolean detaille,
                            gboolean can_edit)
{
  g_return_if_fail (PV_IS_COMPTE_RENDU_LIGNE (self));

  pv_amount_label_set_cents (self->prevu, prevu);
  pv_compte_row_show (PV_COMPTE_ROW (self), realise, detaille, can_edit);
  show_ecart (self, prevu, realise);
}
