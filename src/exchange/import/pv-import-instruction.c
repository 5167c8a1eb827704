/* pv-import-instruction.c: avis, scores and marks of a dossier
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pv-import-merge.h"

#include <glib/gi18n-lib.h>

/* --- avis and scores of the institutions --- */

static PvImportFields *
instruction_of (PvImportContext *ctx, GArray *wanted, gint64 dossier, gint64 institution)
{
  PvImportFields fields;

  for (guint i = 0; i < wanted->len; i++)
    {
      PvImportFields *other = &g_array_index (wanted, PvImportFields, i);

      if (other->numbers[PV_COLUMN_INSTRUCTION_INSTITUTION] == institution)
        return other;
    }

  pv_import_fields_init (&fields);
  pv_import_fields_set_int (&fields, PV_COLUMN_INSTRUCTION_DOSSIER, dossier);
  pv_import_fields_set_int (&fields, PV_COLUMN_INSTRUCTION_INSTITUTION, institution);
  g_array_append_val (wanted, fields);
  return &g_array_index (wanted, PvImportFields, wanted->len - 1);
}

static gboolean
read_instruction (PvImportContext *ctx,
                  const PvMappedColumn *column,
                  const PvImportValue *value,
                  int index,
                  gint64 dossier,
                  GArray *wanted,
                  GError **error)
{
  PvImportFields *fields;
  gint64 institution = PV_INT_NULL;

  if (value->state != PV_VALUE_SET)
    return TRUE;
  if (!pv_registry_institution (ctx->registry, column->detail != NULL ? column->detail : "Comité",
                                &institution, error))
    return FALSE;

  fields = instruction_of (ctx, wanted, dossier, institution);
  if (fields->source < 0)
    fields->source = index;
  if (column->field == PV_FIELD_AVIS)
    pv_import_fields_set_text (fields, PV_COLUMN_INSTRUCTION_AVIS, value->text);
  else
    pv_import_fields_set_int (fields, PV_COLUMN_INSTRUCTION_SCORE, value->number);
  return TRUE;
}

/* An instruction that is new is submitted now; one that is there keeps its day. */
static void
submit_new (PvImportContext *ctx, GArray *wanted, GPtrArray *rows)
{
  for (guint i = 0; i < wanted->len; i++)
    {
      PvImportFields *fields = &g_array_index (wanted, PvImportFields, i);
      gboolean there = FALSE;

      for (guint r = 0; rows != NULL && r < rows->len; r++)
        there |= ((PvImportFields *)g_ptr_array_index (rows, r))
                     ->numbers[PV_COLUMN_INSTRUCTION_INSTITUTION] ==
                 fields->numbers[PV_COLUMN_INSTRUCTION_INSTITUTION];
      if (there)
        continue;
      pv_import_fields_set_text (fields, PV_COLUMN_INSTRUCTION_ETAT, "soumise");
      pv_import_fields_set_text (fields, PV_COLUMN_INSTRUCTION_SOUMISE, ctx->now);
    }
}

gboolean
pv_import_instructions (PvImportContext *ctx,
                        const PvImportRecord *record,
                        gint64 dossier,
                        gboolean existing,
                        GError **error)
{
  const PvImportPart *part = g_ptr_array_index (record->parts, 0);
  g_autoptr (GArray) wanted = NULL;
  GPtrArray *rows = NULL;
  PvImportPlace place;

  if (part->mapping->column_of[PV_FIELD_AVIS] < 0 && part->mapping->column_of[PV_FIELD_NOTE] < 0)
    return TRUE;

  wanted = g_array_new (FALSE, FALSE, sizeof (PvImportFields));
  for (guint i = 0; i < part->mapping->columns->len; i++)
    {
      const PvMappedColumn *column = g_ptr_array_index (part->mapping->columns, i);

      if ((column->field == PV_FIELD_AVIS || column->field == PV_FIELD_NOTE) &&
          !read_instruction (ctx, column, &part->values[i], (int)i, dossier, wanted, error))
        return FALSE;
    }
  if (existing)
    {
      rows =
          pv_import_store_list (ctx->store, PV_IMPORT_TABLE_INSTRUCTION, 0, NULL, dossier, error);
      if (rows == NULL)
        return FALSE;
    }
  submit_new (ctx, wanted, rows);
  if (rows != NULL)
    pv_import_rows_free (rows, PV_IMPORT_TABLE_INSTRUCTION);

  pv_import_record_place (record, PV_FIELD_AVIS, &place);
  return pv_import_children_merge (ctx, PV_IMPORT_TABLE_INSTRUCTION, dossier, existing, wanted,
                                   PV_COLUMN_INSTRUCTION_INSTITUTION, &place, error);
}

/* --- mark --- */

