/* pv-document-apercu.h: the pages of a document, as they will be
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "context/pv-context.h"
#include "document/pv-document-demande.h"

G_BEGIN_DECLS

#define PV_TYPE_DOCUMENT_APERCU (pv_document_apercu_get_type ())

G_DECLARE_FINAL_TYPE (PvDocumentApercu, pv_document_apercu, PV, DOCUMENT_APERCU, AdwBin)

/* @demande: (transfer full): drawn in a worker; what is shown stays until it is there. */
void
pv_document_apercu_show (PvDocumentApercu *self, PvContext *context, PvDocumentDemande *demande);

/* Shows a sentence in place of pages; %NULL: nothing. */
void pv_document_apercu_clear (PvDocumentApercu *self, const char *sentence);

/* How many pages are shown. */
guint pv_document_apercu_get_n_pages (PvDocumentApercu *self);

G_END_DECLS
