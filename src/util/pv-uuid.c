/* pv-uuid.c: identifiers that never change and sort by time
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "pv-uuid.h"

/* 42 bits of counter follow the time: 12 in rand_a, 30 at the head of rand_b
 * (RFC 9562, 6.2, method 1). It starts low in its range at each millisecond
 * and never wraps in practice; when it does the time is moved forward. */
#define COUNTER_BITS 42
#define COUNTER_START_BITS 40

static GMutex mutex;
static guint64 last_ms;
static guint64 counter;

/* Moves @ms and the counter on, never back. */
static guint64
next_count (guint64 now_ms, guint64 *ms)
{
  if (now_ms > last_ms)
    {
      last_ms = now_ms;
      counter = (((guint64)g_random_int () << 32) | g_random_int ()) &
                ((G_GUINT64_CONSTANT (1) << COUNTER_START_BITS) - 1);
    }
  else if (++counter >> COUNTER_BITS)
    {
      last_ms++;
      counter = 0;
    }

  *ms = last_ms;
  return counter;
}

static void
write_hex (char *text, guint64 value, guint digits)
{
  for (guint i = digits; i > 0; i--, value >>= 4)
    text[i - 1] = "0123456789abcdef"[value & 0xf];
}

char *
pv_uuid_new (void)
{
  char *text = g_malloc (37);
  guint64 ms, count;
  guint32 random;

  g_mutex_lock (&mutex);
  count = next_count (g_get_real_time () / 1000, &ms);
  g_mutex_unlock (&mutex);
  random = g_random_int ();

  write_hex (text, ms >> 16, 8);
  text[8] = '-';
  write_hex (text + 9, ms & 0xffff, 4);
  text[13] = '-';
  write_hex (text + 14, 0x7000 | (count >> 30), 4);
  text[18] = '-';
  write_hex (text + 19, 0x8000 | ((count >> 16) & 0x3fff), 4);
  text[23] = '-';
  write_hex (text + 24, ((count & 0xffff) << 32) | random, 12);
  text[36] = '\0';

  return text;
}
