/* pv-import-notes.c: a row that is the mark of an institution on a criterion
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pv-import-merge.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "grille/pv-grille-service.h"

/* What a table that describes a grid says nothing of. */
#define POIDS_PAR_DEFAUT 1

typedef struct
{
  gint64 id; /* PV_INT_NULL: to be made by the row */
  gint64 maximum;
  gboolean sans_objet_permis;
} Critere;

/* Nothing is written of it before a mark on it is accepted. */
typedef struct
{
  gint64 id;         /* PV_INT_NULL until it is made */
  gboolean attachee; /* to the appel */
  gboolean gelee;
  gboolean ours;        /* made by this import: its rows may add criteria */
  GHashTable *criteres; /* folded label → Critere */
} Grille;

typedef struct
{
  gint64 id;
  gint64 appel;
  guint n; /* how many dossiers have this number */
} Trouve;

struct _PvImportNotes
{
  GPtrArray *appels;        /* of PvImportFields */
  GHashTable *dossiers;     /* "exercice\nnumber" → Trouve */
  GHashTable *grilles;      /* key of the appel → Grille */
  GHashTable *instructions; /* "dossier:institution" → key */
  GPtrArray *notes;         /* of PvImportFields: those of the instruction of the row before */
  gint64 notes_de;          /* its key */
};

static void
grille_free (gpointer data)
{
  Grille *self = data;

  g_hash_table_unref (self->criteres);
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
  self->dossiers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->grilles = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, grille_free);
  self->instructions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->appels = pv_import_store_list (ctx->store, PV_IMPORT_TABLE_APPEL, -1, NULL, 0, error);

  return self->appels != NULL;
}

static gboolean
reject (PvImportContext *ctx,
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

/* The year is that of the row, else the option; else all years are searched. */
static const Trouve *
find_dossier (PvImportContext *ctx,
              const PvImportRecord *record,
              const char *numero,
              GError **error)
{
  PvImportNotes *self = ctx->notes;
  gint64 exercice = pv_import_record_get_number (record, PV_FIELD_EXERCICE);
  g_autofree char *key = NULL;
  Trouve *trouve;

  if (exercice == PV_INT_NULL)
    exercice = ctx->exercice;
  key = g_strdup_printf ("%" G_GINT64_FORMAT "\n%s", exercice, numero);
  trouve = g_hash_table_lookup (self->dossiers, key);
  if (trouve != NULL)
    return trouve;

  trouve = g_new0 (Trouve, 1);
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
      trouve->n++;
    }

  return trouve;
}

/* --- grid --- */

static void
add_critere (PvImportContext *ctx, Grille *grille, const char *libelle, const Critere *critere)
{
  g_hash_table_insert (grille->criteres, g_strdup (pv_registry_fold (ctx->registry, libelle)),
                       g_memdup2 (critere, sizeof *critere));
}

static gboolean
load_criteres (PvImportContext *ctx, Grille *grille, GError **error)
{
  GPtrArray *rows = pv_import_store_list (ctx->store, PV_IMPORT_TABLE_CRITERE,
                                          PV_COLUMN_CRITERE_GRILLE, NULL, grille->id, error);

  if (rows == NULL)
    return FALSE;

  for (guint i = 0; i < rows->len; i++)
    {
      const PvImportFields *row = g_ptr_array_index (rows, i);
      Critere critere = { row->id, row->numbers[PV_COLUMN_CRITERE_MAXIMUM],
                          row->numbers[PV_COLUMN_CRITERE_SANS_OBJET] == 1 };

      add_critere (ctx, grille, row->texts[PV_COLUMN_CRITERE_LIBELLE], &critere);
    }
  pv_import_rows_free (rows, PV_IMPORT_TABLE_CRITERE);

  return TRUE;
}

static const PvImportFields *
get_appel (PvImportContext *ctx, gint64 id)
{
  for (guint i = 0; i < ctx->notes->appels->len; i++)
    {
      const PvImportFields *appel = g_ptr_array_index (ctx->notes->appels, i);

      if (appel->id == id)
        return appel;
    }

  return NULL;
}

