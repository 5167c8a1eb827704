/* pv-sheet-mesure.c: how wide a text is, and how tall its row
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "export/pv-sheet-private.h"

#include <string.h>

/* Excel's own limit, in points. */
#define MAX_ROW_HEIGHT 409.0

/* The column may give way a little to fit the page, and some readers put more
 * around a text than others. */
#define FILLED_PART 0.96

/* Figures of the default font (size 11), in thousandths of our size: columns are
 * measured in them. */
#define FIGURE_WIDTH (507.0 * 11 / PV_FONT_SIZE)

/* Of a letter in Calibri, in thousandths of its size. */
static guint
letter_width (gunichar c)
{
  if (c < 0x80 && strchr (" iljI.,:;'!|()", (int)c) != NULL)
    return 245;
  if (c == 0x2019 || c == 0xb7 || c == 0xa0 || c == 0x202f) /* ’ · and spaces */
    return 245;
  if (c < 0x80 && strchr ("frt-/", (int)c) != NULL)
    return 335;
  if (c < 0x80 && strchr ("mwMW@%", (int)c) != NULL)
    return 800;
  if (c == 0x153 || c == 0x152) /* œ Œ */
    return 850;

  return g_unichar_isupper (c) ? 590 : 505;
}

/* Those of ASCII, reckoned once: all the long texts are measured. */
static const guint *
get_ascii_widths (void)
{
  static guint widths[0x80];
  static gsize done;

  if (g_once_init_enter (&done))
    {
      for (gunichar c = 0; c < G_N_ELEMENTS (widths); c++)
        widths[c] = letter_width (c);
      g_once_init_leave (&done, 1);
    }

  return widths;
}

double
pv_sheet_measure_text (const char *text, const char *end)
{
  const guint *ascii = get_ascii_widths ();
  guint width = 0;

  for (const char *p = text; p < end; p = g_utf8_next_char (p))
    width += (guchar)*p < 0x80 ? ascii[(guchar)*p] : letter_width (g_utf8_get_char (p));

  return width / FIGURE_WIDTH;
}

/* Lines a paragraph takes when it is broken between words. */
static guint
wrap (const char *text, const char *end, double room)
{
  const double space_width = pv_sheet_measure_text (" ", " " + 1);
  guint lines = 1;
  double used = 0;

  while (text < end)
    {
      const char *space = memchr (text, ' ', (gsize)(end - text));
      const char *stop = space != NULL ? space : end;
      double word = pv_sheet_measure_text (text, stop);

      if (used > 0 && used + space_width + word > room)
        {
          lines++;
          used = 0;
        }
      used += (used > 0 ? space_width : 0) + word;
      while (used > room)
        {
          lines++;
          used -= room;
        }
      text = space != NULL ? space + 1 : end;
    }

  return lines;
}

guint
pv_sheet_count_lines (const char *text, double width)
{
  double room = MAX (width * FILLED_PART - 1, 1); /* its indent */
  guint lines = 0;

  for (const char *line = text; line != NULL;)
    {
      const char *end = strchr (line, '\n');

      lines += wrap (line, end != NULL ? end : line + strlen (line), room);
      line = end != NULL ? end + 1 : NULL;
    }

  return lines;
}

double
pv_sheet_get_height (guint n_lines)
{
  return n_lines > 1 ? MIN (n_lines * PV_SHEET_LINE_HEIGHT + 3, MAX_ROW_HEIGHT)
                     : PV_SHEET_ROW_HEIGHT;
}
