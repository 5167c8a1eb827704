/* pv-workbook-verify.c: reads a finished workbook again
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "export/pv-workbook-verify.h"

#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "export/pv-workbook.h"

/* Records of a ZIP archive. Source: PKWARE APPNOTE 6.3, 4.3. */
#define END_SIGNATURE 0x06054b50
#define END_SIZE 22
#define CENTRAL_SIGNATURE 0x02014b50
#define CENTRAL_SIZE 46
#define LOCAL_SIGNATURE 0x04034b50
#define LOCAL_SIZE 30

#define CHUNK (128 * 1024)
#define RELEASE_AT (1024 * 1024)
/* The name of a root element comes early, and its end tag is short. */
#define HEAD_SIZE 256
#define TAIL_SIZE 64

typedef struct
{
  const guint8 *bytes;
  gsize size;
} Archive;

typedef struct
{
  char head[HEAD_SIZE];
  gsize head_size;
  char tail[TAIL_SIZE];
  gsize tail_size;
  guint64 size;
} Part;

static guint32
read16 (const guint8 *p)
{
  return (guint32)p[0] | (guint32)p[1] << 8;
}

static guint32
read32 (const guint8 *p)
{
  return read16 (p) | read16 (p + 2) << 16;
}

static void
take (Part *part, const char *bytes, gsize n)
{
  gsize kept = MIN (n, TAIL_SIZE);
  gsize old = MIN (part->tail_size, TAIL_SIZE - kept);
  gsize begin = MIN (n, HEAD_SIZE - part->head_size);

  memcpy (part->head + part->head_size, bytes, begin);
  part->head_size += begin;
  memmove (part->tail, part->tail + part->tail_size - old, old);
  memcpy (part->tail + old, bytes + n - kept, kept);
  part->tail_size = old + kept;
  part->size += n;
}

/* Pages that were read are given back: a large file takes no more memory than
 * a small one. */
static void
release (const guint8 *from, const guint8 *to)
{
  gsize page = (gsize)sysconf (_SC_PAGESIZE);
  gsize first = (gsize)from / page * page;
  gsize last = (gsize)to / page * page;

  if (last > first)
    madvise ((void *)first, last - first, MADV_DONTNEED);
}

static gboolean
inflate (const guint8 *data, gsize size, Part *part, GCancellable *cancellable, GError **error)
{
  g_autoptr (GZlibDecompressor) inflater = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_RAW);
  g_autofree char *buffer = g_malloc (CHUNK);
  GConverterResult result = G_CONVERTER_CONVERTED;
  const guint8 *kept = data;

  while (result != G_CONVERTER_FINISHED)
    {
      gsize n_read = 0;
      gsize n_written = 0;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;

      result = g_converter_convert (G_CONVERTER (inflater), data, size, buffer, CHUNK,
                                    G_CONVERTER_INPUT_AT_END, &n_read, &n_written, error);
      if (result == G_CONVERTER_ERROR)
        return FALSE;

      data += n_read;
      size -= n_read;
      take (part, buffer, n_written);

      if (data - kept > RELEASE_AT)
        {
          release (kept, data);
          kept = data;
        }
    }

  return TRUE;
}

/* A whole document ends with the end tag of its root element. */
static gboolean
is_whole (const Part *part)
{
  g_autofree char *head = g_strndup (part->head, part->head_size);
  g_autofree char *tail = g_strndup (part->tail, part->tail_size);
  g_autofree char *end_tag = NULL;
  const char *root = head;

  while ((root = strchr (root, '<')) != NULL && (root[1] == '?' || root[1] == '!'))
    root++;

  if (root == NULL)
    return FALSE;

  root++;
  end_tag = g_strdup_printf ("</%.*s>", (int)strcspn (root, " \t\r\n/>"), root);
  g_strchomp (tail);
  return g_str_has_suffix (tail, end_tag);
}

static gboolean
verify_part (const Archive *archive,
             const guint8 *central,
             GCancellable *cancellable,
             GError **error)
{
  gsize size = read32 (central + 20);
  gsize offset = read32 (central + 42);
  gsize name_size = read16 (central + 28);
  g_autofree char *name = g_strndup ((const char *)central + CENTRAL_SIZE, name_size);
  const guint8 *local = archive->bytes + offset;
  Part part = { .size = 0 };

  if (offset + LOCAL_SIZE > archive->size || read32 (local) != LOCAL_SIGNATURE)
    goto damaged;

  offset += LOCAL_SIZE + read16 (local + 26) + read16 (local + 28);
  if (offset + size > archive->size)
    goto damaged;

  if (!inflate (archive->bytes + offset, size, &part, cancellable, error))
    return FALSE;

  if (part.size == read32 (central + 24) && is_whole (&part))
    return TRUE;

damaged:
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE, "%s", name);
  return FALSE;
}

static const guint8 *
find_end (const Archive *archive)
{
  for (gsize back = END_SIZE; back <= archive->size && back <= END_SIZE + G_MAXUINT16; back++)
    if (read32 (archive->bytes + archive->size - back) == END_SIGNATURE)
      return archive->bytes + archive->size - back;

  return NULL;
}

gboolean
pv_workbook_verify (const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (GMappedFile) file = g_mapped_file_new (path, FALSE, error);
  Archive archive = { NULL, 0 };
  const guint8 *end = NULL;
  gsize offset = 0;

  if (file == NULL)
    return FALSE;

  archive.bytes = (const guint8 *)g_mapped_file_get_contents (file);
  archive.size = g_mapped_file_get_length (file);
  end = archive.size < END_SIZE ? NULL : find_end (&archive);
  if (end == NULL)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE, "%s", path);
      return FALSE;
    }

  offset = read32 (end + 16);
  for (guint i = 0; i < read16 (end + 10); i++)
    {
      const guint8 *central = archive.bytes + offset;

      if (offset + CENTRAL_SIZE > archive.size || read32 (central) != CENTRAL_SIGNATURE)
        {
          g_set_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE, "%s", path);
          return FALSE;
        }
      if (!verify_part (&archive, central, cancellable, error))
        return FALSE;
      offset +=
          CENTRAL_SIZE + read16 (central + 28) + read16 (central + 30) + read16 (central + 32);
    }

  return TRUE;
}
