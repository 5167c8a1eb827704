/* pv-number-lexer.c: what numbers, amounts and percentages have in common
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>
#include <string.h>

#include "pv-error.h"
#include "pv-number-lexer.h"
#include "pv-text.h"

/* No number we keep needs more, signs, separators and currency included. */
#define MAX_CHARS 64

/* One ASCII character per thing seen; CURRENCY stands for a sign or a word. */
#define CURRENCY 'c'
#define GROUP_SEPARATORS " '"

typedef struct
{
  const char *start;
  gsize length;
  char decimal; /* '.' or ',' or 0 */
  gsize decimal_at;
  gboolean percent;
  gboolean ambiguous;
  PvNumberStyle tells;
} Body;

static gboolean
fail_invalid (const char *text, GError **error)
{
  g_autofree char *excerpt = pv_text_excerpt (text, 40);

  g_set_error (error, PV_RULE_ERROR, PV_RULE_ERROR_INVALID,
               _ ("“%s” is not a number that can be read: write it in figures"), excerpt);
  return FALSE;
}

static gboolean
fail_exponent (const char *text, GError **error)
{
  g_autofree char *excerpt = pv_text_excerpt (text, 40);

  g_set_error (error, PV_RULE_ERROR, PV_RULE_ERROR_INVALID,
               _ ("“%s” is in scientific notation: the spreadsheet may have lost digits, "
                  "write the number in full"),
               excerpt);
  return FALSE;
}

static gboolean
fail_ambiguous (const char *text, GError **error)
{
  g_autofree char *excerpt = pv_text_excerpt (text, 40);

  g_set_error (error, PV_RULE_ERROR, PV_RULE_ERROR_AMBIGUOUS,
               _ ("“%s” could be read in two ways: say whether the comma or the dot comes "
                  "before the decimals"),
               excerpt);
  return FALSE;
}

/* The ASCII mark of one character that is not a letter; 0 when it has none. */
static char
mark_of (gunichar c)
{
  switch (c)
    {
    case 0x2212: /* minus */
    case 0x2013: /* en dash, that word processors type for it */
    case '-':
      return '-';
    case 0x2019:
    case '\'':
      return '\'';
    case 0x20AC:
      return CURRENCY;
    case '+':
    case '.':
    case ',':
    case '(':
    case ')':
    case '%':
      return (char)c;
    default:
      if (g_unichar_isspace (c))
        return ' ';
      return c < 0x80 && g_ascii_isdigit ((char)c) ? (char)c : 0;
    }
}

static gboolean
is_exponent (const GString *marks, const char *word, gsize length)
{
  const char *next = word + length;

  if (length != 1 || g_ascii_tolower (*word) != 'e' || marks->len == 0 ||
      strchr ("0123456789.,", marks->str[marks->len - 1]) == NULL)
    return FALSE;

  if (*next == '+' || *next == '-')
    next++;

  return g_ascii_isdigit (*next);
}

static gboolean
is_currency_word (const char *word, gsize length)
{
  static const char *const words[] = { "eur", "euro", "euros" };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      if (strlen (words[i]) == length && g_ascii_strncasecmp (word, words[i], length) == 0)
        return TRUE;
    }

  return FALSE;
}

static gsize
word_length (const char *p)
{
  gsize length = 0;

  while (g_ascii_isalpha (p[length]))
    length++;

  return length;
}

/* Writes @text as marks, with runs of spaces as one. */
static gboolean
read_marks (const char *text, GString *marks, GError **error)
{
  const char *p = text;

  while (*p != '\0' && marks->len <= MAX_CHARS)
    {
      gsize length = word_length (p);
      gunichar c = g_utf8_get_char_validated (p, -1);
      char mark = CURRENCY;

      if (length > 0)
        {
          if (is_exponent (marks, p, length))
            return fail_exponent (text, error);
          if (!is_currency_word (p, length))
            return fail_invalid (text, error);
          p += length;
        }
      else if (c == (gunichar)-1 || c == (gunichar)-2 || (mark = mark_of (c)) == 0)
        return fail_invalid (text, error);
      else
        p = g_utf8_next_char (p);

      if (mark != ' ' || (marks->len > 0 && marks->str[marks->len - 1] != ' '))
        g_string_append_c (marks, mark);
    }

  return marks->len <= MAX_CHARS ? TRUE : fail_invalid (text, error);
}

