/* pv-test-classeur.h: a workbook read back by a program that is not ours
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Runs a reader of this folder with what to look at and one or two files (@second: (nullable)); a
 * difference ends the test with its words. */
void pv_test_classeur_check (const char *reader,
                             const char *mode,
                             const char *first,
                             const char *second);

G_END_DECLS
