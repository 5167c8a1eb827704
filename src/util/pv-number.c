/* pv-number.c: decimal numbers, percentages and counts as people write them
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "pv-error.h"
#include "pv-number-lexer.h"
#include "pv-number.h"
#include "pv-text.h"

__extension__ typedef __int128 Wide;

/* A percentage without its sign is a fraction, points, or could be both. */
static PvPercentUnit
guess_percent_unit (const PvNumberLexeme *lexeme)
{
  const char *digits = lexeme->digits;
  gsize n_zeros = strspn (digits, "0");

  if (digits[n_zeros] == '\0' || (gssize)n_zeros >= lexeme->point)
    return PV_PERCENT_UNIT_FRACTION;

  if ((gssize)n_zeros == lexeme->point - 1 && digits[n_zeros] == '1' &&
      strspn (digits + lexeme->point, "0") == strlen (digits + lexeme->point))
    return PV_PERCENT_UNIT_AUTO;

  return PV_PERCENT_UNIT_POINTS;
}

gboolean
pv_number_is_null_word (const char *text)
{
  static const char *const words[] = { "", "-", "–", "—", "−", "nc", "n.c", "n.c." };
  g_autofree char *word = pv_text_clean (text, FALSE);

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      if (g_ascii_strcasecmp (word, words[i]) == 0)
        return TRUE;
    }

  return FALSE;
}

gboolean
pv_number_parse (const char *text,
                 PvNumberStyle style,
                 guint decimals,
                 gint64 *value,
                 gboolean *rounded,
                 GError **error)
{
  g_auto (PvNumberLexeme) lexeme = { 0 };

  if (rounded != NULL)
    *rounded = FALSE;

  if (pv_number_is_null_word (text))
    {
      *value = PV_INT_NULL;
      return TRUE;
    }

  return pv_number_lex (text, style, PV_NUMBER_LEX_PLAIN, &lexeme, error) &&
         pv_number_lexeme_scale (&lexeme, decimals, value, rounded, error);
}

gboolean
pv_number_parse_count (const char *text, PvNumberStyle style, gint64 *value, GError **error)
{
  gint64 count;

  if (!pv_number_parse (text, style, 0, &count, NULL, error))
    return FALSE;

  if (count < 0 && count != PV_INT_NULL)
    {
      g_autofree char *excerpt = pv_text_excerpt (text, 40);

      g_set_error (error, PV_RULE_ERROR, PV_RULE_ERROR_INVALID,
                   _ ("“%s” is below zero, which a count cannot be: correct it"), excerpt);
      return FALSE;
    }

  *value = count;
  return TRUE;
}

gboolean
pv_number_parse_percent (const char *text,
                         PvNumberStyle style,
                         PvPercentUnit unit,
                         gint64 *basis_points,
                         gboolean *rounded,
                         GError **error)
{
  g_auto (PvNumberLexeme) lexeme = { 0 };

  if (rounded != NULL)
    *rounded = FALSE;

  if (pv_number_is_null_word (text))
    {
      *basis_points = PV_INT_NULL;
      return TRUE;
    }

  if (!pv_number_lex (text, style, PV_NUMBER_LEX_PERCENT, &lexeme, error))
    return FALSE;

  if (lexeme.percent)
    unit = PV_PERCENT_UNIT_POINTS;
  else if (unit == PV_PERCENT_UNIT_AUTO)
    unit = guess_percent_unit (&lexeme);

  if (unit == PV_PERCENT_UNIT_AUTO)
    {
      g_autofree char *excerpt = pv_text_excerpt (text, 40);

      g_set_error (error, PV_RULE_ERROR, PV_RULE_ERROR_AMBIGUOUS,
                   _ ("“%s” could be 1%% or 100%%: write the %% sign"), excerpt);
      return FALSE;
    }

  return pv_number_lexeme_scale (&lexeme, unit == PV_PERCENT_UNIT_POINTS ? 2 : 4, basis_points,
                                 rounded, error);
}

gboolean
pv_number_from_double (double number,
                       guint decimals,
                       gint64 *value,
                       gboolean *rounded,
                       GError **error)
{
  g_auto (PvNumberLexeme) lexeme = { 0 };
  g_autofree char *text = NULL;

  if (rounded != NULL)
    *rounded = FALSE;

  if (!isfinite (number))
    {
      g_set_error (error, PV_RULE_ERROR, PV_RULE_ERROR_INVALID,
                   _ ("The cell does not hold a finite number: correct its formula"));
      return FALSE;
    }

  /* d.dddddddddddddde±XX: the 15 digits a spreadsheet shows. */
  text = g_malloc (G_ASCII_DTOSTR_BUF_SIZE);
  g_ascii_formatd (text, G_ASCII_DTOSTR_BUF_SIZE, "%.14e", fabs (number));

  lexeme.negative = number < 0;
  lexeme.digits = g_strdup_printf ("%c%.14s", text[0], text + 2);
  lexeme.point = 1 + g_ascii_strtoll (text + 17, NULL, 10);
  lexeme.text = g_strdup_printf ("%.15g", number);

  return pv_number_lexeme_scale (&lexeme, decimals, value, rounded, error);
}

gint64
pv_number_mul_div (gint64 a, gint64 b, gint64 divisor)
{
  Wide product, magnitude, base, quotient;

  if (a == PV_INT_NULL || b == PV_INT_NULL || divisor == PV_INT_NULL || divisor == 0)
    return PV_INT_NULL;

  product = (Wide)a * b;
  magnitude = product < 0 ? -product : product;
  base = divisor < 0 ? -(Wide)divisor : divisor;
  quotient = (magnitude + base / 2) / base;

  /* An odd base has no exact half; the half of an even one rounds up. */
  if (quotient > G_MAXINT64)
    return PV_INT_NULL;

  return (product < 0) != (divisor < 0) ? -(gint64)quotient : (gint64)quotient;
}

PvNumberStyle
pv_number_style_detect (const char *const *samples, gsize n)
{
  PvNumberStyle found = PV_NUMBER_STYLE_AUTO;

  for (gsize i = 0; i < n; i++)
    {
      g_auto (PvNumberLexeme) lexeme = { 0 };

      if (pv_number_is_null_word (samples[i]) ||
          !pv_number_lex (samples[i], PV_NUMBER_STYLE_AUTO,
                          PV_NUMBER_LEX_MONEY | PV_NUMBER_LEX_PERCENT, &lexeme, NULL) ||
          lexeme.tells == PV_NUMBER_STYLE_AUTO)
        continue;

      if (found != PV_NUMBER_STYLE_AUTO && found != lexeme.tells)
        return PV_NUMBER_STYLE_AUTO;

      found = lexeme.tells;
    }

  return found;
}
