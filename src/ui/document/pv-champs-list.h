/* pv-champs-list.h: the fields of templates, to be inserted
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "modele/pv-modele-document.h"

G_BEGIN_DECLS

#define PV_TYPE_CHAMPS_LIST (pv_champs_list_get_type ())

G_DECLARE_FINAL_TYPE (PvChampsList, pv_champs_list, PV, CHAMPS_LIST, AdwBin)

/* Signal insert (char *texte, gboolean ligne): a field was chosen; @ligne: it stands on a line
 * of its own. */

/* Lists the fields of a genre. */
void pv_champs_list_set_genre (PvChampsList *self, PvDocumentGenre genre);

G_END_DECLS
