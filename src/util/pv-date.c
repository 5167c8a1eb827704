/* pv-date.c: dates as ISO text
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pv-date.h"

#include "pv-langue.h"
#include <math.h>
#include <string.h>

#include "pv-error.h"
#include "pv-text.h"

#define MAX_YEAR 9999

/* Day numbers of GDate. */
#define JULIAN_1899_12_31 693595
#define JULIAN_1904_01_01 695056
#define JULIAN_9999_12_31 3652059

/* Half a millisecond: a time of day computed by a spreadsheet falls short of
 * midnight by less. */
#define SERIAL_NOISE (0.0005 / 86400)

#define TIME_PATTERN "[0-9]{1,2}[:h][0-9]{2}(?::[0-9]{2}(?:[.,][0-9]+)?)?"
#define ZONE_PATTERN "(?: ?Z|[+-][0-9]{2}:?[0-9]{2})?"

static const char *const month_names[] = {
  "janvier", "février", "mars",      "avril",   "mai",      "juin",
  "juillet", "août",    "septembre", "octobre", "novembre", "décembre",
};

/* Folded, as people shorten them. */
static const struct
{
  const char *name;
  guint month;
} month_words[] = {
  { "janvier", 1 }, { "janv", 1 },      { "jan", 1 },      { "fevrier", 2 }, { "fevr", 2 },
  { "fev", 2 },     { "mars", 3 },      { "avril", 4 },    { "avr", 4 },     { "mai", 5 },
  { "juin", 6 },    { "juillet", 7 },   { "juil", 7 },     { "aout", 8 },    { "septembre", 9 },
  { "sept", 9 },    { "sep", 9 },       { "octobre", 10 }, { "oct", 10 },    { "novembre", 11 },
  { "nov", 11 },    { "decembre", 12 }, { "dec", 12 },
};

typedef struct
{
  guint year;
  guint month;
  guint day;
} Parts;

static char *
parts_to_iso (const Parts *parts)
{
  if (parts->year > MAX_YEAR ||
      !g_date_valid_dmy ((GDateDay)parts->day, (GDateMonth)parts->month, (GDateYear)parts->year))
    return NULL;

  return g_strdup_printf ("%04u-%02u-%02u", parts->year, parts->month, parts->day);
}

/* Two digits at @p, which are there. */
static guint
two_digits (const char *p)
{
  return (guint)(p[0] - '0') * 10 + (guint)(p[1] - '0');
}

static gboolean
read_iso (const char *iso, GDate *date)
{
  static const char shape[] = "0000-00-00";
  Parts parts;

  if (iso == NULL)
    return FALSE;

  for (gsize i = 0; i < sizeof shape; i++)
    {
      if (shape[i] == '0' ? !g_ascii_isdigit (iso[i]) : iso[i] != shape[i])
        return FALSE;
    }

  parts = (Parts){ two_digits (iso) * 100 + two_digits (iso + 2), two_digits (iso + 5),
                   two_digits (iso + 8) };

  if (!g_date_valid_dmy ((GDateDay)parts.day, (GDateMonth)parts.month, (GDateYear)parts.year))
    return FALSE;

  g_date_clear (date, 1);
  g_date_set_dmy (date, (GDateDay)parts.day, (GDateMonth)parts.month, (GDateYear)parts.year);
  return TRUE;
}

static char *
julian_to_iso (gint64 julian)
{
  GDate date;
  Parts parts;

  if (julian < 1 || julian > JULIAN_9999_12_31)
    return NULL;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32)julian);
  parts = (Parts){ g_date_get_year (&date), g_date_get_month (&date), g_date_get_day (&date) };

  return parts_to_iso (&parts);
}

static guint
fetch_number (GMatchInfo *match, const char *name)
{
  g_autofree char *digits = g_match_info_fetch_named (match, name);

  return digits != NULL ? (guint)g_ascii_strtoull (digits, NULL, 10) : 0;
}

static guint
month_of_word (const char *word)
{
  for (gsize i = 0; i < G_N_ELEMENTS (month_words); i++)
    {
      if (strcmp (month_words[i].name, word) == 0)
        return month_words[i].month;
    }

  return 0;
}

