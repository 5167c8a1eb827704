/* pv-import-merge.h: what becomes of one row: written anew, or changed field by field
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "pv-import-record.h"

G_BEGIN_DECLS

/**
 * PvImportContext:
 * @now: UTC instant of the import
 * @changes: (element-type PvImportChange): of the current row
 * @conflicts: (element-type PvImportChange): of the current row, what is kept
 * @choices: see pv_import_set_choice()
 * @record: the current row
 * @slot: the #PvMappingSlot of @slot_part that is written, -1 for none
 * @subject: (nullable): who pays that slot, in words
 * @parts_of: (element-type PvImportPartOf): dossiers whose chapeau is to be found
 * @claimed: keys of the rows that a row of the source is already, or was in an earlier import
 * @paired: those of them that a row of this very file is
 * @notes: (nullable): what the rows of marks share
 * @versements: (nullable): key of a financement → what is paid of it, rows of this import too
 * @publies: (nullable): what the file would publish, when published grants are read
 *
 * What all rows of an import share.
 */
typedef struct
{
  const PvProfile *profile;
  const char *appel;
  gint64 exercice;
  PvImportStore *store;
  PvRegistry *registry;
  PvImportReport *report;
  char *now;
  GPtrArray *changes;
  GPtrArray *conflicts;
  GHashTable *choices;
  const PvImportRecord *record;
  const PvImportPart *slot_part;
  int slot;
  const char *subject;
  GPtrArray *parts_of;
  GHashTable *claimed;
  GHashTable *paired;
  struct _PvImportNotes *notes;
  GHashTable *versements;
  struct _PvImportPublies *publies;
} PvImportContext;

typedef struct
{
  gint64 dossier;
  gint64 appel;
  char *numero;
  char *sheet;
  guint row;
} PvImportPartOf;

void pv_import_part_of_free (PvImportPartOf *self);

void pv_import_context_claim (PvImportContext *ctx, gint64 target);
void pv_import_context_claim_cb (gint64 target, gpointer ctx);
void pv_import_context_pair_cb (gint64 target, gpointer ctx);

/**
 * PvImportResult:
 * @target: key of the row it became; %PV_INT_NULL: rejected
 * @created: else it was there
 * @libelle: (nullable): what it is about
 */
typedef struct
{
  gint64 target;
  gboolean created;
  char *libelle;
} PvImportResult;

/**
 * pv_import_merge:
 * @current: the row as it is
 * @wanted: what the source says
 *
 * Writes the columns that differ, but those that an agent edited since the last
 * import: they are kept, silently when the source did not change its mind, else
 * with a `conflit` or as was chosen.
 */
gboolean pv_import_merge (PvImportContext *ctx,
                          PvImportTable table,
                          const PvImportFields *current,
                          const PvImportFields *wanted,
                          const PvImportPlace *place,
                          GError **error);

/* --- pv-import-difference.c --- */

/**
 * pv_import_note_change:
 * @id: key of the row, %PV_INT_NULL for a new one
 * @wanted: (nullable): the row as the source says it, which tells its column there
 *
 * Notes a change of the current row. Returns: (transfer none): it
 */
PvImportChange *pv_import_note_change (PvImportContext *ctx,
                                       PvImportTable table,
                                       gint64 id,
                                       const char *column,
                                       const char *before,
                                       const char *after,
                                       const PvImportFields *wanted);

/* Notes what a new row under the current one says. */
void pv_import_note_row (PvImportContext *ctx, PvImportTable table, const PvImportFields *wanted);

/**
 * pv_import_settle:
 * @column: a column of @table, `*` for its rows as a whole
 * @replace: (out): whether what the source says is to be written
 *
 * An agent edited something that the source says otherwise: does as was chosen, and
 * tells it.
 */
gboolean pv_import_settle (PvImportContext *ctx,
                           PvImportTable table,
                           gint64 id,
                           const char *column,
                           const char *ours,
                           const char *theirs,
                           const PvImportFields *wanted,
                           const PvImportPlace *place,
                           gboolean *replace,
                           GError **error);

/* Says where in the row the changes come from, once it is written. */
void pv_import_locate_changes (PvImportContext *ctx);

/* Bound to a dossier, a depot, an envelope: @existing is PV_INT_NULL for a new row. */
gboolean pv_import_dossier (PvImportContext *ctx,
                            const PvImportRecord *record,
                            gint64 existing,
                            PvImportResult *result,
                            GError **error);
