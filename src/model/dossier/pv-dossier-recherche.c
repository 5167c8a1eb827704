/* pv-dossier-recherche.c: what a person types, as a query of the full-text index
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "dossier/pv-dossier-liste-private.h"

#include <string.h>

#include "pv-text.h"

/* More words than a title has; longer than any of them. The rest is not looked at. */
#define MAX_WORDS 16
#define MAX_WORD_BYTES 120

/* As numbers are given to dossiers: at least four digits. */
#define NUMERO_DIGITS 4

static gboolean
has_token (const char *word)
{
  for (const char *p = word; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      return TRUE;

  return FALSE;
}

static void
append_phrase (GString *match, const char *word, gboolean prefix)
{
  g_string_append_c (match, '"');
  for (const char *p = word; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (match, '"');
      g_string_append_c (match, *p);
    }
  g_string_append (match, prefix ? "\" *" : "\"");
}

/* Returns: (transfer full) (nullable): NULL when nothing was replaced */
static char *
replace (const char *word, const char *from, const char *to)
{
  g_auto (GStrv) parts = g_strsplit (word, from, -1);

  return parts[0] != NULL && parts[1] != NULL ? g_strjoinv (to, parts) : NULL;
}

/* The index folds accents, but leaves œ as it is. */
static char *
other_spelling (const char *word)
{
  char *other = replace (word, "œ", "oe");

  if (other == NULL)
    other = replace (word, "Œ", "oe");
  if (other == NULL)
    {
      g_autofree char *lower = g_utf8_strdown (word, -1);

      other = replace (lower, "oe", "œ");
    }

  return other;
}

/* "412" is the dossier 0412 too. */
static char *
other_number (const char *word)
{
  gsize length = strlen (word);

  if (length >= NUMERO_DIGITS || strspn (word, "0123456789") != length)
    return NULL;

  return g_strdup_printf ("%.*s%s", (int)(NUMERO_DIGITS - length), "0000", word);
}

static void
append_word (GString *match, const char *word, gboolean prefix)
{
  g_autofree char *spelling = other_spelling (word);
  g_autofree char *number = other_number (word);

  if (match->len > 0)
    g_string_append (match, " AND ");
  g_string_append_c (match, '(');
  append_phrase (match, word, prefix);
  if (spelling != NULL)
    {
      g_string_append (match, " OR ");
      append_phrase (match, spelling, prefix);
    }
  if (number != NULL)
    {
      g_string_append (match, " OR numero : ");
      append_phrase (match, number, FALSE);
    }
  g_string_append_c (match, ')');
}

/* The words that can be found, none cut inside a character. */
static GPtrArray *
split_words (const char *texte)
{
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);
  const char *p = texte;

  while (*p != '\0' && words->len < MAX_WORDS)
    {
      gsize length = strcspn (p, " ");
      g_autofree char *word = g_strndup (p, MIN (length, MAX_WORD_BYTES));
      const char *bad = NULL;

      if (!g_utf8_validate (word, -1, &bad))
        word[bad - word] = '\0';
      if (has_token (word))
        g_ptr_array_add (words, g_steal_pointer (&word));
      p += length;
      p += strspn (p, " ");
    }

  return words;
}

char *
pv_dossier_recherche_to_match (const char *texte)
{
  g_autofree char *clean = pv_text_clean (texte, FALSE);
  g_autoptr (GPtrArray) words = split_words (clean);
  GString *match;

  if (words->len == 0)
    return NULL;

  match = g_string_new (NULL);
  for (guint i = 0; i < words->len; i++)
    append_word (match, g_ptr_array_index (words, i), i + 1 == words->len);

  return g_string_free (match, FALSE);
}
