/* pv-zip.h: reads the parts of a zipped workbook, one at a time
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The list of the parts. Names are compared without case, with `/`. */
typedef struct _PvZip PvZip;

/* A part being inflated; another one may be read at the same time. */
typedef struct _PvZipPart PvZipPart;

/* Fails with ENCRYPTED when a part is. */
PvZip *pv_zip_open (const char *path, const char *basename, guint64 file_size, GError **error);
void pv_zip_free (PvZip *zip);

gboolean pv_zip_has (PvZip *zip, const char *name);

PvZipPart *pv_zip_open_part (PvZip *zip, const char *name, GError **error);
void pv_zip_part_free (PvZipPart *part);

/* Returns the bytes read, 0 at the end, -1 on an error, beyond a limit too. */
gssize pv_zip_part_read (PvZipPart *part, gpointer buffer, gsize size, GError **error);

guint pv_zip_part_get_position_bp (PvZipPart *part);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PvZip, pv_zip_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PvZipPart, pv_zip_part_free)

G_END_DECLS
