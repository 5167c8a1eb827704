/* pv-dossier-liste.h: the dossiers of a filter, in an order, by pages
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "context/pv-context.h"
#include "dossier/pv-dossier-ligne.h"
#include "dossier/pv-dossier-liste-store.h"

G_BEGIN_DECLS

#define PV_TYPE_DOSSIER_LISTE (pv_dossier_liste_get_type ())

/**
 * PvDossierListe:
 *
 * A GListModel of #PvDossierLigne over the keys that a worker finds: rows are
 * read by pages when they are shown, and forgotten when they are not.
 *
 * Properties: `loading` (a new answer is on its way), `n-items`, `error` (nullable
 * text: why the last answer failed).
 *
 * Signals: `resetting` and `reset` (no argument), around a change that takes all rows
 * away before the new ones come: what was known of positions is lost between them.
 * `resetting` and `spliced`, around one that replaces a few rows where they are.
 *
 * It follows the appel of the context. It does not follow changes of the file:
 * its page calls pv_dossier_liste_refresh().
 */
G_DECLARE_FINAL_TYPE (PvDossierListe, pv_dossier_liste, PV, DOSSIER_LISTE, GObject)

/* Empty until pv_dossier_liste_refresh(), or the first setter, is called. */
PvDossierListe *pv_dossier_liste_new (PvContext *context);

PvContext *pv_dossier_liste_get_context (PvDossierListe *self);

/* (transfer none): the filter. */
const PvDossierCritere *pv_dossier_liste_get_critere (PvDossierListe *self);
void pv_dossier_liste_set_critere (PvDossierListe *self, const PvDossierCritere *critere);

PvDossierColonne pv_dossier_liste_get_colonne (PvDossierListe *self);
gboolean pv_dossier_liste_get_descending (PvDossierListe *self);
void
pv_dossier_liste_set_ordre (PvDossierListe *self, PvDossierColonne colonne, gboolean descending);

/* The stage of the amounts per group of payers. */
PvEtape pv_dossier_liste_get_etape (PvDossierListe *self);
void pv_dossier_liste_set_etape (PvDossierListe *self, PvEtape etape);

/* Asks for the keys again, and reads the rows again: in place when the keys are the same. */
void pv_dossier_liste_refresh (PvDossierListe *self);

gboolean pv_dossier_liste_is_loading (PvDossierListe *self);

/* Rises when the dossiers of the list, or what the file says of them, may be others: a list
 * that is only sorted anew keeps it. */
guint pv_dossier_liste_get_contents (PvDossierListe *self);

/* The key at a position, 0 beyond the end. */
gint64 pv_dossier_liste_get_id (PvDossierListe *self, guint position);

/* A new list is told to its view in steps of a frame each; this tells of all of it now,
 * before a row far down is selected. */
void pv_dossier_liste_complete (PvDossierListe *self);

/* Where a key is, GTK_INVALID_LIST_POSITION when it is not in the list. */
guint pv_dossier_liste_find (PvDossierListe *self, gint64 id);

/* (transfer full) (element-type gint64): all keys, in order. */
GArray *pv_dossier_liste_dup_ids (PvDossierListe *self);

G_END_DECLS
