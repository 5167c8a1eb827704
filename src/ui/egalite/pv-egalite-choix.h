/* pv-egalite-choix.h: what the page of the marking lets one choose
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "context/pv-context.h"
#include "egalite/pv-egalite-fiche-store.h"

G_BEGIN_DECLS

/* Long names are cut in the button, whole in its list. */
void pv_egalite_choix_shorten (GtkDropDown *choice);

/**
 * pv_egalite_choix_search:
 * @file: (nullable): the marks to decide: what is offered before anything is typed
 *
 * Returns: (transfer full) (element-type PvChoiceItem): dossiers of the appel in use
 */
GPtrArray *
pv_egalite_choix_search (PvContext *context, const PvEgaliteFile *file, const char *text);

G_END_DECLS
