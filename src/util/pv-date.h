/* pv-date.h: dates as ISO text
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A date is the text `2017-04-13`: it sorts and compares with strcmp(). Years
 * go from 1 to 9999. */

/**
 * PvDateFormat:
 * @PV_DATE_FORMAT_LONG: `13 avril 2017`, `1er mars 2020`
 * @PV_DATE_FORMAT_SHORT: `13/04/2017`
 */
typedef enum
{
  PV_DATE_FORMAT_LONG,
  PV_DATE_FORMAT_SHORT,
} PvDateFormat;

/**
 * pv_date_is_valid:
 * @iso: (nullable): a text
 *
 * Whether @iso is exactly `AAAA-MM-JJ` and a day of the calendar.
 */
gboolean pv_date_is_valid (const char *iso);

/**
 * pv_date_parse:
 * @text: `2017-04-13`, an ISO date and time (its day as written, no change of
 *   zone), `13/04/2017`, `13-04-2017`, `13.04.2017`, `13 avril 2017`, `1er
 *   mars 2020`
 * @converted: (out) (optional): %TRUE when @text was not already the ISO date
 * @error: %PV_RULE_ERROR_AMBIGUOUS for a year of two digits, else
 *   %PV_RULE_ERROR_INVALID (an empty text too: whether it is allowed is the
 *   caller's question)
 *
 * Returns: (transfer full): the ISO date, or %NULL with @error set
 */
char *pv_date_parse (const char *text, gboolean *converted, GError **error);

/**
 * pv_date_from_serial:
 * @serial: days in a spreadsheet; the time of day is dropped
 * @date1904: whether the workbook counts from 1904-01-01
 *
 * Source: ECMA-376 part 1, 18.17.4.1. Serial 60 of the 1900 system is 29/02/1900,
 * a day that never was.
 *
 * Returns: (transfer full) (nullable): the ISO date; %NULL when there is no
 *   such day (before the first, false leap day, after 9999)
 */
char *pv_date_from_serial (double serial, gboolean date1904);

/**
 * pv_date_add_days:
 *
 * Returns: (transfer full) (nullable): @iso plus @days, which may be negative;
 *   %NULL when @iso is not a date or the result is out of the calendar
 */
char *pv_date_add_days (const char *iso, int days);

/**
 * pv_date_add_months:
 *
 * Returns: (transfer full) (nullable): @iso plus @months, on the same day of
 *   the month or the last one it has (31 August + 6 months: end of February);
 *   %NULL as pv_date_add_days()
 */
char *pv_date_add_months (const char *iso, int months);

/**
 * pv_date_days_between:
 *
 * Returns: the days from @from to @to, negative when @to is earlier;
 *   %G_MININT64 when one of them is not a date
 */
gint64 pv_date_days_between (const char *from, const char *to);

/**
 * pv_date_format_french:
 *
 * Returns: (transfer full) (nullable): @iso in words or in figures; %NULL when
 *   it is not a date
 */
char *pv_date_format_french (const char *iso, PvDateFormat format);

/**
 * pv_period_parse:
 * @text: `2017-01-01_2017-12-31`, the same with `/`, `du 1er mars 2020 au 31
 *   mai 2020`, or one date (a period of one day). Each date as pv_date_parse()
 * @from: (out) (transfer full): first day
 * @to: (out) (transfer full): last day
 * @converted: (out) (optional): %TRUE when a date was not ISO. `_` and `/` are
 *   both forms of the schema scdl/subventions (`datesPeriodeVersement`)
 * @error: as pv_date_parse(), and %PV_RULE_ERROR_INVALID when @to is before
 *   @from
 */
gboolean
pv_period_parse (const char *text, char **from, char **to, gboolean *converted, GError **error);

G_END_DECLS
