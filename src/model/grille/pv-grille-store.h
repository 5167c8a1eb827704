/* pv-grille-store.h: the SQL of pv-grille
 *
 * Copyright 2026 The Progville authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "grille/pv-grille.h"

G_BEGIN_DECLS

/* What each does: see PvEntite. */
gboolean pv_grille_store_insert (PvDb *db, PvGrille *grille, GError **error);
gboolean
pv_grille_store_update (PvDb *db, const PvGrille *grille, gboolean *changed, GError **error);
gboolean pv_grille_store_delete (PvDb *db, gint64 id, GError **error);
PvGrille *pv_grille_store_get (PvDb *db, gint64 id, GError **error);

/* That version of the grid of that name (compared exactly). */
gboolean
pv_grille_store_find (PvDb *db, const char *nom, gint64 version, gint64 *id, GError **error);

/* The latest version of the grid of that name: its number, or %PV_INT_NULL. */
gboolean
pv_grille_store_get_derniere_version (PvDb *db, const char *nom, gint64 *version, GError **error);

/* All grids (of PvGrille), by name, the latest version first. */
GPtrArray *pv_grille_store_list (PvDb *db, GError **error);

/* The grid that the dossiers of the appel of a dossier are marked by now, or
 * %PV_INT_NULL: none was chosen. */
gboolean pv_grille_store_find_for_dossier (PvDb *db, gint64 dossier_id, gint64 *id, GError **error);

/* The grid of an instruction: that of its marks, which it keeps when the appel takes
 * another; without marks that of the appel of its dossier, or %PV_INT_NULL. */
gboolean
pv_grille_store_find_for_instruction (PvDb *db, gint64 instruction_id, gint64 *id, GError **error);

/**
 * PvGrilleUsage:
 *
 * What uses a grid.
 */
typedef struct
{
  gint64 n_appels;
  gint64 n_brouillons; /* drafts that have marks on it */
  gint64 n_soumises;   /* submitted, the replaced versions not counted */
  gint64 n_notes;      /* all marks given on it */
} PvGrilleUsage;

gboolean
pv_grille_store_get_usage (PvDb *db, gint64 grille_id, PvGrilleUsage *usage, GError **error);

/* The appels (of PvAppel) that use a grid, the latest year first. */
GPtrArray *pv_grille_store_list_appels (PvDb *db, gint64 grille_id, GError **error);

/* The writes of pv-grille-service.h. */
gboolean pv_grille_store_rename (PvDb *db, const char *de, const char *vers, GError **error);
gboolean pv_grille_store_replace_in_appels (PvDb *db, gint64 de, gint64 vers, GError **error);

/* Moves the marks that drafts have on a criterion to another one. */
gboolean pv_grille_store_move_notes (PvDb *db, gint64 de, gint64 vers, GError **error);

/* Deletes the marks that drafts have on a grid. */
gboolean pv_grille_store_delete_notes (PvDb *db, gint64 grille_id, GError **error);

G_END_DECLS
