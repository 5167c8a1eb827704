/* pv-enveloppe-regle-store.h: the SQL of pv-enveloppe-regle
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "enveloppe/pv-enveloppe-regle.h"

G_BEGIN_DECLS

/* What each does: see PvEntite. */
gboolean
pv_enveloppe_regle_store_insert (PvDb *db, PvEnveloppeRegle *enveloppe_regle, GError **error);
gboolean pv_enveloppe_regle_store_update (PvDb *db,
                                          const PvEnveloppeRegle *enveloppe_regle,
                                          gboolean *changed,
                                          GError **error);
gboolean pv_enveloppe_regle_store_delete (PvDb *db, gint64 id, GError **error);
PvEnveloppeRegle *pv_enveloppe_regle_store_get (PvDb *db, gint64 id, GError **error);

/* The rules of an envelope (of PvEnveloppeRegle), in order of entry. */
GPtrArray *pv_enveloppe_regle_store_list (PvDb *db, gint64 enveloppe_id, GError **error);

G_END_DECLS
