/* pv-drop-down.h: a drop-down whose choices are named by keys
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "widget/pv-choice.h"

G_BEGIN_DECLS

/**
 * pv_drop_down_show:
 * @items: (element-type PvChoiceItem): the choices, in order
 * @key: of the one that is chosen; when it is not among them, that of %PV_INT_NULL is, or none
 *
 * Shows the choices as they are read again: the same ones leave the list as it is, open or not.
 * `notify::selected` is emitted at most once, when all is done: a handler compares the key with
 * the one it holds.
 *
 * Returns: whether @key is among the choices
 */
gboolean pv_drop_down_show (GtkDropDown *drop_down, GPtrArray *items, gint64 key);

/* Of what is chosen; %PV_INT_NULL: nothing is. */
gint64 pv_drop_down_get_key (GtkDropDown *drop_down);

G_END_DECLS
