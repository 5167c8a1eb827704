/* pv-number.h: decimal numbers, percentages and counts as people write them
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PV_INT_NULL:
 *
 * An integer (count, basis points, hundredths of a point) that is not known.
 * SQL NULL; never 0.
 */
#define PV_INT_NULL G_MININT64

/**
 * PV_NUMBER_LIMIT:
 *
 * Largest magnitude of a scaled number or of an amount in cents that is read:
 * ten thousand billion euros. 15 significant digits is what a spreadsheet
 * keeps, so nothing below it is lost on the way.
 */
#define PV_NUMBER_LIMIT G_GINT64_CONSTANT (1000000000000000)

/**
 * PvNumberStyle:
 * @PV_NUMBER_STYLE_AUTO: each text decides; what could be both is refused
 * @PV_NUMBER_STYLE_FRENCH: comma before decimals; dots and spaces group
 * @PV_NUMBER_STYLE_ENGLISH: dot before decimals; commas and spaces group
 *
 * A style settles only what a text alone leaves open (`1.234`); a text that
 * can be read in one way only is read that way under any style (`12500,5`).
 */
typedef enum
{
  PV_NUMBER_STYLE_AUTO,
  PV_NUMBER_STYLE_FRENCH,
  PV_NUMBER_STYLE_ENGLISH,
} PvNumberStyle;

/**
 * PvPercentUnit:
 * @PV_PERCENT_UNIT_AUTO: below 1 a fraction, above 1 points; 1 is refused as
 *   ambiguous
 * @PV_PERCENT_UNIT_POINTS: `50` is 50 %
 * @PV_PERCENT_UNIT_FRACTION: `0,5` is 50 %
 *
 * What a percentage without its sign means. A text with `%` is always points.
 */
typedef enum
{
  PV_PERCENT_UNIT_AUTO,
  PV_PERCENT_UNIT_POINTS,
  PV_PERCENT_UNIT_FRACTION,
} PvPercentUnit;

/**
 * pv_number_is_null_word:
 * @text: (nullable): a cell
 *
 * Whether @text says that nothing is known: empty, `NC`, `n.c.`, or a lone
 * dash. `néant` is not one of them: it may mean 0.
 */
gboolean pv_number_is_null_word (const char *text);

/**
 * pv_number_parse:
 * @text: (nullable): a number as written; `12 500,5`, `1,234.5`, `−12`, `(12)`
 * @style: how to read what @text leaves open
 * @decimals: how many decimals to keep, 0 to 6
 * @value: (out): the number × 10^@decimals, or %PV_INT_NULL when @text is one
 *   of the words for "not known"
 * @rounded: (out) (optional): whether decimals were lost. Given, they are
 *   rounded half away from zero; left out, they are refused
 * @error: %PV_RULE_ERROR_AMBIGUOUS for `1,234` under AUTO,
 *   %PV_RULE_ERROR_OVERFLOW beyond %PV_NUMBER_LIMIT, else
 *   %PV_RULE_ERROR_INVALID (exponents too: a spreadsheet has lost digits)
 *
 * Returns: %FALSE when @text is refused; @value is then untouched
 */
gboolean pv_number_parse (const char *text,
                          PvNumberStyle style,
                          guint decimals,
                          gint64 *value,
                          gboolean *rounded,
                          GError **error);

/**
 * pv_number_parse_count:
 * @text: (nullable): a count of people, rows, places; `1 250`, `12.0`
 * @value: (out): the count, or %PV_INT_NULL
 *
 * As pv_number_parse() without decimals, and never negative.
 */
gboolean
pv_number_parse_count (const char *text, PvNumberStyle style, gint64 *value, GError **error);

/**
 * pv_number_parse_percent:
 * @text: (nullable): `50 %`, `0,5`, `12.5%`
 * @unit: what a number without `%` is
 * @basis_points: (out): 50 % is 5000; %PV_INT_NULL when not known
 * @rounded: (out) (optional): as for pv_number_parse(): more than two decimals
 *   of a percent
 *
 * Nothing is bounded: 120 % is 12000, the caller knows what its column allows.
 */
gboolean pv_number_parse_percent (const char *text,
                                  PvNumberStyle style,
                                  PvPercentUnit unit,
                                  gint64 *basis_points,
                                  gboolean *rounded,
                                  GError **error);

/**
 * pv_number_from_double:
 * @number: the number of a spreadsheet cell
 * @decimals: how many decimals to keep, 0 to 6
 * @value: (out): @number × 10^@decimals
 * @rounded: (out) (optional): whether decimals were lost, as pv_number_parse()
 *
 * Reads the 15 significant digits a spreadsheet shows, so 22810.61 is exact
 * and 0.1 + 0.2 is 0.3. Not a number, infinity and too large are refused.
 */
gboolean pv_number_from_double (double number,
                                guint decimals,
                                gint64 *value,
                                gboolean *rounded,
                                GError **error);

/**
 * pv_number_mul_div:
 *
 * Returns: @a × @b ÷ @divisor rounded half away from zero, computed without
 *   intermediate overflow; %PV_INT_NULL when one of them is, @divisor is 0 or
 *   the result does not fit
 */
gint64 pv_number_mul_div (gint64 a, gint64 b, gint64 divisor);

/**
 * pv_number_style_detect:
 * @samples: (array length=n): cells of one column; some may be %NULL
 *
 * Returns: the style that every telling sample shows;
 *   %PV_NUMBER_STYLE_AUTO when none tells or they disagree
 */
PvNumberStyle pv_number_style_detect (const char *const *samples, gsize n);

G_END_DECLS
