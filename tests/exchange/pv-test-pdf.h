/* pv-test-pdf.h: a PDF written by a test, and read back by poppler
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* (transfer full): that file of @folder; kept to be looked at when PV_TEST_OUT says where. */
char *pv_test_pdf_path (const char *folder, const char *name);

/* (transfer full): the text of a PDF, its pages parted by form feeds and any space a plain one. */
char *pv_test_pdf_read (const char *path);

G_END_DECLS
