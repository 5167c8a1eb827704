/* pv-status-label.c: the status of a dossier: an icon and a word
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "widget/pv-status-label.h"

struct _PvStatusLabel
{
  AdwBin parent_instance;

  GtkImage *image;
  GtkLabel *label;
  PvDossierStatut statut;
  char *text;
  gboolean flat;
};

enum
{
  PROP_STATUT = 1,
  PROP_TEXT,
  PROP_FLAT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (PvStatusLabel, pv_status_label, ADW_TYPE_BIN)

static const struct
{
  const char *icon;
  const char *css_class;
} statuts[PV_N_DOSSIER_STATUTS] = {
  [PV_DOSSIER_STATUT_DEPOSE] = { "pv-statut-depose-symbolic", "neutral" },
  [PV_DOSSIER_STATUT_INCOMPLET] = { "pv-statut-incomplet-symbolic", "warning" },
  [PV_DOSSIER_STATUT_RECEVABLE] = { "pv-statut-recevable-symbolic", "info" },
  [PV_DOSSIER_STATUT_IRRECEVABLE] = { "pv-statut-irrecevable-symbolic", "error" },
  [PV_DOSSIER_STATUT_EN_INSTRUCTION] = { "pv-statut-en-instruction-symbolic", "info" },
  [PV_DOSSIER_STATUT_INSTRUIT] = { "pv-statut-instruit-symbolic", "info" },
  [PV_DOSSIER_STATUT_PROPOSE] = { "pv-statut-propose-symbolic", "info" },
  [PV_DOSSIER_STATUT_PROGRAMME] = { "pv-statut-programme-symbolic", "success" },
  [PV_DOSSIER_STATUT_PROGRAMME_SOUS_RESERVE] = { "pv-statut-programme-sous-reserve-symbolic",
                                                 "warning" },
  [PV_DOSSIER_STATUT_AJOURNE] = { "pv-statut-ajourne-symbolic", "warning" },
  [PV_DOSSIER_STATUT_REFUSE] = { "pv-statut-refuse-symbolic", "error" },
  [PV_DOSSIER_STATUT_REORIENTE] = { "pv-statut-reoriente-symbolic", "neutral" },
  [PV_DOSSIER_STATUT_NOTIFIE] = { "pv-statut-notifie-symbolic", "success" },
  [PV_DOSSIER_STATUT_EN_COURS] = { "pv-statut-en-cours-symbolic", "success" },
  [PV_DOSSIER_STATUT_BILAN_RECU] = { "pv-statut-bilan-recu-symbolic", "success" },
  [PV_DOSSIER_STATUT_SOLDE] = { "pv-statut-solde-symbolic", "neutral" },
  [PV_DOSSIER_STATUT_ABANDONNE] = { "pv-statut-abandonne-symbolic", "neutral" },
};

static const char *const css_classes[] = { "neutral", "info", "success", "warning", "error" };

static void
show (PvStatusLabel *self)
{
  const char *word = self->text;

  if (word == NULL)
    word = pv_dossier_statut_to_libelle (self->statut);
  for (gsize i = 0; i < G_N_ELEMENTS (css_classes); i++)
    gtk_widget_remove_css_class (GTK_WIDGET (self), css_classes[i]);
  if (self->statut != PV_DOSSIER_STATUT_NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), statuts[self->statut].css_class);
  gtk_image_set_from_icon_name (self->image, pv_statut_to_icon_name (self->statut));
  gtk_widget_set_visible (gtk_widget_get_first_child (GTK_WIDGET (self)), word != NULL);
  gtk_label_set_label (self->label, word != NULL ? word : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  word != NULL ? word : "", -1);
}

static void
set_flat (PvStatusLabel *self, gboolean flat)
{
  self->flat = flat;
  if (flat)
    gtk_widget_add_css_class (GTK_WIDGET (self), "flat");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "flat");
}

static void
pv_status_label_finalize (GObject *object)
{
  g_free (PV_STATUS_LABEL (object)->text);

  G_OBJECT_CLASS (pv_status_label_parent_class)->finalize (object);
}

static void
pv_status_label_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  PvStatusLabel *self = PV_STATUS_LABEL (object);

  switch (id)
    {
    case PROP_STATUT:
      g_value_set_int (value, self->statut);
      break;
    case PROP_TEXT:
      g_value_set_string (value, self->text);
      break;
    case PROP_FLAT:
      g_value_set_boolean (value, self->flat);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
pv_status_label_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  PvStatusLabel *self = PV_STATUS_LABEL (object);

  switch (id)
    {
    case PROP_STATUT:
      pv_status_label_set_statut (self, g_value_get_int (value));
      break;
    case PROP_TEXT:
      pv_status_label_set_text (self, g_value_get_string (value));
      break;
    case PROP_FLAT:
      set_flat (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
pv_status_label_class_init (PvStatusLabelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->finalize = pv_status_label_finalize;
  object_class->get_property = pv_status_label_get_property;
  object_class->set_property = pv_status_label_set_property;

  properties[PROP_STATUT] = g_param_spec_int (
      "statut", NULL, NULL, PV_DOSSIER_STATUT_NULL, PV_N_DOSSIER_STATUTS - 1,
      PV_DOSSIER_STATUT_NULL, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_TEXT] =
      g_param_spec_string ("text", NULL, NULL, NULL,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_FLAT] =
      g_param_spec_boolean ("flat", NULL, NULL, FALSE, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/progville/Progville/widget/pv-status-label.ui");
  gtk_widget_class_bind_template_child (widget_class, PvStatusLabel, image);
  gtk_widget_class_bind_template_child (widget_class, PvStatusLabel, label);
  gtk_widget_class_set_css_name (widget_class, "status");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LABEL);
}

static void
pv_status_label_init (PvStatusLabel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->statut = PV_DOSSIER_STATUT_NULL;
  show (self);
}

GtkWidget *
pv_status_label_new (PvDossierStatut statut)
{
  return g_object_new (PV_TYPE_STATUS_LABEL, "statut", (int)statut, NULL);
}

PvDossierStatut
pv_status_label_get_statut (PvStatusLabel *self)
{
  g_return_val_if_fail (PV_IS_STATUS_LABEL (self), PV_DOSSIER_STATUT_NULL);

  return self->statut;
}

void
pv_status_label_set_statut (PvStatusLabel *self, PvDossierStatut statut)
{
  g_return_if_fail (PV_IS_STATUS_LABEL (self));

  if (self->statut == statut)
    return;

  self->statut = statut;
  show (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATUT]);
}

const char *
pv_status_label_get_text (PvStatusLabel *self)
{
  g_return_val_if_fail (PV_IS_STATUS_LABEL (self), NULL);

  return self->text;
}

void
pv_status_label_set_text (PvStatusLabel *self, const char *text)
{
  g_return_if_fail (PV_IS_STATUS_LABEL (self));

  if (g_strcmp0 (self->text, text) == 0)
    return;

  g_free (self->text);
  self->text = g_strdup (text);
  show (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEXT]);
}

const char *
pv_statut_to_icon_name (PvDossierStatut statut)
{
  return statut == PV_DOSSIER_STATUT_NULL ? NULL : statuts[statut].icon;
}

const char *
pv_statut_to_color_name (PvDossierStatut statut)
{
  static const char *const colors[] = { NULL, "accent_color", "pv_success", "pv_warning",
                                        "pv_error" };

  if (statut == PV_DOSSIER_STATUT_NULL)
    return NULL;
  for (gsize i = 0; i < G_N_ELEMENTS (css_classes); i++)
    if (g_str_equal (css_classes[i], statuts[statut].css_class))
      return colors[i];

  return NULL;
}