gboolean
pv_import_marqueur (PvImportContext *ctx,
                    const PvImportRecord *record,
                    gint64 dossier,
                    gboolean existing,
                    GError **error)
{
  const PvImportValue *value = pv_import_record_get (record, PV_FIELD_MARQUEUR);
  g_autoptr (GArray) wanted = g_array_new (FALSE, FALSE, sizeof (PvImportFields));
  PvImportFields fields;
  PvImportPlace place;
  gint64 axe = PV_INT_NULL;

  if (value->state != PV_VALUE_SET)
    return TRUE;
  pv_import_record_place (record, PV_FIELD_MARQUEUR, &place);
  if (value->number > 2)
    {
      pv_import_report_take (ctx->report, PV_IMPORT_ERROR, &place, "marqueur-invalide", value->raw,
                             g_strdup (_ ("A mark is 0, 1 or 2.")));
      return TRUE;
    }
  if (!pv_registry_axe (ctx->registry, "egalite", "Égalité entre les femmes et les hommes", &axe,
                        error))
    return FALSE;

  pv_import_fields_init (&fields);
  pv_import_fields_set_int (&fields, PV_COLUMN_MARQUEUR_DOSSIER, dossier);
  pv_import_fields_set_int (&fields, PV_COLUMN_MARQUEUR_AXE, axe);
  pv_import_fields_set_int (&fields, PV_COLUMN_MARQUEUR_VALEUR, value->number);
  if (pv_import_record_get (record, PV_FIELD_MARQUEUR_MOTIF)->state != PV_VALUE_ABSENT)
    pv_import_fields_set_text (&fields, PV_COLUMN_MARQUEUR_JUSTIFICATION,
                               pv_import_record_get_text (record, PV_FIELD_MARQUEUR_MOTIF));
  g_array_append_val (wanted, fields);
  return pv_import_children_merge (ctx, PV_IMPORT_TABLE_MARQUEUR, dossier, existing, wanted,
                                   PV_COLUMN_MARQUEUR_AXE, &place, error);
}

/* --- avis of services, one per row of a sheet that details --- */

static const char *
text_of (const PvImportPart *part, PvFieldId field)
{
  int column = part->mapping->column_of[field];

  return column >= 0 && part->values[column].state == PV_VALUE_SET ? part->values[column].text
                                                                   : NULL;
}

gboolean
pv_import_avis (PvImportContext *ctx,
                const PvImportRecord *record,
                gint64 dossier,
                gboolean existing,
                GError **error)
{
  static const int keys[] = { PV_COLUMN_AVIS_SERVICE,    PV_COLUMN_AVIS_QUESTION,
                              PV_COLUMN_AVIS_DEMANDE_LE, PV_COLUMN_AVIS_REPONDU_LE,
                              PV_COLUMN_AVIS_AVIS,       PV_COLUMN_AVIS_REPONSE };
  g_autoptr (GArray) wanted = g_array_new (FALSE, FALSE, sizeof (PvImportFields));
  gboolean any = FALSE;
  PvImportPlace place;

  pv_import_record_place (record, PV_N_FIELDS, &place);
  for (guint i = 0; i < record->parts->len; i++)
    {
      const PvImportPart *part = g_ptr_array_index (record->parts, i);
      const char *service = text_of (part, PV_FIELD_AVIS_SERVICE);
      PvImportFields fields;

      if (part->mapping->column_of[PV_FIELD_AVIS_SERVICE] < 0)
        continue;
      any = TRUE;
      pv_import_fields_init (&fields);
      pv_import_fields_set_int (&fields, PV_COLUMN_AVIS_DOSSIER, dossier);
      pv_import_fields_set_text (&fields, PV_COLUMN_AVIS_SERVICE,
                                 service != NULL ? service : "Non précisé");
      pv_import_fields_set_text (&fields, PV_COLUMN_AVIS_QUESTION,
                                 text_of (part, PV_FIELD_AVIS_QUESTION));
      pv_import_fields_set_text (&fields, PV_COLUMN_AVIS_DEMANDE_LE,
                                 text_of (part, PV_FIELD_AVIS_DEMANDE_LE));
      pv_import_fields_set_text (&fields, PV_COLUMN_AVIS_REPONDU_LE,
                                 text_of (part, PV_FIELD_AVIS_REPONDU_LE));
      pv_import_fields_set_text (&fields, PV_COLUMN_AVIS_AVIS,
                                 text_of (part, PV_FIELD_AVIS_OUI_NON));
      pv_import_fields_set_text (&fields, PV_COLUMN_AVIS_REPONSE,
                                 text_of (part, PV_FIELD_AVIS_REPONSE));
      g_array_append_val (wanted, fields);
    }

  return !any || pv_import_children_replace (ctx, PV_IMPORT_TABLE_AVIS, dossier, existing, wanted,
                                             keys, G_N_ELEMENTS (keys), &place, error);
}
