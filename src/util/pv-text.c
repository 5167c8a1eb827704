/* pv-text.c: folding, cleaning and comparing texts
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pv-text.h"

#include <string.h>

/* Longest number that a sort key tells apart by its length. */
#define MAX_KEY_DIGITS 99u

/* Letters that do not decompose, and signs to read as a separator. */
static const char *
fold_special (gunichar c)
{
  switch (c)
    {
    case 0x0153: /* œ */
    case 0x0152:
      return "oe";
    case 0x00E6: /* æ */
    case 0x00C6:
      return "ae";
    case 0x00DF: /* ß */
    case 0x1E9E:
      return "ss";
    case 0x00F8: /* ø */
    case 0x00D8:
      return "o";
    case 0x0142: /* ł */
    case 0x0141:
      return "l";
    case 0x0111: /* đ */
    case 0x0110:
      return "d";
    case 0x0131: /* dotless i */
      return "i";
    case 0x00BA: /* typed for the degree sign of `n°` */
      return " ";
    default:
      return NULL;
    }
}

/* A letter or digit as it is; anything else as one space between words. */
static void
append_folded_char (GString *key, gunichar c)
{
  GUnicodeType type;

  if (g_unichar_isalnum (c))
    {
      g_string_append_unichar (key, g_unichar_tolower (c));
      return;
    }

  type = g_unichar_type (c);
  if (g_unichar_ismark (c) || type == G_UNICODE_FORMAT)
    return;

  if (key->len > 0 && key->str[key->len - 1] != ' ')
    g_string_append_c (key, ' ');
}

static void
append_folded (GString *key, gunichar c)
{
  const char *special = fold_special (c);
  gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
  gsize n;

  if (special != NULL)
    {
      for (; *special != '\0'; special++)
        append_folded_char (key, (gunichar)*special);
      return;
    }

  n = g_unichar_fully_decompose (c, TRUE, parts, G_N_ELEMENTS (parts));

  for (gsize i = 0; i < n; i++)
    append_folded_char (key, parts[i]);
}

/* The character at *@p, U+FFFD for a bad byte; moves past it. */
static gunichar
next_char (const char **p)
{
  gunichar c = g_utf8_get_char_validated (*p, -1);

  if (c == (gunichar)-1 || c == (gunichar)-2)
    {
      *p += 1;
      return 0xFFFD;
    }

  *p = g_utf8_next_char (*p);
  return c;
}

/* A run of digits behind the number of its digits, so that strcmp() compares
 * numbers. Returns what follows. */
static const char *
append_number (GString *key, const char *p)
{
  gsize length;
  guint shown;

  while (*p == '0' && g_ascii_isdigit (p[1]))
    p++;

  length = strspn (p, "0123456789");
  shown = (guint)MIN (length, MAX_KEY_DIGITS);
  g_string_append_c (key, (char)('0' + shown / 10));
  g_string_append_c (key, (char)('0' + shown % 10));
  g_string_append_len (key, p, (gssize)length);

  return p + length;
}

static gboolean
is_line_break (gunichar c)
{
  return c == '\n' || c == '\r' || c == '\v' || c == '\f' || c == 0x85 || c == 0x2028 ||
         c == 0x2029;
}

static gboolean
is_invisible (gunichar c)
{
  return c == 0xFEFF || c == 0x200B || c == 0x2060 || c == 0x00AD;
}

static int
compare_trigrams_cb (gconstpointer a, gconstpointer b)
{
  guint32 left = *(const guint32 *)a;
  guint32 right = *(const guint32 *)b;

  return left < right ? -1 : left > right;
}

static guint
count_common (GArray *a, GArray *b)
{
  guint common = 0;

  for (guint i = 0, j = 0; i < a->len && j < b->len;)
    {
      guint32 left = g_array_index (a, guint32, i);
      guint32 right = g_array_index (b, guint32, j);

      common += left == right;
      i += left <= right;
      j += right <= left;
    }

  return common;
}

static gboolean
is_formula_mark (gunichar c)
{
  switch (c)
    {
    case '=':
    case '+':
    case '-':
    case '@':
    case '\t':
    case '\r':
    case '\n':
    case 0xFF1D: /* full width = + - @ */
    case 0xFF0B:
    case 0xFF0D:
    case 0xFF20:
      return TRUE;
    default:
      return FALSE;
    }
}

