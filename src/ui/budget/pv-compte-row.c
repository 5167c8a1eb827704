/* pv-compte-row.c: what the rows of an account of a budget share
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "budget/pv-compte-row.h"

#include <glib/gi18n.h>
#include <string.h>

#include "widget/pv-amount-label.h"

typedef struct
{
  gint64 compte_id;
  gint64 poste_id;
  GtkToggleButton *expander;
  GtkLabel *code;
  GtkLabel *libelle;
  PvAmountEntry *entry;
  PvAmountLabel *sum;
  GtkWidget *problem_box;
  GtkLabel *problem;
} PvCompteRowPrivate;

enum
{
  PROP_EXPANDED = 1,
  N_PROPS
};

enum
{
  SIGNAL_COMMITTED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (PvCompteRow, pv_compte_row, ADW_TYPE_BIN)

static PvCompteRowPrivate *
get_private (PvCompteRow *self)
{
  return pv_compte_row_get_instance_private (self);
}

static void
committed_cb (PvCompteRow *self, gint64 cents)
{
  g_signal_emit (self, signals[SIGNAL_COMMITTED], 0, cents);
}

static void
problem_cb (PvCompteRow *self)
{
  PvCompteRowPrivate *priv = get_private (self);
  const char *problem = priv->entry != NULL ? pv_amount_entry_get_problem (priv->entry) : NULL;

  if (priv->problem == NULL)
    return;

  gtk_label_set_label (priv->problem, problem != NULL ? problem : "");
  gtk_widget_set_visible (priv->problem_box, problem != NULL);
}

static void
expanded_cb (PvCompteRow *self)
{
  PvCompteRowPrivate *priv = get_private (self);
  gboolean expanded = gtk_toggle_button_get_active (priv->expander);

  gtk_button_set_icon_name (GTK_BUTTON (priv->expander),
                            expanded ? "pan-down-symbolic" : "pan-end-symbolic");
  gtk_accessible_update_state (GTK_ACCESSIBLE (priv->expander), GTK_ACCESSIBLE_STATE_EXPANDED,
                               expanded, -1);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EXPANDED]);
}

static void
pv_compte_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  PvCompteRowPrivate *priv = get_private (PV_COMPTE_ROW (object));

  switch (id)
    {
    case PROP_EXPANDED:
      g_value_set_boolean (value, gtk_toggle_button_get_active (priv->expander));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
pv_compte_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  PvCompteRowPrivate *priv = get_private (PV_COMPTE_ROW (object));

  switch (id)
    {
    case PROP_EXPANDED:
      gtk_toggle_button_set_active (priv->expander, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
pv_compte_row_class_init (PvCompteRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = pv_compte_row_get_property;
  object_class->set_property = pv_compte_row_set_property;

  properties[PROP_EXPANDED] =
      g_param_spec_boolean ("expanded", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SIGNAL_COMMITTED] = g_signal_new ("committed", PV_TYPE_COMPTE_ROW, G_SIGNAL_RUN_LAST, 0,
                                            NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
pv_compte_row_init (PvCompteRow *self)
{
  PvCompteRowPrivate *priv = get_private (self);

  priv->compte_id = PV_INT_NULL;
  priv->poste_id = PV_INT_NULL;
}

void
pv_compte_row_class_bind (GtkWidgetClass *klass)
{
#define BIND(child)                                                                                \
  gtk_widget_class_bind_template_child_full (klass, #child, FALSE,                                 \
                                             G_PRIVATE_OFFSET (PvCompteRow, child))
  BIND (expander);
  BIND (code);
  BIND (libelle);
  BIND (entry);
  BIND (sum);
  BIND (problem_box);
  BIND (problem);
#undef BIND
  gtk_widget_class_bind_template_callback (klass, committed_cb);
  gtk_widget_class_bind_template_callback (klass, problem_cb);
  gtk_widget_class_bind_template_callback (klass, expanded_cb);
}

static void
set_name (PvCompteRowPrivate *priv, const PvCompte *compte)
{
  /* "74etat" is a code of the schema: the Cerfa says 74 */
  g_autofree char *code = g_strndup (compte->code, strspn (compte->code, "0123456789"));
  g_autofree char *name = *code != '\0' ? g_strdup_printf ("%s, %s", code, compte->libelle)
                                        : g_strdup (compte->libelle);
  g_autofree char *expand = g_strdup_printf (_ ("Lines of %s"), name);

  gtk_label_set_label (priv->code, code);
  gtk_label_set_label (priv->libelle, compte->libelle);
  gtk_widget_set_tooltip_text (GTK_WIDGET (priv->libelle), compte->libelle);
  gtk_accessible_update_property (GTK_ACCESSIBLE (priv->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (priv->expander), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  expand, -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (priv->expander), expand);
}

void
pv_compte_row_set_compte (PvCompteRow *self, const PvCompte *compte, gboolean has_lines)
{
  PvCompteRowPrivate *priv = get_private (self);

  g_return_if_fail (PV_IS_COMPTE_ROW (self));

  priv->compte_id = compte->id;
  priv->poste_id = compte->poste_id;
  set_name (priv, compte);
  gtk_widget_set_opacity (GTK_WIDGET (priv->expander), has_lines ? 1 : 0);
  gtk_widget_set_sensitive (GTK_WIDGET (priv->expander), has_lines);
  gtk_widget_set_can_target (GTK_WIDGET (priv->expander), has_lines);
  gtk_widget_add_css_class (GTK_WIDGET (self), compte->poste_id == PV_INT_NULL ? "poste" : "ligne");
}

void
pv_compte_row_set_title (PvCompteRow *self, const char *title)
{
  PvCompteRowPrivate *priv = get_private (self);

  g_return_if_fail (PV_IS_COMPTE_ROW (self));

  gtk_label_set_label (priv->libelle, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (priv->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title, -1);
  gtk_widget_set_visible (GTK_WIDGET (priv->expander), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (priv->code), FALSE);
}

void
pv_compte_row_show (PvCompteRow *self, PvCents cents, gboolean detaille, gboolean can_edit)
{
  PvCompteRowPrivate *priv = get_private (self);

  g_return_if_fail (PV_IS_COMPTE_ROW (self));

  pv_amount_entry_set_cents (priv->entry, detaille ? PV_CENTS_NULL : cents);
  gtk_editable_set_editable (GTK_EDITABLE (priv->entry), can_edit);
  gtk_widget_set_visible (GTK_WIDGET (priv->entry), !detaille);
  pv_amount_label_set_cents (priv->sum, cents);
  gtk_widget_set_visible (GTK_WIDGET (priv->sum), detaille);
}

gint64
pv_compte_row_get_compte (PvCompteRow *self)
{
  g_return_val_if_fail (PV_IS_COMPTE_ROW (self), PV_INT_NULL);

  return get_private (self)->compte_id;
}

gint64
pv_compte_row_get_poste (PvCompteRow *self)
{
  g_return_val_if_fail (PV_IS_COMPTE_ROW (self), PV_INT_NULL);

  return get_private (self)->poste_id;
}

PvAmountEntry *
pv_compte_row_get_entry (PvCompteRow *self)
{
  g_return_val_if_fail (PV_IS_COMPTE_ROW (self), NULL);

  return get_private (self)->entry;
}
