/* fuzz-reader.h: what every target of the readers does with a file
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The path of a file in memory, made once. */
const char *fuzz_reader_get_path (void);

/* Replaces what the file holds. */
void fuzz_reader_write (const void *bytes, gsize length);

/* Opens the file, reads every row of every sheet and looks for the header;
 * aborts on a text that is not UTF-8 or an error without a message. */
void fuzz_reader_run (void);

G_END_DECLS
