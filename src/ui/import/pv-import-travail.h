/* pv-import-travail.h: what the workers of an import do
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "context/pv-context.h"
#include "import/pv-import.h"

G_BEGIN_DECLS

/**
 * PvImportDemande:
 * @profile: (nullable): %NULL: it is found
 * @appel: (nullable): label; %NULL: named after the source
 * @exercice: of rows that do not say theirs, or %PV_INT_NULL
 * @corrections: position of a column → id of its field, "" for none
 * @choices: "table key column" of a conflict that the source wins
 * @apply: else it is the preview
 * @done_bp: how far it is, written by the worker; atomic
 *
 * What is asked of a worker: data only, for an import belongs to the thread of its
 * connection.
 */
typedef struct
{
  gatomicrefcount refs;
  char *path;
  char *profile;
  char *appel;
  gint64 exercice;
  GHashTable *corrections;
  GPtrArray *choices;
  gboolean apply;
  int done_bp;
} PvImportDemande;

PvImportDemande *pv_import_demande_new (void);
PvImportDemande *pv_import_demande_ref (PvImportDemande *self);
void pv_import_demande_unref (PvImportDemande *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PvImportDemande, pv_import_demande_unref)

/**
 * PvImportLecture:
 * @profile: id of the profile that was found, or asked for
 * @unknown: no profile knows the columns: one was taken, to match them by hand
 * @columns: (element-type PvImportColumn): owned copies
 * @field_ids: (element-type utf8): the fields of the profile…
 * @field_names: … and their names, in the same order
 *
 * What was understood of the file.
 */
typedef struct
{
  char *profile;
  char *profile_name;
  gboolean unknown;
  GPtrArray *columns;
  GPtrArray *field_ids;
  GPtrArray *field_names;
} PvImportLecture;

void pv_import_lecture_free (PvImportLecture *self);

/* Which rows a list shows. */
typedef enum
{
  PV_APERCU_CREEES,
  PV_APERCU_MISES_A_JOUR,
  PV_APERCU_INCHANGEES,
  PV_APERCU_REJETEES,
  PV_N_APERCU_LISTES
} PvApercuListe;

/* Lines of a list that are kept for the eye; the counts are those of all rows. */
#define PV_APERCU_MAX 2000

/**
 * PvImportApercu:
 * @report: its messages are all there, with those that no list shows
 * @listes: (element-type PvImportLigne): the first %PV_APERCU_MAX of each outcome
 * @n_updated: rows that change or have a conflict
 * @n_shown: of them, rows that the list shows
 * @n_changes: values that change
 * @n_conflicts: values to settle
 * @appel: key of the appel of the first row that was written, or %PV_INT_NULL
 * @erreurs: (element-type PvImportLigne): the first messages of severity error
 * @n_erreurs: all of them
 *
 * What an import would do, or did.
 */
typedef struct
{
  PvImportReport *report;
  GListStore *listes[PV_N_APERCU_LISTES];
  GListStore *erreurs;
  GListStore *messages;
  guint n_erreurs;
  guint n_updated;
  guint n_shown;
  guint n_changes;
  guint n_conflicts;
  gint64 appel;
} PvImportApercu;

void pv_import_apercu_free (PvImportApercu *self);

/* #PvContextQuery: a #PvImportLecture of a #PvImportDemande. */
gpointer pv_import_lire (PvDb *db, gpointer demande, GCancellable *cancellable, GError **error);

/* #PvContextQuery: a #PvImportApercu; on the writer's connection when it applies. */
gpointer pv_import_executer (PvDb *db, gpointer demande, GCancellable *cancellable, GError **error);

G_END_DECLS
