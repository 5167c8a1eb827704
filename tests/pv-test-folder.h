/* pv-test-folder.h: the folder of a test
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Removes @folder and all that is in it, links themselves and not what they lead to; a folder
 * that stays fails the test. */
void pv_test_folder_remove (const char *folder);

G_END_DECLS
