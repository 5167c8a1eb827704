/* pv-import-financements.c: who pays what at which stage
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pv-import-merge.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "commun/pv-etape.h"
#include "pv-money.h"

/* One financement that a row describes. */
typedef struct
{
  PvImportFields fields;
  gint64 verse;   /* PV_CENTS_NULL: nothing said */
  gboolean empty; /* no amount is known: written only where it is there already */
  gboolean main;  /* of the row itself: bears its acts and what the law publishes */
  PvImportPlace place;
  const PvImportPart *part;
  int slot;
  const char *subject; /* who pays, as the source names it */
} Wanted;

static const int stage_columns[PV_N_ETAPES_MONTANT] = {
  PV_COLUMN_FINANCEMENT_SOLLICITE, PV_COLUMN_FINANCEMENT_PROPOSE, PV_COLUMN_FINANCEMENT_ARBITRE,
  PV_COLUMN_FINANCEMENT_VOTE, PV_COLUMN_FINANCEMENT_NOTIFIE
};

/* --- reading --- */

static void
set_stage (Wanted *wanted, guint etape, const PvImportValue *value)
{
  gint64 cents = value->state == PV_VALUE_SET ? value->number : PV_CENTS_NULL;

  if (value->state == PV_VALUE_ABSENT)
    return;
  if (cents != PV_CENTS_NULL)
    wanted->empty = FALSE;
  if (etape == PV_ETAPE_VERSE)
    wanted->verse = cents;
  else
    pv_import_fields_set_int (&wanted->fields, stage_columns[etape], cents);
}

static void
set_amount (PvImportContext *ctx,
            Wanted *wanted,
            const PvMappedColumn *column,
            const PvImportValue *value)
{
  if (column->field != PV_FIELD_MONTANT)
    {
      set_stage (wanted, column->field - PV_FIELD_SOLLICITE, value);
      return;
    }

  for (guint etape = 0; etape < PV_N_ETAPES; etape++)
    {
      if (ctx->profile->amount_stages & (1u << etape))
        set_stage (wanted, etape, value);
    }
  if (value->state != PV_VALUE_SET && !value->bad)
    pv_import_report_take (ctx->report, ctx->profile->strict ? PV_IMPORT_ERROR : PV_IMPORT_WARNING,
                           &wanted->place, "montant-absent", value->raw,
                           g_strdup (_ ("No amount: kept as not known.")));
}

static const char *
part_text (const PvImportPart *part, PvFieldId field)
{
  int column = part->mapping->column_of[field];

  return column >= 0 && part->values[column].state == PV_VALUE_SET ? part->values[column].text
                                                                   : NULL;
}

/* The payer of the row itself: its columns, else the profile's. */
static gboolean
payer_of_row (PvImportContext *ctx,
              const PvImportPart *part,
              Wanted *wanted,
              gint64 *dispositif,
              GError **error)
{
  const PvProfile *profile = ctx->profile;
  const char *name = part_text (part, PV_FIELD_PAYEUR_NOM);
  const char *siret = part_text (part, PV_FIELD_PAYEUR_SIRET);
  const char *credit = part_text (part, PV_FIELD_DISPOSITIF);
  const char *category = NULL;
  gint64 financeur = PV_INT_NULL;

  if (name == NULL && siret == NULL)
    {
      name = profile->payer;
      category = profile->payer_category;
    }
  if (!pv_registry_financeur (ctx->registry, name, siret, category, &wanted->place, &financeur,
                              error))
    return FALSE;

  pv_import_fields_set_int (&wanted->fields, PV_COLUMN_FINANCEMENT_FINANCEUR, financeur);
  if (credit != NULL)
    return pv_registry_dispositif (ctx->registry, financeur, NULL, credit, dispositif, error);
  if (profile->dispositif != NULL)
    return pv_registry_dispositif (ctx->registry, financeur, profile->dispositif,
                                   profile->dispositif_name, dispositif, error);
  return TRUE;
}

