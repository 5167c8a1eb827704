/* pv-plan-matrice.c: the plan of financing of several dossiers: funder × stage
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "financement/pv-plan-matrice.h"

#include <glib/gi18n.h>

#include "accueil/pv-card-cell.h"
#include "chart/pv-stage-bar.h"
#include "widget/pv-amount-label.h"
#include "widget/pv-format.h"

/* The columns of the grid. */
enum
{
  COLUMN_NOM,
  COLUMN_DOSSIERS,
  COLUMN_ETAPE,
  COLUMN_FERME = COLUMN_ETAPE + PV_N_ETAPES,
  COLUMN_TAUX,
};

struct _PvPlanMatrice
{
  AdwBin parent_instance;

  GtkFlowBox *facts;
  GtkLabel *note;
  GtkStack *stack;
  GtkGrid *grid;
};

G_DEFINE_FINAL_TYPE (PvPlanMatrice, pv_plan_matrice, ADW_TYPE_BIN)

/* --- what it comes to ------------------------------------------------------------------ */

static void
add_fact (PvPlanMatrice *self, const char *name, const char *value, const char *css)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *caption = gtk_label_new (name);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (caption), 0);
  gtk_widget_add_css_class (caption, "caption");
  gtk_widget_add_css_class (caption, "secondary");
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_add_css_class (label, "numeric");
  if (css != NULL)
    gtk_widget_add_css_class (label, css);
  pv_format_label (GTK_LABEL (label), value);
  gtk_box_append (GTK_BOX (box), caption);
  gtk_box_append (GTK_BOX (box), label);
  gtk_flow_box_append (self->facts, box);
  gtk_widget_set_focusable (gtk_widget_get_parent (box), FALSE);
}

/* "incomplete", never a number, while something is not known: as in the plan of one. */
static void
add_manque (PvPlanMatrice *self, const PvDossierPlan *plan)
{
  g_autofree char *amount = pv_amount_to_text (
      plan->manque_cents < 0 && plan->manque_cents != PV_CENTS_NULL ? -plan->manque_cents
                                                                    : plan->manque_cents);

  if (plan->manque_cents == PV_CENTS_NULL)
    add_fact (self, _ ("Missing to balance"), _ ("incomplete"), NULL);
  else if (plan->manque_cents == 0)
    add_fact (self, _ ("Missing to balance"), _ ("balanced"), "pv-success");
  else if (plan->manque_cents > 0)
    add_fact (self, _ ("Missing to balance"), amount, "pv-warning");
  else
    add_fact (self, _ ("More than the costs"), amount, "pv-warning");
}

static void
start_sentence (GString *text)
{
  if (text->len > 0 && text->str[text->len - 1] != ' ')
    g_string_append_c (text, ' ');
}

static void
show_facts (PvPlanMatrice *self, const PvDossierPlan *plan)
{
  g_autofree char *dossiers = pv_count_to_text (plan->n_dossiers);
  g_autofree char *cout = pv_amount_to_text (plan->cout_cents);
  g_autofree char *taux = pv_rate_to_text (plan->taux_bp);
  g_autofree char *public = pv_rate_to_text (plan->taux_public_bp);
  g_autoptr (GString) note = g_string_new (NULL);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->facts))) != NULL)
    gtk_flow_box_remove (self->facts, child);
  add_fact (self, _ ("Dossiers"), dossiers, NULL);
  add_fact (self, _ ("Coût total"), cout, NULL);
  add_fact (self, _ ("Brought, of the costs"), taux, NULL);
  add_fact (self, _ ("Of which public aid"), public, NULL);
  add_manque (self, plan);

  if (plan->n_cout_inconnu > 0)
    g_string_append_printf (note,
                            g_dngettext (GETTEXT_PACKAGE, "%u dossier has no known cost.",
                                         "%u dossiers have no known cost.", plan->n_cout_inconnu),
                            plan->n_cout_inconnu);
  start_sentence (note);
  if (plan->n_autres_inconnus > 0)
    g_string_append_printf (
        note,
        g_dngettext (GETTEXT_PACKAGE, "The other income of %u dossier is not known.",
                     "The other income of %u dossiers is not known.", plan->n_autres_inconnus),
        plan->n_autres_inconnus);
  start_sentence (note);
  if (plan->n_public_inconnu > 0)
    g_string_append_printf (note,
                            g_dngettext (GETTEXT_PACKAGE,
                                         "It is not known whether %u payer is public: at least.",
                                         "It is not known whether %u payers are public: at least.",
                                         plan->n_public_inconnu),
                            plan->n_public_inconnu);
  start_sentence (note);
  g_string_append (note, _ ("Each stage is summed apart; “furthest” takes the furthest of each "
                            "financement, once."));
  gtk_label_set_label (self->note, note->str);
}

