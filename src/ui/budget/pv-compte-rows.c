/* pv-compte-rows.c: the rows of a plan of accounts, by side
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "budget/pv-compte-rows.h"

#include "budget/pv-budget-service.h"
#include "budget/pv-budget-store.h"

void
pv_compte_rows_class_bind (GtkWidgetClass *klass, gsize offset)
{
#define BIND(child, field, cote)                                                                   \
  gtk_widget_class_bind_template_child_full (                                                      \
      klass, child, FALSE,                                                                         \
      (gssize)(offset + G_STRUCT_OFFSET (PvCompteRows, field) + (cote) * sizeof (gpointer)))
  BIND ("charges", sides, PV_COTE_CHARGE);
  BIND ("produits", sides, PV_COTE_PRODUIT);
  BIND ("emplois", volontaires, PV_COTE_CHARGE);
  BIND ("ressources", volontaires, PV_COTE_PRODUIT);
#undef BIND
}

void
pv_compte_rows_init (PvCompteRows *self)
{
  self->rows = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

void
pv_compte_rows_clear (PvCompteRows *self)
{
  g_clear_pointer (&self->rows, g_hash_table_unref);
}

/* --- rows ----------------------------------------------------------------------------- */

typedef struct
{
  PvCompteRows *self;
  const PvPlanComptable *plan;
  PvCompteRowsNew new_row;
  GCallback committed_cb;
  GObject *owner;
} Fill;

static gboolean
has_lines (const PvPlanComptable *plan, gint64 compte_id)
{
  for (guint i = 0; i < pv_plan_comptable_get_n (plan); i++)
    if (pv_plan_comptable_get_nth (plan, i)->poste_id == compte_id)
      return TRUE;

  return FALSE;
}

static void
add_row (const Fill *fill, const PvCompte *compte)
{
  PvCompteRows *self = fill->self;
  GtkBox *box = compte->groupe == PV_COMPTE_GROUPE_VOLONTAIRE ? self->volontaires[compte->cote]
                                                              : self->sides[compte->cote];
  GtkWidget *row = fill->new_row (fill->owner, compte, has_lines (fill->plan, compte->id));
  gpointer poste = pv_compte_rows_get (self, compte->poste_id);
  gint64 *key = g_new (gint64, 1);

  *key = compte->id;
  g_hash_table_insert (self->rows, key, row);
  g_signal_connect_object (row, "committed", fill->committed_cb, fill->owner, G_CONNECT_SWAPPED);
  if (poste != NULL)
    g_object_bind_property (poste, "expanded", row, "visible", G_BINDING_SYNC_CREATE);
  gtk_box_append (box, row);
}

static void
add_lines (const Fill *fill, gint64 poste_id)
{
  for (guint i = 0; i < pv_plan_comptable_get_n (fill->plan); i++)
    if (pv_plan_comptable_get_nth (fill->plan, i)->poste_id == poste_id)
      add_row (fill, pv_plan_comptable_get_nth (fill->plan, i));
}

void
pv_compte_rows_fill (PvCompteRows *self,
                     const PvPlanComptable *plan,
                     PvCompteRowsNew new_row,
                     GCallback committed_cb,
                     GObject *owner)
{
  const Fill fill = { self, plan, new_row, committed_cb, owner };

  if (g_hash_table_size (self->rows) > 0)
    return;

  for (guint i = 0; i < pv_plan_comptable_get_n (plan); i++)
    {
      const PvCompte *compte = pv_plan_comptable_get_nth (plan, i);

      if (compte->poste_id != PV_INT_NULL || compte->cote == PV_COTE_NULL)
        continue;
      add_row (&fill, compte);
      add_lines (&fill, compte->id);
    }
}

gpointer
pv_compte_rows_get (const PvCompteRows *self, gint64 compte_id)
{
  return compte_id != PV_INT_NULL ? g_hash_table_lookup (self->rows, &compte_id) : NULL;
}

/* --- an amount typed ------------------------------------------------------------------ */

typedef struct
{
  gint64 dossier_id;
  gint64 compte_id;
  gboolean realise;
  PvCents cents;
} Edit;

static gboolean
set_montant (PvDb *db, gpointer data, GError **error)
{
  const Edit *edit = data;

  return pv_budget_service_set_montant (db, edit->dossier_id, edit->compte_id, edit->realise,
                                        edit->cents, NULL, error);
}

static PvCents
get_kept (PvDb *db, const Edit *edit)
{
  g_autoptr (GArray) lignes = pv_budget_store_list (db, edit->dossier_id, NULL);

  for (guint i = 0; lignes != NULL && i < lignes->len; i++)
    {
      const PvBudgetLigne *ligne = &g_array_index (lignes, PvBudgetLigne, i);

      if (ligne->compte_id == edit->compte_id)
        return edit->realise ? ligne->realise_cents : ligne->prevu_cents;
    }

  return PV_CENTS_NULL;
}

void
pv_compte_rows_commit (PvCompteRow *row, const char *label, gboolean realise, PvCents cents)
{
  PvDossierSection *section =
      PV_DOSSIER_SECTION (gtk_widget_get_ancestor (GTK_WIDGET (row), PV_TYPE_DOSSIER_SECTION));
  PvContext *context = pv_dossier_section_get_context (section);
  Edit edit = { pv_dossier_section_get_dossier_id (section), pv_compte_row_get_compte (row),
                realise, cents };
  g_autoptr (GError) error = NULL;

  if (!pv_context_act (context, "budget-edit", label, set_montant, &edit, &error))
    pv_amount_entry_refuse (pv_compte_row_get_entry (row),
                            get_kept (pv_context_get_reader (context), &edit), error->message);
}
