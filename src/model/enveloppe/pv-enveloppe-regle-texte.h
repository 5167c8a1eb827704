/* pv-enveloppe-regle-texte.h: the limits of an envelope, as a cell of a table writes them
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "enveloppe/pv-enveloppe-regle.h"

G_BEGIN_DECLS

/**
 * pv_enveloppe_regle_parse:
 * @texte: limits separated by `;`: `cpo >= 50 %`, `genre:vulnerable <= 2,5 % de 19400000
 *   (P147 du département)`, `commune:59512 <= 20000`, `réserve 150000`
 *
 * Returns: (transfer full) (element-type PvEnveloppeRegle): without their envelope, or %NULL
 *   with %PV_RULE_ERROR_INVALID, which says which one is not understood
 */
GPtrArray *pv_enveloppe_regle_parse (const char *texte, GError **error);

G_END_DECLS
