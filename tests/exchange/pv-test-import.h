/* pv-test-import.h: a programme file to import into, and what comes out
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "import/pv-import.h"

G_BEGIN_DECLS

typedef struct
{
  char *folder;
  PvDb *db;
} PvTestProgramme;

/* A new file in a folder of its own; with the reference data when asked. */
void pv_test_programme_open (PvTestProgramme *self, gboolean reference);
/* The same, with the reference data and two dossiers of 2026: the État gave an avis and a score
 * on 0001, nothing on 0002. */
void pv_test_programme_open_with_dossiers (PvTestProgramme *self);
void pv_test_programme_close (PvTestProgramme *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PvTestProgramme, pv_test_programme_close)

/* Writes a table beside the file. Returns: (transfer full): its path. */
char *pv_test_write (PvTestProgramme *self, const char *name, const char *content);

/* Runs an import that must succeed. */
PvImportReport *pv_test_import (PvTestProgramme *self,
                                const char *path,
                                const PvImportOptions *options,
                                gboolean apply);

/* The same, and asserts its counts. */
void pv_test_assert_import (PvTestProgramme *self,
                            const char *path,
                            const PvImportOptions *options,
                            guint created,
                            guint updated,
                            guint unchanged,
                            guint rejected);

/* (nullable): the first message of that code at that row (0: any). */
const PvImportMessage *pv_test_find (const PvImportReport *report, const char *code, guint row);
guint pv_test_count (const PvImportReport *report, const char *code);

/* Tells the messages in the log of the test. */
void pv_test_say (const PvImportReport *report);

/**
 * PvTestLigne:
 * @nom: of the case
 * @ligne: a row that cannot be taken
 * @code: what is said of it, of the cell of @colonne that holds @valeur
 */
typedef struct
{
  const char *nom;
  const char *ligne;
  const char *code;
  const char *colonne;
  const char *valeur;
} PvTestLigne;

/* Imports the table @sheet, whose two first rows are @debut: its header and a row that is taken.
 * The third, @ligne, is told by its cell, and nothing else is made. */
void pv_test_assert_refused (PvTestProgramme *self,
                             const char *sheet,
                             const char *debut,
                             const PvTestLigne *ligne);

gint64 pv_test_query (PvTestProgramme *self, const char *sql);
char *pv_test_query_text (PvTestProgramme *self, const char *sql);
char *pv_test_digest (PvTestProgramme *self);

/* Undoes the last action. */
void pv_test_undo (PvTestProgramme *self);

/* Changes a row as an agent does. */
void pv_test_edit (PvTestProgramme *self, const char *sql);

/* (transfer full) (nullable): a public file, %NULL (and the test is skipped) when it is absent. */
char *pv_test_public_file (const char *name);

G_END_DECLS
