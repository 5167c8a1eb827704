/* pv-field-value.c: what is typed in a field, read and shown
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "widget/pv-field-value.h"

#include <glib/gi18n.h>
#include <string.h>

#include "pv-date.h"
#include "pv-identifier.h"
#include "pv-number.h"
#include "pv-text.h"
#include "widget/pv-format.h"

/* Two decimals when there are any: shares add up to 100 %. */
static char *
percent_to_text (gint64 bp)
{
  if (bp % 10 == 0)
    return pv_rate_to_text (bp);

  return g_strdup_printf ("%d,%02d\u202F%%", (int)(bp / 100), (int)(bp % 100));
}

char *
pv_field_value_to_text (PvFieldKind kind, const char *value)
{
  if (value == NULL)
    return g_strdup ("");

  switch (kind)
    {
    case PV_FIELD_KIND_DATE:
      {
        char *date = pv_date_format_french (value, PV_DATE_FORMAT_SHORT);

        return date != NULL ? date : g_strdup (value);
      }
    case PV_FIELD_KIND_COUNT:
      return pv_count_to_text (g_ascii_strtoll (value, NULL, 10));
    case PV_FIELD_KIND_PERCENT:
      return percent_to_text (g_ascii_strtoll (value, NULL, 10));
    case PV_FIELD_KIND_TEXT:
    case PV_FIELD_KIND_LINES:
    case PV_FIELD_KIND_YEAR:
    case PV_FIELD_KIND_SIRET:
    case PV_FIELD_KIND_RNA:
    default:
      return g_strdup (value);
    }
}

static gboolean
parse_text (const PvFieldLimits *limits,
            gboolean lines,
            const char *typed,
            char **value,
            char **problem)
{
  g_autofree char *clean = pv_text_clean (typed, lines);
  glong length = g_utf8_strlen (clean, -1);

  if (length > (glong)limits->max_length)
    {
      *problem = g_strdup_printf (_ ("%ld characters, and at most %u are kept."), length,
                                  limits->max_length);
      return FALSE;
    }
  if (*clean != '\0')
    *value = g_steal_pointer (&clean);

  return TRUE;
}

static gboolean
parse_date (const PvFieldLimits *limits, const char *typed, char **value, char **problem)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *last = NULL;

  *value = pv_date_parse (typed, NULL, &error);
  if (*value == NULL)
    {
      *problem = g_strdup (error->message);
      return FALSE;
    }
  if (limits->latest == NULL || strcmp (*value, limits->latest) <= 0)
    return TRUE;

  last = pv_date_format_french (limits->latest, PV_DATE_FORMAT_SHORT);
  *problem = g_strdup_printf (_ ("A date up to %s is expected."), last);
  g_clear_pointer (value, g_free);
  return FALSE;
}

static gboolean
parse_count (const PvFieldLimits *limits, const char *typed, char **value, char **problem)
{
  g_autoptr (GError) error = NULL;
  gint64 count = PV_INT_NULL;

  if (!pv_number_parse_count (typed, PV_NUMBER_STYLE_FRENCH, &count, &error))
    {
      *problem = g_strdup (error->message);
      return FALSE;
    }
  if (count != PV_INT_NULL && (count < limits->minimum || count > limits->maximum))
    {
      g_autofree char *least = pv_count_to_text (limits->minimum);
      g_autofree char *most = pv_count_to_text (limits->maximum);

      *problem = g_strdup_printf (_ ("A number from %s to %s is expected."), least, most);
      return FALSE;
    }
  if (count != PV_INT_NULL)
    *value = g_strdup_printf ("%" G_GINT64_FORMAT, count);

  return TRUE;
}

static gboolean
parse_percent (const char *typed, char **value, char **problem)
{
  g_autoptr (GError) error = NULL;
  gint64 bp = PV_INT_NULL;

  if (!pv_number_parse_percent (typed, PV_NUMBER_STYLE_FRENCH, PV_PERCENT_UNIT_POINTS, &bp, NULL,
                                &error))
    {
      *problem = g_strdup (error->message);
      return FALSE;
    }
  if (bp != PV_INT_NULL && (bp < 0 || bp > 10000))
    {
      *problem = g_strdup (_ ("A share from 0 to 100 percent is expected."));
      return FALSE;
    }
  if (bp != PV_INT_NULL)
    *value = g_strdup_printf ("%" G_GINT64_FORMAT, bp);

  return TRUE;
}

static gboolean
parse_identifier (PvIdentifierKind kind, const char *typed, char **value, char **problem)
{
  PvIdentifierResult result = pv_identifier_check (kind, typed, value, problem);

  if (result == PV_IDENTIFIER_INVALID)
    g_clear_pointer (value, g_free);
  else
    g_clear_pointer (problem, g_free);

  return result != PV_IDENTIFIER_INVALID;
}

static gboolean
parse_kind (PvFieldKind kind,
            const PvFieldLimits *limits,
            const char *typed,
            char **value,
            char **problem)
{
  g_autofree char *blank = pv_text_clean (typed, FALSE);

  if (*blank == '\0')
    return TRUE;

  switch (kind)
    {
    case PV_FIELD_KIND_DATE:
      return parse_date (limits, blank, value, problem);
    case PV_FIELD_KIND_COUNT:
    case PV_FIELD_KIND_YEAR:
      return parse_count (limits, blank, value, problem);
    case PV_FIELD_KIND_PERCENT:
      return parse_percent (blank, value, problem);
    case PV_FIELD_KIND_SIRET:
      return parse_identifier (PV_IDENTIFIER_SIRET, blank, value, problem);
    case PV_FIELD_KIND_RNA:
      return parse_identifier (PV_IDENTIFIER_RNA, blank, value, problem);
    case PV_FIELD_KIND_TEXT:
    case PV_FIELD_KIND_LINES:
    default:
      return parse_text (limits, kind == PV_FIELD_KIND_LINES, typed, value, problem);
    }
}

gboolean
pv_field_value_parse (PvFieldKind kind,
                      const PvFieldLimits *limits,
                      const char *typed,
                      char **value,
                      char **problem)
{
  *value = NULL;
  *problem = NULL;
  if (!parse_kind (kind, limits, typed, value, problem))
    return FALSE;
  if (*value == NULL && limits->required)
    {
      *problem = g_strdup (_ ("It cannot be left empty."));
      return FALSE;
    }

  return TRUE;
}
