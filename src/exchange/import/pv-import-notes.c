/* pv-import-notes.c: a row that is the mark of an institution on a criterion
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pv-import-notes-private.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

typedef struct
{
  gint64 id;
  gint64 appel;
  GArray *ids; /* of the dossiers that have this number */
} Trouve;

static void
trouve_free (gpointer data)
{
  Trouve *self = data;

  g_array_unref (self->ids);
  g_free (self);
}

void
pv_import_notes_free (PvImportNotes *self)
{
  g_clear_pointer (&self->dossiers, g_hash_table_unref);
  g_clear_pointer (&self->grilles, g_hash_table_unref);
  g_clear_pointer (&self->instructions, g_hash_table_unref);
  if (self->appels != NULL)
    pv_import_rows_free (self->appels, PV_IMPORT_TABLE_APPEL);
  if (self->notes != NULL)
    pv_import_rows_free (self->notes, PV_IMPORT_TABLE_NOTE);
  g_free (self);
}

static gboolean
ensure (PvImportContext *ctx, GError **error)
{
  PvImportNotes *self;

  if (ctx->notes != NULL)
    return TRUE;

  self = ctx->notes = g_new0 (PvImportNotes, 1);
  self->dossiers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, trouve_free);
  self->grilles =
      g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, pv_import_grille_free);
  self->instructions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->appels = pv_import_store_list (ctx->store, PV_IMPORT_TABLE_APPEL, -1, NULL, 0, error);

  return self->appels != NULL;
}

gboolean
pv_import_notes_reject (PvImportContext *ctx,
                        const PvImportRecord *record,
                        PvFieldId field,
                        const char *code,
                        char *text)
{
  PvImportPlace place;
  const char *raw = pv_import_record_get (record, field)->raw;

  pv_import_record_place (record, field, &place);
  pv_import_report_take (ctx->report, PV_IMPORT_ERROR, &place, code, raw, text);
  return TRUE;
}

/* --- dossier --- */

static gboolean
is_searched (const PvImportContext *ctx, const PvImportFields *appel, gint64 exercice)
{
  return (exercice == PV_INT_NULL || appel->numbers[PV_COLUMN_APPEL_EXERCICE] == exercice) &&
         (ctx->appel == NULL || g_strcmp0 (appel->texts[PV_COLUMN_APPEL_LIBELLE], ctx->appel) == 0);
}

/* That of the row, else the option; else all years are searched. */
static gint64
get_exercice (const PvImportContext *ctx, const PvImportRecord *record)
{
  gint64 exercice = pv_import_record_get_number (record, PV_FIELD_EXERCICE);

  return exercice != PV_INT_NULL ? exercice : ctx->exercice;
}

static const Trouve *
find_dossier (PvImportContext *ctx, gint64 exercice, const char *numero, GError **error)
{
  PvImportNotes *self = ctx->notes;
  g_autofree char *key = NULL;
  Trouve *trouve;

  key = g_strdup_printf ("%" G_GINT64_FORMAT "\n%s", exercice, numero);
  trouve = g_hash_table_lookup (self->dossiers, key);
  if (trouve != NULL)
    return trouve;

  trouve = g_new0 (Trouve, 1);
  trouve->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_hash_table_insert (self->dossiers, g_steal_pointer (&key), trouve);
  for (guint i = 0; i < self->appels->len; i++)
    {
      const PvImportFields *appel = g_ptr_array_index (self->appels, i);
      gint64 id = PV_INT_NULL;

      if (!is_searched (ctx, appel, exercice))
        continue;
      if (!pv_registry_find_dossier (ctx->registry, appel->id, numero, &id, error))
        return NULL;
      if (id == PV_INT_NULL)
        continue;
      trouve->id = id;
      trouve->appel = appel->id;
      g_array_append_val (trouve->ids, id);
    }

  return trouve;
}

/* --- instruction --- */

static gboolean
make_instruction (PvImportContext *ctx,
                  gint64 dossier,
                  gint64 institution,
                  gint64 *id,
                  GError **error)
{
  PvImportFields fields;

  pv_import_fields_init (&fields);
  pv_import_fields_set_int (&fields, PV_COLUMN_INSTRUCTION_DOSSIER, dossier);
  pv_import_fields_set_int (&fields, PV_COLUMN_INSTRUCTION_INSTITUTION, institution);
  pv_import_fields_set_text (&fields, PV_COLUMN_INSTRUCTION_ETAT, "soumise");
  pv_import_fields_set_text (&fields, PV_COLUMN_INSTRUCTION_SOUMISE, ctx->now);
  if (!pv_import_store_insert (ctx->store, PV_IMPORT_TABLE_INSTRUCTION, &fields, error))
    return FALSE;

  *id = fields.id;
  return TRUE;
}

