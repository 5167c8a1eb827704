/* pv-budget-section.c: the budget of a dossier, charges and produits face to face
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "budget/pv-budget-section.h"

#include <glib/gi18n.h>

#include "budget/pv-budget-row.h"
#include "budget/pv-budget-service.h"
#include "budget/pv-budget-store.h"
#include "budget/pv-compte-rows.h"
#include "controle/pv-constats-card.h"
#include "dossier/pv-dossier-store.h"
#include "financement/pv-plan-keys.h"
#include "widget/pv-amount-label.h"
#include "widget/pv-format.h"

struct _PvBudgetSection
{
  PvDossierSection parent_instance;

  GtkWidget *grid;
  PvCompteRows rows; /* PvBudgetRow */
  PvAmountLabel *totals[PV_N_COTES];
  GtkImage *balance_icon;
  GtkLabel *balance;
  GtkImage *volontaire_icon;
  GtkLabel *volontaire;
  PvAmountLabel *cout;
  GtkLabel *valorise;
  GtkWidget *realise_heads[PV_N_COTES];
  PvConstatsCard *constats;
  char *numero;
};

G_DEFINE_FINAL_TYPE (PvBudgetSection, pv_budget_section, PV_TYPE_DOSSIER_SECTION)

static const char *const controles[] = { "budget-desequilibre", "contributions-86-87", "compte-74",
                                         NULL };

/* --- an amount typed ------------------------------------------------------------------ */

static void
committed_cb (PvBudgetSection *self, gint64 cents, PvCompteRow *row)
{
  pv_compte_rows_commit (row, self->numero, FALSE, cents);
}

typedef struct
{
  gint64 dossier_id;
  gint64 compte_id;
} Take;

static gboolean
take_sollicite (PvDb *db, gpointer data, GError **error)
{
  const Take *take = data;

  return pv_budget_service_take_sollicite (db, take->dossier_id, take->compte_id, NULL, error);
}

static void
take_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  PvBudgetSection *self = PV_BUDGET_SECTION (widget);
  PvDossierSection *section = PV_DOSSIER_SECTION (self);
  Take take = { pv_dossier_section_get_dossier_id (section), g_variant_get_int64 (parameter) };
  g_autoptr (GError) error = NULL;

  if (!pv_context_act (pv_dossier_section_get_context (section), "budget-74", self->numero,
                       take_sollicite, &take, &error))
    gtk_widget_activate_action (widget, "win.toast", "s", error->message);
}

/* --- rows ----------------------------------------------------------------------------- */

static GtkWidget *
new_row (gpointer self, const PvCompte *compte, gboolean has_lines)
{
  return pv_budget_row_new (compte, has_lines);
}

static gboolean
uses_realise (GArray *lignes)
{
  for (guint i = 0; i < lignes->len; i++)
    if (g_array_index (lignes, PvBudgetLigne, i).realise_cents != PV_CENTS_NULL)
      return TRUE;

  return FALSE;
}

static void
show_rows (PvBudgetSection *self, const PvPlanComptable *plan, GArray *lignes, gboolean can_edit)
{
  const PvBudgetLigne *of = (const PvBudgetLigne *)(gconstpointer)lignes->data;
  gboolean realise = uses_realise (lignes);

  for (guint i = 0; i < pv_plan_comptable_get_n (plan); i++)
    {
      const PvCompte *compte = pv_plan_comptable_get_nth (plan, i);
      PvBudgetRow *row = pv_compte_rows_get (&self->rows, compte->id);
      gboolean detaille;
      PvCents prevu = pv_budget_get_montant (plan, of, lignes->len, compte, FALSE, &detaille);

      if (row == NULL)
        continue;
      pv_budget_row_show (row, prevu, detaille,
                          pv_budget_get_montant (plan, of, lignes->len, compte, TRUE, NULL),
                          realise, can_edit);
      pv_budget_row_show_ecart (row, NULL, can_edit);
      /* what is given by lines is shown by lines, and folded again by hand only */
      if (detaille)
        g_object_set (row, "expanded", TRUE, NULL);
    }
  gtk_widget_set_visible (self->realise_heads[0], realise);
  gtk_widget_set_visible (self->realise_heads[1], realise);
}

