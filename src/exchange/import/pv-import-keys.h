/* pv-import-keys.h: which row of the file each row of a source is again
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "pv-import-store.h"

G_BEGIN_DECLS

/* A row of `import_ligne`. */
typedef struct
{
  gint64 id;
  gint64 rang;
  char *empreinte;
  gint64 montant;
  gint64 cible;
  gboolean taken;
} PvKnownLine;

/**
 * PvImportKeys:
 *
 * Keys repeat in real files: rows that share one are paired with the known ones by
 * equal fingerprint, then equal amount, then order, and never merged.
 */
typedef struct _PvImportKeys PvImportKeys;

PvImportKeys *
pv_import_keys_new (PvImportStore *store, const char *profile, const char *table, GError **error);
void pv_import_keys_free (PvImportKeys *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PvImportKeys, pv_import_keys_free)

/* Whether no row of this profile was ever imported: then nothing can be paired. */
gboolean pv_import_keys_is_empty (PvImportKeys *self);

/* What the known rows became. */
void pv_import_keys_foreach_target (PvImportKeys *self,
                                    void (*func) (gint64 target, gpointer data),
                                    gpointer data);

/* What those of them became that a row that was scanned is again. */
void pv_import_keys_foreach_paired (PvImportKeys *self,
                                    void (*func) (gint64 target, gpointer data),
                                    gpointer data);

/* First all rows of the source, in order… */
void
pv_import_keys_scan (PvImportKeys *self, const char *cle, const char *empreinte, gint64 montant);

/* …then their pairs. */
void pv_import_keys_pair (PvImportKeys *self);

/* (transfer none) (nullable): the known line of the @index-th row that was scanned. */
const PvKnownLine *pv_import_keys_get (PvImportKeys *self, guint index);

/* How many rows that were scanned are not what they were. */
guint pv_import_keys_count_changed (PvImportKeys *self);
gboolean pv_import_keys_is_unchanged (PvImportKeys *self, guint index);

/* Remembers a new row, with the next rank of its key. */
gboolean pv_import_keys_add (PvImportKeys *self,
                             const char *cle,
                             const char *empreinte,
                             gint64 montant,
                             gint64 cible,
                             GError **error);

/* Remembers what a known row is now. */
gboolean pv_import_keys_update (PvImportKeys *self,
                                const PvKnownLine *line,
                                const char *empreinte,
                                gint64 montant,
                                GError **error);

G_END_DECLS
