/* pv-table-sniff.c: tells the format of a file by its content
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* memmem() */
#define _GNU_SOURCE

#include "pv-table-sniff.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

#include "pv-table-limits.h"
#include "pv-table-private.h"
#include "pv-zip.h"

typedef struct
{
  const char *magic;
  gsize length;
  PvTableProblem problem;
} Magic;

#define MAGIC(bytes, problem)                                                                      \
  {                                                                                                \
    bytes, sizeof (bytes) - 1, problem                                                             \
  }

static const Magic refused[] = {
  MAGIC ("%PDF", PV_TABLE_PROBLEM_NOT_A_TABLE),
  MAGIC ("\x89PNG", PV_TABLE_PROBLEM_NOT_A_TABLE),
  MAGIC ("\xFF\xD8\xFF", PV_TABLE_PROBLEM_NOT_A_TABLE),
  MAGIC ("{\\rtf", PV_TABLE_PROBLEM_NOT_A_TABLE),
  MAGIC ("SQLite format 3", PV_TABLE_PROBLEM_NOT_A_TABLE),
  MAGIC ("\x7F"
         "ELF",
         PV_TABLE_PROBLEM_NOT_A_TABLE),
  MAGIC ("\x1F\x8B", PV_TABLE_PROBLEM_COMPRESSED),
  MAGIC ("7z\xBC\xAF", PV_TABLE_PROBLEM_COMPRESSED),
  MAGIC ("Rar!", PV_TABLE_PROBLEM_COMPRESSED),
  MAGIC ("BZh", PV_TABLE_PROBLEM_COMPRESSED),
  MAGIC ("\xFD"
         "7zXZ",
         PV_TABLE_PROBLEM_COMPRESSED),
  MAGIC ("<?xml", PV_TABLE_PROBLEM_XML),
  MAGIC ("<html", PV_TABLE_PROBLEM_WEB_PAGE),
  MAGIC ("<HTML", PV_TABLE_PROBLEM_WEB_PAGE),
  MAGIC ("<!doctype", PV_TABLE_PROBLEM_WEB_PAGE),
  MAGIC ("<!DOCTYPE", PV_TABLE_PROBLEM_WEB_PAGE),
  MAGIC ("<table", PV_TABLE_PROBLEM_WEB_PAGE),
  MAGIC ("<meta", PV_TABLE_PROBLEM_WEB_PAGE),
};

/* An OLE container whose directory names these streams wraps an encrypted
 * XLSX ([MS-OFFCRYPTO] 2.3.2). */
static const char encrypted_stream[] = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e";

static gboolean
begins_with (const char *head, gsize length, const char *magic, gsize magic_length)
{
  return length >= magic_length && memcmp (head, magic, magic_length) == 0;
}

static gboolean
sniff_text (const char *head, gsize length, const char *basename, GError **error)
{
  gsize start = begins_with (head, length, "\xEF\xBB\xBF", 3) ? 3 : 0;

  while (start < length && g_ascii_isspace (head[start]))
    start++;
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    if (begins_with (head + start, length - start, refused[i].magic, refused[i].length))
      return pv_table_set_problem (error, basename, refused[i].problem);
  return TRUE;
}

static gboolean
sniff_ole (const char *path,
           const char *basename,
           guint64 file_size,
           PvTableFormat *format,
           GError **error)
{
  g_autoptr (GMappedFile) file = NULL;

  if (file_size > PV_TABLE_MAX_XLS_BYTES)
    return pv_table_set_problem (error, basename, PV_TABLE_PROBLEM_FILE_SIZE);
  file = g_mapped_file_new (path, FALSE, NULL);
  if (file == NULL)
    return pv_table_set_problem (error, basename, PV_TABLE_PROBLEM_DAMAGED);
  if (memmem (g_mapped_file_get_contents (file), g_mapped_file_get_length (file), encrypted_stream,
              sizeof (encrypted_stream)) != NULL)
    return pv_table_set_problem (error, basename, PV_TABLE_PROBLEM_ENCRYPTED);
  *format = PV_TABLE_FORMAT_XLS;
  return TRUE;
}

static gboolean
sniff_zip (const char *path,
           const char *basename,
           guint64 file_size,
           PvTableFormat *format,
           GError **error)
{
  g_autoptr (PvZip) zip = pv_zip_open (path, basename, file_size, error);

  if (zip == NULL)
    return FALSE;
  if (pv_zip_has (zip, "encrypted-package"))
    return pv_table_set_problem (error, basename, PV_TABLE_PROBLEM_ENCRYPTED);
  if (pv_zip_has (zip, "xl/workbook.bin"))
    return pv_table_set_problem (error, basename, PV_TABLE_PROBLEM_BINARY_WORKBOOK);
  if (pv_zip_has (zip, "word/document.xml") || pv_zip_has (zip, "ppt/presentation.xml"))
    return pv_table_set_problem (error, basename, PV_TABLE_PROBLEM_NOT_A_TABLE);
  if (pv_zip_has (zip, "content.xml"))
    *format = PV_TABLE_FORMAT_ODS;
  else if (pv_zip_has (zip, "[content_types].xml") || pv_zip_has (zip, "xl/workbook.xml"))
    *format = PV_TABLE_FORMAT_XLSX;
  else
    return pv_table_set_problem (error, basename, PV_TABLE_PROBLEM_COMPRESSED);
  return TRUE;
}

gboolean
pv_table_sniff (const char *path,
                const char *basename,
                guint64 file_size,
                PvTableFormat *format,
                GError **error)
{
  char head[512];
  gsize length;
  FILE *file = g_fopen (path, "rbe");

  if (file == NULL)
    {
      int saved = errno;

      g_set_error (error, PV_EXCHANGE_ERROR, PV_EXCHANGE_ERROR_UNREADABLE,
                   _ ("“%s” cannot be read (%s): check its name and your rights on it."), basename,
                   g_strerror (saved));
      return FALSE;
    }
  length = fread (head, 1, sizeof (head), file);
  fclose (file);

  if (begins_with (head, length, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8))
    return sniff_ole (path, basename, file_size, format, error);
  if (begins_with (head, length, "PK\003\004", 4) || begins_with (head, length, "PK\005\006", 4))
    {
      if (file_size > PV_TABLE_MAX_ZIP_BYTES)
        return pv_table_set_problem (error, basename, PV_TABLE_PROBLEM_FILE_SIZE);
      return sniff_zip (path, basename, file_size, format, error);
    }
  *format = PV_TABLE_FORMAT_CSV;
  return sniff_text (head, length, basename, error);
}
