/* pv-number-lexer.h: what numbers, amounts and percentages have in common
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "pv-number.h"

G_BEGIN_DECLS

/* Of src/util only. */

typedef enum
{
  PV_NUMBER_LEX_PLAIN = 0,
  PV_NUMBER_LEX_MONEY = 1 << 0,   /* a euro sign or word may come with it */
  PV_NUMBER_LEX_PERCENT = 1 << 1, /* a percent sign may follow */
} PvNumberLexFlags;

/**
 * PvNumberLexeme:
 * @text: (owned): what was read, for messages
 * @digits: (owned): significant digits, without separators
 * @point: where the decimals start in @digits; may lie outside
 * @tells: the style that the text shows by its form alone, or AUTO
 */
typedef struct
{
  char *text;
  char *digits;
  gssize point;
  gboolean negative;
  gboolean percent;
  PvNumberStyle tells;
} PvNumberLexeme;

/**
 * pv_number_lex:
 * @text: not one of the words for "not known"
 * @lexeme: (out caller-allocates): zeroed; to clear in any case
 */
gboolean pv_number_lex (const char *text,
                        PvNumberStyle style,
                        PvNumberLexFlags flags,
                        PvNumberLexeme *lexeme,
                        GError **error);

/**
 * pv_number_lexeme_scale:
 *
 * The number × 10^@decimals, as pv_number_parse() tells.
 */
gboolean pv_number_lexeme_scale (const PvNumberLexeme *lexeme,
                                 guint decimals,
                                 gint64 *value,
                                 gboolean *rounded,
                                 GError **error);

void pv_number_lexeme_clear (PvNumberLexeme *lexeme);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PvNumberLexeme, pv_number_lexeme_clear)

G_END_DECLS