static void
show_ecarts (PvBudgetSection *self, const PvPlanComptable *plan, GArray *lignes, gboolean can_edit)
{
  PvContext *context = pv_dossier_section_get_context (PV_DOSSIER_SECTION (self));
  PvCents sollicites[PV_N_CATEGORIES];
  g_autoptr (GArray) ecarts = NULL;

  if (!pv_budget_store_get_sollicites (
          pv_context_get_reader (context),
          pv_dossier_section_get_dossier_id (PV_DOSSIER_SECTION (self)), sollicites, NULL))
    return;

  ecarts = pv_budget_compare_74 (plan, (const PvBudgetLigne *)(gconstpointer)lignes->data,
                                 lignes->len, sollicites);
  for (guint i = 0; i < ecarts->len; i++)
    {
      const PvEcart74 *ecart = &g_array_index (ecarts, PvEcart74, i);
      PvBudgetRow *row = pv_compte_rows_get (&self->rows, ecart->compte_id);
      PvBudgetRow *poste =
          row != NULL
              ? pv_compte_rows_get (&self->rows, pv_compte_row_get_poste (PV_COMPTE_ROW (row)))
              : NULL;

      if (row == NULL)
        continue;
      pv_budget_row_show_ecart (row, ecart, can_edit);
      if (poste != NULL)
        g_object_set (poste, "expanded", TRUE, NULL);
    }
}

/* --- totals --------------------------------------------------------------------------- */

static void
show_state (GtkImage *icon, GtkLabel *label, gboolean good, const char *text)
{
  gtk_image_set_from_icon_name (icon,
                                good ? "pv-statut-recevable-symbolic" : "pv-warning-symbolic");
  gtk_widget_remove_css_class (GTK_WIDGET (icon), good ? "pv-warning" : "pv-success");
  gtk_widget_add_css_class (GTK_WIDGET (icon), good ? "pv-success" : "pv-warning");
  pv_format_label (label, text);
}

static void
show_balance (PvBudgetSection *self, const PvBudgetTotaux *totaux)
{
  PvCents ecart = pv_budget_totaux_get_ecart (totaux);
  PvCents volontaire = pv_budget_totaux_get_ecart_volontaire (totaux);
  g_autofree char *gap = pv_amount_to_text (ecart == PV_CENTS_NULL ? ecart : ABS (ecart));
  g_autofree char *gap_volontaire =
      pv_amount_to_text (volontaire == PV_CENTS_NULL ? volontaire : ABS (volontaire));
  g_autofree char *text = NULL;
  g_autofree char *text_volontaire = NULL;

  if (ecart == PV_CENTS_NULL)
    text = g_strdup (_ ("Charges and produits: one side is not known"));
  else if (ecart == 0)
    text = g_strdup (_ ("Charges = produits"));
  else if (ecart < 0)
    text = g_strdup_printf (_ ("Produits lack %s"), gap);
  else
    text = g_strdup_printf (_ ("Produits exceed charges by %s"), gap);
  show_state (self->balance_icon, self->balance, ecart == 0, text);

  if (volontaire == PV_CENTS_NULL)
    text_volontaire = g_strdup (_ ("86 and 87: one side is not known"));
  else if (volontaire == 0)
    text_volontaire = g_strdup (_ ("86 = 87"));
  else
    text_volontaire = g_strdup_printf (_ ("86 and 87 differ by %s"), gap_volontaire);
  show_state (self->volontaire_icon, self->volontaire, volontaire == 0, text_volontaire);
}

static void
show_totals (PvBudgetSection *self, const PvBudgetTotaux *totaux)
{
  PvCents valorise = pv_budget_totaux_get_cout_valorise (totaux);
  g_autofree char *amount = pv_amount_to_text (valorise);
  g_autofree char *text = g_strdup_printf (_ ("(%s with contributions in kind)"), amount);

  pv_amount_label_set_cents (self->totals[PV_COTE_CHARGE], totaux->charges_cents);
  pv_amount_label_set_cents (self->totals[PV_COTE_PRODUIT], totaux->produits_cents);
  pv_amount_label_set_cents (self->cout, totaux->charges_cents);
  pv_format_label (self->valorise, text);
  gtk_widget_set_visible (GTK_WIDGET (self->valorise),
                          valorise != PV_CENTS_NULL && valorise != totaux->charges_cents);
  show_balance (self, totaux);
}

/* --- section -------------------------------------------------------------------------- */

