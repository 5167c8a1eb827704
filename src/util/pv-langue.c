/* pv-langue.c: messages in the language of a thread, not of the session
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pv-langue.h"

#include <libintl.h>
#include <string.h>

#undef g_dngettext

/* Format: GNU gettext manual, “The Format of GNU MO Files”. */
#define MAGIC 0x950412de
#define HEADER_SIZE 20

struct _PvLangue
{
  GMappedFile *file;
  const char *bytes;
  gsize size;
  guint32 n_texts;
  guint32 originals; /* where their table begins */
  guint32 translations;
};

static GPrivate in_use;

static guint32
read_word (const PvLangue *self, gsize offset)
{
  guint32 word = 0;

  memcpy (&word, self->bytes + offset, sizeof word);
  return word;
}

/* A text of a table, NULL when the file lies about where it is. */
static const char *
get_text (const PvLangue *self, guint32 table, guint32 index, gsize *length)
{
  gsize entry = (gsize)table + (gsize)index * 8;
  gsize offset = read_word (self, entry + 4);

  *length = read_word (self, entry);
  if (offset >= self->size || *length >= self->size - offset ||
      self->bytes[offset + *length] != '\0')
    return NULL;

  return self->bytes + offset;
}

static gboolean
has_table (const PvLangue *self, guint32 table)
{
  return table <= self->size && self->n_texts <= (self->size - table) / 8;
}

static PvLangue *
langue_load (const char *path)
{
  g_autoptr (GMappedFile) file = g_mapped_file_new (path, FALSE, NULL);
  PvLangue *self;

  if (file == NULL || g_mapped_file_get_length (file) < HEADER_SIZE)
    return NULL;

  self = g_new0 (PvLangue, 1);
  self->bytes = g_mapped_file_get_contents (file);
  self->size = g_mapped_file_get_length (file);
  self->n_texts = read_word (self, 8);
  self->originals = read_word (self, 12);
  self->translations = read_word (self, 16);
  if (read_word (self, 0) != MAGIC || !has_table (self, self->originals) ||
      !has_table (self, self->translations))
    {
      g_free (self);
      return NULL;
    }

  self->file = g_steal_pointer (&file);
  return self;
}

const PvLangue *
pv_langue_get_french (void)
{
  static GMutex lock;
  static GHashTable *known; /* path → PvLangue, NULL for none */
  const char *folder = bindtextdomain (GETTEXT_PACKAGE, NULL);
  g_autofree char *path = g_build_filename (folder != NULL ? folder : "", "fr", "LC_MESSAGES",
                                            GETTEXT_PACKAGE ".mo", NULL);
  gpointer langue = NULL;

  g_mutex_lock (&lock);
  if (known == NULL)
    known = g_hash_table_new (g_str_hash, g_str_equal);
  if (!g_hash_table_lookup_extended (known, path, NULL, &langue))
    {
      langue = langue_load (path);
      g_hash_table_insert (known, g_steal_pointer (&path), langue);
    }
  g_mutex_unlock (&lock);

  return langue;
}

const PvLangue *
pv_langue_use (const PvLangue *langue)
{
  const PvLangue *before = g_private_get (&in_use);

  g_private_set (&in_use, (gpointer)langue);
  return before;
}

/* The originals are sorted; under plurals, both stand one after the other. */
static const char *
find (const PvLangue *self, const char *text, gsize *length)
{
  guint32 low = 0;
  guint32 high = self->n_texts;

  while (low < high)
    {
      guint32 middle = low + (high - low) / 2;
      const char *original = get_text (self, self->originals, middle, length);
      int order = original != NULL ? strcmp (text, original) : 0;

      if (original == NULL)
        return NULL;
      if (order == 0)
        return get_text (self, self->translations, middle, length);
      if (order < 0)
        high = middle;
      else
        low = middle + 1;
    }

  return NULL;
}

const char *
pv_langue_gettext (const char *text)
{
  const PvLangue *langue = g_private_get (&in_use);
  gsize length = 0;
  const char *found;

  if (langue == NULL)
    return g_dgettext (GETTEXT_PACKAGE, text);

  found = *text != '\0' ? find (langue, text, &length) : NULL;
  return found != NULL && length > 0 ? found : text;
}

const char *
pv_langue_ngettext (const char *domain, const char *one, const char *many, gulong number)
{
  const PvLangue *langue = g_private_get (&in_use);
  gsize length = 0;
  const char *found;
  gsize first;

  if (langue == NULL)
    return g_dngettext (domain, one, many, number);

  found = find (langue, one, &length);
  if (found == NULL || length == 0)
    return number == 1 ? one : many;

  /* French: 0 and 1 are singular. */
  first = strlen (found);
  return number > 1 && first < length ? found + first + 1 : found;
}
