/* pv-dossier-recherche.h: what a person types, as a query of the full-text index
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * pv_dossier_recherche_to_match:
 *
 * Returns: (transfer full) (nullable): the query of the full-text index for what a
 *   person typed, %NULL when there is no word in it
 */
char *pv_dossier_recherche_to_match (const char *texte);

G_END_DECLS