/* The current one; without one, the marks are submitted now. */
static gboolean
find_instruction (PvImportContext *ctx,
                  gint64 dossier,
                  gint64 institution,
                  gint64 *id,
                  GError **error)
{
  g_autofree char *key =
      g_strdup_printf ("%" G_GINT64_FORMAT ":%" G_GINT64_FORMAT, dossier, institution);
  const gint64 *known = g_hash_table_lookup (ctx->notes->instructions, key);
  GPtrArray *rows;

  *id = known != NULL ? *known : PV_INT_NULL;
  if (known != NULL)
    return TRUE;

  rows = pv_import_store_list (ctx->store, PV_IMPORT_TABLE_INSTRUCTION,
                               PV_COLUMN_INSTRUCTION_DOSSIER, NULL, dossier, error);
  if (rows == NULL)
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    {
      const PvImportFields *row = g_ptr_array_index (rows, i);

      if (row->numbers[PV_COLUMN_INSTRUCTION_INSTITUTION] == institution &&
          g_strcmp0 (row->texts[PV_COLUMN_INSTRUCTION_ETAT], "remplacee") != 0)
        *id = row->id;
    }
  pv_import_rows_free (rows, PV_IMPORT_TABLE_INSTRUCTION);

  if (*id == PV_INT_NULL && !make_instruction (ctx, dossier, institution, id, error))
    return FALSE;

  g_hash_table_insert (ctx->notes->instructions, g_steal_pointer (&key),
                       g_memdup2 (id, sizeof *id));
  return TRUE;
}

/* --- mark --- */

static char *
mark_to_text (const PvImportFields *note)
{
  return note->numbers[PV_COLUMN_NOTE_SANS_OBJET] == 1
             ? g_strdup (_ ("N/A"))
             : g_strdup_printf ("%" G_GINT64_FORMAT, note->numbers[PV_COLUMN_NOTE_VALEUR]);
}

/* Mark and N/A are one answer: written together or not at all. */
static gboolean
merge_note (PvImportContext *ctx,
            const PvImportFields *current,
            const PvImportFields *wanted,
            const PvImportPlace *place,
            GError **error)
{
  g_autofree char *ours = mark_to_text (current);
  g_autofree char *theirs = mark_to_text (wanted);
  g_autofree char *valeur = NULL;
  g_autofree char *sans_objet = NULL;
  gboolean edited = FALSE;
  gboolean edited_too = FALSE;
  gboolean write = TRUE;

  if (g_str_equal (ours, theirs))
    return TRUE;
  if (!pv_import_store_agent_edited (ctx->store, PV_IMPORT_TABLE_NOTE, current->id,
                                     PV_COLUMN_NOTE_VALEUR, &edited, &valeur, error) ||
      !pv_import_store_agent_edited (ctx->store, PV_IMPORT_TABLE_NOTE, current->id,
                                     PV_COLUMN_NOTE_SANS_OBJET, &edited_too, &sans_objet, error))
    return FALSE;

  if (!edited && !edited_too)
    pv_import_note_change (ctx, PV_IMPORT_TABLE_NOTE, current->id, "valeur", ours, theirs, wanted);
  else if (!pv_import_settle (ctx, PV_IMPORT_TABLE_NOTE, current->id, "valeur", ours, theirs,
                              wanted, place, &write, error))
    return FALSE;

  return !write ||
         pv_import_store_update (ctx->store, PV_IMPORT_TABLE_NOTE, current->id, wanted, error);
}

/* The rows of one instruction follow each other, mostly: its marks are read once. */
static GPtrArray *
list_notes (PvImportContext *ctx, gint64 instruction, GError **error)
{
  PvImportNotes *self = ctx->notes;

  if (self->notes != NULL && self->notes_de == instruction)
    return self->notes;

  if (self->notes != NULL)
    pv_import_rows_free (self->notes, PV_IMPORT_TABLE_NOTE);
  self->notes = pv_import_store_list (ctx->store, PV_IMPORT_TABLE_NOTE, PV_COLUMN_NOTE_INSTRUCTION,
                                      NULL, instruction, error);
  self->notes_de = instruction;

  return self->notes;
}