static void
pv_budget_section_load (PvDossierSection *section)
{
  PvBudgetSection *self = PV_BUDGET_SECTION (section);
  PvContext *context = pv_dossier_section_get_context (section);
  gint64 dossier_id = pv_dossier_section_get_dossier_id (section);
  PvDb *db = pv_context_get_reader (context);
  gboolean can_edit = pv_context_can_edit (context);
  g_autoptr (GError) error = NULL;
  g_autoptr (PvDossier) dossier = pv_dossier_store_get (db, dossier_id, &error);
  g_autoptr (PvPlanComptable) plan = pv_compte_store_load (db, &error);
  g_autoptr (GArray) lignes = NULL;
  PvBudgetTotaux totaux;

  if (dossier == NULL || plan == NULL ||
      (lignes = pv_budget_store_list (db, dossier_id, &error)) == NULL ||
      !pv_budget_compute_totaux (plan, (const PvBudgetLigne *)(gconstpointer)lignes->data,
                                 lignes->len, FALSE, &totaux, &error))
    {
      if (error != NULL)
        gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", error->message);
      return;
    }

  g_free (self->numero);
  self->numero = g_strdup (dossier->numero);
  pv_compte_rows_fill (&self->rows, plan, new_row, G_CALLBACK (committed_cb), G_OBJECT (self));
  show_rows (self, plan, lignes, can_edit);
  show_ecarts (self, plan, lignes, can_edit);
  show_totals (self, &totaux);
  pv_constats_card_load (self->constats, context, dossier_id, controles);
}

static gboolean
pv_budget_section_show_field (PvDossierSection *section,
                              const char *table,
                              gint64 key,
                              const char *column)
{
  PvBudgetSection *self = PV_BUDGET_SECTION (section);
  GtkWidget *first = gtk_widget_get_first_child (GTK_WIDGET (self->rows.sides[PV_COTE_CHARGE]));

  if (g_strcmp0 (table, "budget_ligne") != 0 &&
      (g_strcmp0 (table, "dossier") != 0 || g_strcmp0 (column, "budget_ligne") != 0))
    return FALSE;

  return first != NULL &&
         gtk_widget_grab_focus (GTK_WIDGET (pv_compte_row_get_entry (PV_COMPTE_ROW (first))));
}

static void
pv_budget_section_finalize (GObject *object)
{
  PvBudgetSection *self = PV_BUDGET_SECTION (object);

  pv_compte_rows_clear (&self->rows);
  g_free (self->numero);

  G_OBJECT_CLASS (pv_budget_section_parent_class)->finalize (object);
}

static void
bind (GtkWidgetClass *klass, const char *id, gsize offset, guint i)
{
  gtk_widget_class_bind_template_child_full (klass, id, FALSE,
                                             (gssize)(offset + i * sizeof (gpointer)));
}

static void
pv_budget_section_class_init (PvBudgetSectionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  PvDossierSectionClass *section_class = PV_DOSSIER_SECTION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = pv_budget_section_finalize;
  section_class->load = pv_budget_section_load;
  section_class->show_field = pv_budget_section_show_field;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/progville/Progville/budget/pv-budget-section.ui");
  pv_compte_rows_class_bind (widget_class, G_STRUCT_OFFSET (PvBudgetSection, rows));
  bind (widget_class, "charges_total", G_STRUCT_OFFSET (PvBudgetSection, totals), PV_COTE_CHARGE);
  bind (widget_class, "produits_total", G_STRUCT_OFFSET (PvBudgetSection, totals), PV_COTE_PRODUIT);
  bind (widget_class, "charges_realise", G_STRUCT_OFFSET (PvBudgetSection, realise_heads), 0);
  bind (widget_class, "produits_realise", G_STRUCT_OFFSET (PvBudgetSection, realise_heads), 1);
#define BIND(child) gtk_widget_class_bind_template_child (widget_class, PvBudgetSection, child)
  BIND (grid);
  BIND (balance_icon);
  BIND (balance);
  BIND (volontaire_icon);
  BIND (volontaire);
  BIND (cout);
  BIND (valorise);
  BIND (constats);
#undef BIND
  gtk_widget_class_install_action (widget_class, "budget.take", "x", take_cb);
}

static void
pv_budget_section_init (PvBudgetSection *self)
{
  g_type_ensure (PV_TYPE_CONSTATS_CARD);
  pv_compte_rows_init (&self->rows);
  gtk_widget_init_template (GTK_WIDGET (self));
  pv_plan_keys_install (self->grid);
  pv_dossier_section_watch_constats (PV_DOSSIER_SECTION (self), self->constats);
}

GtkWidget *
pv_budget_section_new (void)
{
  return g_object_new (PV_TYPE_BUDGET_SECTION, NULL);
}
