/* pv-format.c: amounts, rates and counts as the screens write them
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "widget/pv-format.h"

#include <glib/gi18n.h>
#include <string.h>

#include "pv-error.h"
#include "pv-rate.h"

#define NARROW_SPACE "\u202f"
#define MINUS "\u2212"
#define EURO NARROW_SPACE "€"

char *
pv_amount_to_text (PvCents cents)
{
  if (cents == PV_CENTS_NULL)
    return g_strdup (PV_TEXT_NULL);

  return pv_money_format (cents, PV_MONEY_FORMAT_FRENCH | PV_MONEY_FORMAT_NO_ZERO_CENTS);
}

char *
pv_amount_to_figures (PvCents cents)
{
  g_autofree char *text = NULL;

  if (cents == PV_CENTS_NULL)
    return g_strdup ("");

  text = pv_amount_to_text (cents);
  if (g_str_has_suffix (text, EURO))
    text[strlen (text) - strlen (EURO)] = '\0';

  return g_steal_pointer (&text);
}

char *
pv_rate_to_text (gint64 basis_points)
{
  return basis_points != PV_INT_NULL ? pv_rate_format (basis_points, FALSE)
                                     : g_strdup (PV_TEXT_NULL);
}

char *
pv_count_to_text (gint64 count)
{
  g_autofree char *digits = NULL;
  GString *text;
  gsize length;

  if (count == PV_INT_NULL)
    return g_strdup (PV_TEXT_NULL);

  digits = g_strdup_printf ("%" G_GINT64_FORMAT, ABS (count));
  length = strlen (digits);
  text = g_string_new (count < 0 ? MINUS : NULL);
  for (gsize i = 0; i < length; i++)
    {
      if (i > 0 && (length - i) % 3 == 0)
        g_string_append (text, NARROW_SPACE);
      g_string_append_c (text, digits[i]);
    }

  return g_string_free (text, FALSE);
}

/* "1e9" is a number of a machine: the message of a spreadsheet does not fit here. */
static gboolean
has_exponent (const char *text)
{
  const char *e = strpbrk (text, "eE");

  return e != NULL && e > text && g_ascii_isdigit (e[-1]) &&
         g_ascii_isdigit (e[strspn (e + 1, "+-") + 1]);
}

char *
pv_amount_parse (const char *text, PvCents *cents)
{
  g_autoptr (GError) error = NULL;
  PvCents read;

  g_return_val_if_fail (text != NULL, NULL);

  if (has_exponent (text))
    return g_strdup_printf (_ ("“%s” has an exponent: write all its figures"), text);
  if (!pv_money_parse (text, PV_NUMBER_STYLE_FRENCH, &read, NULL, &error))
    return g_strdup (error->message);
  if (read != PV_CENTS_NULL && read < 0)
    return g_strdup_printf (_ ("“%s” is below zero: an amount asked or granted never is"), text);

  *cents = read;

  return NULL;
}

PangoAttrList *
pv_format_attributes (const char *text)
{
  PangoAttrList *attributes = pango_attr_list_new ();

  g_return_val_if_fail (text != NULL, attributes);

  for (const char *at = strstr (text, NARROW_SPACE); at != NULL;
       at = strstr (at + strlen (NARROW_SPACE), NARROW_SPACE))
    {
      PangoAttribute *spacing = pango_attr_letter_spacing_new (PANGO_SCALE);

      spacing->start_index = (guint)(at - text);
      spacing->end_index = spacing->start_index + (guint)strlen (NARROW_SPACE);
      pango_attr_list_insert (attributes, spacing);
    }

  return attributes;
}

void
pv_format_label (GtkLabel *label, const char *text)
{
  g_autoptr (PangoAttrList) attributes = NULL;

  g_return_if_fail (GTK_IS_LABEL (label));
  g_return_if_fail (text != NULL);

  attributes = pv_format_attributes (text);
  gtk_label_set_attributes (label, attributes);
  gtk_label_set_label (label, text);
}