static gboolean
payer_of_slot (PvImportContext *ctx,
               const PvImportPart *part,
               const PvMappingSlot *slot,
               Wanted *wanted,
               GError **error)
{
  gint64 dispositif = PV_INT_NULL;
  gint64 financeur = PV_INT_NULL;

  if (slot->payer == NULL)
    {
      if (!payer_of_row (ctx, part, wanted, &dispositif, error))
        return FALSE;
    }
  else
    {
      if (!pv_registry_payer_of_header (ctx->registry, slot->payer, slot->dispositif,
                                        &wanted->place, &financeur, &dispositif, error))
        return FALSE;
      pv_import_fields_set_int (&wanted->fields, PV_COLUMN_FINANCEMENT_FINANCEUR, financeur);
    }

  if (dispositif != PV_INT_NULL)
    pv_import_fields_set_int (&wanted->fields, PV_COLUMN_FINANCEMENT_DISPOSITIF, dispositif);
  return TRUE;
}

static void
set_acts (const PvImportRecord *record, Wanted *wanted)
{
  PvImportFields *fields = &wanted->fields;

  pv_import_record_copy_text (record, PV_FIELD_SECTION, fields, PV_COLUMN_FINANCEMENT_SECTION);
  pv_import_record_copy_text (record, PV_FIELD_VOTE_LE, fields, PV_COLUMN_FINANCEMENT_VOTE_LE);
  pv_import_record_copy_text (record, PV_FIELD_VOTE_ACTE, fields, PV_COLUMN_FINANCEMENT_VOTE_ACTE);
  pv_import_record_copy_text (record, PV_FIELD_NOTIFIE_LE, fields,
                              PV_COLUMN_FINANCEMENT_NOTIFIE_LE);
  pv_import_record_copy_text (record, PV_FIELD_NOTIFIE_ACTE, fields,
                              PV_COLUMN_FINANCEMENT_NOTIFIE_ACTE);
  pv_import_record_copy_text (record, PV_FIELD_REFERENCE, fields, PV_COLUMN_FINANCEMENT_REFERENCE);
}

static gboolean
read_slot (PvImportContext *ctx,
           const PvImportRecord *record,
           const PvImportPart *part,
           int index,
           gint64 exercice,
           gboolean existing,
           GArray *list,
           GError **error)
{
  const PvMappingSlot *slot = g_ptr_array_index (part->mapping->slots, index);
  Wanted wanted = { .verse = PV_CENTS_NULL, .empty = TRUE, .part = part, .slot = index };
  gboolean first = TRUE;

  pv_import_fields_init (&wanted.fields);
  for (guint i = 0; i < part->mapping->columns->len; i++)
    {
      const PvMappedColumn *column = g_ptr_array_index (part->mapping->columns, i);

      if (column->field == PV_N_FIELDS || column->slot != index)
        continue;
      if (first)
        pv_import_part_place (part, i, &wanted.place);
      first = FALSE;
      set_amount (ctx, &wanted, column, &part->values[i]);
    }

  /* A source of one payer per row says that this payer is there, even without its amount. */
  wanted.main = slot->payer == NULL && part == g_ptr_array_index (record->parts, 0);
  if (wanted.main && part->mapping->column_of[PV_FIELD_MONTANT] >= 0)
    wanted.empty = FALSE;
  if (wanted.empty && (!existing || wanted.fields.set == 0))
    return TRUE;
  if (!payer_of_slot (ctx, part, slot, &wanted, error))
    return FALSE;
  wanted.subject = slot->payer != NULL ? slot->payer : part_text (part, PV_FIELD_PAYEUR_NOM);
  pv_import_fields_set_int (&wanted.fields, PV_COLUMN_FINANCEMENT_EXERCICE,
                            slot->exercice != PV_INT_NULL ? slot->exercice : exercice);
  if (wanted.main)
    set_acts (record, &wanted);
  g_array_append_val (list, wanted);
  return TRUE;
}

/* --- what the law publishes --- */

