/* pv-digit-key.h: the digit of a key, where digits need Shift too
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * pv_digit_key:
 * @controller: that was given the key
 *
 * A French keyboard gives “&” where “1” is printed: the digit is that of the key, with Shift or
 * without.
 *
 * Returns: 0 to 9, or %G_MAXUINT when the key has no digit
 */
guint pv_digit_key (GtkEventControllerKey *controller,
                    guint key,
                    guint keycode,
                    GdkModifierType modifiers);

/**
 * pv_digit_key_get_names:
 * @digit: 0 to 9
 *
 * Returns: (transfer none): the key of @digit in accelerators, %NULL-terminated: by its digit,
 *   and by what a French keyboard gives without Shift
 */
const char *const *pv_digit_key_get_names (guint digit);

G_END_DECLS
