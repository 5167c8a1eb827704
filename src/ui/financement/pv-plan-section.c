/* pv-plan-section.c: the plan of financing of a dossier, payer by payer and stage by stage
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "financement/pv-plan-section.h"

#include <glib/gi18n.h>

#include "controle/pv-constats-card.h"
#include "controle/pv-derogation-store.h"
#include "convention/pv-convention-card.h"
#include "dossier/pv-dossier-store.h"
#include "financement/pv-cpo-card.h"
#include "financement/pv-equilibre-card.h"
#include "financement/pv-financement-dialog.h"
#include "financement/pv-financement-service.h"
#include "financement/pv-financement-store.h"
#include "financement/pv-plan-keys.h"
#include "financement/pv-plan-row.h"
#include "financement/pv-plan-store.h"
#include "financement/pv-plan-total.h"
#include "seance/cloture/pv-dossier-decisions.h"
#include "widget/pv-amount-label.h"
#include "widget/pv-format.h"

struct _PvPlanSection
{
  PvDossierSection parent_instance;

  GtkBox *rows;
  GtkWidget *empty;
  GtkWidget *add_button;
  GtkSizeGroup *columns[PV_PLAN_N_COLUMNS];
  PvPlanTotal *somme;
  PvPlanTotal *autres;
  PvPlanTotal *manque;
  PvPlanTotal *cout;
  PvEquilibreCard *equilibre;
  PvCpoCard *cpo;
  PvConventionCard *convention;
  PvDossierDecisions *decisions;
  PvConstatsCard *constats;
  char *numero;
};

G_DEFINE_FINAL_TYPE (PvPlanSection, pv_plan_section, PV_TYPE_DOSSIER_SECTION)

static const char *const controles[] = {
  "plan-incomplet",
  "taux-public",
  "montant-incoherent",
  "enveloppe-depassee",
  "seuil-convention",
  "convention-manquante",
  "vote-superieur-arbitre",
  "deux-dispositifs",
  "cpo-sans-annee-1",
  "notifie-sans-vote",
  "verse-superieur-au-notifie",
  "trop-percu",
  "delai-paiement",
  NULL,
};

/* --- an amount typed ------------------------------------------------------------------ */

typedef struct
{
  gint64 id;
  PvEtape etape;
  PvCents cents;
  const char *today;
} Edit;

static gboolean
set_montant (PvDb *db, gpointer data, GError **error)
{
  const Edit *edit = data;

  return pv_financement_service_set_montant (db, edit->id, edit->etape, edit->cents, edit->today,
                                             NULL, error);
}

static PvCents
get_kept (PvPlanSection *self, const Edit *edit)
{
  PvContext *context = pv_dossier_section_get_context (PV_DOSSIER_SECTION (self));
  g_autoptr (PvFinancement) kept =
      pv_financement_store_get (pv_context_get_reader (context), edit->id, NULL);

  return kept != NULL ? pv_financement_get_montant (kept, edit->etape) : PV_CENTS_NULL;
}

static void
committed_cb (PvPlanSection *self, int etape, gint64 cents, PvPlanRow *row)
{
  PvContext *context = pv_dossier_section_get_context (PV_DOSSIER_SECTION (self));
  g_autofree char *today = pv_context_get_today (context);
  g_autofree char *label =
      g_strdup_printf ("%s, %s", self->numero, pv_etape_to_libelle ((PvEtape)etape));
  Edit edit = { pv_plan_row_get_id (row), (PvEtape)etape, cents, today };
  g_autoptr (GError) error = NULL;

  if (!pv_context_act (context, "financement-montant", label, set_montant, &edit, &error))
    pv_amount_entry_refuse (pv_plan_row_get_entry (row, edit.etape), get_kept (self, &edit),
                            error->message);
}

/* --- an envelope exceeded --------------------------------------------------------------- */

typedef struct
{
  gint64 financement_id;
  const char *motif;
} Derogation;

static gboolean
set_derogation (PvDb *db, gpointer data, GError **error)
{
  const Derogation *derogation = data;
  g_autoptr (PvFinancement) financement =
      pv_financement_store_get (db, derogation->financement_id, error);

  return financement != NULL &&
         pv_derogation_store_set (db, "enveloppe-depassee", "enveloppe", financement->enveloppe_id,
                                  derogation->motif, error);
}

