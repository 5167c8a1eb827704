/* pv-test-document.h: documents made of a programme, and read back
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "document/pv-document.h"
#include "programme-fixture.h"

G_BEGIN_DECLS

/* The fixture of an empty programme file, then these statements. */
void pv_test_document_set_up (ProgrammeFixture *self, const char *programme);

/**
 * pv_test_document_make:
 * @texte: (nullable): instead of the template that is shipped
 * @text: (out) (optional) (transfer full) (nullable): what the PDF reads, %NULL when none was
 *   written
 *
 * Makes documents in one file, which must succeed.
 *
 * Returns: (transfer full)
 */
PvDocumentResult *pv_test_document_make (ProgrammeFixture *self,
                                         PvDocumentGenre genre,
                                         const char *texte,
                                         const PvDocumentSujet *sujets,
                                         guint n_sujets,
                                         char **text);

/* That document, the nth of those that were not made, was not for that reason. */
void pv_test_document_assert_manque (const PvDocumentResult *result, guint nth, const char *words);

void pv_test_document_assert_has (const char *text, const char *words);

G_END_DECLS
