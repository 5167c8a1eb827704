/* pv-import-notes-private.h: what the files of an import of marks share
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "pv-import-merge.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 id; /* PV_INT_NULL: to be made by the row */
  gint64 maximum;
  gboolean sans_objet_permis;
} PvImportCritere;

/* Nothing is written of it before a mark on it is accepted. */
typedef struct
{
  gint64 id;         /* PV_INT_NULL until it is made */
  gboolean attachee; /* to the appel */
  gboolean gelee;
  gboolean ours;        /* made by this import: its rows may add criteria */
  GHashTable *criteres; /* folded label → PvImportCritere */
} PvImportGrille;

struct _PvImportNotes
{
  GPtrArray *appels;        /* of PvImportFields */
  GHashTable *dossiers;     /* "exercice\nnumber" → what find_dossier() found */
  GHashTable *grilles;      /* key of the appel → PvImportGrille */
  GHashTable *instructions; /* "dossier:institution" → key */
  GPtrArray *notes;         /* of PvImportFields: those of the instruction of the row before */
  gint64 notes_de;          /* its key */
};

/* Tells why a row is left out; always %TRUE. @text: (transfer full) */
gboolean pv_import_notes_reject (PvImportContext *ctx,
                                 const PvImportRecord *record,
                                 PvFieldId field,
                                 const char *code,
                                 char *text);

/* --- pv-import-notes-grille.c --- */

void pv_import_grille_free (gpointer grille);

/* The grid of the appel, else the one the table names, else the one it describes.
 * @found: (out): as it is, or to be made; NULL without error when there is none of the three */
gboolean pv_import_grille_find (PvImportContext *ctx,
                                const PvImportRecord *record,
                                gint64 appel_id,
                                PvImportGrille **found,
                                GError **error);

/* A criterion whose label is not one of the grid is refused: another one would be marked.
 * @good: (out): whether @critere is there, or can be made */
gboolean pv_import_critere_find (PvImportContext *ctx,
                                 const PvImportRecord *record,
                                 const PvImportGrille *grille,
                                 PvImportCritere *critere,
                                 gboolean *good);

/* What the row is accepted on, written as far as it is not there: a grid is in use, so frozen,
 * from its first mark. */
gboolean pv_import_critere_ensure (PvImportContext *ctx,
                                   const PvImportRecord *record,
                                   gint64 appel,
                                   PvImportGrille *grille,
                                   PvImportCritere *critere,
                                   GError **error);

G_END_DECLS
