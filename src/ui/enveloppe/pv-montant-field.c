/* pv-montant-field.c: a titled amount, with the reason why it is refused
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "enveloppe/pv-montant-field.h"

struct _PvMontantField
{
  AdwBin parent_instance;

  char *reason;

  GtkLabel *title;
  PvAmountEntry *entry;
  GtkLabel *problem;
};

enum
{
  PROP_TITLE = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PvMontantField, pv_montant_field, ADW_TYPE_BIN)

static void
show_problem (PvMontantField *self)
{
  const char *problem = pv_amount_entry_get_problem (self->entry);

  if (problem == NULL)
    problem = self->reason;
  gtk_label_set_label (self->problem, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), problem != NULL);
}

static void
typed_cb (PvMontantField *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
pv_montant_field_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_string (value, gtk_label_get_label (PV_MONTANT_FIELD (object)->title));
}

static void
pv_montant_field_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  PvMontantField *self = PV_MONTANT_FIELD (object);
  const char *title = g_value_get_string (value);

  gtk_label_set_label (self->title, title != NULL ? title : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title != NULL ? title : "", -1);
}

static void
pv_montant_field_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), PV_TYPE_MONTANT_FIELD);

  G_OBJECT_CLASS (pv_montant_field_parent_class)->dispose (object);
}

static void
pv_montant_field_finalize (GObject *object)
{
  g_free (PV_MONTANT_FIELD (object)->reason);

  G_OBJECT_CLASS (pv_montant_field_parent_class)->finalize (object);
}

static void
pv_montant_field_class_init (PvMontantFieldClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = pv_montant_field_get_property;
  object_class->set_property = pv_montant_field_set_property;
  object_class->dispose = pv_montant_field_dispose;
  object_class->finalize = pv_montant_field_finalize;
  properties[PROP_TITLE] =
      g_param_spec_string ("title", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/progville/Progville/enveloppe/pv-montant-field.ui");
  gtk_widget_class_bind_template_child (widget_class, PvMontantField, title);
  gtk_widget_class_bind_template_child (widget_class, PvMontantField, entry);
  gtk_widget_class_bind_template_child (widget_class, PvMontantField, problem);
  gtk_widget_class_bind_template_callback (widget_class, show_problem);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
}

static void
pv_montant_field_init (PvMontantField *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
pv_montant_field_set_cents (PvMontantField *self, PvCents cents)
{
  g_return_if_fail (PV_IS_MONTANT_FIELD (self));

  pv_amount_entry_set_cents (self->entry, cents);
}

gboolean
pv_montant_field_commit (PvMontantField *self, PvCents *cents)
{
  g_return_val_if_fail (PV_IS_MONTANT_FIELD (self), FALSE);

  if (!pv_amount_entry_commit (self->entry))
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->entry));
      return FALSE;
    }
  *cents = pv_amount_entry_get_cents (self->entry);

  return TRUE;
}

void
pv_montant_field_set_reason (PvMontantField *self, const char *reason)
{
  g_return_if_fail (PV_IS_MONTANT_FIELD (self));

  g_free (self->reason);
  self->reason = g_strdup (reason);
  show_problem (self);
}

PvAmountEntry *
pv_montant_field_get_entry (PvMontantField *self)
{
  g_return_val_if_fail (PV_IS_MONTANT_FIELD (self), NULL);

  return self->entry;
}
