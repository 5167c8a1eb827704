/* pv-document-page.h: the lines of a filled template, on pages
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "document/pv-document-donnees.h"
#include "imprime/pv-imprime.h"

G_BEGIN_DECLS

/* Margins and size of the text of all documents. */
#define PV_DOCUMENT_MARGE 62.4 /* 22 mm */
#define PV_DOCUMENT_ECHELLE 1.15

/* Writes @lignes, as pv_document_gabarit_fill() gives them, from where @imprime is. */
void
pv_document_page_write (PvImprime *imprime, const char *lignes, const PvDocumentDonnees *donnees);

/* Writes the table of that name; a sentence when it has no row. */
void
pv_document_tableau_write (PvImprime *imprime, const char *nom, const PvDocumentDonnees *donnees);

G_END_DECLS
