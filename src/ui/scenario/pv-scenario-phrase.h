/* pv-scenario-phrase.h: a try, in words
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "scenario/pv-essai.h"

G_BEGIN_DECLS

/* (transfer full): what a try did. */
char *pv_essai_bilan_to_text (const PvEssai *essai, const PvEssaiBilan *bilan);

/* (transfer full): a name for it. @libelle: of its payer or of its envelope */
char *pv_essai_to_nom (const PvEssai *essai, const char *libelle);

/* The words of a choice. */
const char *pv_essai_genre_to_words (PvEssaiGenre genre);

G_END_DECLS
