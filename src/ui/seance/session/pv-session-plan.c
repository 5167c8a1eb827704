/* pv-session-plan.c: the amounts of the dossier that is on the table
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "seance/session/pv-session-plan.h"

#include "financement/pv-plan-keys.h"
#include "seance/session/pv-session-ligne.h"
#include "seance/session/pv-session-mots.h"
#include "seance/session/pv-session-total.h"

struct _PvSessionPlan
{
  AdwBin parent_instance;

  GtkSizeGroup *columns[PV_SESSION_N_COLONNES];
  GtkWidget *heads[PV_SESSION_N_COLONNES];
  GtkBox *rows;
  GtkWidget *empty;
  PvSessionTotal *total;
  PvSessionTotal *manque;
};

enum
{
  SIGNAL_COMMITTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PvSessionPlan, pv_session_plan, ADW_TYPE_BIN)

static void
committed_cb (PvSessionPlan *self, gint64 cents, PvSessionLigne *ligne)
{
  g_signal_emit (self, signals[SIGNAL_COMMITTED], 0, pv_session_ligne_get_id (ligne), cents,
                 pv_session_ligne_get_entry (ligne));
}

static void
pv_session_plan_class_init (PvSessionPlanClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[SIGNAL_COMMITTED] =
      g_signal_new ("committed", PV_TYPE_SESSION_PLAN, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 3, G_TYPE_INT64, G_TYPE_INT64, PV_TYPE_AMOUNT_ENTRY);

  g_type_ensure (PV_TYPE_SESSION_TOTAL);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/progville/Progville/seance/session/pv-session-plan.ui");
  pv_session_bind_colonnes (widget_class, "column", G_STRUCT_OFFSET (PvSessionPlan, columns));
  pv_session_bind_colonnes (widget_class, "head", G_STRUCT_OFFSET (PvSessionPlan, heads));
  gtk_widget_class_bind_template_child (widget_class, PvSessionPlan, rows);
  gtk_widget_class_bind_template_child (widget_class, PvSessionPlan, empty);
  gtk_widget_class_bind_template_child (widget_class, PvSessionPlan, total);
  gtk_widget_class_bind_template_child (widget_class, PvSessionPlan, manque);
}

static void
pv_session_plan_init (PvSessionPlan *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < PV_SESSION_N_COLONNES; i++)
    {
      gtk_size_group_add_widget (self->columns[i], self->heads[i]);
      gtk_size_group_add_widget (self->columns[i], pv_session_total_get_cell (self->total, i));
      gtk_size_group_add_widget (self->columns[i], pv_session_total_get_cell (self->manque, i));
    }
  pv_plan_keys_install (GTK_WIDGET (self->rows));
}

static GtkWidget *
append_row (PvSessionPlan *self)
{
  GtkWidget *row = pv_session_ligne_new ();

  for (guint i = 0; i < PV_SESSION_N_COLONNES; i++)
    gtk_size_group_add_widget (self->columns[i],
                               pv_session_ligne_get_cell (PV_SESSION_LIGNE (row), i));
  g_signal_connect_object (row, "committed", G_CALLBACK (committed_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->rows, row);

  return row;
}

static void
show_rows (PvSessionPlan *self, const PvSeanceFiche *fiche, gboolean can_edit)
{
  GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->rows));

  for (guint i = 0; i < fiche->lignes->len; i++)
    {
      const PvSeanceLigne *ligne = fiche->lignes->pdata[i];

      while (row != NULL &&
             pv_session_ligne_get_id (PV_SESSION_LIGNE (row)) != ligne->financement_id)
        {
          GtkWidget *gone = row;

          row = gtk_widget_get_next_sibling (row);
          gtk_box_remove (self->rows, gone);
        }
      if (row == NULL)
        pv_session_ligne_show (PV_SESSION_LIGNE (append_row (self)), ligne, can_edit);
      else
        {
          pv_session_ligne_show (PV_SESSION_LIGNE (row), ligne, can_edit);
          row = gtk_widget_get_next_sibling (row);
        }
    }
  while (row != NULL)
    {
      GtkWidget *gone = row;

      row = gtk_widget_get_next_sibling (row);
      gtk_box_remove (self->rows, gone);
    }
  gtk_widget_set_visible (self->empty, fiche->lignes->len == 0);
}

/* What the dossier takes from all envelopes, or gives back to them: the sum of its lines. */
static char *
dup_ecart (const PvSeanceFiche *fiche)
{
  PvCents ecart = PV_CENTS_NULL;

  for (guint i = 0; i < fiche->lignes->len; i++)
    {
      const PvSeanceLigne *ligne = fiche->lignes->pdata[i];

      if (ligne->avant_cents != PV_CENTS_NULL && ligne->apres_cents != PV_CENTS_NULL)
        ecart = (ecart == PV_CENTS_NULL ? 0 : ecart) + ligne->apres_cents - ligne->avant_cents;
    }

  return pv_session_ecart_to_text (0, ecart);
}

void
pv_session_plan_show (PvSessionPlan *self, const PvSeanceFiche *fiche, gboolean can_edit)
{
  PvCents sommes[3], manques[3];
  g_autofree char *ecart = NULL;

  g_return_if_fail (PV_IS_SESSION_PLAN (self));
  g_return_if_fail (fiche != NULL);

  show_rows (self, fiche, can_edit);
  sommes[0] = fiche->sollicite.somme_cents;
  sommes[1] = fiche->propose.somme_cents;
  sommes[2] = fiche->table.somme_cents;
  manques[0] = fiche->sollicite.manque_cents;
  manques[1] = fiche->propose.manque_cents;
  manques[2] = fiche->table.manque_cents;
  ecart = dup_ecart (fiche);
  pv_session_total_show (self->total, sommes, fiche->table.taux_bp, ecart, FALSE);
  pv_session_total_show (self->manque, manques,
                         pv_money_rate_bp (manques[2], fiche->dossier->cout_cents), "",
                         pv_session_manque_is_alert (fiche));
}

gboolean
pv_session_plan_focus_first (PvSessionPlan *self)
{
  g_return_val_if_fail (PV_IS_SESSION_PLAN (self), FALSE);

  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->rows)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (pv_session_ligne_can_edit (PV_SESSION_LIGNE (row)))
      return gtk_widget_grab_focus (
          GTK_WIDGET (pv_session_ligne_get_entry (PV_SESSION_LIGNE (row))));

  return FALSE;
}
