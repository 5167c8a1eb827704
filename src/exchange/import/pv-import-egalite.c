/* pv-import-egalite.c: a row that is the answers to the tree of equality
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pv-import-merge.h"

#include <glib/gi18n-lib.h>

#include "egalite/pv-egalite.h"

/* The tables of the answers begin with the same columns. */
G_STATIC_ASSERT ((int)PV_COLUMN_REPONSE_DOSSIER == (int)PV_COLUMN_COMMUNE_REPONSE_DOSSIER);
G_STATIC_ASSERT ((int)PV_COLUMN_REPONSE_AXE == (int)PV_COLUMN_COMMUNE_REPONSE_AXE);
G_STATIC_ASSERT ((int)PV_COLUMN_REPONSE_QUESTION == (int)PV_COLUMN_COMMUNE_REPONSE_QUESTION);
G_STATIC_ASSERT ((int)PV_COLUMN_REPONSE_REPONSE == (int)PV_COLUMN_COMMUNE_REPONSE_REPONSE);

/* Whose answers, on what. */
typedef struct
{
  PvImportTable table;
  gint64 dossier;
  gint64 axe;
  gint64 institution; /* PV_INT_NULL: the common ones */
  GPtrArray *rows;    /* of the dossier, those that are there */
} Reponses;

static const PvFieldId champs[PV_N_EGALITE_QUESTIONS] = {
  PV_FIELD_EGALITE_MIXTE, PV_FIELD_EGALITE_OBJECTIF, PV_FIELD_EGALITE_A,
  PV_FIELD_EGALITE_B,     PV_FIELD_EGALITE_C,        PV_FIELD_EGALITE_COHERENT,
};

static const PvImportFields *
find_row (const Reponses *self, const char *question)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      const PvImportFields *row = g_ptr_array_index (self->rows, i);

      if (row->numbers[PV_COLUMN_REPONSE_AXE] == self->axe &&
          g_strcmp0 (row->texts[PV_COLUMN_REPONSE_QUESTION], question) == 0 &&
          (self->institution == PV_INT_NULL ||
           row->numbers[PV_COLUMN_REPONSE_INSTITUTION] == self->institution))
        return row;
    }

  return NULL;
}

static const char *
to_texte (gint64 reponse)
{
  return reponse == 1 ? _ ("Yes") : _ ("No");
}

/* What an agent answered since is asked about, not written over. */
static gboolean
merge (PvImportContext *ctx,
       const Reponses *self,
       const PvImportFields *current,
       const PvImportFields *wanted,
       const PvImportPlace *place,
       GError **error)
{
  const char *ours = to_texte (current->numbers[PV_COLUMN_REPONSE_REPONSE]);
  const char *theirs = to_texte (wanted->numbers[PV_COLUMN_REPONSE_REPONSE]);
  g_autofree char *before = NULL;
  gboolean edited = FALSE;
  gboolean write = TRUE;

  if (ours == theirs)
    return TRUE;
  if (!pv_import_store_agent_edited (ctx->store, self->table, current->id,
                                     PV_COLUMN_REPONSE_REPONSE, &edited, &before, error))
    return FALSE;

  if (!edited)
    pv_import_note_change (ctx, self->table, current->id, "reponse", ours, theirs, wanted);
  else if (!pv_import_settle (ctx, self->table, current->id, "reponse", ours, theirs, wanted, place,
                              &write, error))
    return FALSE;

  return !write || pv_import_store_update (ctx->store, self->table, current->id, wanted, error);
}

static gboolean
write_reponse (PvImportContext *ctx,
               const PvImportRecord *record,
               const Reponses *self,
               PvEgaliteQuestion question,
               PvImportResult *result,
               GError **error)
{
  const char *id = pv_egalite_question_to_id (question);
  const PvImportValue *value = pv_import_record_get (record, champs[question]);
  const PvImportFields *current = find_row (self, id);
  PvImportFields wanted;
  PvImportPlace place;

  if (value->state != PV_VALUE_SET)
    return TRUE;

  pv_import_fields_init (&wanted);
  pv_import_fields_set_int (&wanted, PV_COLUMN_REPONSE_DOSSIER, self->dossier);
  pv_import_fields_set_int (&wanted, PV_COLUMN_REPONSE_AXE, self->axe);
  pv_import_fields_set_text (&wanted, PV_COLUMN_REPONSE_QUESTION, id);
  pv_import_fields_set_int (&wanted, PV_COLUMN_REPONSE_REPONSE, value->number != 0);
  if (self->institution != PV_INT_NULL)
    pv_import_fields_set_int (&wanted, PV_COLUMN_REPONSE_INSTITUTION, self->institution);
  pv_import_record_place (record, champs[question], &place);
  if (current != NULL)
    {
      result->target = current->id;
      return merge (ctx, self, current, &wanted, &place, error);
    }
  if (self->rows->len > 0 && result->target != PV_INT_NULL)
    pv_import_note_row (ctx, self->table, &wanted);
  if (!pv_import_store_insert (ctx->store, self->table, &wanted, error))
    return FALSE;
  result->created = result->created || result->target == PV_INT_NULL;
  result->target = wanted.id;

  return TRUE;
}