char *
pv_text_fold (const char *text)
{
  const char *p = text != NULL ? text : "";
  GString *key = g_string_sized_new (strlen (p) + 1);

  while (*p != '\0')
    {
      char c = *p;

      if ((guchar)c >= 0x80)
        append_folded (key, next_char (&p));
      else
        {
          if (g_ascii_isalnum (c))
            g_string_append_c (key, g_ascii_tolower (c));
          else if (key->len > 0 && key->str[key->len - 1] != ' ')
            g_string_append_c (key, ' ');
          p++;
        }
    }

  if (key->len > 0 && key->str[key->len - 1] == ' ')
    g_string_truncate (key, key->len - 1);

  return g_string_free (key, FALSE);
}

char *
pv_text_sort_key (const char *text)
{
  g_autofree char *folded = pv_text_fold (text);
  GString *key = g_string_sized_new (strlen (folded) + 8);
  const char *p = folded;

  while (*p != '\0')
    {
      if (g_ascii_isdigit (*p))
        p = append_number (key, p);
      else
        g_string_append_c (key, *p++);
    }

  return g_string_free (key, FALSE);
}

char *
pv_text_clean (const char *text, gboolean keep_lines)
{
  const char *p = text != NULL ? text : "";
  GString *clean = g_string_sized_new (strlen (p) + 1);
  guint n_lines = 0;
  gboolean space = FALSE;

  while (*p != '\0')
    {
      gunichar c = next_char (&p);

      if (is_invisible (c))
        continue;

      if (keep_lines && is_line_break (c))
        n_lines += !(c == '\r' && *p == '\n');
      else if (g_unichar_isspace (c) || g_unichar_iscntrl (c))
        space = TRUE;
      else
        {
          if (clean->len > 0 && n_lines > 0)
            g_string_append (clean, n_lines > 1 ? "\n\n" : "\n");
          else if (clean->len > 0 && space)
            g_string_append_c (clean, ' ');

          g_string_append_unichar (clean, c);
          n_lines = 0;
          space = FALSE;
        }
    }

  return g_string_free (clean, FALSE);
}

char *
pv_text_excerpt (const char *text, guint max_chars)
{
  g_autofree char *clean = pv_text_clean (text, FALSE);
  g_autofree char *start = NULL;

  if (g_utf8_strlen (clean, -1) <= (glong)max_chars)
    return g_steal_pointer (&clean);

  start = g_utf8_substring (clean, 0, max_chars);
  return g_strconcat (start, "…", NULL);
}

GArray *
pv_text_trigrams (const char *text)
{
  g_autofree char *key = pv_text_fold (text);
  GArray *trigrams = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint32 window = ' ';

  for (const char *p = key; *p != '\0'; p++)
    {
      guint32 next = p[1] != '\0' ? (guchar)p[1] : ' ';
      guint32 trigram;

      window = ((window << 8) | (guchar)*p) & 0xFFFF;
      trigram = (window << 8) | next;
      g_array_append_val (trigrams, trigram);
    }

  g_array_sort (trigrams, compare_trigrams_cb);
  return trigrams;
}

int
pv_trigrams_similarity_bp (GArray *a, GArray *b)
{
  guint64 total = (guint64)a->len + b->len;

  if (total == 0)
    return 0;

  return (int)((20000 * (guint64)count_common (a, b) + total / 2) / total);
}

int
pv_text_similarity_bp (const char *a, const char *b)
{
  g_autoptr (GArray) left = pv_text_trigrams (a);
  g_autoptr (GArray) right = pv_text_trigrams (b);

  return pv_trigrams_similarity_bp (left, right);
}

gboolean
pv_text_is_formula_like (const char *text)
{
  const char *p = text;

  return text != NULL && *text != '\0' && is_formula_mark (next_char (&p));
}

/* One more apostrophe before a text that already hides a formula behind some:
 * else the way back would take one too many. */
char *
pv_text_neutralise (const char *text)
{
  const char *inner = text != NULL ? text : "";

  inner += strspn (inner, "'");

  return g_strconcat (pv_text_is_formula_like (inner) ? "'" : "", text, NULL);
}

char *
pv_text_restore (const char *text)
{
  const char *inner = text != NULL ? text : "";
  gsize n_quotes = strspn (inner, "'");

  if (n_quotes > 0 && pv_text_is_formula_like (inner + n_quotes))
    inner++;

  return g_strdup (inner);
}

gboolean
pv_text_valid_utf8 (const char *text, gssize length, gsize *bad_offset)
{
  const char *end = text;
  gboolean valid = length < 0 ? g_utf8_validate (text, -1, &end)
                              : g_utf8_validate_len (text, (gsize)length, &end);

  if (!valid && bad_offset != NULL)
    *bad_offset = (gsize)(end - text);

  return valid;
}
