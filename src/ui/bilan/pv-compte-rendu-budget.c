/* pv-compte-rendu-budget.c: the realised budget beside the planned one
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "bilan/pv-compte-rendu-budget.h"

#include <glib/gi18n.h>

#include "bilan/pv-bilan-service.h"
#include "bilan/pv-bilan-store.h"
#include "bilan/pv-compte-rendu-ligne.h"
#include "budget/pv-budget-store.h"
#include "budget/pv-compte-rows.h"
#include "dossier/pv-dossier-edit.h"
#include "financement/pv-plan-keys.h"
#include "widget/pv-format.h"
#include "widget/pv-severity-icon.h"

struct _PvCompteRenduBudget
{
  AdwBin parent_instance;

  GtkWidget *grid;
  PvCompteRows rows; /* PvCompteRenduLigne */
  GtkBox *heads[PV_N_COTES];
  GtkBox *foots[PV_N_COTES];
  GtkLabel *taux;
  GtkLabel *resultat;
  GtkSizeGroup *groups[PV_N_COTES][PV_N_COMPTE_RENDU_COLONNES];
  PvCompteRenduLigne *totals[PV_N_COTES];
};

G_DEFINE_FINAL_TYPE (PvCompteRenduBudget, pv_compte_rendu_budget, ADW_TYPE_BIN)

static PvDossierSection *
get_section (GtkWidget *self)
{
  return PV_DOSSIER_SECTION (gtk_widget_get_ancestor (self, PV_TYPE_DOSSIER_SECTION));
}

/* --- writing --------------------------------------------------------------------------------- */

static void
committed_cb (PvCompteRenduBudget *self, gint64 cents, PvCompteRow *row)
{
  PvDossierSection *section = get_section (GTK_WIDGET (self));
  g_autofree char *label = pv_dossier_edit_label (pv_dossier_section_get_context (section),
                                                  pv_dossier_section_get_dossier_id (section));

  pv_compte_rows_commit (row, label, TRUE, cents);
}

static gboolean
copy_prevu (PvDb *db, gpointer data, GError **error)
{
  return pv_bilan_service_copier_prevu (db, *(const gint64 *)data, error);
}

static void
copier_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PvDossierSection *section = get_section (widget);
  gint64 id = pv_dossier_section_get_dossier_id (section);
  g_autoptr (GError) error = NULL;

  if (!pv_dossier_edit_act (section, "bilan-copie", copy_prevu, &id, &error))
    gtk_widget_activate_action (widget, "win.toast", "s", error->message);
}

/* --- rows ------------------------------------------------------------------------------------ */

static GtkWidget *
new_row (gpointer owner, const PvCompte *compte, gboolean has_lines)
{
  PvCompteRenduBudget *self = owner;

  return pv_compte_rendu_ligne_new (compte, has_lines, self->groups[compte->cote]);
}

static void
show_rows (PvCompteRenduBudget *self, const PvPlanComptable *plan, GArray *lignes, gboolean edit)
{
  const PvBudgetLigne *of = (const PvBudgetLigne *)(gconstpointer)lignes->data;

  for (guint i = 0; i < pv_plan_comptable_get_n (plan); i++)
    {
      const PvCompte *compte = pv_plan_comptable_get_nth (plan, i);
      PvCompteRenduLigne *row = pv_compte_rows_get (&self->rows, compte->id);
      gboolean planned, detailed;
      PvCents prevu = pv_budget_get_montant (plan, of, lignes->len, compte, FALSE, &planned);
      PvCents realise = pv_budget_get_montant (plan, of, lignes->len, compte, TRUE, &detailed);

      if (row == NULL)
        continue;
      pv_compte_rendu_ligne_show (row, prevu, realise, detailed, edit);
      /* what is given by lines is shown by lines, and folded again by hand only */
      if (detailed)
        g_object_set (row, "expanded", TRUE, NULL);
    }
}

/* --- totals ---------------------------------------------------------------------------------- */

static void
show_resultat (PvCompteRenduBudget *self, const PvBudgetTotaux *realise)
{
  PvCents ecart = pv_budget_totaux_get_ecart (realise);
  g_autofree char *amount = pv_amount_to_text (ecart == PV_CENTS_NULL ? ecart : ABS (ecart));
  g_autofree char *text = NULL;

  if (ecart == 0)
    text = g_strdup (_ ("Realised charges = realised produits"));
  else if (ecart != PV_CENTS_NULL && ecart > 0)
    text = g_strdup_printf (_ ("The realised produits exceed the charges by %s"), amount);
  else if (ecart != PV_CENTS_NULL)
    text = g_strdup_printf (_ ("The realised charges exceed the produits by %s"), amount);
  pv_format_label (self->resultat, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->resultat), text != NULL);
}

static void
show_taux (PvCompteRenduBudget *self, PvDb *db, gint64 dossier_id)
{
  PvCents prevu, realise;
  g_autofree char *rate = NULL;
  g_autofree char *text = NULL;

  if (!pv_bilan_store_get_charges (db, dossier_id, &prevu, &realise, NULL))
    return;
  rate = pv_rate_to_text (pv_bilan_compute_taux (realise, prevu));
  if (realise == PV_CENTS_NULL)
    text = g_strdup (_ ("Nothing realised is entered yet."));
  else if (prevu == PV_CENTS_NULL || prevu == 0)
    text = g_strdup (_ ("⚠ Realised without a plan: enter the planned budget in the section"
                        " Budget."));
  else
    text = g_strdup_printf (_ ("Rate of realisation: %s"), rate);
  pv_format_label (self->taux, text);
}

