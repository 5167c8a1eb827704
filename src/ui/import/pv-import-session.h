/* pv-import-session.h: one table on its way into the programme file
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "import/pv-import-travail.h"

G_BEGIN_DECLS

#define PV_TYPE_IMPORT_SESSION (pv_import_session_get_type ())

G_DECLARE_FINAL_TYPE (PvImportSession, pv_import_session, PV, IMPORT_SESSION, GObject)

/**
 * PvImportEtat:
 * @PV_IMPORT_ETAT_VIDE: no file, or one that could not be read
 * @PV_IMPORT_ETAT_LU: its columns are known
 * @PV_IMPORT_ETAT_PREVU: what it would do is known
 * @PV_IMPORT_ETAT_FAIT: applied
 */
typedef enum
{
  PV_IMPORT_ETAT_VIDE,
  PV_IMPORT_ETAT_LU,
  PV_IMPORT_ETAT_PREVU,
  PV_IMPORT_ETAT_FAIT,
} PvImportEtat;

/*
 * PvImportSession: what the steps of the assistant share. Each request runs in a
 * worker and ends with `changed`.
 *
 * Signals:
 *   changed (): another state, an end of work, a problem
 *
 * Properties: `progress` (double, 0 to 1; read-only), told while it works.
 */
PvImportSession *pv_import_session_new (PvContext *context);

PvContext *pv_import_session_get_context (PvImportSession *self);
PvImportEtat pv_import_session_get_etat (PvImportSession *self);
gboolean pv_import_session_is_busy (PvImportSession *self);
gboolean pv_import_session_is_applying (PvImportSession *self);
double pv_import_session_get_progress (PvImportSession *self);

/* (nullable): why the last request failed, and what to do; %NULL when it was cancelled. */
const char *pv_import_session_get_problem (PvImportSession *self);

/* (nullable) */
const char *pv_import_session_get_path (PvImportSession *self);

/* (transfer full): the name of the file, without its folder. */
char *pv_import_session_dup_name (PvImportSession *self);

/* What was understood, %NULL before; what it would do, or did. */
const PvImportLecture *pv_import_session_get_lecture (PvImportSession *self);
const PvImportApercu *pv_import_session_get_apercu (PvImportSession *self);

/* Reads a file: its profile is found anew. */
void pv_import_session_open (PvImportSession *self, const char *path);

/* Reads it again by that profile (%NULL: it is found). */
void pv_import_session_set_profile (PvImportSession *self, const char *profile);

/* Where the rows go; see #PvImportOptions. */
void pv_import_session_set_target (PvImportSession *self, const char *appel, gint64 exercice);

/* Another field for a column; "" leaves it out. Reads the columns again. */
void pv_import_session_set_field (PvImportSession *self, guint column, const char *field);

void pv_import_session_preview (PvImportSession *self);

/* With the choices of the lines of the preview. */
void pv_import_session_apply (PvImportSession *self);

/* Rows that applying would write. */
guint pv_import_session_count_writes (PvImportSession *self);

void pv_import_session_cancel (PvImportSession *self);

G_END_DECLS