static void
motivated_cb (PvPlanSection *self, const char *motif, PvPlanRow *row)
{
  PvContext *context = pv_dossier_section_get_context (PV_DOSSIER_SECTION (self));
  Derogation derogation = { pv_plan_row_get_id (row), motif };
  g_autoptr (GError) error = NULL;

  if (!pv_context_act (context, "controle-derogation", self->numero, set_derogation, &derogation,
                       &error))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", error->message);
}

/* --- rows ----------------------------------------------------------------------------- */

static void
append_row (PvPlanSection *self, const PvPlanRang *rang, gboolean can_edit)
{
  GtkWidget *row = pv_plan_row_new ();

  /* the targets of its actions come before the actions */
  pv_plan_row_show (PV_PLAN_ROW (row), rang, can_edit);
  for (guint i = 0; i < PV_PLAN_N_COLUMNS; i++)
    gtk_size_group_add_widget (self->columns[i], pv_plan_row_get_cell (PV_PLAN_ROW (row), i));
  gtk_size_group_add_widget (self->columns[0], pv_plan_row_get_spacer (PV_PLAN_ROW (row)));
  g_signal_connect_object (row, "committed", G_CALLBACK (committed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "motivated", G_CALLBACK (motivated_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->rows, row);
}

/* Rows that show the same payer stay as they are, with what is typed in them. */
static void
show_rows (PvPlanSection *self, GPtrArray *rangs, gboolean can_edit)
{
  GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->rows));

  for (guint i = 0; i < rangs->len; i++)
    {
      const PvPlanRang *rang = rangs->pdata[i];

      while (row != NULL && pv_plan_row_get_id (PV_PLAN_ROW (row)) != rang->financement->id)
        {
          GtkWidget *gone = row;

          row = gtk_widget_get_next_sibling (row);
          gtk_box_remove (self->rows, gone);
        }
      if (row == NULL)
        {
          append_row (self, rang, can_edit);
          continue;
        }
      pv_plan_row_show (PV_PLAN_ROW (row), rang, can_edit);
      row = gtk_widget_get_next_sibling (row);
    }
  while (row != NULL)
    {
      GtkWidget *gone = row;

      row = gtk_widget_get_next_sibling (row);
      gtk_box_remove (self->rows, gone);
    }
  gtk_widget_set_visible (self->empty, rangs->len == 0);
}

/* What is due of each, and since when. */
static void
show_suivis (PvPlanSection *self, PvContext *context, gint64 dossier_id)
{
  g_autofree char *today = pv_context_get_today (context);
  g_autoptr (PvVersementQuestion) question = pv_versement_question_new (&PV_FILTRE_TOUT, today);
  g_autoptr (PvVersementSuivis) suivis = NULL;

  question->dossier_id = dossier_id;
  suivis = pv_versement_suivis_load (pv_context_get_reader (context), question, NULL, NULL);
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->rows));
       suivis != NULL && row != NULL; row = gtk_widget_get_next_sibling (row))
    {
      const PvVersementSuivi *found = NULL;

      for (guint i = 0; i < suivis->lignes->len && found == NULL; i++)
        {
          const PvVersementSuivi *suivi = &g_array_index (suivis->lignes, PvVersementSuivi, i);

          if (suivi->financement_id == pv_plan_row_get_id (PV_PLAN_ROW (row)))
            found = suivi;
        }
      pv_plan_row_show_suivi (PV_PLAN_ROW (row), found);
    }
}

/* --- totals --------------------------------------------------------------------------- */

