/* pv-import-bilans-budget.c: the realised amounts of a compte rendu
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pv-import-merge.h"

#include <glib/gi18n-lib.h>

#include "budget/pv-budget-store.h"
#include "pv-money.h"

/* What a row says of a budget, and what is there. */
typedef struct
{
  PvImportContext *ctx;
  const PvImportRecord *record;
  gint64 dossier;
  PvPlanComptable *plan;
  GArray *lignes; /* of PvBudgetLigne: as they are */
  GArray *wanted; /* of PvImportFields */
} Realise;

static void
realise_clear (Realise *self)
{
  g_clear_pointer (&self->plan, pv_plan_comptable_free);
  g_clear_pointer (&self->lignes, g_array_unref);
  g_clear_pointer (&self->wanted, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Realise, realise_clear)

static void
warn (Realise *self, const PvImportPlace *place, const char *code, const char *raw, char *text)
{
  pv_import_report_take (self->ctx->report, PV_IMPORT_WARNING, place, code, raw, text);
}

static void
warn_field (Realise *self, PvFieldId field, const char *code, char *text)
{
  PvImportPlace place;

  pv_import_record_place (self->record, field, &place);
  warn (self, &place, code, pv_import_record_get (self->record, field)->raw, text);
}

static PvBudgetLigne *
find_ligne (Realise *self, gint64 compte)
{
  for (guint i = 0; i < self->lignes->len; i++)
    if (g_array_index (self->lignes, PvBudgetLigne, i).compte_id == compte)
      return &g_array_index (self->lignes, PvBudgetLigne, i);

  return NULL;
}

static gboolean
is_wanted (Realise *self, gint64 compte)
{
  for (guint i = 0; i < self->wanted->len; i++)
    if (g_array_index (self->wanted, PvImportFields, i).numbers[PV_COLUMN_BUDGET_COMPTE] == compte)
      return TRUE;

  return FALSE;
}

/* Whether the file, or the row so far, gives that poste in the other way: whole, or by lines. */
static gboolean
is_given_otherwise (Realise *self, gint64 compte_id)
{
  const PvCompte *compte = pv_plan_comptable_find (self->plan, compte_id);

  for (guint i = 0; compte != NULL && i < pv_plan_comptable_get_n (self->plan); i++)
    {
      const PvCompte *other = pv_plan_comptable_get_nth (self->plan, i);
      const PvBudgetLigne *ligne = find_ligne (self, other->id);

      if (other->id != compte->poste_id && other->poste_id != compte->id)
        continue;
      if (is_wanted (self, other->id) || (ligne != NULL && ligne->realise_cents != PV_CENTS_NULL))
        return TRUE;
    }

  return FALSE;
}

static void
add (Realise *self, gint64 compte, PvCents cents, int source)
{
  PvImportFields fields;

  pv_import_fields_init (&fields);
  fields.source = source;
  pv_import_fields_set_int (&fields, PV_COLUMN_BUDGET_DOSSIER, self->dossier);
  pv_import_fields_set_int (&fields, PV_COLUMN_BUDGET_COMPTE, compte);
  pv_import_fields_set_int (&fields, PV_COLUMN_BUDGET_REALISE, cents);
  g_array_append_val (self->wanted, fields);
}

/* --- by account ------------------------------------------------------------------------------ */

static void
read_compte (Realise *self, const PvImportPart *part, guint i)
{
  const PvMappedColumn *column = g_ptr_array_index (part->mapping->columns, i);
  const PvImportValue *value = &part->values[i];
  gint64 compte = column->detail != NULL ? pv_registry_compte (self->ctx->registry, column->detail)
                                         : PV_INT_NULL;
  PvImportPlace place;

  pv_import_part_place (part, i, &place);
  if (compte == PV_INT_NULL)
    warn (self, &place, "compte-inconnu", value->raw,
          g_strdup (_ ("The budget plan has no such account.")));
  else if (is_wanted (self, compte))
    warn (self, &place, "compte-double", value->raw,
          g_strdup (_ ("Another column of this row gives the same account of the budget: the first "
                       "one is kept. Choose which of the two to read.")));
  else if (is_given_otherwise (self, compte))
    warn (self, &place, "compte-detaille", value->raw,
          g_strdup (_ ("This poste is given both as a whole and by its lines: the amount is left"
                       " out. Give one of the two.")));
  else
    add (self, compte, value->number, (int)i);
}

static void
read_comptes (Realise *self)
{
  const PvImportPart *part = g_ptr_array_index (self->record->parts, 0);

  for (guint i = 0; i < part->mapping->columns->len; i++)
    {
      const PvMappedColumn *column = g_ptr_array_index (part->mapping->columns, i);

      if (column->field == PV_FIELD_BUDGET && part->values[i].state == PV_VALUE_SET)
        read_compte (self, part, i);
    }
}

/* --- in total -------------------------------------------------------------------------------- */

static gboolean
counts (const PvCompte *compte, PvCote cote)
{
  return compte != NULL && compte->cote == cote && compte->groupe != PV_COMPTE_GROUPE_VOLONTAIRE;
}

/* Σ of what the row gives by account on that side; PV_CENTS_NULL: nothing. */
static PvCents
sum_wanted (Realise *self, PvCote cote)
{
  PvCents sum = PV_CENTS_NULL;

  for (guint i = 0; i < self->wanted->len; i++)
    {
      const PvImportFields *fields = &g_array_index (self->wanted, PvImportFields, i);

      if (counts (pv_plan_comptable_find (self->plan, fields->numbers[PV_COLUMN_BUDGET_COMPTE]),
                  cote))
        pv_money_add (sum, fields->numbers[PV_COLUMN_BUDGET_REALISE], &sum);
    }

  return sum;
}

/* The same of what is there. */
static PvCents
sum_kept (Realise *self, PvCote cote)
{
  PvCents sum = PV_CENTS_NULL;

  for (guint i = 0; i < self->lignes->len; i++)
    {
      const PvBudgetLigne *ligne = &g_array_index (self->lignes, PvBudgetLigne, i);

      if (counts (pv_plan_comptable_find (self->plan, ligne->compte_id), cote))
        pv_money_add (sum, ligne->realise_cents, &sum);
    }

  return sum;
}

/* In the proportions of the plan, to the cent. FALSE: nothing was planned there. */
static gboolean
share (Realise *self, PvCote cote, PvCents total)
{
  g_autofree gint64 *weights = g_new0 (gint64, self->lignes->len + 1);
  g_autofree PvCents *parts = g_new0 (PvCents, self->lignes->len + 1);

  for (guint i = 0; i < self->lignes->len; i++)
    {
      const PvBudgetLigne *ligne = &g_array_index (self->lignes, PvBudgetLigne, i);

      if (counts (pv_plan_comptable_find (self->plan, ligne->compte_id), cote) &&
          ligne->prevu_cents != PV_CENTS_NULL)
        weights[i] = MAX (ligne->prevu_cents, 0);
    }
  if (!pv_money_allocate (total, weights, self->lignes->len, parts))
    return FALSE;
  for (guint i = 0; i < self->lignes->len; i++)
    if (weights[i] > 0)
      add (self, g_array_index (self->lignes, PvBudgetLigne, i).compte_id, parts[i], -1);

  return TRUE;
}

/* A total beside accounts is compared with them; only one alone is shared out. */
static void
read_total (Realise *self, PvFieldId field, PvCote cote)
{
  PvCents total = pv_import_record_get_number (self->record, field);
  PvCents sum = sum_wanted (self, cote);
  PvCents kept = sum_kept (self, cote);

  if (total == PV_CENTS_NULL)
    return;
  if (sum != PV_CENTS_NULL && sum != total)
    warn_field (self, field, "total-different",
                g_strdup (_ ("The accounts of this row do not make that total: the accounts are"
                             " kept. Correct the row.")));
  else if (sum == PV_CENTS_NULL && kept != PV_CENTS_NULL && kept != total)
    warn_field (self, field, "total-different",
                g_strdup (_ ("The accounts entered before do not make that total: they are kept,"
                             " and it is left out. Correct it, or give the amounts by account.")));
  if (sum != PV_CENTS_NULL || kept != PV_CENTS_NULL)
    return;
  if (share (self, cote, total))
    warn_field (self, field, "total-reparti",
                g_strdup (_ ("A total alone is shared out as the planned budget is: enter the"
                             " accounts when they are known.")));
  else
    warn_field (self, field, "total-sans-prevu",
                g_strdup (_ ("A total needs a planned budget to be shared out, and this dossier has"
                             " none: give the amounts by account.")));
}

static void
check_plan (Realise *self)
{
  for (guint i = 0; i < self->lignes->len; i++)
    if (g_array_index (self->lignes, PvBudgetLigne, i).prevu_cents != PV_CENTS_NULL)
      return;
  if (self->wanted->len > 0)
    warn_field (self, PV_FIELD_BUDGET, "realise-sans-prevu",
                g_strdup (_ ("Realised amounts without a planned budget: no rate of realisation can"
                             " be said. Enter the plan in the section Budget.")));
}

gboolean
pv_import_realise (PvImportContext *ctx,
                   const PvImportRecord *record,
                   gint64 dossier,
                   GError **error)
{
  g_auto (Realise) self = { .ctx = ctx, .record = record, .dossier = dossier };
  PvDb *db = pv_import_store_get_db (ctx->store, error);
  PvImportPlace place;

  if (db == NULL)
    return FALSE;
  self.plan = pv_compte_store_load (db, error);
  self.lignes = self.plan != NULL ? pv_budget_store_list (db, dossier, error) : NULL;
  self.wanted = g_array_new (FALSE, FALSE, sizeof (PvImportFields));
  if (self.lignes == NULL)
    return FALSE;
  read_comptes (&self);
  read_total (&self, PV_FIELD_BILAN_CHARGES, PV_COTE_CHARGE);
  read_total (&self, PV_FIELD_BILAN_PRODUITS, PV_COTE_PRODUIT);
  check_plan (&self);
  pv_import_record_place (record, PV_FIELD_BUDGET, &place);

  return pv_import_children_merge (ctx, PV_IMPORT_TABLE_BUDGET, dossier, TRUE, self.wanted,
                                   PV_COLUMN_BUDGET_COMPTE, &place, error);
}