static gboolean
write_all (PvImportContext *ctx,
           const PvImportRecord *record,
           Reponses *self,
           PvImportResult *result,
           GError **error)
{
  gboolean ok = TRUE;

  self->rows = pv_import_store_list (ctx->store, self->table, PV_COLUMN_REPONSE_DOSSIER, NULL,
                                     self->dossier, error);
  if (self->rows == NULL)
    return FALSE;
  for (int q = 0; ok && q < PV_N_EGALITE_QUESTIONS; q++)
    ok = write_reponse (ctx, record, self, (PvEgaliteQuestion)q, result, error);
  pv_import_rows_free (self->rows, self->table);

  return ok;
}

/* --- the mark ---------------------------------------------------------------------------- */

/* @id: (out): of the mark of the dossier, %PV_INT_NULL when it has none */
static gboolean
find_mark (PvImportContext *ctx, const Reponses *self, gint64 *id, GError **error)
{
  GPtrArray *rows = pv_import_store_list (ctx->store, PV_IMPORT_TABLE_MARQUEUR,
                                          PV_COLUMN_MARQUEUR_DOSSIER, NULL, self->dossier, error);

  *id = PV_INT_NULL;
  if (rows == NULL)
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    {
      const PvImportFields *row = g_ptr_array_index (rows, i);

      if (row->numbers[PV_COLUMN_MARQUEUR_AXE] == self->axe)
        *id = row->id;
    }
  pv_import_rows_free (rows, PV_IMPORT_TABLE_MARQUEUR);

  return TRUE;
}

/* The mark is of all institutions together: the row without one says it. */
static gboolean
write_mark (PvImportContext *ctx,
            const PvImportRecord *record,
            const Reponses *self,
            PvImportResult *result,
            GError **error)
{
  const PvImportValue *value = pv_import_record_get (record, PV_FIELD_MARQUEUR);
  PvImportPlace place;
  gint64 before, after;

  if (value->state != PV_VALUE_SET)
    return TRUE;
  if (self->institution != PV_INT_NULL)
    {
      pv_import_record_place (record, PV_FIELD_MARQUEUR, &place);
      pv_import_report_take (ctx->report, PV_IMPORT_WARNING, &place, "marque-institution",
                             value->raw,
                             g_strdup (_ ("The collective mark is on the row without an "
                                          "institution: the one of this row is left out.")));
      return TRUE;
    }
  if (!find_mark (ctx, self, &before, error) ||
      !pv_import_marqueur (ctx, record, self->dossier, TRUE, error) ||
      !find_mark (ctx, self, &after, error))
    return FALSE;
  if (result->target == PV_INT_NULL && after != PV_INT_NULL)
    {
      result->target = after;
      result->created = before == PV_INT_NULL;
    }

  return TRUE;
}

/* A row that says nothing is told. */
static void
check_some (PvImportContext *ctx, const PvImportRecord *record, const Reponses *self)
{
  PvImportPlace place;

  for (int q = 0; q < PV_N_EGALITE_QUESTIONS; q++)
    {
      const PvImportValue *value = pv_import_record_get (record, champs[q]);

      if (value->state == PV_VALUE_SET || value->bad)
        return;
    }
  if (self->institution == PV_INT_NULL)
    {
      const PvImportValue *value = pv_import_record_get (record, PV_FIELD_MARQUEUR);

      if (value->state == PV_VALUE_SET || value->bad)
        return;
    }
  pv_import_record_place (record, champs[0], &place);
  pv_import_report_take (ctx->report, PV_IMPORT_ERROR, &place, "reponse-absente", NULL,
                         g_strdup (_ ("This row answers no question.")));
}

gboolean
pv_import_egalite (PvImportContext *ctx,
                   const PvImportRecord *record,
                   PvImportResult *result,
                   GError **error)
{
  const char *institution = pv_import_record_get_text (record, PV_FIELD_INSTITUTION);
  Reponses self = { .institution = PV_INT_NULL };
  gint64 appel;

  if (pv_import_record_get_text (record, PV_FIELD_NUMERO) == NULL)
    {
      PvImportPlace place;

      pv_import_record_place (record, PV_FIELD_NUMERO, &place);
      pv_import_report_take (ctx->report, PV_IMPORT_ERROR, &place, "numero-absent", NULL,
                             g_strdup (_ ("Answers need the number of their dossier.")));
      return TRUE;
    }
  if (!pv_import_find_numbered (ctx, record, &self.dossier, &appel, error))
    return FALSE;
  if (self.dossier == PV_INT_NULL)
    return TRUE;
  if (!pv_registry_axe (ctx->registry, "egalite", "Égalité entre les femmes et les hommes",
                        &self.axe, error) ||
      (institution != NULL &&
       !pv_registry_institution (ctx->registry, institution, &self.institution, error)))
    return FALSE;

  self.table = institution != NULL ? PV_IMPORT_TABLE_REPONSE : PV_IMPORT_TABLE_COMMUNE_REPONSE;
  result->libelle = g_strdup_printf ("%s · %s", pv_import_record_get_text (record, PV_FIELD_NUMERO),
                                     institution != NULL ? institution : _ ("common answers"));

  check_some (ctx, record, &self);

  return write_all (ctx, record, &self, result, error) &&
         write_mark (ctx, record, &self, result, error);
}