static void
show_totals (PvPlanSection *self, const PvPlan *plan)
{
  for (guint i = 0; i < PV_N_ETAPES; i++)
    {
      PvEtape id = (PvEtape)i;
      const PvPlanEtape *etape = &plan->etapes[i];
      gboolean told = (etape->complet && plan->n_lignes > 0) || id == PV_ETAPE_SOLLICITE;

      pv_plan_total_set_montant (
          self->somme, id, etape->somme_cents == PV_CENTS_NULL ? 0 : etape->somme_cents, FALSE);
      pv_plan_total_set_montant (self->autres, id, plan->autres_produits_cents,
                                 !etape->complet || plan->autres_produits_cents == PV_CENTS_NULL);
      pv_plan_total_set_manque (self->manque, id, etape->manque_cents);
      if (told)
        pv_plan_total_set_montant (self->cout, id, plan->cout_total_cents, FALSE);
      else
        pv_plan_total_clear (self->cout, id);
    }
  pv_plan_total_set_taux (self->somme, plan->taux_ferme_bp);
  pv_plan_total_set_taux (self->autres,
                          pv_money_rate_bp (plan->autres_produits_cents, plan->cout_total_cents));
  pv_plan_total_set_taux (self->manque,
                          pv_money_rate_bp (plan->manque_ferme_cents, plan->cout_total_cents));
  pv_plan_total_set_taux (self->cout,
                          pv_money_rate_bp (plan->cout_total_cents, plan->cout_total_cents));
}

/* --- section -------------------------------------------------------------------------- */

static void
pv_plan_section_load (PvDossierSection *section)
{
  PvPlanSection *self = PV_PLAN_SECTION (section);
  PvContext *context = pv_dossier_section_get_context (section);
  gint64 dossier_id = pv_dossier_section_get_dossier_id (section);
  PvDb *db = pv_context_get_reader (context);
  gboolean can_edit = pv_context_can_edit (context);
  g_autoptr (GError) error = NULL;
  g_autoptr (PvDossier) dossier = pv_dossier_store_get (db, dossier_id, &error);
  g_autoptr (GPtrArray) rangs = NULL;
  g_autoptr (PvCpo) cpo = NULL;
  PvPlan plan;

  /* a dossier that is gone: its page goes too */
  if (dossier == NULL || !pv_plan_store_load (db, dossier_id, &plan, NULL, &error) ||
      (rangs = pv_plan_store_list_rangs (db, dossier_id, &plan, &error)) == NULL ||
      (cpo = pv_cpo_store_load (db, dossier_id, &error)) == NULL)
    {
      if (error != NULL)
        gtk_widget_activate_action (GTK_WIDGET (self), "win.toast", "s", error->message);
      return;
    }

  g_free (self->numero);
  self->numero = g_strdup (dossier->numero);
  show_rows (self, rangs, can_edit);
  show_suivis (self, context, dossier_id);
  show_totals (self, &plan);
  pv_equilibre_card_show (self->equilibre, &plan, rangs);
  pv_cpo_card_show (self->cpo, cpo, dossier_id);
  pv_convention_card_show (self->convention, context, dossier_id, rangs);
  pv_dossier_decisions_show (self->decisions, db, dossier_id);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "plan.add", can_edit);
  pv_constats_card_load (self->constats, context, dossier_id, controles);
}

static gboolean
focus_etape (PvPlanRow *row, const char *column)
{
  for (guint i = 0; i < PV_N_ETAPES_MONTANT; i++)
    if (column != NULL && g_str_has_prefix (column, pv_etape_to_id ((PvEtape)i)))
      return gtk_widget_grab_focus (GTK_WIDGET (pv_plan_row_get_entry (row, (PvEtape)i)));

  return gtk_widget_grab_focus (pv_plan_row_get_cell (row, 0));
}

static gboolean
pv_plan_section_show_field (PvDossierSection *section,
                            const char *table,
                            gint64 key,
                            const char *column)
{
  PvPlanSection *self = PV_PLAN_SECTION (section);
  GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->rows));

  if (g_strcmp0 (table, "financement") == 0)
    for (; row != NULL; row = gtk_widget_get_next_sibling (row))
      if (pv_plan_row_get_id (PV_PLAN_ROW (row)) == key)
        return focus_etape (PV_PLAN_ROW (row), column);

  if (g_strcmp0 (table, "dossier") == 0 && g_strcmp0 (column, "financement") == 0)
    return gtk_widget_grab_focus (row != NULL ? pv_plan_row_get_cell (PV_PLAN_ROW (row), 0)
                                              : self->add_button);

  return FALSE;
}

