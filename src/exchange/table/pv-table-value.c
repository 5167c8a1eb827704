/* pv-table-value.c: the numbers and dates that spreadsheets store
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pv-table-value.h"

#include <math.h>
#include <string.h>

/* Days from 0001-01-01, Julian day 1 of GDate, to the serial 0. Lotus, hence
 * Excel, counts a 29 February 1900 that never was: serials under 60 are a day
 * off. */
#define JULIAN_OF_SERIAL_0 693594
#define LAST_SERIAL 2958465 /* 9999-12-31 */

static const double powers[] = { 1e0, 1e1, 1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15 };

PvNumberFormat
pv_number_format_builtin (guint id)
{
  if ((id >= 18 && id <= 21) || (id >= 45 && id <= 47))
    return PV_NUMBER_FORMAT_TIME;
  if ((id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58))
    return PV_NUMBER_FORMAT_DATE;
  return PV_NUMBER_FORMAT_PLAIN;
}

/* The end of a quoted or bracketed run, or of an escaped character. */
static const char *
skip_literal (const char *p)
{
  const char *end = NULL;

  if (*p == '"')
    end = strchr (p + 1, '"');
  else if (*p == '[')
    end = strchr (p + 1, ']');
  else if ((*p == '\\' || *p == '_' || *p == '*') && p[1] != '\0')
    end = g_utf8_next_char (p + 1) - 1;
  else
    return p;
  return end != NULL ? end : p + strlen (p) - 1;
}

/* `[h]`, `[mm]`, `[ss]`: elapsed time. Anything else in brackets is a colour,
 * a condition or a locale. */
static gboolean
is_elapsed (const char *p)
{
  gsize n = strspn (p + 1, "hHmMsS");

  return n > 0 && p[1 + n] == ']';
}

PvNumberFormat
pv_number_format_parse (const char *code)
{
  gboolean day = FALSE, month = FALSE, hour = FALSE;

  if (g_ascii_strcasecmp (code, "General") == 0)
    return PV_NUMBER_FORMAT_PLAIN;
  for (const char *p = code; *p != '\0' && *p != ';'; p++)
    {
      const char *literal;

      if (*p == '[' && is_elapsed (p))
        hour = TRUE;
      literal = skip_literal (p);
      if (literal != p || *p == '"' || *p == '[')
        {
          p = literal;
          continue;
        }
      switch (g_ascii_tolower (*p))
        {
        case 'd':
        case 'y':
          day = TRUE;
          break;
        case 'm':
          month = TRUE;
          break;
        case 'h':
        case 's':
          hour = TRUE;
          break;
        default:
          break;
        }
    }
  if (day || (month && !hour))
    return PV_NUMBER_FORMAT_DATE;
  return hour ? PV_NUMBER_FORMAT_TIME : PV_NUMBER_FORMAT_PLAIN;
}

/* Up to 15 digits and 15 decimals: both the digits and the power are exact in
 * a double, so their quotient is the nearest one. */
static gboolean
parse_short (const char *text, gsize length, double *number)
{
  gsize i = length > 0 && text[0] == '-' ? 1 : 0;
  gint64 digits = 0;
  gsize point = length;

  if (length - i == 0 || length - i > 16)
    return FALSE;
  for (gsize j = i; j < length; j++)
    {
      if (text[j] == '.' && point == length && j > i)
        point = j;
      else if (g_ascii_isdigit (text[j]))
        digits = digits * 10 + (text[j] - '0');
      else
        return FALSE;
    }
  if (point == length && length - i > 15)
    return FALSE;
  *number = (double)digits;
  if (point + 1 < length)
    *number /= powers[length - point - 1];
  if (i == 1)
    *number = -*number;
  return TRUE;
}

gboolean
pv_value_parse_number (const char *text, gsize length, double *number)
{
  char copy[64];
  char *end;

  while (length > 0 && g_ascii_isspace (*text))
    text++, length--;
  while (length > 0 && g_ascii_isspace (text[length - 1]))
    length--;
  if (parse_short (text, length, number))
    return TRUE;
  if (length == 0 || length >= sizeof (copy) || strspn (text, "+-0123456789.eE") < length)
    return FALSE;
  memcpy (copy, text, length);
  copy[length] = '\0';
  *number = g_ascii_strtod (copy, &end);
  return *end == '\0' && isfinite (*number);
}

gboolean
pv_value_is_plain_number (const char *text, gsize length)
{
  gsize i = length > 0 && text[0] == '-' ? 1 : 0;
  gsize point = length;

  if (length - i == 0 || length - i > 15 || !g_ascii_isdigit (text[i]))
    return FALSE;
  for (gsize j = i; j < length; j++)
    {
      if (text[j] == '.' && point == length)
        point = j;
      else if (!g_ascii_isdigit (text[j]))
        return FALSE;
    }
  if (text[i] == '0' && i + 1 != point)
    return FALSE;
  if (text[i] == '0' && (i == 1 || length - i > 7) && point != length)
    return FALSE;
  if (i == 1 && text[i] == '0')
    return FALSE;
  return point == length || (point + 1 < length && text[length - 1] != '0');
}