/* @id: (out): of the latest version of that name, %PV_INT_NULL when there is none */
static gboolean
find_by_name (PvImportContext *ctx, const char *nom, gint64 *id, GError **error)
{
  GPtrArray *rows = pv_import_store_list (ctx->store, PV_IMPORT_TABLE_GRILLE, PV_COLUMN_GRILLE_NOM,
                                          nom, 0, error);
  gint64 version = 0;

  *id = PV_INT_NULL;
  if (rows == NULL)
    return FALSE;

  for (guint i = 0; i < rows->len; i++)
    {
      const PvImportFields *row = g_ptr_array_index (rows, i);

      if (row->numbers[PV_COLUMN_GRILLE_VERSION] <= version)
        continue;
      version = row->numbers[PV_COLUMN_GRILLE_VERSION];
      *id = row->id;
    }
  pv_import_rows_free (rows, PV_IMPORT_TABLE_GRILLE);

  return TRUE;
}

/* A grid of that name is another one: a number tells them apart. */
static char *
find_free_name (PvImportContext *ctx, const char *nom, GError **error)
{
  g_autofree char *free_name = g_strdup (nom);

  for (guint i = 2;; i++)
    {
      gint64 id;

      if (!find_by_name (ctx, free_name, &id, error))
        return NULL;
      if (id == PV_INT_NULL)
        return g_steal_pointer (&free_name);
      g_free (free_name);
      free_name = g_strdup_printf ("%s (%u)", nom, i);
    }
}

static gboolean
attach (PvImportContext *ctx, gint64 appel, gint64 grille, GError **error)
{
  PvImportFields lien;

  pv_import_fields_init (&lien);
  pv_import_fields_set_int (&lien, PV_COLUMN_APPEL_GRILLE, grille);

  return pv_import_store_update (ctx->store, PV_IMPORT_TABLE_APPEL, appel, &lien, error);
}

static gboolean
make_grille (PvImportContext *ctx,
             const PvImportFields *appel,
             const char *wanted,
             Grille *grille,
             GError **error)
{
  g_autofree char *ours = g_strdup_printf ("Grille · %s", appel->texts[PV_COLUMN_APPEL_LIBELLE]);
  g_autofree char *nom = find_free_name (ctx, wanted != NULL ? wanted : ours, error);
  PvImportFields fields;

  if (nom == NULL)
    return FALSE;

  pv_import_fields_init (&fields);
  pv_import_fields_set_text (&fields, PV_COLUMN_GRILLE_NOM, nom);
  pv_import_fields_set_int (&fields, PV_COLUMN_GRILLE_VERSION, 1);
  pv_import_fields_set_int (&fields, PV_COLUMN_GRILLE_GELEE, 0);
  pv_import_fields_set_text (&fields, PV_COLUMN_GRILLE_SOURCE, "Table de notes importée");
  if (!pv_import_store_insert (ctx->store, PV_IMPORT_TABLE_GRILLE, &fields, error))
    return FALSE;

  grille->id = fields.id;
  return TRUE;
}

static gboolean
describes_grid (const PvImportRecord *record)
{
  const PvImportPart *part = g_ptr_array_index (record->parts, 0);

  return part->mapping->column_of[PV_FIELD_CRITERE_MAXIMUM] >= 0;
}

/* The grid of the appel, else the one the table names, else the one it describes.
 * @found: (out): as it is, or to be made; NULL without error when there is none of the three */
