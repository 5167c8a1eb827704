/* pv-import-versements.c: a row that is a payment
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pv-import-notes-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "pv-date.h"
#include "versement/pv-versement-lot.h"

/* A row understood: what it pays and how much. */
typedef struct
{
  PvImportContext *ctx;
  const PvImportRecord *record;
  PvImportFields *financement;
  gint64 cents;            /* never negative */
  const char *genre;       /* (nullable): as said */
  PvCents verse;           /* of the financement so far, this row aside */
  PvImportFields *current; /* (nullable): the payment it was */
} Row;

static void
row_clear (Row *self)
{
  if (self->financement != NULL)
    pv_import_fields_free (self->financement, PV_IMPORT_TABLE_FINANCEMENT);
  if (self->current != NULL)
    pv_import_fields_free (self->current, PV_IMPORT_TABLE_VERSEMENT);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Row, row_clear)

static void
warn (const Row *self, PvFieldId field, const char *code, char *text)
{
  PvImportPlace place;

  pv_import_record_place (self->record, field, &place);
  pv_import_report_take (self->ctx->report, PV_IMPORT_WARNING, &place, code,
                         pv_import_record_get (self->record, field)->raw, text);
}

static gboolean
refuse (const Row *self, PvFieldId field, const char *code, char *text)
{
  pv_import_notes_reject (self->ctx, self->record, field, code, text);

  return FALSE;
}

/* --- what was paid so far ------------------------------------------------------------------- */

static PvCents
signed_cents (const PvImportFields *versement)
{
  PvCents cents = versement->numbers[PV_COLUMN_VERSEMENT_MONTANT];

  return g_strcmp0 (versement->texts[PV_COLUMN_VERSEMENT_GENRE], "reversement") == 0 ? -cents
                                                                                     : cents;
}

/* With what this import pays too: a preview writes nothing, and says the same. */
static gboolean
read_paid (Row *self, PvCents **paid, GError **error)
{
  GHashTable *known = self->ctx->versements;
  gint64 id = self->financement->id;
  GPtrArray *rows;

  if (known == NULL)
    known = self->ctx->versements =
        g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  *paid = g_hash_table_lookup (known, &id);
  if (*paid != NULL)
    return TRUE;

  rows = pv_import_store_list (self->ctx->store, PV_IMPORT_TABLE_VERSEMENT,
                               PV_COLUMN_VERSEMENT_FINANCEMENT, NULL, id, error);
  if (rows == NULL)
    return FALSE;
  *paid = g_new0 (PvCents, 1);
  for (guint i = 0; i < rows->len; i++)
    **paid += signed_cents (rows->pdata[i]);
  pv_import_rows_free (rows, PV_IMPORT_TABLE_VERSEMENT);
  g_hash_table_insert (known, g_memdup2 (&id, sizeof id), *paid);

  return TRUE;
}

/* --- reading -------------------------------------------------------------------------------- */

