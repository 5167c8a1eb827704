/* pv-seal.h: a sum of SHA-256 hashes, which does not depend on their order
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PvSeal:
 *
 * A 256-bit number, lowest word first. The seal of a table is the sum modulo
 * 2²⁵⁶ of the hashes of its rows: a row that comes adds its own, a row that
 * goes takes it away, and doing then undoing gives the same seal again.
 */
typedef struct
{
  guint64 words[4];
} PvSeal;

void pv_seal_add (PvSeal *self, const PvSeal *other);
void pv_seal_subtract (PvSeal *self, const PvSeal *other);
gboolean pv_seal_is_zero (const PvSeal *self);
gboolean pv_seal_equal (const PvSeal *self, const PvSeal *other);

/* @digest, the 32 bytes of a SHA-256, read as a number, lowest byte first. */
void pv_seal_from_digest (PvSeal *self, const guint8 *digest);

/* 64 hexadecimal digits, lowest byte first: that of one hash is the hash. */
char *pv_seal_to_hex (const PvSeal *self);

/* Returns: %FALSE when @hex (nullable) is not 64 hexadecimal digits */
gboolean pv_seal_from_hex (PvSeal *self, const char *hex);

G_END_DECLS
