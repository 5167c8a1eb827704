/* pv-equilibre-card.c: how far the plan is from balance, at one stage
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "financement/pv-equilibre-card.h"

#include <glib/gi18n.h>
#include <string.h>

#include "financement/pv-equilibre-bar.h"
#include "widget/pv-amount-label.h"
#include "widget/pv-format.h"

struct _PvEquilibreCard
{
  AdwBin parent_instance;

  GtkToggleButton *toggles[PV_N_ETAPES_MONTANT];
  PvEquilibreBar *bar;
  GtkLabel *public_label;
  PvAmountLabel *public;
  PvAmountLabel *autres;
  PvAmountLabel *manque;
  PvAmountLabel *public_montant;
  PvAmountLabel *autres_montant;
  PvAmountLabel *manque_montant;
  PvPlan plan;
  GPtrArray *rangs; /* (nullable) */
};

G_DEFINE_FINAL_TYPE (PvEquilibreCard, pv_equilibre_card, ADW_TYPE_BIN)

static PvEtape
get_etape (PvEquilibreCard *self)
{
  for (guint i = 0; i < PV_N_ETAPES_MONTANT; i++)
    if (gtk_toggle_button_get_active (self->toggles[i]))
      return (PvEtape)i;

  return PV_ETAPE_PROPOSE;
}

/* "Région", "Département", "Ville" say enough of a territory; of another payer, its sigle. */
static char *
short_name (const PvPlanRang *rang)
{
  if (rang->categorie == PV_CATEGORIE_REGION || rang->categorie == PV_CATEGORIE_DEPARTEMENT ||
      rang->categorie == PV_CATEGORIE_COMMUNE)
    return g_strndup (rang->financeur_nom, strcspn (rang->financeur_nom, " "));

  return g_strdup (rang->financeur_sigle);
}

static void
show_bar (PvEquilibreCard *self, PvEtape etape)
{
  const PvPlanEtape *shown = &self->plan.etapes[etape];
  PvCents open = PV_CENTS_NULL;

  pv_equilibre_bar_begin (self->bar);
  for (guint i = 0; i < self->rangs->len; i++)
    {
      const PvPlanRang *rang = self->rangs->pdata[i];
      g_autofree char *sigle = short_name (rang);

      pv_equilibre_bar_add (self->bar, PV_EQUILIBRE_FINANCEUR, rang->financeur_nom, sigle,
                            pv_plan_rang_get_montant (rang, etape));
    }
  pv_equilibre_bar_add (self->bar, PV_EQUILIBRE_AUTRES, _ ("Others"), NULL,
                        self->plan.autres_produits_cents);
  if (shown->manque_cents != PV_CENTS_NULL)
    pv_equilibre_bar_add (self->bar, PV_EQUILIBRE_MANQUE, _ ("Missing"), NULL, shown->manque_cents);
  else if (pv_plan_get_ouvert (&self->plan, etape, &open))
    pv_equilibre_bar_add (self->bar, PV_EQUILIBRE_MANQUE, _ ("Incomplete"), NULL, open);
  pv_equilibre_bar_end (self->bar);
}

static void
set_rate (PvAmountLabel *label, gint64 bp)
{
  g_autofree char *text = pv_rate_to_text (bp);

  pv_amount_label_set_text (label, text);
}

static void
show_rates (PvEquilibreCard *self, PvEtape etape)
{
  const PvPlanEtape *shown = &self->plan.etapes[etape];

  gtk_label_set_label (self->public_label, self->plan.n_public_inconnu > 0
                                               ? _ ("Public financing, at least")
                                               : _ ("Public financing"));
  set_rate (self->public, shown->taux_public_bp);
  set_rate (self->autres,
            pv_money_rate_bp (self->plan.autres_produits_cents, self->plan.cout_total_cents));
  pv_amount_label_set_cents (self->public_montant, shown->public_cents);
  pv_amount_label_set_cents (self->autres_montant, self->plan.autres_produits_cents);
  pv_amount_label_set_cents (self->manque_montant, shown->manque_cents);
  if (shown->manque_cents == PV_CENTS_NULL)
    pv_amount_label_set_text (self->manque, _ ("incomplete"));
  else
    set_rate (self->manque, pv_money_rate_bp (shown->manque_cents, self->plan.cout_total_cents));
}

static void
toggled_cb (PvEquilibreCard *self)
{
  PvEtape etape;

  if (self->rangs == NULL)
    return;

  etape = get_etape (self);
  show_bar (self, etape);
  show_rates (self, etape);
}

static void
pv_equilibre_card_finalize (GObject *object)
{
  g_clear_pointer (&PV_EQUILIBRE_CARD (object)->rangs, g_ptr_array_unref);

  G_OBJECT_CLASS (pv_equilibre_card_parent_class)->finalize (object);
}

static void
pv_equilibre_card_class_init (PvEquilibreCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = pv_equilibre_card_finalize;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/progville/Progville/financement/pv-equilibre-card.ui");
  for (guint i = 0; i < PV_N_ETAPES_MONTANT; i++)
    {
      g_autofree char *id = g_strconcat ("toggle_", pv_etape_to_id ((PvEtape)i), NULL);

      gtk_widget_class_bind_template_child_full (
          widget_class, g_intern_string (id), FALSE,
          (gssize)(G_STRUCT_OFFSET (PvEquilibreCard, toggles) + i * sizeof (GtkWidget *)));
    }
  gtk_widget_class_bind_template_child (widget_class, PvEquilibreCard, bar);
  gtk_widget_class_bind_template_child (widget_class, PvEquilibreCard, public_label);
  gtk_widget_class_bind_template_child (widget_class, PvEquilibreCard, public);
  gtk_widget_class_bind_template_child (widget_class, PvEquilibreCard, autres);
  gtk_widget_class_bind_template_child (widget_class, PvEquilibreCard, manque);
  gtk_widget_class_bind_template_child (widget_class, PvEquilibreCard, public_montant);
  gtk_widget_class_bind_template_child (widget_class, PvEquilibreCard, autres_montant);
  gtk_widget_class_bind_template_child (widget_class, PvEquilibreCard, manque_montant);
  gtk_widget_class_bind_template_callback (widget_class, toggled_cb);
}

static void
pv_equilibre_card_init (PvEquilibreCard *self)
{
  g_type_ensure (PV_TYPE_EQUILIBRE_BAR);
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
pv_equilibre_card_show (PvEquilibreCard *self, const PvPlan *plan, GPtrArray *rangs)
{
  g_return_if_fail (PV_IS_EQUILIBRE_CARD (self));

  self->plan = *plan;
  g_clear_pointer (&self->rangs, g_ptr_array_unref);
  self->rangs = g_ptr_array_ref (rangs);
  toggled_cb (self);
}
