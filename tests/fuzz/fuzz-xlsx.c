/* fuzz-xlsx.c: the parts of an XLSX, past the checksums of the archive
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <stdint.h>

#include "fuzz-reader.h"
#include "pv-test-archive.h"

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

/* The input is sheetData, strings and styles, separated by form feeds. */
int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *text = g_strndup ((const char *)data, size);
  g_auto (GStrv) parts = g_strsplit (text, "\f", 3);
  guint n = g_strv_length (parts);

  pv_test_xlsx_write (fuzz_reader_get_path (), n > 0 ? parts[0] : "", n > 1 ? parts[1] : NULL,
                      n > 2 ? parts[2] : NULL);
  fuzz_reader_run ();
  return 0;
}