/* --- the table --------------------------------------------------------------------------- */

static void
attach (PvPlanMatrice *self, GtkWidget *cell, int column, int line)
{
  gtk_grid_attach (self->grid, cell, column, line, 1, 1);
}

static void
attach_amount (PvPlanMatrice *self, PvCents cents, int column, int line, gboolean strong)
{
  GtkWidget *amount = pv_amount_label_new (cents);
  GtkWidget *cell = pv_card_cell_new (amount);

  gtk_widget_set_hexpand (amount, TRUE);
  if (strong)
    gtk_widget_add_css_class (cell, "strong");
  attach (self, cell, column, line);
}

static void
attach_text (PvPlanMatrice *self, const char *text, int column, int line, gboolean strong)
{
  GtkWidget *amount = pv_amount_label_new (PV_CENTS_NULL);
  GtkWidget *cell = pv_card_cell_new (amount);

  pv_amount_label_set_text (PV_AMOUNT_LABEL (amount), text);
  gtk_widget_set_hexpand (amount, TRUE);
  if (strong)
    gtk_widget_add_css_class (cell, "strong");
  attach (self, cell, column, line);
}

static void
attach_name (PvPlanMatrice *self, const char *name, int line, gboolean strong)
{
  GtkWidget *cell = pv_card_cell_new_text (name, 0);

  gtk_label_set_ellipsize (GTK_LABEL (cell), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (cell), 16);
  gtk_widget_set_tooltip_text (cell, name);
  gtk_widget_set_hexpand (cell, TRUE);
  if (strong)
    gtk_widget_add_css_class (cell, "strong");
  attach (self, cell, COLUMN_NOM, line);
}

/* What a payer brings, as a bar; its words are the row itself. */
static PvStageAmounts
amounts_of (const PvPlanFinanceur *financeur)
{
  PvStageAmounts amounts = { .sollicite = financeur->etapes[PV_ETAPE_SOLLICITE],
                             .enveloppe = PV_CENTS_NULL };

  for (int i = 0; i <= PV_CHART_PROPOSE; i++)
    amounts.parts[i] = PV_CENTS_NULL;
  amounts.parts[PV_CHART_NOTIFIE] = financeur->fermetes[PV_ETAPE_NOTIFIE];
  amounts.parts[PV_CHART_VOTE] = financeur->fermetes[PV_ETAPE_VOTE];
  amounts.parts[PV_CHART_ARBITRE] = financeur->fermetes[PV_ETAPE_ARBITRE];
  amounts.parts[PV_CHART_PROPOSE] = financeur->fermetes[PV_ETAPE_PROPOSE];

  return amounts;
}

static void
attach_financeur (PvPlanMatrice *self,
                  const PvDossierPlan *plan,
                  const PvPlanFinanceur *financeur,
                  int line,
                  gboolean strong)
{
  g_autofree char *dossiers = pv_count_to_text (financeur->n_dossiers);
  g_autofree char *taux = pv_rate_to_text (
      plan->n_cout_inconnu > 0 ? PV_INT_NULL
                               : pv_money_rate_bp (financeur->ferme_cents, plan->cout_cents));
  PvStageAmounts amounts = amounts_of (financeur);
  g_autofree char *words = pv_stage_amounts_to_text (&amounts);

  attach_name (self, financeur->nom != NULL ? financeur->nom : _ ("Financements"), line, strong);
  attach_text (self, dossiers, COLUMN_DOSSIERS, line, strong);
  for (int i = 0; i < PV_N_ETAPES; i++)
    attach_amount (self, financeur->etapes[i], COLUMN_ETAPE + i, line, strong);
  attach_amount (self, financeur->ferme_cents, COLUMN_FERME, line, TRUE);
  gtk_widget_set_tooltip_text (gtk_grid_get_child_at (self->grid, COLUMN_FERME, line), words);
  attach_text (self, taux, COLUMN_TAUX, line, strong);
}

