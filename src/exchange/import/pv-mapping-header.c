/* pv-mapping-header.c: headers that name a funder, a stage and a year
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pv-mapping.h"

#include <string.h>

#include "pv-number.h"
#include "pv-text.h"

/* A word of a header: where it stands as written, and folded. */
typedef struct
{
  const char *start;
  const char *end;
  char *folded;
  gboolean dropped;
} Word;

static void
word_clear (gpointer data)
{
  g_free (((Word *)data)->folded);
}

static GArray *
split_words (const char *text)
{
  GArray *words = g_array_new (FALSE, TRUE, sizeof (Word));
  const char *p = text;

  g_array_set_clear_func (words, word_clear);
  while (*p != '\0')
    {
      Word word = { p, NULL, NULL, FALSE };
      g_autofree char *raw = NULL;

      while (*p != '\0' && g_unichar_isalnum (g_utf8_get_char (p)))
        p = g_utf8_next_char (p);
      if (p == word.start)
        {
          p = g_utf8_next_char (p);
          continue;
        }
      word.end = p;
      raw = g_strndup (word.start, p - word.start);
      word.folded = pv_text_fold (raw);
      g_array_append_val (words, word);
    }

  return words;
}

#define WORD(words, i) (&g_array_index (words, Word, i))

/* How many words of @words from @at spell @phrase; 0: none. */
static guint
match_phrase (GArray *words, guint at, const char *phrase)
{
  g_auto (GStrv) parts = g_strsplit (phrase, " ", -1);
  guint n = g_strv_length (parts);

  if (at + n > words->len)
    return 0;
  for (guint i = 0; i < n; i++)
    {
      if (!g_str_equal (WORD (words, at + i)->folded, parts[i]))
        return 0;
    }

  return n;
}

/* Drops the longest phrase of a stage and tells which; -1: none. */
static int
take_stage (const PvProfile *profile, GArray *words)
{
  int stage = -1;
  guint best_at = 0;
  guint best_n = 0;

  for (guint at = 0; at < words->len; at++)
    {
      for (guint i = 0; i < profile->stage_words->len; i++)
        {
          const PvPhrase *phrase = &g_array_index (profile->stage_words, PvPhrase, i);
          guint n = match_phrase (words, at, phrase->phrase);

          if (n > best_n)
            {
              best_at = at;
              best_n = n;
              stage = phrase->value;
            }
        }
    }

  for (guint i = 0; i < best_n; i++)
    WORD (words, best_at + i)->dropped = TRUE;
  return stage;
}

static gint64
take_year (GArray *words)
{
  for (guint i = 0; i < words->len; i++)
    {
      Word *word = WORD (words, i);

      if (strlen (word->folded) == 4 && strspn (word->folded, "0123456789") == 4 &&
          (g_str_has_prefix (word->folded, "19") || g_str_has_prefix (word->folded, "20")))
        {
          word->dropped = TRUE;
          return g_ascii_strtoll (word->folded, NULL, 10);
        }
    }

  return PV_INT_NULL;
}

static gboolean
is_noise (const PvProfile *profile, const char *folded)
{
  for (guint i = 0; i < profile->noise_words->len; i++)
    {
      if (g_str_equal (g_ptr_array_index (profile->noise_words, i), folded))
        return TRUE;
    }

  return FALSE;
}

/* Words of no meaning are dropped at both ends only: "Ville de Lille" keeps its "de". */
static void
drop_noise (const PvProfile *profile, GArray *words)
{
  for (guint i = 0; i < words->len; i++)
    {
      if (!WORD (words, i)->dropped && !is_noise (profile, WORD (words, i)->folded))
        break;
      WORD (words, i)->dropped = TRUE;
    }
  for (guint i = words->len; i > 0; i--)
    {
      if (!WORD (words, i - 1)->dropped && !is_noise (profile, WORD (words, i - 1)->folded))
        break;
      WORD (words, i - 1)->dropped = TRUE;
    }
}

static gboolean
has_word (GArray *words, const char *const *list)
{
  for (guint i = 0; i < words->len; i++)
    {
      if (list != NULL && g_strv_contains (list, WORD (words, i)->folded))
        return TRUE;
    }

  return FALSE;
}

/* What is left, as written; a bracket closed at the end stays closed. */
static char *
join_kept (const char *text, GArray *words)
{
  g_autoptr (GString) kept = g_string_new (NULL);
  const char *end = NULL;

  for (guint i = 0; i < words->len; i++)
    {
      const Word *word = WORD (words, i);

      if (word->dropped)
        continue;
      if (end != NULL && i > 0 && !WORD (words, i - 1)->dropped)
        g_string_append_len (kept, end, word->start - end);
      else if (end != NULL)
        g_string_append_c (kept, ' ');
      g_string_append_len (kept, word->start, word->end - word->start);
      end = word->end;
    }
  if (end != NULL && *end == ')' && strchr (kept->str, '(') != NULL)
    g_string_append_c (kept, ')');

  return kept->len == 0 ? NULL : g_string_free (g_steal_pointer (&kept), FALSE);
}

static const char *const totals[] = { "total", "totaux", "cumul", "ensemble", NULL };

gboolean
pv_mapping_read_amount_header (const PvProfile *profile,
                               const char *name,
                               const char *band,
                               PvFieldId *field,
                               char **payer,
                               char **dispositif,
                               gint64 *exercice,
                               gboolean *total)
{
  g_autoptr (GArray) words = split_words (name);
  g_autoptr (GArray) band_words = split_words (band != NULL ? band : "");
  g_autofree char *in_name = NULL;
  g_autofree char *in_band = NULL;
  int stage = take_stage (profile, words);

  if (stage < 0)
    stage = take_stage (profile, band_words);
  if (stage < 0 || has_word (words, (const char *const *)profile->stage_exclusions))
    return FALSE;

  *field = PV_FIELD_SOLLICITE + stage;
  *total = has_word (words, totals) || has_word (band_words, totals);
  *exercice = take_year (words);
  if (*exercice == PV_INT_NULL)
    *exercice = take_year (band_words);

  drop_noise (profile, words);
  drop_noise (profile, band_words);
  in_name = join_kept (name, words);
  in_band = join_kept (band, band_words);
  *payer = in_band != NULL ? g_steal_pointer (&in_band) : g_steal_pointer (&in_name);
  *dispositif = g_steal_pointer (&in_name);
  return TRUE;
}
