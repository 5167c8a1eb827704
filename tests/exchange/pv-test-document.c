/* pv-test-document.c: documents made of a programme, and read back
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pv-test-document.h"

#include "pv-test-pdf.h"

void
pv_test_document_set_up (ProgrammeFixture *self, const char *programme)
{
  programme_fixture_set_up (self, NULL);
  programme_fixture_run (self, programme);
}

PvDocumentResult *
pv_test_document_make (ProgrammeFixture *self,
                       PvDocumentGenre genre,
                       const char *texte,
                       const PvDocumentSujet *sujets,
                       guint n_sujets,
                       char **text)
{
  g_autofree char *name = g_strdup_printf ("%s.pdf", pv_document_genre_to_id (genre));
  g_autofree char *path = pv_test_pdf_path (self->folder, name);
  g_autoptr (GError) error = NULL;
  PvDocumentRequest request = {
    .db = self->db,
    .genre = genre,
    .texte = texte,
    .sujets = sujets,
    .n_sujets = n_sujets,
    .path = path,
  };
  PvDocumentResult *result = pv_document_run (&request, &error);

  g_assert_no_error (error);
  g_assert_nonnull (result);
  if (text != NULL)
    *text = result->path != NULL ? pv_test_pdf_read (path) : NULL;

  return result;
}

void
pv_test_document_assert_manque (const PvDocumentResult *result, guint nth, const char *words)
{
  g_assert_cmpuint (result->manques->len, >, nth);
  pv_test_document_assert_has (((PvDocumentManque *)result->manques->pdata[nth])->texte, words);
}

void
pv_test_document_assert_has (const char *text, const char *words)
{
  if (strstr (text, words) == NULL)
    g_error ("no “%s” in:\n%s", words, text);
}
