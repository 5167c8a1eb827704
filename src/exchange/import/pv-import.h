/* pv-import.h: brings a received table into the programme file
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "pv-db.h"
#include "pv-money.h"
#include "pv-profile.h"

G_BEGIN_DECLS

/**
 * PvImportSeverity:
 * @PV_IMPORT_INFO: understood, and changed or noted on the way
 * @PV_IMPORT_WARNING: kept, but somebody should look at it
 * @PV_IMPORT_ERROR: a value that could not be kept as such
 */
typedef enum
{
  PV_IMPORT_INFO,
  PV_IMPORT_WARNING,
  PV_IMPORT_ERROR,
} PvImportSeverity;

/* "info", "warning", "error": what `import --json` says. */
const char *pv_import_severity_to_id (PvImportSeverity severity);

/**
 * PvImportMessage:
 * @sheet: the sheet, as the file names it
 * @row: its number there, from 1; 0: the whole sheet
 * @column: (nullable): the column's name as written (`Bande / Nom` under two levels)
 * @letters: (nullable): the same as a spreadsheet shows it: `A`, `AB`
 * @code: a stable ASCII id such as `siret-invalide`
 * @value: (nullable): the cell as written
 * @text: one sentence for the user
 */
typedef struct
{
  PvImportSeverity severity;
  char *sheet;
  guint row;
  char *column;
  char *letters;
  char *code;
  char *value;
  char *text;
} PvImportMessage;

typedef enum
{
  PV_IMPORT_CREATED,
  PV_IMPORT_UPDATED,
  PV_IMPORT_UNCHANGED,
  PV_IMPORT_REJECTED,
} PvImportOutcome;

/* "created", "updated", "unchanged", "rejected". */
const char *pv_import_outcome_to_id (PvImportOutcome outcome);

/**
 * PvImportChange:
 * @table: of the row that changes
 * @column: of that table
 * @old_value: (nullable): its text before, %NULL when not known
 * @new_value: (nullable): its text after
 * @id: key of the row; %PV_INT_NULL: a new one
 * @subject: (nullable): which of several rows, as the source names it: a payer, an
 *   account, an institution
 * @letters: (nullable): the column of the source as a spreadsheet shows it: `AB`
 * @header: (nullable): its name there
 * @raw: (nullable): the cell as written
 * @conflict: an agent edited it since the last import, and the source says
 *   something else again
 * @edited_at: (nullable): UTC instant when a row in conflict was last edited here
 *
 * Amounts are in cents, rates in basis points, dates in ISO: as they are kept. A
 * @column of `*` is all rows of the table under the row; its values are then words.
 * pv_import_value_to_words() says the others.
 */
typedef struct
{
  char *table;
  char *column;
  char *old_value;
  char *new_value;
  gint64 id;
  char *subject;
  char *letters;
  char *header;
  char *raw;
  gboolean conflict;
  char *edited_at;
} PvImportChange;

/**
 * PvImportChoice:
 * @PV_IMPORT_CHOICE_KEEP: what is in the programme file stays
 * @PV_IMPORT_CHOICE_REPLACE: what the source says is written
 *
 * What is done with a conflict.
 */
typedef enum
{
  PV_IMPORT_CHOICE_KEEP,
  PV_IMPORT_CHOICE_REPLACE,
} PvImportChoice;

/**
 * PvImportRow:
 * @sheet: where it was read
 * @row: its number there
 * @libelle: (nullable): what the row is about, in words (number and title)
 * @target: key of what it becomes; %PV_INT_NULL: rejected, or new in a preview
 * @numero: (nullable): its number in the source
 * @porteur: (nullable): its porteur in the source
 * @changes: (element-type PvImportChange): of an updated row; empty otherwise
 * @conflicts: (element-type PvImportChange): what is kept although the source says
 *   something else, for want of another choice (pv_import_set_choice())
 *
 * What becomes of one row. Lives during the call of #PvImportRowFunc.
 */
typedef struct
{
  PvImportOutcome outcome;
  const char *sheet;
  guint row;
  const char *libelle;
  gint64 target;
  const char *numero;
  const char *porteur;
  const GPtrArray *changes;
  const GPtrArray *conflicts;
} PvImportRow;

typedef void (*PvImportRowFunc) (const PvImportRow *row, gpointer user_data);

/* @done_bp: 0 to 10000. */
typedef void (*PvImportProgressFunc) (guint done_bp, gpointer user_data);

/**
 * PvImportOptions:
 * @profile: (nullable): id of a profile; %NULL: it is found
 * @appel: (nullable): label of the appel the rows go to; %NULL: one named after
 *   the source and the exercice
 * @exercice: year of rows that do not say theirs, or %PV_INT_NULL
 * @by_hand: @profile is taken even if it knows no column: somebody matches them
 */
typedef struct
{
  const char *profile;
  const char *appel;
  gint64 exercice;
  gboolean by_hand;
} PvImportOptions;

#define PV_IMPORT_OPTIONS_NONE ((PvImportOptions){ NULL, NULL, PV_INT_NULL, FALSE })