static gboolean
write_essentielle (PvImportContext *ctx,
                   const PvImportRecord *record,
                   const Wanted *wanted,
                   gboolean existing,
                   GError **error)
{
  const PvImportValue *period = pv_import_record_get (record, PV_FIELD_AIDE_PERIODE);
  g_autoptr (GArray) rows = NULL;
  PvImportFields fields;

  pv_import_fields_init (&fields);
  pv_import_record_copy_text (record, PV_FIELD_DATE_CONVENTION, &fields,
                              PV_COLUMN_ESSENTIELLE_DATE);
  pv_import_record_copy_text (record, PV_FIELD_AIDE_NATURE, &fields, PV_COLUMN_ESSENTIELLE_NATURE);
  pv_import_record_copy_text (record, PV_FIELD_AIDE_CONDITIONS, &fields,
                              PV_COLUMN_ESSENTIELLE_CONDITIONS);
  pv_import_record_copy_text (record, PV_FIELD_AIDE_RAE, &fields, PV_COLUMN_ESSENTIELLE_RAE);
  pv_import_record_copy_text (record, PV_FIELD_AIDE_DISPOSITIF, &fields,
                              PV_COLUMN_ESSENTIELLE_DISPOSITIF);
  pv_import_record_copy_number (record, PV_FIELD_AIDE_UE, &fields, PV_COLUMN_ESSENTIELLE_UE);
  pv_import_record_copy_number (record, PV_FIELD_AIDE_PART, &fields, PV_COLUMN_ESSENTIELLE_PART);
  if (period->state != PV_VALUE_ABSENT)
    {
      pv_import_fields_set_text (&fields, PV_COLUMN_ESSENTIELLE_DEBUT, period->text);
      pv_import_fields_set_text (&fields, PV_COLUMN_ESSENTIELLE_FIN, period->end);
    }
  if (fields.set == 0)
    return TRUE;

  pv_import_fields_set_int (&fields, PV_COLUMN_ESSENTIELLE_FINANCEMENT, wanted->fields.id);
  rows = g_array_new (FALSE, FALSE, sizeof (PvImportFields));
  g_array_append_val (rows, fields);
  return pv_import_children_merge (ctx, PV_IMPORT_TABLE_ESSENTIELLE, wanted->fields.id, existing,
                                   rows, PV_COLUMN_ESSENTIELLE_FINANCEMENT, &wanted->place, error);
}

/* --- versements --- */

static const char *
genre_of (gint64 cents)
{
  return cents < 0 ? "reversement" : "acompte";
}

static gboolean
insert_versement (PvImportContext *ctx, const Wanted *wanted, gint64 cents, GError **error)
{
  PvImportFields fields;

  pv_import_fields_init (&fields);
  pv_import_fields_set_int (&fields, PV_COLUMN_VERSEMENT_FINANCEMENT, wanted->fields.id);
  pv_import_fields_set_text (&fields, PV_COLUMN_VERSEMENT_GENRE, genre_of (cents));
  pv_import_fields_set_int (&fields, PV_COLUMN_VERSEMENT_MONTANT, ABS (cents));
  return pv_import_store_insert (ctx->store, PV_IMPORT_TABLE_VERSEMENT, &fields, error);
}

static gint64
paid_so_far (GPtrArray *rows)
{
  gint64 sum = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      const PvImportFields *row = g_ptr_array_index (rows, i);
      gint64 cents = row->numbers[PV_COLUMN_VERSEMENT_MONTANT];

      sum += g_strcmp0 (row->texts[PV_COLUMN_VERSEMENT_GENRE], "reversement") == 0 ? -cents : cents;
    }

  return sum;
}

static void
note_versement (PvImportContext *ctx, gint64 cents)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, cents);

  pv_import_note_change (ctx, PV_IMPORT_TABLE_VERSEMENT, PV_INT_NULL, "montant_cents", NULL, text,
                         NULL);
}

/* The source says what was paid in all: one versement that follows it. Several are the work of
 * an agent, and are only compared. */
static gboolean
merge_versement (PvImportContext *ctx, const Wanted *wanted, GError **error)
{
  GPtrArray *rows = pv_import_store_list (ctx->store, PV_IMPORT_TABLE_VERSEMENT, 0, NULL,
                                          wanted->fields.id, error);
  PvImportFields fields;
  gboolean done = TRUE;

  if (rows == NULL)
    return FALSE;

  if (rows->len == 0 && wanted->verse != 0)
    {
      done = insert_versement (ctx, wanted, wanted->verse, error);
      note_versement (ctx, wanted->verse);
    }
  else if (rows->len == 1 && paid_so_far (rows) != wanted->verse)
    {
      pv_import_fields_init (&fields);
      pv_import_fields_set_int (&fields, PV_COLUMN_VERSEMENT_MONTANT, ABS (wanted->verse));
      if ((paid_so_far (rows) < 0) != (wanted->verse < 0))
        pv_import_fields_set_text (&fields, PV_COLUMN_VERSEMENT_GENRE, genre_of (wanted->verse));
      done = pv_import_merge (ctx, PV_IMPORT_TABLE_VERSEMENT, g_ptr_array_index (rows, 0), &fields,
                              &wanted->place, error);
    }
  else if (paid_so_far (rows) != wanted->verse)
    pv_import_report_take (ctx->report, PV_IMPORT_WARNING, &wanted->place, "conflit", NULL,
                           g_strdup (_ ("Several payments are noted here, whose sum is not what "
                                        "the source says: they are kept.")));

  pv_import_rows_free (rows, PV_IMPORT_TABLE_VERSEMENT);
  return done;
}

