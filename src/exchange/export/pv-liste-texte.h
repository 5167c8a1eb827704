/* pv-liste-texte.h: a list for a clipboard
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "export/pv-liste-export.h"

G_BEGIN_DECLS

/**
 * pv_liste_to_text:
 * @html: (out) (transfer full): the same as a table whose figures stay figures
 *
 * Returns: (transfer full): lines of cells separated by tabs, with their header: figures
 *   without signs nor spaces, so that a spreadsheet takes them for what they are;
 *   %NULL with @error
 */
char *
pv_liste_to_text (const PvListe *liste, char **html, GCancellable *cancellable, GError **error);

G_END_DECLS