/* --- reading --------------------------------------------------------------------------------- */

void
pv_compte_rendu_budget_load (PvCompteRenduBudget *self, PvDossierSection *section)
{
  PvContext *context = pv_dossier_section_get_context (section);
  PvDb *db = pv_context_get_reader (context);
  gint64 dossier_id = pv_dossier_section_get_dossier_id (section);
  gboolean can_edit = pv_context_can_edit (context);
  g_autoptr (PvPlanComptable) plan = pv_compte_store_load (db, NULL);
  g_autoptr (GArray) lignes = pv_budget_store_list (db, dossier_id, NULL);
  PvBudgetTotaux prevu, realise;

  g_return_if_fail (PV_IS_COMPTE_RENDU_BUDGET (self));

  if (plan == NULL || lignes == NULL ||
      !pv_budget_compute_totaux (plan, (const PvBudgetLigne *)(gconstpointer)lignes->data,
                                 lignes->len, FALSE, &prevu, NULL) ||
      !pv_budget_compute_totaux (plan, (const PvBudgetLigne *)(gconstpointer)lignes->data,
                                 lignes->len, TRUE, &realise, NULL))
    return;

  pv_compte_rows_fill (&self->rows, plan, new_row, G_CALLBACK (committed_cb), G_OBJECT (self));
  show_rows (self, plan, lignes, can_edit);
  pv_compte_rendu_ligne_show (self->totals[PV_COTE_CHARGE], prevu.charges_cents,
                              realise.charges_cents, TRUE, FALSE);
  pv_compte_rendu_ligne_show (self->totals[PV_COTE_PRODUIT], prevu.produits_cents,
                              realise.produits_cents, TRUE, FALSE);
  show_resultat (self, &realise);
  show_taux (self, db, dossier_id);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "realise.copier", can_edit && lignes->len > 0);
}

/* --- the object ------------------------------------------------------------------------------ */

static void
make_head (PvCompteRenduBudget *self, PvCote cote)
{
  const char *const titles[PV_N_COMPTE_RENDU_COLONNES] = { _ ("Planned"), _ ("Realised"), _ ("Gap"),
                                                           _ ("Gap (%)") };

  for (guint i = 0; i < PV_N_COMPTE_RENDU_COLONNES; i++)
    {
      GtkWidget *label = gtk_label_new (titles[i]);

      self->groups[cote][i] = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
      gtk_size_group_add_widget (self->groups[cote][i], label);
      gtk_label_set_xalign (GTK_LABEL (label), 1);
      gtk_box_append (self->heads[cote], label);
    }
  self->totals[cote] = PV_COMPTE_RENDU_LIGNE (pv_compte_rendu_ligne_new_total (
      cote == PV_COTE_CHARGE ? _ ("Total of the charges") : _ ("Total of the produits"),
      self->groups[cote]));
  gtk_box_append (self->foots[cote], GTK_WIDGET (self->totals[cote]));
}

static void
pv_compte_rendu_budget_dispose (GObject *object)
{
  PvCompteRenduBudget *self = PV_COMPTE_RENDU_BUDGET (object);

  for (guint i = 0; i < PV_N_COTES; i++)
    for (guint j = 0; j < PV_N_COMPTE_RENDU_COLONNES; j++)
      g_clear_object (&self->groups[i][j]);
  gtk_widget_dispose_template (GTK_WIDGET (self), PV_TYPE_COMPTE_RENDU_BUDGET);
  pv_compte_rows_clear (&self->rows);

  G_OBJECT_CLASS (pv_compte_rendu_budget_parent_class)->dispose (object);
}

static void
bind (GtkWidgetClass *klass, const char *id, gsize offset, guint i)
{
  gtk_widget_class_bind_template_child_full (klass, id, FALSE,
                                             (gssize)(offset + i * sizeof (gpointer)));
}

static void
pv_compte_rendu_budget_class_init (PvCompteRenduBudgetClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pv_compte_rendu_budget_dispose;
  g_type_ensure (PV_TYPE_SEVERITY_ICON);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/progville/Progville/bilan/pv-compte-rendu-budget.ui");
#define BIND(child) gtk_widget_class_bind_template_child (widget_class, PvCompteRenduBudget, child)
  BIND (grid);
  BIND (taux);
  BIND (resultat);
#undef BIND
#define BIND_SIDES(charges, produits, field)                                                       \
  bind (widget_class, charges, G_STRUCT_OFFSET (PvCompteRenduBudget, field), PV_COTE_CHARGE);      \
  bind (widget_class, produits, G_STRUCT_OFFSET (PvCompteRenduBudget, field), PV_COTE_PRODUIT)
  BIND_SIDES ("charges_head", "produits_head", heads);
  BIND_SIDES ("charges_foot", "produits_foot", foots);
#undef BIND_SIDES
  pv_compte_rows_class_bind (widget_class, G_STRUCT_OFFSET (PvCompteRenduBudget, rows));
  gtk_widget_class_install_action (widget_class, "realise.copier", NULL, copier_cb);
}

static void
pv_compte_rendu_budget_init (PvCompteRenduBudget *self)
{
  pv_compte_rows_init (&self->rows);
  gtk_widget_init_template (GTK_WIDGET (self));
  make_head (self, PV_COTE_CHARGE);
  make_head (self, PV_COTE_PRODUIT);
  pv_plan_keys_install (self->grid);
}