/* --- writing --- */

static gboolean
is_same_payer (const PvImportFields *row, const Wanted *wanted, gboolean exact)
{
  const PvImportFields *fields = &wanted->fields;

  if (row->numbers[PV_COLUMN_FINANCEMENT_FINANCEUR] !=
          fields->numbers[PV_COLUMN_FINANCEMENT_FINANCEUR] ||
      row->numbers[PV_COLUMN_FINANCEMENT_EXERCICE] !=
          fields->numbers[PV_COLUMN_FINANCEMENT_EXERCICE])
    return FALSE;

  return !exact || !PV_IMPORT_HAS (fields, PV_COLUMN_FINANCEMENT_DISPOSITIF) ||
         row->numbers[PV_COLUMN_FINANCEMENT_DISPOSITIF] ==
             fields->numbers[PV_COLUMN_FINANCEMENT_DISPOSITIF];
}

/* A financement whose payer an agent changed is still the one that the source speaks of. */
static gboolean
was_same_payer (PvImportContext *ctx,
                const PvImportFields *row,
                const Wanted *wanted,
                gboolean *same,
                GError **error)
{
  gboolean edited = FALSE;
  g_autofree char *imported = NULL;
  g_autofree char *payer = g_strdup_printf (
      "%" G_GINT64_FORMAT, wanted->fields.numbers[PV_COLUMN_FINANCEMENT_FINANCEUR]);

  if (!pv_import_store_agent_edited (ctx->store, PV_IMPORT_TABLE_FINANCEMENT, row->id,
                                     PV_COLUMN_FINANCEMENT_FINANCEUR, &edited, &imported, error))
    return FALSE;
  *same = edited && g_strcmp0 (imported, payer) == 0;
  return TRUE;
}

/* Takes the row out of @rows; %NULL without error: it is new. The last resort is the only row left
 * of a source that has one payer per row: its payer was corrected. */
static gboolean
take_existing (PvImportContext *ctx,
               GPtrArray *rows,
               const Wanted *wanted,
               gboolean alone,
               PvImportFields **found,
               GError **error)
{
  *found = NULL;
  for (int round = 0; round < 3 && *found == NULL; round++)
    {
      for (guint i = 0; i < rows->len && *found == NULL; i++)
        {
          const PvImportFields *row = g_ptr_array_index (rows, i);
          gboolean same = round < 2 && is_same_payer (row, wanted, round == 0);

          if (round == 2 && !was_same_payer (ctx, row, wanted, &same, error))
            return FALSE;
          if (same)
            *found = g_ptr_array_steal_index (rows, i);
        }
    }
  if (*found == NULL && alone && rows->len == 1)
    *found = g_ptr_array_steal_index (rows, 0);

  return TRUE;
}

static gboolean
update_one (PvImportContext *ctx,
            const PvImportRecord *record,
            Wanted *wanted,
            const PvImportFields *row,
            GError **error)
{
  wanted->fields.id = row->id;
  return pv_import_merge (ctx, PV_IMPORT_TABLE_FINANCEMENT, row, &wanted->fields, &wanted->place,
                          error) &&
         (wanted->verse == PV_CENTS_NULL || merge_versement (ctx, wanted, error)) &&
         (!wanted->main || write_essentielle (ctx, record, wanted, TRUE, error));
}