/* Takes one thing off an end: a space, a sign, a currency. */
static gboolean
take_around (Body *body,
             PvNumberLexFlags flags,
             gboolean *sign,
             gboolean *currency,
             PvNumberLexeme *lexeme)
{
  char first = body->start[0];
  char last = body->start[body->length - 1];
  gsize front = 0, back = 0;

  if (first == ' ')
    front = 1;
  else if (last == ' ')
    back = 1;
  else if (first == CURRENCY && !*currency && (flags & PV_NUMBER_LEX_MONEY))
    *currency = front = 1;
  else if (last == CURRENCY && !*currency && (flags & PV_NUMBER_LEX_MONEY))
    *currency = back = 1;
  else if (last == '%' && !lexeme->percent && (flags & PV_NUMBER_LEX_PERCENT))
    lexeme->percent = back = 1;
  else if ((first == '-' || first == '+') && !*sign)
    {
      *sign = front = 1;
      lexeme->negative = first == '-';
    }
  else if (last == '-' && !*sign && body->length > 1 &&
           g_ascii_isdigit (body->start[body->length - 2]))
    /* as SAP writes it */
    *sign = back = lexeme->negative = 1;
  else if (first == '(' && last == ')' && body->length > 1 && !*sign)
    *sign = front = back = lexeme->negative = 1;

  body->start += front;
  body->length -= front + back;

  return front + back > 0;
}

static gboolean
take_all_around (Body *body, PvNumberLexFlags flags, PvNumberLexeme *lexeme, GError **error)
{
  gboolean sign = FALSE, currency = FALSE;

  while (body->length > 0 && take_around (body, flags, &sign, &currency, lexeme))
    ;

  if (body->length > 0)
    return TRUE;

  if (sign && currency && lexeme->negative)
    {
      g_autofree char *excerpt = pv_text_excerpt (lexeme->text, 40);

      g_set_error (error, PV_RULE_ERROR, PV_RULE_ERROR_AMBIGUOUS,
                   _ ("“%s” could be 0, as spreadsheets show it, or an amount that is not "
                      "known: write 0 or leave it empty"),
                   excerpt);
      return FALSE;
    }

  return fail_invalid (lexeme->text, error);
}

/* A comma or dot that is alone: decimals, thousands, or who knows. */
static void
decide_lone (Body *body, gsize at, PvNumberStyle style)
{
  char separator = body->start[at];
  gboolean comma = separator == ',';
  gboolean can_group = at >= 1 && at <= 3 && body->start[0] != '0' && body->length - at - 1 == 3 &&
                       strcspn (body->start, GROUP_SEPARATORS) >= body->length;

  /* Nobody means 33 333 %. */
  if (!can_group || (body->percent && style == PV_NUMBER_STYLE_AUTO))
    {
      body->decimal = separator;
      body->tells = comma ? PV_NUMBER_STYLE_FRENCH : PV_NUMBER_STYLE_ENGLISH;
    }
  else if (style == PV_NUMBER_STYLE_AUTO)
    body->ambiguous = TRUE;
  else if (comma == (style == PV_NUMBER_STYLE_FRENCH))
    body->decimal = separator;
}

/* Which separator comes before the decimals, and where. */
static void
find_decimal (Body *body, PvNumberStyle style)
{
  gsize n_commas = 0, n_dots = 0, last = 0;

  for (gsize i = 0; i < body->length; i++)
    {
      if (body->start[i] != ',' && body->start[i] != '.')
        continue;

      n_commas += body->start[i] == ',';
      n_dots += body->start[i] == '.';
      last = i;
    }

  body->decimal_at = last;

  if (n_commas + n_dots == 1)
    decide_lone (body, last, style);
  else if (n_commas > 0 && n_dots > 0)
    {
      body->decimal = body->start[last];
      body->tells = body->decimal == ',' ? PV_NUMBER_STYLE_FRENCH : PV_NUMBER_STYLE_ENGLISH;
    }
  else if (n_commas + n_dots > 1)
    body->tells = n_commas > 0 ? PV_NUMBER_STYLE_ENGLISH : PV_NUMBER_STYLE_FRENCH;

  if (body->decimal == 0)
    body->decimal_at = body->length;
}

/* Digits before the decimals: all in one run, or in thousands with one
 * separator. */