/* What is kept of it is what was written. */
static void
forget_notes (PvImportContext *ctx)
{
  pv_import_rows_free (ctx->notes->notes, PV_IMPORT_TABLE_NOTE);
  ctx->notes->notes = NULL;
}

static gboolean
write_note (PvImportContext *ctx,
            const PvImportRecord *record,
            PvImportFields *wanted,
            PvImportResult *result,
            GError **error)
{
  GPtrArray *rows = list_notes (ctx, wanted->numbers[PV_COLUMN_NOTE_INSTRUCTION], error);
  const PvImportFields *current = NULL;
  PvImportPlace place;
  gboolean done;

  if (rows == NULL)
    return FALSE;

  for (guint i = 0; i < rows->len; i++)
    {
      const PvImportFields *row = g_ptr_array_index (rows, i);

      if (row->numbers[PV_COLUMN_NOTE_CRITERE] == wanted->numbers[PV_COLUMN_NOTE_CRITERE])
        current = row;
    }

  if (current == NULL)
    {
      done = pv_import_store_insert (ctx->store, PV_IMPORT_TABLE_NOTE, wanted, error);
      result->target = wanted->id;
      result->created = TRUE;
      g_ptr_array_add (rows, g_memdup2 (wanted, sizeof *wanted)); /* it has no text to own */
      return done;
    }

  pv_import_record_place (record, PV_FIELD_CRITERE_NOTE, &place);
  result->target = current->id;
  done = merge_note (ctx, current, wanted, &place, error);
  forget_notes (ctx);

  return done;
}

/* @good: (out): whether the mark is one of the criterion */
static gboolean
check_mark (PvImportContext *ctx,
            const PvImportRecord *record,
            const PvImportCritere *critere,
            gint64 mark,
            gboolean *good)
{
  *good = FALSE;
  if (mark == PV_MARK_SANS_OBJET && !critere->sans_objet_permis)
    return pv_import_notes_reject (
        ctx, record, PV_FIELD_CRITERE_NOTE, "sans-objet-refuse",
        g_strdup (_ ("The grid does not allow N/A for this criterion.")));
  if (mark > critere->maximum || (mark < 0 && mark != PV_MARK_SANS_OBJET))
    return pv_import_notes_reject (
        ctx, record, PV_FIELD_CRITERE_NOTE, "note-hors-bornes",
        g_strdup_printf (_ ("A mark of this criterion goes from 0 to %" PRId64 "."),
                         critere->maximum));

  *good = TRUE;
  return TRUE;
}

static gboolean
mark_dossier (PvImportContext *ctx,
              const PvImportRecord *record,
              gint64 dossier,
              gint64 appel,
              PvImportResult *result,
              GError **error)
{
  gint64 mark = pv_import_record_get_number (record, PV_FIELD_CRITERE_NOTE);
  gint64 institution = PV_INT_NULL;
  gint64 instruction = PV_INT_NULL;
  PvImportGrille *grille = NULL;
  PvImportCritere critere;
  PvImportFields note;
  gboolean good;

  if (!pv_import_grille_find (ctx, record, appel, &grille, error))
    return FALSE;
  if (grille == NULL)
    return pv_import_notes_reject (
        ctx, record, PV_FIELD_CRITERE, "grille-absente",
        g_strdup (_ ("The appel has no scoring grid: choose one in its settings, or add "
                     "the column “Note maximale” to the table.")));
  pv_import_critere_find (ctx, record, grille, &critere, &good);
  if (good)
    check_mark (ctx, record, &critere, mark, &good);
  if (!good)
    return TRUE;

  if (!pv_import_critere_ensure (ctx, record, appel, grille, &critere, error) ||
      !pv_registry_institution (ctx->registry,
                                pv_import_record_get_text (record, PV_FIELD_INSTITUTION),
                                &institution, error) ||
      !find_instruction (ctx, dossier, institution, &instruction, error))
    return FALSE;

  pv_import_fields_init (&note);
  pv_import_fields_set_int (&note, PV_COLUMN_NOTE_INSTRUCTION, instruction);
  pv_import_fields_set_int (&note, PV_COLUMN_NOTE_CRITERE, critere.id);
  pv_import_fields_set_int (&note, PV_COLUMN_NOTE_VALEUR,
                            mark == PV_MARK_SANS_OBJET ? PV_INT_NULL : mark);
  pv_import_fields_set_int (&note, PV_COLUMN_NOTE_SANS_OBJET, mark == PV_MARK_SANS_OBJET);

  return write_note (ctx, record, &note, result, error);
}