gboolean pv_import_depot (PvImportContext *ctx,
                          const PvImportRecord *record,
                          gint64 existing,
                          PvImportResult *result,
                          GError **error);
gboolean pv_import_enveloppe (PvImportContext *ctx,
                              const PvImportRecord *record,
                              gint64 existing,
                              PvImportResult *result,
                              GError **error);

/* Once all rows are there: parts find the dossier they detail, which becomes a chapeau. */
gboolean pv_import_link_parts (PvImportContext *ctx, GError **error);

/* The exercice of a row: its own, else the option, else the year of a date, else this year. */
gint64 pv_import_exercice (PvImportContext *ctx, const PvImportRecord *record);

/* The porteur of a row; PV_INT_NULL when nothing names it. */
gboolean pv_import_porteur (PvImportContext *ctx,
                            const PvImportRecord *record,
                            gboolean correcting,
                            gint64 *id,
                            GError **error);

/* --- pv-import-publie.c --- */

typedef struct _PvImportPublies PvImportPublies;

void pv_import_publies_free (PvImportPublies *self);

/**
 * pv_import_find_publie:
 * @known: (out): the file has this grant, and nothing is to be written: @result says where, or
 *   is left as it is when several are like it, which was said
 *
 * A published grant that did not come from such a file may be one of the programme's own: same
 * payer, beneficiary, title, year or day, and amount.
 */
gboolean pv_import_find_publie (PvImportContext *ctx,
                                const PvImportRecord *record,
                                PvImportResult *result,
                                gboolean *known,
                                GError **error);

/* --- pv-import-statut.c --- */

/* A status without exact equivalent is kept in the source's own word. */
void pv_import_read_statut (PvImportContext *ctx,
                            const PvImportRecord *record,
                            PvImportFields *fields,
                            gboolean existing);

/**
 * pv_import_check_statut:
 * @current: the dossier as it is
 * @fields: what the row says; loses the status when it may not be given
 *
 * A dossier that may not move while a bilan is missing stays where it is: the word of the source
 * is kept and the reason told.
 */
gboolean pv_import_check_statut (PvImportContext *ctx,
                                 const PvImportRecord *record,
                                 const PvImportFields *current,
                                 PvImportFields *fields,
                                 GError **error);

/* --- what hangs on a dossier: pv-import-territoires.c --- */

/**
 * pv_import_read_territoires:
 * @communes: (element-type gint64): the known communes of the row are added
 * @unknown: names that the file does not know, or that no row can bear, are added
 *
 * A commune that holds one of the row's quarters is the place of that quarter.
 * When it is not all of the quarter, the quarter's row bears it, and several of
 * them make a row each, but for those that another quarter of the row stands in.
 * A quarter with a share, that nothing tells how to divide, keeps one row, and
 * the communes that no row bears are kept as stated.
 *
 * Returns: (transfer full) (nullable): the rows, without their dossier; %NULL
 *   when no column says it
 */
GArray *pv_import_read_territoires (PvImportContext *ctx,
                                    const PvImportRecord *record,
                                    gint64 exercice,
                                    GArray *communes,
                                    GString *unknown);
gboolean pv_import_write_territoires (PvImportContext *ctx,
                                      const PvImportRecord *record,
                                      gint64 dossier,
                                      gboolean existing,
                                      GArray *wanted,
                                      GError **error);

/* --- pv-import-noeuds.c --- */

/* The same for the nodes of the frames. */
GArray *pv_import_read_noeuds (PvImportContext *ctx,
                               const PvImportRecord *record,
                               gint64 exercice,
                               GString *unknown);
gboolean pv_import_write_noeuds (PvImportContext *ctx,
                                 const PvImportRecord *record,
                                 gint64 dossier,
                                 gboolean existing,
                                 GArray *wanted,
                                 GError **error);

/* --- pv-import-budget.c --- */

gboolean pv_import_budget (PvImportContext *ctx,
                           const PvImportRecord *record,
                           gint64 dossier,
                           gboolean existing,
                           GError **error);

/* --- pv-import-instruction.c --- */

/* The dossier that it continues, by its number in an earlier exercice. */
gboolean pv_import_precedent (PvImportContext *ctx,
                              const PvImportRecord *record,
                              gint64 exercice,
                              PvImportFields *fields,
                              GError **error);
gboolean pv_import_instructions (PvImportContext *ctx,
                                 const PvImportRecord *record,
                                 gint64 dossier,
                                 gboolean existing,
                                 GError **error);