/**
 * PvImportReport:
 * @profile: id of the profile
 * @applied: whether the file was written (else it was the preview)
 * @read: rows of data read; created + updated + unchanged + rejected
 * @messages: (element-type PvImportMessage): in the order of the rows, at most
 *   %PV_IMPORT_MESSAGES_MAX
 * @n_untold: those beyond, by severity: counted, not kept
 */
typedef struct
{
  char *profile;
  gboolean applied;
  guint read;
  guint created;
  guint updated;
  guint unchanged;
  guint rejected;
  GPtrArray *messages;
  guint n_untold[PV_IMPORT_ERROR + 1];
} PvImportReport;

/* Nobody reads more of them, and a table may be wrong in every cell. */
#define PV_IMPORT_MESSAGES_MAX 100000

void pv_import_report_free (PvImportReport *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PvImportReport, pv_import_report_free)

/* How many messages of that severity, kept or not. */
guint pv_import_report_count (const PvImportReport *self, PvImportSeverity severity);

/* How many messages are counted and not kept. */
guint pv_import_report_count_untold (const PvImportReport *self);

/**
 * PvImportColumn:
 * @sheet: index of the sheet
 * @index: of the column in the sheet, from 0
 * @name: as written, with its band
 * @letters: as a spreadsheet shows it: `AB`
 * @sheet_name: the sheet, as the file names it
 * @repeats: (nullable): name of the column before that says the same, and is kept
 * @field: (nullable): field of the profile; %NULL: not matched
 * @detail: (nullable): what the header adds: funder, stage, year, institution
 * @ignored: (nullable): why the column is never stored (IBAN…), else %NULL
 * @corrected: whether the field was chosen by the user
 * @samples: (array zero-terminated=1): some values
 */
typedef struct
{
  guint sheet;
  guint index;
  char *name;
  char *letters;
  char *sheet_name;
  char *repeats;
  char *field;
  char *detail;
  char *ignored;
  gboolean corrected;
  char **samples;
} PvImportColumn;

/**
 * PvImport:
 *
 * One source and the programme file it goes to. Belongs to the thread of its
 * connection.
 */
typedef struct _PvImport PvImport;

/**
 * pv_import_new:
 * @db: the programme file; a preview needs it readable only
 * @path: the source
 * @options: (nullable): see #PvImportOptions
 *
 * Opens the source, finds its profile and matches its columns. Nothing is
 * written.
 *
 * Errors: #PV_EXCHANGE_ERROR (UNREADABLE, EMPTY, FORMAT, ENCRYPTED, LIMIT; PROFILE
 * when no profile, or not the one asked for, knows the table; USAGE for an
 * unknown profile) and #PV_DB_ERROR.
 *
 * Returns: (transfer full) (nullable): the import
 */
PvImport *
pv_import_new (PvDb *db, const char *path, const PvImportOptions *options, GError **error);

void pv_import_free (PvImport *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PvImport, pv_import_free)

/* (transfer none): the profile that was found or asked for. */
const PvProfile *pv_import_get_profile (PvImport *self);

/**
 * pv_import_get_columns:
 *
 * Returns: (transfer none) (element-type PvImportColumn): every named column of
 *   the sheets that are read, matched or not
 */
const GPtrArray *pv_import_get_columns (PvImport *self);

/**
 * pv_import_set_column_field:
 * @column: position in pv_import_get_columns()
 * @field: (nullable): field of the profile (pv_profile_get_fields()), %NULL to
 *   leave the column out
 *
 * Corrects the match of a column. The correction holds for this import at once;
 * applying it remembers it in the file, for the next source of the profile.
 *
 * Errors: %PV_RULE_ERROR_NOT_FOUND when there is no such column or field.
 */
gboolean
pv_import_set_column_field (PvImport *self, guint column, const char *field, GError **error);

/**
 * pv_import_set_choice:
 * @table: of a conflict, as the preview told it
 * @id: key of the row in conflict
 * @column: column in conflict
 *
 * Decides a conflict. Without a choice the programme file is kept; a choice for what
 * is no conflict (any more) does nothing.
 */
void pv_import_set_choice (PvImport *self,
                           const char *table,
                           gint64 id,
                           const char *column,
                           PvImportChoice choice);

/**
 * pv_import_run:
 * @apply: %FALSE: the preview, which writes nothing
 * @func: (nullable) (scope call): told of each row
 * @progress: (nullable) (scope call): told how far the work is
 * @user_data: for @func and @progress
 * @cancellable: (nullable): a cancelled import leaves nothing behind
 * @report: (out) (transfer full): what was done, or would be
 *
 * Reads every row and creates or updates what it speaks of. Preview and
 * application are the same work; applying is one transaction, whose history
 * group ("import") can be undone. A bad cell is a message and never loses the
 * row. What an agent edited since the last import is kept (`conflit`), unless
 * pv_import_set_choice() says otherwise (`conflit-tranche`).
 *
 * Errors: as pv_import_new(), and %G_IO_ERROR_CANCELLED.
 */
gboolean pv_import_run (PvImport *self,
                        gboolean apply,
                        PvImportRowFunc func,
                        PvImportProgressFunc progress,
                        gpointer user_data,
                        GCancellable *cancellable,
                        PvImportReport **report,
                        GError **error);

G_END_DECLS
