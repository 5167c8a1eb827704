/* pv-bilan-mots.h: what the first page of the bilan says in words
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "bilan/pv-bilan-analyse.h"

G_BEGIN_DECLS

/* (transfer full): « 1 action », « 1 234 actions » */
char *pv_bilan_mots_say_count (gint64 n, const char *one, const char *many);

/* Returns: (transfer full) (element-type utf8): the sentences of the last exercice, of which there
 * is one */
GPtrArray *pv_bilan_mots_make_phrases (const PvBilanAnalyse *analyse);

G_END_DECLS
