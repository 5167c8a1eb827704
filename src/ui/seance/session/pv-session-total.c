/* pv-session-total.c: a sum under the amounts of a dossier in séance
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "seance/session/pv-session-total.h"

#include "widget/pv-amount-label.h"
#include "widget/pv-format.h"

struct _PvSessionTotal
{
  AdwBin parent_instance;

  GtkWidget *cells[PV_SESSION_N_COLONNES];
  GtkLabel *title_label;
  PvAmountLabel *sollicite;
  PvAmountLabel *propose;
  GtkWidget *arbitre_icon;
  PvAmountLabel *arbitre;
  PvAmountLabel *taux;
  PvAmountLabel *ecart;
};

enum
{
  PROP_TITLE = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (PvSessionTotal, pv_session_total, ADW_TYPE_BIN)

static void
pv_session_total_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_TITLE:
      g_value_set_string (value, gtk_label_get_label (PV_SESSION_TOTAL (object)->title_label));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
pv_session_total_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_TITLE:
      gtk_label_set_label (PV_SESSION_TOTAL (object)->title_label, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
pv_session_total_class_init (PvSessionTotalClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = pv_session_total_get_property;
  object_class->set_property = pv_session_total_set_property;

  properties[PROP_TITLE] =
      g_param_spec_string ("title", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/progville/Progville/seance/session/pv-session-total.ui");
  pv_session_bind_colonnes (widget_class, "cell", G_STRUCT_OFFSET (PvSessionTotal, cells));
  gtk_widget_class_bind_template_child (widget_class, PvSessionTotal, title_label);
  gtk_widget_class_bind_template_child (widget_class, PvSessionTotal, sollicite);
  gtk_widget_class_bind_template_child (widget_class, PvSessionTotal, propose);
  gtk_widget_class_bind_template_child (widget_class, PvSessionTotal, arbitre_icon);
  gtk_widget_class_bind_template_child (widget_class, PvSessionTotal, arbitre);
  gtk_widget_class_bind_template_child (widget_class, PvSessionTotal, taux);
  gtk_widget_class_bind_template_child (widget_class, PvSessionTotal, ecart);
}

static void
pv_session_total_init (PvSessionTotal *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
pv_session_total_get_cell (PvSessionTotal *self, guint column)
{
  g_return_val_if_fail (PV_IS_SESSION_TOTAL (self), NULL);
  g_return_val_if_fail (column < PV_SESSION_N_COLONNES, NULL);

  return self->cells[column];
}

void
pv_session_total_show (PvSessionTotal *self,
                       const PvCents *cents,
                       gint64 taux_bp,
                       const char *ecart,
                       gboolean alert)
{
  g_autofree char *taux = pv_rate_to_text (taux_bp);

  g_return_if_fail (PV_IS_SESSION_TOTAL (self));

  pv_amount_label_set_cents (self->sollicite, cents[0]);
  pv_amount_label_set_cents (self->propose, cents[1]);
  pv_amount_label_set_cents (self->arbitre, cents[2]);
  gtk_widget_set_visible (self->arbitre_icon, alert);
  gtk_widget_set_hexpand (GTK_WIDGET (self->arbitre), !alert);
  if (alert)
    {
      gtk_widget_add_css_class (GTK_WIDGET (self->arbitre), "pv-warning");
      gtk_widget_add_css_class (GTK_WIDGET (self->arbitre), "session-change");
    }
  else
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self->arbitre), "pv-warning");
      gtk_widget_remove_css_class (GTK_WIDGET (self->arbitre), "session-change");
    }
  pv_amount_label_set_text (self->taux, taux);
  pv_amount_label_set_text (self->ecart, ecart);
}