static gboolean
reject_unknown (PvImportContext *ctx, const PvImportRecord *record)
{
  return pv_import_notes_reject (
      ctx, record, PV_FIELD_NUMERO, "dossier-inconnu",
      g_strdup (_ ("The file has no dossier of this number: import the dossiers "
                   "first, or say the appel.")));
}

gboolean
pv_import_reject_numbered (PvImportContext *ctx, const PvImportRecord *record)
{
  return pv_import_notes_reject (
      ctx, record, PV_FIELD_NUMERO, "dossier-ambigu",
      g_strdup (_ ("Several appels have a dossier of this number: say the appel or "
                   "its year.")));
}

const GArray *
pv_import_list_numbered (PvImportContext *ctx, const PvImportRecord *record, GError **error)
{
  const char *numero = pv_import_record_get_text (record, PV_FIELD_NUMERO);
  const Trouve *dossier;

  if (!ensure (ctx, error))
    return NULL;

  dossier = find_dossier (ctx, get_exercice (ctx, record), numero, error);
  if (dossier != NULL && dossier->ids->len == 0)
    dossier = find_dossier (ctx, PV_INT_NULL, numero, error);
  if (dossier == NULL)
    return NULL;
  if (dossier->ids->len == 0)
    reject_unknown (ctx, record);

  return dossier->ids;
}

gboolean
pv_import_find_numbered (PvImportContext *ctx,
                         const PvImportRecord *record,
                         gint64 *id,
                         gint64 *appel,
                         GError **error)
{
  const Trouve *dossier;

  *id = *appel = PV_INT_NULL;
  if (!ensure (ctx, error))
    return FALSE;

  dossier = find_dossier (ctx, get_exercice (ctx, record),
                          pv_import_record_get_text (record, PV_FIELD_NUMERO), error);
  if (dossier == NULL)
    return FALSE;
  if (dossier->ids->len == 0)
    return reject_unknown (ctx, record);
  if (dossier->ids->len > 1)
    return pv_import_reject_numbered (ctx, record);

  *id = dossier->id;
  *appel = dossier->appel;
  return TRUE;
}

gboolean
pv_import_note (PvImportContext *ctx,
                const PvImportRecord *record,
                PvImportResult *result,
                GError **error)
{
  static const struct
  {
    PvFieldId field;
    const char *code;
    const char *text;
  } needed[] = {
    { PV_FIELD_NUMERO, "numero-absent", N_ ("A mark needs the number of its dossier.") },
    { PV_FIELD_INSTITUTION, "institution-absente", N_ ("A mark needs the institution it is of.") },
    { PV_FIELD_CRITERE, "critere-absent", N_ ("A mark needs its criterion.") },
    { PV_FIELD_CRITERE_NOTE, "note-absente",
      N_ ("There is no mark here: write a number, or N/A when the criterion does not apply.") },
  };
  const char *numero = pv_import_record_get_text (record, PV_FIELD_NUMERO);
  gint64 dossier, appel;

  for (guint i = 0; i < G_N_ELEMENTS (needed); i++)
    {
      const PvImportValue *value = pv_import_record_get (record, needed[i].field);

      if (value->bad)
        return TRUE;
      if (value->state != PV_VALUE_SET)
        return pv_import_notes_reject (ctx, record, needed[i].field, needed[i].code,
                                       g_strdup (_ (needed[i].text)));
    }
  if (!pv_import_find_numbered (ctx, record, &dossier, &appel, error))
    return FALSE;
  if (dossier == PV_INT_NULL)
    return TRUE;

  result->libelle = g_strdup_printf ("%s · %s · %s", numero,
                                     pv_import_record_get_text (record, PV_FIELD_INSTITUTION),
                                     pv_import_record_get_text (record, PV_FIELD_CRITERE));

  return mark_dossier (ctx, record, dossier, appel, result, error);
}
