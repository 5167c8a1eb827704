/* pv-contact-store.h: the SQL of pv-contact
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "organisme/pv-contact.h"

G_BEGIN_DECLS

/* What each does: see PvEntite. */
gboolean pv_contact_store_insert (PvDb *db, PvContact *contact, GError **error);
gboolean
pv_contact_store_update (PvDb *db, const PvContact *contact, gboolean *changed, GError **error);
gboolean pv_contact_store_delete (PvDb *db, gint64 id, GError **error);
PvContact *pv_contact_store_get (PvDb *db, gint64 id, GError **error);

/* The contacts of an organisme (of PvContact), in order of entry. */
GPtrArray *pv_contact_store_list (PvDb *db, gint64 organisme_id, GError **error);

G_END_DECLS