static gboolean
read_integer (const char *start, gsize length, char decimal, GString *digits)
{
  char separator = 0;
  gsize run = 0;

  for (gsize i = 0; i < length; i++)
    {
      char c = start[i];

      if (g_ascii_isdigit (c))
        {
          g_string_append_c (digits, c);
          run++;
          continue;
        }

      if (strchr (" '.,", c) == NULL || c == decimal || (separator != 0 && c != separator) ||
          (separator == 0 ? run < 1 || run > 3 || start[0] == '0' : run != 3))
        return FALSE;

      separator = c;
      run = 0;
    }

  return separator == 0 || run == 3;
}

static gboolean
read_body (const Body *body, PvNumberLexeme *lexeme, GError **error)
{
  g_autoptr (GString) digits = g_string_new (NULL);
  gsize at = body->decimal_at;

  if (!read_integer (body->start, at, body->decimal, digits))
    return fail_invalid (lexeme->text, error);

  lexeme->point = (gssize)digits->len;

  /* `,50` is read, `12,` is not: something was cut. */
  if (body->decimal != 0)
    {
      gsize n_decimals = body->length - at - 1;

      if (n_decimals == 0 || strspn (body->start + at + 1, "0123456789") < n_decimals)
        return fail_invalid (lexeme->text, error);

      g_string_append_len (digits, body->start + at + 1, (gssize)n_decimals);
    }

  lexeme->digits = g_string_free (g_steal_pointer (&digits), FALSE);
  return TRUE;
}

static gboolean
fail_decimals (const char *text, guint decimals, GError **error)
{
  g_autofree char *excerpt = pv_text_excerpt (text, 40);

  if (decimals == 0)
    g_set_error (error, PV_RULE_ERROR, PV_RULE_ERROR_INVALID,
                 _ ("“%s” is not a whole number: correct it"), excerpt);
  else
    g_set_error (error, PV_RULE_ERROR, PV_RULE_ERROR_INVALID,
                 g_dngettext (GETTEXT_PACKAGE, "“%s” has more than %u decimal: round it",
                              "“%s” has more than %u decimals: round it", decimals),
                 excerpt, decimals);

  return FALSE;
}

gboolean
pv_number_lex (const char *text,
               PvNumberStyle style,
               PvNumberLexFlags flags,
               PvNumberLexeme *lexeme,
               GError **error)
{
  g_autoptr (GString) marks = g_string_sized_new (32);
  Body body = { 0 };

  lexeme->text = g_strdup (text);

  if (!read_marks (text, marks, error))
    return FALSE;

  body.start = marks->str;
  body.length = marks->len;

  if (!take_all_around (&body, flags, lexeme, error))
    return FALSE;

  body.percent = lexeme->percent;
  find_decimal (&body, style);
  lexeme->tells = body.tells;

  if (!read_body (&body, lexeme, error))
    return FALSE;

  return body.ambiguous ? fail_ambiguous (text, error) : TRUE;
}

gboolean
pv_number_lexeme_scale (const PvNumberLexeme *lexeme,
                        guint decimals,
                        gint64 *value,
                        gboolean *rounded,
                        GError **error)
{
  gssize length = (gssize)strlen (lexeme->digits);
  gssize end = lexeme->point + (gssize)decimals;
  gint64 magnitude = 0;

  for (gssize i = 0; i < end && magnitude <= PV_NUMBER_LIMIT; i++)
    magnitude = magnitude * 10 + (i < length ? lexeme->digits[i] - '0' : 0);

  /* What is left beyond the decimals kept. */
  if (strspn (lexeme->digits + CLAMP (end, 0, length), "0") <
      (gsize)(length - CLAMP (end, 0, length)))
    {
      if (rounded == NULL)
        return fail_decimals (lexeme->text, decimals, error);

      *rounded = TRUE;
      magnitude += end >= 0 && lexeme->digits[end] >= '5';
    }

  if (magnitude > PV_NUMBER_LIMIT)
    {
      g_autofree char *excerpt = pv_text_excerpt (lexeme->text, 40);

      g_set_error (error, PV_RULE_ERROR, PV_RULE_ERROR_OVERFLOW,
                   _ ("“%s” is too large to be kept: correct it"), excerpt);
      return FALSE;
    }

  *value = lexeme->negative ? -magnitude : magnitude;
  return TRUE;
}

void
pv_number_lexeme_clear (PvNumberLexeme *lexeme)
{
  g_clear_pointer (&lexeme->text, g_free);
  g_clear_pointer (&lexeme->digits, g_free);
}
