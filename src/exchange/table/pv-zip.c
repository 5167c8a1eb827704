/* pv-zip.c: reads the parts of a zipped workbook, one at a time
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pv-zip.h"

#include <archive.h>
#include <archive_entry.h>

#include "pv-table-limits.h"
#include "pv-table-private.h"

#define BLOCK_SIZE 65536

struct _PvZip
{
  char *path;
  char *basename;
  guint64 file_size;
  GHashTable *parts; /* normal name → name as written */
};

struct _PvZipPart
{
  struct archive *archive;
  char *basename;
  guint64 file_size;
  guint64 size; /* as announced, which may lie: for progress only */
  guint64 n_read;
};

typedef struct archive Archive;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Archive, archive_read_free)

/* Some writers use backslashes, a leading slash, or another case. */
static char *
normalise (const char *name)
{
  g_autofree char *lower = NULL;

  while (*name == '/' || *name == '\\')
    name++;
  lower = g_ascii_strdown (name, -1);
  return g_strdelimit (g_steal_pointer (&lower), "\\", '/');
}

/* Only by the central directory: a file cut short has none, and is refused
 * rather than read in part. */
static Archive *
open_archive (const char *path, const char *basename, GError **error)
{
  g_autoptr (Archive) archive = archive_read_new ();

  if (archive == NULL || archive_read_support_format_zip_seekable (archive) != ARCHIVE_OK ||
      archive_read_open_filename (archive, path, BLOCK_SIZE) != ARCHIVE_OK)
    {
      pv_table_set_problem (error, basename, PV_TABLE_PROBLEM_DAMAGED);
      return NULL;
    }
  return g_steal_pointer (&archive);
}

static gboolean
next_entry (Archive *archive, struct archive_entry **entry)
{
  int status = archive_read_next_header (archive, entry);

  return status != ARCHIVE_EOF && status >= ARCHIVE_WARN;
}

static gboolean
list_parts (PvZip *zip, GError **error)
{
  g_autoptr (Archive) archive = open_archive (zip->path, zip->basename, error);
  struct archive_entry *entry;
  int status;

  if (archive == NULL)
    return FALSE;
  while ((status = archive_read_next_header (archive, &entry)) != ARCHIVE_EOF &&
         status >= ARCHIVE_WARN)
    {
      const char *name = archive_entry_pathname (entry);

      if (archive_entry_is_encrypted (entry))
        return pv_table_set_problem (error, zip->basename, PV_TABLE_PROBLEM_ENCRYPTED);
      if (name != NULL)
        g_hash_table_insert (zip->parts, normalise (name), g_strdup (name));
      if (g_hash_table_size (zip->parts) > PV_TABLE_MAX_PARTS)
        return pv_table_set_problem (error, zip->basename, PV_TABLE_PROBLEM_PARTS);
    }
  if (status != ARCHIVE_EOF)
    return pv_table_set_problem (error, zip->basename, PV_TABLE_PROBLEM_DAMAGED);
  return TRUE;
}

PvZip *
pv_zip_open (const char *path, const char *basename, guint64 file_size, GError **error)
{
  g_autoptr (PvZip) zip = g_new0 (PvZip, 1);

  zip->path = g_strdup (path);
  zip->basename = g_strdup (basename);
  zip->file_size = file_size;
  zip->parts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  if (!list_parts (zip, error))
    return NULL;
  return g_steal_pointer (&zip);
}

void
pv_zip_free (PvZip *zip)
{
  if (zip == NULL)
    return;
  g_hash_table_unref (zip->parts);
  g_free (zip->basename);
  g_free (zip->path);
  g_free (zip);
}

gboolean
pv_zip_has (PvZip *zip, const char *name)
{
  g_autofree char *normal = normalise (name);

  return g_hash_table_contains (zip->parts, normal);
}

PvZipPart *
pv_zip_open_part (PvZip *zip, const char *name, GError **error)
{
  g_autofree char *normal = normalise (name);
  const char *written = g_hash_table_lookup (zip->parts, normal);
  g_autoptr (Archive) archive = NULL;
  struct archive_entry *entry;

  if (written != NULL)
    archive = open_archive (zip->path, zip->basename, error);
  if (written != NULL && archive == NULL)
    return NULL;
  while (archive != NULL && next_entry (archive, &entry))
    if (g_strcmp0 (archive_entry_pathname (entry), written) == 0)
      {
        PvZipPart *part = g_new0 (PvZipPart, 1);

        part->size = archive_entry_size_is_set (entry) ? (guint64)archive_entry_size (entry) : 0;
        part->archive = g_steal_pointer (&archive);
        part->basename = g_strdup (zip->basename);
        part->file_size = zip->file_size;
        return part;
      }
  pv_table_set_problem (error, zip->basename, PV_TABLE_PROBLEM_DAMAGED);
  return NULL;
}

void
pv_zip_part_free (PvZipPart *part)
{
  if (part == NULL)
    return;
  archive_read_free (part->archive);
  g_free (part->basename);
  g_free (part);
}

gssize
pv_zip_part_read (PvZipPart *part, gpointer buffer, gsize size, GError **error)
{
  la_ssize_t n = archive_read_data (part->archive, buffer, size);
  PvTableProblem problem;

  if (n >= 0)
    {
      part->n_read += (guint64)n;
      if (part->n_read > PV_TABLE_MAX_PART_BYTES)
        problem = PV_TABLE_PROBLEM_PART_SIZE;
      else if (part->n_read > PV_TABLE_RATIO_FLOOR &&
               part->n_read / PV_TABLE_MAX_RATIO > part->file_size)
        problem = PV_TABLE_PROBLEM_RATIO;
      else
        return n;
    }
  else
    problem = PV_TABLE_PROBLEM_DAMAGED;
  pv_table_set_problem (error, part->basename, problem);
  return -1;
}

guint
pv_zip_part_get_position_bp (PvZipPart *part)
{
  if (part->size == 0)
    return 0;
  return (guint)MIN ((double)part->n_read / (double)part->size * 10000., 10000.);
}