static gboolean
find_grille (PvImportContext *ctx,
             const PvImportRecord *record,
             gint64 appel_id,
             Grille **found,
             GError **error)
{
  const PvImportFields *appel = get_appel (ctx, appel_id);
  const char *nom = pv_import_record_get_text (record, PV_FIELD_GRILLE);
  gint64 id = appel->numbers[PV_COLUMN_APPEL_GRILLE];
  gint64 named = PV_INT_NULL;
  Grille *grille;

  *found = g_hash_table_lookup (ctx->notes->grilles, &appel_id);
  if (*found != NULL && (*found)->attachee)
    return TRUE;
  *found = NULL; /* the rows before named it, and none was accepted */
  if (id == PV_INT_NULL && nom != NULL && !find_by_name (ctx, nom, &named, error))
    return FALSE;
  if (id == PV_INT_NULL && named == PV_INT_NULL && !describes_grid (record))
    return TRUE;

  *found = grille = g_new0 (Grille, 1);
  grille->criteres = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  grille->id = id != PV_INT_NULL ? id : named;
  grille->attachee = id != PV_INT_NULL;
  grille->ours = grille->id == PV_INT_NULL;
  g_hash_table_replace (ctx->notes->grilles, g_memdup2 (&appel_id, sizeof appel_id), grille);

  return grille->ours || load_criteres (ctx, grille, error);
}

/* Returns: what is wrong, as a code, or %NULL */
static const char *
check_new_critere (gint64 maximum, gint64 poids)
{
  if (maximum == PV_INT_NULL || maximum < 1 || maximum > PV_CRITERE_MAXIMUM_MAX)
    return "maximum-hors-bornes";

  return poids != PV_INT_NULL && (poids < 0 || poids > PV_CRITERE_POIDS_MAX) ? "poids-hors-bornes"
                                                                             : NULL;
}

/* A criterion whose label is not one of the grid is refused: another one would be marked.
 * @good: (out): whether @critere is there, or can be made */
