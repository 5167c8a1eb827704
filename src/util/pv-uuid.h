/* pv-uuid.h: identifiers that never change and sort by time
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * pv_uuid_new:
 *
 * A UUID of version 7 (RFC 9562, 5.7): milliseconds of the system clock, then a
 * counter, then random bits. Each one sorts after those this process made
 * before, whatever the clock does, so that an index appends. Any thread.
 *
 * Returns: (transfer full): 36 characters, small letters
 */
char *pv_uuid_new (void);

G_END_DECLS
