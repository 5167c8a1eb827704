/* pv-compte-rendu-ligne.c: an account of a budget, planned and realised
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bilan/pv-compte-rendu-ligne.h"

#include <glib/gi18n.h>

#include "widget/pv-amount-label.h"
#include "widget/pv-format.h"

struct _PvCompteRenduLigne
{
  AdwBin parent_instance;

  gint64 compte_id;
  GtkToggleButton *expander;
  GtkLabel *code;
  GtkLabel *libelle;
  PvAmountLabel *prevu;
  GtkWidget *realise_box;
  PvAmountEntry *entry;
  PvAmountLabel *sum;
  PvAmountLabel *ecart;
  PvAmountLabel *taux;
  GtkWidget *problem_box;
  GtkLabel *problem;
};

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

G_DEFINE_FINAL_TYPE (PvCompteRenduLigne, pv_compte_rendu_ligne, ADW_TYPE_BIN)

static void
committed_cb (PvCompteRenduLigne *self, gint64 cents)
{
  g_signal_emit (self, signals[SIGNAL_COMMITTED], 0, cents);
}

static void
problem_cb (PvCompteRenduLigne *self)
{
  const char *problem = self->entry != NULL ? pv_amount_entry_get_problem (self->entry) : NULL;

  if (self->problem == NULL)
    return;
  gtk_label_set_label (self->problem, problem != NULL ? problem : "");
  gtk_widget_set_visible (self->problem_box, problem != NULL);
}

static void
expanded_cb (PvCompteRenduLigne *self)
{
  gboolean expanded = gtk_toggle_button_get_active (self->expander);

  gtk_button_set_icon_name (GTK_BUTTON (self->expander),
                            expanded ? "pan-down-symbolic" : "pan-end-symbolic");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->expander), GTK_ACCESSIBLE_STATE_EXPANDED,
                               expanded, -1);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EXPANDED]);
}

static void
pv_compte_rendu_ligne_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_EXPANDED)
    g_value_set_boolean (value,
                         gtk_toggle_button_get_active (PV_COMPTE_RENDU_LIGNE (object)->expander));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
pv_compte_rendu_ligne_set_property (GObject *object,
                                    guint id,
                                    const GValue *value,
                                    GParamSpec *pspec)
{
  if (id == PROP_EXPANDED)
    gtk_toggle_button_set_active (PV_COMPTE_RENDU_LIGNE (object)->expander,
                                  g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
pv_compte_rendu_ligne_class_init (PvCompteRenduLigneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = pv_compte_rendu_ligne_get_property;
  object_class->set_property = pv_compte_rendu_ligne_set_property;
  properties[PROP_EXPANDED] =
      g_param_spec_boolean ("expanded", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[SIGNAL_COMMITTED] =
      g_signal_new ("committed", PV_TYPE_COMPTE_RENDU_LIGNE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 1, G_TYPE_INT64);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/progville/Progville/bilan/pv-compte-rendu-ligne.ui");
#define BIND(child) gtk_widget_class_bind_template_child (widget_class, PvCompteRenduLigne, child)
  BIND (expander);
  BIND (code);
  BIND (libelle);
  BIND (prevu);
  BIND (realise_box);
  BIND (entry);
  BIND (sum);
  BIND (ecart);
  BIND (taux);
  BIND (problem_box);
  BIND (problem);
#undef BIND
  gtk_widget_class_bind_template_callback (widget_class, committed_cb);
  gtk_widget_class_bind_template_callback (widget_class, problem_cb);
  gtk_widget_class_bind_template_callback (widget_class, expanded_cb);
}

static void
pv_compte_rendu_ligne_init (PvCompteRenduLigne *self)
{
  self->compte_id = PV_INT_NULL;
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
set_name (PvCompteRenduLigne *self, const PvCompte *compte)
{
  /* "74etat" is a code of the schema: the Cerfa says 74 */
  g_autofree char *code = g_strndup (compte->code, strspn (compte->code, "0123456789"));
  g_autofree char *name = *code != '\0' ? g_strdup_printf ("%s, %s", code, compte->libelle)
                                        : g_strdup (compte->libelle);
  g_autofree char *expand = g_strdup_printf (_ ("Lines of %s"), name);

  gtk_label_set_label (self->code, code);
  gtk_label_set_label (self->libelle, compte->libelle);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->libelle), compte->libelle);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->expander), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  expand, -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->expander), expand);
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

static void
show_expander (PvCompteRenduLigne *self, gboolean has_lines)
{
  gtk_widget_set_opacity (GTK_WIDGET (self->expander), has_lines ? 1 : 0);
  gtk_widget_set_sensitive (GTK_WIDGET (self->expander), has_lines);
  gtk_widget_set_can_target (GTK_WIDGET (self->expander), has_lines);
}

GtkWidget *
pv_compte_rendu_ligne_new (const PvCompte *compte, gboolean has_lines, GtkSizeGroup **groups)
{
  PvCompteRenduLigne *self = g_object_new (PV_TYPE_COMPTE_RENDU_LIGNE, NULL);

  self->compte_id = compte->id;
  set_name (self, compte);
  join (self, groups);
  show_expander (self, has_lines);
  gtk_widget_add_css_class (GTK_WIDGET (self), compte->poste_id == PV_INT_NULL ? "poste" : "ligne");

  return GTK_WIDGET (self);
}

GtkWidget *
pv_compte_rendu_ligne_new_total (const char *title, GtkSizeGroup **groups)
{
  PvCompteRenduLigne *self = g_object_new (PV_TYPE_COMPTE_RENDU_LIGNE, NULL);

  gtk_label_set_label (self->libelle, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title, -1);
  gtk_widget_set_visible (GTK_WIDGET (self->expander), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->code), FALSE);
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
  pv_amount_entry_set_cents (self->entry, detaille ? PV_CENTS_NULL : realise);
  gtk_editable_set_editable (GTK_EDITABLE (self->entry), can_edit);
  gtk_widget_set_visible (GTK_WIDGET (self->entry), !detaille);
  pv_amount_label_set_cents (self->sum, realise);
  gtk_widget_set_visible (GTK_WIDGET (self->sum), detaille);
  show_ecart (self, prevu, realise);
}

gint64
pv_compte_rendu_ligne_get_compte (PvCompteRenduLigne *self)
{
  g_return_val_if_fail (PV_IS_COMPTE_RENDU_LIGNE (self), PV_INT_NULL);

  return self->compte_id;
}

PvAmountEntry *
pv_compte_rendu_ligne_get_entry (PvCompteRenduLigne *self)
{
  g_return_val_if_fail (PV_IS_COMPTE_RENDU_LIGNE (self), NULL);

  return self->entry;
}