static void
open_dialog (PvPlanSection *self, gint64 financement_id)
{
  PvContext *context = pv_dossier_section_get_context (PV_DOSSIER_SECTION (self));
  GtkWidget *dialog;

  if (context == NULL)
    return;

  dialog = pv_financement_dialog_new (
      context, pv_dossier_section_get_dossier_id (PV_DOSSIER_SECTION (self)), financement_id);
  gtk_window_set_transient_for (GTK_WINDOW (dialog),
                                GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
add_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  open_dialog (PV_PLAN_SECTION (widget), PV_INT_NULL);
}

static void
details_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  open_dialog (PV_PLAN_SECTION (widget), g_variant_get_int64 (parameter));
}

static void
pv_plan_section_finalize (GObject *object)
{
  g_free (PV_PLAN_SECTION (object)->numero);

  G_OBJECT_CLASS (pv_plan_section_parent_class)->finalize (object);
}

static void
bind_columns (GtkWidgetClass *klass)
{
  static const char *const names[PV_PLAN_N_COLUMNS] = {
    "column_nom",     "column_sollicite", "column_propose", "column_arbitre",   "column_vote",
    "column_notifie", "column_verse",     "column_taux",    "column_enveloppe", "column_reste",
  };

  for (guint i = 0; i < PV_PLAN_N_COLUMNS; i++)
    gtk_widget_class_bind_template_child_full (
        klass, names[i], FALSE,
        (gssize)(G_STRUCT_OFFSET (PvPlanSection, columns) + i * sizeof (gpointer)));
}

static void
align_totals (PvPlanSection *self)
{
  PvPlanTotal *totals[] = { self->somme, self->autres, self->manque, self->cout };

  for (guint i = 0; i < G_N_ELEMENTS (totals); i++)
    for (guint j = 0; j < PV_PLAN_N_COLUMNS; j++)
      gtk_size_group_add_widget (self->columns[j], pv_plan_total_get_cell (totals[i], j));
}

static void
pv_plan_section_class_init (PvPlanSectionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  PvDossierSectionClass *section_class = PV_DOSSIER_SECTION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = pv_plan_section_finalize;
  section_class->load = pv_plan_section_load;
  section_class->show_field = pv_plan_section_show_field;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/progville/Progville/financement/pv-plan-section.ui");
  bind_columns (widget_class);
  gtk_widget_class_bind_template_child (widget_class, PvPlanSection, somme);
  gtk_widget_class_bind_template_child (widget_class, PvPlanSection, autres);
  gtk_widget_class_bind_template_child (widget_class, PvPlanSection, manque);
  gtk_widget_class_bind_template_child (widget_class, PvPlanSection, cout);
  gtk_widget_class_bind_template_child (widget_class, PvPlanSection, rows);
  gtk_widget_class_bind_template_child (widget_class, PvPlanSection, empty);
  gtk_widget_class_bind_template_child (widget_class, PvPlanSection, add_button);
  gtk_widget_class_bind_template_child (widget_class, PvPlanSection, equilibre);
  gtk_widget_class_bind_template_child (widget_class, PvPlanSection, cpo);
  gtk_widget_class_bind_template_child (widget_class, PvPlanSection, convention);
  gtk_widget_class_bind_template_child (widget_class, PvPlanSection, decisions);
  gtk_widget_class_bind_template_child (widget_class, PvPlanSection, constats);
  gtk_widget_class_install_action (widget_class, "plan.add", NULL, add_cb);
  gtk_widget_class_install_action (widget_class, "plan.details", "x", details_cb);
}

static void
pv_plan_section_init (PvPlanSection *self)
{
  g_type_ensure (PV_TYPE_PLAN_TOTAL);
  g_type_ensure (PV_TYPE_EQUILIBRE_CARD);
  g_type_ensure (PV_TYPE_CPO_CARD);
  g_type_ensure (PV_TYPE_CONVENTION_CARD);
  g_type_ensure (PV_TYPE_DOSSIER_DECISIONS);
  g_type_ensure (PV_TYPE_CONSTATS_CARD);
  gtk_widget_init_template (GTK_WIDGET (self));
  align_totals (self);
  pv_plan_keys_install (GTK_WIDGET (self->rows));
  pv_dossier_section_watch_constats (PV_DOSSIER_SECTION (self), self->constats);
}

GtkWidget *
pv_plan_section_new (void)
{
  return g_object_new (PV_TYPE_PLAN_SECTION, NULL);
}