/* FALSE: the row was refused, or a cell of it was. */
static gboolean
read_cells (Row *self)
{
  static const struct
  {
    PvFieldId field;
    const char *code;
    const char *text;
  } needed[] = {
    { PV_FIELD_VERSEMENT_LE, "date-absente", N_ ("A payment needs its date.") },
    { PV_FIELD_MONTANT, "montant-absent", N_ ("A payment needs its amount.") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (needed); i++)
    {
      const PvImportValue *value = pv_import_record_get (self->record, needed[i].field);

      if (value->bad)
        return FALSE;
      if (value->state != PV_VALUE_SET)
        return refuse (self, needed[i].field, needed[i].code, g_strdup (_ (needed[i].text)));
    }
  if (pv_import_record_get (self->record, PV_FIELD_VERSEMENT_GENRE)->bad)
    return FALSE;
  self->cents = pv_import_record_get_number (self->record, PV_FIELD_MONTANT);
  self->genre = pv_import_record_get_text (self->record, PV_FIELD_VERSEMENT_GENRE);
  if (self->cents == 0)
    return refuse (self, PV_FIELD_MONTANT, "montant-nul",
                   g_strdup (_ ("Nothing is paid here: leave this row out.")));
  /* what is paid back is written as a negative payment, or named */
  if (self->cents < 0)
    self->genre = "reversement";
  self->cents = ABS (self->cents);

  return TRUE;
}

/* Without a word, it depends on what is due. */
static const char *
guess_genre (const Row *self)
{
  PvCents notifie = self->financement->numbers[PV_COLUMN_FINANCEMENT_NOTIFIE];

  if (self->genre != NULL)
    return self->genre;
  if (self->current != NULL)
    return self->current->texts[PV_COLUMN_VERSEMENT_GENRE];
  if (notifie == PV_CENTS_NULL || self->verse + self->cents < notifie)
    return "acompte";

  return self->verse + self->cents == notifie ? "solde" : "complement";
}

/* --- what is refused or flagged -------------------------------------------------------------- */

static gboolean
check_dossier (Row *self, gboolean reversement, gboolean *good, char **numero, GError **error)
{
  PvImportFields *dossier =
      pv_import_store_get (self->ctx->store, PV_IMPORT_TABLE_DOSSIER,
                           self->financement->numbers[PV_COLUMN_FINANCEMENT_DOSSIER], error);
  PvDossierStatut statut = PV_DOSSIER_STATUT_NULL;
  gboolean chapeau;
  char *objection = NULL;

  if (dossier == NULL)
    return FALSE;
  *numero = g_strdup (dossier->texts[PV_COLUMN_DOSSIER_NUMERO]);
  if (pv_dossier_statut_from_id (dossier->texts[PV_COLUMN_DOSSIER_STATUT], &statut) && !reversement)
    objection = pv_versement_object_to_statut (statut);
  chapeau = objection == NULL && !reversement;
  if (chapeau)
    objection = pv_versement_object_to_chapeau (dossier->numbers[PV_COLUMN_DOSSIER_CHAPEAU] == 1);
  *good = objection == NULL ||
          refuse (self, PV_FIELD_NUMERO, chapeau ? "dossier-chapeau" : "dossier-refuse", objection);
  pv_import_fields_free (dossier, PV_IMPORT_TABLE_DOSSIER);

  return TRUE;
}

static gboolean
check_amount (Row *self, gboolean reversement)
{
  PvCents notifie = self->financement->numbers[PV_COLUMN_FINANCEMENT_NOTIFIE];
  char *objection;

  if (reversement && self->cents > self->verse)
    return refuse (self, PV_FIELD_MONTANT, "reversement-superieur",
                   g_strdup (_ ("More would be paid back than was paid: import or enter the "
                                "payments first.")));
  objection =
      reversement ? NULL : pv_versement_object_to_montant (notifie, self->verse + self->cents);
  if (objection != NULL)
    warn (self, PV_FIELD_MONTANT,
          notifie == PV_CENTS_NULL ? "non-notifie" : "verse-superieur-au-notifie", objection);

  return TRUE;
}

static void
check_date (Row *self)
{
  const PvImportFields *financement = self->financement;
  const char *date = pv_import_record_get_text (self->record, PV_FIELD_VERSEMENT_LE);
  g_autofree char *jour = g_strndup (self->ctx->now, strlen ("2026-01-01"));
  const struct
  {
    const char *code;
    char *objection;
  } flags[] = {
    { "date-future", pv_versement_object_to_date (date, jour) },
    { "date-autre-exercice", pv_versement_object_to_exercice (
                                 date, financement->numbers[PV_COLUMN_FINANCEMENT_EXERCICE]) },
    { "date-avant-notification", pv_versement_object_to_notification (
                                     date, financement->texts[PV_COLUMN_FINANCEMENT_NOTIFIE_LE]) },
  };

  for (guint i = 0; i < G_N_ELEMENTS (flags); i++)
    if (flags[i].objection != NULL)
      warn (self, PV_FIELD_VERSEMENT_LE, flags[i].code, flags[i].objection);
}

/* --- writing -------------------------------------------------------------------------------- */

static void
fill (const Row *self, const char *genre, PvImportFields *fields)
{
  pv_import_fields_init (fields);
  pv_import_fields_set_int (fields, PV_COLUMN_VERSEMENT_FINANCEMENT, self->financement->id);
  pv_import_fields_set_text (fields, PV_COLUMN_VERSEMENT_GENRE, genre);
  pv_import_fields_set_int (fields, PV_COLUMN_VERSEMENT_MONTANT, self->cents);
  pv_import_record_copy_text (self->record, PV_FIELD_VERSEMENT_LE, fields, PV_COLUMN_VERSEMENT_LE);
  pv_import_record_copy_text (self->record, PV_FIELD_VERSEMENT_REFERENCE, fields,
                              PV_COLUMN_VERSEMENT_REFERENCE);
}

/* --- the payment that is there already ------------------------------------------------------- */

/* How sure it is that a payment that is there is the one of the row, the least first. */
typedef enum
{
  MEME_NON,
  MEME_DOUTE,     /* told, and both are kept */
  MEME_PIECE,     /* one mandat, another date */
  MEME_SANS_DATE, /* only its total was known */
  MEME_JOUR,
} Meme;

static Meme
compare (const PvImportFields *row, const PvImportFields *wanted)
{
  const char *le = row->texts[PV_COLUMN_VERSEMENT_LE];
  const char *reference = row->texts[PV_COLUMN_VERSEMENT_REFERENCE];
  const char *asked = wanted->texts[PV_COLUMN_VERSEMENT_REFERENCE];
  gboolean known = reference != NULL && asked != NULL;
  gboolean day = g_strcmp0 (le, wanted->texts[PV_COLUMN_VERSEMENT_LE]) == 0;

  if (row->numbers[PV_COLUMN_VERSEMENT_MONTANT] != wanted->numbers[PV_COLUMN_VERSEMENT_MONTANT] ||
      (g_strcmp0 (row->texts[PV_COLUMN_VERSEMENT_GENRE], "reversement") == 0) !=
          (g_strcmp0 (wanted->texts[PV_COLUMN_VERSEMENT_GENRE], "reversement") == 0))
    return MEME_NON;
  if (known && !g_str_equal (reference, asked))
    return day ? MEME_DOUTE : MEME_NON;
  if (day)
    return MEME_JOUR;
  if (le == NULL)
    return MEME_SANS_DATE;

  return known ? MEME_PIECE : MEME_DOUTE;
}

static void
tell_doubt (const Row *self, const PvImportFields *row)
{
  const char *mandat = row->texts[PV_COLUMN_VERSEMENT_REFERENCE];
  g_autofree char *le =
      pv_date_format_french (row->texts[PV_COLUMN_VERSEMENT_LE], PV_DATE_FORMAT_SHORT);
  g_autofree char *amount =
      pv_money_format (row->numbers[PV_COLUMN_VERSEMENT_MONTANT],
                       PV_MONEY_FORMAT_FRENCH | PV_MONEY_FORMAT_NO_ZERO_CENTS);
  g_autofree char *payment =
      mandat != NULL ? g_strdup_printf (_ ("%s paid on %s, mandat %s"), amount, le, mandat)
                     : g_strdup_printf (_ ("%s paid on %s"), amount, le);

  warn (self, PV_FIELD_VERSEMENT_LE, "doublon-possible",
        g_strdup_printf (_ ("This financement already has the payment %s, that is not in this "
                            "table: if it is the same one, delete one of the two."),
                         payment));
}

/* The payment that no row of this table is, and that this row is: entered by hand, or imported
 * before and corrected since in the table of the payer. @found: (nullable) (transfer full) */
static gboolean
find_there (Row *self, const PvImportFields *wanted, PvImportFields **found, GError **error)
{
  GPtrArray *rows =
      pv_import_store_list (self->ctx->store, PV_IMPORT_TABLE_VERSEMENT,
                            PV_COLUMN_VERSEMENT_FINANCEMENT, NULL, self->financement->id, error);
  Meme best = MEME_NON;
  guint index = 0;

  *found = NULL;
  if (rows == NULL)
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    {
      const PvImportFields *row = rows->pdata[i];
      Meme meme =
          g_hash_table_contains (self->ctx->paired, &row->id) ? MEME_NON : compare (row, wanted);

      if (meme <= best)
        continue;
      best = meme;
      index = i;
    }
  if (best == MEME_DOUTE)
    tell_doubt (self, rows->pdata[index]);
  else if (best != MEME_NON)
    *found = g_ptr_array_steal_index (rows, index);
  pv_import_rows_free (rows, PV_IMPORT_TABLE_VERSEMENT);

  return TRUE;
}

/* What an agent entered to the day is left as it is. */
static gboolean
is_left_alone (const Row *self, const PvImportFields *wanted)
{
  return !g_hash_table_contains (self->ctx->claimed, &self->current->id) &&
         g_strcmp0 (self->current->texts[PV_COLUMN_VERSEMENT_LE],
                    wanted->texts[PV_COLUMN_VERSEMENT_LE]) == 0;
}

static gboolean
write_row (Row *self, PvImportFields *wanted, PvImportResult *result, GError **error)
{
  PvImportPlace place;

  pv_import_record_place (self->record, PV_FIELD_MONTANT, &place);
  if (self->current != NULL)
    {
      result->target = self->current->id;
      return pv_import_merge (self->ctx, PV_IMPORT_TABLE_VERSEMENT, self->current, wanted, &place,
                              error);
    }
  result->created = TRUE;
  if (!pv_import_store_insert (self->ctx->store, PV_IMPORT_TABLE_VERSEMENT, wanted, error))
    return FALSE;
  result->target = wanted->id;

  return TRUE;
}

static char *
make_label (const Row *self, const char *numero)
{
  const char *payer = pv_import_record_get_text (self->record, PV_FIELD_PAYEUR_NOM);
  g_autofree char *amount =
      pv_money_format (self->cents, PV_MONEY_FORMAT_FRENCH | PV_MONEY_FORMAT_NO_ZERO_CENTS);

  return payer != NULL ? g_strdup_printf ("%s · %s · %s", numero, payer, amount)
                       : g_strdup_printf ("%s · %s", numero, amount);
}

/* What the others of its financement pay. */
static PvCents
sum_others (const Row *self, PvCents paid)
{
  if (self->current == NULL ||
      self->current->numbers[PV_COLUMN_VERSEMENT_FINANCEMENT] != self->financement->id)
    return paid;

  return paid - signed_cents (self->current);
}

static gboolean
pay (Row *self, PvImportResult *result, GError **error)
{
  PvCents *paid = NULL;
  g_autofree char *numero = NULL;
  gboolean reversement, good = TRUE;
  PvImportFields wanted;

  if (!read_paid (self, &paid, error))
    return FALSE;
  self->verse = sum_others (self, *paid);
  fill (self, guess_genre (self), &wanted);
  if (self->current == NULL)
    {
      if (!find_there (self, &wanted, &self->current, error))
        return FALSE;
      if (self->current != NULL && is_left_alone (self, &wanted))
        {
          result->target = self->current->id;
          return TRUE;
        }
      self->verse = sum_others (self, *paid);
      fill (self, guess_genre (self), &wanted);
    }
  reversement = g_strcmp0 (wanted.texts[PV_COLUMN_VERSEMENT_GENRE], "reversement") == 0;
  if (!check_dossier (self, reversement, &good, &numero, error))
    return FALSE;
  if (!good || !check_amount (self, reversement))
    return TRUE;
  check_date (self);
  result->libelle = make_label (self, numero);
  if (!write_row (self, &wanted, result, error))
    return FALSE;
  *paid = self->verse + (reversement ? -self->cents : self->cents);

  return TRUE;
}

gboolean
pv_import_versement (PvImportContext *ctx,
                     const PvImportRecord *record,
                     gint64 existing,
                     PvImportResult *result,
                     GError **error)
{
  g_auto (Row) row = { .ctx = ctx, .record = record };
  g_autoptr (GError) local = NULL;

  if (!read_cells (&row))
    return TRUE;
  if (existing != PV_INT_NULL)
    {
      row.current = pv_import_store_get (ctx->store, PV_IMPORT_TABLE_VERSEMENT, existing, &local);
      if (local != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return FALSE;
        }
      if (row.current == NULL)
        {
          refuse (&row, PV_FIELD_MONTANT, "versement-supprime",
                  g_strdup (_ ("This payment was deleted here since the last import: it stays so. "
                               "Enter it by hand if it was made.")));
          return TRUE;
        }
    }
  if (!pv_import_find_financement (ctx, record, &row.financement, error))
    return FALSE;

  return row.financement == NULL || pay (&row, result, error);
}
