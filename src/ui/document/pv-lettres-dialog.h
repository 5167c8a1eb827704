/* pv-lettres-dialog.h: letters, conventions and fiches of chosen dossiers
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "context/pv-context.h"
#include "document/pv-document.h"

G_BEGIN_DECLS

#define PV_TYPE_LETTRES_DIALOG (pv_lettres_dialog_get_type ())

G_DECLARE_FINAL_TYPE (PvLettresDialog, pv_lettres_dialog, PV, LETTRES_DIALOG, AdwWindow)

/**
 * pv_lettres_dialog_present:
 * @widget: in the window that asks; it finds `win.open-dossier`
 * @genre: chosen first, or %PV_DOCUMENT_GENRE_NULL: by what the first dossier is
 * @sujets: (transfer full) (element-type PvDocumentSujet): one at least
 *
 * Returns: (transfer none): the dialog, shown
 */
PvLettresDialog *pv_lettres_dialog_present (GtkWidget *widget,
                                            PvContext *context,
                                            PvDocumentGenre genre,
                                            GArray *sujets);

/* The same of dossiers: @ids: (transfer full) (element-type gint64). */
PvLettresDialog *pv_lettres_dialog_present_dossiers (GtkWidget *widget,
                                                     PvContext *context,
                                                     PvDocumentGenre genre,
                                                     GArray *ids);

/* Writes to a PDF file, or to a folder that is not there yet; for the tests also. */
void pv_lettres_dialog_write_to (PvLettresDialog *self, const char *path);

/* Whether it is drawing or writing. */
gboolean pv_lettres_dialog_is_busy (PvLettresDialog *self);

G_END_DECLS
