/* fuzz-ods.c: the tables of an ODS, past the checksums of the archive
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <stdint.h>

#include "fuzz-reader.h"
#include "pv-test-archive.h"

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *text = g_strndup ((const char *)data, size);

  pv_test_ods_write (fuzz_reader_get_path (), text);
  fuzz_reader_run ();
  return 0;
}
