/* pv-identifier.h: SIRET, SIREN, RNA, INSEE, QPV and contrat codes
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PvIdentifierKind:
 * @PV_IDENTIFIER_SIRET: 14 digits, the SIREN and a NIC, Luhn key on the whole.
 *   La Poste (SIREN 356000000) is also valid when the sum of its digits is a
 *   multiple of 5. Source: INSEE, Sirene; code de commerce R123-220, R123-221
 * @PV_IDENTIFIER_SIREN: 9 digits, Luhn key. Same source
 * @PV_IDENTIFIER_RNA: `W`, a digit, a digit or capital, 7 digits: an
 *   association in the Répertoire national des associations (arrêté du 14
 *   octobre 2009); Alsace-Moselle has none
 * @PV_IDENTIFIER_INSEE: a commune of the Code officiel géographique (INSEE):
 *   `02001`, `2A004`, `97105`. Not a postal code
 * @PV_IDENTIFIER_QPV: a quartier prioritaire; of 2014 `QP059001` (décrets
 *   2014-1750 and 2014-1751), of 2024 `QN05901M` (décret 2023-1314): three
 *   characters of département, an order, and for 2024 a letter (N new, M
 *   modified, I identical)
 * @PV_IDENTIFIER_CONTRAT: a contrat de ville; of 2024-2030 `CN05901M`, of
 *   2014-2023 `CV373` (ANCT)
 */
typedef enum
{
  PV_IDENTIFIER_SIRET,
  PV_IDENTIFIER_SIREN,
  PV_IDENTIFIER_RNA,
  PV_IDENTIFIER_INSEE,
  PV_IDENTIFIER_QPV,
  PV_IDENTIFIER_CONTRAT,
} PvIdentifierKind;

/**
 * PvIdentifierResult:
 * @PV_IDENTIFIER_EMPTY: nothing was given; neither text nor reason
 * @PV_IDENTIFIER_VALID: as given, but for outer blanks
 * @PV_IDENTIFIER_REPAIRED: damaged in a way that leaves no doubt; the text is
 *   the repaired code, the reason says what was done
 * @PV_IDENTIFIER_INVALID: the reason says why
 */
typedef enum
{
  PV_IDENTIFIER_EMPTY,
  PV_IDENTIFIER_VALID,
  PV_IDENTIFIER_REPAIRED,
  PV_IDENTIFIER_INVALID,
} PvIdentifierResult;

/**
 * pv_identifier_check:
 * @kind: what @text should be
 * @text: (nullable): what a person or a spreadsheet wrote
 * @canonical: (out) (optional) (nullable) (transfer full): the code as it is
 *   kept. With %PV_IDENTIFIER_INVALID: a SIRET or SIREN of the right length
 *   whose key alone is wrong (the caller decides how bad that is: such SIRETs
 *   exist in official files), else %NULL
 * @reason: (out) (optional) (nullable) (transfer full): one sentence for the
 *   user when repaired or invalid, else %NULL
 *
 * Repairs only what is certain: spaces, no-break spaces, dots and dashes in a
 * SIRET or SIREN, a `.0` tail, one lost leading zero that makes the key valid
 * (SIRET, SIREN) or an INSEE code of 4 digits, small letters.
 */
PvIdentifierResult
pv_identifier_check (PvIdentifierKind kind, const char *text, char **canonical, char **reason);

/**
 * pv_identifier_siret_is_valid:
 * @siret: (nullable): a canonical SIRET
 */
gboolean pv_identifier_siret_is_valid (const char *siret);

/**
 * pv_identifier_siren_of_siret:
 *
 * Returns: (transfer full) (nullable): the 9 first digits, or %NULL when
 *   @siret is not 14 digits
 */
char *pv_identifier_siren_of_siret (const char *siret);

/**
 * pv_identifier_qpv_generation:
 *
 * Returns: 2014, 2024, or 0 when @code is not a canonical QPV code
 */
int pv_identifier_qpv_generation (const char *code);

G_END_DECLS