/* A line that is not of payers: one amount under the furthest stages. */
static void
attach_other (PvPlanMatrice *self, const char *name, PvCents cents, gint64 taux_bp, int line)
{
  g_autofree char *taux = pv_rate_to_text (taux_bp);

  attach_name (self, name, line, FALSE);
  for (int column = COLUMN_DOSSIERS; column < COLUMN_FERME; column++)
    attach (self, pv_card_cell_new_text ("", 0), column, line);
  attach_amount (self, cents, COLUMN_FERME, line, FALSE);
  attach_text (self, taux, COLUMN_TAUX, line, FALSE);
}

static void
attach_heads (PvPlanMatrice *self)
{
  attach (self, pv_card_head_new (_ ("Payer"), 0), COLUMN_NOM, 0);
  attach (self, pv_card_head_new (_ ("Dossiers"), 1), COLUMN_DOSSIERS, 0);
  for (int i = 0; i < PV_N_ETAPES; i++)
    attach (self, pv_card_head_new (pv_etape_to_libelle ((PvEtape)i), 1), COLUMN_ETAPE + i, 0);
  attach (self, pv_card_head_new (_ ("Furthest"), 1), COLUMN_FERME, 0);
  attach (self, pv_card_head_new (_ ("Rate"), 1), COLUMN_TAUX, 0);
}

/* --- object ------------------------------------------------------------------------------ */

static void
pv_plan_matrice_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), PV_TYPE_PLAN_MATRICE);

  G_OBJECT_CLASS (pv_plan_matrice_parent_class)->dispose (object);
}

static void
pv_plan_matrice_class_init (PvPlanMatriceClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pv_plan_matrice_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/progville/Progville/financement/pv-plan-matrice.ui");
  gtk_widget_class_bind_template_child (widget_class, PvPlanMatrice, facts);
  gtk_widget_class_bind_template_child (widget_class, PvPlanMatrice, note);
  gtk_widget_class_bind_template_child (widget_class, PvPlanMatrice, stack);
  gtk_widget_class_bind_template_child (widget_class, PvPlanMatrice, grid);
}

static void
pv_plan_matrice_init (PvPlanMatrice *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
pv_plan_matrice_show (PvPlanMatrice *self, const PvDossierPlan *plan)
{
  GtkWidget *child;
  int line = 1;

  g_return_if_fail (PV_IS_PLAN_MATRICE (self));
  g_return_if_fail (plan != NULL);

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->grid))) != NULL)
    gtk_grid_remove (self->grid, child);
  attach_heads (self);
  for (guint i = 0; i < plan->financeurs->len; i++)
    attach_financeur (self, plan, plan->financeurs->pdata[i], line++, FALSE);
  attach_financeur (self, plan, &plan->total, line++, TRUE);
  attach_other (self, _ ("Other income"), plan->autres_cents,
                plan->n_cout_inconnu + plan->n_autres_inconnus > 0
                    ? PV_INT_NULL
                    : pv_money_rate_bp (plan->autres_cents, plan->cout_cents),
                line++);
  attach_other (self, _ ("Coût total"), plan->cout_cents, PV_INT_NULL, line);
  show_facts (self, plan);
  gtk_stack_set_visible_child_name (self->stack, plan->financeurs->len > 0 ? "matrix" : "empty");
}

static void
append_row (GString *text, const PvPlanFinanceur *financeur)
{
  g_string_append (text, financeur->nom != NULL ? financeur->nom : _ ("Financements"));
  g_string_append_printf (text, "\t%u", financeur->n_dossiers);
  for (int i = 0; i < PV_N_ETAPES + 1; i++)
    {
      PvCents cents = i < PV_N_ETAPES ? financeur->etapes[i] : financeur->ferme_cents;
      g_autofree char *figures = cents != PV_CENTS_NULL ? pv_amount_to_figures (cents) : NULL;

      g_string_append_printf (text, "\t%s", figures != NULL ? figures : "");
    }
  g_string_append_c (text, '\n');
}

char *
pv_plan_matrice_to_text (const PvDossierPlan *plan)
{
  GString *text = g_string_new (_ ("Payer"));

  g_string_append_printf (text, "\t%s", _ ("Dossiers"));
  for (int i = 0; i < PV_N_ETAPES; i++)
    g_string_append_printf (text, "\t%s", pv_etape_to_libelle ((PvEtape)i));
  g_string_append_printf (text, "\t%s\n", _ ("Furthest"));
  for (guint i = 0; i < plan->financeurs->len; i++)
    append_row (text, plan->financeurs->pdata[i]);
  append_row (text, &plan->total);

  return g_string_free (text, FALSE);
}
