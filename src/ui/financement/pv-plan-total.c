/* pv-plan-total.c: a line of sums under the payers of the plan of financing
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "financement/pv-plan-total.h"

#include <glib/gi18n.h>

#include "financement/pv-plan-row.h"
#include "widget/pv-amount-label.h"
#include "widget/pv-format.h"

struct _PvPlanTotal
{
  AdwBin parent_instance;

  GtkLabel *nom;
  GtkWidget *cells[PV_N_ETAPES];
  GtkWidget *icons[PV_N_ETAPES];
  PvAmountLabel *labels[PV_N_ETAPES];
  PvAmountLabel *taux;
  GtkWidget *enveloppe;
  GtkWidget *reste;
};

enum
{
  PROP_TITLE = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (PvPlanTotal, pv_plan_total, ADW_TYPE_BIN)

static void
pv_plan_total_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_TITLE)
    g_value_set_string (value, gtk_label_get_label (PV_PLAN_TOTAL (object)->nom));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
pv_plan_total_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_TITLE)
    gtk_label_set_label (PV_PLAN_TOTAL (object)->nom, g_value_get_string (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
bind (GtkWidgetClass *klass, PvEtape etape, const char *suffix, gsize offset)
{
  g_autofree char *name = g_strconcat (pv_etape_to_id (etape), suffix, NULL);

  gtk_widget_class_bind_template_child_full (klass, g_intern_string (name), FALSE,
                                             (gssize)(offset + (gsize)etape * sizeof (gpointer)));
}

static void
pv_plan_total_class_init (PvPlanTotalClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = pv_plan_total_get_property;
  object_class->set_property = pv_plan_total_set_property;
  properties[PROP_TITLE] =
      g_param_spec_string ("title", NULL, NULL, "", G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (PV_TYPE_AMOUNT_LABEL);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/progville/Progville/financement/pv-plan-total.ui");
  gtk_widget_class_bind_template_child (widget_class, PvPlanTotal, nom);
  for (guint i = 0; i < PV_N_ETAPES; i++)
    {
      bind (widget_class, (PvEtape)i, "_cell", G_STRUCT_OFFSET (PvPlanTotal, cells));
      bind (widget_class, (PvEtape)i, "_icon", G_STRUCT_OFFSET (PvPlanTotal, icons));
      bind (widget_class, (PvEtape)i, NULL, G_STRUCT_OFFSET (PvPlanTotal, labels));
    }
  gtk_widget_class_bind_template_child (widget_class, PvPlanTotal, taux);
  gtk_widget_class_bind_template_child (widget_class, PvPlanTotal, enveloppe);
  gtk_widget_class_bind_template_child (widget_class, PvPlanTotal, reste);
}

static void
pv_plan_total_init (PvPlanTotal *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
pv_plan_total_get_cell (PvPlanTotal *self, guint column)
{
  g_return_val_if_fail (PV_IS_PLAN_TOTAL (self), NULL);
  g_return_val_if_fail (column < PV_PLAN_N_COLUMNS, NULL);

  if (column == 0)
    return GTK_WIDGET (self->nom);
  if (column <= PV_N_ETAPES)
    return self->cells[column - 1];
  if (column == PV_N_ETAPES + 1)
    return GTK_WIDGET (self->taux);

  return column == PV_N_ETAPES + 2 ? self->enveloppe : self->reste;
}

static void
set_tentative (PvAmountLabel *label, gboolean tentative)
{
  if (tentative)
    gtk_widget_add_css_class (GTK_WIDGET (label), "secondary");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (label), "secondary");
}

void
pv_plan_total_set_montant (PvPlanTotal *self, PvEtape etape, PvCents cents, gboolean tentative)
{
  g_return_if_fail (PV_IS_PLAN_TOTAL (self));

  pv_amount_label_set_cents (self->labels[etape], cents);
  set_tentative (self->labels[etape], tentative);
}

void
pv_plan_total_clear (PvPlanTotal *self, PvEtape etape)
{
  g_return_if_fail (PV_IS_PLAN_TOTAL (self));

  pv_amount_label_set_text (self->labels[etape], "");
}

void
pv_plan_total_set_manque (PvPlanTotal *self, PvEtape etape, PvCents manque)
{
  PvAmountLabel *label;
  GtkWidget *icon, *cell;

  g_return_if_fail (PV_IS_PLAN_TOTAL (self));

  label = self->labels[etape];
  icon = self->icons[etape];
  cell = self->cells[etape];
  gtk_widget_remove_css_class (cell, "pv-success");
  gtk_widget_remove_css_class (cell, "pv-warning");
  gtk_widget_set_visible (icon, manque != PV_CENTS_NULL);
  gtk_widget_set_hexpand (GTK_WIDGET (label), manque == PV_CENTS_NULL);
  if (manque == PV_CENTS_NULL)
    {
      pv_amount_label_set_text (label, _ ("incomplete"));
      gtk_widget_set_tooltip_text (cell, _ ("A financeur has not answered at this stage"));
      set_tentative (label, TRUE);
      return;
    }

  pv_amount_label_set_cents (label, manque);
  gtk_image_set_from_icon_name (GTK_IMAGE (icon), manque == 0 ? "pv-statut-recevable-symbolic"
                                                              : "pv-warning-symbolic");
  gtk_widget_add_css_class (cell, manque == 0 ? "pv-success" : "pv-warning");
  gtk_widget_set_tooltip_text (cell, manque == 0  ? _ ("Balanced")
                                     : manque > 0 ? _ ("Missing to balance")
                                                  : _ ("More than the coût total"));
}

void
pv_plan_total_set_taux (PvPlanTotal *self, gint64 taux_bp)
{
  g_autofree char *text = pv_rate_to_text (taux_bp);

  g_return_if_fail (PV_IS_PLAN_TOTAL (self));

  pv_amount_label_set_text (self->taux, text);
}
