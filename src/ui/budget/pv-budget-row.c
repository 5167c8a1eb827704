/* pv-budget-row.c: an account of a budget
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "budget/pv-budget-row.h"

#include <glib/gi18n.h>
#include <string.h>

#include "widget/pv-amount-label.h"
#include "widget/pv-format.h"

struct _PvBudgetRow
{
  AdwBin parent_instance;

  gint64 compte_id;
  gint64 poste_id;
  char *name;
  GtkToggleButton *expander;
  GtkLabel *code;
  GtkLabel *libelle;
  PvAmountLabel *realise;
  PvAmountEntry *entry;
  PvAmountLabel *sum;
  GtkWidget *problem_box;
  GtkLabel *problem;
  GtkWidget *ecart_box;
  GtkLabel *ecart;
  GtkWidget *take_button;
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

G_DEFINE_FINAL_TYPE (PvBudgetRow, pv_budget_row, ADW_TYPE_BIN)

static void
committed_cb (PvBudgetRow *self, gint64 cents)
{
  g_signal_emit (self, signals[SIGNAL_COMMITTED], 0, cents);
}

static void
problem_cb (PvBudgetRow *self)
{
  const char *problem = self->entry != NULL ? pv_amount_entry_get_problem (self->entry) : NULL;

  if (self->problem == NULL)
    return;

  gtk_label_set_label (self->problem, problem != NULL ? problem : "");
  gtk_widget_set_visible (self->problem_box, problem != NULL);
}

static void
expanded_cb (PvBudgetRow *self)
{
  gboolean expanded = gtk_toggle_button_get_active (self->expander);

  gtk_button_set_icon_name (GTK_BUTTON (self->expander),
                            expanded ? "pan-down-symbolic" : "pan-end-symbolic");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->expander), GTK_ACCESSIBLE_STATE_EXPANDED,
                               expanded, -1);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EXPANDED]);
}

static void
pv_budget_row_finalize (GObject *object)
{
  g_free (PV_BUDGET_ROW (object)->name);

  G_OBJECT_CLASS (pv_budget_row_parent_class)->finalize (object);
}

static void
pv_budget_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_EXPANDED:
      g_value_set_boolean (value, gtk_toggle_button_get_active (PV_BUDGET_ROW (object)->expander));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
pv_budget_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_EXPANDED:
      gtk_toggle_button_set_active (PV_BUDGET_ROW (object)->expander, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
pv_budget_row_class_init (PvBudgetRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->finalize = pv_budget_row_finalize;
  object_class->get_property = pv_budget_row_get_property;
  object_class->set_property = pv_budget_row_set_property;

  properties[PROP_EXPANDED] =
      g_param_spec_boolean ("expanded", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SIGNAL_COMMITTED] = g_signal_new ("committed", PV_TYPE_BUDGET_ROW, G_SIGNAL_RUN_LAST, 0,
                                            NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/progville/Progville/budget/pv-budget-row.ui");
#define BIND(child) gtk_widget_class_bind_template_child (widget_class, PvBudgetRow, child)
  BIND (expander);
  BIND (code);
  BIND (libelle);
  BIND (realise);
  BIND (entry);
  BIND (sum);
  BIND (problem_box);
  BIND (problem);
  BIND (ecart_box);
  BIND (ecart);
  BIND (take_button);
#undef BIND
  gtk_widget_class_bind_template_callback (widget_class, committed_cb);
  gtk_widget_class_bind_template_callback (widget_class, problem_cb);
  gtk_widget_class_bind_template_callback (widget_class, expanded_cb);
}

static void
pv_budget_row_init (PvBudgetRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
set_name (PvBudgetRow *self, const PvCompte *compte)
{
  /* "74etat" is a code of the schema: the Cerfa says 74 */
  g_autofree char *code = g_strndup (compte->code, strspn (compte->code, "0123456789"));
  g_autofree char *expand = NULL;

  self->name = *code != '\0' ? g_strdup_printf ("%s, %s", code, compte->libelle)
                             : g_strdup (compte->libelle);
  expand = g_strdup_printf (_ ("Lines of %s"), self->name);
  gtk_label_set_label (self->code, code);
  gtk_label_set_label (self->libelle, compte->libelle);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->libelle), compte->libelle);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->expander), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  expand, -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->expander), expand);
}

GtkWidget *
pv_budget_row_new (const PvCompte *compte, gboolean has_lines)
{
  PvBudgetRow *self = g_object_new (PV_TYPE_BUDGET_ROW, NULL);

  self->compte_id = compte->id;
  self->poste_id = compte->poste_id;
  set_name (self, compte);
  gtk_widget_set_opacity (GTK_WIDGET (self->expander), has_lines ? 1 : 0);
  gtk_widget_set_sensitive (GTK_WIDGET (self->expander), has_lines);
  gtk_widget_set_can_target (GTK_WIDGET (self->expander), has_lines);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->take_button), "x", compte->id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->take_button), "budget.take");
  gtk_widget_add_css_class (GTK_WIDGET (self), compte->poste_id == PV_INT_NULL ? "poste" : "ligne");

  return GTK_WIDGET (self);
}

void
pv_budget_row_show (PvBudgetRow *self,
                    PvCents prevu_cents,
                    gboolean detaille,
                    PvCents realise_cents,
                    gboolean with_realise,
                    gboolean can_edit)
{
  g_return_if_fail (PV_IS_BUDGET_ROW (self));

  pv_amount_entry_set_cents (self->entry, detaille ? PV_CENTS_NULL : prevu_cents);
  gtk_editable_set_editable (GTK_EDITABLE (self->entry), can_edit);
  gtk_widget_set_visible (GTK_WIDGET (self->entry), !detaille);
  pv_amount_label_set_cents (self->sum, prevu_cents);
  gtk_widget_set_visible (GTK_WIDGET (self->sum), detaille);
  pv_amount_label_set_cents (self->realise, realise_cents);
  gtk_widget_set_visible (GTK_WIDGET (self->realise), with_realise);
}

void
pv_budget_row_show_ecart (PvBudgetRow *self, const PvEcart74 *ecart, gboolean can_edit)
{
  g_autofree char *asked = NULL;
  g_autofree char *gap = NULL;
  g_autofree char *text = NULL;
  PvCents ligne, sollicite;

  g_return_if_fail (PV_IS_BUDGET_ROW (self));

  gtk_widget_set_visible (self->ecart_box, ecart != NULL);
  gtk_widget_set_visible (self->take_button, can_edit);
  if (ecart == NULL)
    return;

  ligne = ecart->ligne_cents == PV_CENTS_NULL ? 0 : ecart->ligne_cents;
  sollicite = ecart->sollicite_cents == PV_CENTS_NULL ? 0 : ecart->sollicite_cents;
  asked = pv_amount_to_text (sollicite);
  gap = pv_amount_to_text (ligne - sollicite);
  text = g_strdup_printf (_ ("Asked in the plan: %s, gap %s"), asked, gap);
  pv_format_label (self->ecart, text);
}

gint64
pv_budget_row_get_compte (PvBudgetRow *self)
{
  g_return_val_if_fail (PV_IS_BUDGET_ROW (self), PV_INT_NULL);

  return self->compte_id;
}

gint64
pv_budget_row_get_poste (PvBudgetRow *self)
{
  g_return_val_if_fail (PV_IS_BUDGET_ROW (self), PV_INT_NULL);

  return self->poste_id;
}

PvAmountEntry *
pv_budget_row_get_entry (PvBudgetRow *self)
{
  g_return_val_if_fail (PV_IS_BUDGET_ROW (self), NULL);

  return self->entry;
}
