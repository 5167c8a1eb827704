/* pv-seal.c: a sum of SHA-256 hashes, which does not depend on their order
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pv-seal.h"

#include <string.h>

#define N_WORDS 4
#define N_BYTES 32

void
pv_seal_add (PvSeal *self, const PvSeal *other)
{
  guint64 carry = 0;

  for (guint i = 0; i < N_WORDS; i++)
    {
      guint64 sum = self->words[i] + other->words[i];
      guint64 whole = sum + carry;

      carry = (sum < other->words[i]) + (whole < sum);
      self->words[i] = whole;
    }
}

void
pv_seal_subtract (PvSeal *self, const PvSeal *other)
{
  guint64 borrow = 0;

  for (guint i = 0; i < N_WORDS; i++)
    {
      guint64 difference = self->words[i] - other->words[i];
      guint64 whole = difference - borrow;

      borrow = (self->words[i] < other->words[i]) + (difference < borrow);
      self->words[i] = whole;
    }
}

gboolean
pv_seal_is_zero (const PvSeal *self)
{
  return (self->words[0] | self->words[1] | self->words[2] | self->words[3]) == 0;
}

gboolean
pv_seal_equal (const PvSeal *self, const PvSeal *other)
{
  return memcmp (self, other, sizeof *self) == 0;
}

void
pv_seal_from_digest (PvSeal *self, const guint8 *digest)
{
  memcpy (self->words, digest, sizeof self->words);
  for (guint i = 0; i < N_WORDS; i++)
    self->words[i] = GUINT64_FROM_LE (self->words[i]);
}

char *
pv_seal_to_hex (const PvSeal *self)
{
  static const char digits[] = "0123456789abcdef";
  char *hex = g_malloc (2 * N_BYTES + 1);

  for (guint i = 0; i < N_BYTES; i++)
    {
      guint byte = (guint)(self->words[i / 8] >> (8 * (i % 8))) & 0xff;

      hex[2 * i] = digits[byte >> 4];
      hex[2 * i + 1] = digits[byte & 0xf];
    }
  hex[2 * N_BYTES] = '\0';
  return hex;
}

gboolean
pv_seal_from_hex (PvSeal *self, const char *hex)
{
  memset (self, 0, sizeof *self);
  if (hex == NULL || strlen (hex) != 2 * N_BYTES)
    return FALSE;
  for (guint i = 0; i < N_BYTES; i++)
    {
      int high = g_ascii_xdigit_value (hex[2 * i]);
      int low = g_ascii_xdigit_value (hex[2 * i + 1]);

      if (high < 0 || low < 0)
        return FALSE;
      self->words[i / 8] |= (guint64)(high << 4 | low) << (8 * (i % 8));
    }
  return TRUE;
}
