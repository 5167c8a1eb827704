/* pv-workbook-verify.h: reads a finished workbook again
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * pv_workbook_verify:
 * @path: a file that libxlsxwriter says is complete
 *
 * Whether every part of the file is whole. libxlsxwriter writes its parts to
 * temporary files without looking at the result of each write: a disk that
 * fills up in between gives a valid archive of cut documents, which nobody is
 * to receive.
 */
gboolean pv_workbook_verify (const char *path, GCancellable *cancellable, GError **error);

G_END_DECLS