gboolean pv_import_marqueur (PvImportContext *ctx,
                             const PvImportRecord *record,
                             gint64 dossier,
                             gboolean existing,
                             GError **error);
gboolean pv_import_avis (PvImportContext *ctx,
                         const PvImportRecord *record,
                         gint64 dossier,
                         gboolean existing,
                         GError **error);

/* --- pv-import-notes.c --- */

typedef struct _PvImportNotes PvImportNotes;

void pv_import_notes_free (PvImportNotes *self);

/* One row that is the mark of an institution on a criterion of a dossier. */
gboolean pv_import_note (PvImportContext *ctx,
                         const PvImportRecord *record,
                         PvImportResult *result,
                         GError **error);

/* The dossier that the number of the row names, in the appel and year searched.
 * @id: (out): %PV_INT_NULL when there is not one, and it was said */
gboolean pv_import_find_numbered (PvImportContext *ctx,
                                  const PvImportRecord *record,
                                  gint64 *id,
                                  gint64 *appel,
                                  GError **error);

/* All that the number names in the appel searched: of the year, else of any.
 * Returns: (transfer none) (element-type gint64): none, and it was said; %NULL: @error is set */
const GArray *
pv_import_list_numbered (PvImportContext *ctx, const PvImportRecord *record, GError **error);

/* Tells that it names several; always %TRUE. */
gboolean pv_import_reject_numbered (PvImportContext *ctx, const PvImportRecord *record);

/* --- pv-import-egalite.c --- */

/* One row that is the answers of an institution, or the common ones, on a dossier. */
gboolean pv_import_egalite (PvImportContext *ctx,
                            const PvImportRecord *record,
                            PvImportResult *result,
                            GError **error);

/* --- pv-import-versements.c --- */

/* One row that is a payment; @existing: the one it was, or PV_INT_NULL. */
gboolean pv_import_versement (PvImportContext *ctx,
                              const PvImportRecord *record,
                              gint64 existing,
                              PvImportResult *result,
                              GError **error);

/* --- pv-import-versements-cible.c --- */

/**
 * pv_import_find_financement:
 * @financement: (out) (transfer full) (nullable): what the row pays; %NULL without an error
 *   when there is not one, and it was said
 */
gboolean pv_import_find_financement (PvImportContext *ctx,
                                     const PvImportRecord *record,
                                     PvImportFields **financement,
                                     GError **error);

/* --- pv-import-bilans.c --- */

/* One row that is the compte rendu of a dossier. */
gboolean pv_import_bilan (PvImportContext *ctx,
                          const PvImportRecord *record,
                          PvImportResult *result,
                          GError **error);

/* --- pv-import-bilans-budget.c --- */

/* The realised amounts of a row, by account or in total. */
gboolean pv_import_realise (PvImportContext *ctx,
                            const PvImportRecord *record,
                            gint64 dossier,
                            GError **error);

/* --- pv-import-financements.c --- */

gboolean pv_import_financements (PvImportContext *ctx,
                                 const PvImportRecord *record,
                                 gint64 exercice,
                                 gint64 dossier,
                                 gboolean existing,
                                 gint64 commune,
                                 GError **error);

/**
 * pv_import_children_merge:
 * @wanted: (element-type PvImportFields): what the source says
 * @key: the column that tells one from another, after the parent's
 *
 * Inserts what is new, merges what is there; what the source does not name stays.
 */
gboolean pv_import_children_merge (PvImportContext *ctx,
                                   PvImportTable table,
                                   gint64 parent,
                                   gboolean existing,
                                   GArray *wanted,
                                   int key,
                                   const PvImportPlace *place,
                                   GError **error);

/**
 * pv_import_children_replace:
 * @keys: (array length=n_keys): the columns that tell one from another
 *
 * Makes the set what the source says, unless an agent touched it: then it is kept
 * with a `conflit`.
 */
gboolean pv_import_children_replace (PvImportContext *ctx,
                                     PvImportTable table,
                                     gint64 parent,
                                     gboolean existing,
                                     GArray *wanted,
                                     const int *keys,
                                     guint n_keys,
                                     const PvImportPlace *place,
                                     GError **error);

/* Gives rows their parent, in column 0, when it was not known as they were read. */
void pv_import_children_set_parent (GArray *wanted, gint64 parent);

void pv_import_rows_free (GPtrArray *rows, PvImportTable table);

G_END_DECLS