static gboolean
find_critere (PvImportContext *ctx,
              const PvImportRecord *record,
              const Grille *grille,
              Critere *critere,
              gboolean *good)
{
  const char *libelle = pv_import_record_get_text (record, PV_FIELD_CRITERE);
  gint64 maximum = pv_import_record_get_number (record, PV_FIELD_CRITERE_MAXIMUM);
  gint64 poids = pv_import_record_get_number (record, PV_FIELD_CRITERE_POIDS);
  const char *wrong;
  const Critere *known =
      g_hash_table_lookup (grille->criteres, pv_registry_fold (ctx->registry, libelle));

  *good = FALSE;
  if (known == NULL && !grille->ours)
    return reject (ctx, record, PV_FIELD_CRITERE, "critere-inconnu",
                   g_strdup (_ ("The grid of the appel has no such criterion: write it as the grid "
                                "does, or change the grid first.")));
  wrong = known == NULL ? check_new_critere (maximum, poids) : NULL;
  if (wrong != NULL)
    return reject (ctx, record, *wrong == 'p' ? PV_FIELD_CRITERE_POIDS : PV_FIELD_CRITERE_MAXIMUM,
                   wrong,
                   g_strdup (_ ("A new criterion needs a highest mark from 1 to 100 and a weight "
                                "from 0 to 100.")));
  if (known != NULL && maximum != PV_INT_NULL && maximum != known->maximum)
    return reject (ctx, record, PV_FIELD_CRITERE_MAXIMUM, "maximum-different",
                   g_strdup_printf (_ ("The grid marks this criterion out of %" PRId64
                                       ": the mark is left out."),
                                    known->maximum));

  *good = TRUE;
  *critere = known != NULL ? *known : (Critere){ PV_INT_NULL, maximum, TRUE };
  return TRUE;
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

static gboolean
freeze (PvImportContext *ctx, Grille *grille, GError **error)
{
  PvImportFields fields;

  if (grille->gelee)
    return TRUE;

  grille->gelee = TRUE;
  pv_import_fields_init (&fields);
  pv_import_fields_set_int (&fields, PV_COLUMN_GRILLE_GELEE, 1);

  return pv_import_store_update (ctx->store, PV_IMPORT_TABLE_GRILLE, grille->id, &fields, error);
}

static gboolean
make_critere (PvImportContext *ctx,
              const PvImportRecord *record,
              Grille *grille,
              Critere *critere,
              GError **error)
{
  const char *libelle = pv_import_record_get_text (record, PV_FIELD_CRITERE);
  gint64 poids = pv_import_record_get_number (record, PV_FIELD_CRITERE_POIDS);
  PvImportFields fields;

  pv_import_fields_init (&fields);
  pv_import_fields_set_int (&fields, PV_COLUMN_CRITERE_GRILLE, grille->id);
  pv_import_fields_set_int (&fields, PV_COLUMN_CRITERE_ORDRE,
                            g_hash_table_size (grille->criteres) + 1);
  pv_import_fields_set_text (&fields, PV_COLUMN_CRITERE_LIBELLE, libelle);
  pv_import_fields_set_int (&fields, PV_COLUMN_CRITERE_POIDS,
                            poids == PV_INT_NULL ? POIDS_PAR_DEFAUT : poids);
  pv_import_fields_set_int (&fields, PV_COLUMN_CRITERE_MAXIMUM, critere->maximum);
  pv_import_fields_set_int (&fields, PV_COLUMN_CRITERE_SANS_OBJET, 1);
  if (!pv_import_store_insert (ctx->store, PV_IMPORT_TABLE_CRITERE, &fields, error))
    return FALSE;

  critere->id = fields.id;
  add_critere (ctx, grille, libelle, critere);

  return TRUE;
}

/* What the row is accepted on, written as far as it is not there: a grid is in use, so frozen,
 * from its first mark. */
static gboolean
ensure_critere (PvImportContext *ctx,
                const PvImportRecord *record,
                gint64 appel,
                Grille *grille,
                Critere *critere,
                GError **error)
{
  const char *nom = pv_import_record_get_text (record, PV_FIELD_GRILLE);

  if (grille->id == PV_INT_NULL && !make_grille (ctx, get_appel (ctx, appel), nom, grille, error))
    return FALSE;
  if (!grille->attachee && !attach (ctx, appel, grille->id, error))
    return FALSE;
  grille->attachee = TRUE;

  return (critere->id != PV_INT_NULL || make_critere (ctx, record, grille, critere, error)) &&
         freeze (ctx, grille, error);
}

/* @good: (out): whether the mark is one of the criterion */
static gboolean
check_mark (PvImportContext *ctx,
            const PvImportRecord *record,
            const Critere *critere,
            gint64 mark,
            gboolean *good)
{
  *good = FALSE;
  if (mark == PV_MARK_SANS_OBJET && !critere->sans_objet_permis)
    return reject (ctx, record, PV_FIELD_CRITERE_NOTE, "sans-objet-refuse",
                   g_strdup (_ ("The grid does not allow N/A for this criterion.")));
  if (mark > critere->maximum || (mark < 0 && mark != PV_MARK_SANS_OBJET))
    return reject (ctx, record, PV_FIELD_CRITERE_NOTE, "note-hors-bornes",
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
  Grille *grille = NULL;
  Critere critere;
  PvImportFields note;
  gboolean good;

  if (!find_grille (ctx, record, appel, &grille, error))
    return FALSE;
  if (grille == NULL)
    return reject (ctx, record, PV_FIELD_CRITERE, "grille-absente",
                   g_strdup (_ ("The appel has no scoring grid: choose one in its settings, or add "
                                "the column “Note maximale” to the table.")));
  find_critere (ctx, record, grille, &critere, &good);
  if (good)
    check_mark (ctx, record, &critere, mark, &good);
  if (!good)
    return TRUE;

  if (!ensure_critere (ctx, record, appel, grille, &critere, error) ||
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

  dossier = find_dossier (ctx, record, pv_import_record_get_text (record, PV_FIELD_NUMERO), error);
  if (dossier == NULL)
    return FALSE;
  if (dossier->n == 0)
    return reject (ctx, record, PV_FIELD_NUMERO, "dossier-inconnu",
                   g_strdup (_ ("The file has no dossier of this number: import the dossiers "
                                "first, or say the appel.")));
  if (dossier->n > 1)
    return reject (ctx, record, PV_FIELD_NUMERO, "dossier-ambigu",
                   g_strdup (_ ("Several appels have a dossier of this number: say the appel or "
                                "its year.")));

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
        return reject (ctx, record, needed[i].field, needed[i].code, g_strdup (_ (needed[i].text)));
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
