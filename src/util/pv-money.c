/* pv-money.c: amounts in integer cents
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pv-money.h"

#include <string.h>

#include "pv-number-lexer.h"

__extension__ typedef unsigned __int128 UWide;

#define MINUS "\u2212"
#define NARROW_SPACE "\u202f"
#define EURO "\u20ac"

/* Parts that are allocated without memory of their own. */
#define N_FEW 8

typedef struct
{
  gsize index;
  guint64 remainder;
} Remainder;

static int
compare_remainders_cb (gconstpointer a, gconstpointer b, gpointer data)
{
  const Remainder *left = a;
  const Remainder *right = b;

  if (left->remainder != right->remainder)
    return left->remainder > right->remainder ? -1 : 1;

  return left->index < right->index ? -1 : left->index > right->index;
}

static guint64
magnitude_of (gint64 value)
{
  return value < 0 ? -(guint64)value : (guint64)value;
}

static void
append_grouped (GString *text, guint64 number, const char *separator)
{
  g_autofree char *digits = g_strdup_printf ("%" G_GUINT64_FORMAT, number);
  gsize first = (strlen (digits) - 1) % 3 + 1;

  g_string_append_len (text, digits, (gssize)first);

  for (const char *p = digits + first; *p != '\0'; p += 3)
    {
      g_string_append (text, separator);
      g_string_append_len (text, p, 3);
    }
}

static gboolean
sum_weights (const gint64 *weights, gsize n, gint64 *sum)
{
  *sum = 0;

  for (gsize i = 0; i < n; i++)
    {
      if (weights[i] < 0 || __builtin_add_overflow (*sum, weights[i], sum))
        return FALSE;
    }

  return *sum > 0;
}

gboolean
pv_money_parse (const char *text,
                PvNumberStyle style,
                PvCents *cents,
                gboolean *rounded,
                GError **error)
{
  g_auto (PvNumberLexeme) lexeme = { 0 };

  if (rounded != NULL)
    *rounded = FALSE;

  if (pv_number_is_null_word (text))
    {
      *cents = PV_CENTS_NULL;
      return TRUE;
    }

  return pv_number_lex (text, style, PV_NUMBER_LEX_MONEY, &lexeme, error) &&
         pv_number_lexeme_scale (&lexeme, 2, cents, rounded, error);
}

gboolean
pv_money_from_double (double euros, PvCents *cents, gboolean *rounded, GError **error)
{
  return pv_number_from_double (euros, 2, cents, rounded, error);
}

char *
pv_money_format (PvCents cents, PvMoneyFormat format)
{
  PvMoneyFormat base = format & ~PV_MONEY_FORMAT_NO_ZERO_CENTS;
  gboolean french = base == PV_MONEY_FORMAT_FRENCH;
  guint64 magnitude = magnitude_of (cents);
  guint rest = (guint)(magnitude % 100);
  GString *text;

  if (cents == PV_CENTS_NULL)
    return g_strdup ("");

  text = g_string_new (NULL);

  if (cents < 0)
    g_string_append (text, base == PV_MONEY_FORMAT_PLAIN ? "-" : MINUS);
  if (base == PV_MONEY_FORMAT_ENGLISH)
    g_string_append (text, EURO);

  append_grouped (text, magnitude / 100,
                  french                            ? NARROW_SPACE
                  : base == PV_MONEY_FORMAT_ENGLISH ? ","
                                                    : "");

  if (rest != 0 || !(format & PV_MONEY_FORMAT_NO_ZERO_CENTS))
    g_string_append_printf (text, "%c%02u", french ? ',' : '.', rest);
  if (french)
    g_string_append (text, NARROW_SPACE EURO);

  return g_string_free (text, FALSE);
}

gboolean
pv_money_add (PvCents a, PvCents b, PvCents *sum)
{
  PvCents result;

  if (a == PV_CENTS_NULL || b == PV_CENTS_NULL)
    result = a == PV_CENTS_NULL ? b : a;
  else if (__builtin_add_overflow (a, b, &result) || result == PV_CENTS_NULL)
    return FALSE;

  *sum = result;
  return TRUE;
}

gboolean
pv_money_sum (const PvCents *amounts, gsize n, PvCents *sum)
{
  PvCents result = PV_CENTS_NULL;

  for (gsize i = 0; i < n; i++)
    {
      if (!pv_money_add (result, amounts[i], &result))
        return FALSE;
    }

  *sum = result;
  return TRUE;
}

/* Part of @magnitude, and what is left over, in parts of @sum. */
static inline guint64
divide (guint64 magnitude, guint64 weight, guint64 sum, guint64 *rest)
{
  guint64 narrow;
  UWide wide;

  if (!__builtin_mul_overflow (magnitude, weight, &narrow))
    {
      *rest = narrow % sum;
      return narrow / sum;
    }
  wide = (UWide)magnitude * weight;
  *rest = (guint64)(wide % sum);

  return (guint64)(wide / sum);
}

/* What is left goes by one to the largest remainders, which are more than that: of few of them the
 * largest is looked for each time. */
static void
give (Remainder *remainders, gsize n, guint64 left, PvCents *parts)
{
  if (left > 0 && n > N_FEW)
    g_qsort_with_data (remainders, (int)n, sizeof (Remainder), compare_remainders_cb, NULL);

  for (gsize i = 0; i < left; i++)
    {
      Remainder *largest = &remainders[n > N_FEW ? i : 0];

      for (gsize j = 1; n <= N_FEW && j < n; j++)
        if (remainders[j].remainder > largest->remainder)
          largest = &remainders[j];
      parts[largest->index]++;
      largest->remainder = 0;
    }
}

gboolean
pv_money_allocate (PvCents total, const gint64 *weights, gsize n, PvCents *parts)
{
  Remainder few[N_FEW];
  g_autofree Remainder *many = NULL;
  Remainder *remainders = few;
  guint64 magnitude = magnitude_of (total);
  guint64 left = magnitude;
  gint64 sum;

  if (total == PV_CENTS_NULL || !sum_weights (weights, n, &sum))
    return FALSE;

  if (n > N_FEW)
    remainders = many = g_new (Remainder, n);

  for (gsize i = 0; i < n; i++)
    {
      guint64 rest, part = divide (magnitude, (guint64)weights[i], (guint64)sum, &rest);

      remainders[i] = (Remainder){ i, rest };
      parts[i] = (PvCents)part;
      left -= part;
    }

  give (remainders, n, left, parts);

  for (gsize i = 0; total < 0 && i < n; i++)
    parts[i] = -parts[i];

  return TRUE;
}

gint64
pv_money_rate_bp (PvCents part, PvCents whole)
{
  return pv_number_mul_div (part, 10000, whole);
}
