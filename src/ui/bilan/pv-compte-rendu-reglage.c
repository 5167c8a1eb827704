/* pv-compte-rendu-reglage.c: whether a missing bilan keeps from a new grant
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bilan/pv-compte-rendu-reglage.h"

#include "bilan/pv-bilan-accord.h"

struct _PvCompteRenduReglage
{
  AdwBin parent_instance;

  PvContext *context;
  gboolean filling;
  GtkSwitch *bloquer;
};

G_DEFINE_FINAL_TYPE (PvCompteRenduReglage, pv_compte_rendu_reglage, ADW_TYPE_BIN)

static gboolean
write_bloquant (PvDb *db, gpointer data, GError **error)
{
  return pv_bilan_accord_set_bloquant (db, *(const gboolean *)data, NULL, error);
}

static void
active_cb (PvCompteRenduReglage *self)
{
  gboolean bloquant = gtk_switch_get_active (self->bloquer);
  g_autoptr (GError) error = NULL;

  if (self->filling ||
      pv_context_act (self->context, "bilan-reglage", NULL, write_bloquant, &bloquant, &error))
    return;
  gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", error->message);
  pv_compte_rendu_reglage_refresh (self);
}

void
pv_compte_rendu_reglage_refresh (PvCompteRenduReglage *self)
{
  gboolean bloquant = FALSE;

  g_return_if_fail (PV_IS_COMPTE_RENDU_REGLAGE (self));

  pv_bilan_accord_get_bloquant (pv_context_get_reader (self->context), &bloquant, NULL);
  self->filling = TRUE;
  gtk_switch_set_active (self->bloquer, bloquant);
  self->filling = FALSE;
  gtk_widget_set_sensitive (GTK_WIDGET (self->bloquer), pv_context_can_edit (self->context));
}

static void
pv_compte_rendu_reglage_dispose (GObject *object)
{
  PvCompteRenduReglage *self = PV_COMPTE_RENDU_REGLAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), PV_TYPE_COMPTE_RENDU_REGLAGE);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (pv_compte_rendu_reglage_parent_class)->dispose (object);
}

static void
pv_compte_rendu_reglage_class_init (PvCompteRenduReglageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pv_compte_rendu_reglage_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/progville/Progville/bilan/pv-compte-rendu-reglage.ui");
  gtk_widget_class_bind_template_child (widget_class, PvCompteRenduReglage, bloquer);
  gtk_widget_class_bind_template_callback (widget_class, active_cb);
}

static void
pv_compte_rendu_reglage_init (PvCompteRenduReglage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
pv_compte_rendu_reglage_new (PvContext *context)
{
  PvCompteRenduReglage *self = g_object_new (PV_TYPE_COMPTE_RENDU_REGLAGE, NULL);

  self->context = g_object_ref (context);

  return GTK_WIDGET (self);
}
