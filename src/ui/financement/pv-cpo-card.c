/* pv-cpo-card.c: the years of a convention pluriannuelle, side by side
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "financement/pv-cpo-card.h"

#include <glib/gi18n.h>

#include "accueil/pv-card-cell.h"
#include "widget/pv-amount-label.h"
#include "widget/pv-format.h"

struct _PvCpoCard
{
  AdwBin parent_instance;

  GtkGrid *grid;
};

G_DEFINE_FINAL_TYPE (PvCpoCard, pv_cpo_card, ADW_TYPE_BIN)

static GtkWidget *
caption_new (const char *text)
{
  GtkWidget *label = gtk_label_new (NULL);

  pv_format_label (GTK_LABEL (label), text);
  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "secondary");

  return label;
}

/* "2026 · 2/3", and the number of its dossier, which opens it. */
static GtkWidget *
head_new (const PvCpoAnnee *annee, gint64 dossier_id)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *title =
      annee->rang == PV_INT_NULL
          ? g_strdup_printf ("%d", (int)annee->exercice)
          : g_strdup_printf (_ ("%d · year %d"), (int)annee->exercice, (int)annee->rang);
  GtkWidget *head = gtk_label_new (title);

  gtk_label_set_xalign (GTK_LABEL (head), 1);
  gtk_widget_add_css_class (head, "caption-heading");
  gtk_widget_add_css_class (head, "secondary");
  gtk_widget_set_hexpand (box, TRUE);
  gtk_box_append (GTK_BOX (box), head);
  if (annee->dossier_id != PV_INT_NULL && annee->dossier_id != dossier_id)
    {
      GtkWidget *button = gtk_button_new_with_label (annee->numero);

      gtk_widget_add_css_class (button, "flat");
      gtk_widget_add_css_class (button, "caption");
      gtk_widget_set_halign (button, GTK_ALIGN_END);
      gtk_widget_set_tooltip_text (button, _ ("Open the dossier of that year"));
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.open-dossier");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", annee->dossier_id);
      gtk_box_append (GTK_BOX (box), button);
    }
  else if (annee->dossier_id == dossier_id)
    gtk_box_append (GTK_BOX (box), caption_new (_ ("this dossier")));
  else
    gtk_box_append (GTK_BOX (box), caption_new (_ ("no dossier yet")));

  return pv_card_cell_new (box);
}

/* The amount; under it its stage, and what the convention plans. */
static void
attach_montant (PvCpoCard *self, const PvCpoMontant *montant, int column, int line)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *amount = pv_amount_label_new (montant->cents);

  gtk_widget_set_halign (amount, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (box), amount);
  if (montant->cents != PV_CENTS_NULL)
    {
      g_autofree char *stage = g_utf8_strdown (pv_etape_to_libelle (montant->etape), -1);

      gtk_box_append (GTK_BOX (box), caption_new (stage));
    }
  if (montant->prevu_cents != PV_CENTS_NULL)
    {
      g_autofree char *prevu = pv_amount_to_text (montant->prevu_cents);
      g_autofree char *text = g_strdup_printf (_ ("planned %s"), prevu);

      gtk_box_append (GTK_BOX (box), caption_new (text));
    }
  gtk_widget_set_hexpand (box, TRUE);
  gtk_widget_set_margin_top (box, 3);
  gtk_widget_set_margin_bottom (box, 3);
  gtk_grid_attach (self->grid, pv_card_cell_new (box), column, line, 1, 1);
}

static void
attach_sum (PvCpoCard *self, PvCents cents, int column, int line)
{
  GtkWidget *amount = pv_amount_label_new (cents);
  GtkWidget *cell = pv_card_cell_new (amount);

  gtk_widget_set_hexpand (amount, TRUE);
  gtk_widget_set_halign (amount, GTK_ALIGN_END);
  gtk_widget_add_css_class (cell, "strong");
  gtk_grid_attach (self->grid, cell, column, line, 1, 1);
}

static void
attach_name (PvCpoCard *self, const char *name, int line)
{
  GtkWidget *cell = pv_card_cell_new_text (name, 0);

  gtk_label_set_ellipsize (GTK_LABEL (cell), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (cell), 20);
  gtk_widget_set_tooltip_text (cell, name);
  gtk_widget_set_hexpand (cell, TRUE);
  gtk_grid_attach (self->grid, cell, 0, line, 1, 1);
}

static void
pv_cpo_card_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), PV_TYPE_CPO_CARD);

  G_OBJECT_CLASS (pv_cpo_card_parent_class)->dispose (object);
}

static void
pv_cpo_card_class_init (PvCpoCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pv_cpo_card_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/progville/Progville/financement/pv-cpo-card.ui");
  gtk_widget_class_bind_template_child (widget_class, PvCpoCard, grid);
}

static void
pv_cpo_card_init (PvCpoCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
pv_cpo_card_show (PvCpoCard *self, const PvCpo *cpo, gint64 dossier_id)
{
  int last, line = 1;
  GtkWidget *child;

  g_return_if_fail (PV_IS_CPO_CARD (self));
  g_return_if_fail (cpo != NULL);

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->grid))) != NULL)
    gtk_grid_remove (self->grid, child);
  gtk_widget_set_visible (GTK_WIDGET (self), cpo->annees->len > 1);
  if (cpo->annees->len < 2)
    return;

  last = 1 + (int)cpo->annees->len;
  attach_name (self, "", 0);
  for (guint i = 0; i < cpo->annees->len; i++)
    gtk_grid_attach (self->grid, head_new (cpo->annees->pdata[i], dossier_id), 1 + (int)i, 0, 1, 1);
  gtk_grid_attach (self->grid, pv_card_head_new (_ ("Total"), 1), last, 0, 1, 1);
  for (guint i = 0; i < cpo->financeurs->len; i++, line++)
    {
      const PvCpoFinanceur *financeur = cpo->financeurs->pdata[i];

      attach_name (self, financeur->nom, line);
      for (guint j = 0; j < cpo->annees->len; j++)
        attach_montant (self, &financeur->montants[j], 1 + (int)j, line);
      attach_sum (self, financeur->total_cents, last, line);
    }
  attach_name (self, _ ("Total"), line);
  for (guint j = 0; j < cpo->annees->len; j++)
    attach_sum (self, cpo->totaux[j], 1 + (int)j, line);
  attach_sum (self, cpo->total_cents, last, line);
}
