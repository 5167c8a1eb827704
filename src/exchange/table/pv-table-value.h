/* pv-table-value.h: the numbers and dates that spreadsheets store
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "pv-table.h"

G_BEGIN_DECLS

/* What a number format makes of a number. */
typedef enum
{
  PV_NUMBER_FORMAT_PLAIN,
  PV_NUMBER_FORMAT_DATE, /* with or without a time */
  PV_NUMBER_FORMAT_TIME, /* only hours, minutes, seconds */
} PvNumberFormat;

/* The built-in formats of ECMA-376 part 1, 18.8.30: 14–22 and 45–47, and
 * 27–36 and 50–58 that East Asian locales use for dates. */
PvNumberFormat pv_number_format_builtin (guint id);

/* A format code such as `dd/mm/yyyy;@` or `#,##0.00 "€"`. */
PvNumberFormat pv_number_format_parse (const char *code);

/* Reads a decimal with `.`. FALSE when it is not a finite number. */
gboolean pv_value_parse_number (const char *text, gsize length, double *number);

/* Appends the shortest decimal that reads back to the same number, without
 * exponent between 1e-7 and 1e21. */
void pv_value_append_number (GString *out, double number);

/* TRUE when @text is already what pv_value_append_number() writes, to spare it. */
gboolean pv_value_is_plain_number (const char *text, gsize length);

/* Appends a serial day of the 1900 system as ISO; FALSE, and nothing appended,
 * when there is no such day (negative, beyond 9999, a duration over a day). */
gboolean pv_value_append_serial (GString *out, double serial, PvNumberFormat format);

/* The serial day of the 1900 system of an ISO date or date and time. */
gboolean pv_value_parse_iso (const char *text, gsize length, double *serial);

G_END_DECLS
