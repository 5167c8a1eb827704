/* pv-dossier-section.c: a section of the page of a dossier
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dossier/pv-dossier-section.h"

typedef struct
{
  PvContext *context;
  gint64 dossier_id;
  char *badge;
} PvDossierSectionPrivate;

enum
{
  PROP_CONTEXT = 1,
  PROP_DOSSIER_ID,
  PROP_BADGE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (PvDossierSection, pv_dossier_section, ADW_TYPE_BIN)

static void
pv_dossier_section_finalize (GObject *object)
{
  PvDossierSectionPrivate *priv =
      pv_dossier_section_get_instance_private (PV_DOSSIER_SECTION (object));

  g_clear_object (&priv->context);
  g_free (priv->badge);

  G_OBJECT_CLASS (pv_dossier_section_parent_class)->finalize (object);
}

static void
pv_dossier_section_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  PvDossierSectionPrivate *priv =
      pv_dossier_section_get_instance_private (PV_DOSSIER_SECTION (object));

  switch (id)
    {
    case PROP_CONTEXT:
      g_value_set_object (value, priv->context);
      break;
    case PROP_DOSSIER_ID:
      g_value_set_int64 (value, priv->dossier_id);
      break;
    case PROP_BADGE:
      g_value_set_string (value, priv->badge);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
pv_dossier_section_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  PvDossierSection *self = PV_DOSSIER_SECTION (object);

  switch (id)
    {
    case PROP_BADGE:
      pv_dossier_section_set_badge (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
pv_dossier_section_class_init (PvDossierSectionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = pv_dossier_section_finalize;
  object_class->get_property = pv_dossier_section_get_property;
  object_class->set_property = pv_dossier_section_set_property;

  properties[PROP_CONTEXT] = g_param_spec_object ("context", NULL, NULL, PV_TYPE_CONTEXT,
                                                  G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_DOSSIER_ID] =
      g_param_spec_int64 ("dossier-id", NULL, NULL, G_MININT64, G_MAXINT64, PV_INT_NULL,
                          G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_BADGE] =
      g_param_spec_string ("badge", NULL, NULL, NULL,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
pv_dossier_section_init (PvDossierSection *self)
{
  PvDossierSectionPrivate *priv = pv_dossier_section_get_instance_private (self);

  priv->dossier_id = PV_INT_NULL;
}

PvContext *
pv_dossier_section_get_context (PvDossierSection *self)
{
  PvDossierSectionPrivate *priv = pv_dossier_section_get_instance_private (self);

  g_return_val_if_fail (PV_IS_DOSSIER_SECTION (self), NULL);

  return priv->context;
}

gint64
pv_dossier_section_get_dossier_id (PvDossierSection *self)
{
  PvDossierSectionPrivate *priv = pv_dossier_section_get_instance_private (self);

  g_return_val_if_fail (PV_IS_DOSSIER_SECTION (self), PV_INT_NULL);

  return priv->dossier_id;
}

const char *
pv_dossier_section_get_badge (PvDossierSection *self)
{
  PvDossierSectionPrivate *priv = pv_dossier_section_get_instance_private (self);

  g_return_val_if_fail (PV_IS_DOSSIER_SECTION (self), NULL);

  return priv->badge;
}

void
pv_dossier_section_set_badge (PvDossierSection *self, const char *badge)
{
  PvDossierSectionPrivate *priv = pv_dossier_section_get_instance_private (self);

  g_return_if_fail (PV_IS_DOSSIER_SECTION (self));

  if (g_strcmp0 (priv->badge, badge) == 0)
    return;
  g_free (priv->badge);
  priv->badge = g_strdup (badge);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BADGE]);
}

static void
constat_activated_cb (PvDossierSection *self, const char *table, gint64 key, const char *column)
{
  GtkWidget *widget = GTK_WIDGET (self);

  if (pv_dossier_section_show_field (self, table, key, column))
    return;
  if (g_strcmp0 (table, "enveloppe") == 0)
    gtk_widget_activate_action (widget, "win.goto", "(ss)", "enveloppes", "");
  else if (g_strcmp0 (table, "organisme") == 0)
    gtk_widget_activate_action (widget, "win.open-organisme", "x", key);
  else
    gtk_widget_activate_action (widget, "dossier.section", "s", "controles");
}

static void
constats_badge_cb (PvDossierSection *self, GParamSpec *pspec, PvConstatsCard *constats)
{
  pv_dossier_section_set_badge (self, pv_constats_card_get_badge (constats));
}

void
pv_dossier_section_watch_constats (PvDossierSection *self, PvConstatsCard *constats)
{
  g_return_if_fail (PV_IS_DOSSIER_SECTION (self));
  g_return_if_fail (PV_IS_CONSTATS_CARD (constats));

  g_signal_connect_object (constats, "activated", G_CALLBACK (constat_activated_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (constats, "notify::badge", G_CALLBACK (constats_badge_cb), self,
                           G_CONNECT_SWAPPED);
}

void
pv_dossier_section_set_dossier (PvDossierSection *self, PvContext *context, gint64 dossier_id)
{
  PvDossierSectionPrivate *priv = pv_dossier_section_get_instance_private (self);

  g_return_if_fail (PV_IS_DOSSIER_SECTION (self));
  g_return_if_fail (PV_IS_CONTEXT (context));

  if (g_set_object (&priv->context, context))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CONTEXT]);
  if (priv->dossier_id == dossier_id)
    return;
  priv->dossier_id = dossier_id;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DOSSIER_ID]);
}

void
pv_dossier_section_load (PvDossierSection *self)
{
  PvDossierSectionPrivate *priv = pv_dossier_section_get_instance_private (self);

  g_return_if_fail (PV_IS_DOSSIER_SECTION (self));

  if (priv->context != NULL && priv->dossier_id != PV_INT_NULL)
    PV_DOSSIER_SECTION_GET_CLASS (self)->load (self);
}

gboolean
pv_dossier_section_show_field (PvDossierSection *self,
                               const char *table,
                               gint64 key,
                               const char *column)
{
  PvDossierSectionClass *klass = PV_DOSSIER_SECTION_GET_CLASS (self);

  g_return_val_if_fail (PV_IS_DOSSIER_SECTION (self), FALSE);
  g_return_val_if_fail (table != NULL, FALSE);

  return klass->show_field != NULL && klass->show_field (self, table, key, column);
}
