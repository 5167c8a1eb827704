/* pv-csv-charset.h: finds the encoding of a text file, and decodes it
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  PV_CSV_CHARSET_UTF8,  /* all of it: no decoding needed */
  PV_CSV_CHARSET_MIXED, /* UTF-8 with some stray bytes of Windows-1252 */
  PV_CSV_CHARSET_WINDOWS_1252,
  PV_CSV_CHARSET_UTF16LE,
  PV_CSV_CHARSET_UTF16BE,
} PvCsvCharset;

/* What is learnt from the bytes, given block by block, the whole file. A file
 * may be in ASCII for a million rows before its first accent. */
typedef struct
{
  gboolean started;
  guint bom_length;
  PvCsvCharset utf16;  /* when the mark says so */
  guint64 n_sequences; /* of several bytes, valid */
  guint64 n_stray;     /* bytes that are not UTF-8 */
  gboolean has_zero;   /* no text in a single-byte encoding */
} PvCsvCharsetScan;

/* Returns: how many bytes were looked at; the rest (3 at most) must come again
 * at the head of the next block. */
gsize pv_csv_charset_scan (PvCsvCharsetScan *scan, const char *bytes, gsize length, gboolean last);

PvCsvCharset pv_csv_charset_decide (const PvCsvCharsetScan *scan);

const char *pv_csv_charset_get_name (PvCsvCharset charset);

/* Decodes to valid UTF-8. @out must hold 3 × @length bytes. Returns the bytes
 * consumed; the rest must come again, unless @last. */
gsize pv_csv_charset_decode (PvCsvCharset charset,
                             const char *bytes,
                             gsize length,
                             gboolean last,
                             char *out,
                             gsize *out_length);

G_END_DECLS