static gboolean
insert_one (PvImportContext *ctx,
            const PvImportRecord *record,
            Wanted *wanted,
            gint64 dossier,
            gint64 commune,
            GError **error)
{
  PvImportFields *fields = &wanted->fields;
  gint64 dispositif = PV_IMPORT_HAS (fields, PV_COLUMN_FINANCEMENT_DISPOSITIF)
                          ? fields->numbers[PV_COLUMN_FINANCEMENT_DISPOSITIF]
                          : PV_INT_NULL;
  gint64 enveloppe = PV_INT_NULL;

  if (wanted->empty)
    return TRUE;
  pv_import_fields_set_int (fields, PV_COLUMN_FINANCEMENT_DOSSIER, dossier);
  if (ctx->profile->attach_enveloppe)
    enveloppe = pv_registry_find_enveloppe (
        ctx->registry, fields->numbers[PV_COLUMN_FINANCEMENT_FINANCEUR], dispositif,
        fields->numbers[PV_COLUMN_FINANCEMENT_EXERCICE], commune, &dispositif);
  if (enveloppe != PV_INT_NULL)
    {
      pv_import_fields_set_int (fields, PV_COLUMN_FINANCEMENT_ENVELOPPE, enveloppe);
      pv_import_fields_set_int (fields, PV_COLUMN_FINANCEMENT_DISPOSITIF, dispositif);
    }

  return pv_import_store_insert (ctx->store, PV_IMPORT_TABLE_FINANCEMENT, fields, error) &&
         (wanted->verse == PV_CENTS_NULL || wanted->verse == 0 ||
          insert_versement (ctx, wanted, wanted->verse, error)) &&
         (!wanted->main || write_essentielle (ctx, record, wanted, FALSE, error));
}

static void
note_new (PvImportContext *ctx, const Wanted *wanted)
{
  pv_import_note_row (ctx, PV_IMPORT_TABLE_FINANCEMENT, &wanted->fields);
  if (wanted->verse != PV_CENTS_NULL && wanted->verse != 0)
    note_versement (ctx, wanted->verse);
}

static gboolean
write_list (PvImportContext *ctx,
            const PvImportRecord *record,
            GArray *list,
            gint64 dossier,
            GPtrArray *rows,
            gint64 commune,
            GError **error)
{
  for (guint i = 0; i < list->len; i++)
    {
      Wanted *wanted = &g_array_index (list, Wanted, i);
      PvImportFields *row = NULL;
      gboolean done;

      ctx->slot_part = wanted->part;
      ctx->slot = wanted->slot;
      ctx->subject = wanted->subject;
      if (rows != NULL && !take_existing (ctx, rows, wanted, list->len == 1, &row, error))
        return FALSE;
      if (row == NULL)
        {
          done = insert_one (ctx, record, wanted, dossier, commune, error);
          if (rows != NULL && !wanted->empty)
            note_new (ctx, wanted);
        }
      else
        {
          done = update_one (ctx, record, wanted, row, error);
          pv_import_fields_free (row, PV_IMPORT_TABLE_FINANCEMENT);
        }
      if (!done)
        return FALSE;
    }

  return TRUE;
}

gboolean
pv_import_financements (PvImportContext *ctx,
                        const PvImportRecord *record,
                        gint64 exercice,
                        gint64 dossier,
                        gboolean existing,
                        gint64 commune,
                        GError **error)
{
  g_autoptr (GArray) list = g_array_new (FALSE, FALSE, sizeof (Wanted));
  GPtrArray *rows = NULL;
  gboolean done;

  for (guint p = 0; p < record->parts->len; p++)
    {
      const PvImportPart *part = g_ptr_array_index (record->parts, p);

      for (guint s = 0; s < part->mapping->slots->len; s++)
        {
          if (!read_slot (ctx, record, part, (int)s, exercice, existing, list, error))
            return FALSE;
        }
    }
  if (existing)
    {
      rows = pv_import_store_list (ctx->store, PV_IMPORT_TABLE_FINANCEMENT,
                                   PV_COLUMN_FINANCEMENT_DOSSIER, NULL, dossier, error);
      if (rows == NULL)
        return FALSE;
    }

  done = write_list (ctx, record, list, dossier, rows, commune, error);
  ctx->slot = -1;
  if (rows != NULL)
    pv_import_rows_free (rows, PV_IMPORT_TABLE_FINANCEMENT);
  return done;
}
