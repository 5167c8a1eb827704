/* pv-links.h: the things something is linked to, and a choice that adds one
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "widget/pv-choice.h"

G_BEGIN_DECLS

#define PV_TYPE_LINKS (pv_links_get_type ())

G_DECLARE_FINAL_TYPE (PvLinks, pv_links, PV, LINKS, GtkWidget)

/*
 * PvLinks: a title, a row per thing with a button that removes it, and a #PvChoice.
 *
 * Properties: `title`, `add-label`, `create-label` (see #PvChoice), `editable`.
 *
 * Signals:
 *   added (gint64 key, char *text): as PvChoice::chosen
 *   removed (gint64 key)
 */

/* Who searches what may be added. */
void pv_links_set_func (PvLinks *self, PvChoiceFunc func, gpointer user_data);

/* (element-type PvChoiceItem): what is linked now. Rows that stay are kept. */
void pv_links_set_items (PvLinks *self, GPtrArray *items);

void pv_links_set_editable (PvLinks *self, gboolean editable);

/* (transfer none): the choice that adds. */
PvChoice *pv_links_get_choice (PvLinks *self);

/* During `added` or `removed`: it was not saved, for that reason. */
void pv_links_refuse (PvLinks *self, const char *reason);

G_END_DECLS