/* Figures: `2017-04-13T10:15:00Z`, `2017/04/13`, `13/04/2017 10:15`. */
static gboolean
match_figures (const char *clean, Parts *parts, gboolean *short_year)
{
  static GRegex *regex = NULL;
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *year = NULL;

  if (g_once_init_enter (&regex))
    g_once_init_leave (
        &regex, g_regex_new ("^(?:(?<y>[0-9]{4})([-/])(?<m>[0-9]{2})\\2(?<d>[0-9]{2})"
                             "|(?<d>[0-9]{1,2})([-/.])(?<m>[0-9]{1,2})\\6(?<y>[0-9]{4}|[0-9]{2}))"
                             "(?:(?:T| )" TIME_PATTERN ZONE_PATTERN ")?$",
                             G_REGEX_OPTIMIZE | G_REGEX_DUPNAMES, 0, NULL));

  if (!g_regex_match (regex, clean, 0, &match))
    return FALSE;

  year = g_match_info_fetch_named (match, "y");
  *short_year = strlen (year) == 2;
  *parts =
      (Parts){ fetch_number (match, "y"), fetch_number (match, "m"), fetch_number (match, "d") };
  return TRUE;
}

/* Words, folded: `jeudi 13 avril 2017`, `1er mars 2020`. */
static gboolean
match_words (const char *clean, Parts *parts, gboolean *short_year)
{
  static GRegex *regex = NULL;
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *folded = pv_text_fold (clean);
  g_autofree char *month = NULL;
  g_autofree char *year = NULL;

  if (g_once_init_enter (&regex))
    g_once_init_leave (&regex,
                       g_regex_new ("^(?:(?:lun|mar|mercre|jeu|vendre|same)di |dimanche )?"
                                    "(?<d>[0-9]{1,2})(?:er)? (?<m>[a-z]+) (?<y>[0-9]{4}|[0-9]{2})$",
                                    G_REGEX_OPTIMIZE, 0, NULL));

  if (!g_regex_match (regex, folded, 0, &match))
    return FALSE;

  month = g_match_info_fetch_named (match, "m");
  year = g_match_info_fetch_named (match, "y");
  *short_year = strlen (year) == 2;
  *parts = (Parts){ fetch_number (match, "y"), month_of_word (month), fetch_number (match, "d") };

  return parts->month != 0;
}

/* The two halves of a period; the second is NULL when there is one date. */
static void
split_period (const char *clean, char **first, char **second)
{
  static GRegex *regex = NULL;
  g_autoptr (GMatchInfo) match = NULL;
  const char *at = strchr (clean, '_');
  guint n_slashes = 0;

  if (g_once_init_enter (&regex))
    g_once_init_leave (&regex, g_regex_new ("^(?:du |de )?(.+?) (?:au|à|-|–) (.+)$",
                                            G_REGEX_OPTIMIZE | G_REGEX_CASELESS, 0, NULL));

  if (at == NULL && g_regex_match (regex, clean, 0, &match))
    {
      *first = g_match_info_fetch (match, 1);
      *second = g_match_info_fetch (match, 2);
      return;
    }

  for (const char *p = clean; *p != '\0'; p++)
    n_slashes += *p == '/';

  /* Two dates with slashes and one between them: the middle one. */
  if (at == NULL && n_slashes % 2 == 1)
    {
      at = clean - 1;
      for (guint i = 0; i <= n_slashes / 2; i++)
        at = strchr (at + 1, '/');
    }

  *first = at != NULL ? g_strndup (clean, (gsize)(at - clean)) : g_strdup (clean);
  *second = at != NULL ? g_strdup (at + 1) : NULL;
}

gboolean
pv_date_is_valid (const char *iso)
{
  GDate date;

  return read_iso (iso, &date);
}

