/* pv-dossier-rangees.h: the rows of a list that somebody shows, by their position
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "context/pv-context.h"
#include "dossier/pv-dossier-ligne.h"
#include "dossier/pv-dossier-liste-store.h"

G_BEGIN_DECLS

/**
 * PvDossierRangees:
 *
 * A row stays at its position when the list is sorted anew: it becomes the one of
 * another dossier, and says `changed`, so that a list view keeps its widgets. Rows
 * are read by pages when they are asked for; those alive are read again little by
 * little.
 */
typedef struct _PvDossierRangees PvDossierRangees;

/* Called after each reading: @error is %NULL when it went well. */
typedef void (*PvDossierRangeesRead) (const GError *error, gpointer data);

PvDossierRangees *
pv_dossier_rangees_new (PvContext *context, PvDossierRangeesRead read, gpointer data);
void pv_dossier_rangees_free (PvDossierRangees *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PvDossierRangees, pv_dossier_rangees_free)

/* (transfer none) (element-type gint64): the keys, by position. */
GArray *pv_dossier_rangees_get_ids (PvDossierRangees *self);

/* Other keys: the rows alive become theirs, to be read again. */
void pv_dossier_rangees_set_ids (PvDossierRangees *self, GArray *ids);

/* Other keys, but for @removed and @added at @start the same as before, in the same order. */
void pv_dossier_rangees_splice (PvDossierRangees *self,
                                GArray *ids,
                                guint start,
                                guint removed,
                                guint added);

/* The file may say something else of the rows, or another stage is shown. */
void pv_dossier_rangees_set_stale (PvDossierRangees *self, PvEtape etape);

/* Reads again up to @n of the rows alive, the first ones first; FALSE: all are read. */
gboolean pv_dossier_rangees_read (PvDossierRangees *self, guint n);

/* (transfer full): the row at a position of the keys. */
PvDossierLigne *pv_dossier_rangees_get (PvDossierRangees *self, guint position);

G_END_DECLS
