/* pv-money.h: amounts in integer cents
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "pv-number.h"

G_BEGIN_DECLS

/**
 * PvCents:
 *
 * An amount in euro cents. %PV_CENTS_NULL is "not known" (SQL NULL); 0 is an
 * amount, and for a financement means that the funder refused.
 */
typedef gint64 PvCents;

#define PV_CENTS_NULL G_MININT64

/**
 * PvMoneyFormat:
 * @PV_MONEY_FORMAT_PLAIN: `-12500.50`, for machines
 * @PV_MONEY_FORMAT_FRENCH: `−12 500,50 €` with U+2212 and U+202F
 * @PV_MONEY_FORMAT_ENGLISH: `−€12,500.50` with U+2212
 * @PV_MONEY_FORMAT_NO_ZERO_CENTS: flag: drop decimals that are both 0
 */
typedef enum
{
  PV_MONEY_FORMAT_PLAIN = 0,
  PV_MONEY_FORMAT_FRENCH = 1,
  PV_MONEY_FORMAT_ENGLISH = 2,
  PV_MONEY_FORMAT_NO_ZERO_CENTS = 1 << 4,
} PvMoneyFormat;

/**
 * pv_money_parse:
 * @text: (nullable): an amount as written; `12 500,50 €`, `€12,500.50`,
 *   `50 000 euros`, `840690.0`, `(12)`
 * @style: how to read what @text leaves open
 * @cents: (out): the amount, or %PV_CENTS_NULL when @text is empty, `NC`,
 *   `n.c.` or a dash
 * @rounded: (out) (optional): whether decimals were lost. Given, a third
 *   significant decimal rounds half away from zero; left out, it is refused
 * @error: as pv_number_parse(). `- €` is ambiguous: a spreadsheet shows 0 so
 *
 * Returns: %FALSE when @text is refused; @cents is then untouched
 */
gboolean pv_money_parse (const char *text,
                         PvNumberStyle style,
                         PvCents *cents,
                         gboolean *rounded,
                         GError **error);

/**
 * pv_money_from_double:
 * @euros: the number of a spreadsheet cell, in euros
 * @cents: (out): the amount
 * @rounded: (out) (optional): as pv_money_parse()
 *
 * See pv_number_from_double().
 */
gboolean pv_money_from_double (double euros, PvCents *cents, gboolean *rounded, GError **error);

/**
 * pv_money_format:
 * @cents: an amount, or %PV_CENTS_NULL
 * @format: one format, with or without %PV_MONEY_FORMAT_NO_ZERO_CENTS
 *
 * Returns: (transfer full): the text; empty for %PV_CENTS_NULL. It reads back
 *   to the same cents with pv_money_parse() in the matching style
 */
char *pv_money_format (PvCents cents, PvMoneyFormat format);

/**
 * pv_money_to_words:
 *
 * Returns: (transfer full): the amount in French words, for a letter: « vingt-trois mille
 *   euros », « douze euros et cinquante centimes »; empty for %PV_CENTS_NULL
 */
char *pv_money_to_words (PvCents cents);

/**
 * pv_money_add:
 * @sum: (out): @a + @b. An unknown term is skipped; two of them give
 *   %PV_CENTS_NULL
 *
 * Returns: %FALSE on overflow; @sum is then untouched
 */
gboolean pv_money_add (PvCents a, PvCents b, PvCents *sum);

/**
 * pv_money_sum:
 * @amounts: (array length=n): amounts
 * @sum: (out): their sum as pv_money_add(); %PV_CENTS_NULL when none is known
 *
 * Returns: %FALSE on overflow; @sum is then untouched
 */
gboolean pv_money_sum (const PvCents *amounts, gsize n, PvCents *sum);

/**
 * pv_money_allocate:
 * @total: an amount to share out, of either sign
 * @weights: (array length=n): shares, none negative, in any unit
 * @parts: (out caller-allocates) (array length=n): the parts; they sum to
 *   @total exactly
 *
 * Largest remainder: each part is its exact share cut to the cent, then the
 * cents left go one by one to the largest remainders, the first on a tie.
 *
 * Returns: %FALSE when @total is not known, a weight is negative or their sum
 *   is 0 or overflows; @parts is then untouched
 */
gboolean pv_money_allocate (PvCents total, const gint64 *weights, gsize n, PvCents *parts);

/**
 * pv_money_rate_bp:
 *
 * Returns: @part ÷ @whole in basis points (10000 is 100 %), rounded half away
 *   from zero; %PV_INT_NULL when either is not known, @whole is 0 or the rate
 *   does not fit
 */
gint64 pv_money_rate_bp (PvCents part, PvCents whole);

G_END_DECLS
