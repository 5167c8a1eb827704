/* pv-csv-charset.c: finds the encoding of a text file, and decodes it
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pv-csv-charset.h"

#include <string.h>

#define PARTIAL ((gunichar)-2)
#define INVALID ((gunichar)-1)

/* 0x80 to 0x9F; the five bytes without a character stay the control codes of
 * the same number, as browsers do. */
static const guint16 windows_1252[32] = {
  0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
  0x2039, 0x0152, 0x008D, 0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
  0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178,
};

static void
find_mark (PvCsvCharsetScan *scan, const char *bytes, gsize length)
{
  scan->started = TRUE;
  if (length >= 3 && memcmp (bytes, "\xEF\xBB\xBF", 3) == 0)
    scan->bom_length = 3;
  else if (length >= 2 && memcmp (bytes, "\xFF\xFE", 2) == 0)
    scan->utf16 = PV_CSV_CHARSET_UTF16LE;
  else if (length >= 2 && memcmp (bytes, "\xFE\xFF", 2) == 0)
    scan->utf16 = PV_CSV_CHARSET_UTF16BE;
  if (scan->utf16 != PV_CSV_CHARSET_UTF8)
    scan->bom_length = 2;
}

/* The end of the run of ASCII, eight bytes at a time; a zero ends it too. */
static gsize
skip_ascii (const char *bytes, gsize i, gsize length)
{
  const guint64 high = G_GUINT64_CONSTANT (0x8080808080808080);
  const guint64 ones = G_GUINT64_CONSTANT (0x0101010101010101);

  while (i + 8 <= length)
    {
      guint64 word;

      memcpy (&word, bytes + i, 8);
      if (((word | (word - ones)) & high) != 0)
        break;
      i += 8;
    }
  while (i < length && bytes[i] > 0)
    i++;
  return i;
}

gsize
pv_csv_charset_scan (PvCsvCharsetScan *scan, const char *bytes, gsize length, gboolean last)
{
  gsize i = 0;

  if (!scan->started)
    {
      find_mark (scan, bytes, length);
      i = scan->bom_length;
    }
  if (scan->utf16 != PV_CSV_CHARSET_UTF8)
    return length;
  while ((i = skip_ascii (bytes, i, length)) < length)
    {
      gunichar c;

      if (bytes[i] == '\0')
        {
          scan->has_zero = TRUE;
          return length;
        }
      c = g_utf8_get_char_validated (bytes + i, (gssize)(length - i));
      if (c == PARTIAL && !last)
        break;
      if (c == PARTIAL || c == INVALID)
        {
          scan->n_stray++;
          i++;
        }
      else
        {
          scan->n_sequences++;
          i += (gsize)(g_utf8_next_char (bytes + i) - (bytes + i));
        }
    }
  return i;
}

PvCsvCharset
pv_csv_charset_decide (const PvCsvCharsetScan *scan)
{
  if (scan->utf16 != PV_CSV_CHARSET_UTF8)
    return scan->utf16;
  if (scan->n_stray == 0)
    return PV_CSV_CHARSET_UTF8;
  /* Accents of Windows-1252 make valid UTF-8 only by a rare chance; a file
   * glued from two sources has many of one and few of the other. */
  return scan->n_sequences > scan->n_stray ? PV_CSV_CHARSET_MIXED : PV_CSV_CHARSET_WINDOWS_1252;
}

const char *
pv_csv_charset_get_name (PvCsvCharset charset)
{
  switch (charset)
    {
    case PV_CSV_CHARSET_WINDOWS_1252:
      return "WINDOWS-1252";
    case PV_CSV_CHARSET_UTF16LE:
      return "UTF-16LE";
    case PV_CSV_CHARSET_UTF16BE:
      return "UTF-16BE";
    case PV_CSV_CHARSET_UTF8:
    case PV_CSV_CHARSET_MIXED:
    default:
      return "UTF-8";
    }
}

static gsize
put_windows_1252 (guchar byte, char *out)
{
  if (byte < 0x80)
    {
      *out = (char)byte;
      return 1;
    }
  return (gsize)g_unichar_to_utf8 (byte < 0xA0 ? windows_1252[byte - 0x80] : byte, out);
}

static gsize
decode_windows_1252 (const char *bytes, gsize length, char *out, gsize *out_length)
{
  gsize n = 0;

  for (gsize i = 0; i < length; i++)
    n += put_windows_1252 ((guchar)bytes[i], out + n);
  *out_length = n;
  return length;
}

static gsize
decode_mixed (const char *bytes, gsize length, gboolean last, char *out, gsize *out_length)
{
  gsize i = 0, n = 0;

  while (i < length)
    {
      gunichar c = g_utf8_get_char_validated (bytes + i, (gssize)(length - i));
      gsize size;

      if (c == PARTIAL && !last)
        break;
      if (c == PARTIAL || c == INVALID || c == 0)
        {
          n += put_windows_1252 ((guchar)bytes[i++], out + n);
          continue;
        }
      size = (gsize)(g_utf8_next_char (bytes + i) - (bytes + i));
      memcpy (out + n, bytes + i, size);
      n += size;
      i += size;
    }
  *out_length = n;
  return i;
}

static guint
unit_at (const char *bytes, gboolean big)
{
  guint first = (guchar)bytes[0], second = (guchar)bytes[1];

  return big ? first << 8 | second : second << 8 | first;
}

/* A half of a pair, a zero or half a unit at the end becomes U+FFFD. */
static gsize
decode_utf16 (const char *bytes,
              gsize length,
              gboolean big,
              gboolean last,
              char *out,
              gsize *out_length)
{
  gsize i = 0, n = 0;

  while (i + 2 <= length)
    {
      gunichar c = unit_at (bytes + i, big);
      gsize size = 2;

      if (c >= 0xD800 && c < 0xDC00)
        {
          if (i + 4 > length && !last)
            break;
          if (i + 4 <= length && unit_at (bytes + i + 2, big) >> 10 == 0xDC00 >> 10)
            {
              c = 0x10000 + ((c & 0x3FF) << 10) + (unit_at (bytes + i + 2, big) & 0x3FF);
              size = 4;
            }
        }
      if (c == 0 || (c >= 0xD800 && c < 0xE000))
        c = 0xFFFD;
      n += (gsize)g_unichar_to_utf8 (c, out + n);
      i += size;
    }
  if (last && i + 1 == length)
    {
      n += (gsize)g_unichar_to_utf8 (0xFFFD, out + n);
      i++;
    }
  *out_length = n;
  return i;
}

gsize
pv_csv_charset_decode (PvCsvCharset charset,
                       const char *bytes,
                       gsize length,
                       gboolean last,
                       char *out,
                       gsize *out_length)
{
  switch (charset)
    {
    case PV_CSV_CHARSET_WINDOWS_1252:
      return decode_windows_1252 (bytes, length, out, out_length);
    case PV_CSV_CHARSET_MIXED:
      return decode_mixed (bytes, length, last, out, out_length);
    case PV_CSV_CHARSET_UTF16LE:
    case PV_CSV_CHARSET_UTF16BE:
      return decode_utf16 (bytes, length, charset == PV_CSV_CHARSET_UTF16BE, last, out, out_length);
    case PV_CSV_CHARSET_UTF8:
    default:
      memcpy (out, bytes, length);
      *out_length = length;
      return length;
    }
}
