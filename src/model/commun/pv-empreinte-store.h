/* pv-empreinte-store.h: the digest of a file, reckoned beside what is read of it
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "pv-db.h"

G_BEGIN_DECLS

/**
 * PvEmpreinte:
 *
 * A snapshot of a connection, and the digest of what it shows: a thread reckons it over another
 * connection while the first one reads on.
 */
typedef struct _PvEmpreinte PvEmpreinte;

/**
 * pv_empreinte_begin:
 * @cancellable: (nullable): ends the reckoning too
 *
 * Until pv_empreinte_end() @db reads one state of the file, as after pv_db_begin_snapshot().
 *
 * Returns: (transfer full) (nullable): %NULL with an error
 */
PvEmpreinte *pv_empreinte_begin (PvDb *db, GCancellable *cancellable, GError **error);

/**
 * pv_empreinte_dup_digest:
 *
 * Waits for it. Where no other connection reads the same state for sure, that of the snapshot
 * reckons it now.
 *
 * Returns: (transfer full) (nullable): as pv_history_digest()
 */
char *pv_empreinte_dup_digest (PvEmpreinte *self, GError **error);

/* Ends the snapshot. */
void pv_empreinte_end (PvEmpreinte *self);

G_END_DECLS