/* Writes the digits of `d.ddde±xx` without exponent. */
static void
append_expanded (GString *out, const char *digits, gsize n_digits, int exponent)
{
  if (exponent < 0)
    {
      g_string_append (out, "0.");
      for (int i = exponent + 1; i < 0; i++)
        g_string_append_c (out, '0');
      g_string_append_len (out, digits, (gssize)n_digits);
      return;
    }
  for (gsize i = 0; i <= (gsize)exponent || i < n_digits; i++)
    {
      if (i == (gsize)exponent + 1)
        g_string_append_c (out, '.');
      g_string_append_c (out, i < n_digits ? digits[i] : '0');
    }
}

void
pv_value_append_number (GString *out, double number)
{
  char scientific[32];
  char *mantissa = scientific;
  gsize n_digits = 1;
  int exponent;

  for (int precision = 14; precision <= 16; precision++)
    {
      static const char *const formats[] = { "%.14e", "%.15e", "%.16e" };

      g_ascii_formatd (scientific, sizeof (scientific), formats[precision - 14], number);
      if (g_ascii_strtod (scientific, NULL) == number)
        break;
    }
  exponent = (int)g_ascii_strtoll (strchr (scientific, 'e') + 1, NULL, 10);
  if (*mantissa == '-')
    mantissa++;
  if (number == 0)
    {
      g_string_append_c (out, '0');
      return;
    }
  if (exponent < -7 || exponent >= 21)
    {
      g_string_append (out, scientific);
      return;
    }
  if (number < 0)
    g_string_append_c (out, '-');
  /* d.ddd → dddd, without the zeros at the end */
  for (const char *p = mantissa + 2; *p != 'e'; p++)
    mantissa[n_digits++] = *p;
  while (n_digits > 1 && mantissa[n_digits - 1] == '0')
    n_digits--;
  append_expanded (out, mantissa, n_digits, exponent);
}

static void
append_time (GString *out, guint seconds)
{
  g_string_append_printf (out, "%02u:%02u:%02u", seconds / 3600, seconds / 60 % 60, seconds % 60);
}

gboolean
pv_value_append_serial (GString *out, double serial, PvNumberFormat format)
{
  guint day, seconds;
  GDate date;

  if (!(serial >= 0 && serial < LAST_SERIAL + 1))
    return FALSE;
  day = (guint)serial;
  seconds = (guint)((serial - day) * 86400 + 0.5);
  if (seconds == 86400)
    {
      seconds = 0;
      day++;
    }
  if (format == PV_NUMBER_FORMAT_TIME && day == 0)
    {
      append_time (out, seconds);
      return TRUE;
    }
  if (format != PV_NUMBER_FORMAT_DATE || day == 0 || day == 60 || day > LAST_SERIAL)
    return FALSE;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, JULIAN_OF_SERIAL_0 + day + (day < 60 ? 1 : 0));
  g_string_append_printf (out, "%04u-%02u-%02u", g_date_get_year (&date), g_date_get_month (&date),
                          g_date_get_day (&date));
  if (seconds > 0)
    {
      g_string_append_c (out, 'T');
      append_time (out, seconds);
    }
  return TRUE;
}

static gboolean
parse_digits (const char *text, guint n, guint max, guint *value)
{
  *value = 0;
  for (guint i = 0; i < n; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return FALSE;
      *value = *value * 10 + (guint)(text[i] - '0');
    }
  return *value <= max;
}

gboolean
pv_value_parse_iso (const char *text, gsize length, double *serial)
{
  guint year, month, day, hour = 0, minute = 0, second = 0;
  GDate date;
  gint64 days;

  if (length < 10 || !parse_digits (text, 4, 9999, &year) || text[4] != '-' ||
      !parse_digits (text + 5, 2, 12, &month) || text[7] != '-' ||
      !parse_digits (text + 8, 2, 31, &day) ||
      !g_date_valid_dmy ((GDateDay)day, (GDateMonth)month, (GDateYear)year))
    return FALSE;
  if (length >= 16 &&
      ((text[10] != 'T' && text[10] != ' ') || !parse_digits (text + 11, 2, 23, &hour) ||
       text[13] != ':' || !parse_digits (text + 14, 2, 59, &minute)))
    return FALSE;
  if (length >= 19 && (text[16] != ':' || !parse_digits (text + 17, 2, 59, &second)))
    return FALSE;
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay)day, (GDateMonth)month, (GDateYear)year);
  days = (gint64)g_date_get_julian (&date) - JULIAN_OF_SERIAL_0;
  if (days < 61)
    days--;
  *serial = (double)days + (hour * 3600 + minute * 60 + second) / 86400.;
  return TRUE;
}