char *
pv_date_parse (const char *text, gboolean *converted, GError **error)
{
  g_autofree char *clean = NULL;
  g_autofree char *excerpt = NULL;
  gboolean short_year = FALSE;
  Parts parts;
  char *iso;

  if (converted != NULL)
    *converted = FALSE;

  if (pv_date_is_valid (text))
    return g_strdup (text);

  clean = pv_text_clean (text, FALSE);
  excerpt = pv_text_excerpt (clean, 40);

  if (*clean == '\0')
    {
      g_set_error (error, PV_RULE_ERROR, PV_RULE_ERROR_INVALID,
                   _ ("The date is empty: write it as day/month/year"));
      return NULL;
    }

  if (!match_figures (clean, &parts, &short_year) && !match_words (clean, &parts, &short_year))
    {
      g_set_error (error, PV_RULE_ERROR, PV_RULE_ERROR_INVALID,
                   _ ("“%s” is not a date: write it as day/month/year"), excerpt);
      return NULL;
    }

  if (short_year)
    {
      g_set_error (error, PV_RULE_ERROR, PV_RULE_ERROR_AMBIGUOUS,
                   _ ("“%s” has a year of two digits: write the four"), excerpt);
      return NULL;
    }

  iso = parts_to_iso (&parts);

  if (iso == NULL)
    g_set_error (error, PV_RULE_ERROR, PV_RULE_ERROR_INVALID,
                 _ ("“%s” is not a day of the calendar: correct it"), excerpt);
  else if (converted != NULL)
    *converted = strcmp (iso, clean) != 0;

  return iso;
}

char *
pv_date_from_serial (double serial, gboolean date1904)
{
  double day = floor (serial + SERIAL_NOISE);

  if (!(day >= (date1904 ? 0 : 1)) || day > JULIAN_9999_12_31 || (!date1904 && day == 60))
    return NULL;

  if (date1904)
    return julian_to_iso (JULIAN_1904_01_01 + (gint64)day);

  return julian_to_iso (JULIAN_1899_12_31 + (gint64)day - (day > 60));
}

char *
pv_date_add_days (const char *iso, int days)
{
  GDate date;

  if (!read_iso (iso, &date))
    return NULL;

  return julian_to_iso ((gint64)g_date_get_julian (&date) + days);
}

char *
pv_date_add_months (const char *iso, int months)
{
  GDate date;
  Parts parts;
  gint64 index;

  if (!read_iso (iso, &date))
    return NULL;

  index = (gint64)g_date_get_year (&date) * 12 + g_date_get_month (&date) - 1 + months;

  if (index < 12 || index >= (MAX_YEAR + 1) * 12)
    return NULL;

  parts.year = (guint)(index / 12);
  parts.month = (guint)(index % 12) + 1;
  parts.day = MIN (g_date_get_day (&date),
                   g_date_get_days_in_month ((GDateMonth)parts.month, (GDateYear)parts.year));

  return parts_to_iso (&parts);
}

gint64
pv_date_days_between (const char *from, const char *to)
{
  GDate first, last;

  if (!read_iso (from, &first) || !read_iso (to, &last))
    return G_MININT64;

  return g_date_days_between (&first, &last);
}

char *
pv_date_format_french (const char *iso, PvDateFormat format)
{
  GDate date;
  guint day, month, year;

  if (!read_iso (iso, &date))
    return NULL;

  day = g_date_get_day (&date);
  month = g_date_get_month (&date);
  year = g_date_get_year (&date);

  if (format == PV_DATE_FORMAT_SHORT)
    return g_strdup_printf ("%02u/%02u/%04u", day, month, year);

  return g_strdup_printf ("%u%s %s %u", day, day == 1 ? "er" : "", month_names[month - 1], year);
}

gboolean
pv_period_parse (const char *text, char **from, char **to, gboolean *converted, GError **error)
{
  g_autofree char *clean = pv_text_clean (text, FALSE);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *start = NULL;
  g_autofree char *end = NULL;
  gboolean first_converted = FALSE, second_converted = FALSE;

  split_period (clean, &first, &second);

  start = pv_date_parse (first, &first_converted, error);
  if (start == NULL)
    return FALSE;

  end = second != NULL ? pv_date_parse (second, &second_converted, error) : g_strdup (start);
  if (end == NULL)
    return FALSE;

  if (strcmp (end, start) < 0)
    {
      g_autofree char *excerpt = pv_text_excerpt (clean, 60);

      g_set_error (error, PV_RULE_ERROR, PV_RULE_ERROR_INVALID,
                   _ ("The period “%s” ends before it starts: correct it"), excerpt);
      return FALSE;
    }

  if (converted != NULL)
    *converted = first_converted || second_converted;

  *from = g_steal_pointer (&start);
  *to = g_steal_pointer (&end);
  return TRUE;
}
